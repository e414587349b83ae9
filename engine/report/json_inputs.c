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
    if (o->every_subject) JSON_KEY(j, "every_subject"), json_bool(j, true);
    if (o->every_test) JSON_KEY(j, "every_test"), json_bool(j, true);
    if (verbose) JSON_KEY(j, "verbose"), json_bool(j, true);
    json_close(j, '}');
}

void json_inputs(struct json_audit *a, bool verbose)
{
    struct json *j = &a->j;
    const struct facts *facts = a->audit->facts;
    bool no_memory = false;
    const struct inputs *inputs = inputs_of(a->audit->engine, &no_memory);
    char digest[DIGEST_HEX];
    if (no_memory) out_no_memory(j->out);
    j->out->failed |= !inputs;
    if (!inputs) return;
    digest_hex(facts->text, facts->size, digest);
    json_line(j), JSON_KEY(j, "inputs"), json_open(j, '{');
    JSON_KEY(j, "facts"), json_string(j, digest);
    JSON_KEY(j, "library"), json_string(j, inputs->library);
    JSON_KEY(j, "sources"), json_string(j, inputs->sources);
    put_options(j, a->audit, verbose);
    json_close(j, '}');
}
