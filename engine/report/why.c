/* why.c - why a rule says what it says: which of its subjects are asked about, then the format. */
#include "report/why.h"

#include "report/report.h"

static const struct rule_result *find_result(const struct cc_audit *audit, const char *rule_id)
{
    for (size_t i = 0; i < audit->rule_count; i++)
        if (strcmp(audit->rules[i].rule->id, rule_id) == 0) return &audit->rules[i];
    const char *id = cc_engine_find_rule(audit->engine, rule_id);
    return id && strcmp(id, rule_id) != 0 ? find_result(audit, id) : NULL;
}

/* The nearest among the ids of entities and markets; of one id alone the rule's own subjects would do, but a firm that is in
 * none of them is on file too. */
static void refuse_id(struct arena *arena, const struct cc_audit *audit, const char *id)
{
    static const enum kind kinds[] = { KIND_ENTITY, KIND_MARKET };
    const struct facts *facts = audit->facts;
    size_t room = (size_t)facts_rows(facts, KIND_ENTITY) + facts_rows(facts, KIND_MARKET), count = 0;
    const char **names = arena_array(arena, room + 1, sizeof *names);
    for (size_t k = 0; names && k < sizeof kinds / sizeof *kinds; k++)
        for (uint32_t row = 0; row < facts_rows(facts, kinds[k]); row++)
            names[count++] = facts_id(facts, ref_make(kinds[k], row));
    struct sink sink = { .emit = audit->engine->emit, .ud = audit->engine->ud, .file = facts->file };
    diagnose(&sink, CODE_USAGE, NO_SPAN, names ? nearest_name(id, strlen(id), names, count) : NULL,
             "no entity and no market of the case has the id '%.100s'", id);
}

/* False: an id is not on file, which was said. */
static bool find_asked(struct question *w, struct arena *arena, cc_words subjects)
{
    const struct facts *facts = w->audit->facts;
    ref *asked = arena_array(arena, subjects.count + 1, sizeof *asked);
    for (size_t i = 0; asked && i < subjects.count; i++) {
        const char *id = subjects.items[i];
        uint32_t entity = facts_find(facts, KIND_ENTITY, id, strlen(id)),
                 market = facts_find(facts, KIND_MARKET, id, strlen(id));
        if (entity == UINT32_MAX && market == UINT32_MAX) return refuse_id(arena, w->audit, id), false;
        asked[w->asked_count++] = entity != UINT32_MAX ? ref_make(KIND_ENTITY, entity) : ref_make(KIND_MARKET, market);
    }
    w->asked = asked;
    return true;
}

/* A record answers for its group: who asks about AWS means Amazon too. */
static bool has_role(const struct finding *f, ref asked)
{
    for (unsigned i = 0; i < f->rule->role_count; i++) {
        ref record = f->subject.roles[i].record;
        if (record == asked) return true;
        if (ref_kind(record) == KIND_ENTITY && ref_kind(asked) == KIND_ENTITY &&
            same_group(f->moment, ref_row(record), ref_row(asked)))
            return true;
    }
    return false;
}

static bool is_asked(const struct question *w, const struct finding *f)
{
    if (f->rule != w->result->rule) return false;
    for (size_t i = 0; i < w->asked_count; i++)
        if (!has_role(f, w->asked[i])) return false;
    return true;
}

static void choose(struct question *w, struct arena *arena)
{
    w->findings = arena_array(arena, w->audit->finding_count + 1, sizeof(void *));
    for (unsigned v = CC_FLAGGED; w->findings && v <= CC_OUT_OF_SCOPE; v++)
        for (size_t i = 0; i < w->audit->finding_count; i++) {
            const struct finding *f = w->audit->findings[i];
            if (f->verdict == v && is_asked(w, f)) w->findings[w->count++] = f;
        }
}

bool cc_write_why(const cc_audit *audit, const char *rule_id, cc_words subjects, const char *format,
                  const cc_report_options *given, cc_sink sink)
{
    cc_engine *e = audit->engine;
    cc_report_options options = report_options(given);
    struct question w = { .audit = audit, .options = &options, .allocator = e->allocator };
    struct arena arena;
    struct out out;
    int number = listing_format(e, format);
    if (number < 0 || !(w.result = find_result(audit, rule_id))) return false;
    arena_init(&arena, e->allocator, 0);
    bool well = find_asked(&w, &arena, subjects);
    if (well) choose(&w, &arena);
    if (well && arena.failed) report_no_memory(e), well = false;
    if (well && (well = listing_open(e, &out, sink))) {
        (number ? why_json : why_text)(&w, &out);
        if (audit->arena.failed) out_no_memory(&out); /* texts and evidence are made there */
        well = listing_close(e, &out);
    }
    arena_free(&arena);
    return well;
}
