/* evaluate.h - one element, one subject: the three-valued logic of DESIGN 3.6 and 4. */
#ifndef AUDIT_EVALUATE_H
#define AUDIT_EVALUATE_H

#include "audit/engine.h"

struct evaluation {
    struct machine *machine;
    struct cc_audit *audit;
    const struct rule *rule;
    struct finding *finding;
    bool every_test;        /* ask also what comes after the test that decides */
    bool out_of_scope;      /* a dated param was read before its first row */
    uint64_t params_read;   /* by data forms, by number; functions: machine_params_read */
    struct failure failure; /* when a function below returned false */
};

/* Evaluates one element for the subject that the machine is at. False: the rule failed. */
bool evaluate_element(struct evaluation *, const struct element *, enum test_mode, const char *what, unsigned number,
                      struct element_result *);
/* Evaluates the subject of the finding: applies, elements, unless, up to what decides; sets the verdict. */
bool evaluate_subject(struct evaluation *);
/* The params on the day of the law: the hull of the rows in force over a range of days. */
void params_on(const struct rule *, struct quantity law, const struct cc_options *, struct params_at *ret_params);
#endif
