/* outside.c - see outside.h. What was acted on in an earlier run is not acted on again: its answer is the one of then. */
#include "cli/outside.h"

#include "cli/pages.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* --- Streams --- */

static struct stream *add_stream(struct outside *o, struct output *out)
{
    struct stream **moved = realloc(o->streams, (o->stream_count + 1) * sizeof *moved);
    struct stream *s = moved ? calloc(1, sizeof *s) : NULL;
    if (moved) o->streams = moved;
    if (!s) return NULL;
    s->out = out ? out : &s->own;
    s->failed_at = UINT64_MAX;
    return o->streams[o->stream_count++] = s;
}

bool outside_open(struct outside *o, struct program *p)
{
    o->program = p;
    if (add_stream(o, &p->out)) return true;
    return speak_error(&p->speaker, "memory", NULL, NULL, "no memory for the reports"), false;
}

void outside_close(struct outside *o)
{
    for (size_t i = 0; i < o->stream_count; i++) {
        if (o->streams[i]->out == &o->streams[i]->own) output_discard(o->streams[i]->out);
        free(o->streams[i]->name);
        free(o->streams[i]);
    }
    free(o->streams);
    for (size_t i = 0; i < o->facts.count; i++) free((void *)(size_t)o->facts.items[i]);
    free(o->facts.items);
    for (size_t i = 0; i < o->kept_count; i++) input_free(&o->kept[i]);
    free(o->kept);
    free(o->identities);
    packet_free(&o->answer);
}

static bool yes_or_error(bool well, int error, struct packet *answer)
{
    if (!well) packet_number(answer, (uint64_t)(error ? error : EIO));
    return well;
}

/* The name lives on in the output, the question does not. */
static struct stream *new_stream(struct outside *o, enum ask what, const char *path)
{
    char *name = what == ASK_PAGE ? page_path(o->program, path) : strdup(path);
    struct stream *s = name ? add_stream(o, NULL) : NULL;
    struct speaker *speaker = &o->program->speaker;
    bool well = true;
    if (!s) return free(name), NULL;
    s->name = name;
    if (what == ASK_PAGE) well = page_open(&s->own, o->program, name);
    else if (what == ASK_APPEND) well = output_append(&s->own, speaker, name, &s->size);
    else well = output_open(&s->own, speaker, name);
    if (!well) s->open_error = s->own.error ? s->own.error : EIO;
    return s;
}

/* Of those that are opened after the seal there is one at a time, and no end of them is not allowed. */
static bool may_open(const struct outside *o, enum ask what)
{
    const struct stream *last = o->streams[o->stream_count - 1];
    if (what != ASK_PAGE) return !o->sealed;
    return o->stream_count == 1 || (o->stream_count < PAGES_MOST && (last->finished || last->open_error));
}

static bool open_stream(struct outside *o, enum ask what, const char *path, bool again, struct packet *answer)
{
    struct stream *s = again && o->opened + 1 < o->stream_count ? o->streams[o->opened + 1] : NULL;
    if (!s && !may_open(o, what)) return yes_or_error(false, EACCES, answer);
    if (!s) s = new_stream(o, what, path);
    if (!s) return yes_or_error(false, ENOMEM, answer);
    o->opened++;
    if (!s->open_error && what == ASK_APPEND) packet_number(answer, s->size);
    return yes_or_error(!s->open_error, s->open_error, answer);
}

static bool use_stream(struct outside *o, enum ask what, struct taking *t, bool again, struct packet *answer)
{
    uint64_t number = take_number(t);
    size_t length;
    const char *bytes = take_rest(t, &length);
    struct stream *s = number < o->stream_count ? o->streams[number] : NULL;
    if (!s || s->open_error) return yes_or_error(false, EBADF, answer);
    if (what == ASK_COMMIT || what == ASK_DISCARD) {
        if (!s->finished && what == ASK_COMMIT) s->well = output_commit(s->out);
        else if (!s->finished) output_discard(s->out), s->well = true;
        s->error = s->out->error, s->finished = true;
        return yes_or_error(s->well, s->error, answer);
    }
    if (s->finished && !again) return yes_or_error(false, EBADF, answer);
    if (!again && what == ASK_WRITE) {
        cc_sink sink = output_sink(s->out);
        if (!sink.write(sink.ud, bytes, length) && o->asked < s->failed_at) s->failed_at = o->asked;
    } else if (!again) output_flush(s->out);
    return yes_or_error(o->asked < s->failed_at, s->out->error, answer);
}

/* --- Speech --- */

/* A code is a word; what is none is not shown as one. */
static const char *word_or(const char *word, const char *otherwise)
{
    return word && *word && strspn(word, "abcdefghijklmnopqrstuvwxyz-") == strlen(word) ? word : otherwise;
}

static bool say(struct outside *o, struct taking *t, bool again)
{
    cc_diagnostic d = { .size = sizeof d };
    d.notice = take_number(t) != 0;
    d.line = (uint32_t)take_number(t), d.column = (uint32_t)take_number(t);
    d.code = word_or(take_string(t), "rule");
    d.file = take_string(t), d.message = take_string(t), d.hint = take_string(t);
    if (!taken_well(t) || !d.message) return false;
    if (!again) speak_diagnostic(&o->program->speaker, &d);
    return true;
}

static bool line(struct outside *o, struct taking *t, bool again)
{
    const char *text = take_string(t);
    if (text && taken_well(t) && !again) speak_line(&o->program->speaker, "%s", text);
    return text && taken_well(t);
}

static bool progress(struct outside *o, struct taking *t)
{
    uint64_t done = take_number(t), of = take_number(t);
    const char *what = word_or(take_string(t), "files");
    if (o->program->speaker.terminal) speak_progress(&o->program->speaker, (size_t)done, (size_t)of, what);
    return taken_well(t);
}

/* --- Sealing and the end --- */

static bool allow(struct outside *o, struct taking *t)
{
    while (t->left && !t->failed) {
        const char *path = take_string(t);
        if (path && !o->sealed) outside_allow(o, path);
    }
    return taken_well(t);
}

static bool sealed(struct outside *o, struct taking *t, bool again)
{
    const char *lacking = take_string(t);
    struct speaker *s = &o->program->speaker;
    o->sealed = true, o->next = 0;
    if (lacking && !again && o->always)
        speak_error(s, "usage", NULL, NULL, "--isolate always: there is no second wall: %.200s", lacking);
    else if (lacking && !again) speak_line(s, "the rules run without the whole second wall: %.200s", lacking);
    o->refused = lacking && o->always;
    return !o->refused;
}

static bool end(struct outside *o, struct taking *t)
{
    o->status = take_number(t);
    return o->ended = taken_well(t) && o->status <= STATUS_INCOMPLETE;
}

/* --- One question --- */

static bool act(struct outside *o, const struct message *q, bool again, struct packet *answer)
{
    struct taking t = taking_of(q);
    enum ask what = (enum ask)q->kind;
    switch (what) {
    case ASK_ALLOW_FACTS: return allow(o, &t);
    case ASK_SEALED: return sealed(o, &t, again);
    case ASK_WRITE:
    case ASK_FLUSH:
    case ASK_COMMIT:
    case ASK_DISCARD: return use_stream(o, what, &t, again, answer);
    case ASK_SAY: return say(o, &t, again);
    case ASK_LINE: return line(o, &t, again);
    case ASK_PROGRESS: return progress(o, &t);
    case ASK_END: return end(o, &t);
    default: break;
    }
    const char *path = take_string(&t); /* all others are about one */
    if (!path || !taken_well(&t)) return wall_refuse(&o->wall), false;
    switch (what) {
    case ASK_OPEN:
    case ASK_APPEND:
    case ASK_PAGE: return open_stream(o, what, path, again, answer);
    case ASK_FACTS: return outside_facts(o, path, answer);
    default: return wall_refuse(&o->wall), false;
    }
}

/* Questions have the same bounds in each run, so pieces can be digested as they are. */
static uint64_t digest(uint64_t so_far, const struct message *q)
{
    const uint64_t odd = UINT64_C(0x9E3779B97F4A7C15);
    size_t n = q->length;
    const char *at = q->bytes;
    so_far = (so_far ^ q->kind ^ (uint64_t)n << 32) * odd;
    for (uint64_t piece; n >= sizeof piece; at += sizeof piece, n -= sizeof piece) {
        memcpy(&piece, at, sizeof piece);
        so_far = ((so_far ^ piece) * odd) ^ so_far >> 29;
    }
    uint64_t rest = 0;
    if (n) memcpy(&rest, at, n);
    return ((so_far ^ rest) * odd) ^ so_far >> 29;
}

static bool opens_page(const struct outside *o, const struct message *q)
{
    struct taking t = taking_of(q);
    const char *name = take_string(&t);
    return name && page_is_named(o->program, name) && (o->opened + 1 < o->stream_count || may_open(o, ASK_PAGE));
}

/* All others can be asked once more without harm, and a rule that is out of the first wall may have asked them. */
static bool leaves_trace(const struct outside *o, const struct message *q)
{
    switch (q->kind) {
    case ASK_OPEN:
    case ASK_APPEND: return !o->sealed;
    case ASK_PAGE: return opens_page(o, q);
    case ASK_WRITE:
    case ASK_FLUSH:
    case ASK_COMMIT:
    case ASK_DISCARD:
    case ASK_SAY:
    case ASK_SEALED: /* which may say that there is no wall */
    case ASK_LINE: return true;
    default: return false;
    }
}

void outside_answer(struct outside *o, const struct message *q)
{
    struct packet *answer = &o->answer;
    bool counts = leaves_trace(o, q), again = counts && o->asked < o->acted;
    packet_reset(answer);
    if (counts) o->digest = digest(o->digest, q);
    bool yes = act(o, q, again, answer);
    if (counts) o->asked++;
    if (counts && !again) o->acted = o->asked, o->history = o->digest;
    if (again && o->asked == o->acted && o->digest != o->history) o->differs = true;
    if (o->differs) wall_refuse(&o->wall);
    if (answer->failed) speak_error(&o->program->speaker, "memory", NULL, NULL, "no memory for a file"), yes = false;
    wall_answer(&o->wall, answer, yes ? ANSWER_YES : ANSWER_NO);
}
