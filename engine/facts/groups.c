/* groups.c - who belongs to whose undertaking on a day: links, heads, members, from the holdings (DESIGN 3.3). */
#include "facts/groups.h"

#include <string.h>

#include "facts/cache.h"

/* Longest chain of control that is followed where several links of one entity are weighed, and how often they are:
 * both only where a file says the same control twice. */
enum { CHAIN = 1000, WEIGHINGS = 4 };
#define VISITING (NO_ENTITY - 1)

enum truth holding_links(const struct facts *f, const struct known_words *words, uint32_t holding)
{
    uint32_t entity = ref_row(cell_of(f, KIND_HOLDING, holding, HOLDING_ENTITY)->ref);
    if (entity == ref_row(cell_of(f, KIND_HOLDING, holding, HOLDING_HOLDER)->ref)) return NO; /* its own shares */
    const struct cell *control = cell_of(f, KIND_HOLDING, holding, HOLDING_CONTROL);
    if (control->state == CELL_NULL) return UNKNOWN;
    if (control->state == CELL_VALUE) return control->word == words->sole ? YES : NO;
    const struct cell *form = cell_of(f, KIND_ENTITY, entity, ENTITY_FORM);
    if (form->state == CELL_VALUE && form->word == words->joint_venture) return NO;
    const struct cell *votes = cell_of(f, KIND_HOLDING, holding, HOLDING_VOTES);
    return votes->number.low > 50 ? YES : votes->number.high > 50 ? UNKNOWN : NO; /* more than half: arithmetic */
}

static uint32_t holder_of(const struct view *v, uint32_t holding)
{
    return ref_row(cell_of(v->facts, KIND_HOLDING, holding, HOLDING_HOLDER)->ref);
}
static uint32_t held_of(const struct view *v, uint32_t holding)
{
    return ref_row(cell_of(v->facts, KIND_HOLDING, holding, HOLDING_ENTITY)->ref);
}
static bool links_now(const struct view *v, uint32_t holding)
{
    return holding_links(v->facts, v->words, holding) == YES && in_force(v, KIND_HOLDING, holding) == YES;
}
static const char *entity_id(const struct view *v, uint32_t entity) { return v->facts->tables[KIND_ENTITY].id[entity]; }

/* Does the way up from an entity lead to another? Before heads are known, so in circles too. */
static bool leads_up(const struct view *v, uint32_t from, uint32_t to)
{
    for (unsigned step = 0; step < CHAIN && from != NO_ENTITY; step++, from = v->parent[from])
        if (from == to) return true;
    return false;
}

/* Of two links of one entity: not the one that closes a circle; else the longer way up, so that what lies between is
 * kept; else the smaller id, so that the order of the file decides nothing. */
static bool better_parent(const struct view *v, uint32_t entity, uint32_t other)
{
    uint32_t now = v->parent[entity];
    if (other == now) return false;
    bool now_circles = leads_up(v, now, entity), other_circles = leads_up(v, other, entity);
    if (now_circles != other_circles) return now_circles;
    if (!now_circles && leads_up(v, other, now)) return true;
    if (!now_circles && leads_up(v, now, other)) return false;
    return strcmp(entity_id(v, other), entity_id(v, now)) < 0;
}

/* Most holdings have no end. */
static void note_end(struct view *v, uint32_t holding)
{
    const struct cell *to = cell_of(v->facts, KIND_HOLDING, holding, HOLDING_TO);
    if (to->state < CELL_VALUE || to->date.low >= v->day || to->date.low <= v->control_ended) return;
    if (holding_links(v->facts, v->words, holding) == YES) v->control_ended = to->date.low;
}

static void find_parents(struct view *v)
{
    uint32_t holdings = facts_rows(v->facts, KIND_HOLDING);
    bool twice = false;
    v->control_ended = DAY_MIN;
    for (uint32_t h = 0; h < holdings; h++) {
        note_end(v, h);
        if (!links_now(v, h)) continue;
        uint32_t entity = held_of(v, h);
        if (v->parent[entity] == NO_ENTITY) v->parent[entity] = holder_of(v, h), v->link[entity] = h;
        else twice = true;
    }
    for (unsigned pass = 0; twice && pass < WEIGHINGS; pass++) {
        twice = false;
        for (uint32_t h = 0; h < holdings; h++) {
            if (!links_now(v, h) || !better_parent(v, held_of(v, h), holder_of(v, h))) continue;
            v->parent[held_of(v, h)] = holder_of(v, h), v->link[held_of(v, h)] = h;
            twice = true;
        }
    }
}

/* A circle is one group; its head is the smallest id. */
static void circle_heads(struct view *v, uint32_t start)
{
    uint32_t head = start, length = 0;
    for (uint32_t e = start; !length || e != start; e = v->parent[e], length++)
        if (strcmp(entity_id(v, e), entity_id(v, head)) < 0) head = e;
    uint32_t e = head;
    for (uint32_t left = length; left; left--, e = v->parent[e]) v->head[e] = head, v->depth[e] = left % length;
}

static void find_heads(struct view *v)
{
    uint32_t entities = facts_rows(v->facts, KIND_ENTITY);
    for (uint32_t start = 0; start < entities; start++) {
        uint32_t e = start, steps = 0;
        while (v->head[e] == NO_ENTITY) {
            if (v->parent[e] == NO_ENTITY) v->head[e] = e;
            else v->head[e] = VISITING, e = v->parent[e];
        }
        if (v->head[e] == VISITING) circle_heads(v, e);
        for (e = start; v->head[e] == VISITING; e = v->parent[e]) steps++;
        uint32_t head = v->head[e], depth = v->depth[e] + steps;
        for (e = start; v->head[e] == VISITING; e = v->parent[e]) v->head[e] = head, v->depth[e] = depth--;
    }
}

/* Numbers the entities so that what is below one follows it; in a circle all are below each. `order` and `next` are
 * room for as many entities; next must be zeroed, and is again. */
static void find_spans(struct view *v, uint32_t *order, uint32_t *next)
{
    uint32_t entities = facts_rows(v->facts, KIND_ENTITY), total = 0, *size = v->beyond;
    for (uint32_t e = 0; e < entities; e++) next[v->depth[e]]++, size[e] = 1;
    for (uint32_t d = 0; d < entities && next[d]; d++) {
        uint32_t count = next[d];
        next[d] = total, total += count;
    }
    for (uint32_t e = 0; e < entities; e++) order[next[v->depth[e]]++] = e; /* by depth */
    for (uint32_t i = entities; i-- > 0;)
        if (v->depth[order[i]]) size[v->parent[order[i]]] += size[order[i]];
    total = 0;
    for (uint32_t i = 0; i < entities; i++) { /* next[e]: the number of what comes next below e */
        uint32_t e = order[i], *from = v->depth[e] ? &next[v->parent[e]] : &total;
        v->enter[e] = *from, *from += size[e];
        v->beyond[e] = v->enter[e] + size[e], next[e] = v->enter[e] + 1;
    }
    memset(next, 0, entities * sizeof *next);
    for (uint32_t head = 0; head < entities; head++) {
        if (v->depth[head] || v->parent[head] == NO_ENTITY) continue;
        for (uint32_t e = v->parent[head]; e != head; e = v->parent[e])
            v->enter[e] = v->enter[head], v->beyond[e] = v->beyond[head];
    }
}

static void find_members(struct view *v, uint32_t *room)
{
    uint32_t entities = facts_rows(v->facts, KIND_ENTITY), at = 0;
    for (uint32_t e = 0; e < entities; e++) v->member_count[v->head[e]]++;
    for (uint32_t e = 0; e < entities; e++) {
        if (!v->member_count[e]) continue;
        v->members[e] = room + at;
        at += v->member_count[e];
        v->member_count[e] = 0;
    }
    for (uint32_t e = 0; e < entities; e++) {
        uint32_t head = v->head[e];
        room[v->members[head] - room + v->member_count[head]++] = e;
    }
}

/* Who is linked to whom, in arrays of the arena. */
static bool make_links(struct view *v, struct arena *arena)
{
    size_t n = facts_rows(v->facts, KIND_ENTITY);
    v->parent = arena_array(arena, n, sizeof *v->parent);
    v->link = arena_array(arena, n, sizeof *v->link);
    if (!v->parent || !v->link) return false;
    for (size_t e = 0; e < n; e++) v->parent[e] = NO_ENTITY, v->link[e] = NO_ROW;
    find_parents(v);
    return true;
}

/* All else about groups follows from the links. */
static bool share_groups(struct view *v, const struct view *like)
{
    size_t size = facts_rows(v->facts, KIND_ENTITY) * sizeof *v->link;
    if (memcmp(v->parent, like->parent, size) != 0 || memcmp(v->link, like->link, size) != 0) return false;
    v->parent = like->parent, v->link = like->link;
    v->head = like->head, v->depth = like->depth, v->enter = like->enter, v->beyond = like->beyond;
    v->members = like->members, v->member_count = like->member_count;
    return true;
}

/* Are the groups those of a view of the same facts on another day? Most days change none. False with ret_failed: no memory. */
static bool groups_like(struct view *v, const struct view *like, bool *ret_failed)
{
    struct arena scratch;
    arena_init(&scratch, v->facts->allocator, 0);
    *ret_failed = !make_links(v, &scratch);
    bool same = !*ret_failed && share_groups(v, like);
    arena_free(&scratch);
    return same;
}

bool groups_make(struct view *v, const struct view *like, struct arena *arena)
{
    size_t n = facts_rows(v->facts, KIND_ENTITY);
    bool failed = false;
    if (like && groups_like(v, like, &failed)) return true;
    if (failed || !make_links(v, arena)) return false;
    v->head = arena_array(arena, n, sizeof *v->head);
    v->depth = arena_array(arena, n, sizeof *v->depth);
    v->enter = arena_array(arena, n, sizeof *v->enter);
    v->beyond = arena_array(arena, n, sizeof *v->beyond);
    v->members = arena_array(arena, n, sizeof *v->members);
    v->member_count = arena_array(arena, n, sizeof *v->member_count);
    uint32_t *room = arena_array(arena, n, sizeof *room);
    if (!v->head || !v->depth || !v->enter || !v->beyond || !v->members || !v->member_count || !room) return false;
    for (size_t e = 0; e < n; e++) v->head[e] = NO_ENTITY;
    find_heads(v);
    find_spans(v, room, v->member_count);
    find_members(v, room);
    return true;
}

/* --- questions about groups --- */

static bool spans(const struct view *v, uint32_t top, uint32_t entity)
{
    return v->enter[top] <= v->enter[entity] && v->enter[entity] < v->beyond[top];
}

/* Is the entity the one that stands apart, or below it? */
static bool stands_apart(struct moment m, uint32_t entity)
{
    return m.apart != NO_ENTITY && spans(m.view, m.apart, entity);
}

bool is_below(struct moment m, uint32_t top, uint32_t entity)
{
    return spans(m.view, top, entity) && stands_apart(m, top) == stands_apart(m, entity);
}

uint32_t group_head(struct moment m, uint32_t entity)
{
    return stands_apart(m, entity) ? m.apart : m.view->head[entity];
}

bool same_group(struct moment m, uint32_t a, uint32_t b)
{
    if (a == b) return true;
    if (m.view->head[a] != m.view->head[b]) return false;
    return m.apart == NO_ENTITY || stands_apart(m, a) == stands_apart(m, b);
}

/* In a circle the target that stands apart comes first, then all others as before. */
uint32_t group_depth(struct moment m, uint32_t entity)
{
    uint32_t depth = m.view->depth[entity];
    if (!stands_apart(m, entity)) return depth;
    if (entity == m.apart) return 0;
    bool in_circle = m.view->depth[m.apart] && m.view->enter[m.apart] == m.view->enter[m.view->head[m.apart]];
    return in_circle ? depth + 1 : depth - m.view->depth[m.apart];
}
