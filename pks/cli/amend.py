"""`pks amend`: change the terms of a signed text, and keep what they were."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, TypeVar

import typer

from pks.cli.arguments import Many
from pks.cli.asking import answered
from pks.cli.desk import Desk, day_argument
from pks.cli.signed import count, names_in, stated, tell_doubts
from pks.cli.writing import Commit, Day, DryRun, Id, meant, options, wrote
from pks.domain.amending import Given
from pks.domain.in_force import in_force
from pks.domain.model.agreement import Agreement
from pks.domain.standing.party_keys import keyed, keys_of
from pks.domain.standing.party_named import by_party
from pks.errors import UsageError
from pks.message import Message
from pks.outputs.screen import note, write_message
from pks.store.register import Entry
from pks.workflow.amend import Amended, amend, supplement
from pks.workflow.assignments import parse

Value = TypeVar("Value")


def run(
    ctx: typer.Context,
    id_: Id = None,
    assignments: Annotated[Many, typer.Argument(metavar="[KEY=VALUE]...")] = None,
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT")] = None,
    number: Annotated[Many, typer.Option("--number", metavar="[KEY=]TEXT")] = None,
    starts: Annotated[str | None, typer.Option("--starts", metavar="DATE")] = None,
    date: Day = None,
    signed: Annotated[Many, typer.Option("--signed", metavar="[KEY=]DATE")] = None,
    document: Annotated[str | None, typer.Option("--document", metavar="TEXT")] = None,
    no: Annotated[str | None, typer.Option("--no", metavar="N")] = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    if no is not None and assignments:
        raise UsageError(Message("amending.no-and-changes"))
    which, parsed = count("--no", no), [parse(one) for one in assignments or ()]
    entry = meant(desk, id_)
    agreement = desk.book.agreement(entry)
    given = Given(
        on=None if date is None else day_argument(date, "--date"),
        starts=None if starts is None else day_argument(starts, "--starts"),
        numbers=_numbers(agreement, number),
        signed=_signed(agreement, signed),
        reason=stated("--reason", reason),
        document=stated("--document", document),
    )
    how = options(desk, dry_run=dry_run, commit=commit)
    completes = not assignments and bool(no or number or signed)
    if completes:
        done = supplement(desk.book, entry, which, given, desk.today, how)
    else:
        parsed = parsed or [answered(desk, None, "ask.assignment", "KEY=VALUE...", parse)]
        done = amend(desk.book, entry, parsed, given, desk.today, how)
    _tell(desk, entry, done, completes=completes, dry_run=dry_run)


def _tell(desk: Desk, entry: Entry, done: Amended, *, completes: bool, dry_run: bool) -> None:
    tell_doubts(desk, done.doubts, done.findings)
    if wrote(desk, done.diff, dry_run=dry_run) and done.amendment:
        message = _completed(entry.id, done) if completes else _amended(desk, entry.id, done)
        write_message(message, desk.language)
    if done.amendment and done.missing:
        names, no = names_in(done.agreement, done.missing), done.amendment.no
        values = {"id": entry.id, "no": no, "missing": names, "key": done.missing[0]}
        note(Message("amending.half", **values), desk.language)


def _amended(desk: Desk, id_: str, done: Amended) -> Message:
    """The changes, and the term where it is one of them."""
    assert done.amendment is not None  # noqa: S101  # only asked for then
    unstated = Message("amending.unstated")
    changes = [
        Message("amending.change", field=one.field, old=one.from_ or unstated, new=one.to or unstated)
        for one in done.amendment.changes
    ]
    values = {"id": id_, "no": done.amendment.no, "changes": Message("amending.changes", changes=changes)}
    if any((one.field or "").startswith("term") for one in done.amendment.changes):
        return Message("amending.done-term", **values, term=in_force(done.agreement, desk.book.office))
    return Message("amending.done", **values)


def _completed(id_: str, done: Amended) -> Message:
    assert done.amendment is not None  # noqa: S101  # as above
    count = len(done.agreement.parties)
    values = {"id": id_, "no": done.amendment.no, "signed": count - len(done.missing), "count": count}
    return Message("amending.completed", **values)


def _numbers(agreement: Agreement, given: Many) -> dict[str, str]:
    """The numbers by party; one without a key is that of our side, where that is one party."""
    ours = [key for key, party in keyed(agreement.parties) if party.ours]
    found: dict[str, str] = {}
    for key, text in by_party("--number", given or (), agreement.parties):
        if key is None and len(ours) != 1:
            keys = [one for one, _ in keyed(agreement.parties)]
            raise UsageError(Message("sign.number-whose", text=text, keys=keys))
        _once("--number", found, key or ours[0], text)
    return found


def _signed(agreement: Agreement, given: Many) -> dict[str, dt.date]:
    """The days of signing by party; one without a key is that of every party that is not named by itself."""
    found: dict[str, dt.date] = {}
    common: dt.date | None = None
    for key, text in by_party("--signed", given or (), agreement.parties):
        day = day_argument(text, "--signed")
        if key is None:
            common = day
        else:
            _once("--signed", found, key, day)
    return dict.fromkeys(keys_of(agreement.parties), common) | found if common else found


def _once(option: str, found: dict[str, Value], key: str, value: Value) -> None:
    """Keep `value` for the party `key`; two different ones contradict each other."""
    if found.setdefault(key, value) != value:
        raise UsageError(Message("amending.twice", option=option, key=key))
