/* saved.c - reads a saved audit (compliance-audit/1), or an array of them, as far as is needed to evaluate it again. */
#include "ledger/saved.h"

#include "ledger/shape.h"

#define AUDIT_FORMAT "compliance-audit/1"

struct item item_member(const struct document *d, struct item object, const char *name)
{
    for (EACH_ITEM(d, i, object))
        if (i.json->string && !strcmp(i.json->string, name)) return i;
    return (struct item){ NULL, object.index };
}

/* A member that must be there and be of the type; else it is said, and json is NULL. */
static struct item needed(struct document *d, struct item object, const char *name, enum item_type type)
{
    struct item i = item_member(d, object, name);
    if (item_is(i, type)) return i;
    item_wrong(d, i.json ? i : object, CODE_SCHEMA, NULL,
               i.json ? "'%s' of an audit has a wrong type" : "an audit needs '%s'", name);
    return (struct item){ NULL, object.index };
}

static const char *text_of(struct document *d, struct item i)
{
    return item_is(i, ITEM_TEXT) ? arena_copy(d->keep, i.json->valuestring, strlen(i.json->valuestring)) : NULL;
}

static const char *needed_text(struct document *d, struct item object, const char *name)
{
    return text_of(d, needed(d, object, name, ITEM_TEXT));
}

static const char *optional_text(struct document *d, struct item object, const char *name)
{
    struct item i = item_member(d, object, name);
    if (i.json && !item_is(i, ITEM_TEXT)) item_wrong(d, i, CODE_SCHEMA, NULL, "'%s' must be a text", name);
    return text_of(d, i);
}

static cc_words optional_words(struct document *d, struct item object, const char *name)
{
    struct item list = item_member(d, object, name);
    cc_words words = { NULL, 0 };
    const char **items = list.json ? arena_array(d->keep, item_count(list) + 1, sizeof *items) : NULL;
    if (list.json && !item_is(list, ITEM_LIST)) item_wrong(d, list, CODE_SCHEMA, NULL, "'%s' must be a list", name);
    if (!items || !item_is(list, ITEM_LIST)) return words;
    for (EACH_ITEM(d, i, list)) {
        if (!item_is(i, ITEM_TEXT)) item_wrong(d, i, CODE_SCHEMA, NULL, "'%s' must be a list of texts", name);
        else if ((items[words.count] = text_of(d, i))) words.count++;
    }
    words.items = items;
    return words;
}

static bool is_true(struct document *d, struct item object, const char *name)
{
    struct item i = item_member(d, object, name);
    return i.json && cJSON_IsTrue(i.json);
}

static size_t optional_count(struct document *d, struct item object, const char *name)
{
    struct item i = item_member(d, object, name);
    if (!i.json) return 0;
    double count = item_is(i, ITEM_NUMBER) ? i.json->valuedouble : -1;
    if (count >= 0 && count <= 1e9) return (size_t)count;
    item_wrong(d, i, CODE_SCHEMA, NULL, "'%s' must be a whole number", name);
    return 0;
}

static void read_options(struct document *d, struct item inputs, struct item about, struct cc_saved_audit *a)
{
    struct item o = needed(d, inputs, "options", ITEM_OBJECT);
    cc_options *options = &a->options;
    *options = (cc_options){ .size = sizeof *options };
    options->as_of = optional_text(d, o, "as_of"), options->today = optional_text(d, o, "today");
    options->law_as_of = optional_text(d, about, "law_as_of");
    options->only = optional_words(d, o, "only"), options->skip = optional_words(d, o, "skip");
    options->jurisdictions = optional_words(d, o, "jurisdictions"), options->params = optional_words(d, o, "params");
    options->clears_budget = optional_count(d, o, "clears");
    options->sensitivity = is_true(d, o, "sensitivity");
    options->every_subject = is_true(d, o, "every_subject"), options->every_test = is_true(d, o, "every_test");
    a->verbose = is_true(d, o, "verbose");
}

/* {"pointer": "/shares/3/percent", "was": 21, "now": 19} is "/shares/3/percent=19"; without `now` it is taken out. */
static void read_altered(struct document *d, struct item list, struct cc_saved_audit *a)
{
    size_t count = item_count(list) + 1;
    const char **set = arena_array(d->keep, count, sizeof *set), **without = arena_array(d->keep, count, sizeof *set);
    for (EACH_ITEM(d, i, list)) {
        struct item now = item_member(d, i, "now");
        const char *pointer = needed_text(d, i, "pointer");
        struct text t;
        if (!pointer || !set || !without) return;
        if (!now.json) {
            without[a->without.count++] = pointer;
            continue;
        }
        const char *value = d->sink.text + d->scan->nodes[now.index].at;
        text_init(&t, d->keep->allocator, 0);
        text_string(&t, pointer), text_char(&t, '='), text_bytes(&t, value, scan_value_length(value));
        set[a->set.count++] = t.failed ? NULL : arena_copy(d->keep, t.data, t.length);
        if (t.failed) d->keep->failed = true;
        text_free(&t);
    }
    a->set.items = set, a->without.items = without;
}

/* Nothing of an audit may stand beside the errors: it would not be evaluated. */
static void read_refused(struct document *d, struct item root, struct item errors, struct cc_saved_audit *a)
{
    shape_check(d, root, "refused");
    if (item_is(errors, ITEM_LIST) && !item_count(errors))
        item_wrong(d, errors, CODE_SCHEMA, NULL, "'errors' of a file that was refused has none");
    *a = (struct cc_saved_audit){ .size = sizeof *a, .refused = true };
    a->file = text_of(d, item_member(d, item_member(d, root, "case"), "file"));
    struct item inputs = item_member(d, root, "inputs");
    a->set = optional_words(d, inputs, "set"), a->without = optional_words(d, inputs, "without");
}

/* A list that is compared by what its items are called. */
static void check_named(struct document *d, struct item root, const char *name, const char *key)
{
    struct item list = needed(d, root, name, ITEM_LIST);
    for (EACH_ITEM(d, i, list))
        if (!item_is(i, ITEM_OBJECT) || !item_is(item_member(d, i, key), ITEM_TEXT))
            item_wrong(d, i, CODE_SCHEMA, NULL, "each of the %s needs a text '%s'", name, key);
}

/* Not against the whole shape: what another version writes differs, and is to be told as that. */
static void read_audit(struct document *d, struct saved_document *s)
{
    struct cc_saved_audit *a = &s->about;
    struct item errors = item_member(d, s->root, "errors");
    if (errors.json) {
        read_refused(d, s->root, errors, a);
        return;
    }
    struct item about = needed(d, s->root, "case", ITEM_OBJECT), ledger = item_member(d, s->root, "ledger");
    *a = (struct cc_saved_audit){ .size = sizeof *a, .file = needed_text(d, about, "file") };
    read_options(d, needed(d, s->root, "inputs", ITEM_OBJECT), about, a);
    if (item_is(item_member(d, s->root, "altered"), ITEM_LIST)) read_altered(d, item_member(d, s->root, "altered"), a);
    check_named(d, s->root, "findings", "fingerprint"), check_named(d, s->root, "rules", "id");
    if (!ledger.json) return;
    a->baseline = optional_text(d, ledger, "baseline"), a->accepted = optional_text(d, ledger, "accepted");
    a->today = optional_text(d, ledger, "today");
}

static void read_documents(struct cc_saved *s)
{
    struct document *d = &s->document;
    struct item root = { d->tree, 0 };
    bool array = item_is(root, ITEM_LIST);
    size_t count = array ? item_count(root) : 1;
    if (!(s->documents = arena_array(&s->arena, count + 1, sizeof *s->documents))) return;
    struct item at = array ? first_item(root) : root;
    if (!count) item_wrong(d, root, CODE_SCHEMA, NULL, "there is no audit in the list");
    for (size_t i = 0; i < count; i++, at = array ? next_item(d, at) : at) {
        const cJSON *format = item_is(at, ITEM_OBJECT) ? cJSON_GetObjectItemCaseSensitive(at.json, "format") : NULL;
        s->documents[s->count++].root = at;
        if (cJSON_IsString(format) && !strcmp(format->valuestring, AUDIT_FORMAT)) read_audit(d, &s->documents[i]);
        else item_wrong(d, at, CODE_SCHEMA, NULL, "the format must be \"%s\"", AUDIT_FORMAT);
    }
}

cc_saved *cc_saved_read(cc_engine *engine, const char *name, const char *json, size_t length)
{
    cc_saved *s = engine->allocator->allocate(engine->allocator->ud, NULL, 0, sizeof *s);
    if (!s) return ledger_no_memory(engine), NULL;
    *s = (cc_saved){ .engine = engine };
    arena_init(&s->arena, engine->allocator, 0);
    if (document_open(&s->document, engine, name, json, length, &s->arena)) read_documents(s);
    if (document_is_sound(&s->document)) return s;
    cc_saved_free(s);
    return NULL;
}

void cc_saved_free(cc_saved *s)
{
    if (!s) return;
    const cc_allocator *allocator = s->engine->allocator;
    document_forget(&s->document);
    arena_free(&s->arena);
    allocator->allocate(allocator->ud, s, sizeof *s, 0);
}

size_t cc_saved_count(const cc_saved *s) { return s->count; }

void cc_saved_about(const cc_saved *s, size_t i, cc_saved_audit *ret_about)
{
    size_t size = ret_about->size < sizeof *ret_about ? ret_about->size : sizeof *ret_about;
    memcpy(ret_about, &s->documents[i].about, size);
    ret_about->size = size;
}
