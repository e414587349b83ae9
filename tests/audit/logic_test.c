/* logic_test.c - three truth values from the atom to the verdict: groups, applies then elements then unless, holes, and that
 * the same input gives the same bytes (DESIGN 4). Rules are data forms alone, so that nothing hangs on what Lua does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "audit/firms.h"
#include "audit/trial.h"

/* ---- atoms: a letter is an element of one firm, whose truth is known beforehand ---- */

static const char *atom(char letter)
{
    switch (letter) {
    case 'Y': return "{ 'yes', does = { 'a', 'cloud-provider' } }";
    case 'N': return "{ 'no', does = { 'a', 'chip-maker' } }";        /* by value: its activities are known */
    case 'U': return "{ 'perhaps', does = { 'b', 'ai-developer' } }"; /* its activities are not */
    case 'A': return "{ 'nothing', recorded = { 'agreements', type = 'veto', holder = 'a' } }"; /* no, but by absence */
    case 'M':
        return "{ 'maybe', recorded = { 'agreements', type = 'consultation', holder = 'a' } }"; /* perhaps in force */
    case 'C': return "{ 'none', none = { 'positions', entity = 'b' } }";                 /* yes: the list is complete */
    case 'O': return "{ 'none', none = { 'agreements', type = 'veto', holder = 'a' } }"; /* open: the list is not */
    default: fail_msg("no atom %c", letter); return "";
    }
}

#define HEAD                                                                                                         \
    "return { id = 'test/%s', title = '{a} and {b}', severity = '%s', nature = 'indicator', roles = { 'a', 'b' },\n" \
    "  basis = { { 'merger-guidelines-2023', support = 'analogy' } },\n"                                             \
    "  subjects = function(case, each) for a, b in case:holdings():pairs('holder', 'entity') do each(a, b) end end,\n"

/* "any:YN", "2of:YUN", "all:any:YN;U" or plain atoms; adds the elements as Lua. A group of groups has ; between them. */
static void add_elements(struct text *t, const char *what)
{
    for (; *what; what++) {
        text_string(t, atom(*what));
        text_string(t, ", ");
    }
}

static void add_group(struct text *t, const char *kind, const char *members)
{
    if (kind[1] == 'o' && kind[2] == 'f') text_add(t, "{ 'group', at_least = %c, of = { ", kind[0]);
    else text_add(t, "{ 'group', %s = { ", kind);
    add_elements(t, members);
    text_string(t, "} }, ");
}

/* Loads test/NAME with these lists (Lua, atoms already spelled out). */
static void load_lists(struct trial *t, const char *name, const char *severity, const char *applies,
                       const char *elements, const char *unless)
{
    char path[64];
    struct text lua;
    text_init(&lua, &allocator_default, 1 << 16);
    text_add(&lua, HEAD, name, severity);
    if (*applies) text_add(&lua, "  applies = { %s },\n", applies);
    text_add(&lua, "  elements = { %s },\n", elements);
    if (*unless) text_add(&lua, "  unless = { %s },\n", unless);
    text_string(&lua, "}\n");
    snprintf(path, sizeof path, "test/%s.lua", name);
    trial_rule(t, path, lua.data);
    text_free(&lua);
}

static char *spelled(const char *letters)
{
    struct text t;
    text_init(&t, &allocator_default, 1 << 16);
    text_string(&t, "");
    add_elements(&t, letters);
    return t.data ? t.data : calloc(1, 1);
}

/* ---- groups ---- */

static const struct group_row {
    const char *kind, *members;
    cc_verdict verdict; /* of a rule with this group as its element */
    enum why why;
} group_rows[] = {
    { "any", "Y", CC_FLAGGED, WHY_VALUE },
    { "any", "N", CC_CLEAR, WHY_VALUE },
    { "any", "U", CC_CANNOT_TELL, WHY_OPEN },
    { "any", "YN", CC_FLAGGED, WHY_VALUE },
    { "any", "YU", CC_FLAGGED, WHY_VALUE },
    { "any", "UY", CC_FLAGGED, WHY_VALUE },
    { "any", "NU", CC_CANNOT_TELL, WHY_OPEN },
    { "any", "NN", CC_CLEAR, WHY_VALUE },
    { "any", "NA", CC_CLEAR, WHY_ABSENCE },
    { "any", "AU", CC_CANNOT_TELL, WHY_OPEN },
    { "any", "AM", CC_CANNOT_TELL, WHY_OPEN },
    { "any", "AY", CC_FLAGGED, WHY_VALUE },
    { "all", "YY", CC_FLAGGED, WHY_VALUE },
    { "all", "YN", CC_CLEAR, WHY_VALUE },
    { "all", "YU", CC_CANNOT_TELL, WHY_OPEN },
    { "all", "UN", CC_CLEAR, WHY_VALUE },
    { "all", "YA", CC_CLEAR, WHY_ABSENCE },
    { "all", "NA", CC_CLEAR, WHY_VALUE },
    { "all", "UA", CC_CLEAR, WHY_ABSENCE },
    { "all", "YC", CC_FLAGGED, WHY_VALUE },
    { "all", "YO", CC_CANNOT_TELL, WHY_ABSENCE },
    { "none_of", "N", CC_FLAGGED, WHY_VALUE },
    { "none_of", "NN", CC_FLAGGED, WHY_VALUE },
    { "none_of", "NY", CC_CLEAR, WHY_VALUE },
    { "none_of", "UY", CC_CLEAR, WHY_VALUE },
    { "none_of", "NU", CC_CANNOT_TELL, WHY_OPEN },
    /* what is not recorded proves nothing */
    { "none_of", "A", CC_CANNOT_TELL, WHY_ABSENCE },
    { "none_of", "NA", CC_CANNOT_TELL, WHY_ABSENCE },
    { "none_of", "AY", CC_CLEAR, WHY_VALUE },
    { "2of", "YYN", CC_FLAGGED, WHY_VALUE },
    { "2of", "YNN", CC_CLEAR, WHY_VALUE },
    { "2of", "YUN", CC_CANNOT_TELL, WHY_OPEN },
    { "2of", "UUN", CC_CANNOT_TELL, WHY_OPEN },
    { "2of", "UNN", CC_CLEAR, WHY_VALUE },
    { "2of", "YUU", CC_CANNOT_TELL, WHY_OPEN },
    { "2of", "YYU", CC_FLAGGED, WHY_VALUE },
    { "2of", "YAN", CC_CLEAR, WHY_ABSENCE },
    { "2of", "ANN", CC_CLEAR, WHY_VALUE },
    { "2of", "YAU", CC_CANNOT_TELL, WHY_OPEN },
    { "1of", "NY", CC_FLAGGED, WHY_VALUE },
    { "3of", "YYY", CC_FLAGGED, WHY_VALUE },
    { "3of", "YYU", CC_CANNOT_TELL, WHY_OPEN },
    { "any", "O", CC_CANNOT_TELL, WHY_ABSENCE },
    { "any", "C", CC_FLAGGED, WHY_VALUE },
};
enum { GROUP_ROWS = sizeof group_rows / sizeof *group_rows };

static void groups_keep_three_values(void **state)
{
    struct trial t;
    struct text group;
    unsigned wrong = 0;
    trial_open(&t, NULL);
    text_init(&group, &allocator_default, 1 << 16);
    for (unsigned i = 0; i < GROUP_ROWS; i++) {
        char name[16];
        snprintf(name, sizeof name, "group-%u", i);
        text_reset(&group);
        add_group(&group, group_rows[i].kind, group_rows[i].members);
        load_lists(&t, name, "low", "", group.data, "");
    }
    text_free(&group);
    open_firms(&t);
    trial_audit(&t, NULL);
    for (unsigned i = 0; i < GROUP_ROWS; i++) {
        char id[32];
        snprintf(id, sizeof id, "test/group-%u", i);
        const struct finding *f = trial_finding(&t, id, "a/b");
        if (f && f->verdict == group_rows[i].verdict && f->elements[0].why == group_rows[i].why) continue;
        print_error("%s of %s is %s, why %d\n", group_rows[i].kind, group_rows[i].members,
                    f ? verdict_names[f->verdict] : "missing", f ? f->elements[0].why : -1);
        wrong++;
    }
    trial_close(&t);
    assert_int_equal(wrong, 0);
}

static void groups_of_groups_keep_three_values(void **state)
{
    static const struct {
        const char *outer, *kinds[2], *members[2];
        cc_verdict verdict;
    } rows[] = {
        { "any", { "all", "none_of" }, { "YU", "Y" }, CC_CANNOT_TELL },
        { "any", { "all", "none_of" }, { "YN", "N" }, CC_FLAGGED },
        { "all", { "any", "any" }, { "NY", "UN" }, CC_CANNOT_TELL },
        { "all", { "any", "any" }, { "NA", "U" }, CC_CLEAR },
        { "none_of", { "none_of", "all" }, { "Y", "YN" }, CC_FLAGGED },
        { "none_of", { "none_of", "all" }, { "A", "N" }, CC_CANNOT_TELL },
        { "none_of", { "all", "any" }, { "YA", "N" }, CC_CANNOT_TELL },
        { "2of", { "2of", "none_of" }, { "YY", "N" }, CC_FLAGGED },
        { "any", { "none_of", "none_of" }, { "A", "Y" }, CC_CANNOT_TELL },
    };
    struct trial t;
    unsigned wrong = 0;
    trial_open(&t, NULL);
    for (unsigned i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct text inner, outer;
        char name[16];
        text_init(&inner, &allocator_default, 1 << 16), text_init(&outer, &allocator_default, 1 << 16);
        for (unsigned k = 0; k < 2; k++) add_group(&inner, rows[i].kinds[k], rows[i].members[k]);
        if (rows[i].outer[1] == 'o' && rows[i].outer[2] == 'f')
            text_add(&outer, "{ 'outer', at_least = 2, of = { %s } }", inner.data);
        else text_add(&outer, "{ 'outer', %s = { %s } }", rows[i].outer, inner.data);
        snprintf(name, sizeof name, "nest-%u", i);
        load_lists(&t, name, "low", "", outer.data, "");
        text_free(&inner), text_free(&outer);
    }
    open_firms(&t);
    trial_audit(&t, NULL);
    for (unsigned i = 0; i < sizeof rows / sizeof *rows; i++) {
        char id[32];
        snprintf(id, sizeof id, "test/nest-%u", i);
        if (trial_verdict(&t, id) == rows[i].verdict) continue;
        print_error("row %u is %s\n", i, verdict_names[trial_verdict(&t, id)]), wrong++;
    }
    trial_close(&t);
    assert_int_equal(wrong, 0);
}

/* ---- applies, then elements, then unless ---- */

static const struct verdict_row {
    const char *applies, *elements, *unless;
    const char *asked; /* how many of each list were asked: "211" */
    cc_verdict verdict;
    unsigned open;
} verdict_rows[] = {
    { "", "Y", "", "010", CC_FLAGGED, 0 },
    { "Y", "Y", "", "110", CC_FLAGGED, 0 },
    { "N", "Y", "Y", "100", CC_OUT_OF_SCOPE, 0 }, /* a false applies is the end, and it is no clear */
    { "N", "N", "", "100", CC_OUT_OF_SCOPE, 0 },
    { "A", "Y", "", "100", CC_OUT_OF_SCOPE, 0 },  /* absence takes out of scope as well */
    { "NY", "Y", "", "100", CC_OUT_OF_SCOPE, 0 }, /* the rest is not asked */
    { "YN", "Y", "", "200", CC_OUT_OF_SCOPE, 0 },
    { "U", "Y", "", "110", CC_CANNOT_TELL, 0 },
    { "U", "N", "", "110", CC_CLEAR, 0 },         /* whatever the scope, it is not so */
    { "UN", "Y", "", "200", CC_OUT_OF_SCOPE, 0 }, /* an unknown does not stop, a false does */
    { "Y", "N", "Y", "110", CC_CLEAR, 0 },        /* clear before rebutted: unless is not asked */
    { "Y", "NY", "", "110", CC_CLEAR, 0 },        /* the first false is the end */
    { "Y", "UN", "Y", "120", CC_CLEAR, 0 },
    { "Y", "YA", "", "120", CC_CLEAR, 0 },
    { "Y", "U", "", "110", CC_CANNOT_TELL, 0 },
    { "Y", "Y", "Y", "111", CC_REBUTTED, 0 },
    { "Y", "U", "Y", "111", CC_REBUTTED, 0 }, /* rebutted, however the unknown comes out */
    { "U", "Y", "Y", "111", CC_REBUTTED, 0 },
    { "Y", "Y", "U", "111", CC_FLAGGED, 1 },
    { "Y", "Y", "N", "111", CC_FLAGGED, 0 }, /* final: the rebuttal is known to fail */
    { "Y", "Y", "A", "111", CC_FLAGGED, 1 }, /* what is not recorded may still rebut */
    { "Y", "Y", "M", "111", CC_FLAGGED, 1 },
    { "Y", "Y", "NUA", "113", CC_FLAGGED, 2 },
    { "Y", "Y", "NUY", "113", CC_REBUTTED, 0 },  /* all are asked: any one rebuts */
    { "Y", "Y", "O", "111", CC_FLAGGED, 1 },     /* none on an open list is no rebuttal */
    { "Y", "Y", "C", "111", CC_REBUTTED, 0 },    /* on a complete one it is */
    { "Y", "U", "N", "111", CC_CANNOT_TELL, 0 }, /* open is told of flagged ones only */
};
enum { VERDICT_ROWS = sizeof verdict_rows / sizeof *verdict_rows };

static unsigned asked(const struct element_result *results, unsigned count)
{
    unsigned n = 0;
    for (unsigned i = 0; results && i < count; i++) n += results[i].asked;
    return n;
}

static void a_verdict_comes_of_applies_then_elements_then_unless(void **state)
{
    struct trial t;
    unsigned wrong = 0;
    trial_open(&t, NULL);
    for (unsigned i = 0; i < VERDICT_ROWS; i++) {
        char name[16], *applies = spelled(verdict_rows[i].applies), *elements = spelled(verdict_rows[i].elements),
                       *unless = spelled(verdict_rows[i].unless);
        snprintf(name, sizeof name, "verdict-%u", i);
        load_lists(&t, name, "low", applies, elements, unless);
        free(applies), free(elements), free(unless);
    }
    open_firms(&t);
    trial_audit(&t, NULL);
    for (unsigned i = 0; i < VERDICT_ROWS; i++) {
        char id[32], count[8];
        uint16_t open[8];
        snprintf(id, sizeof id, "test/verdict-%u", i);
        const struct finding *f = trial_finding(&t, id, "a/b");
        assert_non_null(f);
        snprintf(count, sizeof count, "%u%u%u", asked(f->applies, f->rule->apply_count),
                 asked(f->elements, f->rule->element_count), asked(f->unless, f->rule->unless_count));
        if (f->verdict == verdict_rows[i].verdict && !strcmp(count, verdict_rows[i].asked) &&
            finding_open(f, open, 8) == verdict_rows[i].open)
            continue;
        print_error("applies %s, elements %s, unless %s: %s, asked %s, %zu open\n", verdict_rows[i].applies,
                    verdict_rows[i].elements, verdict_rows[i].unless, verdict_names[f->verdict], count,
                    finding_open(f, open, 8));
        wrong++;
    }
    trial_close(&t);
    assert_int_equal(wrong, 0);
}

/* ---- a rule's verdict, and holes ---- */

#define SEATS                                                                                                    \
    "{'format':'compliance-facts/1','case':{'id':'t','title':'T','as_of':'2025-01-24'},"                         \
    "'entities':[{'id':'a','name':'A','activities':['cloud-provider']},{'id':'b','name':'B','activities':[%s]}," \
    "{'id':'p','name':'P','form':'person'}],'positions':[%s]}"
#define SEAT_RULE                                                                                                     \
    "return { id = 'test/seats', title = '{patron} at {firm}', severity = 'high', nature = 'indicator',\n"            \
    "  roles = { 'patron', 'firm' }, basis = { { 'merger-guidelines-2023', support = 'analogy' } },\n"                \
    "  subjects = function(case, each)\n"                                                                             \
    "    for x, y in case:positions { appointed_by = true }:pairs('appointed_by', 'entity') do each(x, y) end end,\n" \
    "  elements = { { '{firm} develops AI', does = { 'firm', 'ai-developer' } } } }"
#define KNOWN_SEAT "{'id':'known','person':'p','entity':'b','appointed_by':'a'}"
#define OPEN_SEAT  "{'id':'open','person':'p','entity':'b','appointed_by':null,'role':'director'}"

static const struct seat_row {
    const char *activities, *positions;
    cc_verdict verdict;
    unsigned cannot_tell, findings;
} seat_rows[] = {
    { "'ai-developer'", "", CC_NOT_APPLICABLE, 0, 0 },
    { "'ai-developer'", KNOWN_SEAT, CC_FLAGGED, 0, 1 },
    { "'software'", KNOWN_SEAT, CC_CLEAR, 0, 1 },
    { "'ai-developer'", OPEN_SEAT, CC_CANNOT_TELL, 1, 0 },            /* a hole: nobody to name, and yet undecided */
    { "'ai-developer'", OPEN_SEAT "," KNOWN_SEAT, CC_FLAGGED, 1, 1 }, /* flagged is stronger, the hole still counts */
    { "'software'", OPEN_SEAT "," KNOWN_SEAT, CC_CANNOT_TELL, 1, 1 }, /* stronger than clear */
    { "'ai-developer'", OPEN_SEAT ",{'id':'open2','person':'p','entity':'a','appointed_by':null}", CC_CANNOT_TELL, 1,
      0 }, /* one hole */
};

static void a_hole_in_the_enumeration_counts_as_one_cannot_tell(void **state)
{
    struct trial t;
    trial_open(&t, NULL);
    trial_rule(&t, "test/seats.lua", SEAT_RULE);
    for (unsigned i = 0; i < sizeof seat_rows / sizeof *seat_rows; i++) {
        char json[2000];
        struct need *needs;
        snprintf(json, sizeof json, SEATS, seat_rows[i].activities, seat_rows[i].positions);
        trial_case(&t, json);
        trial_audit(&t, NULL);
        assert_int_equal(trial_verdict(&t, "test/seats"), seat_rows[i].verdict);
        assert_int_equal(cc_audit_count(t.audit, CC_CANNOT_TELL), seat_rows[i].cannot_tell);
        assert_int_equal(cc_audit_count_from(t.audit, CC_CANNOT_TELL, CC_HIGH), seat_rows[i].cannot_tell);
        assert_int_equal(cc_audit_count_from(t.audit, CC_CANNOT_TELL, CC_CRITICAL), 0);
        assert_int_equal(t.audit->finding_count, seat_rows[i].findings);
        assert_false(cc_audit_incomplete(t.audit));
        if (!seat_rows[i].cannot_tell) continue;
        assert_true(hole_needs(t.audit, &t.audit->rules[0], &needs) >= 1);
        assert_int_equal(needs[0].field, POSITION_APPOINTED_BY);
        assert_string_equal(facts_id(t.audit->facts, needs[0].record), "open");
    }
    trial_close(&t);
}

static void a_rule_is_as_its_strongest_subject(void **state)
{
    struct trial t;
    trial_open(&t, NULL);
    load_lists(&t, "strongest", "low", "{ 'scope', does = { 'b', 'ai-developer' } }",
               "{ 'hit', does = { 'b', 'software' } }", "");
    /* b: c clear, d flagged, e out of scope, f unknown */
    trial_case(
        &t,
        "{'format':'compliance-facts/1','case':{'id':'t','title':'T','as_of':'2025-01-24'},"
        "'entities':[{'id':'a','name':'A','activities':[]},{'id':'c','name':'C','activities':['ai-developer']},"
        "{'id':'d','name':'D','activities':['ai-developer','software']},{'id':'e','name':'E','activities':['retailer']},"
        "{'id':'f','name':'F'}],"
        "'holdings':[{'holder':'a','entity':'e','stake':1},{'holder':'a','entity':'c','stake':1},"
        "{'holder':'a','entity':'f','stake':1},{'holder':'a','entity':'d','stake':1}]}");
    trial_audit(&t, NULL);
    assert_int_equal(trial_verdict(&t, "test/strongest"), CC_FLAGGED);
    assert_string_equal(trial_subjects(&t, "test/strongest", CC_FLAGGED), "a/d");
    assert_string_equal(trial_subjects(&t, "test/strongest", CC_CANNOT_TELL), "a/f");
    assert_string_equal(trial_subjects(&t, "test/strongest", CC_CLEAR), "a/c");
    assert_string_equal(trial_subjects(&t, "test/strongest", CC_OUT_OF_SCOPE), "a/e");
    for (unsigned v = CC_FLAGGED; v <= CC_OUT_OF_SCOPE; v++)
        assert_int_equal(cc_audit_count(t.audit, (cc_verdict)v), v != CC_REBUTTED);
    trial_close(&t);
}

/* ---- the same bytes ---- */

static char *report_of(const char *file, const char *format, const char *as_of)
{
    struct trial t;
    struct text out;
    const cc_report_options options = { .size = sizeof options, .verbose = true };
    trial_open(&t, "rules/ftc-6b");
    trial_file(&t, file);
    trial_audit(&t, as_of);
    text_init(&out, &allocator_default, (size_t)1 << 28);
    cc_report *report = cc_report_open(t.engine, format, &options, (cc_sink){ sink_text, &out });
    assert_non_null(report);
    assert_true(cc_report_add(report, t.audit));
    assert_true(cc_report_close(report));
    trial_close(&t);
    return out.data;
}

static void the_same_input_gives_the_same_bytes(void **state)
{
    static const char *const runs[][3] = { { "facts/microsoft-openai.json", "json", NULL },
                                           { "facts/microsoft-openai.json", "text", "2026-06-01" },
                                           { "facts/ordinary-cloud-customer.json", "json", NULL } };
    for (unsigned i = 0; i < 3; i++) {
        char *one = report_of(runs[i][0], runs[i][1], runs[i][2]), *two = report_of(runs[i][0], runs[i][1], runs[i][2]);
        assert_true(strlen(one) > 1000);
        assert_string_equal(one, two);
        free(one), free(two);
    }
}

/* Most severe first, then the rule's id, then the rows of the roles' records, roles in alphabetical order. */
static void findings_are_sorted(void **state)
{
    struct trial t;
    trial_open(&t, "rules/ftc-6b");
    trial_file(&t, "facts/microsoft-openai.json");
    trial_audit(&t, "2026-06-01");
    assert_true(t.audit->finding_count > 100);
    unsigned compared = 0;
    for (size_t i = 1; i < t.audit->finding_count; i++) {
        const struct finding *x = t.audit->findings[i - 1], *y = t.audit->findings[i];
        assert_true(x->rule->severity >= y->rule->severity);
        if (x->rule->severity != y->rule->severity) continue;
        int order = strcmp(x->rule->id, y->rule->id);
        assert_true(order <= 0);
        if (order) continue;
        int by_role = 0;
        for (const char *role = ""; !by_role && role;) { /* the next role in alphabetical order */
            unsigned next = UINT32_MAX;
            for (unsigned r = 0; r < x->rule->role_count; r++)
                if (strcmp(x->rule->roles[r], role) > 0 &&
                    (next == UINT32_MAX || strcmp(x->rule->roles[r], x->rule->roles[next]) < 0))
                    next = r;
            role = next == UINT32_MAX ? NULL : x->rule->roles[next];
            if (!role) break;
            ref a = x->subject.roles[next].record, b = y->subject.roles[next].record;
            by_role = a < b ? -1 : a > b;
        }
        assert_true(by_role < 0); /* and never equal: one subject is one finding */
        compared++;
    }
    assert_true(compared > 50);
    trial_close(&t);
}

/* ---- two records of one measurement ---- */

#define TURNOVER                                                                                                \
    "{'format':'compliance-facts/1','case':{'id':'t','title':'T','as_of':'2025-01-24'},"                        \
    "'entities':[{'id':'a','name':'A'}],'financials':["                                                         \
    "{'id':'one','entity':'a','metric':'revenue','amount':{'value':1e9,'currency':'USD'},'from':'2023-12-31'}," \
    "{'id':'other','entity':'a','metric':'revenue','amount':%s,'from':'%s'%s}]}"
#define TURNOVER_RULE                                                                             \
    "return { id = 'test/turnover', title = '{firm}', severity = 'high', nature = 'indicator',\n" \
    "  roles = { 'firm' }, basis = { { 'merger-guidelines-2023', support = 'analogy' } },\n"      \
    "  params = { line = { 2e9, 'USD', 'x' } },\n"                                                \
    "  subjects = function(case, each) for x in case:entities() do each(x) end end,\n"            \
    "  elements = { { '{firm} has as much',\n"                                                    \
    "    function(s, p, case) return case:turnover(s.firm, 'revenue') >= p.line end } } }"

static const struct turnover_row {
    const char *amount, *from, *more;
    const char *now; /* NULL: the verdict is no longer open */
    size_t needs;
} turnover_rows[] = {
    { "{'value':3e9,'currency':'USD'}", "2023-12-31", "", "1 to 3 billion USD", 1 },
    { "{'value':3e9,'currency':'EUR'}", "2023-12-31", "", "1 billion USD or 3 billion EUR", 2 }, /* and the rate */
    { "{'value':3e9,'currency':'USD'}", "2022-12-31", "", NULL, 0 },                   /* the later one counts */
    { "{'value':3e9,'currency':'USD'}", "2023-12-31", ",'to':'2024-12-31'", NULL, 0 }, /* it may not be used any more */
};

static void two_records_of_one_measurement_are_one_question(void **state)
{
    struct trial t;
    trial_open(&t, NULL);
    trial_rule(&t, "test/turnover.lua", TURNOVER_RULE);
    for (unsigned i = 0; i < sizeof turnover_rows / sizeof *turnover_rows; i++) {
        const struct turnover_row *row = &turnover_rows[i];
        char json[2000];
        struct need *needs;
        snprintf(json, sizeof json, TURNOVER, row->amount, row->from, row->more);
        trial_case(&t, json);
        trial_audit(&t, NULL);
        if (trial_verdict(&t, "test/turnover") != (row->now ? CC_CANNOT_TELL : CC_CLEAR)) fail_msg("row %u", i);
        if (!row->now) continue;
        assert_int_equal(finding_needs(t.audit, t.audit->findings[0], &needs), row->needs);
        assert_string_equal(needs[0].now, row->now);
        assert_string_equal(facts_id(t.audit->facts, needs[0].record), "one");
    }
    trial_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_keep_three_values),
        cmocka_unit_test(groups_of_groups_keep_three_values),
        cmocka_unit_test(a_verdict_comes_of_applies_then_elements_then_unless),
        cmocka_unit_test(a_hole_in_the_enumeration_counts_as_one_cannot_tell),
        cmocka_unit_test(two_records_of_one_measurement_are_one_question),
        cmocka_unit_test(a_rule_is_as_its_strongest_subject),
        cmocka_unit_test(the_same_input_gives_the_same_bytes),
        cmocka_unit_test(findings_are_sorted),
    };
    return cmocka_run_group_tests_name("audit/logic", tests, NULL, NULL);
}
