/* new_facts.c - `new facts NAME`: a file of facts to begin with, and the schema beside it that editors read. */
#include "cli/new_files.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static bool put_today(char *day, size_t size)
{
    time_t now = time(NULL);
    struct tm utc;
    return gmtime_r(&now, &utc) && strftime(day, size, "%Y-%m-%d", &utc) > 0;
}

/* Two firms, money of which nothing is known, and one right: enough to be audited. */
static const char records[] =
    "\n  },\n  \"sources\": [\n    {\"id\": \"contract\", \"title\": \"TODO: where this is written\"}\n  ],\n"
    "  \"entities\": [\n"
    "    {\"id\": \"investor\", \"name\": \"Investor\", \"form\": \"company\", \"activities\": [\"cloud-provider\"], \"source\": \"contract\"},\n"
    "    {\"id\": \"developer\", \"name\": \"Developer\", \"form\": \"company\", \"activities\": [\"ai-developer\"], \"source\": \"contract\"}\n  ],\n"
    "  \"investments\": [\n"
    "    {\"id\": \"money\", \"investor\": \"investor\", \"target\": \"developer\", \"amount\": null, \"status\": \"committed\",\n"
    "     \"instrument\": \"equity\", \"from\": \"2024-01-01\", \"source\": \"contract\", \"note\": \"null is unknown; leave out what there is not\"}\n  ],\n"
    "  \"agreements\": [\n"
    "    {\"id\": \"exclusivity\", \"type\": \"exclusivity\", \"holder\": \"investor\", \"grantor\": \"developer\", \"scope\": \"hosting\",\n"
    "     \"from\": \"2024-01-01\", \"source\": [{\"id\": \"contract\", \"where\": \"section 1\"}]}\n  ]\n}\n";

static char *facts_text(struct program *p, const char *id)
{
    const struct request *q = &p->request;
    char today[32] = "2025-01-01", *text = NULL;
    size_t size;
    FILE *out = put_today(today, sizeof today) ? open_memstream(&text, &size) : NULL;
    if (!out) return NULL;
    fprintf(out,
            "{\n  \"$schema\": \"facts.schema.json\",\n  \"format\": \"compliance-facts/1\",\n  \"case\": {\n"
            "    \"id\": \"%s\",\n    \"title\": ",
            id);
    put_quoted(out, option_value(q, OPTION_TITLE, "TODO: who and what"));
    fputs(",\n    \"as_of\": ", out);
    put_quoted(out, option_value(q, OPTION_AS_OF, today));
    if (option_given(q, OPTION_JURISDICTION)) {
        fputs(",\n    \"jurisdictions\": [", out);
        for (size_t i = 0; i < q->given[OPTION_JURISDICTION].count; i++) {
            fputs(i ? ", " : "", out);
            put_quoted(out, q->given[OPTION_JURISDICTION].items[i]);
        }
        fputs("]", out);
    }
    fputs(records, out);
    if (!fclose(out)) return text;
    free(text);
    return NULL;
}

static bool grow(void *ud, const char *bytes, size_t length) { return fwrite(bytes, 1, length, ud) == length; }

/* The schema that "$schema" names, beside the facts, for editors. */
static bool make_schema(struct writing *w, const char *path)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    bool well = out && cc_write_schema(w->p->engine, "facts", (cc_sink){ grow, out });
    if (out && fclose(out)) well = false;
    if (!well) say_no_room(w->p);
    well = well && make_file(w, path, text);
    free(text);
    return well;
}

static bool it_reads(struct program *p, const char *path, const char *text)
{
    cc_case *facts = program_start(p) ? cc_case_parse(p->engine, path, text, strlen(text)) : NULL;
    bool well = facts != NULL;
    cc_case_free(facts);
    return well;
}

enum status new_facts(struct program *p)
{
    const char *name = p->request.operands.items[1];
    char folder[PATH_ROOM], path[PATH_ROOM], schema[PATH_ROOM];
    struct writing w = { .p = p };
    if (!into_folder(p, folder)) return STATUS_WRONG;
    if (!is_word(name, strlen(name))) {
        speak_error(&p->speaker, "usage", NULL, NULL,
                    "facts are named NAME, in small letters, digits and -, and written into NAME.json: not '%.120s'",
                    name);
        return STATUS_WRONG;
    }
    snprintf(path, sizeof path, "%.801s%.60s.json", folder, name);
    snprintf(schema, sizeof schema, "%.801sfacts.schema.json", folder);
    char *text = facts_text(p, name);
    if (!text) say_no_room(p);
    bool well = text && it_reads(p, path, text) && make_file(&w, path, text) &&
                (!access(schema, F_OK) || make_schema(&w, schema));
    free(text);
    if (!well) {
        take_away(&w);
        return STATUS_WRONG;
    }
    say_written(&w);
    output_print(&p->out,
                 "next: write down who owns, funds, supplies and binds whom; docs/facts-reference.md has every kind "
                 "and field\n");
    say_path(p, "next: " PROGRAM " validate ", path, "");
    say_path(p, "next: " PROGRAM " ", path, "");
    return STATUS_CLEAN;
}
