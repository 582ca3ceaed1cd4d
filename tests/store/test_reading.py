"""Bytes to a typed value: what the reader says of files the command line never shows whole."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from pks.domain import values
from pks.domain.model.schema import agreement_shape
from pks.domain.near import nearest
from pks.store import reading
from pks.store.contents import LARGEST
from pks.store.reading import notes, read_agreement, understand

WHOLE = b"title: a\nparties:\n  - {name: b}\nhistory:\n  - {date: 2026-01-05, stage: draft}\n"


def test_a_file_at_the_limit_is_read_and_one_byte_more_is_not() -> None:
    comment = b"# " + b"x" * (LARGEST - len(WHOLE) - 3) + b"\n"
    assert len(WHOLE + comment) == LARGEST
    assert understand(WHOLE + comment, "a.yaml").value is not None
    assert [one.code for one in understand(WHOLE + comment + b"\n", "a.yaml").errors] == ["file.too-large"]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that cannot be read from its start")
def test_a_file_that_fails_while_it_is_read_is_said_to() -> None:
    (error,) = read_agreement(Path("/proc/self/mem"), "a.yaml").errors
    assert (error.code, error.message.values["reason"]) == ("file.unreadable", "Input/output error")


def test_text_and_value_are_there_only_as_far_as_they_were_understood() -> None:
    whole, broken, wrong = understand(WHOLE, "a"), understand(b"a: [", "a"), understand(WHOLE + b"sectors: [x]\n", "a")
    assert (whole.value is not None, whole.errors) == (True, ())
    assert (broken.text, broken.root, broken.value) == (None, None, None)
    assert (wrong.root is not None, wrong.value) == (True, None)


def _counted(monkeypatch: pytest.MonkeyPatch, *modules: ModuleType) -> list[str]:
    """The words that are looked up from now on."""
    asked: list[str] = []

    def counting(word: str, names: tuple[str, ...]) -> str | None:
        asked.append(word)
        return nearest(word, names)

    for module in modules:
        monkeypatch.setattr(module, "nearest", counting)
    return asked


def test_of_thousands_of_wrong_choices_only_the_first_are_told_what_was_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _counted(monkeypatch, values)
    wrong = [f"kesehatn{number}" for number in range(3_000)]
    errors = understand(WHOLE + f"sectors: [{', '.join(wrong)}]\n".encode(), "a").errors
    assert [one.message.values["text"] for one in errors] == wrong
    assert [one.code for one in errors] == ["value.choice-near"] * 50 + ["value.choice"] * 2_950
    assert errors[49].message.values["near"] == "kesehatan"
    assert asked == wrong[:50]


def test_what_is_wrong_before_a_choice_counts_too(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _counted(monkeypatch, values)
    days = b"".join(b"  - {date: 2026-02-30, stage: draft}\n" for _ in range(49))
    errors = understand(WHOLE + days + b"  - {date: 2026-02-01, stage: drfat}\nsectors: [kesehatn]\n", "a").errors
    assert len(errors) == 51
    assert len(asked) == 1


def test_of_thousands_of_unknown_keys_only_the_first_are_told_what_was_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _counted(monkeypatch, reading)
    wrong = [f"titel{number}" for number in range(3_000)]
    whole = understand(WHOLE + "".join(f"{key}: a\n" for key in wrong).encode(), "a")
    assert whole.root is not None
    messages = [message for _, _, message in notes(whole.root, agreement_shape())]
    assert [one.values["key"] for one in messages] == wrong
    assert [one.key for one in messages] == ["value.unknown-key-near"] * 50 + ["value.unknown-key"] * 2_950
    assert asked == wrong[:50]
