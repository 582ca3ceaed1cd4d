"""A command line that is plain enough, read without Typer, whose import takes as long as all the rest.

There is one declaration of the options, the parameters of `before` and of each command's `run`, and two
readers of it. This one takes options by their full names with their values, in any order, and hands
everything else over: help, mistakes, and whatever it does not know.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from types import ModuleType
from typing import Any, Final, NamedTuple, get_args, get_type_hints

from pks.cli.arguments import Many, only_text
from pks.cli.desk import Desk

# The commands that are asked for again and again, and whose modules use Typer for nothing but declarations.
EARLY: Final = frozenset(
    {"brief", "due", "list", "board", "timeline", "stats", "show", "next", "history", "tree", "partners"}
)


class _NotPlainError(Exception):
    """Typer should read this command line."""


class Declared(NamedTuple):
    """One parameter: its names when it is an option, none when it is an argument."""

    names: tuple[str, ...]
    callback: Callable[[Any, Any], Any] | None


class _Declarations:
    """Stands in for Typer where a declaration is read."""

    Context = object

    @staticmethod
    def Option(*names: str, callback: Any = None, **_rest: object) -> Declared:  # noqa: N802  # as Typer has it
        return Declared(names, callback)

    @staticmethod
    def Argument(**_rest: object) -> Declared:  # noqa: N802  # as above
        return Declared((), None)


class _Context:
    """As much of Typer's context as a command asks for."""

    resilient_parsing = False

    def __init__(self, desk: Desk) -> None:
        self.obj = desk

    def find_object(self, _kind: type) -> Desk:
        return self.obj


class _Later(ModuleType):
    """Stands in for a module until something of it is used."""

    def __getattr__(self, name: str) -> Any:
        """Become the module."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        self.__dict__.update(import_module(self.__name__).__dict__)
        return getattr(sys.modules[self.__name__], name)


def put_off_typer() -> None:
    """Let `import typer` cost nothing until something of it is used."""
    sys.modules.setdefault("typer", _Later("typer"))


def need_typer() -> None:
    """Import Typer, before anything of what is inside it is imported."""
    if isinstance(sys.modules.get("typer"), _Later):
        del sys.modules["typer"]
        import_module("typer")


def run_early(desk: Desk, arguments: Sequence[str]) -> bool:
    """Run what `arguments` say, where they are plain; whether that was done."""
    from pks.cli.before import before

    try:
        given, rest = _read(before, arguments, stop_at_command=True)
        if rest[:1] and rest[0] not in EARLY:
            return False
        if rest and "no_index" not in given:
            desk.start_in(given.get("folder"))
            desk.look_ahead()
        run = import_module(f"pks.cli.{rest[0]}").run if rest else None
        values = _read(run, rest[1:], stop_at_command=False)[0] if run else {}
        if not rest and "version" not in given:  # `pks` alone asks first whether there is a register
            return False
    except _NotPlainError:
        return False
    context: Any = _Context(desk)
    declared = _declared(before)
    for name in given:  # in the order in which they were given, as Typer does with eager ones
        callback = declared[name][0].callback
        if callback is not None:
            callback(context, given[name])
    before(context, **given)
    if run is not None:
        only_text(values.values())
        run(context, **values)
    return True


def _declared(function: Any) -> dict[str, tuple[Declared, Any]]:
    """By name, each parameter's declaration and type."""
    hints = get_type_hints(function, {**function.__globals__, "typer": _Declarations}, include_extras=True)
    found = {}
    for name, hint in hints.items():
        parts = get_args(hint)
        if parts and isinstance(parts[-1], Declared):
            found[name] = (parts[-1], parts[0])
        elif name not in {"ctx", "return"}:
            raise _NotPlainError
    return found


def _read(function: Any, arguments: Sequence[str], *, stop_at_command: bool) -> tuple[dict[str, Any], list[str]]:
    """The parameters of `function` that `arguments` give, and what is left of them at the first other word."""
    declared = _declared(function)
    options = {name: key for key, (one, _) in declared.items() for name in one.names}
    words = [key for key, (one, _) in declared.items() if not one.names]
    values: dict[str, Any] = {}
    left = list(arguments)
    while left:
        word = left[0]
        if not word.startswith("-"):
            if stop_at_command:
                break
            _argument(values, words, declared, left)
            continue
        _option(values, options.get(word), declared, left)
    return values, left


def _argument(
    values: dict[str, Any], words: list[str], declared: dict[str, tuple[Declared, Any]], left: list[str]
) -> None:
    """Take one argument off `left`: the next that is lacking, or one more of many."""
    key = next((key for key in words if declared[key][1] == Many or key not in values), None)
    if key is None:
        raise _NotPlainError
    value = left.pop(0)
    values[key] = [*values.get(key, []), value] if declared[key][1] == Many else value


def _option(
    values: dict[str, Any], key: str | None, declared: dict[str, tuple[Declared, Any]], left: list[str]
) -> None:
    """Take one option off `left`, with its value."""
    if key is None:
        raise _NotPlainError
    kind = declared[key][1]
    del left[0]
    if kind == Many or (kind in {str, str | None} and key not in values):
        if not left or left[0].startswith("-"):
            raise _NotPlainError
        value = left.pop(0)
        values[key] = [*values.get(key, []), value] if kind == Many else value
    elif kind is bool and key not in values:
        values[key] = True
    else:
        raise _NotPlainError
