"""How one text is written as a YAML scalar: which styles can carry it, and how it looks in each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pks.store.text.nodes import NOTHING

WIDTH = 80  # characters of content in a line of folded text

_SURROGATE = re.compile("[\ud800-\udfff]")

# What must not stand raw in a file: controls, separators, what changes direction, what cannot be seen.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\x00": "\\0", "\x1b": "\\e"}

# What a YAML 1.1 or 1.2 reader takes for something other than text.
_TYPED = re.compile(
    r"""~|null|Null|NULL|=|<<|
    (?:[yY]|[yY]es|YES|[nN]|[nN]o|NO|[oO]n|ON|[oO]ff|OFF|[tT]rue|TRUE|[fF]alse|FALSE)|
    [-+]?(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9_]+)(?:[eE][-+]?[0-9]+)?|
    [-+]?0[xX][0-9a-fA-F_]+|[-+]?0[oO][0-7_]+|[-+]?0[bB][01_]+|
    [-+]?[0-9][0-9_]*(?::[0-9]{1,2})+(?:\.[0-9_]*)?|
    [-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|
    [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \t]+).*)?""",
    re.VERBOSE,
)
_PLAIN_START = re.compile(r"""[^\s\-?:,\[\]{}#&*!|>'"%@`]|-[^\s\-,\[\]{}#:?]""")
_NOT_PLAIN = re.compile(r":(?:\s|$)|\s#|[\t\r\n]")
_NOT_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}?]|:(?=[\"'])")


class Written(NamedTuple):
    """A scalar as it is written: what follows the colon, and lines below it, not yet indented."""

    head: str
    body: tuple[str, ...] = ()


def typed(text: str) -> bool:
    """Say whether some YAML reader would take `text`, unquoted, for something other than text."""
    return text in NOTHING or _TYPED.fullmatch(text) is not None


def writable(text: str) -> bool:
    """Say whether `text` can be in a file at all: a lone surrogate cannot."""
    return not _SURROGATE.search(text)


def ways(text: str, *, old: str, bare: bool, flow: bool, single: bool, depth: int) -> list[Written]:
    """List the ways to write `text`, the best first; the last can carry every text.

    `old` is the style it replaces ("" for plain, or for new text); `bare` says that it may be plain;
    `single` prefers single quotes; `depth` is by how much lines below it are indented.
    """
    found: list[Written] = []
    for style in _styles(text, old=old, flow=flow, single=single):
        written = _in_style(text, style, bare=bare, flow=flow, depth=depth)
        if written is not None and written not in found:
            found.append(written)
    return found


def key(text: str) -> str:
    """Write a key: plain where that reads back as the same text."""
    if plain(text, flow=True) and text not in NOTHING and text not in {"<<", "="}:
        return text
    return _double(text)


def _styles(text: str, *, old: str, flow: bool, single: bool) -> Iterator[str]:
    yield old
    if "\n" in text and old in {"", ">"} and not flow:
        yield "|"
    if old != '"':
        yield ""
    if single or old == "'" or ('"' in text and "'" not in text):
        yield "'"
    yield '"'


def _in_style(text: str, style: str, *, bare: bool, flow: bool, depth: int) -> Written | None:
    """Write `text` in `style`; None where the style cannot carry it."""
    if style == '"':
        return Written(_double(text))
    if not text or _UNSEEN.search(text):
        return None
    if style == "":
        return Written(text) if bare and plain(text, flow=flow) else None
    if style == "'":
        return None if "\n" in text or "\t" in text else Written("'" + text.replace("'", "''") + "'")
    if flow or not text.strip() or text.endswith("\n\n") or re.search(r"(?m)^\s*\t", text):
        return None
    return _literal(text, depth) if style == "|" else _folded(text)


def plain(text: str, *, flow: bool) -> bool:
    """Say whether `text` can stand without quotes; stricter than YAML, so that every reader agrees."""
    return bool(
        _PLAIN_START.match(text)
        and not text[-1].isspace()
        and not _NOT_PLAIN.search(text)
        and not _UNSEEN.search(text)
        and not text.startswith(("---", "..."))
        and not (flow and _NOT_PLAIN_IN_FLOW.search(text))
    )


def _double(text: str) -> str:
    return '"' + re.sub(r'[\\"\n\t]|' + _UNSEEN.pattern, _escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    code = ord(character)
    if character in _ESCAPES:
        return _ESCAPES[character]
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004


def _literal(text: str, depth: int) -> Written:
    lines = text.split("\n")
    first = next(line for line in lines if line)
    header = "|" + (str(depth) if first.startswith(" ") else "")
    if text.endswith("\n"):
        return Written(header, tuple(lines[:-1]))
    return Written(header + "-", tuple(lines))


def _folded(text: str) -> Written | None:
    """Wrap at single spaces; None where folding would change spaces at the ends of lines."""
    paragraphs = text.removesuffix("\n").split("\n")
    if any(paragraph != paragraph.strip() for paragraph in paragraphs) or not paragraphs[0]:
        return None
    body = list(_wrapped(paragraphs[0]))
    for paragraph in paragraphs[1:]:
        body.append("")
        body += _wrapped(paragraph)
    return Written(">" if text.endswith("\n") else ">-", tuple(body))


def _wrapped(paragraph: str) -> Iterator[str]:
    line = ""
    for word in re.split(r"(?<=\S) (?=\S)", paragraph) if paragraph else []:
        if line and len(line) + 1 + len(word) > WIDTH:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield line
