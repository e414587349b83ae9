/* text_evidence.c - rows of evidence: the place in the file, then who says so; and rows of what is missing. */
#include "audit/missing.h"
#include "report/text_report.h"

#include "base/utf8.h"

void add_place(struct text_report *r, struct text *t, uint32_t at)
{
    text_string(t, r->audit->facts->file);
    uint32_t line = places_line(&r->places, at);
    if (line) text_add(t, ":%u", (unsigned)line);
}

/* What a reader should know of the record before the source: the day of a measurement, that it is an estimate. */
static void add_record_notes(struct text_report *r, struct text *t, const struct evidence *e)
{
    const struct facts *facts = r->audit->facts;
    enum kind kind = ref_kind(e->record);
    const struct kind_info *info = model_kind(kind);
    if (e->link) text_string(t, tr("ownership: "));
    if (is_estimate(facts, e->record)) text_string(t, tr("estimate: "));
    if (info->time != TIME_MEASUREMENT) return;
    add_short_days(t, cell_of(facts, kind, ref_row(e->record), (enum field)info->from)->date);
    text_string(t, e->dated ? tr(" (dated): ") : ": ");
}

/* Each source whole, with the place in it: --verbose. */
static void add_whole_cites(struct text_report *r, struct text *t, const struct cite *cites, uint32_t count)
{
    if (!count) text_string(t, tr("no source given"));
    for (uint32_t i = 0; i < count; i++) {
        bool again = i && cites[i].source == cites[i - 1].source; /* another place in it */
        if (again && !cites[i].where) continue;
        if (i) text_string(t, "; ");
        if (!again) add_cites(&r->sources, t, &cites[i], 1, SIZE_MAX);
        if (cites[i].where) text_add(t, "%s%s", again ? "" : ", ", cites[i].where);
    }
}

/* ---- rows ---- */

/* Where the text of a row begins: beside its place, or below it where the place is long. */
static unsigned row_hang(const struct text_report *r, unsigned indent)
{
    unsigned columns = (unsigned)utf8_width(text_chars(&r->lead), r->lead.length);
    return indent + columns + 3 <= r->page.width / 2 + indent / 2 ? indent + columns + 3 : indent + 2;
}

static void put_row(struct text_report *r, unsigned indent, enum style style)
{
    struct page *p = &r->page;
    unsigned hang = row_hang(r, indent);
    if (r->lead.failed) out_no_memory(p->out);
    if (hang > indent + 2) {
        page_built(p, (struct par){ .indent = indent,
                                    .lead = text_chars(&r->lead),
                                    .hang = hang,
                                    .lead_style = STYLE_CYAN,
                                    .style = style });
        return;
    }
    page_par(p, (struct par){ .indent = indent, .style = STYLE_CYAN }, text_chars(&r->lead));
    page_built(p, (struct par){ .indent = hang, .style = style });
}

static void put_record(struct text_report *r, const struct evidence *e, unsigned indent)
{
    text_reset(&r->lead);
    add_place(r, &r->lead, e->at);
    struct text *t = page_build(&r->page);
    if (e->type == EVIDENCE_COMPLETE) text_string(t, tr("declared to be the whole list: "));
    else add_record_notes(r, t, e);
    size_t taken = row_hang(r, indent);
    if (r->verbose) add_whole_cites(r, t, e->cites, e->cite_count);
    else add_cites(&r->sources, t, e->cites, e->cite_count, r->page.width - taken);
    put_row(r, indent, STYLE_DIM);
}

/* "none of 12 agreements with type veto (facts.json:72), the list is not declared complete" */
static void put_absence(struct text_report *r, const struct evidence *e, unsigned indent)
{
    struct text *t = page_build(&r->page);
    absence_sentence(r->audit, e->absence, t);
    if (e->at) { /* 0: the file has no such list */
        text_string(t, " (");
        add_place(r, t, e->at);
        text_char(t, ')');
    }
    if (e->absence->complete >= 0) text_string(t, tr("; the list is declared complete"));
    page_built(&r->page, (struct par){ .indent = indent, .style = STYLE_DIM });
}

/* Of several pieces of one record the first tells its place: it weighs most. */
static bool is_row(const struct evidence *e) { return e->type != EVIDENCE_ABSENCE && !e->again; }

/* Rows that are not told one by one. */
struct rest {
    size_t count, estimates;
    uint32_t first, last; /* lines */
};

static void put_rest(struct text_report *r, struct rest rest, unsigned indent)
{
    struct text *t = page_build(&r->page);
    text_string(t, tr("and "));
    add_count(t, rest.count, tr("more row"), tr("more rows"));
    if (rest.first == rest.last) text_add(t, tr(" (line %u)"), (unsigned)rest.first);
    else text_add(t, tr(" (lines %u-%u)"), (unsigned)rest.first, (unsigned)rest.last);
    if (rest.estimates)
        text_string(t, tr(", among them ")), add_count(t, rest.estimates, tr("estimate"), tr("estimates"));
    page_built(&r->page, (struct par){ .indent = indent, .style = STYLE_DIM });
}

void show_absences(struct text_report *r, const struct finding *f, const struct element_result *e, unsigned indent)
{
    struct evidence *all;
    size_t count = element_evidence(r->audit, f, e, &all);
    for (size_t i = 0; i < count; i++)
        if (all[i].type == EVIDENCE_ABSENCE) put_absence(r, &all[i], indent);
}

void show_evidence(struct text_report *r, const struct finding *f, const struct element_result *e, unsigned indent)
{
    struct evidence *all;
    size_t count = element_evidence(r->audit, f, e, &all), rows = 0;
    for (size_t i = 0; i < count; i++) rows += is_row(&all[i]);
    size_t shown = rows <= ROWS_SHOWN + 1 || r->verbose ? rows
                                                        : ROWS_SHOWN; /* one more takes no more room than saying so */
    struct rest rest = { .first = UINT32_MAX };
    rows = 0;
    for (size_t i = 0; i < count; i++) {
        if (!is_row(&all[i])) continue;
        if (rows++ < shown) {
            put_record(r, &all[i], indent);
            continue;
        }
        uint32_t line = places_line(&r->places, all[i].at);
        if (line < rest.first) rest.first = line;
        if (line > rest.last) rest.last = line;
        rest.estimates += all[i].type != EVIDENCE_COMPLETE && is_estimate(r->audit->facts, all[i].record);
        rest.count++;
    }
    if (rest.count) put_rest(r, rest, indent);
    show_absences(r, f, e, indent);
}

/* ---- what is missing ---- */

/* Which values decide says more than that it decides. */
static void add_need(const struct text_report *r, struct text *t, const struct need *need)
{
    text_string(t, need->what);
    if (need->now && *need->now) text_add(t, tr(" (now %s)"), need->now);
    if (need->decision) text_string(t, ": "), decision_sentence(r->audit, need->decision, t);
    else if (need->alone) text_string(t, tr("; it alone decides"));
}

void show_needs(struct text_report *r, const struct need *needs, size_t count, size_t most)
{
    for (size_t i = 0; i < count && i < most; i++) {
        struct text *t = page_build(&r->page);
        add_need(r, t, &needs[i]);
        if (needs[i].at != NO_PLACE) {
            text_string(t, "  ");
            add_place(r, t, needs[i].at);
        }
        page_built(&r->page, (struct par){ .indent = LABEL_INDENT,
                                           .lead = i ? "" : tr("Missing"),
                                           .hang = LABEL_HANG,
                                           .lead_style = STYLE_YELLOW });
    }
    if (count <= most) return;
    struct text *t = page_build(&r->page);
    text_string(t, tr("and "));
    add_count(t, count - most, tr("more fact"), tr("more facts"));
    page_built(&r->page, (struct par){ .indent = LABEL_HANG, .style = STYLE_DIM });
}
