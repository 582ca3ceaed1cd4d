"""The map of a register's columns: proposed once, kept beside the register, edited by people, read the next time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from pks.domain.compared import name_folded
from pks.errors import InvalidError, UsageError
from pks.inputs.reading import read_bytes
from pks.inputs.register.order import Told
from pks.inputs.register.parties import Ours
from pks.inputs.register.proposal import Proposal, Settings
from pks.inputs.register.words import STATES, STATUSES
from pks.language.render import Language, say
from pks.message import Message
from pks.store.book import Book
from pks.store.text.fresh import write
from pks.store.text.guard import SyntaxProblems
from pks.store.text.nodes import Data, data, parse

FOLDER: Final = ".pks/imports"
_LARGEST: Final = 256 * 1024
_SLUG: Final = re.compile(r"[^a-z0-9]+")
_TOLD: Final = re.compile(r"(dmy|mdy)(?: from-row ([0-9]{1,6}))?")
_ROW: Final = re.compile(r"[1-9][0-9]{0,5}")
_KEYS: Final = ("ours", "also", "header", "columns", "days", "statuses")


class _Layout:
    """A map of names and words, a line each."""

    def order(self, path: Sequence[str | int]) -> Sequence[str]:
        return () if path else _KEYS

    def is_text(self, path: Sequence[str | int]) -> bool:
        return bool(path)

    def is_block(self, path: Sequence[str | int]) -> bool:
        return bool(path) and path[0] != "also"


def kept_at(book: Book, file: Path) -> Path:
    """Where the map of a register of this name is kept."""
    name = _SLUG.sub("-", file.stem.casefold()).strip("-") or "register"
    return book.register.root / FOLDER / f"{name[:60]}.yaml"


def own_party(book: Book) -> Ours:
    """The party whose register this is: the region for its secretariat, else the office."""
    office = book.office
    if office.profile == "secretariat" and office.region:
        return Ours(office.region, (office.office,) if office.office else ())
    return Ours(office.office)


def read_map(path: Path, base: Settings) -> Settings:
    """The settings that the map at `path` states; what it does not state is that of `base`.

    Raises:
        NotFoundError, EnvironmentFailureError: it cannot be read.
        InvalidError: it is no YAML, or states what no map can.
    """
    file = path.name
    try:
        stated = data(parse(read_bytes(path, _LARGEST).decode("utf-8")))
    except UnicodeDecodeError as error:
        raise InvalidError(Message("importing.map-invalid", file=file, key="UTF-8")) from error
    except SyntaxProblems as error:
        first = error.problems[0]
        raise InvalidError(Message("importing.map-syntax", file=file, line=first.line, reason=first.message)) from error
    return _settings(stated, file, base)


def text_of_map(proposal: Proposal, language: Language) -> str:
    """The map that `proposal` was made by, to be edited."""
    plan = proposal.plan
    values: dict[str, Data] = {
        "ours": plan.ours.name or "",
        "also": list(plan.ours.also),
        "header": str(proposal.headed.first),
        "columns": {column.name: column.said for column in plan.columns},
        "days": {name: _said(one.told) for name, one in plan.ballots.items() if one.told},
        "statuses": {word: state for word, state in plan.statuses.items() if STATUSES.get(word) != state},
    }
    comment = say(Message("importing.map-comment"), language)
    lines = "".join(f"# {line}\n" for line in comment.splitlines())
    return lines + write({name: value for name, value in values.items() if value}, _Layout())


def _said(told: Told) -> str:
    return told.order if told.switch is None else f"{told.order} from-row {told.switch}"


def _settings(stated: Any, file: str, base: Settings) -> Settings:
    if not isinstance(stated, dict):
        raise InvalidError(Message("importing.map-invalid", file=file, key="columns"))
    for key in stated:
        if key not in _KEYS:
            raise InvalidError(Message("importing.map-key", file=file, key=key, keys=list(_KEYS)))
    header = stated.get("header", "")
    if not isinstance(header, str) or (header and not _ROW.fullmatch(header)):
        raise InvalidError(Message("importing.map-invalid", file=file, key="header"))
    also = stated.get("also", list(base.ours.also))
    name = stated.get("ours", base.ours.name)
    if not (isinstance(also, list) and all(isinstance(one, str) for one in also) and isinstance(name, str | None)):
        raise InvalidError(Message("importing.map-invalid", file=file, key="ours"))
    return Settings(
        ours=Ours(name or None, tuple(also)),
        header=int(header) if header else base.header,
        columns=_words(stated, "columns", file),
        orders={column: _told(words, file) for column, words in _words(stated, "days", file).items()},
        order=base.order,
        statuses=_statuses(_words(stated, "statuses", file), file),
        last_day=base.last_day,
    )


def _words(stated: Mapping[str, Any], key: str, file: str) -> dict[str, str]:
    words = stated.get(key) or {}
    if not isinstance(words, dict) or not all(isinstance(one, str) for one in words.values()):
        raise InvalidError(Message("importing.map-invalid", file=file, key=key))
    return words


def _told(words: str, file: str) -> Told:
    match = _TOLD.fullmatch(words.strip())
    if match is None:
        raise InvalidError(Message("importing.map-invalid", file=file, key="days"))
    return told(match[1], int(match[2]) if match[2] else None)


def told(order: str, switch: int | None) -> Told:
    """What was said of a column's days.

    Raises:
        UsageError: `order` is neither dmy nor mdy.
    """
    if order == "dmy":
        return Told("dmy", switch)
    if order == "mdy":
        return Told("mdy", switch)
    reason = Message("value.choice", text=order, choices=["dmy", "mdy"])
    raise UsageError(Message("usage.bad-value", name="--date-order", reason=reason))


def _statuses(words: Mapping[str, str], file: str) -> dict[str, str]:
    for word, state in words.items():
        if state not in STATES:
            raise InvalidError(Message("importing.map-state", file=file, text=state, word=word, states=list(STATES)))
    return {name_folded(word): state for word, state in words.items()}
