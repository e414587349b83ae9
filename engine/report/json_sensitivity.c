/* json_sensitivity.c - how near the verdicts are to others. */
#include "report/json_audit.h"

#include "audit/sensitivity.h"

static void put_finding(struct json_audit *a, const struct finding *f)
{
    struct json *j = &a->j;
    JSON_KEY(j, "rule"), json_string(j, f->rule->id);
    JSON_KEY(j, "fingerprint"), json_string(j, finding_fingerprint(a->audit, f));
    JSON_KEY(j, "verdict"), json_string(j, verdict_names[f->verdict]);
}

static void put_near(struct json_audit *a, const struct near_line *n)
{
    struct json *j = &a->j;
    char left[200], right[200];
    quantity_write(&n->sides->left, &n->sides->right, left, sizeof left);
    quantity_write(&n->sides->right, &n->sides->left, right, sizeof right);
    json_open(j, '{');
    put_finding(a, n->finding);
    text_reset(&a->scratch);
    element_sentence(a->audit, n->finding, n->element, &a->scratch);
    if (a->scratch.failed) out_no_memory(j->out);
    JSON_KEY(j, "text"), json_text(j, a->scratch.data ? a->scratch.data : "", a->scratch.length);
    JSON_KEY(j, "left"), json_string(j, left);
    JSON_KEY(j, "op"), json_string(j, comparison_signs[n->sides->op]);
    JSON_KEY(j, "right"), json_string(j, right);
    JSON_KEY(j, "apart"), json_number(j, n->apart);
    JSON_KEY(j, "otherwise"), json_string(j, verdict_names[n->verdict]);
    json_close(j, '}');
}

static void put_source(struct json_audit *a, const struct hanging_source *s)
{
    struct json *j = &a->j;
    if (a->cited) a->cited[s->source] = true;
    json_open(j, '{');
    JSON_KEY(j, "source"), json_string(j, facts_id(a->audit->facts, ref_make(KIND_SOURCE, s->source)));
    JSON_KEY(j, "carries"), json_open(j, '[');
    for (size_t i = 0; i < s->count; i++) {
        json_open(j, '{');
        put_finding(a, s->findings[i].finding);
        JSON_KEY(j, "otherwise"), json_string(j, verdict_names[s->findings[i].verdict]);
        json_close(j, '}');
    }
    json_close(j, ']');
    json_close(j, '}');
}

void json_sensitivity(struct json_audit *a)
{
    struct json *j = &a->j;
    const struct sensitivity *s = a->audit->sensitivity;
    if (!s) return;
    json_line(j), JSON_KEY(j, "sensitivity"), json_open(j, '{');
    JSON_KEY(j, "near"), json_open(j, '[');
    for (size_t i = 0; i < s->near_count; i++) json_line(j), put_near(a, &s->near[i]);
    json_close(j, ']');
    json_line(j), JSON_KEY(j, "one_source"), json_open(j, '[');
    for (size_t i = 0; i < s->source_count; i++) json_line(j), put_source(a, &s->sources[i]);
    json_close(j, ']');
    json_line(j), JSON_KEY(j, "unread_law"), json_open(j, '[');
    for (size_t i = 0; i < s->unread_count; i++) json_open(j, '{'), put_finding(a, s->unread[i]), json_close(j, '}');
    json_close(j, ']');
    JSON_KEY(j, "stopped"), json_bool(j, s->stopped);
    json_close(j, '}');
}
