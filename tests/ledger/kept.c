/* kept.c - see kept.h. */
#include "ledger/kept.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"

static const char *const names[] = { "baseline.json", "accept.json", "ci/config.json", ".compliance-check.json" };

static const char *const format_names[] = { "text", "json", "sarif" };
const cc_words kept_formats = { format_names, sizeof format_names / sizeof *format_names };

bool kept_try(struct kept *k, cc_engine *engine, enum ledger_file file, const char *text, size_t size)
{
    char *exact = room(size);
    memset(k, 0, sizeof *k);
    if (size) memcpy(exact, text, size);
    switch (file) {
    case BASELINE: k->baseline = cc_baseline_read(engine, names[file], exact, size); break;
    case ACCEPTED: k->accepted = cc_accepted_read(engine, names[file], exact, size); break;
    case CONFIG:
    case LOCAL: k->config = cc_config_read(engine, names[file], exact, size, file == LOCAL, kept_formats); break;
    }
    free(exact);
    return k->baseline || k->accepted || k->config;
}

void kept_free(struct kept *k)
{
    cc_baseline_free(k->baseline);
    cc_accepted_free(k->accepted);
    cc_config_free(k->config);
}

static struct kept kept_of(cc_engine *engine, enum ledger_file file, const char *text)
{
    struct kept k;
    char *copy = room(strlen(text) + 1);
    strcpy(copy, text); /* NOLINT(clang-analyzer-security.insecureAPI.strcpy): the room is made for it */
    quotes(copy);
    if (!kept_try(&k, engine, file, copy, strlen(copy))) fail_msg("refused: %s", copy);
    free(copy);
    return k;
}

cc_baseline *baseline_of(cc_engine *engine, const char *text) { return kept_of(engine, BASELINE, text).baseline; }
cc_accepted *accepted_of(cc_engine *engine, const char *text) { return kept_of(engine, ACCEPTED, text).accepted; }
cc_config *config_of(cc_engine *engine, const char *text) { return kept_of(engine, CONFIG, text).config; }

cc_baseline *baseline_now(const struct trial *t)
{
    cc_baseline *b = cc_baseline_new(t->engine);
    assert_non_null(b);
    assert_true(cc_baseline_add(b, t->audit));
    return b;
}

static char *text_of_writing(bool well, struct text *t)
{
    char *copy = well && !t->failed ? strdup(t->data ? t->data : "") : NULL;
    text_free(t);
    return copy;
}

char *baseline_text(const cc_baseline *b)
{
    struct text t;
    text_init(&t, &allocator_default, 0);
    return text_of_writing(cc_baseline_write(b, (cc_sink){ sink_text, &t }), &t);
}

char *accepted_text(const cc_accepted *a)
{
    struct text t;
    text_init(&t, &allocator_default, 0);
    return text_of_writing(cc_accepted_write(a, (cc_sink){ sink_text, &t }), &t);
}

const char *notices_of(const struct trial *t)
{
    static char out[64 * 1024];
    size_t at = 0;
    *out = '\0';
    for (size_t i = 0; i < t->audit->notice_count; i++)
        at += (size_t)snprintf(out + at, sizeof out - at, "%s: %s\n", t->audit->notices[i].code,
                               t->audit->notices[i].message);
    return out;
}
