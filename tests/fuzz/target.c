/* target.c - see target.h. */
#include "fuzz/target.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "facts/scan.h"

void promise_broken(const char *what, const char *file, int line)
{
    fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
    abort();
}

struct ear ear_for(const uint8_t *data, size_t size)
{
    struct ear ear = { .lines = 1 };
    for (size_t i = 0; i < size; i++) ear.lines += data[i] == '\n' || data[i] == '\r'; /* Lua's lines too */
    return ear;
}

static bool is_known_code(const cc_diagnostic *d)
{
    static const char *const notices[] = { "baseline-case-not-run", "accepted-case-not-run",
                                           "accepted-unknown" }; /* docs/ci.md */
    for (unsigned i = 0; i < CODE_COUNT; i++)
        if (!strcmp(codes[i].word, d->code)) return true;
    for (size_t i = 0; d->notice && i < sizeof notices / sizeof *notices; i++)
        if (!strcmp(notices[i], d->code)) return true;
    return false;
}

static bool is_clean(const char *text)
{
    size_t length = strlen(text);
    for (size_t at = 0, n; at < length; at += n) {
        uint32_t point;
        if (!(n = utf8_read(text + at, length - at, &point)) || point < 0x20 || point == 0x7F) return false;
    }
    return true;
}

void ear_hear(void *ud, const cc_diagnostic *d)
{
    struct ear *ear = ud;
    PROMISE(is_known_code(d));
    PROMISE(*d->message && is_clean(d->message));
    PROMISE(!d->hint || is_clean(d->hint));
    PROMISE(!ear->lines || d->line <= ear->lines);
    PROMISE(!d->column || d->line);
    if (d->notice) ear->notices++;
    else ear->errors++;
}

bool target_write(void *ud, const char *bytes, size_t length)
{
    struct text *t = ud;
    text_bytes(t, bytes, length);
    return !t->failed;
}

static void say_nothing(void *ud, const cc_diagnostic *d) { (void)ud, (void)d; }

bool is_strict_json(const char *text, size_t size)
{
    static struct scan scan; /* large */
    char *padded = calloc(1, size + SCAN_PADDING);
    struct sink sink = { .emit = say_nothing, .file = "report", .text = padded, .size = size };
    if (!padded) abort();
    memcpy(padded, text, size);
    bool sound = scan_text(&scan, padded, size, &allocator_default, 1, &sink);
    scan_free(&scan);
    free(padded);
    return sound;
}

void target_report(cc_engine *engine, const cc_audit *audit, const char *format, struct text *ret_text)
{
    const cc_report_options options = { .size = sizeof options, .verbose = true };
    text_reset(ret_text);
    cc_report *report = cc_report_open(engine, format, &options, (cc_sink){ target_write, ret_text });
    PROMISE(report);
    PROMISE(cc_report_add(report, audit));
    PROMISE(cc_report_close(report));
}
