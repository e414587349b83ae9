/* threads_test.c - nothing is global: engines in threads of their own load the same rules, read the same files and come to
 * the same reports, letter for letter, as one engine alone. ThreadSanitizer watches it in `make threads`. */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "audit/faults.h"
#include "base/arena.h"
#include "base/text.h"

#ifdef __SANITIZE_THREAD__
/* A Lua that was built with fortified calls jumps by this one, which ThreadSanitizer does not know: it would keep the calls
 * that were left so on its own stack until that is full. */
_Noreturn void __longjmp_chk(struct __jmp_buf_tag *, int);
_Noreturn void __longjmp_chk(struct __jmp_buf_tag *to, int value) { longjmp(to, value); }
#endif

enum { THREADS = 2, ROUNDS = 2, FILES = 3 };
static const char *const files[FILES] = { "facts/microsoft-openai.json", "facts/stargate.json",
                                          "tests/facts/broken/unknown-ref-about.json" };
static struct {
    char *text;
    size_t size;
} contents[FILES];

/* Of one thread: what it read, wrote and heard. No test macro is called in a thread: they are not made for it. */
struct work {
    struct text written;
    bool well;
};

static void hear(void *ud, const cc_diagnostic *d)
{
    struct work *w = ud;
    text_add(&w->written, "%s:%u: %s [%s]\n", d->file ? d->file : "", (unsigned)d->line, d->message, d->code);
}

static bool write_text(void *ud, const char *bytes, size_t length)
{
    struct work *w = ud;
    text_bytes(&w->written, bytes, length);
    return !w->written.failed;
}

static bool report(struct work *w, cc_engine *engine, const cc_audit *audit, const char *format)
{
    const cc_report_options options = { .size = sizeof options, .verbose = true };
    cc_report *r = cc_report_open(engine, format, &options, (cc_sink){ write_text, w });
    if (!r) return false;
    bool added = cc_report_add(r, audit);
    return cc_report_close(r) && added;
}

static bool audit_file(struct work *w, cc_engine *engine, size_t i)
{
    cc_case *facts = cc_case_parse(engine, files[i], contents[i].text, contents[i].size);
    if (!facts) return true; /* heard why */
    cc_audit *audit = cc_audit_run(engine, facts, &(cc_options){ .size = sizeof(cc_options) });
    bool well = audit && report(w, engine, audit, "json") && report(w, engine, audit, "text");
    cc_audit_free(audit);
    cc_case_free(facts);
    return well;
}

static void *work(void *ud)
{
    struct work *w = ud;
    cc_engine *engine = cc_engine_new(NULL, NULL, hear, w);
    w->well = engine && cc_engine_set_shipped(engine, "rules") && cc_engine_load_rules(engine, "rules/ftc-6b");
    for (size_t round = 0; round < ROUNDS; round++)
        for (size_t i = 0; i < FILES && w->well; i++) w->well = audit_file(w, engine, i);
    cc_engine_free(engine);
    return NULL;
}

static void engines_in_threads_come_to_the_same_reports(void **state)
{
    struct work alone, together[THREADS];
    pthread_t threads[THREADS];
    text_init(&alone.written, &allocator_default, 0);
    work(&alone);
    assert_true(alone.well && alone.written.length > 100000);
    for (size_t i = 0; i < THREADS; i++) {
        text_init(&together[i].written, &allocator_default, 0);
        assert_int_equal(pthread_create(&threads[i], NULL, work, &together[i]), 0);
    }
    for (size_t i = 0; i < THREADS; i++) assert_int_equal(pthread_join(threads[i], NULL), 0);
    for (size_t i = 0; i < THREADS; i++) {
        assert_true(together[i].well);
        assert_string_equal(together[i].written.data, alone.written.data);
        text_free(&together[i].written);
    }
    text_free(&alone.written);
}

/* From here on cJSON's hooks are the program's, for all threads. */
static void so_they_do_when_the_program_owns_cjson(void **state)
{
    cc_own_cjson();
    engines_in_threads_come_to_the_same_reports(state);
}

static int read_files(void **state)
{
    for (size_t i = 0; i < FILES; i++)
        if (!(contents[i].text = read_whole(files[i], &contents[i].size))) return print_error("%s\n", files[i]), -1;
    return 0;
}
static int free_files(void **state)
{
    for (size_t i = 0; i < FILES; i++) free(contents[i].text);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(engines_in_threads_come_to_the_same_reports),
        cmocka_unit_test(so_they_do_when_the_program_owns_cjson), /* last: it lasts */
    };
    return cmocka_run_group_tests_name("audit/threads", tests, read_files, free_files);
}
