"""What is refused about an agreement's text, and the words for it: before the parser, and from it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from pks.message import Label, Message

MOST_PROBLEMS = 20
_BREAK = re.compile(r"\r\n|\n|\r")
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_SEPARATORS = frozenset("\x85\u2028\u2029")


class Problem(NamedTuple):
    """One thing wrong with a text; line and column count from 1, in characters, a BOM not among them."""

    line: int
    column: int
    code: str
    message: Message


class SyntaxProblems(Exception):  # noqa: N818
    """The text cannot be read as an agreement; `problems` says where and how to mend it."""

    def __init__(self, problems: list[Problem]) -> None:
        """Carry `problems`, at least one, in the order of the text."""
        super().__init__(problems[0].code)
        self.problems = problems


def problem(line: int, column: int, code: str, /, **values: object) -> Problem:
    """Make the problem whose sentence in the catalogue has the same key as its code."""
    return Problem(line, column, code, Message(code, **values))


def position(text: str, index: int) -> tuple[int, int]:
    """Give the line and column of the character at `index`, both counted from 1."""
    line, begin = 1, 1 if text.startswith("\ufeff") else 0
    for found in _BREAK.finditer(text, 0, index):
        line, begin = line + 1, found.end()
    return line, max(index - begin, 0) + 1


class Places:
    """As `position`, for many places in one text: its lines are counted once."""

    def __init__(self, text: str) -> None:
        """Count the lines of `text`."""
        first = 1 if text.startswith("\ufeff") else 0
        self._begins = [first, *(found.end() for found in _BREAK.finditer(text))]

    def __call__(self, index: int) -> tuple[int, int]:
        """Give the line and column of the character at `index`, both counted from 1."""
        line = max(bisect_right(self._begins, index), 1)
        return line, max(index - self._begins[line - 1], 0) + 1


def raw_problems(text: str) -> list[Problem]:
    """Find what no YAML parser may be trusted with: control characters, separators, conflict markers."""
    return sorted([*_characters(text), *_conflicts(text)], key=lambda found: found[:2])[:MOST_PROBLEMS]


def _characters(text: str) -> Iterator[Problem]:
    for found in islice(_REFUSED.finditer(text), MOST_PROBLEMS):
        place, code = position(text, found.start()), ord(found.group())
        point = f"U+{code:04X}"
        if found.group() in _SEPARATORS:
            yield problem(*place, "yaml.separator", point=point, escape=f'"\\u{code:04x}"')
        elif "\ud800" <= found.group() <= "\udfff":
            yield problem(*place, "yaml.surrogate", point=point)
        else:
            yield problem(*place, "yaml.control", point=point)


def _conflicts(text: str) -> Iterator[Problem]:
    """Yield one problem for each block of marks that a merge left behind, at its first mark."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    from pks.store.text.conflicts import conflicts, field_of  # noqa: PLC0415  # hardly any text has one

    lines = _BREAK.split(text)
    for one in islice(conflicts(lines), MOST_PROBLEMS):
        field = field_of(lines, one)
        values = {
            "last": one.last,
            "field": f"`{field}`" if field else Label("conflict", "no-field"),
            "ours": _side(one.ours),
            "theirs": _side(one.theirs),
        }
        yield problem(one.line, one.column, "yaml.conflict", line=one.line, **values)


def _side(lines: tuple[str, ...] | None) -> str | Label:
    if lines is None:
        return Label("conflict", "unmarked")
    from pks.store.text.conflicts import shortened  # noqa: PLC0415  # as above

    text = shortened(lines)
    return f"`{text}`" if text else Label("conflict", "nothing")


def explained(error: Exception, text: str, *, reached: int, bracket: int | None) -> Problem:
    """Turn whatever a parser threw into a problem with a place and words of our own.

    `reached` is how far into the text the parser had come; `bracket` is the offset of the innermost
    bracket or brace that was still open there.
    """
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        words = " ".join(str(error).splitlines()[:1]) or type(error).__name__
        directive = _directive(text)
        if reached == 0 and directive:
            return directive
        return problem(*position(text, getattr(error, "position", reached)), "yaml.syntax", words=words)
    words = str(getattr(error, "problem", None) or error)
    opening = getattr(error, "context_mark", None) or mark
    said = _Said(words, str(getattr(error, "context", None) or ""), mark, opening, bracket)
    if text[mark.index : mark.index + 1] == "\t":
        return _at(mark, "yaml.tab")
    for pattern, explain in _EXPLANATIONS:
        if re.search(pattern, f"{said.words} | {said.context}"):
            return explain(said, text)
    return _at(mark, "yaml.syntax", words=words)


class _Said(NamedTuple):
    """What the parser said: its words, and where the trouble showed and where it began."""

    words: str
    context: str
    mark: Any
    opening: Any
    bracket: int | None


def _at(mark: Any, code: str, /, **values: object) -> Problem:
    return problem(mark.line + 1, mark.column + 1, code, **values)


def _quote(said: _Said, text: str) -> Problem:
    return _at(said.opening, "yaml.quote", quote=text[said.opening.index : said.opening.index + 1])


def _start(said: _Said, text: str) -> Problem:
    return _at(said.mark, "yaml.start", character=text[said.mark.index : said.mark.index + 1])


def _bracket(said: _Said, text: str) -> Problem:
    bracket = text[said.opening.index : said.opening.index + 1]
    if said.mark.line == said.opening.line and said.mark.index < len(text.rstrip()):
        return _at(said.mark, "yaml.comma", bracket=bracket)
    return _at(said.opening, "yaml.bracket", bracket=bracket, line=said.mark.line + 1)


def _node(said: _Said, text: str) -> Problem:
    character = text[said.mark.index : said.mark.index + 1]
    if not re.search("stream end|document end|document start", said.words):
        return _at(said.mark, "yaml.stray", character=character)
    if said.bracket is not None:
        place = position(text, said.bracket)
        return problem(*place, "yaml.bracket", bracket=text[said.bracket], line=said.mark.line + 1)
    return _at(said.mark, "yaml.empty")


def _document(said: _Said, text: str) -> Problem:
    """Explain what stands where a document should begin: often a line that begins with `%`."""
    return _directive(text) or _at(said.mark, "yaml.indentation")


def _directive(text: str) -> Problem | None:
    for number, line in enumerate(_BREAK.split(text), start=1):
        if line.startswith("%"):
            return problem(number, 1, "yaml.directive")
    return None


def _block_end(said: _Said, text: str) -> Problem:
    character = text[said.mark.index : said.mark.index + 1]
    if character in ("]", "}", ","):
        return _at(said.mark, "yaml.stray", character=character)
    line_start = max(text.rfind("\n", 0, said.mark.index), text.rfind("\r", 0, said.mark.index)) + 1
    if text[line_start : said.mark.index].strip(" \ufeff"):
        return _at(said.mark, "yaml.after")
    return _at(said.mark, "yaml.indentation")


def _plainly(code: str, *, opening: bool = False) -> Callable[[_Said, str], Problem]:
    return lambda said, _: _at(said.opening if opening else said.mark, code)


_EXPLANATIONS: tuple[tuple[str, Callable[[_Said, str], Problem]], ...] = (
    (r"could not find expected ':'", _plainly("yaml.colon", opening=True)),
    (r"mapping values are not allowed", _plainly("yaml.value")),
    (r"mapping keys are not allowed", _start),
    (r"sequence entries are not allowed", _plainly("yaml.dash")),
    (r"end of stream \| while scanning a quoted|document separator \| while scanning a quoted", _quote),
    (r"cannot start any token", _start),
    (r"escape", _plainly("yaml.escape")),
    (r"scanning a block scalar", _plainly("yaml.header")),
    (r"scanning an? (?:anchor|alias)", _plainly("yaml.anchor")),
    (r"(?:parsing|scanning) a tag", _plainly("yaml.tag")),
    (r"directive", _plainly("yaml.directive")),
    (r"expected ',' or", _bracket),
    (r"expected the node content", _node),
    (r"expected <block end>", _block_end),
    (r"expected '<document start>'", _document),
)
