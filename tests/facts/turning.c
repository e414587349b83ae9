/* turning.c - see turning.h. */
#include "facts/turning.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/text.h"

int32_t turning_day(int32_t number)
{
    struct days first;
    assert_true(days_read("2020-01-01", 10, &first));
    return first.low + number;
}

char *turning_facts(int firms, int days)
{
    struct text t;
    text_init(&t, &allocator_default, 0);
    text_string(&t,
                "{\"format\":\"compliance-facts/1\",\"case\":{\"id\":\"c\",\"as_of\":\"2025-01-24\"},\"entities\":[");
    for (int i = 0; i < firms; i++) text_add(&t, "%s{\"id\":\"e%d\",\"name\":\"E\"}", i ? "," : "", i);
    text_string(&t, "],\"holdings\":[");
    for (int i = 0; i < days; i++) {
        char day[64];
        day_write(turning_day(i), day, sizeof day);
        text_add(&t, "%s{\"holder\":\"e%d\",\"entity\":\"e%d\",\"control\":\"%s\",\"from\":\"%s\"}", i ? "," : "", i,
                 i + 1, i % 3 ? "sole" : "none", day);
    }
    text_string(&t, "]}");
    assert_false(t.failed);
    return t.data;
}
