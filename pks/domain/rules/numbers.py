"""Findings about numbers: given twice in the register, or at odds with the day of signing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pks.domain.compared import folded
from pks.domain.model.agreement import Agreement
from pks.domain.model.parties import Party
from pks.domain.rules.rule import ALWAYS, REGISTER, Hit, Rule, hit
from pks.domain.rules.surroundings import OtherFacts, Surroundings
from pks.domain.standing.party_keys import keyed
from pks.domain.standing.signatures import signing_days

_YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", re.ASCII)
_BLANK: Final = re.compile(r"\.\.|…|_|\?")
_MONTH: Final = re.compile(r"[/.](I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII)[/.]((?:19|20)[0-9]{2})(?![0-9])", re.ASCII)
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def _number_twice(agreement: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    for at, (key, party) in enumerate(keyed(agreement.parties)):
        for position, number in enumerate(party.number):
            for other in surroundings.crossings.numbers.get(folded(number), ()):
                if _same_number(agreement, number, other, surroundings) and _has_party(other, key):
                    path = ("parties", at, "number", position)
                    place = f"parties.{key}.number" + (f".{position + 1}" if len(party.number) > 1 else "")
                    yield hit(*path, number=number, party=party.name, place=place, other=other.id)
                    break  # a number that hundreds share is said once a file, not hundreds of times


def _register_twice(agreement: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    number = agreement.registration.number if agreement.registration else None
    for other in surroundings.crossings.registers.get(folded(number), ()) if number else ():
        if number and _same_number(agreement, number, other, surroundings):
            yield hit("registration", "number", number=number, other=other.id)
            break


def _same_number(agreement: Agreement, number: str, other: OtherFacts, surroundings: Surroundings) -> bool:
    """Numbers start anew each year: one that names no year is the same only in agreements of one year.

    One with a place left open (`440/.../2026`) or without a digit is not given yet.
    """
    if other.id == surroundings.id or not any(sign.isdigit() for sign in number) or _BLANK.search(number):
        return False
    if _YEAR.search(number):
        return True
    starts = agreement.term.starts if agreement.term else None
    return starts is not None and other.starts is not None and starts.year == other.starts.year


def _has_party(other: OtherFacts, key: str) -> bool:
    return any(party[0] == key for party in other.parties)


def _month_differs(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    for at, (party, signed) in enumerate(zip(agreement.parties, signing_days(agreement), strict=True)):
        if signed is None:
            continue
        for position, number, month, year in _months(party):
            if (signed.year, signed.month) != (year, month):
                path = ("parties", at, "number", position)
                yield hit(*path, number=number, party=party.name, signed=signed)


def _months(party: Party) -> Iterable[tuple[int, str, int, int]]:
    """The position, number, month and year of each number that ends in a Roman month and a year."""
    for position, number in enumerate(party.number):
        match = _MONTH.search(number)
        if match:
            yield position, number, _ROMAN.index(match[1]) + 1, int(match[2])


NUMBER_RULES: Final = (
    Rule("number-month-differs", "info", ALWAYS, _month_differs, "practice"),
    Rule("number-used-twice", "warning", REGISTER, _number_twice, "practice"),
    Rule("register-number-used-twice", "error", REGISTER, _register_twice, "practice"),
)
