from collections.abc import Iterator

import pytest

from pks.domain.model.schema import Shape, agreement_shape, office_shape
from pks.language.fields.gathered import AGREEMENT_FIELDS, FIELDS, OFFICE_FIELDS


def paths(shape: Shape, before: str = "") -> Iterator[str]:
    while shape.form in {"list", "free"} and shape.item is not None:
        shape = shape.item
    for key, child in shape.fields.items():
        yield before + key
        yield from paths(child, f"{before}{key}.")


def test_every_key_of_an_agreement_has_words_and_nothing_else_has() -> None:
    assert set(AGREEMENT_FIELDS) == set(paths(agreement_shape()))


def test_every_key_of_the_office_has_words_and_nothing_else_has() -> None:
    assert set(OFFICE_FIELDS) == set(paths(office_shape()))


def test_the_words_of_the_office_are_told_apart_by_a_prefix() -> None:
    assert set(FIELDS) == set(AGREEMENT_FIELDS) | {f"office:{path}" for path in OFFICE_FIELDS}
    assert FIELDS["office:stages.draft"].label.en == "Drafting"
    assert FIELDS["term.starts"].label == ("Mulai berlaku", "Starts")


@pytest.mark.parametrize("path", FIELDS)
def test_labels_are_short_and_sentences_are_whole(path: str) -> None:
    for label in FIELDS[path].label:
        assert 1 <= len(label.split()) <= 3
        assert label[0].isupper()
    for about in FIELDS[path].about:
        assert about.endswith(".")
        assert about[0].isupper() or about[0] == "`"
        assert "{" not in about
        assert "|" not in about
    assert FIELDS[path].about.id != FIELDS[path].about.en


@pytest.mark.parametrize("path", FIELDS)
def test_both_languages_quote_the_same_keys_and_values(path: str) -> None:
    swapped = {"6 bulan": "6 months"}
    about = FIELDS[path].about
    indonesian = [swapped.get(one, one) for one in about.id.split("`")[1::2]]
    assert indonesian == about.en.split("`")[1::2]
