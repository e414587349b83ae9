--- The figures of European merger control, dated, each with the source that it was taken from (sources.json). A row
--- without `to` holds until the next. The day that selects a row is the rule's `law_at`.
local european_thresholds = {}

--- Member States whose turnover counts, by ISO code. `member` names the param that says from and to when it counts;
--- false: it has counted since the Merger Regulation of 2004 applies.
european_thresholds.member_states = {
  { name = "Austria", code = "AT" }, { name = "Belgium", code = "BE" },
  { name = "Bulgaria", code = "BG", member = "bulgaria_and_romania" },
  { name = "Croatia", code = "HR", member = "croatia" }, { name = "Cyprus", code = "CY" },
  { name = "Czechia", code = "CZ" }, { name = "Denmark", code = "DK" }, { name = "Estonia", code = "EE" },
  { name = "Finland", code = "FI" }, { name = "France", code = "FR" }, { name = "Germany", code = "DE" },
  { name = "Greece", code = "GR" }, { name = "Hungary", code = "HU" }, { name = "Ireland", code = "IE" },
  { name = "Italy", code = "IT" }, { name = "Latvia", code = "LV" }, { name = "Lithuania", code = "LT" },
  { name = "Luxembourg", code = "LU" }, { name = "Malta", code = "MT" }, { name = "the Netherlands", code = "NL" },
  { name = "Poland", code = "PL" }, { name = "Portugal", code = "PT" },
  { name = "Romania", code = "RO", member = "bulgaria_and_romania" }, { name = "Slovakia", code = "SK" },
  { name = "Slovenia", code = "SI" }, { name = "Spain", code = "ES" }, { name = "Sweden", code = "SE" },
  { name = "the United Kingdom", code = "GB", member = "united_kingdom" },
}
for _, state in ipairs(european_thresholds.member_states) do state.member = state.member or false end

--- The Member States of today: without the United Kingdom, which stands last.
european_thresholds.union = { table.unpack(european_thresholds.member_states, 1, 27) }

--- Their codes, as a filter of a geography or of a seat.
european_thresholds.member_codes = {
  "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL",
  "PL", "PT", "RO", "SK", "SI", "ES", "SE",
}

--- What is known to be part of a place on every day since the Merger Regulation of 2004 applies, for `parts` of case:turnover. States
--- that were members for a time alone are left out: without them the sum is lower, and still no more than the whole.
european_thresholds.parts = { worldwide = { "EU" }, EU = {} }
for _, state in ipairs(european_thresholds.member_states) do
  if not state.member then table.insert(european_thresholds.parts.EU, state.code) end
end

--- French overseas territories of L. 430-2 III.
european_thresholds.french_overseas = {
  { name = "Guadeloupe", code = "GP" }, { name = "Martinique", code = "MQ" }, { name = "French Guiana", code = "GF" },
  { name = "Réunion", code = "RE" }, { name = "Mayotte", code = "YT" }, { name = "Saint-Barthélemy", code = "BL" },
  { name = "Saint-Martin", code = "MF" }, { name = "Saint-Pierre-et-Miquelon", code = "PM" },
  { name = "Wallis-et-Futuna", code = "WF" },
}

--- 1: its turnover counts as Union turnover, 0: it does not.
european_thresholds.bulgaria_and_romania = { { 0, from = "2004-05-01" }, { 1, from = "2007-01-01" } }
european_thresholds.croatia = { { 0, from = "2004-05-01" }, { 1, from = "2013-07-01" } }
european_thresholds.united_kingdom = { { 1, from = "2004-05-01" }, { 0, from = "2021-01-01" } }

--- Enterprise Act 2002 s. 23: UK turnover of the target, more than.
european_thresholds.uk_turnover = {
  { 70e6, from = "2003-06-20", source = "uk-s23-turnover-old" },
  { 100e6, from = "2025-01-01", source = "uk-s23-turnover" },
}

--- s. 23(2) to (4): share of supply together, at least; the figure stayed, the safe harbour for small parties came.
european_thresholds.uk_share = {
  { 25, from = "2003-06-20", source = "uk-s23-share-old" },
  { 25, from = "2025-01-01", source = "uk-s23-share" },
}

--- 1: one of the parties at least must have more than 10 million pounds of UK turnover, 0: nothing is asked.
european_thresholds.uk_small_parties = {
  { 0, from = "2003-06-20", source = "uk-s23-share-old" },
  { 1, from = "2025-01-01", source = "uk-s23-share" },
}

--- s. 23A, relevant enterprises: target's UK turnover, more than; its share of supply alone, at least. AI was among them
--- from 21 July 2020 until the National Security and Investment Act took over.
european_thresholds.uk_relevant_turnover = {
  { 1e6, from = "2020-07-21", to = "2022-01-03", source = "uk-s23a-relevant-enterprise" },
}
european_thresholds.uk_relevant_share = {
  { 25, from = "2020-07-21", to = "2022-01-03", source = "uk-s23a-relevant-enterprise" },
}

--- GWB s. 35(1) and (1a).
european_thresholds.de_world = {
  { 500e6, from = "2009-03-25", source = "de-35-1-old" },
  { 500e6, from = "2021-01-19", source = "de-35-1" },
}
european_thresholds.de_first = {
  { 25e6, from = "2009-03-25", source = "de-35-1-old" },
  { 50e6, from = "2021-01-19", source = "de-35-1" },
}
european_thresholds.de_second = {
  { 5e6, from = "2009-03-25", source = "de-35-1-old" },
  { 17.5e6, from = "2021-01-19", source = "de-35-1" },
}
european_thresholds.de_value = {
  { 400e6, from = "2017-06-09", source = "de-35-1a-old" },
  { 400e6, from = "2021-01-19", source = "de-35-1a" },
}

--- GWB s. 36(1): a minor market is below; its age, at least.
european_thresholds.de_minor = {
  { 15e6, from = "2017-06-09", source = "de-36-bagatell-old" },
  { 20e6, from = "2021-01-19", source = "de-36-bagatell" },
}

--- s. 32f(2), orders to file after a sector inquiry. 1: they can be made, 0: not yet.
european_thresholds.de_inquiry_orders = {
  { 0, from = "2009-03-25", source = "de-35-1-old" },
  { 1, from = "2023-11-07", source = "de-32f" },
}

--- s. 35(2) until the 10th amendment. 1: a deal with a small and independent party is not controlled by s. 35(1), 0: it is.
european_thresholds.de_small_party = {
  { 1, from = "2009-03-25", source = "de-35-1-old" },
  { 0, from = "2021-01-19", source = "de-35-1" },
}

--- Code de commerce L. 430-2, by the day of notification.
european_thresholds.fr_world = {
  { 150e6, from = "2004-03-27", source = "fr-430-2-I-old" },
  { 250e6, from = "2026-09-01", source = "fr-430-2-I-world" },
}
european_thresholds.fr_each = {
  { 50e6, from = "2004-03-27", source = "fr-430-2-I-old" },
  { 80e6, from = "2026-09-01", source = "fr-430-2-I-france" },
}
european_thresholds.fr_retail_world = {
  { 75e6, from = "2009-01-01", source = "fr-430-2-II-old" },
  { 100e6, from = "2026-09-01", source = "fr-430-2-II" },
}
european_thresholds.fr_retail_each = {
  { 15e6, from = "2009-01-01", source = "fr-430-2-II-old" },
  { 20e6, from = "2026-09-01", source = "fr-430-2-II" },
}
european_thresholds.fr_overseas_world = { { 75e6, from = "2009-01-01", source = "fr-430-2-III" } }
european_thresholds.fr_overseas_each = { { 15e6, from = "2009-01-01", source = "fr-430-2-III" } }
european_thresholds.fr_overseas_retail = { { 5e6, from = "2009-01-01", source = "fr-430-2-III" } }

--- For how many calendar years after the year in which a share first rose above the line the exemption for technology transfer
--- goes on: by the regulation in force on the day that is asked about, for older agreements too.
european_thresholds.technology_grace = {
  { 2, from = "2014-05-01", source = "eu-ttber-2014" },
  { 3, from = "2026-05-01", source = "eu-ttber-2026" },
}

return european_thresholds
