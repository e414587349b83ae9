/* written.c - see written.h. */
#include "report/written.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"

static const char sources[] =
    "{\"format\": \"compliance-sources/1\", \"sources\": {\"a-law\": {\"title\": \"An act (consolidated)\", "
    "\"publisher\": \"A parliament\", \"date\": \"2024-04\", \"url\": \"https://example.org/act\", \"verified\": true}, "
    "\"a-note\": {\"title\": \"A note\", \"date\": \"2024-05\", \"verified\": false}}}\n";

static bool keep(void *ud, const char *bytes, size_t length)
{
    struct written *w = ud;
    if (w->room && w->text.length + length > w->room) return false;
    text_bytes(&w->text, bytes, length);
    return !w->text.failed;
}

static void say(void *ud, const cc_diagnostic *d)
{
    struct written *w = ud;
    text_add(&w->said, "%s: %s", d->code, d->message);
    if (d->hint) text_add(&w->said, " (%s)", d->hint);
    text_char(&w->said, '\n');
}

static void path_of(const struct written *w, const char *name, char *path, size_t size)
{
    snprintf(path, size, "%s/%s", w->folder, name);
}

static void write_file(struct written *w, const char *name, const char *text)
{
    char path[100];
    path_of(w, name, path, sizeof path);
    FILE *file = fopen(path, "w");
    if (!file || fputs(text, file) < 0 || fclose(file)) abort();
}

static void remove_files(struct written *w)
{
    static const char *const names[] = { "sources.json", "exclusive.lua", "broken.lua" };
    char path[100];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        path_of(w, names[i], path, sizeof path);
        unlink(path);
    }
    rmdir(w->folder);
}

struct written *written_new(void)
{
    const cc_allocator *a = &allocator_default;
    struct written *w = a->allocate(a->ud, NULL, 0, sizeof *w);
    *w = (struct written){ 0 };
    text_init(&w->text, a, 0);
    text_init(&w->said, a, 0);
    w->engine = cc_engine_new(NULL, NULL, say, w);
    snprintf(w->folder, sizeof w->folder, "/tmp/report-XXXXXX");
    if (!mkdtemp(w->folder)) abort();
    write_file(w, "sources.json", sources);
    return w;
}

void written_free(struct written *w)
{
    cc_engine_free(w->engine);
    remove_files(w);
    text_free(&w->text);
    text_free(&w->said);
    allocator_default.allocate(allocator_default.ud, w, sizeof *w, 0);
}

cc_sink written_sink(struct written *w) { return (cc_sink){ keep, w }; }
const char *written_text(struct written *w) { return w->text.data ? w->text.data : ""; }
const char *written_said(struct written *w) { return w->said.data ? w->said.data : ""; }

void written_reset(struct written *w)
{
    text_reset(&w->text);
    text_reset(&w->said);
}

bool written_rule(struct written *w, const char *name, const char *lua)
{
    char path[100];
    write_file(w, name, lua);
    path_of(w, name, path, sizeof path);
    return cc_engine_load_rules(w->engine, path);
}

bool written_report(struct written *w, const char *format, const cc_report_options *options, const char *facts)
{
    cc_case *c = cc_case_parse(w->engine, "small.json", facts, strlen(facts));
    cc_audit *audit = c ? cc_audit_run(w->engine, c, &(cc_options){ .size = sizeof(cc_options) }) : NULL;
    cc_report *report = audit ? cc_report_open(w->engine, format, options, written_sink(w)) : NULL;
    bool well = report && cc_report_add(report, audit);
    well = report && cc_report_close(report) && well;
    cc_audit_free(audit);
    cc_case_free(c);
    return well;
}

const char small_rule[] =
    "return { id = 'hold/exclusive', title = '{grantor} may deal only with {holder}', severity = 'high', nature = 'indicator',\n"
    "  basis = { { 'a-law', at = 'article 1', support = 'direct' } },\n"
    "  params = { line = { 20, 'percent', 'large enough to matter' } },\n"
    "  roles = { 'holder', 'grantor' },\n"
    "  subjects = function(case, each)\n"
    "    for holder, grantor in case:agreements():pairs('holder', 'grantor') do each(holder, grantor) end\n"
    "  end,\n"
    "  elements = { { '{holder} holds exclusivity over {grantor}',\n"
    "    recorded = { 'agreements', type = 'exclusivity', holder = 'holder', grantor = 'grantor' } } },\n"
    "  unless = { { '{grantor} is free after notice',\n"
    "    recorded = { 'agreements', type = 'waiver', holder = 'grantor', grantor = 'holder' } } },\n"
    "  advice = 'Ask what {grantor} was given in return.' }\n";

const char small_facts[] =
    "{\"format\": \"compliance-facts/1\",\n"
    " \"case\": {\"id\": \"small\", \"title\": \"A small case\", \"as_of\": \"2025-01-24\"},\n"
    " \"sources\": [{\"id\": \"press\", \"title\": \"The trade press that day (a copy)\", \"publisher\": \"A paper\", \"date\": \"2025-02\"}],\n"
    " \"entities\": [{\"id\": \"big\", \"name\": \"Big\"}, {\"id\": \"new\", \"name\": \"New\"}],\n"
    " \"agreements\": [\n"
    "  {\"id\": \"only\", \"type\": \"exclusivity\", \"holder\": \"big\", \"grantor\": \"new\", \"source\": \"press\"}]}\n";
