/* program.c - an engine, its rules, and the surroundings: what most commands begin with. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "cli/inside.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef PATH_MAX
#define PATH_MAX 4096
#endif

enum status worse_status(enum status a, enum status b)
{
    static const int weight[] = {
        [STATUS_CLEAN] = 0, [STATUS_FLAGGED] = 1, [STATUS_INCOMPLETE] = 2, [STATUS_WRONG] = 3
    };
    return weight[a] >= weight[b] ? a : b;
}

bool program_start(struct program *p)
{
    if (!p->engine) p->engine = cc_engine_new(NULL, NULL, speak_diagnostic, &p->speaker);
    return p->engine != NULL;
}

/* --- The rules that come with the program --- */

/* The first program of that name in PATH, as the shell found it. */
static bool search_path(const char *name, char found[PATH_MAX])
{
    const char *path = getenv("PATH");
    for (size_t n; path && *path; path += n + (path[n] != '\0')) {
        char candidate[PATH_MAX];
        n = strcspn(path, ":");
        int length = snprintf(candidate, sizeof candidate, "%.*s/%s", (int)n, n ? path : ".", name);
        if (length > 0 && length < PATH_MAX && access(candidate, X_OK) == 0 && realpath(candidate, found)) return true;
    }
    return false;
}

static bool find_self(const char *self, char found[PATH_MAX])
{
    if (realpath("/proc/self/exe", found)) return true;
    if (!self || !*self) return false;
    return strchr(self, '/') ? realpath(self, found) != NULL : search_path(self, found);
}

static bool is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Beside the folder of the program: in the build tree rules/, in a prefix share/compliance-check/rules/. The folder in
 * which the user happens to be is never looked at: what is to be audited must not bring its own rules. */
static char *find_shipped(const char *self)
{
    static const char *const places[] = { "rules", "share/" PROGRAM "/rules" };
    char program[PATH_MAX], folder[PATH_MAX], lib[PATH_MAX];
    if (!find_self(self, program)) return NULL;
    for (int up = 0; up < 2; up++) { /* the name of the program, then its folder */
        char *slash = strrchr(program, '/');
        if (!slash) return NULL;
        *slash = '\0';
    }
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        int length = snprintf(folder, sizeof folder, "%s/%s", program, places[i]);
        if (length < 0 || length >= (int)sizeof folder) continue;
        length = snprintf(lib, sizeof lib, "%s/lib", folder);
        if (length < (int)sizeof lib && is_folder(lib)) return realpath(folder, NULL);
    }
    return NULL;
}

const char *program_shipped(struct program *p)
{
    if (!p->sought) p->shipped = find_shipped(p->self);
    p->sought = true;
    return p->shipped;
}

/* --- Loading --- */

static enum status load(struct program *p, const char *path)
{
    struct stat st;
    struct inside *inside = p->speaker.inside;
    int error = inside ? gathered_error(&inside->gathered, path) : stat(path, &st) ? errno : 0;
    if (error) { /* asked for, and not there: no audit without it */
        speak_error(&p->speaker, "io", path, NULL, "cannot be read: %s", strerror(error));
        return STATUS_WRONG;
    }
    if (cc_engine_load_rules(p->engine, path)) return STATUS_CLEAN;
    return p->speaker.memory ? STATUS_WRONG : STATUS_INCOMPLETE;
}

enum status program_load_rules(struct program *p, const struct values *paths)
{
    const char *shipped = program_shipped(p);
    if (shipped && !cc_engine_set_shipped(p->engine, shipped)) return STATUS_WRONG;
    if (option_given(&p->request, OPTION_RULES)) paths = &p->request.given[OPTION_RULES];
    if (!inside_seal(p, paths)) return STATUS_WRONG;
    enum status status = STATUS_CLEAN;
    for (size_t i = 0; paths && i < paths->count; i++) status = worse_status(status, load(p, paths->items[i]));
    if (paths && paths->count) return status;
    if (shipped) return load(p, shipped);
    speak_error(&p->speaker, "io", NULL, NULL,
                "no rules were found in ../rules or ../share/" PROGRAM
                "/rules of the program's folder; --rules PATH names some");
    return STATUS_WRONG;
}

/* --- The terminal --- */

/* COLUMNS, where a user or a script has set it, else what the terminal says; 0: as wide as the library likes. */
static unsigned terminal_width(void)
{
    const char *columns = getenv("COLUMNS");
    char *end = NULL;
    unsigned long wanted = columns && *columns >= '1' && *columns <= '9' ? strtoul(columns, &end, 10) : 0;
    if (wanted && !*end && wanted < 10000) return (unsigned)wanted;
    struct winsize size;
    return isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

void program_look(struct program *p)
{
    p->color = color_wanted(option_value(&p->request, OPTION_COLOR, "auto"), STDOUT_FILENO);
    p->width = terminal_width();
}

cc_report_options program_report_options(const struct program *p)
{
    return (cc_report_options){
        .size = sizeof(cc_report_options),
        .verbose = option_given(&p->request, OPTION_VERBOSE),
        .color = p->color,
        .width = p->width,
        .array = p->request.operands.count > 1,
    };
}
