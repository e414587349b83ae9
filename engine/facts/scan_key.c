/* scan_key.c - no name twice in one object.
 *
 * Three steps, each rarer: a bit of the name's hash is new in the object; else the hashes of its names are walked; an
 * object with more than a few dozen names has a table, so that a file of one object of a million names is no trap. */
#include <string.h>

#include "facts/scan.h"

static const char *name_end(const char *p)
{
    for (; *p != '"'; p++)
        if (*p == '\\') p++;
    return p;
}

/* Equal hashes almost always mean equal names; the bytes decide. Without memory two escaped names count as equal only
 * if they are written alike. */
static bool same_name(struct scan *s, uint32_t one, uint32_t other)
{
    const char *a = s->text + one + 1, *b = s->text + other + 1, *a_end = name_end(a), *b_end = name_end(b);
    size_t a_room = (size_t)(a_end - a), b_room = (size_t)(b_end - b);
    if (a_room == b_room && memcmp(a, b, a_room) == 0) return true;
    if (!memchr(a, '\\', a_room) && !memchr(b, '\\', b_room)) return false;
    size_t room = a_room + b_room + 1;
    char *out = s->allocator->allocate(s->allocator->ud, NULL, 0, room);
    if (!out) return s->no_memory = s->broken = true, false;
    size_t a_size = scan_unescape(a, a_end, out), b_size = scan_unescape(b, b_end, out + a_size);
    bool same = a_size == b_size && memcmp(out, out + a_size, a_size) == 0;
    s->allocator->allocate(s->allocator->ud, out, room, 0);
    return same;
}

static void say_twice(struct scan *s, uint32_t at, uint32_t earlier)
{
    const char *name = s->text + at + 1;
    size_t length = (size_t)(name_end(name) - name);
    char quoted[256];
    uint32_t line, column;
    locate(s->text, (size_t)(s->end - s->text), earlier, &line, &column);
    diagnose(s->sink, CODE_DUPLICATE_KEY, (struct span){ at, (uint32_t)length + 2 }, NULL,
             "'%s' stands twice in one object, first on line %u", quotable(name, length, quoted, sizeof quoted), line);
}

/* Looks from slot to slot; returns the key that has this name, else NULL after entering the key when `enter`. */
static const struct scan_key *in_table(struct scan *s, struct scan_frame *f, uint32_t key, bool enter)
{
    const struct scan_key *keys = s->keys + f->first_key;
    uint32_t mask = f->slot_count - 1, i = keys[key].hash & mask;
    for (; f->slots[i]; i = (i + 1) & mask) {
        const struct scan_key *other = &keys[f->slots[i] - 1];
        if (other->hash == keys[key].hash && (!enter || same_name(s, keys[key].at, other->at))) {
            if (enter) return other;
        }
    }
    f->slots[i] = key + 1;
    return NULL;
}

static bool grow_table(struct scan *s, struct scan_frame *f, uint32_t count)
{
    uint32_t room = f->slot_count ? f->slot_count * 2 : SCAN_KEYS_WALKED * 4;
    uint32_t *slots = s->allocator->allocate(s->allocator->ud, NULL, 0, room * sizeof *slots);
    if (!slots) return s->no_memory = s->broken = true, false;
    memset(slots, 0, room * sizeof *slots);
    if (f->slots) s->allocator->allocate(s->allocator->ud, f->slots, f->slot_count * sizeof *slots, 0);
    f->slots = slots, f->slot_count = room;
    for (uint32_t i = 0; i < count; i++) in_table(s, f, i, false);
    return true;
}

bool scan_grow_keys(struct scan *s)
{
    size_t size = sizeof *s->keys, room = s->key_capacity * 2;
    bool own = s->keys != s->first_keys;
    struct scan_key *keys = s->allocator->allocate(s->allocator->ud, own ? s->keys : NULL,
                                                   own ? s->key_capacity * size : 0, room * size);
    if (!keys) return s->no_memory = s->broken = true, false;
    if (!own) memcpy(keys, s->first_keys, sizeof s->first_keys);
    s->keys = keys, s->key_capacity = room;
    return true;
}

static bool check_walking(struct scan *s, const struct scan_frame *f, uint32_t count)
{
    const struct scan_key *keys = s->keys + f->first_key, *key = &keys[count];
    for (uint32_t i = 0; i < count; i++)
        if (keys[i].hash == key->hash && same_name(s, key->at, keys[i].at)) {
            say_twice(s, key->at, keys[i].at);
            break;
        }
    return !s->no_memory;
}

static bool check_in_table(struct scan *s, struct scan_frame *f, uint32_t count)
{
    if ((count + 1) * 2 > f->slot_count && !grow_table(s, f, count)) return false;
    const struct scan_key *earlier = in_table(s, f, count, true);
    if (earlier) say_twice(s, s->keys[f->first_key + count].at, earlier->at);
    return !s->no_memory;
}

bool scan_key_check(struct scan *s, struct scan_frame *f)
{
    uint32_t count = (uint32_t)s->key_count - f->first_key;
    return count < SCAN_KEYS_WALKED ? check_walking(s, f, count) : check_in_table(s, f, count);
}

void scan_frame_close(struct scan *s, struct scan_frame *f)
{
    s->key_count = f->first_key;
    if (f->slots) s->allocator->allocate(s->allocator->ud, f->slots, f->slot_count * sizeof *f->slots, 0);
    f->slots = NULL, f->slot_count = 0;
}
