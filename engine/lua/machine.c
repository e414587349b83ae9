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
static char unknown_marker, scope_marker;

static void *machine_allocate(void *ud, void *block, size_t old_size, size_t new_size)
{
    struct machine *m = ud;
    bool is_string = !block && old_size == LUA_TSTRING;
    size_t before = block ? old_size : 0;
    if (new_size > before && m->limited) {
        if (is_string && new_size > m->limits.string) {
            m->over_string = true;
            return NULL;
        }
        if (m->used + (new_size - before) > m->baseline + m->limits.memory) {
            m->over_memory = true;
            return NULL;
        }
    }
    void *moved = m->allocator->allocate(m->allocator->ud, block, before, new_size);
    if (!moved && new_size) {
        m->refused = true;
        return NULL;
    }
    m->used += new_size - before;
    return moved;
}

struct machine *machine_of(lua_State *L)
{
    void *ud;
    lua_getallocf(L, &ud);
    return ud;
}

static int64_t clock_now(void) { return (int64_t)clock() * 1000 / CLOCKS_PER_SEC; }

static void count_hook(lua_State *L, lua_Debug *debug)
{
    (void)debug;
    struct machine *m = machine_of(L);
    if (!m->limited) return;
    m->instructions += HOOK_EVERY;
    if (m->instructions > m->limits.instructions)
        raise_error(L, "it ran %llu million instructions, the most that a rule may",
                    (unsigned long long)(m->limits.instructions / 1000000));
    if (m->instructions % (HOOK_EVERY * 100) == 0 && clock_now() - m->clock_start > m->limits.milliseconds)
        raise_error(L, "it ran for %u milliseconds, the most that a rule may", m->limits.milliseconds);
}

void limits_on(struct machine *m)
{
    m->baseline = m->used;
    m->instructions = 0;
    m->clock_start = clock_now();
    m->over_memory = m->over_string = false;
    m->limited = true;
}

void limits_off(struct machine *m) { m->limited = false; }

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

void check_memory(lua_State *L)
{
    struct machine *m = machine_of(L);
    if (m->arena && m->arena->failed) {
        m->refused = true;
        raise_error(L, "no memory was left");
    }
}

/* "rule:31: sentence" and "lib/x.lua:3: sentence", as Lua writes them, become a line and a sentence. */
static void failure_from(struct machine *m, const char *said)
{
    const char *text = said, *code = "rule";
    uint32_t line = 0;
    if (m->over_memory || m->over_string) {
        code = "limit";
        if (m->over_string && !m->over_memory) text = "a string longer than a rule may make (256 KB)";
        else text = "it needs more memory than a rule may use (16 MB)";
        fail(m, code, 0, "%s", text);
        return;
    }
    if (!strncmp(said, "rule:", 5)) {
        char *end;
        unsigned long number = strtoul(said + 5, &end, 10);
        if (end > said + 5 && end[0] == ':' && end[1] == ' ') line = (uint32_t)number, text = end + 2;
    }
    if (strstr(text, "it ran ") || strstr(text, "stack overflow")) code = "limit";
    if (m->refused) code = "memory", text = "no memory was left";
    fail(m, code, line, "%s", text);
}

enum ended machine_protect(struct machine *m, lua_CFunction fn, void *argument)
{
    lua_State *L = m->L;
    int top = lua_gettop(L);
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
        else if (marker == &scope_marker) ended = ENDED_OUT_OF_SCOPE;
        else {
            const char *said = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "an error that is no text";
            if (status == LUA_ERRMEM && !m->over_memory && !m->over_string) m->refused = true;
            failure_from(m, said);
            ended = ENDED_FAILED;
        }
    }
    lua_settop(L, top);
    return ended;
}

const struct failure *machine_failure(const struct machine *m) { return &m->failure; }
bool machine_refused(const struct machine *m) { return m->refused; }
uint64_t machine_instructions(const struct machine *m) { return m->instructions; }
uint64_t machine_params_read(const struct machine *m) { return m->params_read; }
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
    m->allocator = allocator, m->files = files, m->rules = rules, m->limits = usual;
    if (limits && limits->instructions) m->limits.instructions = limits->instructions;
    if (limits && limits->memory) m->limits.memory = limits->memory;
    if (limits && limits->string) m->limits.string = limits->string;
    if (limits && limits->milliseconds) m->limits.milliseconds = limits->milliseconds;
    m->L = lua_newstate(machine_allocate, m);
    if (!m->L || !sandbox_open(m)) {
        machine_free(m);
        return NULL;
    }
    lua_sethook(m->L, count_hook, LUA_MASKCOUNT, HOOK_EVERY);
    return m;
}

void machine_free(struct machine *m)
{
    if (!m) return;
    limits_off(m);
    if (m->L) lua_close(m->L);
    for (size_t i = 0; i < m->folder_count; i++) give(m, m->folders[i], strlen(m->folders[i]) + 1);
    give(m, m->numbers, m->number_capacity * sizeof *m->numbers);
    give(m, m->sets, m->set_capacity * sizeof *m->sets);
    give(m, m->lists, m->list_capacity * sizeof *m->lists);
    give(m, m, sizeof *m);
}

bool machine_set_folders(struct machine *m, const char *const *folders, size_t count)
{
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
    if (m->number_count >= MOST_NUMBERS) raise_error(L, "it made %d numbers, the most that a rule may", MOST_NUMBERS);
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
    if (m->set_count >= MOST_SETS) raise_error(L, "it made %d sets, the most that a rule may", MOST_SETS);
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
    if (lua_getstack(L, 1, &where) && lua_getinfo(L, "l", &where)) made->line = where.currentline;
    handle_push(L, HANDLE_SET, view, (uint32_t)m->set_count++, false);
}

void list_push(lua_State *L, const struct made_list *list)
{
    struct machine *m = machine_of(L);
    if (m->list_count >= MOST_SETS) raise_error(L, "it made %d lists, the most that a rule may", MOST_SETS);
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
