"""Findings about single entries: what is repeated, contradicts itself, or still has to be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pks.domain.model.agreement import Agreement
from pks.domain.model.part import Part
from pks.domain.rules.rule import ALWAYS, Hit, Path, Rule, hit
from pks.domain.rules.surroundings import Surroundings
from pks.domain.standing.party_keys import keyed, keys_of
from pks.domain.terms import Period
from pks.message import Message

_SHA256: Final = re.compile(r"[0-9A-Fa-f]{64}", re.ASCII)
_ADDRESSED: Final = ("parties", "clusters", "corrections", "reports", "indicators", "amendments")

# Positions address these, but each number or period is given once all the same.
_NUMBERED_BY: Final = {"amendments": "no", "readings": "period"}


def repeated(agreement: Agreement) -> Iterator[Hit]:
    """Each item whose address stands earlier in its list."""
    for name in _ADDRESSED:
        yield from _repeated_in((name,), getattr(agreement, name))
    for at, indicator in enumerate(agreement.indicators):
        yield from _repeated_in(("indicators", at, "readings"), indicator.readings)


def _repeated_in(path: Path, parts: Iterable[Part]) -> Iterator[Hit]:
    name = str(path[-1])
    seen: set[object] = set()
    for at, part in enumerate(parts):
        field = part.address or _NUMBERED_BY[name]
        value = getattr(part, field)
        if value is not None and value in seen:
            shown = value.name if isinstance(value, Period) else value
            yield hit(*path, at, field, list_name=name, field=field, value=shown)
        seen.add(value)


def _unread(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    for name in agreement.unread:
        yield hit("unread", name, name=name)


def _unknown_party(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    keys = keys_of(agreement.parties)
    for path in _named_parties(agreement):
        if path[-1] not in keys:
            yield hit(*path, name=path[-1], keys=list(keys))


def _named_parties(agreement: Agreement) -> Iterator[Path]:
    for at, correction in enumerate(agreement.corrections):
        yield from (("corrections", at, "answers", key) for key in correction.answers)
    for at, amendment in enumerate(agreement.amendments):
        yield from (("amendments", at, "numbers", key) for key in amendment.numbers)
        yield from (("amendments", at, "signed", key) for key in amendment.signed)


def _answered_twice(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    names = {key: party.name for key, party in keyed(agreement.parties)}
    for at, correction in enumerate(agreement.corrections):
        for key, answer in correction.answers.items():
            if answer.accepted and answer.rejected:
                party = names.get(key, key)
                path = ("corrections", at, "answers", key)
                older = "rejected" if answer.accepted > answer.rejected else "accepted"
                yield hit(*path, no=correction.no, party=party, party_key=key, older=older)


def _unhashed(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    for at, document in enumerate(agreement.documents):
        if document.file and not document.sha256:
            yield hit("documents", at, "file", file=document.file)


def _not_a_hash(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    for at, document in enumerate(agreement.documents):
        if document.sha256 and _SHA256.fullmatch(document.sha256) is None:
            yield hit("documents", at, "sha256", position=at + 1)


def _instrument_unnamed(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    if agreement.instrument == "Lainnya" and not agreement.as_written:
        yield hit("instrument")


def _negative(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    for at, funding in enumerate(agreement.funding):
        if funding.amount is not None and funding.amount < 0:
            yield hit("funding", at, "amount", amount=funding.amount, place=f"funding.{at + 1}.amount")
    for at, report in enumerate(agreement.reports):
        if report.spent is not None and report.spent < 0:
            yield hit("reports", at, "spent", amount=report.spent, place=f"reports.{report.period.name}.spent")


def _changed_after_acceptance(_: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    for field in surroundings.changed_after_acceptance:
        yield hit(field, what=Message(f"rules.text.{field}"), field=field)


ENTRY_RULES: Final = (
    Rule("repeated-in-list", "error", ALWAYS, lambda agreement, _: repeated(agreement), "practice"),
    Rule("unread", "warning", ALWAYS, _unread, "practice"),
    Rule("unknown-party", "warning", ALWAYS, _unknown_party, "practice"),
    Rule("answer-contradictory", "warning", ALWAYS, _answered_twice, "practice"),
    Rule("changed-after-acceptance", "warning", ALWAYS, _changed_after_acceptance, "practice"),
    Rule("file-without-hash", "info", ALWAYS, _unhashed, "practice"),
    Rule("hash-malformed", "warning", ALWAYS, _not_a_hash, "practice"),
    Rule("other-instrument-unnamed", "info", ALWAYS, _instrument_unnamed, "practice"),
    Rule("negative-amount", "warning", ALWAYS, _negative, "practice"),
)
