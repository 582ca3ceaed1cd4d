from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pks.domain.deadlines.duties import tiers_of
from pks.domain.deadlines.reports import debtors, in_force_during, missing, owed_within
from pks.domain.deadlines.table import due
from pks.domain.office import Office, Reports, ReportTier
from pks.domain.standing.facts import Facts
from pks.domain.standing.judgement import judge
from pks.domain.terms import Period, parse_period
from tests.domain.builders import day, entered, facts, length

TIERS = (ReportTier("Bupati", length("14d")), ReportTier("Gubernur", length("3 months")))
OFFICE = Office(reports=Reports(tiers=TIERS))
TODAY = day("2026-07-20")
PERIODS = ("2026-S1", "2026-S2", "2026-Q1", "2026-Q2", "2026-01", "2026", "2025-S2")


def period(text: str) -> Period:
    found = parse_period(text)
    assert found is not None
    return found


def run(name: str = "satu", **more: Any) -> Facts:
    """In force for the whole of 2026, reporting by half-years."""
    term = {"starts": "2026-01-01", "ends": "2026-12-31"}
    return facts(name, OFFICE, **({"history": entered("reporting"), "term": term} | more))


def sent(name: str, to: str) -> list[dict[str, Any]]:
    return [{"period": name, "sent": [{"to": to}]}]


def test_debtors_are_those_that_owe_and_those_that_have_sent_ignoring_case() -> None:
    register = [
        run("a"), run("b", reports=sent("2026-S1", "BUPATI")), run("c", reports=sent("2026-S1", "Gubernur")),
        run("d", reporting="3 months"), run("e", reporting="off", reports=sent("2026-S1", "Bupati")),
        run("f", term={"starts": "2026-07-01", "ends": "2026-12-31"}),
    ]  # fmt: skip
    standings = judge({one.id: one for one in register}, TODAY)
    assert debtors(standings.values(), OFFICE, period("2026-S1"), "Bupati") == (("a", "c"), ("b",))
    assert debtors(standings.values(), OFFICE, period("2026-Q1"), "Bupati") == (("d",), ())
    assert debtors(standings.values(), OFFICE, period("2026-S1"), "Menteri") == ((), ())


def test_a_tier_listed_twice_counts_once_as_it_stands_first() -> None:
    twice = Office(reports=Reports(tiers=(*TIERS, ReportTier("bupati", length("90d")))))
    assert tiers_of(twice) == TIERS


def test_periods_owed_within_another() -> None:
    standing = judge({"satu": run()}, TODAY)["satu"]
    assert owed_within(standing, OFFICE, period("2026")) == ("2026-S1", "2026-S2")
    assert owed_within(standing, OFFICE, period("2026-Q3")) == ("2026-S2",)
    assert owed_within(standing, OFFICE, period("2025-S2")) == ()
    nobody = Office(reports=Reports(tiers=()))
    assert owed_within(standing, nobody, period("2026-S1")) == ("2026-S1",)


def test_a_day_in_force_is_enough_and_none_is_not() -> None:
    def during(**more: Any) -> bool:
        return bool(list(in_force_during(judge({"satu": run(**more)}, TODAY).values(), period("2026-S1"))))

    assert during()
    assert during(term={"starts": "2026-06-30"})
    assert during(term={"starts": "2020-01-01", "ends": "2026-01-01"})
    assert not during(term={"starts": "2026-07-01"})
    assert not during(term={"starts": "2020-01-01", "ends": "2025-12-31"})
    assert not during(term={"length": "2 years"})
    assert not during(term={"starts": "2026-03-01", "ends": "2026-02-01"})
    assert not during(history=entered("draft", closed="withdrawn"))
    assert not during(history=entered("reporting", "2025-12-01", closed="agreed"))


DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
AGREEMENTS = st.lists(
    st.fixed_dictionaries(
        {"history": st.sampled_from([entered("reporting"), entered("reporting", "2026-08-01", closed="agreed")])},
        optional={
            "term": st.fixed_dictionaries({"starts": DAYS.map(str)}, optional={"ends": DAYS.map(str)}),
            "reporting": st.sampled_from(["1 month", "3 months", "1 year", "off"]),
            "reports": st.builds(sent, st.sampled_from(PERIODS), st.sampled_from(["bupati", "Gubernur", "x"])),
        },
    ),
    max_size=4,
)


@settings(deadline=None)
@given(AGREEMENTS, st.sampled_from(PERIODS), DAYS, st.integers(0, 900))
def test_what_is_missing_is_what_due_says_and_what_a_letter_to_all_would_carry(
    fields: list[dict[str, Any]], name: str, today: date, ahead: int
) -> None:
    register = {f"a{at}": facts(f"a{at}", OFFICE, **one) for at, one in enumerate(fields)}
    standings = judge(register, today)
    within = length(f"{ahead}d")
    rows = due(register, standings, OFFICE, today, within)
    assert missing(register, standings, OFFICE, today, within) == [one for one in rows if one.kind == "report"]
    of_period = missing(register, standings, OFFICE, today, period(name))
    far = due(register, standings, OFFICE, today, max(today, period(name).last) + timedelta(days=200))
    assert of_period == [one for one in far if one.kind == "report" and one.period == name]
    for tier in TIERS:
        owing = debtors(standings.values(), OFFICE, period(name), tier.to).owing
        assert owing == tuple(sorted(one.id for one in of_period if one.tier == tier.to))
