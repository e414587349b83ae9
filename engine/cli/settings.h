/* settings.h - what is not on the command line: the configuration of --config, and the working folder's own.
 *
 * Both are turned into options, as if they had been given; those that were given win. A .compliance-check.json in the
 * working folder is part of what is audited, so it may only name facts and formats; all else it refuses. */
#ifndef CLI_SETTINGS_H
#define CLI_SETTINGS_H

#include "cli/program.h"

#define SETTINGS_LOCAL ".compliance-check.json"

/* After program_start. False: it was said what is wrong. */
bool settings_read(struct program *, bool local);
/* Once the rules are loaded: do they have what the configuration changes? */
bool settings_check(const struct program *);
/* The report says by what it was configured. */
bool settings_apply(const struct program *, cc_audit *);
void settings_free(struct program *);
/* How a case is audited, by the options given. Words live as long as the request; today as long as the caller keeps it. */
cc_options settings_options(const struct program *, const char *today);
/* Today in UTC, as YYYY-MM-DD; "" where the clock does not say. */
void settings_today(char today[16]);
#endif
