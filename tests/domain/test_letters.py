"""What a letter cannot do without."""

from __future__ import annotations

from datetime import date

from pks.domain.letters import Subject, meeting_for, missing
from pks.domain.standing.facts_of import facts_of
from pks.domain.standing.judgement import judge
from tests.domain.builders import OFFICE, TERM, agreement, day, entered, signed

TODAY = date(2027, 12, 1)


def test_minutes_that_asked_for_corrections_need_those() -> None:
    held = {"date": "2026-01-10", "chair": "A", "attendees": ["B"], "outcome": "corrections"}
    one = agreement(facilitation=[held])
    facts = {"satu": facts_of("satu", one, OFFICE)}
    meeting = meeting_for("minutes", one, None, TODAY)
    subject = Subject(one, judge(facts, TODAY)["satu"], meeting, "Bagian", TODAY)
    (needs,) = missing("minutes", subject, None)
    assert (needs.key, needs.values) == ("letter.needs.corrections", {"id": "satu", "date": day("2026-01-10")})


def test_nobody_is_given_notice_of_an_end_whose_renewal_is_signed() -> None:
    history, parties = entered("reporting"), signed("2026-02-10")
    old = agreement(history=history, parties=parties, term=TERM)
    new = agreement(history=history, parties=parties, term={"starts": "2028-02-12", "length": "2 years"}, renews="satu")
    facts = {"satu": facts_of("satu", old, OFFICE), "dua": facts_of("dua", new, OFFICE)}
    subject = Subject(old, judge(facts, TODAY)["satu"], None, "Bagian", TODAY)
    (needs,) = missing("notice", subject, None)
    assert (needs.key, needs.values) == ("letter.needs.no-successor", {"id": "satu", "successors": ["dua"]})
