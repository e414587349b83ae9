/* timeline.c - one audit a day, compared with that of the day before. */
#include "audit/timeline.h"

#include <string.h>

#include "audit/what_if.h"
#include "base/date.h"

/* ---- life ---- */

cc_timeline *cc_timeline_new(cc_engine *engine, const cc_case *facts, const cc_options *given)
{
    cc_timeline *t = engine->allocator->allocate(engine->allocator->ud, NULL, 0, sizeof *t);
    bool well = t != NULL;
    if (well) {
        *t = (cc_timeline){ .engine = engine, .facts = facts };
        if (given) memcpy(&t->options, given, given->size < sizeof t->options ? given->size : sizeof t->options);
        t->options.size = sizeof t->options;
        arena_init(&t->arena, engine->allocator, 0);
        well = timeline_collect_facts(t);
    }
    if (well) return t;
    engine_say(engine, CODE_MEMORY, facts->facts->file, 0, NULL, "no memory was left for the timeline");
    cc_timeline_free(t);
    return NULL;
}

void cc_timeline_free(cc_timeline *t)
{
    if (!t) return;
    const cc_allocator *allocator = t->engine->allocator;
    cc_audit_free(t->before);
    arena_free(&t->arena);
    allocator->allocate(allocator->ud, t, sizeof *t, 0);
}

size_t cc_timeline_days(const cc_timeline *t, size_t *ret_done)
{
    *ret_done = t->done;
    return t->count;
}

bool cc_timeline_incomplete(const cc_timeline *t) { return t->incomplete; }

/* ---- rows ---- */

static bool is_kept(const struct finding *f) { return f && f->verdict <= CC_REBUTTED; }

static bool same_row(const struct timeline_row *row, const struct finding *f)
{
    if (row->rule != f->rule) return false;
    for (unsigned i = 0; i < f->rule->role_count; i++)
        if (row->subject.roles[i].record != f->subject.roles[i].record) return false;
    return true;
}

/* The row of a finding, made where there is none; SIZE_MAX: no memory. */
static size_t row_of(struct cc_timeline *t, const struct finding *f)
{
    for (size_t i = 0; i < t->row_count; i++)
        if (same_row(t->rows[i], f)) return i;
    void *moved = arena_grow(&t->arena, t->rows, t->row_count, &t->row_capacity, sizeof *t->rows);
    struct timeline_row *row = arena_take(&t->arena, sizeof *row);
    if (!moved || !row) return SIZE_MAX;
    row->rule = f->rule, row->subject = f->subject;
    t->rows = moved, t->rows[t->row_count] = row;
    return t->row_count++;
}

static void take_title(struct cc_timeline *t, struct timeline_row *row, const struct cc_audit *audit,
                       const struct finding *f)
{
    struct text title;
    text_init(&title, t->engine->allocator, (size_t)1 << 20);
    finding_title(audit, f, &title);
    row->title = arena_copy(&t->arena, title.data ? title.data : "", title.length);
    if (title.failed) t->arena.failed = true;
    text_free(&title);
}

/* ---- one day ---- */

static void begin_stretch(struct cc_timeline *t, struct timeline_row *row, const struct timeline_day *day,
                          uint8_t verdict, struct doubt doubt)
{
    struct stretch *moved = arena_grow(&t->arena, row->stretches, row->count, &row->capacity, sizeof *moved);
    if (!moved) return;
    row->stretches = moved;
    moved[row->count++] = (struct stretch){ .verdict = verdict, .from = day->day, .to = DAY_MAX, .doubt = doubt };
}

/* On the first day: what was so the day before as well has no beginning on file. */
static void note_standing(struct cc_timeline *t, const struct timeline_day *day, const struct cc_audit *audit,
                          const struct finding *f)
{
    size_t number = row_of(t, f);
    if (number == SIZE_MAX) return;
    begin_stretch(t, t->rows[number], day, f->verdict, finding_doubt(audit, f, &t->arena));
    take_title(t, t->rows[number], audit, f);
}

static bool is_open(const struct timeline_row *row)
{
    return row->count && row->stretches[row->count - 1].to == DAY_MAX;
}

static void note_change(struct cc_timeline *t, struct timeline_day *day, const struct cc_audit *audit,
                        const struct finding *before, const struct finding *after)
{
    uint8_t was = before ? before->verdict : CC_NOT_APPLICABLE, is = after ? after->verdict : CC_NOT_APPLICABLE;
    size_t number = row_of(t, after ? after : before);
    struct verdict_change *moved = arena_grow(&t->arena, day->changes, day->change_count, &day->change_capacity,
                                              sizeof *moved);
    if (number == SIZE_MAX || !moved) return;
    day->changes = moved;
    struct verdict_change *c = &moved[day->change_count++];
    *c = (struct verdict_change){ .row = number, .before = was, .after = is };
    c->doubt = after ? finding_doubt(audit, after, &t->arena) : finding_doubt(t->before, before, &t->arena);
    timeline_find_causes(t, day, c, before, after);
    struct timeline_row *row = t->rows[number];
    if (is_open(row)) row->stretches[row->count - 1].to = day->day - 1;
    if (!is_kept(after)) return;
    begin_stretch(t, row, day, is, c->doubt);
    take_title(t, row, audit, after);
}

/* ---- who is shown by another name ---- */

static bool is_renamed(const struct finding *was, const struct finding *is)
{
    if (was->rule != is->rule) return false;
    for (unsigned r = 0; r < was->rule->role_count; r++) {
        const struct role_value *a = &was->subject.roles[r], *b = &is->subject.roles[r];
        if (a->record == b->record && a->apart == b->apart) continue;
        if (a->apart || b->apart || ref_kind(a->record) != KIND_ENTITY || ref_kind(b->record) != KIND_ENTITY)
            return false;
        if (!same_group(is->moment, ref_row(a->record), ref_row(b->record))) return false;
    }
    return true;
}

static bool has_finding(const struct cc_audit *audit, const struct finding *f)
{
    for (size_t i = 0; i < audit->finding_count; i++)
        if (!finding_order(audit->findings[i], f)) return true;
    return false;
}

/* A group is shown by the member that its records name, which may be another from a day on: the finding of the same groups in
 * `other`, which has none of f's own names, and f's audit none of its. NULL: none. */
static const struct finding *twin_of(const struct cc_audit *mine, const struct finding *f, const struct cc_audit *other,
                                     bool other_is_later)
{
    for (size_t i = 0; other && i < other->finding_count; i++) {
        const struct finding *o = other->findings[i];
        bool renamed = is_kept(o) && (other_is_later ? is_renamed(f, o) : is_renamed(o, f));
        if (renamed && !has_finding(mine, o)) return o;
    }
    return NULL;
}

/* Nothing but the name: the row goes on under the new one. */
static void rename_row(struct cc_timeline *t, const struct cc_audit *audit, const struct finding *was,
                       const struct finding *is)
{
    size_t number = row_of(t, was);
    if (number == SIZE_MAX) return;
    t->rows[number]->subject = is->subject;
    take_title(t, t->rows[number], audit, is);
}

/* Both audits have their findings in one order, so that one walk over the two is enough. */
static void compare(struct cc_timeline *t, struct timeline_day *day, const struct cc_audit *audit)
{
    const struct cc_audit *before = t->before;
    size_t i = 0, k = 0, count = before ? before->finding_count : 0;
    while (i < count || k < audit->finding_count) {
        const struct finding *was = i < count ? before->findings[i] : NULL,
                             *is = k < audit->finding_count ? audit->findings[k] : NULL;
        int order = !was ? 1 : !is ? -1 : finding_order(was, is);
        if (order < 0) is = NULL;
        if (order > 0) was = NULL;
        i += was != NULL, k += is != NULL;
        const struct finding *later = !is && is_kept(was) ? twin_of(before, was, audit, true) : NULL;
        bool told = before && !was && is_kept(is) && twin_of(audit, is, before, false); /* with the one before */
        if (later) rename_row(t, audit, was, later), is = later;
        if (told) day->totals[is->verdict]++;
        if (told) continue;
        if ((is_kept(was) || is_kept(is)) && (!was || !is || was->verdict != is->verdict))
            note_change(t, day, audit, was, is);
        else if (is_kept(is) && !t->done) note_standing(t, day, audit, is);
        if (is_kept(is) && !later) day->totals[is->verdict]++;
    }
}

static void note_failures(struct cc_timeline *t, const struct timeline_day *day, const struct cc_audit *audit)
{
    for (size_t i = 0; i < audit->rule_count; i++) {
        const struct rule_result *r = &audit->rules[i];
        if (r->verdict != CC_FAILED) continue;
        size_t k = 0;
        while (k < t->failure_count && t->failures[k].rule != r->rule) k++;
        if (k == t->failure_count) {
            void *moved = arena_grow(&t->arena, t->failures, k, &t->failure_capacity, sizeof *t->failures);
            const char *error = r->error ? r->error : r->error_code;
            if (!moved) return;
            t->failures = moved;
            t->failures[t->failure_count++] = (struct timeline_failure){
                .rule = r->rule, .error = arena_copy(&t->arena, error, strlen(error)), .first = day->day
            };
        }
        t->failures[k].days++;
    }
    t->incomplete = t->incomplete || audit->incomplete;
}

/* ---- the end ---- */

/* What began and ended each stretch; changes stay where they are from here on. */
static void tie_changes(struct cc_timeline *t)
{
    for (size_t d = 0; d < t->count; d++)
        for (size_t i = 0; i < t->days[d].change_count; i++) {
            const struct verdict_change *c = &t->days[d].changes[i];
            const struct timeline_row *row = t->rows[c->row];
            for (size_t s = 0; s < row->count; s++) {
                if (row->stretches[s].from == t->days[d].day) row->stretches[s].begun = c;
                if (row->stretches[s].to == t->days[d].day - 1) row->stretches[s].ended = c;
            }
        }
}

/* ---- stepping ---- */

/* NULL: the audit has said why. */
static cc_audit *audit_on(cc_timeline *t, int32_t day)
{
    char as_of[64];
    cc_options options = t->options;
    day_write(day, as_of, sizeof as_of);
    options.as_of = as_of;
    cc_audit *audit = cc_audit_run(t->engine, t->facts, &options);
    t->refused = !audit;
    return audit;
}

/* Is the same flagged, undecided and rebutted? */
static bool same_verdicts(const struct cc_audit *a, const struct cc_audit *b)
{
    size_t i = 0, k = 0;
    for (;;) {
        while (i < a->finding_count && !is_kept(a->findings[i])) i++;
        while (k < b->finding_count && !is_kept(b->findings[k])) k++;
        if (i == a->finding_count || k == b->finding_count) return i == a->finding_count && k == b->finding_count;
        if (finding_order(a->findings[i], b->findings[k]) || a->findings[i]->verdict != b->findings[k]->verdict)
            return false;
        i++, k++;
    }
}

static bool insert_day(cc_timeline *t, int32_t day)
{
    struct timeline_day *days = arena_grow(&t->arena, t->days, t->count, &t->capacity, sizeof *days);
    if (!days) return false;
    memmove(days + t->done + 1, days + t->done, (t->count - t->done) * sizeof *days);
    days[t->done] = (struct timeline_day){ .day = day };
    t->days = days, t->count++;
    return true;
}

/* A rule may count the time itself, so that what it says changes on a day on which nothing begins or ends. Where the last day
 * before the next is not as the one before, the first that is not is searched for, and becomes a day of its own. */
static bool find_between(cc_timeline *t)
{
    int32_t low = t->days[t->done - 1].day, high = t->days[t->done].day - 1;
    for (bool first = true; high > low; first = false) {
        int32_t day = first ? high : low + (high - low) / 2;
        if (day == low) return insert_day(t, high);
        cc_audit *audit = audit_on(t, day);
        if (!audit) return false;
        bool same = same_verdicts(t->before, audit);
        cc_audit_free(audit);
        if (same && first) return true;
        if (same) low = day;
        else high = day;
    }
    return true;
}

/* What changed on the day, and why: the facts of the day are left out one by one. */
static bool compare_day(cc_timeline *t, struct timeline_day *day, const struct cc_audit *audit)
{
    struct what_if w;
    bool well = what_if_begin(&w, t->engine, audit, &t->options, SIZE_MAX);
    t->w = &w;
    if (well) compare(t, day, audit);
    well = well && !w.no_memory;
    what_if_end(&w);
    t->w = NULL;
    return well;
}

int cc_timeline_step(cc_timeline *t)
{
    if (t->done == t->count) return 0;
    bool well = t->done ? find_between(t) : (t->before = audit_on(t, t->days[0].day - 1)) != NULL;
    uint64_t mark = views_mark(t->facts->facts);
    cc_audit *audit = well ? audit_on(t, t->days[t->done].day) : NULL;
    well = audit && (t->done || timeline_collect_laws(t, audit));
    if (well) {
        struct timeline_day *day = &t->days[t->done];
        well = compare_day(t, day, audit);
        note_failures(t, day, audit);
        cc_audit_free(t->before);
        t->before = audit, audit = NULL;
        views_forget(t->facts->facts, mark); /* of the days before nobody asks again */
        if (++t->done == t->count) tie_changes(t);
    }
    cc_audit_free(audit);
    if (well && !t->arena.failed && !t->before->arena.failed) return t->done < t->count;
    if (!t->refused)
        engine_say(t->engine, CODE_MEMORY, t->facts->facts->file, 0, NULL, "no memory was left for the timeline");
    return -1;
}
