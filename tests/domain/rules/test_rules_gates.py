from __future__ import annotations

import pytest

from pks.domain.rules.table import Missing, gate
from pks.language.render import say
from pks.message import Message
from tests.domain.rules.rules_builders import TODAY, Case, Given, Other, assert_trips, found

_UNSIGNED_UMBRELLA = Other("payung", title="Kesehatan", instrument="KB", signed=False)
_PAPER = {"text": "Kesepakatan Bersama", "number": "1/2020"}

CASES: dict[str, Case] = {
    "instrument-missing": Case(Given({"instrument": None}), [("instrument",)], Given({"instrument": "Lainnya"})),
    "cooperation-missing": Case(Given({"cooperation": None}), [("cooperation",)], Given({"cooperation": "internal"})),
    "parties-too-few": Case(Given({"parties.1": None}), [("parties",)], Given()),
    "sectors-missing": Case(Given({"sectors": []}), [("sectors",)], Given({"sectors": ["lainnya"]})),
    "scope-missing": Case(Given({"scope": None}), [("scope",)], Given({"scope": ["Satu"]})),
    "term-missing": Case(
        Given({"term": {"starts": "2026-02-12", "notice": "2 months"}}),
        [("term",)],
        Given({"term": {"until": "selesainya gedung"}}),
    ),
    "feasibility-study-missing": Case(
        Given({"documents.1": None}),
        [("documents",)],
        Given({"documents.1": None, "documents.0.covers": "feasibility-study"}),
    ),
    "third-party-clauses": Case(
        Given(),
        [("cooperation",)],
        Given({"cooperation": "KSDD"}),
        level="info",
    ),
    "terms-of-reference-missing": Case(
        Given({"documents.0": None}),
        [("documents",)],
        Given({"documents.0": None, "documents.0.covers": "terms-of-reference"}),
        level="warning",
    ),
    "offer-missing": Case(
        Given({"offer": {"number": "1/2025"}}),
        [("offer", "sent")],
        Given({"offer": {"sent": "2025-12-01"}}),
        level="warning",
    ),
    "offer-unanswered": Case(
        Given({"offer.replied": None}),
        [("offer", "replied")],
        Given({"offer": {"number": "1/2025"}}),
        says={"sent": TODAY.replace(2025, 12, 1)},
        level="warning",
    ),
    "funding-missing": Case(
        Given({"funding": None}),
        [("funding",)],
        Given({"funding": [{"source": "none"}]}),
        level="warning",
    ),
    "umbrella-missing": Case(
        Given({"under": None}), [("under",)], Given({"under": None, "instrument": "KB"}), level="warning"
    ),
    "meeting-missing": Case(
        Given({"facilitation": None}),
        [("facilitation",)],
        Given({"facilitation.0.outcome": "none"}),
    ),
    "meeting-incomplete": Case(
        Given({"facilitation.0.chair": None, "facilitation.0.attendees": None}),
        [("facilitation", 0, "chair"), ("facilitation", 0, "attendees")],
        Given(
            {
                "facilitation.0.chair": None,
                "facilitation.1": {
                    "date": "2026-01-20",
                    "chair": "Asisten I",
                    "attendees": ["Bagian Hukum"],
                    "outcome": "none",
                },
            }
        ),
        says={
            "position": 1,
            "verb": "meet",
            "rest": Message("rules.meeting.by-day.chair", day="2026-01-15", outcome="corrections"),
        },
    ),
    "corrections-unrecorded": Case(
        Given({"corrections": None}),
        [("facilitation", 0, "outcome")],
        Given({"corrections": None, "facilitation.0.outcome": "none"}),
        says={"position": 1},
    ),
    "correction-open": Case(
        Given({"corrections.0.answers": {}}),
        [("corrections", 0, "answers", "dinkes"), ("corrections", 0, "answers", "klinik")],
        Given({"corrections.0.answers": {}, "corrections.0.withdrawn": {"reason": "sudah diatur"}}),
        says={"no": 1, "clause": "Pasal 4", "party": "Dinas Kesehatan", "party_key": "dinkes"},
    ),
    "council-question-open": Case(
        Given({"council": {"burdens_public": "ya"}}),
        [("council",)],
        Given({"council.unbudgeted": "ya"}),
    ),
    "council-approval-missing": Case(
        Given({"council.unbudgeted": "ya"}),
        [("council", "outcome")],
        Given({"council.unbudgeted": "ya", "council.outcome": "deemed"}),
    ),
    "party-unsigned": Case(
        Given({"parties.1.signed": None}),
        [("parties", 1, "signed")],
        Given({"parties.1.signed": None, "signing": {"date": "2026-02-12"}}),
        says={"party": "Klinik Sehat", "party_key": "klinik"},
    ),
    "mandate-missing": Case(
        Given({"parties.0.signatory.office": "Kepala Dinas Kesehatan"}),
        [("parties", 0, "signatory")],
        Given(
            {
                "parties.0.signatory.office": "Kepala Dinas Kesehatan",
                "parties.0.signatory.mandate": {"number": "100/7/2026"},
            }
        ),
        says={"party": "Dinas Kesehatan", "place": "parties.dinkes.signatory"},
        level="warning",
    ),
    "register-number-missing": Case(
        Given({"registration.number": None}),
        [("registration", "number")],
        Given({"registration.date": None}),
    ),
    "register-date-missing": Case(
        Given({"registration": None}), [("registration", "date")], Given({"registration.number": None})
    ),
    "start-missing": Case(Given({"term.starts": None}), [("term", "starts")], Given({"term.ends": None})),
    "party-number-missing": Case(
        Given({"parties.0.number": None, "parties.1.number": None}),
        [("parties", 0, "number"), ("parties", 1, "number")],
        Given({"parties.0.number": ["0123"]}),
        says={"party": "Dinas Kesehatan", "party_key": "dinkes"},
        level="warning",
    ),
    "signed-copy-missing": Case(
        Given({"documents.2.kind": "draft"}),
        [("documents",)],
        Given({"documents.2.file": None}),
        level="warning",
    ),
    "original-missing": Case(
        Given({"documents.2.location": None}),
        [("documents",)],
        Given({"documents.2.kind": "other"}),
        level="warning",
    ),
    "reports-overdue": Case(Given(overdue=2), [("reports",)], Given(), says={"reports": 2}, level="warning"),
    "evaluation-missing": Case(
        Given({"evaluations": []}),
        [("evaluations",)],
        Given({"evaluations": [{"score": "3"}]}),
        level="warning",
    ),
}


@pytest.mark.parametrize("code", CASES)
def test_a_gate_is_shut_where_its_rule_is_broken(code: str) -> None:
    assert_trips(code, CASES[code])


@pytest.mark.parametrize("code", CASES)
def test_a_gate_is_open_where_its_rule_is_just_kept(code: str) -> None:
    assert found(code, CASES[code].near) == []


@pytest.mark.parametrize("term", [{"length": "2 years"}, {"ends": "2028-02-11"}, {"until": "selesai"}])
def test_a_length_an_end_or_an_event_is_a_term(term: dict[str, str]) -> None:
    assert found("term-missing", Given({"term": term})) == []


def test_cooperation_with_a_region_needs_no_feasibility_study() -> None:
    assert found("feasibility-study-missing", Given({"documents.1": None, "cooperation": "KSDD"})) == []


def test_one_complete_meeting_is_enough_even_if_a_later_one_is_not() -> None:
    given = Given({"facilitation.1": {"date": "2026-01-20", "outcome": "none"}})
    assert found("meeting-incomplete", given) == []


def test_an_umbrella_outside_the_register_is_taken_at_its_word() -> None:
    assert found("umbrella-missing", Given({"under": _PAPER})) == []


def test_an_umbrella_nobody_has_a_file_of_is_none() -> None:
    (hit,) = found("umbrella-missing", Given({"under": "tidak-ada"}))
    assert hit.path == ("under", 0)
    assert hit.message == Message("rule.umbrella-missing.unknown", link="tidak-ada")


def test_an_unsigned_umbrella_is_named() -> None:
    (hit,) = found("umbrella-missing", Given(others=(_UNSIGNED_UMBRELLA,)))
    assert hit.path == ("under", 0)
    assert hit.message == Message("rule.umbrella-missing.unsigned", umbrella="payung", title="Kesehatan")


def test_a_signed_umbrella_beside_an_unsigned_one_is_enough() -> None:
    given = Given({"under": ["baru", "payung"]}, others=(Other("baru", signed=False),))
    assert found("umbrella-missing", given) == []


@pytest.mark.parametrize("code", ["meeting-missing", "meeting-incomplete"])
def test_facilitation_is_only_a_warning_for_a_partner(code: str) -> None:
    assert {one.level for one in found(code, CASES[code].trips, profile="partner")} == {"warning"}


def test_nothing_guards_the_last_stage() -> None:
    assert gate(Given({"evaluations": []}).agreement(), Given().surroundings(), "renewal") == []


def test_a_gate_lists_what_is_missing_in_the_order_of_the_table() -> None:
    given = Given({"funding": None, "scope": None, "instrument": None})
    assert [one.code for one in gate(given.agreement(), given.surroundings(), "draft")] == [
        "instrument-missing",
        "scope-missing",
        "funding-missing",
        "third-party-clauses",
    ]


def test_of_the_one_meeting_that_is_planned_the_outcome_is_missing() -> None:
    (hit,) = found("meeting-missing", Given({"facilitation.0.outcome": "planned"}))
    assert hit.path == ("facilitation", 0, "outcome")
    assert hit.message == Message("rule.meeting-missing.planned", date=TODAY.replace(2026, 1, 15), **_named(hit))
    assert say(hit.fix, "en") == "once it is held: `pks meet ini --date 2026-01-15 --outcome corrections`, or `none`"


@pytest.mark.parametrize("second", ["2026-01-15", "2026-01-20"])
def test_of_two_meetings_none_is_taken_for_the_one(second: str) -> None:
    given = Given({"facilitation.0.outcome": "planned", "facilitation.1": {"date": second, "outcome": "planned"}})
    (hit,) = found("meeting-missing", given)
    assert hit.message == Message("rule.meeting-missing")


def test_a_meeting_that_shares_its_day_is_named_by_its_place() -> None:
    twice = {"facilitation.0.chair": None, "facilitation.1": {"date": "2026-01-15", "outcome": "planned"}}
    (hit,) = found("meeting-incomplete", Given(twice))
    assert say(hit.fix, "en") == '`pks set ini "facilitation.1.chair=OFFICE"`'
    (undated,) = found("meeting-incomplete", Given({"facilitation.0.date": None}))
    assert say(undated.fix, "id") == "`pks set ini facilitation.1.date=TANGGAL`"


def _named(hit: Missing) -> dict[str, object]:
    return {name: hit.message.values[name] for name in ("verb", "rest")}
