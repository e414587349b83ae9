/* case.h - a case from a few lines: records as JSON with ' for ", the rest of the file added. */
#ifndef TESTS_ECONOMICS_CASE_H
#define TESTS_ECONOMICS_CASE_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "economics/money.h"

/* The case of one test, and what it reads on the way. */
struct fixture {
    struct facts *facts;
    struct arena arena;
    struct trail trail;
    struct moment now;
};

static inline void say(void *ud, const cc_diagnostic *d)
{
    (void)ud;
    if (!d->notice) print_error("%s:%u:%u: %s [%s]\n", d->file, d->line, d->column, d->message, d->code);
}

/* `complete`: the declarations of case.complete, or NULL. */
static inline void case_open_complete(struct fixture *f, const char *as_of, const char *complete, const char *records)
{
    static char text[65536];
    int n = snprintf(text, sizeof text,
                     "{'format':'compliance-facts/1','case':{'id':'t','title':'t','as_of':'%s','complete':[%s]},%s}",
                     as_of, complete ? complete : "", records);
    assert_true(n > 0 && (size_t)n < sizeof text);
    for (int i = 0; i < n; i++) {
        if (text[i] == '\'') text[i] = '"';
    }
    struct days day;
    assert_true(days_read(as_of, strlen(as_of), &day));
    f->facts = facts_read(&allocator_default, 1, "t.json", text, (size_t)n, say, NULL);
    assert_non_null(f->facts);
    arena_init(&f->arena, &allocator_default, 0);
    trail_init(&f->trail, &f->arena);
    f->now = (struct moment){ view_at(f->facts, day.low), NO_ENTITY };
    assert_non_null(f->now.view);
}

static inline void case_open(struct fixture *f, const char *as_of, const char *records)
{
    case_open_complete(f, as_of, NULL, records);
}

static inline void case_close(struct fixture *f)
{
    assert_false(f->arena.failed);
    arena_free(&f->arena);
    facts_free(f->facts);
}

static inline uint32_t entity(const struct fixture *f, const char *id)
{
    uint32_t row = facts_find(f->facts, KIND_ENTITY, id, strlen(id));
    assert_true(row != UINT32_MAX);
    return row;
}

/* The moment of a deal, whose target stands apart. */
static inline struct moment apart(const struct fixture *f, const char *target)
{
    return (struct moment){ f->now.view, entity(f, target) };
}

static inline void assert_range(struct quantity q, double low, double high)
{
    bool same_low = isinf(low) ? q.low == low : fabs(q.low - low) < 1e-6;
    bool same_high = isinf(high) ? q.high == high : fabs(q.high - high) < 1e-6;
    if (!same_low || !same_high) fail_msg("%.9g .. %.9g is not %.9g .. %.9g", q.low, q.high, low, high);
}

static inline unsigned trail_has(const struct fixture *f, enum trail_type type, enum field field)
{
    unsigned n = 0;
    for (size_t i = 0; i < f->trail.count; i++)
        n += f->trail.entries[i].type == type && (field == NO_FIELD || f->trail.entries[i].field == field);
    return n;
}

static inline unsigned trail_dated(const struct fixture *f)
{
    unsigned n = 0;
    for (size_t i = 0; i < f->trail.count; i++) n += f->trail.entries[i].dated;
    return n;
}

static inline bool trail_needs(const struct fixture *f, const char *words)
{
    for (size_t i = 0; i < f->trail.need_count; i++) {
        if (strstr(f->trail.needs[i], words)) return true;
    }
    return false;
}
#endif
