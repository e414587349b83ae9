/* input.h - a facts file read whole. Nothing is read past what the library takes, which says so itself. */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include "cli/speaker.h"

struct input {
    const char *path; /* as the user named it */
    const char *name; /* as it is called in messages and reports */
    char *text;
    size_t length;
};

/* False: it could not be read, which has been said. input_free in any case. */
bool input_read(struct input *, struct speaker *, const char *path);
void input_free(struct input *);
#endif
