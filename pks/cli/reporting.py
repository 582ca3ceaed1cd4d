"""What the commands about reports share: periods, tiers, and which agreements a letter is for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

import typer

from pks.cli.arguments import Many
from pks.cli.asking import answered, asked, asked_id, has_person, until_read
from pks.cli.desk import Desk, day_argument
from pks.domain.deadlines.duties import tiers_of
from pks.domain.deadlines.reports import owed_within
from pks.domain.standing.judgement import judge_one
from pks.domain.terms import Period
from pks.domain.values import PERIOD, BadValueError
from pks.errors import InvalidError, UsageError
from pks.message import Message
from pks.outputs.screen import note, write
from pks.outputs.visible import visible
from pks.store.register import Entry

if TYPE_CHECKING:
    from pks.workflow.report_sending import Letter

PeriodOption = Annotated[str | None, typer.Option("--period", metavar="PERIOD")]
Tier = Annotated[str | None, typer.Option("--to", metavar="TIER")]
Ids = Annotated[Many, typer.Argument(metavar="ID...")]
All = Annotated[bool, typer.Option("--all")]
Lead = Annotated[Many, typer.Option("--lead", metavar="UNIT")]
Number = Annotated[str | None, typer.Option("--number", metavar="TEXT")]
NAMED: Final = 8  # ids in a sentence; of more the rest are counted


class Selection(NamedTuple):
    """Which agreements are meant: by what they are called, else all, else those of `leads`."""

    queries: tuple[str, ...]
    leads: tuple[str, ...]

    @property
    def by_name(self) -> bool:
        """Whether each was named."""
        return bool(self.queries)


def selection(desk: Desk, ids: Many, leads: Many, *, everyone: bool) -> Selection:
    """Which agreements are meant; on a terminal one is asked for when nothing was said.

    Raises:
        UsageError: when it was said in more than one way, or there is nobody to ask.
    """
    if sum(map(bool, (ids, leads, everyone))) > 1:
        raise UsageError(Message("reporting.one-way"))
    if not (ids or leads or everyone):
        ids = [asked_id(desk, None, "ID...|--all|--lead")]
    return Selection(tuple(ids or ()), tuple(leads or ()))


def period_argument(desk: Desk, given: str | None) -> Period:
    """The period given, in capitals or not; on a terminal it is asked for.

    Raises:
        UsageError: when it is none, or there is nobody to ask.
    """
    return answered(desk, given, "ask.report-period", "--period", read_period)


def read_period(text: str) -> Period:
    """Read what was given to `--period`.

    Raises:
        UsageError: when it is no period.
    """
    try:
        read = PERIOD.read(text.strip().upper())
    except BadValueError:
        reason = Message("value.period", text=text)
        raise UsageError(Message("usage.bad-value", name="--period", reason=reason)) from None
    assert isinstance(read, Period)  # noqa: S101  # what the kind reads
    return read


def tier_argument(desk: Desk, given: str | None, others: Iterable[str] = ()) -> str:
    """The tier given, as the office spells it, or one of `others`; on a terminal it is asked for.

    Raises:
        InvalidError: when office.yaml, which names the tiers, cannot be understood.
        UsageError: when it is no tier, or there is nobody to ask.
    """
    reading = desk.book.office_reading
    if reading.errors:
        raise InvalidError(Message("write.office-invalid", file=reading.file), details=reading.errors)
    tiers = [tier.to for tier in tiers_of(desk.book.office)]
    known = {name.casefold(): name for name in (*others, *tiers)}  # the office's spelling wins
    if given is not None or not has_person():
        return _tier(asked(desk, given, "ask.id", "--to"), known)
    question = Message("ask.report-to", tiers=list(known.values()))
    return until_read(desk, question, lambda text: _tier(text, known))


def letter(desk: Desk, period: Period, to: str, number: str | None, day: str | None) -> Letter:
    """The letter that is spoken of.

    Raises:
        UsageError: when it would have been written before its period began.
    """
    from pks.workflow.report_sending import Letter  # who asks what is missing sends nothing

    on = None if day is None else day_argument(day, "--date")
    if (on or desk.today) < period.first:
        reason = Message("reporting.too-early", period=period.name, first=period.first, day=on or desk.today)
        raise UsageError(Message("usage.bad-value", name="--period" if on is None else "--date", reason=reason))
    return Letter(period, to, (number or "").strip() or None, on)


def clear_entries(desk: Desk, wanted: Callable[[str], bool]) -> list[Entry]:
    """The entries that are `wanted` and whose id only one file has; the files left out are named."""
    book = desk.book
    twins = book.register.listing.twins
    found = [one for one in book.register.listing.entries.values() if wanted(one.id) and one.id not in twins]
    desk.name_broken()
    if book.broken:
        note(Message("reporting.left-out", count=len(book.broken)), desk.language)
    return found


def warn_unless_owed(desk: Desk, entry: Entry, period: Period) -> None:
    """Say so where the agreement owes no report on `period`, and on which ones instead; what is said is recorded."""
    facts = desk.book.around(entry.id)
    if entry.id not in facts:
        return  # it cannot be understood, and is refused for that
    owed = owed_within(judge_one(facts, entry.id, desk.today), desk.book.office, period)
    values = {"id": entry.id, "period": period.name}
    if not owed:
        note(Message("reporting.not-owed", **values), desk.language)
    elif period.name not in owed:
        note(Message("reporting.other-periods", owed=list(owed), **values), desk.language)


def tell(desk: Desk, entries: Sequence[Entry], changed: Sequence[str], summary: Message) -> None:
    """The ids that were recorded, one a line; beside them what that means, and which stayed as they were."""
    if not changed:
        return  # said already
    for entry in entries:
        if entry.id not in changed:
            note(Message("write.nothing", id=entry.id), desk.language)
    for id_ in changed:
        write(visible(id_))
    note(summary, desk.language)


def _tier(text: str, known: dict[str, str]) -> str:
    name = text.strip().casefold()
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=1)
    values: dict[str, object] = {"text": text, "choices": list(known.values())}
    reason = Message("value.choice-near", near=known[near[0]], **values) if near else Message("value.choice", **values)
    raise UsageError(Message("usage.bad-value", name="--to", reason=reason))
