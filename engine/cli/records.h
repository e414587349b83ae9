/* records.h - the files that outlive a run: a baseline that is read, one that is written, accepted risks. */
#ifndef CLI_RECORDS_H
#define CLI_RECORDS_H

#include "cli/program.h"

struct records {
    struct program *program;
    cc_baseline *baseline, *written; /* NULL: not asked for */
    cc_accepted *accepted;
    struct output out; /* of --write-baseline */
    char today[16];
};

/* Is the path one of the facts, of the files of rules that were named, or the configuration of the working folder? Then
 * nothing is written there. */
bool is_read(const struct request *, const char *path);
/* Reads what is asked for, and sees that what is to be written can be. False: it was said. records_close in any case. */
bool records_open(struct records *, struct program *);
/* To an audit, before it is reported. */
bool records_apply(struct records *, cc_audit *);
/* keep: the new baseline takes its place; else the one that was there before stays. */
bool records_close(struct records *, bool keep);
/* The file of accepted risks; a missing one is empty where `anew`. NULL: it was said what is wrong. */
cc_accepted *records_read_accepted(struct program *, const char *path, bool anew);
#endif
