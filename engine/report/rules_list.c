/* rules_list.c - the rules that are loaded: a line each for people, all that they say for programs. */
#include "report/describe.h"
#include "report/json_writer.h"
#include "report/page.h"
#include "report/report.h"
#include "report/text_sources.h"
#include "report/words.h"

#include <math.h>

#include "base/date.h"

enum { SENTENCE_LIMIT = 1024 * 1024 };

/* ---- for people ---- */

static void put_sources_of(struct page *p, const struct rule *rule)
{
    struct text *t = page_build(p);
    for (uint16_t i = 0; i < rule->basis_count; i++) {
        const struct basis *b = &rule->basis[i];
        if (i) text_string(t, "; ");
        add_short_title(t, b->source->title ? b->source->title : b->source->id, SIZE_MAX);
        if (b->at) text_add(t, ": %s", b->at);
        text_add(t, " (%s%s)", support_names[b->support], b->source->verified ? "" : tr("; unverified"));
    }
    if (t->length) page_built(p, (struct par){ .indent = 6, .style = STYLE_DIM });
}

static void put_rule(struct page *p, const struct rule *rule)
{
    struct text *t = page_build(p);
    if (rule->error) {
        text_add(t, tr("could not be loaded: %s"), rule->error);
        page_built(p, (struct par){ .indent = 2, .lead = rule->id, .lead_style = STYLE_RED });
        return;
    }
    text_add(t, "%s · %s", tr(severity_names[rule->severity]), tr(nature_names[rule->nature]));
    if (rule->jurisdiction) text_add(t, " · %s", rule->jurisdiction);
    page_built(p, (struct par){ .indent = 2, .lead = rule->id, .hang = 38, .lead_style = STYLE_BOLD });
    add_bare(page_build(p), rule, &rule->title, NULL);
    page_built(p, (struct par){ .indent = 6 });
    put_sources_of(p, rule);
}

static void put_total(struct page *p, cc_engine *e, const char *pack, size_t size, size_t count)
{
    size_t verified, sources = cited_sources(e->rules, e->rule_count, pack, size, &verified);
    struct text *t = page_build(p);
    if (pack && size) {
        text_bytes(t, pack, size);
        text_string(t, ": ");
    }
    add_count(t, count, tr("rule"), tr("rules"));
    text_add(t, tr("; %zu of %zu sources verified"), verified, sources);
    page_built(p, (struct par){ .style = STYLE_BOLD });
}

static void put_packs(struct page *p, cc_engine *e)
{
    size_t packs = 0;
    for (size_t i = 0, after; i < e->rule_count; i = after) { /* sorted by id: a pack is a run */
        const char *pack = e->rules[i]->id;
        size_t size = pack_length(pack);
        for (after = i + 1; after < e->rule_count; after++)
            if (pack_length(e->rules[after]->id) != size || memcmp(e->rules[after]->id, pack, size) != 0) break;
        put_total(p, e, pack, size, after - i);
        for (size_t k = i; k < after; k++) put_rule(p, e->rules[k]);
        page_blank(p);
        packs++;
    }
    if (packs != 1) put_total(p, e, NULL, 0, e->rule_count);
}

/* ---- for programs ---- */

struct listing {
    struct json j;
    struct text scratch;
    const struct rule *rule;
};

static void put_phrase(struct listing *l, const struct phrase *phrase, const struct element *e)
{
    text_reset(&l->scratch);
    if (phrase->source) add_bare(&l->scratch, l->rule, phrase, e);
    if (l->scratch.failed) out_no_memory(l->j.out);
    if (phrase->source) json_string(&l->j, text_chars(&l->scratch));
    else json_null(&l->j);
}

static void put_day(struct json *j, int32_t day)
{
    char text[64];
    day_write(day, text, sizeof text);
    json_string(j, text);
}

static void put_period(struct json *j, int32_t from, int32_t to)
{
    if (from != DAY_MIN) JSON_KEY(j, "from"), put_day(j, from);
    if (to != DAY_MAX) JSON_KEY(j, "to"), put_day(j, to);
}

static void put_basis_json(struct json *j, const struct basis *b)
{
    const struct law_source *s = b->source;
    json_open(j, '{');
    JSON_KEY(j, "source"), json_string(j, s->id);
    if (s->title) JSON_KEY(j, "title"), json_string(j, s->title);
    if (s->publisher) JSON_KEY(j, "publisher"), json_string(j, s->publisher);
    if (s->date) JSON_KEY(j, "date"), json_string(j, s->date);
    if (s->url) JSON_KEY(j, "url"), json_string(j, s->url);
    JSON_KEY(j, "at"), json_string(j, b->at);
    JSON_KEY(j, "support"), json_string(j, support_names[b->support]);
    JSON_KEY(j, "verified"), json_bool(j, s->verified);
    json_close(j, '}');
}

static void put_bases_json(struct json *j, const struct basis *basis, size_t count)
{
    json_open(j, '[');
    for (size_t i = 0; i < count; i++) put_basis_json(j, &basis[i]);
    json_close(j, ']');
}

/* One number, or the bounds between which it lies. */
static void put_param_value(struct json *j, const struct quantity *q)
{
    if (quantity_is_exact(q)) {
        JSON_KEY(j, "value"), json_number(j, q->low);
        return;
    }
    JSON_KEY(j, "min"), json_number(j, q->low);
    JSON_KEY(j, "max"), json_number(j, q->high);
}

static void put_param(struct json *j, const struct param *p)
{
    const struct quantity *first = &p->values[0].value;
    json_name(j, p->name), json_open(j, '{');
    JSON_KEY(j, "unit"),
        json_string(j, first->unit == UNIT_MONEY ? first->currency : unit_name((enum unit)first->unit));
    JSON_KEY(j, "reason"), json_string(j, p->reason);
    JSON_KEY(j, "values"), json_open(j, '[');
    for (uint16_t i = 0; i < p->count; i++) {
        const struct param_value *v = &p->values[i];
        json_open(j, '{');
        put_param_value(j, &v->value);
        put_period(j, v->from, v->to);
        if (v->source) {
            JSON_KEY(j, "source"), json_string(j, v->source->id);
            JSON_KEY(j, "verified"), json_bool(j, v->source->verified);
        }
        json_close(j, '}');
    }
    json_close(j, ']'), json_close(j, '}');
}

static void put_elements(struct listing *l, const struct element *items, uint16_t count)
{
    static const char *const forms[] = {
        [ELEMENT_RECORDED] = "recorded", [ELEMENT_NONE] = "none",       [ELEMENT_DOES] = "does",
        [ELEMENT_COMPARE] = "compare",   [ELEMENT_TEST] = "test",       [ELEMENT_ANY] = "any",
        [ELEMENT_ALL] = "all",           [ELEMENT_NONE_OF] = "none_of", [ELEMENT_AT_LEAST] = "at_least",
        [ELEMENT_EACH] = "each",
    };
    struct json *j = &l->j;
    json_open(j, '[');
    for (uint16_t i = 0; i < count; i++) {
        const struct element *e = &items[i];
        bool group = e->form >= ELEMENT_ANY && e->form <= ELEMENT_AT_LEAST;
        json_open(j, '{');
        JSON_KEY(j, "text"), put_phrase(l, &e->text, e);
        JSON_KEY(j, "form"), json_string(j, forms[e->form]);
        if (e->at) JSON_KEY(j, "at"), json_string(j, e->at);
        if (e->basis_count) JSON_KEY(j, "basis"), put_bases_json(j, e->basis, e->basis_count);
        if (e->form == ELEMENT_AT_LEAST || e->form == ELEMENT_EACH) JSON_KEY(j, "at_least"), json_count(j, e->least);
        if (group) JSON_KEY(j, "of"), put_elements(l, e->group.items, e->group.count);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void put_asked(struct listing *l)
{
    struct asked asked;
    struct json *j = &l->j;
    rule_asks(l->rule, &asked);
    JSON_KEY(j, "facts"), json_open(j, '{');
    for (unsigned k = 0; k < KIND_COUNT; k++) {
        const struct kind_info *kind = model_kind((enum kind)k);
        if (!asked.kind[k]) continue;
        json_name(j, kind->plural), json_open(j, '[');
        for (unsigned f = kind->first; f <= kind->last; f++)
            if (asked.field[f]) json_string(j, model_fields[f].name);
        json_close(j, ']');
    }
    json_close(j, '}');
}

static void put_loaded(struct listing *l)
{
    const struct rule *rule = l->rule;
    struct json *j = &l->j;
    JSON_KEY(j, "severity"), json_string(j, severity_names[rule->severity]);
    JSON_KEY(j, "nature"), json_string(j, nature_names[rule->nature]);
    JSON_KEY(j, "title"), put_phrase(l, &rule->title, NULL);
    if (rule->jurisdiction) JSON_KEY(j, "jurisdiction"), json_string(j, rule->jurisdiction);
    if (rule->in_force_from != DAY_MIN || rule->in_force_to != DAY_MAX) {
        JSON_KEY(j, "in_force"), json_open(j, '{');
        put_period(j, rule->in_force_from, rule->in_force_to);
        json_close(j, '}');
    }
    JSON_KEY(j, "basis"), put_bases_json(j, rule->basis, rule->basis_count);
    JSON_KEY(j, "roles"), json_open(j, '[');
    for (uint16_t i = 0; i < rule->role_count; i++) json_string(j, rule->roles[i]);
    json_close(j, ']');
    JSON_KEY(j, "params"), json_open(j, '{');
    for (uint16_t i = 0; i < rule->param_count; i++) put_param(j, &rule->params[i]);
    json_close(j, '}');
    JSON_KEY(j, "applies"), put_elements(l, rule->applies, rule->apply_count);
    JSON_KEY(j, "elements"), put_elements(l, rule->elements, rule->element_count);
    JSON_KEY(j, "unless"), put_elements(l, rule->unless, rule->unless_count);
    JSON_KEY(j, "advice"), put_phrase(l, &rule->advice, NULL);
    put_asked(l);
}

static void put_json(cc_engine *e, struct out *out)
{
    struct listing l = { .j = json_on(out) };
    text_init(&l.scratch, e->allocator, SENTENCE_LIMIT);
    json_open(&l.j, '[');
    for (size_t i = 0; i < e->rule_count; i++) {
        l.rule = e->rules[i];
        json_line(&l.j), json_open(&l.j, '{');
        JSON_KEY(&l.j, "id"), json_string(&l.j, l.rule->id);
        JSON_KEY(&l.j, "path"), json_string(&l.j, l.rule->path);
        JSON_KEY(&l.j, "digest"), json_string(&l.j, l.rule->digest);
        if (!l.rule->error) {
            put_loaded(&l);
        } else {
            JSON_KEY(&l.j, "error"), json_string(&l.j, l.rule->error);
            JSON_KEY(&l.j, "line"), json_count(&l.j, l.rule->error_line);
        }
        json_close(&l.j, '}');
    }
    json_close(&l.j, ']');
    out_char(out, '\n');
    text_free(&l.scratch);
}

bool cc_write_rules(cc_engine *e, const char *format, const cc_report_options *given, cc_sink sink)
{
    struct out out;
    int as_json = listing_format(e, format);
    if (as_json < 0 || !listing_open(e, &out, sink)) return false;
    if (as_json) {
        put_json(e, &out);
    } else {
        cc_report_options options = report_options(given);
        struct page page;
        page_init(&page, &out, e->allocator, options.width, options.color);
        put_packs(&page, e);
        page_free(&page);
    }
    return listing_close(e, &out);
}
