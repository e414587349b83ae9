/* reference.c - pages of the reference as Markdown, printed from the tables that the program itself reads: kinds of facts,
 * codes of diagnostics, ids of lint. Committed under docs/ and compared by `make check`. */
#include "report/annotations.h"
#include "report/describe.h"
#include "report/markup.h"
#include "report/report.h"
#include "report/words.h"

#include "audit/rule_api.h"
#include "base/date.h"

static void put_title(struct markup *m, const char *title, const char *command)
{
    out_format(m->out, "<!-- DO NOT EDIT: printed by `compliance-check reference %s`. -->\n# %s\n\n", command, title);
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

static void put_anchor(struct markup *m, const char *name)
{
    for (; *name; name++) out_char(m->out, *name == ' ' ? '-' : *name);
}

static void put_type(struct markup *m, const struct field_info *f)
{
    out_string(m->out, type_words(f));
    if (f->list != LIST_COUNT) {
        const char *name = model_lists[f->list].name;
        out_format(m->out, ": [%s](#words-", name);
        put_anchor(m, name);
        out_char(m->out, ')');
    }
    bool any = false;
    for (unsigned k = 0; k < KIND_COUNT && f->targets && f->type != TYPE_CITES; k++) {
        if (!(f->targets & 1u << k)) continue;
        const char *name = model_kind((enum kind)k)->name;
        out_format(m->out, "%s[%s](#%s)", any ? ", " : " to ", name, name);
        any = true;
    }
    if (f->type == TYPE_NUMBER && f->unit != UNIT_NONE) out_format(m->out, ", %s", unit_name((enum unit)f->unit));
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

static void put_field(struct markup *m, const struct field_info *f)
{
    out_format(m->out, "| `%s` | ", f->name);
    put_type(m, f);
    out_format(m->out, " | %s | ", absent_words(f));
    markup_escaped(m, f->doc);
    out_string(m->out, f->is_key ? " (key) |\n" : " |\n");
}

static void put_kind(struct markup *m, enum kind k)
{
    const struct kind_info *kind = model_kind(k);
    out_format(m->out, "### %s\n\n", kind->name);
    markup_escaped(m, kind->doc);
    out_format(m->out, ". In the file under `%s`; %s.\n\n| field | type | absent | |\n|---|---|---|---|\n",
               kind->plural, time_words(kind));
    for (unsigned f = kind->first; f <= kind->last; f++)
        if (!is_common(kind, f)) put_field(m, &model_fields[f]);
    out_char(m->out, '\n');
}

static void put_list(struct markup *m, enum list l)
{
    const struct list_info *list = &model_lists[l];
    out_format(m->out, "### words: %s\n\n", list->name);
    markup_escaped(m, list->doc);
    if (list->open == OPEN_PRODUCT)
        out_string(m->out, "; any other of `a-z 0-9 -` may be written, these are what rules name");
    else if (list->open == OPEN_COUNTRY) out_string(m->out, "; or two capitals of ISO 3166");
    out_string(m->out, ".\n\n| word | read as | |\n|---|---|---|\n");
    for (unsigned i = 0; i < list->count; i++) {
        const struct word_info *w = &model_words[list->first + i];
        out_format(m->out, "| `%s` | ", w->name);
        markup_escaped(m, w->label);
        out_string(m->out, " | ");
        markup_escaped(m, w->doc);
        out_string(m->out, " |\n");
    }
    out_char(m->out, '\n');
}

static void put_values(struct markup *m)
{
    out_string(
        m->out,
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

static void put_facts(struct markup *m)
{
    put_title(m, "Facts", "facts");
    out_string(
        m->out,
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
    put_values(m);
    out_string(
        m->out,
        "## Kinds\n\n"
        "Beside its own fields each kind but `source` has `source` (an id, a list of ids, or a list of "
        "`{\"id\", \"where\"}`; where there is none, reports print \"no source given\"), `note` and `confidence` "
        "([confidence](#words-confidence)). An id is needed where something refers to the record; else it is made from "
        "the fields marked (key) and `from`.\n\n");
    for (unsigned k = 0; k < KIND_COUNT; k++) put_kind(m, (enum kind)k);
    out_string(m->out, "## Words\n\nEvery list also takes one's own words that begin with `x-`.\n\n");
    for (unsigned l = 0; l < LIST_COUNT; l++) put_list(m, (enum list)l);
}

/* ---- codes ---- */

static void put_codes(struct markup *m)
{
    put_title(m, "Codes of messages", "codes");
    out_string(m->out, "Each message ends in its code. A code keeps its meaning.\n\n| code | |\n|---|---|\n");
    for (unsigned i = 0; i < CODE_COUNT; i++) {
        out_format(m->out, "| `%s` | ", codes[i].word);
        markup_escaped(m, codes[i].doc);
        out_string(m->out, " |\n");
    }
}

/* ---- lint ---- */

static void put_lint(struct markup *m)
{
    put_title(m, "What lint finds", "lint");
    out_string(
        m->out,
        "`compliance-check lint [PATH...]` finds what Lua, luacheck and loading let through. What is meant to be so is marked, on "
        "its line or the one above:\n\n    -- lint: allow ID: REASON\n");
    for (unsigned i = 0; i < LINT_COUNT; i++) {
        out_format(m->out, "\n### %s\n\n", lint_table[i].id);
        markup_escaped(m, lint_table[i].says);
        out_format(m->out, ": %s\n", lint_table[i].why);
    }
}

static void put_api(struct markup *m) { write_annotations(m->out); }

bool cc_write_reference(cc_engine *e, const char *name, cc_sink sink)
{
    static const struct {
        const char *name;
        void (*write)(struct markup *);
    } pages[] = { { "facts", put_facts }, { "codes", put_codes }, { "lint", put_lint }, { "api", put_api } };
    enum { COUNT = sizeof pages / sizeof *pages };
    const char *names[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        names[i] = pages[i].name;
        if (strcmp(name, names[i]) != 0) continue;
        struct out out;
        if (!listing_open(e, &out, sink)) return false;
        struct markup m;
        markup_init(&m, &out, e->allocator);
        pages[i].write(&m);
        markup_free(&m);
        return listing_close(e, &out);
    }
    report_unknown(e, "reference", name, names, COUNT);
    return false;
}
