/* rule_page.c - the pages on rules, as Markdown: of a rule with an example from the test beside it, of a pack, of all. */
#include "audit/rule_tests.h"
#include "report/describe.h"
#include "report/markup.h"
#include "report/report.h"
#include "report/safe.h"
#include "report/words.h"

#include "base/date.h"
#include "base/utf8.h"

enum { TEXT_LIMIT = 1024 * 1024, REPORT_WIDTH = 90, CLEARS_BUDGET = 1000 };

#define GENERATED "<!-- DO NOT EDIT: `compliance-check docs` writes this from the rules and their tests. -->\n"

/* ---- what it says ---- */

static void put_phrase(struct markup *m, const struct rule *rule, const struct phrase *phrase, const struct element *e)
{
    add_bare(markup_begin(m), rule, phrase, e);
    markup_built(m);
}

static void put_element(struct markup *m, const struct rule *rule, const struct element *e, unsigned depth)
{
    out_repeat(m->out, ' ', (size_t)depth * 2);
    out_string(m->out, "- ");
    put_phrase(m, rule, &e->text, e);
    const char *group = group_words(e, markup_begin(m));
    if (group) out_string(m->out, ": "), out_string(m->out, group);
    if (e->at) out_string(m->out, " ("), markup_escaped(m, e->at), out_char(m->out, ')');
    for (uint16_t i = 0; i < e->basis_count; i++) {
        add_basis(markup_begin(m), &e->basis[i]);
        out_string(m->out, ". ");
        markup_built(m);
    }
    if (e->form == ELEMENT_RECORDED || e->form == ELEMENT_NONE) {
        out_string(m->out, "  \n");
        out_repeat(m->out, ' ', (size_t)depth * 2 + 2);
        out_string(m->out, e->form == ELEMENT_NONE ? "*no " : "*");
        add_query_form(markup_begin(m), rule, &e->query);
        markup_built(m);
        out_char(m->out, '*');
    }
    out_char(m->out, '\n');
    for (uint16_t i = 0; group && i < e->group.count; i++) put_element(m, rule, &e->group.items[i], depth + 1);
}

static void put_elements(struct markup *m, const struct rule *rule, const char *heading, const struct element *items,
                         uint16_t count)
{
    if (!count) return;
    out_format(m->out, "**%s**\n\n", heading);
    for (uint16_t i = 0; i < count; i++) put_element(m, rule, &items[i], 0);
    out_char(m->out, '\n');
}

static void put_params(struct markup *m, const struct rule *rule)
{
    if (!rule->param_count) return;
    out_string(m->out, "| threshold | value | reason |\n|---|---|---|\n");
    for (uint16_t i = 0; i < rule->param_count; i++) {
        out_string(m->out, "| "), markup_between(m, '`', rule->params[i].name, '`'), out_string(m->out, " | ");
        add_param_values(markup_begin(m), &rule->params[i]);
        markup_built(m);
        out_string(m->out, " | ");
        markup_escaped(m, rule->params[i].reason ? rule->params[i].reason : "");
        out_string(m->out, " |\n");
    }
    out_char(m->out, '\n');
}

static void put_rule_head(struct markup *m, const struct rule *rule)
{
    out_string(m->out, "# "), markup_escaped(m, rule->id), out_string(m->out, "\n\n");
    put_phrase(m, rule, &rule->title, NULL);
    out_format(m->out, ".\n\n%s, %s", severity_names[rule->severity], nature_names[rule->nature]);
    if (rule->jurisdiction) out_format(m->out, ", %s", rule->jurisdiction);
    struct text *t = markup_begin(m);
    if (rule->in_force_from != DAY_MIN) text_string(t, ", in force from "), add_day(t, rule->in_force_from);
    if (rule->in_force_to != DAY_MAX) text_string(t, ", in force to "), add_day(t, rule->in_force_to);
    markup_built(m);
    out_string(m->out, "\n\n");
}

static void put_asked(struct markup *m, const struct rule *rule)
{
    struct asked asked;
    bool any = false;
    rule_asks(rule, &asked);
    for (unsigned k = 0; k < KIND_COUNT; k++) {
        if (!asked.kind[k]) continue;
        out_string(m->out, any ? ", " : "**Facts**: ");
        add_asked(markup_begin(m), &asked, (enum kind)k);
        markup_built(m);
        any = true;
    }
    if (any) out_string(m->out, asked.functions ? ", and what its functions look up\n\n" : "\n\n");
}

static void put_rule(struct markup *m, const struct rule *rule)
{
    put_rule_head(m, rule);
    put_elements(m, rule, "It applies where", rule->applies, rule->apply_count);
    put_elements(m, rule, "It flags a risk when all of this holds", rule->elements, rule->element_count);
    put_elements(m, rule, "Any one of these rebuts it", rule->unless, rule->unless_count);
    put_params(m, rule);
    out_string(m->out, "**Basis**\n\n");
    for (uint16_t i = 0; i < rule->basis_count; i++) {
        out_string(m->out, "- ");
        add_basis(markup_begin(m), &rule->basis[i]);
        markup_built(m);
        if (rule->basis[i].source->url) out_char(m->out, ' '), markup_between(m, '<', rule->basis[i].source->url, '>');
        out_char(m->out, '\n');
    }
    out_char(m->out, '\n');
    put_asked(m, rule);
    if (!rule->advice.source) return;
    out_string(m->out, "**What to ask**: ");
    put_phrase(m, rule, &rule->advice, NULL);
    out_string(m->out, "\n\n");
}

/* ---- an example, and what is tested ---- */

/* What is not shown raw stands in a JSON string alone, and there \u says the same. */
static void add_json_safe(struct text *t, const char *json, size_t length)
{
    for (size_t at = 0; at < length;) {
        uint32_t point = 0;
        size_t n = utf8_read(json + at, length - at, &point);
        bool raw = !n || point == '\n' || !(utf8_is_hidden(point) || (point == '[' && is_log_command(json, at)));
        if (raw) text_bytes(t, json + at, n ? n : 1);
        else if (point < 0x10000) text_add(t, "\\u%04x", (unsigned)point);
        else
            text_add(t, "\\u%04x\\u%04x", 0xD800 + (unsigned)((point - 0x10000) >> 10),
                     0xDC00 + (unsigned)(point & 0x3FF));
        at += n ? n : 1;
    }
}

/* A line a record, so that a report can name lines. */
static void put_json_lines(struct text *t, const char *json)
{
    int depth = 0;
    bool quoted = false;
    for (; *json; json++) {
        if (*json == '"') quoted = !quoted;
        if (*json == '\\' && json[1]) text_char(t, *json++);
        bool opens = !quoted && (*json == '{' || *json == '['), closes = !quoted && (*json == '}' || *json == ']');
        if (closes && --depth <= 1 && json[-1] != '[' && json[-1] != '{') {
            text_char(t, '\n');
            for (int i = 0; i < depth; i++) text_string(t, "  ");
        }
        text_char(t, *json);
        if (opens) depth++;
        bool breaks = (opens && depth <= 2 && json[1] != ']' && json[1] != '}') ||
                      (!quoted && *json == ',' && depth <= 2);
        if (breaks) {
            text_char(t, '\n');
            for (int i = 0; i < depth; i++) text_string(t, "  ");
        } else if (!quoted && (*json == ',' || *json == ':')) text_char(t, ' ');
    }
    text_char(t, '\n');
}

static bool into_text(void *ud, const char *bytes, size_t length)
{
    struct text *t = ud;
    text_bytes(t, bytes, length);
    return !t->failed;
}

static void say_nothing(void *ud, const cc_diagnostic *d) { (void)ud, (void)d; }

/* What `compliance-check why` says of the facts, which does not change with other rules. False: they cannot be read. */
static bool why_of(cc_engine *e, const struct rule *rule, const struct text *facts, struct text *report)
{
    cc_diagnostic_fn *emit = e->emit;
    const char *only[] = { rule->id };
    const cc_options options = {
        .size = sizeof options, .only = { only, 1 }, .every_subject = true, .clears_budget = CLEARS_BUDGET
    };
    const cc_report_options look = { .size = sizeof look, .width = REPORT_WIDTH };
    e->emit = say_nothing;
    cc_case *c = cc_case_parse(e, "facts.json", text_chars(facts), facts->length);
    cc_audit *audit = c ? cc_audit_run(e, c, &options) : NULL;
    bool well = audit &&
                cc_write_why(audit, rule->id, (cc_words){ NULL, 0 }, "text", &look, (cc_sink){ into_text, report });
    e->emit = emit;
    cc_audit_free(audit);
    cc_case_free(c);
    return well;
}

/* The first that is flagged, else the first. */
static const struct rule_test *example_of(const struct test_file *file)
{
    for (size_t i = 0; i < file->count; i++)
        if (!strcmp(file->tests[i].expect, verdict_names[CC_FLAGGED])) return &file->tests[i];
    return file->count ? &file->tests[0] : NULL;
}

static void put_example(struct markup *m, cc_engine *e, const struct rule *rule, const struct rule_test *test)
{
    struct text lines, facts, report;
    text_init(&lines, e->allocator, TEXT_LIMIT);
    text_init(&facts, e->allocator, TEXT_LIMIT);
    text_init(&report, e->allocator, TEXT_LIMIT);
    put_json_lines(&lines, text_chars(&test->json));
    add_json_safe(&facts, text_chars(&lines), lines.length);
    if (why_of(e, rule, &facts, &report)) {
        out_string(m->out, "## Example\n\nA test beside the rule says: ");
        markup_escaped(m, test->name);
        out_string(m->out, ". Its facts:\n\n");
        markup_block(m, "json", text_chars(&facts));
        out_string(m->out, "\nand what is said of them:\n\n");
        markup_block(m, "text", text_chars(&report));
        out_char(m->out, '\n');
    }
    if (lines.failed || facts.failed || report.failed) out_no_memory(m->out);
    text_free(&lines);
    text_free(&facts);
    text_free(&report);
}

static void put_tests(struct markup *m, const struct test_file *file)
{
    out_string(m->out, "## Tests\n\n| case | verdict |\n|---|---|\n");
    for (size_t i = 0; i < file->count; i++) {
        out_string(m->out, "| ");
        markup_escaped(m, file->tests[i].name);
        out_format(m->out, " | %s |\n", file->tests[i].expect);
    }
}

static void put_tested(struct markup *m, cc_engine *e, const struct rule *rule)
{
    struct test_file file;
    bool there, well = rule_test_file(e, rule, &file, &there);
    const struct rule_test *example = well ? example_of(&file) : NULL;
    if (example) put_example(m, e, rule, example);
    if (well) put_tests(m, &file);
    else if (there) out_string(m->out, "The tests beside this rule could not be read.\n");
    else out_string(m->out, "No test stands beside this rule.\n");
    test_file_free(&file);
}

/* ---- pages ---- */

static void put_rule_page(struct markup *m, cc_engine *e, const struct rule *rule)
{
    out_string(m->out, GENERATED);
    if (rule->error) {
        out_string(m->out, "# "), markup_escaped(m, rule->id), out_string(m->out, "\n\nIt could not be loaded.\n");
        return;
    }
    put_rule(m, rule);
    put_tested(m, e, rule);
}

static bool is_of_pack(const struct rule *rule, const char *pack)
{
    return !pack || (pack_length(rule->id) == strlen(pack) && !memcmp(rule->id, pack, strlen(pack)));
}

/* A row a rule, linked to its page, which stands in the folder of its pack. */
static void put_rows(struct markup *m, const cc_engine *e, const char *pack)
{
    out_string(m->out, "| rule | severity | nature | flags |\n|---|---|---|---|\n");
    for (size_t i = 0; i < e->rule_count; i++) {
        const struct rule *rule = e->rules[i];
        if (rule->error || !is_of_pack(rule, pack)) continue;
        const char *page = pack ? rule->id + strlen(pack) + 1 : rule->id;
        out_format(m->out, "| [%s](%s.md) | %s | %s | ", rule->id, page, severity_names[rule->severity],
                   nature_names[rule->nature]);
        put_phrase(m, rule, &rule->title, NULL);
        out_string(m->out, " |\n");
    }
}

static void put_pack_page(struct markup *m, const cc_engine *e, const char *pack)
{
    size_t verified, sources = cited_sources(e->rules, e->rule_count, pack, strlen(pack), &verified);
    out_string(m->out, GENERATED "# ");
    markup_escaped(m, pack);
    out_format(m->out, "\n\nOf the sources that these rules cite, %zu of %zu are verified.\n\n", verified, sources);
    put_rows(m, e, pack);
}

static void put_index(struct markup *m, const cc_engine *e)
{
    out_string(m->out, GENERATED "# Rules\n\n");
    put_rows(m, e, NULL);
}

static const struct rule *rule_named(cc_engine *e, const char *id)
{
    for (size_t i = 0; i < e->rule_count; i++)
        if (!strcmp(e->rules[i]->id, id)) return engine_rule(e, i);
    return NULL;
}

bool cc_write_rule_page(cc_engine *e, const char *name, cc_sink sink)
{
    struct out out;
    struct markup m;
    const struct rule *rule = name ? rule_named(e, name) : NULL;
    if (!listing_open(e, &out, sink)) return false;
    markup_init(&m, &out, e->allocator);
    if (rule) put_rule_page(&m, e, rule);
    else if (name) put_pack_page(&m, e, name);
    else put_index(&m, e);
    markup_free(&m);
    return listing_close(e, &out);
}
