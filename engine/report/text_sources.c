/* text_sources.c - see text_sources.h. A row of evidence has one line, so it names its sources shortly and by number. */
#include "report/text_sources.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/utf8.h"
#include "report/describe.h"
#include "report/words.h"

enum { TITLE_LEAST = 16, TITLE_MOST = 200, NUMBER_COLUMNS = 6, DATE_COLUMNS = 13 }; /* " [12*]" */

void sources_begin(struct sources *s, const struct cc_audit *audit, struct arena *arena)
{
    *s = (struct sources){ .audit = audit, .arena = arena };
}

static size_t number_of(struct sources *s, struct numbered_source source)
{
    for (size_t i = 0; i < s->count; i++) {
        const struct numbered_source *known = &s->items[i];
        if (known->law == source.law && (source.law || known->row == source.row)) return i + 1;
    }
    struct numbered_source *items = arena_grow(s->arena, s->items, s->count, &s->capacity, sizeof *items);
    if (!items) return 0;
    s->items = items;
    items[s->count++] = source;
    return s->count;
}

size_t sources_fact(struct sources *s, uint32_t row) { return number_of(s, (struct numbered_source){ row, NULL }); }

size_t sources_law(struct sources *s, const struct law_source *law)
{
    return number_of(s, (struct numbered_source){ UINT32_MAX, law });
}

static const struct cell *source_cell(const struct cc_audit *audit, uint32_t row, enum field field)
{
    return cell_of(audit->facts, KIND_SOURCE, row, field);
}

bool source_is_later(const struct cc_audit *audit, uint32_t row)
{
    const struct cell *date = source_cell(audit, row, SOURCE_DATE);
    return date->state == CELL_VALUE && date->date.low > audit->as_of;
}

static const char *fact_title(const struct cc_audit *audit, uint32_t row)
{
    const struct cell *title = source_cell(audit, row, SOURCE_TITLE);
    return title->state == CELL_VALUE ? title->text : facts_id(audit->facts, ref_make(KIND_SOURCE, row));
}

/* ---- short forms ---- */

void add_short_days(struct text *t, struct days days)
{
    static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
    char words[64];
    int year, month, day, last_year, last_month, last_day;
    if (days.low != DAY_MIN && days.high != DAY_MAX) {
        day_parts(days.low, &year, &month, &day);
        day_parts(days.high, &last_year, &last_month, &last_day);
        if (days.low == days.high) {
            text_add(t, "%d %s %d", day, tr(months[month - 1]), year);
            return;
        }
        if (day == 1 && month == last_month && year == last_year && days.high + 1 == day_add_months(days.low, 1)) {
            text_add(t, "%s %d", tr(months[month - 1]), year);
            return;
        }
    }
    days_write_long(days, words, sizeof words);
    text_string(t, words);
}

/* Where the remark in brackets begins that ends the title; its length where there is none, or little before it. */
static size_t without_remark(const char *title)
{
    size_t length = strlen(title), depth = 0;
    if (!length || title[length - 1] != ')') return length;
    for (size_t at = length; at-- > 0;) {
        if (title[at] == ')') depth++;
        if (title[at] == '(' && --depth == 0) return at > TITLE_LEAST && title[at - 1] == ' ' ? at - 1 : length;
    }
    return length;
}

void add_short_title(struct text *t, const char *title, size_t columns)
{
    size_t length = without_remark(title), cut = 0, width = 0;
    if (utf8_width(title, length) <= columns) {
        text_bytes(t, title, length);
        return;
    }
    for (size_t at = 0; at < length;) { /* at a space, else in the word, before the column that the mark takes */
        uint32_t point = 0;
        size_t n = utf8_read(title + at, length - at, &point);
        width += n ? utf8_columns(point) : 1;
        if (width + 1 > columns) {
            if (cut < at / 2) cut = at;
            break;
        }
        if (point == ' ') cut = at;
        at += n ? n : 1;
    }
    while (cut && strchr(" ,;:-", title[cut - 1])) cut--;
    text_bytes(t, title, cut);
    text_string(t, "…");
}

static void add_number(struct sources *s, struct text *t, uint32_t row)
{
    text_add(t, source_is_later(s->audit, row) ? "[%zu*]" : "[%zu]", sources_fact(s, row));
}

static bool cited_before(const struct cite *cites, uint32_t i)
{
    for (uint32_t k = 0; k < i; k++)
        if (cites[k].source == cites[i].source) return true;
    return false;
}

/* How many columns the numbers of the sources from here on take. */
static size_t numbers_room(const struct cite *cites, uint32_t from, uint32_t count)
{
    size_t room = 0;
    for (uint32_t i = from; i < count; i++)
        if (!cited_before(cites, i)) room += NUMBER_COLUMNS;
    return room;
}

void add_cites(struct sources *s, struct text *t, const struct cite *cites, uint32_t count, size_t columns)
{
    size_t used = utf8_width(text_chars(t), t->length);
    if (!count) text_string(t, tr("no source given"));
    for (uint32_t i = 0; i < count; i++) {
        if (cited_before(cites, i)) continue;
        const struct cell *date = source_cell(s->audit, cites[i].source, SOURCE_DATE);
        const char *title = fact_title(s->audit, cites[i].source);
        size_t rest = numbers_room(cites, i, count) + used + (i ? 2 : 0);
        size_t before = t->length, room = columns > rest ? columns - rest : 0;
        bool dated = date->state == CELL_VALUE && room >= TITLE_LEAST + DATE_COLUMNS;
        if (dated) room -= DATE_COLUMNS;
        bool named = !i || utf8_width(title, without_remark(title)) <= room; /* later ones where they fit whole */
        if (i) text_string(t, named ? "; " : " ");
        if (named) {
            add_short_title(t, title, room < TITLE_LEAST ? TITLE_LEAST : room);
            if (dated) text_string(t, ", "), add_short_days(t, date->date);
            text_char(t, ' ');
        }
        add_number(s, t, cites[i].source);
        if (t->data) used += utf8_width(t->data + before, t->length - before);
    }
}

void add_numbered_basis(struct sources *s, struct text *t, const struct basis *basis)
{
    const struct law_source *law = basis->source;
    add_short_title(t, law->title ? law->title : law->id, TITLE_MOST);
    if (law->date) text_string(t, ", "), add_written_date(t, law->date);
    if (basis->at) text_add(t, ": %s", basis->at);
    text_add(t, " (%s%s) [%zu]", support_names[basis->support], law->verified ? "" : tr("; unverified"),
             sources_law(s, law));
}

/* ---- the list ---- */

static void add_part(struct text *t, const char *before, const char *part)
{
    if (part && *part) text_add(t, "%s%s", before, part);
}

static void add_law(struct text *t, const struct law_source *law)
{
    text_string(t, law->title ? law->title : law->id);
    add_part(t, ". ", law->publisher);
    if (law->date) text_string(t, ", "), add_written_date(t, law->date);
    if (!law->verified) text_string(t, tr(". Unverified: nobody has opened the source itself"));
    add_part(t, ". ", law->url);
}

static void add_fact(const struct cc_audit *audit, struct text *t, uint32_t row)
{
    const struct cell *publisher = source_cell(audit, row, SOURCE_PUBLISHER),
                      *url = source_cell(audit, row, SOURCE_URL);
    const struct cell *date = source_cell(audit, row, SOURCE_DATE);
    text_string(t, fact_title(audit, row));
    if (publisher->state == CELL_VALUE) add_part(t, ". ", publisher->text);
    if (date->state == CELL_VALUE) {
        char words[64];
        days_write_long(date->date, words, sizeof words);
        text_add(t, ", %s", words);
    }
    if (url->state == CELL_VALUE) add_part(t, ". ", url->text);
}

static void put_heading(struct sources *s, struct page *p)
{
    bool later = false;
    for (size_t i = 0; i < s->count; i++)
        later = later || (!s->items[i].law && source_is_later(s->audit, s->items[i].row));
    struct text *t = page_build(p);
    text_string(t, tr("Sources"));
    if (later) text_string(t, tr(" (*: published after ")), add_day(t, s->audit->as_of), text_char(t, ')');
    page_built(p, (struct par){ .style = STYLE_BOLD });
}

void show_sources(struct sources *s, struct page *p)
{
    if (!s->count) return;
    put_heading(s, p);
    for (size_t i = 0; i < s->count; i++) {
        char number[32];
        bool later = !s->items[i].law && source_is_later(s->audit, s->items[i].row);
        snprintf(number, sizeof number, "%*s[%zu%s]", i + 1 < 10 ? 1 : 0, "", i + 1, later ? "*" : "");
        struct text *t = page_build(p);
        if (s->items[i].law) add_law(t, s->items[i].law);
        else add_fact(s->audit, t, s->items[i].row);
        page_built(p, (struct par){ .indent = 2, .lead = number, .hang = i + 1 < 100 ? 8 : 9, .style = STYLE_DIM });
    }
    page_blank(p);
}
