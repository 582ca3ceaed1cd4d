"""How well an agreement and its renewals cover their days, and what amended it, as lines of its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pks.domain.model.agreement import Agreement
from pks.domain.standing.facts import Facts
from pks.domain.standing.gaps import Gap
from pks.domain.standing.judgement import Standing
from pks.domain.standing.party_keys import keys_of
from pks.message import Message
from pks.tables.content import Line

_MARKS = {"running": "late", "forecast": "soon"}


def cover_lines(standing: Standing, gap: Gap | None, chain: Sequence[str]) -> Iterator[Line]:
    """The gap after the agreement, and the chain of renewals it is part of; nothing where there is none."""
    if gap:
        yield Line(Message("show.uncovered"), _gap_words(standing, gap), mark=_MARKS.get(gap.kind, ""))
    if len(chain) > 1:
        yield Line(Message("show.chain"), " → ".join(chain))


def amended_lines(agreement: Agreement, addenda: Sequence[str]) -> Iterator[Line]:
    """Each amendment and how many have signed it, then the `addenda`, by id, that are records of their own."""
    label, total = Message("show.amended"), len(agreement.parties)
    for number, one in enumerate(agreement.amendments):
        signed = len(set(keys_of(agreement.parties)) & set(one.signed))
        key = "show.amended.by" if one.date else "show.amended.undated"
        words = Message(key, no=one.no, date=one.date, signed=signed, count=total)
        yield Line("" if number else label, words, mark="" if signed == total else "soon")
    if addenda:
        yield Line("" if agreement.amendments else label, Message("show.addenda", ids=list(addenda)))


def addenda_of(register: Mapping[str, Facts], id_: str) -> list[str]:
    """The ids, sorted, of the agreements that amend `id_`; one closed before it was signed counts for nothing."""
    return sorted(one.id for one in register.values() if id_ in one.amends_ids and one.id != id_ and one.counts)


def _gap_words(standing: Standing, gap: Gap) -> Message:
    if standing.successor_signed:
        return Message("show.gap.between", days=gap.days, first=gap.first, last=gap.last, successor=gap.successor)
    if gap.kind == "running":
        return Message("show.gap.running", first=gap.first, days=gap.days)
    if gap.successor:
        return Message("show.gap.expected", successor=gap.successor, days=gap.days)
    return Message("show.gap.forecast", days=gap.days)
