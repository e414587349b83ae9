/* match.c - one record against conditions. */
#include "facts/match.h"

#include <string.h>

#include "facts/cache.h"
#include "facts/sold.h"

static const struct cell *cell_at(const struct candidate *c, enum field field)
{
    return cell_of(c->moment.view->facts, c->kind, c->row, field);
}

enum field condition_field(const struct candidate *c, const struct condition *condition)
{
    if (c->turned && condition->field == AGREEMENT_HOLDER) return AGREEMENT_GRANTOR;
    if (c->turned && condition->field == AGREEMENT_GRANTOR) return AGREEMENT_HOLDER;
    return (enum field)condition->field;
}

/* What a match by the i-th value is worth: the last ones are perhaps none that was asked for. */
static enum truth worth(const struct condition *condition, uint32_t i)
{
    return i < condition->count - condition->maybes ? YES : UNKNOWN;
}

static enum truth has_value(const struct condition *condition, uint32_t value)
{
    for (uint32_t i = 0; i < condition->count; i++)
        if (condition->values[i] == value) return worth(condition, i);
    return NO;
}

static enum truth when_missing(enum field field, const struct cell *c)
{
    return c->state == CELL_NULL || model_fields[field].absent == ABSENT_UNSURE ? UNKNOWN : NO;
}

/* --- words --- */

/* Control that is not written is by votes: sole above half of them, else none; a joint venture is under nobody by
 * votes alone. */
static enum truth control_by_votes(const struct candidate *c, const struct condition *condition)
{
    const struct view *v = c->moment.view;
    enum truth sole = has_value(condition, v->words->sole), none = has_value(condition, v->words->uncontrolled);
    if (sole == none) return sole;
    enum truth links = holding_links(v->facts, v->words, c->row);
    return truth_or(truth_and(links, sole), truth_and(truth_not(links), none));
}

static enum truth any_activity(const struct candidate *c, const struct condition *condition, ref *ret_record,
                               enum field *ret_field)
{
    enum truth best = NO;
    for (uint32_t i = 0; i < condition->count && best != YES; i++) {
        ref record;
        enum field field;
        enum truth does = entity_does(c->moment.view, c->row, condition->values[i], &record, &field);
        does = truth_and(does, worth(condition, i));
        if (does > best) best = does, *ret_record = record, *ret_field = field;
    }
    return best;
}

static enum truth words_truth(const struct candidate *c, const struct condition *condition, enum field field)
{
    const struct cell *cell = cell_at(c, field);
    if (field == ENTITY_ACTIVITIES) {
        ref record;
        enum field shown;
        return any_activity(c, condition, &record, &shown);
    }
    if (model_fields[field].type == TYPE_WORD) {
        uint32_t value;
        if (cell->state == CELL_VALUE && field != TRANSACTION_STATUS) return has_value(condition, cell->word);
        if (cell->state == CELL_ABSENT && field == HOLDING_CONTROL) return control_by_votes(c, condition);
        enum truth there = view_word(c->moment.view, c->kind, c->row, field, &value);
        return there == YES ? has_value(condition, value) : there;
    }
    if (cell->state != CELL_VALUE) return when_missing(field, cell);
    const uint32_t *items;
    uint32_t count = cell_items(c->moment.view->facts, field, cell, &items);
    enum truth best = NO;
    for (uint32_t i = 0; i < count && best != YES; i++) best = truth_or(best, has_value(condition, items[i]));
    return best;
}

/* --- references --- */

static bool ref_matches(struct moment m, enum condition_type type, ref item, ref value)
{
    if (item == value) return true;
    if (type == CONDITION_EXACTLY || ref_kind(item) != KIND_ENTITY || ref_kind(value) != KIND_ENTITY) return false;
    if (type == CONDITION_BELOW) return is_below(m, ref_row(value), ref_row(item));
    return same_group(m, ref_row(item), ref_row(value));
}

enum { MANY_VALUES = 16 };

static uint32_t table_key(struct moment m, const struct condition *condition, ref r)
{
    return condition->type == CONDITION_EXACTLY ? ref_row(r) : group_head(m, ref_row(r));
}

/* Where the table of the condition is kept for other queries; NULL: nowhere. */
static const uint32_t **kept_table(struct moment m, const struct condition *c)
{
    struct value_tables *t = c->tables;
    if (!t || t->moment.view != m.view || t->moment.apart != m.apart) return NULL;
    return c->type == CONDITION_EXACTLY ? &t->of_entities : &t->of_groups;
}

static const uint32_t *make_table(struct moment m, const struct condition *c, struct arena *arena)
{
    if (c->type != CONDITION_GROUPS && c->type != CONDITION_EXACTLY) return NULL;
    const uint32_t **kept = kept_table(m, c), *known = kept ? *kept : NULL;
    if (known) return known;
    if (kept) arena = c->tables->arena;
    for (uint32_t i = 0; i < c->count; i++)
        if (ref_kind(c->values[i]) != KIND_ENTITY) return NULL;
    uint32_t *table = arena_array(arena, facts_rows(m.view->facts, KIND_ENTITY), sizeof *table);
    for (uint32_t i = c->count; table && i-- > 0;)
        table[table_key(m, c, c->values[i])] = i + 1; /* the first one stays */
    if (kept) *kept = table;
    return table;
}

/* One word, and what is written is what counts: not the status of a deal, which is that of a day. */
static bool is_plain_word(const struct condition *c)
{
    return c->type == CONDITION_WORDS && !c->except && model_fields[c->field].type == TYPE_WORD &&
           c->field != TRANSACTION_STATUS;
}

bool fails_by_word(const struct candidate *c)
{
    if (!c->word) return false;
    const struct cell *cell = cell_at(c, (enum field)c->word->field);
    return cell->state == CELL_VALUE && has_value(c->word, cell->word) == NO;
}

static uint32_t find_value(const struct candidate *, const struct condition *, ref item);

/* Is it asked for groups of firms, so that a share of another may be one of theirs? */
static bool asks_whose_share(const struct condition *c)
{
    return c->field == SHARE_ENTITY && !c->except && (c->type == CONDITION_GROUPS || c->type == CONDITION_BELOW);
}

/* Holdings that have ended by which a firm that the condition asks for was another's: how many, and into `left` which. */
static uint32_t left_of(const struct candidate *c, const struct condition *condition, uint32_t *left)
{
    const struct view *now = c->moment.view;
    uint32_t count = 0;
    for (uint32_t at = 0, holding; (holding = next_ended(now, DAY_MIN, &at)) != NO_ROW;) {
        ref unit = cell_of(now->facts, KIND_HOLDING, holding, HOLDING_ENTITY)->ref;
        if (find_value(c, condition, unit) == UINT32_MAX) continue;
        if (left) left[count] = holding;
        count++;
    }
    return count;
}

static void find_left(struct candidate *c, const struct condition *condition, struct arena *arena)
{
    if (c->of_left || !asks_whose_share(condition)) return;
    uint32_t count = left_of(c, condition, NULL), *left = count ? arena_array(arena, count, sizeof *left) : NULL;
    if (count && !left) return;
    if (left) left_of(c, condition, left);
    c->of_left = condition, c->left = left, c->left_count = count;
}

void prepare_candidate(struct candidate *c, const struct condition *conditions, uint32_t count, struct arena *arena)
{
    const uint32_t **tables = NULL;
    for (uint32_t i = 0; i < count; i++) {
        if (is_plain_word(&conditions[i])) c->word = &conditions[i];
        if (conditions[i].count <= MANY_VALUES) continue;
        const uint32_t *table = make_table(c->moment, &conditions[i], arena);
        if (!table) continue;
        if (!tables && !(tables = arena_array(arena, count, sizeof *tables))) return;
        tables[i] = table;
    }
    c->first = conditions, c->tables = tables;
    bool left = c->kind == KIND_SHARE && c->moment.view->control_ended > DAY_MIN;
    for (uint32_t i = 0; i < count && left; i++) find_left(c, &conditions[i], arena);
}

/* The number of a value that matches an item, the first that does, or UINT32_MAX. */
static uint32_t find_value(const struct candidate *c, const struct condition *condition, ref item)
{
    const uint32_t *table = c->tables ? c->tables[condition - c->first] : NULL;
    if (table && ref_kind(item) == KIND_ENTITY) return table[table_key(c->moment, condition, item)] - 1;
    if (table) return UINT32_MAX;
    for (uint32_t i = 0; i < condition->count; i++)
        if (ref_matches(c->moment, (enum condition_type)condition->type, item, condition->values[i])) return i;
    return UINT32_MAX;
}

/* What a reference field names; for the id field the record itself, put into *self. */
static uint32_t named(const struct candidate *c, enum field field, const struct cell *cell, const uint32_t **ret_items,
                      ref *self)
{
    if (model_fields[field].type != TYPE_ID) return cell_items(c->moment.view->facts, field, cell, ret_items);
    *self = ref_make(c->kind, c->row), *ret_items = self;
    return 1;
}

/* Asked for the target's, is this share one of its seller's of which a part may be the target's? Asked for anybody but the
 * target, it is its seller's, as the record says. */
static bool may_be_the_units(const struct candidate *c, const struct condition *condition, enum field field)
{
    if (field != SHARE_ENTITY || c->moment.apart == NO_ENTITY || condition->except) return false;
    if (condition->type != CONDITION_GROUPS && condition->type != CONDITION_BELOW) return false;
    if (find_value(c, condition, ref_make(KIND_ENTITY, c->moment.apart)) == UINT32_MAX) return false;
    return covers_unit(c->moment, c->moment.view, c->row) ||
           (c->before_deal && covers_unit(c->moment, c->before_deal, c->row));
}

/* The next of them, from *at on, that ended on the day or later. */
static uint32_t next_asked(const struct candidate *c, const struct condition *condition, int32_t day, uint32_t *at)
{
    const struct facts *f = c->moment.view->facts;
    uint32_t holding;
    if (c->of_left != condition) {
        do holding = next_ended(c->moment.view, day, at);
        while (holding != NO_ROW &&
               find_value(c, condition, cell_of(f, KIND_HOLDING, holding, HOLDING_ENTITY)->ref) == UINT32_MAX);
        return holding;
    }
    while (*at < c->left_count) {
        holding = c->left[(*at)++];
        if (cell_of(f, KIND_HOLDING, holding, HOLDING_TO)->date.low >= day) return holding;
    }
    return NO_ROW;
}

/* Asked for a group, is this share of a firm that had a unit of it on the share's day? Then a part of it may be the group's. */
static bool may_be_of_one_who_left(const struct candidate *c, const struct condition *condition, enum field field)
{
    if (field != SHARE_ENTITY || !asks_whose_share(condition)) return false;
    const struct view *now = c->moment.view;
    int32_t day = cell_at(c, SHARE_FROM)->date.low;
    if (!any_left(now, day)) return false;
    for (uint32_t at = 0, holding; (holding = next_asked(c, condition, day, &at)) != NO_ROW;) {
        ref unit = cell_of(now->facts, KIND_HOLDING, holding, HOLDING_ENTITY)->ref;
        const struct view *then = share_day(now, c->row, holding);
        if (!then) {
            if (c->arena) c->arena->failed = true;
            return false;
        }
        if (then->link[ref_row(unit)] == holding && tells_of_left(now, then, c->row, ref_row(unit))) return true;
    }
    return false;
}

static enum truth refs_truth(const struct candidate *c, const struct condition *condition, enum field field)
{
    const struct cell *cell = cell_at(c, field);
    if (cell->state != CELL_VALUE && model_fields[field].type != TYPE_ID) return when_missing(field, cell);
    const uint32_t *items;
    ref self;
    uint32_t count = named(c, field, cell, &items, &self);
    enum truth best = NO;
    for (uint32_t i = 0; i < count && best != YES; i++) {
        uint32_t value = find_value(c, condition, items[i]);
        if (value != UINT32_MAX) best = truth_or(best, worth(condition, value));
    }
    if (best != NO) return best;
    return may_be_the_units(c, condition, field) || may_be_of_one_who_left(c, condition, field) ? UNKNOWN : NO;
}

/* The links between what the record names and what was asked for; none where it names just that. */
static void tie_refs(const struct candidate *c, const struct condition *condition, enum field field,
                     struct trail *trail)
{
    const uint32_t *items;
    ref self, item = NO_REF, value = NO_REF;
    uint32_t count = named(c, field, cell_at(c, field), &items, &self);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t found = find_value(c, condition, items[i]);
        if (found >= condition->count - condition->maybes) continue;
        if (item == NO_REF) item = items[i], value = condition->values[found];
        if (condition->count <= MANY_VALUES) /* rather one that is named itself */
            for (uint32_t j = found; j < condition->count - condition->maybes; j++)
                if (items[i] == condition->values[j]) return;
        if (items[i] == condition->values[found]) return;
    }
    if (item != NO_REF) trail_tie(trail, c->moment, ref_row(item), ref_row(value));
}

/* --- there or not --- */

static enum truth presence(const struct candidate *c, enum field field)
{
    const struct cell *cell = cell_at(c, field);
    const struct view *v = c->moment.view;
    uint32_t value;
    if (model_fields[field].type == TYPE_FLAG)
        return cell->state == CELL_VALUE ? (cell->flag ? YES : NO) : when_missing(field, cell);
    if (field == TRANSACTION_STATUS || field == SHARE_MEASURE || field == MARKET_NATURE)
        return view_word(v, c->kind, c->row, field, &value);
    if (cell->state >= CELL_VALUE) return YES;
    if (cell->state == CELL_NULL) return UNKNOWN;
    if (field == ENTITY_ACTIVITIES) { /* none for a person or an agency; given by dated records */
        ref record;
        enum field shown;
        if (entity_does(v, c->row, UINT32_MAX, &record, &shown) == UNKNOWN) return UNKNOWN;
        return entity_has_activities(v, c->row) ? YES : NO;
    }
    switch ((enum absent_means)model_fields[field].absent) {
    case ABSENT_NONE: return NO;
    case ABSENT_UNSURE: return UNKNOWN;
    case ABSENT_PARTIAL:
    case ABSENT_EXCLUSIVE:
    case ABSENT_WORLDWIDE: break; /* the default is there */
    }
    return YES;
}

/* --- something or nothing --- */

/* A record tells of something: where it says no size, or one that nobody knows, it is some. */
static enum truth some_of(const struct cell *cell)
{
    if (cell->state < CELL_VALUE || cell->number.low > 0) return YES;
    return cell->number.high > 0 ? UNKNOWN : NO;
}

/* What makes something of a record whose own number is nothing: who has no part of the capital may have votes, a say, or what
 * will become shares. */
static const struct {
    uint16_t field, beside;
} also[] = {
    { HOLDING_STAKE, HOLDING_VOTES },
    { HOLDING_STAKE, HOLDING_CONTROL },
    { HOLDING_STAKE, HOLDING_CONVERTIBLE },
    { INVESTMENT_AMOUNT, INVESTMENT_PAID },
};

static enum truth some_beside(const struct candidate *c, enum field beside)
{
    const struct cell *cell = cell_at(c, beside);
    if (cell->state == CELL_ABSENT) return NO;
    if (cell->state == CELL_NULL) return UNKNOWN;
    if (model_fields[beside].type == TYPE_FLAG) return cell->flag ? YES : NO;
    if (beside == HOLDING_CONTROL) return cell->word == listed_word(LIST_CONTROL, "none") ? NO : YES;
    return some_of(cell);
}

/* *ret_open: the first of its fields that leaves it open, where one does. */
static enum truth something(const struct candidate *c, enum field field, enum field *ret_open)
{
    enum truth truth = some_of(cell_at(c, field));
    *ret_open = field;
    for (size_t i = 0; i < sizeof also / sizeof *also && truth != YES; i++) {
        if (also[i].field != field) continue;
        enum truth beside = some_beside(c, (enum field)also[i].beside);
        if (beside == UNKNOWN && truth == NO) *ret_open = (enum field)also[i].beside;
        truth = truth_or(truth, beside);
    }
    return truth;
}

/* --- a condition, all conditions --- */

enum truth condition_truth(const struct candidate *c, const struct condition *condition)
{
    enum field field = condition_field(c, condition), open;
    enum truth truth = NO;
    switch ((enum condition_type)condition->type) {
    case CONDITION_WORDS: truth = words_truth(c, condition, field); break;
    case CONDITION_GROUPS:
    case CONDITION_EXACTLY:
    case CONDITION_BELOW: truth = refs_truth(c, condition, field); break;
    case CONDITION_PRESENT: truth = presence(c, field); break;
    case CONDITION_MISSING: truth = truth_not(presence(c, field)); break;
    case CONDITION_SOME: truth = something(c, field, &open); break;
    case CONDITION_ID:
        truth = strcmp(c->moment.view->facts->tables[c->kind].id[c->row], condition->id) ? NO : YES;
        break;
    }
    return condition->except ? truth_not(truth) : truth;
}

static bool has_direction(const struct candidate *c)
{
    if (c->kind != KIND_AGREEMENT) return true;
    const struct known_words *words = c->moment.view->words;
    uint32_t type = cell_at(c, AGREEMENT_TYPE)->word;
    return type != words->partnership && type != words->joint_build && type != words->staff_exchange;
}

static enum truth one_way(const struct candidate *c, const struct condition *conditions, uint32_t count)
{
    enum truth truth = YES;
    for (uint32_t i = 0; i < count && truth != NO; i++) truth = truth_and(truth, condition_truth(c, &conditions[i]));
    return truth;
}

enum truth conditions_truth(struct candidate *c, const struct condition *conditions, uint32_t count)
{
    c->turned = false;
    enum truth straight = one_way(c, conditions, count);
    if (straight == YES || has_direction(c)) return straight;
    c->turned = true;
    enum truth turned = one_way(c, conditions, count);
    c->turned = turned > straight;
    return truth_or(straight, turned);
}

void find_turn(struct candidate *c, const struct condition *conditions, uint32_t count)
{
    c->turned = false;
    if (!has_direction(c)) conditions_truth(c, conditions, count);
}

void condition_evidence(const struct candidate *c, const struct condition *condition, struct trail *trail)
{
    enum field field = condition_field(c, condition);
    ref record;
    if (!trail || condition->except) return;
    if (condition->type == CONDITION_GROUPS || condition->type == CONDITION_BELOW) {
        tie_refs(c, condition, field, trail);
    } else if (condition->type == CONDITION_WORDS && field == ENTITY_ACTIVITIES) {
        if (any_activity(c, condition, &record, &field) == YES) trail_read(trail, record, field);
    } else if (field == MARKET_NATURE && cell_at(c, field)->state == CELL_ABSENT) {
        trail_read(trail, ref_make(c->kind, c->row), MARKET_PRODUCT);
    }
}

/* The condition of a query that is open for a record, and what would close it. */
static bool query_need(const struct candidate *c, const struct query *q, ref *ret_record, enum field *ret_field)
{
    for (uint32_t i = 0; i < q->count; i++) {
        if (condition_truth(c, &q->conditions[i]) != UNKNOWN) continue;
        condition_need(c, &q->conditions[i], ret_record, ret_field);
        return true;
    }
    return false;
}

/* A match by a value that is perhaps one leaves open what made it so: what its query asked, its own time, else a word of
 * it that is not known. */
static bool value_need(const struct candidate *c, const struct condition *condition, enum field field, ref *ret_record,
                       enum field *ret_field)
{
    const struct view *v = c->moment.view;
    struct condition sure = *condition;
    struct candidate plain = *c;
    plain.tables = NULL;
    sure.count = 1, sure.maybes = 0;
    for (uint32_t i = condition->count - condition->maybes; i < condition->count; i++) {
        sure.values = &condition->values[i];
        if (refs_truth(&plain, &sure, field) != YES) continue;
        ref value = condition->values[i];
        struct candidate asked = { .moment = c->moment, .kind = ref_kind(value), .row = ref_row(value) };
        if (condition->of && condition->of->kind == ref_kind(value) &&
            query_need(&asked, condition->of, ret_record, ret_field))
            return true;
        if (view_force_need(v, ref_kind(value), ref_row(value), ret_record, ret_field)) return true;
        if (ref_kind(value) != KIND_ENTITY) return false;
        static const uint16_t words[] = { ENTITY_ACTIVITIES, ENTITY_FORM, ENTITY_JURISDICTION };
        *ret_record = value, *ret_field = ENTITY_ACTIVITIES;
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            if (cell_of(v->facts, KIND_ENTITY, ref_row(value), (enum field)words[w])->state < CELL_VALUE)
                return *ret_field = (enum field)words[w], true;
        return true;
    }
    return false;
}

void condition_need(const struct candidate *c, const struct condition *condition, ref *ret_record,
                    enum field *ret_field)
{
    const struct view *v = c->moment.view;
    enum field field = condition_field(c, condition);
    const struct cell *cell = cell_at(c, field);
    *ret_record = ref_make(c->kind, c->row), *ret_field = field;
    bool on_refs = condition->type >= CONDITION_GROUPS && condition->type <= CONDITION_BELOW;
    if (on_refs && condition->maybes && value_need(c, condition, field, ret_record, ret_field)) return;
    if (condition->type == CONDITION_SOME) {
        something(c, field, ret_field);
    } else if (field == ENTITY_ACTIVITIES && condition->type == CONDITION_WORDS) {
        any_activity(c, condition, ret_record, ret_field);
    } else if (field == HOLDING_CONTROL && cell->state == CELL_ABSENT) {
        *ret_field = HOLDING_VOTES;
    } else if (field == SHARE_MEASURE && cell->state == CELL_ABSENT) {
        *ret_record = cell_at(c, SHARE_MARKET)->ref, *ret_field = MARKET_MEASURE;
    } else if (field == TRANSACTION_STATUS) {
        *ret_field = deal_status_need(v, c->row);
    }
}
