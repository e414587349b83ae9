/* reference.c - pages of the reference as Markdown, printed from the tables that the program itself reads: kinds of facts,
 * loaded rules, codes of diagnostics. Committed under docs/ and compared by `make check`. */
#include "report/annotations.h"
#include "report/describe.h"
#include "report/report.h"
#include "report/safe.h"
#include "report/words.h"

#include "audit/rule_api.h"
#include "base/date.h"

enum { SENTENCE_LIMIT = 1024 * 1024 };

struct reference {
    struct out *out;
    struct text raw, safe;
    cc_engine *engine;
};

/* ---- Markdown ---- */

/* Text of others: no markup of its own, and no end to a table's cell. */
static void put_escaped(struct reference *r, const char *text)
{
    text_reset(&r->safe);
    text_safe(&r->safe, text, strlen(text));
    for (const char *p = text_chars(&r->safe); *p; p++) {
        if (strchr("\\`*_[]<>|#{}", *p)) out_char(r->out, '\\');
        out_char(r->out, *p);
    }
    if (r->raw.failed || r->safe.failed) out_no_memory(r->out);
}

static struct text *begin(struct reference *r)
{
    text_reset(&r->raw);
    return &r->raw;
}

static void put_built(struct reference *r) { put_escaped(r, text_chars(&r->raw)); }

/* Between marks that take no markup: a name in backquotes, an address in angle brackets. */
static void put_between(struct reference *r, char open, const char *text, char close)
{
    text_reset(&r->safe);
    text_safe(&r->safe, text, strlen(text));
    out_char(r->out, open);
    for (const char *p = text_chars(&r->safe); *p; p++) out_char(r->out, *p == open || *p == close ? ' ' : *p);
    out_char(r->out, close);
    if (r->safe.failed) out_no_memory(r->out);
}

static void put_title(struct reference *r, const char *title, const char *command)
{
    out_format(r->out, "<!-- DO NOT EDIT: printed by `compliance-check reference %s`. -->\n# %s\n\n", command, title);
}

/* ---- facts ---- */

static const char *time_words(const struct kind_info *kind)
{
    switch (kind->time) {
    case TIME_STATE: return "a state: in force from `from` to `to`, both days included";
    case TIME_EVENT: return "an event: has happened by the date";
    case TIME_MEASUREMENT: return "a measurement: holds until a surely later one with the same key";
    default: return "without time";
    }
}

static const char *type_words(const struct field_info *f)
{
    static const char *const words[] = {
        [TYPE_ID] = "id",
        [TYPE_TEXT] = "text",
        [TYPE_TEXTS] = "text or list of texts",
        [TYPE_WORD] = "word",
        [TYPE_WORDS] = "word or list of words",
        [TYPE_REF] = "reference",
        [TYPE_REFS] = "reference or list of references",
        [TYPE_NUMBER] = "number",
        [TYPE_MONEY] = "money",
        [TYPE_AMOUNT] = "money or count",
        [TYPE_DATE] = "date",
        [TYPE_FLAG] = "true or false",
        [TYPE_CURRENCY] = "currency (ISO 4217)",
        [TYPE_CITES] = "sources",
    };
    return words[f->type];
}

static void put_anchor(struct reference *r, const char *name)
{
    for (; *name; name++) out_char(r->out, *name == ' ' ? '-' : *name);
}

static void put_type(struct reference *r, const struct field_info *f)
{
    out_string(r->out, type_words(f));
    if (f->list != LIST_COUNT) {
        const char *name = model_lists[f->list].name;
        out_format(r->out, ": [%s](#words-", name);
        put_anchor(r, name);
        out_char(r->out, ')');
    }
    bool any = false;
    for (unsigned k = 0; k < KIND_COUNT && f->targets && f->type != TYPE_CITES; k++) {
        if (!(f->targets & 1u << k)) continue;
        const char *name = model_kind((enum kind)k)->name;
        out_format(r->out, "%s[%s](#%s)", any ? ", " : " to ", name, name);
        any = true;
    }
    if (f->type == TYPE_NUMBER && f->unit != UNIT_NONE) out_format(r->out, ", %s", unit_name((enum unit)f->unit));
}

static const char *absent_words(const struct field_info *f)
{
    if (f->need == REQUIRED) return "required";
    switch (f->absent) {
    case ABSENT_UNSURE: return "unknown";
    case ABSENT_PARTIAL: return "partial";
    case ABSENT_EXCLUSIVE: return "exclusive";
    case ABSENT_WORLDWIDE: return "worldwide";
    default: return "none";
    }
}

/* The fields that every kind of its time has; told once. */
static bool is_common(const struct kind_info *kind, unsigned f)
{
    return f == kind->cites || f == kind->confidence || (f == kind->note && kind->confidence != NO_FIELD);
}

static void put_field(struct reference *r, const struct field_info *f)
{
    out_format(r->out, "| `%s` | ", f->name);
    put_type(r, f);
    out_format(r->out, " | %s | ", absent_words(f));
    put_escaped(r, f->doc);
    out_string(r->out, f->is_key ? " (key) |\n" : " |\n");
}

static void put_kind(struct reference *r, enum kind k)
{
    const struct kind_info *kind = model_kind(k);
    out_format(r->out, "### %s\n\n", kind->name);
    put_escaped(r, kind->doc);
    out_format(r->out, ". In the file under `%s`; %s.\n\n| field | type | absent | |\n|---|---|---|---|\n",
               kind->plural, time_words(kind));
    for (unsigned f = kind->first; f <= kind->last; f++)
        if (!is_common(kind, f)) put_field(r, &model_fields[f]);
    out_char(r->out, '\n');
}

static void put_list(struct reference *r, enum list l)
{
    const struct list_info *list = &model_lists[l];
    out_format(r->out, "### words: %s\n\n", list->name);
    put_escaped(r, list->doc);
    if (list->open == OPEN_PRODUCT)
        out_string(r->out, "; any other of `a-z 0-9 -` may be written, these are what rules name");
    else if (list->open == OPEN_COUNTRY) out_string(r->out, "; or two capitals of ISO 3166");
    out_string(r->out, ".\n\n| word | read as | |\n|---|---|---|\n");
    for (unsigned i = 0; i < list->count; i++) {
        const struct word_info *w = &model_words[list->first + i];
        out_format(r->out, "| `%s` | ", w->name);
        put_escaped(r, w->label);
        out_string(r->out, " | ");
        put_escaped(r, w->doc);
        out_string(r->out, " |\n");
    }
    out_char(r->out, '\n');
}

static void put_values(struct reference *r)
{
    out_string(
        r->out,
        "## Values\n\n"
        "| value | written | read as |\n|---|---|---|\n"
        "| number | `21`, `{\"min\": 18, \"max\": 22}` (an end may be open), `null` | exact, a range, or the widest range "
        "that its unit allows |\n"
        "| money | `{\"value\": 13e9, \"currency\": \"USD\"}`, its value as a number | the same; two currencies compare "
        "only through a `rate` |\n"
        "| date | `\"2019\"`, `\"2019-07\"`, `\"2019-07-22\"`, `{\"min\": ..., \"max\": ...}` | a range of days |\n"
        "| claims | `{\"claims\": [{\"value\": ..., \"source\": \"press\"}, ...]}` for a number, money or date | the range "
        "of what is claimed, each cited |\n"
        "| word | one of its list, or one's own that begins with `x-` | |\n"
        "| reference | the id of a record | |\n\n"
        "`null` is always unknown. What a field that is not written means stands in its row under *absent*; **none** is "
        "none or no, **unknown** is not zero and not false.\n\n");
}

static void put_facts(struct reference *r)
{
    put_title(r, "Facts", "facts");
    out_string(
        r->out,
        "A file is one JSON object: `format` \"compliance-facts/1\", optional `$schema`, `case`, and a list per kind under "
        "its plural. `compliance-check schema facts` prints the same as JSON Schema.\n\n"
        "## The case\n\n"
        "| field | |\n|---|---|\n"
        "| `id` | required; part of every fingerprint |\n"
        "| `title` | as reports print it |\n"
        "| `as_of` | the day as of which it is seen, `YYYY-MM-DD`; absent: today |\n"
        "| `jurisdictions` | whose law is asked about: words of the list jurisdiction; absent: any |\n"
        "| `complete` | what is known to be the whole list: `[{\"kind\": \"agreement\", \"grantor\": \"openai\", \"source\": "
        "\"s\", \"to\": \"2025-01-24\"}]`; it covers a search each of whose conditions lies within its own |\n\n");
    put_values(r);
    out_string(
        r->out,
        "## Kinds\n\n"
        "Beside its own fields each kind but `source` has `source` (an id, a list of ids, or a list of "
        "`{\"id\", \"where\"}`; where there is none, reports print \"no source given\"), `note` and `confidence` "
        "([confidence](#words-confidence)). An id is needed where something refers to the record; else it is made from "
        "the fields marked (key) and `from`.\n\n");
    for (unsigned k = 0; k < KIND_COUNT; k++) put_kind(r, (enum kind)k);
    out_string(r->out, "## Words\n\nEvery list also takes one's own words that begin with `x-`.\n\n");
    for (unsigned l = 0; l < LIST_COUNT; l++) put_list(r, (enum list)l);
}

/* ---- rules ---- */

static void put_phrase(struct reference *r, const struct rule *rule, const struct phrase *phrase,
                       const struct element *e)
{
    add_bare(begin(r), rule, phrase, e);
    put_built(r);
}

static void put_element(struct reference *r, const struct rule *rule, const struct element *e, unsigned depth)
{
    out_repeat(r->out, ' ', (size_t)depth * 2);
    out_string(r->out, "- ");
    put_phrase(r, rule, &e->text, e);
    const char *group = group_words(e, begin(r));
    if (group) out_string(r->out, ": "), out_string(r->out, group);
    if (e->at) out_string(r->out, " ("), put_escaped(r, e->at), out_char(r->out, ')');
    for (uint16_t i = 0; i < e->basis_count; i++) {
        add_basis(begin(r), &e->basis[i]);
        out_string(r->out, ". ");
        put_built(r);
    }
    if (e->form == ELEMENT_RECORDED || e->form == ELEMENT_NONE) {
        out_string(r->out, "  \n");
        out_repeat(r->out, ' ', (size_t)depth * 2 + 2);
        out_string(r->out, e->form == ELEMENT_NONE ? "*no " : "*");
        add_query_form(begin(r), rule, &e->query);
        put_built(r);
        out_char(r->out, '*');
    }
    out_char(r->out, '\n');
    for (uint16_t i = 0; group && i < e->group.count; i++) put_element(r, rule, &e->group.items[i], depth + 1);
}

static void put_elements(struct reference *r, const struct rule *rule, const char *heading, const struct element *items,
                         uint16_t count)
{
    if (!count) return;
    out_format(r->out, "**%s**\n\n", heading);
    for (uint16_t i = 0; i < count; i++) put_element(r, rule, &items[i], 0);
    out_char(r->out, '\n');
}

static void put_params(struct reference *r, const struct rule *rule)
{
    if (!rule->param_count) return;
    out_string(r->out, "| threshold | value | reason |\n|---|---|---|\n");
    for (uint16_t i = 0; i < rule->param_count; i++) {
        out_string(r->out, "| "), put_between(r, '`', rule->params[i].name, '`'), out_string(r->out, " | ");
        add_param_values(begin(r), &rule->params[i]);
        put_built(r);
        out_string(r->out, " | ");
        put_escaped(r, rule->params[i].reason ? rule->params[i].reason : "");
        out_string(r->out, " |\n");
    }
    out_char(r->out, '\n');
}

static void put_rule_head(struct reference *r, const struct rule *rule)
{
    out_string(r->out, "### "), put_escaped(r, rule->id), out_string(r->out, "\n\n");
    put_phrase(r, rule, &rule->title, NULL);
    out_format(r->out, ".\n\n%s, %s", severity_names[rule->severity], nature_names[rule->nature]);
    if (rule->jurisdiction) out_format(r->out, ", %s", rule->jurisdiction);
    struct text *t = begin(r);
    if (rule->in_force_from != DAY_MIN) text_string(t, ", in force from "), add_day(t, rule->in_force_from);
    if (rule->in_force_to != DAY_MAX) text_string(t, ", in force to "), add_day(t, rule->in_force_to);
    put_built(r);
    out_string(r->out, "\n\n");
}

static void put_asked(struct reference *r, const struct rule *rule)
{
    struct asked asked;
    bool any = false;
    rule_asks(rule, &asked);
    for (unsigned k = 0; k < KIND_COUNT; k++) {
        if (!asked.kind[k]) continue;
        out_string(r->out, any ? ", " : "**Facts**: ");
        add_asked(begin(r), &asked, (enum kind)k);
        put_built(r);
        any = true;
    }
    if (any) out_string(r->out, asked.functions ? ", and what its functions look up\n\n" : "\n\n");
}

static void put_rule(struct reference *r, const struct rule *rule)
{
    put_rule_head(r, rule);
    put_elements(r, rule, "It applies where", rule->applies, rule->apply_count);
    put_elements(r, rule, "It flags a risk when all of this holds", rule->elements, rule->element_count);
    put_elements(r, rule, "Any one of these rebuts it", rule->unless, rule->unless_count);
    put_params(r, rule);
    out_string(r->out, "**Basis**\n\n");
    for (uint16_t i = 0; i < rule->basis_count; i++) {
        out_string(r->out, "- ");
        add_basis(begin(r), &rule->basis[i]);
        put_built(r);
        if (rule->basis[i].source->url) out_char(r->out, ' '), put_between(r, '<', rule->basis[i].source->url, '>');
        out_char(r->out, '\n');
    }
    out_char(r->out, '\n');
    put_asked(r, rule);
    if (!rule->advice.source) return;
    out_string(r->out, "**What to ask**: ");
    put_phrase(r, rule, &rule->advice, NULL);
    out_string(r->out, "\n\n");
}

static void put_rules(struct reference *r)
{
    const cc_engine *e = r->engine;
    put_title(r, "Rules", "rules");
    out_string(r->out, "| rule | severity | nature | flags |\n|---|---|---|---|\n");
    for (size_t i = 0; i < e->rule_count; i++) {
        const struct rule *rule = e->rules[i];
        if (rule->error) continue;
        out_string(r->out, "| "), put_escaped(r, rule->id);
        out_format(r->out, " | %s | %s | ", severity_names[rule->severity], nature_names[rule->nature]);
        put_phrase(r, rule, &rule->title, NULL);
        out_string(r->out, " |\n");
    }
    for (size_t i = 0; i < e->rule_count; i++) {
        const char *id = e->rules[i]->id;
        size_t size = pack_length(id), verified, sources;
        bool first = !i || pack_length(e->rules[i - 1]->id) != size || memcmp(e->rules[i - 1]->id, id, size) != 0;
        if (first) {
            sources = cited_sources(e->rules, e->rule_count, id, size, &verified);
            out_string(r->out, "\n## ");
            text_bytes(begin(r), id, size);
            put_built(r);
            out_format(r->out, "\n\n%zu of the %zu sources that these rules cite are verified.\n\n", verified, sources);
        }
        if (!e->rules[i]->error) put_rule(r, e->rules[i]);
    }
}

/* ---- codes ---- */

static void put_codes(struct reference *r)
{
    put_title(r, "Codes of messages", "codes");
    out_string(r->out, "Each message ends in its code. A code keeps its meaning.\n\n| code | |\n|---|---|\n");
    for (unsigned i = 0; i < CODE_COUNT; i++) {
        out_format(r->out, "| `%s` | ", codes[i].word);
        put_escaped(r, codes[i].doc);
        out_string(r->out, " |\n");
    }
}

/* ---- lint ---- */

static void put_lint(struct reference *r)
{
    put_title(r, "What lint finds", "lint");
    out_string(
        r->out,
        "`compliance-check lint [PATH...]` finds what Lua, luacheck and loading let through. What is meant to be so is marked, on "
        "its line or the one above:\n\n    -- lint: allow ID: REASON\n");
    for (unsigned i = 0; i < LINT_COUNT; i++) {
        out_format(r->out, "\n### %s\n\n", lint_table[i].id);
        put_escaped(r, lint_table[i].says);
        out_format(r->out, ": %s\n", lint_table[i].why);
    }
}

static void put_api(struct reference *r) { write_annotations(r->out); }

bool cc_write_reference(cc_engine *e, const char *name, cc_sink sink)
{
    static const struct {
        const char *name;
        void (*write)(struct reference *);
    } pages[] = {
        { "facts", put_facts }, { "rules", put_rules }, { "codes", put_codes }, { "lint", put_lint }, { "api", put_api }
    };
    enum { COUNT = sizeof pages / sizeof *pages };
    const char *names[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        names[i] = pages[i].name;
        if (strcmp(name, names[i]) != 0) continue;
        struct out out;
        if (!listing_open(e, &out, sink)) return false;
        struct reference r = { .out = &out, .engine = e };
        text_init(&r.raw, e->allocator, SENTENCE_LIMIT);
        text_init(&r.safe, e->allocator, SENTENCE_LIMIT);
        pages[i].write(&r);
        text_free(&r.raw);
        text_free(&r.safe);
        return listing_close(e, &out);
    }
    report_unknown(e, "reference", name, names, COUNT);
    return false;
}
