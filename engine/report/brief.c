/* brief.c - see brief.h. brief_points.c makes the points and places of one finding. */
#include "report/brief_points.h"
#include "report/describe.h"
#include "report/safe.h"
#include "report/sentence.h"
#include "report/standing.h"
#include "report/words.h"

#include <stdio.h>

enum { SENTENCE_MOST = 8 * 1024 * 1024 };

void brief_init(struct brief *b, const cc_allocator *allocator)
{
    *b = (struct brief){ 0 };
    arena_init(&b->kept, allocator, 0);
    arena_init(&b->words, allocator, 0);
    text_init(&b->scratch, allocator, SENTENCE_MOST);
    text_init(&b->safe, allocator, 0);
}

void brief_free(struct brief *b)
{
    arena_free(&b->kept);
    arena_free(&b->words);
    text_free(&b->scratch);
    text_free(&b->safe);
}

bool brief_failed(const struct brief *b)
{
    return b->lost || b->kept.failed || b->words.failed || b->scratch.no_memory || b->safe.failed;
}

/* Emptying an arena forgets that it failed. */
static void empty(struct brief *b, struct arena *arena)
{
    b->lost = b->lost || arena->failed;
    arena_reset(arena);
}

/* Sentences longer than the scratch are cut where it ends, which is far past what is shown. */
static const char *keep_safe(struct brief *b, struct arena *arena, const char *text, size_t length)
{
    text_reset(&b->safe);
    text_safe_short(&b->safe, text, length, BRIEF_TEXT);
    const char *copy = arena_copy(arena, text_chars(&b->safe), b->safe.length);
    return copy ? copy : "";
}

const char *brief_safe(struct brief *b, const char *text) { return keep_safe(b, &b->kept, text, strlen(text)); }

struct text *brief_build(struct brief *b)
{
    text_reset(&b->scratch);
    if (!b->scratch.no_memory) b->scratch.failed = false;
    return &b->scratch;
}

const char *brief_built(struct brief *b) { return keep_safe(b, &b->words, text_chars(&b->scratch), b->scratch.length); }

void brief_begin(struct brief *b, const struct cc_audit *audit)
{
    empty(b, &b->kept);
    empty(b, &b->words);
    b->audit = audit;
    b->at = b->hole = b->failed = 0;
    b->pack = NULL;
    if (!audit) return;
    places_find(&b->lines, audit->facts, &b->kept);
    b->file = brief_safe(b, audit->facts->file);
    b->case_id = brief_safe(b, audit->facts->header.id);
    b->title = audit->facts->header.title ? brief_safe(b, audit->facts->header.title) : b->file;
}

void brief_rewind(struct brief *b, const char *pack)
{
    b->at = b->hole = 0;
    b->pack = pack;
}

bool same_pack(const char *rule_id, const char *other_id)
{
    size_t length = pack_length(rule_id);
    return pack_length(other_id) == length && memcmp(rule_id, other_id, length) == 0;
}

/* ---- one finding ---- */

/* "accepted until 1 March 2026 by A. Counsel: ends with the year (compliance-accept.json:4)" */
static const char *standing_of(struct brief *b, const struct finding *f)
{
    const struct cc_audit *audit = b->audit;
    const struct acceptance *a = f->acceptance;
    bool told = a && (f->standing == CC_ACCEPTED || f->standing == CC_ACCEPTED_EXPIRED);
    if (f->verdict > CC_CANNOT_TELL || (f->standing == CC_NEW && !audit->baseline)) return NULL;
    struct text *t = brief_build(b);
    if (!told) {
        text_string(t, tr(standing_phrases[f->standing]));
        if (f->standing == CC_WORSENED && f->was < CC_VERDICTS)
            text_add(t, tr(", was %s"), tr(verdict_phrases[f->was]));
        return brief_built(b);
    }
    text_string(t, f->standing == CC_ACCEPTED ? tr("accepted until ") : tr("was accepted until "));
    add_until(t, a->until);
    text_add(t, tr(" by %s: %s (%s"), a->who, a->reason, a->file);
    if (a->line) text_add(t, ":%u", (unsigned)a->line);
    text_char(t, ')');
    return brief_built(b);
}

static const char *subject_of(struct brief *b, const struct finding *f)
{
    struct text *t = brief_build(b);
    for (unsigned i = 0; i < f->rule->role_count; i++) {
        ref record, group;
        role_shown(f, i, &record, &group);
        text_add(t, "%s%s ", i ? ", " : "", f->rule->roles[i]);
        text_string(t, facts_name(b->audit->facts, record));
    }
    return brief_built(b);
}

static void tell_finding(struct brief *b, const struct finding *f, struct telling *told)
{
    *told = (struct telling){ .rule = f->rule, .finding = f, .verdict = (enum cc_verdict)f->verdict };
    told->counts = f->verdict <= CC_CANNOT_TELL && finding_counts(f);
    told->accepted = f->verdict <= CC_CANNOT_TELL && f->standing == CC_ACCEPTED;
    finding_title(b->audit, f, brief_build(b));
    told->title = brief_built(b);
    told->subject = subject_of(b, f);
    told->standing = standing_of(b, f);
    told->fingerprint = finding_fingerprint(b->audit, f);
    told->proof = finding_proof(b->audit, f);
    told->doubt = finding_doubt(b->audit, f, &b->words);
    add_doubt(brief_build(b), told->doubt);
    told->unverified = is_doubted(told->doubt) ? brief_built(b) : NULL;
    brief_points(b, told);
}

/* It has no subject, so its fingerprint is made of the rule and the case alone. */
static void tell_hole(struct brief *b, const struct rule_result *r, struct telling *told)
{
    *told = (struct telling){ .rule = r->rule, .verdict = CC_CANNOT_TELL, .counts = !r->hole_known, .proof = "" };
    text_add(brief_build(b), tr("Not all that %s may concern could be listed"), r->rule->id);
    told->title = brief_built(b);
    told->subject = "";
    if (b->audit->baseline) told->standing = tr(standing_phrases[r->hole_known ? CC_KNOWN : CC_NEW]);
    struct text *t = brief_build(b);
    char digest[DIGEST_HEX];
    text_add(t, "hole\n%s\n%s", r->rule->id, b->audit->facts->header.id);
    digest_hex(text_chars(t), t->length, digest);
    told->fingerprint = arena_copy(&b->words, digest, sizeof digest - 1);
    if (!told->fingerprint) told->fingerprint = "";
    struct need *needs;
    size_t count = hole_needs(b->audit, r, &needs);
    brief_missing(b, told, needs, count);
}

static bool is_told(const struct brief *b, const struct rule *rule) { return !b->pack || same_pack(rule->id, b->pack); }

bool brief_next(struct brief *b, unsigned verdicts, struct telling *told)
{
    const struct cc_audit *audit = b->audit;
    const struct finding *f;
    empty(b, &b->words);
    do f = next_finding(audit, verdicts, &b->at);
    while (f && !is_told(b, f->rule));
    if (f) return tell_finding(b, f, told), !brief_failed(b);
    if (!(verdicts & VERDICT(CC_CANNOT_TELL))) return false;
    while (b->hole < audit->rule_count && !(audit->rules[b->hole].hole && is_told(b, audit->rules[b->hole].rule)))
        b->hole++;
    if (b->hole == audit->rule_count) return false;
    tell_hole(b, &audit->rules[b->hole++], told);
    return !brief_failed(b);
}

struct spot brief_spot(const struct brief *b, const struct telling *told)
{
    const struct facts *facts = b->audit->facts;
    uint32_t at = told->place_count ? told->places[0].at : facts->header.at;
    return places_spot(&b->lines, facts, at);
}

/* ---- what failed ---- */

bool brief_next_failure(struct brief *b, struct brief_failure *ret)
{
    const struct cc_audit *audit = b->audit;
    while (b->failed < audit->rule_count && audit->rules[b->failed].verdict != CC_FAILED) b->failed++;
    if (b->failed > audit->rule_count || brief_failed(b)) return false;
    if (b->failed == audit->rule_count) { /* once, at the end */
        b->failed++;
        *ret = (struct brief_failure){
            .code = "rule", .text = tr("No rule was selected for this case, so nothing can be said of it.")
        };
        return audit->totals[CC_NOT_SELECTED] == audit->rule_count;
    }
    const struct rule_result *r = &audit->rules[b->failed++];
    const char *slash = strrchr(r->rule->path, '/'); /* its folder differs from machine to machine */
    empty(b, &b->words);
    struct text *t = brief_build(b);
    text_string(t, slash ? slash + 1 : r->rule->path);
    if (r->error_line) text_add(t, ":%u", (unsigned)r->error_line);
    text_add(t, ": %s", r->error ? r->error : r->error_code);
    *ret = (struct brief_failure){ r->rule, r->error_code ? r->error_code : "rule", brief_built(b), r->error_line };
    return true;
}

/* A message that names the word already needs no question after it. */
const char *brief_error(struct brief *b, const cc_diagnostic *d)
{
    struct text *t = brief_build(b);
    text_string(t, d->message);
    if (d->hint && !strstr(d->message, d->hint)) text_add(t, tr("; did you mean '%s'?"), d->hint);
    return keep_safe(b, &b->kept, text_chars(t), t->length);
}

/* ---- words ---- */

const char *telling_label(const struct telling *told)
{
    return told->verdict == CC_FLAGGED ? tr(severity_names[told->rule->severity]) : tr("cannot tell");
}

const char *point_mark(const struct point *p)
{
    static const char *const marks[] = {
        [POINT_HOLDS] = "✔",  [POINT_FAILS] = "✘", [POINT_UNKNOWN] = "?", [POINT_OPEN] = "?", [POINT_REBUTTED] = "✔",
        [POINT_MISSING] = "", [POINT_CLEARS] = "", [POINT_BASIS] = "",    [POINT_ADVICE] = ""
    };
    return marks[p->type];
}

const char *point_lead(const struct point *p)
{
    switch (p->type) {
    case POINT_OPEN: return tr("Could be rebutted: ");
    case POINT_REBUTTED: return tr("Rebutted: ");
    case POINT_MISSING: return tr("Missing: ");
    case POINT_CLEARS: return tr("Would clear if ");
    case POINT_BASIS: return tr("Basis: ");
    default: return "";
    }
}

void add_brief_place(struct brief *b, struct text *t, uint32_t at)
{
    text_string(t, b->file);
    uint32_t line = places_line(&b->lines, at);
    if (line) text_add(t, ":%u", (unsigned)line);
}

void add_point_place(struct brief *b, struct text *t, const struct point *p)
{
    if (p->at == NO_PLACE && !p->estimate) return;
    text_string(t, " (");
    if (p->at != NO_PLACE) add_brief_place(b, t, p->at);
    if (p->estimate) text_add(t, "%s%s", p->at != NO_PLACE ? "; " : "", tr("rests on an estimate"));
    text_char(t, ')');
}

void brief_line(struct brief *b, const struct point *p, struct text *t)
{
    for (unsigned d = 0; d < p->depth; d++) text_string(t, "  ");
    text_add(t, "%s%s%s%s", point_mark(p), *point_mark(p) ? " " : "", point_lead(p), p->text);
    add_point_place(b, t, p);
    text_char(t, '\n');
}

void brief_lines(struct brief *b, const struct telling *told, struct text *t)
{
    for (size_t i = 0; i < told->point_count; i++) brief_line(b, &told->points[i], t);
}
