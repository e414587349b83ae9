# shellcheck shell=bash
# Sourced by the scripts beside it: the same surroundings for every test, so that none depends on whose machine it is.
# use_program OUT makes the program of that build folder the one that tests run.
CC_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
export CC_ROOT

use_program() {
    CC_OUT=$(cd "$1" && pwd) || exit 2
    CC_BIN=$CC_OUT/compliance-check
    PATH=$CC_OUT:$PATH
    export CC_OUT CC_BIN PATH
}

fixed_surroundings() {
    export LC_ALL=C.UTF-8 TZ=UTC TERM=dumb NO_COLOR=1 COLUMNS=100
    unset CLICOLOR CLICOLOR_FORCE FORCE_COLOR GITHUB_ACTIONS GITHUB_STEP_SUMMARY LUA_PATH LUA_CPATH LUA_INIT LUA_PATH_5_4 LUA_CPATH_5_4 LUA_INIT_5_4
}

# Sanitizers must not be mistaken for the program: their exit status is none of its own, and signals stay theirs. What was freed
# waits in 4 MB, about what an audit takes, and not in 256, each page of which costs a fault.
export ASAN_OPTIONS=${ASAN_OPTIONS-exitcode=99:handle_segv=2:allocator_may_return_null=1:detect_stack_use_after_return=1:quarantine_size_mb=4:max_malloc_fill_size=256}
export UBSAN_OPTIONS=${UBSAN_OPTIONS-exitcode=99:print_stacktrace=1}
export LSAN_OPTIONS=${LSAN_OPTIONS-exitcode=99}
export TSAN_OPTIONS=${TSAN_OPTIONS-exitcode=99}
