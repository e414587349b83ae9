/* documents.c - deal documents for the benchmark: two clouds, two developers, a fund, their markets, money and terms. */
#include "bench/documents.h"
#include "base/random.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct writer {
    char *text;
    size_t length, room;
    uint64_t state;
};

static unsigned below(struct writer *w, unsigned n) { return random_below(&w->state, n); }

static void put(struct writer *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void put(struct writer *w, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int n = vsnprintf(w->text + w->length, w->room - w->length, format, arguments);
    va_end(arguments);
    w->length += (size_t)n;
}

static void put_entities(struct writer *w)
{
    static const char *const names[] = { "Northcloud", "Southcloud", "Lab One", "Lab Two", "Quiet Fund", "Chipworks" };
    static const char *const does[] = { "cloud-provider", "cloud-provider", "ai-developer",
                                        "ai-developer",   "investor",       "chip-designer" };
    put(w, "\"entities\":[");
    for (unsigned i = 0; i < 6; i++)
        put(w, "%s{\"id\":\"e%u\",\"name\":\"%s\",\"form\":\"company\",\"activities\":[\"%s\"]}", i ? "," : "", i,
            names[i], does[i]);
    put(w, ",{\"id\":\"p0\",\"name\":\"A. Person\",\"form\":\"person\"}],\n");
}

static void put_markets(struct writer *w)
{
    unsigned first = 15 + below(w, 20);
    put(w,
        "\"markets\":[{\"id\":\"cloud\",\"product\":\"cloud-infrastructure\",\"geography\":\"worldwide\",\"input_to\":[\"models\"],\"measure\":\"revenue\",\"table\":\"top\"},"
        "{\"id\":\"models\",\"product\":\"generative-ai-models\",\"geography\":\"worldwide\",\"measure\":\"revenue\",\"table\":\"partial\"}],\n\"shares\":[");
    unsigned shares[] = { first, 12 + below(w, 12), 5 + below(w, 5) }, rows[] = { 0, 1, 5 };
    for (unsigned i = 0; i < 3; i++)
        put(w,
            "%s{\"market\":\"cloud\",\"entity\":\"e%u\",\"percent\":%u.%u,\"from\":\"2024-09-30\",\"source\":\"s0\"}",
            i ? "," : "", rows[i], shares[i], below(w, 10));
    for (unsigned i = 2; i < 4; i++)
        put(w, ",{\"market\":\"models\",\"entity\":\"e%u\",\"percent\":%u,\"from\":\"2024-10-31\",\"source\":\"s1\"}",
            i, 8 + below(w, 40));
    put(w, "],\n");
}

static void put_money(struct writer *w)
{
    put(w,
        "\"holdings\":[{\"id\":\"h0\",\"holder\":\"e0\",\"entity\":\"e2\",\"stake\":%u,\"votes\":0,\"control\":\"none\",\"from\":\"2023-01-23\",\"source\":\"s0\"},"
        "{\"id\":\"h1\",\"holder\":\"e4\",\"entity\":\"e3\",\"stake\":%u.5,\"votes\":%u.5,\"control\":\"none\",\"from\":\"2022-06-01\",\"source\":\"s1\"}],\n",
        5 + below(w, 40), 1 + below(w, 12), 1 + below(w, 12));
    put(w,
        "\"investments\":[{\"id\":\"i0\",\"investor\":\"e0\",\"target\":\"e2\",\"amount\":{\"value\":%u000000000,\"currency\":\"USD\"},\"instrument\":\"equity\",\"status\":\"committed\",\"from\":\"2023-01-23\",\"source\":[\"s0\",\"s1\"]},"
        "{\"id\":\"i1\",\"investor\":\"e1\",\"target\":\"e3\",\"amount\":{\"value\":%u00000000,\"currency\":\"USD\"},\"instrument\":\"convertible\",\"status\":\"%s\",\"from\":\"2024-03-27\",\"source\":\"s1\"}],\n",
        1 + below(w, 13), 1 + below(w, 60), below(w, 2) ? "paid" : "announced");
}

static void put_terms(struct writer *w)
{
    static const char *const degrees[] = { "exclusive", "primary" };
    put(w,
        "\"agreements\":[{\"id\":\"a0\",\"type\":\"exclusivity\",\"holder\":\"e0\",\"grantor\":\"e2\",\"scope\":[\"hosting\",\"training\"],\"degree\":\"%s\",\"from\":\"2023-01-23\",\"source\":\"s0\"},",
        degrees[below(w, 2)]);
    put(w,
        "{\"id\":\"a1\",\"type\":\"%s\",\"holder\":\"e1\",\"grantor\":\"e3\",\"scope\":\"capacity\",\"from\":\"2024-03-27\",\"source\":\"s1\"},",
        below(w, 2) ? "right-of-first-refusal" : "right-of-first-notice");
    put(w,
        "{\"id\":\"a2\",\"type\":\"spend-commitment\",\"holder\":\"e0\",\"grantor\":\"e2\",\"scope\":\"hosting\",\"amount\":{\"value\":%u00000000,\"currency\":\"USD\"},\"from\":\"2024-01-01\",\"to\":\"2028-12-31\",\"source\":\"s0\"},",
        1 + below(w, 90));
    put(w,
        "{\"id\":\"a3\",\"type\":\"revenue-share\",\"holder\":\"e0\",\"grantor\":\"e2\",\"percent\":20,\"scope\":\"revenue\",\"from\":\"2023-01-23\",\"source\":\"s1\"}],\n");
    put(w,
        "\"positions\":[{\"person\":\"p0\",\"entity\":\"e0\",\"role\":\"director\",\"from\":\"2021-05-01\",\"source\":\"s0\"},"
        "{\"person\":\"p0\",\"entity\":\"e%u\",\"role\":\"%s\",\"from\":\"2023-05-01\",\"source\":\"s0\"}],\n",
        1 + below(w, 2), below(w, 2) ? "director" : "observer");
}

struct document document_make(unsigned n)
{
    struct writer w = { .text = malloc(8192), .room = 8192, .state = n * UINT64_C(7919) + 1 };
    if (!w.text) return (struct document){ NULL, 0 };
    put(&w,
        "{\"format\":\"compliance-facts/1\",\n\"case\":{\"id\":\"deal-%u\",\"title\":\"Deal %u\",\"as_of\":\"2025-01-24\",\"jurisdictions\":[\"US\"]},\n",
        n, n);
    put(&w,
        "\"sources\":[{\"id\":\"s0\",\"title\":\"Annual report\",\"publisher\":\"Northcloud\",\"date\":\"2024-07-30\",\"url\":\"https://example.com/annual\"},"
        "{\"id\":\"s1\",\"title\":\"Market report\",\"publisher\":\"Counting House\",\"date\":\"2024-11-05\",\"url\":\"https://example.com/market\"}],\n");
    put_entities(&w);
    put_markets(&w);
    put_money(&w);
    put_terms(&w);
    put(&w,
        "\"observations\":[{\"about\":[\"e2\",\"e3\"],\"says\":\"head-to-head\",\"strength\":\"moderate\",\"from\":\"2024-01-01\",\"source\":\"s1\"}]}\n");
    return (struct document){ w.text, w.length };
}
