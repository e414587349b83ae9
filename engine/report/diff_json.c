/* diff_json.c - the difference of two audits for programs: compliance-diff/1, as `schema diff` describes it. */
#include "report/diff.h"

#include "ledger/shape.h"
#include "report/json_writer.h"

static void put_side(struct json *j, const struct cc_side *s)
{
    json_open(j, '{');
    JSON_KEY(j, "name"), json_string(j, s->name);
    JSON_KEY(j, "case"), json_string(j, s->case_id);
    JSON_KEY(j, "title"), json_string(j, s->title);
    JSON_KEY(j, "as_of"), json_string(j, s->as_of);
    JSON_KEY(j, "file"), json_string(j, s->file);
    JSON_KEY(j, "rules"), json_string(j, s->rules_digest);
    JSON_KEY(j, "incomplete"), json_bool(j, s->incomplete);
    if (s->altered) JSON_KEY(j, "altered"), json_bool(j, true);
    json_close(j, '}');
}

static void put_standing(struct json *j, const struct side_finding *f)
{
    json_open(j, '{');
    JSON_KEY(j, "verdict"), json_string(j, verdict_names[f->verdict]);
    JSON_KEY(j, "severity"), json_string(j, severity_names[f->severity]);
    JSON_KEY(j, "proof"), json_string(j, f->proof);
    if (f->doubt.sources) JSON_KEY(j, "unverified_sources"), json_count(j, f->doubt.sources);
    if (f->doubt.estimates) JSON_KEY(j, "estimates"), json_count(j, f->doubt.estimates);
    json_close(j, '}');
}

static void put_value(struct json *j, const struct side_fact *f)
{
    bool search = strncmp(f->value, "none", 4) == 0;
    if (search) json_string(j, f->value);
    else if (*f->value) json_value(j, f->value, strlen(f->value));
    else json_null(j);
}

static void put_fact(struct json *j, const struct fact_difference *x)
{
    const struct side_fact *f = x->now ? x->now : x->was;
    json_open(j, '{');
    JSON_KEY(j, "change");
    json_string(j, shape_word("fact_change", x->unasked ? 3 : x->was && x->now ? 0 : x->now ? 1 : 2));
    JSON_KEY(j, "kind"), json_string(j, f->kind);
    JSON_KEY(j, "id"), json_string(j, f->id);
    if (*f->field) JSON_KEY(j, "field"), json_string(j, f->field);
    if (x->was) JSON_KEY(j, "was"), put_value(j, x->was);
    if (x->now) JSON_KEY(j, "now"), put_value(j, x->now);
    if (x->was && x->was->line) JSON_KEY(j, "old_line"), json_count(j, x->was->line);
    if (x->now && x->now->line) JSON_KEY(j, "new_line"), json_count(j, x->now->line);
    json_close(j, '}');
}

static void put_difference(struct json *j, const struct difference *x)
{
    const struct side_finding *f = x->now ? x->now : x->was;
    json_line(j), json_open(j, '{');
    JSON_KEY(j, "type"), json_string(j, shape_word("difference", x->type));
    JSON_KEY(j, "rule"), json_string(j, f->rule);
    JSON_KEY(j, "title"), json_string(j, f->title);
    JSON_KEY(j, "subject"), json_open(j, '{');
    for (unsigned i = 0; i < f->subject.count; i++)
        json_name(j, f->subject.roles[i]), json_string(j, f->subject.ids[i]);
    json_close(j, '}');
    if (x->was) JSON_KEY(j, "old"), put_standing(j, x->was);
    if (x->now) JSON_KEY(j, "new"), put_standing(j, x->now);
    if (x->why) JSON_KEY(j, "why"), json_string(j, x->why);
    JSON_KEY(j, "facts"), json_open(j, '[');
    for (size_t i = 0; i < x->fact_count; i++) put_fact(j, &x->facts[i]);
    json_close(j, ']');
    json_close(j, '}');
}

void diff_json(const struct cc_diff *d, struct out *out)
{
    struct json on = json_on(out), *j = &on;
    json_open(j, '{');
    JSON_KEY(j, "format"), json_string(j, "compliance-diff/1");
    json_line(j), JSON_KEY(j, "old"), put_side(j, d->old);
    json_line(j), JSON_KEY(j, "new"), put_side(j, d->now);
    json_line(j), JSON_KEY(j, "summary"), json_open(j, '{');
    for (unsigned i = 0; i < DIFFERENCES; i++) json_name(j, shape_word("difference", i)), json_count(j, d->counts[i]);
    JSON_KEY(j, "same"), json_count(j, d->same);
    json_close(j, '}');
    json_line(j), JSON_KEY(j, "differences"), json_open(j, '[');
    for (size_t i = 0; i < d->count; i++) put_difference(j, &d->items[i]);
    json_close(j, ']');
    json_close(j, '}');
    out_char(out, '\n');
}
