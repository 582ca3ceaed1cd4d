"""The brief on the screen: headings and folded sentences with a bullet; in a pipe one line a sentence."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from pks.language.render import Language, say
from pks.message import Message
from pks.outputs.screen import is_terminal, show, write
from pks.outputs.visible import visible
from pks.tables.brief import Brief, Section
from pks.tables.brief_sight import Item

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

_SHOWN: Final = 7
_LATE: Final = "red"
_WEAK: Final = "dim"


def show_brief(page: Brief, language: Language) -> None:
    """Write `page` to stdout, the first items of each section and the command that lists the others."""
    title = visible(say(page.title, language))
    if not is_terminal(sys.stdout):
        write(title)
        for section in page.sections:
            _plain(section, language)
        return
    from rich.text import Text  # only a terminal needs rich

    show(Text(title, style="bold"))
    for section in page.sections:
        show(Text(f"\n{say(section.heading, language)}", style="bold"), _drawn(section, language))


def _plain(section: Section, language: Language) -> None:
    write(f"\n{say(section.heading, language)}")
    for item in section.items[:_SHOWN]:
        write(f"- {_sentence(item, language)}{_whose(item)}")
    more = _more(section, language)
    if more:
        write(f"- {more}")


def _drawn(section: Section, language: Language) -> Table:
    from rich.table import Table  # only a terminal needs rich
    from rich.text import Text

    table: Table = Table(box=None, show_header=False, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(width=1)
    table.add_column(overflow="fold")
    for item in section.items[:_SHOWN]:
        table.add_row(Text("•"), _coloured(item, language))
    more = _more(section, language)
    if more:
        table.add_row(Text("•"), Text(more, style=_WEAK))
    return table


def _coloured(item: Item, language: Language) -> Text:
    from rich.text import Text  # only a terminal needs rich

    text = Text(_sentence(item, language), style=_LATE if item.late else "")
    return Text.assemble(text, (_whose(item), _WEAK))


def _sentence(item: Item, language: Language) -> str:
    return visible(say(item.message, language))


def _whose(item: Item) -> str:
    """The id after the sentence, so that it can be looked up."""
    return f" [{visible(item.id)}]" if item.id else ""


def _more(section: Section, language: Language) -> str:
    left = len(section.items) - _SHOWN
    return say(Message("brief.more", count=left, command=section.command), language) if left > 0 else ""
