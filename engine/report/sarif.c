/* sarif.c - SARIF 2.1.0 (OASIS) as GitHub's code scanning reads it: one run for all files, since GitHub takes one of a
 * tool and category; a result for each finding that is flagged (kind fail) or cannot be told (kind open).
 *
 * A result stands on the line of the fact that decides; what else it rests on are related locations, to which the message
 * links. GitHub knows an alert again by primaryLocationLineHash: it gets the finding's fingerprint, which survives moved
 * lines. Accepted findings carry a suppression, and with a baseline each has its state. What failed or was refused is a
 * notification of the run. Results that passed are left out: GitHub would show them as alerts. */
#include "report/sarif.h"
#include "report/markdown_text.h"
#include "report/report.h"
#include "report/standing.h"
#include "report/words.h"

#define SCHEMA "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
enum { MESSAGE_MOST = 8000 };

static void sarif_open(struct cc_report *report)
{
    struct sarif_report *r = report->state;
    const cc_allocator *allocator = report->engine->allocator;
    brief_init(&r->brief, allocator);
    arena_init(&r->arena, allocator, 0);
    text_init(&r->text, allocator, 0);
    text_init(&r->markdown, allocator, 0);
    struct json *j = &r->json;
    *j = json_on(&report->out);
    json_open(j, '{');
    JSON_KEY(j, "$schema"), json_string(j, SCHEMA);
    JSON_KEY(j, "version"), json_string(j, "2.1.0");
    JSON_KEY(j, "runs"), json_open(j, '[');
    json_open(j, '{');
    JSON_KEY(j, "results"), json_open(j, '[');
}

static void check_memory(struct cc_report *report)
{
    const struct sarif_report *r = report->state;
    if (r->text.failed || r->markdown.failed || r->arena.failed || brief_failed(&r->brief)) out_no_memory(&report->out);
}

/* ---- rules and notifications, which are written last ---- */

static size_t rule_index(struct sarif_report *r, const struct rule *rule)
{
    for (size_t i = 0; i < r->rule_count; i++)
        if (r->rules[i] == rule) return i;
    r->rules = arena_grow(&r->arena, r->rules, r->rule_count, &r->rule_capacity, sizeof *r->rules);
    if (!r->rules) return r->rule_count = 0;
    r->rules[r->rule_count] = rule;
    return r->rule_count++;
}

static const char *keep(struct sarif_report *r, const char *text) { return arena_copy(&r->arena, text, strlen(text)); }

static const char *keep_uri(struct sarif_report *r, const char *path)
{
    text_reset(&r->text);
    sarif_add_uri(&r->text, path);
    return keep(r, text_chars(&r->text));
}

/* Its texts are copied; `text` is made safe. */
static void notify(struct sarif_report *r, struct sarif_notification n)
{
    n.code = keep(r, n.code);
    n.text = keep(r, brief_safe(&r->brief, n.text));
    if (n.rule) rule_index(r, n.rule);
    r->notifications = arena_grow(&r->arena, r->notifications, r->notification_count, &r->notification_capacity,
                                  sizeof *r->notifications);
    if (!r->notifications || !n.code || !n.text) r->notification_count = 0;
    else r->notifications[r->notification_count++] = n;
}

/* ---- places ---- */

static void put_artifact(struct json *j, const char *uri)
{
    JSON_KEY(j, "artifactLocation"), json_open(j, '{');
    JSON_KEY(j, "uri"), json_string(j, uri);
    if (strncmp(uri, "file:", 5) != 0) JSON_KEY(j, "uriBaseId"), json_string(j, "%SRCROOT%");
    json_close(j, '}');
}

static void put_region(struct json *j, struct spot spot)
{
    if (!spot.line) return;
    JSON_KEY(j, "region"), json_open(j, '{');
    JSON_KEY(j, "startLine"), json_count(j, spot.line);
    if (spot.column) JSON_KEY(j, "startColumn"), json_count(j, spot.column);
    if (spot.column && spot.end > spot.column) {
        JSON_KEY(j, "endLine"), json_count(j, spot.line);
        JSON_KEY(j, "endColumn"), json_count(j, spot.end);
    }
    json_close(j, '}');
}

static void put_place(struct json *j, const char *uri, struct spot spot, const char *pointer)
{
    JSON_KEY(j, "physicalLocation"), json_open(j, '{');
    put_artifact(j, uri);
    put_region(j, spot);
    json_close(j, '}');
    if (!pointer || !*pointer) return;
    JSON_KEY(j, "logicalLocations"), json_open(j, '['), json_open(j, '{');
    JSON_KEY(j, "fullyQualifiedName"), json_string(j, pointer);
    json_close(j, '}'), json_close(j, ']');
}

static void put_places(struct sarif_report *r, const struct telling *told, const char *uri)
{
    struct json *j = &r->json;
    JSON_KEY(j, "locations"), json_open(j, '['), json_open(j, '{');
    put_place(j, uri, brief_spot(&r->brief, told), told->place_count ? told->places[0].pointer : NULL);
    json_close(j, '}'), json_close(j, ']');
    if (!told->place_count) return;
    JSON_KEY(j, "relatedLocations"), json_open(j, '[');
    for (size_t i = 0; i < told->place_count; i++) {
        const struct resting *p = &told->places[i];
        json_open(j, '{');
        JSON_KEY(j, "id"), json_count(j, i + 1);
        put_place(j, uri, places_spot(&r->brief.lines, r->brief.audit->facts, p->at), p->pointer);
        text_reset(&r->text), sarif_add_text(&r->text, p->text, false);
        JSON_KEY(j, "message"), sarif_message(j, text_chars(&r->text));
        json_close(j, '}');
    }
    json_close(j, ']');
}

/* ---- the message ---- */

static void end_sentence(struct text *t)
{
    if (t->length && !strchr(".!?", t->data[t->length - 1])) text_char(t, '.');
}

/* "OpenAI may sell ... that funds it. ✔ [OpenAI develops AI](1). Basis: ..." */
static void build_message(struct sarif_report *r, const struct telling *told)
{
    struct text *t = &r->text, *m = &r->markdown;
    text_reset(t), text_reset(m);
    if (told->verdict == CC_CANNOT_TELL) text_string(t, tr("Cannot be decided: "));
    sarif_add_text(t, told->title, false), end_sentence(t);
    text_string(m, "**"), markdown_string(m, told->title), text_string(m, "**");
    if (told->standing) {
        text_string(t, " ("), sarif_add_text(t, told->standing, false), text_string(t, ").");
        text_string(m, " ("), markdown_string(m, told->standing), text_char(m, ')');
    }
    if (told->unverified) { /* what comes below may be cut */
        text_string(t, " ("), sarif_add_text(t, told->unverified, false), text_string(t, ").");
        text_string(m, " ("), markdown_string(m, told->unverified), text_char(m, ')');
    }
    text_string(m, "\n\n");
    for (size_t i = 0; i < told->point_count; i++) {
        const struct point *p = &told->points[i];
        if (t->length > MESSAGE_MOST) {
            text_add(t, tr(" … and %zu more points."), told->point_count - i);
            text_add(m, tr("- … and %zu more points\n"), told->point_count - i);
            return;
        }
        text_add(t, " %s%s%s", point_mark(p), *point_mark(p) ? " " : "", point_lead(p));
        for (unsigned d = 0; d < p->depth; d++) text_string(m, "  ");
        text_add(m, "- %s%s%s", point_mark(p), *point_mark(p) ? " " : "", point_lead(p));
        if (p->number) text_char(t, '['), text_char(m, '[');
        sarif_add_text(t, p->text, p->number != 0), markdown_string(m, p->text);
        if (p->number) text_add(t, "](%u)", (unsigned)p->number), text_add(m, "](%u)", (unsigned)p->number);
        if (p->estimate) text_string(t, tr(" (rests on an estimate)")), text_string(m, tr(" (rests on an estimate)"));
        end_sentence(t), text_char(m, '\n');
    }
    if (told->place_left) text_add(t, tr(" It rests on %zu more places."), told->place_left);
}

static void put_message(struct sarif_report *r, const struct telling *told)
{
    struct json *j = &r->json;
    build_message(r, told);
    JSON_KEY(j, "message"), json_open(j, '{');
    JSON_KEY(j, "text"), json_text(j, text_chars(&r->text), r->text.length);
    JSON_KEY(j, "markdown"), json_text(j, text_chars(&r->markdown), r->markdown.length);
    json_close(j, '}');
}

/* ---- how it stands ---- */

static const char *baseline_state(const struct telling *told)
{
    enum cc_standing known = told->finding ? (enum cc_standing)told->finding->known : told->counts ? CC_NEW : CC_KNOWN;
    switch (known) {
    case CC_KNOWN: return "unchanged";
    case CC_KNOWN_CHANGED:
    case CC_WORSENED: return "updated";
    default: return "new";
    }
}

/* One that has expired, or whose facts changed, is a suppression that was rejected: the result stands. */
static void put_suppressions(struct sarif_report *r, const struct telling *told)
{
    struct json *j = &r->json;
    const struct acceptance *a = told->finding ? told->finding->acceptance : NULL;
    JSON_KEY(j, "suppressions"), json_open(j, '[');
    if (a) {
        struct text *t = &r->text;
        text_reset(t), text_add(t, tr("by %s until %s: %s"), a->who, a->until, a->reason);
        json_open(j, '{');
        JSON_KEY(j, "kind"), json_string(j, "external");
        JSON_KEY(j, "status"), json_string(j, told->accepted ? "accepted" : "rejected");
        JSON_KEY(j, "justification"), json_string(j, brief_safe(&r->brief, text_chars(t)));
        text_reset(t), sarif_add_uri(t, a->file);
        JSON_KEY(j, "location"), json_open(j, '{');
        put_place(j, text_chars(t), (struct spot){ .line = a->line }, NULL);
        json_close(j, '}'), json_close(j, '}');
    }
    json_close(j, ']');
}

static void put_identity(struct sarif_report *r, const struct telling *told)
{
    struct json *j = &r->json;
    JSON_KEY(j, "partialFingerprints"), json_open(j, '{');
    JSON_KEY(j, "primaryLocationLineHash"), json_string(j, told->fingerprint);
    json_close(j, '}');
    if (r->brief.audit->baseline) JSON_KEY(j, "baselineState"), json_string(j, baseline_state(told));
    if (r->brief.audit->accepted) put_suppressions(r, told);
    JSON_KEY(j, "properties"), json_open(j, '{');
    JSON_KEY(j, "verdict"), json_string(j, verdict_names[told->verdict]);
    JSON_KEY(j, "severity"), json_string(j, severity_names[told->rule->severity]);
    JSON_KEY(j, "nature"), json_string(j, nature_names[told->rule->nature]);
    JSON_KEY(j, "case"), json_string(j, r->brief.case_id);
    if (*told->subject) JSON_KEY(j, "subject"), json_string(j, told->subject);
    if (told->standing) JSON_KEY(j, "standing"), json_string(j, told->standing);
    JSON_KEY(j, "counts"), json_bool(j, told->counts);
    if (*told->proof) JSON_KEY(j, "proof"), json_string(j, told->proof);
    if (told->doubt.sources) JSON_KEY(j, "unverifiedSources"), json_count(j, told->doubt.sources);
    if (told->doubt.estimates) JSON_KEY(j, "estimates"), json_count(j, told->doubt.estimates);
    json_close(j, '}');
}

/* Only what is a failure has a level (SARIF 3.27.10). */
static void put_result(struct sarif_report *r, const struct telling *told, const char *uri)
{
    struct json *j = &r->json;
    bool flagged = told->verdict == CC_FLAGGED;
    json_line(j), json_open(j, '{');
    JSON_KEY(j, "ruleId"), json_string(j, told->rule->id);
    JSON_KEY(j, "ruleIndex"), json_count(j, rule_index(r, told->rule));
    JSON_KEY(j, "kind"), json_string(j, flagged ? "fail" : "open");
    JSON_KEY(j, "level"), json_string(j, flagged ? sarif_level(told->rule) : "none");
    put_message(r, told);
    put_places(r, told, uri);
    put_identity(r, told);
    json_close(j, '}');
}

/* ---- a file ---- */

static void sarif_add(struct cc_report *report, const struct cc_audit *audit)
{
    struct sarif_report *r = report->state;
    struct telling told;
    struct brief_failure failure;
    brief_begin(&r->brief, audit);
    const char *uri = keep_uri(r, audit->facts->file);
    for (size_t i = 0; i < audit->rule_count; i++)
        if (audit->rules[i].verdict != CC_NOT_SELECTED) rule_index(r, audit->rules[i].rule);
    while (uri && brief_next(&r->brief, VERDICT(CC_FLAGGED) | VERDICT(CC_CANNOT_TELL), &told))
        put_result(r, &told, uri);
    while (brief_next_failure(&r->brief, &failure))
        notify(r, (struct sarif_notification){
                      .error = true, .code = failure.code, .text = failure.text, .file = uri, .rule = failure.rule });
    for (size_t i = 0; i < audit->notice_count; i++) {
        const struct audit_notice *n = &audit->notices[i];
        notify(r, (struct sarif_notification){ .code = n->code, .text = n->message, .file = uri, .line = n->line });
    }
    check_memory(report);
}

static void sarif_refused(struct cc_report *report, const char *file, const cc_diagnostic *errors, size_t count)
{
    struct sarif_report *r = report->state;
    brief_begin(&r->brief, NULL);
    const char *uri = keep_uri(r, file);
    for (size_t i = 0; i < count; i++)
        if (!errors[i].notice)
            notify(r, (struct sarif_notification){ .error = true,
                                                   .code = errors[i].code,
                                                   .text = brief_error(&r->brief, &errors[i]),
                                                   .file = uri,
                                                   .line = errors[i].line,
                                                   .column = errors[i].column });
    check_memory(report);
}

/* ---- the end of the run ---- */

static void put_notification(struct sarif_report *r, const struct sarif_notification *n)
{
    struct json *j = &r->json;
    json_line(j), json_open(j, '{');
    JSON_KEY(j, "level"), json_string(j, n->error ? "error" : "note");
    text_reset(&r->text), sarif_add_text(&r->text, n->text, false);
    JSON_KEY(j, "message"), sarif_message(j, text_chars(&r->text));
    JSON_KEY(j, "descriptor"), json_open(j, '{');
    JSON_KEY(j, "id"), json_string(j, n->code);
    json_close(j, '}');
    if (n->rule) {
        JSON_KEY(j, "associatedRule"), json_open(j, '{');
        JSON_KEY(j, "id"), json_string(j, n->rule->id);
        JSON_KEY(j, "index"), json_count(j, rule_index(r, n->rule));
        json_close(j, '}');
    }
    if (n->file) {
        JSON_KEY(j, "locations"), json_open(j, '['), json_open(j, '{');
        put_place(j, n->file, (struct spot){ .line = n->line, .column = n->column }, NULL);
        json_close(j, '}'), json_close(j, ']');
    }
    json_close(j, '}');
}

static void put_invocation(struct sarif_report *r)
{
    struct json *j = &r->json;
    bool well = true;
    for (size_t i = 0; i < r->notification_count; i++) well = well && !r->notifications[i].error;
    json_line(j), JSON_KEY(j, "invocations"), json_open(j, '['), json_open(j, '{');
    JSON_KEY(j, "executionSuccessful"), json_bool(j, well);
    JSON_KEY(j, "toolExecutionNotifications"), json_open(j, '[');
    for (size_t i = 0; i < r->notification_count; i++) put_notification(r, &r->notifications[i]);
    json_close(j, ']');
    json_close(j, '}'), json_close(j, ']');
}

static void put_tool(struct sarif_report *r)
{
    struct json *j = &r->json;
    json_line(j), JSON_KEY(j, "tool"), json_open(j, '{');
    JSON_KEY(j, "driver"), json_open(j, '{');
    JSON_KEY(j, "name"), json_string(j, "compliance-check");
    JSON_KEY(j, "version"), json_string(j, CC_VERSION);
    JSON_KEY(j, "semanticVersion"), json_string(j, CC_VERSION);
    sarif_rules(r);
    json_close(j, '}'), json_close(j, '}');
}

static void sarif_close(struct cc_report *report)
{
    struct sarif_report *r = report->state;
    struct json *j = &r->json;
    json_close(j, ']');
    json_line(j), JSON_KEY(j, "columnKind"), json_string(j, "unicodeCodePoints");
    JSON_KEY(j, "originalUriBaseIds"), json_open(j, '{');
    JSON_KEY(j, "%SRCROOT%"), json_open(j, '{');
    JSON_KEY(j, "description"),
        sarif_message(j, tr("The folder in which the program ran: the root of the repository."));
    json_close(j, '}'), json_close(j, '}');
    put_invocation(r);
    put_tool(r);
    json_close(j, '}'), json_close(j, ']'), json_close(j, '}');
    out_char(&report->out, '\n');
    check_memory(report);
    brief_free(&r->brief);
    arena_free(&r->arena);
    text_free(&r->text);
    text_free(&r->markdown);
}

const struct report_format format_sarif = {
    .state_size = sizeof(struct sarif_report),
    .begins = "{\"$schema\":\"" SCHEMA "\",\"version\":\"2.1.0\",\"runs\":[{\"results\":[",
    .open = sarif_open,
    .add = sarif_add,
    .refused = sarif_refused,
    .close = sarif_close,
};
