/* The formats that other programs read: what users write stays data in each, what is long is cut and says so, what fails
 * is said, and no allocation or write that fails is passed over. */
#include "report/brief.h"
#include "report/markdown_text.h"
#include "report/safe.h"
#include "report/sarif.h"
#include "report/written.h"
#include "report/xml_writer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "audit/faults.h"
#include "base/arena.h"
#include "ledger/ledger.h"

static const cc_report_options plain = { .size = sizeof(cc_report_options) };
struct row {
    const char *text, *written;
};

/* ---- each syntax by itself ---- */

static void check_text(const struct row *rows, size_t count, void (*add)(struct text *, const char *))
{
    for (size_t i = 0; i < count; i++) {
        struct text t;
        text_init(&t, &allocator_default, 0);
        text_string(&t, "");
        add(&t, rows[i].text);
        assert_string_equal(t.data ? t.data : "", rows[i].written);
        text_free(&t);
    }
}
#define CHECK_TEXT(ROWS, ADD) check_text(ROWS, sizeof(ROWS) / sizeof *(ROWS), ADD)

static void in_markdown_every_sign_that_has_a_meaning_is_a_character_reference(void **state)
{
    static const struct row rows[] = {
        { "plain text, 21 % (so)", "plain text, 21 % (so)" },
        { "<b>&amp;", "&#60;b&#62;&#38;amp;" },
        { "*a* _b_ `c` ~d~", "&#42;a&#42; &#95;b&#95; &#96;c&#96; &#126;d&#126;" },
        { "[a](b) | c", "&#91;a&#93;(b) &#124; c" },
        { "\\u{202E}", "&#92;u&#123;202E&#125;" },
        { "@octocat", "&#64;&#8203;octocat" },
        { "#12 and #x", "&#35;&#8203;12 and &#35;x" },
        { "$a$", "&#36;a&#36;" },
        { "http://a WWW.b w.w", "http&#58;//a WWW&#46;b w.w" },
        { "", "" },
    };
    CHECK_TEXT(rows, markdown_string);
}

static void add_link(struct text *t, const char *url) { markdown_link(t, "the law]", 8, url); }
static void markdown_links_lead_to_plain_addresses_only(void **state)
{
    static const struct row rows[] = {
        { "https://example.org/a?b=c#d", "[the law&#93;](<https://example.org/a?b=c#d>)" },
        { "http://example.org/", "[the law&#93;](<http://example.org/>)" },
        { "javascript:alert(1)", "the law&#93;" },
        { "https://example.org/>) <b>", "the law&#93;" },
        { "https://", "the law&#93;" },
        { "data:text/html,x", "the law&#93;" },
    };
    CHECK_TEXT(rows, add_link);
}

static void paths_are_uri_references_in_sarif(void **state)
{
    static const struct row rows[] = {
        { "facts/a.json", "facts/a.json" },       { "././a b.json", "a%20b.json" },
        { "/tmp/a.json", "file:///tmp/a.json" },  { "a:b%#?[]@.json", "a%3Ab%25%23%3F%5B%5D%40.json" },
        { "\xC3\xA9\xFF\"<", "%C3%A9%FF%22%3C" }, { "<stdin>", "%3Cstdin%3E" },
    };
    CHECK_TEXT(rows, sarif_add_uri);
}

static void add_in_link(struct text *t, const char *text) { sarif_add_text(t, text, true); }
static void add_outside(struct text *t, const char *text) { sarif_add_text(t, text, false); }
static void sarif_messages_take_no_text_for_a_link_or_a_placeholder(void **state)
{
    static const struct row in_link[] = { { "a [b] {0} \\", "a \\[b\\] {{0}} \\\\" } };
    static const struct row outside[] = { { "[key terms] {0}", "[key terms] {{0}}" }, { "[a](1)", "\\[a](1)" } };
    CHECK_TEXT(in_link, add_in_link);
    CHECK_TEXT(outside, add_outside);
}

static void xml_has_no_character_that_it_forbids_and_no_end_of_a_section(void **state)
{
    static const struct {
        const char *text, *data, *attribute;
    } rows[] = {
        { "plain", "plain", "plain" },
        { "]]> <a b=\"c\">&", "]]&gt; &lt;a b=\"c\"&gt;&amp;", "]]&gt; &lt;a b=&quot;c&quot;&gt;&amp;" },
        { "a\nb\tc\r", "a\nb\tc&#13;", "a&#10;b&#9;c&#13;" },
        { "\x01\x1B[31m\x0B", "\xEF\xBF\xBD\xEF\xBF\xBD[31m\xEF\xBF\xBD", "\xEF\xBF\xBD\xEF\xBF\xBD[31m\xEF\xBF\xBD" },
        { "\xEF\xBF\xBE\xEF\xBF\xBF\xFF\xC3", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD",
          "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD" },
        { "é \xF0\x9F\x98\x80", "é \xF0\x9F\x98\x80", "é \xF0\x9F\x98\x80" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct written *w = written_new();
        struct out out;
        char wanted[300];
        assert_true(out_open(&out, &allocator_default, written_sink(w)));
        struct xml x = xml_on(&out);
        xml_open(&x, "a"), xml_attribute(&x, "b", rows[i].text), xml_count(&x, "c", 12);
        xml_text(&x, rows[i].text, strlen(rows[i].text));
        xml_close(&x, "a");
        assert_true(out_close(&out));
        snprintf(wanted, sizeof wanted, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"%s\" c=\"12\">%s</a>\n",
                 rows[i].attribute, rows[i].data);
        assert_string_equal(written_text(w), wanted);
        written_free(w);
    }
}

static void add_safe(struct text *t, const char *text) { text_safe(t, text, strlen(text)); }
static void add_short(struct text *t, const char *text) { text_safe_short(t, text, strlen(text), 5); }
static void no_text_is_a_command_to_a_log_and_long_ones_are_cut_at_a_character(void **state)
{
    static const struct row safe[] = {
        { "##[error]x", "##\\u{5B}error]x" },
        { "a ##vso[task.x]", "a ##vso\\u{5B}task.x]" },
        { "#[x] ## [y] ##V[z]", "#[x] ## [y] ##V[z]" },
    };
    static const struct row cut[] = {
        { "12345", "12345" },
        { "123456", "12345… (1 bytes more)" },
        { "1234é6", "1234… (3 bytes more)" },
        { "\xFF\xFF\xFF\xFF\xFF\xFF", "\\x{FF}\\x{FF}\\x{FF}\\x{FF}\\x{FF}… (1 bytes more)" },
    };
    CHECK_TEXT(safe, add_safe);
    CHECK_TEXT(cut, add_short);
}

/* ---- whole reports ---- */

static void every_format_has_a_name_and_says_what_it_is_for(void **state)
{
    size_t count = 0;
    for (; cc_format_name(count); count++) {
        const char *name = cc_format_name(count), *about = cc_format_about(count);
        assert_int_equal(strspn(name, "abcdefghijklmnopqrstuvwxyz"), strlen(name));
        assert_true(strlen(about) > 10 && about[strlen(about) - 1] != '.');
        for (size_t i = 0; i < count; i++) assert_string_not_equal(name, cc_format_name(i));
    }
    assert_true(count >= 8);
    assert_null(cc_format_about(count));
}

/* The small facts with other names, which are JSON's escapes. */
static char *facts_named(const char *big, const char *new)
{
    const char *place = strstr(small_facts, "\"Big\""), *other = strstr(small_facts, "\"New\"");
    size_t size = strlen(small_facts) + strlen(big) + strlen(new) + 1;
    char *facts = malloc(size);
    assert_non_null(facts);
    snprintf(facts, size, "%.*s\"%s\"%.*s\"%s\"%s", (int)(place - small_facts), small_facts, big,
             (int)(other - place - 5), place + 5, new, other + 5);
    return facts;
}

static struct written *reported(const char *format, const cc_report_options *options, const char *big, const char *new)
{
    struct written *w = written_new();
    assert_true(written_rule(w, "exclusive.lua", small_rule));
    char *facts = facts_named(big, new);
    if (!written_report(w, format, options, facts)) fail_msg("%s: %s", format, written_said(w));
    free(facts);
    return w;
}

static const char *const others[] = { "sarif", "junit", "github", "gitlab", "markdown", "csv" };
#define EACH_OTHER(F)                   \
    size_t F = 0;                       \
    F < sizeof others / sizeof *others; \
    F++

static void no_control_no_turned_text_and_no_stray_line_comes_out_of_any_format(void **state)
{
    for (EACH_OTHER(f)) {
        struct written *w = reported(others[f], &plain, "a\\u001b[31m\\r\\n::error::b\\u202e\\u0085c",
                                     "\\u2028\\u200b\\ufeff\\u034f\\u3164\\ufe0f\\udb40\\udd00");
        const char *text = written_text(w);
        for (const char *s = text; *s; s++)
            if ((unsigned char)*s < 0x20 && *s != '\n' &&
                !(*s == '\r' && s[1] == '\n' && strcmp(others[f], "csv") == 0))
                fail_msg("%s: a control character, %02X", others[f], (unsigned)*s);
        static const char *const hidden[] = { "\xE2\x80\xAE" /* NOLINT(misc-misleading-bidirectional) */,
                                              "\xC2\x85",
                                              "\xE2\x80\xA8",
                                              "\xE2\x80\x8B",
                                              "\xEF\xBB\xBF",
                                              "\xCD\x8F",
                                              "\xE3\x85\xA4",
                                              "\xEF\xB8\x8F",
                                              "\xF3\xA0\x84\x80" };
        for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
            if (strstr(text, hidden[i])) fail_msg("%s: hidden text %zu", others[f], i);
        if (strncmp(text, "::error::", 9) == 0 || strstr(text, "\n::error::")) fail_msg("%s: a command", others[f]);
        written_free(w);
    }
}

static void a_workflow_command_escapes_its_text_and_more_its_properties(void **state)
{
    struct written *w = reported("github", &plain, "50% a,b:c", "x::y");
    const char *text = written_text(w);
    assert_true(strncmp(text, "::error file=small.json,line=6,col=3,title=high%3A hold/exclusive::", 66) == 0);
    assert_non_null(strstr(text, "::x::y may deal only with 50%25 a,b:c%0A✔ "));
    assert_ptr_equal(strchr(text, '\n'), text + strlen(text) - 1);
    written_free(w);
}

static void a_field_that_a_spreadsheet_would_run_begins_with_an_apostrophe(void **state)
{
    static const char *const signs[] = { "=", "+", "-", "@", "＝", "＋", "－", "＠" };
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        char name[40], wanted[80];
        snprintf(name, sizeof name, "%s1+1", signs[i]);
        struct written *w = reported("csv", &plain, "Big", name);
        snprintf(wanted, sizeof wanted, ",\"'%s1+1 may deal only with Big\",", signs[i]);
        assert_non_null(strstr(written_text(w), wanted));
        written_free(w);
    }
    struct written *w = reported("csv", &plain, "a, \\\"b\\\"", "c");
    assert_non_null(strstr(written_text(w), ",\"c may deal only with a, \"\"b\"\"\","));
    written_free(w);
}

static void a_name_of_a_megabyte_is_cut_and_says_so(void **state)
{
    char *long_name = malloc(1000001);
    assert_non_null(long_name);
    memset(long_name, 'x', 1000000);
    long_name[1000000] = '\0';
    for (EACH_OTHER(f)) {
        struct written *w = reported(others[f], &plain, "Big", long_name);
        assert_true(w->text.length < 64 * 1024);
        assert_non_null(strstr(written_text(w), "bytes more)"));
        written_free(w);
    }
    free(long_name);
}

static void markdown_keeps_to_its_limit_and_says_how_much_was_left_out(void **state)
{
    struct written *whole = reported("markdown", &plain, "Big", "New");
    assert_null(strstr(written_text(whole), "left out"));
    cc_report_options options = { .size = sizeof options };
    unsigned fitted = 0, cut = 0;
    for (options.most = 1; options.most < 2000; options.most += 50) {
        struct written *w = reported("markdown", &options, "Big", "New");
        bool fits = strcmp(written_text(w), written_text(whole)) == 0;
        assert_true(w->text.length <= options.most || options.most < 600); /* the end always stands there */
        assert_int_equal(fits, strstr(written_text(w), "left out") == NULL);
        assert_int_equal(fits, strstr(written_text(w), "<summary>") != NULL);
        fits ? fitted++ : cut++;
        written_free(w);
    }
    assert_true(fitted > 5 && cut > 5);
    written_free(whole);
}

static void a_file_that_is_refused_and_a_rule_that_fails_reach_every_format(void **state)
{
    const cc_diagnostic errors[] = {
        { .size = sizeof *errors, .notice = true, .code = "schema", .message = "only worth knowing" },
        { .size = sizeof *errors,
          .code = "schema",
          .line = 7,
          .column = 3,
          .message = "unknown <kind> ]]>",
          .hint = "kinds" },
    };
    for (EACH_OTHER(f)) {
        struct written *w = written_new();
        written_rule(w, "broken.lua", "return { id = 'a/b', }");
        cc_report *report = cc_report_open(w->engine, others[f], &plain, written_sink(w));
        assert_true(cc_report_refused(
            report, &(cc_refused){ sizeof(cc_refused), .file = "bad.json", .errors = errors, .count = 2 }));
        assert_true(cc_report_refused(report, &(cc_refused){ sizeof(cc_refused), .file = "worse.json", .errors = NULL,
                                                             .count = 0 })); /* nothing was kept of it */
        cc_case *c = cc_case_parse(w->engine, "small.json", small_facts, strlen(small_facts));
        cc_audit *audit = cc_audit_run(w->engine, c, &(cc_options){ .size = sizeof(cc_options) });
        assert_true(cc_report_add(report, audit));
        assert_true(cc_report_close(report));
        assert_non_null(strstr(written_text(w), "bad.json"));
        assert_non_null(strstr(written_text(w), "did you mean"));
        assert_non_null(strstr(written_text(w), "broken.lua"));
        assert_null(strstr(written_text(w), "only worth knowing"));
        cc_audit_free(audit);
        cc_case_free(c);
        written_free(w);
    }
}

static void an_earlier_report_is_known_by_how_it_begins_unless_facts_or_chance_could_begin_so(void **state)
{
    static const struct row rows[] = { { "json", "" }, { "sarif", "" },  { "junit", "" },    { "markdown", "" },
                                       { "csv", "" },  { "text", "no" }, { "github", "no" }, { "gitlab", "no" } };
    size_t count = 0;
    while (cc_format_name(count)) count++;
    assert_int_equal(count, sizeof rows / sizeof *rows);
    for (size_t i = 0; i < 2 * count; i++) {
        const struct row *row = &rows[i / 2];
        cc_report_options options = { .size = sizeof options, .array = i % 2 };
        struct written *w = reported(row->text, &options, "Big", "New");
        size_t length = w->text.length < 512 ? w->text.length : 512;
        if (cc_report_begins(written_text(w), length) != !*row->written) fail_msg("%s: %s", row->text, written_text(w));
        assert_false(cc_report_begins(written_text(w), 5));
        assert_false(cc_report_begins(written_text(w) + 1, length - 1) && strcmp(row->text, "json"));
        written_free(w);
    }
    static const char *const more[] = {
        "", "[", "[]\n", "{\"format\":\"compliance-facts/1\"", "# compliance-check: A", "file,case\n"
    };
    for (size_t i = 0; i < sizeof more / sizeof *more; i++) assert_false(cc_report_begins(more[i], strlen(more[i])));
}

static void without_audits_every_format_is_whole_all_the_same(void **state)
{
    static const struct row rows[] = {
        { "junit", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"compliance-check\"/>\n" },
        { "github", "" },
        { "gitlab", "[]\n" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct written *w = written_new();
        assert_true(cc_report_close(cc_report_open(w->engine, rows[i].text, &plain, written_sink(w))));
        assert_string_equal(written_text(w), rows[i].written);
        written_free(w);
    }
}

/* ---- places ---- */

static void columns_count_characters_and_end_with_the_line(void **state)
{
    static const char facts[] = "{\"format\": \"compliance-facts/1\",\r\n"
                                " \"case\": {\"id\": \"é😀\", \"as_of\": \"2025-01-24\"},\r\n"
                                " \"entities\": [{\"id\": \"a\",\r\n   \"name\": \"é\"}]}";
    static const struct {
        const char *at;
        struct spot spot;
    } rows[] = {
        { "{\"format", { 1, 1, 33 } },       { "\"é😀", { 2, 17, 21 } },   { "\"2025", { 2, 32, 44 } },
        { "{\"id\": \"a\"", { 3, 15, 26 } }, { "\"é\"}", { 4, 12, 15 } },
    };
    struct written *w = written_new();
    struct arena arena;
    struct facts shown = { 0 };
    struct places places;
    shown.text = facts, shown.size = sizeof facts - 1;
    arena_init(&arena, &allocator_default, 0);
    places_find(&places, &shown, &arena);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct spot spot = places_spot(&places, &shown, (uint32_t)(strstr(facts, rows[i].at) - facts));
        assert_int_equal(spot.line, rows[i].spot.line);
        assert_int_equal(spot.column, rows[i].spot.column);
        assert_int_equal(spot.end, rows[i].spot.end);
    }
    assert_int_equal(places_spot(&places, &shown, NO_PLACE).line, 0);
    arena_free(&arena);
    written_free(w);
}

/* ---- what fails ---- */

static void output_that_fails_is_said_once_in_every_format(void **state)
{
    for (EACH_OTHER(f)) {
        struct written *w = written_new();
        assert_true(written_rule(w, "exclusive.lua", small_rule));
        w->room = 20;
        assert_false(written_report(w, others[f], &plain, small_facts));
        assert_string_equal(written_said(w), "io: the output could not be written\n");
        written_free(w);
    }
}

struct trial {
    struct faults faults;
    struct text text;
};
static bool keep(void *ud, const char *bytes, size_t length)
{
    struct trial *t = ud;
    text_bytes(&t->text, bytes, length);
    return !t->text.failed;
}
static void hear(void *ud, const cc_diagnostic *d) { faults_heard(&((struct trial *)ud)->faults, d); }

/* An engine of its own, whose allocator refuses the n-th request that comes once the report begins. */
static bool report_under_faults(struct trial *t, const char *rules, const char *format, size_t at)
{
    static const cc_diagnostic error = { .size = sizeof error, .code = "schema", .message = "wrong", .hint = "right" };
    cc_allocator allocator = faults_allocator(&t->faults);
    cc_engine *engine = cc_engine_new(NULL, &allocator, hear, t);
    assert_non_null(engine);
    assert_true(cc_engine_load_rules(engine, rules));
    cc_case *facts = cc_case_parse(engine, "small.json", small_facts, strlen(small_facts));
    cc_audit *audit = cc_audit_run(engine, facts, &(cc_options){ .size = sizeof(cc_options) });
    assert_non_null(audit);
    assert_true(cc_audit_note(audit, "note", "worth knowing"));
    t->faults.seen = 0, t->faults.at = at;
    cc_report *report = cc_report_open(engine, format, &plain, (cc_sink){ keep, t });
    bool well = report != NULL;
    if (report) {
        well = cc_report_add(report, audit);
        well = cc_report_refused(
                   report, &(cc_refused){ sizeof(cc_refused), .file = "bad.json", .errors = &error, .count = 1 }) &&
               well;
        well = cc_report_close(report) && well;
    }
    t->faults.at = 0;
    cc_audit_free(audit);
    cc_case_free(facts);
    cc_engine_free(engine);
    return well;
}

static void every_allocation_of_a_report_may_fail(void **state)
{
    struct written *w = written_new();
    char rules[100];
    assert_true(written_rule(w, "exclusive.lua", small_rule));
    snprintf(rules, sizeof rules, "%s/exclusive.lua", w->folder);
    for (EACH_OTHER(f)) {
        struct trial clean = { 0 };
        text_init(&clean.text, &allocator_default, 0);
        assert_true(report_under_faults(&clean, rules, others[f], 0));
        assert_true(clean.faults.seen > 5);
        for (size_t at = 1; at <= clean.faults.seen; at++) {
            struct trial t = { 0 };
            text_init(&t.text, &allocator_default, 0);
            bool well = report_under_faults(&t, rules, others[f], at);
            if (t.faults.live) fail_msg("%s: allocation %zu: %ld blocks are still out", others[f], at, t.faults.live);
            if (well && strcmp(t.text.data, clean.text.data) != 0)
                fail_msg("%s: allocation %zu: another report, and nothing was said", others[f], at);
            if (!well && (!t.faults.said || t.faults.other))
                fail_msg("%s: allocation %zu: it failed, and memory was not blamed", others[f], at);
            text_free(&t.text);
        }
        text_free(&clean.text);
    }
    written_free(w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_markdown_every_sign_that_has_a_meaning_is_a_character_reference),
        cmocka_unit_test(markdown_links_lead_to_plain_addresses_only),
        cmocka_unit_test(paths_are_uri_references_in_sarif),
        cmocka_unit_test(sarif_messages_take_no_text_for_a_link_or_a_placeholder),
        cmocka_unit_test(xml_has_no_character_that_it_forbids_and_no_end_of_a_section),
        cmocka_unit_test(no_text_is_a_command_to_a_log_and_long_ones_are_cut_at_a_character),
        cmocka_unit_test(every_format_has_a_name_and_says_what_it_is_for),
        cmocka_unit_test(no_control_no_turned_text_and_no_stray_line_comes_out_of_any_format),
        cmocka_unit_test(a_workflow_command_escapes_its_text_and_more_its_properties),
        cmocka_unit_test(a_field_that_a_spreadsheet_would_run_begins_with_an_apostrophe),
        cmocka_unit_test(a_name_of_a_megabyte_is_cut_and_says_so),
        cmocka_unit_test(markdown_keeps_to_its_limit_and_says_how_much_was_left_out),
        cmocka_unit_test(a_file_that_is_refused_and_a_rule_that_fails_reach_every_format),
        cmocka_unit_test(an_earlier_report_is_known_by_how_it_begins_unless_facts_or_chance_could_begin_so),
        cmocka_unit_test(without_audits_every_format_is_whole_all_the_same),
        cmocka_unit_test(columns_count_characters_and_end_with_the_line),
        cmocka_unit_test(output_that_fails_is_said_once_in_every_format),
        cmocka_unit_test(every_allocation_of_a_report_may_fail),
    };
    return cmocka_run_group_tests_name("report/formats", tests, NULL, NULL);
}
