--- The yearly thresholds of US law: each figure with the first day that it is in force and its source in sources.json.
--- Made from ../shared/law/us-thresholds.json. A row whose source is not verified was recalled, inferred or derived, and
--- says so in the source's note. Each list stands in a param: { by_date = thresholds.hsr_size, "USD", "reason" }.
local thresholds = {}

--- Section 8(a)(1): each corporation has capital, surplus and undivided profits of more than this. The figures of 2000 to 2002
--- were not found: they lie between those of 1996 and 2003. Before 2000 nothing is on file.
thresholds.clayton8_size = {
  { { min = 13239000, max = 18919000 }, from = "2000-01-01", source = "clayton-8-2000" },
  { 18919000, from = "2003-01-23", source = "clayton-8-2003" },
  { 20090000, from = "2004-01-27", source = "clayton-8-2004" },
  { 21327000, from = "2005-01-31", source = "clayton-8-2005" },
  { 22761000, from = "2006-01-18", source = "clayton-8-2006" },
  { 24001000, from = "2007-01-22", source = "clayton-8-2007" },
  { 25319000, from = "2008-01-29", source = "clayton-8-2008" },
  { 26161000, from = "2009-01-13", source = "clayton-8-2009" },
  { 25841000, from = "2010-01-21", source = "clayton-8-2010" },
  { 26867000, from = "2011-01-25", source = "clayton-8-2011" },
  { 27784000, from = "2012-01-27", source = "clayton-8-2012" },
  { 28883000, from = "2013-01-14", source = "clayton-8-2013" },
  { 29945000, from = "2014-01-23", source = "clayton-8-2014" },
  { 31084000, from = "2015-01-21", source = "clayton-8-2015" },
  { 31841000, from = "2016-01-26", source = "clayton-8-2016" },
  { 32914000, from = "2017-01-26", source = "clayton-8-2017" },
  { 34395000, from = "2018-01-29", source = "clayton-8-2018" },
  { 36564000, from = "2019-03-04", source = "clayton-8-2019" },
  { 38204000, from = "2020-01-21", source = "clayton-8-2020" },
  { 37382000, from = "2021-01-21", source = "clayton-8-2021" },
  { 41034000, from = "2022-01-24", source = "clayton-8-2022" },
  { 45257000, from = "2023-01-20", source = "clayton-8-2023" },
  { 48559000, from = "2024-01-22", source = "clayton-8-2024" },
  { 51380000, from = "2025-01-22", source = "clayton-8-2025" },
  { 54402000, from = "2026-01-16", source = "clayton-8-2026" },
}

--- Section 8(a)(2)(A): exempt where the competitive sales of either corporation are less than this.
thresholds.clayton8_sales = {
  { { min = 1323900, max = 1891900 }, from = "2000-01-01", source = "clayton-8-2000" },
  { 1891900, from = "2003-01-23", source = "clayton-8-2003" },
  { 2009000, from = "2004-01-27", source = "clayton-8-2004" },
  { 2132700, from = "2005-01-31", source = "clayton-8-2005" },
  { 2276100, from = "2006-01-18", source = "clayton-8-2006" },
  { 2400100, from = "2007-01-22", source = "clayton-8-2007" },
  { 2531900, from = "2008-01-29", source = "clayton-8-2008" },
  { 2616100, from = "2009-01-13", source = "clayton-8-2009" },
  { 2584100, from = "2010-01-21", source = "clayton-8-2010" },
  { 2686700, from = "2011-01-25", source = "clayton-8-2011" },
  { 2778400, from = "2012-01-27", source = "clayton-8-2012" },
  { 2888300, from = "2013-01-14", source = "clayton-8-2013" },
  { 2994500, from = "2014-01-23", source = "clayton-8-2014" },
  { 3108400, from = "2015-01-21", source = "clayton-8-2015" },
  { 3184100, from = "2016-01-26", source = "clayton-8-2016" },
  { 3291400, from = "2017-01-26", source = "clayton-8-2017" },
  { 3439500, from = "2018-01-29", source = "clayton-8-2018" },
  { 3656400, from = "2019-03-04", source = "clayton-8-2019" },
  { 3820400, from = "2020-01-21", source = "clayton-8-2020" },
  { 3738200, from = "2021-01-21", source = "clayton-8-2021" },
  { 4103400, from = "2022-01-24", source = "clayton-8-2022" },
  { 4525700, from = "2023-01-20", source = "clayton-8-2023" },
  { 4855900, from = "2024-01-22", source = "clayton-8-2024" },
  { 5138000, from = "2025-01-22", source = "clayton-8-2025" },
  { 5440200, from = "2026-01-16", source = "clayton-8-2026" },
}

--- Size of transaction, section 7A(a)(2)(B): the value is more than this.
thresholds.hsr_size = {
  { 15e6, from = "1978-09-05", source = "hsr-1978" },
  { 50e6, from = "2001-02-01", source = "hsr-2001" },
  { 53.1e6, from = "2005-03-02", source = "hsr-2005" },
  { 56.7e6, from = "2006-02-17", source = "hsr-2006" },
  { 59.8e6, from = "2007-02-21", source = "hsr-2007" },
  { 63.1e6, from = "2008-02-28", source = "hsr-2008" },
  { 65.2e6, from = "2009-02-12", source = "hsr-2009" },
  { 63.4e6, from = "2010-02-22", source = "hsr-2010" },
  { 66e6, from = "2011-02-24", source = "hsr-2011" },
  { 68.2e6, from = "2012-02-27", source = "hsr-2012" },
  { 70.9e6, from = "2013-02-11", source = "hsr-2013" },
  { 75.9e6, from = "2014-02-24", source = "hsr-2014" },
  { 76.3e6, from = "2015-02-20", source = "hsr-2015" },
  { 78.2e6, from = "2016-02-25", source = "hsr-2016" },
  { 80.8e6, from = "2017-02-27", source = "hsr-2017" },
  { 84.4e6, from = "2018-02-28", source = "hsr-2018" },
  { 90e6, from = "2019-04-03", source = "hsr-2019" },
  { 94e6, from = "2020-02-27", source = "hsr-2020" },
  { 92e6, from = "2021-03-04", source = "hsr-2021" },
  { 101e6, from = "2022-02-23", source = "hsr-2022" },
  { 111.4e6, from = "2023-02-27", source = "hsr-2023" },
  { 119.5e6, from = "2024-03-06", source = "hsr-2024" },
  { 126.4e6, from = "2025-02-21", source = "hsr-2025" },
  { 133.9e6, from = "2026-02-17", source = "hsr-2026" },
}

--- Above this value the size of the persons does not matter, section 7A(a)(2)(A). Before 2001 there was none: the
--- first row, no more than the size of transaction, says that and keeps older deals in scope.
thresholds.hsr_no_size_test = {
  { 15e6, from = "1978-09-05", source = "hsr-1978" },
  { 200e6, from = "2001-02-01", source = "hsr-2001" },
  { 212.3e6, from = "2005-03-02", source = "hsr-2005" },
  { 226.8e6, from = "2006-02-17", source = "hsr-2006" },
  { 239.2e6, from = "2007-02-21", source = "hsr-2007" },
  { 252.3e6, from = "2008-02-28", source = "hsr-2008" },
  { 260.7e6, from = "2009-02-12", source = "hsr-2009" },
  { 253.7e6, from = "2010-02-22", source = "hsr-2010" },
  { 263.8e6, from = "2011-02-24", source = "hsr-2011" },
  { 272.8e6, from = "2012-02-27", source = "hsr-2012" },
  { 283.6e6, from = "2013-02-11", source = "hsr-2013" },
  { 303.4e6, from = "2014-02-24", source = "hsr-2014" },
  { 305.1e6, from = "2015-02-20", source = "hsr-2015" },
  { 312.6e6, from = "2016-02-25", source = "hsr-2016" },
  { 323e6, from = "2017-02-27", source = "hsr-2017" },
  { 337.6e6, from = "2018-02-28", source = "hsr-2018" },
  { 359.9e6, from = "2019-04-03", source = "hsr-2019" },
  { 376e6, from = "2020-02-27", source = "hsr-2020" },
  { 368e6, from = "2021-03-04", source = "hsr-2021" },
  { 403.9e6, from = "2022-02-23", source = "hsr-2022" },
  { 445.5e6, from = "2023-02-27", source = "hsr-2023" },
  { 478e6, from = "2024-03-06", source = "hsr-2024" },
  { 505.8e6, from = "2025-02-21", source = "hsr-2025" },
  { 535.5e6, from = "2026-02-17", source = "hsr-2026" },
}

--- 16 CFR 802.20(b), repealed with effect from 1 February 2001: sales or assets of a firm, half of whose votes are bought for no
--- more than the size of transaction, of at least this.
thresholds.hsr_small_deal_issuer = {
  { 10e6, from = "1978-09-05", source = "hsr-802-20" },
  { 25e6, from = "1987-04-10", source = "hsr-802-20" },
  { 25e6, from = "2001-02-01", source = "hsr-2001" }, -- no longer asked
}

--- Size of person, the smaller: sales or assets of at least this.
thresholds.hsr_person_lower = {
  { 10e6, from = "1978-09-05", source = "hsr-1978" },
  { 10e6, from = "2001-02-01", source = "hsr-2001" },
  { 10.7e6, from = "2005-03-02", source = "hsr-2005" },
  { 11.3e6, from = "2006-02-17", source = "hsr-2006" },
  { 12e6, from = "2007-02-21", source = "hsr-2007" },
  { 12.6e6, from = "2008-02-28", source = "hsr-2008" },
  { 13e6, from = "2009-02-12", source = "hsr-2009" },
  { 12.7e6, from = "2010-02-22", source = "hsr-2010" },
  { 13.2e6, from = "2011-02-24", source = "hsr-2011" },
  { 13.6e6, from = "2012-02-27", source = "hsr-2012" },
  { 14.2e6, from = "2013-02-11", source = "hsr-2013" },
  { 15.2e6, from = "2014-02-24", source = "hsr-2014" },
  { 15.3e6, from = "2015-02-20", source = "hsr-2015" },
  { 15.6e6, from = "2016-02-25", source = "hsr-2016" },
  { 16.2e6, from = "2017-02-27", source = "hsr-2017" },
  { 16.9e6, from = "2018-02-28", source = "hsr-2018" },
  { 18e6, from = "2019-04-03", source = "hsr-2019" },
  { 18.8e6, from = "2020-02-27", source = "hsr-2020" },
  { 18.4e6, from = "2021-03-04", source = "hsr-2021" },
  { 20.2e6, from = "2022-02-23", source = "hsr-2022" },
  { 22.3e6, from = "2023-02-27", source = "hsr-2023" },
  { 23.9e6, from = "2024-03-06", source = "hsr-2024" },
  { 25.3e6, from = "2025-02-21", source = "hsr-2025" },
  { 26.8e6, from = "2026-02-17", source = "hsr-2026" },
}

--- Size of person, the larger: sales or assets of at least this.
thresholds.hsr_person_upper = {
  { 100e6, from = "1978-09-05", source = "hsr-1978" },
  { 100e6, from = "2001-02-01", source = "hsr-2001" },
  { 106.2e6, from = "2005-03-02", source = "hsr-2005" },
  { 113.4e6, from = "2006-02-17", source = "hsr-2006" },
  { 119.6e6, from = "2007-02-21", source = "hsr-2007" },
  { 126.2e6, from = "2008-02-28", source = "hsr-2008" },
  { 130.3e6, from = "2009-02-12", source = "hsr-2009" },
  { 126.9e6, from = "2010-02-22", source = "hsr-2010" },
  { 131.9e6, from = "2011-02-24", source = "hsr-2011" },
  { 136.4e6, from = "2012-02-27", source = "hsr-2012" },
  { 141.8e6, from = "2013-02-11", source = "hsr-2013" },
  { 151.7e6, from = "2014-02-24", source = "hsr-2014" },
  { 152.5e6, from = "2015-02-20", source = "hsr-2015" },
  { 156.3e6, from = "2016-02-25", source = "hsr-2016" },
  { 161.5e6, from = "2017-02-27", source = "hsr-2017" },
  { 168.8e6, from = "2018-02-28", source = "hsr-2018" },
  { 180e6, from = "2019-04-03", source = "hsr-2019" },
  { 188e6, from = "2020-02-27", source = "hsr-2020" },
  { 184e6, from = "2021-03-04", source = "hsr-2021" },
  { 202e6, from = "2022-02-23", source = "hsr-2022" },
  { 222.7e6, from = "2023-02-27", source = "hsr-2023" },
  { 239e6, from = "2024-03-06", source = "hsr-2024" },
  { 252.9e6, from = "2025-02-21", source = "hsr-2025" },
  { 267.8e6, from = "2026-02-17", source = "hsr-2026" },
}

return thresholds
