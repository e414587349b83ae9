/* sources.c - the sources that a basis may name: sources.json of the rules' own folders, then of the shipped ones. */
#include <stdio.h>
#include <string.h>

#include "facts/bibliography.h"
#include "lua/inside.h"

static void first_error(void *ud, const cc_diagnostic *d)
{
    struct machine *m = ud;
    if (!strcmp(d->code, codes[CODE_MEMORY].word)) m->refused = true;
    if (!m->sources_error[0])
        snprintf(m->sources_error, sizeof m->sources_error, "%.120s:%u:%u: %.140s", d->file, d->line, d->column,
                 d->message);
}

static const struct law_source *find_source(const struct machine *m, size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++)
        if (*m->sources[i]->id == *id && !strcmp(m->sources[i]->id, id)) return m->sources[i];
    return NULL;
}

/* Known: how many there were before its folder, of which the first wins; one folder has an id but once. */
static bool add_source(struct machine *m, size_t known, const struct law_source *source)
{
    if (find_source(m, known, source->id)) return true;
    void *moved = arena_grow(m->rules, (void *)m->sources, m->source_count, &m->source_capacity, sizeof *m->sources);
    if (!moved) return false;
    m->sources = moved;
    m->sources[m->source_count++] = source;
    return true;
}

static void read_sources(struct machine *m)
{
    m->sources_read = true, m->sources = NULL, m->source_count = m->source_capacity = 0, m->sources_error[0] = 0;
    for (size_t f = 0; f < m->folder_count; f++) {
        char path[1024];
        struct text text;
        snprintf(path, sizeof path, "%s/sources.json", m->folders[f]);
        text_init(&text, m->allocator, (size_t)16 << 20);
        if (m->files.read && m->files.read(m->files.ud, path, &text)) {
            struct law_source *sources;
            size_t count = 0, known = m->source_count;
            if (bibliography_read(m->allocator, 0, path, text.data ? text.data : "", text.length, m->rules, first_error,
                                  m, &sources, &count))
                for (size_t i = 0; i < count; i++) add_source(m, known, &sources[i]);
        } else if (text.no_memory) m->refused = true;
        text_free(&text);
    }
}

const struct law_source *machine_source(struct machine *m, const char *id)
{
    if (!m->sources_read) read_sources(m);
    if (m->refused || m->rules->failed) m->sources_read = false; /* what is there is not all */
    return find_source(m, m->source_count, id);
}

size_t machine_sources(const struct machine *m, const struct law_source *const **ret_sources)
{
    *ret_sources = m->sources;
    return m->source_count;
}
