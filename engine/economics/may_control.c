/* Who may control a firm: what is recorded, the largest holder, the board, vetoes. */
#include <math.h>

#include "economics/asked.h"
#include "economics/day_stakes.h"
#include "economics/ownership.h"
#include "facts/groups.h"

const char *const control_way_names[CONTROL_WAYS] = { "recorded", "largest-holder", "board", "veto" };

/* What is asked, and what all ways share. */
struct asked {
    struct moment moment;
    uint32_t holder, entity;
    uint32_t *over, over_count; /* refs of the entity and of what controls it: a right over these is one over it */
    struct trail *trail;
    struct arena *arena; /* of queries: the trail's, which shows them */
    struct arena *scratch;
};

static bool find_over(struct asked *a)
{
    const struct view *v = a->moment.view;
    uint32_t head = group_head(a->moment, a->entity), most = v->member_count[v->head[a->entity]];
    a->over = arena_array(a->arena, most, sizeof *a->over);
    for (uint32_t e = a->entity; a->over && a->over_count < most; e = v->parent[e]) {
        a->over[a->over_count++] = ref_make(KIND_ENTITY, e);
        if (e == head || v->parent[e] == NO_ENTITY) break;
    }
    return !a->arena->failed;
}

/* --- queries --- */

struct asking {
    struct query *query;
    const struct asked *asked;
};

static struct asking ask(const struct asked *a, enum kind kind, uint32_t most)
{
    struct query *query = arena_take(a->arena, sizeof *query);
    struct condition *conditions = arena_array(a->arena, most, sizeof *conditions);
    if (!query || !conditions) return (struct asking){ NULL, a };
    *query = (struct query){ .kind = kind, .conditions = conditions };
    return (struct asking){ query, a };
}

static void where(struct asking q, enum field field, enum condition_type type, const uint32_t *values, uint32_t count)
{
    if (!q.query) return;
    uint32_t *kept = arena_array(q.asked->arena, count, sizeof *kept);
    for (uint32_t i = 0; i < count && kept; i++) kept[i] = values[i];
    q.query->conditions[q.query->count++] =
        (struct condition){ .field = (uint16_t)field, .type = (uint8_t)type, .count = count, .values = kept };
}

static void where_word(struct asking q, enum field field, enum list list, const char *name)
{
    uint32_t number = listed_word(list, name);
    where(q, field, CONDITION_WORDS, &number, 1);
}

static void where_holder(struct asking q, enum field field)
{
    uint32_t holder = ref_make(KIND_ENTITY, q.asked->holder);
    where(q, field, CONDITION_GROUPS, &holder, 1);
}

static struct set *answer(struct asking q)
{
    if (!q.query || q.asked->arena->failed) return NULL;
    query_sort(q.query);
    return query_run(q.query, q.asked->moment, q.asked->scratch);
}

static struct answer any_of(struct asking q, struct trail *trail)
{
    struct set *set = answer(q);
    return set ? set_any(set, trail) : (struct answer){ UNKNOWN, false };
}

/* YES before UNKNOWN before NO; a NO rests on absence where one of them does. */
static struct answer either(struct answer a, struct answer b)
{
    return (struct answer){ truth_or(a.truth, b.truth), a.absent || b.absent };
}

/* --- as recorded --- */

static struct answer recorded(const struct asked *a, struct trail *trail)
{
    if (same_group(a->moment, a->holder, a->entity)) {
        trail_tie(trail, a->moment, a->holder, a->entity);
        return (struct answer){ YES, false };
    }
    struct asking q = ask(a, KIND_HOLDING, 3);
    where_holder(q, HOLDING_HOLDER);
    where(q, HOLDING_ENTITY, CONDITION_EXACTLY, a->over, a->over_count);
    uint32_t words[] = { listed_word(LIST_CONTROL, "sole"), listed_word(LIST_CONTROL, "joint") };
    where(q, HOLDING_CONTROL, CONDITION_WORDS, words, 2);
    return any_of(q, trail);
}

/* --- the largest holder --- */

enum { MANY_HOLDERS = 64 }; /* of one firm: of more only those that decide are read */

/* The holder's votes in a firm, beside those of all. */
struct votes {
    const struct firm_votes *all;
    const struct set *own;
    uint32_t head;
    double low, high; /* without what says that it decides nothing */
    int32_t complete; /* the declared list of all holdings, or -1 */
};

static void count_own(const struct asked *a, struct votes *v)
{
    const struct facts *f = a->moment.view->facts;
    uint32_t none = listed_word(LIST_CONTROL, "none");
    for (uint32_t i = 0; i < v->own->sures + v->own->maybes; i++) {
        const struct cell *votes = cell_of(f, KIND_HOLDING, v->own->rows[i], HOLDING_VOTES);
        const struct cell *control = cell_of(f, KIND_HOLDING, v->own->rows[i], HOLDING_CONTROL);
        if (control->state == CELL_VALUE && control->word == none) continue;
        if (i < v->own->sures) v->low += fmax(0, votes->number.low);
        v->high += fmin(100, votes->number.high);
    }
}

/* Of two blocs the first that is another's. */
static uint32_t of_another(const struct votes *v, const uint32_t blocs[2])
{
    return blocs[0] != UINT32_MAX && v->all->blocs[blocs[0]].head == v->head ? blocs[1] : blocs[0];
}

/* Has nobody more than the holder, for all votes within the ranges that come to no more than a whole? */
static enum truth is_largest(const struct votes *v)
{
    double lows = v->all->lows, high = fmin(v->high, fmax(v->low, 100 - (lows - v->low)));
    if (high <= 0) return NO;
    if (is_more_than_whole(lows)) return UNKNOWN; /* these cannot all be votes of one firm */
    uint32_t most = of_another(v, v->all->most), perhaps = of_another(v, v->all->perhaps);
    if (most != UINT32_MAX && v->all->blocs[most].low > high) return NO;
    bool surely = v->low > 0 && (v->complete >= 0 || v->low >= 100 - lows);
    if (perhaps != UINT32_MAX && most_votes(v->all, perhaps) > v->low) surely = false;
    return surely ? YES : UNKNOWN;
}

static void read_vote(const struct asked *a, uint32_t row, const struct query *query, struct trail *trail)
{
    const struct facts *f = a->moment.view->facts;
    ref record = ref_make(KIND_HOLDING, row), open;
    enum field why;
    uint32_t holder = ref_row(cell_of(f, KIND_HOLDING, row, HOLDING_HOLDER)->ref);
    bool own = same_group(a->moment, holder, a->holder);
    trail_match(trail, record, query);
    trail_read(trail, record, HOLDING_VOTES);
    if (own) trail_tie(trail, a->moment, holder, a->holder);
    if (own && cell_of(f, KIND_HOLDING, row, HOLDING_CONTROL)->state == CELL_VALUE)
        trail_read(trail, record, HOLDING_CONTROL);
    if (view_force_need(a->moment.view, KIND_HOLDING, row, &open, &why)) trail_need(trail, open, why);
}

/* Of very many holders the holder and who comes nearest to it, or is before it. */
static void read_nearest(const struct asked *a, const struct day_stakes *d, const struct votes *v, enum truth truth,
                         const struct query *query, struct trail *trail)
{
    uint32_t bloc = of_another(v, truth == UNKNOWN ? v->all->perhaps : v->all->most);
    for (uint32_t i = 0; i < v->own->sures + v->own->maybes; i++) read_vote(a, v->own->rows[i], query, trail);
    for (uint32_t s = bloc == UINT32_MAX ? 0 : v->all->blocs[bloc].first; s; s = v->all->next[s - 1])
        read_vote(a, d->rows[s - 1], query, trail);
}

static void read_votes(const struct asked *a, const struct day_stakes *d, const struct votes *v, enum truth truth,
                       const struct query *query, struct trail *trail)
{
    const struct facts *f = a->moment.view->facts;
    const struct network *n = &d->network;
    uint32_t firm = v->all->firm, from = n->in_first[firm], count = n->in_first[firm + 1] - from;
    double lows = v->all->lows;
    if (trail && count > MANY_HOLDERS) read_nearest(a, d, v, truth, query, trail);
    else
        for (uint32_t i = from; i < from + count && trail; i++) read_vote(a, d->rows[n->in[i]], query, trail);
    if (truth == UNKNOWN && is_more_than_whole(lows)) need_parts(f, trail, firm, HOLDING_VOTES);
    else if (truth == UNKNOWN && v->complete < 0 && v->low < 100 - lows)
        need_sentence(f, trail, "who holds the other votes of ", ref_make(KIND_ENTITY, firm), "", NO_REF);
    else if (truth == UNKNOWN && count > MANY_HOLDERS)
        need_sentence(f, trail, "how many votes of ", ref_make(KIND_ENTITY, firm), " each holder has", NO_REF);
    else if (v->complete >= 0) trail_complete(trail, (uint32_t)v->complete);
}

static struct answer largest_holder(const struct asked *a, struct trail *trail)
{
    const struct view *view = a->moment.view;
    uint32_t firm = ref_row(a->over[a->over_count - 1]); /* all others on the way are controlled by one already */
    if (view->link[firm] != NO_ROW && !same_group(a->moment, view->parent[firm], a->holder)) {
        trail_link(trail, view->link[firm]); /* another decides alone */
        return (struct answer){ NO, false };
    }
    struct asking of_all = ask(a, KIND_HOLDING, 1), of_holder = ask(a, KIND_HOLDING, 2);
    where(of_all, HOLDING_ENTITY, CONDITION_EXACTLY, &a->over[a->over_count - 1], 1);
    where_holder(of_holder, HOLDING_HOLDER);
    where(of_holder, HOLDING_ENTITY, CONDITION_EXACTLY, &a->over[a->over_count - 1], 1);
    struct day_stakes *day = day_stakes(view);
    struct votes votes = { .own = answer(of_holder), .head = group_head(a->moment, a->holder) };
    if (!votes.own || !of_all.query || !day) {
        a->scratch->failed = true;
        return (struct answer){ UNKNOWN, false };
    }
    if (votes.own->sures + votes.own->maybes == 0) return set_any(votes.own, trail);
    votes.all = votes_in(day, a->moment, firm);
    votes.complete = holdings_cover(day, view, firm, a->scratch);
    count_own(a, &votes);
    enum truth truth = is_largest(&votes);
    read_votes(a, day, &votes, truth, of_all.query, trail);
    return (struct answer){ truth, false };
}

/* --- the board --- */

static struct answer names_board(const struct asked *a, struct trail *trail)
{
    struct asking q = ask(a, KIND_AGREEMENT, 4);
    where_word(q, AGREEMENT_TYPE, LIST_AGREEMENT_TYPE, "board-appointment");
    where_holder(q, AGREEMENT_HOLDER);
    where(q, AGREEMENT_GRANTOR, CONDITION_EXACTLY, a->over, a->over_count);
    where(q, AGREEMENT_EXCLUSIVE, CONDITION_PRESENT, NULL, 0);
    return any_of(q, trail);
}

/* Directors of one firm, and those that the holder named. */
static struct answer named_most(const struct asked *a, uint32_t firm, struct trail *trail)
{
    struct asking of_all = ask(a, KIND_POSITION, 2), of_named = ask(a, KIND_POSITION, 3);
    for (int i = 0; i < 2; i++) {
        struct asking q = i ? of_named : of_all;
        where(q, POSITION_ENTITY, CONDITION_EXACTLY, &firm, 1);
        where_word(q, POSITION_ROLE, LIST_ROLE, "director");
        if (i) where_holder(q, POSITION_APPOINTED_BY);
    }
    struct set *all = answer(of_all), *named = answer(of_named);
    if (!all || !named) return (struct answer){ UNKNOWN, false };
    uint32_t fewest = named->sures, most = named->sures + named->maybes, others = 0; /* others: who surely are */
    for (uint32_t i = 0, n = 0; i < all->sures; i++) {
        while (n < named->sures && named->rows[n] < all->rows[i]) n++;
        bool is_named = n < named->sures && named->rows[n] == all->rows[i];
        for (uint32_t j = named->sures; j < most && !is_named; j++) is_named = named->rows[j] == all->rows[i];
        others += !is_named;
    }
    if (most <= others) {
        if (!most) return set_any(named, trail);
        set_count(all, trail), set_count(named, trail);
        return (struct answer){ NO, named->complete < 0 };
    }
    bool surely = all->complete >= 0 && 2 * (uint64_t)fewest > (uint64_t)all->sures + all->maybes;
    set_count(all, trail), set_count(named, trail);
    if (!surely && all->complete < 0)
        need_sentence(a->moment.view->facts, trail, "who else sits on the board of ", firm, "", NO_REF);
    return (struct answer){ surely ? YES : UNKNOWN, false };
}

/* Without a trail it is only asked; with one, what decided is asked once more, and put down. */
static struct answer board(const struct asked *a, struct trail *trail)
{
    struct answer rights = names_board(a, NULL), found = rights;
    for (uint32_t i = 0; i < a->over_count; i++) found = either(found, named_most(a, a->over[i], NULL));
    if (!trail) return found;
    if (rights.truth == found.truth) names_board(a, trail);
    for (uint32_t i = 0; i < a->over_count; i++) /* where the answer is no, each says so */
        if (found.truth == NO || named_most(a, a->over[i], NULL).truth == found.truth) named_most(a, a->over[i], trail);
    return found;
}

/* --- vetoes --- */

static struct answer veto(const struct asked *a, struct trail *trail)
{
    struct asking q = ask(a, KIND_AGREEMENT, 3);
    where_word(q, AGREEMENT_TYPE, LIST_AGREEMENT_TYPE, "veto");
    where_holder(q, AGREEMENT_HOLDER);
    where(q, AGREEMENT_GRANTOR, CONDITION_EXACTLY, a->over, a->over_count);
    return any_of(q, trail);
}

struct answer may_control(struct moment m, uint32_t holder, uint32_t entity, enum control_way way, struct trail *trail)
{
    static struct answer (*const ways[CONTROL_WAYS])(const struct asked *, struct trail *) = { recorded, largest_holder,
                                                                                               board, veto };
    struct answer answers[CONTROL_WAYS], found = { NO, false };
    struct arena scratch;
    arena_init(&scratch, m.view->facts->allocator, 0);
    struct asked asked = {
        .moment = m, .holder = holder, .entity = entity, .arena = trail ? trail->arena : &scratch, .scratch = &scratch
    };
    bool has_over = find_over(&asked);
    if (has_over && way != CONTROL_ANY) found = ways[way](&asked, trail);
    else if (has_over) {
        for (unsigned w = 0; w < CONTROL_WAYS; w++) {
            answers[w] = ways[w](&asked, NULL);
            found = either(found, answers[w]);
        }
        for (unsigned w = 0; w < CONTROL_WAYS; w++) /* what shows it, or what is missing: the ways that decided */
            if (answers[w].truth == found.truth) ways[w](&asked, trail);
    }
    if (found.truth != NO) found.absent = false;
    if (!scratch_end(&scratch, trail) || (trail && trail->arena->failed)) found = (struct answer){ UNKNOWN, false };
    return found;
}
