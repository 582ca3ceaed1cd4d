"""What a rule is: one row of the table, the places where it is broken, and what an office may tune."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Generic, NamedTuple, TypeVar

from pks.domain.model.agreement import Agreement
from pks.domain.office import Office
from pks.domain.rules.surroundings import Surroundings
from pks.domain.terms import Length
from pks.message import Message

_MONTHS_A_YEAR: Final = 12
LEVELS: Final = ("off", "info", "warning", "error")
ALWAYS: Final = "always"
REGISTER: Final = "register"
LEAVING_DRAFT: Final = "leaving-draft"
LEAVING_FACILITATION: Final = "leaving-facilitation"
LEAVING_CORRECTIONS: Final = "leaving-corrections"
LEAVING_REGISTRATION: Final = "leaving-registration"
LEAVING_REPORTING: Final = "leaving-reporting"

Path = tuple[str | int, ...]
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Hit(NamedTuple):
    """A place where a rule is broken.

    `path` are keys and list positions from 0; what is not there stands for its nearest parent that is.
    `variant` chooses `rule.CODE.VARIANT` and its fix instead of `rule.CODE`.
    """

    path: Path
    values: Mapping[str, object]
    variant: str | None = None


def hit(*path: str | int, variant: str | None = None, **values: object) -> Hit:
    """Make a hit at `path` with the `values` of its message."""
    return Hit(path, values, variant)


def spelled(length: Length) -> Message:
    """A length in the reader's language, whatever it is written in: whole years as years, 0 as never."""
    years, odd = divmod(length.months or 1, _MONTHS_A_YEAR)
    if years and not odd:
        return Message("rules.length.years", count=years)
    unit = length.unit.replace(" ", "-") if length.count else "never"
    return Message(f"rules.length.{unit}", count=length.count)


Test = Callable[[Agreement, Surroundings], Iterable[Hit]]


@dataclass(frozen=True)
class Parameter(Generic[T_co]):
    """What office.yaml's `rules:` may set for the rule `code`.

    `read` gives None for a level and whatever else is no value.
    """

    code: str
    default: T_co
    read: Callable[[str], T_co | None]

    def value(self, office: Office) -> T_co:
        """The office's value where it set one that can be read, else the default."""
        text = office.rules.get(self.code)
        found = self.read(text) if isinstance(text, str) else None
        return self.default if found is None else found


@dataclass(frozen=True)
class Rule:
    """One row of the table. `source` is the law's article, or `practice`.

    `partner_level` applies in a register of profile `partner`. `later` names the `always` rule that says
    the same once the gate is passed, so that `check` does not say it twice. `ahead_only` is for advice about
    the paper itself, which no file can show was followed: it is said at its gate, and never by `check`.
    """

    code: str
    level: str
    scope: str
    test: Test
    source: str
    partner_level: str | None = None
    parameter: Parameter[object] | None = None
    later: str | None = None
    ahead_only: bool = False


def absent(*path: str) -> Test:
    """Make the test that hits where `path`, the names of a field and of those within it, holds nothing."""

    def test(agreement: Agreement, _: Surroundings) -> Iterable[Hit]:
        value: object = agreement
        for name in path:
            value = getattr(value, name, None)
        return () if value else (hit(*path),)

    return test
