/* trace.c - one rule of an audit, step by step, as the trails have it. For authors: ids, not names, and one line a step, so
 * that two traces can be compared. */
#include "audit/audit.h"
#include "audit/engine.h"
#include "report/describe.h"
#include "report/places.h"
#include "report/report.h"
#include "report/safe.h"
#include "report/words.h"

#include <stdio.h>

#include "base/date.h"

enum { VALUE_SHOWN = 80, TEXT_LIMIT = 1024 * 1024 };

static const char *const truths[] = { [NO] = "false", [UNKNOWN] = "unknown", [YES] = "true" };

struct tracing {
    const struct cc_audit *audit;
    const struct finding *finding;
    bool broke;                         /* the rule failed at it */
    const struct figure_shown *figures; /* of the element under way */
    size_t figure_count;
    uint64_t told; /* figures whose steps are told: a bit each */
    struct places places;
    struct arena arena;
    struct out *out;
    struct text line, safe;
};

/* ---- lines ---- */

static struct text *begin(struct tracing *t)
{
    text_reset(&t->line);
    return &t->line;
}

static void put(struct tracing *t, unsigned depth)
{
    text_reset(&t->safe);
    text_safe(&t->safe, text_chars(&t->line), t->line.length);
    out_repeat(t->out, ' ', (size_t)depth * 2);
    out_string(t->out, text_chars(&t->safe));
    out_char(t->out, '\n');
    if (t->line.failed || t->safe.failed) out_no_memory(t->out);
}

static void add_place(struct tracing *t, uint32_t at)
{
    uint32_t line = at ? places_line(&t->places, at) : 0;
    if (line) text_add(&t->line, "  (%s:%u)", t->audit->facts->file, (unsigned)line);
}

/* ---- steps ---- */

static void put_read(struct tracing *t, const struct trail_entry *e, unsigned depth)
{
    const struct facts *facts = t->audit->facts;
    enum field field = (enum field)e->field;
    const struct cell *cell = cell_in(facts, e->record, field);
    struct text *line = begin(t);
    text_add(line, "read %s.%s", facts_id(facts, e->record), model_fields[field].name);
    if (cell->state == CELL_ABSENT) {
        text_string(line, ", which is not there");
    } else {
        uint32_t at = facts_at(facts, e->record, field), length = facts_value_length(facts, at);
        text_string(line, " = ");
        text_bytes(line, facts->text + at, length < VALUE_SHOWN ? length : VALUE_SHOWN);
        if (e->dated) text_string(line, ", older than 24 months");
        if (is_estimate(facts, e->record)) text_string(line, ", an estimate");
        add_place(t, at);
    }
    put(t, depth);
}

/* "agreements with type veto, holder Amazon" */
static void add_query(struct tracing *t, const struct query *query)
{
    text_string(&t->line, model_kind(query->kind)->plural);
    query_add(t->audit->facts, query, &t->line);
}

static void put_match(struct tracing *t, const struct trail *trail, const struct trail_entry *e, unsigned depth)
{
    struct text *line = begin(t);
    text_add(line, "found %s", facts_id(t->audit->facts, e->record));
    if (trail->queries[e->more]) text_string(line, " among "), add_query(t, trail->queries[e->more]);
    if (is_estimate(t->audit->facts, e->record)) text_string(line, ", an estimate");
    add_place(t, facts_at(t->audit->facts, e->record, NO_FIELD));
    put(t, depth);
}

static void put_absent(struct tracing *t, const struct absence *absence, unsigned depth)
{
    struct text *line = begin(t);
    absence_sentence(t->audit, absence, line);
    if (absence->complete >= 0) text_string(line, "; the list is declared complete");
    put(t, depth);
}

static void put_compare(struct tracing *t, const struct compared_sides *s, unsigned depth)
{
    char left[200], right[200];
    struct text *line = begin(t);
    quantity_write(&s->left, &s->right, left, sizeof left);
    quantity_write(&s->right, &s->left, right, sizeof right);
    text_add(line, "compare %s%s%s %s %s%s%s: %s", s->left_name ? s->left_name : "", s->left_name ? " " : "", left,
             comparison_signs[s->op], s->right_name ? s->right_name : "", s->right_name ? " " : "", right,
             truths[s->result.result]);
    put(t, depth);
}

static void put_need(struct tracing *t, const struct trail *trail, const struct trail_entry *e, unsigned depth)
{
    struct text *line = begin(t);
    if (e->record == NO_REF) text_add(line, "needs %s", trail->needs[e->more]);
    else if (e->field == NO_FIELD) text_add(line, "needs %s", facts_id(t->audit->facts, e->record));
    else text_add(line, "needs %s.%s", facts_id(t->audit->facts, e->record), model_fields[e->field].name);
    put(t, depth);
}

static void put_steps(struct tracing *t, const struct trail *trail, unsigned depth);

/* The steps of a figure stand where it is first asked for, since it is computed once. */
static void put_figure(struct tracing *t, unsigned figure, unsigned depth)
{
    const char *name = t->finding->rule->figures[figure].name, *value = "unknown";
    bool before = t->told >> figure & 1;
    for (size_t i = 0; i < t->figure_count; i++)
        if (!strcmp(t->figures[i].name, name)) value = t->figures[i].text;
    text_add(begin(t), "figure %s = %s%s", name, value, before ? ", as above" : "");
    put(t, depth);
    t->told |= UINT64_C(1) << figure;
    if (!before && t->finding->figures) put_steps(t, &t->finding->figures[figure].trail, depth + 1);
}

static void put_link(struct tracing *t, const struct trail_entry *e, unsigned depth)
{
    text_add(begin(t), "one group by %s", facts_id(t->audit->facts, e->record));
    add_place(t, facts_at(t->audit->facts, e->record, NO_FIELD));
    put(t, depth);
}

static void put_step(struct tracing *t, const struct trail *trail, const struct trail_entry *e, unsigned depth)
{
    switch (e->type) {
    case TRAIL_READ: put_read(t, e, depth); break;
    case TRAIL_MATCH: put_match(t, trail, e, depth); break;
    case TRAIL_LINK: put_link(t, e, depth); break;
    case TRAIL_ABSENT: put_absent(t, &trail->absences[e->more], depth); break;
    case TRAIL_COMPARE: put_compare(t, &trail->comparisons[e->more], depth); break;
    case TRAIL_NEED: put_need(t, trail, e, depth); break;
    case TRAIL_FIGURE: put_figure(t, e->more, depth); break;
    case TRAIL_COMPLETE:
        text_add(begin(t), "relied on case.complete, row %u", (unsigned)e->more + 1), put(t, depth);
        break;
    case TRAIL_AS_RECORDED: text_string(begin(t), "took what is recorded as the whole"), put(t, depth); break;
    case TRAIL_NOTE: text_add(begin(t), "note %s", trail->needs[e->more]), put(t, depth); break;
    default: break;
    }
}

static void put_steps(struct tracing *t, const struct trail *trail, unsigned depth)
{
    for (size_t i = 0; i < trail->count; i++) put_step(t, trail, &trail->entries[i], depth);
}

/* ---- elements, subjects ---- */

static void put_element(struct tracing *t, const struct element_result *r, const char *where, unsigned depth)
{
    static const char *const whys[] = { [WHY_VALUE] = "", [WHY_ABSENCE] = ", by absence", [WHY_OPEN] = "" };
    struct figure_shown *figures = NULL;
    struct text *line = begin(t);
    text_string(line, where);
    uint32_t at = element_line(t->finding->rule, r->element);
    if (at) text_add(line, " (line %u)", (unsigned)at);
    text_string(line, ": ");
    if (!r->each) add_bare(line, t->finding->rule, &r->element->text, r->element);
    else if (r->element->each.labels) text_string(line, r->element->each.labels[r->each - 1]);
    put(t, depth);
    t->figure_count = element_figures(t->audit, t->finding, r, &figures), t->figures = figures;
    put_steps(t, &r->trail, depth + 1);
    for (unsigned i = 0; i < r->count; i++) {
        char inner[80];
        snprintf(inner, sizeof inner, "%.60s.%u", where, i + 1);
        if (r->items[i].element) put_element(t, &r->items[i], inner, depth + 1);
    }
    if (r->asked || !t->broke) text_add(begin(t), "%s%s", truths[r->truth], whys[r->why]);
    else text_string(begin(t), "failed");
    if (r->instructions) text_add(&t->line, "; %llu instructions", (unsigned long long)r->instructions);
    put(t, depth + 1);
}

static void put_list(struct tracing *t, const struct element_result *all, unsigned count, const char *what)
{
    for (unsigned i = 0; all && i < count; i++) {
        char where[40];
        if (!all[i].asked && !(t->broke && all[i].element)) continue;
        snprintf(where, sizeof where, "%s %u", what, i + 1);
        put_element(t, &all[i], where, 1);
    }
}

static void add_who(struct tracing *t, const struct finding *f)
{
    for (unsigned r = 0; r < f->rule->role_count; r++)
        text_add(&t->line, "%s%s %s", r ? ", " : "", f->rule->roles[r],
                 facts_id(t->audit->facts, f->subject.roles[r].record));
}

/* Only those that nobody has opened. */
static void put_laws(struct tracing *t, const struct finding *f)
{
    for (uint16_t i = 0; i < f->rule->basis_count; i++)
        if (!f->rule->basis[i].source->verified)
            text_add(begin(t), "basis %s (unverified)", f->rule->basis[i].source->id), put(t, 1);
}

static void put_params(struct tracing *t, const struct finding *f)
{
    for (unsigned i = 0; f->params && i < f->rule->param_count; i++) {
        char value[200];
        struct text *line = begin(t);
        quantity_write(&f->params->values[i], NULL, value, sizeof value);
        text_add(line, "param %s = %s", f->rule->params[i].name, f->params->missing[i] ? "none on that day" : value);
        const struct law_source *source = f->params->missing[i] ? NULL : f->params->sources[i];
        if (source && !source->verified) text_add(line, " (%s; unverified)", source->id);
        put(t, 1);
    }
}

static void put_finding(struct tracing *t, const struct finding *f, size_t number)
{
    t->finding = f, t->told = 0;
    text_add(begin(t), "subject %zu: ", number);
    add_who(t, f);
    put(t, 0);
    put_laws(t, f);
    put_params(t, f);
    put_list(t, f->applies, f->rule->apply_count, "applies");
    put_list(t, f->elements, f->rule->element_count, "element");
    put_list(t, f->unless, f->rule->unless_count, "unless");
    if (t->broke) return;
    text_add(begin(t), "%s%s", verdict_names[f->verdict], f->out_of_force ? ": the law is not of that day" : "");
    put(t, 1);
}

/* What was looked through to find the subjects, each search once; then what stood in the way, and notes. */
static void put_enumeration(struct tracing *t, const struct rule_result *result)
{
    struct absence *searches;
    size_t count = rule_searches(t->audit, result, &searches);
    if (!result->enumeration) return;
    text_string(begin(t), "subjects");
    put(t, 0);
    for (size_t i = 0; i < count; i++) {
        text_add(begin(t), "found %u among %u ", (unsigned)searches[i].found, (unsigned)searches[i].of);
        add_query(t, searches[i].query);
        put(t, 1);
    }
    for (size_t i = 0; i < result->enumeration->count; i++) {
        const struct trail_entry *e = &result->enumeration->entries[i];
        if (e->type == TRAIL_NEED || e->type == TRAIL_NOTE) put_step(t, result->enumeration, e, 1);
    }
}

static void put_head(struct tracing *t, const struct rule_result *result)
{
    char day[64];
    day_write(t->audit->as_of, day, sizeof day);
    text_add(begin(t), "rule %s (%s), as of %s", result->rule->id, result->rule->path, day);
    put(t, 0);
    for (size_t i = 0; i < t->audit->notice_count; i++)
        if (!strcmp(t->audit->notices[i].code, THRESHOLD_NOTICE))
            text_string(begin(t), t->audit->notices[i].message), put(t, 0);
    if (result->not_selected) text_add(begin(t), "not selected: %s", result->not_selected), put(t, 0);
    put_enumeration(t, result);
    if (result->hole) text_string(begin(t), "the enumeration met an unknown: there may be more subjects"), put(t, 0);
    if (!result->error) return;
    text_add(begin(t), "failed: %s", result->error);
    if (result->error_line) text_add(&t->line, " (%s:%u)", result->rule->path, (unsigned)result->error_line);
    put(t, 0);
}

static void trace(struct tracing *t, const struct rule_result *result)
{
    size_t count = 0;
    places_find(&t->places, t->audit->facts, &t->arena);
    put_head(t, result);
    for (size_t i = 0; i < t->audit->finding_count; i++)
        if (t->audit->findings[i]->rule == result->rule) put_finding(t, t->audit->findings[i], ++count);
    t->broke = result->broke != NULL;
    if (t->broke) put_finding(t, result->broke, ++count);
    text_add(begin(t), "%s", verdict_names[result->verdict]);
    text_add(&t->line, " (");
    add_count(&t->line, count, "subject", "subjects");
    text_char(&t->line, ')');
    put(t, 0);
}

bool cc_write_trace(const cc_audit *audit, const char *rule_id, cc_sink sink)
{
    cc_engine *e = audit->engine;
    struct out out;
    struct tracing t = { .audit = audit, .out = &out };
    const struct rule_result *result = NULL;
    for (size_t i = 0; i < audit->rule_count; i++)
        if (!strcmp(audit->rules[i].rule->id, rule_id)) result = &audit->rules[i];
    if (!result) return cc_engine_find_rule(e, rule_id), false; /* which says so */
    if (!listing_open(e, &out, sink)) return false;
    arena_init(&t.arena, e->allocator, 0);
    text_init(&t.line, e->allocator, TEXT_LIMIT);
    text_init(&t.safe, e->allocator, TEXT_LIMIT);
    trace(&t, result);
    if (t.arena.failed || audit->arena.failed) out_no_memory(&out);
    text_free(&t.line);
    text_free(&t.safe);
    arena_free(&t.arena);
    return listing_close(e, &out);
}
