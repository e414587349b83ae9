/* gathered.c - see gathered.h. */
#define _DEFAULT_SOURCE /* realpath, d_type */
#include "cli/gathered.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef PATH_MAX
#define PATH_MAX 4096
#endif

/* Bytes, more than the library takes of any file; of all files, since links can make one folder many. */
enum { DEEPEST = 9, MOST_FOLDERS = 1000, FILE_MOST = 5 << 20, ALL_MOST = 256 << 20, ROOM = PATH_MAX + 300 };

/* --- Names --- */

/* Doubled slashes become one, the last goes. False: it is too long to be one. */
static bool plain(const char *path, char out[ROOM])
{
    size_t n = 0;
    for (; *path && n < ROOM - 1; path++)
        if (*path != '/' || !n || out[n - 1] != '/') out[n++] = *path;
    if (n > 1 && out[n - 1] == '/') n--;
    out[n] = '\0';
    return !*path;
}

static bool ends_in(const char *name, const char *end)
{
    size_t n = strlen(name), e = strlen(end);
    return n > e && !strcmp(name + n - e, end);
}

static bool is_rule_file(const char *name) { return !strcmp(name, "sources.json") || ends_in(name, ".lua"); }

static bool is_wanted(const struct gathered *g, const char *name)
{
    return is_rule_file(name) && (g->tests || !ends_in(name, "_test.lua"));
}

static bool lies_in(const char *folder, const char *path)
{
    size_t n = strlen(folder);
    return !strncmp(folder, path, n) && (path[n] == '/' || !path[n] || (n == 1 && *folder == '/'));
}

static void keep_name(struct gathered *g, struct values *v, const char *name)
{
    bool full = !(v->count & (v->count - 1)); /* room doubles at powers of two */
    const char **items = full ? realloc(v->items, (v->count ? 2 * v->count : 1) * sizeof *items) : v->items;
    char *copy = items ? strdup(name) : NULL;
    if (items) v->items = items;
    if (copy) v->items[v->count++] = copy;
    else g->no_memory = true;
}

static void say_left_out(struct gathered *g, const char *path)
{
    speak_line(g->speaker, "'%.200s' leads out of the folders of the rules; it is left out", path);
}

/* By its real name. Whatever else lies in a folder of rules is no business of a rule. */
static bool stays_inside(struct gathered *g, const char *path, bool is_folder)
{
    char real[PATH_MAX];
    bool is_real = realpath(path, real) != NULL;
    bool may = is_real && (is_folder || is_rule_file(strrchr(real, '/') + 1));
    for (size_t i = 0; may && i < g->roots.count; i++)
        if (lies_in(g->roots.items[i], real)) return true;
    if (is_real && g->beside) keep_name(g, &g->left_out, path);
    else if (is_real) keep_name(g, &g->told, path);
    return false;
}

/* --- Taking in --- */

static struct gathered_file *find(const struct gathered *g, const char *path)
{
    for (size_t i = 0; i < g->count; i++)
        if (!strcmp(g->files[i].path, path)) return &g->files[i];
    return NULL;
}

static struct gathered_file *add(struct gathered *g, const char *path, cc_file_kind kind)
{
    if (g->count == g->room) {
        size_t room = g->room ? 2 * g->room : 64;
        struct gathered_file *moved = realloc(g->files, room * sizeof *moved);
        if (!moved) return g->no_memory = true, NULL;
        g->files = moved, g->room = room;
    }
    char *copy = strdup(path);
    if (!copy) return g->no_memory = true, NULL;
    g->files[g->count] = (struct gathered_file){ .path = copy, .kind = kind, .shipped = g->ours };
    if ((g->bytes += 2 * sizeof *g->files) > ALL_MOST) g->no_memory = true;
    return &g->files[g->count++];
}

static bool make_room(struct gathered *g, struct gathered_file *f, size_t more)
{
    if (f->bytes && more <= f->room - f->length) return true;
    size_t room = f->length + more > 2 * f->room ? f->length + more : 2 * f->room;
    char *moved = realloc(f->bytes, room);
    if (!moved) return !(g->no_memory = true);
    f->bytes = moved, f->room = room;
    return true;
}

static void forget_bytes(struct gathered_file *f)
{
    free(f->bytes);
    f->bytes = NULL, f->length = f->room = 0;
}

/* Room for one byte more than there are, so that the end is met without growing. What cannot be read has no bytes. */
static void read_bytes(struct gathered *g, struct gathered_file *f, int fd, size_t expected)
{
    ssize_t n = 1;
    if (!make_room(g, f, expected < FILE_MOST ? expected + 1 : FILE_MOST)) return;
    while (n > 0 && f->length <= FILE_MOST && make_room(g, f, 1)) {
        n = read(fd, f->bytes + f->length, f->room - f->length);
        if (n > 0) f->length += (size_t)n;
        if (n > 0 && f->length == expected) n = 0; /* that was all: nobody need ask whether more comes */
        else if (n < 0 && errno == EINTR) n = 1;
    }
    if ((g->bytes += f->length) > ALL_MOST) g->no_memory = true;
    if (n != 0) forget_bytes(f);
}

/* A link that is named like a rule, to what is not: as the engine has it (audit/system_files.c). */
static bool leads_astray(const char *path)
{
    char real[PATH_MAX];
    struct stat st;
    const char *slash = strrchr(path, '/');
    return is_rule_file(slash ? slash + 1 : path) && !lstat(path, &st) && S_ISLNK(st.st_mode) && realpath(path, real) &&
           !is_rule_file(strrchr(real, '/') + 1);
}

static void take_file(struct gathered *g, const char *path, bool follow)
{
    struct stat st;
    struct gathered_file *f = add(g, path, CC_OTHER_FILE);
    int fd = f && !(follow && leads_astray(path))
                 ? open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | (follow ? 0 : O_NOFOLLOW))
                 : -1;
    if (f && fd < 0) f->kind = CC_FILE; /* reading it fails, and says so */
    if (fd < 0) return;
    if (!fstat(fd, &st) && S_ISREG(st.st_mode)) f->kind = CC_FILE, read_bytes(g, f, fd, (size_t)st.st_size);
    close(fd);
}

static bool take_folder(struct gathered *, const char *path, int depth);

/* As the engine has it (audit/system_files.c): also a link that cannot be followed. */
static bool leads_to_folder(const char *path, const char *name)
{
    struct stat st;
    if (stat(path, &st)) return errno != ENOENT || !strchr(name, '.');
    return S_ISDIR(st.st_mode);
}

/* True: it is a folder that was taken in, or would have been, did it not lead out: it has a name and no more, and whoever wants
 * its rules cannot have them. */
static bool take_name(struct gathered *g, const char *path, const char *name, int type, int depth)
{
    bool follow = type != DT_REG && type != DT_DIR;
    bool is_folder = type == DT_DIR || (follow && leads_to_folder(path, name));
    if (!is_folder && !is_wanted(g, name)) return false;
    if (is_folder && g->in_lib && depth) return true; /* no rule can name what lies in it */
    if (follow && !stays_inside(g, path, is_folder)) return is_folder;
    bool ours = g->ours, taken = false;
    g->ours = ours && !follow; /* whatever it leads to */
    if (!is_folder) take_file(g, path, follow);
    else taken = depth < DEEPEST && take_folder(g, path, depth + 1);
    g->ours = ours;
    return taken;
}

/* lib/ of a folder: what it holds is no rule. That of the folder that was named is taken in by itself (take_shared), others are
 * required by nobody. */
static bool is_lib(const char *path, const char *name, int type)
{
    return !strcmp(name, "lib") && (type == DT_DIR || (type != DT_REG && leads_to_folder(path, name)));
}

/* A folder that cannot be read has no names; where it lies in another, neither has that one, as the engine has it. */
static bool take_folder(struct gathered *g, const char *path, int depth)
{
    struct gathered_file names = { 0 };
    size_t place = g->count;
    if (find(g, path) || ++g->folders > MOST_FOLDERS || !add(g, path, CC_FOLDER)) return true;
    DIR *open = opendir(path);
    struct dirent *entry;
    while (errno = 0, open && !g->no_memory && g->folders <= MOST_FOLDERS && (entry = readdir(open))) {
        char child[ROOM];
        size_t n = strlen(entry->d_name);
        if (*entry->d_name == '.') continue;
        bool fits = snprintf(child, sizeof child, "%s/%s", path, entry->d_name) < ROOM;
        bool is_folder = fits && (is_lib(child, entry->d_name, entry->d_type) ||
                                  take_name(g, child, entry->d_name, entry->d_type, depth));
        if (!make_room(g, &names, n + 2)) break;
        memcpy(names.bytes + names.length, entry->d_name, n);
        names.length += n;
        if (is_folder) names.bytes[names.length++] = '/';
        names.bytes[names.length++] = '\0';
    }
    bool whole = open && !errno && make_room(g, &names, 1);
    if (open) closedir(open);
    if (!whole) forget_bytes(&names);
    g->files[place].bytes = names.bytes, g->files[place].length = names.length;
    return true;
}

/* True: it was taken in before, by this name or by another, which stands for it from now on. */
static bool is_taken(struct gathered *g, const char *path, const struct stat *st)
{
    const char *of = NULL;
    for (size_t i = 0; i < g->shared_count && !of; i++)
        if (g->shared[i].device == st->st_dev && g->shared[i].inode == st->st_ino) of = g->shared[i].path;
    struct gathered_shared *moved = realloc(g->shared, (g->shared_count + 1) * sizeof *moved);
    char *copy = moved ? strdup(path) : NULL;
    if (moved) g->shared = moved;
    if (!copy) return g->no_memory = true;
    g->shared[g->shared_count++] = (struct gathered_shared){ copy, of, st->st_dev, st->st_ino };
    return of || find(g, path);
}

/* lib/ and sources.json of a folder, which need not be there. */
static void take_shared(struct gathered *g, const char *folder)
{
    static const char *const names[] = { "lib", "sources.json" };
    char path[ROOM], clean[ROOM];
    struct stat st, to;
    for (size_t i = 0; i < 2; i++) {
        if (snprintf(path, sizeof path, "%s/%s", folder, names[i]) >= ROOM || !plain(path, clean)) continue;
        if (lstat(clean, &st)) continue;
        if (stat(clean, &to)) { /* nothing, or as the engine has it (audit/system_files.c): what cannot be looked at */
            if (errno != ENOENT && errno != ENOTDIR && !find(g, clean)) add(g, clean, CC_OTHER_FILE);
            continue;
        }
        if (is_taken(g, clean, &to)) continue;
        g->in_lib = true;
        take_name(g, clean, names[i], S_ISREG(st.st_mode) ? DT_REG : S_ISDIR(st.st_mode) ? DT_DIR : DT_LNK, 0);
        g->in_lib = false;
    }
}

/* Of x.lua its test, of x_test.lua the rule. */
static void take_sibling(struct gathered *g, const char *path)
{
    char sibling[ROOM];
    struct stat st;
    size_t n = strlen(path);
    if (ends_in(path, "_test.lua")) snprintf(sibling, sizeof sibling, "%.*s.lua", (int)(n - 9), path);
    else if (ends_in(path, ".lua")) snprintf(sibling, sizeof sibling, "%.*s_test.lua", (int)(n - 4), path);
    else return;
    if (!find(g, sibling) && !lstat(sibling, &st)) take_name(g, sibling, sibling, DT_LNK, 0);
}

/* Links can make few folders many, and each is read before the wall stands. Too many: the folder has no names, so that it cannot
 * be loaded. */
static void take_top(struct gathered *g, const char *path)
{
    take_folder(g, path, 0);
    struct gathered_file *top = g->folders > MOST_FOLDERS ? find(g, path) : NULL;
    if (!top) return;
    forget_bytes(top);
    speak_line(g->speaker, "'%.200s' has more than 1000 folders, with those that links lead to; it is left out", path);
}

bool path_is_shipped(const char *shipped, const char *path)
{
    char real[PATH_MAX], folder[PATH_MAX];
    struct stat st;
    if (!shipped || !realpath(path, real) || !lies_in(shipped, real) || stat(path, &st)) return false;
    if (S_ISDIR(st.st_mode)) return true;
    const char *slash = strrchr(path, '/');
    size_t n = slash ? (size_t)(slash - path) : 1;
    if (lstat(path, &st) || S_ISLNK(st.st_mode) || n >= sizeof folder) return false;
    snprintf(folder, sizeof folder, "%.*s", (int)(n ? n : 1), slash ? path : ".");
    return realpath(folder, real) && lies_in(shipped, real);
}

static void take_named(struct gathered *g, const char *path)
{
    char clean[ROOM], beside[ROOM];
    struct stat st;
    if (!plain(path, clean)) return;
    g->folders = 0;
    g->ours = path_is_shipped(g->shipped, clean);
    if (stat(clean, &st)) {
        int error = errno;
        struct gathered_file *f = add(g, clean, error == ENOENT || error == ENOTDIR ? CC_NO_FILE : CC_OTHER_FILE);
        if (f) f->error = error;
        return;
    }
    if (S_ISDIR(st.st_mode)) take_top(g, clean);
    else {
        char *slash = strrchr(clean, '/');
        if (!find(g, clean)) take_file(g, clean, true);
        take_sibling(g, clean);
        if (slash) *slash = '\0';
        else strcpy(clean, ".");
    }
    take_shared(g, clean);
    g->beside = true;
    if (snprintf(beside, sizeof beside, "%s/..", clean) < ROOM) take_shared(g, beside);
    g->beside = false;
}

/* --- From outside --- */

static void allow(struct gathered *g, const char *path)
{
    static const char *const beside[] = { "lib", "sources.json" };
    char real[PATH_MAX], other[ROOM];
    struct stat st;
    if (!realpath(path, real)) return;
    char *slash = strrchr(real, '/');
    if (!stat(real, &st) && !S_ISDIR(st.st_mode)) slash[slash == real] = '\0'; /* its folder */
    keep_name(g, &g->roots, real);
    if ((slash = strrchr(real, '/'))) *slash = '\0';
    for (size_t i = 0; i < 2; i++)
        if (snprintf(other, sizeof other, "%s/%s", real, beside[i]) < ROOM) keep_name(g, &g->roots, other);
}

void gathered_add(struct gathered *g, const char *path)
{
    allow(g, path);
    keep_name(g, &g->named, path);
}

void gathered_add_shipped(struct gathered *g, const char *folder)
{
    allow(g, folder);
    g->shipped = folder;
}

static int by_path(const void *a, const void *b)
{
    const struct gathered_file *x = a, *y = b;
    return strcmp(x->path, y->path);
}

static int by_name(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

bool gathered_close(struct gathered *g)
{
    for (size_t i = 0; i < g->named.count; i++) take_named(g, g->named.items[i]);
    g->beside = true;
    if (g->shipped) take_shared(g, g->shipped);
    if (g->count) qsort(g->files, g->count, sizeof *g->files, by_path);
    struct values *lists[] = { &g->told, &g->left_out };
    for (size_t i = 0; i < 2; i++)
        if (lists[i]->count) qsort(lists[i]->items, lists[i]->count, sizeof *lists[i]->items, by_name);
    for (size_t i = 0; i < g->told.count; i++)
        if (!i || strcmp(g->told.items[i], g->told.items[i - 1])) say_left_out(g, g->told.items[i]);
    g->said = calloc(g->left_out.count + 1, sizeof *g->said);
    return g->said && !g->no_memory;
}

/* --- From memory --- */

/* By its first name. False: it is too long to be one. */
static bool first_name(const struct gathered *g, const char *path, char out[ROOM])
{
    char clean[ROOM];
    if (!plain(path, clean)) return false;
    for (size_t i = 0; i < g->shared_count; i++) {
        const struct gathered_shared *s = &g->shared[i];
        if (s->of && lies_in(s->path, clean)) return snprintf(out, ROOM, "%s%s", s->of, clean + strlen(s->path)) < ROOM;
    }
    strcpy(out, clean);
    return true;
}

static const struct gathered_file *look_up(const struct gathered *g, const char *path)
{
    char name[ROOM];
    const struct gathered_file sought = { .path = name };
    if (!g->count || !first_name(g, path, name)) return NULL;
    return bsearch(&sought, g->files, g->count, sizeof *g->files, by_path);
}

static cc_file_kind kind(void *ud, const char *path)
{
    const struct gathered_file *f = look_up(ud, path);
    return f ? f->kind : CC_NO_FILE;
}

static bool serve(const struct gathered_file *f, cc_file_kind wanted, cc_sink sink)
{
    return f && f->kind == wanted && f->bytes && (!f->length || sink.write(sink.ud, f->bytes, f->length));
}
static bool list(void *ud, const char *folder, cc_sink names) { return serve(look_up(ud, folder), CC_FOLDER, names); }

/* A rule asked for what lies in, or is, a link beside the folders that were named: it is told of now, once. */
static void tell_of(struct gathered *g, char name[ROOM])
{
    for (size_t n = strlen(name); n; n--) { /* each folder on the way */
        if (name[n] && name[n] != '/') continue;
        name[n] = '\0';
        const char *sought = name, **items = g->left_out.items;
        const char **found = bsearch(&sought, items, g->left_out.count, sizeof *items, by_name);
        if (found && !g->said[found - items]) g->said[found - items] = true, say_left_out(g, name);
    }
}

static bool read_rule(void *ud, const char *path, cc_sink bytes)
{
    struct gathered *g = ud;
    char name[ROOM];
    const struct gathered_file *f = look_up(g, path);
    if (!f && g->left_out.count && first_name(g, path, name)) tell_of(g, name);
    return serve(f, CC_FILE, bytes);
}

bool gathered_is_shipped(const struct gathered *g, const char *path)
{
    const struct gathered_file *f = look_up(g, path);
    return f && f->shipped;
}

int gathered_error(const struct gathered *g, const char *path)
{
    const struct gathered_file *f = look_up(g, path);
    return f ? f->error : ENOENT;
}

cc_files gathered_files(struct gathered *g) { return (cc_files){ sizeof(cc_files), kind, list, read_rule, g }; }
