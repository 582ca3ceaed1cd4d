"""Everything that can be wrong with a register, found file by file: text, keys, rules, links and attachments."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path as FilePath
from typing import Any, Final, NamedTuple

from pks.domain.deadlines.table import overdue_reports
from pks.domain.model.agreement import Agreement
from pks.domain.model.schema import Path, Shape, agreement_shape, office_shape, partners_shape
from pks.domain.partners import claimed_twice
from pks.domain.rules.surroundings import Surroundings
from pks.domain.rules.table import judge as judge_rules
from pks.domain.rules.table import office_findings
from pks.domain.standing.judgement import judge
from pks.errors import Finding
from pks.message import Message
from pks.store.attachments import attached_at, sha256_of
from pks.store.book import Book
from pks.store.contents import UnreadableError, content_of
from pks.store.disk.durable import is_inside
from pks.store.numbers_check import bad_pattern, check_numbers
from pks.store.partners import sound_entries
from pks.store.pool import shared_out
from pks.store.quick_reading import quickly_read
from pks.store.reading import Reading, node_at, notes
from pks.store.register import KEEP_LINE_ENDINGS, Entry, Register
from pks.store.text.comments import swallowed
from pks.store.text.nodes import ListNode
from pks.store.text.tree import Data

Changed = Mapping[str, tuple[str, ...]]
_UNCHANGED: Final[Changed] = {}
_MAY_SWALLOW: Final = re.compile(rb"[ \t]#[\w\x80-\xff]")  # see `swallowed`
_SYNCED: Final = re.compile(r"onedrive|dropbox|google ?drive|nextcloud|owncloud|icloud", re.IGNORECASE)


def check_register(book: Book, today: date, *, all_gates: bool = False, changed: Changed = _UNCHANGED) -> list[Finding]:
    """Every finding of the register, sorted by file and place; `changed` as in `check_agreements`."""
    found = [*book.register.listing.strays, *check_office(book), *check_partners(book), *check_numbers(book, today)]
    entries = list(book.register.listing.entries.values())
    found += check_agreements(book, entries, today, all_gates=all_gates, changed=changed)
    return sorted(found, key=_place)


def check_agreements(
    book: Book,
    entries: list[Entry],
    today: date,
    *,
    all_gates: bool = False,
    changed: Changed = _UNCHANGED,
) -> list[Finding]:
    """Every finding of these agreements, sorted by file and place.

    `changed` are, by id, the fields that changed after every party had accepted the text; files cannot say so.
    """
    around = Surroundings("", book.office, today, book.facts, partners=book.partners.value or ())
    standings = judge(book.facts, today)
    asked = {one.id: standings[one.id] for one in entries if one.id in standings}
    late = overdue_reports(asked, book.office, today)
    check = _Check(Book(book.register), around, late, changed, all_gates)
    around.crossings.work_out()  # once, and not in every process
    return sorted(shared_out(_checked, entries, len(entries), check), key=_place)


class _Check(NamedTuple):
    """What is looked at besides a file itself; it may be sent to another process."""

    book: Book
    around: Surroundings
    late: Mapping[str, int]
    changed: Changed
    all_gates: bool


def _checked(entries: list[Entry], check: _Check) -> list[Finding]:
    found: list[Finding] = []
    for entry in entries:
        here = replace(
            check.around,
            id=entry.id,
            overdue_reports=check.late[entry.id],
            changed_after_acceptance=check.changed.get(entry.id, ()),
        )
        quick = _quick_findings(check.book, entry, here, all_gates=check.all_gates)
        found += _findings(check.book, entry, here, all_gates=check.all_gates) if quick is None else quick
    return found


def _quick_findings(book: Book, entry: Entry, around: Surroundings, *, all_gates: bool) -> list[Finding] | None:
    """Every finding of one agreement, in a tenth of the time; None where its text itself may have one."""
    try:
        content = content_of(entry.path)
    except UnreadableError:
        return None
    quick = quickly_read(content)
    if quick is None or _MAY_SWALLOW.search(content) or _has_unknown_key(quick.text.data, agreement_shape()):
        return None
    return list(_value_findings(book, entry, quick.value, quick.text.place, around, all_gates=all_gates))


def _has_unknown_key(data: Data, shape: Shape | None) -> bool:
    """Whether a map of `data` has a key, with a value or not, that neither the format knows nor is the office's own."""
    while shape is not None and shape.form == "list" and data.__class__ is dict:  # one item, without its list
        shape = shape.item
    if shape is None or shape.form == "scalar":
        return False
    if isinstance(data, list):
        return any(_has_unknown_key(one, shape.item) for one in data)
    if not isinstance(data, dict):
        return False
    if shape.form == "free":
        return any(_has_unknown_key(one, shape.item) for one in data.values())
    return any(
        _has_unknown_key(one, shape.fields[key]) if key in shape.fields else not key.startswith("x-")
        for key, one in data.items()
    )


def _findings(book: Book, entry: Entry, around: Surroundings, *, all_gates: bool) -> list[Finding]:
    """As above, as the judge reads it."""
    reading = book.reading(entry)
    found = _text_findings(reading, agreement_shape())
    root = reading.root
    if reading.value is None or root is None:
        return found

    def place(path: Path) -> tuple[int, int]:
        node = node_at(root, path)
        return node.line, node.column

    return [*found, *_value_findings(book, entry, reading.value, place, around, all_gates=all_gates)]


def _value_findings(
    book: Book,
    entry: Entry,
    agreement: Agreement,
    place: Callable[[Path], tuple[int, int]],
    around: Surroundings,
    *,
    all_gates: bool,
) -> Iterator[Finding]:
    for one in judge_rules(agreement, around, all_gates=all_gates):
        line, column = place(one.path)
        yield Finding(entry.file, line, column, one.code, one.level, one.message, one.fix)
    for path, message in _attachment_hits(book, entry, agreement):
        line, column = place(path)
        yield Finding(entry.file, line, column, message.key, "error", message)


def check_office(book: Book) -> list[Finding]:
    """Every finding of office.yaml."""
    reading = book.office_reading
    found = [*_text_findings(reading, office_shape()), *bad_pattern(reading)]
    if reading.value is not None and reading.root is not None:
        for message in office_findings(reading.value):
            node = node_at(reading.root, ("rules", str(message.values["code"])))
            found.append(Finding(reading.file, node.line, node.column, message.key, "error", message))
    return found


def check_partners(book: Book) -> list[Finding]:
    """Every finding of partners.yaml."""
    reading = book.partners
    found = _text_findings(reading, partners_shape())
    if isinstance(reading.root, ListNode):
        places = sound_entries(reading.root, reading.errors)
        for position, name, other in claimed_twice(reading.value or ()):
            node = node_at(reading.root, (places[position],))
            message = Message("partners.claimed-twice", name=name, other=other)
            found.append(Finding(reading.file, node.line, node.column, message.key, "warning", message))
    return found


def check_installation(register: Register) -> list[Finding]:
    """What is amiss around the register: git that may change line endings, a folder that is synchronised.

    And a folder for what belongs to the register as a whole that leads out of it: there nothing is ever written.
    """
    found = []
    kept = register.office_path.parent
    away = next((one for one in (kept, kept / "cache") if not is_inside(one, register.root)), None)
    if away is not None:
        found.append(_about(register.relative(away), Message("check.leads-out"), level="warning"))
    attributes = register.root / ".gitattributes"
    in_git = any((folder / ".git").exists() for folder in register.root.parents)
    if in_git and not (attributes.is_file() and "-text" in attributes.read_text("utf-8", "replace")):
        found.append(_about(register.relative(attributes), Message("check.line-endings", line=KEEP_LINE_ENDINGS)))
    synced = next((part for part in register.root.parts if _SYNCED.search(part)), None)
    if synced is not None:
        found.append(_about(register.relative(register.root), Message("check.synced", folder=synced)))
    return found


def _about(file: str, message: Message, *, level: str = "info") -> Finding:
    return Finding(file, None, None, message.key, level, message)


def _text_findings(reading: Reading[Any], shape: Shape) -> list[Finding]:
    """What is wrong with the text itself: errors, unknown keys, text lost to a comment, a BOM."""
    found = list(reading.errors)
    if reading.root is None or reading.text is None:
        return found
    wrong = {(one.line, one.column) for one in found if one.code == "value.comma-in-braces"}
    for node, level, message in notes(reading.root, shape):
        if (node.line, node.column) not in wrong:
            found.append(Finding(reading.file, node.line, node.column, message.key, level, message))
    lost = Message("value.lost-to-comment")
    found += [
        Finding(reading.file, line, column, lost.key, "warning", lost)
        for line, column in swallowed(reading.text, reading.root)
    ]
    if reading.content.startswith(b"\xef\xbb\xbf"):
        found.append(Finding(reading.file, 1, 1, "file.bom", "info", Message("file.bom")))
    return found


def _attachment_hits(book: Book, entry: Entry, agreement: Agreement) -> Iterator[tuple[Path, Message]]:
    folder, root = book.register.files_of(entry), book.register.root
    for index, document in enumerate(agreement.documents):
        if document.file is None:
            continue
        message = _attachment(folder, root, document.file, document.sha256)
        if message is not None:
            yield ("documents", index, "file"), message


def _attachment(folder: FilePath, root: FilePath, file: str, sha256: str | None) -> Message | None:
    missing = Message("check.attachment-missing", file=file, folder=folder.name)
    if "\0" in file:
        return missing
    path = attached_at(folder, root, file)
    if path is None:
        return Message("check.attachment-outside", file=file, folder=folder.name)
    if not os.path.isfile(path):  # noqa: PTH113  # pathlib raises for what is no name
        return missing
    if sha256 is None:
        return None
    try:
        same = sha256_of(path) == sha256.lower()
    except OSError as error:
        return Message("file.unreadable", reason=f"{file}: {error.strerror}")
    return None if same else Message("check.attachment-changed", file=file)


def _place(one: Finding) -> tuple[str, int, int, str]:
    return one.file, one.line or 0, one.column or 0, one.code
