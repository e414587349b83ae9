/* sarif_rule.c - a rule as SARIF's reportingDescriptor, with what GitHub's code scanning shows of it: its help as text and
 * as Markdown, a level, and a number for the severity of security results. */
#include "report/describe.h"
#include "report/markdown_text.h"
#include "report/safe.h"
#include "report/sarif.h"
#include "report/words.h"

#include <stdio.h>

enum { DESCRIPTION_MOST = 1000 }; /* bytes, of the 1,024 characters that GitHub keeps */

const char *sarif_level(const struct rule *rule)
{
    return rule->severity >= CC_HIGH ? "error" : rule->severity == CC_MEDIUM ? "warning" : "note";
}

/* In the middle of the ranges that GitHub gives its words: above 9.0 critical, from 7.0 high, 4.0 medium, 0.1 low. */
static const char *security_severity(const struct rule *rule)
{
    static const char *const scores[CC_SEVERITIES] = { NULL, "2.0", "5.5", "8.0", "9.5" };
    return scores[rule->severity];
}

/* "ftc-6b/exclusive-api" as "Ftc6bExclusiveApi" */
static void add_name(struct text *t, const char *id)
{
    bool begins = true;
    for (const char *s = id; *s; s++) {
        bool small = *s >= 'a' && *s <= 'z', plain = small || (*s >= 'A' && *s <= 'Z') || (*s >= '0' && *s <= '9');
        if (plain) text_char(t, begins && small ? (char)(*s - 'a' + 'A') : *s);
        begins = !plain;
    }
}

/* ---- help ---- */

/* Both forms of the help grow line by line. */
struct help {
    struct sarif_report *r;
    const struct rule *rule;
    struct text line;
};

static void put_heading(struct help *h, const char *heading)
{
    text_add(&h->r->text, "\n%s\n", heading);
    text_add(&h->r->markdown, "\n### %s\n\n", heading);
}

/* The line under construction, as an item of a list; with an address (or NULL), as a link to it. */
static void put_item(struct help *h, unsigned depth, const char *url)
{
    struct text safe;
    text_init(&safe, h->line.allocator, 0);
    text_safe_short(&safe, text_chars(&h->line), h->line.length, BRIEF_TEXT);
    for (unsigned d = 0; d < depth; d++) text_string(&h->r->text, "  "), text_string(&h->r->markdown, "  ");
    text_string(&h->r->text, "- "), sarif_add_text(&h->r->text, text_chars(&safe), false);
    text_string(&h->r->markdown, "- "), markdown_link(&h->r->markdown, text_chars(&safe), safe.length, url);
    if (url) text_string(&h->r->text, ", "), sarif_add_text(&h->r->text, url, false);
    text_char(&h->r->text, '\n'), text_char(&h->r->markdown, '\n');
    if (safe.failed) h->r->text.failed = true;
    text_free(&safe);
    text_reset(&h->line);
}

static void put_element(struct help *h, const struct element *e, unsigned depth)
{
    struct text scratch;
    text_init(&scratch, h->line.allocator, 0);
    add_bare(&h->line, h->rule, &e->text, e);
    const char *group = group_words(e, &scratch);
    if (group) text_add(&h->line, ": %s", group);
    if (e->at) text_add(&h->line, " [%s]", e->at);
    put_item(h, depth, NULL);
    for (uint16_t i = 0; group && i < e->group.count; i++) put_element(h, &e->group.items[i], depth + 1);
    if (scratch.failed) h->r->text.failed = true;
    text_free(&scratch);
}

static void put_elements(struct help *h, const char *heading, const struct element *items, uint16_t count)
{
    if (count) put_heading(h, heading);
    for (uint16_t i = 0; i < count; i++) put_element(h, &items[i], 0);
}

static void put_rest(struct help *h)
{
    const struct rule *rule = h->rule;
    if (rule->param_count) put_heading(h, tr("Thresholds"));
    for (uint16_t i = 0; i < rule->param_count; i++) {
        text_add(&h->line, "%s: ", rule->params[i].name), add_param_values(&h->line, &rule->params[i]);
        put_item(h, 0, NULL);
    }
    if (rule->basis_count) put_heading(h, tr("Basis"));
    for (uint16_t i = 0; i < rule->basis_count; i++) {
        add_basis(&h->line, &rule->basis[i]);
        put_item(h, 0, rule->basis[i].source->url);
    }
    if (!rule->advice.source) return;
    put_heading(h, tr("What to ask"));
    add_bare(&h->line, rule, &rule->advice, NULL);
    put_item(h, 0, NULL);
}

static void put_help(struct sarif_report *r, const struct rule *rule)
{
    struct json *j = &r->json;
    struct help h = { .r = r, .rule = rule };
    text_init(&h.line, r->text.allocator, 0);
    text_reset(&r->text), text_reset(&r->markdown);
    text_add(&r->text, tr("A risk for a lawyer to look at (%s); no legal advice.\n"), nature_names[rule->nature]);
    text_add(&r->markdown, tr("A risk for a lawyer to look at (%s); no legal advice.\n"), nature_names[rule->nature]);
    put_elements(&h, tr("It applies where"), rule->applies, rule->apply_count);
    put_elements(&h, tr("It flags a risk when all of this holds"), rule->elements, rule->element_count);
    put_elements(&h, tr("Any one of these rebuts it"), rule->unless, rule->unless_count);
    put_rest(&h);
    if (h.line.failed) r->text.failed = true;
    text_free(&h.line);
    JSON_KEY(j, "help"), json_open(j, '{');
    JSON_KEY(j, "text"), json_text(j, text_chars(&r->text), r->text.length);
    JSON_KEY(j, "markdown"), json_text(j, text_chars(&r->markdown), r->markdown.length);
    json_close(j, '}');
}

/* ---- the rule ---- */

static void put_description(struct sarif_report *r, const struct text *raw)
{
    struct text safe;
    text_init(&safe, r->text.allocator, 0);
    text_safe_short(&safe, text_chars(raw), raw->length, DESCRIPTION_MOST - 40);
    text_reset(&r->text);
    sarif_add_text(&r->text, text_chars(&safe), false);
    if (safe.failed || raw->failed) r->text.failed = true;
    text_free(&safe);
    if (r->text.length && !strchr(".!?", r->text.data[r->text.length - 1])) text_char(&r->text, '.');
    sarif_message(&r->json, text_chars(&r->text));
}

static void put_descriptions(struct sarif_report *r, const struct rule *rule)
{
    struct json *j = &r->json;
    struct text raw;
    text_init(&raw, r->text.allocator, 0);
    add_bare(&raw, rule, &rule->title, NULL);
    JSON_KEY(j, "shortDescription"), put_description(r, &raw);
    for (uint16_t i = 0; i < rule->element_count; i++) {
        text_string(&raw, i ? "; " : tr(". Flagged when all of this holds: "));
        add_bare(&raw, rule, &rule->elements[i].text, &rule->elements[i]);
    }
    JSON_KEY(j, "fullDescription"), put_description(r, &raw);
    text_free(&raw);
}

static void put_properties(struct json *j, const struct rule *rule)
{
    static const char *const precisions[] = {
        [NATURE_BRIGHT_LINE] = "very-high", [NATURE_PRESUMPTION] = "high", [NATURE_INDICATOR] = "medium"
    };
    char pack[64];
    snprintf(pack, sizeof pack, "%.*s", (int)pack_length(rule->id), rule->id);
    JSON_KEY(j, "properties"), json_open(j, '{');
    JSON_KEY(j, "tags"), json_open(j, '[');
    json_string(j, "compliance"), json_string(j, "competition-law");
    if (security_severity(rule)) json_string(j, "security");
    if (*pack) json_string(j, pack);
    json_string(j, nature_names[rule->nature]);
    if (rule->jurisdiction) json_string(j, rule->jurisdiction);
    json_close(j, ']');
    JSON_KEY(j, "precision"), json_string(j, precisions[rule->nature]);
    JSON_KEY(j, "problem.severity");
    json_string(j, rule->severity >= CC_HIGH ? "error" : rule->severity == CC_MEDIUM ? "warning" : "recommendation");
    if (security_severity(rule)) JSON_KEY(j, "security-severity"), json_string(j, security_severity(rule));
    json_close(j, '}');
}

/* GitHub refuses a rule without descriptions and help, and so there are some of one that could not be read. */
static void put_unknown(struct sarif_report *r, const struct rule *rule)
{
    struct json *j = &r->json;
    struct text raw;
    text_init(&raw, r->text.allocator, 0);
    text_add(&raw, tr("A rule that could not be loaded: %s"), rule->error ? rule->error : tr("it was not looked at"));
    JSON_KEY(j, "shortDescription"), sarif_message(j, tr("A rule that could not be loaded."));
    JSON_KEY(j, "fullDescription"), put_description(r, &raw);
    JSON_KEY(j, "help"), put_description(r, &raw);
    text_free(&raw);
}

/* GitHub reads security-severity of rules with the tag security; without it all would look alike. */
static void put_rule(struct sarif_report *r, const struct rule *rule)
{
    struct json *j = &r->json;
    json_line(j), json_open(j, '{');
    JSON_KEY(j, "id"), json_string(j, rule->id);
    if (rule->error || rule->glimpsed) {
        put_unknown(r, rule);
        json_close(j, '}');
        return;
    }
    text_reset(&r->text), add_name(&r->text, rule->id);
    JSON_KEY(j, "name"), json_string(j, text_chars(&r->text));
    put_descriptions(r, rule);
    put_help(r, rule);
    for (uint16_t i = 0; i < rule->basis_count; i++) {
        if (!rule->basis[i].source->url) continue;
        JSON_KEY(j, "helpUri"), json_string(j, rule->basis[i].source->url);
        break;
    }
    JSON_KEY(j, "defaultConfiguration"), json_open(j, '{');
    JSON_KEY(j, "level"), json_string(j, sarif_level(rule));
    json_close(j, '}');
    put_properties(j, rule);
    json_close(j, '}');
}

void sarif_rules(struct sarif_report *r)
{
    JSON_KEY(&r->json, "rules"), json_open(&r->json, '[');
    for (size_t i = 0; i < r->rule_count; i++) put_rule(r, r->rules[i]);
    json_close(&r->json, ']');
}
