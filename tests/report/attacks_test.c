/* attacks_test.c - hostile texts, in facts and in rules, through every format that there is: each comes out as data. What a
 * report is made of (its lines, tags, fields, commands) is the same as with a harmless text in the same places.
 *
 * The list of formats is the engine's own, so that one that is added is attacked as well. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cJSON.h>
#include <cmocka.h>

#include "base/utf8.h"
#include "report/written.h"

static const struct attack {
    const char *name, *text;
} attacks[] = {
    { "colour", "\x1b[31mred\x1b[0m" },
    { "screen", "\x1b[2J\x1b[H\x1b]0;title\x07gone" },
    { "link of a terminal", "\x1b]8;;http://evil.example\x1b\\here\x1b]8;;\x1b\\" },
    { "csi of one byte", "\xC2\x9B"
                         "31mred" },
    { "carriage return", "well\rbad" },
    { "backspaces", "bad\b\b\bfine" },
    { "lines", "one\ntwo\n\nthree" },
    { "windows lines", "one\r\n::error::two\r\n" },
    { "workflow error", "::error file=a.c,line=1::forged" },
    { "workflow output", "x\n::set-output name=a::b\n::add-mask::c" },
    { "workflow stop", "::stop-commands::x" },
    { "azure", "##vso[task.setvariable variable=a]b" },
    { "old workflow", "##[error]forged" },
    { "teamcity", "##teamcity[buildStatus status='SUCCESS']" },
    { "percent", "%0A::error::x%0D%25" },
    { "end of a section", "]]><testcase name='x'/><![CDATA[" },
    { "tags", "</testcase></testsuite><failure/>" },
    { "entity", "&lt;b&gt; &amp; &#x1b; &xxe; \"'" },
    { "script", "<script>alert(1)</script><img src=x onerror=alert(1)>" },
    { "comment", "--> <!-- x -- > --!>" },
    { "formula", "=cmd|' /C calc'!A0" },
    { "formula at", "@SUM(1+1)*cmd|' /C calc'!A0" },
    { "formula plus", "+1+1" },
    { "formula minus", "-2+3,\"b\",c" },
    { "formula behind a tab", "\t=1+1" },
    { "wide formula", "\xEF\xBC\x9D"
                      "1+1" },
    { "fields", "\",\"b\",\"c\r\nd" },
    { "turned", "\xE2\x80\xAE"
                "txt.exe" /* NOLINT(misc-misleading-bidirectional) */ },
    { "isolates", "\xE2\x81\xA6"
                  "a\xE2\x81\xA9"
                  "\xE2\x80\x8F"
                  "b" /* NOLINT(misc-misleading-bidirectional) */ },
    { "nothing wide", "a\xE2\x80\x8B"
                      "b\xEF\xBB\xBF"
                      "c\xC2\xAD"
                      "d" },
    { "separators", "a\xE2\x80\xA8"
                    "::error::b\xE2\x80\xA9"
                    "c\xC2\x85"
                    "d" },
    { "no characters", "\xEF\xBF\xBE\xEF\xBF\xBF\xF0\x9F\xBF\xBE\xEF\xB7\x90" },
    { "forbidden in XML", "\x01\x02\x0B\x0C\x0E\x1F" },
    { "delete", "\x7F\xC2\x80" },
    { "tag characters", "\xF3\xA0\x81\xA1\xF3\xA0\x81\xA2" },
    { "table", "a | b\n|---|---|\n| c | d |" },
    { "heading", "# big\n> quote\n- list\n1. one\n```\ncode\n```" },
    { "link of markdown", "[x](javascript:alert(1)) ![y](http://evil.example/z.png) <http://evil.example>" },
    { "mention", "@octocat #12 http://evil.example www.evil.example a@b.example" },
    { "placeholder", "%s %n %1$s ${x} $(x) `x` \\n \\u0000" },
    { "message of sarif", "[a](1) [b](2) \\[c] {0}" },
    { "quotes", "\"'`\\\"\\'\\`" },
    { "json", "\"},{\"level\":\"none\",\"x\":\"" },
};
enum { ATTACKS = sizeof attacks / sizeof *attacks };
static const char harmless[] = "Harmless";

/* --- One report --- */

static void add_json(struct text *t, const char *text)
{
    cJSON *string = cJSON_CreateString(text);
    char *printed = cJSON_PrintUnformatted(string);
    text_string(t, printed);
    cJSON_free(printed);
    cJSON_Delete(string);
}

/* Decimal escapes of every byte: nothing depends on how Lua reads a text. */
static void add_lua(struct text *t, const char *text)
{
    text_char(t, '\'');
    for (; *text; text++) text_add(t, "\\%03u", (unsigned)(unsigned char)*text);
    text_char(t, '\'');
}

/* The template with the text for each %. */
static char *fill(const char *template, const char *text, void (*add)(struct text *, const char *))
{
    struct text t;
    text_init(&t, &allocator_default, 1 << 20);
    for (; *template; template ++) {
        if (*template == '%') add(&t, text);
        else text_char(&t, *template == '`' ? '"' : *template);
    }
    char *filled = strdup(t.data);
    text_free(&t);
    return filled;
}

static const char facts_template[] =
    "{`format`: `compliance-facts/1`, `case`: {`id`: `small`, `title`: %, `as_of`: `2025-01-24`},\n"
    " `sources`: [{`id`: `press`, `title`: %, `publisher`: %, `date`: `2025-02`, `note`: %}],\n"
    " `entities`: [{`id`: `big`, `name`: %, `aliases`: [%], `note`: %}, {`id`: `new`, `name`: %}],\n"
    " `agreements`: [{`id`: `only`, `type`: `exclusivity`, `holder`: `big`, `grantor`: `new`,\n"
    "  `source`: [{`id`: `press`, `where`: %}], `note`: %}]}\n";
static const char rule_template[] =
    "return { id = 'hold/exclusive', title = % .. ' {grantor} {holder}', severity = 'high', nature = 'indicator',\n"
    "  basis = { { 'a-law', at = %, support = 'direct' } }, roles = { 'holder', 'grantor' },\n"
    "  params = { line = { 20, 'percent', % } },\n"
    "  subjects = function(case, each)\n"
    "    for holder, grantor in case:agreements():pairs('holder', 'grantor') do each(holder, grantor) end end,\n"
    "  elements = { { % .. ' {holder} {line}', at = %,\n"
    "    recorded = { 'agreements', type = 'exclusivity', holder = 'holder', grantor = 'grantor' } } },\n"
    "  unless = { { % .. ' {grantor}', recorded = { 'agreements', type = 'waiver', holder = 'grantor', grantor = 'holder' } } },\n"
    "  advice = % }\n";

struct looks {
    bool verbose, color;
};

/* Audits, and writes one report. NULL: the facts or the rule were refused. */
static struct written *report(const char *format, struct looks looks, const char *in_facts, const char *in_rule)
{
    const cc_report_options options = { .size = sizeof options, .verbose = looks.verbose, .color = looks.color };
    char *facts = fill(facts_template, in_facts, add_json), *rule = fill(rule_template, in_rule, add_lua);
    struct written *w = written_new();
    bool well = written_rule(w, "exclusive.lua", rule) && written_report(w, format, &options, facts);
    free(facts), free(rule);
    if (well) return w;
    written_free(w);
    return NULL;
}

/* --- What no report may hold --- */

/* Which a consumer that shows Markdown may put into HTML, where they must not stand; others take them, and no format needs them. */
static bool is_no_character(uint32_t c) { return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE; }

static bool is_hidden(uint32_t c)
{
    return (c >= 0x80 && c < 0xA0) || c == 0xAD || c == 0x61C || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
           (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F) || is_no_character(c);
}

/* The length of a colour as the text report writes it; 0: it is none. */
static size_t colour(const char *at)
{
    size_t n = strspn(at + 2, "0123456789;");
    return at[0] == 0x1B && at[1] == '[' && at[2 + n] == 'm' ? n + 3 : 0;
}

static void holds_no_control(const char *format, bool color, const char *text)
{
    for (const char *at = text, *end = text + strlen(text); at < end;) {
        uint32_t c = 0;
        size_t skipped = color ? colour(at) : 0, n = utf8_read(at, (size_t)(end - at), &c);
        if (!skipped && !n) fail_msg("%s: no UTF-8: %02x", format, (unsigned)(unsigned char)*at);
        if (!skipped && (c < 0x20 || c == 0x7F) && c != '\n' && !(c == '\r' && at[1] == '\n'))
            fail_msg("%s: the control %02x", format, (unsigned)c);
        if (!skipped && is_hidden(c)) fail_msg("%s: U+%04X", format, (unsigned)c);
        at += skipped ? skipped : n;
    }
}

/* Azure, TeamCity and older runners obey "##name[" wherever it stands in a line. */
static void holds_no_log_command(const char *format, const char *text)
{
    for (const char *at = text; (at = strstr(at, "##")); at++)
        if (at[2 + strspn(at + 2, "abcdefghijklmnopqrstuvwxyz#")] == '[') fail_msg("%s: a command: %.40s", format, at);
}

/* --- What a report is made of --- */

static void tree(const cJSON *node, struct text *t)
{
    text_add(t, "(%d %s", node->type & 0xFF, node->string ? node->string : "");
    for (const cJSON *child = node->child; child; child = child->next) tree(child, t);
    text_char(t, ')');
}

static void json_shape(const char *text, struct text *t)
{
    cJSON *all = cJSON_Parse(text);
    if (!all) fail_msg("no JSON: %s", text);
    tree(all, t);
    cJSON_Delete(all);
}

/* Tags with the names of their attributes; every & is one of XML's five, or a number. */
static void xml_shape(const char *text, struct text *t)
{
    assert_null(strstr(text, "<![CDATA["));
    assert_null(strstr(text, "]]>"));
    for (bool inside = false, quoted = false; *text; text++) {
        if (*text == '<' && !inside) inside = true;
        else if (*text == '<') fail_msg("a tag in a tag: %.60s", text);
        else if (*text == '"' && inside) quoted = !quoted;
        else if (*text == '>' && inside && !quoted) inside = false, text_char(t, '>');
        else if (*text == '&' && strncmp(text, "&lt;", 4) && strncmp(text, "&gt;", 4) && strncmp(text, "&amp;", 5) &&
                 strncmp(text, "&quot;", 6) && strncmp(text, "&apos;", 6) && strncmp(text, "&#", 2))
            fail_msg("an entity: %.20s", text);
        if (inside && !quoted) text_char(t, *text);
    }
}

/* Each line up to the text of its command. */
static void workflow_shape(const char *text, struct text *t)
{
    while (*text) {
        size_t length = strcspn(text, "\n"), head = strcspn(text, " :\n");
        if (strncmp(text, "::", 2) == 0) head = 2 + strcspn(text + 2, " :\n");
        text_bytes(t, text, head);
        text_char(t, '\n');
        text += length + (text[length] == '\n');
    }
}

static void csv_shape(const char *text, struct text *t)
{
    for (bool quoted = false, begins = true; *text; text++) {
        bool ends = text[0] == '\r' && text[1] == '\n'; /* the last field is empty */
        if (begins && !ends && strchr("=+-@\t\r", *text)) fail_msg("a formula: %.30s", text);
        if (*text == '"' && (quoted && text[1] == '"')) {
            text++;
            continue;
        }
        if (*text == '"') {
            quoted = !quoted;
            if (quoted && strchr("=+-@\t\r", text[1])) fail_msg("a formula: %.30s", text);
        } else if (!quoted && (*text == ',' || *text == '\n')) {
            text_char(t, *text);
            begins = true;
            continue;
        }
        begins = false;
    }
}

/* Lines by what begins them, and tags; in between no sign has a meaning (formats_test.c). */
static void markdown_shape(const char *text, struct text *t)
{
    for (bool begins = true; *text; text++) {
        if (begins && strchr("#|>-*`+", *text)) text_char(t, *text);
        if (*text == '<') text_bytes(t, text, strcspn(text, " >\n"));
        if (*text == '\n') text_char(t, '\n');
        begins = *text == '\n';
    }
}

/* Lines are broken where they are long, so their number may differ; what stands in the first column may not. */
static void text_shape(const char *text, struct text *t)
{
    static const char *const heads[] = { "CRITICAL", "HIGH", "MEDIUM", "LOW", "INFO", "Sources", "Nothing", "::" };
    for (; text; text = strchr(text, '\n') ? strchr(text, '\n') + 1 : NULL)
        for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
            if (!strncmp(text, heads[i], strlen(heads[i]))) text_add(t, "%s\n", heads[i]);
}

static const struct {
    const char *format;
    void (*shape)(const char *, struct text *);
} shapes[] = {
    { "text", text_shape },       { "json", json_shape },   { "sarif", json_shape },        { "junit", xml_shape },
    { "github", workflow_shape }, { "gitlab", json_shape }, { "markdown", markdown_shape }, { "csv", csv_shape },
};

static char *shape_of(const char *format, const char *text)
{
    struct text t;
    text_init(&t, &allocator_default, 1 << 20);
    text_string(&t, "");
    size_t i = 0;
    while (i < sizeof shapes / sizeof *shapes && strcmp(shapes[i].format, format) != 0) i++;
    if (i == sizeof shapes / sizeof *shapes) fail_msg("say in shapes[] what the format '%s' is made of", format);
    shapes[i].shape(text, &t);
    char *shape = strdup(t.data);
    text_free(&t);
    return shape;
}

static void attack_format(const struct attack *a, const char *format, struct looks looks)
{
    struct written *plain = report(format, looks, harmless, harmless);
    assert_non_null(plain);
    char *wanted = shape_of(format, written_text(plain));
    for (int place = 0; place < 2; place++) { /* in facts, in a rule */
        struct written *w = report(format, looks, place ? harmless : a->text, place ? a->text : harmless);
        if (!w && place) continue; /* the rule was refused: see below */
        if (!w) fail_msg("%s: the facts were refused", a->name);
        holds_no_control(format, looks.color, written_text(w));
        holds_no_log_command(format, written_text(w));
        char *got = shape_of(format, written_text(w));
        if (strcmp(got, wanted))
            fail_msg("%s in %s: made of\n%s\nand not of\n%s\n%s", a->name, format, got, wanted, written_text(w));
        free(got);
        written_free(w);
    }
    free(wanted);
    written_free(plain);
}

static void comes_out_as_data(void **state)
{
    for (size_t i = 0; cc_format_name(i); i++)
        for (int look = 0; look < 4; look++)
            attack_format(*state, cc_format_name(i), (struct looks){ look & 1, look & 2 });
}

/* --- What is refused --- */

static const struct attack broken[] = {
    { "a byte that is no UTF-8", "a\xFF"
                                 "b" },
    { "an overlong slash", "a\xC0\xAF"
                           "b" },
    { "half a surrogate", "a\xED\xA0\x80"
                          "b" },
    { "a character cut short", "a\xE2\x80" },
    { "beyond Unicode", "a\xF5\x80\x80\x80" },
};

static void refused_facts_are_told_safely(void **state)
{
    const struct attack *a = *state;
    for (size_t i = 0; cc_format_name(i); i++) {
        struct written *w = written_new();
        char *facts = fill(facts_template, a->text, add_json);
        assert_null(cc_case_parse(w->engine, a->text, facts, strlen(facts)));
        assert_non_null(strstr(written_said(w), "encoding: "));
        const cc_report_options options = { .size = sizeof options };
        cc_report *r = cc_report_open(w->engine, cc_format_name(i), &options, written_sink(w));
        const cc_diagnostic error = { sizeof error, false, "encoding", a->text, 1, 1, 1, a->text, a->text };
        assert_true(
            cc_report_refused(r, &(cc_refused){ sizeof(cc_refused), .file = a->text, .errors = &error, .count = 1 }));
        assert_true(cc_report_close(r));
        holds_no_control(cc_format_name(i), false, written_text(w));
        free(facts);
        written_free(w);
    }
}

int main(void)
{
    enum { BROKEN = sizeof broken / sizeof *broken };
    static struct CMUnitTest tests[ATTACKS + BROKEN];
    size_t n = 0;
    for (size_t i = 0; i < ATTACKS; i++)
        tests[n++] = (struct CMUnitTest){ attacks[i].name, comes_out_as_data, NULL, NULL, (void *)&attacks[i] };
    for (size_t i = 0; i < BROKEN; i++)
        tests[n++] = (struct CMUnitTest){ broken[i].name, refused_facts_are_told_safely, NULL, NULL,
                                          (void *)&broken[i] };
    return cmocka_run_group_tests_name("attacks", tests, NULL, NULL);
}
