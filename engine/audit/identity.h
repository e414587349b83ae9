/* identity.h - what makes a finding the same finding on another day: its fingerprint, and its proof. */
#ifndef AUDIT_IDENTITY_H
#define AUDIT_IDENTITY_H

#include "audit/audit.h"

/* Roles in alphabetical order: their numbers. */
void roles_sorted(const struct rule *, unsigned *ret_roles);
/* fingerprint = rule id, case id, each role with the id that it is shown by. proof (reported findings) = a digest over kind,
 * id, field and value as read of the cited facts, the links, and filter and completeness of each absence; not over
 * counts, lines, sources, notes or dates of the run. False: no memory. */
bool finding_identify(struct cc_audit *, struct finding *);
#endif
