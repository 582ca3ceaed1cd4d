"""What several commands take: options given once per value, and values that must be one of a few."""

from __future__ import annotations

from collections.abc import Iterable

from pks.errors import UsageError
from pks.language.labels import LABELS
from pks.message import Message

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
