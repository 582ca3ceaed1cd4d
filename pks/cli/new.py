"""`pks new`: begin an agreement."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final

import typer

from pks.cli.arguments import Many, one_of
from pks.cli.asking import asked, has_person, typed, until_read
from pks.cli.desk import Desk
from pks.cli.recording import day_said
from pks.cli.spellings import partners_of
from pks.cli.writing import Commit, DryRun, meant, options, unless_blank, wrote
from pks.domain.compared import name_folded
from pks.domain.partners import by_name
from pks.domain.vocabulary import COOPERATIONS, INSTRUMENTS, SECTORS, STAGES
from pks.errors import UsageError
from pks.message import Message
from pks.outputs.screen import note as tell
from pks.outputs.screen import write
from pks.store.register import Entry
from pks.workflow.new import NewAgreement, NewParty, begin

_KEYED: Final = re.compile(r"([A-Za-z0-9-]+)=(.*)", re.DOTALL | re.ASCII)
One = str | None


def run(
    ctx: typer.Context,
    title: Annotated[One, typer.Argument(metavar="TITLE")] = None,
    party: Annotated[Many, typer.Option("--party", metavar="[KEY=]NAME")] = None,
    instrument: Annotated[One, typer.Option("--instrument", metavar="KIND")] = None,
    cooperation: Annotated[One, typer.Option("--cooperation", metavar="KIND")] = None,
    sector: Annotated[Many, typer.Option("--sector", metavar="SECTOR")] = None,
    scope: Annotated[Many, typer.Option("--scope", metavar="TEXT")] = None,
    lead: Annotated[Many, typer.Option("--lead", metavar="UNIT")] = None,
    length: Annotated[One, typer.Option("--length", metavar="LENGTH")] = None,
    starts: Annotated[One, typer.Option("--starts", metavar="DATE")] = None,
    ends: Annotated[One, typer.Option("--ends", metavar="DATE")] = None,
    until: Annotated[One, typer.Option("--until", metavar="EVENT")] = None,
    under: Annotated[Many, typer.Option("--under", metavar="ID")] = None,
    cluster: Annotated[One, typer.Option("--cluster", metavar="NAME")] = None,
    ours: Annotated[Many, typer.Option("--ours", metavar="KEY")] = None,
    like: Annotated[One, typer.Option("--like", metavar="ID")] = None,
    amends: Annotated[One, typer.Option("--amends", metavar="ID")] = None,
    stage: Annotated[str, typer.Option("--stage", metavar="STAGE")] = "draft",
    id_: Annotated[One, typer.Option("--id", metavar="ID")] = None,
    date: Annotated[One, typer.Option("--date", metavar="DATE")] = None,
    by: Annotated[One, typer.Option("--by", metavar="WHO")] = None,
    note: Annotated[One, typer.Option("--note", metavar="TEXT")] = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    book = desk.book  # without a register nothing is asked
    at = one_of("--stage", [stage], STAGES)[0]
    date = _entered(desk, at, date)
    like_entry, amended = _others(desk, like, amends)
    above = [meant(desk, one).id for one in under or ()]
    named = None if title is None and like_entry else _title(asked(desk, title, "ask.title", "TITLE"))
    alone = like_entry is None and amended is None
    parties = [_party(one) for one in _parties(desk, party, needed=alone)]
    _say_known(desk, parties)
    kinds = _kinds(desk, instrument, cooperation, ask_for=title is None and alone)
    fields = {
        **kinds, "sectors": list(one_of("--sector", sector, SECTORS)), "scope": _not_blank(scope),
        "lead": _one_or_many(_not_blank(lead)), "under": _one_or_many(above), "cluster": cluster,
    }  # fmt: skip
    new = NewAgreement(
        title=named, parties=parties, on=day_said(desk, date), fields=_given(fields),
        term=_given({"starts": starts, "length": length, "ends": ends, "until": until}),
        ours=ours or (), stage=at, by=unless_blank(by), note=unless_blank(note), id=id_, like=like_entry,
        amends=amended,
    )  # fmt: skip
    made, diff = begin(book, new, options(desk, dry_run=dry_run, commit=commit))
    if wrote(desk, diff, dry_run=dry_run):
        write(made)


def _entered(desk: Desk, stage: str, date: One) -> One:
    """The day the stage was entered, as it was given; only a draft may go without, for it begins today.

    Raises:
        UsageError: when it is needed, was not given, and there is nobody to ask.
    """
    if stage == "draft" or date is not None:
        return date
    if not has_person():
        raise UsageError(Message("new.date-needed", stage=stage))
    return asked(desk, None, "ask.date", "--date")


def _others(desk: Desk, like: One, amends: One) -> tuple[Entry | None, Entry | None]:
    """The agreement whose text is the same, or the one that is amended.

    Raises:
        UsageError: when both were named: a text is the one or the other.
    """
    if like is not None and amends is not None:
        raise UsageError(Message("new.like-or-amends"))
    return (None if like is None else meant(desk, like)), (None if amends is None else meant(desk, amends))


def _say_known(desk: Desk, parties: list[NewParty]) -> None:
    """Say of each party that goes by another name in partners.yaml which one that is."""
    known = by_name(partners_of(desk))
    for party in parties:
        partner = known.get(name_folded(party.name))
        if partner is not None and name_folded(partner.name) != name_folded(party.name):
            tell(Message("partners.known-as", name=party.name, partner=partner.name), desk.language)


def _kinds(desk: Desk, instrument: One, cooperation: One, *, ask_for: bool) -> dict[str, Any]:
    """What kind of text and cooperation; asked for only where the title is asked for too."""
    asking = ask_for and has_person()
    return {
        "instrument": _kind(desk, "--instrument", instrument, INSTRUMENTS, asking=asking),
        "cooperation": _kind(desk, "--cooperation", cooperation, COOPERATIONS, asking=asking),
    }


def _kind(desk: Desk, option: str, given: One, choices: tuple[str, ...], *, asking: bool) -> str | None:
    """One of `choices`, or None; a person who answers something else is asked again."""
    name = option.removeprefix("--")

    def read(text: str) -> str | None:
        return one_of(option, [text], choices, kind=name)[0] if text else None

    return until_read(desk, Message(f"ask.{name}"), read, default="") if asking and not given else read(given or "")


def _title(text: str) -> str:
    if not text.strip():
        raise UsageError(Message("new.no-title"))
    return text.strip()


def _parties(desk: Desk, given: Many, *, needed: bool) -> list[str]:
    if given or not needed:
        return given or []
    named = [asked(desk, None, "ask.first-party", "--party")]
    while True:
        text = typed(desk, Message("ask.party", number=len(named) + 1), default="")
        if not text.strip():
            return named
        named.append(text)


def _party(text: str) -> NewParty:
    keyed = _KEYED.fullmatch(text.strip())
    key, name = (keyed[1].lower(), keyed[2].strip()) if keyed else (None, text.strip())
    if not name or (keyed is None and name.startswith("=")):
        raise UsageError(Message("new.no-party"))
    return NewParty(key, name)


def _not_blank(given: Many) -> list[str]:
    return [text for text in map(unless_blank, given or ()) if text]


def _given(values: dict[str, Any]) -> dict[str, Any]:
    said = {key: unless_blank(value) if isinstance(value, str) else value for key, value in values.items()}
    return {key: value for key, value in said.items() if value}


def _one_or_many(values: Many) -> Any:
    return values[0] if values and len(values) == 1 else values
