/* shape_fuzz.c - cases that are mostly sound: libFuzzer's mutations are replaced by shaping.h. Rules that ask much of the
 * language judge them, and the same case written in another way must come to the same. */
#include "base/random.h"
#include "fuzz/target.h"

#include <stdlib.h>
#include <string.h>

#include "audit/editing.h"
#include "audit/random_case.h"
#include "fuzz/shaping.h"

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *one, size_t one_size, const uint8_t *two, size_t two_size, uint8_t *out,
                                 size_t most, unsigned seed);

static struct trial trial;

static void open_trial(void)
{
    trial_open(&trial, "tests/audit/small-rules");
    load_random_rules(&trial);
}

/* ---- the mutator ---- */

static size_t invent(uint64_t *seed, uint8_t *out, size_t room)
{
    char *text = random_case(seed);
    size_t size = strlen(text);
    if (size > room) size = 0;
    memcpy(out, text, size);
    free(text);
    return size;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned number)
{
    static struct shaping s;
    uint64_t seed = number;
    unsigned changes = 1 + random_below(&seed, 3);
    if (random_below(&seed, 500) == 0) return invent(&seed, data, most);
    char *out = malloc(most);
    if (!out) abort();
    for (; changes > 0; changes--) {
        size_t changed = 0;
        if (shaping_open(&s, (const char *)data, size)) changed = shaping_change(&s, &seed, out, most);
        else size = invent(&seed, data, most);
        shaping_close(&s);
        if (changed) memcpy(data, out, changed), size = changed;
    }
    free(out);
    return size;
}

size_t LLVMFuzzerCustomCrossOver(const uint8_t *one, size_t one_size, const uint8_t *two, size_t two_size, uint8_t *out,
                                 size_t most, unsigned number)
{
    static struct shaping a, b;
    uint64_t seed = number;
    size_t size = 0;
    bool sound = shaping_open(&a, (const char *)one, one_size);
    sound = shaping_open(&b, (const char *)two, two_size) && sound;
    if (sound) size = shaping_cross(&a, &b, &seed, (char *)out, most);
    shaping_close(&a), shaping_close(&b);
    return size;
}

/* ---- the target ---- */

/* All rules at once take 30 ms of an input: here each input is for one of them, and only some are written out and judged
 * once more. Which, its bytes say, so that an input that found something finds it again. The replays do everything. */
struct task {
    const char *only; /* NULL: all rules */
    bool report, again;
};

static struct task task_of(const uint8_t *data, size_t size)
{
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
    enum { SOME = 4 };
    uint64_t seed = size;
    for (size_t i = 0; i < size; i++) seed = (seed ^ data[i]) * 0x100000001B3;
    const struct rule *rule = trial.engine->rules[random_below(&seed, (unsigned)trial.engine->rule_count)];
    unsigned more = random_below(&seed, SOME);
    return (struct task){ rule->id, more == 0, more == 1 };
#else
    return (void)data, (void)size, (struct task){ NULL, true, true };
#endif
}

struct totals {
    size_t count[CC_VERDICTS];
};

static struct totals judge(const struct task *task)
{
    struct totals t;
    PROMISE(trial_audit_with(&trial, (cc_options){ .only = { &task->only, task->only != NULL } }));
    for (unsigned v = 0; v < CC_VERDICTS; v++) t.count[v] = cc_audit_count(trial.audit, (cc_verdict)v);
    PROMISE(t.count[CC_FAILED] == 0);
    return t;
}

static void check_report(void)
{
    struct text json;
    text_init(&json, &allocator_default, 0);
    target_report(trial.engine, trial.audit, "json", &json);
    PROMISE(is_strict_json(json.data, json.length));
    text_free(&json);
}

/* The same case written in another way comes to the same. */
static void check_again(const struct task *task, const struct totals *once, const uint8_t *data, size_t size)
{
    char *text = strndup((const char *)data, size);
    if (!text) abort();
    char *small = minified(text);
    PROMISE(trial_try(&trial, small, strlen(small)));
    struct totals again = judge(task);
    PROMISE(!memcmp(once, &again, sizeof again));
    free(small), free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!trial.engine) open_trial();
    if (size < 2 || !trial_try(&trial, (const char *)data, size)) return 0;
    if (trial.facts->facts->header.as_of == DAY_MAX) return 0; /* today is not given */
    struct task task = task_of(data, size);
    struct totals once = judge(&task);
    if (task.report) check_report();
    if (task.again) check_again(&task, &once, data, size);
    return 0;
}
