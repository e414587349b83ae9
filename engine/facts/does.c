/* does.c - what an entity and its undertaking do: its own list, and the dated records that go with it. */
#include <string.h>

#include "facts/cache.h"
#include "facts/query.h"

static bool lists_word(const struct facts *f, enum field field, const struct cell *c, uint32_t sought)
{
    const uint32_t *items;
    uint32_t count = cell_items(f, field, c, &items);
    for (uint32_t i = 0; i < count; i++)
        if (items[i] == sought) return true;
    return false;
}

/* The dated records of an entity. *ret_on_file: there is any, for whatever activity and time. */
static enum truth recorded_activity(const struct view *v, uint32_t entity, uint32_t activity, bool *ret_on_file,
                                    uint32_t *ret_row)
{
    const struct facts *f = v->facts;
    const uint32_t *rows = NULL;
    ref who = ref_make(KIND_ENTITY, entity);
    uint32_t count = index_rows(f, ACTIVITY_ENTITY, who, &rows), best = NO_ROW;
    bool walk = count == UINT32_MAX, on_file = false;
    if (walk) count = facts_rows(f, KIND_ACTIVITY);
    enum truth truth = NO;
    for (uint32_t i = 0; i < count && truth != YES; i++) {
        uint32_t row = walk ? i : rows[i];
        if (cell_of(f, KIND_ACTIVITY, row, ACTIVITY_ENTITY)->ref != who) continue;
        on_file = true;
        if (cell_of(f, KIND_ACTIVITY, row, ACTIVITY_DOES)->word != activity) continue;
        enum truth now = in_force(v, KIND_ACTIVITY, row);
        if (now > truth) truth = now, best = row;
    }
    *ret_on_file = on_file, *ret_row = best;
    return truth;
}

bool entity_has_activities(const struct view *v, uint32_t entity)
{
    bool on_file = false;
    uint32_t row;
    if (cell_of(v->facts, KIND_ENTITY, entity, ENTITY_ACTIVITIES)->state == CELL_VALUE) return true;
    recorded_activity(v, entity, UINT32_MAX, &on_file, &row);
    return on_file;
}

/* Absent activities are unknown, but none for a person or an agency; and where the entity has dated records, its list
 * is given by them. Null is unknown whatever else is on file. */
enum truth entity_does(const struct view *v, uint32_t entity, uint32_t activity, ref *ret_record, enum field *ret_field)
{
    const struct facts *f = v->facts;
    const struct cell *own = cell_of(f, KIND_ENTITY, entity, ENTITY_ACTIVITIES);
    *ret_record = ref_make(KIND_ENTITY, entity), *ret_field = ENTITY_ACTIVITIES;
    if (own->state == CELL_VALUE && lists_word(f, ENTITY_ACTIVITIES, own, activity)) return YES;

    bool on_file = false;
    uint32_t row = NO_ROW;
    enum truth dated = NO;
    if (facts_rows(f, KIND_ACTIVITY)) dated = recorded_activity(v, entity, activity, &on_file, &row);
    if (dated == YES) return *ret_record = ref_make(KIND_ACTIVITY, row), *ret_field = ACTIVITY_DOES, YES;

    const struct cell *form = cell_of(f, KIND_ENTITY, entity, ENTITY_FORM);
    bool acts = form->state != CELL_VALUE || (form->word != v->words->person && form->word != v->words->agency);
    if (own->state == CELL_NULL || (own->state == CELL_ABSENT && acts && !on_file)) return UNKNOWN;
    if (dated == UNKNOWN) view_force_need(v, KIND_ACTIVITY, row, ret_record, ret_field);
    return dated;
}

/* As entity_does, but for one that did not exist on the day, which did nothing. */
static enum truth member_does(const struct view *v, uint32_t member, uint32_t activity, ref *ret_record,
                              enum field *ret_field)
{
    enum truth exists = in_force(v, KIND_ENTITY, member);
    if (exists == NO) return *ret_record = NO_REF, NO;
    enum truth does = entity_does(v, member, activity, ret_record, ret_field);
    if (does == YES && exists == UNKNOWN) view_force_need(v, KIND_ENTITY, member, ret_record, ret_field);
    return truth_and(does, exists);
}

/* The nearest to the head, then the smallest id: the order of the file decides nothing. */
static bool nearer(struct moment m, uint32_t a, uint32_t b)
{
    uint32_t da = group_depth(m, a), db = group_depth(m, b);
    const char **id = m.view->facts->tables[KIND_ENTITY].id;
    return da != db ? da < db : strcmp(id[a], id[b]) < 0;
}

enum truth group_does(struct moment m, uint32_t entity, uint32_t activity, struct trail *trail)
{
    const struct view *v = m.view;
    ref record;
    enum field field;
    enum truth own = member_does(v, entity, activity, &record, &field);
    if (own == YES) return trail_read(trail, record, field), YES;

    uint32_t top = v->head[entity], best = NO_ENTITY;
    for (uint32_t i = 0; i < v->member_count[top]; i++) {
        uint32_t member = v->members[top][i];
        if (member == entity || !same_group(m, member, entity)) continue;
        enum truth does = member_does(v, member, activity, &record, &field);
        own = truth_or(own, does);
        if (does == YES && (best == NO_ENTITY || nearer(m, member, best))) best = member;
    }
    if (best != NO_ENTITY) {
        member_does(v, best, activity, &record, &field);
        trail_read(trail, record, field);
        trail_tie(trail, m, best, entity);
        return YES;
    }
    if (!trail) return own;
    for (uint32_t i = 0; i < v->member_count[top]; i++) { /* what was looked at, and what is missing */
        uint32_t member = v->members[top][i];
        if (!same_group(m, member, entity)) continue;
        enum truth does = member_does(v, member, activity, &record, &field);
        if (does == UNKNOWN) trail_need(trail, record, field);
        else if (record != NO_REF) trail_read(trail, record, field);
    }
    return own;
}
