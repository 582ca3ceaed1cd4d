"""Text made safe to show: what could move a cursor, hide or reorder letters is spelled out instead."""

from __future__ import annotations

import unicodedata
from typing import Final

_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Joiners that spell emoji and several scripts; alone they can neither hide nor reorder.
_KEPT: Final = frozenset({"\u200d"})
_SPACES: Final = frozenset({"\t", "\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"})
_KEPT_IN_FILES: Final = frozenset({"\t", "\n"})


def visible(text: str) -> str:
    r"""One line of `text` with nothing in it that a terminal would act on.

    Line breaks and tabs become spaces; control, format, bidirectional, unassigned and private
    characters and lone surrogates become escapes such as `\x1b` or `\u202e`.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_one, text))


def visible_lines(text: str) -> str:
    """As `visible`, with the line breaks kept."""
    return "\n".join(visible(line) for line in text.splitlines())


def visible_text(text: str) -> str:
    r"""As `visible`, for a file: line feeds and tabs are kept, CR LF is a line feed, other line breaks escapes.

    So nothing is lost: every character is itself or spelled out.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(one if one in _KEPT_IN_FILES else _escaped(one) for one in text.replace("\r\n", "\n"))


def visible_json(text: str) -> str:
    r"""The same JSON with nothing in it that a terminal would act on: such characters become its own escapes."""
    escapes = {}
    for one in set(text) - {"\n"}:
        if _escaped(one) != one:
            units = one.encode("utf-16-be", "surrogatepass").hex()
            escapes[ord(one)] = "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
    return text.translate(escapes)


def _one(character: str) -> str:
    return " " if character in _SPACES else _escaped(character)


def _escaped(character: str) -> str:
    if unicodedata.category(character) not in _HIDDEN or character in _KEPT:
        return character
    code = ord(character)
    if code < 0x100:  # noqa: PLR2004  # one byte
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004  # two bytes
