/* program.h - what every command is given, and what it gives back.
 *
 * A command is one file with one function, which returns an exit status; main commits standard output afterwards.
 *
 *     enum status command_schema(struct program *p)
 *     {
 *         if (!program_start(p)) return STATUS_WRONG;
 *         return cc_write_schema(p->engine, p->request.operands.items[0], output_sink(&p->out)) ? STATUS_CLEAN : STATUS_WRONG;
 *     } */
#ifndef CLI_PROGRAM_H
#define CLI_PROGRAM_H

#include "cli/options.h"
#include "cli/output.h"

enum status { STATUS_CLEAN, STATUS_FLAGGED, STATUS_WRONG, STATUS_INCOMPLETE };

struct program {
    const char *self; /* argv[0] */
    struct request request;
    struct speaker speaker;
    struct output out; /* standard output */
    bool color;        /* standard output is to have colours */
    unsigned width;    /* its columns; 0: as wide as the library likes */
    cc_engine *engine;
    char *shipped;             /* the rules that come with the program; NULL: not looked for, or not found */
    bool sought;               /* they were looked for */
    cc_config *config, *local; /* of --config, of the working folder; NULL: none. See settings.h */
    struct values globbed;     /* names of files that globs of theirs stand for, on the heap */
};

/* An engine without rules. False: it has been said. main frees it. */
bool program_start(struct program *);
/* The folder of the rules that come with the program; NULL: none was found. */
const char *program_shipped(struct program *);
/* The engine knows where the shipped rules are, and has the rules of --rules, of `paths`, or the shipped ones.
 * STATUS_INCOMPLETE: some could not be loaded; STATUS_WRONG: no use going on. Both have been said. */
enum status program_load_rules(struct program *, const struct values *paths);
/* Sets color and width: behind the wall nobody can be asked any more. */
void program_look(struct program *);
/* How a report on standard output looks. */
cc_report_options program_report_options(const struct program *);
/* Where several statuses apply: 2, then 3, then 1. */
enum status worse_status(enum status, enum status);

enum status command_check(struct program *);
enum status command_accept(struct program *);
enum status command_verify(struct program *);
enum status command_rules(struct program *);
enum status command_explain(struct program *);
enum status command_why(struct program *);
enum status command_timeline(struct program *);
enum status command_diff(struct program *);
enum status command_schema(struct program *);
enum status command_validate(struct program *);
enum status command_test(struct program *);
enum status command_lint(struct program *);
enum status command_trace(struct program *);
enum status command_docs(struct program *);
enum status command_new(struct program *);
enum status command_reference(struct program *);
enum status command_help(struct program *);

/* --help of a command, or of all; and the page that is made of the table. */
void help_print(struct output *, enum command);
void help_print_all(struct output *);
void help_print_reference(struct output *);
#endif
