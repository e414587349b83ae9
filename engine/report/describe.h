/* describe.h - a rule told without a case: what each element asks of the facts, in words and as a list of fields. */
#ifndef REPORT_DESCRIBE_H
#define REPORT_DESCRIBE_H

#include "audit/audit.h"

/* A text of a rule without a subject: "the investor supplies [share] of [market], at or above 20 %", with a capital. The
 * element is the one whose text it is; NULL: none. */
void add_bare(struct text *, const struct rule *, const struct phrase *, const struct element *);
/* "agreements with type exclusivity or veto, holder the investor" */
void add_query_form(struct text *, const struct rule *, const struct query_form *);
/* One value of a param, "119.5 million USD from 6 March 2024". */
void add_param_value(struct text *, const struct param_value *);
/* The values of a param, "20 %" or "119.5 million USD from 6 March 2024, ..." */
void add_param_values(struct text *, const struct param *);
/* Appends "FTC staff report, 17 January 2025: key terms (direct)". */
void add_basis(struct text *, const struct basis *);
/* "2024-04" as "April 2024"; what is no date stays as it is. */
void add_written_date(struct text *, const char *date);
/* "any one of", "at least 2 of"; NULL: no group. */
const char *group_words(const struct element *, struct text *scratch);

/* Which fields of which kinds the data forms of a rule ask for. Functions ask for more, which only they know. */
struct asked {
    bool field[FIELD_COUNT];
    bool kind[KIND_COUNT];
    unsigned functions; /* how many functions there are beside the data forms: tests and figures */
};
void rule_asks(const struct rule *, struct asked *ret_asked);
/* "agreements (type, holder, grantor)" of one kind. */
void add_asked(struct text *, const struct asked *, enum kind);

/* Calls `each` for every element of the rule, groups before their members. */
typedef void element_fn(void *ud, const struct element *);
void rule_elements(const struct rule *, element_fn *each, void *ud);
/* The part of an id before its last slash: "ftc-6b". */
size_t pack_length(const char *rule_id);
/* The distinct sources that rules cite, of those with this pack (NULL: all), and how many are verified. */
size_t cited_sources(const struct rule *const *rules, size_t count, const char *pack, size_t pack_size,
                     size_t *ret_verified);
#endif
