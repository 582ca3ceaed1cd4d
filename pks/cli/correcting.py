"""What the commands on corrections share: which ones are meant, by whom, and what is still open after it."""

from __future__ import annotations

from pks.cli.arguments import Many
from pks.cli.asking import answered, has_person, until_read
from pks.cli.desk import Desk, day_argument
from pks.cli.recording import tell_ahead
from pks.cli.writing import meant, options, wrote
from pks.domain.ledger import Asked, numbered, parties_named, pick, ranges, read_asked, rejected, still_waiting
from pks.domain.model.agreement import Agreement
from pks.domain.standing.party_keys import keyed
from pks.errors import UsageError
from pks.message import Message
from pks.outputs.screen import note, write_message
from pks.store.register import Entry
from pks.workflow.correction_answer import Answered, Answering, answer

_MOST_NAMED = 3


def asked_numbers(desk: Desk, entry: Entry, given: Many) -> Asked:
    """Which corrections are meant; on a terminal they are asked for, those that are there being named.

    Raises:
        UsageError: when they cannot be read, or there is nobody to ask.
    """
    if given:
        return read_asked(given)
    if not has_person():
        raise UsageError(Message("usage.missing", name="NO|A-B|all"))
    there = desk.book.agreement(entry).corrections
    if not there:
        raise UsageError(Message("correction.none-there"))
    question = Message("ask.correction-numbers", there=ranges(one.no for one in there if one.withdrawn is None))

    def read(text: str) -> Asked:
        which = read_asked([text])
        pick(which, there)
        return which

    return until_read(desk, question, read)


def asked_parties(desk: Desk, entry: Entry, given: Many) -> tuple[str, ...]:
    """Which parties answer; on a terminal they are asked for, with the keys and names of all.

    Raises:
        UsageError: when one is no party, or there is nobody to ask.
    """
    if given or not has_person():
        if not given:
            raise UsageError(Message("usage.missing", name="--party"))
        return tuple(given)
    agreement = desk.book.agreement(entry)
    for key, party in keyed(agreement.parties):
        note(Message("correction.party-line", key=key, name=party.name), desk.language)
    return answered(
        desk, None, "ask.correction-party", "--party", lambda text: parties_named(text.split(","), agreement)
    )


def run_answer(
    desk: Desk,
    state: str,
    query: str | None,
    numbers: Many,
    party: Many,
    *,
    date: str | None,
    letter: str | None,
    remark: str | None,
    counter: str | None,
    dry_run: bool,
    commit: bool | None,
) -> None:
    """Record that `party` accepted or rejected (`state`) the corrections `numbers`, and say what is still open."""
    on = None if date is None else day_argument(date, "--date")
    asked = read_asked(numbers) if numbers else None
    entry = meant(desk, query)
    asked = asked or asked_numbers(desk, entry, None)
    parties = asked_parties(desk, entry, party)
    tell_ahead(desk, on or desk.today)
    said = Answering(state, asked, parties, desk.today, on, *(_text(one) for one in (letter, counter, remark)))
    done = answer(desk.book, entry, said, options(desk, dry_run=dry_run, commit=commit))
    _tell_beside(desk, done)
    _tell_kept(desk, entry, state, done)
    if wrote(desk, done.diff, dry_run=dry_run):
        names = dict(_names(done.after))
        for key, changed in done.changed.items():
            message = Message(f"correction.{state}", numbers=numbered(changed), party=names[key])
            write_message(message, desk.language)
        tell_open(desk, done.after)


def tell_open(desk: Desk, agreement: Agreement | None) -> None:
    """Say what still stands between the corrections and the signatures."""
    if agreement is None:
        return
    waiting, refused = still_waiting(agreement), rejected(agreement)
    names = dict(_names(agreement))
    for key in list(waiting)[:_MOST_NAMED]:
        numbers = waiting[key]
        message = Message("correction.wait-for", count=len(numbers), party=names[key], numbers=ranges(numbers))
        note(message, desk.language)
    others = list(waiting)[_MOST_NAMED:]
    if others:
        note(Message("correction.wait-for-others", count=len(others), parties=others), desk.language)
    if refused:
        note(Message("correction.still-rejected", count=len(refused), numbers=ranges(refused)), desk.language)
    if not waiting and not refused:
        note(Message("correction.all-settled"), desk.language)


def _tell_beside(desk: Desk, done: Answered) -> None:
    """Say which answers were the other one before, and which corrections were passed over."""
    names = dict(_names(done.after))
    for one in done.turned:
        message = Message(f"correction.was-{one.was}", no=one.no, party=names[one.party], day=one.day)
        note(message, desk.language)
    if done.left:
        note(Message("correction.left-out", numbers=numbered(done.left)), desk.language)


def _tell_kept(desk: Desk, entry: Entry, state: str, done: Answered) -> None:
    """Say which answers `all` left as they are, and how to overturn them: a line for the parties with the same ones."""
    by_numbers: dict[str, list[str]] = {}
    for key, numbers in done.kept.items():
        by_numbers.setdefault(ranges(numbers), []).append(key)
    command = "accept" if state == "accepted" else "reject"
    for given, keys in by_numbers.items():
        parties = " ".join(f"--party {key}" for key in keys)
        again = f"pks correction {command} {entry.id} {given.replace(',', '')} {parties}"
        note(Message(f"correction.kept-{state}", parties=keys, numbers=given, command=again), desk.language)


def _names(agreement: Agreement | None) -> list[tuple[str, str]]:
    return [] if agreement is None else [(key, party.name) for key, party in keyed(agreement.parties)]


def _text(given: str | None) -> str | None:
    return given.strip() or None if given is not None else None
