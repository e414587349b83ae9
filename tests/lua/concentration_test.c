/* concentration_test.c - what a rule decides about a market that is only partly known: true, false or cannot tell, exactly
 * as the bounds justify, from the file to the verdict.
 *
 * Every market of three firms is enumerated whose shares are exact, a range or unknown, in each kind of table. Every figure
 * is compared with lines at its bounds, next to them and between; the verdict must be that of the bounds, and no market of
 * a grid that fits the facts may contradict it. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "economics/market.h"
#include "lua/ruling.h"

enum { FIRMS = 3, SHAPES = 4, KINDS = 3 };
static const double GRID = 2.5, ROUNDED = 0.5; /* percent; what published shares may miss of 100 */

static const struct shape {
    const char *percent; /* as the file says it */
    double low, high;
} shapes[SHAPES] = { { "40", 40, 40 }, { "20", 20, 20 }, { "{'min':20,'max':30}", 20, 30 }, { "null", 0, 100 } };
static const char *const kinds[KINDS] = { "complete", "top", "partial" };

static const struct asked {
    const char *name, *expression, *unit;
} figures[] = { { "the_share_of_one", "s.m:share(s.a)", "percent" },
                { "the_index", "s.m:hhi()", "points" },
                { "the_change", "s.m:hhi_change(s.a, s.b)", "points" },
                { "the_index_after", "s.m:hhi_after(s.a, s.b)", "points" } };

/* --- every market that fits --- */

struct extremes {
    double low, high;
    bool found;
};

/* A figure for known shares of three firms and the least and most that the rest adds to an index. */
static void figure_of(size_t figure, const double x[FIRMS], double thick, struct extremes *e)
{
    double plain = x[0] * x[0] + x[1] * x[1] + x[2] * x[2], change = 2 * x[0] * x[1];
    double value = figure == 0 ? x[0] : figure == 1 ? plain : figure == 2 ? change : plain + change;
    double most = value + (figure % 2 ? thick : 0);
    if (!e->found || value < e->low) e->low = value;
    if (!e->found || most > e->high) e->high = most;
    e->found = true;
}

/* What unnamed firms add at most: one of them, or as many as the smallest named allows. False: they do not fit. */
static bool unnamed(int kind, const double x[FIRMS], double rest, double *ret_thick)
{
    *ret_thick = 0;
    if (kind == 0) return fabs(rest) <= ROUNDED;
    if (rest < 0) return false;
    double cap = kind == 1 ? fmin(x[0], fmin(x[1], x[2])) : rest;
    if (rest <= 0) return true;
    if (cap <= 0) return false;
    double full = floor(rest / cap + 1e-9), left = fmax(0, rest - full * cap);
    *ret_thick = full * cap * cap + left * left;
    return true;
}

static struct extremes search(size_t figure, int kind, const struct shape *const of[FIRMS])
{
    struct extremes e = { 0, 0, false };
    double x[FIRMS], thick;
    for (x[0] = of[0]->low; x[0] <= of[0]->high; x[0] += GRID)
        for (x[1] = of[1]->low; x[1] <= of[1]->high && x[0] + x[1] <= 100; x[1] += GRID)
            for (x[2] = of[2]->low; x[2] <= of[2]->high && x[0] + x[1] + x[2] <= 100; x[2] += GRID)
                if (unnamed(kind, x, 100 - x[0] - x[1] - x[2], &thick)) figure_of(figure, x, thick, &e);
    return e;
}

/* --- what the engine says --- */

static void write_case(char *out, size_t size, int kind, const struct shape *const of[FIRMS])
{
    snprintf(out, size,
             "'entities':[{'id':'a','name':'A'},{'id':'b','name':'B'},{'id':'c','name':'C'}],"
             "'markets':[{'id':'m','name':'m','product':'widgets','table':'%s'}],'shares':["
             "{'market':'m','entity':'a','percent':%s,'from':'2024-12-31'},"
             "{'market':'m','entity':'b','percent':%s,'from':'2024-12-31'},"
             "{'market':'m','entity':'c','percent':%s,'from':'2024-12-31'}]",
             kinds[kind], of[0]->percent, of[1]->percent, of[2]->percent);
}

static cc_verdict verdict(const struct asked *figure, const char *op, double line, const char *records,
                          struct quantity *ret_figure)
{
    char text[1600];
    struct ruling r;
    snprintf(
        text, sizeof text,
        "return { id = 't/rule', title = '{a} {b} {m}', severity = 'high', nature = 'indicator',\n"
        "basis = { { 'book', support = 'direct' } }, roles = { 'a', 'b', 'm' },\n"
        "subjects = function(case, each) for a in case:entities { id = 'a' } do for b in case:entities { id = 'b' } do\n"
        "for m in case:markets() do each(a, b, m) end end end end,\n"
        "params = { line = { %.17g, '%s', 'x' } }, figures = { x = function(s) return %s end },\n"
        "elements = { { 'it is {x}, {%s} {line}', 'x', '%s', 'line' } } }",
        line, figure->unit, figure->expression, op, op);
    ruling_open(&r, NULL);
    if (!ruling_rule(&r, "t/rule.lua", text)) fail_msg("%s", r.said[0].message);
    ruling_case(&r, records, NULL);
    ruling_audit(&r, NULL);
    cc_verdict found = (cc_verdict)ruling_result(&r, "t/rule")->verdict;
    const struct finding *f = ruling_finding(&r, "t/rule");
    if (ret_figure) *ret_figure = f->figures[0].quantity;
    if (found == CC_CANNOT_TELL) { /* and it says what is missing */
        struct need *needs;
        if (!finding_needs(r.audit, f, &needs)) fail_msg("it cannot tell, and needs nothing");
    }
    ruling_close(&r);
    return found;
}

static void check_line(const struct asked *figure, struct quantity q, struct extremes e, double line,
                       const char *records)
{
    static const char *const ops[] = { ">=", ">", "<", "<=" };
    for (size_t op = 0; op < sizeof ops / sizeof *ops; op++) {
        bool floor = op < 2, strict = op == 1 || op == 2;
        bool low_holds = floor ? (strict ? q.low > line : q.low >= line) : (strict ? q.low < line : q.low <= line);
        bool high_holds = floor ? (strict ? q.high > line : q.high >= line) : (strict ? q.high < line : q.high <= line);
        cc_verdict justified = low_holds && high_holds   ? CC_FLAGGED
                               : low_holds || high_holds ? CC_CANNOT_TELL
                                                         : CC_CLEAR;
        cc_verdict found = verdict(figure, ops[op], line, records, NULL);
        if (found != justified)
            fail_msg("%s %s %.9g is %s: %.9g to %.9g\n%s", figure->name, ops[op], line, verdict_names[found], q.low,
                     q.high, records);
        bool true_of_all = floor ? e.low >= line - 1e-6 : e.high <= line + 1e-6;
        bool true_of_none = floor ? e.high <= line + 1e-6 : e.low >= line - 1e-6;
        if (!e.found || (found == CC_FLAGGED ? true_of_all : found != CC_CLEAR || true_of_none)) continue;
        fail_msg("%s %s %.9g is %s, but %.9g to %.9g occur\n%s", figure->name, ops[op], line, verdict_names[found],
                 e.low, e.high, records);
    }
}

static void decides_as_the_bounds_justify(void **state)
{
    const struct asked *figure = *state;
    size_t number = (size_t)(figure - figures);
    double gaps = 0;
    int markets = 0, open = 0;
    for (int kind = 0; kind < KINDS; kind++) {
        for (int n = 0; n < SHAPES * SHAPES * SHAPES; n++) {
            const struct shape *of[FIRMS] = { &shapes[n % 4], &shapes[n / 4 % 4], &shapes[n / 16] };
            char records[1200];
            struct quantity q;
            if (of[0]->low + of[1]->low + of[2]->low > 100 + ROUNDED) continue; /* a file of these is refused */
            write_case(records, sizeof records, kind, of);
            struct extremes e = search(number, kind, of);
            verdict(figure, ">=", 1, records, &q);
            if (e.found && (e.low < q.low - 1e-6 || e.high > q.high + 1e-6))
                fail_msg("%s: %.9g to %.9g occur outside %.9g to %.9g\n%s", figure->name, e.low, e.high, q.low, q.high,
                         records);
            bool exact = q.low >= q.high;
            check_line(figure, q, e, q.low, records);
            if (n % 3 == kind) check_line(figure, q, e, fmax(0, q.low - 0.001), records);
            if (!exact) check_line(figure, q, e, q.high, records);
            if (!exact && n % 3 == kind) check_line(figure, q, e, (q.low + q.high) / 2, records);
            if (n % 3 == kind) check_line(figure, q, e, q.high + 0.001, records);
            markets++, open += !exact;
            if (e.found) gaps += (q.high - q.low) - (e.high - e.low);
        }
    }
    /* Tight too: what the grid does not reach is its coarseness and the half percent of rounding. */
    double scale = number == 0 ? 100 : 10000;
    print_message("%s: %d markets, %d open, %.2f %% of the scale beyond the grid on average\n", figure->name, markets,
                  open, 100 * gaps / markets / scale);
    assert_true(open > markets / 3 && open < markets && gaps / markets < scale / 200);
}

int main(void)
{
    enum { ALL = sizeof figures / sizeof *figures };
    struct CMUnitTest tests[ALL];
    for (size_t i = 0; i < ALL; i++)
        tests[i] = (struct CMUnitTest){ .name = figures[i].name,
                                        .test_func = decides_as_the_bounds_justify,
                                        .initial_state = (void *)(uintptr_t)&figures[i] };
    return cmocka_run_group_tests_name("lua/concentration", tests, NULL, NULL);
}
