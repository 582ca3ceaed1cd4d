"""Everything that can be wrong with a register, found file by file: text, keys, rules, links and attachments."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path as FilePath
from typing import Any, Final

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
from pks.store.numbers_check import check_numbers
from pks.store.partners import sound_entries
from pks.store.reading import Reading, node_at, notes
from pks.store.register import KEEP_LINE_ENDINGS, Entry, Register
from pks.store.text.comments import swallowed

Changed = Mapping[str, tuple[str, ...]]
_UNCHANGED: Final[Changed] = {}
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
    late = overdue_reports(book.facts, asked, book.office, today)
    found: list[Finding] = []
    for entry in entries:
        reading = book.reading(entry)
        found += _text_findings(reading, agreement_shape())
        if reading.value is not None:
            here = replace(
                around,
                id=entry.id,
                overdue_reports=late[entry.id],
                changed_after_acceptance=changed.get(entry.id, ()),
            )
            found += _rule_findings(reading, reading.value, here, all_gates=all_gates)
            found += _attachment_findings(book, entry, reading, reading.value)
    return sorted(found, key=_place)


def check_office(book: Book) -> list[Finding]:
    """Every finding of office.yaml."""
    reading = book.office_reading
    found = _text_findings(reading, office_shape())
    if reading.value is not None and reading.root is not None:
        for message in office_findings(reading.value):
            node = node_at(reading.root, ("rules", str(message.values["code"])))
            found.append(Finding(reading.file, node.line, node.column, message.key, "error", message))
    return found


def check_partners(book: Book) -> list[Finding]:
    """Every finding of partners.yaml."""
    reading = book.partners
    found = _text_findings(reading, partners_shape())
    if reading.root is not None:
        places = sound_entries(reading)
        for position, name, other in claimed_twice(reading.value or ()):
            node = node_at(reading.root, (places[position],))
            message = Message("partners.claimed-twice", name=name, other=other)
            found.append(Finding(reading.file, node.line, node.column, message.key, "warning", message))
    return found


def check_installation(register: Register) -> list[Finding]:
    """What is amiss around the register: git that may change line endings, a folder that is synchronised."""
    found = []
    attributes = register.root / ".gitattributes"
    in_git = any((folder / ".git").exists() for folder in register.root.parents)
    if in_git and not (attributes.is_file() and "-text" in attributes.read_text("utf-8", "replace")):
        found.append(_about(register.relative(attributes), Message("check.line-endings", line=KEEP_LINE_ENDINGS)))
    synced = next((part for part in register.root.parts if _SYNCED.search(part)), None)
    if synced is not None:
        found.append(_about(register.relative(register.root), Message("check.synced", folder=synced)))
    return found


def _about(file: str, message: Message) -> Finding:
    return Finding(file, None, None, message.key, "info", message)


def _text_findings(reading: Reading[Any], shape: Shape) -> list[Finding]:
    """What is wrong with the text itself: errors, unknown keys, text lost to a comment, a BOM."""
    found = list(reading.errors)
    if reading.root is None or reading.text is None:
        return found
    wrong = {(one.line, one.column) for one in found if one.code == "value.comma-in-braces"}
    for node, level, message in notes(reading, shape):
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


def _rule_findings(
    reading: Reading[Agreement], agreement: Agreement, around: Surroundings, *, all_gates: bool
) -> Iterator[Finding]:
    for one in judge_rules(agreement, around, all_gates=all_gates):
        line, column = _where(reading, one.path)
        yield Finding(reading.file, line, column, one.code, one.level, one.message, one.fix)


def _attachment_findings(
    book: Book, entry: Entry, reading: Reading[Agreement], agreement: Agreement
) -> Iterator[Finding]:
    folder, root = book.register.files_of(entry), book.register.root
    for index, document in enumerate(agreement.documents):
        if document.file is None:
            continue
        line, column = _where(reading, ("documents", index, "file"))
        message = _attachment(folder, root, document.file, document.sha256)
        if message is not None:
            yield Finding(reading.file, line, column, message.key, "error", message)


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


def _where(reading: Reading[Agreement], path: Path) -> tuple[int, int]:
    assert reading.root is not None  # noqa: S101  # an agreement was read from it
    node = node_at(reading.root, path)
    return node.line, node.column


def _place(one: Finding) -> tuple[str, int, int, str]:
    return one.file, one.line or 0, one.column or 0, one.code
