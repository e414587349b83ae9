/* header.c - the case object: who it is about, as of when, by whose law, and which lists are whole. */
#include <string.h>

#include "facts/load.h"

static const char *read_name(struct loader *l, const char *name, struct node n)
{
    char value[ENOUGH];
    if (!is_text(l, n))
        complain(l, CODE_SCHEMA, n, NULL, "the %s of the case must be text, not %s", name, shown(l, n, value));
    else if (!text_piece(l, n).length) complain(l, CODE_SCHEMA, n, NULL, "the %s of the case is empty", name);
    else return text_of(l, n);
    return NULL;
}

static void read_jurisdictions(struct loader *l, struct node n)
{
    struct facts *f = l->facts;
    size_t room = 0;
    char value[ENOUGH];
    if (!is_list(l, n) && !is_text(l, n)) {
        complain(l, CODE_SCHEMA, n, NULL, "the jurisdictions must be a list of words, not %s", shown(l, n, value));
        return;
    }
    for (EACH_ITEM(l, item, n)) {
        uint32_t which, *words;
        if (!is_text(l, item)) {
            complain(l, CODE_SCHEMA, item, NULL, "a jurisdiction must be a word in quotes, not %s",
                     shown(l, item, value));
        } else if (read_word(l, LIST_JURISDICTION, item, &which)) {
            size_t i = 0;
            while (i < f->header.jurisdiction_count && f->header.jurisdictions[i] != which) i++;
            if (i < f->header.jurisdiction_count)
                complain(l, CODE_SCHEMA, item, NULL, "%s stands twice in 'jurisdictions'", shown(l, item, value));
            else if ((words = arena_grow(&f->arena, f->header.jurisdictions, i, &room, sizeof *words)))
                f->header.jurisdictions = words, words[f->header.jurisdiction_count++] = which;
        }
    }
}

static bool read_complete_kind(struct loader *l, struct node n, enum kind *ret_kind)
{
    const char *names[KIND_COUNT];
    struct piece name = is_text(l, n) ? text_piece(l, n) : (struct piece){ "", 0 };
    char value[ENOUGH];
    *ret_kind = model_find_kind_singular(name.text, name.length);
    if (*ret_kind < KIND_COUNT) return true;
    for (unsigned k = 0; k < KIND_COUNT; k++) names[k] = model_kind((enum kind)k)->name;
    enum kind plural = model_find_kind(name.text, name.length);
    complain(l, CODE_SCHEMA, n,
             plural < KIND_COUNT ? names[plural] : nearest_name(name.text, name.length, names, KIND_COUNT),
             "the kind of a complete list must be the name of a kind, not %s", shown(l, n, value));
    return false;
}

static void add_condition(struct loader *l, enum field f, struct node n)
{
    const struct field_info *info = &model_fields[f];
    struct facts *facts = l->facts;
    struct complete_condition c = { .field = (uint16_t)f };
    char value[ENOUGH];
    bool words = info->type == TYPE_WORD || info->type == TYPE_WORDS;
    if (!words && info->type != TYPE_REF && info->type != TYPE_REFS) {
        complain_name(l, n, NULL, "a complete list is narrowed by words and references, not by '%s'", info->name);
        return;
    }
    if (!is_text(l, n) && !(is_list(l, n) && !is_empty(l, n))) {
        complain(l, CODE_SCHEMA, n, NULL, "the %s of a complete list must be one or a list, not %s", info->name,
                 is_list(l, n) ? "[]" : shown(l, n, value));
        return;
    }
    c.count = words ? read_words(l, f, n, &c.first) : read_refs(l, f, n, &c.first);
    struct complete_condition *conditions = arena_grow(&facts->arena, facts->complete_conditions, l->condition_count,
                                                       &l->condition_capacity, sizeof *conditions);
    if (!conditions) return;
    facts->complete_conditions = conditions;
    conditions[l->condition_count++] = c;
}

static void read_complete_member(struct loader *l, struct complete *complete, struct node n)
{
    const char *names[64];
    struct piece name = name_piece(l, n);
    if (is_piece(name, "kind", 4)) return;
    if (is_piece(name, "source", 6)) {
        complete->cites_count = read_cites(l, n, &complete->cites_first);
        return;
    }
    if (is_piece(name, "to", 2)) {
        read_day(l, "to", n, &complete->to);
        return;
    }
    enum field f = model_find_field(complete->kind, name.text, name.length);
    if (f != NO_FIELD) {
        add_condition(l, f, n);
        return;
    }
    const struct kind_info *kind = model_kind(complete->kind);
    size_t count = 0;
    for (unsigned i = kind->first; i <= kind->last; i++) names[count++] = model_fields[i].name;
    char quoted[ENOUGH];
    complain_name(l, n, nearest_name(name.text, name.length, names, count), "unknown field '%s' of %s",
                  quotable(name.text, name.length, quoted, sizeof quoted), kind->name);
}

static void read_complete(struct loader *l, struct node n)
{
    struct facts *f = l->facts;
    struct complete complete = { .at = at_of(l, n), .to = DAY_MAX, .first = (uint32_t)l->condition_count };
    char value[ENOUGH];
    if (!is_object(l, n)) {
        complain(l, CODE_SCHEMA, n, NULL, "a complete list must be an object with 'kind', not %s", shown(l, n, value));
        return;
    }
    struct node kind = member_of(l, n, "kind");
    if (!is_there(kind)) complain(l, CODE_SCHEMA, n, NULL, "the complete list has no 'kind'");
    if (!is_there(kind) || !read_complete_kind(l, kind, &complete.kind)) return;
    for (EACH_CHILD(l, c, n)) read_complete_member(l, &complete, c);
    complete.count = (uint32_t)l->condition_count - complete.first;
    struct complete *completes = arena_grow(&f->arena, f->completes, f->complete_count, &l->complete_capacity,
                                            sizeof *completes);
    if (!completes) return;
    f->completes = completes;
    completes[f->complete_count++] = complete;
}

static void read_completes(struct loader *l, struct node n)
{
    char value[ENOUGH];
    if (is_list(l, n))
        for (EACH_CHILD(l, c, n)) read_complete(l, c);
    else complain(l, CODE_SCHEMA, n, NULL, "'complete' must be a list, not %s", shown(l, n, value));
}

void read_header(struct loader *l, struct node n)
{
    enum { ID, TITLE, AS_OF, JURISDICTIONS, COMPLETE, COUNT };
    static const char *const names[COUNT] = { "id", "title", "as_of", "jurisdictions", "complete" };
    struct node members[COUNT];
    struct facts *f = l->facts;
    char value[ENOUGH];
    f->header.at = at_of(l, n);
    if (!is_object(l, n)) {
        complain(l, CODE_SCHEMA, n, NULL, "the case must be an object, not %s", shown(l, n, value));
        return;
    }
    take_members(l, n, "the case", names, COUNT, members);
    if (is_there(members[ID])) f->header.id = read_name(l, "id", members[ID]);
    if (is_there(members[TITLE])) f->header.title = read_name(l, "title", members[TITLE]);
    if (is_there(members[AS_OF])) read_day(l, "as_of", members[AS_OF], &f->header.as_of);
    if (is_there(members[JURISDICTIONS])) read_jurisdictions(l, members[JURISDICTIONS]);
    if (is_there(members[COMPLETE])) read_completes(l, members[COMPLETE]);
    if (!is_there(members[ID])) complain(l, CODE_SCHEMA, n, NULL, "the case has no 'id'");
    for (size_t i = 0; i < f->complete_count; i++) /* DAY_MAX where neither says a day: up to the day asked */
        if (f->completes[i].to == DAY_MAX) f->completes[i].to = f->header.as_of;
}
