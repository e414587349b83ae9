/* markdown.c - a comment on a pull request, or a job's summary: what is flagged, each with its argument folded away.
 *
 * It is made of blocks, each whole or left out: GitHub takes 65,536 characters of a comment and 1 MiB of a summary, and
 * refuses what is longer. How much was left out stands at the end, for which room is kept. */
#include "report/brief.h"
#include "report/markdown_text.h"
#include "report/report.h"
#include "report/standing.h"
#include "report/words.h"

#include <ctype.h>

enum { COMMENT_MOST = 65000, ROOM_FOR_END = 600 };

struct markdown_report {
    struct brief brief;
    struct text block, lines;
    size_t most, written, left_findings, left_troubles, left_files, left_frames;
};

static void markdown_open(struct cc_report *report)
{
    struct markdown_report *r = report->state;
    brief_init(&r->brief, report->engine->allocator);
    text_init(&r->block, report->engine->allocator, 0);
    text_init(&r->lines, report->engine->allocator, 0);
    size_t most = report->options.most ? report->options.most : COMMENT_MOST;
    r->most = most > ROOM_FOR_END ? most - ROOM_FOR_END : 0;
}

/* Writes the block, or counts it among those that are left out; once something was, nothing more of its kind comes. */
static bool end_block(struct cc_report *report, size_t *left)
{
    struct markdown_report *r = report->state;
    bool fits = !*left && r->written + r->block.length <= r->most;
    if (fits) out_bytes(&report->out, text_chars(&r->block), r->block.length), r->written += r->block.length;
    else ++*left;
    if (r->block.failed || r->lines.failed || brief_failed(&r->brief)) out_no_memory(&report->out);
    text_reset(&r->block);
    return fits;
}

/* ---- the head ---- */

static void add_total(struct text *t, size_t count, const char *words)
{
    if (count) text_add(t, ", %zu %s", count, words);
}

static void put_head(struct cc_report *report)
{
    struct markdown_report *r = report->state;
    const struct cc_audit *a = r->brief.audit;
    struct text *t = &r->block;
    text_string(t, "## compliance-check: "), markdown_string(t, r->brief.title);
    text_string(t, "\n\n**"), add_count(t, a->totals[CC_FLAGGED], tr("risk flagged"), tr("risks flagged"));
    text_string(t, "**");
    add_total(t, a->totals[CC_CANNOT_TELL], tr("cannot be decided"));
    add_total(t, a->totals[CC_REBUTTED], tr("rebutted"));
    add_total(t, a->totals[CC_CLEAR], tr("clear"));
    text_string(t, "; "),
        add_count(t, a->rule_count - a->totals[CC_NOT_SELECTED], tr("rule considered"), tr("rules considered"));
    add_total(t, a->totals[CC_FAILED], tr("failed"));
    add_total(t, a->totals[CC_NOT_SELECTED], tr("not selected"));
    text_string(t, tr(". As of ")), add_day(t, a->as_of);
    text_string(t, tr(", from ")), markdown_string(t, r->brief.file), text_char(t, '.');
    if (a->baseline || a->accepted) {
        const char *between = tr(" Of these: ");
        for (unsigned s = 0; s < CC_STANDINGS; s++) {
            size_t count = cc_audit_standing(a, (cc_standing)s);
            if (count) text_add(t, "%s%zu %s", between, count, tr(standing_phrases[s])), between = "; ";
        }
        text_string(t, *between == ';' ? "." : "");
    }
    text_string(t, "\n\n");
    end_block(report, &r->left_files);
}

/* ---- findings ---- */

static void add_points(struct markdown_report *r, const struct telling *told, struct text *t)
{
    for (size_t i = 0; i < told->point_count; i++) {
        const struct point *p = &told->points[i];
        for (unsigned d = 0; d < p->depth; d++) text_string(t, "  ");
        text_add(t, "- %s%s%s", point_mark(p), *point_mark(p) ? " " : "", point_lead(p));
        if (!*point_mark(p) && !*point_lead(p)) text_string(t, tr("Advice: "));
        markdown_string(t, p->text);
        if (p->at != NO_PLACE) {
            text_reset(&r->lines), add_brief_place(&r->brief, &r->lines, p->at);
            text_string(t, " (<code>"), markdown_text(t, text_chars(&r->lines), r->lines.length);
            text_string(t, p->estimate ? tr("</code>; rests on an estimate)") : "</code>)");
        } else if (p->estimate) text_string(t, tr(" (rests on an estimate)"));
        text_char(t, '\n');
    }
}

static void put_finding(struct cc_report *report, const struct telling *told)
{
    struct markdown_report *r = report->state;
    struct text *t = &r->block;
    text_string(t, "<details>\n<summary><b>");
    for (const char *s = telling_label(told); *s; s++) text_char(t, (char)toupper((unsigned char)*s));
    text_string(t, "</b> "), markdown_string(t, told->title), text_string(t, "</summary>\n\n");
    text_string(t, "<code>"), markdown_string(t, told->rule->id);
    text_add(t, "</code> · %s · <code>%.12s</code>", tr(nature_names[told->rule->nature]), told->fingerprint);
    if (told->standing) text_string(t, " · "), markdown_string(t, told->standing);
    if (told->unverified) text_string(t, " · "), markdown_string(t, told->unverified);
    text_string(t, "\n\n");
    add_points(r, told, t);
    text_string(t, "\n</details>\n\n");
    end_block(report, &r->left_findings);
}

/* What does not count: one line each, with what is known of it. */
static void put_apart(struct cc_report *report, const struct telling *told)
{
    struct markdown_report *r = report->state;
    struct text *t = &r->block;
    text_add(t, "- %s: ", telling_label(told)), markdown_string(t, told->title);
    text_string(t, " (<code>"), markdown_string(t, told->rule->id);
    text_add(t, "</code>, <code>%.12s</code>): ", told->fingerprint);
    markdown_string(t, told->standing ? told->standing : "");
    if (told->unverified) text_string(t, told->standing ? "; " : ""), markdown_string(t, told->unverified);
    text_char(t, '\n');
    end_block(report, &r->left_findings);
}

enum section { SECTION_FLAGGED, SECTION_UNDECIDED, SECTION_ACCEPTED, SECTION_KNOWN, SECTIONS };
static enum section section_of(const struct telling *told)
{
    if (told->accepted) return SECTION_ACCEPTED;
    if (!told->counts) return SECTION_KNOWN;
    return told->verdict == CC_FLAGGED ? SECTION_FLAGGED : SECTION_UNDECIDED;
}

/* Of the section that is asked for: whether there is any, without telling it. */
static bool has_section(const struct cc_audit *audit, enum section section)
{
    for (size_t i = 0; i < audit->finding_count; i++) {
        const struct finding *f = audit->findings[i];
        struct telling told = { .verdict = (enum cc_verdict)f->verdict, .counts = finding_counts(f) };
        told.accepted = f->standing == CC_ACCEPTED;
        if (f->verdict <= CC_CANNOT_TELL && section_of(&told) == section) return true;
    }
    for (size_t i = 0; i < audit->rule_count; i++)
        if (audit->rules[i].hole && section == (audit->rules[i].hole_known ? SECTION_KNOWN : SECTION_UNDECIDED))
            return true;
    return false;
}

static void put_section(struct cc_report *report, enum section section, const char *heading)
{
    struct markdown_report *r = report->state;
    struct telling told;
    unsigned verdicts = section == SECTION_FLAGGED ? VERDICT(CC_FLAGGED)
                                                   : VERDICT(CC_FLAGGED) | VERDICT(CC_CANNOT_TELL);
    if (!has_section(r->brief.audit, section)) return;
    if (*heading) text_add(&r->block, "### %s\n\n", heading), end_block(report, &r->left_frames);
    brief_rewind(&r->brief, NULL);
    while (brief_next(&r->brief, verdicts, &told))
        if (section_of(&told) == section) (section <= SECTION_UNDECIDED ? put_finding : put_apart)(report, &told);
    if (section > SECTION_UNDECIDED) text_char(&r->block, '\n'), end_block(report, &r->left_frames);
}

/* ---- what went wrong, and what is worth knowing ---- */

static void put_trouble(struct cc_report *report, const char *what, const char *text)
{
    struct markdown_report *r = report->state;
    text_add(&r->block, "**%s** ", what), markdown_string(&r->block, text);
    text_string(&r->block, "\n\n");
    end_block(report, &r->left_troubles);
}

/* Those that come first, by what the case was judged; or the others. */
static void put_notices(struct cc_report *report, bool first)
{
    struct markdown_report *r = report->state;
    const struct cc_audit *audit = r->brief.audit;
    for (size_t i = 0; i < audit->notice_count; i++)
        if (notice_is_first(&audit->notices[i]) == first)
            put_trouble(report, tr("Note:"), brief_safe(&r->brief, audit->notices[i].message));
}

static void markdown_add(struct cc_report *report, const struct cc_audit *audit)
{
    struct markdown_report *r = report->state;
    struct brief_failure failure;
    brief_begin(&r->brief, audit);
    put_head(report);
    put_notices(report, true);
    while (brief_next_failure(&r->brief, &failure)) put_trouble(report, tr("Incomplete:"), failure.text);
    if (!has_section(audit, SECTION_FLAGGED) && audit->totals[CC_NOT_SELECTED] < audit->rule_count) {
        text_string(&r->block,
                    audit->totals[CC_FLAGGED] ? tr("Nothing is flagged that counts.") : tr("Nothing is flagged."));
        if (audit->totals[CC_CANNOT_TELL]) text_string(&r->block, tr(" What cannot be decided is not cleared."));
        text_string(&r->block, "\n\n"), end_block(report, &r->left_frames);
    }
    put_section(report, SECTION_FLAGGED, "");
    put_section(report, SECTION_UNDECIDED, tr("Cannot be decided"));
    put_section(report, SECTION_ACCEPTED, tr("Accepted"));
    put_section(report, SECTION_KNOWN, tr("Known before"));
    put_notices(report, false);
    if (brief_failed(&r->brief)) out_no_memory(&report->out);
}

static void markdown_refused(struct cc_report *report, const char *file, const cc_diagnostic *errors, size_t count)
{
    struct markdown_report *r = report->state;
    brief_begin(&r->brief, NULL);
    const char *name = brief_safe(&r->brief, file);
    text_string(&r->block, "## compliance-check: "), markdown_string(&r->block, name);
    text_string(&r->block, tr("\n\n**The file was refused**, so nothing can be said of it.\n\n"));
    end_block(report, &r->left_files);
    for (size_t i = 0; i < count; i++) {
        if (errors[i].notice) continue;
        text_reset(&r->lines);
        if (errors[i].line) text_add(&r->lines, "%u:%u: ", (unsigned)errors[i].line, (unsigned)errors[i].column);
        text_add(&r->lines, "%s [%s]", brief_error(&r->brief, &errors[i]), errors[i].code);
        put_trouble(report, tr("Error:"), text_chars(&r->lines));
    }
}

static void markdown_close(struct cc_report *report)
{
    struct markdown_report *r = report->state;
    struct out *o = &report->out;
    if (r->left_findings || r->left_troubles || r->left_files)
        out_format(o,
                   tr("**Not all fits here**: %zu findings, %zu errors and notes and %zu files were left out. "
                      "The report as JSON has all of it.\n\n"),
                   r->left_findings, r->left_troubles, r->left_files);
    out_string(o, tr("<sub>Flags risks in recorded facts for a lawyer to look at. It decides nothing and is no legal "
                     "advice.</sub>\n"));
    brief_free(&r->brief);
    text_free(&r->block);
    text_free(&r->lines);
}

const struct report_format format_markdown = {
    .state_size = sizeof(struct markdown_report),
    .begins = "## compliance-check: ",
    .open = markdown_open,
    .add = markdown_add,
    .refused = markdown_refused,
    .close = markdown_close,
};
