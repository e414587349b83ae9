/* json_writer.h - JSON, as fast as it can be said: commas are put where they belong, strings are copied sixteen bytes at a
 * time, whole numbers and short decimals never meet printf, and no locale is asked.
 *
 * What is written is always valid UTF-8 and holds no control character, no mark that turns text around: names are data.
 * The caller keeps opens and closes in pairs.
 *
 *     struct json j = json_on(&out);
 *     json_open(&j, '{');
 *     JSON_KEY(&j, "id"), json_string(&j, "openai");
 *     JSON_KEY(&j, "percent"), json_number(&j, 21.5);
 *     json_close(&j, '}');                           {"id":"openai","percent":21.5} */
#ifndef REPORT_JSON_WRITER_H
#define REPORT_JSON_WRITER_H

#include "report/out.h"

struct json {
    struct out *out;
    bool comma; /* something stands before, in the same object or array */
};

static inline struct json json_on(struct out *o) { return (struct json){ .out = o }; }

/* `"name":` with its comma; name is a literal of letters that need no escape. */
#define JSON_KEY(J, NAME) json_raw((J), "\"" NAME "\":", sizeof NAME + 2, false)

/* Bytes as they are (at most OUT_ROOM - 1), after a comma where one is due; `comma`: whether the next needs one. */
static inline void json_raw(struct json *j, const char *bytes, size_t length, bool comma)
{
    char *room = out_room(j->out, length + 1);
    *room = ',';
    room += j->comma;
    memcpy(room, bytes, length);
    j->out->used += length + j->comma;
    j->comma = comma;
}
static inline void json_open(struct json *j, char bracket) { json_raw(j, &bracket, 1, false); }
static inline void json_close(struct json *j, char bracket)
{
    out_char(j->out, bracket);
    j->comma = true;
}
static inline void json_null(struct json *j) { json_raw(j, "null", 4, true); }
static inline void json_bool(struct json *j, bool value) { json_raw(j, value ? "true" : "false", value ? 4 : 5, true); }

void json_name(struct json *, const char *name);   /* a key that is data */
void json_string(struct json *, const char *text); /* NULL: null */
void json_text(struct json *, const char *text, size_t length);
void json_count(struct json *, uint64_t);
void json_number(struct json *, double); /* the shortest that reads back the same; infinite: null */
/* A value that a sound JSON text holds, without the white space between its tokens. */
void json_value(struct json *, const char *value, size_t length);
/* A new line before the next value, so that two outputs can be compared line by line. */
void json_line(struct json *);
#endif
