"""The thresholds of a deal's day, worked out from the published shares alone, apart from the program and its rules: what the
back-test holds the program's answer against."""

# From which day an HHI after the deal above, with a change above, is presumed to harm; a joint share above, with that change.
GUIDELINES = (("1982-06-14", 1800, 100, None), ("1984-06-14", 1800, 100, None), ("1992-04-02", 1800, 100, None),
              ("2010-08-19", 2500, 200, None), ("2023-12-18", 1800, 100, 30))
# Philadelphia National Bank: a joint share of at least 30 %, raised noticeably: by more than 100 points, as the rule has it.
BANK = ("1963-06-17", 30, 100)
CONCENTRATION = ("/concentration", "/likely-challenge", "/likely-challenge-1984", "/philadelphia-national-bank")


def ends(percent):
    """(low, high) of a share as a file has it."""
    if isinstance(percent, (int, float)):
        return percent, percent
    if isinstance(percent, dict) and "claims" in percent:
        parts = [ends(c["value"]) for c in percent["claims"]]
        return min(p[0] for p in parts), max(p[1] for p in parts)
    if isinstance(percent, dict):
        return percent.get("min", 0), percent.get("max", 100)
    return 0, 100


def figures(case, market, buyer, target):
    """share, HHI after and its change as (low, high), from the rows of the market's last day; None: a party has no row."""
    rows = [r for r in case.get("shares", []) if r["market"] == market]
    last = max((r["from"] for r in rows), default=None)
    size = {r["entity"]: ends(r.get("percent")) for r in rows if r["from"] == last}
    if buyer not in size or target not in size:
        return None
    a, b = size[buyer], size[target]
    share = a[0] + b[0], min(100, a[1] + b[1])
    change = 2 * a[0] * b[0], min(2 * a[1] * b[1], share[1] ** 2 / 2)
    others = [size[e] for e in size if e not in (buyer, target)]
    rest = max(0, 100 - share[0] - sum(o[0] for o in others))
    after = share[0] ** 2 + sum(o[0] ** 2 for o in others), min(10000, share[1] ** 2 + sum(o[1] ** 2 for o in others) + rest ** 2)
    return share, after, change


def above(pair, line, least=False):
    """True, False or None: is it surely past the line?"""
    if pair[0] > line or (least and pair[0] >= line):
        return True
    return False if pair[1] < line or (pair[1] <= line and not least) else None


def both(*truths):
    return False if False in truths else None if None in truths else True


def presumed(day, share, after, change):
    """True: the shares exceed what was presumed unlawful on that day; False: they are below it; None: they leave it open."""
    said = []
    law = next((g for g in reversed(GUIDELINES) if g[0] <= day), None)
    if law:
        said.append(both(above(after, law[1]), above(change, law[2])))
        if law[3]:
            said.append(both(above(share, law[3]), above(change, law[2])))
    if day >= BANK[0]:
        said.append(both(above(share, BANK[1], least=True), above(change, BANK[2])))
    return True if True in said else None if None in said else False


def law_day(case, buyer, target):
    """The day whose law judges the deal: that of its closing, while it is open the day of the file."""
    as_of = case["case"]["as_of"]
    for t in case.get("transactions", []):
        if t["acquirer"] == buyer and t["target"] == target and isinstance(t.get("closed"), str) and t["closed"] <= as_of:
            return t["closed"]
    return as_of
