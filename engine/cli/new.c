/* new.c - `new rule PACK/NAME`, and `new facts NAME` (new_facts.c): files to begin with, which already run.
 *
 * Nothing is ever overwritten (a source is added to the sources.json that is there): each file is made by O_EXCL, and when one
 * of several cannot be made, or the rule that they make does not load and pass, those that were made are taken away again. */
#include "cli/new_files.h"
#include "cli/new_source.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct shape {
    const char *kind, *one, *other, *subjects, *values, *title, *element, *rebuttal, *records, *clear, *unknown, *need;
};
static const struct shape shapes[] = {
#define SHAPE(...) { __VA_ARGS__ },
#include "cli/new.def"
};

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
    say_no_room(p);
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

/* Is the id PACK/NAME? */
static bool check_name(struct program *p, const char *id)
{
    const char *slash = strchr(id, '/');
    size_t pack = slash ? (size_t)(slash - id) : 0;
    if (!slash || !is_word(id, pack) || !is_word(slash + 1, strlen(slash + 1))) {
        speak_error(&p->speaker, "usage", NULL, NULL,
                    "a rule is named PACK/NAME, in small letters, digits and -: not '%.120s'", id);
        return false;
    }
    if (!strcmp(slash + 1, "api") || (pack == 3 && !memcmp(id, "lib", 3))) {
        speak_error(&p->speaker, "usage", NULL, NULL,
                    "'%.120s' would be no rule: lib/ holds what rules share, api.lua what editors read", id);
        return false;
    }
    return true;
}

/* The id of the basis: --source, else one of the pack's own. */
static bool read_source(struct program *p, struct wish *w)
{
    char own[sizeof w->source];
    snprintf(own, sizeof own, "%.*s-source", (int)strcspn(w->id, "/"), w->id);
    const char *source = option_value(&p->request, OPTION_SOURCE, own);
    snprintf(w->source, sizeof w->source, "%.100s", source);
    if (is_word(source, strlen(source))) return true;
    speak_error(&p->speaker, "usage", NULL, NULL, "the id of a source has small letters, digits and -: not '%.60s'",
                source);
    return false;
}

static bool read_wish(struct program *p, struct wish *w)
{
    const struct request *q = &p->request;
    char folder[PATH_ROOM];
    if (!check_name(p, w->id) || !into_folder(p, folder) || !read_source(p, w)) return false;
    snprintf(w->rule, sizeof w->rule, "%.801s%.130s.lua", folder, w->id);
    snprintf(w->test, sizeof w->test, "%.801s%.130s_test.lua", folder, w->id);
    snprintf(w->sources, sizeof w->sources, "%.801ssources.json", folder);
    w->shape = shape_named(p, option_value(q, OPTION_ABOUT, shapes[0].kind));
    if (!w->shape) return false;
    w->title = option_value(q, OPTION_TITLE, w->shape->title);
    w->severity = option_value(q, OPTION_SEVERITY, "medium"), w->nature = option_value(q, OPTION_NATURE, "indicator");
    w->jurisdiction = option_value(q, OPTION_JURISDICTION, NULL);
    return true;
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

enum status command_new(struct program *p)
{
    const char *what = p->request.operands.items[0];
    cc_own_cjson();
    if (strcmp(what, "rule") == 0) return new_rule(p);
    if (strcmp(what, "facts") == 0) return new_facts(p);
    speak_error(&p->speaker, "usage", NULL, NULL, "new makes a rule or facts, not '%.60s'", what);
    return STATUS_WRONG;
}
