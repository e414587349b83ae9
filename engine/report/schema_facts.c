/* schema_facts.c - the schema of a facts file, from model.def. It knows less than the strict reader: that references lead
 * somewhere, that shares sum to 100 and that a day exists is beyond a schema. */
#include "report/schema.h"

#include <stdio.h>

#include "base/currency.h"
#include "facts/model.h"

#define DATE "{\"type\":\"string\",\"pattern\":\"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$\"}"
#define RANGE_OF(TYPE)                                                                                                  \
    "{\"type\":\"object\",\"minProperties\":1,\"additionalProperties\":false,\"properties\":{\"min\":{\"anyOf\":[" TYPE \
    ",{\"type\":\"null\"}]},\"max\":{\"anyOf\":[" TYPE ",{\"type\":\"null\"}]}}}"
#define PLAIN(TYPE) "{\"anyOf\":[" TYPE "," RANGE_OF(TYPE) "]}"
#define MONEY(TYPE)                                                                                                        \
    "{\"type\":\"object\",\"required\":[\"value\",\"currency\"],\"additionalProperties\":false,\"properties\":{\"value\":" \
    "{\"anyOf\":[" TYPE "," RANGE_OF(TYPE) ",{\"type\":\"null\"}]},\"currency\":{\"$ref\":\"#/$defs/currency\"}}}"
#define POSITIVE   "{\"type\":\"number\",\"minimum\":0}"
#define ANY_NUMBER "{\"type\":\"number\"}"

/* ---- what fields are made of ---- */

/* The full values of numbers, money and dates: exact or a range. `exact_NAME` in $defs; NAME adds null and claims. */
static const struct value_def {
    const char *name, *doc, *schema;
} value_defs[] = {
    { "percent", "a percentage as written: 21, not 0.21",
      PLAIN("{\"type\":\"number\",\"minimum\":0,\"maximum\":100}") },
    { "place", "a place in an order", PLAIN("{\"type\":\"integer\",\"minimum\":1}") },
    { "quantity", "a number that is not negative", PLAIN(POSITIVE) },
    { "positive", "a number above 0", PLAIN("{\"type\":\"number\",\"exclusiveMinimum\":0}") },
    { "money", "money with its currency", MONEY(POSITIVE) },
    { "amount", "money, which may be negative for a net worth; or a count, for users",
      "{\"anyOf\":[" MONEY(ANY_NUMBER) "," PLAIN(POSITIVE) "]}" },
    { "date", "a year, a month, a day, or a range of them", PLAIN(DATE) },
};

static const char *value_def_of(const struct field_info *field)
{
    switch (field->type) {
    case TYPE_DATE: return "date";
    case TYPE_MONEY: return "money";
    case TYPE_AMOUNT: return "amount";
    default: break;
    }
    switch (field->unit) {
    case UNIT_PERCENT: return "percent";
    case UNIT_COUNT: return "place";
    case UNIT_NONE: return "positive";
    default: return "quantity";
    }
}

static void put_raw(struct json *j, const char *text) { json_raw(j, text, strlen(text), true); }

static void put_value_def(struct json *j, const struct value_def *def)
{
    char name[64];
    snprintf(name, sizeof name, "exact_%s", def->name);
    json_line(j), json_name(j, name), put_raw(j, def->schema);
    json_line(j), json_name(j, def->name), json_open(j, '{');
    JSON_KEY(j, "description"), json_string(j, def->doc);
    JSON_KEY(j, "anyOf"), json_open(j, '[');
    schema_ref(j, name);
    SCHEMA_RAW(
        j, "{\"type\":\"object\",\"required\":[\"claims\"],\"additionalProperties\":false,\"properties\":{\"claims\":"
           "{\"type\":\"array\",\"minItems\":1,\"items\":{\"type\":\"object\",\"required\":[\"value\"],"
           "\"additionalProperties\":false,\"properties\":{\"source\":{\"$ref\":\"#/$defs/id\"},\"value\":");
    j->comma = false;
    json_open(j, '{');
    JSON_KEY(j, "anyOf"), json_open(j, '['), schema_ref(j, name), SCHEMA_RAW(j, "{\"type\":\"null\"}");
    json_close(j, ']'), json_close(j, '}');
    out_string(j->out, "}}}}}");
    json_close(j, ']'), json_close(j, '}');
}

static void list_def_name(enum list list, char *out, size_t size)
{
    snprintf(out, size, "word_%s", model_lists[list].name);
    for (char *p = out; *p; p++)
        if (*p == ' ') *p = '_';
}

static void put_list_def(struct json *j, enum list l)
{
    const struct list_info *list = &model_lists[l];
    char name[64];
    list_def_name(l, name, sizeof name);
    json_line(j), json_name(j, name), json_open(j, '{');
    JSON_KEY(j, "description"), json_string(j, list->doc);
    JSON_KEY(j, "anyOf"), json_open(j, '[');
    json_open(j, '{');
    JSON_KEY(j, "enum"), json_open(j, '[');
    for (unsigned i = 0; i < list->count; i++) json_string(j, model_words[list->first + i].name);
    json_close(j, ']'), json_close(j, '}');
    SCHEMA_RAW(j, "{\"type\":\"string\",\"pattern\":\"^x-[a-z0-9-]+$\"}");
    if (list->open == OPEN_PRODUCT) SCHEMA_RAW(j, "{\"type\":\"string\",\"pattern\":\"^[a-z0-9-]+$\"}");
    if (list->open == OPEN_COUNTRY) SCHEMA_RAW(j, "{\"type\":\"string\",\"pattern\":\"^[A-Z]{2}$\"}");
    json_close(j, ']'), json_close(j, '}');
}

#define CITES                                                                                                            \
    "{\"description\":\"an id, or a list of ids or of objects with id and where\",\"anyOf\":[{\"$ref\":\"#/$defs/id\"}," \
    "{\"type\":\"array\",\"items\":{\"anyOf\":[{\"$ref\":\"#/$defs/id\"},{\"type\":\"object\",\"required\":[\"id\"],"    \
    "\"additionalProperties\":false,\"properties\":{\"id\":{\"$ref\":\"#/$defs/id\"},\"where\":{\"type\":[\"string\","   \
    "\"null\"]}}}]}}]}"

static void put_common_defs(struct json *j)
{
    json_line(j), JSON_KEY(j, "id");
    SCHEMA_RAW(j, "{\"description\":\"a name that records are referred to by\",\"type\":\"string\",\"minLength\":1,"
                  "\"maxLength\":200,\"pattern\":\"^[^\\\\u0000- \\\\u007f]+$\"}");
    json_line(j), JSON_KEY(j, "currency");
    json_open(j, '{'), JSON_KEY(j, "description"), json_string(j, "ISO 4217"), JSON_KEY(j, "enum"), json_open(j, '[');
    for (size_t i = 0; i < currency_count; i++) json_string(j, currency_codes[i]);
    json_close(j, ']'), json_close(j, '}');
    json_line(j), JSON_KEY(j, "day");
    SCHEMA_RAW(j, "{\"description\":\"one day\",\"type\":\"string\",\"pattern\":\"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|"
                  "[12][0-9]|3[01])$\"}");
    json_line(j), JSON_KEY(j, "cites"), SCHEMA_RAW(j, CITES);
}

/* ---- fields ---- */

/* One of a schema, or a list of different ones. */
static void put_one_or_list(struct json *j, const char *ref_name, bool required)
{
    schema_ref(j, ref_name);
    json_open(j, '{');
    JSON_KEY(j, "type"), json_string(j, "array");
    if (required) JSON_KEY(j, "minItems"), json_count(j, 1);
    JSON_KEY(j, "uniqueItems"), json_bool(j, true);
    JSON_KEY(j, "items"), schema_ref(j, ref_name);
    json_close(j, '}');
}

/* The choices of a field, without null. */
static void put_choices(struct json *j, const struct field_info *f)
{
    char list[64];
    bool required = f->need == REQUIRED;
    if (f->list != LIST_COUNT) list_def_name((enum list)f->list, list, sizeof list);
    switch (f->type) {
    case TYPE_ID:
    case TYPE_REF: schema_ref(j, "id"); break;
    case TYPE_REFS: put_one_or_list(j, "id", required); break;
    case TYPE_WORD: schema_ref(j, list); break;
    case TYPE_WORDS: put_one_or_list(j, list, required); break;
    case TYPE_CURRENCY: schema_ref(j, "currency"); break;
    case TYPE_CITES: schema_ref(j, "cites"); break;
    case TYPE_FLAG: SCHEMA_RAW(j, "{\"type\":\"boolean\"}"); break;
    case TYPE_TEXTS:
        SCHEMA_RAW(j,
                   "{\"type\":\"string\"},{\"type\":\"array\",\"uniqueItems\":true,\"items\":{\"type\":\"string\"}}");
        break;
    case TYPE_TEXT:
        if (required) SCHEMA_RAW(j, "{\"type\":\"string\",\"minLength\":1}");
        else SCHEMA_RAW(j, "{\"type\":\"string\"}");
        break;
    default: schema_ref(j, value_def_of(f)); break;
    }
}

static void put_field(struct json *j, const struct field_info *f)
{
    json_line(j), json_name(j, f->name), json_open(j, '{');
    JSON_KEY(j, "description"), json_string(j, f->doc);
    JSON_KEY(j, "anyOf"), json_open(j, '[');
    put_choices(j, f);
    if (f->need == OPTIONAL && f->type != TYPE_ID) SCHEMA_RAW(j, "{\"type\":\"null\"}");
    json_close(j, ']'), json_close(j, '}');
}

static void put_kind(struct json *j, enum kind k)
{
    const struct kind_info *kind = model_kind(k);
    json_line(j), json_name(j, kind->name), json_open(j, '{');
    JSON_KEY(j, "description"), json_string(j, kind->doc);
    JSON_KEY(j, "type"), json_string(j, "object");
    JSON_KEY(j, "required"), json_open(j, '[');
    for (unsigned f = kind->first; f <= kind->last; f++)
        if (model_fields[f].need == REQUIRED) json_string(j, model_fields[f].name);
    json_close(j, ']');
    JSON_KEY(j, "properties"), json_open(j, '{');
    for (unsigned f = kind->first; f <= kind->last; f++) put_field(j, &model_fields[f]);
    json_close(j, '}');
    JSON_KEY(j, "additionalProperties"), json_bool(j, false);
    json_close(j, '}');
}

/* ---- the case object ---- */

/* A list declared complete: narrowed by words and references of its kind. */
static void put_complete(struct json *j, enum kind k)
{
    const struct kind_info *kind = model_kind(k);
    char list[64];
    json_line(j), json_open(j, '{');
    JSON_KEY(j, "type"), json_string(j, "object");
    JSON_KEY(j, "required"), json_open(j, '['), json_string(j, "kind"), json_close(j, ']');
    JSON_KEY(j, "properties"), json_open(j, '{');
    JSON_KEY(j, "kind"), json_open(j, '{'), JSON_KEY(j, "const"), json_string(j, kind->name), json_close(j, '}');
    JSON_KEY(j, "source"), schema_ref(j, "cites");
    JSON_KEY(j, "to"), schema_ref(j, "day");
    for (unsigned i = kind->first; i <= kind->last; i++) {
        const struct field_info *f = &model_fields[i];
        bool word = f->type == TYPE_WORD || f->type == TYPE_WORDS;
        if (!word && f->type != TYPE_REF && f->type != TYPE_REFS) continue;
        if (word) list_def_name((enum list)f->list, list, sizeof list);
        json_name(j, f->name), json_open(j, '{');
        JSON_KEY(j, "anyOf"), json_open(j, '['), put_one_or_list(j, word ? list : "id", true);
        json_close(j, ']'), json_close(j, '}');
    }
    json_close(j, '}');
    JSON_KEY(j, "additionalProperties"), json_bool(j, false);
    json_close(j, '}');
}

static void put_case(struct json *j)
{
    json_line(j), JSON_KEY(j, "case");
    SCHEMA_RAW(
        j, "{\"description\":\"what the file is about\",\"type\":\"object\",\"required\":[\"id\"],"
           "\"additionalProperties\":false,\"properties\":{"
           "\"id\":{\"type\":\"string\",\"minLength\":1},\"title\":{\"type\":\"string\",\"minLength\":1},"
           "\"as_of\":{\"$ref\":\"#/$defs/day\"},\"jurisdictions\":{\"description\":\"whose law is asked about; "
           "absent: any\",\"anyOf\":[{\"$ref\":\"#/$defs/word_jurisdiction\"},{\"type\":\"array\",\"uniqueItems\":"
           "true,\"items\":{\"$ref\":\"#/$defs/word_jurisdiction\"}}]},\"complete\":{\"description\":\"what is known "
           "to be the whole list\",\"type\":\"array\",\"items\":{\"oneOf\":[");
    j->comma = false;
    for (unsigned k = 0; k < KIND_COUNT; k++) put_complete(j, (enum kind)k);
    out_string(j->out, "]}}}}");
    j->comma = true;
}

void schema_facts(struct json *j)
{
    schema_head(j, "urn:compliance-check:schema:facts:1", "A case as compliance-check reads it: compliance-facts/1");
    j->comma = false;
    JSON_KEY(j, "type"), json_string(j, "object");
    JSON_KEY(j, "required"), SCHEMA_RAW(j, "[\"format\",\"case\"]");
    JSON_KEY(j, "properties"), json_open(j, '{');
    json_line(j), JSON_KEY(j, "format"), SCHEMA_RAW(j, "{\"const\":\"compliance-facts/1\"}");
    json_line(j), JSON_KEY(j, "$schema"), SCHEMA_RAW(j, "{\"type\":\"string\"}");
    put_case(j);
    for (unsigned k = 0; k < KIND_COUNT; k++) {
        const struct kind_info *kind = model_kind((enum kind)k);
        json_line(j), json_name(j, kind->plural), json_open(j, '{');
        JSON_KEY(j, "description"), json_string(j, kind->doc);
        JSON_KEY(j, "type"), json_string(j, "array");
        JSON_KEY(j, "items"), schema_ref(j, kind->name);
        json_close(j, '}');
    }
    json_close(j, '}');
    JSON_KEY(j, "additionalProperties"), json_bool(j, false);
    json_line(j), JSON_KEY(j, "$defs"), json_open(j, '{');
    put_common_defs(j);
    for (size_t i = 0; i < sizeof value_defs / sizeof *value_defs; i++) put_value_def(j, &value_defs[i]);
    for (unsigned l = 0; l < LIST_COUNT; l++) put_list_def(j, (enum list)l);
    for (unsigned k = 0; k < KIND_COUNT; k++) put_kind(j, (enum kind)k);
    json_close(j, '}');
    out_char(j->out, '\n');
}
