/* new.c - `new rule PACK/NAME`, `new facts NAME`: files to begin with, which already run.
 *
 * Nothing is ever overwritten (a source is added to the sources.json that is there): each file is made by O_EXCL, and when one
 * of several cannot be made, or the rule that they make does not load and pass, those that were made are taken away again. */
#include "cli/new_source.h"
#include "cli/program.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { PATH_ROOM = 1024, INTO_LONGEST = 800, WORD_LONGEST = 60, MOST_FILES = 3 };

struct shape {
    const char *kind, *one, *other, *subjects, *values, *title, *element, *rebuttal, *records, *clear, *unknown, *need;
};
static const struct shape shapes[] = {
#define SHAPE(...) { __VA_ARGS__ },
#include "cli/new.def"
};

struct writing {
    struct program *p;
    char made[MOST_FILES][PATH_ROOM]; /* files, to be taken away if it does not end well */
    size_t count;
};

/* ---- files ---- */

static bool say_errno(struct program *p, const char *path, const char *what)
{
    speak_error(&p->speaker, "io", path, NULL, "%s: %s", what, strerror(errno));
    return false;
}

/* A link could lead what is written anywhere. True: it is one, which was said. */
static bool is_link(struct program *p, const char *path)
{
    struct stat st;
    if (lstat(path, &st) || !S_ISLNK(st.st_mode)) return false;
    speak_error(&p->speaker, "usage", path, NULL, "is a link, which nothing new is written through");
    return true;
}

/* The folders on the way to a file. Links are followed on the way to --into, which the user named, and not below it. */
static bool make_folders(struct program *p, const char *path)
{
    char folder[PATH_ROOM];
    const char *into = option_value(&p->request, OPTION_INTO, ".");
    size_t named = strcmp(into, ".") ? strlen(into) : 0;
    snprintf(folder, sizeof folder, "%s", path);
    for (char *slash = folder + 1; (slash = strchr(slash, '/')) != NULL; slash++) {
        *slash = '\0';
        if (mkdir(folder, 0777) && errno != EEXIST) return say_errno(p, folder, "the folder cannot be made");
        if ((size_t)(slash - folder) > named && is_link(p, folder)) return false;
        *slash = '/';
    }
    return true;
}

static bool write_all(int fd, const char *text, size_t length)
{
    while (length) {
        ssize_t n = write(fd, text, length);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        text += n, length -= (size_t)n;
    }
    return true;
}

static bool make_file(struct writing *w, const char *path, const char *text)
{
    if (!make_folders(w->p, path)) return false;
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0 && errno == EEXIST) {
        speak_error(&w->p->speaker, "usage", path, NULL, "is there already, and nothing is overwritten");
        return false;
    }
    if (fd < 0) return say_errno(w->p, path, "cannot be made");
    snprintf(w->made[w->count++], PATH_ROOM, "%s", path);
    bool well = write_all(fd, text, strlen(text));
    if (!well) say_errno(w->p, path, "cannot be written");
    if (close(fd) && well) return say_errno(w->p, path, "cannot be written");
    return well;
}

/* Folders stay: they may have been there before. */
static void take_away(const struct writing *w)
{
    for (size_t i = 0; i < w->count; i++) unlink(w->made[i]);
}

/* ---- names and texts ---- */

/* Small letters, digits and - between them. */
static bool is_word(const char *word, size_t length)
{
    if (!length || length > WORD_LONGEST || word[0] == '-' || word[length - 1] == '-') return false;
    return strspn(word, "abcdefghijklmnopqrstuvwxyz0123456789-") >= length;
}

/* A text between quotes, as Lua and JSON both read it. */
static void put_quoted(FILE *out, const char *text)
{
    fputc('"', out);
    for (; *text; text++) {
        if (*text == '"' || *text == '\\') fputc('\\', out);
        if ((unsigned char)*text >= 0x20) fputc(*text, out);
        else fputc(' ', out);
    }
    fputc('"', out);
}

/* ---- a rule ---- */

struct wish {
    const struct shape *shape;
    const char *id, *title, *severity, *nature, *jurisdiction;
    char source[2 * WORD_LONGEST]; /* the id of the basis */
    char rule[PATH_ROOM], test[PATH_ROOM], sources[PATH_ROOM];
};

static void put_rule(FILE *out, const struct wish *w)
{
    const struct shape *s = w->shape;
    fprintf(out, "---@type Rule\nreturn {\n  id       = \"%s\",\n  title    = ", w->id);
    put_quoted(out, w->title);
    fprintf(out, ",\n  severity = \"%s\", -- critical, high, medium, low, info\n", w->severity);
    fprintf(out, "  nature   = \"%s\", -- bright-line, presumption, indicator\n", w->nature);
    if (w->jurisdiction) fprintf(out, "  jurisdiction = \"%s\",\n", w->jurisdiction);
    fprintf(out, "  basis    = { { \"%s\", at = \"TODO: the place in it\", support = \"direct\" } },\n\n", w->source);
    fprintf(out, "  roles    = { \"%s\", \"%s\" },\n", s->one, s->other);
    fprintf(out, "  subjects = function(case, each) -- who is concerned; proves nothing\n    %s\n  end,\n\n%s",
            s->subjects, s->values);
    fprintf(out, "  elements = { -- all must hold\n    {\n      %s    },\n  },\n\n", s->element);
    fprintf(
        out,
        "  unless = { -- any one rebuts; what is not recorded is unknown\n    {\n"
        "      \"TODO: what rebuts it, said of {%s}\",\n"
        "      recorded = { \"observations\", says = \"%s\", about = \"%s\", strength = { \"moderate\", \"strong\" } },\n"
        "    },\n  },\n\n",
        s->other, s->rebuttal, s->other);
    fprintf(out, "  advice = \"TODO: what to ask of {%s} that no file can tell.\",\n}\n", s->one);
}

static void put_test(FILE *out, const struct wish *w)
{
    const struct shape *s = w->shape;
    const char *about = strcmp(s->other, "market") ? "birch" : "wood";
    fprintf(out,
            "return {\n  rule = \"%s\",\n  facts = {\n    entities = { { id = \"alder\" }, { id = \"birch\" } },\n%s",
            w->id, s->records);
    if (w->jurisdiction) fprintf(out, "    jurisdictions = { \"%s\" },\n", w->jurisdiction);
    fprintf(
        out,
        "  },\n\n  { \"what the rule is about is flagged, and its rebuttal is open\", expect = \"flagged\", open = 1 },\n");
    fprintf(out, "  { \"something close to it is clear\", set = { %s }, expect = \"clear\" },\n", s->clear);
    fprintf(
        out,
        "  { \"what is not known cannot tell\", set = { %s },\n    expect = \"cannot-tell\", needs = { \"%s\" } },\n",
        s->unknown, s->need);
    fprintf(out,
            "  { \"what was observed rebuts it\", expect = \"rebutted\",\n"
            "    add = { observations = { { says = \"%s\", about = \"%s\", strength = \"strong\" } } } },\n",
            s->rebuttal, about);
    fprintf(out, "  { \"where every observation is on file nothing is open\", expect = \"flagged\", open = 0,\n"
                 "    complete = { { kind = \"observation\" } } },\n}\n");
}

static void put_source(FILE *out, const struct wish *w)
{
    fprintf(out, "\n    \"%s\": {\n", w->source);
    fputs("      \"title\": \"TODO: the law, guideline or judgment that the rule rests on\",\n"
          "      \"publisher\": null,\n      \"date\": null,\n      \"url\": null,\n      \"verified\": false,\n"
          "      \"note\": \"Say here what was read, and set verified to true when the passage was.\"\n    }",
          out);
}

static void put_sources(FILE *out, const struct wish *w)
{
    fputs("{\n  \"format\": \"compliance-sources/1\",\n  \"sources\": {", out);
    put_source(out, w);
    fputs("\n  }\n}\n", out);
}

/* What `put` writes, on the heap; NULL: no memory, which was said. */
static char *text_of(struct program *p, void (*put)(FILE *, const struct wish *), const struct wish *w)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    if (out) {
        put(out, w);
        if (!fclose(out)) return text;
        free(text);
    }
    speak_error(&p->speaker, "memory", NULL, NULL, "no memory for a new file");
    return NULL;
}

static bool make_from(struct writing *w, const char *path, void (*put)(FILE *, const struct wish *),
                      const struct wish *wish)
{
    char *text = text_of(w->p, put, wish);
    bool well = text && make_file(w, path, text);
    free(text);
    return well;
}

/* Does it load, and does its test pass? What is wrong has been said. */
static bool it_runs(struct program *p, const struct wish *w)
{
    const char *path = w->rule;
    cc_test_totals totals;
    if (!program_start(p) || program_load_rules(p, &(struct values){ &path, 1 }) != STATUS_CLEAN) return false;
    cc_tests *tests = cc_tests_open(p->engine, &(cc_test_options){ .size = sizeof(cc_test_options) }, output_nowhere());
    if (!tests) return false;
    bool well = cc_tests_add(tests, p->engine, w->test);
    if (!cc_tests_close(tests, &totals) || !well) return false;
    if (totals.failed) speak_error(&p->speaker, "rule", w->rule, NULL, "what was made does not pass its test");
    return !totals.failed;
}

static const struct shape *shape_named(struct program *p, const char *kind)
{
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        if (!strcmp(shapes[i].kind, kind)) return &shapes[i];
    return speak_error(&p->speaker, "usage", NULL, NULL, "--about has no shape '%.40s'", kind), NULL;
}

/* The id of the basis: --source, else one of the pack's own. sources.json is written where there is none. */
static bool read_wish(struct program *p, struct wish *w)
{
    const struct request *q = &p->request;
    const char *folder = option_value(q, OPTION_INTO, "."), *slash = strchr(w->id, '/');
    size_t pack = slash ? (size_t)(slash - w->id) : 0;
    if (!slash || !is_word(w->id, pack) || !is_word(slash + 1, strlen(slash + 1))) {
        speak_error(&p->speaker, "usage", NULL, NULL,
                    "a rule is named PACK/NAME, in small letters, digits and -: not '%.120s'", w->id);
        return false;
    }
    if (!strcmp(slash + 1, "api") || (pack == 3 && !memcmp(w->id, "lib", 3))) {
        speak_error(&p->speaker, "usage", NULL, NULL,
                    "'%.120s' would be no rule: lib/ holds what rules share, api.lua what editors read", w->id);
        return false;
    }
    if (strlen(folder) > INTO_LONGEST) {
        speak_error(&p->speaker, "usage", NULL, NULL, "the path of --into is too long");
        return false;
    }
    const char *into = strcmp(folder, ".") ? folder : "", *between = *into && into[strlen(into) - 1] != '/' ? "/" : "";
    snprintf(w->rule, sizeof w->rule, "%.800s%s%.130s.lua", into, between, w->id);
    snprintf(w->test, sizeof w->test, "%.800s%s%.130s_test.lua", into, between, w->id);
    snprintf(w->sources, sizeof w->sources, "%.800s%ssources.json", into, between);
    snprintf(w->source, sizeof w->source, "%.*s-source", (int)pack, w->id);
    const char *source = option_value(q, OPTION_SOURCE, w->source);
    if (!is_word(source, strlen(source))) {
        speak_error(&p->speaker, "usage", NULL, NULL, "the id of a source has small letters, digits and -: not '%.60s'",
                    source);
        return false;
    }
    if (source != w->source) snprintf(w->source, sizeof w->source, "%.100s", source);
    w->shape = shape_named(p, option_value(q, OPTION_ABOUT, shapes[0].kind));
    if (!w->shape) return false;
    w->title = option_value(q, OPTION_TITLE, w->shape->title);
    w->severity = option_value(q, OPTION_SEVERITY, "medium"), w->nature = option_value(q, OPTION_NATURE, "indicator");
    w->jurisdiction = option_value(q, OPTION_JURISDICTION, NULL);
    return true;
}

/* A line with the path of what was made: its folders are what a user or a script gave. */
static void say_path(struct program *p, const char *before, const char *path, const char *after)
{
    output_print(&p->out, "%s", before);
    output_name(&p->out, path);
    output_print(&p->out, "%s\n", after);
}

static void say_written(const struct writing *w)
{
    for (size_t i = 0; i < w->count; i++) say_path(w->p, "wrote ", w->made[i], "");
}

/* --source may name a shipped one; else the first rule of a folder brings its sources.json with it, and the first of another
 * pack an entry in the one that is there. *ret_before: what that held. */
static bool make_source(struct writing *w, const struct wish *wish, char **ret_before)
{
    if (option_given(&w->p->request, OPTION_SOURCE)) return true;
    if (is_link(w->p, wish->sources)) return false;
    if (access(wish->sources, F_OK)) return make_from(w, wish->sources, put_sources, wish);
    char *entry = text_of(w->p, put_source, wish);
    bool well = entry && source_add(w->p, wish->sources, wish->source, entry, ret_before);
    free(entry);
    return well;
}

static enum status new_rule(struct program *p)
{
    struct wish wish = { .id = p->request.operands.items[1] };
    struct writing w = { .p = p };
    char *before = NULL;
    if (!read_wish(p, &wish)) return STATUS_WRONG;
    if (!make_from(&w, wish.rule, put_rule, &wish) || !make_from(&w, wish.test, put_test, &wish) ||
        !make_source(&w, &wish, &before) || !it_runs(p, &wish)) {
        take_away(&w);
        if (before) source_restore(p, wish.sources, before);
        free(before);
        return STATUS_WRONG;
    }
    say_written(&w);
    if (before) {
        output_print(&p->out, "wrote %s", wish.source);
        say_path(p, " into ", wish.sources, "");
    }
    if (before || w.count == MOST_FILES) {
        char what[sizeof wish.source + 16];
        snprintf(what, sizeof what, " what %s is", wish.source);
        say_path(p, "next: say in ", wish.sources, what);
    }
    free(before);
    say_path(p, "next: write the law into ", wish.rule, "; what is left to say is marked TODO");
    say_path(p, "next: " PROGRAM " test --coverage ", wish.rule, "");
    say_path(p, "next: " PROGRAM " --rules ", wish.rule, " FILE...");
    return STATUS_CLEAN;
}

/* ---- facts ---- */

static bool put_today(char *day, size_t size)
{
    time_t now = time(NULL);
    struct tm utc;
    return gmtime_r(&now, &utc) && strftime(day, size, "%Y-%m-%d", &utc) > 0;
}

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
    fputs(
        "\n  },\n  \"sources\": [\n    {\"id\": \"contract\", \"title\": \"TODO: where this is written\"}\n  ],\n"
        "  \"entities\": [\n"
        "    {\"id\": \"investor\", \"name\": \"Investor\", \"form\": \"company\", \"activities\": [\"cloud-provider\"], \"source\": \"contract\"},\n"
        "    {\"id\": \"developer\", \"name\": \"Developer\", \"form\": \"company\", \"activities\": [\"ai-developer\"], \"source\": \"contract\"}\n  ],\n"
        "  \"investments\": [\n"
        "    {\"id\": \"money\", \"investor\": \"investor\", \"target\": \"developer\", \"amount\": null, \"status\": \"committed\",\n"
        "     \"instrument\": \"equity\", \"from\": \"2024-01-01\", \"source\": \"contract\", \"note\": \"null is unknown; leave out what there is not\"}\n  ],\n"
        "  \"agreements\": [\n"
        "    {\"id\": \"exclusivity\", \"type\": \"exclusivity\", \"holder\": \"investor\", \"grantor\": \"developer\", \"scope\": \"hosting\",\n"
        "     \"from\": \"2024-01-01\", \"source\": [{\"id\": \"contract\", \"where\": \"section 1\"}]}\n  ]\n}\n",
        out);
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
    if (!well) speak_error(&w->p->speaker, "memory", NULL, NULL, "no memory for a new file");
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

static enum status new_facts(struct program *p)
{
    const char *name = p->request.operands.items[1], *folder = option_value(&p->request, OPTION_INTO, ".");
    size_t length = strlen(name);
    char path[PATH_ROOM], schema[PATH_ROOM];
    struct writing w = { .p = p };
    if (strlen(folder) > INTO_LONGEST) {
        speak_error(&p->speaker, "usage", NULL, NULL, "the path of --into is too long");
        return STATUS_WRONG;
    }
    if (!is_word(name, length)) {
        speak_error(&p->speaker, "usage", NULL, NULL,
                    "facts are named NAME, in small letters, digits and -, and written into NAME.json: not '%.120s'",
                    name);
        return STATUS_WRONG;
    }
    const char *into = strcmp(folder, ".") ? folder : "", *between = *into && into[strlen(into) - 1] != '/' ? "/" : "";
    snprintf(path, sizeof path, "%.800s%s%.60s.json", into, between, name);
    snprintf(schema, sizeof schema, "%.800s%sfacts.schema.json", into, between);
    char *text = facts_text(p, name);
    if (!text) speak_error(&p->speaker, "memory", NULL, NULL, "no memory for a new file");
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

enum status command_new(struct program *p)
{
    const char *what = p->request.operands.items[0];
    cc_own_cjson();
    if (strcmp(what, "rule") == 0) return new_rule(p);
    if (strcmp(what, "facts") == 0) return new_facts(p);
    speak_error(&p->speaker, "usage", NULL, NULL, "new makes a rule or facts, not '%.60s'", what);
    return STATUS_WRONG;
}
