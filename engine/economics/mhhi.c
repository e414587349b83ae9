/* The modified HHI: matrices as given, and weights from interests on record. */
#include "economics/mhhi.h"

#include <math.h>

static const double MOST_WORK = 1e7; /* interests that are looked at for one firm */

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

/* Who decides in a firm, and what all who may have in each firm. Stakes are numbered as the interests are. */
struct book {
    const struct interests *all;
    struct network network;
    struct look look;
    struct share_range *sums; /* of each firm */
    bool *used, *whole;       /* whole: of each entity, all interests in it are used */
    double work;
    struct arena arena;
};

static bool book_open(struct book *b, const struct interests *all, bool *used, const cc_allocator *allocator)
{
    *b = (struct book){ .all = all, .used = used };
    arena_init(&b->arena, allocator, 0);
    struct stake *stakes = arena_array(&b->arena, all->count, sizeof *stakes);
    b->sums = arena_array(&b->arena, all->firms, sizeof *b->sums);
    b->whole = arena_array(&b->arena, all->entities, sizeof *b->whole);
    if (b->arena.failed) return false;
    for (uint32_t n = 0; n < all->count; n++)
        stakes[n] = (struct stake){ all->items[n].owner, all->items[n].firm, all->items[n].stake };
    return network_make(&b->network, stakes, all->count, all->entities, &b->arena) &&
           look_make(&b->look, all->entities, &b->arena);
}

static void use_all_in(const struct book *b, uint32_t firm)
{
    const struct network *n = &b->network;
    if (!b->used || b->whole[firm]) return;
    b->whole[firm] = true;
    for (uint32_t i = n->in_first[firm]; i < n->in_first[firm + 1]; i++) b->used[n->in[i]] = true;
}

/* What the owner has in each, by which interests; where those in a firm come to more than a whole,
 * each is bounded by the others. */
static bool interests_of(struct book *b, uint32_t owner)
{
    const struct network *n = &b->network;
    if (!look_from(&b->look, n, owner, b->arena.allocator)) return false;
    for (uint32_t k = 0; k <= b->look.count; k++) {
        uint32_t holder = k ? b->look.reached[k - 1] : owner;
        b->work += 1 + n->of_first[holder + 1] - n->of_first[holder];
        for (uint32_t i = n->of_first[holder]; i < n->of_first[holder + 1] && b->used; i++) {
            const struct interest *in = &b->all->items[n->of[i]];
            if (b->look.interests[holder].high <= 0 || in->stake.high <= 0) continue;
            b->used[n->of[i]] = true;
            bool bounded = in->stake.low < in->stake.high && n->sums[in->firm].high > 1;
            if (bounded || n->sums[in->firm].low > 1) use_all_in(b, in->firm);
        }
    }
    return true;
}

/* What the record leaves of a firm for its own owners: stake, or weight in its decisions. */
static struct share_range left_of(const struct book *b, uint32_t firm, bool weight)
{
    const struct network *n = &b->network;
    struct share_range left = { 1, 1 };
    for (uint32_t i = n->in_first[firm]; i < n->in_first[firm + 1]; i++) {
        const struct interest *in = &b->all->items[n->in[i]];
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
    const struct network *n = &b->network;
    for (uint32_t i = n->in_first[owner]; i < n->in_first[owner + 1]; i++) {
        const struct interest *in = &b->all->items[n->in[i]];
        if (in->owner == owner) continue;
        back.low += in->stake.low * b->look.interests[in->owner].low;
        back.high += in->stake.high * b->look.interests[in->owner].high;
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
    if (owner < b->all->firms) part = left_of(b, owner, false), use_all_in(b, owner);
    say = (struct share_range){ times(times(say.low, part.low), returns.low),
                                times(times(say.high, part.high), returns.high) };
    for (uint32_t k = 0; k <= b->look.count; k++) {
        uint32_t firm = k ? b->look.reached[k - 1] : owner;
        if (firm >= b->all->firms) continue;
        b->sums[firm].low += times(say.low, b->look.interests[firm].low);
        b->sums[firm].high += times(say.high, b->look.interests[firm].high);
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
    const struct network *n = &b->network;
    use_all_in(b, j);
    if (!add_say(b, j, left_of(b, j, true))) return false;
    for (uint32_t i = n->in_first[j]; i < n->in_first[j + 1] && b->work <= MOST_WORK; i++) {
        const struct interest *in = &b->all->items[n->in[i]];
        if (!add_say(b, in->owner, in->weight)) return false;
    }
    against_own(b->sums, b->all->firms, j, ret_weights);
    for (uint32_t k = 0; k < b->all->firms && b->work > MOST_WORK; k++)
        ret_weights[k] = (struct share_range){ 0, INFINITY };
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
        if (done) against_own(b.look.interests, t->firms, j, ret_weights);
    } else if (done) {
        done = weights_of_many(&b, j, ret_weights);
    }
    if (done) ret_weights[j] = (struct share_range){ 0, 0 };
    arena_free(&b.arena);
    return done;
}
