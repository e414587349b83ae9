/* what_if.c - see what_if.h. */
#include "audit/what_if.h"

#include <string.h>

bool what_if_begin(struct what_if *w, struct cc_engine *engine, const struct cc_audit *audit,
                   const struct cc_options *options, size_t budget)
{
    memset(w, 0, sizeof *w);
    w->budget = budget;
    w->scratch = (struct cc_audit){
        .engine = engine, .as_of = audit->as_of, .law_as_of = audit->law_as_of, .rules = audit->rules
    };
    arena_init(&w->scratch.arena, engine->allocator, 0);
    w->run = (struct run){ .engine = engine, .audit = &w->scratch, .options = options };
    w->overlay = overlay_new(audit->facts);
    if (!w->overlay) return w->no_memory = true, false;
    w->scratch.facts = overlay_facts(w->overlay);
    return true;
}

void what_if_end(struct what_if *w)
{
    arena_free(&w->scratch.arena);
    overlay_free(w->overlay);
}

static bool same_role(struct moment m, const struct role_value *a, const struct role_value *b)
{
    if (a->record == b->record) return a->apart == b->apart;
    if (a->apart || b->apart || ref_kind(a->record) != KIND_ENTITY || ref_kind(b->record) != KIND_ENTITY) return false;
    return same_group(m, ref_row(a->record), ref_row(b->record));
}

/* The subject of the same groups; NULL: none. */
static const struct subject *find_subject(const struct what_if *w, const struct subjects *all,
                                          const struct finding *finding)
{
    const struct subject *wanted = &finding->subject;
    struct moment m = { w->scratch.view, NO_ENTITY };
    for (unsigned r = 0; r < finding->rule->role_count; r++)
        if (wanted->roles[r].apart) m.apart = ref_row(wanted->roles[r].record);
    for (size_t i = 0; i < all->count; i++) {
        bool same = true;
        for (unsigned r = 0; r < finding->rule->role_count && same; r++)
            same = same_role(m, &all->items[i].roles[r], &wanted->roles[r]);
        if (same) return &all->items[i];
    }
    return NULL;
}

/* A rule that was stopped once is not asked again. */
static bool is_stopped(struct what_if *w, const struct rule *rule)
{
    for (size_t i = 0; i < w->stopped_count; i++)
        if (w->stopped[i].rule == rule) return true;
    const char *why = engine_gate(w->run.engine, rule->id);
    if (why && w->stopped_count < MOST_STOPPED) w->stopped[w->stopped_count++] = (struct stopped){ rule, why };
    else if (why) w->no_memory = true;
    return why;
}

/* The machine is at the changed case. A list of subjects with a hole in it does not tell that one is gone. */
static cc_verdict judge(struct what_if *w, const struct finding *finding)
{
    struct evaluation e = { .machine = w->run.engine->machine, .audit = &w->scratch, .rule = finding->rule };
    const struct subjects *subjects;
    if (is_stopped(w, finding->rule)) return CC_FAILED;
    if (!machine_subjects_to(e.machine, e.rule, &finding->subject, &subjects)) return CC_FAILED;
    const struct subject *subject = find_subject(w, subjects, finding);
    if (!subject) return subjects->hole ? CC_FAILED : CC_NOT_APPLICABLE;
    machine_turn(e.machine, w->turned, w->turned_to);
    bool judged = judge_subject(&w->run, &e, subject);
    machine_turn(e.machine, 0, UNKNOWN);
    if (!judged) return CC_FAILED;
    w->finding = e.finding;
    return (cc_verdict)e.finding->verdict;
}

cc_verdict what_if_verdict(struct what_if *w, const struct finding *finding)
{
    struct machine *machine = w->run.engine->machine;
    cc_verdict verdict = CC_VERDICTS;
    w->finding = NULL;
    if (what_if_spent(w)) return w->in_vain = true, CC_VERDICTS;
    w->used++;
    arena_reset(&w->scratch.arena);
    w->run.params = NULL;
    w->scratch.view = view_at(w->scratch.facts, w->scratch.as_of);
    if (w->scratch.view && machine_begin_case(machine, w->scratch.facts, w->scratch.view, &w->scratch.arena))
        verdict = judge(w, finding);
    bool refused = !w->scratch.view || w->scratch.arena.failed || machine_refused(machine);
    machine_end_case(machine);
    if (!refused) return verdict;
    w->no_memory = true, w->finding = NULL;
    return CC_VERDICTS;
}
