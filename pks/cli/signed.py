"""What `sign` and `amend` share: how some options are read, how a signing is reported, what speaks against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pks.cli.desk import Desk
from pks.cli.writing import wrote
from pks.domain.in_force import in_force, starting
from pks.domain.model.agreement import Agreement
from pks.domain.rules.table import Missing
from pks.domain.signing import closed_doubts, last_signing
from pks.domain.standing.party_keys import keyed
from pks.domain.values import BadValueError, read_count
from pks.errors import UsageError
from pks.message import Label, Message
from pks.outputs.screen import note, write_message
from pks.store.register import Entry
from pks.workflow.sign import Signed

_NAMES = 4


def tell_signed(desk: Desk, entry: Entry, done: Signed, *, dry_run: bool) -> None:
    """Say who has signed, who still must, and what the term is; on stderr what there is to think about."""
    tell_doubts(desk, done.doubts, done.findings)
    if wrote(desk, done.diff, dry_run=dry_run):
        for message in _result(desk, entry.id, done):
            write_message(message, desk.language)
    if not done.missing:
        _tell_no_start(desk, entry.id, done.agreement)


def tell_doubts(desk: Desk, doubts: Iterable[Message], findings: Iterable[Missing]) -> None:
    """Say what speaks against what is recorded, and what `check` says of it from now on."""
    for one in doubts:
        note(Message("sign.doubt", what=one), desk.language)
    for finding in findings:
        level = Label("level", finding.level)
        note(Message("sign.finding", level=level, what=finding.message, fix=finding.fix), desk.language)


def tell_closed(desk: Desk, id_: str, agreement: Agreement) -> None:
    """Say that `agreement` was closed, where it was: what was recorded now came after that.

    It is taken as it was read before: what fails once something is written looks like a failure to write.
    """
    tell_doubts(desk, closed_doubts(id_, agreement), ())


def names_in(agreement: Agreement, keys: Sequence[str]) -> object:
    """The names of the parties with `keys`, of many the first few and how many more."""
    names = [party.name for key, party in keyed(agreement.parties) if key in keys]
    if len(names) <= _NAMES:
        return names
    return Message("sign.and-more", names=", ".join(names[: _NAMES - 1]), count=len(names) - _NAMES + 1)


def stated(option: str, text: str | None) -> str | None:
    """The text given to `option`, without space around it.

    Raises:
        UsageError: when nothing is left of it.
    """
    if text is not None and not text.strip():
        raise UsageError(Message("usage.option-needs-value", name=option))
    return text.strip() if text else None


def count(option: str, text: str | None) -> int | None:
    """The whole number from 1 given to `option`.

    Raises:
        UsageError: when it is not one.
    """
    try:
        return None if text is None else read_count(text)
    except BadValueError as error:
        raise UsageError(Message("usage.bad-value", name=option, reason=error.message)) from None


def _result(desk: Desk, id_: str, done: Signed) -> Iterable[Message]:
    agreement, total = done.agreement, len(done.agreement.parties)
    if done.signers:
        yield Message("sign.done", id=id_, parties=names_in(agreement, done.signers))
    if done.missing:
        missing = names_in(agreement, done.missing)
        yield Message("sign.half", id=id_, signed=total - len(done.missing), count=total, missing=missing)
    else:
        yield Message("sign.complete", id=id_, count=total, term=in_force(agreement, desk.book.office))


def _tell_no_start(desk: Desk, id_: str, agreement: Agreement) -> None:
    """Once all have signed, say how to state the first day in force where it is missing."""
    day = last_signing(agreement)
    if day and not (agreement.term and agreement.term.starts):
        term = in_force(starting(agreement, day), desk.book.office)
        note(Message("sign.no-start", id=id_, day=day.isoformat(), term=term), desk.language)
