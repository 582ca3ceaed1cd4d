"""What a renewal takes over, field by field; when it may be begun; and what it does to the old one's deadlines."""

from __future__ import annotations

from typing import Any

import pytest

from pks.domain.model.schema import Shape, agreement_shape
from pks.domain.renewals import FATES, Fate, carried, fate_of, fates_in, open_links, signed_successors
from pks.domain.standing.facts import Facts
from pks.errors import RefusedError
from pks.language.sentences import SENTENCES
from pks.message import Message
from pks.workflow.new import LIKE, LIKE_PARTY, LIKE_TERM
from tests.domain.builders import OFFICE, entered, facts, of_kind, rows, running, signed, successor

SHAPE = agreement_shape()
SIGNED_RENEWAL = {"parties": signed("2027-01-10"), "term": {"starts": "2028-02-12", "length": "2 years"}}


def below(*names: str) -> Shape:
    shape: Shape = SHAPE
    for name in names:
        inner = shape.fields[name]
        shape = inner.item if inner.form == "list" and inner.item else inner
    return shape


@pytest.mark.parametrize(
    "above", [(), ("parties",), ("term",), ("funding",), ("indicators",), ("parties", "signatory")]
)
def test_every_key_has_its_fate(above: tuple[str, ...]) -> None:
    depth = len(above)
    stated = {name.split(".")[-1] for name in FATES if tuple(name.split(".")[:-1]) == above}
    assert stated == set(below(*above).fields)
    assert all(FATES[".".join(above[: number + 1])].what == "adjusted" for number in range(depth))


def test_every_reason_is_said_and_every_one_that_can_be_said_is_used() -> None:
    said = {key.rpartition(".")[2] for key in SENTENCES if key.startswith("renewing.because.")}
    assert {fate.reason for fate in FATES.values()} | {"own-keys", "as-said"} == said


def test_the_table_is_as_agreed() -> None:
    by_what = {what: {name for name, fate in FATES.items() if fate.what == what} for what in ("carried", "adjusted")}
    assert by_what["carried"] == {
        "title", "purpose", "location", "instrument", "as_written", "cooperation", "mandatory", "sectors", "initiator",
        "lead", "legal_basis", "cluster", "clusters", "scope", "reporting", "parties.key", "parties.name",
        "parties.region", "parties.body", "parties.ours", "parties.signatory.office", "term.length", "term.until",
        "term.review", "term.notice", "funding.source", "funding.party", "indicators.name", "indicators.unit",
    }  # fmt: skip
    assert by_what["adjusted"] == {
        "under", "renews", "parties", "parties.signatory", "term", "funding", "indicators", "history",
    }  # fmt: skip


def test_what_new_takes_after_another_a_renewal_takes_over_too() -> None:
    names = [*LIKE, *(f"term.{key}" for key in LIKE_TERM), *(f"parties.{key}" for key in LIKE_PARTY)]
    assert {name for name in names if fate_of(name).what != "carried"} == {"under", "funding"}


@pytest.mark.parametrize("name", ["x-map", "kolom", "parties.x-kode", "term.lama", "parties.signatory.nip"])
def test_keys_of_the_office_and_unknown_ones_are_left(name: str) -> None:
    assert fate_of(name) == Fate("blanked", "own-keys")


def test_parts_of_parties_term_funding_and_indicators_are_carried_one_by_one() -> None:
    content = {
        "title": "T", "purpose": None, "x-map": "lemari", "under": "payung", "renews": "2020-lama", "amends": "lain",
        "parties": [
            {"key": "a", "name": "A", "number": ["1/2"], "signed": "2026-01-01", "x-kode": "7",
             "signatory": {"name": "dr. Ida", "office": "Direktur", "capacity": "Plt", "mandate": {"number": "9"}}},
            {"name": "B", "signatory": [{"name": "Budi"}, {"office": "Bupati"}]},
            {"name": "B"},
            {"name": "B"},
        ],
        "term": {"starts": "2026-01-01", "length": "2 tahun", "ends": "2027-12-31", "review": "6 bulan"},
        "funding": [
            {"source": "APBD", "party": "a", "amount": "5", "year": "2026"},
            {"source": "APBD", "party": "a", "amount": "6", "year": "2027"},
            {"amount": "7"},
        ],
        "indicators": [{"name": "rujukan", "unit": "orang", "readings": [{"period": "2026-S1", "value": "3"}]}],
        "renewal": {"intent": "renew"},
    }  # fmt: skip
    assert carried(content) == {
        "title": "T",
        "parties": [
            {"key": "a", "name": "A", "signatory": {"office": "Direktur"}},
            {"name": "B", "signatory": [{"office": "Bupati"}]},
            {"name": "B"},
            {"name": "B"},
        ],
        "term": {"length": "2 tahun", "review": "6 bulan"},
        "funding": [{"source": "APBD", "party": "a"}],
        "indicators": [{"name": "rujukan", "unit": "orang"}],
    }


def test_only_what_the_file_states_is_told_of_and_part_by_part() -> None:
    content: dict[str, Any] = {
        "title": "T",
        "purpose": None,
        "parties": [{"name": "A", "number": "1"}, {"name": "B", "signatory": {"office": "X"}}],
        "history": [{"date": "2026-01-01", "stage": "draft"}],
    }
    assert {name: fate.what for name, fate in fates_in(content).items()} == {
        "title": "carried",
        "parties.name": "carried",
        "parties.number": "blanked",
        "parties.signatory.office": "carried",
        "history": "adjusted",
    }


@pytest.mark.parametrize(
    ("under", "left"),
    [
        (None, []),
        ("buka", "buka"),
        ("tutup", []),
        (["buka", "tutup"], "buka"),
        ([{"text": "KB"}, "tutup", "buka"], [{"text": "KB"}, "buka"]),
        ({"text": "tutup"}, {"text": "tutup"}),
    ],
)
def test_umbrellas_that_are_over_are_left_out(under: Any, left: Any) -> None:
    assert open_links(under, ["tutup"]) == left


def begun(old: Facts, *others: Facts) -> list[str]:
    return signed_successors({one.id: one for one in (old, *others)}, old)


def refusal(old: Facts, *others: Facts) -> RefusedError:
    with pytest.raises(RefusedError) as caught:
        begun(old, *others)
    return caught.value


@pytest.mark.parametrize("stage", ["registration", "reporting", "renewal"])
def test_it_may_be_renewed_at_any_stage_once_signed(stage: str) -> None:
    assert begun(facts(history=entered(stage))) == []
    assert begun(facts(history=entered("corrections"), parties=signed())) == []
    assert begun(facts(history=entered(stage, closed="expired"))) == []


def test_what_is_not_signed_is_refused_and_who_is_missing_is_named() -> None:
    one_missing = [*signed()[:1], {"key": "rsj", "name": "RSJ Kalbar"}]
    error = refusal(facts(history=entered("corrections"), parties=one_missing))
    assert error.message.key == "renewing.unsigned"
    assert error.details == (Message("renewing.unsigned-by", parties=["RSJ Kalbar"]),)


def test_a_renewal_that_is_being_prepared_is_named_and_no_other_is_begun() -> None:
    error = refusal(running(), successor(), facts("abang", renews="satu"))
    assert error.message.key == "renewing.being-prepared"
    assert (error.message.values["successors"], error.message.values["first"]) == (["abang", "penerus"], "abang")


def test_a_signed_renewal_does_not_stand_in_the_way_but_is_told_of() -> None:
    assert begun(running(), successor(**SIGNED_RENEWAL)) == ["penerus"]


def test_a_renewal_that_was_given_up_before_it_was_signed_counts_for_nothing() -> None:
    assert begun(running(), successor(history=entered("draft", closed="withdrawn"))) == []


def test_a_signed_renewal_silences_the_old_end_but_not_the_reports_that_are_still_owed() -> None:
    """In force from 2026-02-12 to 2028-02-11: five half years, each owed to bupati and gubernur."""
    old, new = running(office=OFFICE), successor(**SIGNED_RENEWAL)
    alone, renewed = rows(old, on="2028-01-01"), rows(old, new, on="2028-01-01")
    assert of_kind("expiry", alone) == [("2028-02-11", "expiry")]
    assert of_kind("expiry", renewed) == []
    assert {key for _, key in of_kind("report", renewed)} == {
        f"report/{period}/{tier}"
        for period in ("2026-S1", "2026-S2", "2027-S1", "2027-S2", "2028-S1")
        for tier in ("bupati", "gubernur")
    }
    assert of_kind("report", renewed) == of_kind("report", alone)


def test_an_unsigned_renewal_leaves_the_old_end_in_sight_and_silences_decision_notice_and_start() -> None:
    old = running(term={"starts": "2026-02-12", "length": "2 years", "notice": "2 months"})
    assert {row.kind for row in rows(old, on="2027-06-01")} == {"expiry", "decision", "notice", "start"}
    assert {row.kind for row in rows(old, successor(), on="2027-06-01")} == {"expiry"}
