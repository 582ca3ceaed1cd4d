"""The commands by name: each is imported only when it is the one that runs, and speaks the chosen language."""

from __future__ import annotations

import re
from functools import wraps
from importlib import import_module
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

from pks.cli.arguments import only_text
from pks.cli.before import before
from pks.cli.desk import Desk
from pks.cli.usage import unknown_command
from pks.errors import NotFoundError, UsageError
from pks.language.render import Language, say
from pks.message import Message

# The overview shows them under these headings; their order is that of the work.
GROUPS: Final[dict[str, tuple[str, ...]]] = {
    "look": ("brief", "init", "new", "show", "list", "due", "tree", "board", "timeline", "stats", "partners"),
    "move": ("next", "advance", "back", "close"),
    "record": ("meet", "correction", "sign", "register", "report", "measure", "task", "evaluate", "attach", "amend"),
    "exchange": ("form", "import", "export", "letter", "message", "site"),
    "change": ("history", "diff", "set", "edit", "rename", "renew"),
    "keep": ("check", "audit", "merge", "backup", "schema", "completion", "help"),
}
NAMES: Final = tuple(name for names in GROUPS.values() for name in names)
_WIDEST_NAME: Final = max(map(len, NAMES))
# What may stand behind the first word; `""` where it is a command by itself as well.
SECONDS: Final[dict[str, tuple[str, ...]]] = {
    "correction": ("add", "accept", "reject", "withdraw", "list"),
    "report": ("add", "send", "receive", "missing", "recap"),
    "task": ("add", "done"),
    "form": ("", "read"),
}
COMMANDS: Final = tuple(f"{name} {second}".strip() for name in NAMES for second in SECONDS.get(name, ("",)))

_SETTINGS: Final = {"help_option_names": ["--help", "-h"]}


class Commands(TyperGroup):
    """The commands, imported when asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  # the signature is Typer's
        """The names of all commands, in the order of the work."""
        return list(NAMES)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command `cmd_name`, with its help in the chosen language; None when there is none."""
        if cmd_name in COMMANDS:
            return _made(cmd_name, _given_text(import_module(f"pks.cli.{module_of(cmd_name)}").run), Command, ctx)
        return _made(cmd_name, _first_word_alone, FirstWord, ctx) if cmd_name in SECONDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that `args` begin with, one word or two; an unknown one is refused with near names."""
        if not args or args[0].startswith("-"):
            return super().resolve_command(ctx, args)
        name = _named(args)
        return name, self.get_command(ctx, name), args[name.count(" ") + 1 :]

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The overview: what it is, the commands with a line each, the options before them, the manual."""
        from pks.outputs.manual import topics  # only help needs it

        language = ctx.find_object(Desk).language
        _head(self, ctx, formatter, language, "help.pks")
        for group, names in GROUPS.items():
            rows = [(name.ljust(_WIDEST_NAME), _short(name, language)) for name in names]
            _section(formatter, say(Message(f"commands.group.{group}"), language), rows)
        _section(formatter, say(Message("help.options"), language), _records(self, ctx, language, "help.pks"))
        formatter.write_paragraph()
        formatter.write_text(say(Message("help.topics", topics=topics()), language))


class Command(TyperCommand):
    """One command; its help is worded in the chosen language."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """What it does, examples, arguments and options."""
        language = ctx.find_object(Desk).language
        key = _key(self.name)
        _head(self, ctx, formatter, language, key)
        examples = say(Message(f"{key}.examples"), language).splitlines()
        with formatter.section(say(Message("help.examples"), language)):
            for line in examples:
                formatter.write(f"{' ' * formatter.current_indent}{line}\n")
        _section(formatter, say(Message("help.options"), language), _records(self, ctx, language, key))


class FirstWord(TyperCommand):
    """The first word of commands of two: alone it only says what may stand behind it."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """What it is about, and its commands with a line each."""
        language, name = ctx.find_object(Desk).language, self.name or ""
        _head(self, ctx, formatter, language, _key(name))
        rows = [(f"{name} {second}", _short(f"{name} {second}", language)) for second in SECONDS[name]]
        _section(formatter, say(Message("help.commands"), language), rows)


def build() -> Any:
    """The whole command line."""
    app = typer.Typer(
        cls=Commands, add_completion=False, rich_markup_mode=None, context_settings=_SETTINGS,
        invoke_without_command=True, pretty_exceptions_enable=False,
    )  # fmt: skip
    app.callback()(wraps(before)(_before))
    return typer.main.get_command(app)


def _before(ctx: typer.Context, **given: Any) -> None:
    before(ctx, **given)
    if ctx.invoked_subcommand is None:
        _unasked(ctx, ctx.obj)


def _unasked(ctx: typer.Context, desk: Desk) -> None:
    """What `pks` alone says: the brief inside a register, its help elsewhere, but not of a folder that is none."""
    desk.start  # noqa: B018  # a folder that was named must be there
    try:
        desk.book  # noqa: B018  # whether there is one is all that is asked
    except NotFoundError:
        from pks.outputs.screen import write  # only shown here

        write(ctx.get_help())
        return
    from pks.cli.brief import run  # only this page needs it

    run(ctx)


def _named(args: list[str]) -> str:
    """The words of `args` that name a command.

    Raises:
        UsageError: when there is none of that name.
    """
    first, second = args[0], args[1] if len(args) > 1 else ""
    if first not in NAMES:
        raise unknown_command(first, NAMES)
    full = f"{first} {second}".strip()
    if first in SECONDS and second and not second.startswith("-"):
        if full in COMMANDS or first in COMMANDS:
            return full if full in COMMANDS else first
        raise unknown_command(full, [one for one in COMMANDS if one.startswith(f"{first} ")])
    return first


def _first_word_alone(ctx: typer.Context) -> None:
    first = ctx.info_name or ""
    raise UsageError(Message("usage.second-word", first=first, seconds=list(SECONDS[first])))


def module_of(command: str) -> str:
    """The module of a command: its words, with a `_` behind what Python keeps for itself."""
    return "import_" if command == "import" else command.replace(" ", "_")


def _key(command: str | None) -> str:
    """Where the words of a command begin in the catalogue."""
    return f"help.{(command or '').replace(' ', '-')}"


def _short(command: str, language: Language) -> str:
    return say(Message(f"{_key(command)}.short"), language)


def _given_text(run: Any) -> Any:
    """`run`, once it is known that all words it is given are text."""

    @wraps(run)
    def checked(**given: Any) -> None:
        only_text(given.values())
        run(**given)

    return checked


def _made(name: str, run: Any, kind: type[TyperCommand], ctx: Any) -> Any:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, cls=kind, context_settings=_SETTINGS)(run)
    command = typer.main.get_command(app)
    command.name = name
    command.help = say(Message(_key(name)), ctx.find_object(Desk).language)
    return command


def _head(command: Any, ctx: Any, formatter: Any, language: Language, key: str) -> None:
    usage = say(Message("help.usage"), language)
    pieces = re.sub(r"[{}]", "", " ".join(command.collect_usage_pieces(ctx)))  # Typer's mark of a needed argument
    for metavar in ("OPTIONS", "COMMAND", "ARGS"):
        pieces = pieces.replace(metavar, say(Message(f"help.metavar.{metavar.lower()}"), language))
    formatter.write_usage(ctx.command_path, pieces, prefix=f"{usage}: ")
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(say(Message(key), language))


def _section(formatter: Any, heading: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(heading):
            formatter.write_dl(rows)


def _records(command: Any, ctx: Any, language: Language, key: str) -> list[tuple[str, str]]:
    rows = []
    for parameter in command.get_params(ctx):
        words = say(Message(_help_key(key, parameter.name)), language)
        if parameter.param_type_name == "argument":
            rows.append((parameter.make_metavar(ctx), words))
        else:
            metavar = "" if parameter.is_flag else f" {parameter.make_metavar(ctx)}"
            spelled = " / ".join(", ".join(sorted(one)) for one in (parameter.opts, parameter.secondary_opts) if one)
            rows.append((f"{spelled}{metavar}", words))
    return rows


def _help_key(command: str, parameter: str) -> str:
    """The key of an option's words: its command's own, else the one all commands share."""
    from pks.language.sentences import SENTENCES  # only help needs it

    own = f"{command}.{parameter}"
    return own if own in SENTENCES else f"help.any.{parameter}"
