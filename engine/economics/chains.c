/* A walk over holdings, breadth first, one undertaking at a time. */
#include "economics/chains.h"

#include <stdlib.h>
#include <string.h>

struct chains {
    struct moment moment;
    enum field from, to;     /* of a holding: where a link begins, and ends */
    uint32_t *queue, queued; /* heads of undertakings to go on from */
    bool *seen;              /* of each head: it is in the queue */
    uint32_t *named;         /* of each head at the end of a link: the member that stands for it, from 1 */
    uint32_t ends;
};

static void go_on_from(struct chains *c, uint32_t head)
{
    if (c->seen[head]) return;
    c->seen[head] = true;
    c->queue[c->queued++] = head;
}

static bool stands_before(const struct chains *c, uint32_t a, uint32_t b)
{
    uint32_t da = group_depth(c->moment, a), db = group_depth(c->moment, b);
    const char **id = c->moment.view->facts->tables[KIND_ENTITY].id;
    return da != db ? da < db : strcmp(id[a], id[b]) < 0;
}

static void end_at(struct chains *c, uint32_t entity)
{
    uint32_t head = group_head(c->moment, entity), *named = &c->named[head];
    if (!*named) c->ends++;
    if (!*named || stands_before(c, entity, *named - 1)) *named = entity + 1;
    go_on_from(c, head);
}

static void follow(struct chains *c, uint32_t entity)
{
    const struct facts *f = c->moment.view->facts;
    const uint32_t *listed = NULL;
    ref begins = ref_make(KIND_ENTITY, entity);
    uint32_t count = index_rows(f, c->from, begins, &listed);
    bool walk = count == UINT32_MAX;
    if (walk) count = facts_rows(f, KIND_HOLDING);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t row = walk ? i : listed[i];
        if (cell_of(f, KIND_HOLDING, row, c->from)->ref != begins) continue;
        if (view_in_force(c->moment.view, KIND_HOLDING, row) == NO) continue;
        end_at(c, ref_row(cell_of(f, KIND_HOLDING, row, c->to)->ref));
    }
}

struct end {
    const char *id; /* of the head */
    uint32_t row;
};

static int by_id(const void *a, const void *b)
{
    return strcmp(((const struct end *)a)->id, ((const struct end *)b)->id);
}

/* The ends in order, as rows in the arena that is given. */
static bool in_order(const struct chains *c, struct arena *scratch, struct arena *arena, uint32_t **ret_ends)
{
    const struct facts *f = c->moment.view->facts;
    struct end *ends = arena_array(scratch, (size_t)c->ends + 1, sizeof *ends);
    uint32_t *rows = arena_array(arena, (size_t)c->ends + 1, sizeof *rows), n = 0;
    if (!ends || !rows) return false;
    for (uint32_t i = 0; i < c->queued; i++) {
        uint32_t head = c->queue[i];
        if (c->named[head]) ends[n++] = (struct end){ f->tables[KIND_ENTITY].id[head], c->named[head] - 1 };
    }
    qsort(ends, n, sizeof *ends, by_id);
    for (uint32_t i = 0; i < n; i++) rows[i] = ends[i].row;
    *ret_ends = rows;
    return true;
}

bool chain_ends(struct moment m, enum chain_way way, const uint32_t *from, uint32_t count, struct arena *arena,
                uint32_t **ret_ends, uint32_t *ret_count)
{
    const struct view *v = m.view;
    uint32_t entities = facts_rows(v->facts, KIND_ENTITY);
    struct arena scratch;
    arena_init(&scratch, v->facts->allocator, 0);
    struct chains c = { .moment = m, .from = HOLDING_ENTITY, .to = HOLDING_HOLDER };
    if (way == CHAIN_DOWN) c.from = HOLDING_HOLDER, c.to = HOLDING_ENTITY;
    c.queue = arena_array(&scratch, entities, sizeof *c.queue);
    c.seen = arena_array(&scratch, entities, sizeof *c.seen);
    c.named = arena_array(&scratch, entities, sizeof *c.named);
    bool well = !scratch.failed;
    for (uint32_t i = 0; well && i < count; i++) go_on_from(&c, group_head(m, from[i]));
    for (uint32_t i = 0; well && i < c.queued; i++) {
        uint32_t top = v->head[c.queue[i]];
        for (uint32_t j = 0; j < v->member_count[top]; j++)
            if (group_head(m, v->members[top][j]) == c.queue[i]) follow(&c, v->members[top][j]);
    }
    well = well && in_order(&c, &scratch, arena, ret_ends);
    if (well) *ret_count = c.ends;
    else arena->failed = true;
    arena_free(&scratch);
    return well;
}
