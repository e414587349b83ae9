/* message.h - what goes through the channel of a wall: a kind, a number and bytes, framed by their length.
 *
 *     struct packet p;                              struct taking t = taking_of(&message);
 *     packet_init(&p);                              uint64_t line = take_number(&t);
 *     packet_number(&p, line);                      const char *file = take_string(&t);
 *     packet_string(&p, file);    may be NULL       if (!taken_well(&t)) ... it was cut short, or goes on
 *     ... packet_send(channel, &p, kind), then
 *     packet_free(&p);
 *
 * A packet remembers failure (no memory); it is sent as if it were empty then. Strings are taken as they lie in the message, and
 * end in it. */
#ifndef WALL_MESSAGE_H
#define WALL_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct message {
    uint32_t kind;
    const char *bytes;
    size_t length;
};

struct packet {
    char *piece;         /* room for the head, then the bytes */
    size_t length, room; /* of the bytes */
    bool failed;
};
void packet_init(struct packet *);
void packet_bytes(struct packet *, const void *, size_t);
void packet_number(struct packet *, uint64_t);
void packet_string(struct packet *, const char *); /* NULL is told from "" */
/* False: the other side is gone. */
bool packet_send(int channel, const struct packet *, uint32_t kind);
/* The same in the hands of the caller: head and bytes, which live as long as the packet; bare: room where it has none. */
enum { MESSAGE_HEAD = 8 };
const char *packet_framed(const struct packet *, uint32_t kind, char bare[MESSAGE_HEAD], size_t *ret_length);
void packet_reset(struct packet *); /* empty again; keeps its room */
void packet_free(struct packet *);

struct taking {
    const char *at;
    size_t left;
    bool failed;
};
struct taking taking_of(const struct message *);
uint64_t take_number(struct taking *);
const char *take_string(struct taking *);
const char *take_bytes(struct taking *, size_t length);
/* All that is left. */
const char *take_rest(struct taking *, size_t *ret_length);
bool taken_well(const struct taking *); /* nothing was missing, nothing is left */

/* Where a message that is received lies. */
struct message_room {
    char *bytes;
    size_t room, most; /* most: a longer message is refused */
    size_t used;       /* bytes of the next message that are there already */
};
/* One read of what is there, or of nothing where the channel has a limit of time. 1: a message is whole; 0: it is not yet; -1: the
 * other side is gone; -2: it is longer than allowed, or there is no memory for it. */
int message_receive(int channel, struct message_room *, struct message *ret_message);
#endif
