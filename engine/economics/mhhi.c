/* The modified HHI: matrices as given, and weights from interests on record. */
#include "economics/mhhi.h"

#include <math.h>

static const double MOST_WORK = 1e7; /* interests weighed for one firm */

double mhhi_of(const double *shares, uint32_t firms, const double *financial, const double *control, uint32_t owners)
{
    double points = 0;
    for (size_t j = 0; j < firms; j++) {
        double own = 0;
        for (size_t i = 0; i < owners; i++) own += control[i * firms + j] * financial[i * firms + j];
        for (size_t k = 0; k < firms; k++) {
            double other = 0;
            for (size_t i = 0; i < owners; i++) other += control[i * firms + j] * financial[i * firms + k];
            double weight = own > 0 ? other / own : j == k ? 1 : 0;
            points += shares[j] * shares[k] * weight;
        }
    }
    return points;
}

/* Who decides in a firm, and what all who may have in each firm. */
struct book {
    const struct interests *all;
    struct stake *stakes;
    struct share_range *x, *sums; /* of each entity, of each firm */
    struct share_range *held;     /* of each entity, by all together */
    bool *used;
    struct arena arena;
};

static bool book_open(struct book *b, const struct interests *all, bool *used, const cc_allocator *allocator)
{
    *b = (struct book){ .all = all, .used = used };
    arena_init(&b->arena, allocator, 0);
    b->stakes = arena_array(&b->arena, all->count, sizeof *b->stakes);
    b->x = arena_array(&b->arena, all->entities, sizeof *b->x);
    b->sums = arena_array(&b->arena, all->firms, sizeof *b->sums);
    b->held = arena_array(&b->arena, all->entities, sizeof *b->held);
    for (uint32_t n = 0; n < all->count && !b->arena.failed; n++) {
        const struct interest *in = &all->items[n];
        b->stakes[n] = (struct stake){ in->owner, in->firm, in->stake };
        b->held[in->firm].low += in->stake.low;
        b->held[in->firm].high += in->stake.high;
    }
    return !b->arena.failed;
}

static void use_all_in(const struct book *b, uint32_t firm)
{
    for (uint32_t n = 0; n < b->all->count && b->used; n++)
        if (b->all->items[n].firm == firm) b->used[n] = true;
}

/* What the owner has in each, by which interests; where those in a firm come to more than a whole,
 * each is bounded by the others. */
static bool interests_of(struct book *b, uint32_t owner)
{
    const struct interests *t = b->all;
    if (!look_through(b->stakes, t->count, t->entities, owner, b->x, b->arena.allocator)) return false;
    for (uint32_t n = 0; n < t->count && b->used; n++) {
        const struct interest *in = &t->items[n];
        if (b->x[in->owner].high <= 0 || in->stake.high <= 0) continue;
        b->used[n] = true;
        bool bounded = in->stake.low < in->stake.high && b->held[in->firm].high > 1;
        if (bounded || b->held[in->firm].low > 1) use_all_in(b, in->firm);
    }
    return true;
}

/* What the record leaves of a firm for its own owners: stake, or weight in its decisions. */
static struct share_range left_of(const struct interests *t, uint32_t firm, bool weight)
{
    struct share_range left = { 1, 1 };
    for (uint32_t n = 0; n < t->count; n++) {
        const struct interest *in = &t->items[n];
        if (in->firm != firm) continue;
        struct share_range r = weight ? in->weight : in->stake;
        left.low -= r.high;
        left.high -= r.low;
    }
    return (struct share_range){ fmax(0, left.low), fmax(0, left.high) };
}

/* How often a walk from the owner passes there, itself counted: 1 / (1 - the part of it that comes back to it). */
static struct share_range returns_of(const struct book *b, uint32_t owner)
{
    struct share_range back = { 0, 0 };
    for (uint32_t n = 0; n < b->all->count; n++) {
        const struct interest *in = &b->all->items[n];
        if (in->firm != owner || in->owner == owner) continue;
        back.low += in->stake.low * b->x[in->owner].low;
        back.high += in->stake.high * b->x[in->owner].high;
    }
    back = (struct share_range){ fmin(1, back.low), fmin(1, back.high) };
    return (struct share_range){ back.low < 1 ? 1 / (1 - back.low) : INFINITY,
                                 back.high < 1 ? 1 / (1 - back.high) : INFINITY };
}

/* 0 times infinity is 0 here: a firm without a share, a say that nobody has. */
static double times(double a, double b) { return a <= 0 || b <= 0 ? 0 : a * b; }

/* Adds g_ij b_ik over k for one who has a say in j. */
static bool add_say(struct book *b, uint32_t owner, struct share_range say)
{
    if (say.high <= 0) return true;
    if (!interests_of(b, owner)) return false;
    struct share_range part = { 1, 1 }, returns = returns_of(b, owner);
    if (owner < b->all->firms) part = left_of(b->all, owner, false), use_all_in(b, owner);
    say = (struct share_range){ times(times(say.low, part.low), returns.low),
                                times(times(say.high, part.high), returns.high) };
    for (uint32_t k = 0; k < b->all->firms; k++) {
        b->sums[k].low += times(say.low, b->x[k].low);
        b->sums[k].high += times(say.high, b->x[k].high);
    }
    return true;
}

/* Each sum against that of j itself. */
static void against_own(const struct share_range *sums, uint32_t firms, uint32_t j, struct share_range *weights)
{
    struct share_range own = sums[j];
    for (uint32_t k = 0; k < firms; k++) {
        double low = own.high > 0 && !isinf(own.high) ? sums[k].low / own.high : 0;
        double high = sums[k].high <= 0 ? 0 : own.low > 0 ? sums[k].high / own.low : INFINITY;
        weights[k] = (struct share_range){ low, high };
    }
}

/* All who have a say in j, its own owners among them. */
static bool weights_of_many(struct book *b, uint32_t j, struct share_range *ret_weights)
{
    const struct interests *t = b->all;
    use_all_in(b, j);
    if (!add_say(b, j, left_of(t, j, true))) return false;
    for (uint32_t n = 0; n < t->count; n++)
        if (t->items[n].firm == j && !add_say(b, t->items[n].owner, t->items[n].weight)) return false;
    against_own(b->sums, t->firms, j, ret_weights);
    return true;
}

bool mhhi_weights(const struct interests *t, uint32_t j, struct share_range *ret_weights, bool *used,
                  const cc_allocator *allocator)
{
    struct book b;
    uint32_t alone = j, say = 0;
    for (uint32_t n = 0; n < t->count; n++) {
        const struct interest *in = &t->items[n];
        if (in->firm != j) continue;
        if (in->total) alone = in->owner;
        if (in->weight.high > 0) say++;
    }
    bool done = book_open(&b, t, used, allocator);
    if (done && (alone != j || say == 0)) { /* one decides, its own owners or another: its returns are in both parts */
        if (alone != j) use_all_in(&b, j);
        done = interests_of(&b, alone);
        if (done) against_own(b.x, t->firms, j, ret_weights);
    } else if (done && (double)say * ((double)t->count + t->entities) > MOST_WORK) {
        for (uint32_t k = 0; k < t->firms; k++) ret_weights[k] = (struct share_range){ 0, INFINITY };
    } else if (done) {
        done = weights_of_many(&b, j, ret_weights);
    }
    if (done) ret_weights[j] = (struct share_range){ 0, 0 };
    arena_free(&b.arena);
    return done;
}
