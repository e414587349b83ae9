/* rule_api.h - what a rule may call, for the rooms to the right, which do not know engine/lua: the tables of lua/api.h. */
#ifndef AUDIT_RULE_API_H
#define AUDIT_RULE_API_H

#include "lua/api.h"
#endif
