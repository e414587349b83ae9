/* json_inputs.c - what an audit was made from, so that somebody else can evaluate it again. */
#include "audit/inputs.h"
#include "report/json_audit.h"

static void put_words(struct json *j, const char *name, cc_words words)
{
    if (!words.count) return;
    json_name(j, name), json_open(j, '[');
    for (size_t i = 0; i < words.count; i++) json_string(j, words.items[i]);
    json_close(j, ']');
}

static void put_options(struct json *j, const struct cc_audit *audit, bool verbose)
{
    const cc_options *o = &audit->options;
    JSON_KEY(j, "options"), json_open(j, '{');
    if (o->as_of) JSON_KEY(j, "as_of"), json_string(j, o->as_of);
    if (!o->as_of && audit->facts->header.as_of == DAY_MAX) JSON_KEY(j, "today"), json_string(j, o->today);
    if (o->law_as_of) JSON_KEY(j, "law_as_of"), json_string(j, o->law_as_of);
    put_words(j, "only", o->only), put_words(j, "skip", o->skip);
    put_words(j, "jurisdictions", o->jurisdictions), put_words(j, "params", o->params);
    if (o->clears_budget) JSON_KEY(j, "clears"), json_count(j, o->clears_budget);
    if (o->sensitivity) JSON_KEY(j, "sensitivity"), json_bool(j, true);
    if (o->every_subject) JSON_KEY(j, "every_subject"), json_bool(j, true);
    if (o->every_test) JSON_KEY(j, "every_test"), json_bool(j, true);
    if (verbose) JSON_KEY(j, "verbose"), json_bool(j, true);
    json_close(j, '}');
}

/* text NULL: the facts could not be read. */
static void put_inputs(struct json *j, struct cc_engine *engine, const char *text, size_t size)
{
    bool no_memory = false;
    const struct inputs *inputs = inputs_of(engine, &no_memory);
    char digest[DIGEST_HEX];
    if (no_memory) out_no_memory(j->out);
    else if (!inputs) j->out->failed = j->out->told = true;
    if (!inputs) return;
    if (text) digest_hex(text, size, digest), JSON_KEY(j, "facts"), json_string(j, digest);
    JSON_KEY(j, "library"), json_string(j, inputs->library);
    JSON_KEY(j, "sources"), json_string(j, inputs->sources);
}

void json_inputs(struct json_audit *a, bool verbose)
{
    struct json *j = &a->j;
    const struct facts *facts = a->audit->facts;
    json_line(j), JSON_KEY(j, "inputs"), json_open(j, '{');
    put_inputs(j, a->audit->engine, facts->text, facts->size);
    put_options(j, a->audit, verbose);
    json_close(j, '}');
}

/* With how the facts were altered, since they may be refused for that. Without what was asked of the rules: nothing is refused for
 * that, so nobody could tell whether it is what was asked. */
void json_refused_inputs(struct json *j, struct cc_engine *engine, const cc_refused *refused)
{
    json_line(j), JSON_KEY(j, "inputs"), json_open(j, '{');
    put_inputs(j, engine, refused->text, refused->length);
    put_words(j, "set", refused->set), put_words(j, "without", refused->without);
    json_close(j, '}');
}
