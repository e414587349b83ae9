/* outside_files.c - the files that a command behind the wall is handed: facts that were named on the command line, rules in
 * the folders that were, and nothing else, whatever it asks for. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "cli/outside.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#ifndef PATH_MAX
#define PATH_MAX 4096
#endif

enum { RULE_MOST = 5 << 20 /* bytes; more than the library takes of any */ };

/* v->count: it is not. */
static size_t place_among(const struct values *v, const char *path)
{
    size_t i = 0;
    while (i < v->count && strcmp(v->items[i], path)) i++;
    return i;
}
static bool is_among(const struct values *v, const char *path) { return place_among(v, path) < v->count; }

static void add(struct outside *o, struct values *v, const char *path)
{
    if (is_among(v, path)) return;
    const char **items = realloc(v->items, (v->count + 1) * sizeof *items);
    char *copy = items ? strdup(path) : NULL;
    if (items) v->items = items;
    if (copy) v->items[v->count++] = copy;
    else speak_error(&o->program->speaker, "memory", NULL, NULL, "no memory for the names of files");
}

void outside_allow(struct outside *o, enum ask what, const char *path)
{
    char real[PATH_MAX];
    struct stat st;
    if (what == ASK_ALLOW_FACTS) {
        uint64_t *moved = realloc(o->identities, (o->facts.count + 1) * sizeof *moved);
        if (moved) o->identities = moved, moved[o->facts.count] = 0, add(o, &o->facts, path);
        return;
    }
    add(o, &o->named, path);
    if (!realpath(path, real)) return; /* it is said later that it is not there */
    char *slash = strrchr(real, '/');
    if (!stat(real, &st) && !S_ISDIR(st.st_mode)) slash[slash == real] = '\0'; /* its folder */
    add(o, &o->rules, real);
}

/* --- Facts --- */

static uint64_t identity(const struct stat *st)
{
    const uint64_t parts[] = { (uint64_t)st->st_dev, (uint64_t)st->st_ino, (uint64_t)st->st_size,
                               (uint64_t)st->st_mtim.tv_sec, (uint64_t)st->st_mtim.tv_nsec };
    uint64_t all = 1;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) all = (all ^ parts[i]) * UINT64_C(0x9E3779B97F4A7C15);
    return all ? all : 1;
}

/* Can it be read again? Then it must still be what it was when it was read before. */
static bool check_identity(struct outside *o, const char *path)
{
    struct stat st;
    size_t place = place_among(&o->facts, path);
    bool there = strcmp(path, "-") && !stat(path, &st);
    if (!there) return strcmp(path, "-") != 0;
    if (!S_ISREG(st.st_mode)) return false;
    uint64_t now = identity(&st);
    if (o->identities[place] && o->identities[place] != now) o->differs = true;
    o->identities[place] = now;
    return true;
}

static const struct input *kept(const struct outside *o, const char *path)
{
    for (size_t i = 0; i < o->kept_count; i++)
        if (!strcmp(o->kept[i].path, path)) return &o->kept[i];
    return NULL;
}

/* False: there is no memory; then a process that is lost takes the run with it. */
static bool keep(struct outside *o, const struct input *in, const char *path)
{
    struct input *moved = realloc(o->kept, (o->kept_count + 1) * sizeof *moved);
    if (!moved) return false;
    o->kept = moved;
    o->kept[o->kept_count] = *in;
    o->kept[o->kept_count++].path = o->facts.items[place_among(&o->facts, path)];
    return true;
}

static bool refuse(struct packet *answer, const char *code, const char *why)
{
    packet_string(answer, code), packet_string(answer, why);
    return false;
}

/* What is wrong is said inside, where the report of it is made. */
bool outside_facts(struct outside *o, const char *path, struct packet *answer)
{
    struct speaker reader = { .mute = true, .keeps = true };
    struct input in = { 0 };
    if (!is_among(&o->facts, path)) return refuse(answer, "io", "it was not named on the command line");
    bool again = check_identity(o, path);
    const struct input *before = again ? NULL : kept(o, path);
    if (before) return packet_bytes(answer, before->text, before->length), true;
    bool well = input_read(&in, &reader, path);
    if (well) packet_bytes(answer, in.text, in.length);
    else
        refuse(answer, reader.kept_count ? reader.kept->code : "memory",
               reader.kept_count ? reader.kept->message : "no memory");
    if (!well || again || !keep(o, &in, path)) input_free(&in);
    speaker_free(&reader);
    return well;
}

/* --- Rules --- */

static bool lies_in(const char *folder, const char *path)
{
    size_t n = strlen(folder);
    return !strncmp(folder, path, n) && (path[n] == '/' || !path[n] || (n == 1 && *folder == '/'));
}

/* The folder itself, and lib/ and sources.json beside it, by real names: no link leads elsewhere. */
static bool may_read(const struct outside *o, const char *real)
{
    for (size_t i = 0; i < o->rules.count; i++) {
        char beside[PATH_MAX + 16];
        const char *folder = o->rules.items[i], *slash = strrchr(folder, '/');
        int above = slash ? (int)(slash - folder) : 0;
        if (lies_in(folder, real)) return true;
        snprintf(beside, sizeof beside, "%.*s/lib", above, folder);
        if (lies_in(beside, real)) return true;
        snprintf(beside, sizeof beside, "%.*s/sources.json", above, folder);
        if (!strcmp(beside, real)) return true;
    }
    return false;
}

/* Whatever else lies in such a folder is no business of a rule. */
static bool is_rule_file(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    size_t n = strlen(name);
    return !strcmp(name, "sources.json") || (n > 4 && !strcmp(name + n - 4, ".lua"));
}

/* Of a name that stands for nothing, whether that may be known: in a folder of rules, or in the one above it. */
static bool may_miss(const struct outside *o, const char *path)
{
    char folder[PATH_MAX], real[PATH_MAX];
    const char *slash = strrchr(path, '/');
    snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - path) : 1, slash ? path : ".");
    if (is_among(&o->named, path)) return true;
    if (!realpath(folder, real)) return false;
    for (size_t i = 0; i < o->rules.count; i++) {
        const char *rules = o->rules.items[i], *above = strrchr(rules, '/');
        size_t n = above ? (size_t)(above - rules) : 0;
        if (lies_in(rules, real) || (strlen(real) == n && !strncmp(real, rules, n))) return true;
    }
    return false;
}

static bool no(struct packet *answer, int error) { return packet_number(answer, (uint64_t)error), false; }

/* A link that leads out is worth a line: without the wall it would have been followed. */
static void tell(struct outside *o, const char *path)
{
    if (!o->told)
        speak_line(&o->program->speaker, "'%.200s' leads out of the folders of the rules; it is left out", path);
    o->told = true;
}

static bool into_packet(void *ud, const char *bytes, size_t length)
{
    struct packet *p = ud;
    packet_bytes(p, bytes, length);
    return !p->failed && p->length <= RULE_MOST;
}

bool outside_rules(struct outside *o, enum ask what, const char *path, struct packet *answer)
{
    const cc_files *files = cc_system_files();
    char real[PATH_MAX];
    cc_file_kind kind = files->kind(files->ud, path);
    if (!realpath(path, real)) return no(answer, may_miss(o, path) ? ENOENT : EACCES);
    if (!may_read(o, real) || (kind == CC_FILE && !is_rule_file(real) && !is_among(&o->named, path)))
        return tell(o, path), no(answer, EACCES);
    if (what == ASK_KIND) return packet_number(answer, kind), true;
    if (what == ASK_LIST && files->list(files->ud, path, (cc_sink){ into_packet, answer })) return true;
    if (what == ASK_READ && files->read(files->ud, path, (cc_sink){ into_packet, answer })) return true;
    return no(answer, EINVAL);
}
