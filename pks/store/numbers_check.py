"""What can be wrong with register numbers: the office's pattern, and in `.pks/numbers.yaml` what counts for nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from pks.domain.numbering import Pattern, could_be_series, read_pattern
from pks.domain.office import Office
from pks.errors import Finding
from pks.message import Message
from pks.store.book import Book
from pks.store.numbers import read_numbers
from pks.store.reading import Reading, node_at
from pks.store.text.nodes import MapNode, Node, TextNode


def check_numbers(book: Book, today: date) -> list[Finding]:
    """Every finding of numbers.yaml; numbers of a series that it does not keep at all are no finding."""
    reading = read_numbers(book.register)
    found = list(reading.errors)
    pattern = read_pattern(book.office.register)
    if not isinstance(reading.root, MapNode) or reading.value is None:
        return found
    for key, value in reading.root.entries:
        if key.text not in reading.value:
            found.append(_finding(reading.file, value, "numbers.nothing-kept", {"series": key.text}))
        elif pattern is not None:
            kept = reading.value[key.text]
            found += _series_findings(reading.file, key, pattern, {"pattern": book.office.register}, today)
            found += _kept_too_low(book, reading.file, key, value, kept, pattern)
    return found


def bad_pattern(office: Reading[Office]) -> Iterator[Finding]:
    """What is wrong with the pattern of register numbers that office.yaml states, at its place."""
    if office.value is None or office.root is None or read_pattern(office.value.register) is not None:
        return
    values = {"pattern": office.value.register, "example": Office().register, "seq": "{seq}"}
    yield _finding(office.file, node_at(office.root, ("register",)), "registering.bad-pattern", values, level="error")


def _series_findings(
    file: str, key: TextNode, pattern: Pattern, values: Mapping[str, object], today: date
) -> Iterator[Finding]:
    """A key that is no series of the office, and so counts for nothing; one of another pattern may be an older one."""
    meant = pattern.series_meant(key.text)
    values = {**values, "key": key.text, "series": meant or pattern.series(today.year)}
    if meant is not None and meant != key.text:
        yield _finding(file, key, "numbers.other-spelling", values)
    elif meant is None and could_be_series(key.text):
        yield _finding(file, key, "numbers.other-pattern", values, level="info")
    elif meant is None:
        yield _finding(file, key, "numbers.no-series", values)


def _kept_too_low(  # one entry of the file and what it is held against
    book: Book, file: str, key: TextNode, value: Node, kept: int, pattern: Pattern
) -> Iterator[Finding]:
    places = [(pattern.place(one.register), one) for one in book.facts.values() if one.register]
    used = max(((place.seq, one.id) for place, one in places if place and place.series == key.text), default=(0, ""))
    if used[0] > kept:
        number = book.facts[used[1]].register
        values = {"number": number, "id": used[1], "kept": kept, "series": key.text}
        fix = Message("numbers.too-low.fix", **values)
        yield _finding(file, value, "numbers.too-low", values)._replace(fix=fix)


def _finding(file: str, node: Node, key: str, values: Mapping[str, object], *, level: str = "warning") -> Finding:
    return Finding(file, node.line, node.column, key, level, Message(key, **values))
