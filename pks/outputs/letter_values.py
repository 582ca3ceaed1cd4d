"""The content of a letter as a template prints it: safe text, days and amounts with their words, dots for gaps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from pks.language.render import long_date, written
from pks.language.spelled_out import count_in_words, date_in_words, rank_in_words, rupiah, rupiah_in_words, weekday
from pks.outputs.visible import visible_text
from pks.tables.letter_fields import FIELDS, PARTS, Field

DOTS: Final = "." * 32
_STEPS: Final = 200_000


class TooMuchError(Exception):
    """The loops of a template went round too often."""


class Budget:
    """How many more times loops may go round in one letter: a count is the same on every machine, a time is not."""

    def __init__(self, steps: int = _STEPS) -> None:
        """Allow `steps`."""
        self._left = steps

    def step(self) -> None:
        """Count one.

        Raises:
            TooMuchError: when there is none left.
        """
        self._left -= 1
        if self._left < 0:
            raise TooMuchError


class Items(tuple[Any, ...]):  # noqa: SLOT001  # a tuple cannot have slots of its own
    """What a loop goes through; every step counts."""

    budget: Budget

    def __iter__(self) -> Iterator[Any]:
        """Each item."""
        for one in tuple.__iter__(self):
            self.budget.step()
            yield one


class Worded(str):
    """A value as it prints, with further words of it by name."""

    __slots__ = ("parts",)
    parts: Mapping[str, str]


class Gap(str):
    """A fact that nobody has recorded: dots to write on, and no answer to `if`."""

    __slots__ = ("field",)
    field: str

    def __bool__(self) -> bool:
        """It says nothing."""
        return False

    def upper(self) -> str:
        """Dots have no capitals; what is missing is still known."""
        return self

    lower = upper


def values_of(content: Mapping[str, Any], budget: Budget) -> dict[str, Any]:
    """`content` in the shape of FIELDS, ready to print; all of it in Indonesian."""
    return _map(content, FIELDS, "", budget)


def _map(content: Mapping[str, Any], fields: Mapping[str, Field], path: str, budget: Budget) -> dict[str, Any]:
    return {name: _value(content.get(name), one, f"{path}{name}", budget) for name, one in fields.items()}


def _value(value: Any, field: Field, path: str, budget: Budget) -> Any:
    match field.kind:
        case "map":
            return _map(value or {}, field.inner, f"{path}.", budget)
        case "list":
            return _items((_map(one, field.inner, f"{path}.", budget) for one in value or ()), budget)
        case "texts":
            return _items((visible_text(written(one, "id")) for one in value or ()), budget)
        case "flag":
            return bool(value)
        case _:
            return _gap(path) if value in {None, ""} else _MADE[field.kind](value)


def _items(values: Iterator[Any], budget: Budget) -> Items:
    items = Items(values)
    items.budget = budget
    return items


def _gap(path: str) -> Gap:
    gap = Gap(DOTS)
    gap.field = path
    return gap


def _text(value: Any) -> str:
    return visible_text(written(value, "id"))


def _worded(text: str, parts: tuple[str, ...]) -> Callable[[tuple[str, ...]], Worded]:
    def named(names: tuple[str, ...]) -> Worded:
        made = Worded(text)
        made.parts = dict(zip(names, parts, strict=True))
        return made

    return named


def _day(day: date) -> Worded:
    return _worded(long_date(day, "id"), (date_in_words(day), weekday(day), f"{day:%d-%m-%Y}"))(PARTS["day"])


def _money(amount: int) -> Worded:
    return _worded(rupiah(amount), (rupiah_in_words(amount),))(PARTS["money"])


def _count(number: int) -> Worded:
    return _worded(str(number), (count_in_words(number),))(PARTS["count"])


def _rank(number: int) -> str:
    return f"Pihak {rank_in_words(number).title()}"


_MADE: Final[dict[str, Callable[[Any], str]]] = {
    "text": _text, "day": _day, "money": _money, "count": _count, "rank": _rank,
}  # fmt: skip
