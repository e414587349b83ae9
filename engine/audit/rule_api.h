/* rule_api.h - what a rule may call and what lint says of it, for the rooms to the right, which do not know engine/lua. */
#ifndef AUDIT_RULE_API_H
#define AUDIT_RULE_API_H

#include "lua/api.h"
#include "lua/lint.h"
#endif
