/* identity.c - what makes a finding the same finding on another day: its fingerprint, and its proof. */
#include <stdlib.h>
#include <string.h>

#include "audit/trails.h"
#include "base/decimal.h"
#include "base/digest.h"

/* The digest in hex, which lives as long as the audit; NULL: no memory, as the audit's arena then says. */
static const char *digest_kept(const struct cc_audit *audit, const struct text *t)
{
    struct arena *arena = (struct arena *)(uintptr_t)&audit->arena; /* made when first asked for */
    char hex[DIGEST_HEX];
    if (t->failed) arena->failed = true;
    if (arena->failed) return NULL;
    digest_hex(t->data ? t->data : "", t->length, hex);
    return arena_copy(arena, hex, sizeof hex - 1);
}

static void write_fingerprint(const struct cc_audit *audit, const struct finding *f, struct text *t)
{
    const uint8_t *roles = f->rule->roles_by_name;
    text_string(t, f->rule->id), text_char(t, '\n');
    text_string(t, audit->facts->header.id), text_char(t, '\n');
    for (unsigned i = 0; i < f->rule->role_count; i++) {
        text_string(t, f->rule->roles[roles[i]]), text_char(t, '=');
        text_string(t, facts_id(audit->facts, f->subject.roles[roles[i]].record)), text_char(t, '\n');
    }
}

const char *finding_fingerprint(const struct cc_audit *audit, const struct finding *f)
{
    if (!f->fingerprint) {
        struct text t;
        text_init(&t, audit->arena.allocator, 1 << 20);
        write_fingerprint(audit, f, &t);
        ((struct finding *)(uintptr_t)f)->fingerprint = digest_kept(audit, &t);
        text_free(&t);
    }
    return f->fingerprint ? f->fingerprint : "";
}

/* ---- the proof: one line a cited fact, sorted, without doubles; what follows of the same record begins with a tab ---- */

struct line {
    const char *text;  /* while lines are added: NULL */
    uint32_t at, head; /* where it begins in the text; bytes that name its record, 0: it is of none */
};
struct proof {
    const struct cc_audit *audit;
    struct text text;
    struct line *lines;
    size_t count, capacity;
    struct arena *arena;
};

static void begin_line(struct proof *p)
{
    p->lines = arena_grow(p->arena, p->lines, p->count, &p->capacity, sizeof *p->lines);
    if (p->lines) p->lines[p->count++] = (struct line){ .at = (uint32_t)p->text.length };
}
static void end_line(struct proof *p) { text_char(&p->text, 0); }

/* Its bits: the same in every locale. */
static void write_double(struct text *t, double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    char hex[17] = " ";
    for (int i = 0; i < 16; i++) hex[i + 1] = "0123456789abcdef"[bits >> (60 - 4 * i) & 15];
    text_bytes(t, hex, 17);
}

static void write_day(struct text *t, int32_t day)
{
    char digits[24];
    if (day < 0) text_char(t, '-');
    text_bytes(t, digits, (size_t)(decimal_unsigned(digits, day < 0 ? -(uint64_t)day : (uint64_t)day) - digits));
}

/* A cell as read, so that 13e9 and 13000000000 are the same. */
static void write_value(struct proof *p, enum field field, const struct cell *cell)
{
    const struct facts *facts = p->audit->facts;
    struct text *t = &p->text;
    const uint32_t *items;
    if (cell->state == CELL_NULL) {
        text_string(t, " null");
        return;
    }
    if (cell->state == CELL_ABSENT) {
        text_string(t, " -");
        return;
    }
    switch (model_fields[field].type) {
    case TYPE_NUMBER:
    case TYPE_MONEY:
    case TYPE_AMOUNT:
        write_double(t, cell->number.low);
        write_double(t, cell->number.high);
        if (cell->currency) text_char(t, ' '), text_string(t, facts->currencies[cell->currency]);
        break;
    case TYPE_DATE:
        text_char(t, ' '), write_day(t, cell->date.low), text_string(t, ".."), write_day(t, cell->date.high);
        break;
    case TYPE_FLAG: text_string(t, cell->flag ? " true" : " false"); break;
    case TYPE_ID:
    case TYPE_TEXT:
    case TYPE_CURRENCY: text_char(t, ' '), text_string(t, cell->text); break;
    case TYPE_WORD:
    case TYPE_WORDS:
        for (uint32_t n = cell_items(facts, field, cell, &items), i = 0; i < n; i++)
            text_char(t, ' '), text_string(t, facts_word(facts, items[i]));
        break;
    case TYPE_REF:
    case TYPE_REFS:
        for (uint32_t n = cell_items(facts, field, cell, &items), i = 0; i < n; i++)
            text_char(t, ' '), text_string(t, facts_id(facts, items[i]));
        break;
    default: break;
    }
}

static void fact_line(struct proof *p, ref record, enum field field)
{
    const struct facts *facts = p->audit->facts;
    begin_line(p);
    text_string(&p->text, model_kind(ref_kind(record))->name);
    text_char(&p->text, ' ');
    text_string(&p->text, facts_id(facts, record));
    if (p->lines) p->lines[p->count - 1].head = (uint32_t)p->text.length - p->lines[p->count - 1].at;
    if (field != NO_FIELD) {
        text_char(&p->text, ' ');
        text_string(&p->text, model_fields[field].name);
        write_value(p, field, cell_in(facts, record, field));
    }
    end_line(p);
}

static int by_text(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

/* All that is asked for, sorted: neither the order of the file nor what a sentence leaves out makes another proof. */
static void write_condition(struct proof *p, const struct condition *c)
{
    static const char *const types[] = { "=", "=", " exactly", " below", " stated", " not stated", "=", " some" };
    const struct facts *facts = p->audit->facts;
    const char **values = arena_array(p->arena, (size_t)c->count + 1, sizeof *values);
    uint32_t sures = c->count - c->maybes;
    text_char(&p->text, ' ');
    text_string(&p->text, model_fields[c->field].name);
    if (condition_is_all_but(c)) { /* whoever else is on file makes no other proof */
        for (uint32_t i = 0; i < c->of->count; i++) write_condition(p, &c->of->conditions[i]);
        return;
    }
    text_string(&p->text, c->except ? " except" : "");
    text_string(&p->text, types[c->type]);
    if (c->type == CONDITION_ID) text_string(&p->text, c->id);
    for (uint32_t i = 0; values && i < c->count; i++) {
        if (c->type != CONDITION_WORDS) values[i] = facts_id(facts, c->values[i]);
        else values[i] = c->values[i] == UINT32_MAX ? "" : facts_word(facts, c->values[i]);
    }
    if (values && sures) qsort(values, sures, sizeof *values, by_text);
    if (values && c->maybes) qsort(values + sures, c->maybes, sizeof *values, by_text);
    for (uint32_t i = 0; values && i < c->count; i++) {
        text_char(&p->text, i < sures ? ' ' : '?');
        text_string(&p->text, values[i]);
    }
}

/* Not since which day: that often hangs on the day of the run, which makes no other proof. */
static void absent_line(struct proof *p, const struct absence *a)
{
    begin_line(p);
    text_string(&p->text, "absent ");
    text_string(&p->text, model_kind(a->query->kind)->name);
    text_string(&p->text, a->query->ever ? " ever" : "");
    for (uint32_t i = 0; i < a->query->count; i++) write_condition(p, &a->query->conditions[i]);
    text_string(&p->text, a->complete >= 0 ? " complete" : a->as_recorded ? " as-recorded" : " open");
    end_line(p);
}

static void visit_entry(void *ud, const struct trail *trail, const struct trail_entry *entry)
{
    struct proof *p = ud;
    if (entry->type == TRAIL_READ) fact_line(p, entry->record, (enum field)entry->field);
    else if (entry->type == TRAIL_LINK) fact_line(p, entry->record, NO_FIELD);
    else if (entry->type == TRAIL_ABSENT) absent_line(p, &trail->absences[entry->more]);
    else if (entry->type == TRAIL_MATCH) {
        const struct query *query = entry->more == UINT32_MAX ? NULL : trail->queries[entry->more];
        fact_line(p, entry->record, NO_FIELD);
        for (uint32_t i = 0; query && i < query->count; i++)
            fact_line(p, entry->record, (enum field)query->conditions[i].field);
    }
}

struct proving {
    struct proof *proof;
    const struct finding *finding;
};
static void visit_element(void *ud, const struct element_result *r)
{
    struct proving *proving = ud;
    element_walk(proving->finding, r, visit_entry, proving->proof);
}

static int by_line(const void *a, const void *b)
{
    return strcmp(((const struct line *)a)->text, ((const struct line *)b)->text);
}

static bool same_record(const struct line *a, const struct line *b)
{
    return a->head && a->head == b->head && memcmp(a->text, b->text, a->head) == 0;
}

/* Gathers the lines of a finding, and writes them sorted and once each. */
static void write_proof(struct proof *p, const struct finding *f, struct text *t)
{
    struct proving proving = { p, f };
    text_reset(&p->text);
    arena_reset(p->arena);
    p->lines = NULL, p->count = p->capacity = 0;
    finding_walk(f, visit_element, &proving);
    struct line *lines = p->lines;
    if (p->arena->failed || p->text.failed) t->failed = true;
    if (t->failed || !p->count) return;
    for (size_t i = 0; i < p->count; i++) lines[i].text = p->text.data + lines[i].at;
    qsort(lines, p->count, sizeof *lines, by_line);
    for (size_t i = 0; i < p->count; i++) {
        if (i && !by_line(&lines[i - 1], &lines[i])) continue;
        bool same = i && same_record(&lines[i - 1], &lines[i]);
        if (same) text_char(t, '\t');
        text_string(t, lines[i].text + (same ? lines[i].head : 0));
        text_char(t, '\n');
    }
}

/* Who asks for one proof asks for all. */
static void prove_all(const struct cc_audit *audit)
{
    struct text sorted;
    struct arena scratch;
    struct proof p = { .audit = audit, .arena = &scratch };
    arena_init(&scratch, audit->arena.allocator, 0);
    text_init(&p.text, audit->arena.allocator, (size_t)64 << 20);
    text_init(&sorted, audit->arena.allocator, (size_t)64 << 20);
    for (size_t i = 0; i < audit->finding_count; i++) {
        struct finding *f = audit->findings[i];
        if (f->verdict > CC_REBUTTED) continue;
        text_reset(&sorted);
        write_proof(&p, f, &sorted);
        f->proof = digest_kept(audit, &sorted);
    }
    text_free(&sorted);
    text_free(&p.text);
    arena_free(&scratch);
}

const char *finding_proof(const struct cc_audit *audit, const struct finding *f)
{
    if (f->verdict <= CC_REBUTTED && !f->proof) prove_all(audit);
    return f->proof ? f->proof : "";
}
