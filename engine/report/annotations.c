/* annotations.c - rules/api.lua: classes of LuaLS for every kind of fact, its words and filters, for what a rule may call
 * and for the keys of rules and tests. Made of model.def and api.def; nothing is named here that those do not name, but
 * for the classes that tie them together. */
#include "report/annotations.h"

#include <stdio.h>

#include "audit/audit.h"
#include "audit/rule_api.h"

enum { NAME_ROOM = 80 };

/* "agreement type" as "AgreementType" */
static const char *class_of(const char *name, char class[NAME_ROOM])
{
    size_t n = 0;
    bool capital = true;
    for (; *name && n + 1 < NAME_ROOM; name++) {
        if (*name == ' ' || *name == '-' || *name == '_') capital = true;
        else class[n++] = capital && *name >= 'a' ? (char)(*name - 'a' + 'A') : *name, capital = false;
    }
    class[n] = '\0';
    return class;
}

static bool is_asked(enum kind k) { return k != KIND_SOURCE && k != KIND_RATE; }

/* ---- words ---- */

static void put_words(struct out *o)
{
    char class[NAME_ROOM];
    for (int l = 0; l < LIST_COUNT; l++) {
        const struct list_info *list = &model_lists[l];
        out_format(o, "\n--- %s\n---@alias %sWord\n", list->doc, class_of(list->name, class));
        for (unsigned w = list->first; w < (unsigned)list->first + list->count; w++)
            out_format(o, "---| \"%s\" # %s\n", model_words[w].name, model_words[w].doc);
        if (list->open != OPEN_CLOSED) out_string(o, "---| string\n");
    }
}

/* ---- kinds of facts ---- */

/* The class of what a reference may point to: the one kind, else any record. */
static const char *target_of(const struct field_info *f, char class[NAME_ROOM])
{
    for (unsigned k = 0; k < KIND_COUNT; k++)
        if (f->targets == 1U << k) return class_of(model_kind((enum kind)k)->name, class);
    return "Record";
}

static void put_unit(struct out *o, const struct field_info *f)
{
    if (f->type == TYPE_NUMBER && f->unit != UNIT_NONE) out_format(o, "%s: ", unit_name((enum unit)f->unit));
    if (f->type == TYPE_MONEY) out_string(o, "money: ");
    if (f->type == TYPE_AMOUNT) out_string(o, "money, or a count: ");
}

/* What a rule reads of a record. */
static void put_read_type(struct out *o, const struct field_info *f)
{
    char class[NAME_ROOM];
    switch (f->type) {
    case TYPE_WORD: out_format(o, "%sWord", class_of(model_lists[f->list].name, class)); break;
    case TYPE_REF: out_string(o, target_of(f, class)); break;
    case TYPE_WORDS:
    case TYPE_TEXTS:
    case TYPE_REFS: out_string(o, "List"); break;
    case TYPE_FLAG: out_string(o, "boolean"); break;
    case TYPE_NUMBER:
    case TYPE_MONEY:
    case TYPE_AMOUNT:
    case TYPE_DATE: out_string(o, "Quantity"); break;
    default: out_string(o, "string"); break;
    }
}

/* What a filter may say of it; true and false ask whether it is there, "some" whether a number is not nothing. */
static void put_filter_type(struct out *o, const struct field_info *f)
{
    char class[NAME_ROOM];
    if (f->type == TYPE_WORD || f->type == TYPE_WORDS) {
        class_of(model_lists[f->list].name, class);
        out_format(o, "%sWord|%sWord[]|List|", class, class);
    } else if (f->type == TYPE_REF || f->type == TYPE_REFS) {
        class_of(target_of(f, class), class);
        out_format(o, "%s|%s[]|Set|List|", class, class);
    } else if (f->type == TYPE_ID) out_string(o, "string|");
    else if (f->type == TYPE_NUMBER || f->type == TYPE_MONEY) out_string(o, "\"some\"|");
    out_string(o, "boolean");
}

/* What a test writes: as in a file, and null for what is unknown. */
static void put_fact_type(struct out *o, const struct field_info *f)
{
    char class[NAME_ROOM];
    switch (f->type) {
    case TYPE_WORD: out_format(o, "%sWord", class_of(model_lists[f->list].name, class)); break;
    case TYPE_WORDS:
        class_of(model_lists[f->list].name, class);
        out_format(o, "%sWord|%sWord[]", class, class);
        break;
    case TYPE_TEXTS:
    case TYPE_REFS: out_string(o, "string|string[]"); break;
    case TYPE_FLAG: out_string(o, "boolean"); break;
    case TYPE_NUMBER: out_string(o, "number|Range"); break;
    case TYPE_MONEY: out_string(o, "MoneyFact"); break;
    case TYPE_AMOUNT: out_string(o, "MoneyFact|number|Range"); break;
    case TYPE_CITES: out_string(o, "string|string[]|table[]"); break;
    default: out_string(o, "string"); break;
    }
}

static void put_fields(struct out *o, const struct kind_info *kind,
                       void (*put_type)(struct out *, const struct field_info *), bool optional)
{
    for (unsigned i = kind->first; i <= kind->last; i++) {
        const struct field_info *f = &model_fields[i];
        bool silent = f->type == TYPE_CITES || f->type == TYPE_TEXTS; /* a rule does not read them */
        if (silent && put_type != put_fact_type) continue;
        out_format(o, "---@field %s%s ", f->name, optional ? "?" : "");
        put_type(o, f);
        out_string(o, " # ");
        put_unit(o, f);
        out_string(o, f->doc);
        out_char(o, '\n');
    }
}

/* The type with the class of a kind in place of $. */
static void put_typed(struct out *o, const char *type, const char *class)
{
    for (; *type; type++)
        if (*type == '$') out_string(o, class);
        else out_char(o, *type);
}

static void put_call(struct out *o, const struct api_call *call, const char *self, const char *class)
{
    out_format(o, "---@field %s fun(self: %s", call->name, self);
    if (*call->parameters) out_string(o, ", ");
    put_typed(o, call->parameters, class);
    out_string(o, "): ");
    put_typed(o, call->returns, class);
    out_format(o, " # %s", call->doc);
    if (*call->unknown) out_format(o, "; unknown when %s", call->unknown);
    out_char(o, '\n');
}

static void put_calls(struct out *o, const char *object, const char *self, const char *class)
{
    for (size_t i = 0; i < api_call_count; i++)
        if (!strcmp(api_calls[i].object, object)) put_call(o, &api_calls[i], self, class);
}

static void put_kind(struct out *o, enum kind k)
{
    const struct kind_info *kind = model_kind(k);
    char class[NAME_ROOM], set[NAME_ROOM + 4];
    class_of(kind->name, class);
    out_format(o, "\n--- %s, as a test writes it\n---@class %sFact\n", kind->doc, class);
    put_fields(o, kind, put_fact_type, true);
    if (!is_asked(k)) return;
    out_format(o, "\n--- %s\n---@class %s: Record\n", kind->doc, class);
    put_fields(o, kind, put_read_type, false);
    put_calls(o, "Record", class, class);
    if (k == KIND_ENTITY) put_calls(o, "Entity", class, class);
    if (k == KIND_MARKET) put_calls(o, "Market", class, class);
    out_format(o, "\n--- conditions on %s\n---@class %sFilter\n", kind->plural, class);
    put_fields(o, kind, put_filter_type, true);
    snprintf(set, sizeof set, "%sSet", class);
    out_format(o, "\n--- %s that match: for certain, then perhaps\n---@class %s: Set\n---@overload fun(): %s\n",
               kind->plural, set, class);
    put_calls(o, "Set", set, class);
}

/* ---- what ties them together ---- */

static void put_quantity(struct out *o)
{
    static const char *const operators[] = { "add", "sub", "mul", "div" };
    out_string(
        o,
        "\n--- A number with its unit, a day or a duration: a range where it is not exact. Compare it with <, <=, >= and >, never with a\n"
        "--- bare number, but for counts and points.\n---@class Quantity\n");
    for (size_t i = 0; i < 4; i++) out_format(o, "---@operator %s(Quantity|number): Quantity\n", operators[i]);
    out_string(
        o,
        "---@field as_recorded fun(self: Quantity): Quantity # taken as the whole; the text then says \"as recorded\"\n");
}

static void put_case(struct out *o)
{
    char class[NAME_ROOM];
    out_string(
        o, "\n--- The recorded facts, as of a day.\n---@class Case\n---@field as_of Quantity # the day of the audit\n");
    for (int k = 0; k < KIND_COUNT; k++) {
        const struct kind_info *kind = model_kind((enum kind)k);
        if (!is_asked((enum kind)k)) continue;
        class_of(kind->name, class);
        out_format(o, "---@field %s fun(self: Case, filter?: %sFilter): %sSet # %s\n", kind->plural, class, class,
                   kind->doc);
    }
    put_calls(o, "Case", "Case", "");
    out_string(
        o, "\n--- Roles and figures by their names.\n---@class Subject\n---@field [string] any\n"
           "\n--- Params by their names, as of the day of the law.\n---@class Params\n---@field [string] Quantity\n");
}

static void put_keys(struct out *o, const char *table, const char *doc, const char *places)
{
    out_format(o, "\n--- %s\n---@class %s\n%s", doc, table, places);
    for (size_t i = 0; i < api_key_count; i++)
        if (!strcmp(api_keys[i].table, table))
            out_format(o, "---@field %s %s # %s\n", api_keys[i].name, api_keys[i].type, api_keys[i].doc);
}

static void put_facts(struct out *o)
{
    char class[NAME_ROOM];
    out_string(
        o,
        "\n---@alias Range { min: number?, max: number? }\n---@alias MoneyFact { value: number|Range, currency: string }\n"
        "\n--- The facts of a test, by kind.\n---@class TestFacts\n---@field as_of string?\n---@field jurisdictions JurisdictionWord[]?\n"
        "---@field complete table[]?\n");
    for (int k = 0; k < KIND_COUNT; k++) {
        const struct kind_info *kind = model_kind((enum kind)k);
        out_format(o, "---@field %s %sFact[]? # %s\n", kind->plural, class_of(kind->name, class), kind->doc);
    }
}

/* "a: Quantity, b?: number" as ---@param lines, and "a, b". */
static void put_parameters(struct out *o, const char *parameters, bool names_alone)
{
    for (const char *at = parameters; *at;) {
        size_t name = strcspn(at, "?:"), depth = 0, end = 0;
        while (at[end] && (depth || at[end] != ',')) {
            depth += at[end] == '(' || at[end] == '{';
            depth -= at[end] == ')' || at[end] == '}';
            end++;
        }
        if (names_alone) {
            out_bytes(o, at, name);
            if (at[end]) out_string(o, ", ");
        } else {
            const char *type = strchr(at, ':') + 2;
            out_string(o, "---@param ");
            out_bytes(o, at, name);
            out_string(o, at[name] == '?' ? "? " : " ");
            out_bytes(o, type, (size_t)(at + end - type));
            out_char(o, '\n');
        }
        at += end;
        at += strspn(at, ", ");
    }
}

static void put_globals(struct out *o)
{
    for (size_t i = 0; i < api_call_count; i++) {
        const struct api_call *call = &api_calls[i];
        if (*call->object) continue;
        out_format(o, "\n--- %s\n", call->doc);
        if (*call->unknown) out_format(o, "--- Unknown when %s.\n", call->unknown);
        put_parameters(o, call->parameters, false);
        out_format(o, "---@return %s\nfunction %s(", call->returns, call->name);
        put_parameters(o, call->parameters, true);
        out_string(o, ") end\n");
    }
    out_string(o, "\n--- In the facts of a test: unknown.\n---@type any\nnull = nil\n");
}

void write_annotations(struct out *o)
{
    out_string(
        o,
        "---@meta\n-- DO NOT EDIT: printed by `compliance-check reference api`.\n-- What a rule and its test may say, for editors that "
        "read the annotations of LuaLS (rules/.luarc.json). It is no rule.\n");
    put_words(o);
    put_quantity(o);
    out_string(
        o,
        "\n--- What is recorded: one fact.\n---@class Record\n---@field id string # the name that other records use\n");
    put_calls(o, "Record", "Record", "");
    out_string(o, "\n--- Conditions on records of any kind.\n---@alias Filter table\n");
    out_string(o, "\n--- Records that match: for certain, then perhaps.\n---@class Set\n");
    out_string(o,
               "\n--- Records or words; walk it with `for x in list do`.\n---@class List\n---@overload fun(): any\n");
    put_calls(o, "List", "List", "");
    for (int k = 0; k < KIND_COUNT; k++) put_kind(o, (enum kind)k);
    put_case(o);
    put_keys(o, "Basis", "A source that the rule rests on: { \"source-id\", at = \"place\", support = \"direct\" }.",
             "---@field [1] string # the id in sources.json\n");
    put_keys(
        o, "Element", "What must hold: a sentence and one test of it.",
        "---@field [1] string # the sentence, with {placeholders}\n---@field [2] (string|fun(s: Subject, p: Params, case: Case): boolean)? # a figure or param to compare, or a function\n---@field [3] \">=\"|\">\"|\"<=\"|\"<\"|nil\n---@field [4] string? # a figure or param\n");
    put_keys(o, "Rule", "A legal concern: who is concerned, what must be proved, what rebuts it.", "");
    put_facts(o);
    put_keys(o, "Test", "A small case and what the rule must say of it.",
             "---@field [1] string # a sentence that says what is tested\n");
    put_keys(o, "TestFile", "The tests of a rule.", "---@field [integer] Test\n");
    put_globals(o);
}
