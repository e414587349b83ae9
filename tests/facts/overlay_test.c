/* A case with facts changed in memory: queries, groups and time see the change, the case below does not. */
#include "facts/asking.h"
#include "facts/groups.h"
#include "facts/overlay.h"

#include <stdlib.h>

#define E(ID)          "{'id':'" ID "','name':'" ID "'}"
#define FIRMS          "'entities':[" E("big") "," E("arm") "," E("lab") "," E("other") "],"
#define DEAL(ID, MORE) "{'id':'" ID "','type':'supply','holder':'big','grantor':'lab'" MORE "}"

/* The supplies of the holder, as the overlay has them on the day. */
static const char *supplies(struct asked *a, struct overlay *o, const char *holder)
{
    const struct facts *facts = o ? overlay_facts(o) : a->facts;
    struct moment m = { view_at(facts, day("2025-01-24")), NO_ENTITY };
    static char out[512];
    size_t n = 0;
    ask(a, KIND_AGREEMENT);
    words(a, AGREEMENT_TYPE, "supply");
    struct condition *c = condition(a, AGREEMENT_HOLDER, CONDITION_GROUPS);
    uint32_t who = UINT32_MAX;
    for (uint32_t i = 0; i < facts_rows(facts, KIND_ENTITY); i++)
        if (!strcmp(facts_id(facts, ref_make(KIND_ENTITY, i)), holder)) who = i;
    a->values[a->query.count - 1][c->count++] = ref_make(KIND_ENTITY, who);
    query_sort(&a->query);
    struct set *set = query_run(&a->query, m, &a->arena);
    assert_non_null(set);
    out[0] = '\0';
    for (uint32_t i = 0; i < set->sures + set->maybes; i++)
        n += (size_t)snprintf(out + n, sizeof out - n, "%s%s", i ? " " : "",
                              facts_id(facts, ref_make(KIND_AGREEMENT, set->rows[i])));
    return out;
}

/* Twenty more than the index asks for, so that rows are looked up and not walked. */
static void open_many(struct asked *a)
{
    static char json[16 * 1024];
    size_t n = (size_t)snprintf(json, sizeof json, "'agreements':[%s,%s", DEAL("one", ""),
                                DEAL("part", ",'part_of':'one'"));
    for (int i = 0; i < SMALL_TABLE + 20; i++)
        n += (size_t)snprintf(json + n, sizeof json - n,
                              ",{'id':'x%d','type':'supply','holder':'other','grantor':'lab'}", i);
    static char all[20 * 1024];
    snprintf(all, sizeof all, CASE("", FIRMS "%s]"), json);
    asked_open(a, all);
}

static void a_record_that_ends_is_over_with_what_is_part_of_it_until_the_overlay_is_cleared(void **state)
{
    struct asked a;
    open_many(&a);
    struct overlay *o = overlay_new(a.facts);
    assert_string_equal(supplies(&a, o, "big"), "one part");
    assert_true(
        overlay_date(o, ref_make(KIND_AGREEMENT, row(&a, KIND_AGREEMENT, "one")), AGREEMENT_TO, day("2025-01-23")));
    assert_string_equal(supplies(&a, o, "big"), "");
    assert_string_equal(supplies(&a, NULL, "big"), "one part");
    overlay_clear(o);
    assert_string_equal(supplies(&a, o, "big"), "one part");
    assert_true(
        overlay_date(o, ref_make(KIND_AGREEMENT, row(&a, KIND_AGREEMENT, "part")), AGREEMENT_TO, day("2025-01-23")));
    assert_string_equal(supplies(&a, o, "big"), "one");
    overlay_free(o);
    asked_close(&a);
}

/* Its kind has an index, made before and used after; and somebody new is a group of their own. */
static void a_record_that_is_added_is_found_and_one_who_stands_in_is_alone(void **state)
{
    struct asked a;
    open_many(&a);
    supplies(&a, NULL, "big"); /* the index */
    struct overlay *o = overlay_new(a.facts);
    ref other = overlay_add(o, KIND_ENTITY, "stand-in"), deal = overlay_add(o, KIND_AGREEMENT, "new");
    ref lab = ref_make(KIND_ENTITY, firm(&a, "lab"));
    assert_true(overlay_items(o, deal, AGREEMENT_TYPE, &(uint32_t){ listed_word(LIST_AGREEMENT_TYPE, "supply") }, 1));
    assert_true(overlay_items(o, deal, AGREEMENT_HOLDER, &other, 1));
    assert_true(overlay_items(o, deal, AGREEMENT_GRANTOR, &lab, 1));
    assert_string_equal(supplies(&a, o, "stand-in"), "new");
    assert_string_equal(supplies(&a, o, "big"), "one part");
    struct moment m = { view_at(overlay_facts(o), day("2025-01-24")), NO_ENTITY };
    assert_int_equal(group_head(m, ref_row(other)), ref_row(other));
    assert_int_equal(facts_rows(a.facts, KIND_ENTITY), 4);
    assert_int_equal(facts_rows(overlay_facts(o), KIND_ENTITY), 5);
    /* What it does not state is as if absent in a file. */
    assert_int_equal(cell_of(overlay_facts(o), KIND_AGREEMENT, ref_row(deal), AGREEMENT_SCOPE)->state, CELL_ABSENT);
    assert_string_equal(
        facts_word(a.facts, cell_of(overlay_facts(o), KIND_AGREEMENT, ref_row(deal), AGREEMENT_DEGREE)->word),
        "exclusive");
    overlay_clear(o);
    assert_int_equal(facts_rows(overlay_facts(o), KIND_ENTITY), 4);
    assert_string_equal(supplies(&a, o, "big"), "one part");
    assert_int_equal(overlay_facts(o)->list_count, a.facts->list_count);
    overlay_free(o);
    asked_close(&a);
}

static void no_more_than_a_few_are_added(void **state)
{
    struct asked a;
    open_many(&a);
    struct overlay *o = overlay_new(a.facts);
    for (int i = 0; i < OVERLAY_ADDED; i++) assert_int_not_equal(overlay_add(o, KIND_OBSERVATION, "o"), NO_REF);
    assert_int_equal(overlay_add(o, KIND_OBSERVATION, "o"), NO_REF);
    overlay_clear(o);
    assert_int_not_equal(overlay_add(o, KIND_OBSERVATION, "o"), NO_REF);
    overlay_free(o);
    asked_close(&a);
}

static void other_votes_make_other_groups(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS "'holdings':[{'id':'h','holder':'big','entity':'arm','votes':40}]"));
    struct overlay *o = overlay_new(a.facts);
    struct moment below = a.now, above = { view_at(overlay_facts(o), below.view->day), NO_ENTITY };
    assert_false(same_group(above, firm(&a, "big"), firm(&a, "arm")));
    assert_true(overlay_number(o, ref_make(KIND_HOLDING, 0), HOLDING_VOTES, 51));
    above.view = view_at(overlay_facts(o), below.view->day);
    assert_true(same_group(above, firm(&a, "big"), firm(&a, "arm")));
    assert_false(same_group(below, firm(&a, "big"), firm(&a, "arm")));
    overlay_clear(o);
    above.view = view_at(overlay_facts(o), below.view->day);
    assert_false(same_group(above, firm(&a, "big"), firm(&a, "arm")));
    overlay_free(o);
    asked_close(&a);
}

/* Of a kind that does not change, even what is in force is the case's own. */
static void what_does_not_change_is_not_copied(void **state)
{
    struct asked a;
    open_many(&a);
    struct overlay *o = overlay_new(a.facts);
    assert_true(overlay_date(o, ref_make(KIND_AGREEMENT, 0), AGREEMENT_TO, day("2025-01-23")));
    const struct view *v = view_at(overlay_facts(o), a.now.view->day);
    assert_ptr_equal(v->head, a.now.view->head);
    assert_ptr_equal(v->members, a.now.view->members);
    assert_ptr_equal(v->force[KIND_ENTITY], a.now.view->force[KIND_ENTITY]);
    assert_ptr_not_equal(v->force[KIND_AGREEMENT], a.now.view->force[KIND_AGREEMENT]);
    assert_ptr_equal(overlay_facts(o)->tables[KIND_ENTITY].cells, a.facts->tables[KIND_ENTITY].cells);
    assert_ptr_equal(overlay_facts(o)->lists, a.facts->lists);
    overlay_free(o);
    asked_close(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_record_that_ends_is_over_with_what_is_part_of_it_until_the_overlay_is_cleared),
        cmocka_unit_test(a_record_that_is_added_is_found_and_one_who_stands_in_is_alone),
        cmocka_unit_test(no_more_than_a_few_are_added),
        cmocka_unit_test(other_votes_make_other_groups),
        cmocka_unit_test(what_does_not_change_is_not_copied),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
