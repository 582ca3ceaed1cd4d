from __future__ import annotations

from datetime import date

import pytest

from pks.message import Message
from tests.domain.rules.rules_builders import Case, Given, assert_trips, found

_IN_CORRECTIONS = [{"date": "2026-01-15", "stage": "corrections"}]
_IMPORTED = [{"date": "2026-03-01", "stage": "reporting", "imported": "true"}]

CASES: dict[str, Case] = {
    "no-party-ours": Case(
        Given({"parties.0.ours": None}),
        [("parties",)],
        Given({"parties.0.ours": None, "parties.1.ours": "ya"}),
        says={"first": "dinkes"},
        level="info",
    ),
    "signing-date-missing": Case(
        Given({"parties.1.signed": None}),
        [("parties", 1, "signed")],
        Given({"parties.1.signed": None, "history": _IN_CORRECTIONS}),
        says={"party": "Klinik Sehat", "party_key": "klinik"},
        level="warning",
    ),
    "signed-late": Case(
        Given({"parties.1.signed": "2026-03-15"}),
        [("parties", 1, "signed")],
        Given({"parties.1.signed": "2026-03-14"}),
        says={"signed": date(2026, 3, 15), "starts": date(2026, 2, 12), "days": 31},
        level="warning",
    ),
    "running-unsigned": Case(
        Given({"parties.1.signed": None, "history": _IN_CORRECTIONS}),
        [("term", "starts")],
        Given({"parties.1.signed": None, "history": _IN_CORRECTIONS, "term.starts": "2026-06-01"}),
        says={"days": 109, "parties": ["Klinik Sehat"], "party_key": "klinik", "starts": date(2026, 2, 12)},
        level="warning",
    ),
    "sinergi-advised": Case(
        Given({"parties.1.body": "central"}),
        [("cooperation",)],
        Given({"parties.1.body": "central", "cooperation": "Sinergi", "instrument": "NK"}),
        says={"party": "Klinik Sehat"},
        level="info",
    ),
    "third-party-in-ksdd": Case(
        Given({"cooperation": "KSDD"}),
        [("cooperation",)],
        Given({"cooperation": "KSDD", "parties.1.body": "village"}),
        says={"party": "Klinik Sehat"},
        level="info",
    ),
}


@pytest.mark.parametrize("code", CASES)
def test_what_is_odd_about_the_parties_is_found(code: str) -> None:
    assert_trips(code, CASES[code])


@pytest.mark.parametrize("code", CASES)
def test_what_is_in_order_about_the_parties_is_not(code: str) -> None:
    assert found(code, CASES[code].near) == []


def test_signing_days_that_are_all_missing_are_said_once() -> None:
    changes = {"parties.0.signed": None, "parties.1.signed": None, "history": _IMPORTED}
    (hit,) = found("signing-date-missing", Given(changes))
    assert (hit.path, hit.message) == (("signing",), Message("rule.signing-date-missing.all"))


def test_a_common_day_of_signing_is_every_partys() -> None:
    changes = {"parties.0.signed": None, "parties.1.signed": None, "signing": {"date": "2026-03-15"}}
    assert found("signing-date-missing", Given(changes)) == []
    assert [one.path for one in found("signed-late", Given(changes))] == [("signing", "date")]


def test_the_last_to_sign_is_pointed_at() -> None:
    (hit,) = found("signed-late", Given({"parties.0.signed": "2026-03-20"}))
    assert hit.path == ("parties", 0, "signed")


@pytest.mark.parametrize("missing", ["term.starts", "parties.0.signed"])
def test_lateness_is_only_known_where_both_days_are(missing: str) -> None:
    given = Given({"parties.1.signed": None, missing: None})
    assert found("signed-late", given) == []


def test_how_late_is_late_is_the_offices_to_set() -> None:
    given = {"parties.1.signed": "2026-03-15"}
    assert found("signed-late", Given(given, rules={"signed-late": "60 hari"})) == []
    assert len(found("signed-late", Given(rules={"signed-late": "0d"}))) == 0
    assert len(found("signed-late", Given({"parties.1.signed": "2026-02-13"}, rules={"signed-late": "0d"}))) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"parties.1.signed": "2026-02-12"},
        {"history": _IMPORTED},
        {"history": [{"date": "2026-01-15", "stage": "registration"}]},
        {"history": [{"date": "2026-01-15", "stage": "corrections", "closed": "rejected"}]},
        {"term.starts": None},
        {"term": None},
    ],
)
def test_nothing_runs_unsigned_that_is_signed_closed_or_without_a_start(changes: dict[str, object]) -> None:
    before = {"parties.1.signed": None, "history": _IN_CORRECTIONS}
    assert found("running-unsigned", Given({**before, **changes})) == []


@pytest.mark.parametrize(
    ("name", "central"),
    [
        ("Rumah Sakit Bhayangkara Polda Banten", True),
        ("Kementerian Kesehatan", True),
        ("Kemendagri", True),
        ("Polres Ketapang", True),
        ("Kodim 1203/Ketapang", True),
        ("Kejaksaan Negeri Ketapang", True),
        ("Dinas Sosial", False),
        ("Universitas Tanjungpura", False),
    ],
)
def test_a_central_body_is_known_by_its_name_where_none_is_stated(name: str, *, central: bool) -> None:
    party = {"key": "mitra", "name": name}
    assert bool(found("sinergi-advised", Given({"parties.1": party}))) is central
    stated = party | {"body": "organisation"}
    assert found("sinergi-advised", Given({"parties.1": stated})) == []


def test_other_cooperation_with_a_central_body_is_not_advised_on() -> None:
    changes = {"parties.1.body": "central", "cooperation": "internal"}
    assert found("sinergi-advised", Given(changes)) == []


def test_sinergi_by_another_text_is_advised_at_the_text() -> None:
    changes = {"parties.1.body": "central", "cooperation": "Sinergi", "instrument": "MoU"}
    (hit,) = found("sinergi-advised", Given(changes))
    assert (hit.path, hit.message.key) == (("instrument",), "rule.sinergi-advised.text")


@pytest.mark.parametrize("code", ["sinergi-advised", "third-party-in-ksdd"])
def test_a_closed_agreement_is_given_no_advice(code: str) -> None:
    changes = {**CASES[code].trips.changes, "history.5.closed": "agreed"}
    assert found(code, Given(changes)) == []
