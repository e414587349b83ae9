/* options.c - reading the caller's options; a wrong one is refused with the nearest right one. */
#include "audit/options.h"

#include <string.h>
#include <strings.h>

#include "facts/number.h"

static bool day_option(struct cc_engine *engine, const char *name, const char *text, int32_t *ret_day)
{
    struct days days;
    if (days_read(text, strlen(text), &days) && days.low == days.high) {
        *ret_day = days.low;
        return true;
    }
    engine_say(engine, CODE_USAGE, NULL, 0, NULL, "'%.40s' is no day for %s: write YYYY-MM-DD", text, name);
    return false;
}

/* A number as JSON has it. */
static bool is_number(const char *text)
{
    static const char digits[] = "0123456789";
    size_t n = strlen(text);
    if (*text == '-') text++;
    size_t whole = strspn(text, digits);
    text += whole;
    if (!whole || n > 40) return false;
    if (*text == '.') {
        size_t part = strspn(++text, digits);
        if (!part) return false;
        text += part;
    }
    if (*text == 'e' || *text == 'E') {
        if (*++text == '+' || *text == '-') text++;
        size_t part = strspn(text, digits);
        if (!part || part > 3) return false;
        text += part;
    }
    return !*text;
}

/* "ftc-6b/exclusive-hosting.cloud_share=25": the param's name and its value. */
static bool split_param(const char *text, size_t *ret_rule, const char **ret_name, size_t *ret_length,
                        double *ret_value)
{
    const char *equals = strchr(text, '='), *dot = NULL;
    for (const char *at = text; equals && at < equals; at++)
        if (*at == '.') dot = at;
    if (!dot || !equals[1]) return false;
    if (!is_number(equals + 1)) return false;
    *ret_value = number_read(equals + 1, strlen(equals + 1));
    *ret_rule = (size_t)(dot - text), *ret_name = dot + 1, *ret_length = (size_t)(equals - dot - 1);
    return *ret_value > -1e300 && *ret_value < 1e300;
}

static const struct param *find_param(const struct rule *rule, const char *name, size_t length)
{
    for (unsigned i = 0; i < rule->param_count; i++)
        if (strlen(rule->params[i].name) == length && !memcmp(rule->params[i].name, name, length))
            return &rule->params[i];
    return NULL;
}

/* Within what the unit allows: a share of more than all, or less than nothing, is a slip of the pen. */
static bool check_range(struct cc_engine *engine, const char *text, enum unit unit, double value)
{
    const struct quantity all = quantity_unknown(unit);
    if (value >= all.low && value <= all.high) return true;
    if (unit == UNIT_PERCENT)
        engine_say(engine, CODE_USAGE, NULL, 0, NULL, "'%.80s': a percentage must be between 0 and 100", text);
    else
        engine_say(engine, CODE_USAGE, NULL, 0, NULL, "'%.80s': %s must not be negative", text,
                   unit == UNIT_MONEY   ? "an amount"
                   : unit == UNIT_COUNT ? "a count"
                                        : unit_name(unit));
    return false;
}

static bool check_param(struct cc_engine *engine, const char *text)
{
    size_t rule_length, length;
    const char *name;
    double value;
    if (!split_param(text, &rule_length, &name, &length, &value)) {
        engine_say(engine, CODE_USAGE, NULL, 0, NULL, "'%.80s' is no param: write RULE.NAME=NUMBER", text);
        return false;
    }
    const struct rule *rule = NULL;
    for (size_t i = 0; i < engine->rule_count && !rule; i++)
        if (strlen(engine->rules[i]->id) == rule_length && !memcmp(engine->rules[i]->id, text, rule_length))
            rule = engine_rule(engine, i);
    if (!rule) {
        const char *ids[512];
        size_t count = 0;
        for (; count < engine->rule_count && count < 512; count++) ids[count] = engine->rules[count]->id;
        engine_say(engine, CODE_USAGE, NULL, 0, nearest_name(text, rule_length, ids, count), "there is no rule '%.*s'",
                   (int)(rule_length < 80 ? rule_length : 80), text);
        return false;
    }
    const struct param *param = find_param(rule, name, length);
    if (param && param->count) return check_range(engine, text, param->values[0].value.unit, value);
    const char *names[MOST_PARAMS];
    for (unsigned i = 0; i < rule->param_count; i++) names[i] = rule->params[i].name;
    engine_say(engine, CODE_USAGE, NULL, 0, nearest_name(name, length, names, rule->param_count),
               "the rule '%s' has no param '%.*s'", rule->id, (int)(length < 60 ? length : 60), name);
    return false;
}

/* Hints at a rule by its whole id, or by its last part: "exclusive-api" is no glob of "ftc-6b/exclusive-api". */
static const char *nearest_rule(const struct cc_engine *engine, const char *glob)
{
    enum { MOST = 512 };
    const char *names[MOST];
    size_t count = engine->rule_count < MOST ? engine->rule_count : MOST;
    if (!count) return NULL;
    for (size_t i = 0; i < count; i++) names[i] = engine->rules[i]->id;
    const char *found = nearest_name(glob, strlen(glob), names, count);
    if (found) return found;
    for (size_t i = 0; i < count; i++) {
        const char *slash = strrchr(names[i], '/');
        if (slash) names[i] = slash + 1;
    }
    found = nearest_name(glob, strlen(glob), names, count);
    for (size_t i = 0; found && i < count; i++)
        if (names[i] == found) return engine->rules[i]->id;
    return NULL;
}

/* Each glob is about some rule. Where a rule would not even tell its id, a glob may have meant that one, which has failed. */
static bool check_globs(struct cc_engine *engine, const char *option, cc_words globs)
{
    bool unknown = false;
    for (size_t k = 0; k < engine->rule_count; k++) unknown = unknown || !engine->rules[k]->id_known;
    for (size_t i = 0; !unknown && i < globs.count; i++) {
        bool found = false;
        for (size_t k = 0; k < engine->rule_count && !found; k++)
            found = glob_matches(globs.items[i], engine->rules[k]->id);
        if (found) continue;
        engine_say(engine, CODE_USAGE, NULL, 0, nearest_rule(engine, globs.items[i]), "%s: no rule matches '%.80s'",
                   option, globs.items[i]);
        return false;
    }
    return true;
}

static bool check_jurisdictions(struct cc_engine *engine, const struct cc_options *o)
{
    static const char *const known[] = { "US", "EU", "UK", "DE", "FR" };
    for (size_t i = 0; i < o->jurisdictions.count; i++) {
        bool found = false;
        for (size_t k = 0; k < 5; k++) found = found || !strcasecmp(o->jurisdictions.items[i], known[k]);
        if (found) continue;
        engine_say(engine, CODE_USAGE, NULL, 0, NULL, "'%.40s' is no jurisdiction: US, EU, UK, DE or FR",
                   o->jurisdictions.items[i]);
        return false;
    }
    return true;
}

bool options_read(struct cc_engine *engine, const struct facts *facts, const struct cc_options *o, int32_t *ret_as_of,
                  int32_t *ret_law_as_of)
{
    *ret_as_of = facts->header.as_of, *ret_law_as_of = DAY_MIN;
    if (o->as_of && !day_option(engine, "--as-of", o->as_of, ret_as_of)) return false;
    if (o->law_as_of && !day_option(engine, "--law-as-of", o->law_as_of, ret_law_as_of)) return false;
    if (*ret_as_of == DAY_MAX) {
        if (!o->today) {
            engine_say(engine, CODE_USAGE, facts->file, 0, NULL, "the case has no as_of and no day was given");
            return false;
        }
        if (!day_option(engine, "today", o->today, ret_as_of)) return false;
    }
    for (size_t i = 0; i < o->params.count; i++)
        if (!check_param(engine, o->params.items[i])) return false;
    return check_globs(engine, "--only", o->only) && check_globs(engine, "--skip", o->skip) &&
           check_jurisdictions(engine, o);
}

bool option_param_value(const struct cc_options *o, const struct rule *rule, unsigned param, struct quantity *ret_value)
{
    for (size_t i = o->params.count; i > 0; i--) { /* the last counts */
        const char *text = o->params.items[i - 1], *name;
        size_t rule_length, length;
        double value;
        if (!split_param(text, &rule_length, &name, &length, &value)) continue;
        if (strlen(rule->id) != rule_length || memcmp(rule->id, text, rule_length)) continue;
        if (find_param(rule, name, length) != &rule->params[param]) continue;
        *ret_value = rule->params[param].values[0].value; /* for its unit */
        ret_value->low = ret_value->high = value;
        return true;
    }
    return false;
}

void option_param(const struct cc_options *o, const struct rule *rule, unsigned param, struct params_at *params)
{
    if (!option_param_value(o, rule, param, &params->values[param])) return;
    params->missing[param] = false;
    params->partly &= ~(UINT64_C(1) << param);
}

bool option_has_jurisdiction(const struct cc_options *o, const char *jurisdiction)
{
    for (size_t i = 0; i < o->jurisdictions.count; i++)
        if (!strcasecmp(o->jurisdictions.items[i], jurisdiction)) return true;
    return false;
}
