/* docs.c - `docs --into FOLDER [PATH...]`: a page on each rule and each pack. A page that it wrote before is written anew; pages
 * of rules that there are no more stay, and so does what somebody else wrote. */
#include "cli/inside.h"
#include "cli/pages.h"

#include <stdlib.h>
#include <string.h>

/* The text of a page, on the heap: written at once when it is whole, so that nothing of it is written twice should the process
 * that makes it be lost. NULL: it could not be made, which was said. */
static bool grow(void *ud, const char *bytes, size_t length) { return fwrite(bytes, 1, length, ud) == length; }
static char *text_of(struct program *p, const char *rule, size_t *ret_length)
{
    char *text = NULL;
    FILE *out = open_memstream(&text, ret_length);
    bool well = out && cc_write_rule_page(p->engine, rule, (cc_sink){ grow, out });
    if (out && fclose(out)) well = false;
    if (!out) speak_error(&p->speaker, "memory", NULL, NULL, "no memory for a page");
    if (well) return text;
    free(text);
    return NULL;
}

/* rule: or a pack, or NULL for the index. */
static bool write_page(struct program *p, const char *name, const char *rule)
{
    struct output out;
    size_t length;
    char *text = text_of(p, rule, &length);
    bool behind = p->speaker.inside; /* then whoever is outside knows the folder */
    char *path = text && !behind ? page_path(p, name) : NULL;
    bool open = text && (behind ? output_page(&out, &p->speaker, name) : path && page_open(&out, p, path));
    bool well = open && output_sink(&out).write(&out, text, length);
    if (open && !output_commit(&out)) well = false;
    free(text), free(path);
    return well;
}

/* Ids are sorted, so a pack is a run of them. */
static bool write_pages(struct program *p, size_t *ret_count)
{
    char name[300], pack[256] = "";
    const char *id;
    if (!write_page(p, "README.md", NULL)) return false;
    for (size_t i = 0; (id = cc_engine_rule_id(p->engine, i)) != NULL; i++) {
        const char *slash = strrchr(id, '/');
        size_t length = slash ? (size_t)(slash - id) : 0;
        bool by_path = (strlen(id) > 4 && strcmp(id + strlen(id) - 4, ".lua") == 0) || /* not loaded, which was said */
                       (slash && !slash[1]);
        if (!slash || by_path || length >= sizeof pack) continue;
        if (strlen(pack) != length || memcmp(pack, id, length) != 0) {
            snprintf(pack, sizeof pack, "%.*s", (int)length, id);
            snprintf(name, sizeof name, "%.200s/README.md", pack);
            if (!write_page(p, name, pack)) return false;
        }
        snprintf(name, sizeof name, "%.200s.md", id);
        if (!write_page(p, name, id)) return false;
        *ret_count += 1;
    }
    return true;
}

enum status command_docs(struct program *p)
{
    const struct values *paths = &p->request.operands;
    const char *folder = option_value(&p->request, OPTION_INTO, NULL);
    size_t count = 0;
    cc_own_cjson();
    if (!folder || strlen(folder) > FOLDER_LONGEST) {
        speak_error(&p->speaker, "usage", NULL, NULL,
                    folder ? "the path of --into is too long" : "docs wants --into FOLDER");
        return STATUS_WRONG;
    }
    if (!program_start(p)) return STATUS_WRONG;
    enum status status = program_load_rules(p, paths->count ? paths : NULL);
    if (status == STATUS_WRONG) return status;
    if (!write_pages(p, &count)) return STATUS_WRONG;
    output_print(&p->out, "wrote pages on %zu rule%s into ", count, count == 1 ? "" : "s");
    output_name(&p->out, folder);
    output_print(&p->out, "\n");
    if (!inside_lost(&p->speaker)) return status;
    speak_line(&p->speaker,
               "the pages are incomplete: the second wall stopped %zu of the rules and tests that they show",
               inside_lost(&p->speaker));
    return worse_status(status, STATUS_INCOMPLETE);
}
