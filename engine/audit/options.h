/* options.h - what the caller asked for: dates, selection, params. */
#ifndef AUDIT_OPTIONS_H
#define AUDIT_OPTIONS_H

#include "audit/engine.h"

/* Reads the dates and checks params and globs against the rules. False after a diagnostic. law_as_of: DAY_MIN for none. */
bool options_read(struct cc_engine *, const struct facts *, const struct cc_options *, int32_t *ret_as_of,
                  int32_t *ret_law_as_of);
/* The caller's value of a param, in the param's unit. False: none was given. */
bool option_param_value(const struct cc_options *, const struct rule *, unsigned param, struct quantity *ret_value);
/* Puts the caller's value of a param in its place, if there is one. */
void option_param(const struct cc_options *, const struct rule *, unsigned param, struct params_at *);
bool option_has_jurisdiction(const struct cc_options *, const char *jurisdiction);
#endif
