"""How the text of one scalar is read: dates, flags, amounts, choices and the rest.

Each `Kind` is the one place that knows what a value of its sort looks like. The model, the schema for
editors and `pks set` all go through it; no YAML resolver ever types a value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Annotated, Final

from pks.domain.near import nearest
from pks.domain.terms import EARLIEST_YEAR, LATEST_YEAR, Length, Period, parse_length, parse_period
from pks.message import Message

_DATE: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)
_WHOLE: Final = re.compile(r"[+-]?[0-9]{1,18}", re.ASCII)
_DECIMAL: Final = re.compile(r"[+-]?[0-9]{1,15}\.[0-9]{1,6}", re.ASCII)
_FOLDER: Final = re.compile(r"(?:[A-Za-z0-9_-]|\{year\})(?:[A-Za-z0-9 ._-]|\{year\})*", re.ASCII)
_KEY: Final = re.compile(r"[a-z0-9-]+", re.ASCII)
_FLAGS: Final = {"true": True, "ya": True, "yes": True, "false": False, "tidak": False, "no": False}


class BadValueError(ValueError):
    """A text that is not a value of its kind; `plain` says what was expected, without a guess at what was meant."""

    def __init__(self, plain: Message) -> None:
        """Say what was expected, and of what."""
        super().__init__(plain.key)
        self.plain = plain

    @property
    def message(self) -> Message:
        """What was expected, with a guess at what was meant where there is one."""
        return self.plain


class NoChoiceError(BadValueError):
    """A text that is none of `choices`; what was meant is only looked for when somebody asks."""

    def __init__(self, text: str, choices: tuple[str, ...]) -> None:
        """Name the text and the choices."""
        super().__init__(Message("value.choice", text=text, choices=list(choices)))
        self.text = text
        self.choices = choices

    @property
    def message(self) -> Message:
        """As above, with the choice that is most like the text where one is."""
        near = _near(self.text, self.choices)
        return Message("value.choice-near", near=near, **self.plain.values) if near else self.plain


class Kind:
    """What a scalar may hold: `read` turns its text into a value or raises `BadValueError`.

    `name` tells kinds apart, `choices` are the allowed texts where there is a list of them, and
    `pattern` is a regular expression an editor can check, where one says it all.
    """

    __slots__ = ("choices", "name", "pattern", "read")

    def __init__(
        self,
        name: str,
        read: Callable[[str], object],
        *,
        choices: tuple[str, ...] = (),
        pattern: str | None = None,
    ) -> None:
        """Name the kind and say how its text is read."""
        self.name = name
        self.read = read
        self.choices = choices
        self.pattern = pattern


def not_scalar(value: object) -> Message:
    """What is wrong with the failsafe `value` of a node that should hold text: a list, a map, nothing at all."""
    found = "map" if isinstance(value, dict) else "list" if isinstance(value, list) else "nothing"
    return Message(f"value.{found}-for-scalar")


@lru_cache(maxsize=8192)
def read_date(text: str) -> date:
    """Read `YYYY-MM-DD` in ASCII digits, a day that exists and is no slip of the pen such as 0206-08-01."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        raise BadValueError(Message("value.date", text=text))
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise BadValueError(Message("value.no-such-day", text=text)) from None
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise BadValueError(Message("value.year", text=text, first=EARLIEST_YEAR, last=LATEST_YEAR))
    return day


def read_key(text: str) -> str:
    """Read a key of lower-case letters, digits and `-`."""
    if _KEY.fullmatch(text) is None:
        raise BadValueError(Message("value.key", text=text))
    return text


def read_length(text: str) -> Length:
    """Read a length of one day or more."""
    length = parse_length(text)
    if length is None or length.count == 0:
        raise BadValueError(Message("value.length", text=text))
    return length


def read_delay(text: str) -> Length:
    """Read a length that may be nothing, such as `0d`."""
    length = parse_length(text)
    if length is None:
        raise BadValueError(Message("value.length", text=text))
    return length


def read_period(text: str) -> Period:
    """Read a reporting period."""
    period = parse_period(text)
    if period is None:
        raise BadValueError(Message("value.period", text=text))
    return period


def read_folder(text: str) -> str:
    """Read where `new` puts files: nothing, or folder names with `{year}`, none of them hidden or upwards."""
    parts = text.strip().split("/") if text.strip() else []
    for part in parts:
        if not _FOLDER.fullmatch(part) or part.endswith(".files"):
            raise BadValueError(Message("value.folder", text=text))
    return "/".join(parts)


def read_interval(text: str) -> Length:
    """Read how often reports are owed: every 1, 3, 6 or 12 months, or `off`, which is every 0 months."""
    if text.strip().lower() == "off":
        return Length(0, "months", text.strip())
    length = parse_length(text)
    if length is None or length.months not in {1, 3, 6, 12}:
        raise BadValueError(Message("value.interval", text=text))
    return length


def read_flag(text: str) -> bool:
    """Read yes or no in either language."""
    try:
        return _FLAGS[text.strip().lower()]
    except KeyError:
        raise BadValueError(Message("value.flag", text=text)) from None


def read_whole(text: str) -> int:
    """Read a whole number of at most 18 digits."""
    if _WHOLE.fullmatch(text.strip()) is None:
        raise BadValueError(Message("value.whole", text=text))
    return int(text)


def read_count(text: str) -> int:
    """Read a whole number, 1 or more."""
    number = read_whole(text)
    if number < 1:
        raise BadValueError(Message("value.count", text=text))
    return number


def read_number(text: str) -> int | float:
    """Read a whole number, or one with a decimal point and at most six places."""
    if _DECIMAL.fullmatch(text.strip()):
        return float(text)
    if _WHOLE.fullmatch(text.strip()) is None:
        raise BadValueError(Message("value.number", text=text))
    return int(text)


def read_number_or_text(text: str) -> int | str:
    """Read a whole number where it is one, else free text."""
    return int(text) if _WHOLE.fullmatch(text.strip()) else text.strip()


def choice(name: str, *choices: str) -> Kind:
    """Make the kind of a text that must be one of `choices`, spelled exactly so."""

    def read(text: str) -> str:
        text = text.strip()
        if text in choices:
            return text
        raise NoChoiceError(text, choices)

    return Kind(name, read, choices=choices)


def _near(text: str, choices: tuple[str, ...]) -> str | None:
    lowered = {one.lower(): one for one in choices}
    close = nearest(text.lower(), tuple(lowered))
    return lowered[close] if close else None


_LENGTH_PATTERN = (
    "^ *[0-9]{1,5} {0,3}([dwy]|days?|hari|weeks?|minggu|months?|bulan|years?|tahun|working days?|hari kerja) *$"
)
TEXT: Final = Kind("text", str.strip)  # space and line breaks around a text are not part of it
FOLDER: Final = Kind("folder", read_folder)
KEY: Final = Kind("key", read_key, pattern="^[a-z0-9-]+$")
DAY: Final = Kind("date", read_date, pattern="^ *[0-9]{4}-[0-9]{2}-[0-9]{2} *$")
LENGTH: Final = Kind("length", read_length, pattern=_LENGTH_PATTERN)
DELAY: Final = Kind("delay", read_delay, pattern=_LENGTH_PATTERN)
INTERVAL: Final = Kind("interval", read_interval)
PERIOD: Final = Kind("period", read_period, pattern="^ *[0-9]{4}(-(S[12]|Q[1-4]|0[1-9]|1[0-2]))? *$")
FLAG: Final = Kind("flag", read_flag)
WHOLE: Final = Kind("whole", read_whole)
COUNT: Final = Kind("count", read_count)
NUMBER: Final = Kind("number", read_number)
NUMBER_OR_TEXT: Final = Kind("number-or-text", read_number_or_text)

Text = Annotated[str, TEXT]
Folder = Annotated[str, FOLDER]
Key = Annotated[str, KEY]
Day = Annotated[date, DAY]
Span = Annotated[Length, LENGTH]
Delay = Annotated[Length, DELAY]
Interval = Annotated[Length, INTERVAL]
ReportPeriod = Annotated[Period, PERIOD]
Flag = Annotated[bool, FLAG]
Whole = Annotated[int, WHOLE]
Count = Annotated[int, COUNT]
Number = Annotated[float, NUMBER]
NumberOrText = Annotated[int | str, NUMBER_OR_TEXT]
