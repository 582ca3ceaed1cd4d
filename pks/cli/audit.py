"""`pks audit`: agreements held against what git remembers of them."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.arguments import Many
from pks.cli.desk import Desk
from pks.errors import ExitCode
from pks.message import Message
from pks.outputs.json_text import json_text
from pks.outputs.page_screen import show_page
from pks.outputs.screen import note, write, write_data
from pks.tables.audit import Trail, audit_json, audit_page
from pks.workflow.audit import TOLERANCE_DAYS, audit
from pks.workflow.audit_since import since


def run(
    ctx: typer.Context,
    ids: Annotated[Many, typer.Argument(metavar="[ID]...")] = None,
    since_: Annotated[str | None, typer.Option("--since", metavar="DATE|REV")] = None,
    days: Annotated[int, typer.Option("--days", metavar="N", min=0)] = TOLERANCE_DAYS,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    desk: Desk = ctx.obj
    listed = desk.book.register.listing.entries
    entries = list({entry.id: entry for entry in map(desk.book.resolve, ids)}.values()) if ids else [*listed.values()]
    found = audit(desk.book, entries, desk.today, tolerance_days=days, whole=not ids)
    trails = found.trails if since_ is None else since(desk.book, found.trails, since_)
    desk.found = any(mark.level == "error" for trail in trails for mark in trail.marks)
    if as_json:
        write_data(json_text(audit_json(trails), desk.language))
    else:
        _show(desk, trails, events=bool(ids))
    if found.shallow is not None:
        note(Message("audit.shallow", date=found.shallow), desk.language)
    desk.name_broken()
    if desk.found:
        raise typer.Exit(ExitCode.FINDINGS)


def _show(desk: Desk, trails: tuple[Trail, ...], *, events: bool) -> None:
    shown = [trail for trail in trails if events or trail.marks]
    for number, trail in enumerate(shown):
        if number:
            write("\n")
        show_page(audit_page(trail, events=events), desk.language)
    note(_summary(trails), desk.language)


def _summary(trails: tuple[Trail, ...]) -> Message:
    marks = [mark for trail in trails for mark in trail.marks]
    if not marks:
        return Message("audit.clean", count=len(trails))
    counts = {level: sum(mark.level == level for mark in marks) for level in ("error", "warning", "info")}
    return Message(
        "audit.summary", count=len(trails), errors=counts["error"], warnings=counts["warning"], infos=counts["info"]
    )
