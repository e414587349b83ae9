/* What is said of a text: where, in which words, and how often. */
#include "base/diagnostic.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The last diagnostic, copied, and how many there were. */
struct heard {
    size_t count;
    bool notice, hinted;
    uint32_t line, column, length;
    char code[32], file[32], message[2048], hint[512];
};

static void hear(void *ud, const cc_diagnostic *d)
{
    struct heard *h = ud;
    h->count++;
    h->notice = d->notice, h->hinted = d->hint != NULL;
    h->line = d->line, h->column = d->column, h->length = d->length;
    snprintf(h->code, sizeof h->code, "%s", d->code);
    snprintf(h->file, sizeof h->file, "%s", d->file ? d->file : "");
    snprintf(h->message, sizeof h->message, "%s", d->message);
    snprintf(h->hint, sizeof h->hint, "%s", d->hint ? d->hint : "");
    assert_int_equal(d->size, sizeof *d);
}

static struct sink sink_for(struct heard *h, const char *text)
{
    *h = (struct heard){ 0 };
    return (struct sink){ .emit = hear, .ud = h, .file = "facts.json", .text = text, .size = text ? strlen(text) : 0 };
}

static void a_diagnostic_has_code_place_sentence_and_hint(void **state)
{
    (void)state;
    struct heard h;
    struct sink sink = sink_for(&h, "{\n  \"é\": \"amazn\"\n}");
    diagnose(&sink, CODE_UNKNOWN_REF, (struct span){ 10, 7 }, "amazon", "no entity has the id '%s'", "amazn");
    assert_string_equal(h.code, "unknown-ref");
    assert_string_equal(h.file, "facts.json");
    assert_string_equal(h.message, "no entity has the id 'amazn'");
    assert_string_equal(h.hint, "amazon");
    assert_int_equal(h.line, 2);
    assert_int_equal(h.column, 8); /* in characters: the é has two bytes */
    assert_int_equal(h.length, 7);
    assert_false(h.notice);
    assert_int_equal(sink.errors, 1);
}

static void without_text_or_span_there_is_no_place(void **state)
{
    (void)state;
    struct heard h;
    struct sink sink = sink_for(&h, NULL);
    diagnose(&sink, CODE_MEMORY, (struct span){ 5, 1 }, NULL, "no memory was left");
    assert_int_equal(h.line + h.column + h.length, 0);
    assert_false(h.hinted);
    sink = sink_for(&h, "abc");
    diagnose(&sink, CODE_MEMORY, NO_SPAN, "", "no memory was left");
    assert_int_equal(h.line + h.column + h.length, 0);
    assert_false(h.hinted);
}

static void a_notice_is_no_error(void **state)
{
    (void)state;
    struct heard h;
    struct sink sink = sink_for(&h, "abc");
    notice(&sink, CODE_SCHEMA, (struct span){ 2, 100 }, "no source given");
    assert_true(h.notice);
    assert_int_equal(sink.errors, 0);
    assert_int_equal(h.column, 3);
    assert_int_equal(h.length, 1); /* as far as the text goes */
}

static void places_are_counted_from_1_and_in_characters(void **state)
{
    (void)state;
    static const char text[] = "ab\ncdé€x\r\n\n!";
    static const struct {
        uint32_t at, line, column;
    } rows[] = {
        { 0, 1, 1 },  { 1, 1, 2 },  { 2, 1, 3 },  { 3, 2, 1 },  { 5, 2, 3 },  { 7, 2, 4 },
        { 10, 2, 5 }, { 11, 2, 6 }, { 13, 3, 1 }, { 14, 4, 1 }, { 15, 4, 2 }, { 99, 4, 2 } /* past the end: the end */,
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint32_t line, column;
        locate(text, sizeof text - 1, rows[i].at, &line, &column);
        assert_int_equal(line, rows[i].line);
        assert_int_equal(column, rows[i].column);
    }
}

static void past_a_hundred_errors_they_are_counted_and_said_once(void **state)
{
    (void)state;
    static const struct {
        uint64_t errors;
        const char *last;
        size_t count;
    } rows[] = {
        { 100, "wrong 99", 100 },
        { 101, "and 1 more error", 101 },
        { 1099, "and 999 more errors", 101 },
        { 1100, "and 1,000 more errors", 101 },
        { 1000000, "and 999,900 more errors", 101 },
        { 1234667, "and 1,234,567 more errors", 101 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct heard h;
        struct sink sink = sink_for(&h, "abc");
        for (uint64_t e = 0; e < rows[i].errors; e++)
            diagnose(&sink, e + 1 < rows[i].errors ? CODE_SYNTAX : CODE_BAD_DATE, NO_SPAN, NULL, "wrong %d", (int)e);
        sink_finish(&sink);
        assert_string_equal(h.message, rows[i].last);
        assert_string_equal(h.code, "bad-date");
        assert_int_equal(h.count, rows[i].count);
        assert_int_equal(h.line, 0);
    }
}

static void notices_have_a_hundred_of_their_own(void **state)
{
    (void)state;
    struct heard h;
    struct sink sink = sink_for(&h, "abc");
    for (size_t i = 0; i < 150; i++) notice(&sink, CODE_SCHEMA, NO_SPAN, "no source given");
    assert_int_equal(h.count, 100);
    diagnose(&sink, CODE_SYNTAX, NO_SPAN, NULL, "still heard");
    assert_string_equal(h.message, "still heard");
    sink_finish(&sink);
    assert_string_equal(h.message, "and 50 more notices");
    assert_true(h.notice);
}

static void nothing_is_added_where_all_was_said(void **state)
{
    (void)state;
    struct heard h;
    struct sink sink = sink_for(&h, "abc");
    sink_finish(&sink);
    assert_int_equal(h.count, 0);
}

static void a_long_message_is_cut_between_characters(void **state)
{
    (void)state;
    struct heard h;
    struct sink sink = sink_for(&h, NULL);
    char text[4000];
    for (size_t shift = 0; shift < 4; shift++) {
        memset(text, 'a', shift);
        for (size_t i = shift; i + 3 < sizeof text; i += 3) memcpy(text + i, "€", 4);
        diagnose(&sink, CODE_SCHEMA, NO_SPAN, NULL, "%s", text);
        size_t length = strlen(h.message);
        assert_in_range(length, 1010, 1023);
        assert_string_equal(h.message + length - 3, "...");
        assert_memory_equal(h.message + length - 6, "€", 3);
    }
    memset(text, 0x80, sizeof text - 1), text[sizeof text - 1] = '\0'; /* no character begins anywhere */
    diagnose(&sink, CODE_SCHEMA, NO_SPAN, NULL, "%s", text);
    assert_true(strlen(h.message) < 1024);
}

static void nothing_in_a_message_reaches_the_terminal_as_a_control(void **state)
{
    (void)state;
    struct heard h;
    struct sink sink = sink_for(&h, NULL);
    const char turn[] = { '\xE2', '\x80', '\xAE', 0 }; /* right to left from here */
    diagnose(&sink, CODE_SCHEMA, NO_SPAN, "a\x1b[0m", "'%s%s%s'", "\x1b[31m\n\t\x7f\xff\xC2\x9B", turn, "\u2028é");
    assert_string_equal(h.message, "'\\u001b[31m\\n\\t\\u007f\\xff\\u009b\\u202e\\u2028é'");
    assert_string_equal(h.hint, "a\\u001b[0m");
    diagnose(&sink, CODE_SCHEMA, NO_SPAN, NULL, "a%sb%sc", "\xE3\x85\xA4",
             "\xF3\xA0\x81\x81"); /* a filler, and a tag */
    assert_string_equal(h.message, "a\\u3164b\\ue0041c");
    diagnose(&sink, CODE_SCHEMA, NO_SPAN, NULL, "%s", "\xF4\x8F\xBF\xBF"); /* the longest to be shown */
    assert_string_equal(h.message, "\\u10ffff");
}

static void user_text_is_cut_at_60_characters(void **state)
{
    (void)state;
    char out[300], text[200], expected[300];
    assert_string_equal(quotable("amazon", 6, out, sizeof out), "amazon");
    assert_string_equal(quotable("a\nb\0c", 5, out, sizeof out), "a\\nb\\u0000c");
    for (size_t i = 0; i < 61; i++) memcpy(text + 2 * i, "é", 3);
    assert_string_equal(quotable(text, 120, out, sizeof out), (text[120] = '\0', text)); /* 60: whole */
    memcpy(text + 120, "é", 3);
    snprintf(expected, sizeof expected, "%.120s...", text);
    assert_string_equal(quotable(text, 122, out, sizeof out), expected);
}

static void user_text_fits_whatever_room_there_is(void **state)
{
    (void)state;
    char out[100];
    for (size_t size = 1; size < 100; size++) {
        memset(out, '#', sizeof out);
        quotable("é\x01€ and so on and on until it is long enough to be cut in the middle", 70, out, size);
        assert_true(strlen(out) < size);
        if (size < sizeof out) assert_int_equal(out[size], '#');
    }
    assert_string_equal(quotable("abcdefgh", 8, out, 9), "abcdefgh");
    assert_string_equal(quotable("abcdefgh", 8, out, 8), "abcd...");
    assert_string_equal(quotable("abcdefgh", 8, out, 3), "..");
}

static void the_nearest_name_is_within_a_third_of_its_length(void **state)
{
    (void)state;
    static const char *const names[] = { "api",        "hosting", "training",     "investor",
                                         "investment", "to",      "ai-developer", "from" };
    static const struct {
        const char *name, *nearest;
    } rows[] = {
        { "invester", "investor" },
        { "APIs", "api" },
        { "hsoting", "hosting" },
        { "Training", "training" },
        { "ai_developer", "ai-developer" },
        { "ot", "to" },
        { "ap", "api" },
        { "zzz", NULL },
        { "x", NULL },
        { "", NULL },
        { "investments", "investment" },
        { "until", NULL },
        { "form", "from" },
        { "completely-else", NULL },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *near = nearest_name(rows[i].name, strlen(rows[i].name), names, sizeof names / sizeof *names);
        if (!near || !rows[i].nearest) {
            if (near != rows[i].nearest) fail_msg("'%s': %s", rows[i].name, near ? near : "none");
        } else assert_string_equal(near, rows[i].nearest);
    }
    assert_null(nearest_name("api", 3, NULL, 0));
}

static void names_past_64_characters_are_not_compared(void **state)
{
    (void)state;
    char name[70];
    memset(name, 'n', sizeof name), name[69] = '\0';
    const char *const names[] = { name };
    assert_null(nearest_name(name, 69, names, 1));
    assert_null(nearest_name(name, 64, names, 1));
    name[64] = '\0';
    assert_ptr_equal(nearest_name(name, 64, names, 1), name);
    assert_ptr_equal(nearest_name(name, 60, names, 1), name);
}

static void every_code_has_a_word_and_says_what_it_means(void **state)
{
    (void)state;
    for (size_t i = 0; i < CODE_COUNT; i++) {
        assert_true(codes[i].word[0] && codes[i].doc[0]);
        assert_int_equal(codes[i].word[strspn(codes[i].word, "abcdefghijklmnopqrstuvwxyz-")], '\0');
        assert_int_not_equal(codes[i].doc[strlen(codes[i].doc) - 1], '.');
        for (size_t j = 0; j < i; j++) assert_string_not_equal(codes[i].word, codes[j].word);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_diagnostic_has_code_place_sentence_and_hint),
        cmocka_unit_test(without_text_or_span_there_is_no_place),
        cmocka_unit_test(a_notice_is_no_error),
        cmocka_unit_test(places_are_counted_from_1_and_in_characters),
        cmocka_unit_test(past_a_hundred_errors_they_are_counted_and_said_once),
        cmocka_unit_test(notices_have_a_hundred_of_their_own),
        cmocka_unit_test(nothing_is_added_where_all_was_said),
        cmocka_unit_test(a_long_message_is_cut_between_characters),
        cmocka_unit_test(nothing_in_a_message_reaches_the_terminal_as_a_control),
        cmocka_unit_test(user_text_is_cut_at_60_characters),
        cmocka_unit_test(user_text_fits_whatever_room_there_is),
        cmocka_unit_test(the_nearest_name_is_within_a_third_of_its_length),
        cmocka_unit_test(names_past_64_characters_are_not_compared),
        cmocka_unit_test(every_code_has_a_word_and_says_what_it_means),
    };
    return cmocka_run_group_tests_name("base/diagnostic", tests, NULL, NULL);
}
