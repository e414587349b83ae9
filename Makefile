# compliance-check. `make help` lists what can be made.
# MODE=debug|asan|tsan|coverage|fuzz|gcc|clang says how (a folder each), V=1 shows the commands.
.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.SUFFIXES:

MODE       ?= release
PREFIX     ?= /usr/local
PKG_CONFIG ?= pkg-config
LUA        ?= lua5.4# the name by which pkg-config knows Lua 5.4
SECCOMP    ?= $(if $(filter Linux,$(shell uname -s)),libseccomp)# of the second wall; SECCOMP= builds without its filter
Q          := $(if $(V),,@)
ifeq ($(MAKELEVEL),0)# all cores, unless a -j says otherwise; several goals keep their order
MAKEFLAGS += --no-print-directory $(if $(filter 0 1,$(words $(MAKECMDGOALS))),-j$(shell nproc))
endif

# The rooms in the order of the data. A room includes itself, what it KNOWS, and nothing else.
ROOMS           := base facts economics lua audit ledger report wall cli
KNOWS_base      := include
KNOWS_facts     := include base
KNOWS_economics := include base facts
KNOWS_lua       := include base facts economics
KNOWS_audit     := include base facts economics lua
KNOWS_ledger    := include base facts audit
KNOWS_report    := include base facts audit ledger
KNOWS_wall      :=
KNOWS_cli       := include wall

# What must be on the machine: for any build, and for some goals. tests/support/install-needs knows the packages.
NEEDS          := $(LUA) libcjson nettle $(SECCOMP)
NEEDS_test     := cmocka
NEEDS_tests    := cmocka
NEEDS_sanitize := cmocka
NEEDS_threads  := cmocka
NEEDS_covered  := cmocka
NEEDS_sweep    := cmocka
NEEDS_bench    := cmocka
NEEDS_mutate   := cmocka
NEEDS_compile  := cmocka
NEEDS_fuzz     := cmocka clang libfuzzer
NEEDS_fuzzers  := $(NEEDS_fuzz)
NEEDS_format   := clang-format
NEEDS_tidy     := clang-tidy
NEEDS_lint     := clang-format cppcheck luacheck shellcheck cmocka
NEEDS_headers  := c++
NEEDS_schemas  := jsonschema
NEEDS_formats  := jsonschema xmllint cmark-gfm npm
NEEDS_recipes  := git jsonschema yaml npm pre-commit
NEEDS_peer     := numpy cmocka
NEEDS_check    := cmocka clang $(NEEDS_lint) $(NEEDS_headers) $(NEEDS_schemas) $(NEEDS_formats) $(NEEDS_recipes) $(NEEDS_peer)
NEEDS          += $(sort $(foreach g,$(MAKECMDGOALS),$(NEEDS_$(g))))

# How to compile. A packager's CPPFLAGS, CFLAGS and LDFLAGS come last.
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wformat=2
FLAGS_release  := -O2 -g1 -DLEAVE_MEMORY -fPIE -fstack-protector-strong -fstack-clash-protection -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 \
                  -ffile-prefix-map=$(CURDIR)=. $(if $(WERROR),-Werror)
FLAGS_debug    := -Og -g3 -Werror -DARENA_EACH
FLAGS_asan     := -Og -g1 -Werror -DARENA_EACH -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
FLAGS_tsan     := -Og -g1 -DARENA_EACH -fsanitize=thread
FLAGS_coverage := -O0 --coverage
FLAGS_fuzz     := -O1 -g -DARENA_EACH -DFUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION \
                  -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
FLAGS_gcc      := $(FLAGS_release) -Werror
FLAGS_clang    := -O0 -Werror
READ_ONLY      := $(if $(filter clang,$(MODE)),$(if $(filter compile,$(MAKECMDGOALS)),-fsyntax-only))# for clang's warnings alone
LINK_release   := -pie -Wl,-z,relro,-z,now
LINK_fuzz      := -fsanitize=fuzzer
ifneq ($(filter gcc clang,$(MODE)),)
CC := $(MODE)
endif
ifeq ($(MODE),fuzz)
CC := clang
endif
ifndef FLAGS_$(MODE)
$(error MODE=$(MODE) is none of release, debug, asan, tsan, coverage, fuzz, gcc, clang)
endif

# Asked when first used, which is after `needs` has installed what was missing. Others' headers are system headers.
SYSTEM = $(eval SYSTEM := $(patsubst -I%,-isystem %,$(shell $(PKG_CONFIG) --cflags $(LUA) libcjson nettle 2>/dev/null)))$(SYSTEM)
# A library's archive where the machine has one: at each start a shared one is looked for, mapped and bound, which takes longer
# than some audits, and again in each process behind the wall. ARCHIVES= links the shared ones.
ARCHIVES ?= $(LUA) nettle
archive  = $(shell a=$$($(CC) -print-file-name=lib$(1:-l%=%).a); [ -f "$$a" ] && echo $$a || echo $(1))
libs     = $(shell $(PKG_CONFIG) --libs $(1) 2>/dev/null)
LIBS   = $(eval LIBS := $(foreach l,$(call libs,$(ARCHIVES)),$(if $(l:-l%=),$(l),$(call archive,$(l)))) \
                        $(call libs,$(filter-out $(ARCHIVES),$(LUA) libcjson nettle)) -lm)$(LIBS)
WALL   = $(eval WALL := $(if $(SECCOMP),$(shell $(PKG_CONFIG) --libs $(SECCOMP) 2>/dev/null)))$(WALL)
CMOCKA = $(eval CMOCKA := $(shell $(PKG_CONFIG) --libs cmocka 2>/dev/null))$(CMOCKA)
HOW    = $(shell $(CC) --version | head -n 1) $(shell $(PKG_CONFIG) --modversion $(LUA) libcjson nettle $(SECCOMP) 2>/dev/null) $(CCC) $(READ_ONLY) $(CPP) $(SHORT) $(TEST_FLAGS_$(MODE)) $(LINK) $(ARCHIVES)
CPP    = -Iengine -I$(B)/made -D_POSIX_C_SOURCE=200809L $(if $(SECCOMP),-DWITH_SECCOMP) $(if $(SHIPPED),-DWITH_COMPILED) $(SYSTEM) $(CPPFLAGS)
CCC    = $(CC) -std=c11 $(WARNINGS) $(FLAGS_$(MODE)) $(CFLAGS)
LINK   = $(LINK_$(MODE)) $(LDFLAGS)

B   := build/$(MODE)# objects
OUT := $(if $(filter release,$(MODE)),build,$(B))# the program, the library
BIN := $(OUT)/compliance-check
LIB := $(OUT)/libcompliance.a

files    = $(sort $(wildcard $(1)))
objects  = $(patsubst %.c,$(B)/%.o,$(1))
programs = $(patsubst %.c,$(B)/%,$(1))
OTHERS   := engine/wall/$(if $(filter Linux,$(shell uname -s)),no_wall,[wsf]*).c# what is for another system
ENGINE   := $(filter-out $(wildcard $(OTHERS)),$(foreach r,$(ROOMS),$(call files,engine/$(r)/*.c)))
CLI_OBJ  := $(call objects,$(filter engine/cli/% engine/wall/%,$(ENGINE)))
LIB_OBJ  := $(call objects,$(filter-out engine/cli/% engine/wall/%,$(ENGINE)))
HEADERS  := $(call files,engine/*/*.h)
TEST_C   := $(call files,tests/*/*.c)
TESTS    := $(call programs,$(filter %_test.c,$(TEST_C)))
REPLAYS  := $(call programs,$(filter %_fuzz.c,$(TEST_C)))
# In the order in which they begin: what takes long first, so that no core waits for the last.
first    = $(filter $(1),$(2)) $(filter-out $(1),$(2))
LONG     := golden docs $(addprefix %/,$(addsuffix _test,syscalls wall losses commands faults timeline properties attacks hostile clears evidence))
SUITES   := $(call first,$(LONG),golden docs $(TESTS) $(REPLAYS) rules)
SWEEPS   := $(call first,%/walled_syscalls_sweep,$(call programs,$(filter %_sweep.c,$(TEST_C))))
BENCHES  := $(call programs,$(filter tests/bench/%_bench.c,$(TEST_C)))
PEERS    := $(call programs,$(filter %_peer.c,$(TEST_C)))
HELP_OBJ := $(call objects,$(filter-out %_test.c %_fuzz.c %_sweep.c %_bench.c %_peer.c,$(TEST_C)))# what tests share
HELP     := $(B)/tests/libhelp.a
FILTER   := $(if $(SECCOMP),$(B)/made/compiled_filter.h)

# The shipped rules and what they require, which a program of the build compiles; SHIPPED= leaves that to each run, as where the
# build is for another machine.
SHIPPED := $(if $(READ_ONLY),,$(filter-out %_test.lua,$(call files,rules/*/*.lua)))
COMPILER   := $(B)/engine/lua/make/compiled
COMPILED   := $(if $(SHIPPED),$(B)/made/compiled_rules.h)

# Programs for tests/wall alone: with holes planted in the sandbox; without a filter; without any wall.
WALLED      := $(addprefix $(B)/tests/wall/,planted unfiltered unwalled)
UNWALLED    := $(filter-out $(call objects,$(addprefix engine/wall/,wall.c seal.c filter.c limits.c)),$(CLI_OBJ))
PLANTED     := $(B)/tests/wall/sandbox.o
PLANTED_OBJ := $(UNWALLED) $(call objects,$(addprefix engine/wall/,wall.c seal.c filter.c)) $(PLANTED)
UNFILTERED  := $(B)/tests/wall/no_filter.o

## all: the program and the library
all: $(BIN) $(LIB)

## run: build, then audit the first case; a flagged risk is no error
run: $(BIN)
	@$(BIN) facts/microsoft-openai.json; s=$$?; [ $$s -le 1 ] || exit $$s

## test: every test, in about a minute; UPDATE=1 rewrites golden files and the output shown in the docs
test: $(BIN) $(TESTS) $(REPLAYS) $(WALLED)
	@tests/support/run-tests -s $(B)/tested $(OUT) $(filter-out $(if $(filter asan,$(MODE)),docs),$(SUITES))

## rules: the shipped rules' own tests, and lint
rules: $(BIN)
	@$(BIN) test $@ && $(BIN) lint $@

## facts: every shipped case is read and validated
facts: $(BIN)
	@$(BIN) validate $(call files,facts/*.json facts/*/*.json)

# Names of other folders, for which make would say that there is nothing to be done.
.PHONY: tests engine build
tests: test ; @:
engine build: all ; @:

## check: all that a release must pass
check: | needs $(filter all run test sanitize,$(MAKECMDGOALS))
	@tests/support/run-check

## sanitize: the same tests with the address and undefined-behaviour sanitizers
sanitize:
	@CC_SHORT=1 CC_TIMEOUT=400 CC_CASE_TIMEOUT=120 $(MAKE) MODE=asan test

## sweep: every allocation of the whole pack fails once, and every call of a file behind the wall (tests/sweep)
sweep: $(BIN) $(SWEEPS)
	@$(if $(SWEEPS),CC_TIMEOUT=600 tests/support/run-tests $(OUT) $(SWEEPS),echo 'no sweep yet')

.PHONY: differential fuzz fuzzers threads coverage covered mutate
## coverage: what the tests reach of engine/; at least 90 % of its lines and 75 % of its branches
coverage:
	@$(MAKE) MODE=coverage covered
	@tests/support/coverage build/coverage
covered: $(BIN) $(TESTS) $(REPLAYS) $(WALLED)
	@find build/coverage -name '*.gcda' -delete
	@CC_SHORT=1 CC_TIMEOUT=600 CC_CASE_TIMEOUT=120 GCOV_ERROR_FILE=/dev/null tests/support/run-tests $(OUT) $(filter-out %/syscalls_test docs,$(SUITES))
## mutate: takes guards of the engine out, one at a time, and shows that a test sees each removal; ONLY=depth for one
mutate: $(BIN) $(TESTS) $(WALLED)
	@MUTATE_CC='$(CCC) $(CPP)' MUTATE_PROGRAM='$(CLI_OBJ) $(LIB)' MUTATE_PLANTED='$(PLANTED_OBJ) $(HELP) $(LIB)' \
	  MUTATE_TEST='$(HELP) $(LIB)' MUTATE_FILTER='$(LINK) $(WALL)' MUTATE_LIBS='$(LINK) $(CMOCKA) $(LIBS)' tests/support/mutate $(OUT) $(B) $(ONLY)

## differential: the strict reader against Python's json on 20,000 mutated documents
differential: $(BIN)
	@tests/support/differential $(BIN)

## fuzz: libFuzzer under sanitizers, TIME seconds a target (180), ONLY=reader for one; what is found stays in build/fuzz/found
TIME ?= 180
fuzz:
	@$(MAKE) MODE=fuzz fuzzers
	@tests/support/fuzz build/fuzz $(TIME) $(ONLY)
fuzzers: $(REPLAYS)

## threads: engines in threads of their own, under ThreadSanitizer
threads:
	@$(MAKE) MODE=tsan build/tsan/tests/audit/threads_test
	@CC_TIMEOUT=600 tests/support/run-tests build/tsan build/tsan/tests/audit/threads_test

## arrows: no room includes a room to its right
arrows: | needs
	@CPP='$(CC) -std=c11 $(CPP)' tests/support/arrows $(foreach r,$(ROOMS),$(r): $(KNOWS_$(r)))

## headers: each header compiles alone, and twice; the public one also as strict C99 and as C++
headers: | needs
	$(Q)for h in $(HEADERS:engine/%=%); do printf '#include "%s"\n#include "%s"\n' $$h $$h | \
	  $(CC) -std=c11 $(WARNINGS) -Werror $(CPP) -fsyntax-only -xc - || { echo "engine/$$h does not stand alone"; exit 1; }; done
	$(Q)printf '#include "include/compliance.h"\n' | $(CC) -std=c99 -pedantic-errors -Wall -Wextra -Werror -Iengine -fsyntax-only -xc -
	$(Q)printf '#include "include/compliance.h"\n' | $(CXX) -std=c++11 -pedantic-errors -Wall -Wextra -Werror -Iengine -fsyntax-only -xc++ -

## lint: formatting, cppcheck, luacheck, shellcheck
C_FILES := $(ENGINE) $(call files,engine/*/make/*.c) $(HEADERS) $(TEST_C) $(call files,tests/*/*.h)
SCRIPTS  = .ci/run $(shell grep -lE '^\#!.*bash|shellcheck shell=bash' tests/support/*) $(call files,tests/cli/*/cmd)
TIDIED  := $(patsubst %.c,build/tidy/%.ok,$(ENGINE) $(TEST_C))
lint: | needs
	$(Q)$(if $(C_FILES),clang-format --dry-run -Werror $(C_FILES))
	$(Q)cppcheck -q -j$(shell nproc) --std=c11 --language=c --library=posix --enable=warning,portability,performance --inline-suppr \
	  --suppressions-list=.cppcheck -Iengine --error-exitcode=1 --template='{file}:{line}: {message} [{id}]' engine
	$(Q)if [ -d rules ]; then luacheck --quiet --codes --no-color rules; fi
	$(Q)tests/support/library
	$(Q)shellcheck --shell=bash --external-sources --source-path=SCRIPTDIR $(SCRIPTS)
	$(Q)shellcheck $(call files,docs/ci/*.sh)
## tidy: clang-tidy over all, some ten minutes; cppcheck is its quick sister in lint
tidy: $(TIDIED)
build/tidy/engine/wall/filter.ok: $(FILTER)
build/tidy/engine/lua/compiled.ok build/tidy/tests/lua/compiled_test.ok: $(COMPILED)
build/tidy/%.ok: %.c $(HEADERS) $(call files,tests/*/*.h engine/*/*.def) .clang-tidy | needs
	@mkdir -p $(@D); clang-tidy --quiet $< -- -std=c11 $(CPP) -Itests >$@.log 2>&1 && touch $@ || { cat $@.log; exit 1; }

## format: clang-format in place
format: | needs
	$(Q)clang-format -i $(C_FILES)

## docs: write the generated pages anew
docs: $(BIN)
	@tests/support/generated write $(OUT)
docs-check: $(BIN)
	@tests/support/generated check $(OUT)

## schemas: every shipped case and its audits against the published JSON Schemas
schemas: $(BIN) | needs
	@tests/support/validate-schemas $(BIN)

## formats: every format of a report, of every shipped case and of hostile ones, by real validators
formats: $(BIN) | needs
	@tests/support/validate-formats $(BIN)

## recipes: action.yml, the pre-commit hook and docs/ci, by the tools that read them, and run
recipes: $(BIN) | needs
	@tests/recipes/check $(BIN)

## peer: the economics against the same formulae in numpy, on 1,000 random markets
peer: $(PEERS) | needs
	@tests/support/peer-economics $(PEERS)

## bench: measure, in the release mode
bench: $(BIN) $(BENCHES)
	@if [ -x tests/support/bench ]; then tests/support/bench $(OUT) $(BENCHES); else for b in $(BENCHES); do $$b || exit; done; fi

## backtest: the packs against decided cases; writes docs/backtest.md
backtest: $(BIN)
	@CC=$(BIN) python3 tests/support/backtest docs/backtest.md

## install: program, library, header and rules; PREFIX and DESTDIR are respected
D         := $(DESTDIR)$(PREFIX)
RULES     := $(sort $(shell find rules -name '.*' -prune -o -type f -print 2>/dev/null))
INSTALLED := bin/compliance-check lib/libcompliance.a include/compliance.h lib/pkgconfig/compliance.pc \
             $(RULES:%=share/compliance-check/%) $(patsubst docs/%,share/man/man1/%,$(wildcard docs/compliance-check.1))
install: all
	$(Q)install -Dm755 $(BIN) $(D)/bin/compliance-check
	$(Q)install -Dm644 $(LIB) $(D)/lib/libcompliance.a
	$(Q)install -Dm644 engine/include/compliance.h $(D)/include/compliance.h
	$(Q)$(if $(wildcard docs/compliance-check.1),install -Dm644 docs/compliance-check.1 $(D)/share/man/man1/compliance-check.1)
	$(Q)for f in $(RULES); do install -Dm644 $$f $(D)/share/compliance-check/$$f || exit; done
	$(Q)install -d $(D)/lib/pkgconfig
	$(Q)version=$$(sed -n 's/^# *define CC_VERSION "\(.*\)".*/\1/p' engine/include/compliance.h); \
	printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$${prefix}/lib' 'includedir=$${prefix}/include' '' 'Name: compliance' \
	  'Description: finds competition-law risks in the recorded facts of deals' "Version: $$version" 'Requires: $(LUA) libcjson nettle' \
	  'Libs: -L$${libdir} -lcompliance -lm' 'Cflags: -I$${includedir}' >$(D)/lib/pkgconfig/compliance.pc

## uninstall: remove what install put there, and nothing else
uninstall:
	$(Q)rm -f $(addprefix $(D)/,$(INSTALLED))
	$(Q)if [ -d $(D)/share/compliance-check ]; then find $(D)/share/compliance-check -depth -type d -empty -delete; fi

## clean: forget what was built
clean:
	$(Q)rm -rf build

## help: this list
help:
	@sed -n 's/^## \([^:]*\): \(.*\)/\1\t\2/p' Makefile | expand -t 12

# compile: everything that can be built, for its warnings
compile: $(if $(READ_ONLY),$(call objects,$(ENGINE) $(TEST_C)) $(B)/engine/wall/no_wall.o $(PLANTED) $(UNFILTERED), \
           $(BIN) $(LIB) $(TESTS) $(REPLAYS) $(WALLED) $(SWEEPS) $(BENCHES) $(PEERS))

# Two of make in one folder both end well: what is made is written beside its place and put there whole. Coverage is counted in
# files that the compiler names after the object, so there it is written in place.
IN_PLACE := $(filter coverage,$(MODE))
NEW = $@$(if $(IN_PLACE),,.$$$$)
PUT = $(if $(IN_PLACE),:,mv -f $(NEW) $@)
DEP = -MMD -MP -MT $@ -MF $(NEW).d
KEEP = $(if $(READ_ONLY),touch $(NEW) && ){ [ ! -f $(NEW).d ] || mv -f $(NEW).d $(@:.o=.d); } && $(PUT)
needs:
	@tests/support/install-needs $(NEEDS)
$(BIN): $(CLI_OBJ) $(LIB) $(B)/files
	@echo '  ld   $@'
	$(Q)$(CCC) -o $(NEW) $(CLI_OBJ) $(LIB) $(LINK) $(LIBS) && $(PUT)
	@[ $(OUT) = build ] || [ -L build/rules ] || ln -sfn ../rules build/rules # so that ../rules is right from any build folder
$(LIB): $(LIB_OBJ) $(B)/files
	$(Q)rm -f $(NEW) && $(AR) rcs $(NEW) $(LIB_OBJ) && $(PUT)
$(HELP): $(HELP_OBJ) $(B)/files
	$(Q)rm -f $(NEW) && $(AR) rcs $(NEW) $(HELP_OBJ) && $(PUT)
$(TESTS) $(REPLAYS) $(SWEEPS): %: %.o $(HELP) $(LIB)
	$(Q)$(CCC) -o $(NEW) $< $(HELP) $(LIB) $(LINK) $(CMOCKA) $(LIBS) && $(PUT)
$(B)/tests/wall/planted: $(PLANTED_OBJ) $(HELP) $(LIB)
$(B)/tests/wall/unfiltered: $(UNWALLED) $(call objects,$(addprefix engine/wall/,wall.c seal.c)) $(UNFILTERED) $(HELP) $(LIB)
$(B)/tests/wall/unwalled: $(UNWALLED) $(B)/engine/wall/no_wall.o $(HELP) $(LIB)
$(WALLED): $(B)/files
	$(Q)$(CCC) -o $(NEW) $(filter %.o,$^) $(HELP) $(LIB) $(LINK) $(LIBS) && $(PUT)
# The filter of the second wall is compiled by libseccomp while the program is built.
ifneq ($(SECCOMP),)
$(B)/engine/wall/make/filter.o: private READ_ONLY :=
$(B)/engine/wall/make/filter: %: %.o
	$(Q)$(CCC) -o $(NEW) $< $(LINK) $(WALL) && $(PUT)
$(B)/made/compiled_filter.h: $(B)/engine/wall/make/filter
	@mkdir -p $(@D)
	$(Q)$< >$(NEW) && $(PUT)
$(B)/engine/wall/filter.o: $(FILTER)
endif
# The shipped rules are compiled by the library itself, with nothing compiled beforehand. libFuzzer would bring a main of its own.
ifneq ($(SHIPPED),)
$(B)/engine/lua/make/none.o: engine/lua/compiled.c $(B)/how
	$(Q)mkdir -p $(@D) && $(CCC) $(CPP) -UWITH_COMPILED $(DEP) -c -o $(NEW) $< && $(KEEP)
$(COMPILER): %: %.o $(B)/engine/lua/make/none.o $(filter-out $(B)/engine/lua/compiled.o,$(LIB_OBJ))
	$(Q)$(CCC) -o $(NEW) $^ $(filter-out $(LINK_fuzz),$(LINK)) $(LIBS) && $(PUT)
$(COMPILED): $(COMPILER) $(SHIPPED)
	@mkdir -p $(@D)
	$(Q)$< $(SHIPPED) >$(NEW) && $(PUT)
$(B)/engine/lua/compiled.o $(B)/tests/lua/compiled_test.o: $(COMPILED)
endif
$(PLANTED): engine/lua/sandbox.c $(B)/how
	$(Q)mkdir -p $(@D) && $(CCC) $(CPP) -DPLANTED_BUG $(READ_ONLY) $(DEP) -c -o $(NEW) $< && $(KEEP)
$(UNFILTERED): engine/wall/filter.c $(B)/how
	$(Q)mkdir -p $(@D) && $(CCC) $(CPP) -UWITH_SECCOMP $(READ_ONLY) $(DEP) -c -o $(NEW) $< && $(KEEP)
$(BENCHES) $(PEERS): %: %.o $(HELP) $(LIB)
	$(Q)$(CCC) -o $(NEW) $< $(HELP) $(LIB) $(LINK) $(LIBS) && $(PUT)
# SHORT: where each step is slow, tests take fewer of many cases that are alike; the release tests take all. Their own code need
# not be fast and is compiled quickly, but for the benchmarks. Private: what a test waits for is compiled as always.
SHORT := $(if $(filter debug asan tsan coverage fuzz,$(MODE)),-DSHORT)
TEST_FLAGS_release  := -Og
TEST_FLAGS_gcc      := -Og
TEST_FLAGS_asan     := -O0 -fno-sanitize=undefined# that is asked of the engine
TEST_FLAGS_coverage := -fno-profile-arcs -fno-test-coverage
$(B)/tests/%.o: private TEST_CPP := -Itests -Wno-unused-parameter $(SHORT) $(TEST_FLAGS_$(MODE))
$(B)/tests/bench/%.o: private TEST_CPP := -Itests -Wno-unused-parameter
$(B)/%.o: %.c $(B)/how
	@mkdir -p $(@D); echo '  cc   $<'
	$(Q)$(CCC) $(CPP) $(TEST_CPP) $(READ_ONLY) $(DEP) -c -o $(NEW) $< && $(KEEP)

# Rewritten only when the text changes: `how` rebuilds everything, `files` links and archives anew.
write = mkdir -p $(@D); printf '%s\n' '$(subst ','\'',$(1))' | cmp -s - $@ || \
  { printf '%s\n' '$(subst ','\'',$(1))' >$(NEW) && $(PUT); }
$(B)/how: FORCE | needs
	@$(call write,$(HOW))
$(B)/files: FORCE
	@$(call write,$(CLI_OBJ) $(LIB_OBJ) $(HELP_OBJ))
-include $(patsubst %.c,$(B)/%.d,$(ENGINE) $(TEST_C)) $(wildcard $(B)/engine/*/make/*.d) $(PLANTED:.o=.d) $(UNFILTERED:.o=.d)

.SECONDARY:
.PHONY: $(shell sed -n 's/^\#\# \([^:]*\):.*/\1/p' Makefile) docs-check fuzzers compile needs FORCE
