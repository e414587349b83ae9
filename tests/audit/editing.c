/* editing.c - see editing.h. */
#include "audit/editing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"

static size_t skip_space(const char *text, size_t at)
{
    while (text[at] && strchr(" \t\r\n", text[at])) at++;
    return at;
}

static size_t skip_string(const char *text, size_t at)
{
    for (at++; text[at] != '"'; at++)
        if (text[at] == '\\') at++;
    return at + 1;
}

struct piece value_at(const char *text, size_t at)
{
    struct piece v = { skip_space(text, at), 0 };
    if (text[v.at] == '"') v.end = skip_string(text, v.at);
    else if (text[v.at] != '{' && text[v.at] != '[') v.end = v.at + strcspn(text + v.at, ",]} \t\r\n");
    else {
        size_t depth = 0;
        v.end = v.at;
        do {
            if (text[v.end] == '"') {
                v.end = skip_string(text, v.end);
                continue;
            }
            depth += text[v.end] == '{' || text[v.end] == '[';
            depth -= text[v.end] == '}' || text[v.end] == ']';
            v.end++;
        } while (depth);
    }
    return v;
}

/* Steps through a list or an object: at the first call *at is where it begins. False: it ends. */
static bool next_item(const char *text, size_t *at, struct piece *ret_name, struct piece *ret_value)
{
    *at = skip_space(text, *at + (text[*at] == '[' || text[*at] == '{' || text[*at] == ','));
    if (text[*at] == ']' || text[*at] == '}') return false;
    struct piece v = value_at(text, *at);
    *ret_name = v;
    size_t after = skip_space(text, v.end);
    if (text[after] == ':') v = value_at(text, after + 1);
    *ret_value = v;
    *at = skip_space(text, v.end);
    return true;
}

bool pointer_find(const char *text, const char *pointer, struct piece *ret_value)
{
    struct piece value = value_at(text, 0);
    while (*pointer == '/') {
        size_t length = strcspn(++pointer, "/"), at = value.at, number = 0;
        bool list = text[value.at] == '[', found = false;
        struct piece name, item;
        if (text[at] != '[' && text[at] != '{') return false;
        for (; !found && next_item(text, &at, &name, &item); number++)
            found = list ? number == strtoul(pointer, NULL, 10)
                         : name.end - name.at == length + 2 && !strncmp(text + name.at + 1, pointer, length);
        if (!found) return false;
        value = item, pointer += length;
    }
    *ret_value = value;
    return !*pointer;
}

size_t items_of(const char *text, struct piece list, struct piece *ret_items, size_t most)
{
    size_t count = 0, at = list.at;
    struct piece name;
    while (count < most && next_item(text, &at, &name, &ret_items[count])) count++;
    return count;
}

unsigned line_at(const char *text, size_t at)
{
    unsigned line = 1;
    for (size_t i = 0; i < at; i++) line += text[i] == '\n';
    return line;
}

static char *joined(const char *text, struct piece out, const char *with)
{
    size_t size = strlen(text), length = strlen(with);
    char *made = malloc(size - (out.end - out.at) + length + 1);
    assert_non_null(made);
    memcpy(made, text, out.at);
    for (size_t i = 0; i < length; i++) made[out.at + i] = with[i];
    memcpy(made + out.at + length, text + out.end, size - out.end + 1);
    return made;
}

char *without(const char *text, struct piece value)
{
    size_t after = skip_space(text, value.end), before = value.at;
    if (text[after] == ',') value.end = after + 1;
    else {
        while (before && strchr(" \t\r\n", text[before - 1])) before--;
        if (before && text[before - 1] == ',') value.at = before - 1;
    }
    return joined(text, value, "");
}

char *replaced(const char *text, struct piece value, const char *with) { return joined(text, value, with); }

char *reordered(const char *text, struct piece list, const size_t *order, size_t count)
{
    struct piece *items = calloc(count + 1, sizeof *items);
    char *made = malloc(strlen(text) + 1), *to = made;
    assert_true(items && made && items_of(text, list, items, count) == count);
    size_t from = 0;
    for (size_t i = 0; i < count; i++) {
        struct piece item = items[order[i]];
        memcpy(to, text + from, items[i].at - from), to += items[i].at - from;
        memcpy(to, text + item.at, item.end - item.at), to += item.end - item.at;
        from = items[i].end;
    }
    memcpy(to, text + from, strlen(text + from) + 1);
    free(items);
    return made;
}

/* ---- other ways to write the same ---- */

char *minified(const char *text)
{
    char *made = malloc(strlen(text) + 1), *to = made;
    assert_non_null(made);
    for (size_t at = 0; text[at];) {
        size_t end = text[at] == '"' ? skip_string(text, at) : at + 1;
        if (text[at] == '"' || !strchr(" \t\r\n", text[at])) memcpy(to, text + at, end - at), to += end - at;
        at = end;
    }
    *to = '\0';
    return made;
}

static void new_line(struct text *t, const char *line_end, size_t depth)
{
    text_string(t, line_end);
    for (size_t i = 0; i < depth; i++) text_string(t, "\t");
}

char *pretty(const char *text, const char *line_end)
{
    char *small = minified(text);
    struct text t;
    size_t depth = 0;
    text_init(&t, &allocator_default, (size_t)1 << 28);
    for (size_t at = 0; small[at];) {
        char c = small[at];
        size_t end = c == '"' ? skip_string(small, at) : at + 1;
        bool empty = (c == '{' || c == '[') && (small[end] == '}' || small[end] == ']');
        bool closes = (c == '}' || c == ']') && at && small[at - 1] != '{' && small[at - 1] != '[';
        if (closes) new_line(&t, line_end, depth - 1);
        if (c == '}' || c == ']') depth--;
        text_bytes(&t, small + at, end - at);
        if (c == '{' || c == '[') depth++;
        if (c == ':') text_char(&t, ' ');
        if (!empty && (c == '{' || c == '[' || c == ',')) new_line(&t, line_end, depth);
        at = end;
    }
    text_string(&t, line_end);
    free(small);
    assert_false(t.failed);
    return t.data;
}

char *with_line_ends(const char *text, const char *line_end)
{
    struct text t;
    text_init(&t, &allocator_default, (size_t)1 << 28);
    for (; *text; text++) {
        if (*text == '\n') text_string(&t, line_end);
        else text_char(&t, *text);
    }
    assert_false(t.failed);
    return t.data;
}
