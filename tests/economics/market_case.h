/* market_case.h - a market of a few clouds, and its figures as one call each. */
#ifndef TESTS_ECONOMICS_MARKET_CASE_H
#define TESTS_ECONOMICS_MARKET_CASE_H

#include "economics/case.h"

#define FIRMS                                                                                                \
    "'entities':[{'id':'amazon','name':'Amazon'},{'id':'aws','name':'AWS'},{'id':'unit','name':'Unit'},"     \
    "{'id':'microsoft','name':'Microsoft'},{'id':'google','name':'Google'},{'id':'oracle','name':'Oracle'}," \
    "{'id':'fund','name':'Fund'}],"
#define AMAZON_OWNS \
    "'holdings':[{'holder':'amazon','entity':'aws','control':'sole'},{'holder':'amazon','entity':'unit','control':'sole'}],"
#define MARKET(TABLE) \
    "'markets':[{'id':'m','name':'Cloud','product':'cloud-infrastructure','measure':'revenue'" TABLE "}],"
#define COMPLETE          ",'table':'complete'"
#define TOP               ",'table':'top'"
#define ROW(WHO, PERCENT) "{'market':'m','entity':'" WHO "','percent':" PERCENT ",'from':'2024-12-31'}"
#define OLD(WHO, PERCENT) "{'market':'m','entity':'" WHO "','percent':" PERCENT ",'from':'2023-12-31'}"
#define DAY               "2025-01-24"
/* Two firms and a third, with holdings among them. */
#define TWO(HOLDING)             \
    FIRMS "'holdings':[" HOLDING \
          "]," MARKET("") "'shares':[" ROW("amazon", "30") "," ROW("google", "20") "," ROW("fund", "50") "]"
#define HELD(MORE) "{'holder':'amazon','entity':'google'" MORE "}"

static inline struct quantity share(struct fixture *f, const char *who)
{
    struct quantity q;
    uint32_t e = entity(f, who);
    assert_int_equal(market_share(f->now, 0, &e, 1, MEASURE_OWN, &f->trail, &q), FIGURE_FINE);
    assert_int_equal(q.unit, UNIT_PERCENT);
    return q;
}

static inline struct quantity hhi(struct fixture *f)
{
    struct quantity q;
    assert_int_equal(market_hhi(f->now, 0, &f->trail, &q), FIGURE_FINE);
    assert_int_equal(q.unit, UNIT_POINTS);
    return q;
}

static inline struct quantity change(struct fixture *f, struct moment m, const char *a, const char *b)
{
    struct quantity q;
    assert_int_equal(market_hhi_change(m, 0, entity(f, a), entity(f, b), &f->trail, &q), FIGURE_FINE);
    return q;
}

static inline struct quantity after(struct fixture *f, struct moment m, const char *a, const char *b)
{
    struct quantity q;
    assert_int_equal(market_hhi_after(m, 0, entity(f, a), entity(f, b), &f->trail, &q), FIGURE_FINE);
    return q;
}

static inline struct quantity mhhi_change(struct fixture *f, const char *a, const char *b)
{
    struct quantity q;
    assert_int_equal(market_mhhi_change(f->now, 0, entity(f, a), entity(f, b), &f->trail, &q), FIGURE_FINE);
    return q;
}
#endif
