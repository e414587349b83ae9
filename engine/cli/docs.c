/* docs.c - `docs --into FOLDER [PATH...]`: a page on each rule and each pack. A page that it wrote before is written anew; pages
 * of rules that there are no more stay, and so does what somebody else wrote. */
#include "cli/program.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

enum { PATH_ROOM = 1024 };

static bool make_folder(struct program *p, const char *path)
{
    if (mkdir(path, 0777) == 0 || errno == EEXIST) return true;
    speak_error(&p->speaker, "io", path, NULL, "the folder cannot be made: %s", strerror(errno));
    return false;
}

/* Is there no such file, or one that docs wrote before? */
static bool may_write(struct program *p, const char *path)
{
    static const char mark[] = "<!-- DO NOT EDIT: `" PROGRAM " docs`"; /* as each page begins */
    char begin[sizeof mark];
    FILE *file = fopen(path, "rb");
    if (!file) return true; /* what else is in the way is said when it is written */
    size_t length = fread(begin, 1, sizeof mark - 1, file);
    fclose(file);
    if (length == sizeof mark - 1 && memcmp(begin, mark, length) == 0) return true;
    speak_error(&p->speaker, "usage", path, NULL,
                "is no page that docs wrote, and is not overwritten: move it, or write --into another folder");
    return false;
}

/* name: a rule, a pack, or NULL for the index. */
static bool write_page(struct program *p, const char *path, const char *name)
{
    struct output out;
    if (!may_write(p, path)) return false;
    if (!output_open(&out, &p->speaker, path)) return false;
    if (cc_write_rule_page(p->engine, name, output_sink(&out))) return output_commit(&out);
    return output_commit(&out), false;
}

static bool write_pack(struct program *p, const char *folder, const char *pack)
{
    char path[PATH_ROOM];
    snprintf(path, sizeof path, "%.700s/%.200s", folder, pack);
    if (!make_folder(p, path)) return false;
    snprintf(path, sizeof path, "%.700s/%.200s/README.md", folder, pack);
    return write_page(p, path, pack);
}

/* Ids are sorted, so a pack is a run of them. */
static bool write_pages(struct program *p, const char *folder, size_t *ret_count)
{
    char path[PATH_ROOM], pack[256] = "";
    const char *id;
    snprintf(path, sizeof path, "%.700s/README.md", folder);
    if (!make_folder(p, folder) || !write_page(p, path, NULL)) return false;
    for (size_t i = 0; (id = cc_engine_rule_id(p->engine, i)) != NULL; i++) {
        const char *slash = strrchr(id, '/');
        size_t length = slash ? (size_t)(slash - id) : 0;
        bool by_path = strlen(id) > 4 && strcmp(id + strlen(id) - 4, ".lua") == 0; /* not loaded, which was said */
        if (!slash || by_path || length >= sizeof pack) continue;
        if (strlen(pack) != length || memcmp(pack, id, length) != 0) {
            snprintf(pack, sizeof pack, "%.*s", (int)length, id);
            if (!write_pack(p, folder, pack)) return false;
        }
        snprintf(path, sizeof path, "%.700s/%.300s.md", folder, id);
        if (!write_page(p, path, id)) return false;
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
    if (!folder || strlen(folder) > 700) {
        speak_error(&p->speaker, "usage", NULL, NULL,
                    folder ? "the path of --into is too long" : "docs wants --into FOLDER");
        return STATUS_WRONG;
    }
    if (!program_start(p)) return STATUS_WRONG;
    enum status status = program_load_rules(p, paths->count ? paths : NULL);
    if (status == STATUS_WRONG) return status;
    if (!write_pages(p, folder, &count)) return STATUS_WRONG;
    output_print(&p->out, "wrote pages on %zu rule%s into %s\n", count, count == 1 ? "" : "s", folder);
    return status;
}
