"""What several commands take: options given once per value, and how choices, lengths and years are read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pks.errors import UsageError
from pks.language.labels import LABELS
from pks.message import Message

if TYPE_CHECKING:
    from pks.domain.terms import Length

Many = list[str] | None


def one_of(option: str, given: Many, choices: tuple[str, ...], *, kind: str = "") -> tuple[str, ...]:
    """The values given to `option`, spelled as the format does; the names of `kind` in words will do as well.

    Raises:
        UsageError: for a value that is none of `choices`, whatever its case.
    """
    known = {words.casefold(): one for one in choices for words in (*LABELS.get((kind, one), ()), one)}
    for value in given or ():
        if value.strip().casefold() not in known:
            reason = Message("value.choice", text=value, choices=list(choices))
            raise UsageError(Message("usage.bad-value", name=option, reason=reason))
    return tuple(known[value.strip().casefold()] for value in given or ())


def length_argument(option: str, text: str) -> Length:
    """The length given to `option`.

    Raises:
        UsageError: when it is none.
    """
    from pks.domain.terms import parse_length  # what is asked of every run must not import it

    length = parse_length(text)
    if length is None:
        raise UsageError(Message("usage.bad-value", name=option, reason=Message("value.length", text=text)))
    return length


def year_argument(option: str, text: str | None) -> int | None:
    """The year given to `option`.

    Raises:
        UsageError: when it is not a year of four digits, the first of them no 0.
    """
    if text is not None and re.fullmatch("[1-9][0-9]{3}", text, re.ASCII) is None:
        raise UsageError(Message("usage.bad-value", name=option, reason=Message("usage.year", text=text)))
    return None if text is None else int(text)


def only_text(given: Iterable[object]) -> None:
    """Refuse words whose bytes were no UTF-8, one by one or in lists; a path may have any bytes.

    Raises:
        UsageError: for the first one.
    """
    for one in given:
        if isinstance(one, list):
            only_text(one)
        elif isinstance(one, str):
            try:
                one.encode("utf-8")
            except UnicodeEncodeError:
                name = one.encode("utf-8", "backslashreplace").decode("utf-8")
                raise UsageError(Message("usage.not-text", name=name)) from None
