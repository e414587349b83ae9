/* isolate.h - runs a command in this process, or behind the wall.
 *
 * Which of the two --isolate says: always, never, or (auto) behind the wall wherever rules are loaded that did not come with
 * the program. Behind the wall the whole command runs in a child: rules are compiled there too, since that runs code of
 * theirs, and this process never sees more of a rule than the name of its file. It hands in facts, takes reports
 * and messages, and keeps count.
 *
 * When the child dies, the work begins anew in a fresh one, which leaves out the piece of work that the other was at (a
 * rule on a case; else a file) and names it as failed. What had been said and written before is repeated by the child and
 * dropped here; should it not be the same to the byte, the run fails instead: nothing is ever taken back or said twice.
 * Beginning anew costs time, but dying is rare: what a rule can do wrong in Lua ends in the first wall. And it needs nothing
 * of the state of a report, a baseline or an acceptance, whatever these are made of. */
#ifndef CLI_ISOLATE_H
#define CLI_ISOLATE_H

#include "cli/program.h"

typedef enum status command_function(struct program *);
enum status isolate(struct program *, command_function *);
#endif
