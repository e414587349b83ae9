/* ownership_bench.c - look-through interests of one owner in ten thousand firms: chains, circles, and what is worse.
 *
 * ownership_bench [SHAPE]: a line a shape, or one alone (for callgrind): processor time of one answer for all firms, and
 * what comes to the owner of the last firm. From stakes, and for the chain also from a facts file through a view. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/random.h"
#include "economics/lookthrough.h"
#include "economics/ownership.h"

enum { FIRMS = 10000, MOST = 3 * FIRMS };
static struct stake stakes[MOST + 1];
static struct share_range interests[FIRMS + 1];

static uint32_t hold(uint32_t n, uint32_t owner, uint32_t firm, double low, double high)
{
    stakes[n] = (struct stake){ owner, firm, { low, high } };
    return n + 1;
}

static uint32_t chain(void)
{
    uint32_t n = 0;
    for (uint32_t i = 1; i <= FIRMS; i++) n = hold(n, i - 1, i, .9999, .9999);
    return n;
}
static uint32_t ring(void)
{
    uint32_t n = hold(0, 0, 1, .00005, .00005);
    for (uint32_t i = 1; i <= FIRMS; i++) n = hold(n, i, i % FIRMS + 1, .9999, .9999);
    return n;
}
static uint32_t circles(void)
{
    uint32_t n = hold(0, 0, 1, .5, .5);
    for (uint32_t i = 1; i < FIRMS; i++) n = hold(n, i, i + 1, .5, .5), n = hold(n, i + 1, i, .4, .4);
    return n;
}
static uint32_t at_random(double low, double high)
{
    uint64_t seed = 3;
    uint32_t n = 0;
    for (uint32_t i = 1; i <= FIRMS; i++) {
        for (int k = 0; k < 3; k++) {
            uint32_t owner = random_below(&seed, FIRMS + 1);
            bool open = k == 0;
            n = hold(n, owner, i, open ? low : .33, open ? high : .33);
        }
    }
    return n;
}
static uint32_t random_exact(void) { return at_random(.33, .33); }
static uint32_t random_ranges(void) { return at_random(.1, .6); }

static const struct {
    const char *name;
    uint32_t (*make)(void);
} shapes[] = { { "chain", chain },
               { "ring", ring },
               { "circles", circles },
               { "random", random_exact },
               { "ranges", random_ranges } };

static double seconds(void) { return (double)clock() / CLOCKS_PER_SEC; }

static int run(size_t shape)
{
    uint32_t count = shapes[shape].make();
    double began = seconds();
    bool done = look_through(stakes, count, FIRMS + 1, 0, interests, &allocator_default);
    double took = seconds() - began;
    printf("%-8s  %6d firms  %6" PRIu32 " stakes  %8.1f ms  %.9g .. %.9g\n", shapes[shape].name, FIRMS, count,
           1e3 * took, interests[FIRMS].low, interests[FIRMS].high);
    return done ? 0 : 1;
}

/* The same chain as a facts file, and the interest of its first entity in its last. */
static int run_facts(void)
{
    size_t room = (size_t)FIRMS * 160 + 400, n = 0;
    char *text = malloc(room);
    if (!text) return 1;
    n += (size_t)snprintf(text, room,
                          "{\"format\":\"compliance-facts/1\",\"case\":{\"id\":\"b\",\"title\":\"b\"},\"entities\":[");
    for (int i = 0; i <= FIRMS; i++)
        n += (size_t)snprintf(text + n, room - n, "%s{\"id\":\"e%d\",\"name\":\"E\"}", i ? "," : "", i);
    n += (size_t)snprintf(text + n, room - n, "],\"holdings\":[");
    for (int i = 1; i <= FIRMS; i++)
        n += (size_t)snprintf(text + n, room - n, "%s{\"holder\":\"e%d\",\"entity\":\"e%d\",\"stake\":99.99}",
                              i > 1 ? "," : "", i - 1, i);
    n += (size_t)snprintf(text + n, room - n, "]}");
    double began = seconds();
    struct facts *facts = facts_read(&allocator_default, 1, "bench.json", text, n, NULL, NULL);
    double read = seconds() - began;
    const struct view *view = facts ? view_at(facts, 20000) : NULL;
    if (!view) return 1;
    began = seconds();
    struct quantity q = economic_interest((struct moment){ view, NO_ENTITY }, 0, FIRMS, NULL);
    printf("%-8s  %6d firms  %6d holdings %6.1f ms  %.9g %%  (to read the file: %.1f ms)\n", "facts", FIRMS, FIRMS,
           1e3 * (seconds() - began), q.high, 1e3 * read);
    facts_free(facts);
    free(text);
    return 0;
}

int main(int argc, char **argv)
{
    int failed = 0;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        if (argc < 2 || !strcmp(argv[1], shapes[i].name)) failed |= run(i);
    if (argc < 2 || !strcmp(argv[1], "facts")) failed |= run_facts();
    return failed;
}
