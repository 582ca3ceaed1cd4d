"""The forms that others fill in: which sheets and columns each has, what is locked, and what an open cell may hold."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from pks.domain.reported import TOLD
from pks.domain.vocabulary import RECOMMENDATIONS

VERSION: Final = 1
MARK: Final = "pks-form"  # what the hidden sheet begins with
NOT_OPEN: Final = "-"  # in the place of a fingerprint: the value does not fit into a cell
LOWEST_SCORE: Final = 1
HIGHEST_SCORE: Final = 5
# `mixed` is a whole number or text, `score` a number from the lowest to the highest score.
Sort = Literal["text", "mixed", "whole", "number", "score", "date", "choice"]
_SORTS: Final[Mapping[str, Sort]] = {"beneficiaries": "mixed", "spent": "whole"}
_WIDTHS: Final = {"beneficiaries": 15, "spent": 16}


class Field(NamedTuple):
    """A column: its key, whether whoever fills in the form writes in it, what it may hold, its width in letters."""

    key: str
    is_open: bool
    sort: Sort = "text"
    width: int = 22
    choices: tuple[str, ...] = ()


class FormSheet(NamedTuple):
    """A sheet of a form; the values of the columns `address` say which row is which, wherever it stands."""

    name: str
    address: tuple[str, ...]
    fields: tuple[Field, ...]

    @property
    def open_fields(self) -> tuple[Field, ...]:
        """What is to be filled in."""
        return tuple(one for one in self.fields if one.is_open)


def _locked(key: str, width: int) -> Field:
    return Field(key, is_open=False, width=width)


_AGREEMENT: Final = (_locked("id", 18), _locked("title", 26))
_KNOWN: Final = (*_AGREEMENT, _locked("parties", 24), _locked("term", 17))
_REPORTS: Final = FormSheet(
    "reports",
    ("id",),
    (*_KNOWN, *(Field(key, True, _SORTS.get(key, "text"), _WIDTHS.get(key, 25)) for key in TOLD)),
)
_INDICATORS: Final = FormSheet(
    "indicators",
    ("id", "indicator"),
    (*_AGREEMENT, _locked("indicator", 30), _locked("unit", 14), _locked("last", 14), _locked("last_period", 17),
     Field("value", True, "number", 18)),
)  # fmt: skip
_CORRECTIONS: Final = FormSheet(
    "corrections",
    ("id", "no"),
    (
        *_AGREEMENT, _locked("no", 5), _locked("kind", 11), _locked("clause", 12), _locked("was", 24),
        _locked("becomes", 24), _locked("reason", 20),
        Field("answer", True, "choice", 12, ("accepted", "rejected")),
        Field("date", True, "date", 14),
        Field("letter", True, width=16),
        Field("counter", True, width=24),
        Field("note", True, width=18),
    ),
)  # fmt: skip
_EVALUATIONS: Final = FormSheet(
    "evaluations",
    ("id",),
    (
        *_KNOWN, _locked("evaluated", 22),
        Field("recommendation", True, "choice", 16, RECOMMENDATIONS),
        Field("score", True, "score", 9),
        Field("date", True, "date", 14),
        Field("note", True, width=40),
    ),
)  # fmt: skip
SHEETS: Final[Mapping[str, tuple[FormSheet, ...]]] = {
    "report": (_REPORTS, _INDICATORS),
    "corrections": (_CORRECTIONS,),
    "evaluation": (_EVALUATIONS,),
}
KINDS: Final = tuple(SHEETS)


def fingerprint(text: str) -> str:
    """What tells two texts apart, the space in them aside, for office programs change that; empty for no text."""
    letters = "".join(text.split())
    return hashlib.sha256(letters.encode("utf-8", "surrogatepass")).hexdigest()[:32] if letters else ""


def as_text(value: object) -> str:
    """A value of an open cell as the format writes it; empty where nothing is stated."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    return str(value).replace("\r\n", "\n").strip()
