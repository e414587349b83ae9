/* ownership_test.c - on the shipped case of Microsoft and OpenAI, guidelines 6 and 11: the change of the modified HHI is computed,
 * or what is missing is named, on the file as it is; some holdings that it does not have are added to it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "audit/editing.h"
#include "audit/trial.h"

static struct trial trial;

#define CROSS       "merger-guidelines-2023/cross-ownership"
#define COMMON      "merger-guidelines-2023/common-ownership"
#define ENTRENCH    "merger-guidelines-2023/entrench-dominance"
#define PARTIAL     "merger-guidelines-2023/partial-ownership"
#define RIVALS      "merger-guidelines-2023/common-ownership-by-rivals"
#define BOTH        "microsoft/anthropic/openai/"
#define LLM         "enterprise-llm-api"
#define MORE(STAKE) "{'id':'more','holder':'microsoft','entity':'anthropic','from':'2025-11-01','stake':" STAKE "}"

static const struct row {
    const char *name, *day, *rule, *subject, *holding; /* holding: added, or NULL */
    cc_verdict verdict;
    const char *words, *cites, *needs, *needs_not;
} rows[] = {
    { "microsoft_may_extend_its_position_through_openai", "2025-01-24", ENTRENCH,
      "microsoft/openai/cloud-infrastructure", NULL, CC_FLAGGED, "Cloud infrastructure services",
      "microsoft-openai-total-2025", NULL, NULL },
    { "microsoft_has_a_part_of_its_rival_openai_and_a_say", "2025-01-24", PARTIAL, "microsoft/openai", NULL, CC_FLAGGED,
      "competes with OpenAI", "microsoft-openai-total-2025", NULL, NULL },
    { "google_has_a_part_of_its_rival_anthropic_and_a_say", "2025-01-24", PARTIAL, "google/anthropic", NULL, CC_FLAGGED,
      "competes with Anthropic", "google-in-anthropic-2023", NULL, NULL },
    { "google_s_stake_in_anthropic_is_computed", "2025-01-24", CROSS, "google/anthropic/" LLM, NULL, CC_CLEAR,
      "adds 8.4 points to the modified HHI", "google-in-anthropic-2023", NULL, NULL },
    { "microsoft_s_part_of_openai_waits_for_its_share", "2025-11-15", CROSS, "microsoft/openai/ai-chatbots", NULL,
      CC_CANNOT_TELL, "27 % adds at most", "microsoft-in-openai-2025", "the share of Microsoft in AI chatbots",
      "the stake of Amazon in Anthropic" },
    { "a_year_later_google_s_waits_for_shares", "2026-06-01", CROSS, "google/anthropic/" LLM, NULL, CC_CANNOT_TELL,
      "adds 45.36 to 117.6 points", "google-in-anthropic-2025", "the share of Anthropic", NULL },
    { "one_percent_of_mistral_is_out_of_scope", "2025-01-24", COMMON, "microsoft/mistral/openai/" LLM, NULL,
      CC_OUT_OF_SCOPE, "at most 1 %", "microsoft-in-mistral", NULL, NULL },
    { "amazon_and_google_share_anthropic_and_amazon_s_stake_is_missing", "2025-01-24", RIVALS,
      "amazon/google/anthropic/" LLM, NULL, CC_CANNOT_TELL, "add 8.4 to 343.2 points", "google-in-anthropic-2023",
      "the stake of Amazon in Anthropic", NULL },
    { "microsoft_holds_two_rivals_and_its_stake_in_one_is_missing", "2025-12-01", COMMON, BOTH LLM, NULL,
      CC_CANNOT_TELL, "27 % of OpenAI", "microsoft-in-anthropic-2025", "the stake of Microsoft in Anthropic", NULL },
    { "so_does_amazon_once_it_has_a_part_of_openai", "2026-03-15", COMMON, "amazon/anthropic/openai/" LLM, NULL,
      CC_CANNOT_TELL, "an unknown part of OpenAI", "amazon-in-openai-2026", "the stake of Amazon in OpenAI", NULL },
    { "a_silent_common_owner_moves_nothing", "2025-11-15", COMMON, BOTH LLM, MORE("15"), CC_CLEAR,
      "the stakes of Microsoft add 0 points", "more", NULL, NULL },
    { "a_common_owner_whose_votes_are_unknown_cannot_tell", "2025-11-15", COMMON, BOTH LLM, MORE("15,'votes':null"),
      CC_CANNOT_TELL, "15 % of Anthropic", "more", "the votes of Microsoft in Anthropic", NULL },
    { "nor_one_whose_stake_is_unknown", "2025-11-15", COMMON, BOTH LLM, MORE("null,'votes':15"), CC_CANNOT_TELL,
      "of Anthropic", "more", "the stake of Microsoft in Anthropic", NULL },
};

/* The shipped file, with one holding more. */
static void open_case(const char *holding)
{
    trial_file(&trial, "facts/microsoft-openai.json");
    if (!holding) return;
    char more[300], *text = NULL;
    struct piece first;
    const char *file = trial.facts ? trial.facts->facts->text : NULL;
    assert_true(file && pointer_find(file, "/holdings/0", &first));
    snprintf(more, sizeof more, "%s,", holding);
    quotes(more);
    size_t size = strlen(file) + strlen(more);
    text = malloc(size + 1);
    assert_non_null(text);
    snprintf(text, size + 1, "%.*s%s%s", (int)first.at, file, more, file + first.at);
    trial_text(&trial, text, size);
    free(text);
}

static bool need_says(const struct finding *f, const char *what)
{
    struct need *needs;
    size_t count = finding_needs(trial.audit, f, &needs);
    bool found = false;
    for (size_t i = 0; i < count; i++) found = found || strstr(needs[i].what, what);
    return found;
}

static void guidelines_6_and_11_say(void **state)
{
    const struct row *row = *state;
    open_case(row->holding);
    trial_audit(&trial, row->day);
    const struct finding *f = trial_finding(&trial, row->rule, row->subject);
    if (!f) fail_msg("nobody asks about %s", row->subject);
    char *words = finding_words(trial.audit, f);
    assert_non_null(words);
    if (f->verdict != row->verdict || !strstr(words, row->words)) fail_msg("%s\n%s", verdict_names[f->verdict], words);
    free(words);
    if (row->verdict != CC_OUT_OF_SCOPE) assert_true(finding_cites(trial.audit, f, row->cites));
    if (row->needs && !need_says(f, row->needs)) fail_msg("it does not need %s", row->needs);
    if (row->needs_not) assert_false(need_says(f, row->needs_not));
}

TRIAL_FIXTURE(trial, "rules/merger-guidelines-2023")

int main(void)
{
    enum { ROWS = sizeof rows / sizeof *rows };
    struct CMUnitTest tests[ROWS];
    for (size_t i = 0; i < ROWS; i++)
        tests[i] = (struct CMUnitTest){ .name = rows[i].name,
                                        .test_func = guidelines_6_and_11_say,
                                        .initial_state = (void *)(uintptr_t)&rows[i] };
    return cmocka_run_group_tests_name("audit/ownership", tests, open_trial, close_trial);
}
