/* identity.c - fingerprints and proofs. */
#include "audit/identity.h"

#include <stdlib.h>
#include <string.h>

#include "audit/trails.h"
#include "base/digest.h"

void roles_sorted(const struct rule *rule, unsigned *ret_roles)
{
    for (unsigned i = 0; i < rule->role_count; i++) {
        unsigned at = i;
        for (; at > 0 && strcmp(rule->roles[ret_roles[at - 1]], rule->roles[i]) > 0; at--) ret_roles[at] = ret_roles[at - 1];
        ret_roles[at] = i;
    }
}

static void fingerprint(const struct cc_audit *audit, struct finding *f, struct text *t)
{
    unsigned roles[MOST_ROLES];
    roles_sorted(f->rule, roles);
    text_string(t, f->rule->id), text_char(t, '\n');
    text_string(t, audit->facts->header.id), text_char(t, '\n');
    for (unsigned i = 0; i < f->rule->role_count; i++) {
        text_string(t, f->rule->roles[roles[i]]), text_char(t, '=');
        text_string(t, facts_id(audit->facts, f->subject.roles[roles[i]].record)), text_char(t, '\n');
    }
    digest_hex(t->data, t->length, f->fingerprint);
}

const char *finding_fingerprint(const struct cc_audit *audit, const struct finding *f)
{
    if (f->fingerprint[0]) return f->fingerprint;
    struct text t;
    text_init(&t, audit->arena.allocator, 1 << 20);
    fingerprint(audit, (struct finding *)(uintptr_t)f, &t); /* made when first asked for */
    text_free(&t);
    return f->fingerprint;
}

/* ---- the proof: one line a cited fact, sorted, without doubles ---- */

struct proof {
    const struct cc_audit *audit;
    struct text text;
    uint32_t *lines; /* offsets */
    size_t count, capacity;
    struct arena *arena;
};

static void begin_line(struct proof *p)
{
    p->lines = arena_grow(p->arena, p->lines, p->count, &p->capacity, sizeof *p->lines);
    if (p->lines) p->lines[p->count++] = (uint32_t)p->text.length;
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
        if (cell->currency) text_add(t, " %s", facts->currencies[cell->currency]);
        break;
    case TYPE_DATE: text_add(t, " %d..%d", (int)cell->date.low, (int)cell->date.high); break;
    case TYPE_FLAG: text_string(t, cell->flag ? " true" : " false"); break;
    case TYPE_ID:
    case TYPE_TEXT:
    case TYPE_CURRENCY: text_char(t, ' '), text_string(t, cell->text); break;
    case TYPE_WORD:
    case TYPE_WORDS:
        for (uint32_t n = cell_items(facts, field, cell, &items), i = 0; i < n; i++) text_char(t, ' '), text_string(t, facts_word(facts, items[i]));
        break;
    case TYPE_REF:
    case TYPE_REFS:
        for (uint32_t n = cell_items(facts, field, cell, &items), i = 0; i < n; i++) text_char(t, ' '), text_string(t, facts_id(facts, items[i]));
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
    if (field != NO_FIELD) {
        text_char(&p->text, ' ');
        text_string(&p->text, model_fields[field].name);
        write_value(p, field, cell_of(facts, ref_kind(record), ref_row(record), field));
    }
    end_line(p);
}

static void absent_line(struct proof *p, const struct absence *a)
{
    begin_line(p);
    text_string(&p->text, "absent ");
    absence_filter(p->audit, a, &p->text);
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
        for (uint32_t i = 0; query && i < query->count; i++) fact_line(p, entry->record, (enum field)query->conditions[i].field);
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

static int by_text(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

static bool prove(struct cc_audit *audit, struct finding *f, struct text *t)
{
    struct arena scratch;
    arena_init(&scratch, audit->arena.allocator, 0);
    struct proof p = { .audit = audit, .arena = &scratch };
    text_init(&p.text, audit->arena.allocator, (size_t)64 << 20);
    struct proving proving = { &p, f };
    finding_walk(f, visit_element, &proving);
    const char **lines = arena_array(&scratch, p.count + 1, sizeof *lines);
    bool well = lines && !scratch.failed && !p.text.failed;
    if (well) {
        for (size_t i = 0; i < p.count; i++) lines[i] = p.text.data + p.lines[i];
        qsort(lines, p.count, sizeof *lines, by_text);
        text_reset(t);
        for (size_t i = 0; i < p.count; i++)
            if (!i || strcmp(lines[i - 1], lines[i])) text_string(t, lines[i]), text_char(t, '\n');
        digest_hex(t->data ? t->data : "", t->length, f->proof);
    }
    text_free(&p.text);
    arena_free(&scratch);
    return well && !t->failed;
}

bool finding_identify(struct cc_audit *audit, struct finding *f)
{
    struct text t;
    text_init(&t, audit->arena.allocator, (size_t)64 << 20);
    fingerprint(audit, f, &t);
    bool well = !t.failed && (f->verdict > CC_REBUTTED || prove(audit, f, &t));
    text_free(&t);
    return well;
}
