/* random_case.c - see random_case.h. */
#include "audit/random_case.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "audit/editing.h"

#define PICK(SEED, LIST) ((LIST)[chance_below(SEED, (unsigned)(sizeof(LIST) / sizeof *(LIST)))])
#define FOREIGN          6
static bool one_in(uint64_t *seed, unsigned n) { return chance_below(seed, n) == 0; }

/* ---- a random case ---- */

enum { FIRMS = 7, PERSONS = 2, AS_OF_YEAR = 2025 };

struct making {
    struct text text;
    uint64_t *seed;
    bool first; /* of the list at hand */
};

static void begin_list(struct making *m, const char *name)
{
    text_add(&m->text, ",\n\"%s\": [", name);
    m->first = true;
}
static void begin_record(struct making *m)
{
    text_string(&m->text, m->first ? "\n  {" : ",\n  {");
    m->first = false;
}
static void end_list(struct making *m) { text_string(&m->text, "]"); }

static void put_percent(struct making *m, unsigned most)
{
    unsigned a = chance_below(m->seed, most + 1), b = a + chance_below(m->seed, most - a + 1);
    switch (chance_below(m->seed, 6)) {
    case 0: text_string(&m->text, "null"); break;
    case 1: text_add(&m->text, "{\"min\":%u,\"max\":%u}", a, b); break;
    case 2: text_add(&m->text, "{\"min\":%u}", a); break;
    default: text_add(&m->text, "%u", a); break;
    }
}

static const double sums[] = { 15e6, 999e6, 1e9, 2e9, 13e9, 250e9 };

static void put_money(struct making *m)
{
    const char *currency = one_in(m->seed, FOREIGN) ? "EUR" : "USD";
    double a = PICK(m->seed, sums), b = PICK(m->seed, sums);
    switch (chance_below(m->seed, 6)) {
    case 0: text_string(&m->text, "null"); break;
    case 1:
        text_add(&m->text, "{\"value\":{\"min\":%.0f,\"max\":%.0f},\"currency\":\"%s\"}", fmin(a, b), fmax(a, b),
                 currency);
        break;
    case 2: text_add(&m->text, "{\"value\":{\"max\":%.0f},\"currency\":\"%s\"}", a, currency); break;
    default: text_add(&m->text, "{\"value\":%.0f,\"currency\":\"%s\"}", a, currency); break;
    }
}

/* A day before or after the as-of date, a month, a year, or unknown. */
static const char *random_date(uint64_t *seed)
{
    static const char *const dates[] = { "\"2019-07-22\"",
                                         "\"2023-01-23\"",
                                         "\"2024-06-01\"",
                                         "\"2025-01-23\"",
                                         "\"2025-01-24\"",
                                         "\"2025-01-25\"",
                                         "\"2025-01\"",
                                         "\"2025\"",
                                         "\"2023\"",
                                         "null",
                                         "{\"min\":\"2024-12-01\",\"max\":\"2025-03-01\"}" };
    return PICK(seed, dates);
}

static void put_dates(struct making *m)
{
    static const char *const ends[] = { "\"2025-01-24\"", "\"2025-01-23\"", "\"2030-12-31\"", "\"2025\"", "null" };
    const char *from = random_date(m->seed);
    bool early = from[1] == '2' && from[4] != '5';
    if (!one_in(m->seed, 3)) text_add(&m->text, ",\"from\":%s", from);
    if (one_in(m->seed, 3)) text_add(&m->text, ",\"to\":%s", early ? PICK(m->seed, ends) : "\"2030-12-31\"");
}

/* "word", sometimes null; nothing where it is left out. */
static void put_word(struct making *m, const char *name, const char *const *words, unsigned count)
{
    if (one_in(m->seed, 6)) return;
    if (one_in(m->seed, 8)) text_add(&m->text, ",\"%s\":null", name);
    else text_add(&m->text, ",\"%s\":\"%s\"", name, words[chance_below(m->seed, count)]);
}
#define PUT_WORD(M, NAME, WORDS) put_word(M, NAME, WORDS, (unsigned)(sizeof(WORDS) / sizeof *(WORDS)))

static void put_flag(struct making *m, const char *name)
{
    static const char *const values[] = { "true", "false", "null" };
    if (one_in(m->seed, 3)) text_add(&m->text, ",\"%s\":%s", name, PICK(m->seed, values));
}

static unsigned other_firm(struct making *m, unsigned one)
{
    unsigned other = chance_below(m->seed, FIRMS - 1);
    return other + (other >= one);
}

static void put_entities(struct making *m)
{
    static const char *const activities[] = { "\"cloud-provider\"", "\"ai-developer\"",
                                              "\"chip-designer\"",  "\"software\"",
                                              "\"retailer\"",       "\"cloud-provider\",\"ai-developer\"" };
    begin_list(m, "entities");
    for (unsigned i = 0; i < FIRMS; i++) {
        begin_record(m);
        text_add(&m->text, "\"id\":\"f%u\",\"name\":\"Firm %u\"", i, i);
        if (i < 2) text_string(&m->text, ",\"activities\":[\"cloud-provider\"]");
        else if (i < 4) text_string(&m->text, ",\"activities\":[\"ai-developer\"]");
        else if (!one_in(m->seed, 5)) text_add(&m->text, ",\"activities\":[%s]", PICK(m->seed, activities));
        text_string(&m->text, "}");
    }
    for (unsigned i = 0; i < PERSONS; i++) {
        begin_record(m);
        text_add(&m->text, "\"id\":\"p%u\",\"name\":\"Person %u\",\"form\":\"person\"}", i, i);
    }
    end_list(m);
}

/* Shares that can be true together: of a complete table 100 in all, and of a top table nobody unlisted has more than the
 * smallest that is listed. */
static void put_table(struct making *m, unsigned market, unsigned table)
{
    unsigned order[FIRMS], listed = 2 + chance_below(m->seed, FIRMS - 2), left = 100, share = 0;
    for (unsigned i = 0; i < FIRMS; i++) order[i] = i;
    for (unsigned i = FIRMS; i > 1; i--) {
        unsigned k = chance_below(m->seed, i), moved = order[i - 1];
        order[i - 1] = order[k], order[k] = moved;
    }
    for (unsigned i = 0; i < FIRMS; i++) {
        if (i >= listed && (order[i] > 4 || !one_in(m->seed, 3)))
            continue; /* 5 and 6 may be of one group with another */
        unsigned most = left / 2;
        if (i >= listed) most = table == 1 && most > share ? share : most; /* after the smallest */
        else if (table == 1 && i && most > share) most = share;            /* the largest first */
        share = table == 0 && i + 1 == listed ? left : 1 + chance_below(m->seed, most ? most : 1);
        if (i < listed) left -= share < left ? share : left - 1;
        begin_record(m);
        text_add(&m->text, "\"market\":\"m%u\",\"entity\":\"f%u\",\"from\":\"%s\",\"percent\":%u}", market, order[i],
                 i < listed ? "2024-12-31" : "2023-12-31", share);
    }
}

static void put_markets(struct making *m)
{
    static const char *const tables[] = { ",\"table\":\"complete\"", ",\"table\":\"top\"", ",\"table\":\"partial\"",
                                          "" };
    unsigned one = chance_below(m->seed, 4), two = chance_below(m->seed, 4);
    begin_list(m, "markets");
    text_add(
        &m->text,
        "{\"id\":\"m0\",\"name\":\"Cloud\",\"product\":\"cloud-infrastructure\",\"geography\":\"worldwide\",\"input_to\":[\"m1\"]%s},",
        tables[one]);
    text_add(&m->text,
             "{\"id\":\"m1\",\"name\":\"Models\",\"product\":\"generative-ai-models\",\"geography\":\"worldwide\"%s}",
             tables[two]);
    end_list(m);
    begin_list(m, "shares");
    put_table(m, 0, one);
    put_table(m, 1, two);
    end_list(m);
}

/* Firms 5 and 6 may belong to another; who controls whom is surely known. */
static void put_holdings(struct making *m)
{
    begin_list(m, "holdings");
    for (unsigned i = 5; i < FIRMS; i++) {
        if (one_in(m->seed, 2)) continue;
        begin_record(m);
        text_add(&m->text, "\"holder\":\"f%u\",\"entity\":\"f%u\",\"control\":\"sole\"}", chance_below(m->seed, 5), i);
    }
    for (unsigned n = chance_below(m->seed, 4); n > 0; n--) {
        unsigned holder = chance_below(m->seed, 5);
        begin_record(m);
        text_add(&m->text, "\"id\":\"h%u\",\"holder\":\"f%u\",\"entity\":\"f%u\",\"control\":\"none\",\"stake\":", n,
                 holder, other_firm(m, holder));
        put_percent(m, 49);
        put_flag(m, "convertible");
        put_dates(m);
        text_string(&m->text, "}");
    }
    end_list(m);
}

static void put_investments(struct making *m)
{
    static const char *const instruments[] = { "equity", "convertible", "credits", "profit-interest", "warrant" };
    static const char *const statuses[] = { "committed", "committed", "paid", "announced" };
    begin_list(m, "investments");
    for (unsigned n = 1 + chance_below(m->seed, 5); n > 0; n--) {
        unsigned investor = one_in(m->seed, 3) ? chance_below(m->seed, FIRMS) : chance_below(m->seed, 2);
        unsigned target = one_in(m->seed, 3) ? other_firm(m, investor) : 2 + chance_below(m->seed, 2);
        if (target == investor) target = other_firm(m, investor);
        begin_record(m);
        text_add(&m->text, "\"id\":\"i%u\",\"investor\":\"f%u\",\"target\":\"f%u\",\"from\":%s,\"amount\":", n,
                 investor, target, random_date(m->seed));
        put_money(m);
        PUT_WORD(m, "instrument", instruments);
        PUT_WORD(m, "status", statuses);
        put_flag(m, "conditional");
        if (one_in(m->seed, 5)) text_string(&m->text, ",\"cumulative\":true");
        text_string(&m->text, "}");
    }
    end_list(m);
}

static void put_agreements(struct making *m)
{
    static const char *const types[] = { "exclusivity",
                                         "exclusivity",
                                         "right-of-first-refusal",
                                         "ip-licence",
                                         "revenue-share",
                                         "spend-commitment",
                                         "supply",
                                         "discounted-supply",
                                         "veto",
                                         "consultation",
                                         "consent",
                                         "waiver",
                                         "joint-build",
                                         "information-access",
                                         "output-training",
                                         "release-parity",
                                         "staff-exchange",
                                         "warrant",
                                         "partnership" };
    static const char *const scopes[] = { "hosting", "capacity", "api", "models", "shares", "chip-design", "revenue" };
    static const char *const degrees[] = { "exclusive", "primary", "preferred" };
    begin_list(m, "agreements");
    for (unsigned n = 2 + chance_below(m->seed, 8); n > 0; n--) {
        bool usual = !one_in(m->seed, 3);
        unsigned holder = usual ? chance_below(m->seed, 2) : chance_below(m->seed, FIRMS);
        unsigned grantor = usual ? 2 + chance_below(m->seed, 2) : other_firm(m, holder);
        begin_record(m);
        text_add(&m->text, "\"id\":\"a%u\",\"type\":\"%s\",\"holder\":\"f%u\",\"grantor\":\"f%u\"", n,
                 PICK(m->seed, types), holder, grantor);
        PUT_WORD(m, "scope", scopes);
        if (one_in(m->seed, 3)) PUT_WORD(m, "degree", degrees);
        if (one_in(m->seed, 2)) text_string(&m->text, ",\"amount\":"), put_money(m);
        if (one_in(m->seed, 3)) text_string(&m->text, ",\"percent\":"), put_percent(m, 100);
        put_dates(m);
        text_string(&m->text, "}");
    }
    end_list(m);
}

static void put_others(struct making *m)
{
    static const char *const says[] = { "head-to-head", "information-wall", "entry", "multi-homing",
                                        "investment-only" };
    static const char *const strengths[] = { "weak", "moderate", "strong" };
    static const char *const roles[] = { "director", "officer", "observer" };
    static const char *const types[] = { "acquisition", "acqui-hire", "merger", "partial" };
    begin_list(m, "observations");
    for (unsigned n = chance_below(m->seed, 5); n > 0; n--) {
        unsigned one = chance_below(m->seed, FIRMS);
        begin_record(m);
        text_add(&m->text, "\"id\":\"o%u\",\"says\":\"%s\",\"about\":[\"f%u\",\"f%u\"]", n, PICK(m->seed, says), one,
                 other_firm(m, one));
        PUT_WORD(m, "strength", strengths);
        put_dates(m);
        text_string(&m->text, "}");
    }
    end_list(m);
    begin_list(m, "positions");
    for (unsigned n = chance_below(m->seed, 4); n > 0; n--) {
        unsigned firm = chance_below(m->seed, FIRMS);
        begin_record(m);
        text_add(&m->text, "\"id\":\"s%u\",\"person\":\"p%u\",\"entity\":\"f%u\"", n, chance_below(m->seed, PERSONS),
                 firm);
        if (one_in(m->seed, 2)) text_add(&m->text, ",\"appointed_by\":\"f%u\"", other_firm(m, firm));
        else if (one_in(m->seed, 3)) text_string(&m->text, ",\"appointed_by\":null");
        PUT_WORD(m, "role", roles);
        put_dates(m);
        text_string(&m->text, "}");
    }
    end_list(m);
    begin_list(m, "transactions");
    for (unsigned n = chance_below(m->seed, 3); n > 0; n--) {
        unsigned acquirer = chance_below(m->seed, 5);
        begin_record(m);
        bool closed = one_in(m->seed, 3);
        text_add(&m->text, "\"id\":\"t%u\",\"acquirer\":\"f%u\",\"target\":\"f%u\",\"from\":%s,\"status\":\"%s\"", n,
                 acquirer, other_firm(m, acquirer), closed ? "\"2025-01-02\"" : random_date(m->seed),
                 closed ? "closed" : "announced");
        if (closed) text_string(&m->text, ",\"closed\":\"2025-01-10\"");
        if (one_in(m->seed, 2)) text_string(&m->text, ",\"value\":"), put_money(m);
        PUT_WORD(m, "type", types);
        text_string(&m->text, "}");
    }
    end_list(m);
}

char *random_case(uint64_t *seed)
{
    static const char *const complete[] = { "{\"kind\":\"agreement\",\"grantor\":\"f2\"}", "{\"kind\":\"observation\"}",
                                            "{\"kind\":\"position\"}", "{\"kind\":\"agreement\"}", "" };
    struct making m = { .seed = seed };
    text_init(&m.text, &allocator_default, 1 << 20);
    text_add(
        &m.text,
        "{\"format\":\"compliance-facts/1\",\"case\":{\"id\":\"c\",\"title\":\"C\",\"as_of\":\"2025-01-24\",\"complete\":[%s]}",
        PICK(seed, complete));
    put_entities(&m);
    put_markets(&m);
    put_holdings(&m);
    put_investments(&m);
    put_agreements(&m);
    put_others(&m);
    text_add(
        &m.text,
        ",\n\"rates\": [{\"base\":\"EUR\",\"quote\":\"USD\",\"value\":{\"min\":1.05,\"max\":1.1},\"from\":\"2025-01-02\"}]}\n");
    assert_false(m.text.failed);
    return m.text.data;
}

/* ---- rules ---- */

/* They ask about everybody: who is proposed must not depend on what is unknown, since these rules ask nothing of it. */
#define HEAD(ID)                                                                                                     \
    "return { id = '" ID "', title = '{a} and {b}', severity = 'low', nature = 'indicator', roles = { 'a', 'b' },\n" \
    "  basis = { { 'merger-guidelines-2023', support = 'analogy' } }, subjects = function(case, each)\n"             \
    "    local function pair(x, y)\n"                                                                                \
    "      for a in case:entities { id = x } do for b in case:entities { id = y } do\n"                              \
    "        if not a:same_group(b) then each(a, b) end end end end\n"                                               \
    "    pair('f0', 'f2') pair('f0', 'f3') pair('f1', 'f2') pair('f5', 'f2') pair('f2', 'f0') pair('f6', 'f3')\n"    \
    "    pair('microsoft', 'openai') pair('amazon', 'anthropic') pair('openai', 'microsoft') end,\n"

#define MARKET_HEAD(ID)                                                                                                   \
    "return { id = '" ID "', title = '{a} in {m}', severity = 'low', nature = 'indicator', roles = { 'a', 'm' },\n"       \
    "  basis = { { 'merger-guidelines-2023', support = 'analogy' } }, subjects = function(case, each)\n"                  \
    "    local function firm(x) for m in case:markets() do for a in case:entities { id = x } do each(a, m) end end end\n" \
    "    firm('f0') firm('f1') firm('f2') firm('f5') firm('microsoft') firm('google') firm('openai') end,\n"

static const struct {
    const char *name, *lua;
} rules[] = {
    { "random/ceiling.lua",
      MARKET_HEAD(
          "random/ceiling") "  params = { most = { 15, 'percent', 'r' }, index = { 900, 'points', 'r' } },\n"
                            "  figures = { share = function(s) return s.m:share(s.a) end, hhi = function(s) return s.m:hhi() end },\n"
                            "  elements = { { '{share} {<} {most}', 'share', '<', 'most' }, { '{hhi} {<=} {index}', 'hhi', '<=', 'index' } } }" },
    { "random/floor.lua",
      MARKET_HEAD(
          "random/floor") "  params = { least = { 5, 'percent', 'r' }, index = { 400, 'points', 'r' } },\n"
                          "  figures = { share = function(s) return s.m:share(s.a) end, hhi = function(s) return s.m:hhi() end },\n"
                          "  elements = { { '{share} {>} {least}', 'share', '>', 'least' } },\n"
                          "  unless = { { '{hhi} {<} {index}', 'hhi', '<', 'index' } } }" },
    { "random/count.lua",
      HEAD(
          "random/count") "  params = { few = { 3, 'count', 'r' } },\n"
                          "  figures = { number = function(s, p, case) return case:agreements { holder = s.a, grantor = s.b }:count() end },\n"
                          "  elements = { { '{number} {<} {few}', 'number', '<', 'few' } },\n"
                          "  unless = { { '{a} must not compete', recorded = { 'agreements', type = 'non-compete', holder = 'a' } } } }" },
    { "random/none.lua",
      HEAD(
          "random/none") "  applies = { { '{a} has money in {b}', recorded = { 'investments', investor = 'a', target = 'b' } } },\n"
                         "  elements = { { 'no veto', none = { 'agreements', type = 'veto', grantor = 'b' } },\n"
                         "    { 'neither', none_of = { { 'a seat', recorded = { 'positions', entity = 'b', appointed_by = 'a' } },\n"
                         "                             { 'consultation', recorded = { 'agreements', type = 'consultation', holder = 'a', grantor = 'b' } } } } },\n"
                         "  unless = { { 'nothing was observed', none = { 'observations', says = 'entry', about = 'a' } } } }" },
    { "random/functions.lua",
      HEAD(
          "random/functions") "  params = { long = { 3, 'years', 'r' }, much = { 1e9, 'USD', 'r' }, line = { 10, 'percent', 'r' } },\n"
                              "  elements = { { 'any of', any = {\n"
                              "      { 'long', function(s, p, case) return case:agreements { holder = s.a, grantor = s.b }:longest() >= p.long end },\n"
                              "      { 'much', function(s, p, case) return case:agreements { holder = s.a, grantor = s.b }:sum('amount') > p.much end },\n"
                              "      { 'no supply', function(s, p, case) return case:agreements { type = 'supply', holder = s.b, grantor = s.a }:none() end } } },\n"
                              "    { 'no chips, or much money', function(s, p, case)\n"
                              "      return not s.a:does('chip-designer') or case:invested(s.a, s.b) > p.much end } },\n"
                              "  unless = { { 'held by others', function(s, p, case)\n"
                              "      return case:holdings { entity = s.b }:except { holder = s.a }:over('stake', p.line):any() end } } }" },
    { "random/two-of-three.lua",
      HEAD(
          "random/two-of-three") "  params = { material = { 10, 'percent', 'r' } }, figures = { held = function(s, p, case) return case:held(s.a, s.b, 'stake') end },\n"
                                 "  elements = { { 'two of', at_least = 2, of = {\n"
                                 "      { 'a holding of {held}', 'held', '>=', 'material' },\n"
                                 "      { 'exclusivity', recorded = { 'agreements', type = 'exclusivity', degree = 'exclusive', holder = 'a', grantor = 'b' } },\n"
                                 "      { 'no other cloud', none_of = { { 'supply', recorded = { 'agreements', type = 'supply', holder = 'b', grantor = 'a' } } } } } } },\n"
                                 "  unless = { { 'all', all = { { 'does', does = { 'a', 'ai-developer' } }, { 'does', does = { 'b', 'ai-developer' } } } } } }" },
    { "random/grew.lua",
      HEAD(
          "random/grew") "  elements = { { 'a stake that grew', function(s, p, case) return case:holdings { holder = s.a, entity = s.b }:grew('stake') end } },\n"
                         "  unless = { { 'a stake in return', recorded = { 'holdings', holder = 'b', entity = 'a' } } } }" },
    { "random/deal.lua",
      "return { id = 'random/deal', title = '{a} buys {b}, which sells {m}', severity = 'low', nature = 'indicator', roles = { 'a', 'b', 'm' },\n"
      "  basis = { { 'merger-guidelines-2023', support = 'analogy' } }, subjects = function(case, each)\n"
      "    for a, b in case:acquisitions() do for m in case:markets() do if not a:same_group(b) then each(a, b, m) end end end end,\n"
      "  params = { more = { 100, 'points', 'r' }, high = { 1800, 'points', 'r' }, worth = { 1e9, 'USD', 'r' } },\n"
      "  figures = { change = function(s) return s.m:hhi_change(s.a, s.b) end, after = function(s) return s.m:hhi_after(s.a, s.b) end,\n"
      "              value = function(s, p, case) return case:deal_value(s.a, s.b) end },\n"
      "  applies = { { 'a deal', any = {\n"
      "    { 'a transaction', function(s, p, case) -- this very target, as proposed\n"
      "      return case:transactions { acquirer = s.a, target = exactly(s.b), status = { 'announced', 'closed' } }:any() end },\n"
      "    { 'money', function(s, p, case)\n"
      "      return case:investments { investor = s.a, target = exactly(s.b), status = { 'committed', 'paid' } }:any() end } } } },\n"
      "  elements = { { '{change} {>=} {more}', 'change', '>=', 'more' }, { '{after} {>=} {high}', 'after', '>=', 'high' } },\n"
      "  unless = { { '{value} {<} {worth}', 'value', '<', 'worth' }, { 'entry', recorded = { 'observations', says = 'entry', about = 'm' } } } }" },
    { "random/boards.lua",
      "return { id = 'random/boards', title = '{person} at {a} and {b}', severity = 'low', nature = 'indicator', roles = { 'person', 'a', 'b' },\n"
      "  basis = { { 'merger-guidelines-2023', support = 'analogy' } }, subjects = require('candidates').boards,\n"
      "  applies = { { 'at {a}', recorded = { 'positions', person = 'person', entity = 'a', role = { 'director', 'officer' } } },\n"
      "              { 'at {b}', recorded = { 'positions', person = 'person', entity = 'b', role = { 'director', 'officer' } } } },\n"
      "  elements = { { 'both sell', function(s) return s.a:shares_market(s.b):any() end } },\n"
      "  unless = { { 'a tie', function(s, p, case) return case:agreements { holder = { s.a, s.b }, grantor = { s.a, s.b } }:any() end } } }" },
    { "random/largest.lua",
      MARKET_HEAD(
          "random/largest") "  params = { three = { 3, 'count', 'r' } },\n"
                            "  figures = { number = function(s) return s.m:largest(2):count() end },\n"
                            "  elements = { { 'listed', function(s) return s.m:listed(s.a) end },\n"
                            "    { 'among the largest', function(s) for x in s.m:largest(2) do if x:same_group(s.a) then return true end end return false end } },\n"
                            "  unless = { { '{number} {>=} {three}', 'number', '>=', 'three' } } }" },
};

void load_random_rules(struct trial *t)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) trial_rule(t, rules[i].name, rules[i].lua);
}

/* ---- more and less knowledge ---- */

struct site {
    ref record;
    enum field field;
    const struct cell *cell;
};

/* What decides who controls whom is taken as recorded: not to be touched. */
static bool decides_control(const struct facts *f, ref record, enum field field)
{
    if (field == ENTITY_FORM || field == HOLDING_CONTROL || field == HOLDING_VOTES) return true;
    if (field != HOLDING_FROM && field != HOLDING_TO) return false;
    const struct cell *control = cell_of(f, KIND_HOLDING, ref_row(record), HOLDING_CONTROL);
    return control->state != CELL_VALUE || !strcmp(facts_word(f, control->word), "sole");
}

static bool may_change(const struct facts *f, ref record, enum field field)
{
    const struct field_info *info = &model_fields[field];
    enum kind kind = ref_kind(record);
    if (field == MARKET_TABLE || field == SHARE_TABLE) return false; /* says what the shares together may be */
    /* Known gaps: of a deal whose day of closing is a range the earliest table is taken, not all that may count; and whether
     * a payment is the sum of all so far is taken as no where it is null. */
    if (field == TRANSACTION_CLOSED || field == TRANSACTION_STATUS || field == INVESTMENT_CUMULATIVE) return false;
    if (kind == KIND_SOURCE || kind == KIND_FINANCIAL || kind == KIND_RATE || decides_control(f, record, field))
        return false;
    switch (info->type) {
    case TYPE_NUMBER:
    case TYPE_MONEY:
    case TYPE_DATE:
    case TYPE_FLAG:
    case TYPE_WORD:
    case TYPE_WORDS:
    case TYPE_REF: return field != (enum field)model_kind(kind)->confidence && info->need == OPTIONAL;
    default: return false;
    }
}

static bool is_unknown(enum field field, const struct cell *c)
{
    const struct field_info *info = &model_fields[field];
    bool hull = info->type == TYPE_NUMBER || info->type == TYPE_MONEY || info->type == TYPE_DATE;
    if (c->state == CELL_NULL) return true;
    if (c->state == CELL_ABSENT)
        return info->absent == ABSENT_UNSURE && field != ENTITY_ACTIVITIES; /* a person has none */
    if (!hull) return false;
    return info->type == TYPE_DATE ? c->date.low < c->date.high : c->number.low < c->number.high;
}

static bool is_exact(enum field field, const struct cell *c) { return c->state == CELL_VALUE && !is_unknown(field, c); }

/* One of the fields that are so, at random. */
static bool find_site(const struct facts *f, bool (*is_so)(enum field, const struct cell *), uint64_t *seed,
                      struct site *ret_site)
{
    size_t found = 0;
    for (enum kind kind = 0; kind < KIND_COUNT; kind++)
        for (uint32_t row = 0; row < facts_rows(f, kind); row++)
            for (unsigned field = model_kind(kind)->first; field <= model_kind(kind)->last; field++) {
                ref record = ref_make(kind, row);
                const struct cell *cell = cell_of(f, kind, row, (enum field)field);
                if (!may_change(f, record, (enum field)field) || !is_so((enum field)field, cell)) continue;
                if (chance_below(seed, (unsigned)++found) == 0)
                    *ret_site = (struct site){ record, (enum field)field, cell };
            }
    return found > 0;
}

/* The text with the field written so. */
static char *written(const struct facts *f, const char *text, const struct site *site, const char *value)
{
    char pointer[128], inserted[600];
    struct piece place;
    facts_pointer(f, site->record, site->field, -1, pointer, sizeof pointer);
    if (pointer_find(text, pointer, &place)) return replaced(text, place, value);
    facts_pointer(f, site->record, NO_FIELD, -1, pointer, sizeof pointer);
    assert_true(pointer_find(text, pointer, &place));
    snprintf(inserted, sizeof inserted, "\"%s\":%s,", model_fields[site->field].name, value);
    return replaced(text, (struct piece){ place.at + 1, place.at + 1 }, inserted);
}

static double pick_number(uint64_t *seed, double low, double high, bool percent)
{
    static const double percents[] = { 0, 1, 9.9, 10, 19.9, 20, 30, 50, 50.1, 100 };
    static const double amounts[] = {
        1, 2, 15e6, /* not 0: what is divided by exactly 0 is unknown, by contract */ 250e6, 999e6, 1e9, 3e9, 13e9, 1e12
    };
    if (isfinite(low) && (percent || low > 0) && one_in(seed, 6)) return low;
    if (isfinite(high) && one_in(seed, 5)) return high;
    double value = percent ? PICK(seed, percents) : PICK(seed, amounts);
    if (value >= low && value <= high) return value;
    if (isfinite(low) && isfinite(high)) return low + (high - low) * (double)chance_below(seed, 1001) / 1000;
    return isfinite(low) ? low + value : high;
}

static void day_text(uint64_t *seed, struct days d, char *out, size_t size)
{
    static const char *const days[] = { "2018-01-01", "2022-12-31", "2024-12-31", "2025-01-23",
                                        "2025-01-24", "2025-01-25", "2031-01-01" };
    struct days one = { 0, 0 };
    const char *text = PICK(seed, days);
    assert_true(days_read(text, strlen(text), &one));
    int32_t day = one.low;
    if (day < d.low || day > d.high) day = d.low == DAY_MIN ? d.high : d.low;
    if (d.low != DAY_MIN && d.high != DAY_MAX && one_in(seed, 2))
        day = d.low + (int32_t)chance_below(seed, (unsigned)(d.high - d.low + 1));
    day_write(day, out, size);
}

static const char *any_word(uint64_t *seed, enum list list)
{
    const struct list_info *info = &model_lists[list];
    return model_words[info->first + chance_below(seed, info->count)].name;
}

static void put_number(uint64_t *seed, double low, double high, bool percent, char *out, size_t size)
{
    double a = pick_number(seed, low, high, percent), b = pick_number(seed, low, high, percent);
    if (one_in(seed, 3)) snprintf(out, size, "{\"min\":%.17g,\"max\":%.17g}", fmin(a, b), fmax(a, b));
    else snprintf(out, size, "%.17g", a);
}

/* A value for a field, within what is known; false: none can be made. */
static bool any_value(const struct facts *f, const struct site *site, uint64_t *seed, char *out, size_t size)
{
    const struct field_info *info = &model_fields[site->field];
    const struct cell *c = site->cell;
    char inner[200], other[64];
    struct days all = { DAY_MIN, DAY_MAX };
    bool known = c->state == CELL_VALUE || c->state == CELL_CLAIMS;
    double low = known ? c->number.low : 0, high = known                        ? c->number.high
                                                   : info->unit == UNIT_PERCENT ? 100
                                                                                : (double)INFINITY;
    switch (info->type) {
    case TYPE_NUMBER: put_number(seed, low, high, info->unit == UNIT_PERCENT, out, size); return true;
    case TYPE_MONEY:
        put_number(seed, low, high, false, inner, sizeof inner);
        snprintf(out, size, "{\"value\":%s,\"currency\":\"%s\"}", inner,
                 known && c->currency ? f->currencies[c->currency]
                                      : "USD"); /* what is known must not turn out to be counted in another currency */
        return true;
    case TYPE_DATE:
        if (known) all = c->date;
        day_text(seed, all, inner, sizeof inner);
        snprintf(out, size, "\"%s\"", inner);
        return true;
    case TYPE_FLAG: snprintf(out, size, "%s", one_in(seed, 2) ? "true" : "false"); return true;
    case TYPE_WORD: snprintf(out, size, "\"%s\"", any_word(seed, (enum list)info->list)); return true;
    case TYPE_WORDS:
        snprintf(inner, sizeof inner, "%s", any_word(seed, (enum list)info->list));
        snprintf(other, sizeof other, "%s", any_word(seed, (enum list)info->list));
        if (strcmp(inner, other) != 0 && one_in(seed, 2)) snprintf(out, size, "[\"%s\",\"%s\"]", inner, other);
        else snprintf(out, size, "[\"%s\"]", inner);
        return true;
    case TYPE_REF:
        for (enum kind kind = 0; kind < KIND_COUNT; kind++)
            if (info->targets >> kind & 1 && facts_rows(f, kind)) {
                snprintf(out, size, "\"%s\"", facts_id(f, ref_make(kind, chance_below(seed, facts_rows(f, kind)))));
                return true;
            }
        return false;
    default: return false;
    }
}

/* Shares depend on each other: a complete or a top table says more of a row than the row does. There only what holds in the
 * whole truth is within what is known: the row's true value, or a range around it. */
static bool share_value(const struct site *site, const struct facts *truth, uint64_t *seed, char *out, size_t size)
{
    const struct cell *known = site->cell, *is = cell_of(truth, KIND_SHARE, ref_row(site->record), SHARE_PERCENT);
    if (is->state != CELL_VALUE && is->state != CELL_CLAIMS) return false;
    double low = is->number.low, high = is->number.high;
    if (one_in(seed, 3)) low = known->number.low + (low - known->number.low) * (double)chance_below(seed, 101) / 100;
    if (one_in(seed, 3))
        high = known->number.high - (known->number.high - high) * (double)chance_below(seed, 101) / 100;
    snprintf(out, size, "{\"min\":%.17g,\"max\":%.17g}", low, high);
    return true;
}

/* No more is paid than was promised. What a cumulative record leaves out is not unknown: it stays as it was before. */
static bool money_makes_sense(const struct facts *f, const struct site *site, const char *value)
{
    const struct cell *sum = cell_of(f, KIND_INVESTMENT, ref_row(site->record), INVESTMENT_CUMULATIVE);
    const struct cell *amount = cell_of(f, KIND_INVESTMENT, ref_row(site->record), INVESTMENT_AMOUNT);
    bool cumulative = sum->state != CELL_ABSENT && !(sum->state == CELL_VALUE && !sum->flag);
    if (cumulative && (site->cell->state == CELL_ABSENT || amount->state == CELL_ABSENT)) return false;
    enum field beside = site->field == INVESTMENT_PAID ? INVESTMENT_AMOUNT : INVESTMENT_PAID;
    const struct cell *other = cell_of(f, KIND_INVESTMENT, ref_row(site->record), beside);
    const char *max = strstr(value, "\"max\":"), *min = strstr(value, "\"min\":"), *is = strstr(value, "\"value\":");
    double low = strtod(min ? min + 6 : is + 8, NULL), high = strtod(max ? max + 6 : is + 8, NULL);
    if (other->state != CELL_VALUE && other->state != CELL_CLAIMS) return true;
    if (!strstr(value, f->currencies[other->currency])) return false;
    return site->field == INVESTMENT_PAID ? high <= other->number.low : low >= other->number.high;
}

char *sharpen(const struct facts *f, const struct facts *truth, const char *text, uint64_t *seed, char *ret_what,
              size_t size)
{
    struct site site;
    char value[400], pointer[128];
    if (!find_site(f, is_unknown, seed, &site)) return NULL;
    if (site.field == SHARE_PERCENT ? !share_value(&site, truth, seed, value, sizeof value)
                                    : !any_value(f, &site, seed, value, sizeof value))
        return NULL;
    if ((site.field == INVESTMENT_PAID || site.field == INVESTMENT_AMOUNT) && !money_makes_sense(f, &site, value))
        return NULL;
    facts_pointer(f, site.record, site.field, -1, pointer, sizeof pointer);
    snprintf(ret_what, size, "%s (%s) = %s; ", pointer, facts_id(f, site.record), value);
    return written(f, text, &site, value);
}

char *blur(const struct facts *f, const char *text, uint64_t *seed)
{
    struct site site;
    char value[200] = "null";
    if (!find_site(f, is_exact, seed, &site)) return NULL;
    const struct field_info *info = &model_fields[site.field];
    if (info->type == TYPE_NUMBER && one_in(seed, 2)) {
        double at = site.cell->number.low, most = info->unit == UNIT_PERCENT ? 100 : at * 3 + 1;
        snprintf(value, sizeof value, "{\"min\":%.17g,\"max\":%.17g}", at * (double)chance_below(seed, 11) / 10,
                 at + (most - at) * (double)chance_below(seed, 11) / 20);
    }
    if (info->type == TYPE_MONEY && one_in(seed, 2)) {
        double at = site.cell->number.low;
        snprintf(value, sizeof value, "{\"value\":{\"min\":%.17g,\"max\":%.17g},\"currency\":\"%s\"}",
                 at * (double)chance_below(seed, 11) / 10, at * (1 + (double)chance_below(seed, 11) / 5),
                 f->currencies[site.cell->currency]);
    }
    if (info->type == TYPE_DATE && one_in(seed, 2)) {
        char low[32], high[32];
        day_write(site.cell->date.low - (int32_t)chance_below(seed, 400), low, sizeof low);
        day_write(site.cell->date.low + (int32_t)chance_below(seed, 400), high, sizeof high);
        snprintf(value, sizeof value, "{\"min\":\"%s\",\"max\":\"%s\"}", low, high);
    }
    return written(f, text, &site, value);
}
