/* outside_files.c - the files that a command behind the wall is handed: those that were named before it was sealed, on the command
 * line or in the audit that `verify` reads, and nothing else, whatever it asks for. */
#include "cli/outside.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { AHEAD_MOST = 160 * 1024 }; /* bytes in one answer, if there are several files in it */

/* --- Which they are --- */

/* Most are asked for in the order in which they were named. o->facts.count: it was not named. */
static size_t place_of(const struct outside *o, const char *path)
{
    size_t n = o->facts.count, i = o->next < n ? o->next : 0;
    for (size_t looked = 0; looked < n; looked++, i = i + 1 == n ? 0 : i + 1)
        if (!strcmp(o->facts.items[i], path)) return i;
    return n;
}

/* A fresh run names the same files once more. */
void outside_allow(struct outside *o, const char *path)
{
    size_t n = o->facts.count, place = o->runs > 1 ? place_of(o, path) : n;
    o->next = place + 1;
    if (place < n) return;
    if (n == o->facts_room) {
        size_t room = n ? 2 * n : 64;
        const char **items = realloc(o->facts.items, room * sizeof *items);
        if (items) o->facts.items = items;
        uint64_t *identities = items ? realloc(o->identities, room * sizeof *identities) : NULL;
        if (identities) o->identities = identities, o->facts_room = room;
    }
    char *copy = n < o->facts_room ? strdup(path) : NULL;
    if (copy) o->identities[n] = 0, o->facts.items[o->facts.count++] = copy;
    else speak_error(&o->program->speaker, "memory", NULL, NULL, "no memory for the names of files");
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

/* A file that was read before must still be what it was then. */
static void check_identity(struct outside *o, size_t place, const struct stat *st)
{
    uint64_t now = identity(st);
    if (o->identities[place] && o->identities[place] != now) o->differs = true;
    o->identities[place] = now;
}

/* Can it be read again? */
static bool can_be_read_again(struct outside *o, size_t place)
{
    struct stat st;
    const char *path = o->facts.items[place];
    bool there = strcmp(path, "-") && !stat(path, &st);
    if (!there) return strcmp(path, "-") != 0;
    if (!S_ISREG(st.st_mode)) return false;
    check_identity(o, place, &st);
    return true;
}

static const struct input *kept(const struct outside *o, const char *path)
{
    for (size_t i = 0; i < o->kept_count; i++)
        if (!strcmp(o->kept[i].path, path)) return &o->kept[i];
    return NULL;
}

/* False: there is no memory; then a process that is lost takes the run with it. */
static bool keep(struct outside *o, const struct input *in, size_t place)
{
    struct input *moved = realloc(o->kept, (o->kept_count + 1) * sizeof *moved);
    if (!moved) return false;
    o->kept = moved;
    o->kept[o->kept_count] = *in;
    o->kept[o->kept_count++].path = o->facts.items[place];
    return true;
}

static bool refuse(struct packet *answer, const char *code, const char *why)
{
    packet_string(answer, code), packet_string(answer, why);
    return false;
}

/* A file that is handed in is work, and has to be reported on by each output: rules may take more for it, far more than
 * the shipped ones do of the largest case. One that is asked for again is none; its bytes count as said, or a process could
 * have us read without end. */
static void allow_for(struct outside *o, size_t place, size_t length)
{
    enum { PER_BYTE = 256, PER_SECOND = 1024 };
    const struct wall_sum *more = &wall_limits.more;
    if (place < o->handed) {
        o->wall.said += length;
        return;
    }
    wall_allow(&o->wall, (struct wall_sum){ (more->bytes + PER_BYTE * (uint64_t)length) * o->stream_count,
                                            more->seconds + length / PER_SECOND });
    o->handed = place + 1;
}

static void hand_in(struct packet *answer, const char *path, const struct input *in)
{
    packet_string(answer, path), packet_number(answer, in->length), packet_bytes(answer, in->text, in->length);
}

/* What comes next and is small goes with it, which saves questions: they are dear where documents are many. */
static void hand_in_more(struct outside *o, struct packet *answer)
{
    struct stat st;
    for (; o->next < o->facts.count; o->next++) {
        struct speaker nobody = { .mute = true };
        struct input in = { 0 };
        const char *path = o->facts.items[o->next];
        bool fits = !stat(path, &st) && S_ISREG(st.st_mode) && answer->length < AHEAD_MOST &&
                    (uint64_t)st.st_size < AHEAD_MOST - answer->length;
        if (!fits) return;
        check_identity(o, o->next, &st);
        bool well = input_read(&in, &nobody, path);
        if (well) allow_for(o, o->next, in.length), hand_in(answer, path, &in);
        input_free(&in);
        if (!well) return; /* it is said when it is asked for */
    }
}

/* What is wrong is said inside, where the report of it is made. */
bool outside_facts(struct outside *o, const char *path, struct packet *answer)
{
    struct speaker reader = { .mute = true, .keeps = true };
    struct input in = { 0 };
    size_t place = place_of(o, path);
    if (place == o->facts.count) return refuse(answer, "io", "it was not named before");
    bool again = can_be_read_again(o, place);
    const struct input *before = again ? NULL : kept(o, path);
    if (before) return allow_for(o, place, before->length), hand_in(answer, path, before), true;
    bool well = input_read(&in, &reader, path);
    if (well) allow_for(o, place, in.length), hand_in(answer, path, &in);
    else
        refuse(answer, reader.kept_count ? reader.kept->code : "memory",
               reader.kept_count ? reader.kept->message : "no memory");
    if (!well || again || !keep(o, &in, place)) input_free(&in);
    speaker_free(&reader);
    o->next = place + 1;
    if (well && again) hand_in_more(o, answer);
    return well;
}
