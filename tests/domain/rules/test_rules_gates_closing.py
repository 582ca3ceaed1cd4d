from __future__ import annotations

import pytest

from pks.message import Message
from tests.domain.rules.rules_builders import TODAY, Given, found


def test_a_rejected_correction_says_who_rejected_it_and_when() -> None:
    (hit,) = found("correction-open", Given({"corrections.0.answers.klinik": {"rejected": "2026-01-20"}}))
    assert hit.message.key == "rule.correction-open.rejected"
    assert hit.fix.key == "rule.correction-open.rejected.fix"
    assert hit.message.values["party"] == "Klinik Sehat"
    assert hit.message.values["rejected"] == TODAY.replace(2026, 1, 20)


@pytest.mark.parametrize(
    ("accepted", "rejected", "open_hits"),
    [
        ("2026-01-21", "2026-01-20", 0),
        ("2026-01-20", "2026-01-20", 1),
        ("2026-01-19", "2026-01-20", 1),
    ],
)
def test_of_two_answers_the_later_counts(accepted: str, rejected: str, open_hits: int) -> None:
    answer = {"accepted": accepted, "rejected": rejected}
    assert len(found("correction-open", Given({"corrections.0.answers.klinik": answer}))) == open_hits


def test_a_correction_without_a_clause_can_still_be_named() -> None:
    (hit,) = found("correction-open", Given({"corrections.0.clause": None, "corrections.0.answers.klinik": None}))
    assert hit.message.values["clause"] == Message("rules.clause-unnamed")


@pytest.mark.parametrize("burden", ["ya", "tidak"])
def test_a_refusal_by_the_council_blocks_whatever_was_asked(burden: str) -> None:
    (hit,) = found("council-approval-missing", Given({"council.outcome": "refused", "council.burdens_public": burden}))
    assert hit.message == Message("rule.council-approval-missing.refused")


@pytest.mark.parametrize("question", ["burdens_public", "unbudgeted"])
def test_either_half_of_the_question_calls_for_approval(question: str) -> None:
    assert len(found("council-approval-missing", Given({f"council.{question}": "ya"}))) == 1


def test_without_a_council_question_no_approval_is_asked_for() -> None:
    assert found("council-approval-missing", Given({"council": None})) == []


@pytest.mark.parametrize(
    ("office", "capacity", "needed"),
    [
        ("Bupati Contoh", None, False),
        ("Pj. Bupati Contoh", None, False),
        ("Penjabat Bupati Contoh", None, False),
        ("Penjabat Sementara Wali Kota Contoh", None, False),
        ("Pelaksana Tugas Gubernur Contoh", None, False),
        ("Pelaksana Harian Sekretaris Daerah", None, True),
        ("Gubernur Kalimantan Barat", "Plt", False),
        ("Walikota Singkawang", None, False),
        ("WALI KOTA SINGKAWANG", None, False),
        ("Bupati Contoh", "a.n.", True),
        ("Wakil Bupati Contoh", None, True),
        ("Sekretaris Daerah", None, True),
        ("Bupatian", None, True),
    ],
)
def test_only_a_head_of_region_signs_without_a_mandate(office: str, capacity: str | None, *, needed: bool) -> None:
    signatory = {"office": office} | ({"capacity": capacity} if capacity else {})
    assert bool(found("mandate-missing", Given({"parties.0.signatory": signatory}))) is needed


@pytest.mark.parametrize(
    ("party", "asked"),
    [
        ({"region": "Kabupaten Contoh"}, True),
        ({"region": "Kabupaten Contoh", "body": "central"}, False),
        ({"body": "village"}, False),
        ({}, False),
    ],
)
def test_a_mandate_is_asked_of_regional_parties_only(party: dict[str, str], *, asked: bool) -> None:
    given = Given({"parties.1": {"key": "klinik", "name": "Klinik", **party}})
    assert bool(found("mandate-missing", given)) is asked


def test_a_signatory_without_an_office_is_no_head_of_region() -> None:
    assert len(found("mandate-missing", Given({"parties.0.signatory": {"name": "Contoh"}}))) == 1


def test_only_the_original_needs_a_place() -> None:
    assert len(found("original-missing", Given({"documents.2.copy": "scan"}))) == 1


@pytest.mark.parametrize("council", [None, {"unbudgeted": "ya"}, {"burdens_public": "tidak"}])
def test_the_council_question_has_two_halves(council: dict[str, str] | None) -> None:
    assert len(found("council-question-open", Given({"council": council}))) == 1


def test_nobody_stated_to_sign_is_said_so() -> None:
    (hit,) = found("mandate-missing", Given({"parties.0.signatory": None}))
    assert hit.message.key == "rule.mandate-missing.unstated"


def test_the_first_of_several_signatories_is_given_the_mandate() -> None:
    (hit,) = found("mandate-missing", Given({"parties.0.signatory": [{"office": "A"}, {"office": "B"}]}))
    assert hit.fix.values["place"] == "parties.dinkes.signatory.1"


def test_a_signed_copy_without_a_hash_is_pointed_at() -> None:
    (hit,) = found("signed-copy-missing", Given({"documents.2.sha256": None}))
    assert (hit.path, hit.message.key) == (("documents", 2), "rule.signed-copy-missing.unhashed")
