/* rule.h - a rule after loading: everything that a rule file says, as data. What only Lua can do is a function number
 * (a reference into the machine's registry). Rules live in the engine's arena and are immutable. */
#ifndef LUA_RULE_H
#define LUA_RULE_H

#include "facts/bibliography.h"
#include "facts/query.h"

enum { NO_FUNCTION = 0 }; /* no Lua function here */

enum operand_type { OPERAND_WORD, OPERAND_OWN_WORD, OPERAND_ROLE, OPERAND_FIGURE, OPERAND_PARAM };
struct operand {
    uint8_t type;
    uint16_t index;   /* of the role, figure or param */
    uint32_t word;    /* OPERAND_WORD: listed */
    const char *text; /* OPERAND_OWN_WORD: looked up in each case */
};
struct condition_form {
    uint16_t field;
    uint8_t type; /* enum condition_type; GROUPS stands for EXACTLY where the field refers to no entity */
    uint16_t count;
    const struct operand *operands;
    const uint32_t *words; /* the values, where all operands are listed words; else NULL */
    const char *id;
};
struct query_form {
    enum kind kind;
    uint16_t count;
    uint32_t operands;                       /* of all conditions */
    const struct condition_form *conditions; /* sorted by field name */
};

/* A text with placeholders: "{investor} supplies {share} of {market}, {>=} {cloud_share}". */
enum part_type { PART_TEXT, PART_ROLE, PART_FIGURE, PART_PARAM, PART_COMPARISON, PART_EACH, PART_PLURAL };
struct part {
    uint8_t type;
    uint16_t index;          /* role, figure, param; PART_PLURAL: of the figure (or param) that counts */
    uint8_t plural_type;     /* PART_PLURAL: PART_FIGURE or PART_PARAM */
    const char *text, *many; /* PART_TEXT; PART_PLURAL: one, many */
};
struct phrase {
    const char *source; /* as written: the key for other languages */
    uint64_t figures;   /* bit set: those that it names */
    uint16_t count;
    const struct part *parts;
};

enum support { SUPPORT_DIRECT, SUPPORT_REPORTED, SUPPORT_ANALOGY };
struct basis {
    const struct law_source *source;
    const char *at; /* may be NULL */
    uint8_t support;
};

enum element_form {
    ELEMENT_RECORDED,
    ELEMENT_NONE,
    ELEMENT_DOES,
    ELEMENT_COMPARE,
    ELEMENT_TEST,
    ELEMENT_ANY,
    ELEMENT_ALL,
    ELEMENT_NONE_OF,
    ELEMENT_AT_LEAST,
    ELEMENT_EACH
};
struct element {
    uint8_t form;
    uint32_t line; /* of its function in the rule's file; 0: it has none there. See element_line */
    struct phrase text;
    struct phrase no;          /* source NULL: none written */
    const char *at;            /* place in the source; may be NULL */
    const struct basis *basis; /* other sources than the rule's; may be none */
    uint16_t basis_count;
    uint16_t least; /* AT_LEAST, EACH */
    union {
        struct query_form query; /* RECORDED, NONE */
        struct {
            struct operand who;
            uint32_t activity;        /* listed word, or */
            const char *own_activity; /* the file's own */
        } does;
        struct {
            struct operand left, right; /* figure or param */
            uint8_t op;                 /* enum comparison */
        } compare;
        int function; /* TEST */
        struct {
            uint16_t count;
            const struct element *items;
        } group;
        struct {
            int list, function; /* registry references */
            uint16_t count;
            const char **labels; /* what {each} prints */
        } each;
    };
};

struct param_value {
    struct quantity value;
    int32_t from, to;                /* first and last day of a dated value; DAY_MIN, DAY_MAX */
    const struct law_source *source; /* the figure's own, or NULL */
};
struct param {
    const char *name, *reason;
    uint16_t count;
    const struct param_value *values; /* by date, oldest first */
    bool dated;
};
struct figure {
    const char *name;
    int function;
};
enum nature { NATURE_BRIGHT_LINE, NATURE_PRESUMPTION, NATURE_INDICATOR };

struct rule {
    const char *id, *path; /* id: of the path where the rule could not be read so far */
    const char *digest;    /* SHA-256 of the file, hex */
    const char *error;     /* not NULL: it could not be loaded; then only id and path count */
    uint32_t error_line;
    bool id_known;
    bool glimpsed;    /* not compiled yet: id, path, digest, jurisdiction and text are all that is known */
    const char *text; /* the file; NULL: it could not be read */
    size_t text_length;
    const char *folder;          /* where its lib/ and sources.json are looked up */
    struct phrase title, advice; /* advice.source NULL: none */
    uint8_t severity, nature;
    const char *jurisdiction; /* US, EU, ...; NULL: anywhere */
    int32_t in_force_from, in_force_to;
    uint16_t role_count, figure_count, param_count, basis_count, apply_count, element_count, unless_count;
    const char **roles;
    const uint8_t *roles_by_name; /* their numbers, in alphabetical order */
    const struct figure *figures;
    const struct param *params;
    const struct basis *basis;
    const struct element *applies, *elements, *unless;
    int subjects, law_at; /* functions; law_at NO_FUNCTION: the as-of date */
    bool assigns;         /* to what may be an upvalue, or a library does */
    uint32_t roles_named; /* bit set: roles that a text or a data form names */
    uint32_t candidates;  /* rules with the same subjects function and number of roles have the same number */
};
/* Where the element stands in the rule's file: the line of its function, or of its text, which is looked for; 0: elsewhere. */
uint32_t element_line(const struct rule *, const struct element *);

extern const char *const severity_names[CC_SEVERITIES];
extern const char *const nature_names[3];
extern const char *const support_names[3];
extern const char *const comparison_signs[4]; /* "<" "<=" ">=" ">" */
#endif
