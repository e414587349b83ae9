/* machine.c - the state, its allocator and limits, and how a failure leaves it. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "lua/inside.h"

static const struct cc_limits usual = {
    .size = sizeof(struct cc_limits),
    .instructions = 20u * 1000 * 1000,
    .memory = (size_t)16 << 20,
    .string = (size_t)256 << 10,
    .milliseconds = 2000,
};

/* Markers that end a test: their addresses are the error values. */
static char unknown_marker, scope_marker, failed_marker, found_marker;

/* Is it the room for the keys of a table, and of too many? Lua takes it at once, for a power of two of them, each of three words;
 * its lists are of other sizes, and so are its strings of that length, which are too long anyhow. */
static bool are_keys(size_t size)
{
    enum { KEY = 24 };
    size_t keys = size / KEY;
    return keys > TABLE_KEYS && size % KEY == 0 && (keys & (keys - 1)) == 0;
}

static void *machine_allocate(void *ud, void *block, size_t old_size, size_t new_size)
{
    struct machine *m = ud;
    bool is_string = !block && old_size == LUA_TSTRING;
    size_t before = block ? old_size : 0;
    if (new_size > before && m->limited) {
        bool string = is_string && new_size > m->limits.string;
        bool keys = !block && !old_size && are_keys(new_size);
        bool memory = m->used + (new_size - before) > m->baseline + m->limits.memory;
        if (string || keys || memory) {
            m->over_string = string, m->over_keys = !string && keys, m->over_memory = !string && !keys;
            m->denied = new_size;
            return NULL;
        }
    }
    void *moved = small_allocate(&m->small, block, before, new_size);
    if (!moved && new_size) {
        m->refused = true;
        return NULL;
    }
    if (new_size > before && new_size == m->denied) { /* Lua collected its garbage and asked again */
        m->over_memory = m->over_string = m->over_keys = false;
        m->denied = 0;
    }
    m->used += new_size - before;
    return moved;
}

/* CPU time of this thread: what another engine does in another one is not the rule's. */
static int64_t clock_now(void)
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    struct timespec now;
    if (!clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now)) return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
#endif
    return (int64_t)clock() * 1000 / CLOCKS_PER_SEC;
}

/* A clock that costs next to nothing to read, in milliseconds. It goes on while others run, so that what it says has passed is
 * no less than what the processor has spent. */
static int64_t glance(void)
{
#ifdef CLOCK_MONOTONIC_COARSE
    const clockid_t cheap = CLOCK_MONOTONIC_COARSE;
#else
    const clockid_t cheap = CLOCK_MONOTONIC;
#endif
    struct timespec now;
    return clock_gettime(cheap, &now) ? 0 : (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static size_t arena_use(const struct machine *m)
{
    return m->arena && m->arena->total > m->arena_start ? m->arena->total - m->arena_start : 0;
}
static size_t arena_most(const struct machine *m) { return m->limits.memory * ARENA_TIMES; }

/* The backstop. Most calls end before the processor's clock, which costs, is ever looked at. */
static bool over_time(struct machine *m)
{
    int64_t now = glance();
    if (now - m->looked < LOOK_EVERY) return false;
    m->looked = now;
    if (m->clock_start < 0) m->clock_start = clock_now();
    return clock_now() - m->clock_start > m->limits.milliseconds;
}

/* Has the rule reached a limit? Instructions and memory decide before the clock does. True: *message says so. */
static bool over_limits(struct machine *m, char *message, size_t size)
{
    uint64_t most = m->limits.instructions;
    bool millions = most % 1000000 == 0;
    if (m->instructions > most)
        return snprintf(message, size, "it ran %llu %s instructions, the most that a rule may",
                        (unsigned long long)(most / (millions ? 1000000 : 1000)),
                        millions ? "million" : "thousand") > 0;
    if (arena_use(m) > arena_most(m))
        return snprintf(message, size, "what it found and read takes more memory than a rule may use") > 0;
    return over_time(m) &&
           snprintf(message, size, "it ran for %u milliseconds, the most that a rule may", m->limits.milliseconds) > 0;
}

/* `level`: of the Lua function where it happened, as lua_getstack counts. */
static void check_limits(lua_State *L, struct machine *m, int level)
{
    char message[120];
    if (!over_limits(m, message, sizeof message)) return;
    m->over_limit = true;
    luaL_where(L, level);
    lua_pushstring(L, message);
    lua_concat(L, 2);
    lua_error(L);
}

static void count_hook(lua_State *L, lua_Debug *debug)
{
    (void)debug;
    struct machine *m = machine_of(L);
    if (!m->limited) return;
    m->instructions += m->traced ? 1 : HOOK_EVERY;
    check_limits(L, m, 0);
}

void spend(lua_State *L, uint64_t instructions)
{
    struct machine *m = machine_of(L);
    m->instructions += instructions;
    if (m->limited && m->instructions > m->limits.instructions) check_limits(L, m, 1);
}

void limits_on(struct machine *m)
{
    m->baseline = m->used;
    m->instructions = 0;
    m->began = m->looked = glance();
    m->clock_start = m->rule_time < 0 ? -1 : clock_now();
    m->arena_start = m->arena ? m->arena->total : 0;
    m->over_memory = m->over_string = m->over_keys = m->over_limit = false;
    m->limited = true;
}

void limits_of_rule(struct machine *m)
{
    m->rule_instructions = 0, m->rule_arena = 0;
    m->rule_time = -1;
}

void limits_off(struct machine *m) { m->limited = false; }

/* A subject that is heavy counts; thousands of light ones are a large case, and no rule that runs away. */
bool limits_settle(struct machine *m)
{
    if (m->instructions > m->limits.instructions / LIGHT_PART) m->rule_instructions += m->instructions;
    if (arena_use(m) > arena_most(m) / LIGHT_PART) m->rule_arena += arena_use(m);
    if (glance() - m->began > m->limits.milliseconds / LIGHT_PART)
        m->rule_time = m->rule_time < 0 ? 0 : m->rule_time + clock_now() - m->clock_start;
    m->instructions = 0, m->arena_start = m->arena ? m->arena->total : 0;
    if (m->rule_time / RULE_TIMES > m->limits.milliseconds) {
        fail(m, "limit", 0, "its subjects together ran for more than %d times the %u milliseconds that one may",
             RULE_TIMES, m->limits.milliseconds);
        return false;
    }
    bool ran = m->rule_instructions / RULE_TIMES > m->limits.instructions;
    if (!ran && m->rule_arena / RULE_TIMES <= arena_most(m)) return true;
    fail(m, "limit", 0, "its subjects together %s, more than %d times what one may",
         ran ? "ran many instructions" : "take much memory", RULE_TIMES);
    return false;
}

/* ---- failing ---- */

void fail(struct machine *m, const char *code, uint32_t line, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(m->failure.message, sizeof m->failure.message, format, arguments);
    va_end(arguments);
    m->failure.code = code, m->failure.line = line;
}

int raise_error(lua_State *L, const char *format, ...)
{
    char message[400];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    luaL_error(L, "%s", message);
    abort(); /* luaL_error does not return */
}

int raise_limit(lua_State *L, const char *format, ...)
{
    char message[200];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    machine_of(L)->over_limit = true;
    raise_error(L, "%s", message);
}

const char *text_argument(lua_State *L, int index)
{
    size_t length;
    const char *text = luaL_checklstring(L, index, &length);
    if (strlen(text) != length) raise_error(L, "a text with a zero byte in it");
    return text;
}

static _Noreturn void raise_marker(lua_State *L, void *marker)
{
    lua_pushlightuserdata(L, marker);
    lua_error(L);
    abort();
}

int raise_unknown(lua_State *L) { raise_marker(L, &unknown_marker); }

int raise_unknown_by_absence(lua_State *L)
{
    machine_of(L)->unknown_by_absence = true;
    raise_marker(L, &unknown_marker);
}

int raise_out_of_scope(lua_State *L)
{
    machine_of(L)->out_of_scope = true;
    raise_marker(L, &scope_marker);
}

int raise_found(lua_State *L) { raise_marker(L, &found_marker); }
int raise_failed(lua_State *L) { raise_marker(L, &failed_marker); }

void check_memory(lua_State *L)
{
    struct machine *m = machine_of(L);
    if (!m->arena) return;
    if (m->arena->failed) {
        m->refused = true;
        raise_error(L, "no memory was left");
    }
    if (m->limited && arena_use(m) > arena_most(m)) check_limits(L, m, 1);
}

static bool begins(const char *text, const char *with) { return !strncmp(text, with, strlen(with)); }

/* "rule:31: sentence" and "lib/x.lua:3: sentence", as Lua writes them, become a line and a sentence. */
static void failure_from(struct machine *m, const char *said)
{
    const char *text = said;
    uint32_t line = 0;
    if (m->refused) {
        fail(m, "memory", 0, "no memory was left");
        return;
    }
    if (m->over_keys) {
        fail(m, "limit", 0, "a table has more keys than a rule may give one (%d)", TABLE_KEYS);
        return;
    }
    if (m->over_memory || m->over_string) {
        if (m->over_memory)
            fail(m, "limit", 0, "it needs more memory than a rule may use (%zu KB)", m->limits.memory >> 10);
        else fail(m, "limit", 0, "a string longer than a rule may make (%zu KB)", m->limits.string >> 10);
        return;
    }
    if (begins(said, "rule:")) {
        char *end;
        unsigned long number = strtoul(said + 5, &end, 10);
        if (end > said + 5 && end[0] == ':' && end[1] == ' ') line = (uint32_t)number, text = end + 2;
    }
    bool deep = begins(text, "stack overflow") || begins(text, "C stack overflow");
    fail(m, m->over_limit || deep ? "limit" : "rule", line, "%s", text);
}

enum ended machine_protect(struct machine *m, lua_CFunction fn, void *argument)
{
    lua_State *L = m->L;
    int top = lua_gettop(L);
    m->has_run = true;
    if (!lua_checkstack(L, 10)) {
        m->refused = true;
        fail(m, "memory", 0, "no memory was left");
        return ENDED_FAILED;
    }
    lua_pushcfunction(L, fn);
    lua_pushlightuserdata(L, argument);
    int status = lua_pcall(L, 1, 0, 0);
    enum ended ended = ENDED_WELL;
    if (status != LUA_OK) {
        void *marker = lua_islightuserdata(L, -1) ? lua_touserdata(L, -1) : NULL;
        if (marker == &unknown_marker) ended = ENDED_UNKNOWN;
        else if (marker == &found_marker) ended = ENDED_FOUND;
        else if (marker == &scope_marker) ended = ENDED_OUT_OF_SCOPE;
        else if (marker == &failed_marker) ended = ENDED_FAILED;
        else {
            const char *said = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "an error that is no text";
            if (status == LUA_ERRMEM && !m->over_string && !m->over_keys && !m->refused) m->over_memory = true;
            failure_from(m, said);
            ended = ENDED_FAILED;
        }
    }
    lua_settop(L, top);
    if (ended == ENDED_FAILED && begins(m->failure.code, "limit"))
        lua_gc(L, LUA_GCCOLLECT, 0); /* the next rule has all of its own */
    m->over_memory = m->over_string = m->over_keys = m->over_limit = false;
    if (m->small_heap && m->used > SMALL_HEAP) m->small_heap = false, lua_gc(L, LUA_GCRESTART);
    return ended;
}

const struct failure *machine_failure(const struct machine *m) { return &m->failure; }
bool machine_refused(const struct machine *m) { return m->refused; }
uint64_t machine_instructions(const struct machine *m) { return m->instructions; }

void machine_trace(struct machine *m, bool traced)
{
    m->traced = traced;
    lua_sethook(m->L, count_hook, LUA_MASKCOUNT, traced ? 1 : HOOK_EVERY);
}
uint64_t machine_params_read(const struct machine *m) { return m->params_read; }
bool machine_out_of_scope(const struct machine *m) { return m->out_of_scope; }
uint32_t machine_roles_read(const struct machine *m) { return m->roles_read; }

/* ---- birth and death ---- */

static void *take(struct machine *m, size_t size)
{
    void *block = m->allocator->allocate(m->allocator->ud, NULL, 0, size);
    if (block) memset(block, 0, size);
    return block;
}

static void give(struct machine *m, void *block, size_t size)
{
    if (block) m->allocator->allocate(m->allocator->ud, block, size, 0);
}

static void *grow(struct machine *m, void *items, size_t *capacity, size_t first, size_t size)
{
    size_t room = *capacity ? *capacity * 2 : first;
    void *moved = m->allocator->allocate(m->allocator->ud, items, *capacity * size, room * size);
    if (moved) *capacity = room;
    return moved;
}

struct machine *machine_new(const cc_allocator *allocator, const cc_limits *limits, struct machine_files files,
                            struct arena *rules)
{
    struct machine *m = allocator->allocate(allocator->ud, NULL, 0, sizeof *m);
    if (!m) return NULL;
    memset(m, 0, sizeof *m);
    small_init(&m->small, allocator);
    limits_of_rule(m);
    m->allocator = allocator, m->files = files, m->rules = rules, m->limits = usual;
    if (limits && limits->instructions) m->limits.instructions = limits->instructions;
    if (limits && limits->memory) m->limits.memory = limits->memory;
    if (limits && limits->string) m->limits.string = limits->string;
    if (limits && limits->milliseconds) m->limits.milliseconds = limits->milliseconds;
    m->L = lua_newstate(machine_allocate, m);
    if (m->L) *(struct machine **)lua_getextraspace(m->L) = m;
    if (!m->L || !sandbox_open(m)) {
        machine_free(m);
        return NULL;
    }
    lua_sethook(m->L, count_hook, LUA_MASKCOUNT, HOOK_EVERY);
    /* Most of the heap lasts, the rules: what is new alone is gone over, which the processor still has at hand. */
    lua_gc(m->L, LUA_GCGEN, 20, 100);
    m->small_heap = true, lua_gc(m->L, LUA_GCSTOP);
    return m;
}

void machine_free(struct machine *m)
{
    if (!m) return;
    limits_off(m);
    if (m->L) lua_close(m->L);
    small_free(&m->small);
    for (size_t i = 0; i < m->folder_count; i++) give(m, m->folders[i], strlen(m->folders[i]) + 1);
    give(m, m->numbers, m->number_capacity * sizeof *m->numbers);
    give(m, m->sets, m->set_capacity * sizeof *m->sets);
    give(m, m->lists, m->list_capacity * sizeof *m->lists);
    token_list_free(&m->tokens, m->allocator);
    give(m, m, sizeof *m);
}

static bool same_folders(const struct machine *m, const char *const *folders, size_t count)
{
    if (count != m->folder_count) return false;
    for (size_t i = 0; i < count; i++)
        if (strcmp(folders[i], m->folders[i])) return false;
    return true;
}

bool machine_set_folders(struct machine *m, const char *const *folders, size_t count)
{
    if (same_folders(m, folders, count)) return true; /* what was read of them stays */
    for (size_t i = 0; i < m->folder_count; i++) give(m, m->folders[i], strlen(m->folders[i]) + 1);
    m->folder_count = 0;
    for (size_t i = 0; i < count && i < sizeof m->folders / sizeof m->folders[0]; i++) {
        size_t size = strlen(folders[i]) + 1;
        char *copy = take(m, size);
        if (!copy) return false;
        memcpy(copy, folders[i], size);
        m->folders[m->folder_count++] = copy;
    }
    m->sources_read = false;
    return true;
}

/* ---- arrays of what a subject made ---- */

void quantity_push(lua_State *L, const struct quantity *q)
{
    struct machine *m = machine_of(L);
    if (m->number_count >= MOST_NUMBERS) raise_limit(L, "it made %d numbers, the most that a rule may", MOST_NUMBERS);
    if (m->number_count == m->number_capacity) {
        void *moved = grow(m, m->numbers, &m->number_capacity, 256, sizeof *m->numbers);
        if (!moved) {
            m->refused = true;
            raise_error(L, "no memory was left");
        }
        m->numbers = moved;
    }
    m->numbers[m->number_count] = *q;
    handle_push(L, HANDLE_QUANTITY, 0, (uint32_t)m->number_count++, false);
}

void set_push(lua_State *L, struct set *set, unsigned view)
{
    struct machine *m = machine_of(L);
    check_memory(L);
    if (m->set_count >= MOST_SETS) raise_limit(L, "it made %d sets, the most that a rule may", MOST_SETS);
    if (m->set_count == m->set_capacity) {
        void *moved = grow(m, m->sets, &m->set_capacity, 64, sizeof *m->sets);
        if (!moved) {
            m->refused = true;
            raise_error(L, "no memory was left");
        }
        m->sets = moved;
    }
    struct made_set *made = &m->sets[m->set_count];
    *made = (struct made_set){ .set = set, .view = (uint8_t)view, .of_figure = m->in_figure };
    lua_Debug where;
    bool asked_where = !m->in_figure && !m->in_subjects && !m->in_law_at; /* elsewhere a set need not be asked */
    if (asked_where && lua_getstack(L, 1, &where) && lua_getinfo(L, "l", &where)) made->line = where.currentline;
    handle_push(L, HANDLE_SET, view, (uint32_t)m->set_count++, false);
}

void list_push(lua_State *L, const struct made_list *list)
{
    struct machine *m = machine_of(L);
    if (m->list_count >= MOST_SETS) raise_limit(L, "it made %d lists, the most that a rule may", MOST_SETS);
    if (m->list_count == m->list_capacity) {
        void *moved = grow(m, m->lists, &m->list_capacity, 64, sizeof *m->lists);
        if (!moved) {
            m->refused = true;
            raise_error(L, "no memory was left");
        }
        m->lists = moved;
    }
    m->lists[m->list_count] = *list;
    handle_push(L, list->range ? HANDLE_RANGE : HANDLE_LIST, list->view, (uint32_t)m->list_count++, false);
}
