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
    if (find_param(rule, name, length)) return true;
    const char *names[MOST_PARAMS];
    for (unsigned i = 0; i < rule->param_count; i++) names[i] = rule->params[i].name;
    engine_say(engine, CODE_USAGE, NULL, 0, nearest_name(name, length, names, rule->param_count),
               "the rule '%s' has no param '%.*s'", rule->id, (int)(length < 60 ? length : 60), name);
    return false;
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
    return check_jurisdictions(engine, o);
}

void option_param(const struct cc_options *o, const struct rule *rule, unsigned param, struct params_at *params)
{
    for (size_t i = 0; i < o->params.count; i++) {
        size_t rule_length, length;
        const char *name;
        double value;
        if (!split_param(o->params.items[i], &rule_length, &name, &length, &value)) continue;
        if (strlen(rule->id) != rule_length || memcmp(rule->id, o->params.items[i], rule_length)) continue;
        if (find_param(rule, name, length) != &rule->params[param]) continue;
        params->values[param] = rule->params[param].values[0].value; /* for its unit */
        params->values[param].low = params->values[param].high = value;
        params->missing[param] = false;
    }
}

bool option_has_jurisdiction(const struct cc_options *o, const char *jurisdiction)
{
    for (size_t i = 0; i < o->jurisdictions.count; i++)
        if (!strcasecmp(o->jurisdictions.items[i], jurisdiction)) return true;
    return false;
}
