/* subject.c - see subject.h. */
#include "ledger/subject.h"

void subject_of_finding(const struct cc_audit *audit, const struct finding *f, struct subject_named *ret_subject)
{
    const uint8_t *roles = f->rule->roles_by_name;
    ret_subject->count = f->rule->role_count;
    for (unsigned i = 0; i < ret_subject->count; i++) {
        ret_subject->roles[i] = f->rule->roles[roles[i]];
        ret_subject->ids[i] = facts_id(audit->facts, f->subject.roles[roles[i]].record);
    }
}

/* Into its place among those before it. */
static void add_role(struct subject_named *s, const char *role, const char *id)
{
    unsigned at = s->count++;
    for (; at > 0 && strcmp(s->roles[at - 1], role) > 0; at--)
        s->roles[at] = s->roles[at - 1], s->ids[at] = s->ids[at - 1];
    s->roles[at] = role, s->ids[at] = id;
}

bool subject_read(struct document *d, struct item object, struct subject_named *ret_subject)
{
    struct subject_named s = { 0 };
    for (EACH_ITEM(d, i, object)) {
        if (s.count == MOST_ROLES) {
            item_wrong_name(d, i, NULL, "a subject has at most %d roles", (int)MOST_ROLES);
            return false;
        }
        if (!item_is(i, ITEM_TEXT)) {
            item_wrong(d, i, CODE_SCHEMA, NULL, "a subject is an object of ids by role");
            return false;
        }
        const char *role = item_name(d, i), *id = arena_copy(d->keep, i.json->valuestring, strlen(i.json->valuestring));
        if (!role || !id) return false;
        add_role(&s, role, id);
    }
    *ret_subject = s;
    return true;
}

bool subject_copy(struct arena *arena, const struct subject_named *from, struct subject_named *ret_copy)
{
    ret_copy->count = from->count;
    for (unsigned i = 0; i < from->count; i++) {
        ret_copy->roles[i] = arena_copy(arena, from->roles[i], strlen(from->roles[i]));
        ret_copy->ids[i] = arena_copy(arena, from->ids[i], strlen(from->ids[i]));
    }
    return !arena->failed;
}

bool subject_same(const struct subject_named *a, const struct subject_named *b)
{
    bool same = a->count == b->count;
    for (unsigned i = 0; same && i < a->count; i++)
        same = !strcmp(a->roles[i], b->roles[i]) && !strcmp(a->ids[i], b->ids[i]);
    return same;
}

void subject_words(struct text *t, const struct subject_named *s)
{
    for (unsigned i = 0; i < s->count; i++) {
        text_string(t, i ? ", " : " of ");
        text_string(t, s->roles[i]), text_char(t, ' '), text_string(t, s->ids[i]);
    }
}

void subject_json(struct text *t, const struct subject_named *s)
{
    text_char(t, '{');
    for (unsigned i = 0; i < s->count; i++) {
        text_string(t, i ? ", " : "");
        text_json(t, s->roles[i]), text_string(t, ": "), text_json(t, s->ids[i]);
    }
    text_char(t, '}');
}
