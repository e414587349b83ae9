/* config.c - what a run is to do, in a file: compliance-config/1.
 *
 *     {"format": "compliance-config/1",
 *      "facts": ["facts/2025-*.json"], "formats": {"text": "-", "sarif": "audit.sarif"},
 *      "rules": ["rules"], "baseline": "baseline.json", "accepted": "accept.json",
 *      "fail-on": "high", "fail-on-unknown": true,
 *      "params": {"ftc-6b/exclusive-hosting.cloud_share": {"value": 25, "reason": "..."}}}
 *
 * Facts and formats are looked for in the working folder; rules, baseline and accepted beside the configuration, which
 * thereby can come whole from somewhere that the author of the facts does not write to. */
#include <stdio.h>

#include "ledger/document.h"

struct changed_param {
    const char *name, *value, *reason; /* name: RULE.NAME */
    uint32_t line, column;
};
struct values {
    const char **items;
    size_t count;
};
struct cc_config {
    struct cc_engine *engine;
    struct arena arena;
    const char *name;
    struct values values[CC_CONFIG_KEYS];
    struct changed_param *params;
    size_t param_count;
};
struct reading {
    struct document document;
    struct cc_config *config;
    cc_words formats; /* the names that there are */
    bool local;
};

enum { FACTS, FORMATS, RULES, FAIL_ON, FAIL_ON_UNKNOWN, PARAMS, BASELINE, ACCEPTED, MEMBERS };
static const struct member members[MEMBERS] = {
    [FACTS] = { "facts", ITEM_LIST, false },       [FORMATS] = { "formats", ITEM_OBJECT, false },
    [RULES] = { "rules", ITEM_LIST, false },       [FAIL_ON] = { "fail-on", ITEM_TEXT, false },
    [PARAMS] = { "params", ITEM_OBJECT, false },   [FAIL_ON_UNKNOWN] = { "fail-on-unknown", ITEM_FLAG, false },
    [BASELINE] = { "baseline", ITEM_TEXT, false }, [ACCEPTED] = { "accepted", ITEM_TEXT, false },
};

/* ---- values ---- */

/* Room for so many more values. */
static bool make_room(struct reading *r, enum cc_config_key key, size_t count)
{
    r->config->values[key].items = arena_array(&r->config->arena, count + 1, sizeof(char *));
    return r->config->values[key].items != NULL;
}

static void add_value(struct reading *r, enum cc_config_key key, const char *value)
{
    struct values *v = &r->config->values[key];
    if (value) v->items[v->count++] = value;
}

/* Of the working folder's own configuration: nothing outside of that folder, and nothing hidden in it. In a glob a
 * backslash hides what follows it: "\\../x" is ../x. */
static bool is_inside(const char *path)
{
    if (strchr(path, '\\')) return false;
    if (!strncmp(path, "./", 2)) path += 2;
    for (; *path != '/' && *path != '.'; path++) { /* where a part of the path begins */
        path += strcspn(path, "/");
        if (!*path) return true;
    }
    return false;
}

static const char *read_path(struct reading *r, struct item i, const char *what)
{
    const char *path = item_text(&r->document, i, what);
    if (!path || !r->local || is_inside(path)) return path;
    item_wrong(&r->document, i, CODE_SCHEMA, NULL,
               "%s must lie in the working folder, and not be hidden: only --config may say otherwise", what);
    return NULL;
}

/* Beside the configuration. */
static const char *read_own_path(struct reading *r, struct item i, const char *what)
{
    const char *path = item_text(&r->document, i, what), *slash = strrchr(r->config->name, '/');
    if (!path || *path == '/' || !slash) return path;
    struct text t;
    text_init(&t, r->config->arena.allocator, 0);
    text_bytes(&t, r->config->name, (size_t)(slash - r->config->name) + 1);
    text_string(&t, path);
    const char *whole = t.failed ? NULL : arena_copy(&r->config->arena, t.data, t.length);
    if (!whole) r->config->arena.failed = true;
    text_free(&t);
    return whole;
}

/* ---- keys ---- */

static void read_list(struct reading *r, struct item list, enum cc_config_key key, const char *what,
                      const char *(*read)(struct reading *, struct item, const char *))
{
    if (!list.json || !make_room(r, key, item_count(list))) return;
    for (EACH_ITEM(&r->document, i, list))
        if (item_is(i, ITEM_TEXT)) add_value(r, key, read(r, i, what));
        else item_wrong(&r->document, i, CODE_SCHEMA, NULL, "%s must be a text", what);
}

static bool is_format(const struct reading *r, const char *name)
{
    for (size_t i = 0; i < r->formats.count; i++)
        if (!strcmp(r->formats.items[i], name)) return true;
    return false;
}

/* {"text": "-", "json": "audit.json"} */
static void read_formats(struct reading *r, struct item object)
{
    bool standard = false;
    if (!object.json || !make_room(r, CC_CONFIG_FORMATS, item_count(object))) return;
    for (EACH_ITEM(&r->document, i, object)) {
        const char *name = i.json->string;
        size_t length = strlen(name);
        char value[1200];
        if (!is_format(r, name))
            item_wrong_name(&r->document, i, nearest_name(name, length, r->formats.items, r->formats.count),
                            "there is no format '%s'", quotable(name, length, value, 200));
        else if (!item_is(i, ITEM_TEXT))
            item_wrong(&r->document, i, CODE_SCHEMA, NULL,
                       "'formats' must be an object of files by format; - is standard output");
        else if (!strcmp(i.json->valuestring, "-") && standard)
            item_wrong(&r->document, i, CODE_SCHEMA, NULL, "standard output (-) takes one format");
        else {
            const char *path = strcmp(i.json->valuestring, "-") ? read_path(r, i, "a report") : "-";
            standard = standard || (path && !strcmp(path, "-"));
            if (path && strlen(path) > 1000)
                item_wrong(&r->document, i, CODE_LIMIT, NULL, "a path has at most 1,000 bytes");
            else if (path) {
                snprintf(value, sizeof value, "%s=%s", name, path);
                add_value(r, CC_CONFIG_FORMATS, arena_copy(&r->config->arena, value, strlen(value)));
            }
        }
    }
}

static void read_fail_on(struct reading *r, struct item i)
{
    static const char *const words[] = { "info", "low", "medium", "high", "critical", "never" };
    enum { WORDS = sizeof words / sizeof *words };
    const char *severity = item_text(&r->document, i, "'fail-on'");
    char quoted[256];
    if (!severity || !make_room(r, CC_CONFIG_FAIL_ON, 1)) return;
    for (size_t w = 0; w < WORDS; w++)
        if (!strcmp(words[w], severity)) {
            add_value(r, CC_CONFIG_FAIL_ON, severity);
            return;
        }
    item_wrong(&r->document, i, CODE_SCHEMA, nearest_name(severity, strlen(severity), words, WORDS),
               "'fail-on' cannot be '%s' (info, low, medium, high, critical, never)",
               quotable(severity, strlen(severity), quoted, sizeof quoted));
}

static void read_param(struct reading *r, struct item i)
{
    enum { VALUE, REASON, COUNT };
    static const struct member parts[COUNT] = { { "value", ITEM_NUMBER, true }, { "reason", ITEM_TEXT, true } };
    struct document *d = &r->document;
    struct item m[COUNT];
    const char *dot = strrchr(i.json->string, '.');
    struct changed_param *p = &r->config->params[r->config->param_count];
    char value[1200];
    if (!dot || dot == i.json->string || !dot[1] || strlen(i.json->string) > 1000) {
        item_wrong_name(d, i, NULL, "a param is written RULE.NAME");
        return;
    }
    item_members(d, i, "a param", parts, COUNT, m);
    const char *reason = item_text(d, m[REASON], "the reason");
    if (!m[VALUE].json || !reason) return;
    uint32_t at = d->scan->nodes[m[VALUE].index].at;
    *p = (struct changed_param){ .name = item_name(d, i), .reason = reason };
    p->value = arena_copy(d->keep, d->sink.text + at, scan_value_length(d->sink.text + at));
    locate(d->sink.text, d->sink.size, d->scan->nodes[i.index].key, &p->line, &p->column);
    if (!p->name || !p->value) return;
    snprintf(value, sizeof value, "%s=%s", p->name, p->value);
    add_value(r, CC_CONFIG_PARAMS, arena_copy(d->keep, value, strlen(value)));
    r->config->param_count++;
}

static void read_params(struct reading *r, struct item object)
{
    if (!object.json || !make_room(r, CC_CONFIG_PARAMS, item_count(object))) return;
    r->config->params = arena_array(&r->config->arena, item_count(object) + 1, sizeof *r->config->params);
    for (EACH_ITEM(&r->document, i, object))
        if (r->config->params) read_param(r, i);
}

static void read_one(struct reading *r, struct item i, enum cc_config_key key, const char *value)
{
    if (i.json && value && make_room(r, key, 1)) add_value(r, key, value);
}

/* What must come from somebody who is trusted. */
static void refuse_local(struct reading *r, const struct item items[MEMBERS])
{
    for (size_t m = 0; m < MEMBERS; m++)
        if (items[m].json && m != FACTS && m != FORMATS)
            item_wrong_name(&r->document, items[m], NULL,
                            "'%s' is not taken from the working folder: name a configuration with --config",
                            members[m].name);
}

static void read_config(struct reading *r)
{
    struct item m[MEMBERS];
    document_root(&r->document, "compliance-config/1", members, MEMBERS, m);
    read_list(r, m[FACTS], CC_CONFIG_FACTS, "a glob of facts", read_path);
    read_formats(r, m[FORMATS]);
    if (r->local) {
        refuse_local(r, m);
        return;
    }
    read_list(r, m[RULES], CC_CONFIG_RULES, "a path of rules", read_own_path);
    read_fail_on(r, m[FAIL_ON]);
    read_params(r, m[PARAMS]);
    read_one(r, m[FAIL_ON_UNKNOWN], CC_CONFIG_FAIL_ON_UNKNOWN, cJSON_IsTrue(m[FAIL_ON_UNKNOWN].json) ? "true" : NULL);
    read_one(r, m[BASELINE], CC_CONFIG_BASELINE, read_own_path(r, m[BASELINE], "the baseline"));
    read_one(r, m[ACCEPTED], CC_CONFIG_ACCEPTED, read_own_path(r, m[ACCEPTED], "the file of accepted risks"));
}

/* ---- a configuration ---- */

cc_config *cc_config_read(cc_engine *engine, const char *name, const char *json, size_t length, bool local,
                          cc_words formats)
{
    cc_config *c = engine->allocator->allocate(engine->allocator->ud, NULL, 0, sizeof *c);
    if (!c) return ledger_no_memory(engine), NULL;
    *c = (cc_config){ .engine = engine };
    arena_init(&c->arena, engine->allocator, 0);
    c->name = arena_copy(&c->arena, name, strlen(name));
    struct reading r = { .config = c, .local = local, .formats = formats };
    if (document_open(&r.document, engine, name, json, length, &c->arena) && c->name) read_config(&r);
    if (document_close(&r.document)) return c;
    cc_config_free(c);
    return NULL;
}

void cc_config_free(cc_config *c)
{
    if (!c) return;
    const cc_allocator *allocator = c->engine->allocator;
    arena_free(&c->arena);
    allocator->allocate(allocator->ud, c, sizeof *c, 0);
}

cc_words cc_config_words(const cc_config *c, cc_config_key key)
{
    return (cc_words){ .items = c->values[key].items, .count = c->values[key].count };
}

/* ---- params ---- */

static bool refuse_param(const cc_config *c, const struct changed_param *p, const char *hint, const char *what,
                         const char *name, size_t length)
{
    char message[300], quoted[256];
    snprintf(message, sizeof message, "%s '%s'", what, quotable(name, length, quoted, sizeof quoted));
    c->engine->emit(c->engine->ud, &(cc_diagnostic){ .size = sizeof(cc_diagnostic),
                                                     .code = codes[CODE_UNKNOWN_REF].word,
                                                     .file = c->name,
                                                     .line = p->line,
                                                     .column = p->column,
                                                     .message = message,
                                                     .hint = hint });
    return false;
}

static bool check_param(const cc_config *c, const struct changed_param *p)
{
    enum { NAMES = 512 };
    struct cc_engine *e = c->engine;
    const char *dot = strrchr(p->name, '.'), *names[NAMES];
    size_t length = (size_t)(dot - p->name), count = 0;
    const struct rule *rule = NULL;
    for (size_t i = 0; i < e->rule_count && !rule; i++)
        if (strlen(e->rules[i]->id) == length && !memcmp(e->rules[i]->id, p->name, length) &&
            !(rule = engine_rule(e, i)))
            return false;
    if (!rule) {
        for (; count < e->rule_count && count < NAMES; count++) names[count] = e->rules[count]->id;
        return refuse_param(c, p, nearest_name(p->name, length, names, count), "there is no rule", p->name, length);
    }
    if (rule->error) return true; /* it has failed, and says so */
    for (; count < rule->param_count && count < NAMES; count++) {
        names[count] = rule->params[count].name;
        if (!strcmp(names[count], dot + 1)) return true;
    }
    return refuse_param(c, p, nearest_name(dot + 1, strlen(dot + 1), names, count), "the rule has no param", dot + 1,
                        strlen(dot + 1));
}

bool cc_config_check(const cc_config *c)
{
    bool well = true;
    for (size_t i = 0; i < c->param_count; i++) well = check_param(c, &c->params[i]) && well;
    return well;
}

/* What a later option says of the same param; NULL: none does. */
static const char *overriding(const cc_config *c, const struct changed_param *p, cc_words params)
{
    size_t length = strlen(p->name);
    const char *last = NULL;
    for (size_t i = 0; i < params.count; i++)
        if (!strncmp(params.items[i], p->name, length) && params.items[i][length] == '=') last = params.items[i];
    for (size_t i = 0; last && i < c->values[CC_CONFIG_PARAMS].count; i++)
        if (last == c->values[CC_CONFIG_PARAMS].items[i]) return NULL; /* its own */
    return last ? last + length + 1 : NULL;
}

bool cc_config_apply(const cc_config *c, cc_audit *audit, cc_words params)
{
    struct text t;
    text_init(&t, audit->arena.allocator, 0);
    text_add(&t, "configured by %s", c->name);
    bool well = note_built(audit, "config", &t);
    for (size_t i = 0; well && i < c->param_count; i++) {
        const struct changed_param *p = &c->params[i];
        const char *instead = overriding(c, p, params);
        text_add(&t, "%s:%u: ", c->name, (unsigned)p->line);
        if (instead) text_add(&t, "%s is %s there, but an option says %s", p->name, p->value, instead);
        else text_add(&t, "the reason for %s: %s", p->name, p->reason); /* the audit has told its value */
        well = note_built(audit, "config-param", &t);
    }
    text_free(&t);
    return well;
}
