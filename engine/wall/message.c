/* message.c - see message.h. */
#include "wall/message.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { HEAD = MESSAGE_HEAD, ROOM_FIRST = 80 * 1024 };

/* --- Making --- */

void packet_init(struct packet *p) { *p = (struct packet){ 0 }; }

void packet_bytes(struct packet *p, const void *bytes, size_t length)
{
    if (p->failed) return;
    if (length > p->room - p->length) {
        size_t room = p->room ? p->room : 256 - HEAD;
        while (room - p->length < length) room = 2 * room + HEAD;
        char *moved = realloc(p->piece, HEAD + room);
        if (!moved) {
            p->failed = true;
            return;
        }
        p->piece = moved, p->room = room;
    }
    if (length) memcpy(p->piece + HEAD + p->length, bytes, length);
    p->length += length;
}

void packet_number(struct packet *p, uint64_t number) { packet_bytes(p, &number, sizeof number); }

void packet_string(struct packet *p, const char *string)
{
    packet_bytes(p, string ? "+" : "-", 1);
    if (string) packet_bytes(p, string, strlen(string) + 1);
}

void packet_reset(struct packet *p) { p->length = 0, p->failed = false; }

void packet_free(struct packet *p)
{
    free(p->piece);
    *p = (struct packet){ 0 };
}

/* --- Taking --- */

struct taking taking_of(const struct message *m) { return (struct taking){ m->bytes, m->length, false }; }

static const char *take(struct taking *t, size_t length)
{
    if (t->failed || length > t->left) return t->failed = true, NULL;
    const char *at = t->at;
    t->at += length, t->left -= length;
    return at;
}

uint64_t take_number(struct taking *t)
{
    uint64_t number = 0;
    const char *at = take(t, sizeof number);
    if (at) memcpy(&number, at, sizeof number);
    return number;
}

const char *take_string(struct taking *t)
{
    const char *mark = take(t, 1);
    if (!mark || *mark == '-') return NULL;
    const char *end = *mark == '+' && t->left ? memchr(t->at, '\0', t->left) : NULL;
    if (!end) return t->failed = true, NULL;
    return take(t, (size_t)(end - t->at) + 1);
}

const char *take_bytes(struct taking *t, size_t length) { return take(t, length); }

const char *take_rest(struct taking *t, size_t *ret_length)
{
    *ret_length = t->failed ? 0 : t->left;
    return take(t, t->left);
}

bool taken_well(const struct taking *t) { return !t->failed && !t->left; }

/* --- The channel --- */

static bool send_bytes(int channel, const char *bytes, size_t length)
{
    while (length) {
        ssize_t n = write(channel, bytes, length);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        bytes += n, length -= (size_t)n;
    }
    return true;
}

const char *packet_framed(const struct packet *p, uint32_t kind, char bare[MESSAGE_HEAD], size_t *ret_length)
{
    char *piece = p->piece && !p->failed ? p->piece : bare;
    size_t length = piece == bare ? 0 : p->length;
    uint32_t head[2] = { kind, (uint32_t)length };
    if (length > UINT32_MAX) return NULL;
    memcpy(piece, head, HEAD);
    *ret_length = HEAD + length;
    return piece;
}

/* In one piece with its head: that is one wake-up of the other side instead of two. */
bool packet_send(int channel, const struct packet *p, uint32_t kind)
{
    char bare[HEAD];
    size_t length;
    const char *piece = packet_framed(p, kind, bare, &length);
    return piece && send_bytes(channel, piece, length);
}

static bool make_room(struct message_room *r, size_t needed)
{
    if (needed <= r->room) return true;
    char *moved = realloc(r->bytes, needed);
    if (!moved) return false;
    r->bytes = moved, r->room = needed;
    return true;
}

/* Questions and answers take turns, so that nothing of the next message can be there before this one is used. */
int message_receive(int channel, struct message_room *r, struct message *ret_message)
{
    uint32_t head[2] = { 0, 0 };
    if (!make_room(r, ROOM_FIRST)) return -2;
    ssize_t n = read(channel, r->bytes + r->used, r->room - r->used);
    if (n < 0 && (errno == EINTR || errno == EAGAIN)) return 0;
    if (n <= 0) return -1;
    r->used += (size_t)n;
    if (r->used < HEAD) return 0;
    memcpy(head, r->bytes, HEAD);
    if (head[1] > r->most || r->used > HEAD + (size_t)head[1]) return -2;
    if (r->used < HEAD + (size_t)head[1]) return make_room(r, HEAD + (size_t)head[1]) ? 0 : -2;
    *ret_message = (struct message){ head[0], r->bytes + HEAD, head[1] };
    r->used = 0;
    return 1;
}
