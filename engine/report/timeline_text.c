/* timeline_text.c - findings against time, for people: a bar each, then what changed on which day, and the fact behind it. */
#include "report/timeline.h"

#include <stdio.h>

#include "base/date.h"
#include "base/utf8.h"
#include "report/text_report.h"

enum { COLUMNS_MOST = 400, LABEL_LEAST = 12, BARS_LEAST = 20, CAUSES_SHOWN = 4 };

struct bars {
    struct page page;
    struct places places;
    const struct timeline_view *view;
    int32_t first, last; /* days that the bars reach from and to */
    unsigned label, columns;
};

static bool was_flagged(const struct timeline_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (row->stretches[i].verdict == CC_FLAGGED) return true;
    return false;
}
static bool is_shown(const struct bars *b, const struct timeline_row *row)
{
    return b->view->options->verbose || was_flagged(row);
}

/* ---- the head ---- */

static void put_head(struct bars *b)
{
    const struct cc_timeline *t = b->view->t;
    const struct facts *facts = t->facts->facts;
    size_t changing = 0;
    show_altered(&b->page, facts);
    page_par(&b->page, (struct par){ .style = STYLE_BOLD }, facts->header.title ? facts->header.title : facts->file);
    show_thresholds(&b->page, t->before);
    for (size_t d = 0; d < t->count; d++) {
        bool flags = false;
        for (size_t i = 0; i < t->days[d].change_count; i++) flags = flags || change_is_of_flag(&t->days[d].changes[i]);
        changing += flags;
    }
    struct text *out = page_build(&b->page);
    text_string(out, tr("What is flagged changes on "));
    add_thousands(out, changing), text_string(out, tr(" of "));
    add_count(out, t->count, tr("day on which a fact or a law begins or ends, "),
              tr("days on which a fact or a law begins or ends, "));
    add_day(out, t->days[0].day);
    if (t->count > 1) text_string(out, tr(" to ")), add_day(out, t->days[t->count - 1].day);
    page_built(&b->page, (struct par){ 0 });
}

/* ---- bars ---- */

static void find_range(struct bars *b)
{
    const struct cc_timeline *t = b->view->t;
    b->first = DAY_MAX, b->last = DAY_MIN;
    for (size_t i = 0; i < t->row_count; i++) {
        const struct timeline_row *row = t->rows[i];
        for (size_t s = 0; is_shown(b, row) && s < row->count; s++) {
            const struct stretch *x = &row->stretches[s];
            if (x->from < b->first) b->first = x->from;
            if (x->from > b->last) b->last = x->from;
            if (x->to != DAY_MAX && x->to > b->last) b->last = x->to;
        }
    }
    if (b->last < b->first) return;
    int32_t more = (b->last - b->first) / 20;
    b->last += more < 30 ? 30 : more; /* what has no end in sight reaches beyond the last change */
}

static int32_t day_at(const struct bars *b, unsigned column)
{
    return b->first + (int32_t)((int64_t)(b->last - b->first + 1) * column / b->columns);
}

/* The strongest verdict that the row has in a column. */
static unsigned verdict_at(const struct bars *b, const struct timeline_row *row, unsigned column)
{
    int32_t from = day_at(b, column), to = day_at(b, column + 1) - 1;
    unsigned strongest = CC_VERDICTS;
    for (size_t s = 0; s < row->count; s++) {
        const struct stretch *x = &row->stretches[s];
        if (x->from <= (to < from ? from : to) && x->to >= from && x->verdict < strongest) strongest = x->verdict;
    }
    return strongest;
}

static const char *sign_of(const struct bars *b, unsigned verdict)
{
    static const char *const signs[] = { [CC_FLAGGED] = "█", [CC_CANNOT_TELL] = "▒", [CC_REBUTTED] = "·" };
    static const char *const plain[] = { [CC_FLAGGED] = "#", [CC_CANNOT_TELL] = "?", [CC_REBUTTED] = "." };
    return verdict > CC_REBUTTED ? " " : b->view->options->ascii ? plain[verdict] : signs[verdict];
}

/* "exclusive-api  Microsoft, OpenAI", cut where the bars begin. */
static void add_label(struct bars *b, struct text *out, const struct timeline_row *row)
{
    const char *id = row->rule->id;
    size_t pack = pack_length(id), at = 0, length, columns = 0;
    text_string(out, id + (pack ? pack + 1 : 0)), text_string(out, ": ");
    add_row_subject(out, b->view->t, row);
    length = out->length;
    while (at < length) {
        uint32_t point = ' ';
        size_t n = utf8_read(out->data + at, length - at, &point);
        columns += utf8_columns(point);
        if (columns > b->label - 2 && utf8_width(out->data, length) > b->label) break;
        at += n ? n : 1;
    }
    if (at == length || out->failed) return;
    out->length = at, out->data[at] = '\0';
    text_string(out, "..");
}

static void measure_labels(struct bars *b)
{
    struct text scratch;
    unsigned width = b->page.width, longest = LABEL_LEAST;
    b->label = 1000;
    text_init(&scratch, b->view->allocator, (size_t)1 << 16);
    for (size_t i = 0; i < b->view->t->row_count; i++) {
        if (!is_shown(b, b->view->t->rows[i])) continue;
        text_reset(&scratch), add_label(b, &scratch, b->view->t->rows[i]);
        size_t columns = scratch.data ? utf8_width(scratch.data, scratch.length) : 0;
        if (columns > longest) longest = (unsigned)columns;
    }
    if (scratch.failed) out_no_memory(b->page.out);
    text_free(&scratch);
    unsigned most = width - MARK_INDENT - 1 - BARS_LEAST; /* a page is wider than these */
    if (most > width * 9 / 20) most = width * 9 / 20;
    b->label = longest < most ? longest : most;
    b->columns = width - b->label - MARK_INDENT - 1;
    if (b->columns > COLUMNS_MOST) b->columns = COLUMNS_MOST;
}

/* The years above their first day, as many as have room. */
static void put_years(struct bars *b)
{
    char line[COLUMNS_MOST + 1], year[16];
    unsigned taken = 0;
    int from, month, day;
    memset(line, ' ', sizeof line);
    day_parts(b->first, &from, &month, &day);
    for (unsigned column = 0; column + 4 <= b->columns; column++) {
        int now, next;
        day_parts(day_at(b, column), &now, &month, &day);
        day_parts(day_at(b, column + 1), &next, &month, &day);
        if (next == now && column) continue;
        if (column < taken || column + 4 > b->columns) continue;
        snprintf(year, sizeof year, "%d", column ? next : now);
        memcpy(line + column, year, 4);
        taken = column + 6;
    }
    line[b->columns] = '\0';
    page_par(&b->page,
             (struct par){ .indent = MARK_INDENT, .lead = " ", .hang = MARK_INDENT + b->label + 1, .style = STYLE_DIM },
             line);
}

static void put_bar(struct bars *b, const struct timeline_row *row)
{
    struct text label, *out = page_build(&b->page);
    text_init(&label, b->view->allocator, (size_t)1 << 16);
    add_label(b, &label, row);
    for (unsigned c = 0; c < b->columns; c++) text_string(out, sign_of(b, verdict_at(b, row, c)));
    if (label.failed) out_no_memory(b->page.out);
    page_built(&b->page, (struct par){ .indent = MARK_INDENT,
                                       .lead = text_chars(&label),
                                       .hang = MARK_INDENT + b->label + 1,
                                       .style = severity_style(row->rule->severity) });
    text_free(&label);
}

static void put_bars(struct bars *b)
{
    unsigned severity = CC_SEVERITIES;
    size_t hidden = 0;
    find_range(b);
    page_blank(&b->page);
    if (b->last >= b->first) measure_labels(b), put_years(b);
    for (size_t i = 0; i < b->view->t->row_count; i++) {
        const struct timeline_row *row = timeline_row(b->view, i);
        if (!is_shown(b, row)) {
            hidden++;
            continue;
        }
        if (row->rule->severity != severity)
            page_par(&b->page, (struct par){ .style = severity_style(row->rule->severity) },
                     severity_names[row->rule->severity]);
        severity = row->rule->severity;
        put_bar(b, row);
    }
    struct text *out = page_build(&b->page);
    if (severity == CC_SEVERITIES) text_string(out, tr("Nothing is flagged on any of them. "));
    else
        text_add(out, tr("%s flagged  %s cannot be decided  %s rebutted  "), sign_of(b, CC_FLAGGED),
                 sign_of(b, CC_CANNOT_TELL), sign_of(b, CC_REBUTTED));
    if (hidden) {
        add_count(out, hidden, tr("more was never flagged"), tr("more were never flagged"));
        text_string(out, tr(": --verbose shows them"));
    }
    page_built(&b->page, (struct par){ .style = STYLE_DIM });
}

/* ---- what changed ---- */

static void put_cause(struct bars *b, const struct cause *c)
{
    struct text *out = page_build(&b->page);
    cause_words(b->view->t, c, out);
    uint32_t line = places_line(&b->places, c->at);
    if (line) text_add(out, "  %s:%u", b->view->t->facts->facts->file, (unsigned)line);
    page_built(&b->page, (struct par){ .indent = EVIDENCE_INDENT, .style = STYLE_CYAN });
}

static void put_causes(struct bars *b, const struct verdict_change *c)
{
    size_t shown = b->view->options->verbose || c->cause_count <= CAUSES_SHOWN + 1 ? c->cause_count : CAUSES_SHOWN;
    const struct par remark = { .indent = EVIDENCE_INDENT, .style = STYLE_DIM };
    if (!c->cause_count)
        page_par(&b->page, remark,
                 tr("nothing that begins or ends on this day makes it: the rule counts the time itself"));
    else if (!c->sure) page_par(&b->page, remark, tr("none of these alone, but together:"));
    for (size_t i = 0; i < shown; i++) put_cause(b, c->causes[i]);
    if (shown == c->cause_count) return;
    struct text *out = page_build(&b->page);
    text_string(out, tr("and "));
    add_count(out, c->cause_count - shown, tr("more fact of that day"), tr("more facts of that day"));
    page_built(&b->page, remark);
}

static void put_change(struct bars *b, const struct verdict_change *c)
{
    const struct timeline_row *row = b->view->t->rows[c->row];
    bool on = c->after == CC_FLAGGED, off = c->before == CC_FLAGGED;
    struct text *out = page_build(&b->page);
    text_string(out, row->title ? row->title : row->rule->id);
    page_built(&b->page, (struct par){ .indent = MARK_INDENT,
                                       .lead = on    ? "+"
                                               : off ? "-"
                                                     : "~",
                                       .hang = MARK_INDENT + 2,
                                       .lead_style = on    ? STYLE_RED_BOLD
                                                     : off ? STYLE_GREEN
                                                           : STYLE_YELLOW,
                                       .style = on ? STYLE_BOLD : STYLE_PLAIN });
    out = page_build(&b->page);
    text_add(out, "%s: %s", row->rule->id, c->before == CC_NOT_APPLICABLE ? "" : tr(verdict_phrases[c->before]));
    text_add(out, c->before == CC_NOT_APPLICABLE ? "%s" : tr(", now %s"),
             c->after == CC_NOT_APPLICABLE ? tr("no longer a subject") : tr(verdict_phrases[c->after]));
    if (row->rule->severity) text_add(out, " (%s)", severity_names[row->rule->severity]);
    text_string(out, is_doubted(c->doubt) ? "; " : ""), add_doubt(out, c->doubt);
    page_built(&b->page, (struct par){ .indent = MARK_INDENT + 2, .style = STYLE_DIM });
    put_causes(b, c);
}

static void put_day(struct bars *b, const struct timeline_day *day)
{
    bool verbose = b->view->options->verbose;
    size_t shown = 0, others = 0;
    for (size_t i = 0; i < day->change_count; i++) {
        const struct verdict_change *c = &day->changes[i];
        if (!verbose && !change_is_of_flag(c)) {
            others++;
            continue;
        }
        if (!shown++) {
            struct text *out = page_build(&b->page);
            page_blank(&b->page);
            add_day(out, day->day);
            text_string(out, ": ");
            add_count(out, day->totals[CC_FLAGGED], tr("flagged from then on"), tr("flagged from then on"));
            page_built(&b->page, (struct par){ .style = STYLE_BOLD });
        }
        put_change(b, c);
    }
    if (!shown || !others) return;
    struct text *out = page_build(&b->page);
    text_string(out, tr("and "));
    add_count(out, others, tr("more change that flags nothing"), tr("more changes that flag nothing"));
    page_built(&b->page, (struct par){ .indent = MARK_INDENT, .style = STYLE_DIM });
}

static void put_failures(struct bars *b)
{
    const struct cc_timeline *t = b->view->t;
    if (t->failure_count) page_blank(&b->page);
    for (size_t i = 0; i < t->failure_count; i++) {
        const struct timeline_failure *f = &t->failures[i];
        struct text *out = page_build(&b->page);
        text_add(out, "%s: %s (", f->rule->id, f->error);
        add_count(out, f->days, tr("day"), tr("days"));
        text_string(out, tr(", first ")), add_day(out, f->first), text_char(out, ')');
        page_built(&b->page, (struct par){ .lead = tr("FAILED"), .hang = 8, .lead_style = STYLE_RED_BOLD });
    }
}

void timeline_text(const struct timeline_view *v, struct out *out)
{
    struct bars b = { .view = v };
    page_init(&b.page, out, v->allocator, v->options->width, v->options->color);
    places_find(&b.places, v->t->facts->facts, v->arena);
    put_head(&b);
    put_bars(&b);
    for (size_t d = 0; d < v->t->count; d++) put_day(&b, &v->t->days[d]);
    put_failures(&b);
    page_free(&b.page);
}
