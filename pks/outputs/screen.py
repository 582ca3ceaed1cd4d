"""What goes to the terminal or the pipe: the one room that writes to stdout and stderr."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final, TextIO

from pks.errors import Finding
from pks.language.render import Language, say
from pks.message import Message
from pks.outputs.column_widths import short_cell, widths_of
from pks.outputs.folding import NARROWEST, at_hyphens, folded
from pks.outputs.visible import visible, visible_lines
from pks.outputs.words import rows_text
from pks.tables.table import Cell, Column, Row, Table

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

_WIDEST: Final = 132
_NARROW: Final = 60
STYLES: Final = {"late": "bold red", "soon": "yellow", "past": "dim", "weak": "dim"}
_DIFF: Final = {"+": "green", "-": "red", "@": "cyan"}
_LEVELS: Final = {"error": "red", "warning": "yellow", "info": "dim"}


def is_terminal(stream: TextIO) -> bool:
    """Whether a person is looking at `stream`."""
    return stream.isatty()


def write(text: str) -> None:
    """Write lines of safe text to stdout."""
    sys.stdout.write(text if text.endswith("\n") or not text else f"{text}\n")


def write_message(message: Message, language: Language) -> None:
    """Write the result of a command, in words, to stdout: on a terminal folded between words."""
    words = visible(say(message, language))
    write(folded(words) if is_terminal(sys.stdout) else words)


def write_data(text: str) -> None:
    """Write text for another program to stdout: JSON, a file, a diff; kept as it is."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")


def write_bytes(content: bytes) -> None:
    """Write the bytes of a file to stdout, as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def note(message: Message, language: Language) -> None:
    """Say something beside the result, on stderr."""
    _tell(f"{visible_lines(say(message, language))}\n")


def complain(message: Message, details: tuple[Message | Finding, ...], language: Language) -> None:
    """Say on stderr why a command did not do what was asked."""
    lines = [f"pks: {visible_lines(say(message, language))}", *(_detail(one, language) for one in details)]
    _tell("\n".join(lines) + "\n")


def doubt_answer(message: Message, details: tuple[Message | Finding, ...], language: Language) -> None:
    """Say on stderr why an answer will not do, before the question comes again."""
    lines = [visible_lines(say(message, language)), *(_detail(one, language) for one in details)]
    _tell("\n".join(lines) + "\n")


def _detail(one: Message | Finding, language: Language) -> str:
    return finding_text(one, language) if isinstance(one, Finding) else f"  {visible_lines(say(one, language))}"


def finding_line(finding: Finding, language: Language) -> None:
    """Name a finding on stderr, beside the result."""
    _tell(f"{finding_text(finding, language)}\n")


def finding_text(finding: Finding, language: Language, *, whole: bool = False) -> str:
    """A finding as one line, file:line:column: message; the `whole` of it with its level and code."""
    place = visible(finding.file)
    if finding.line is not None:
        place += f":{finding.line}:{finding.column}"
    words = visible(say(finding.message, language))
    if not whole:
        return f"{place}: {words}"
    return f"{place}: {say(Message(f'level.{finding.level}'), language)}: {words} [{finding.code}]"


def show_findings(findings: list[Finding], language: Language, *, fixes: bool) -> None:
    """Write findings to stdout, a line each, and how to mend them when `fixes`; in colour by level on a terminal."""
    lines = [
        (one.level, finding_text(one, language, whole=True), _fix(one, language, wanted=fixes)) for one in findings
    ]
    if not is_terminal(sys.stdout):
        for _, text, fix in lines:
            write(text + (f"\n    {fix}" if fix else ""))
        return
    from rich.padding import Padding  # only a terminal needs rich
    from rich.text import Text

    console = _console()
    for level, text, fix in lines:
        console.print(Text(folded(text), style=_LEVELS[level]))
        if fix:
            console.print(Padding(Text(fix, style="dim"), (0, 0, 0, 4)))


def _fix(finding: Finding, language: Language, *, wanted: bool) -> str:
    return visible(say(finding.fix, language)) if wanted and finding.fix is not None else ""


def show_table(table: Table, language: Language) -> None:
    """Write a table to stdout: fitted to a terminal, or in a pipe one line a row with tabs and the full text."""
    if not table.rows:
        write(visible(say(table.empty, language)))
    elif is_terminal(sys.stdout):
        _fitted(table, language)
    else:
        _plain(table, language)


def show_diff(diff: str) -> None:
    """Write a diff to stdout: coloured and safe on a terminal, as it is in a pipe."""
    if not is_terminal(sys.stdout):
        sys.stdout.write(diff)
        return
    from rich.text import Text  # only a terminal needs rich

    console = _console()
    for line in diff.splitlines():
        console.print(Text(visible(line), style=_DIFF.get(line[:1], "")), soft_wrap=True)


def ask(question: Message, language: Language, *, default: str | None = None) -> str:
    """Ask the person one thing on stderr; the answer, or `default` when they only press Enter.

    Raises:
        EOFError: when they end the input.
    """
    shown = f" [{visible(default)}]" if default else ""
    while True:
        sys.stderr.write(f"{visible(say(question, language))}{shown}: ")
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        if line.strip() or default is not None:
            return line.strip() or default or ""


def end_question() -> None:
    """Begin a new line on a terminal, where a question may stand unanswered."""
    if is_terminal(sys.stderr):
        _tell("\n")


def confirm(question: Message, language: Language) -> bool:
    """Ask yes or no on stderr; Enter means yes."""
    letters = {"id": "Y/t", "en": "Y/n"}[language]
    sys.stderr.write(f"{visible(say(question, language))} [{letters}] ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return not line.strip().lower().startswith(("n", "t"))


def show_markdown(text: str) -> None:
    """Write a page of the manual to a terminal."""
    from rich.markdown import Markdown  # only a terminal needs rich

    show(Markdown(text))


def show(*parts: RenderableType) -> None:
    """Write rich parts to stdout: to a terminal in its width, to a pipe without colour or folding."""
    console = _console()
    for part in parts:
        console.print(part)


def _tell(text: str) -> None:
    """Write to stderr, folded between words for a person; one that cannot be written to changes nothing."""
    with suppress(OSError):
        sys.stderr.write(folded(text) if is_terminal(sys.stderr) else text)


def _console() -> Console:
    import shutil  # only a terminal needs its size

    from rich.console import Console  # only a terminal needs rich

    terminal = is_terminal(sys.stdout)
    width = max(NARROWEST, min(shutil.get_terminal_size().columns, _WIDEST)) if terminal else 10_000
    return Console(
        file=sys.stdout, width=width, markup=False, highlight=False, emoji=False,
        color_system="auto" if terminal and not os.environ.get("NO_COLOR") else None,  # None: not even bold
        legacy_windows=False,
    )  # fmt: skip


def _plain(table: Table, language: Language) -> None:
    lines = ["\t".join(visible(say(column.heading, language)) for column in table.columns)]
    lines += rows_text([row.cells for row in table.rows], language)
    write("\n".join(lines))


def _fitted(table: Table, language: Language) -> None:
    from rich.table import Table as RichTable  # only a terminal needs rich
    from rich.text import Text  # as above

    console = _console()
    if console.width < _NARROW:
        _stacked(table, language, console)
        return
    beside = [column for column in table.columns if column.on_screen and column.below is None]
    widths = widths_of(table, beside, language, console.width)
    for number, group in enumerate(table.groups):
        if group.heading is not None:
            console.print(Text(f"{'' if not number else chr(10)}{say(group.heading, language)}", style="bold"))
        drawn = RichTable(
            box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=number == 0, header_style="dim",
            leading=1 if any(column.below for column in table.columns) else 0,
        )  # fmt: skip
        for column, width in zip(beside, widths, strict=True):
            drawn.add_column(Text(visible(say(column.heading, language))), width=width, overflow="fold")
        for row in group.rows:
            drawn.add_row(
                *(_stack(table, row, one, language, width) for one, width in zip(beside, widths, strict=True))
            )
        console.print(drawn)


def _stacked(table: Table, language: Language, console: Console) -> None:
    """A screen too narrow for columns: the cells of a row one below the other, a blank line between rows."""
    from rich.text import Text  # only a terminal needs rich

    for group in table.groups:
        if group.heading is not None:
            console.print(Text(say(group.heading, language), style="bold"))
        for row in group.rows:
            cells = zip(table.columns, row.cells, strict=True)
            shown = [_labelled(one, cell, language) for one, cell in cells if one.on_screen]
            console.print(Text("\n".join(filter(None, shown)) + "\n", style=STYLES.get(row.mark, "")))


def _stack(table: Table, row: Row, column: Column, language: Language, width: int) -> Text:
    """The cell of `column`, and below it those that go under it."""
    from rich.text import Text  # only a terminal needs rich

    cells = dict(zip((one.key for one in table.columns), row.cells, strict=True))
    text = Text(at_hyphens(short_cell(cells[column.key], language), width), style=STYLES.get(row.mark, ""))
    for one in table.columns:
        beneath = one.on_screen and one.below == column.key
        words = at_hyphens(_labelled(one, cells[one.key], language), width) if beneath else ""
        if words:
            text.append(f"\n{words}" if text else words, style="dim")
    return text


def _labelled(column: Column, cell: Cell, language: Language) -> str:
    """A cell for the screen with its label in front, where it has one and says anything."""
    words = short_cell(cell, language)
    return f"{visible(say(column.label, language))}: {words}" if words and column.label is not None else words
