/* reader_test.c - from text to case: cells, ids, defaults, notices, places. Its forms are in reader_forms_test.c, what is refused
 * in tests/facts/broken. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "facts/reading.h"

/* clang-format off */
#define HEAD                                                                                            \
    "{\"format\":\"compliance-facts/1\",\"case\":{\"id\":\"c\"},"                                         \
    "\"sources\":[{\"id\":\"press\",\"title\":\"T\"},{\"id\":\"filing\",\"title\":\"F\"}],"               \
    "\"entities\":[{\"id\":\"alpha\",\"name\":\"Alpha\"},{\"id\":\"beta\",\"name\":\"Beta\"}],"           \
    "\"markets\":[{\"id\":\"cloud\",\"product\":\"cloud-infrastructure\",\"measure\":\"revenue\"}]"
/* clang-format on */

static struct heard heard;

/* A sound case with these kinds added. */
static struct facts *with(const char *kinds)
{
    size_t size = strlen(HEAD) + strlen(kinds) + 4;
    char *text = room(size);
    int n = snprintf(text, size, "%s,%s}", HEAD, kinds);
    heard.count = 0;
    struct facts *f = read_bytes(text, (size_t)n, &heard);
    free(text);
    if (!f) fail_msg("refused: %s [%s]", heard.said[0].message, heard.said[0].code);
    assert_int_equal(heard.count, 0);
    return f;
}

/* --- Cells --- */

static void every_sort_of_value_is_read(void **state)
{
    struct facts *f = read_every_kind(&heard);
    const uint32_t *items;
    size_t claims;
    struct cell *c = cell_of(f, KIND_SHARE, 0, SHARE_PERCENT);
    assert_true(c->state == CELL_VALUE && c->number.low == 21 && c->number.high == 21);
    c = cell_of(f, KIND_SHARE, 1, SHARE_PERCENT);
    assert_true(c->state == CELL_VALUE && c->number.low == 18.5 && c->number.high == 22);
    c = cell_of(f, KIND_SHARE, 2, SHARE_PERCENT);
    assert_true(c->state == CELL_CLAIMS && c->number.low == 3 && c->number.high == 100);
    const struct claim *claim = cell_claims(f, c, &claims);
    assert_int_equal(claims, 2);
    assert_true(claim[0].low == 3 && claim[0].high == 3 && claim[0].source == 0 && claim[1].source == NO_REF &&
                claim[1].low == 4);
    c = cell_of(f, KIND_SHARE, 3, SHARE_PERCENT);
    assert_true(c->state == CELL_NULL && c->number.low == 0 && c->number.high == 100);
    c = cell_of(f, KIND_INVESTMENT, 0, INVESTMENT_AMOUNT);
    assert_true(c->state == CELL_VALUE && c->number.low == 13e9);
    assert_string_equal(f->currencies[c->currency], "USD");
    c = cell_of(f, KIND_INVESTMENT, 0, INVESTMENT_PAID);
    assert_true(c->number.low == 1.5e9 && c->number.high == INFINITY);
    assert_string_equal(f->currencies[c->currency], "EUR");
    c = cell_of(f, KIND_INVESTMENT, 1, INVESTMENT_AMOUNT);
    assert_true(c->state == CELL_CLAIMS && c->number.low == 0 && c->number.high == INFINITY);
    c = cell_of(f, KIND_INVESTMENT, 1, INVESTMENT_FROM);
    assert_true(c->state == CELL_CLAIMS && c->date.low == day_of(2023, 1, 1) && c->date.high == day_of(2023, 12, 31));
    c = cell_of(f, KIND_AGREEMENT, 1, AGREEMENT_TO);
    assert_true(c->date.low == day_of(2025, 1, 20) && c->date.high == DAY_MAX);
    assert_int_equal(cell_items(f, AGREEMENT_GRANTOR, cell_of(f, KIND_AGREEMENT, 1, AGREEMENT_GRANTOR), &items), 2);
    assert_string_equal(facts_id(f, items[0]), "gamma");
    assert_int_equal(cell_items(f, AGREEMENT_SCOPE, cell_of(f, KIND_AGREEMENT, 1, AGREEMENT_SCOPE), &items), 2);
    assert_string_equal(facts_word(f, items[1]), "x-phones");
    assert_string_equal(facts_word_label(f, items[1]), "phones");
    assert_int_equal(facts_find_word(f, LIST_SCOPE, "x-phones", 8), items[1]);
    assert_int_equal(facts_find_word(f, LIST_SCOPE, "x-chairs", 8), UINT32_MAX);
    assert_string_equal(cell_of(f, KIND_SOURCE, 0, SOURCE_NOTE)->text,
                        "caf\xc3\xa9 \xf0\x9f\x98\x80 \xc3\xa9 \xf0\x9f\x98\x80");
    assert_true(cell_of(f, KIND_INVESTMENT, 0, INVESTMENT_CUMULATIVE)->flag);
    assert_string_equal(cell_of(f, KIND_RATE, 0, RATE_QUOTE)->text, "USD");
    c = cell_of(f, KIND_FINANCIAL, 2, FINANCIAL_AMOUNT);
    assert_true(c->number.low == -5e6 && c->number.high == -5e6);
    struct quantity q = cell_quantity(f, FINANCIAL_AMOUNT, cell_of(f, KIND_FINANCIAL, 1, FINANCIAL_AMOUNT));
    assert_true(q.unit == UNIT_COUNT && q.low == 45e6);
    facts_free(f);
}

static void what_is_not_written_holds_the_widest_range_or_the_default(void **state)
{
    struct facts *f = with(
        "\"agreements\":[{\"type\":\"veto\",\"holder\":\"alpha\",\"grantor\":\"beta\"}],"
        "\"shares\":[{\"market\":\"cloud\",\"entity\":\"alpha\",\"from\":\"2024\"}],"
        "\"financials\":[{\"entity\":\"alpha\",\"metric\":\"net-worth\",\"from\":\"2024\",\"amount\":null},"
        "{\"entity\":\"alpha\",\"metric\":\"revenue\",\"from\":\"2024\"}]");
    struct cell *c = cell_of(f, KIND_AGREEMENT, 0, AGREEMENT_PERCENT);
    assert_true(c->state == CELL_ABSENT && c->number.low == 0 && c->number.high == 100);
    c = cell_of(f, KIND_AGREEMENT, 0, AGREEMENT_AMOUNT);
    assert_true(c->state == CELL_ABSENT && c->number.low == 0 && c->number.high == INFINITY && !c->currency);
    c = cell_of(f, KIND_AGREEMENT, 0, AGREEMENT_FROM);
    assert_true(c->state == CELL_ABSENT && c->date.low == DAY_MIN && c->date.high == DAY_MAX);
    c = cell_of(f, KIND_AGREEMENT, 0, AGREEMENT_DEGREE);
    assert_true(c->state == CELL_ABSENT);
    assert_string_equal(facts_word(f, c->word), "exclusive");
    assert_string_equal(facts_word(f, cell_of(f, KIND_MARKET, 0, MARKET_TABLE)->word), "partial");
    assert_string_equal(facts_word(f, cell_of(f, KIND_FINANCIAL, 0, FINANCIAL_GEOGRAPHY)->word), "worldwide");
    assert_int_equal(cell_of(f, KIND_AGREEMENT, 0, AGREEMENT_MARKET)->ref, NO_REF);
    c = cell_of(f, KIND_FINANCIAL, 0, FINANCIAL_AMOUNT);
    assert_true(c->state == CELL_NULL && c->number.low == -INFINITY && c->number.high == INFINITY);
    assert_true(cell_of(f, KIND_FINANCIAL, 1, FINANCIAL_AMOUNT)->number.low == 0);
    assert_true(cell_is_inexact(AGREEMENT_PERCENT, cell_of(f, KIND_AGREEMENT, 0, AGREEMENT_PERCENT)));
    assert_false(cell_is_inexact(AGREEMENT_TO, cell_of(f, KIND_AGREEMENT, 0, AGREEMENT_TO)));
    assert_int_equal(f->header.as_of, DAY_MAX);
    facts_free(f);
}

static void a_source_may_have_three_shapes(void **state)
{
    struct facts *f = with(
        "\"holdings\":[{\"holder\":\"alpha\",\"entity\":\"beta\",\"source\":\"press\"},"
        "{\"holder\":\"beta\",\"entity\":\"alpha\",\"source\":[\"press\",\"filing\"]},"
        "{\"holder\":\"beta\",\"entity\":\"beta\",\"source\":[{\"id\":\"filing\",\"where\":\"p. 3\"},"
        "{\"id\":\"filing\",\"where\":\"p. 4\"},\"filing\"]},{\"holder\":\"alpha\",\"entity\":\"alpha\",\"source\":[]}]");
    static const uint32_t counts[] = { 1, 2, 3, 0 };
    for (uint32_t row = 0; row < 4; row++)
        assert_int_equal(cell_of(f, KIND_HOLDING, row, HOLDING_SOURCE)->list.count, counts[row]);
    const struct cite *cites = f->cites + cell_of(f, KIND_HOLDING, 2, HOLDING_SOURCE)->list.first;
    assert_int_equal(cites[0].source, 1);
    assert_string_equal(cites[1].where, "p. 4");
    assert_null(cites[2].where);
    facts_free(f);
}

static void complete_lists_carry_conditions_sources_and_a_last_day(void **state)
{
    struct facts *f = read_every_kind(&heard);
    assert_int_equal(f->complete_count, 2);
    const struct complete *c = &f->completes[0];
    assert_int_equal(c->kind, KIND_AGREEMENT);
    assert_int_equal(c->count, 2);
    assert_int_equal(c->cites_count, 1);
    assert_int_equal(c->to, day_of(2024, 12, 31));
    const struct complete_condition *on = &f->complete_conditions[c->first];
    assert_int_equal(on[0].field, AGREEMENT_GRANTOR);
    assert_string_equal(facts_id(f, f->lists[on[0].first]), "beta");
    assert_int_equal(on[1].count, 2);
    assert_int_equal(f->completes[1].to, f->header.as_of); /* where it says no day itself */
    assert_int_equal(f->header.jurisdiction_count, 2);
    facts_free(f);
}

/* --- Places --- */

static void records_and_fields_know_their_line_and_pointer(void **state)
{
    struct facts *f = read_every_kind(&heard);
    char pointer[128];
    uint32_t line, column;
    ref share = ref_make(KIND_SHARE, 1);
    facts_locate(f, facts_at(f, share, NO_FIELD), &line, &column);
    assert_int_equal(line, 33);
    assert_int_equal(column, 5);
    uint32_t at = facts_at(f, share, SHARE_PERCENT);
    assert_memory_equal(f->text + at, "{ \"min\": 18.5, \"max\": 22 }", facts_value_length(f, at));
    assert_int_equal(facts_value_length(f, at), 26);
    assert_int_equal(facts_at(f, share, SHARE_RANK), facts_at(f, share, NO_FIELD)); /* absent: the record */
    facts_pointer(f, share, NO_FIELD, -1, pointer, sizeof pointer);
    assert_string_equal(pointer, "/shares/1");
    facts_pointer(f, share, SHARE_PERCENT, -1, pointer, sizeof pointer);
    assert_string_equal(pointer, "/shares/1/percent");
    facts_pointer(f, ref_make(KIND_AGREEMENT, 1), AGREEMENT_SCOPE, 1, pointer, sizeof pointer);
    assert_string_equal(pointer, "/agreements/1/scope/1");
    assert_string_equal(facts_name(f, ref_make(KIND_ENTITY, 0)), "Alpha");
    assert_string_equal(facts_name(f, ref_make(KIND_MARKET, 0)), "cloud infrastructure");
    assert_string_equal(facts_name(f, ref_make(KIND_MARKET, 1)), "Models");
    facts_free(f);
}

/* Every cell that is written points to a value of its sort. */
static void every_cell_stands_where_its_value_begins(void **state)
{
    struct facts *f = read_every_kind(&heard);
    for (unsigned k = 0; k < KIND_COUNT; k++)
        for (uint32_t row = 0; row < facts_rows(f, (enum kind)k); row++)
            for (unsigned i = model_kind((enum kind)k)->first; i <= model_kind((enum kind)k)->last; i++) {
                const struct cell *c = cell_of(f, (enum kind)k, row, (enum field)i);
                if (c->state == CELL_ABSENT) continue;
                char name[64], before[80];
                int n = snprintf(name, sizeof name, "\"%s\": ", model_fields[i].name);
                snprintf(before, sizeof before, "%.*s", n, f->text + c->at - n);
                assert_string_equal(before, name);
                if (c->state == CELL_NULL) assert_memory_equal(f->text + c->at, "null", 4);
            }
    facts_free(f);
}

/* --- Ids --- */

static void ids_are_found_in_their_kind(void **state)
{
    struct facts *f = read_every_kind(&heard);
    assert_int_equal(facts_find(f, KIND_ENTITY, "gamma", 5), 2);
    assert_int_equal(facts_find(f, KIND_ENTITY, "gamma-build", 5), 2); /* by length */
    assert_int_equal(facts_find(f, KIND_VENTURE, "gamma-build", 11), 0);
    assert_int_equal(facts_find(f, KIND_ENTITY, "gamma-build", 11), UINT32_MAX);
    assert_int_equal(facts_find(f, KIND_ENTITY, "Gamma", 5), UINT32_MAX);
    assert_int_equal(facts_find(f, KIND_ENTITY, "", 0), UINT32_MAX);
    assert_int_equal(facts_find(f, KIND_SHARE, "share-cloud-alpha-2024-12-31", 28), 0);
    facts_free(f);
}

static const char *made(struct facts *f, enum kind k, uint32_t row) { return facts_id(f, ref_make(k, row)); }

static void ids_are_made_of_kind_key_and_first_day(void **state)
{
    struct facts *f = read_every_kind(&heard);
    assert_string_equal(made(f, KIND_ACTIVITY, 0), "activity-alpha-ai-developer-2023");
    assert_string_equal(made(f, KIND_SHARE, 3), "share-models-alpha-users-2024");
    assert_string_equal(made(f, KIND_AGREEMENT, 1),
                        "agreement-exclusivity-alpha-beta-gamma-hosting-x-phones-2019-07-22");
    assert_string_equal(made(f, KIND_RATE, 0), "rate-EUR-USD-2024-12-31");
    assert_string_equal(made(f, KIND_MEMBER, 0), "member-gamma-build-alpha-equity");
    assert_string_equal(made(f, KIND_OBSERVATION, 0), "observation-alpha-models-multi-homing");
    facts_free(f);
    f = with(
        "\"holdings\":[{\"holder\":\"alpha\",\"entity\":\"beta\",\"from\":{\"min\":\"2019-05-03\",\"max\":\"2019-06\"}},"
        "{\"holder\":\"alpha\",\"entity\":\"beta\",\"from\":{\"max\":\"2019\"}},{\"holder\":\"alpha\",\"entity\":\"beta\",\"from\":null},"
        "{\"holder\":\"beta\",\"entity\":\"beta\",\"from\":{\"min\":\"2019-02\"}}]");
    assert_string_equal(made(f, KIND_HOLDING, 0), "holding-alpha-beta-2019-05-03-2019-06-30");
    assert_string_equal(made(f, KIND_HOLDING, 1), "holding-alpha-beta-until-2019-12-31");
    assert_string_equal(made(f, KIND_HOLDING, 2), "holding-alpha-beta");
    assert_string_equal(made(f, KIND_HOLDING, 3), "holding-beta-beta-2019-02-01");
    facts_free(f);
}

static void two_that_come_to_one_id_both_get_their_content(void **state)
{
    static const char one[] = "{\"type\":\"veto\",\"holder\":\"alpha\",\"grantor\":\"beta\",\"note\":\"one\"}";
    static const char two[] =
        "{ \"note\" : \"tw\\u006f\", \"grantor\":[\"beta\"],\"type\":\"veto\",\"holder\":\"alpha\"}";
    char text[512], ids[2][64];
    for (int turn = 0; turn < 2; turn++) {
        snprintf(text, sizeof text, "\"agreements\":[%s,%s]", turn ? two : one, turn ? one : two);
        struct facts *f = with(text);
        for (uint32_t row = 0; row < 2; row++) {
            const char *id = made(f, KIND_AGREEMENT, row);
            assert_int_equal(strlen(id), strlen("agreement-veto-alpha-beta-") + 6);
            if (!turn) snprintf(ids[row], sizeof *ids, "%s", id);
            else assert_string_equal(id, ids[1 - row]); /* whatever the order */
            assert_int_equal(facts_find(f, KIND_AGREEMENT, id, strlen(id)), row);
        }
        assert_int_equal(facts_find(f, KIND_AGREEMENT, "agreement-veto-alpha-beta", 25), UINT32_MAX);
        facts_free(f);
    }
    assert_string_not_equal(ids[0], ids[1]);
}

static void a_written_id_is_never_changed(void **state)
{
    struct facts *f = with("\"holdings\":[{\"holder\":\"alpha\",\"entity\":\"beta\"},"
                           "{\"id\":\"holding-alpha-beta\",\"holder\":\"beta\",\"entity\":\"alpha\"}]");
    assert_string_equal(made(f, KIND_HOLDING, 1), "holding-alpha-beta");
    assert_int_equal(strlen(made(f, KIND_HOLDING, 0)), strlen("holding-alpha-beta-") + 6);
    assert_int_equal(facts_find(f, KIND_HOLDING, "holding-alpha-beta", 18), 1);
    facts_free(f);
}

/* --- Across records --- */

static void a_table_that_is_said_to_be_complete_and_is_not_is_noticed(void **state)
{
#define ROWS(TABLE, ALPHA, BETA)                                                                                      \
    "\"shares\":[{\"market\":\"cloud\",\"entity\":\"alpha\",\"percent\":" ALPHA ",\"from\":\"2024-12-31\"" TABLE "}," \
    "{\"market\":\"cloud\",\"entity\":\"beta\",\"percent\":" BETA ",\"from\":\"2024-12-31\"" TABLE "}]"
#define COMPLETE ",\"table\":\"complete\""
    static const struct {
        const char *kinds;
        bool lacks;
    } rows[] = {
        { ROWS(COMPLETE, "18", "3"), true },
        { ROWS(COMPLETE, "18", "81.4"), true },
        { ROWS(COMPLETE, "18", "81.5"), false },
        { ROWS(COMPLETE, "18", "null"), false },
        { ROWS(COMPLETE, "18", "{\"min\":3,\"max\":60}"), true },
        { ROWS(",\"table\":\"partial\"", "18", "3"), false },
        { ROWS("", "18", "3"), false },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct facts *f = with(rows[i].kinds);
        bool noticed = false;
        for (size_t n = 0; n < f->notice_count; n++) noticed |= !strcmp(f->notices[n].code, "not-whole");
        assert_int_equal(noticed, rows[i].lacks);
        facts_free(f);
    }
#undef COMPLETE
#undef ROWS
}

static void measurements_of_one_thing_at_one_time_are_noticed(void **state)
{
    struct facts *f = with(
        "\"shares\":[\n{\"market\":\"cloud\",\"entity\":\"alpha\",\"percent\":3,\"from\":\"2024-12-31\"},\n"
        "{\"market\":\"cloud\",\"entity\":\"alpha\",\"percent\":4,\"from\":\"2024-12\",\"measure\":\"revenue\"},\n"
        "{\"market\":\"cloud\",\"entity\":\"alpha\",\"percent\":5,\"from\":\"2024-11\"},\n"
        "{\"market\":\"cloud\",\"entity\":\"alpha\",\"percent\":5,\"from\":\"2024-12\",\"measure\":\"users\"},\n"
        "{\"market\":\"cloud\",\"entity\":\"beta\",\"percent\":5,\"from\":\"2024-12\"}],"
        "\"financials\":[\n{\"entity\":\"alpha\",\"metric\":\"revenue\",\"from\":\"2024\"},\n"
        "{\"entity\":\"alpha\",\"metric\":\"revenue\",\"from\":\"2024-06-30\",\"geography\":\"worldwide\"},\n"
        "{\"entity\":\"alpha\",\"metric\":\"revenue\",\"from\":\"2024-06-30\",\"geography\":\"US\"}]");
    assert_int_equal(f->notice_count, 2);
    assert_string_equal(f->notices[0].code, "joined");
    assert_non_null(strstr(f->notices[0].message, "lines 2 and 3"));
    assert_non_null(strstr(f->notices[1].message, "lines 7 and 8"));
    facts_free(f);
}

/* Long lines, many lines, characters of several bytes across every place where a place may be remembered. */
static void a_place_is_found_in_a_long_line_as_in_a_long_file(void **state)
{
    enum { TITLE = 20000 };
    char *text = room(3 * TITLE + 2000), *p;
    for (int lines = 0; lines < 2; lines++) {
        p = text + sprintf(text, "{\"format\":\"compliance-facts/1\",\"case\":{\"id\":\"x\",\"title\":\"");
        for (int i = 0; i < TITLE / 3; i++) p += sprintf(p, "%s", i % 3 ? "a" : i % 2 ? "\u00e9" : "\u20ac");
        p += sprintf(p, "\"},\"entities\":[]");
        for (int i = 0; i < TITLE; i++) *p++ = lines && i % 7 == 0 ? '\n' : ' ';
        p += sprintf(p, "}");
        struct facts *f = read_bytes(text, (size_t)(p - text), &heard);
        assert_non_null(f);
        for (uint32_t at = 0; at <= f->size; at++) {
            uint32_t line, column, line_there, column_there;
            facts_locate(f, at, &line, &column);
            locate(f->text, f->size, at, &line_there, &column_there);
            if (line != line_there || column != column_there)
                fail_msg("%u: %u:%u, not %u:%u", at, line, column, line_there, column_there);
        }
        facts_free(f);
    }
    free(text);
}

static void shares_may_come_to_a_hundred_and_a_half(void **state)
{
    facts_free(with(
        "\"shares\":[{\"market\":\"cloud\",\"entity\":\"alpha\",\"percent\":60.2,\"from\":\"2024-12-31\"},"
        "{\"market\":\"cloud\",\"entity\":\"beta\",\"percent\":{\"min\":40.3,\"max\":90},\"from\":\"2024-12-31\"},"
        "{\"market\":\"cloud\",\"entity\":\"beta\",\"percent\":99,\"from\":\"2024-12-30\"}," /* another day */
        "{\"market\":\"cloud\",\"entity\":\"beta\",\"percent\":99,\"measure\":\"users\",\"from\":\"2024-12-31\"},"
        "{\"market\":\"cloud\",\"entity\":\"beta\",\"percent\":99,\"from\":\"2024-12-31\"}]")); /* a claim of one firm */
}

static void a_deal_may_be_closed_on_an_unknown_day(void **state)
{
    facts_free(with(
        "\"transactions\":[{\"acquirer\":\"alpha\",\"target\":\"beta\",\"status\":\"closed\",\"closed\":null,\"from\":\"2024\"},"
        "{\"acquirer\":\"alpha\",\"target\":\"beta\",\"status\":\"closed\",\"closed\":\"2024\",\"from\":\"2024-05\"}]"));
}

static void a_list_has_an_end_and_an_error_is_said_once_printed_a_hundred_times(void **state)
{
    enum { ITEMS = 1001 };
    char *text = room(ITEMS * 16 + 2000), *p;
    for (int errors = 0; errors < 2; errors++) {
        p = text + sprintf(text, "%s,\"%s\":[", HEAD, errors ? "holdings" : "observations");
        if (!errors) p += sprintf(p, "{\"says\":\"entry\",\"about\":[");
        for (int i = 0; i < ITEMS; i++) p += sprintf(p, "%s%s", i ? "," : "", errors ? "7" : "\"alpha\"");
        p += sprintf(p, errors ? "]}" : "]}]}");
        heard.count = 0;
        assert_null(read_bytes(text, (size_t)(p - text), &heard));
        assert_int_equal(heard.count, errors ? 101 : 1);
        if (!errors) assert_string_equal(heard.said[0].code, "limit");
        else assert_non_null(strstr(heard.said[100].message, "and 901 more"));
    }
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sort_of_value_is_read),
        cmocka_unit_test(what_is_not_written_holds_the_widest_range_or_the_default),
        cmocka_unit_test(a_source_may_have_three_shapes),
        cmocka_unit_test(complete_lists_carry_conditions_sources_and_a_last_day),
        cmocka_unit_test(records_and_fields_know_their_line_and_pointer),
        cmocka_unit_test(every_cell_stands_where_its_value_begins),
        cmocka_unit_test(ids_are_found_in_their_kind),
        cmocka_unit_test(ids_are_made_of_kind_key_and_first_day),
        cmocka_unit_test(two_that_come_to_one_id_both_get_their_content),
        cmocka_unit_test(a_written_id_is_never_changed),
        cmocka_unit_test(a_table_that_is_said_to_be_complete_and_is_not_is_noticed),
        cmocka_unit_test(measurements_of_one_thing_at_one_time_are_noticed),
        cmocka_unit_test(a_place_is_found_in_a_long_line_as_in_a_long_file),
        cmocka_unit_test(shares_may_come_to_a_hundred_and_a_half),
        cmocka_unit_test(a_deal_may_be_closed_on_an_unknown_day),
        cmocka_unit_test(a_list_has_an_end_and_an_error_is_said_once_printed_a_hundred_times),
    };
    return cmocka_run_group_tests_name("facts/reader", tests, NULL, NULL);
}
