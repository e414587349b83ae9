/* shape.c - see shape.h. */
#include "ledger/shape.h"

#include <math.h>

#include "audit/timeline.h"
#include "base/date.h"

const struct shape_line shape_lines[SHAPE_LINES] = {
#define SHAPE(NAME, DOC)           { #NAME, NULL, NULL, DOC, 0 },
#define KEY(NAME, TYPE, NEED, DOC) { NULL, NAME, TYPE, DOC, NEED },
#include "ledger/audit_shape.def"
};

size_t shape_find(const char *name)
{
    size_t i = 0;
    while (i < SHAPE_LINES && (shape_lines[i].key || strcmp(shape_lines[i].shape, name) != 0)) i++;
    return i;
}

/* ---- words ---- */

const char *shape_word(const char *list, size_t number)
{
    static const char *const reported[] = { "flagged", "rebutted", "cannot-tell", "clear", "out-of-scope" };
    static const char *const verdicts[] = { "flagged",      "cannot-tell",    "rebutted",     "clear",
                                            "out-of-scope", "not-applicable", "not-selected", "failed" };
    static const char *const truths[] = { "true", "false", "unknown" };
    static const char *const whys[] = { "value", "absence", "open" };
    static const char *const forms[] = { "recorded", "none", "does",    "compare",  "test",
                                         "any",      "all",  "none_of", "at_least", "each" };
    static const char *const acceptances[] = { "accepted", "changed", "expired" };
    static const char *const hows[] = { "end", "cross", "add" };
    static const char *const knowns[] = { "new", "new-rule", "worsened", "known-changed", "known" };
    static const char *const differences[] = { "new", "changed", "gone", "uncompared" };
    static const char *const fact_changes[] = { "differs", "appears", "vanishes", "not-asked" };
    static const struct {
        const char *name;
        const char *const *words;
        size_t count;
    } lists[] = {
        { "severity", severity_names, CC_SEVERITIES },
        { "nature", nature_names, 3 },
        { "support", support_names, 3 },
        { "sign", comparison_signs, 4 },
        { "reported", reported, 5 },
        { "verdict", verdicts, 8 },
        { "truth", truths, 3 },
        { "why", whys, 3 },
        { "form", forms, 10 },
        { "acceptance", acceptances, 3 },
        { "known", knowns, 5 },
        { "turn", turn_words, TURNS },
        { "how", hows, 3 },
        { "difference", differences, 4 },
        { "fact_change", fact_changes, 4 },
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (strcmp(lists[i].name, list) == 0) return number < lists[i].count ? lists[i].words[number] : NULL;
    return number < KIND_COUNT ? model_kind((enum kind)number)->name : NULL; /* #kind */
}

/* ---- checking ---- */

enum { NAMES_MOST = 64 };

static void check_value(struct document *, struct item, const char *key, const char *type);

static void check_word(struct document *d, struct item i, const char *key, const char *list)
{
    const char *names[NAMES_MOST], *said = i.json->valuestring;
    char quoted[256];
    size_t count = 0, length;
    if (!item_is(i, ITEM_TEXT)) {
        item_wrong(d, i, CODE_SCHEMA, NULL, "'%s' must be a word", key);
        return;
    }
    for (; count < NAMES_MOST && (names[count] = shape_word(list, count)); count++)
        if (strcmp(names[count], said) == 0) return;
    length = strlen(said);
    item_wrong(d, i, CODE_SCHEMA, nearest_name(said, length, names, count), "'%s' cannot be '%s'", key,
               quotable(said, length, quoted, sizeof quoted));
}

static bool is_whole(struct item i, double least)
{
    return item_is(i, ITEM_NUMBER) && i.json->valuedouble >= least && i.json->valuedouble < 1e15 &&
           i.json->valuedouble - floor(i.json->valuedouble) <= 0;
}

static bool is_day(struct item i)
{
    struct days days;
    return item_is(i, ITEM_TEXT) && strlen(i.json->valuestring) == 10 && days_read(i.json->valuestring, 10, &days);
}

static bool is_hash(struct item i)
{
    return item_is(i, ITEM_TEXT) && strlen(i.json->valuestring) == 64 &&
           strspn(i.json->valuestring, "0123456789abcdef") == 64;
}

/* The plain types of audit_shape.def. False: it is none of them. */
static bool check_plain(struct document *d, struct item i, const char *key, const char *type)
{
    static const struct {
        const char *type, *wanted;
    } plain[] = {
        { "text", "a text" },
        { "flag", "true or false" },
        { "count", "a whole number from 0" },
        { "line", "a line" },
        { "number", "a number" },
        { "day", "a day, YYYY-MM-DD" },
        { "date", "a text" },
        { "hash", "64 hexadecimal digits" },
    };
    bool well = true;
    size_t n = 0;
    while (n < sizeof plain / sizeof *plain && strcmp(plain[n].type, type) != 0) n++;
    if (n == sizeof plain / sizeof *plain) return false;
    switch (n) {
    case 1: well = item_is(i, ITEM_FLAG); break;
    case 2: well = is_whole(i, 0); break;
    case 3: well = is_whole(i, 1); break;
    case 4: well = item_is(i, ITEM_NUMBER); break;
    case 5: well = is_day(i); break;
    case 7: well = is_hash(i); break;
    default: well = item_is(i, ITEM_TEXT);
    }
    if (!well) item_wrong(d, i, CODE_SCHEMA, NULL, "'%s' must be %s", key, plain[n].wanted);
    return true;
}

static void check_items(struct document *d, struct item i, const char *key, const char *type, enum item_type container)
{
    if (!item_is(i, container)) {
        item_wrong(d, i, CODE_SCHEMA, NULL, "'%s' must be %s", key, container == ITEM_LIST ? "a list" : "an object");
        return;
    }
    for (EACH_ITEM(d, child, i)) check_value(d, child, key, type);
}

/* `key` is what messages call it by. */
static void check_value(struct document *d, struct item i, const char *key, const char *type)
{
    switch (*type) {
    case '[': check_items(d, i, key, type + 1, ITEM_LIST); return;
    case '{': check_items(d, i, key, type + 1, ITEM_OBJECT); return;
    case '?':
        if (!cJSON_IsNull(i.json)) check_value(d, i, key, type + 1);
        return;
    case '=':
        if (!item_is(i, ITEM_TEXT) || strcmp(i.json->valuestring, type + 1) != 0)
            item_wrong(d, i, CODE_SCHEMA, NULL, "'%s' must be \"%s\"", key, type + 1);
        return;
    case '#': check_word(d, i, key, type + 1); return;
    default:
        if (strcmp(type, "any") != 0 && !check_plain(d, i, key, type)) shape_check(d, i, type);
    }
}

/* The line of a key of the shape that begins at `first`; SHAPE_LINES: it has none such. */
static size_t find_key(size_t first, const char *key, const char **names, size_t *ret_count)
{
    *ret_count = 0;
    for (size_t i = first + 1; i < SHAPE_LINES && shape_lines[i].key; i++) {
        if (strcmp(shape_lines[i].key, key) == 0) return i;
        if (*ret_count < NAMES_MOST) names[(*ret_count)++] = shape_lines[i].key;
    }
    return SHAPE_LINES;
}

void shape_check(struct document *d, struct item i, const char *shape)
{
    const char *names[NAMES_MOST];
    size_t first = shape_find(shape), count;
    char quoted[256];
    bool seen[NAMES_MOST] = { false };
    if (!item_is(i, ITEM_OBJECT)) {
        item_wrong(d, i, CODE_SCHEMA, NULL, "%s must be an object", shape);
        return;
    }
    for (EACH_ITEM(d, child, i)) {
        const char *key = child.json->string;
        size_t line = find_key(first, key, names, &count), length = strlen(key);
        if (line == SHAPE_LINES) {
            item_wrong_name(d, child, nearest_name(key, length, names, count), "unknown field '%s' of %s",
                            quotable(key, length, quoted, sizeof quoted), shape);
            continue;
        }
        if (line - first < NAMES_MOST) seen[line - first] = true;
        check_value(d, child, key, shape_lines[line].type);
    }
    for (size_t k = first + 1; k < SHAPE_LINES && shape_lines[k].key; k++)
        if (shape_lines[k].need == ALWAYS && k - first < NAMES_MOST && !seen[k - first])
            item_wrong(d, i, CODE_SCHEMA, NULL, "%s has no '%s'", shape, shape_lines[k].key);
}
