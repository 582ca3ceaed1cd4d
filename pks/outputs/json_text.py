"""JSON for scripts: English keys, ISO days, lengths as written; only messages are in the chosen language."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import chain, repeat
from typing import Any, Final

from pks.domain.terms import Length, Period
from pks.language.render import Language, say
from pks.message import Message
from pks.outputs.visible import visible_json

_Piece = tuple[str, Any, int]  # what stands before a value, the value, how deep it lies
_END: Final = object()  # in place of a value: nothing follows
_DEEPEST: Final = 100  # steps in: further, a deep tree would be nothing but spaces
_WORDS: Final = (Length, Period)  # tuples that are one value
_scalar: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_text: Final = json.encoder.encode_basestring


def json_text(value: Any, language: Language) -> str:
    """`value` as indented JSON, safe to show on a terminal, however deep it is.

    Days, lengths, periods and messages are text, tuples are lists.
    """
    return visible_json("".join(_pieces(value, language)))


def _pieces(value: Any, language: Language) -> Iterator[str]:
    waiting: list[_Piece] = [("", value, 0)]
    while waiting:
        before, one, depth = waiting.pop()
        kind = type(one)
        if kind is str:
            yield before + _text(one)
        elif isinstance(one, dict) and one:
            yield f"{before}{{"
            waiting += _items([f"{_text(str(key))}: " for key in one], one.values(), "}", depth)
        elif isinstance(one, list | tuple) and one and kind not in _WORDS:
            yield f"{before}["
            waiting += _items(repeat("", len(one)), one, "]", depth)
        else:
            yield before if one is _END else before + _scalar(_plain(one, language))


def _items(names: Iterable[str], items: Collection[Any], end: str, depth: int) -> list[_Piece]:
    """The items of a list or map, the last first, each with what stands before it; before them the end."""
    line, last = (f"\n{'  ' * min(steps, _DEEPEST)}" for steps in (depth + 1, depth))
    starts = chain((line,), repeat(f",{line}", len(items) - 1))
    pieces = [(start + name, item, depth + 1) for start, name, item in zip(starts, names, items, strict=True)]
    return [(last + end, _END, depth), *reversed(pieces)]


def _plain(value: Any, language: Language) -> Any:
    match value:
        case Message():
            return say(value, language)
        case Length():
            return value.written
        case Period():
            return value.name
        case date():
            return value.isoformat()
        case tuple():
            return []
        case _:
            return value
