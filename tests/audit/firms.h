/* firms.h - two firms, of which one is well known and the other is not: for tests of the logic. */
#ifndef TESTS_AUDIT_FIRMS_H
#define TESTS_AUDIT_FIRMS_H

#include <stdio.h>

#include "audit/trial.h"

/* What else the case says goes in at %s. */
#define FIRMS                                                                                                               \
    "{'format':'compliance-facts/1','case':{'id':'t','title':'T','as_of':'2025-01-24','complete':[{'kind':'position'}]%s}," \
    "'entities':[{'id':'a','name':'A','activities':['cloud-provider']},{'id':'b','name':'B','activities':null}],"           \
    "'holdings':[{'holder':'a','entity':'b','stake':20,'control':'none'}],"                                                 \
    "'agreements':[{'id':'consult','type':'consultation','holder':'a','grantor':'b','from':'2025-01'}]}"

static inline void open_firms(struct trial *t)
{
    char json[2000];
    snprintf(json, sizeof json, FIRMS, "");
    trial_case(t, json);
}
#endif
