/* gather.c - the values of fields over a set, each once: lists, groups, pairs and triples. */
#include <string.h>

#include "lua/distinct.h"
#include "lua/sets.h"

struct gathered {
    uint32_t *items; /* refs or words */
    uint32_t *of;    /* the member's index */
    uint32_t count, capacity;
};

static void gather(lua_State *L, struct gathered *g, uint32_t item, uint32_t of)
{
    struct machine *m = machine_of(L);
    if (g->count == g->capacity) {
        uint32_t room = g->capacity ? g->capacity * 2 : 16;
        uint32_t *items = arena_array(m->arena, room, sizeof *items), *ofs = arena_array(m->arena, room, sizeof *ofs);
        check_memory(L);
        if (g->count) memcpy(items, g->items, g->count * sizeof *items), memcpy(ofs, g->of, g->count * sizeof *ofs);
        g->items = items, g->of = ofs, g->capacity = room;
    }
    g->items[g->count] = item, g->of[g->count++] = of;
}

static bool is_open(enum field field, const struct cell *cell)
{
    return cell->state == CELL_NULL || (cell->state == CELL_ABSENT && model_fields[field].absent == ABSENT_UNSURE);
}

/* The values of a field of one member. False: it is unknown (in `subjects`: noted as a hole, and passed over). */
static bool gather_field(lua_State *L, struct gathered *g, const struct set *set, uint32_t i, enum field field)
{
    struct machine *m = machine_of(L);
    ref record = member(set, i);
    if (field == NO_FIELD) {
        gather(L, g, record, i);
        return true;
    }
    const struct cell *cell = cell_of(m->facts, set->query->kind, set->rows[i], field);
    trail_read(m->trail, record, field);
    if (is_open(field, cell)) {
        trail_need(m->trail, record, field);
        if (!m->in_subjects) raise_unknown(L);
        trail_need(&m->collecting->trail, record, field);
        m->collecting->hole = true;
        return false;
    }
    const uint32_t *items;
    uint32_t count = cell_items(m->facts, field, cell, &items);
    for (uint32_t k = 0; k < count; k++) gather(L, g, items[k], i);
    return true;
}

static enum field gather_named(lua_State *L, int index, enum kind kind)
{
    if (!strcmp(text_argument(L, index), "id")) return NO_FIELD;
    enum field field = field_named(L, index, kind);
    unsigned type = model_fields[field].type;
    if (type != TYPE_REF && type != TYPE_REFS && type != TYPE_WORD && type != TYPE_WORDS)
        raise_error(L, "'%s' holds no record and no word", model_fields[field].name);
    return field;
}

static bool is_word_field(enum field field)
{
    return field != NO_FIELD && (model_fields[field].type == TYPE_WORD || model_fields[field].type == TYPE_WORDS);
}

/* Are two gathered values the same: the same group of entities, record or word? */
static bool same_item(struct moment moment, bool words, uint32_t a, uint32_t b)
{
    if (a == b) return true;
    if (words || ref_kind(a) != KIND_ENTITY || ref_kind(b) != KIND_ENTITY) return false;
    return same_group(moment, ref_row(a), ref_row(b));
}

/* Of several named members of one group the one nearest the head stands for it, then the smallest id: so that the order of
 * the records decides nothing. */
static void name_better(const struct machine *m, struct moment moment, uint32_t *item, uint32_t other)
{
    if (*item == other || ref_kind(other) != KIND_ENTITY) return;
    uint32_t near = group_depth(moment, ref_row(*item)), far = group_depth(moment, ref_row(other));
    if (far < near || (far == near && strcmp(facts_id(m->facts, other), facts_id(m->facts, *item)) < 0)) *item = other;
}

/* Each once. `ret_numbers`, unless NULL: for each item the number of its like in `distinct`. */
static void gather_distinct(lua_State *L, struct gathered *distinct, const struct gathered *all, struct moment moment,
                            bool words, uint32_t *ret_numbers)
{
    struct distinct known = { 0 };
    for (uint32_t i = 0; i < all->count; i++) {
        uint32_t item = all->items[i];
        uint32_t k = distinct_number(L, &known, (uint32_t[DISTINCT_WIDTH]){ distinct_key(moment, words, item) });
        if (k == distinct->count) gather(L, distinct, item, 0);
        else if (!words) name_better(machine_of(L), moment, &distinct->items[k], item);
        if (ret_numbers) ret_numbers[i] = k;
    }
}

int set_list(lua_State *L)
{
    struct made_set *made = set_read(L, 1);
    const struct set *set = made->set;
    unsigned view = made->view;
    enum field field = gather_named(L, 2, set->query->kind);
    bool words = is_word_field(field), walk = machine_of(L)->in_subjects;
    struct gathered all = { 0 }, distinct = { 0 };
    if (set->maybes && !walk) meet_maybe(L, set);
    for (uint32_t i = 0; i < set->sures + (walk ? set->maybes : 0); i++) gather_field(L, &all, set, i, field);
    gather_distinct(L, &distinct, &all, set->moment, words, NULL);
    list_push(L,
              &(struct made_list){ .records = words ? NULL : distinct.items,
                                   .words = words ? distinct.items : NULL,
                                   .count = distinct.count,
                                   .view = (uint8_t)view,
                                   .set = set,
                                   .open = set->complete < 0 && !set->as_recorded,
                                   .word_list = field == NO_FIELD ? LIST_COUNT : (enum list)model_fields[field].list });
    return 1;
}

/* ---- iterators over arrays of handles: upvalues are an array of tuples in the case's arena, width, position ---- */

/* An iterator that was kept from another subject or case points at what is gone. */
static void check_generation(lua_State *L, int upvalue)
{
    if (lua_tointeger(L, lua_upvalueindex(upvalue)) != machine_of(L)->generation)
        raise_error(L, "a rule keeps nothing: this walk belongs to another subject or case");
}

static int next_tuple(lua_State *L)
{
    check_generation(L, 6);
    const uint64_t *cells = lua_touserdata(L, lua_upvalueindex(1));
    lua_Integer count = lua_tointeger(L, lua_upvalueindex(2)), width = lua_tointeger(L, lua_upvalueindex(3));
    lua_Integer at = lua_tointeger(L, lua_upvalueindex(4));
    unsigned view = (unsigned)lua_tointeger(L, lua_upvalueindex(5));
    if (at >= count) return 0;
    lua_pushinteger(L, at + 1);
    lua_replace(L, lua_upvalueindex(4));
    for (lua_Integer i = 0; i < width; i++) {
        uint64_t cell = cells[at * width + i];
        record_push(L, (uint32_t)cell, view, cell >> 32 != 0); /* the upper half: a target that stands apart */
    }
    return (int)width;
}

int tuples_push(lua_State *L, const uint64_t *cells, lua_Integer count, lua_Integer width, unsigned view)
{
    lua_pushlightuserdata(L, (void *)(uintptr_t)cells);
    lua_pushinteger(L, count);
    lua_pushinteger(L, width);
    lua_pushinteger(L, 0);
    lua_pushinteger(L, view);
    lua_pushinteger(L, machine_of(L)->generation);
    lua_pushcclosure(L, next_tuple, 6);
    return 1;
}

static int next_by(lua_State *L)
{
    check_generation(L, 7);
    struct set **sets = lua_touserdata(L, lua_upvalueindex(1));
    const uint32_t *items = lua_touserdata(L, lua_upvalueindex(2));
    lua_Integer count = lua_tointeger(L, lua_upvalueindex(3)), at = lua_tointeger(L, lua_upvalueindex(4));
    unsigned view = (unsigned)lua_tointeger(L, lua_upvalueindex(5));
    if (at >= count) return 0;
    lua_pushinteger(L, at + 1);
    lua_replace(L, lua_upvalueindex(4));
    if (lua_toboolean(L, lua_upvalueindex(6))) word_push(L, items[at]);
    else record_push(L, items[at], view, false);
    set_push(L, sets[at], view);
    machine_of(L)->sets[machine_of(L)->set_count - 1].used = true;
    return 2;
}

/* The value that a part of a set has in common. */
struct common {
    struct moment moment;
    enum field field; /* NO_FIELD: the record itself */
    bool words;
    uint32_t item;
};

static enum truth has_common(lua_State *L, ref record, const void *argument)
{
    const struct common *common = argument;
    struct machine *m = machine_of(L);
    if (common->field == NO_FIELD) return record == common->item ? YES : NO;
    const struct cell *cell = cell_in(m->facts, record, common->field);
    trail_read(m->trail, record, common->field);
    if (is_open(common->field, cell)) {
        trail_need(m->trail, record, common->field);
        return UNKNOWN;
    }
    const uint32_t *items;
    uint32_t count = cell_items(m->facts, common->field, cell, &items);
    for (uint32_t k = 0; k < count; k++)
        if (same_item(common->moment, common->words, items[k], common->item)) return YES;
    return NO;
}

/* Each member into the sets of its values, once into each: sures, then maybes, as they stand in the set. */
static struct set **part_by(lua_State *L, const struct set *set, const struct gathered *all, const uint32_t *numbers,
                            uint32_t count)
{
    struct machine *m = machine_of(L);
    struct set **sets = arena_array(m->arena, (size_t)count + 1, sizeof *sets);
    uint32_t *rooms = arena_array(m->arena, (size_t)count + 1, sizeof *rooms);
    uint32_t *last = arena_array(m->arena, (size_t)count + 1, sizeof *last); /* member put there + 1 */
    check_memory(L);
    for (uint32_t i = 0; i < all->count; i++) rooms[numbers[i]]++;
    for (uint32_t d = 0; d < count; d++) sets[d] = set_like(L, set, rooms[d]);
    for (uint32_t i = 0; i < all->count; i++) {
        uint32_t of = all->of[i];
        struct set *part = sets[numbers[i]];
        if (last[numbers[i]] == of + 1) continue;
        last[numbers[i]] = of + 1;
        part->rows[part->sures + part->maybes] = set->rows[of];
        if (of < set->sures) part->sures++;
        else part->maybes++;
    }
    return sets;
}

int set_by(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct made_set *made = set_read(L, 1);
    const struct set *set = made->set;
    unsigned view = made->view;
    enum field field = gather_named(L, 2, set->query->kind);
    bool words = is_word_field(field);
    struct gathered all = { 0 }, distinct = { 0 };
    if (set->maybes && !m->in_subjects) meet_maybe(L, set);
    uint32_t total = set->sures + (m->in_subjects ? set->maybes : 0);
    for (uint32_t i = 0; i < total; i++) gather_field(L, &all, set, i, field);
    uint32_t *numbers = arena_array(m->arena, (size_t)all.count + 1, sizeof *numbers);
    check_memory(L);
    gather_distinct(L, &distinct, &all, set->moment, words, numbers);
    struct set **sets = part_by(L, set, &all, numbers, distinct.count);
    for (uint32_t d = 0; d < distinct.count; d++) {
        struct common common = { set->moment, field, words, distinct.items[d] };
        sieve_add(L, sets[d], has_common, &common, sizeof common);
    }
    lua_pushlightuserdata(L, sets);
    lua_pushlightuserdata(L, distinct.items);
    lua_pushinteger(L, distinct.count);
    lua_pushinteger(L, 0);
    lua_pushinteger(L, view);
    lua_pushboolean(L, words);
    lua_pushinteger(L, m->generation);
    lua_pushcclosure(L, next_by, 7);
    return 1;
}

static void check_not_words(lua_State *L, enum field a, enum field b)
{
    if (is_word_field(a) || is_word_field(b)) raise_error(L, "pairs and triples take fields that hold records");
}

struct tuples {
    uint64_t *cells;
    uint32_t capacity, width;
    struct distinct known;
};

static void tuple_add(lua_State *L, struct tuples *t, struct moment moment, const uint32_t *items)
{
    struct machine *m = machine_of(L);
    uint32_t key[DISTINCT_WIDTH] = { 0 }, before = t->known.count;
    for (uint32_t k = 0; k < t->width; k++) key[k] = distinct_key(moment, false, items[k]);
    uint32_t number = distinct_number(L, &t->known, key);
    if (number == t->capacity) {
        uint32_t room = t->capacity ? t->capacity * 2 : 8;
        uint64_t *cells = arena_array(m->arena, (size_t)room * t->width, sizeof *cells);
        check_memory(L);
        if (number) memcpy(cells, t->cells, (size_t)number * t->width * sizeof *cells);
        t->cells = cells, t->capacity = room;
    }
    uint64_t *tuple = t->cells + (size_t)number * t->width;
    for (uint32_t k = 0; k < t->width; k++) {
        uint32_t name = number == before ? items[k] : (uint32_t)tuple[k];
        name_better(m, moment, &name, items[k]);
        tuple[k] = name;
    }
}

/* Gathers (f, g) of each member; where a member is a maybe, a test is unknown. */
static void gather_two(lua_State *L, const struct set *set, struct gathered *f, struct gathered *g, enum field a,
                       enum field b)
{
    struct machine *m = machine_of(L);
    if (set->maybes && !m->in_subjects) meet_maybe(L, set);
    struct gathered one = { 0 }, two = { 0 };
    for (uint32_t i = 0; i < set->sures + (m->in_subjects ? set->maybes : 0); i++) {
        one.count = two.count = 0;
        if (!gather_field(L, &one, set, i, a) || !gather_field(L, &two, set, i, b)) continue;
        for (uint32_t x = 0; x < one.count; x++)
            for (uint32_t y = 0; y < two.count; y++) {
                if (same_item(set->moment, false, one.items[x], two.items[y])) continue;
                gather(L, f, one.items[x], i);
                gather(L, g, two.items[y], i);
            }
    }
}

/* What set:pairs(a, b) and set:triples(a, b) begin with: both fields of each record. Returns the set. */
static const struct set *gather_asked(lua_State *L, struct gathered *f, struct gathered *g, unsigned *ret_view)
{
    struct made_set *made = set_read(L, 1);
    const struct set *set = made->set;
    enum field a = gather_named(L, 2, set->query->kind), b = gather_named(L, 3, set->query->kind);
    *ret_view = made->view;
    check_not_words(L, a, b);
    gather_two(L, set, f, g, a, b);
    return set;
}

int set_pairs(lua_State *L)
{
    struct gathered f = { 0 }, g = { 0 };
    unsigned view;
    const struct set *set = gather_asked(L, &f, &g, &view);
    struct tuples t = { .width = 2 };
    for (uint32_t i = 0; i < f.count; i++) tuple_add(L, &t, set->moment, (uint32_t[]){ f.items[i], g.items[i] });
    return tuples_push(L, t.cells, t.known.count, 2, view);
}

/* The two of a triple have no order of their own: the one whose group's head has the smaller id is the first. */
static bool goes_first(const struct machine *m, struct moment moment, uint32_t a, uint32_t b)
{
    if (ref_kind(a) == KIND_ENTITY) a = ref_make(KIND_ENTITY, group_head(moment, ref_row(a)));
    if (ref_kind(b) == KIND_ENTITY) b = ref_make(KIND_ENTITY, group_head(moment, ref_row(b)));
    return strcmp(facts_id(m->facts, a), facts_id(m->facts, b)) < 0;
}

/* (f, g1, g2): two members of the set have the same f and different g. */
int set_triples(lua_State *L)
{
    struct gathered f = { 0 }, g = { 0 };
    unsigned view;
    const struct set *set = gather_asked(L, &f, &g, &view);
    struct tuples t = { .width = 3 };
    uint32_t *next = arena_array(machine_of(L)->arena, (size_t)f.count + 1, sizeof *next);
    uint32_t *latest = arena_array(machine_of(L)->arena, (size_t)f.count + 1, sizeof *latest);
    struct distinct known = { 0 };
    check_memory(L);
    for (uint32_t i = f.count; i-- > 0;) { /* a chain, by places + 1, of those that share what they are of */
        uint32_t *end = &latest[distinct_number(
            L, &known, (uint32_t[DISTINCT_WIDTH]){ distinct_key(set->moment, false, f.items[i]) })];
        next[i] = *end;
        *end = i + 1;
    }
    for (uint32_t i = 0; i < f.count; i++) {
        for (uint32_t k = next[i]; k; k = next[k - 1]) {
            spend(L, 1);
            if (same_item(set->moment, false, g.items[i], g.items[k - 1])) continue;
            uint32_t shared = f.items[i], one = g.items[i], two = g.items[k - 1];
            name_better(machine_of(L), set->moment, &shared, f.items[k - 1]);
            bool ordered = goes_first(machine_of(L), set->moment, one, two);
            tuple_add(L, &t, set->moment, (uint32_t[]){ shared, ordered ? one : two, ordered ? two : one });
        }
    }
    return tuples_push(L, t.cells, t.known.count, 3, view);
}
