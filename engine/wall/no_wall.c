/* no_wall.c - in the place of wall.c and seal.c where the system is not Linux: there is no wall. */
#include "wall/wall.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

bool wall_start(struct wall *w, const struct wall_limits *limits, wall_function *inside, void *ud)
{
    (void)inside, (void)ud;
    *w = (struct wall){ .channel = -1, .child = -1, .limits = limits };
    errno = ENOSYS;
    return false;
}

/* None of these is called without a child. */
bool wall_receive(struct wall *w, struct message *ret_question) { return (void)w, (void)ret_question, false; }
void wall_answer(struct wall *w, const struct packet *answer, uint32_t kind) { (void)w, (void)answer, (void)kind; }
void wall_allow(struct wall *w, struct wall_sum more) { (void)w, (void)more; }
void wall_refuse(struct wall *w) { (void)w; }
void wall_free(struct wall *w) { (void)w; }
const char *wall_seal(struct wall *w) { return (void)w, "the system is not Linux"; }
void wall_at(struct wall *w, uint64_t number) { (void)w, (void)number; }
uint64_t wall_memory(void) { return 0; }
void wall_ask(struct wall *w, const struct packet *question, uint32_t kind, struct message *ret_answer)
{
    (void)w, (void)question, (void)kind;
    *ret_answer = (struct message){ 0 };
}
void wall_end_for_memory(struct wall *w)
{
    (void)w;
    exit(EXIT_FAILURE);
}
void wall_describe(const struct wall_end *end, const struct wall_limits *limits, char *out, size_t size)
{
    (void)end, (void)limits;
    snprintf(out, size, "there is no wall");
}
