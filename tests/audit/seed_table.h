/* seed_table.h - the verdicts of the pack ftc-6b on facts/microsoft-openai.json, on the days that matter, and why.
 *
 * A cell of the table tells all of a rule on a day, in clauses with a semicolon between them; that the clause is so is
 * checked, not only the verdict:
 *     flagged SUBJECT by RECORD       the finding rests on that record
 *     unsure SUBJECT for RECORD       cannot tell: a field of that record would settle it
 *     clear SUBJECT by RECORD         the record is why an element fails
 *     clear SUBJECT before RECORD     what would flag it begins after the day
 *     clear SUBJECT after RECORD      what would flag it, or once did, was over
 *     clear SUBJECT without WORD      nothing in the file is of this kind
 *     nobody before RECORD            no subject yet: it takes that record to make one
 * All flagged and undecided subjects of the day are named, of the clear ones those that the rule is about. */
#ifndef TESTS_AUDIT_SEED_TABLE_H
#define TESTS_AUDIT_SEED_TABLE_H

enum { DAYS = 6 };
static const char *const days[DAYS] = { "2020-06-01", "2024-06-01", "2025-01-24",
                                        "2025-11-15", "2026-03-15", "2026-06-01" };
struct row {
    const char *rule;
    const char *cells[DAYS];
};
#define CLOUD(FIRM, DAY) "share-cloud-infrastructure-" FIRM "-revenue-" DAY

static const struct row table[] = {
    /* The right of first refusal stands between the full exclusivity of before and nothing: Microsoft's notice of
     * 21 January 2025 made the one of the other, and since 28 October 2025 Microsoft no longer has it (10-Q). */
    { "capacity-first-refusal",
      { "clear microsoft/openai before microsoft-capacity-first-refusal",
        "clear microsoft/openai before microsoft-capacity-first-refusal",
        "flagged microsoft/openai by microsoft-capacity-first-refusal",
        "clear microsoft/openai after microsoft-capacity-first-refusal",
        "clear microsoft/openai after microsoft-capacity-first-refusal",
        "clear microsoft/openai after microsoft-capacity-first-refusal" } },
    /* Seven developers are on file, of whom the three largest clouds never fund more than OpenAI and Anthropic. In 2020
     * the one billion of 2019 is not over one billion. */
    { "captive-frontier",
      { "clear cloud-infrastructure by microsoft-openai-2019", "clear cloud-infrastructure by amazon-anthropic-2023",
        "clear cloud-infrastructure by amazon-anthropic-2024-11",
        "clear cloud-infrastructure by microsoft-openai-total-2025", "clear cloud-infrastructure by amazon-openai-2026",
        "clear cloud-infrastructure by amazon-openai-2026" } },
    /* Spending was first promised in January 2025, and no sum was published: undecided. 250 billion came in October,
     * against 13 committed. Amazon's 15 to 50 in OpenAI come back as 38 and 100. Of Microsoft's "up to 5" in
     * Anthropic, which has promised it 30, nobody knows whether any is bound: undecided. */
    { "circular-spending",
      { "clear microsoft/openai before azure-commitment-2025-01",
        "clear microsoft/openai before azure-commitment-2025-01",
        "unsure microsoft/openai for azure-commitment-2025-01", "flagged microsoft/openai by azure-commitment-2025-10",
        "flagged microsoft/openai by azure-commitment-2025-10; flagged amazon/openai by aws-commitment-2026; "
        "unsure microsoft/anthropic for microsoft-anthropic-2025",
        "flagged microsoft/openai by azure-commitment-2025-10; flagged amazon/openai by aws-commitment-2026; "
        "unsure microsoft/anthropic for microsoft-anthropic-2025" } },
    /* Google and Amazon, rival clouds, both fund Anthropic. In 2026 Amazon funds OpenAI as well, so that it holds two
     * rivals and shares each with another cloud. Of Microsoft's and Nvidia's money in Anthropic only an upper bound is
     * known ("up to 5", "up to 10"): undecided. Microsoft's 15 million in Mistral are not material. */
    { "competing-portfolio",
      { "nobody before google-anthropic-2023-02",
        "flagged anthropic/amazon/google by amazon-anthropic-2023; clear microsoft/mistral/openai by microsoft-mistral-2024",
        "flagged anthropic/amazon/google by amazon-anthropic-total-2024; clear microsoft/mistral/openai by microsoft-mistral-2024",
        "flagged anthropic/amazon/google by google-anthropic-total-2025-03",
        "flagged anthropic/amazon/google by google-anthropic-total-2025-03; flagged openai/amazon/microsoft by amazon-openai-2026; "
        "flagged amazon/anthropic/openai by amazon-openai-2026; unsure anthropic/amazon/microsoft for microsoft-anthropic-2025; "
        "unsure anthropic/google/microsoft for microsoft-anthropic-2025; unsure microsoft/anthropic/openai for microsoft-anthropic-2025; "
        "unsure nvidia/anthropic/openai for nvidia-anthropic-2025",
        "flagged anthropic/amazon/google by google-anthropic-2026; flagged openai/amazon/microsoft by amazon-openai-2026; "
        "flagged amazon/anthropic/openai by amazon-anthropic-2026-05; unsure anthropic/amazon/microsoft for microsoft-anthropic-2025; "
        "unsure anthropic/google/microsoft for microsoft-anthropic-2025; unsure microsoft/anthropic/openai for microsoft-anthropic-2025; "
        "unsure nvidia/anthropic/openai for nvidia-anthropic-2025" } },
    /* In 2024 by the observer whom Microsoft named (to July 2024), in January 2025 by the consent that OpenAI needed for
     * capacity of its own, which the new agreement of October 2025 ended. */
    { "control-rights",
      { "clear microsoft/openai before templeton-at-openai", "flagged microsoft/openai by templeton-at-openai",
        "flagged microsoft/openai by microsoft-consent-own-capacity",
        "clear microsoft/openai after microsoft-consent-own-capacity",
        "clear microsoft/openai after microsoft-consent-own-capacity",
        "clear microsoft/openai after microsoft-consent-own-capacity" } },
    /* Microsoft's 18 % of 2020 are below a fifth, its 20 % of the third quarter of 2025 are just a fifth; Amazon always
     * has more, Google always less. Nvidia's own market feeds AI models, and it funds both developers since 2025/26. */
    { "dominance-extension",
      { "clear microsoft/openai/cloud-infrastructure by " CLOUD("microsoft", "2020-03-31"),
        "flagged microsoft/openai/cloud-infrastructure by " CLOUD(
            "microsoft",
            "2024-03-31") "; "
                          "flagged amazon/anthropic/cloud-infrastructure by " CLOUD(
                              "amazon",
                              "2024-03-31") "; "
                                            "clear google/anthropic/cloud-infrastructure by " CLOUD(
                                                "google",
                                                "2024-03-31") "; "
                                                              "clear microsoft/mistral/cloud-infrastructure by microsoft-mistral-2024",
        "flagged microsoft/openai/cloud-infrastructure by " CLOUD(
            "microsoft", "2024-12-31") "; "
                                       "flagged amazon/anthropic/cloud-infrastructure by " CLOUD(
                                           "amazon",
                                           "2024-12-31") "; "
                                                         "clear google/anthropic/cloud-infrastructure by " CLOUD(
                                                             "google", "2024-12-31"),
        "flagged microsoft/openai/cloud-infrastructure by " CLOUD(
            "microsoft", "2025-09-30") "; "
                                       "flagged amazon/anthropic/cloud-infrastructure by " CLOUD(
                                           "amazon",
                                           "2025-09-30") "; "
                                                         "clear google/anthropic/cloud-infrastructure by " CLOUD(
                                                             "google", "2025-09-30"),
        "flagged microsoft/openai/cloud-infrastructure by " CLOUD(
            "microsoft",
            "2025-12-31") "; "
                          "flagged amazon/anthropic/cloud-infrastructure by " CLOUD(
                              "amazon",
                              "2025-12-31") "; "
                                            "flagged amazon/openai/cloud-infrastructure by amazon-openai-2026; "
                                            "flagged nvidia/openai/ai-accelerators by nvidia-openai-2026; "
                                            "unsure microsoft/anthropic/cloud-infrastructure for microsoft-anthropic-2025; "
                                            "unsure nvidia/anthropic/ai-accelerators for nvidia-anthropic-2025; "
                                            "clear google/anthropic/cloud-infrastructure by " CLOUD("google",
                                                                                                    "2025-12-31"),
        "flagged microsoft/openai/cloud-infrastructure by " CLOUD(
            "microsoft",
            "2026-03-31") "; "
                          "flagged amazon/anthropic/cloud-infrastructure by " CLOUD(
                              "amazon",
                              "2026-03-31") "; "
                                            "flagged amazon/openai/cloud-infrastructure by amazon-openai-2026; "
                                            "flagged nvidia/openai/ai-accelerators by nvidia-openai-2026; "
                                            "unsure microsoft/anthropic/cloud-infrastructure for microsoft-anthropic-2025; "
                                            "unsure nvidia/anthropic/ai-accelerators for nvidia-anthropic-2025; "
                                            "clear google/anthropic/cloud-infrastructure by " CLOUD("google",
                                                                                                    "2026-03-31") } },
    /* Microsoft receives 20 % of revenue since 2023, since April 2026 up to a cap; its interest is equity throughout. */
    { "equity-with-revenue-share",
      { "clear microsoft/openai before microsoft-receives-revenue-2023",
        "flagged microsoft/openai by microsoft-receives-revenue-2023",
        "flagged microsoft/openai by microsoft-receives-revenue-2023",
        "flagged microsoft/openai by microsoft-receives-revenue-2023",
        "flagged microsoft/openai by microsoft-receives-revenue-2023",
        "flagged microsoft/openai by microsoft-receives-revenue-2026" } },
    /* One exclusivity, restated twice, to 26 April 2026. That AWS sells one product (Frontier) since February 2026 does
     * not rebut it: the first supply of API or models to another cloud is Bedrock's of 28 April. */
    { "exclusive-api",
      { "clear microsoft/openai before microsoft-api-exclusivity-2023",
        "flagged microsoft/openai by microsoft-api-exclusivity-2023",
        "flagged microsoft/openai by microsoft-api-exclusivity-2023",
        "flagged microsoft/openai by microsoft-api-exclusivity-2025",
        "flagged microsoft/openai by microsoft-api-exclusivity-2026",
        "clear microsoft/openai after microsoft-api-exclusivity-2026" } },
    /* Exclusive from 2019 to 20 January 2025; but in 2020 Microsoft had 18 % of the cloud. */
    { "exclusive-hosting",
      { "clear microsoft/openai by " CLOUD("microsoft", "2020-03-31"),
        "flagged microsoft/openai by microsoft-hosting-exclusivity",
        "clear microsoft/openai after microsoft-hosting-exclusivity",
        "clear microsoft/openai after microsoft-hosting-exclusivity",
        "clear microsoft/openai after microsoft-hosting-exclusivity",
        "clear microsoft/openai after microsoft-hosting-exclusivity" } },
    /* Money is one sign, and a second makes a path: Amazon's and Google's notes convert, OpenAI needed Microsoft's consent
     * (January to October 2025 only), Amazon's 35 billion depend on milestones. Whether Microsoft's stake grew when it
     * became 27 % nobody can say: the interest before it was never published as a stake. */
    { "full-acquisition",
      { "clear microsoft/openai before microsoft-consent-own-capacity",
        "flagged amazon/anthropic by amazon-anthropic-2024-03; flagged google/anthropic by google-anthropic-2023-10; "
        "clear microsoft/openai before microsoft-consent-own-capacity",
        "flagged microsoft/openai by microsoft-consent-own-capacity; flagged amazon/anthropic by amazon-anthropic-total-2024; "
        "flagged google/anthropic by google-anthropic-2023-10; clear microsoft/mistral by microsoft-mistral-2024",
        "unsure microsoft/openai for microsoft-in-openai-2019; flagged amazon/anthropic by amazon-in-anthropic-2025; "
        "flagged google/anthropic by google-anthropic-2025-09",
        "unsure microsoft/openai for microsoft-in-openai-2019; flagged amazon/anthropic by amazon-in-anthropic-2025; "
        "flagged google/anthropic by google-anthropic-2025-09; flagged amazon/openai by amazon-openai-2026-conditional",
        "unsure microsoft/openai for microsoft-in-openai-2019; flagged amazon/anthropic by amazon-anthropic-2026-conditional; "
        "flagged google/anthropic by google-anthropic-2026-conditional; flagged amazon/openai by amazon-openai-2026-conditional" } },
    /* The licence of 2020 came in September. That of April 2026 is no longer exclusive, but a licence. */
    { "ip-access",
      { "clear microsoft/openai before microsoft-gpt3-licence", "flagged microsoft/openai by microsoft-ip-licence-2023",
        "flagged microsoft/openai by microsoft-ip-licence-2023",
        "flagged microsoft/openai by microsoft-ip-licence-2025",
        "flagged microsoft/openai by microsoft-ip-licence-2025",
        "flagged microsoft/openai by microsoft-ip-licence-2026" } },
    /* No such term is on file for any of these firms. */
    { "output-training",
      { "clear microsoft/openai without output-training", "clear microsoft/openai without output-training",
        "clear microsoft/openai without output-training", "clear microsoft/openai without output-training",
        "clear microsoft/openai without output-training", "clear microsoft/openai without output-training" } },
    /* Azure supplies OpenAI, but neither a discount nor a priority is on file. */
    { "preferential-compute",
      { "clear microsoft/openai without discounted-supply", "clear microsoft/openai without priority-supply",
        "clear microsoft/openai without priority-supply", "clear microsoft/openai without discounted-supply",
        "clear microsoft/openai without discounted-supply", "clear microsoft/openai without priority-supply" } },
    /* First availability on Azure (2026) is an x- word of its own: it does not bind OpenAI's own channel. */
    { "release-parity",
      { "clear microsoft/openai without release-parity", "clear microsoft/openai without release-parity",
        "clear microsoft/openai without release-parity", "clear microsoft/openai without release-parity",
        "clear microsoft/openai without release-parity", "clear microsoft/openai without release-parity" } },
    /* Access to confidential research since 28 October 2025; whether it outlived April 2026 was not found: undecided. The
     * supercomputer of 2024 is a joint build, but of capacity, not of chips. */
    { "sensitive-information",
      { "clear microsoft/openai before microsoft-research-access",
        "clear microsoft/openai before microsoft-research-access",
        "clear microsoft/openai before microsoft-research-access",
        "flagged microsoft/openai by microsoft-research-access",
        "flagged microsoft/openai by microsoft-research-access",
        "unsure microsoft/openai for microsoft-research-access" } },
    /* OpenAI's warrant for shares of AMD; then Amazon, which designs chips and sells OpenAI their capacity, funds it. */
    { "supplier-equity",
      { "clear microsoft/openai before openai-amd-warrant", "clear microsoft/openai before openai-amd-warrant",
        "clear oracle/openai before openai-amd-warrant", "flagged amd/openai by openai-amd-warrant",
        "flagged amd/openai by openai-amd-warrant; flagged aws/openai by amazon-openai-2026",
        "flagged amd/openai by openai-amd-warrant; flagged aws/openai by amazon-openai-2026" } },
    /* Two ties are enough: in 2020 the exclusivity and a framework of eleven years; later the licence, the spending and the
     * joint build as well. Amazon has OpenAI's spending and the exclusivity for one product since February 2026.
     * Microsoft has Anthropic's spending since November 2025: one contract, so one tie, whatever its term. */
    { "switching-costs",
      { "flagged microsoft/openai by microsoft-hosting-exclusivity",
        "flagged microsoft/openai by microsoft-ip-licence-2023", "flagged microsoft/openai by azure-commitment-2025-01",
        "flagged microsoft/openai by azure-commitment-2025-10",
        "flagged microsoft/openai by microsoft-ip-licence-2025; flagged amazon/openai by aws-frontier-exclusivity",
        "flagged microsoft/openai by microsoft-ip-licence-2026; flagged amazon/openai by aws-frontier-exclusivity" } },
    /* Inflection's team went over in March 2024; an event stays one. */
    { "talent",
      { "clear microsoft/openai before microsoft-inflection-hire",
        "flagged microsoft/inflection by microsoft-inflection-hire",
        "flagged microsoft/inflection by microsoft-inflection-hire",
        "flagged microsoft/inflection by microsoft-inflection-hire",
        "flagged microsoft/inflection by microsoft-inflection-hire",
        "flagged microsoft/inflection by microsoft-inflection-hire" } },
    /* Both ways from 2023 to 26 April 2026, then one way only. */
    { "two-way-revenue-share",
      { "clear microsoft/openai before openai-receives-revenue-2023",
        "flagged microsoft/openai by openai-receives-revenue-2023",
        "flagged microsoft/openai by openai-receives-revenue-2023",
        "flagged microsoft/openai by openai-receives-revenue-2023",
        "flagged microsoft/openai by openai-receives-revenue-2023",
        "clear microsoft/openai after openai-receives-revenue-2023" } },
};
enum { RULES = sizeof table / sizeof *table };
#endif
