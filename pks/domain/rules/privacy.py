"""Personal data where only names of office holders and offices belong; what is found is never repeated."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Final, NamedTuple

from pks.domain.model.agreement import Agreement
from pks.domain.model.part import Part, key_of
from pks.domain.model.running import Change
from pks.domain.rules.rule import ALWAYS, Hit, Path, Rule, hit
from pks.domain.rules.surroundings import Surroundings
from pks.domain.terms import Length, Period
from pks.message import Message

# What stands under these is a document's number, a hash, an address of a page, an amount or a link.
_NOT_PROSE: Final = frozenset(
    {
        "number", "numbers", "letter", "document", "sha256", "url", "file", "amount", "spent", "under",
        "renews", "amends", "key", "forced",
    }
)  # fmt: skip
_NOT_BELOW: Final = frozenset((name,) for name in _NOT_PROSE)
_HOLDING: Final = (Part, Mapping, tuple, list)
_ONE_VALUE: Final = (Length, Period)  # tuples, by chance
_CLUE: Final = re.compile(r"[0-9]{3}|@", re.ASCII)  # whatever is looked for has one of these
_ADDRESS: Final = re.compile(r"https?://[^ \t\n]+")
_NOT_A_PERSON: Final = re.compile(r"(?:Rp|\bNIB\b|\bNPWP\b|\bamount:)[ .:]{0,3}[0-9][0-9.,-]*", re.ASCII)
_FREE, _ENDS = r"(?<![0-9A-Za-z/+])(?<![0-9][.-])", r"(?![0-9A-Za-z/]|[.-][0-9])"
_KINDS: Final = (
    (
        "nip",
        re.compile(_FREE + r"(?:[12][0-9]{7}[ .]?[12][0-9]{5}[ .]?[12][ .]?[0-9]{3}|[0-9]{18})" + _ENDS, re.ASCII),
    ),
    (
        "nik",
        re.compile(
            _FREE
            + r"(?:[0-9]{16}|[0-9]{4}([ .-])[0-9]{4}\1[0-9]{4}\1[0-9]{4}|[0-9]{6}([ .-])[0-9]{6}\2[0-9]{4})"
            + _ENDS,
            re.ASCII,
        ),
    ),
    ("nip", re.compile(r"\b(?:NIP|NRP)\b[ .:]{0,4}([0-9][0-9 .]{5,24}[0-9])", re.ASCII)),
    ("nik", re.compile(r"\b(?:NIK|KTP)\b[ .:]{0,4}([0-9][0-9 .]{9,24}[0-9])", re.ASCII)),
    (
        "phone",
        re.compile(
            _FREE + r"(?:\+62[ .-]?[0-9]{2,4}|62[ .-]?8[0-9]{1,2}|08[0-9]{2})[ .-]?[0-9]{3,4}[ .-]?[0-9]{2,5}"
            r"(?:[ .-][0-9]{2,4})?" + _ENDS,
            re.ASCII,
        ),
    ),
    (  # of a fixed line: its area code in brackets, or a word before it, tell it from other numbers
        "phone",
        re.compile(
            r"(?:\(0[2-9][0-9]{1,2}\)|\b(?:[Tt]el(?:p|epon)?|[Ff]a(?:x|ks|ksimile))\b[ .:]{0,4}0[2-9][0-9]{1,2})"
            r"[ .-]{0,3}[0-9]{3,4}[ .-]?[0-9]{2,4}" + _ENDS,
            re.ASCII,
        ),
    ),
    (
        "email",
        re.compile(r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,200}\.[A-Za-z]{2,24}"),
    ),
)


# What is put in the place of a personal datum, by its kind.
Hide = Callable[[str], str]


class PersonalDatum(NamedTuple):
    """What a text holds: `kind` is nip, nik, phone or email; `masked` keeps only its last two signs."""

    kind: str
    masked: str


def found_in(text: str) -> list[PersonalDatum]:
    """The personal data in one text, one of each kind; web addresses, rupiah and company numbers aside."""
    if _CLUE.search(text) is None:
        return []
    prose = _NOT_A_PERSON.sub(" ", _ADDRESS.sub(" ", text))
    found: dict[str, PersonalDatum] = {}
    for kind, pattern in _KINDS:
        match = pattern.search(prose)
        if match:
            found.setdefault(kind, PersonalDatum(kind, f"…{match[0][-2:]}"))
    return list(found.values())


def masked(agreement: Agreement, hide: Hide) -> Agreement:
    """`agreement` with `hide` of its kind in the place of every personal datum that the rule looks for."""
    shown: Agreement = _masked(agreement, (), hide)
    return shown


def masked_text(text: str, hide: Hide) -> str:
    """As `masked`, for one text that stands by itself."""
    if _CLUE.search(text) is None:
        return text
    for kind, pattern in _KINDS:
        kept = sorted(match.span() for exempt in (_ADDRESS, _NOT_A_PERSON) for match in exempt.finditer(text))
        text = "".join(_pieces(text, kept, pattern, partial(_hidden, kind, hide)))
    return text


def _hidden(kind: str, hide: Hide, _: re.Match[str]) -> str:
    return hide(kind)


def _pieces(
    text: str, kept: list[tuple[int, int]], pattern: re.Pattern[str], words: Callable[[re.Match[str]], str]
) -> Iterator[str]:
    """`text` with `words` for what `pattern` finds, piece by piece; the spans `kept` as they are."""
    at = 0
    for start, end in kept:
        if end > at:
            yield pattern.sub(words, text[at : max(at, start)])
            yield text[max(at, start) : end]
            at = end
    yield pattern.sub(words, text[at:])


def _masked(value: Any, path: Path, hide: Hide) -> Any:
    match value:
        case str():
            return masked_text(value, hide) if _NOT_PROSE.isdisjoint(path[-2:]) else value
        case Part():
            names = {key_of(name): name for name in value.fields}
            items = {key: (item, _masked(item, (*path, key), hide)) for key, item in _items(value)}
            changed = {names.get(key, key): new for key, (item, new) in items.items() if new is not item}
            return value.but(**changed) if changed else value
        case Mapping():
            fresh = {name: _masked(item, (*path, str(name)), hide) for name, item in value.items()}
            return fresh if any(fresh[name] is not item for name, item in value.items()) else value
        case Length() | Period():
            return value
        case tuple() | list():
            found = [_masked(item, (*path, at), hide) for at, item in enumerate(value)]
            same = all(new is item for new, item in zip(found, value, strict=True))
            return value if same else type(value)(found)
    return value


def _personal_data(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    found: list[tuple[Path, str]] = []
    _add_texts(agreement, (), found)
    for path, text in found:
        for datum in found_in(text):
            yield hit(*path, what=Message(f"rules.personal.{datum.kind}"), masked=datum.masked)


def _add_texts(value: object, path: Path, found: list[tuple[Path, str]]) -> None:
    """Add every text in the file with its place, extras and `unread` included, but not what is no prose.

    Nor a text without a clue: there are a hundred in a file, so nothing is made for one.
    """
    items: Iterable[tuple[str | int, object]]
    if isinstance(value, Part):
        items = _items(value)
    elif isinstance(value, Mapping):
        items = ((str(name), item) for name, item in value.items())
    else:
        assert isinstance(value, tuple | list)  # noqa: S101  # by `_HOLDING` below
        items = enumerate(value)
    for name, item in items:
        if isinstance(item, str):
            if _CLUE.search(item) and name not in _NOT_PROSE and path[-1:] not in _NOT_BELOW:
                found.append(((*path, name), item))
        elif isinstance(item, _HOLDING) and not isinstance(item, _ONE_VALUE):
            _add_texts(item, (*path, name), found)


def _items(part: Part) -> Iterator[tuple[str, object]]:
    """Each field of a map that holds something; of an amended amount, kept as text, nothing is looked at."""
    if isinstance(part, Change) and (part.field or "").rpartition(".")[2] in _NOT_PROSE:
        return
    stated = part.__dict__
    for name in part.fields:
        if item := stated.get(name):
            yield key_of(name), item
    yield from part.unknown.items()


PRIVACY_RULES: Final = (Rule("personal-data", "warning", ALWAYS, _personal_data, "UU 27/2022"),)
