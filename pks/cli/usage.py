"""What is wrong with a command line, in our own words and both languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, Final

from pks.errors import UsageError
from pks.message import Message

_EXTRA: Final = re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", re.DOTALL)


def unknown_command(name: str, known: Sequence[str]) -> UsageError:
    """The refusal of a command that does not exist, with a near one."""
    near = get_close_matches(name, known, n=1)
    if near:
        return UsageError(Message("usage.no-command-near", name=name, near=near[0]))
    return UsageError(Message("usage.no-command", name=name, commands=list(known)))


def usage_message(error: Any) -> Message:
    """Typer's complaint about the arguments as a sentence of ours."""
    match type(error).__name__:
        case "NoSuchOption":
            if near := get_close_matches(error.option_name, error.possibilities or (), n=1):
                return Message("usage.no-option-near", name=error.option_name, near=near[0])
            return Message("usage.no-option", name=error.option_name)
        case "MissingParameter":
            name = (
                error.param.make_metavar(error.ctx)
                if error.param.param_type_name == "argument"
                else error.param.opts[0]
            )
            return Message("usage.missing", name=name)
        case "BadOptionUsage":
            takes_none = "does not take a value" in str(error.message)
            key = "usage.option-takes-none" if takes_none else "usage.option-needs-value"
            return Message(key, name=error.option_name)
        case "BadParameter":
            name = error.param.opts[0] if error.param else ""
            return _no_whole_number(name, error) or Message("usage.bad-value", name=name, reason=error.message)
        case _ if extra := _EXTRA.fullmatch(str(error.message)):
            return Message("usage.too-many", extra=extra[1])
        case _:
            return Message("usage.other", reason=str(error.message))


def _no_whole_number(name: str, error: Any) -> Message | None:
    """What an option that takes a whole number takes; None for an option of another type."""
    kind: Any = error.param.type if error.param else None
    match type(kind).__name__:
        case "IntParamType":
            return Message("usage.whole", name=name)
        case "IntRange" if kind.max is None:
            return Message("usage.whole-from", name=name, least=kind.min)
        case "IntRange":
            return Message("usage.whole-between", name=name, least=kind.min, most=kind.max)
    return None
