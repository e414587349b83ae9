/* trails.c - see trails.h. */
#include "audit/trails.h"

void trail_walk(const struct finding *f, const struct trail *trail, uint64_t *seen, trail_visitor *visit, void *ud)
{
    for (size_t i = 0; i < trail->count; i++) {
        const struct trail_entry *entry = &trail->entries[i];
        visit(ud, trail, entry);
        if (entry->type != TRAIL_FIGURE || !f->figures || *seen >> entry->more & 1) continue;
        *seen |= UINT64_C(1) << entry->more;
        trail_walk(f, &f->figures[entry->more].trail, seen, visit, ud); /* as deep as there are figures */
    }
}

static void walk_element(const struct finding *f, const struct element_result *r, uint64_t *seen, trail_visitor *visit,
                         void *ud)
{
    if (!r->asked) return;
    trail_walk(f, &r->trail, seen, visit, ud);
    for (unsigned i = 0; i < r->count; i++) walk_element(f, &r->items[i], seen, visit, ud);
}

void element_walk(const struct finding *f, const struct element_result *r, trail_visitor *visit, void *ud)
{
    uint64_t seen = 0;
    walk_element(f, r, &seen, visit, ud);
}

static void walk_list(const struct element_result *results, unsigned count, element_visitor *visit, void *ud)
{
    for (unsigned i = 0; results && i < count; i++)
        if (results[i].asked) visit(ud, &results[i]);
}

void finding_walk(const struct finding *f, element_visitor *visit, void *ud)
{
    walk_list(f->applies, f->rule->apply_count, visit, ud);
    walk_list(f->elements, f->rule->element_count, visit, ud);
    walk_list(f->unless, f->rule->unless_count, visit, ud);
}
