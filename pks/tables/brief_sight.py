"""What the sections of the brief are worked out from, what they are made of, and how they name things."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from pks.domain.deadlines.deadline import Due
from pks.domain.deadlines.row import View, names_of_the_others
from pks.domain.standing.facts import Facts
from pks.domain.standing.judgement import Standing
from pks.domain.terms import Length
from pks.errors import Finding
from pks.message import Message

_LONGEST_TITLE: Final = 70
_LONGEST_NAME: Final = 90
_PARTNERS: Final = 2
# Words that no title may break off after.
_LOOSE: Final = frozenset({"dan", "atau", "serta", "yang", "bagi", "untuk", "pada", "di", "dengan", "of", "and", "for"})


class Item(NamedTuple):
    """One sentence of the page.

    `days` are from today to the day it is about, negative when that is past; None where it is about no
    day. `late` is what should have been done by now.
    """

    code: str
    id: str | None
    days: int | None
    message: Message
    late: bool = False


class Beside(NamedTuple):
    """What the agreements that could be understood do not say of themselves.

    `broken` are the other files. `idle_after` says how long an umbrella may stay without an agreement under
    it, None for ever; it is only asked where there is such an umbrella. `changed` are, by id, the fields
    that changed after every party had accepted the text.
    """

    broken: Sequence[Finding]
    idle_after: Callable[[], Length | None]
    changed: Mapping[str, tuple[str, ...]]


class Sight(NamedTuple):
    """The whole register on one day; `rows` are its deadlines, sorted by day."""

    standings: Mapping[str, Standing]
    rows: Sequence[Due]
    view: View
    beside: Beside

    def facts(self, id_: str) -> Facts:
        """The facts of the agreement `id_`."""
        return self.standings[id_].facts

    def rows_of(self, *kinds: str) -> list[Due]:
        """The deadlines of `kinds`, by day."""
        return [row for row in self.rows if row.kind in kinds]

    def days_to(self, day: date) -> int:
        """The days from today to `day`."""
        return (day - self.view.today).days


def named(facts: Facts) -> Message:
    """The agreement by its title and with whom it is."""
    partners = first_of(names_of_the_others(facts), _PARTNERS)
    return Message("brief.name", title=titled(facts), partners=partners)


def titled(facts: Facts) -> str:
    """The title, cut between words where it is long."""
    return _cut(facts.title, _LONGEST_TITLE)


def first_of(names: Iterable[str], most: int) -> list[str | Message]:
    """The first of `names`, each once, and how many others there are beyond `most`."""
    once = list(dict.fromkeys(_cut(name, _LONGEST_NAME) for name in names))
    if len(once) <= most:
        return [*once]
    return [*once[:most], Message("brief.others", count=len(once) - most)]


def in_days(days: int) -> Message:
    """How far away a day is: today, days left, or days ago."""
    if days == 0:
        return Message("due.days.today")
    return Message("due.days.left", days=days) if days > 0 else Message("brief.ago", days=-days)


def _cut(text: str, longest: int) -> str:
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    words = (line[: longest + 1].rpartition(" ")[0] or line[:longest]).rstrip(" ,;:(-")
    if words.rfind("(") > max(words.rfind(")"), 0):  # half a bracket says nothing
        words = words[: words.rfind("(")].rstrip()
    while words.rpartition(" ")[2] in _LOOSE and " " in words:
        words = words.rpartition(" ")[0]
    return f"{words}…"
