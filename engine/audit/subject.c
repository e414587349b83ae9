/* subject.c - one subject of a rule: the law of its day, its params, its verdict. */
#include "audit/run.h"

#include <math.h>

#include "audit/options.h"

/* ---- the law of a subject ---- */

void param_on(const struct param *param, struct quantity law, struct quantity *ret_value, bool *ret_missing,
              const struct law_source **ret_source)
{
    *ret_missing = true;
    for (unsigned i = 0; i < param->count; i++) {
        const struct param_value *row = &param->values[i];
        if ((double)row->from > law.high || (double)row->to < law.low) continue;
        if (*ret_missing) *ret_value = row->value, *ret_source = row->source, *ret_missing = false;
        else
            ret_value->low = fmin(ret_value->low, row->value.low),
            ret_value->high = fmax(ret_value->high, row->value.high);
    }
}

/* Is there a row on each day? */
static bool covers(const struct param *param, struct quantity law)
{
    double day = law.low;
    for (unsigned i = 0; i < param->count && day <= law.high; i++) { /* in the order of their first days */
        if ((double)param->values[i].from > day) return false;
        if ((double)param->values[i].to >= day) day = (double)param->values[i].to + 1;
    }
    return day > law.high;
}

void params_on(const struct rule *rule, struct quantity law, const struct cc_options *options,
               struct params_at *ret_params)
{
    ret_params->partly = 0;
    for (unsigned i = 0; i < rule->param_count; i++) {
        const struct param *param = &rule->params[i];
        param_on(param, law, &ret_params->values[i], &ret_params->missing[i], &ret_params->sources[i]);
        if (param->dated && !covers(param, law)) ret_params->partly |= UINT64_C(1) << i;
        option_param(options, rule, i, ret_params);
    }
}

/* In force over all of the range: YES; over none of it: NO. */
static enum truth in_force(const struct rule *rule, struct quantity law)
{
    double from = rule->in_force_from == DAY_MIN ? -(double)INFINITY : (double)rule->in_force_from,
           to = rule->in_force_to == DAY_MAX ? (double)INFINITY : (double)rule->in_force_to;
    if (law.high < from || law.low > to) return NO;
    return law.low >= from && law.high <= to ? YES : UNKNOWN;
}

static struct finding *new_finding(struct run *run, const struct rule *rule, const struct subject *subject)
{
    struct arena *arena = &run->audit->arena;
    struct finding *f = arena_take(arena, sizeof *f);
    if (!f) return NULL;
    f->rule = rule, f->subject = *subject, f->was = CC_VERDICTS;
    f->moment = f->table_moment = (struct moment){ run->audit->view, NO_ENTITY };
    return f;
}

static bool no_memory(struct evaluation *e)
{
    e->failure = (struct failure){ .code = "memory", .message = "no memory was left" };
    return false;
}

/* The day whose law applies; where it is unknown, any up to the day asked, so that dated params are the hull of their rows: the row of one
 * day would decide what another leaves open. False: the rule failed. */
static bool law_of(struct run *run, struct evaluation *e, struct quantity *ret_law, bool *ret_unknown,
                   const struct trail **ret_trail)
{
    struct cc_audit *audit = run->audit;
    int32_t day = audit->law_as_of == DAY_MIN ? audit->as_of : audit->law_as_of;
    *ret_law = quantity_date(day, day), *ret_unknown = false, *ret_trail = NULL;
    if (e->rule->law_at == NO_FUNCTION || audit->law_as_of != DAY_MIN) return true;
    struct trail *trail = arena_take(&audit->arena, sizeof *trail);
    if (!trail) return no_memory(e);
    trail_init(trail, &audit->arena);
    *ret_trail = trail;
    if (machine_begin_subject(e->machine, e->rule, &e->finding->subject, e->finding->params) &&
        machine_law_at(e->machine, e->rule, &e->finding->subject, trail, ret_law, ret_unknown)) {
        if (*ret_unknown) *ret_law = quantity_date(DAY_MIN, audit->as_of), e->finding->open_law = trail;
        return true;
    }
    e->failure = *machine_failure(e->machine);
    return false;
}

/* False: no memory. */
static bool set_params(struct run *run, struct finding *f, struct quantity law)
{
    struct arena *arena = &run->audit->arena;
    size_t count = f->rule->param_count;
    bool same = f->rule->law_at == NO_FUNCTION || run->audit->law_as_of != DAY_MIN;
    if (!count) return true;
    if (!run->params || !same) {
        struct params_at *params = run->params = arena_take(arena, sizeof *params);
        if (!params) return false;
        params->values = arena_array(arena, count, sizeof *params->values);
        params->missing = arena_array(arena, count, sizeof *params->missing);
        params->sources = arena_array(arena, count, sizeof *params->sources);
        if (arena->failed) return false;
        params_on(f->rule, law, run->options, params);
    }
    f->params = run->params;
    return true;
}

bool judge_subject(struct run *run, struct evaluation *e, const struct subject *subject)
{
    struct quantity law;
    bool unknown_law;
    const struct trail *trail;
    e->finding = new_finding(run, e->rule, subject), e->out_of_scope = false, e->params_read = 0;
    if (!e->finding) return no_memory(e);
    if (!law_of(run, e, &law, &unknown_law, &trail)) return false;
    enum truth force = unknown_law ? UNKNOWN : in_force(e->rule, law);
    e->finding->law_day = law.low > -1e9 && law.low < 1e9 ? (int32_t)law.low : run->audit->as_of;
    if (!set_params(run, e->finding, law)) return no_memory(e);
    if (force == NO) e->finding->verdict = CC_OUT_OF_SCOPE, e->finding->out_of_force = true;
    else if (!evaluate_subject(e)) return false;
    uint64_t read = e->params_read | machine_params_read(e->machine);
    if (e->finding->verdict == CC_FLAGGED && e->finding->params && read & e->finding->params->partly) force = UNKNOWN;
    if (e->finding->verdict == CC_FLAGGED && force == UNKNOWN) /* on some days it is out of scope */
        e->finding->verdict = CC_CANNOT_TELL, e->finding->open_law = trail;
    return true;
}
