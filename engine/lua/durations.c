/* durations.c - how long a record lasts, and what would have to be known to say so. */
#include "lua/sets.h"

enum { PARTS_DEPTH = 256 }; /* how far up part_of is followed; a circle ends there too */

static const struct cell *time_of(const struct facts *facts, ref record, uint16_t field)
{
    return cell_in(facts, record, (enum field)field);
}

/* What an agreement is part of ends it: the earlier end stands. Only what says something of its end is read. */
static struct days ended_by_parents(struct machine *m, ref record, struct days end)
{
    for (unsigned step = 0; ref_kind(record) == KIND_AGREEMENT && step < PARTS_DEPTH; step++) {
        const struct cell *part = time_of(m->facts, record, AGREEMENT_PART_OF);
        if (part->state == CELL_ABSENT) break;
        if (part->state == CELL_NULL) { /* the read says so */
            trail_read(m->trail, record, AGREEMENT_PART_OF);
            trail_need(m->trail, record, AGREEMENT_PART_OF);
            break;
        }
        record = part->ref;
        const struct cell *to = time_of(m->facts, record, AGREEMENT_TO);
        if (to->state == CELL_ABSENT) continue;
        trail_read(m->trail, record, AGREEMENT_TO);
        end.low = to->date.low < end.low ? to->date.low : end.low;
        end.high = to->date.high < end.high ? to->date.high : end.high;
    }
    return end;
}

/* A measurement is used until a later one: what has passed, and what is not recorded may make it longer. */
static struct quantity used_so_far(const struct cell *from, int32_t day)
{
    struct quantity q = quantity_duration(from->date.low, from->date.high, day, day);
    q.open_above = true;
    return q;
}

struct quantity lasts_of(lua_State *L, ref record)
{
    struct machine *m = machine_of(L);
    const struct kind_info *info = model_kind(ref_kind(record));
    const struct cell *from = time_of(m->facts, record, info->from), *to = time_of(m->facts, record, info->to);
    int32_t day = m->views[0]->day;
    trail_read(m->trail, record, (enum field)info->from);
    trail_read(m->trail, record, (enum field)info->to);
    bool endless = to->state == CELL_ABSENT;
    if (endless && info->time == TIME_MEASUREMENT) return used_so_far(from, day);
    struct days end = ended_by_parents(m, record, endless ? (struct days){ DAY_MAX, DAY_MAX } : to->date);
    if (end.low == DAY_MAX) end.low = day; /* no end known, and in force */
    return quantity_duration(from->date.low, from->date.high, end.low, end.high);
}

void need_end(lua_State *L, ref record, const struct quantity *lasts)
{
    struct machine *m = machine_of(L);
    uint16_t to = model_kind(ref_kind(record))->to;
    bool endless = lasts->days_low < lasts->days_high && !(lasts->days_high <= DAY_MAX);
    if (endless && time_of(m->facts, record, to)->state == CELL_ABSENT) trail_need(m->trail, record, (enum field)to);
}

int set_longest(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct made_set *made = set_read(L, 1);
    const struct set *set = made->set;
    if (set->maybes) meet_maybe(L, set);
    struct answer any = set_any(set, m->trail);
    struct quantity longest = quantity_range(0, 0, UNIT_DURATION);
    if (any.truth != YES) longest.open_above = any.absent;
    for (uint32_t i = 0; i < set->sures; i++) {
        struct quantity q = lasts_of(L, member(set, i));
        need_end(L, member(set, i), &q);
        if (quantity_greatest(&longest, &q, &longest) != QUANTITY_FINE)
            raise_error(L, "these durations do not compare");
    }
    quantity_push(L, &longest);
    return 1;
}

/* record:lasts(), record:has{...} */
int record_lasts(lua_State *L)
{
    struct handle h = handle_read(L, 1);
    if (h.kind >= KIND_COUNT || model_kind((enum kind)h.kind)->from == NO_FIELD)
        raise_error(L, "%s has no time", value_described(L, 1));
    ref record = ref_make((enum kind)h.kind, h.row);
    struct quantity q = lasts_of(L, record);
    need_end(L, record, &q);
    quantity_push(L, &q);
    return 1;
}
