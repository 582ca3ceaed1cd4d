from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from pks.domain.office import Office, Reports
from pks.domain.standing.facts import MeetingFacts, OpenCorrection, PaperLink, PartyFacts, TaskFacts
from pks.domain.standing.facts_of import facts_of
from tests.domain.builders import agreement, day, entered, facts, length, signed


def test_what_list_shows_is_taken_from_the_file() -> None:
    found = facts(
        "2026-rujukan",
        title="Rujukan jiwa",
        instrument="PKS",
        cooperation="KSDD",
        sectors=["kesehatan", "sosial"],
        lead=["Dinas Kesehatan", "Dinas Sosial"],
        parties=[
            {"name": "Dinas Sosial", "ours": True, "number": "440/1"},
            {"key": "rsj", "name": "RSJ", "number": ["0123", "7"]},
        ],
        registration={"number": "REG/2026/014"},
        renewal={"intent": "review"},
    )
    assert (found.id, found.title, found.instrument, found.cooperation) == (
        "2026-rujukan",
        "Rujukan jiwa",
        "PKS",
        "KSDD",
    )
    assert (found.sectors, found.lead) == (("kesehatan", "sosial"), ("Dinas Kesehatan", "Dinas Sosial"))
    assert found.parties == (
        PartyFacts("dinas-sosial", "Dinas Sosial", True),
        PartyFacts("rsj", "RSJ", False),
    )
    assert found.numbers == ("440/1", "0123", "7")
    assert (found.register, found.intent) == ("REG/2026/014", "review")


def test_an_early_draft_knows_almost_nothing() -> None:
    found = facts()
    assert (found.instrument, found.register, found.intent, found.starts, found.ends, found.until) == (None,) * 6
    assert (found.signed, found.signed_on, found.unsigned) == (False, None, ("dinsos", "rsj"))
    assert (found.length_stated, found.decision, found.notice_day, found.offer_open, found.review) == (
        (False,) + (None,) * 4
    )
    assert found.stated == ("history", "parties", "title")


def test_stated_names_every_field_that_holds_something() -> None:
    found = facts(term={"starts": "2026-01-01"}, council={"number": ""}, sectors=[], scope=["a"], offer={"number": "1"})
    assert found.stated == (
        "council",
        "history",
        "offer",
        "offer.number",
        "parties",
        "scope",
        "term",
        "term.starts",
        "title",
    )


def test_links_are_ids_or_papers() -> None:
    paper = {"text": "Perjanjian 2022", "number": "440/3", "date": "2022-02-01"}
    found = facts(under="payung", renews=["lama", paper], amends=paper)
    assert found.under == ("payung",)
    assert found.renews == ("lama", PaperLink("Perjanjian 2022", "440/3", date(2022, 2, 1)))
    assert (found.under_ids, found.renews_ids, found.amends_ids) == (("payung",), ("lama",), ())


def _entry(on: str, stage: str, closed: str | None = None) -> dict[str, Any]:
    return {"date": on, "stage": stage, "closed": closed}


@pytest.mark.parametrize(
    ("history", "since"),
    [
        ([_entry("2026-01-01", "draft")], "2026-01-01"),
        ([_entry("2026-01-01", "draft"), _entry("2026-02-01", "facilitation")], "2026-02-01"),
        ([_entry("2026-01-01", "draft"), _entry("2026-02-01", "draft", "withdrawn")], "2026-01-01"),
        (
            [
                _entry("2026-01-01", "draft"),
                _entry("2026-02-01", "facilitation"),
                _entry("2026-03-01", "draft"),
            ],
            "2026-03-01",
        ),
        (
            [
                _entry("2026-01-01", "draft"),
                _entry("2026-02-01", "corrections"),
                _entry("2026-03-01", "corrections", "rejected"),
                _entry("2026-04-01", "corrections"),
            ],
            "2026-02-01",
        ),
    ],
)
def test_a_stage_is_entered_by_the_first_entry_of_its_last_run(history: list[dict[str, Any]], since: str) -> None:
    found = facts(history=history)
    assert found.stage_since == day(since)
    assert found.entered == day("2026-01-01")


def test_the_closing_is_the_last_entrys() -> None:
    closed = [_entry("2026-01-01", "reporting"), _entry("2026-02-01", "reporting", "bankruptcy")]
    assert (facts(history=closed).closed, facts(history=closed).closed_on) == (
        "bankruptcy",
        day("2026-02-01"),
    )
    reopened = [*closed, _entry("2026-03-01", "reporting")]
    assert (facts(history=reopened).closed, facts(history=reopened).closed_on) == (None, None)


def test_imported_is_any_entrys() -> None:
    history = [
        {"date": "2026-01-01", "stage": "reporting", "imported": True},
        _entry("2026-02-01", "renewal"),
    ]
    assert facts(history=history).imported
    assert not facts(history=history[1:]).imported


def test_the_last_party_to_sign_makes_it_signed() -> None:
    found = facts(parties=signed("2026-02-12", "2026-02-10"))
    assert (found.signed, found.signed_on, found.unsigned) == (True, day("2026-02-12"), ())
    assert found.days_to_signature == 38


def test_the_signing_day_is_that_of_every_party_without_its_own() -> None:
    half = [{"key": "a", "name": "A", "signed": "2026-02-10"}, {"key": "b", "name": "B"}]
    found = facts(parties=half, signing={"date": "2026-02-15"})
    assert (found.signed, found.signed_on, found.unsigned) == (True, day("2026-02-15"), ())
    found = facts(parties=half, signing={"place": "Aula"})
    assert (found.signed, found.signed_on, found.unsigned) == (False, None, ("b",))


@pytest.mark.parametrize("stage", ["registration", "reporting", "renewal"])
def test_from_registration_on_a_text_counts_as_signed_without_a_day(stage: str) -> None:
    found = facts(history=entered(stage))
    assert (found.signed, found.signed_on, found.unsigned, found.days_to_signature) == (
        True,
        None,
        ("dinsos", "rsj"),
        None,
    )


@pytest.mark.parametrize("stage", ["draft", "facilitation", "corrections"])
def test_before_registration_a_missing_day_is_a_missing_signature(stage: str) -> None:
    assert not facts(history=entered(stage)).signed


def test_days_to_signature_are_those_of_a_way_recorded_here() -> None:
    assert facts(parties=signed("2026-01-05")).days_to_signature == 0
    assert facts(parties=signed("2026-01-04")).days_to_signature is None
    assert facts(parties=signed("2026-03-05"), history=entered("draft", imported=True)).days_to_signature is None


@pytest.mark.parametrize(
    ("every", "own", "months"),
    [
        ("6 months", None, 6),
        ("6 months", "3 bulan", 3),
        ("6 months", "1 year", 12),
        ("6 months", "off", None),
    ],
)
def test_the_interval_is_the_agreements_own_or_else_the_offices(
    every: str, own: str | None, months: int | None
) -> None:
    office = Office(reports=Reports(every=length(every)))
    assert facts(office=office, reporting=own).report_months == months
    off = Office(reports=Reports(every=length("0 months")))
    assert facts(office=off).report_months is None
    assert facts(office=off, reporting="1 month").report_months == 1


def test_reports_are_known_by_period_and_tier() -> None:
    found = facts(
        reports=[
            {"period": "2026-S1", "sent": [{"to": "bupati", "date": "2026-07-10"}, {"to": "gubernur"}]},
            {"period": "2026-S2"},
        ]
    )
    assert found.reported == ("2026-S1", "2026-S2")
    assert found.sent == (("2026-S1", "bupati"), ("2026-S1", "gubernur"))


def test_an_offer_and_a_council_are_open_until_they_answer() -> None:
    assert facts(offer={"sent": "2026-01-02", "received": "2026-01-03"}).offer_open == day("2026-01-02")
    assert facts(offer={"sent": "2026-01-02", "replied": "2026-01-09"}).offer_open is None
    assert facts(offer={"number": "1"}).offer_open is None
    assert facts(council={"submitted": "2026-01-16"}).council_open == day("2026-01-16")
    assert facts(council={"submitted": "2026-01-16", "answered": "2026-02-05"}).council_open is None
    assert facts(council={"submitted": "2026-01-16", "outcome": "deemed"}).council_open is None
    assert facts(council={"unbudgeted": True}).council_open is None


def test_planned_meetings_keep_their_place_in_the_list() -> None:
    found = facts(
        facilitation=[
            {"date": "2026-01-15", "outcome": "none"},
            {"date": "2026-01-15", "outcome": "planned", "place": "Aula"},
            {"outcome": "planned"},
            {"date": "2026-01-20"},
            {"date": "2026-02-15", "outcome": "planned"},
        ]
    )
    assert found.meetings == (
        MeetingFacts(2, day("2026-01-15"), 2, "Aula", alone=False),
        MeetingFacts(4, day("2026-01-20"), 1, None, alone=True),
        MeetingFacts(5, day("2026-02-15"), 1, None, alone=True),
    )


def test_open_corrections_are_those_a_party_has_not_answered() -> None:
    found = facts(
        corrections=[
            {
                "no": 1,
                "clause": "Pasal 4",
                "raised": {"date": "2026-01-15"},
                "answers": {"dinsos": {"accepted": "2026-01-16"}},
            },
            {
                "no": 2,
                "raised": {"date": "2026-01-20"},
                "answers": {"rsj": {"rejected": "2026-01-21"}, "RSJ": {}},
            },
            {"no": 3, "raised": {"date": "2026-01-20"}, "withdrawn": {"reason": "sudah diatur"}},
            {"no": 4, "raised": {"by": "Bagian Hukum"}},
            {"no": 5},
            {
                "no": 6,
                "raised": {"date": "2026-01-22"},
                "answers": {"dinsos": {"note": "dibahas"}, "rsj": {"accepted": "2026-01-23"}},
            },
        ]
    )
    assert found.corrections == (
        OpenCorrection(2, None, "dinsos", day("2026-01-20")),
        OpenCorrection(6, None, "dinsos", day("2026-01-22")),
        OpenCorrection(1, "Pasal 4", "rsj", day("2026-01-15")),
    )


def test_tasks_without_a_day_keep_their_number() -> None:
    found = facts(
        tasks=[
            {"what": "Kunjungan"},
            {
                "what": "Rapat",
                "who": "dinsos",
                "due": "2026-08-01",
                "every": "6 months",
                "done": ["2026-08-03"],
            },
        ]
    )
    assert found.tasks == (TaskFacts(2, "Rapat", "dinsos", day("2026-08-01"), length("6 months"), 1),)


def test_reviews_and_the_last_evaluation() -> None:
    found = facts(term={"review": "1 year"}, evaluations=[{"date": "2027-01-01"}, {"date": "2026-01-01"}, {"score": 4}])
    assert (found.review, found.evaluated) == (length("1 year"), day("2027-01-01"))
    assert facts(evaluations=[{"score": 4}]).evaluated is None


def test_facts_are_plain_values_that_cannot_change() -> None:
    found = facts(
        renews=["lama", {"text": "Perjanjian 2022"}],
        term={"starts": "2026-01-01", "review": "1 year"},
        tasks=[{"what": "Rapat", "due": "2026-08-01", "every": "6 months"}],
    )
    assert "Rapat" in json.dumps(found, default=date.isoformat)
    with pytest.raises(AttributeError):
        found.title = "lain"  # type: ignore[misc]


def test_without_parties_nothing_is_signed() -> None:
    without = agreement(signing={"date": "2026-02-15"}).but(parties=())
    found = facts_of("satu", without, Office())
    assert (found.signed, found.signed_on, found.unsigned) == (False, None, ())


def test_words_are_looked_for_in_titles_names_numbers_and_scope_whatever_their_case() -> None:
    found = facts(
        title="Layanan JIWA",
        scope=["Rujukan Pasien"],
        parties=[{"key": "rsj", "name": "Rumah Sakit", "region": "Kalbar", "number": "12/RSJ"}],
        registration={"number": "REG/2026/001"},
    ).text.splitlines()
    assert found == ["layanan jiwa", "reg/2026/001", "rsj", "rumah sakit", "kalbar", "12/rsj", "rujukan pasien"]


def test_the_slots_of_an_umbrella_and_the_slot_an_agreement_fills() -> None:
    found = facts(clusters=[{"name": "rujukan"}, {"name": "pelatihan", "note": "tahun kedua"}], cluster="kesehatan")
    assert (found.cluster, found.clusters) == ("kesehatan", ("rujukan", "pelatihan"))
    assert (facts().cluster, facts().clusters) == (None, ())


ACCEPTED = {"dinsos": {"accepted": "2026-01-16"}, "rsj": {"accepted": "2026-01-17"}}
TURNED = {"rejected": "2026-01-16", "accepted": "2026-01-17"}


@pytest.mark.parametrize(
    ("open_", "fields"),
    [
        (False, {}),
        (False, {"facilitation": [{"outcome": "none"}, {"outcome": "planned"}]}),
        (True, {"facilitation": [{"outcome": "none"}, {"outcome": "corrections"}]}),
        (False, {"facilitation": [{"outcome": "corrections"}], "corrections": [{"no": 1, "answers": ACCEPTED}]}),
        (True, {"corrections": [{"no": 1, "answers": ACCEPTED}, {"no": 2}]}),
        (True, {"corrections": [{"no": 1, "answers": {"dinsos": {"accepted": "2026-01-16"}}}]}),
        (True, {"corrections": [{"no": 1, "answers": ACCEPTED | {"rsj": {"rejected": "2026-01-17"}}}]}),
        (False, {"corrections": [{"no": 1, "answers": ACCEPTED | {"dinkes": {"rejected": "2026-01-18"}}}]}),
        (False, {"corrections": [{"no": 1, "answers": ACCEPTED | {"rsj": TURNED}}]}),
        (
            False,
            {"corrections": [{"no": 1, "answers": {"rsj": {"rejected": "2026-01-17"}}, "withdrawn": {"reason": ""}}]},
        ),
    ],
)
def test_corrections_are_open_until_all_accept_them(*, open_: bool, fields: dict[str, Any]) -> None:
    assert facts(**fields).corrections_open is open_


@pytest.mark.parametrize(
    ("documents", "copied", "located"),
    [
        ([], False, False),
        ([{"kind": "minutes", "copy": "scan", "location": "Lemari 2"}], False, False),
        ([{"kind": "signed-copy", "copy": "original"}], True, False),
        ([{"kind": "signed-copy", "copy": "scan", "location": "Lemari 2"}], True, False),
        ([{"copy": "original", "location": "Lemari 2"}], False, True),
        ([{"kind": "signed-copy"}, {"copy": "original", "location": "Lemari 2"}], True, True),
    ],
)
def test_a_signed_copy_and_the_place_of_the_original_are_seen_among_the_documents(
    documents: list[dict[str, str]], *, copied: bool, located: bool
) -> None:
    found = facts(documents=documents)
    assert (found.has_signed_copy, found.original_located) == (copied, located)
