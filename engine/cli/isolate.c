/* isolate.c - see isolate.h. */
#include "cli/isolate.h"

#include "cli/gathered.h"
#include "cli/outside.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

/* --- Is a wall wanted? --- */

static bool is_foreign(struct program *p, const struct values *paths, size_t from)
{
    const char *shipped = program_shipped(p);
    for (size_t i = from; i < paths->count; i++)
        if (!path_is_shipped(shipped, paths->items[i])) return true;
    return false;
}

/* A configuration can name rules, and is read only later: it counts as if it did. */
static bool is_wanted(struct program *p)
{
    const struct request *q = &p->request;
    const char *when = option_value(q, OPTION_ISOLATE, "auto");
    bool loads = option_table[OPTION_ISOLATE].commands >> q->command & 1; /* rules, that is */
    if (!loads || !strcmp(when, "never")) return false;
    if (!strcmp(when, "always")) return true;
    return is_foreign(p, &q->given[OPTION_RULES], 0) || (operands_are_rules(q) && is_foreign(p, &q->operands, 0)) ||
           option_given(q, OPTION_CONFIG);
}

/* --- The child --- */

static void run_inside(struct wall *wall, void *ud)
{
    struct outside *o = ud;
    struct program *p = o->program;
    struct inside inside = {
        .wall = wall, .program = p, .lost = o->lost, .lost_count = o->lost_count, .careful = o->careful
    };
    p->speaker.inside = &inside;
    output_standard(&p->out, &p->speaker);
    enum status status = o->command(p);
    if (!output_commit(&p->out) || p->speaker.usage || p->speaker.memory) status = STATUS_WRONG;
    inside_end(&inside, status);
}

/* --- The parent --- */

static enum status no_process(struct outside *o, int error)
{
    struct speaker *s = &o->program->speaker;
    if (o->always || o->acted) {
        speak_error(s, o->acted ? "memory" : "usage", NULL, NULL, "--isolate: there is no second wall: %s",
                    strerror(error));
        return STATUS_WRONG;
    }
    speak_line(s, "the rules run without the second wall: %s", strerror(error));
    return o->command(o->program);
}

/* Such a run has no rule to leave out: one that takes without end has claimed progress, and so lied about where it is. */
static bool took_too_much(const struct wall_end *end)
{
    return end->cause == WALL_ALL_BYTES || end->cause == WALL_ALL_SECONDS;
}

/* By the system, for want of memory, or by somebody else, which no rule can bring about: it is done anew before anybody is
 * blamed. */
static bool was_killed(struct outside *o, const struct wall_end *end)
{
    if (end->cause != WALL_SIGNAL || end->detail != SIGKILL || o->differs || o->killed_at == end->at + 1) return false;
    if (o->runs > LOST_MOST) return false;
    o->killed_at = end->at + 1;
    return true;
}

/* False: there is nothing that could be left out. */
static bool lose(struct outside *o, char why[REASON_ROOM])
{
    const struct wall_end *end = &o->wall.end;
    wall_describe(end, &wall_limits, why, REASON_ROOM);
    if (end->cause == WALL_MEMORY && !o->careful && !o->differs) return o->careful = true;
    if (took_too_much(end)) return false;
    if (was_killed(o, end)) return true;
    if (o->differs || !end->at || o->lost_count == LOST_MOST) return false;
    for (size_t i = 0; i < o->lost_count; i++)
        if (o->lost[i].number == end->at) return false;
    struct lost *lost = &o->lost[o->lost_count++];
    lost->number = end->at;
    snprintf(lost->reason, sizeof lost->reason, "stopped by the second wall: %.120s", why);
    return true;
}

static enum status give_up(struct outside *o, const char *why)
{
    struct speaker *s = &o->program->speaker;
    if (o->differs)
        speak_error(s, "limit", NULL, NULL,
                    "the work behind the second wall could not be done anew: a second run of it says something else");
    else if (took_too_much(&o->wall.end)) speak_error(s, "limit", NULL, NULL, "the second wall ended the run: %s", why);
    else speak_error(s, "limit", NULL, NULL, "stopped by the second wall, and not by a rule: %s", why);
    return STATUS_WRONG;
}

enum status isolate(struct program *p, command_function *command)
{
    struct outside o = { .command = command };
    char why[REASON_ROOM];
    enum status status = STATUS_WRONG;
    if (!is_wanted(p)) return command(p);
    o.always = !strcmp(option_value(&p->request, OPTION_ISOLATE, "auto"), "always");
    bool notices = p->speaker.notices;
    for (bool going = outside_open(&o, p); going;) {
        struct message question;
        o.asked = o.digest = o.opened = o.next = o.handed = 0, o.sealed = false, o.runs++;
        if (!wall_start(&o.wall, &wall_limits, run_inside, &o)) {
            status = no_process(&o, errno);
            break;
        }
        o.wall.before = o.spent;
        p->speaker.notices = true; /* which of them are shown is decided inside */
        while (wall_receive(&o.wall, &question)) outside_answer(&o, &question);
        p->speaker.notices = notices;
        speaker_clear(&p->speaker);
        o.spent += o.wall.spent;
        going = !o.ended && lose(&o, why);
        if (o.ended) status = (enum status)o.status;
        else if (!going && !o.refused) status = give_up(&o, why);
        wall_free(&o.wall);
    }
    outside_close(&o);
    return status;
}
