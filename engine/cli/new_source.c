/* new_source.c - see new_source.h. The file is the author's own: it is not printed anew, one place in its text is found. */
#include "cli/new_source.h"

#include <stdlib.h>
#include <string.h>

#include "cli/input.h"

enum { LONGEST = 1 << 20 }; /* bytes of a file of sources */

/* Past the string that opens at the quote. */
static const char *past_string(const char *at)
{
    for (at++; *at && *at != '"'; at++)
        if (*at == '\\' && at[1]) at++;
    return *at ? at + 1 : at;
}

static const char *past_blank(const char *at) { return at + strspn(at, " \t\r\n"); }

/* Past the brace that opens the value of "sources" in the object that the text is; NULL: there is none. *ret_taken: it has
 * the id. */
static const char *sources_in(const char *text, const char *id, bool *ret_taken)
{
    const char *found = NULL;
    size_t length = strlen(id);
    int depth = 0;
    *ret_taken = false;
    for (const char *at = text; *at;) {
        if (*at == '{' || *at == '[') depth++;
        if (*at == '}' || *at == ']') depth--;
        if (*at != '"') {
            at++;
            continue;
        }
        const char *name = at + 1;
        at = past_blank(past_string(at));
        if (*at != ':') continue;
        const char *value = past_blank(at + 1);
        if (depth == 1 && !strncmp(name, "sources\"", 8) && *value == '{') found = value + 1;
        if (depth == 2 && found && !strncmp(name, id, length) && name[length] == '"') *ret_taken = true;
    }
    return found;
}

static bool write_whole(struct program *p, const char *path, const char *text)
{
    struct output out;
    if (!output_open(&out, &p->speaker, path)) return false;
    output_print(&out, "%s", text);
    return output_commit(&out);
}

void source_restore(struct program *p, const char *path, const char *before) { write_whole(p, path, before); }

/* The text with the entry at the place, on the heap; NULL: no memory, which was said. */
static char *with_entry(struct program *p, const char *text, const char *place, const char *entry)
{
    size_t size = strlen(text) + strlen(entry) + 8;
    char *made = malloc(size);
    const char *rest = past_blank(place);
    bool first = *rest == '}';
    if (!made) return speak_error(&p->speaker, "memory", NULL, NULL, "no memory for one more source"), NULL;
    snprintf(made, size, "%.*s%s%s%s", (int)(place - text), text, entry, first ? "\n  " : ",", first ? rest : place);
    return made;
}

bool source_add(struct program *p, const char *path, const char *id, const char *entry, char **ret_before)
{
    struct input in;
    bool well = input_read(&in, &p->speaker, path), taken = false;
    const char *place = NULL;
    if (well && in.length < LONGEST && !memchr(in.text, 0, in.length)) {
        in.text[in.length] = '\0'; /* for which there is room */
        place = sources_in(in.text, id, &taken);
    }
    if (place && !taken) {
        char *text = with_entry(p, in.text, place, entry);
        well = text && write_whole(p, path, text);
        free(text);
        if (well) *ret_before = in.text, in.text = NULL;
    }
    input_free(&in);
    return well; /* what is no list of sources is said when the rule is loaded */
}
