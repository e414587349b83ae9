/* settings.c - see settings.h. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "cli/settings.h"

#include "cli/input.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

void settings_today(char today[16])
{
    time_t now = time(NULL);
    struct tm utc;
    if (now == (time_t)-1 || !gmtime_r(&now, &utc) || !strftime(today, 16, "%Y-%m-%d", &utc)) *today = '\0';
}

cc_options settings_options(const struct program *p, const char *today)
{
    const struct request *q = &p->request;
    return (cc_options){
        .size = sizeof(cc_options),
        .as_of = option_value(q, OPTION_AS_OF, NULL),
        .today = *today ? today : NULL, /* else a case must say its date */
        .law_as_of = option_value(q, OPTION_LAW_AS_OF, NULL),
        .only = option_words(q, OPTION_ONLY),
        .skip = option_words(q, OPTION_SKIP),
        .jurisdictions = option_words(q, OPTION_JURISDICTION),
        .params = option_words(q, OPTION_PARAM),
    };
}

static cc_config *read_config(struct program *p, const char *path, bool local)
{
    struct input in;
    cc_config *config = NULL;
    const char *names[32];
    cc_words formats = { names, 0 };
    for (; formats.count < 32 && cc_format_name(formats.count); formats.count++)
        names[formats.count] = cc_format_name(formats.count);
    if (input_read(&in, &p->speaker, path))
        config = cc_config_read(p->engine, in.name, in.text, in.length, local, formats);
    input_free(&in);
    return config;
}

/* What lies in the working folder must not lead out of it by a link either. */
static bool stays_inside(struct program *p, const char *path)
{
    char folder[PATH_MAX], here[PATH_MAX], there[PATH_MAX];
    struct stat st;
    const char *slash = strrchr(path, '/');
    snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - path) : 1, slash ? path : ".");
    bool link = lstat(path, &st) == 0 && !S_ISREG(st.st_mode);
    if (!link && realpath(".", here) && realpath(folder, there)) {
        size_t n = strlen(here);
        if (!strncmp(here, there, n) && (there[n] == '/' || !there[n] || n == 1)) return true;
    }
    speak_error(&p->speaker, "io", SETTINGS_LOCAL, NULL,
                "'%.200s' leads out of the working folder, or is no ordinary file", path);
    return false;
}

/* Whoever asks for an audit may have written the configuration of the working folder, and files beside it that others wrote are
 * not theirs to lose: a report that it names makes a new file, or takes the place of an earlier report. */
static bool may_replace(struct program *p, const char *path)
{
    char begin[512];
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT) return true;
    ssize_t length = fd >= 0 ? read(fd, begin, sizeof begin) : 0;
    if (fd >= 0) close(fd);
    if (length > 0 && cc_report_begins(begin, (size_t)length)) return true;
    speak_error(
        &p->speaker, "usage", SETTINGS_LOCAL, NULL,
        "'%.200s' is there, and not known for an earlier report by how it begins: remove it, or name it by --output",
        path);
    return false;
}

/* Every file that a glob names, in the order of their names; a glob without one is an error, since facts that are not
 * found must not look like facts in which nothing was found. */
static bool add_glob(struct program *p, const char *pattern, bool local)
{
    glob_t found;
    int status = glob(pattern, 0, NULL, &found);
    bool well = status == 0;
    if (status == GLOB_NOMATCH) speak_error(&p->speaker, "io", pattern, NULL, "no file of facts has such a name");
    else if (status) speak_error(&p->speaker, "io", pattern, NULL, "cannot be looked for");
    for (size_t i = 0; well && local && i < found.gl_pathc; i++) well = stays_inside(p, found.gl_pathv[i]);
    for (size_t i = 0; well && i < found.gl_pathc; i++) {
        char *name = strdup(found.gl_pathv[i]);
        size_t count = p->globbed.count;
        const char **names = realloc(p->globbed.items, (count + 1) * sizeof *names);
        if (names) p->globbed.items = names;
        if (names && name) names[p->globbed.count++] = name;
        else
            speak_error(&p->speaker, "memory", NULL, NULL, "no memory for the names of files"), free(name),
                well = false;
    }
    if (status == 0) globfree(&found);
    for (size_t i = 0; i < p->globbed.count && well; i++) {
        bool there = false;
        for (size_t k = 0; k < p->request.operands.count; k++)
            there |= !strcmp(p->request.operands.items[k], p->globbed.items[i]);
        if (!there) well = operand_add(&p->request, &p->speaker, p->globbed.items[i]);
    }
    return well;
}

static bool add_facts(struct program *p, const cc_config *config, bool local)
{
    cc_words globs = cc_config_words(config, CC_CONFIG_FACTS);
    for (size_t i = 0; i < globs.count; i++)
        if (!add_glob(p, globs.items[i], local)) return false;
    return true;
}

/* "json=audit.json" is an --output, "text=-" the --format. */
static bool add_formats(struct program *p, const cc_config *config, bool local)
{
    static char format[32];
    struct request *q = &p->request;
    bool formats = !option_given(q, OPTION_FORMAT), outputs = !option_given(q, OPTION_OUTPUT);
    cc_words words = cc_config_words(config, CC_CONFIG_FORMATS);
    for (size_t i = 0; i < words.count; i++) {
        const char *word = words.items[i], *path = strchr(word, '=') + 1;
        bool standard = strcmp(path, "-") == 0;
        if (standard) snprintf(format, sizeof format, "%.*s", (int)(path - word) - 1, word);
        else if (outputs && local && !(stays_inside(p, path) && may_replace(p, path))) return false;
        if (standard && formats && !option_add(q, &p->speaker, OPTION_FORMAT, format, false)) return false;
        if (!standard && outputs && !option_add(q, &p->speaker, OPTION_OUTPUT, word, false)) return false;
    }
    return true;
}

/* Where an option was given, it stands instead; a param stands instead of the same param only. */
static bool add_trusted(struct program *p)
{
    static const struct {
        enum cc_config_key key;
        enum option option;
    } pairs[] = {
        { CC_CONFIG_RULES, OPTION_RULES },
        { CC_CONFIG_FAIL_ON, OPTION_FAIL_ON },
        { CC_CONFIG_FAIL_ON_UNKNOWN, OPTION_FAIL_ON_UNKNOWN },
        { CC_CONFIG_BASELINE, OPTION_BASELINE },
        { CC_CONFIG_ACCEPTED, OPTION_ACCEPTED },
    };
    struct request *q = &p->request;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        cc_words words = cc_config_words(p->config, pairs[i].key);
        bool given = option_given(q, pairs[i].option) || !(option_table[pairs[i].option].commands & (1U << q->command));
        for (size_t k = 0; k < words.count && !given; k++)
            if (!option_add(q, &p->speaker, pairs[i].option, words.items[k], false)) return false;
    }
    cc_words params = cc_config_words(p->config, CC_CONFIG_PARAMS);
    for (size_t i = params.count; i > 0; i--)
        if (!option_add(q, &p->speaker, OPTION_PARAM, params.items[i - 1], true)) return false;
    return true;
}

bool settings_read(struct program *p, bool local)
{
    const char *path = option_value(&p->request, OPTION_CONFIG, NULL);
    size_t operands = p->request.operands.count, own = p->request.command == COMMAND_ACCEPT; /* the fingerprint */
    struct stat st;
    local = local && lstat(SETTINGS_LOCAL, &st) == 0;
    if (path && !(p->config = read_config(p, path, false))) return false;
    if (local && !(p->local = read_config(p, SETTINGS_LOCAL, true))) return false;
    if (p->config && !(add_trusted(p) && add_formats(p, p->config, false))) return false;
    if (p->local && !add_formats(p, p->local, true)) return false;
    if (p->config && operands == own && !add_facts(p, p->config, false)) return false;
    if (p->local && p->request.operands.count == own && !add_facts(p, p->local, true)) return false;
    if (p->request.operands.count > own) return true;
    speak_error(&p->speaker, "usage", NULL, NULL, "no FILE was given; '" PROGRAM " --help' says what there is");
    return false;
}

bool settings_check(const struct program *p) { return !p->config || cc_config_check(p->config); }

bool settings_apply(const struct program *p, cc_audit *audit)
{
    cc_words params = option_words(&p->request, OPTION_PARAM);
    return (!p->config || cc_config_apply(p->config, audit, params)) &&
           (!p->local || cc_config_apply(p->local, audit, params));
}

void settings_free(struct program *p)
{
    for (size_t i = 0; i < p->globbed.count; i++) free((void *)(size_t)p->globbed.items[i]);
    free(p->globbed.items);
    cc_config_free(p->config);
    cc_config_free(p->local);
}
