/* cases.c - see cases.h. */
#include "cli/cases.h"

#include "cli/inside.h"

bool alterations_check(struct program *p, size_t files)
{
    const struct request *q = &p->request;
    static const enum option alter[] = { OPTION_SET, OPTION_WITHOUT };
    for (size_t i = 0; i < sizeof alter / sizeof *alter; i++) {
        const char *word = option_table[alter[i]].word;
        if (!option_given(q, alter[i])) continue;
        if (option_given(q, OPTION_WRITE_BASELINE))
            return speak_error(&p->speaker, "usage", NULL, NULL,
                               "--write-baseline cannot be given with --%s: a baseline "
                               "is not written from altered facts",
                               word),
                   false;
        if (files != 1)
            return speak_error(&p->speaker, "usage", NULL, NULL, "--%s alters one FILE, and there are %zu", word,
                               files),
                   false;
    }
    return true;
}

cc_case *case_read(struct program *p, const char *path, struct input *ret_in)
{
    const struct request *q = &p->request;
    struct input *in = ret_in;
    cc_case *facts = NULL;
    bool read = input_read(in, &p->speaker, path);
    if (read && inside_may(&p->speaker, in->name))
        facts = cc_case_parse_altered(p->engine, in->name, in->text, in->length, option_words(q, OPTION_SET),
                                      option_words(q, OPTION_WITHOUT));
    if (facts || !read) input_free(in);
    return facts;
}

cc_case *case_open(struct program *p, const char *path, const char **ret_name)
{
    struct input in;
    cc_case *facts = case_read(p, path, &in);
    *ret_name = in.name;
    input_free(&in);
    return facts;
}
