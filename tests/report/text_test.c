/* The text report: what reaches a terminal, where lines break, and a small audit word for word. */
#include "report/page.h"
#include "report/safe.h"
#include "report/text_sources.h"
#include "report/words.h"
#include "report/written.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/date.h"
#include "base/utf8.h"

static void nothing_that_moves_or_hides_text_reaches_a_terminal(void **state)
{
    (void)state;
    static const struct {
        const char *text, *safe;
    } rows[] = {
        { "plain text, 21 %", "plain text, 21 %" },
        { "\x1b[31mred", "\\u{1B}[31mred" },
        { "line\nbreak\ttab\r", "line\\u{A}break\\u{9}tab\\u{D}" },
        { "\x7f", "\\u{7F}" },
        { "\xC2\x9B"
          "2J",
          "\\u{9B}2J" },
        { "\xE2\x80\xAE" /* NOLINT(misc-misleading-bidirectional) */
          "desrever",
          "\\u{202E}desrever" },
        { "\xE2\x81\xA6" /* NOLINT(misc-misleading-bidirectional) */
          "isolate\xE2\x81\xA9",
          "\\u{2066}isolate\\u{2069}" },
        { "\xE2\x80\x8E\xE2\x80\x8F", "\\u{200E}\\u{200F}" },
        { "zero\xE2\x80\x8Bwidth", "zero\\u{200B}width" },
        { "\xE2\x80\xA8", "\\u{2028}" },
        { "stray \xFF\xC3", "stray \\x{FF}\\x{C3}" },
        { "Société 東京 \xF0\x9F\x98\x80", "Société 東京 \xF0\x9F\x98\x80" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct text t;
        text_init(&t, &allocator_default, 0);
        text_safe(&t, rows[i].text, strlen(rows[i].text));
        assert_string_equal(t.data, rows[i].safe);
        text_free(&t);
    }
}

/* ---- pages ---- */

struct paper {
    struct written *written;
    struct out out;
    struct page page;
};

static void begin(struct paper *p, unsigned width, bool color)
{
    p->written = written_new();
    assert_true(out_open(&p->out, &allocator_default, written_sink(p->written)));
    page_init(&p->page, &p->out, &allocator_default, width, color);
}

static const char *end(struct paper *p)
{
    page_free(&p->page);
    assert_true(out_close(&p->out));
    return written_text(p->written);
}

static void paragraphs_hang_behind_their_lead(void **state)
{
    (void)state;
    struct paper p;
    begin(&p, 40, false);
    page_par(&p.page, (struct par){ .indent = 2, .lead = "✔", .hang = 4 },
             "Microsoft holds exclusivity over the interface of OpenAI");
    page_par(&p.page, (struct par){ .indent = 2, .lead = "a label that is long", .hang = 12 }, "text");
    page_par(&p.page, (struct par){ .indent = 6 }, "");
    assert_string_equal(end(&p), "  ✔ Microsoft holds exclusivity over the\n"
                                 "    interface of OpenAI\n"
                                 "  a label that is long\n"
                                 "            text\n"
                                 "\n");
    written_free(p.written);
}

static void a_number_and_its_per_cent_sign_stay_together(void **state)
{
    (void)state;
    struct paper p;
    begin(&p, 40, false);
    page_par(&p.page, (struct par){ 0 }, "Microsoft supplies a cloud share of: 21 % at last");
    assert_string_equal(end(&p), "Microsoft supplies a cloud share of:\n21 % at last\n");
    written_free(p.written);
}

/* Also where the line is full just behind the figure. */
static void a_figure_and_its_unit_stay_together_wherever_the_line_ends(void **state)
{
    (void)state;
    static const char *const wholes[] = { "50 %",       "13.75 billion USD", "250 million GBP", "$10 billion",
                                          "100 points", "1 point",           "24 months",       "5 years" };
    for (size_t i = 0; i < sizeof wholes / sizeof *wholes; i++)
        for (unsigned words = 0; words < 60; words++) {
            struct paper p;
            char text[200] = "";
            for (unsigned w = 0; w < words; w++) strcat(text, w % 7 == 3 ? " " : "x");
            snprintf(text + strlen(text), sizeof text - strlen(text), " is %s now", wholes[i]);
            begin(&p, 40, false);
            page_par(&p.page, (struct par){ 0 }, text);
            if (!strstr(end(&p), wholes[i])) fail_msg("'%s' is torn: %s", wholes[i], written_text(p.written));
            written_free(p.written);
        }
    struct paper p; /* a year is counted by no month, a place by no figure */
    begin(&p, 40, false);
    page_par(&p.page, (struct par){ 0 }, "They are seen to have been at it since 21 January 2025");
    assert_string_equal(end(&p), "They are seen to have been at it since\n21 January 2025\n");
    written_free(p.written);
}

static void a_word_longer_than_the_line_is_cut_where_addresses_may_be(void **state)
{
    (void)state;
    struct paper p;
    begin(&p, 40, false);
    page_par(&p.page, (struct par){ 0 }, "https://example.org/a-rather-long-address/of-a-page");
    assert_string_equal(end(&p), "https://example.org/a-rather-long-\naddress/of-a-page\n");
    written_free(p.written);
    begin(&p, 40, false); /* what holds together is wider than the line: the break takes the space */
    page_par(&p.page, (struct par){ 0 }, "1234567890123456789012345678901234567890 % of it");
    assert_string_equal(end(&p), "1234567890123456789012345678901234567890\n% of it\n");
    written_free(p.written);
}

static void no_line_is_wider_than_the_page(void **state)
{
    (void)state;
    static const char text[] = "東京証券取引所に上場している会社 and\xCC\x81 names \x1b[31m of 21 % "
                               "averyveryveryveryverylongwordwithoutanyplacetobreakitatall-ever and so on to the end";
    for (unsigned width = 1; width < 130; width++)
        for (unsigned indent = 0; indent < 30; indent += 5) {
            struct paper p;
            begin(&p, width, false);
            unsigned limit = width < PAGE_NARROWEST ? PAGE_NARROWEST : width;
            page_par(&p.page, (struct par){ .indent = indent, .lead = "lead", .hang = indent + 3 + indent }, text);
            page_ends(&p.page, text, STYLE_BOLD, "as of 24 January 2025", STYLE_DIM);
            for (const char *line = end(&p); *line;) {
                size_t length = strcspn(line, "\n");
                if (utf8_width(line, length) > limit) fail_msg("width %u: '%.*s'", width, (int)length, line);
                if (length) assert_int_not_equal(line[length - 1], ' ');
                line += length + (line[length] == '\n');
            }
            written_free(p.written);
        }
}

static void colours_wrap_the_words_and_not_the_space_before_them(void **state)
{
    (void)state;
    struct paper p;
    begin(&p, 40, true);
    page_par(&p.page, (struct par){ .indent = 2, .lead = "✔", .lead_style = STYLE_GREEN, .style = STYLE_BOLD },
             "proved");
    assert_string_equal(end(&p), "  \033[32m✔\033[0m \033[1mproved\033[0m\n");
    written_free(p.written);
}

/* ---- short forms ---- */

static void titles_are_shortened_at_words_and_lose_the_remark_at_their_end(void **state)
{
    (void)state;
    static const struct {
        const char *title, *shortened;
        size_t columns;
    } rows[] = {
        { "Cloud market in 2020", "Cloud market in 2020", 40 },
        { "Cloud infrastructure market 330bn (Synergy)", "Cloud infrastructure market 330bn", 40 },
        { "AI (FTC)", "AI (FTC)", 40 }, /* there would be little left */
        { "Global cloud spending soars to US$91 billion", "Global cloud spending…", 26 },
        { "Antidisestablishmentarianism", "Antidisestabli…", 15 },
        { "東京証券取引所に上場している会社", "東京証券取…", 12 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct text t;
        text_init(&t, &allocator_default, 0);
        add_short_title(&t, rows[i].title, rows[i].columns);
        assert_string_equal(t.data, rows[i].shortened);
        text_free(&t);
    }
}

static void days_are_told_shortly(void **state)
{
    (void)state;
    static const struct {
        const char *written, *shortened;
    } rows[] = {
        { "2025-01-17", "17 Jan 2025" }, { "2025-02", "Feb 2025" }, { "2024-12", "Dec 2024" }, { "2019", "2019" }
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct days days;
        struct text t;
        assert_true(days_read(rows[i].written, strlen(rows[i].written), &days));
        text_init(&t, &allocator_default, 0);
        add_short_days(&t, days);
        assert_string_equal(t.data, rows[i].shortened);
        text_free(&t);
    }
}

static void numbers_and_lists_read_as_a_person_writes_them(void **state)
{
    (void)state;
    struct text t;
    text_init(&t, &allocator_default, 0);
    add_count(&t, 1, "row", "rows");
    text_char(&t, ' ');
    add_count(&t, 1234567, "row", "rows");
    for (size_t i = 0; i < 3; i++) add_between(&t, i, 3), text_char(&t, (char)('a' + i));
    assert_string_equal(t.data, "1 row 1,234,567 rowsa, b and c");
    text_free(&t);
}

/* ---- whole reports ---- */

static void a_small_audit_reads_so(void **state)
{
    (void)state;
    struct written *w = written_new();
    assert_true(written_rule(w, "exclusive.lua", small_rule));
    assert_true(written_report(w, "text", NULL, small_facts));
    assert_string_equal(written_said(w), "");
    assert_string_equal(
        written_text(w),
        "A small case                                                                   as of 24 January 2025\n"
        "1 risk flagged, 0 cannot be decided, 0 clear; 1 rule considered, 0 not selected\n"
        "\n"
        "HIGH  New may deal only with Big\n"
        "      hold/exclusive · indicator · 0969d6ad31ab\n"
        "  ✔ Big holds exclusivity over New\n"
        "        small.json:6   The trade press that day, Feb 2025 [1*]\n"
        "  ? Could be rebutted: New is free after notice\n"
        "        the only agreement is not one with type waiver, grantor Big, holder New (small.json:5)\n"
        "      Basis    An act (consolidated), April 2024: article 1 (direct) [2]\n"
        "      Ask      what New was given in return.\n"
        "\n"
        "Sources (*: published after 24 January 2025)\n"
        "   [1*] The trade press that day (a copy). A paper, February 2025\n"
        "   [2]  An act (consolidated). A parliament, April 2024. https://example.org/act\n"
        "\n"
        "In short\n"
        "  high           New may deal only with Big\n"
        "\n"
        "Flags risks in recorded facts for a lawyer to look at. It decides nothing and is no legal advice.\n");
    written_free(w);
}

static void a_record_without_a_source_says_so(void **state)
{
    (void)state;
    static const char facts[] =
        "{\"format\": \"compliance-facts/1\", \"case\": {\"id\": \"small\", \"as_of\": \"2025-01-24\"},\n"
        " \"entities\": [{\"id\": \"big\", \"name\": \"Big\"}, {\"id\": \"new\", \"name\": \"New\\u001b[31m\\u202e\"}],\n"
        " \"agreements\": [{\"type\": \"exclusivity\", \"holder\": \"big\", \"grantor\": \"new\"}]}\n";
    struct written *w = written_new();
    assert_true(written_rule(w, "exclusive.lua", small_rule));
    assert_true(written_report(w, "text", NULL, facts));
    assert_non_null(strstr(written_text(w), "small.json:3   no source given\n"));
    assert_non_null(strstr(written_text(w), "Big holds exclusivity over New\\u{1B}[31m\\u{202E}\n"));
    assert_null(strchr(written_text(w), '\x1b'));
    written_free(w);
}

static void where_nothing_is_flagged_it_says_so_plainly(void **state)
{
    (void)state;
    static const char facts[] =
        "{\"format\": \"compliance-facts/1\", \"case\": {\"id\": \"small\", \"as_of\": \"2025-01-24\"}}";
    struct written *w = written_new();
    assert_true(written_report(w, "text", NULL, facts));
    assert_non_null(strstr(written_text(w), "No rule was selected for this case, so nothing can be said of it."));
    written_reset(w);
    assert_true(written_rule(w, "exclusive.lua", small_rule));
    assert_true(written_report(w, "text", NULL, facts));
    assert_non_null(strstr(written_text(w), "\nNothing is flagged.\n"));
    assert_non_null(strstr(written_text(w), "  no such facts  hold: exclusive\n"));
    written_reset(w);
    cc_report_options verbose = { .size = sizeof verbose, .verbose = true };
    assert_true(written_report(w, "text", &verbose, facts));
    assert_non_null(strstr(written_text(w), "the facts have no subject for it; it looks at agreements\n"));
    written_free(w);
}

static void a_rule_that_fails_is_listed_as_failed(void **state)
{
    (void)state;
    struct written *w = written_new();
    assert_false(written_rule(w, "broken.lua", "return {"));
    written_reset(w);
    assert_true(written_report(w, "text", NULL, small_facts));
    assert_non_null(strstr(written_text(w), "1 rule considered, 1 failed"));
    assert_non_null(strstr(written_text(w), "/broken.lua:1: "));
    assert_non_null(strstr(written_text(w), "The rules that failed say nothing."));
    written_free(w);
}

static void an_unknown_format_is_told_the_nearest(void **state)
{
    (void)state;
    struct written *w = written_new();
    assert_null(cc_report_open(w->engine, "jsno", NULL, written_sink(w)));
    assert_string_equal(written_said(w), "usage: there is no format 'jsno' (json)\n");
    written_free(w);
}

static void output_that_fails_is_said_once(void **state)
{
    (void)state;
    static const char *const formats[] = { "text", "json" };
    for (size_t i = 0; i < 2; i++) {
        struct written *w = written_new();
        assert_true(written_rule(w, "exclusive.lua", small_rule));
        w->room = 10;
        assert_false(written_report(w, formats[i], NULL, small_facts));
        assert_string_equal(written_said(w), "io: the output could not be written\n");
        written_free(w);
    }
}

static void a_rule_is_explained_by_its_id_or_its_last_part(void **state)
{
    (void)state;
    struct written *w = written_new();
    assert_true(written_rule(w, "exclusive.lua", small_rule));
    assert_true(cc_write_explanation(w->engine, "exclusive", NULL, written_sink(w)));
    assert_non_null(
        strstr(written_text(w), "The grantor may deal only with the holder\nhold/exclusive · high · indicator\n"));
    assert_non_null(
        strstr(written_text(w), "read from: agreements with type exclusivity, grantor the grantor, holder the holder"));
    assert_non_null(strstr(written_text(w), "  line  20 % - large enough to matter\n"));
    assert_non_null(strstr(written_text(w), "  - agreements (type, holder, grantor)\n"));
    assert_false(cc_write_explanation(w->engine, "hold/exklusive", NULL, written_sink(w)));
    assert_string_equal(written_said(w), "usage: there is no rule 'hold/exklusive' (hold/exclusive)\n");
    written_free(w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_that_moves_or_hides_text_reaches_a_terminal),
        cmocka_unit_test(paragraphs_hang_behind_their_lead),
        cmocka_unit_test(a_number_and_its_per_cent_sign_stay_together),
        cmocka_unit_test(a_figure_and_its_unit_stay_together_wherever_the_line_ends),
        cmocka_unit_test(a_word_longer_than_the_line_is_cut_where_addresses_may_be),
        cmocka_unit_test(no_line_is_wider_than_the_page),
        cmocka_unit_test(colours_wrap_the_words_and_not_the_space_before_them),
        cmocka_unit_test(titles_are_shortened_at_words_and_lose_the_remark_at_their_end),
        cmocka_unit_test(days_are_told_shortly),
        cmocka_unit_test(numbers_and_lists_read_as_a_person_writes_them),
        cmocka_unit_test(a_small_audit_reads_so),
        cmocka_unit_test(a_record_without_a_source_says_so),
        cmocka_unit_test(where_nothing_is_flagged_it_says_so_plainly),
        cmocka_unit_test(a_rule_that_fails_is_listed_as_failed),
        cmocka_unit_test(an_unknown_format_is_told_the_nearest),
        cmocka_unit_test(output_that_fails_is_said_once),
        cmocka_unit_test(a_rule_is_explained_by_its_id_or_its_last_part),
    };
    return cmocka_run_group_tests_name("report/text", tests, NULL, NULL);
}
