"""`pks check`: every file, every rule; for people, hooks and CI."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from pks.cli.arguments import Many
from pks.cli.desk import Desk
from pks.cli.schema import is_outdated
from pks.errors import ConflictError, EnvironmentFailureError, ExitCode, Finding
from pks.message import Message
from pks.outputs.json_text import json_text
from pks.outputs.screen import note, show_findings, write_data
from pks.store.checking import (
    check_agreements,
    check_installation,
    check_office,
    check_partners,
    check_register,
)
from pks.store.new_text import SCHEMA
from pks.store.numbers import NUMBERS
from pks.store.numbers_check import check_numbers
from pks.store.register import Entry, Register, stray_at
from pks.workflow.acceptance import changed_since_acceptance
from pks.workflow.clone import check_clone, never_backed_up


def run(
    ctx: typer.Context,
    what: Annotated[Many, typer.Argument(metavar="[ID|FILE]...")] = None,
    all_gates: Annotated[bool, typer.Option("--all")] = False,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    desk: Desk = ctx.obj
    if what:
        count, findings = _some(desk, what, all_gates=all_gates)
    else:
        _sweep(desk)
        entries = desk.book.register.listing.entries
        count, changed = len(entries), changed_since_acceptance(desk.book, entries.values())
        findings = [
            *check_register(desk.book, desk.today, all_gates=all_gates, changed=changed),
            *check_installation(desk.book.register),
            *check_clone(desk.book.register),
            *_schema_findings(desk),
        ]
    desk.found = any(one.level == "error" for one in findings)
    if as_json:
        write_data(json_text([_plain(one) for one in findings], desk.language))
    else:
        show_findings(findings, desk.language, fixes=bool(what))
        note(_summary(count, findings), desk.language)
        if not what and never_backed_up(desk.book.register):
            note(Message("backup.never"), desk.language)
    if desk.found:
        raise typer.Exit(ExitCode.FINDINGS)


def _some(desk: Desk, what: list[str], *, all_gates: bool) -> tuple[int, list[Finding]]:
    """How many of the register's files were named, by id or path, and what was found in them."""
    register = desk.book.register
    entries: dict[str, Entry] = {}
    findings: dict[str, list[Finding]] = {}
    for one in what:
        path = desk.path(Path(one))
        if path.exists() and path.resolve() == register.office_path.resolve():
            findings["office"] = check_office(desk.book)
        elif path.exists() and path.resolve() == register.partners_path.resolve():
            findings["partners"] = check_partners(desk.book)
        elif path.exists() and path.resolve() == (register.root / NUMBERS).resolve():
            findings["numbers"] = check_numbers(desk.book, desk.today)
        elif path.exists() and (stray := stray_at(register, path)):
            findings[stray.file] = [stray]
        elif _is_beside(register, path):
            findings[one] = []
        else:
            entry = desk.book.resolve(one)
            entries[entry.id] = entry
    named = list(entries.values())
    changed = changed_since_acceptance(desk.book, named)
    found = check_agreements(desk.book, named, desk.today, all_gates=all_gates, changed=changed)
    return len(entries) + len(findings), [*(finding for some in findings.values() for finding in some), *found]


def _schema_findings(desk: Desk) -> list[Finding]:
    """That editors are told of an older format than the one of this pks."""
    if not is_outdated(desk):
        return []
    message = Message("check.schema-outdated")
    file = desk.book.register.relative(desk.book.register.root / SCHEMA)
    return [Finding(file, None, None, message.key, "info", message, Message("check.schema-outdated.fix"))]


def _is_beside(register: Register, path: Path) -> bool:
    """Whether `path` is a file in the register that is no agreement: an attachment, a template and the like."""
    place = path.absolute()
    listed = {entry.path.absolute() for entry in register.listing.entries.values()}
    return place.is_file() and place.is_relative_to(register.root) and place not in listed


def _plain(finding: Finding) -> dict[str, object]:
    """The finding as `check --json` gives it."""
    return {name: value for name, value in finding._asdict().items() if name != "fix"}


def _sweep(desk: Desk) -> None:
    """Clear what interrupted writes left aside, where there is any and this person may write."""
    root = desk.book.register.root
    if next(root.rglob(".*.pks-tmp"), None) is None:
        return
    from pks.store.disk.lock import locked  # a register without leftovers needs no lock
    from pks.store.disk.rescue import sweep

    with suppress(ConflictError, EnvironmentFailureError, OSError), locked(root, wait=1.0):
        for path in sweep(root):
            note(Message("check.swept", file=desk.book.register.relative(path)), desk.language)


def _summary(files: int, findings: Sequence[Finding]) -> Message:
    counts = {level: sum(one.level == level for one in findings) for level in ("error", "warning", "info")}
    if not findings:
        return Message("check.clean", count=files)
    return Message(
        "check.summary", count=files, errors=counts["error"], warnings=counts["warning"], infos=counts["info"]
    )
