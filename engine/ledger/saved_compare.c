/* saved_compare.c - a saved audit beside the same audit made anew: each thing that differs, and first of all why.
 *
 * Both are walked together. White space, the order of the members of an object and the way a number is written are no
 * differences; all else is, the order of lists too. Findings and rules are told by their ids, so that one that is missing
 * does not make all after it differ. */
#include "ledger/saved.h"

#include <stdarg.h>
#include <stdio.h>

enum { LINES = 20, PATH = 300, SHOWN = 256 };

struct comparing {
    const struct document *was, *now;
    struct text lines;
    size_t count;
    size_t passed_over; /* notices of a configuration in the audit */
};

/* ---- saying ---- */

static void differ(struct comparing *c, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void differ(struct comparing *c, const char *format, ...)
{
    char raw[1200], line[1400];
    va_list arguments;
    if (c->count++ >= LINES) return;
    va_start(arguments, format);
    vsnprintf(raw, sizeof raw, format, arguments);
    va_end(arguments);
    text_add(&c->lines, "  %s\n", shown_safely(raw, line, sizeof line));
}

/* A value as it stands in its text, cut. */
static const char *shown(const struct document *d, struct item i, char out[SHOWN])
{
    uint32_t at = d->scan->nodes[i.index].at;
    return quotable(d->sink.text + at, scan_value_length(d->sink.text + at), out, SHOWN);
}

/* ---- walking ---- */

static void compare(struct comparing *, const char *path, struct item was, struct item now);

static void compare_objects(struct comparing *c, const char *path, struct item was, struct item now)
{
    char inner[PATH], value[SHOWN];
    for (EACH_ITEM(c->was, i, was)) {
        struct item other = item_member(c->now, now, i.json->string);
        snprintf(inner, sizeof inner, "%s/%s", path, i.json->string);
        if (other.json) compare(c, inner, i, other);
        else differ(c, "%s: %s in the audit, nothing now", inner, shown(c->was, i, value));
    }
    for (EACH_ITEM(c->now, i, now)) {
        if (item_member(c->was, was, i.json->string).json) continue;
        differ(c, "%s/%s: nothing in the audit, %s now", path, i.json->string, shown(c->now, i, value));
    }
}

static bool is_text(const cJSON *json, const char *text)
{
    return cJSON_IsString(json) && !strcmp(json->valuestring, text);
}

static const char *member_text(struct item object, const char *name)
{
    const cJSON *json = cJSON_IsObject(object.json) ? cJSON_GetObjectItemCaseSensitive(object.json, name) : NULL;
    return cJSON_IsString(json) ? json->valuestring : "";
}

/* What a configuration had said in the notices is no part of what is evaluated again, which is said in the end. */
static struct item past_configuration(const struct document *d, struct item i, size_t *passed_over)
{
    for (; i.json; i = next_item(d, i), (*passed_over)++) {
        const char *code = member_text(i, "code");
        if (strcmp(code, "config") != 0 && strcmp(code, "config-param") != 0) break;
    }
    return i;
}

static void compare_in_order(struct comparing *c, const char *path, struct item was, struct item now)
{
    char inner[PATH], value[SHOWN];
    struct item a = first_item(was), b = first_item(now);
    bool notices = !strcmp(path, "/notices");
    size_t none = 0; /* made anew, there is no configuration */
    for (size_t n = 0;; n++) {
        if (notices) a = past_configuration(c->was, a, &c->passed_over), b = past_configuration(c->now, b, &none);
        if (!a.json && !b.json) return;
        snprintf(inner, sizeof inner, "%s/%zu", path, n);
        if (a.json && b.json) compare(c, inner, a, b);
        else if (a.json) differ(c, "%s: %s in the audit, nothing now", inner, shown(c->was, a, value));
        else differ(c, "%s: nothing in the audit, %s now", inner, shown(c->now, b, value));
        if (a.json) a = next_item(c->was, a);
        if (b.json) b = next_item(c->now, b);
    }
}

static struct item find_by(const struct document *d, struct item list, const char *key, const char *value)
{
    for (EACH_ITEM(d, i, list))
        if (cJSON_IsObject(i.json) && is_text(cJSON_GetObjectItemCaseSensitive(i.json, key), value)) return i;
    return (struct item){ NULL, list.index };
}

/* "finding 0123456789ab of ftc-6b/exclusive-api:", or "rule ftc-6b/exclusive-api:" */
static void name_of(struct item i, const char *key, char out[PATH])
{
    if (!strcmp(key, "id")) snprintf(out, PATH, "rule %.120s:", member_text(i, "id"));
    else snprintf(out, PATH, "finding %.12s of %.120s:", member_text(i, key), member_text(i, "rule"));
}

/* Lists whose items have an id of their own. */
static void compare_by(struct comparing *c, const char *path, struct item was, struct item now, const char *key)
{
    char name[PATH];
    bool moved = false, all = true;
    struct item beside = first_item(now);
    for (EACH_ITEM(c->was, i, was)) {
        bool in_place = beside.json && !strcmp(member_text(beside, key), member_text(i, key));
        struct item other = in_place ? beside : find_by(c->now, now, key, member_text(i, key));
        name_of(i, key, name);
        if (other.json) moved = moved || !in_place, compare(c, name, i, other);
        else all = false, differ(c, "%s in the audit, but not found now", name);
        if (beside.json) beside = next_item(c->now, beside);
    }
    beside = first_item(was);
    for (EACH_ITEM(c->now, i, now)) {
        bool in_place = beside.json && !strcmp(member_text(beside, key), member_text(i, key));
        if (beside.json) beside = next_item(c->was, beside);
        if (in_place || find_by(c->was, was, key, member_text(i, key)).json) continue;
        name_of(i, key, name);
        all = false, differ(c, "%s found now, but not in the audit", name);
    }
    if (all && (moved || item_count(was) != item_count(now))) compare_in_order(c, path, was, now);
}

/* Among the causes, in words of its own: there both are texts, and not empty. */
static bool is_told(const char *path, const cJSON *was, const cJSON *now)
{
    static const char *const told[] = { "/tool/version",   "/inputs/facts",         "/inputs/library",
                                        "/inputs/sources", "/ledger/baseline_hash", "/ledger/accepted_hash" };
    if (!cJSON_IsString(was) || !cJSON_IsString(now) || !*was->valuestring || !*now->valuestring) return false;
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        if (!strcmp(path, told[i])) return true;
    size_t length = strlen(path);
    return !strncmp(path, "rule ", 5) && length > 5 && !strcmp(path + length - 5, "/hash");
}

static bool same_scalar(const cJSON *a, const cJSON *b)
{
    if (cJSON_IsString(a)) return !strcmp(a->valuestring, b->valuestring);
    return !cJSON_IsNumber(a) || a->valuedouble == b->valuedouble;
}

static void compare(struct comparing *c, const char *path, struct item was, struct item now)
{
    char before[SHOWN], after[SHOWN];
    bool same_type = (was.json->type & 0xFF) == (now.json->type & 0xFF);
    if (same_type && cJSON_IsObject(was.json)) compare_objects(c, path, was, now);
    else if (same_type && cJSON_IsArray(was.json)) {
        if (!strcmp(path, "/findings")) compare_by(c, path, was, now, "fingerprint");
        else if (!strcmp(path, "/rules")) compare_by(c, path, was, now, "id");
        else compare_in_order(c, path, was, now);
    } else if ((!same_type || !same_scalar(was.json, now.json)) && !is_told(path, was.json, now.json))
        differ(c, "%s: %s in the audit, %s now", path, shown(c->was, was, before), shown(c->now, now, after));
}

/* ---- what it was made from ---- */

static const char *inner_text(const struct document *d, struct item object, const char *outer, const char *name)
{
    return member_text(item_member(d, object, outer), name);
}

static void tell(struct comparing *c, struct item was, struct item now, const char *outer, const char *name,
                 const char *sentence)
{
    const char *a = inner_text(c->was, was, outer, name), *b = inner_text(c->now, now, outer, name);
    if (*a && *b && strcmp(a, b) != 0) differ(c, "%s: %.12s, now %.12s", sentence, a, b);
}

static void tell_causes(struct comparing *c, struct item was, struct item now)
{
    tell(c, was, now, "tool", "version", "another version of the program made the audit");
    tell(c, was, now, "inputs", "facts", "the facts are not those of the audit (SHA-256)");
    struct item rules = item_member(c->now, now, "rules");
    for (EACH_ITEM(c->was, i, item_member(c->was, was, "rules"))) {
        const char *id = member_text(i, "id"), *a = member_text(i, "hash"),
                   *b = member_text(find_by(c->now, rules, "id", id), "hash");
        if (*a && *b && strcmp(a, b) != 0)
            differ(c, "the rule %.120s is not the one of the audit (SHA-256): %.12s, now %.12s", id, a, b);
    }
    tell(c, was, now, "inputs", "library", "what the rules require is not that of the audit (SHA-256)");
    tell(c, was, now, "inputs", "sources", "the sources of the rules are not those of the audit (SHA-256)");
    tell(c, was, now, "ledger", "baseline_hash", "the baseline is not that of the audit (SHA-256)");
    tell(c, was, now, "ledger", "accepted_hash", "the accepted risks are not those of the audit (SHA-256)");
}

/* ---- the whole ---- */

static bool deliver(struct comparing *c, struct cc_engine *engine, cc_sink sink)
{
    if (c->count > LINES) text_add(&c->lines, "  and %zu more differences\n", c->count - LINES);
    if (c->passed_over)
        text_add(&c->lines, "  not evaluated again: %zu of the notices, which a configuration is said to have made\n",
                 c->passed_over);
    return text_deliver(engine, &c->lines, sink);
}

int cc_saved_compare(const cc_saved *s, size_t i, const char *json, size_t length, cc_sink sink)
{
    struct document now;
    struct arena keep;
    int differences = -1;
    arena_init(&keep, s->engine->allocator, 0);
    struct comparing c = { .was = &s->document, .now = &now };
    text_init(&c.lines, s->engine->allocator, 1 << 20);
    if (document_open(&now, s->engine, "the new audit", json, length, &keep)) {
        struct item was = s->documents[i].root, root = { now.tree, 0 };
        tell_causes(&c, was, root);
        compare(&c, "", was, root);
    }
    if (document_is_sound(&now) && deliver(&c, s->engine, sink))
        differences = c.count > 1000000 ? 1000000 : (int)c.count;
    else text_free(&c.lines);
    document_forget(&now);
    arena_free(&keep);
    return differences;
}
