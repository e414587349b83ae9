/* inside.c - see inside.h. */
#include "cli/inside.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool ask_now(struct inside *in, enum ask kind, const struct packet *p, struct message *ret_answer)
{
    if (p->failed) wall_end_for_memory(in->wall);
    wall_ask(in->wall, p, kind, ret_answer);
    return ret_answer->kind == ANSWER_YES;
}

static int error_of(const struct message *answer)
{
    struct taking t = taking_of(answer);
    uint64_t error = take_number(&t);
    return error && error < 4096 ? (int)error : EIO;
}

/* What was written so far goes out. */
static void write_now(struct inside *in)
{
    struct pending *w = &in->pending;
    struct message answer;
    if (!w->error) return;
    if (!ask_now(in, ASK_WRITE, &w->packet, &answer)) *w->error = error_of(&answer);
    packet_reset(&w->packet);
    w->error = NULL;
}

/* Facts are asked for, and progress is told, in the midst of writing; all else comes after it. */
static bool waits(enum ask kind) { return kind != ASK_FACTS && kind != ASK_PROGRESS; }

/* Frees the packet. The answer lives until the next question. */
static bool ask(struct inside *in, enum ask kind, struct packet *p, struct message *ret_answer)
{
    if (waits(kind)) write_now(in);
    bool yes = ask_now(in, kind, p, ret_answer);
    packet_free(p);
    return yes;
}

static bool ask_string(struct inside *in, enum ask kind, const char *string, struct message *ret_answer)
{
    struct packet p;
    packet_init(&p);
    packet_string(&p, string);
    return ask(in, kind, &p, ret_answer);
}

/* --- Pieces of work --- */

static size_t times_lost(const struct inside *in, const char *rule)
{
    size_t times = 0;
    for (size_t i = 0; i < in->named; i++) times += !strncmp(in->names[i], rule, sizeof in->names[i] - 1);
    return times;
}

/* The rule is told by its id, or by its path while it is loaded. */
static bool is_shipped(const struct inside *in, const char *rule)
{
    const cc_engine *engine = in->program->engine;
    const char *path = engine ? cc_engine_rule_path(engine, rule) : NULL;
    return gathered_is_shipped(&in->gathered, path ? path : rule);
}

/* Each process that is lost is a guess at where things lie in memory, which is the same for all of them. It is counted up to
 * this place of the run: a fresh process must say the same of all that came before. The shipped rules guess at nothing. */
static const char *left_out(const struct inside *in, const char *rule)
{
    if (in->reached == LOST_MOST && !is_shipped(in, rule)) return "not run: the second wall stopped rules 96 times";
    size_t times = in->named ? times_lost(in, rule) : 0;
    if (times && in->reached >= LOST_MANY)
        return "not run any more: the second wall stopped it, and rules 64 times in all";
    return times < LOST_OF_ONE ? NULL : "not run any more: the second wall stopped it 8 times";
}
_Static_assert(LOST_OF_ONE == 8 && LOST_MANY == 64 && LOST_MOST == 96, "as the sentences say");

static const char *lost(struct inside *in, const char *rule)
{
    for (size_t i = 0; i < in->lost_count; i++) {
        if (in->lost[i].number != in->passes) continue;
        if (in->reached < LOST_MOST) in->reached++;
        if (rule && in->named < LOST_MOST)
            snprintf(in->names[in->named++], sizeof *in->names, "%.*s", (int)sizeof *in->names - 1, rule);
        return in->lost[i].reason;
    }
    return rule ? left_out(in, rule) : NULL;
}

static void weigh(struct inside *in)
{
    uint64_t now = wall_memory(), more = now > in->memory ? now - in->memory : 0;
    if (more > in->most) in->most = more, in->most_at = in->passes;
    in->memory = now;
}

static const char *pass(void *ud, const char *rule)
{
    struct inside *in = ud;
    if (in->careful) weigh(in);
    wall_at(in->wall, ++in->passes);
    return in->lost_count ? lost(in, rule) : NULL;
}

bool inside_may(struct speaker *s, const char *file)
{
    struct inside *in = s->inside;
    if (!in) return true;
    const char *why = pass(in, NULL);
    if (why) speak_error(s, "limit", file, NULL, "%s", why);
    return !why;
}

size_t inside_lost(const struct speaker *s) { return s->inside ? s->inside->lost_count : 0; }

void inside_end_for_memory(struct inside *in)
{
    if (in->careful) weigh(in);
    if (in->careful && in->most_at) wall_at(in->wall, in->most_at);
    wall_end_for_memory(in->wall);
}

void inside_end(struct inside *in, enum status status)
{
    struct packet p;
    struct message answer;
    packet_init(&p);
    packet_number(&p, status);
    ask(in, ASK_END, &p, &answer);
}

/* --- Sealing --- */

static bool gather(struct program *p, const struct values *rules)
{
    struct gathered *g = &p->speaker.inside->gathered;
    const struct request *q = &p->request;
    const char *shipped = program_shipped(p);
    bool named = operands_are_rules(q);
    g->speaker = &p->speaker, g->tests = named && q->command != COMMAND_RULES;
    for (size_t i = 0; rules && i < rules->count; i++) gathered_add(g, rules->items[i]);
    for (size_t i = 0; named && i < q->operands.count; i++) gathered_add(g, q->operands.items[i]);
    if (shipped && !g->named.count) gathered_add(g, shipped);
    if (shipped) gathered_add_shipped(g, shipped);
    if (gathered_close(g)) return true;
    speak_error(&p->speaker, "memory", NULL, NULL, "no memory for the files of the rules");
    return false;
}

void inside_allow(struct speaker *s, const struct values *facts)
{
    enum { PIECE = 1 << 20 };
    struct inside *in = s->inside;
    struct message answer;
    if (!in || in->sealed) return;
    in->asks = true;
    for (size_t i = 0; i < facts->count;) {
        struct packet p;
        packet_init(&p);
        while (i < facts->count && p.length < PIECE) packet_string(&p, facts->items[i++]);
        ask(in, ASK_ALLOW_FACTS, &p, &answer);
    }
}

static bool seal(struct program *p, const struct values *rules)
{
    struct inside *in = p->speaker.inside;
    struct message answer;
    bool audits = option_table[OPTION_PARAM].commands >> p->request.command & 1; /* files of facts, that is */
    if (!gather(p, rules)) return false;
    if (audits) inside_allow(&p->speaker, &p->request.operands);
    in->asks = in->sealed = true;
    return ask_string(in, ASK_SEALED, wall_seal(in->wall), &answer);
}

bool inside_seal(struct program *p, const struct values *rules)
{
    struct inside *in = p->speaker.inside;
    if (!in) return true;
    if (!in->sealed && !seal(p, rules)) return false;
    cc_files files = gathered_files(&in->gathered);
    cc_engine_set_files(p->engine, &files);
    cc_engine_set_gate(p->engine, &(cc_gate){ sizeof(cc_gate), pass, in });
    return true;
}

/* --- Speech, facts, outputs --- */

void inside_say(struct inside *in, const cc_diagnostic *d)
{
    struct packet p;
    struct message answer;
    packet_init(&p);
    packet_number(&p, d->notice);
    packet_number(&p, d->line);
    packet_number(&p, d->column);
    packet_string(&p, d->code);
    packet_string(&p, d->file);
    packet_string(&p, d->message);
    packet_string(&p, d->hint);
    ask(in, ASK_SAY, &p, &answer);
}

void inside_line(struct inside *in, const char *text)
{
    struct message answer;
    ask_string(in, ASK_LINE, text, &answer);
}

void inside_progress(struct inside *in, size_t done, size_t of, const char *what)
{
    struct packet p;
    struct message answer;
    packet_init(&p);
    packet_number(&p, done);
    packet_number(&p, of);
    packet_string(&p, what);
    ask(in, ASK_PROGRESS, &p, &answer);
}

/* The next file that was handed in, if it is the one that is asked for. */
static const char *handed_in(struct inside *in, const char *path, size_t *ret_length)
{
    const char *name = take_string(&in->handed);
    uint64_t length = take_number(&in->handed);
    const char *bytes = take_bytes(&in->handed, (size_t)length);
    *ret_length = (size_t)length;
    return name && bytes && !strcmp(name, path) ? bytes : NULL;
}

static const char *ask_facts(struct inside *in, const char *path, const char *name, struct speaker *s,
                             size_t *ret_length)
{
    struct message answer;
    if (!ask_string(in, ASK_FACTS, path, &answer)) {
        struct taking t = taking_of(&answer);
        const char *code = take_string(&t), *sentence = take_string(&t);
        speak_error(s, code ? code : "io", name, NULL, "%s", sentence ? sentence : "cannot be read");
        return NULL;
    }
    struct message_room other = in->wall->room; /* the answer stays while others come */
    in->wall->room = in->room, in->room = other;
    in->wall->room.most = other.most;
    in->handed = taking_of(&answer);
    const char *bytes = handed_in(in, path, ret_length);
    if (!bytes) speak_error(s, "io", name, NULL, "cannot be read");
    return bytes;
}

char *inside_facts(struct speaker *s, const char *path, const char *name, size_t *ret_length)
{
    struct inside *in = s->inside;
    in->most = in->most_at = 0, in->memory = in->careful ? wall_memory() : 0;
    const char *bytes = in->handed.left ? handed_in(in, path, ret_length) : NULL;
    if (!bytes && !(bytes = ask_facts(in, path, name, s, ret_length))) return NULL;
    char *text = malloc(*ret_length + 1);
    if (!text) return speak_error(s, "memory", name, NULL, "no memory to read it"), NULL;
    if (*ret_length) memcpy(text, bytes, *ret_length);
    return text;
}

bool inside_open(struct inside *in, enum ask what, const char *path, size_t *ret_size, int *ret_error)
{
    struct message answer;
    if (!ask_string(in, what, path, &answer)) return *ret_error = error_of(&answer), false;
    struct taking t = taking_of(&answer);
    *ret_size = what == ASK_APPEND ? (size_t)take_number(&t) : 0;
    return true;
}

bool inside_write(struct inside *in, unsigned stream, const char *bytes, size_t length, int *error)
{
    enum { PIECE = 128 * 1024 };
    struct pending *w = &in->pending;
    if (w->error && w->stream != stream) write_now(in);
    while (length && !*error) {
        if (!w->error) packet_number(&w->packet, stream), w->stream = stream, w->error = error;
        size_t n = length < PIECE - w->packet.length ? length : PIECE - w->packet.length;
        packet_bytes(&w->packet, bytes, n);
        bytes += n, length -= n;
        if (w->packet.length == PIECE) write_now(in);
    }
    return !*error;
}

bool inside_stream(struct inside *in, enum ask what, unsigned stream, int *ret_error)
{
    struct packet p;
    struct message answer;
    packet_init(&p);
    packet_number(&p, stream);
    bool well = ask(in, what, &p, &answer);
    if (!well) *ret_error = error_of(&answer);
    return well;
}
