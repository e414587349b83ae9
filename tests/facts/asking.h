/* asking.h - what the tests of views, groups and queries share: a case from a few records, a query from a few words,
 * and a set as one line of text: "sure sure | maybe". Each test makes its case and frees it. */
#ifndef TESTS_FACTS_ASKING_H
#define TESTS_FACTS_ASKING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "facts/query.h"

#define CASE(MORE, RECORDS)                                                                                   \
    "{\"format\":\"compliance-facts/1\",\"case\":{\"id\":\"c\",\"title\":\"C\",\"as_of\":\"2025-01-24\"" MORE \
    "}," RECORDS "}"

struct asked {
    struct facts *facts;
    struct arena arena;
    struct trail trail;
    struct moment now; /* as of 2025-01-24 */
    struct query query;
    struct condition conditions[8];
    uint32_t values[8][8];
    char errors[2048];
};

static inline void asked_diagnostic(void *ud, const cc_diagnostic *d)
{
    struct asked *a = ud;
    if (d->notice) return;
    size_t n = strlen(a->errors);
    snprintf(a->errors + n, sizeof a->errors - n, "%u: %s [%s]\n", d->line, d->message, d->code);
}

static inline int32_t day(const char *text)
{
    struct days d;
    assert_true(days_read(text, strlen(text), &d) && d.low == d.high);
    return d.low;
}

static inline struct moment as_of(const struct asked *a, const char *date)
{
    return (struct moment){ view_at(a->facts, day(date)), NO_ENTITY };
}

/* Words in single quotes stand for words in double ones, which C strings make hard to read. */
static inline bool asked_try(struct asked *a, const char *text)
{
    static char json[64 * 1024];
    size_t n = strlen(text);
    assert_true(n < sizeof json);
    for (size_t i = 0; i <= n; i++) json[i] = text[i] == '\'' ? '"' : text[i];
    *a = (struct asked){ 0 };
    a->facts = facts_read(&allocator_default, 7, "case.json", json, n, asked_diagnostic, a);
    return a->facts != NULL;
}

static inline void asked_open(struct asked *a, const char *text)
{
    if (!asked_try(a, text)) fail_msg("%s", a->errors);
    arena_init(&a->arena, &allocator_default, 0);
    trail_init(&a->trail, &a->arena);
    a->now = as_of(a, "2025-01-24");
    assert_non_null(a->now.view);
}

static inline void asked_close(struct asked *a)
{
    arena_free(&a->arena);
    facts_free(a->facts);
}

static inline uint32_t row(const struct asked *a, enum kind kind, const char *id)
{
    uint32_t found = facts_find(a->facts, kind, id, strlen(id));
    if (found == UINT32_MAX) fail_msg("no %s", id);
    return found;
}
static inline uint32_t firm(const struct asked *a, const char *id) { return row(a, KIND_ENTITY, id); }

/* --- a query --- */

static inline void ask(struct asked *a, enum kind kind)
{
    a->query = (struct query){ .kind = kind, .conditions = a->conditions };
}

static inline struct condition *condition(struct asked *a, enum field field, enum condition_type type)
{
    struct condition *c = &a->conditions[a->query.count];
    *c = (struct condition){ .field = (uint16_t)field, .type = (uint8_t)type, .values = a->values[a->query.count] };
    a->query.count++;
    return c;
}

/* Space-separated words. */
static inline struct condition *words(struct asked *a, enum field field, const char *list)
{
    struct condition *c = condition(a, field, CONDITION_WORDS);
    for (const char *s = list; *s;) {
        size_t n = strcspn(s, " ");
        a->values[a->query.count - 1][c->count++] = facts_find_word(a->facts, (enum list)model_fields[field].list, s,
                                                                    n);
        s += n + (s[n] == ' ');
    }
    return c;
}

/* Space-separated ids of a kind. */
static inline struct condition *refs(struct asked *a, enum field field, enum condition_type type, enum kind kind,
                                     const char *list)
{
    struct condition *c = condition(a, field, type);
    for (const char *s = list; *s;) {
        char id[64];
        size_t n = strcspn(s, " ");
        snprintf(id, sizeof id, "%.*s", (int)n, s);
        a->values[a->query.count - 1][c->count++] = ref_make(kind, row(a, kind, id));
        s += n + (s[n] == ' ');
    }
    return c;
}
static inline struct condition *groups(struct asked *a, enum field field, const char *list)
{
    return refs(a, field, CONDITION_GROUPS, KIND_ENTITY, list);
}

static inline struct set *run(struct asked *a, struct moment m)
{
    query_sort(&a->query);
    struct set *s = query_run(&a->query, m, &a->arena);
    assert_non_null(s);
    return s;
}

static inline const char *shown(const struct set *s)
{
    static char out[1024];
    size_t n = 0;
    *out = '\0';
    for (uint32_t i = 0; i < s->sures + s->maybes; i++)
        n += (size_t)snprintf(out + n, sizeof out - n, "%s%s%s", i ? " " : "", i == s->sures ? "| " : "",
                              facts_id(s->moment.view->facts, ref_make(s->query->kind, s->rows[i])));
    return out;
}

static inline const char *found(struct asked *a) { return shown(run(a, a->now)); }

/* --- a trail, as text: "read x.field", "match x", "link x", "need x.field", "absent 3", "complete 0" --- */

static inline const char *written(const struct asked *a)
{
    static char out[4096];
    static const char *const names[] = { "read", "match", "link", "absent", "compare", "need", "figure", "complete" };
    size_t n = 0;
    *out = '\0';
    for (size_t i = 0; i < a->trail.count; i++) {
        const struct trail_entry *e = &a->trail.entries[i];
        n += (size_t)snprintf(out + n, sizeof out - n, "%s%s", n ? ", " : "", names[e->type]);
        if (e->record != NO_REF) n += (size_t)snprintf(out + n, sizeof out - n, " %s", facts_id(a->facts, e->record));
        if (e->field != NO_FIELD) n += (size_t)snprintf(out + n, sizeof out - n, ".%s", model_fields[e->field].name);
        if (e->dated) n += (size_t)snprintf(out + n, sizeof out - n, " (dated)");
        if (e->type == TRAIL_ABSENT)
            n += (size_t)snprintf(out + n, sizeof out - n, " of %u", a->trail.absences[e->more].of);
        if (e->type == TRAIL_COMPLETE) n += (size_t)snprintf(out + n, sizeof out - n, " %u", e->more);
        if (e->type == TRAIL_NEED && e->record == NO_REF)
            n += (size_t)snprintf(out + n, sizeof out - n, ": %s", a->trail.needs[e->more]);
    }
    return out;
}

static inline void forget(struct asked *a) { trail_init(&a->trail, &a->arena); }
#endif
