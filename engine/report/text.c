/* text.c - the report for people: a head, the findings by severity, what failed, what was considered and not flagged. */
#include "report/order.h"
#include "report/report.h"
#include "report/text_report.h"

#include <string.h>

enum { LEAD_LIMIT = 64 * 1024, SHORT_HANG = 17 };

void text_report_open(struct text_report *r, struct out *out, const cc_allocator *allocator,
                      const cc_report_options *options)
{
    page_init(&r->page, out, allocator, options->width, options->color);
    arena_init(&r->arena, allocator, 0);
    text_init(&r->lead, allocator, LEAD_LIMIT);
    r->verbose = options->verbose;
}

void text_report_begin(struct text_report *r, const struct cc_audit *audit)
{
    arena_reset(&r->arena);
    r->audit = audit;
    places_find(&r->places, audit->facts, &r->arena);
    sources_begin(&r->sources, audit, &r->arena);
}

void text_report_close(struct text_report *r)
{
    page_free(&r->page);
    text_free(&r->lead);
    arena_free(&r->arena);
}

static void text_open(struct cc_report *report)
{
    text_report_open(report->state, &report->out, report->engine->allocator, &report->options);
}

/* ---- the head ---- */

void show_altered(struct page *page, const struct facts *facts)
{
    if (!facts->altered_count) return;
    struct text *t = page_build(page);
    for (size_t i = 0; i < facts->altered_count; i++) {
        text_string(t, i ? "; " : "");
        alteration_words(t, &facts->altered[i]);
    }
    page_built(page, (struct par){ .lead = tr("FACTS ALTERED"), .hang = 15, .lead_style = STYLE_YELLOW_BOLD });
}

void show_thresholds(struct page *page, const struct cc_audit *audit)
{
    for (size_t i = 0; i < audit->notice_count; i++) {
        const struct audit_notice *n = &audit->notices[i];
        if (strcmp(n->code, THRESHOLD_NOTICE) != 0) continue;
        page_par(page, (struct par){ .style = STYLE_YELLOW_BOLD }, n->message);
    }
}

void show_head(struct text_report *r)
{
    const struct cc_audit *a = r->audit;
    show_altered(&r->page, a->facts);
    const char *title = a->facts->header.title;
    struct text *t = page_build(&r->page);
    text_string(t, tr("as of "));
    add_day(t, a->as_of);
    if (a->view->begin_later) {
        text_string(t, "; ");
        add_count(t, a->view->begin_later, tr("record begins later"), tr("records begin later"));
    }
    if (a->law_as_of != DAY_MIN) {
        text_string(t, tr("; by the law of "));
        add_day(t, a->law_as_of);
    }
    if (t->failed) out_no_memory(r->page.out);
    page_ends(&r->page, title ? title : a->facts->file, STYLE_BOLD, text_chars(t), STYLE_DIM);
    show_thresholds(&r->page, a);
}

static void add_total(const struct text_report *r, struct text *t, enum cc_verdict verdict, const char *one,
                      const char *many, bool always)
{
    if (!r->audit->totals[verdict] && !always) return;
    if (t->length) text_string(t, ", ");
    add_count(t, r->audit->totals[verdict], one, many);
}

static void put_counts(struct text_report *r)
{
    const struct cc_audit *a = r->audit;
    struct text *t = page_build(&r->page);
    add_total(r, t, CC_FLAGGED, tr("risk flagged"), tr("risks flagged"), true);
    add_total(r, t, CC_CANNOT_TELL, tr("cannot be decided"), tr("cannot be decided"), true);
    add_total(r, t, CC_REBUTTED, tr("rebutted"), tr("rebutted"), false);
    add_total(r, t, CC_CLEAR, tr("clear"), tr("clear"), true);
    text_string(t, "; ");
    add_count(t, a->rule_count - a->totals[CC_NOT_SELECTED], tr("rule considered"), tr("rules considered"));
    add_total(r, t, CC_FAILED, tr("failed"), tr("failed"), false);
    add_total(r, t, CC_NOT_SELECTED, tr("not selected"), tr("not selected"), true);
    page_built(&r->page, (struct par){ .style = a->totals[CC_FAILED] ? STYLE_YELLOW : STYLE_PLAIN });
    show_ledger(r);
    page_blank(&r->page);
}

/* ---- findings ---- */

static void put_flagged(struct text_report *r)
{
    const struct finding *f;
    for (size_t at = 0; (f = next_open(r->audit, VERDICT(CC_FLAGGED), &at));) show_flagged(r, f);
}

typedef void show_run(struct text_report *, const struct finding *const *, size_t count);

/* The findings with a verdict, by rule; NULL: only counted. */
static size_t for_each_run(struct text_report *r, enum cc_verdict verdict, show_run *show)
{
    size_t count = 0, total = 0;
    const struct finding *f, **run = arena_array(&r->arena, r->audit->finding_count + 1, sizeof(void *));
    if (!run) return 0;
    for (size_t at = 0; (f = next_open(r->audit, VERDICT(verdict), &at)); total++) {
        if (show && count && run[0]->rule != f->rule) show(r, run, count), count = 0;
        run[count++] = f;
    }
    if (show && count) show(r, run, count);
    return total;
}

static void put_undecided(struct text_report *r)
{
    for_each_run(r, CC_CANNOT_TELL, show_undecided);
    for (size_t i = 0; i < r->audit->rule_count; i++)
        if (r->audit->rules[i].hole) show_hole(r, &r->audit->rules[i]);
}

static void put_nothing(struct text_report *r)
{
    const struct cc_audit *a = r->audit;
    size_t considered = a->rule_count - a->totals[CC_NOT_SELECTED];
    struct text *t = page_build(&r->page);
    if (!considered) {
        text_string(t, tr("No rule was selected for this case, so nothing can be said of it."));
    } else {
        text_string(t,
                    a->totals[CC_FLAGGED] ? tr("Nothing is flagged that is not accepted.") : tr("Nothing is flagged."));
        if (a->totals[CC_CANNOT_TELL]) text_string(t, tr(" What cannot be decided is not cleared."));
        if (a->totals[CC_FAILED]) text_string(t, tr(" The rules that failed say nothing."));
    }
    page_built(&r->page, (struct par){ .style = STYLE_BOLD });
    page_blank(&r->page);
}

static void put_heading(struct text_report *r, const char *heading)
{
    page_par(&r->page, (struct par){ .style = STYLE_BOLD }, heading);
}

static void put_unflagged(struct text_report *r, enum cc_verdict verdict, const char *heading)
{
    if (!for_each_run(r, verdict, NULL)) return;
    put_heading(r, heading);
    for_each_run(r, verdict, show_unflagged);
    page_blank(&r->page);
}

/* A rule that found nobody to speak of: which kinds of fact would have made a subject. */
static void why_not_applicable(const struct rule_result *result, struct text *t)
{
    struct asked asked;
    unsigned count = 0, said = 0;
    rule_asks(result->rule, &asked);
    for (unsigned k = 0; k < KIND_COUNT; k++) count += asked.kind[k];
    text_string(t, tr("the facts have no subject for it"));
    for (unsigned k = 0; k < KIND_COUNT; k++) {
        if (!asked.kind[k]) continue;
        if (!said) text_string(t, tr("; it looks at "));
        add_between(t, said++, count);
        text_string(t, model_kind((enum kind)k)->plural);
    }
}

static void why_not_selected(const struct rule_result *result, struct text *t)
{
    const char *why = result->not_selected ? result->not_selected : "";
    if (result->rule->jurisdiction && strcmp(why, "jurisdiction") == 0)
        text_add(t, tr("it is law of %s, which the case does not ask about"), result->rule->jurisdiction);
    else text_add(t, tr("by %s"), why);
}

static void put_silent_rules(struct text_report *r, enum cc_verdict verdict, const char *heading,
                             void (*why)(const struct rule_result *, struct text *))
{
    if (!r->audit->totals[verdict]) return;
    put_heading(r, heading);
    for (size_t i = 0; i < r->audit->rule_count; i++) {
        const struct rule_result *result = &r->audit->rules[i];
        if (result->verdict != verdict) continue;
        page_par(&r->page, (struct par){ .indent = MARK_INDENT, .style = STYLE_BOLD }, result->rule->id);
        why(result, page_build(&r->page));
        page_built(&r->page, (struct par){ .indent = REASON_INDENT });
    }
    page_blank(&r->page);
}

static void put_verbose(struct text_report *r)
{
    const struct finding *f;
    for (size_t at = 0; (f = next_finding(r->audit, VERDICT(CC_REBUTTED), &at));) show_rebutted(r, f);
    put_unflagged(r, CC_CLEAR, tr("Clear"));
    put_unflagged(r, CC_OUT_OF_SCOPE, tr("Out of scope"));
    put_silent_rules(r, CC_NOT_APPLICABLE, tr("Not applicable"), why_not_applicable);
    put_silent_rules(r, CC_NOT_SELECTED, tr("Not selected"), why_not_selected);
    if (!r->audit->dropped) return;
    struct text *t = page_build(&r->page);
    text_string(t, tr("and "));
    add_count(t, r->audit->dropped, tr("more that is clear or out of scope"),
              tr("more that are clear or out of scope"));
    page_built(&r->page, (struct par){ .style = STYLE_DIM });
    page_blank(&r->page);
}

/* ---- rules ---- */

static void put_failed(struct text_report *r)
{
    if (!r->audit->totals[CC_FAILED]) return;
    for (size_t i = 0; i < r->audit->rule_count; i++) {
        const struct rule_result *result = &r->audit->rules[i];
        if (result->verdict != CC_FAILED) continue;
        struct text *t = page_build(&r->page);
        if (strcmp(result->rule->id, result->rule->path) != 0) text_add(t, "%s: ", result->rule->id);
        text_string(t, result->rule->path);
        if (result->error_line) text_add(t, ":%u", (unsigned)result->error_line);
        text_add(t, ": %s", result->error ? result->error : result->error_code);
        page_built(&r->page, (struct par){ .lead = tr("FAILED"), .hang = 8, .lead_style = STYLE_RED_BOLD });
    }
    page_blank(&r->page);
}

/* "clear    ftc-6b: exclusive-hosting, ip-access": each rule once, under the strongest of its verdicts. */
static void put_rules_with(struct text_report *r, enum cc_verdict verdict, const char *label)
{
    struct text *t = page_build(&r->page);
    const char *pack = NULL;
    size_t pack_size = 0;
    for (size_t i = 0; i < r->audit->rule_count; i++) {
        const struct rule_result *result = &r->audit->rules[i];
        const char *id = result->rule->id;
        if (result->verdict != verdict) continue;
        size_t size = pack_length(id);
        bool same = pack && size == pack_size && memcmp(pack, id, size) == 0;
        text_string(t, same ? ", " : pack ? "; " : "");
        if (same) text_string(t, id + (size ? size + 1 : 0));
        else if (size) text_add(t, "%.*s: %s", (int)size, id, id + size + 1);
        else text_string(t, id);
        pack = id, pack_size = size;
    }
    if (!pack) return;
    page_built(&r->page, (struct par){ .indent = MARK_INDENT, .lead = label, .hang = SHORT_HANG, .style = STYLE_DIM });
}

/* "not selected    de: 11, eu: 18": nobody asked for them, so their number will do. */
static void put_not_selected(struct text_report *r)
{
    struct text *t = page_build(&r->page);
    const struct cc_audit *audit = r->audit;
    bool any = false;
    for (size_t i = 0; i < audit->rule_count;) {
        const char *pack = audit->rules[i].rule->id;
        size_t size = pack_length(pack), after = i, count = 0;
        for (; after < audit->rule_count; after++) {
            const char *id = audit->rules[after].rule->id;
            if (pack_length(id) != size || memcmp(id, pack, size) != 0) break;
            count += audit->rules[after].verdict == CC_NOT_SELECTED;
        }
        if (count) text_add(t, "%s%.*s: %zu", any ? ", " : "", (int)size, pack, count), any = true;
        i = after;
    }
    if (any)
        page_built(
            &r->page,
            (struct par){ .indent = MARK_INDENT, .lead = tr("not selected"), .hang = SHORT_HANG, .style = STYLE_DIM });
}

static void put_short_findings(struct text_report *r, enum cc_verdict verdict)
{
    const struct finding *f;
    for (size_t at = 0; (f = next_open(r->audit, VERDICT(verdict), &at));) {
        finding_title(r->audit, f, page_build(&r->page));
        bool flagged = verdict == CC_FLAGGED;
        page_built(&r->page, (struct par){ .indent = MARK_INDENT,
                                           .hang = SHORT_HANG,
                                           .lead = flagged ? tr(severity_names[f->rule->severity]) : tr("cannot tell"),
                                           .lead_style = flagged ? severity_style(f->rule->severity) : STYLE_YELLOW });
    }
}

static void put_short_accepted(struct text_report *r)
{
    const struct finding *f;
    for (size_t at = 0; (f = next_finding(r->audit, VERDICT(CC_FLAGGED) | VERDICT(CC_CANNOT_TELL), &at));) {
        if (f->standing != CC_ACCEPTED) continue;
        finding_title(r->audit, f, page_build(&r->page));
        page_built(&r->page,
                   (struct par){
                       .indent = MARK_INDENT, .hang = SHORT_HANG, .lead = tr("accepted"), .lead_style = STYLE_CYAN });
    }
}

/* What stands on the screen when all has gone by. */
static void put_short(struct text_report *r)
{
    static const struct {
        enum cc_verdict verdict;
        const char *label;
    } rows[] = {
        { CC_REBUTTED, "rebutted" },
        { CC_CLEAR, "clear" },
        { CC_OUT_OF_SCOPE, "out of scope" },
        { CC_NOT_APPLICABLE, "no such facts" },
    };
    if (r->audit->rule_count <= r->audit->totals[CC_FAILED]) return;
    put_heading(r, tr("In short"));
    put_short_findings(r, CC_FLAGGED);
    put_short_findings(r, CC_CANNOT_TELL);
    put_short_accepted(r);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) put_rules_with(r, rows[i].verdict, tr(rows[i].label));
    put_not_selected(r);
    page_blank(&r->page);
}

static void put_notices(struct text_report *r)
{
    bool any = false;
    for (size_t i = 0; i < r->audit->notice_count; i++) {
        const struct audit_notice *n = &r->audit->notices[i];
        if (notice_is_first(n)) continue; /* the head says it */
        struct text *t = page_build(&r->page);
        if (n->line) text_add(t, "%s:%u: ", r->audit->facts->file, (unsigned)n->line);
        text_string(t, n->message);
        page_built(&r->page, (struct par){ .lead = tr("Note"), .hang = 6, .lead_style = STYLE_CYAN });
        any = true;
    }
    if (any) page_blank(&r->page);
}

/* ---- the report ---- */

static void text_add_audit(struct cc_report *report, const struct cc_audit *audit)
{
    struct text_report *r = report->state;
    if (report->added) page_blank(&r->page);
    text_report_begin(r, audit);
    show_head(r);
    put_counts(r);
    size_t at = 0;
    if (!next_open(audit, VERDICT(CC_FLAGGED), &at)) put_nothing(r);
    put_flagged(r);
    put_undecided(r);
    show_to_find(r);
    show_accepted(r);
    if (r->verbose) put_verbose(r);
    show_sensitivity(r);
    show_sources(&r->sources, &r->page);
    put_notices(r);
    put_failed(r);
    put_short(r);
    if (r->arena.failed) out_no_memory(&report->out);
}

/* What is wrong with it stands on standard error, where the program speaks. */
static void text_refused(struct cc_report *report, const char *file, const cc_diagnostic *errors, size_t count)
{
    struct text_report *r = report->state;
    if (report->added) page_blank(&r->page);
    size_t said = 0;
    for (size_t i = 0; i < count; i++) said += !errors[i].notice;
    struct text *t = page_build(&r->page);
    text_add(t, tr("%s was refused: "), file);
    add_count(t, said, tr("error"), tr("errors"));
    page_built(&r->page, (struct par){ .style = STYLE_RED_BOLD });
}

static void text_close(struct cc_report *report)
{
    struct text_report *r = report->state;
    if (r->audit)
        page_par(
            &r->page, (struct par){ .style = STYLE_DIM },
            tr("Flags risks in recorded facts for a lawyer to look at. It decides nothing and is no legal advice."));
    text_report_close(r);
}

const struct report_format format_text = {
    .state_size = sizeof(struct text_report),
    .open = text_open,
    .add = text_add_audit,
    .refused = text_refused,
    .close = text_close,
};
