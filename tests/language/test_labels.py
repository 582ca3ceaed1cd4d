from collections.abc import Iterator

import pytest

from pks.domain import vocabulary
from pks.domain.model.schema import Shape, agreement_shape, office_shape
from pks.domain.values import Kind
from pks.language.labels import LABELS


def kinds(shape: Shape) -> Iterator[Kind]:
    if shape.form == "scalar":
        yield shape.kind
    for child in [*shape.fields.values(), *([shape.item] if shape.item else [])]:
        yield from kinds(child)


def reachable() -> set[Kind]:
    return {*kinds(agreement_shape()), *kinds(office_shape())}


def test_every_choice_of_the_format_has_a_name_but_sectors_which_are_names() -> None:
    wanted = {(kind.name, value) for kind in reachable() for value in kind.choices if kind.name != "sector"}
    assert wanted - set(LABELS) == set()


def test_every_kind_of_value_without_fixed_choices_can_be_named() -> None:
    assert {kind.name for kind in reachable() if not kind.choices} == {
        value for kind, value in LABELS if kind == "kind"
    }


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("stage", vocabulary.STAGES),
        ("validity", vocabulary.VALIDITIES),
        ("level", ("off", "info", "warning", "error")),
        ("waiting", ("council", "office")),
        ("flag", ("true", "false")),
        ("due", (
            "expiry", "decision", "notice", "start", "report", "meeting", "offer", "council", "correction",
            "task", "review", "stage",
        )),
    ],
)  # fmt: skip
def test_the_names_of_a_kind_are_exactly_its_values_in_order(kind: str, values: tuple[str, ...]) -> None:
    assert tuple(value for one, value in LABELS if one == kind) == values


@pytest.mark.parametrize("key", LABELS)
def test_every_name_is_there_in_both_languages(key: tuple[str, str]) -> None:
    for name in LABELS[key]:
        assert name == name.strip() != ""


def test_names_of_one_kind_are_told_apart() -> None:
    for language in (0, 1):
        for kind in {kind for kind, _ in LABELS}:
            names = [label[language] for (one, _), label in LABELS.items() if one == kind]
            assert len(names) == len(set(names)), (kind, language)


def test_stages_have_their_indonesian_names() -> None:
    assert [LABELS["stage", stage].id for stage in vocabulary.STAGES] == [
        "penyusunan",
        "fasilitasi",
        "koreksi dan penandatanganan",
        "registrasi",
        "pelaksanaan dan pelaporan",
        "perpanjangan",
    ]
