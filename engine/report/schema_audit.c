/* schema_audit.c - the schemas of what is printed, from audit_shape.def. */
#include "report/schema.h"

#include "ledger/shape.h"

/* ---- types ---- */

static void put_words(struct json *j, const char *list)
{
    const char *name;
    json_open(j, '{');
    JSON_KEY(j, "enum"), json_open(j, '[');
    for (size_t i = 0; (name = shape_word(list, i)); i++) json_string(j, name);
    json_close(j, ']'), json_close(j, '}');
}

static const struct {
    const char *name, *schema;
} plain_types[] = {
    { "text", "{\"type\":\"string\"}" },
    { "flag", "{\"type\":\"boolean\"}" },
    { "count", "{\"type\":\"integer\",\"minimum\":0}" },
    { "line", "{\"type\":\"integer\",\"minimum\":1}" },
    { "number", "{\"type\":\"number\"}" },
    { "day", "{\"type\":\"string\",\"pattern\":\"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\"}" },
    { "date", "{\"type\":\"string\",\"pattern\":\"^[0-9]{4}(-[0-9]{2}){0,2}$|^from |^to |^unknown$\"}" },
    { "hash", "{\"type\":\"string\",\"pattern\":\"^[0-9a-f]{64}$\"}" },
    { "any", "true" },
};

/* A type without a mark before it: one of those above, or another schema's name. */
static void put_plain(struct json *j, const char *type)
{
    for (size_t i = 0; i < sizeof plain_types / sizeof *plain_types; i++)
        if (strcmp(plain_types[i].name, type) == 0) {
            json_raw(j, plain_types[i].schema, strlen(plain_types[i].schema), true);
            return;
        }
    schema_ref(j, type);
}

static void put_type(struct json *j, const char *type)
{
    switch (*type) {
    case '[':
        json_open(j, '{');
        JSON_KEY(j, "type"), json_string(j, "array");
        JSON_KEY(j, "items"), put_type(j, type + 1);
        json_close(j, '}');
        return;
    case '{':
        json_open(j, '{');
        JSON_KEY(j, "type"), json_string(j, "object");
        JSON_KEY(j, "additionalProperties"), put_type(j, type + 1);
        json_close(j, '}');
        return;
    case '?':
        json_open(j, '{');
        JSON_KEY(j, "anyOf"), json_open(j, '[');
        put_type(j, type + 1);
        SCHEMA_RAW(j, "{\"type\":\"null\"}");
        json_close(j, ']'), json_close(j, '}');
        return;
    case '=':
        json_open(j, '{');
        JSON_KEY(j, "const"), json_string(j, type + 1);
        json_close(j, '}');
        return;
    case '#': put_words(j, type + 1); return;
    default: put_plain(j, type);
    }
}

/* ---- shapes ---- */

/* A property is its type and its doc; a reference may have siblings, so allOf is not needed. */
static void put_property(struct json *j, const struct shape_line *key)
{
    json_line(j), json_name(j, key->key);
    if (!*key->doc || *key->type == '#' || strcmp(key->type, "any") == 0) {
        put_type(j, key->type);
        return;
    }
    json_open(j, '{');
    JSON_KEY(j, "description"), json_string(j, key->doc);
    JSON_KEY(j, "allOf"), json_open(j, '['), put_type(j, key->type), json_close(j, ']');
    json_close(j, '}');
}

static void put_shape(struct json *j, size_t at)
{
    size_t after = at + 1;
    while (after < SHAPE_LINES && shape_lines[after].key) after++;
    json_line(j), json_name(j, shape_lines[at].shape), json_open(j, '{');
    JSON_KEY(j, "description"), json_string(j, shape_lines[at].doc);
    JSON_KEY(j, "type"), json_string(j, "object");
    JSON_KEY(j, "required"), json_open(j, '[');
    for (size_t i = at + 1; i < after; i++)
        if (shape_lines[i].need == ALWAYS) json_string(j, shape_lines[i].key);
    json_close(j, ']');
    JSON_KEY(j, "properties"), json_open(j, '{');
    for (size_t i = at + 1; i < after; i++) put_property(j, &shape_lines[i]);
    json_close(j, '}');
    JSON_KEY(j, "additionalProperties"), json_bool(j, false);
    json_close(j, '}');
}

/* The name of a shape that a type speaks of; NULL: none. */
static const char *shape_in(const char *type)
{
    type += strspn(type, "[{?");
    return *type == '=' || *type == '#' ? NULL : type;
}

/* The shape and all that it speaks of. */
static void mark(bool *used, const char *name)
{
    size_t at = shape_find(name);
    if (at == SHAPE_LINES || used[at]) return;
    used[at] = true;
    for (size_t i = at + 1; i < SHAPE_LINES && shape_lines[i].key; i++) {
        const char *inner = shape_in(shape_lines[i].type);
        if (inner) mark(used, inner);
    }
}

static void put_defs(struct json *j, const char *const *roots, size_t count)
{
    bool used[SHAPE_LINES] = { false }; /* by the line that begins each */
    for (size_t i = 0; i < count; i++) mark(used, roots[i]);
    json_line(j), JSON_KEY(j, "$defs"), json_open(j, '{');
    for (size_t i = 0; i < SHAPE_LINES; i++)
        if (used[i]) put_shape(j, i);
    json_close(j, '}');
    out_char(j->out, '\n');
}

void schema_audit(struct json *j)
{
    static const char *const roots[] = { "audit", "refused" };
    schema_head(j, "urn:compliance-check:schema:audit:1", "What compliance-check --format json prints");
    JSON_KEY(j, "oneOf"), json_open(j, '[');
    schema_ref(j, "audit");
    schema_ref(j, "refused");
    SCHEMA_RAW(
        j, "{\"type\":\"array\",\"items\":{\"oneOf\":[{\"$ref\":\"#/$defs/audit\"},{\"$ref\":\"#/$defs/refused\"}]}}");
    json_close(j, ']');
    put_defs(j, roots, 2);
}

/* A schema that is one of the definitions. */
static void put_schema(struct json *j, const char *id, const char *title, const char *link, const char *root)
{
    const char *const roots[] = { root };
    schema_head(j, id, title);
    JSON_KEY(j, "$ref"), json_string(j, link);
    put_defs(j, roots, 1);
}
#define PUT_SCHEMA(J, NAME, TITLE) put_schema(J, "urn:compliance-check:schema:" NAME ":1", TITLE, "#/$defs/" NAME, NAME)

void schema_why(struct json *j) { PUT_SCHEMA(j, "why", "What compliance-check why --format json prints"); }
void schema_timeline(struct json *j)
{
    PUT_SCHEMA(j, "timeline", "What compliance-check timeline --format json prints");
}
void schema_diff(struct json *j) { PUT_SCHEMA(j, "diff", "What compliance-check diff --format json prints"); }
void schema_rule(struct json *j)
{
    PUT_SCHEMA(j, "rule", "What compliance-check rules --format json prints of one rule");
}
