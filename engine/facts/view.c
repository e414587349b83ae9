/* view.c - what is in force, has happened or is current on a day. Views are kept with the case, one a day asked. */
#include "facts/view.h"

#include <assert.h>
#include <string.h>

#include "facts/cache.h"

/* How far up an agreement's part_of is followed; past it what it belongs to is not known. */
enum { PARTS_DEPTH = 256 };

struct view_cache { /* facts->views */
    struct known_words words;
    struct view *first; /* the newest */
    uint64_t mark;      /* the last */
    size_t bytes;       /* of what is kept apart */
};
/* Groups, as long as a view has them. */
struct kept_groups {
    struct arena arena;
    uint32_t views;
};
struct kept_view {
    struct arena arena;
    struct kept_groups *groups;
};

uint32_t listed_word(enum list list, const char *name)
{
    int number = model_find_word(list, name, strlen(name));
    assert(number >= 0);
    return (uint32_t)number;
}

void known_words_fill(struct known_words *w)
{
    w->sole = listed_word(LIST_CONTROL, "sole");
    w->uncontrolled = listed_word(LIST_CONTROL, "none");
    w->joint_venture = listed_word(LIST_FORM, "joint-venture");
    w->person = listed_word(LIST_FORM, "person");
    w->agency = listed_word(LIST_FORM, "agency");
    w->partnership = listed_word(LIST_AGREEMENT_TYPE, "partnership");
    w->joint_build = listed_word(LIST_AGREEMENT_TYPE, "joint-build");
    w->staff_exchange = listed_word(LIST_AGREEMENT_TYPE, "staff-exchange");
    w->announced = listed_word(LIST_DEAL_STATUS, "announced");
    w->closed = listed_word(LIST_DEAL_STATUS, "closed");
    w->abandoned = listed_word(LIST_DEAL_STATUS, "abandoned");
}

void *cache_array(const struct facts *facts, size_t count, size_t size)
{
    struct arena *arena = &((struct facts *)facts)->arena; /* a cache: see cache.h */
    bool failed = arena->failed;
    void *items = arena_array(arena, count, size);
    arena->failed = failed;
    return items;
}

/* --- making a view --- */

static uint32_t count_later(const struct facts *facts, int32_t day)
{
    uint32_t later = 0;
    for (unsigned k = 0; k < KIND_COUNT; k++) {
        const struct kind_info *info = model_kind((enum kind)k);
        const struct table *t = &facts->tables[k];
        if (info->from == NO_FIELD || !t->rows) continue;
        const struct cell *from = cell_of(facts, (enum kind)k, 0, (enum field)info->from);
        for (uint32_t row = 0; row < t->rows; row++, from += t->columns)
            later += from->state >= CELL_VALUE && from->date.low > day;
    }
    return later;
}

struct view *view_make(const struct facts *facts, int32_t day, const struct known_words *words, const struct view *like,
                       struct arena *arena, struct arena *of_groups)
{
    struct view *v = arena_take(arena, sizeof *v);
    if (!v) return NULL;
    v->facts = facts, v->day = day, v->words = words, v->holds_as = v;
    if (!(v->standing = arena_array(arena, KIND_COUNT, sizeof *v->standing))) return NULL;
    memset(v->standing, 0xFF, KIND_COUNT * sizeof *v->standing);
    for (unsigned k = 0; k < KIND_COUNT; k++) {
        uint32_t rows = facts->tables[k].rows;
        if (rows && !(v->force[k] = arena_array(arena, rows, 1))) return NULL;
    }
    return groups_make(v, like, of_groups) ? v : NULL;
}

/* A view of an overlay: that of the case below, but for what is in force of the kinds that are changed. */
static struct view *view_over(const struct facts *facts, int32_t day, struct arena *arena)
{
    const struct view *under = view_at(facts->under, day);
    if (!under || facts->regrouped) return under ? view_make(facts, day, under->words, NULL, arena, arena) : NULL;
    struct view *v = arena_take(arena, sizeof *v);
    uint32_t *standing = arena_array(arena, KIND_COUNT, sizeof *standing);
    if (!v || !standing) return NULL;
    *v = *under;
    v->facts = facts, v->standing = standing, v->stakes = NULL, v->kept = NULL;
    if ((facts->changed >> KIND_HOLDING & 1) || (facts->changed >> KIND_ENTITY & 1)) v->holds_as = v;
    memcpy(standing, under->standing, KIND_COUNT * sizeof *standing);
    for (unsigned k = 0; k < KIND_COUNT; k++) {
        uint32_t rows = facts->tables[k].rows;
        if (!(facts->changed >> k & 1)) continue;
        standing[k] = UINT32_MAX;
        if (rows && !(v->force[k] = arena_array(arena, rows, 1))) return NULL;
    }
    return v;
}

/* --- keeping it --- */

/* With fewer entities what a day takes is little, and nothing is gained by having it apart. */
enum { APART_FROM = 500 };

static void *take_zeroed(const cc_allocator *a, size_t size)
{
    void *room = a->allocate(a->ud, NULL, 0, size);
    return room ? memset(room, 0, size) : NULL;
}

static void groups_let_go(struct view_cache *cache, struct kept_groups *g, const cc_allocator *a)
{
    if (!g || --g->views) return;
    cache->bytes -= g->arena.total;
    arena_free(&g->arena);
    a->allocate(a->ud, g, sizeof *g, 0);
}

static void kept_free(struct view_cache *cache, struct kept_view *k, const cc_allocator *a)
{
    groups_let_go(cache, k->groups, a);
    cache->bytes -= k->arena.total;
    arena_free(&k->arena);
    a->allocate(a->ud, k, sizeof *k, 0);
}

/* The groups are those of the last view where they are the same. */
static struct view *keep_apart(struct view_cache *cache, const struct facts *f, int32_t day)
{
    const struct view *like = cache->first;
    struct kept_view *k = take_zeroed(f->allocator, sizeof *k);
    struct kept_groups *g = k ? take_zeroed(f->allocator, sizeof *g) : NULL;
    if (!k) return NULL;
    arena_init(&k->arena, f->allocator, 0);
    if (g) arena_init(&g->arena, f->allocator, 0), g->views = 1;
    struct view *v = g ? view_make(f, day, &cache->words, like, &k->arena, &g->arena) : NULL;
    cache->bytes += k->arena.total + (g ? g->arena.total : 0);
    k->groups = g;
    if (v && like && v->head == like->head) {
        groups_let_go(cache, g, f->allocator);
        k->groups = like->kept->groups, k->groups->views++;
    }
    if (v) v->kept = k;
    else kept_free(cache, k, f->allocator);
    return v;
}

uint64_t views_mark(const struct facts *facts)
{
    struct view_cache *cache = facts->views;
    return cache ? ++cache->mark : 0;
}

void views_forget(const struct facts *facts, uint64_t mark)
{
    struct view_cache *cache = facts->views;
    if (!cache || cache->bytes <= VIEWS_BYTES) return;
    for (struct view **place = &cache->first, *v; (v = *place);) {
        bool kept = !v->kept || v->asked >= mark;
        if (kept) place = &v->next;
        else *place = v->next, kept_free(cache, v->kept, facts->allocator);
    }
}

void views_free(struct facts *f)
{
    struct view_cache *cache = f->views;
    struct view *v = cache ? cache->first : NULL;
    for (struct view *next; v; v = next) {
        next = v->next;
        if (v->kept) kept_free(cache, v->kept, f->allocator);
    }
}

/* --- asking for it --- */

const struct view *view_at(const struct facts *facts, int32_t day)
{
    struct facts *f = (struct facts *)facts; /* a cache: see cache.h */
    struct view_cache *cache = f->views;
    if (!cache) {
        if (!(cache = cache_array(facts, 1, sizeof *cache))) return NULL;
        if (!f->under) known_words_fill(&cache->words);
        f->views = cache;
    }
    for (struct view *v = cache->first; v; v = v->next)
        if (v->day == day) return v->asked = cache->mark, v;

    struct arena *arena = &f->arena;
    bool failed = arena->failed;
    struct view *v = f->under ? view_over(facts, day, arena)
                     : facts_rows(f, KIND_ENTITY) >= APART_FROM
                         ? keep_apart(cache, facts, day)
                         : view_make(facts, day, &cache->words, cache->first, arena, arena);
    arena->failed = failed;
    if (!v) return NULL;
    if (!f->under) v->begin_later = count_later(facts, day);
    v->asked = cache->mark, v->next = cache->first;
    return cache->first = v;
}

/* --- one row --- */

static const struct cell *cell_or_null(const struct facts *f, enum kind kind, uint32_t row, uint16_t field)
{
    return field == NO_FIELD ? NULL : cell_of(f, kind, row, (enum field)field);
}

/* Has the day of a cell come? A null day may be any. */
static enum truth day_came(const struct cell *c, int32_t day)
{
    if (c->state < CELL_VALUE) return UNKNOWN;
    return c->date.high <= day ? YES : c->date.low > day ? NO : UNKNOWN;
}

/* Is the last day of a cell, itself included, not over? */
static enum truth still_lasts(const struct cell *to, int32_t day)
{
    if (to->state == CELL_ABSENT) return YES;
    if (to->state == CELL_NULL) return UNKNOWN;
    return day <= to->date.low ? YES : day > to->date.high ? NO : UNKNOWN;
}

enum truth view_had_begun(const struct view *v, enum kind kind, uint32_t row)
{
    const struct kind_info *info = model_kind(kind);
    const struct cell *from = cell_or_null(v->facts, kind, row, info->from);
    if (!from || (from->state == CELL_ABSENT && info->time == TIME_STATE)) return YES;
    return day_came(from, v->day);
}

/* Whether a deal was abandoned (or closed) by the day: by the date where one is written, else by the recorded status,
 * which is that of the case's own as-of date; an earlier day may have been before it. A file may well be of a day on which
 * the deal was still open and tell how it ended: that it was given up, on a day nobody knows, says so of no day. */
static enum truth deal_was(const struct view *v, uint32_t row, enum field date, uint32_t is, uint32_t other)
{
    const struct cell *day = cell_of(v->facts, KIND_TRANSACTION, row, date);
    if (day->state >= CELL_VALUE) return day_came(day, v->day);
    const struct cell *status = cell_of(v->facts, KIND_TRANSACTION, row, TRANSACTION_STATUS);
    if (status->state == CELL_VALUE) {
        if (status->word == is && date == TRANSACTION_ABANDONED && day->state == CELL_NULL) return UNKNOWN;
        if (status->word == is) return v->day >= v->facts->header.as_of ? YES : UNKNOWN;
        if (status->word == other && date == TRANSACTION_CLOSED) return NO; /* abandoned, so never closed */
        if (v->day <= v->facts->header.as_of) return NO;
    }
    return day->state == CELL_ABSENT ? NO : UNKNOWN;
}
static enum truth was_abandoned(const struct view *v, uint32_t row)
{
    return deal_was(v, row, TRANSACTION_ABANDONED, v->words->abandoned, v->words->closed);
}
static enum truth was_closed(const struct view *v, uint32_t row)
{
    return deal_was(v, row, TRANSACTION_CLOSED, v->words->closed, v->words->abandoned);
}

uint32_t view_deal_status(const struct view *v, uint32_t row)
{
    enum truth abandoned = was_abandoned(v, row), closed = was_closed(v, row);
    if (abandoned == YES) return v->words->abandoned;
    if (abandoned == UNKNOWN || closed == UNKNOWN) return UINT32_MAX;
    if (closed == YES) return v->words->closed;
    bool told = cell_of(v->facts, KIND_TRANSACTION, row, TRANSACTION_STATUS)->state == CELL_VALUE ||
                cell_of(v->facts, KIND_TRANSACTION, row, TRANSACTION_CLOSED)->state >= CELL_VALUE ||
                cell_of(v->facts, KIND_TRANSACTION, row, TRANSACTION_ABANDONED)->state >= CELL_VALUE;
    return told ? v->words->announced : UINT32_MAX;
}

enum field deal_status_need(const struct view *v, uint32_t row)
{
    if (was_abandoned(v, row) == UNKNOWN) return TRANSACTION_ABANDONED;
    return was_closed(v, row) == UNKNOWN ? TRANSACTION_CLOSED : TRANSACTION_STATUS;
}

/* What an agreement is part of ends it. Gives the record that leaves it open. The walk is bounded, and stops in a
 * circle (Brent: `mark` moves on at each power of two). */
static enum truth parents_last(const struct view *v, uint32_t row, ref *ret_open, enum field *ret_field)
{
    enum truth lasts = YES;
    uint32_t mark = row;
    for (unsigned step = 1; step <= PARTS_DEPTH; step++) {
        const struct cell *part = cell_of(v->facts, KIND_AGREEMENT, row, AGREEMENT_PART_OF);
        if (part->state == CELL_ABSENT) return lasts;
        if (part->state == CELL_NULL) {
            *ret_open = ref_make(KIND_AGREEMENT, row), *ret_field = AGREEMENT_PART_OF;
            return UNKNOWN;
        }
        row = ref_row(part->ref);
        if (row == mark) return lasts;
        if (!(step & (step - 1))) mark = row;
        enum truth own = still_lasts(cell_of(v->facts, KIND_AGREEMENT, row, AGREEMENT_TO), v->day);
        if (own == NO) return NO;
        if (own == UNKNOWN && lasts == YES) *ret_open = ref_make(KIND_AGREEMENT, row), *ret_field = AGREEMENT_TO;
        lasts = truth_and(lasts, own);
    }
    *ret_open = ref_make(KIND_AGREEMENT, row), *ret_field = AGREEMENT_PART_OF;
    return UNKNOWN;
}

static bool same_days(struct days a, struct days b) { return a.low == b.low && a.high == b.high; }

/* Judges all rows of one key at once, so that many rows of a key cost no more than their number. A row is replaced by
 * one that surely began and is surely later; perhaps replaced by one that perhaps did and is. Rows that name the same
 * period are of one date. */
static void judge_measurements(const struct view *v, enum kind kind, uint32_t row)
{
    const struct kind_info *info = model_kind(kind);
    struct days latest = { DAY_MIN,
                           DAY_MIN }; /* the row that may be the latest, and how late it and any other may be */
    int32_t sure_low = DAY_MIN, high = DAY_MIN, other_high = DAY_MIN;
    uint32_t r = row;
    do {
        struct days d = cell_of(v->facts, kind, r, (enum field)info->from)->date;
        if (d.high <= v->day && d.low > sure_low) sure_low = d.low;
        int32_t capped = d.high < v->day ? d.high : v->day;
        if (d.low > v->day || same_days(d, latest)) continue;
        if (capped > high) other_high = high, high = capped, latest = d;
        else if (capped > other_high) other_high = capped;
    } while ((r = next_of_key(v->facts, kind, r)) != row);
    do {
        struct days d = cell_of(v->facts, kind, r, (enum field)info->from)->date;
        enum truth t = truth_and(view_had_begun(v, kind, r),
                                 still_lasts(cell_of(v->facts, kind, r, (enum field)info->to), v->day));
        if (sure_low > d.high) t = NO;
        else if ((same_days(d, latest) ? other_high : high) > d.low) t = truth_and(t, UNKNOWN);
        v->force[kind][r] = (uint8_t)(t + 1);
    } while ((r = next_of_key(v->facts, kind, r)) != row);
}

enum truth view_in_force(const struct view *v, enum kind kind, uint32_t row)
{
    uint8_t *known = &v->force[kind][row];
    if (*known) return (enum truth)(*known - 1);
    const struct kind_info *info = model_kind(kind);
    enum truth t = YES;
    ref open;
    enum field field;
    switch ((enum kind_time)info->time) {
    case TIME_TIMELESS: break;
    case TIME_STATE:
        t = truth_and(view_had_begun(v, kind, row),
                      still_lasts(cell_of(v->facts, kind, row, (enum field)info->to), v->day));
        if (kind == KIND_AGREEMENT && t != NO) t = truth_and(t, parents_last(v, row, &open, &field));
        break;
    case TIME_EVENT:
        t = view_had_begun(v, kind, row);
        if (kind == KIND_TRANSACTION && t != NO) t = truth_and(t, truth_not(was_abandoned(v, row)));
        break;
    case TIME_MEASUREMENT: judge_measurements(v, kind, row); return (enum truth)(*known - 1);
    }
    *known = (uint8_t)(t + 1);
    return t;
}

uint32_t view_standing(const struct view *v, enum kind kind)
{
    uint32_t *standing = &v->standing[kind];
    if (*standing != UINT32_MAX) return *standing;
    uint32_t count = 0;
    for (uint32_t row = 0; row < facts_rows(v->facts, kind); row++) count += in_force(v, kind, row) != NO;
    return *standing = count;
}

bool view_force_need(const struct view *v, enum kind kind, uint32_t row, ref *ret_record, enum field *ret_field)
{
    if (in_force(v, kind, row) != UNKNOWN) return false;
    const struct kind_info *info = model_kind(kind);
    *ret_record = ref_make(kind, row);
    if (view_had_begun(v, kind, row) == UNKNOWN) return *ret_field = (enum field)info->from, true;
    if (kind == KIND_TRANSACTION) return *ret_field = TRANSACTION_ABANDONED, true;
    if (info->time != TIME_EVENT && still_lasts(cell_of(v->facts, kind, row, (enum field)info->to), v->day) == UNKNOWN)
        return *ret_field = (enum field)info->to, true;
    if (kind == KIND_AGREEMENT) return parents_last(v, row, ret_record, ret_field) == UNKNOWN;

    /* A measurement that another one may have replaced: the inexact date of the two. */
    *ret_field = (enum field)info->from;
    struct days own = cell_of(v->facts, kind, row, *ret_field)->date;
    if (own.low != own.high) return true;
    for (uint32_t r = next_of_key(v->facts, kind, row); r != row; r = next_of_key(v->facts, kind, r)) {
        struct days d = cell_of(v->facts, kind, r, *ret_field)->date;
        if (d.low <= v->day && d.high > own.low && d.low != d.high) return *ret_record = ref_make(kind, r), true;
    }
    return true;
}

/* What is sold in a market that does not say it: what the word of its product means. A file's own words mean what it says. */
static enum truth nature_of_product(uint32_t product, uint32_t *ret_word)
{
    static const struct {
        const char *product, *nature;
    } known[] = { { "cloud-infrastructure", "services" },
                  { "generative-ai-models", "services" },
                  { "enterprise-llm-api", "services" },
                  { "ai-chatbots", "services" },
                  { "ai-accelerators", "goods" } };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (product == listed_word(LIST_PRODUCT, known[i].product))
            return *ret_word = listed_word(LIST_NATURE, known[i].nature), YES;
    return UNKNOWN;
}

enum truth view_word(const struct view *v, enum kind kind, uint32_t row, enum field field, uint32_t *ret_word)
{
    if (field == TRANSACTION_STATUS) {
        uint32_t status = view_deal_status(v, row);
        return status == UINT32_MAX ? UNKNOWN : (*ret_word = status, YES);
    }
    const struct cell *c = cell_of(v->facts, kind, row, field);
    if (field == SHARE_MEASURE && c->state == CELL_ABSENT) {
        uint32_t market = ref_row(cell_of(v->facts, KIND_SHARE, row, SHARE_MARKET)->ref);
        c = cell_of(v->facts, KIND_MARKET, market, MARKET_MEASURE);
    }
    if (field == MARKET_NATURE && c->state == CELL_ABSENT)
        return nature_of_product(cell_of(v->facts, KIND_MARKET, row, MARKET_PRODUCT)->word, ret_word);
    if (c->state == CELL_NULL) return UNKNOWN;
    if (c->state == CELL_ABSENT) switch ((enum absent_means)model_fields[field].absent) {
        case ABSENT_NONE: return NO;
        case ABSENT_UNSURE: return UNKNOWN;
        case ABSENT_PARTIAL:
        case ABSENT_EXCLUSIVE:
        case ABSENT_WORLDWIDE: break;
        }
    return *ret_word = c->word, YES;
}
