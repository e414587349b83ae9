/* random_case.c - see random_case.h. */
#include "audit/random_case.h"
#include "base/random.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "audit/editing.h"

#define PICK(SEED, LIST) ((LIST)[random_below(SEED, (unsigned)(sizeof(LIST) / sizeof *(LIST)))])
#define FOREIGN          6
static bool one_in(uint64_t *seed, unsigned n) { return random_below(seed, n) == 0; }

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
    unsigned a = random_below(m->seed, most + 1), b = a + random_below(m->seed, most - a + 1);
    switch (random_below(m->seed, 6)) {
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
    switch (random_below(m->seed, 6)) {
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
    else text_add(&m->text, ",\"%s\":\"%s\"", name, words[random_below(m->seed, count)]);
}
#define PUT_WORD(M, NAME, WORDS) put_word(M, NAME, WORDS, (unsigned)(sizeof(WORDS) / sizeof *(WORDS)))

static void put_flag(struct making *m, const char *name)
{
    static const char *const values[] = { "true", "false", "null" };
    if (one_in(m->seed, 3)) text_add(&m->text, ",\"%s\":%s", name, PICK(m->seed, values));
}

static unsigned other_firm(struct making *m, unsigned one)
{
    unsigned other = random_below(m->seed, FIRMS - 1);
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
    unsigned order[FIRMS], listed = 2 + random_below(m->seed, FIRMS - 2), left = 100, share = 0;
    for (unsigned i = 0; i < FIRMS; i++) order[i] = i;
    for (unsigned i = FIRMS; i > 1; i--) {
        unsigned k = random_below(m->seed, i), moved = order[i - 1];
        order[i - 1] = order[k], order[k] = moved;
    }
    for (unsigned i = 0; i < FIRMS; i++) {
        if (i >= listed && (order[i] > 4 || !one_in(m->seed, 3)))
            continue; /* 5 and 6 may be of one group with another */
        unsigned most = left / 2;
        if (i >= listed) most = table == 1 && most > share ? share : most; /* after the smallest */
        else if (table == 1 && i && most > share) most = share;            /* the largest first */
        share = table == 0 && i + 1 == listed ? left : 1 + random_below(m->seed, most ? most : 1);
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
    unsigned one = random_below(m->seed, 4), two = random_below(m->seed, 4);
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
        text_add(&m->text, "\"holder\":\"f%u\",\"entity\":\"f%u\",\"control\":\"sole\"}", random_below(m->seed, 5), i);
    }
    for (unsigned n = random_below(m->seed, 4); n > 0; n--) {
        unsigned holder = random_below(m->seed, 5);
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
    for (unsigned n = 1 + random_below(m->seed, 5); n > 0; n--) {
        unsigned investor = one_in(m->seed, 3) ? random_below(m->seed, FIRMS) : random_below(m->seed, 2);
        unsigned target = one_in(m->seed, 3) ? other_firm(m, investor) : 2 + random_below(m->seed, 2);
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
    for (unsigned n = 2 + random_below(m->seed, 8); n > 0; n--) {
        bool usual = !one_in(m->seed, 3);
        unsigned holder = usual ? random_below(m->seed, 2) : random_below(m->seed, FIRMS);
        unsigned grantor = usual ? 2 + random_below(m->seed, 2) : other_firm(m, holder);
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
    for (unsigned n = random_below(m->seed, 5); n > 0; n--) {
        unsigned one = random_below(m->seed, FIRMS);
        begin_record(m);
        text_add(&m->text, "\"id\":\"o%u\",\"says\":\"%s\",\"about\":[\"f%u\",\"f%u\"]", n, PICK(m->seed, says), one,
                 other_firm(m, one));
        PUT_WORD(m, "strength", strengths);
        put_dates(m);
        text_string(&m->text, "}");
    }
    end_list(m);
    begin_list(m, "positions");
    for (unsigned n = random_below(m->seed, 4); n > 0; n--) {
        unsigned firm = random_below(m->seed, FIRMS);
        begin_record(m);
        text_add(&m->text, "\"id\":\"s%u\",\"person\":\"p%u\",\"entity\":\"f%u\"", n, random_below(m->seed, PERSONS),
                 firm);
        if (one_in(m->seed, 2)) text_add(&m->text, ",\"appointed_by\":\"f%u\"", other_firm(m, firm));
        else if (one_in(m->seed, 3)) text_string(&m->text, ",\"appointed_by\":null");
        PUT_WORD(m, "role", roles);
        put_dates(m);
        text_string(&m->text, "}");
    }
    end_list(m);
    begin_list(m, "transactions");
    for (unsigned n = random_below(m->seed, 3); n > 0; n--) {
        unsigned acquirer = random_below(m->seed, 5);
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
    { "random/none-of.lua",
      HEAD(
          "random/none-of") "  elements = { { 'neither', none_of = { { 'chips', does = { 'b', 'chip-designer' } },\n"
                            "                                        { 'shops', does = { 'a', 'retailer' } } } } } }" },
    { "random/money.lua",
      HEAD("random/money") "  params = { much = { 1e9, 'USD', 'r' } },\n"
                           "  figures = { money = function(s, p, case) return case:invested(s.a, s.b) end,\n"
                           "              paid = function(s, p, case) return case:paid(s.a, s.b) end },\n"
                           "  elements = { { '{money} {>=} {much}', 'money', '>=', 'much' } },\n"
                           "  unless = { { '{paid} {<} {much}', 'paid', '<', 'much' } } }" },
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
