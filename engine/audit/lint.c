/* lint.c - lint of rules, of what they require and of their tests. What a reader decides to leave is marked in the file, on
 * its line or the one above: -- lint: allow ID: REASON */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/engine.h"
#include "audit/rule_files.h"
#include "lua/lint.h"
#include "lua/test_file.h"

enum { MOST_ALLOWED = 64, TITLE_LENGTH = 120, TEXT_LENGTH = 120, ADVICE_LENGTH = 300, FILE_LIMIT = 4 << 20 };

struct allowed {
    uint32_t line;
    const char *id;
    size_t id_length;
    bool reasoned, used;
};
struct linting {
    struct cc_engine *engine;
    const char *path; /* of the file under way */
    struct text text;
    struct allowed allowed[MOST_ALLOWED];
    size_t allowed_count;
    struct text libs; /* all that rules may require, one text */
    struct text *out;
    size_t found;
};

/* ---- one file ---- */

static const char *chars(const struct text *t) { return t->data ? t->data : ""; }

static void tell(struct linting *l, enum lint lint, uint32_t line, const char *detail)
{
    text_add(l->out, "%s", l->path);
    if (line) text_add(l->out, ":%u", (unsigned)line);
    text_add(l->out, ": %s", lint_table[lint].says);
    if (detail) text_add(l->out, ": %s", detail);
    text_add(l->out, " [%s]\n", lint_table[lint].id);
    text_char(l->out, '\0'); /* where it ends: a name in it may have line ends of its own */
    l->found++;
}

/* Line 0: it is about the file as a whole, and may be allowed anywhere in it. */
static void say(void *ud, enum lint lint, uint32_t line, const char *detail)
{
    struct linting *l = ud;
    const char *id = lint_table[lint].id;
    for (size_t i = 0; i < l->allowed_count; i++) {
        struct allowed *a = &l->allowed[i];
        if (a->id_length != strlen(id) || memcmp(a->id, id, a->id_length)) continue;
        if (line && a->line != line && a->line + 1 != line) continue;
        a->used = true;
        return;
    }
    tell(l, lint, line, detail);
}

static void read_marks(struct linting *l)
{
    static const char mark[] = "-- lint: allow ";
    uint32_t line = 1;
    l->allowed_count = 0;
    for (const char *at = chars(&l->text), *end; *at; at = end + (*end != '\0'), line++) {
        end = at + strcspn(at, "\n");
        const char *found = strstr(at, mark);
        if (!found || found >= end || l->allowed_count == MOST_ALLOWED) continue;
        struct allowed *a = &l->allowed[l->allowed_count++];
        *a = (struct allowed){ .line = line, .id = found + sizeof mark - 1 };
        a->id_length = strcspn(a->id, ": \n");
        const char *reason = a->id + a->id_length;
        a->reasoned = reason[0] == ':' && end - reason > 10;
    }
}

static void judge_marks(struct linting *l)
{
    for (size_t i = 0; i < l->allowed_count; i++) {
        const struct allowed *a = &l->allowed[i];
        char id[60];
        snprintf(id, sizeof id, "%.*s", (int)(a->id_length < 50 ? a->id_length : 50), a->id);
        if (!a->reasoned) tell(l, LINT_ALLOW_WITHOUT_REASON, a->line, id);
        if (!a->used) tell(l, LINT_ALLOW_UNUSED, a->line, id);
    }
}

static bool open_file(struct linting *l, const char *path)
{
    text_reset(&l->text);
    l->path = path;
    if (!rule_file_read(&l->engine->files, path, &l->text)) return false;
    read_marks(l);
    return true;
}

/* Where the text stands in the file, by its beginning; 0: a factory made it. */
static uint32_t line_of(const struct linting *l, const char *text)
{
    char begin[40];
    snprintf(begin, sizeof begin, "%.30s", text);
    const char *at = strstr(chars(&l->text), begin);
    uint32_t line = 1;
    for (const char *p = chars(&l->text); at && p < at; p++) line += *p == '\n';
    return at ? line : 0;
}

/* ---- one rule ---- */

static bool names(const struct phrase *phrase, unsigned type, unsigned index)
{
    for (unsigned i = 0; i < phrase->count; i++) {
        const struct part *p = &phrase->parts[i];
        unsigned what = p->type == PART_PLURAL ? p->plural_type : p->type;
        if (what == type && p->index == index) return true;
    }
    return false;
}

static bool operand_is(const struct operand *o, unsigned type, unsigned index)
{
    return o->type == type && o->index == index;
}

/* Does a text or a data form of the element name the figure or param? */
static bool element_uses(const struct element *e, unsigned part, unsigned operand, unsigned index)
{
    if (names(&e->text, part, index) || names(&e->no, part, index)) return true;
    switch (e->form) {
    case ELEMENT_COMPARE:
        return operand_is(&e->compare.left, operand, index) || operand_is(&e->compare.right, operand, index);
    case ELEMENT_DOES: return operand_is(&e->does.who, operand, index);
    case ELEMENT_RECORDED:
    case ELEMENT_NONE:
        for (unsigned c = 0; c < e->query.count; c++)
            for (unsigned i = 0; i < e->query.conditions[c].count; i++)
                if (operand_is(&e->query.conditions[c].operands[i], operand, index)) return true;
        return false;
    case ELEMENT_TEST:
    case ELEMENT_EACH: return false;
    default:
        for (unsigned i = 0; i < e->group.count; i++)
            if (element_uses(&e->group.items[i], part, operand, index)) return true;
        return false;
    }
}

static bool list_uses(const struct element *all, unsigned count, unsigned part, unsigned operand, unsigned index)
{
    for (unsigned i = 0; i < count; i++)
        if (element_uses(&all[i], part, operand, index)) return true;
    return false;
}

static bool rule_uses(const struct linting *l, const struct rule *r, unsigned part, unsigned operand, unsigned index,
                      const char *name)
{
    const char *not_of = part == PART_PARAM ? "s" : "p";
    return names(&r->title, part, index) || names(&r->advice, part, index) ||
           list_uses(r->applies, r->apply_count, part, operand, index) ||
           list_uses(r->elements, r->element_count, part, operand, index) ||
           list_uses(r->unless, r->unless_count, part, operand, index) ||
           text_uses(chars(&l->text), l->text.length, name, not_of) ||
           (strstr(chars(&l->text), "require") && text_uses(chars(&l->libs), l->libs.length, name, not_of));
}

static void check_names(struct linting *l, const struct rule *r)
{
    for (unsigned i = 0; i < r->param_count; i++)
        if (!rule_uses(l, r, PART_PARAM, OPERAND_PARAM, i, r->params[i].name))
            say(l, LINT_UNUSED_PARAM, line_of(l, r->params[i].name), r->params[i].name);
    for (unsigned i = 0; i < r->figure_count; i++)
        if (!rule_uses(l, r, PART_FIGURE, OPERAND_FIGURE, i, r->figures[i].name))
            say(l, LINT_UNUSED_FIGURE, line_of(l, r->figures[i].name), r->figures[i].name);
    for (unsigned i = 0; i < r->title.count; i++)
        if (r->title.parts[i].type == PART_ROLE) return;
    say(l, LINT_TITLE_WITHOUT_ROLE, line_of(l, r->title.source), NULL);
}

/* Letters of UTF-8. */
static size_t letters(const char *text)
{
    size_t n = 0;
    for (; *text; text++) n += ((unsigned char)*text & 0xC0) != 0x80;
    return n;
}

static void check_length(struct linting *l, const char *text, size_t most, enum lint lint, uint32_t line)
{
    char detail[64];
    if (!text || letters(text) <= most) return;
    snprintf(detail, sizeof detail, "%zu letters of at most %zu", letters(text), most);
    say(l, lint, line ? line : line_of(l, text), detail);
}

static void check_basis(struct linting *l, const struct basis *basis, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        uint32_t line = line_of(l, basis[i].source->id);
        if (!basis[i].at) say(l, LINT_BASIS_WITHOUT_PLACE, line, basis[i].source->id);
    }
}

static void check_elements(struct linting *l, const struct rule *r, const struct element *all, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        const struct element *e = &all[i];
        uint32_t line = element_line(r, e);
        check_length(l, e->text.source, TEXT_LENGTH, LINT_LONG_TEXT, line);
        check_length(l, e->no.source, TEXT_LENGTH, LINT_LONG_TEXT, line);
        check_basis(l, e->basis, e->basis_count);
        if (e->form >= ELEMENT_ANY && e->form <= ELEMENT_AT_LEAST) check_elements(l, r, e->group.items, e->group.count);
    }
}

static void lint_rule(struct linting *l, const struct rule *r)
{
    if (!open_file(l, r->path)) return;
    lint_text(chars(&l->text), l->text.length, say, l);
    check_names(l, r);
    check_basis(l, r->basis, r->basis_count);
    check_length(l, r->title.source, TITLE_LENGTH, LINT_LONG_TITLE, 0);
    check_length(l, r->advice.source, ADVICE_LENGTH, LINT_LONG_ADVICE, 0);
    check_elements(l, r, r->applies, r->apply_count);
    check_elements(l, r, r->elements, r->element_count);
    check_elements(l, r, r->unless, r->unless_count);
    judge_marks(l);
}

/* ---- its test ---- */

static bool expects(const struct test_file *file, unsigned verdict)
{
    for (size_t i = 0; i < file->count; i++)
        if (file->tests[i].expect && !strcmp(file->tests[i].expect, verdict_names[verdict])) return true;
    return false;
}

/* Nobody can be out of scope where the test file says of each `applies` that it is never false. */
static bool always_in_scope(const struct rule *r, const struct test_file *file)
{
    size_t marks = 0;
    for (size_t i = 0; i < file->impossible_count; i++)
        marks += file->impossible[i].truth == NO && !strncmp(file->impossible[i].element, "applies ", 8) &&
                 !strchr(file->impossible[i].element, '.');
    return marks >= r->apply_count;
}

static void lint_test(struct linting *l, const struct rule *r)
{
    char path[1100];
    size_t length = strlen(r->path);
    if (length < 4 || length > 1000) return;
    snprintf(path, sizeof path, "%.*s_test.lua", (int)(length - 4), r->path);
    if (!open_file(l, path)) {
        l->path = r->path, l->allowed_count = 0;
        say(l, LINT_UNTESTED, 0, NULL);
        return;
    }
    struct test_file file;
    const char *why = engine_gate(l->engine, path);
    if (why) {
        engine_say(l->engine, CODE_RULE, path, 0, NULL, "%s", why);
        l->found++;
        return;
    }
    if (machine_test_file(l->engine->machine, path, chars(&l->text), l->text.length, &file)) {
        const bool wanted[CC_VERDICTS] = { [CC_FLAGGED] = true,
                                           [CC_CANNOT_TELL] = true,
                                           [CC_CLEAR] = true,
                                           [CC_REBUTTED] = r->unless_count > 0,
                                           [CC_OUT_OF_SCOPE] = !always_in_scope(r, &file) };
        for (unsigned v = 0; v < CC_VERDICTS; v++)
            if (wanted[v] && !expects(&file, v)) say(l, LINT_UNTESTED_VERDICT, 0, verdict_names[v]);
    } else {
        const struct failure *failure = machine_failure(l->engine->machine);
        engine_say(l->engine, CODE_RULE, path, failure->line, NULL, "%s", failure->message);
        l->found++;
    }
    test_file_free(&file);
    judge_marks(l);
}

/* ---- what rules require ---- */

/* Each file of lib/ in a folder: linted, or only read. */
static void read_lib(struct linting *l, const char *folder, bool lints)
{
    struct rule_files files;
    char path[1100];
    snprintf(path, sizeof path, "%.1000s/lib", folder);
    if (module_files_list(l->engine->allocator, &l->engine->files, path, &files))
        for (size_t i = 0; i < files.count; i++) {
            if (!open_file(l, files.paths[i])) continue;
            text_bytes(&l->libs, chars(&l->text), l->text.length);
            text_char(&l->libs, '\n');
            if (!lints) continue;
            lint_text(chars(&l->text), l->text.length, say, l);
            judge_marks(l);
        }
    rule_files_free(l->engine->allocator, &files);
}

static void read_libs(struct linting *l, const char *path)
{
    const struct cc_engine *engine = l->engine;
    char beside[1100];
    if (engine->folder) {
        snprintf(beside, sizeof beside, "%.1000s/..", engine->folder);
        read_lib(l, engine->folder, strcmp(engine->folder, path) == 0);
        read_lib(l, beside, false);
    }
    if (engine->shipped) read_lib(l, engine->shipped, false);
}

static bool write_each(const struct text *findings, cc_sink sink)
{
    for (size_t at = 0, length; at < findings->length; at += length + 1) {
        length = strlen(findings->data + at);
        if (!sink.write(sink.ud, findings->data + at, length)) return false;
    }
    return true;
}

bool cc_lint_rules(cc_engine *engine, const char *path, cc_sink sink, size_t *ret_found)
{
    struct text out;
    struct linting *l = engine->allocator->allocate(engine->allocator->ud, NULL, 0, sizeof *l);
    if (!l) return engine_say(engine, CODE_MEMORY, NULL, 0, NULL, "no memory was left for lint"), false;
    *l = (struct linting){ .engine = engine, .out = &out };
    text_init(&out, engine->allocator, (size_t)16 << 20);
    text_init(&l->text, engine->allocator, FILE_LIMIT);
    text_init(&l->libs, engine->allocator, (size_t)16 << 20);
    read_libs(l, path);
    for (size_t i = 0; i < engine->rule_count; i++) {
        const struct rule *rule = engine_rule(engine, i);
        if (!rule || rule->error) continue; /* which was said */
        lint_rule(l, rule);
        lint_test(l, rule);
    }
    *ret_found = l->found;
    bool memory = out.failed || l->libs.failed, well = !memory;
    if (memory) engine_say(engine, CODE_MEMORY, NULL, 0, NULL, "no memory was left for lint");
    else if (!write_each(&out, sink))
        well = false, engine_say(engine, CODE_IO, NULL, 0, NULL, "the output cannot be written");
    text_free(&out);
    text_free(&l->text);
    text_free(&l->libs);
    engine->allocator->allocate(engine->allocator->ud, l, sizeof *l, 0);
    return well;
}
