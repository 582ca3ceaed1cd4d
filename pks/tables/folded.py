"""What many parties lack alike, as one line with their names: for reading, where a script gets a row each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pks.domain.ledger import numbered
from pks.domain.rules.table import Missing
from pks.message import Message
from pks.tables.brief_sight import first_of

_MANY: Final = "many"
# The sentences that name one party, and have a form for several.
_OF_A_PARTY: Final = frozenset({
    "rule.correction-open",
    "rule.party-unsigned",
    "rule.mandate-missing",
    "rule.mandate-missing.unstated",
    "rule.party-number-missing",
})  # fmt: skip
_NAMES: Final = 3


def folded(missing: Sequence[Missing]) -> list[Missing]:
    """`missing` with what is said in the same words of several parties, or corrections, as one, where the first is."""
    alike: dict[object, list[Missing]] = {}
    for at, one in enumerate(missing):
        key = one.message.key
        alike.setdefault((key, one.level) if key in _OF_A_PARTY else at, []).append(one)
    return [_many(group) if len(group) > 1 else group[0] for group in alike.values()]


def advice_folded(missing: Sequence[Missing]) -> list[Missing]:
    """As `folded`, with a row each for what is needed: a gate that is shut says all of why."""
    needed = [one for one in missing if one.level == "error"]
    return [*needed, *folded([one for one in missing if one.level != "error"])]


def _many(alike: Sequence[Missing]) -> Missing:
    first, key = alike[0], alike[0].message.key
    values = {**first.fix.values, "party": first_of((str(one.message.values["party"]) for one in alike), _NAMES)}
    numbers = [int(str(one.message.values["no"])) for one in alike if "no" in one.message.values]
    said = {**values, "corrections": numbered(numbers)}
    return first._replace(message=Message(f"{key}.{_MANY}", **said), fix=Message(f"{key}.{_MANY}.fix", **said))
