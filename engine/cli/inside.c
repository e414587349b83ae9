/* inside.c - see inside.h. */
#include "cli/inside.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Frees the packet. The answer lives until the next question. */
static bool ask(struct inside *in, enum ask kind, struct packet *p, struct message *ret_answer)
{
    struct message question = packet_message(p, kind);
    if (p->failed) wall_end_for_memory(in->wall);
    wall_ask(in->wall, &question, ret_answer);
    packet_free(p);
    return ret_answer->kind == ANSWER_YES;
}

static bool ask_string(struct inside *in, enum ask kind, const char *string, struct message *ret_answer)
{
    struct packet p;
    packet_init(&p);
    packet_string(&p, string);
    return ask(in, kind, &p, ret_answer);
}

static int error_of(const struct message *answer)
{
    struct taking t = taking_of(answer);
    uint64_t error = take_number(&t);
    return error && error < 4096 ? (int)error : EIO;
}

/* --- Pieces of work --- */

static size_t times_lost(const struct inside *in, const char *rule)
{
    size_t times = 0;
    for (size_t i = 0; i < in->named; i++) times += !strncmp(in->names[i], rule, sizeof in->names[i] - 1);
    return times;
}

/* A rule may cost a few processes, not as many as there are cases: each is a guess at where things lie in memory, which is
 * the same for all of them. */
static const char *lost(struct inside *in, const char *rule)
{
    for (size_t i = 0; i < in->lost_count; i++) {
        if (in->lost[i].number != in->passes) continue;
        if (rule && in->named < LOST_MOST)
            snprintf(in->names[in->named++], sizeof *in->names, "%.*s", (int)sizeof *in->names - 1, rule);
        return in->lost[i].reason;
    }
    if (!rule || !in->named || times_lost(in, rule) < LOST_OF_ONE) return NULL;
    return "not run any more: the second wall stopped it 8 times";
}
_Static_assert(LOST_OF_ONE == 8, "as the sentence says");

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

/* --- Rule files --- */

cc_file_kind inside_kind(struct inside *in, const char *path, int *ret_error)
{
    struct message answer;
    if (!ask_string(in, ASK_KIND, path, &answer)) return *ret_error = error_of(&answer), CC_NO_FILE;
    struct taking t = taking_of(&answer);
    uint64_t kind = take_number(&t);
    return kind == CC_FOLDER ? CC_FOLDER : kind == CC_FILE ? CC_FILE : CC_OTHER_FILE;
}

static cc_file_kind kind(void *ud, const char *path)
{
    int error = 0;
    cc_file_kind found = inside_kind(ud, path, &error);
    return error && error != ENOENT && error != ENOTDIR ? CC_OTHER_FILE : found;
}

static bool into_sink(struct inside *in, enum ask what, const char *path, cc_sink sink)
{
    struct message answer;
    return ask_string(in, what, path, &answer) && sink.write(sink.ud, answer.bytes, answer.length);
}
static bool list(void *ud, const char *folder, cc_sink names) { return into_sink(ud, ASK_LIST, folder, names); }
static bool read_rule(void *ud, const char *path, cc_sink bytes) { return into_sink(ud, ASK_READ, path, bytes); }

/* --- Sealing --- */

static void allow(struct inside *in, enum ask what, const struct values *paths)
{
    struct message answer;
    for (size_t i = 0; paths && i < paths->count; i++) ask_string(in, what, paths->items[i], &answer);
}

static bool seal(struct program *p, const struct values *rules)
{
    struct inside *in = p->speaker.inside;
    const struct request *q = &p->request;
    const char *shipped = program_shipped(p);
    struct message answer;
    bool audits = option_table[OPTION_PARAM].commands >> q->command & 1; /* files of facts, that is */
    bool named = q->command == COMMAND_TEST || q->command == COMMAND_LINT || q->command == COMMAND_RULES;
    if (shipped) ask_string(in, ASK_ALLOW_RULES, shipped, &answer);
    allow(in, ASK_ALLOW_RULES, rules);
    if (named) allow(in, ASK_ALLOW_RULES, &q->operands);
    if (audits) allow(in, ASK_ALLOW_FACTS, &q->operands);
    in->sealed = true;
    return ask_string(in, ASK_SEALED, wall_seal(in->wall), &answer);
}

bool inside_seal(struct program *p, const struct values *rules)
{
    struct inside *in = p->speaker.inside;
    if (!in) return true;
    if (!in->sealed && !seal(p, rules)) return false;
    cc_engine_set_files(p->engine, &(cc_files){ sizeof(cc_files), kind, list, read_rule, in });
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

char *inside_facts(struct speaker *s, const char *path, const char *name, size_t *ret_length)
{
    struct message answer;
    struct inside *in = s->inside;
    in->most = in->most_at = 0, in->memory = in->careful ? wall_memory() : 0;
    bool well = ask_string(in, ASK_FACTS, path, &answer);
    if (!well) {
        struct taking t = taking_of(&answer);
        const char *code = take_string(&t), *sentence = take_string(&t);
        speak_error(s, code ? code : "io", name, NULL, "%s", sentence ? sentence : "cannot be read");
        return NULL;
    }
    char *text = malloc(answer.length + 1);
    if (!text) return speak_error(s, "memory", name, NULL, "no memory to read it"), NULL;
    if (answer.length) memcpy(text, answer.bytes, answer.length);
    *ret_length = answer.length;
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

bool inside_write(struct inside *in, unsigned stream, const char *bytes, size_t length, int *ret_error)
{
    enum { PIECE = 1 << 20 };
    struct message answer;
    do {
        struct packet p;
        size_t n = length < PIECE ? length : PIECE;
        packet_init(&p);
        packet_number(&p, stream);
        packet_bytes(&p, bytes, n);
        if (!ask(in, ASK_WRITE, &p, &answer)) return *ret_error = error_of(&answer), false;
        bytes += n, length -= n;
    } while (length);
    return true;
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
