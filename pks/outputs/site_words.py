"""Cells, lines and messages as the escaped words of the site, with the ids of the register as links."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from html import escape as _escaped
from typing import Any, Final

from markupsafe import Markup

from pks.language.catalogue import Sentence
from pks.language.render import Language, say
from pks.message import Message
from pks.outputs.visible import visible_text
from pks.outputs.words import cell_text
from pks.tables.content import Bullet, Named, Words
from pks.tables.table import Cell

_BETWEEN: Final = " · "
# In escaped text, where `&` and `#` begin what stands for another letter.
_ID: Final = re.compile(r"(?<![\w.&#-])[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?!\w)", re.ASCII)
_CODE: Final = re.compile(r"`([^`\n]+)`")
# What names a command, and what says the same without one: who reads the site does not type them.
_WITHOUT_COMMAND: Final = {"brief.papers.more": "brief.others"}


class Speaker:
    """Says things in one language; `ids` are those that have a page to link to."""

    def __init__(self, language: Language, ids: Container[str]) -> None:
        """Nothing is said yet."""
        self.language = language
        self._ids = ids

    def plain(self, message: Message) -> str:
        """A sentence as text that a browser shows as it is."""
        return visible_text(say(_without_commands(message), self.language))

    def text(self, cell: Cell) -> str:
        """A cell as text: days in words, numbers as the language writes them, line breaks kept."""
        if isinstance(cell, Message):
            return self.plain(cell)
        if isinstance(cell, str):
            return visible_text(cell)
        if isinstance(cell, float):
            return self.number(cell)
        if type(cell) is tuple:
            return "; ".join(map(self.text, cell))
        return cell_text(cell, self.language, long=True)

    def number(self, number: float) -> str:
        """A number with the thousands and the fraction marked as the language marks them."""
        text = f"{int(number):,}" if number == int(number) else f"{number:,}"
        return text.translate(str.maketrans(",.", ".,")) if self.language == "id" else text

    def linked(self, cell: Cell | Message) -> Markup:
        """A cell with links where it names agreements of the register, and what stands between backticks as code."""
        return Markup(self._linked(cell))  # noqa: S704  # escaped there

    def sentence(self, message: Message) -> Markup:
        """A sentence, what stands between backticks as code."""
        return Markup(_CODE.sub(r"<code>\1</code>", _escaped(self.plain(message))))  # noqa: S704  # escaped here

    def label(self, words: Words) -> str:
        """What stands before a value."""
        if isinstance(words, Message):
            return self.plain(words)
        if isinstance(words, Sentence):
            return words.in_(self.language)
        return visible_text(words)

    def value(self, cell: Any) -> Markup:
        """What a line of a page says: a cell, an item of a list, or several values with their names."""
        return Markup(self._value(cell))  # noqa: S704  # escaped there

    def _value(self, cell: Any) -> str:
        if isinstance(cell, Bullet):
            return self._value(cell.content)
        if isinstance(cell, Named):
            whose = f" {cell.of}" if cell.of else ""
            return f"<b>{_escaped(visible_text(self.label(cell.label) + whose))}:</b> {self._value(cell.cell)}"
        if type(cell) is tuple:
            return _BETWEEN.join(map(self._value, cell))
        return self._linked(cell)

    def _linked(self, cell: Cell | Message) -> str:
        shown = _ID.sub(self._link, _escaped(self.text(cell)))
        return _CODE.sub(r"<code>\1</code>", shown) if "`" in shown else shown

    def _link(self, match: re.Match[str]) -> str:
        return f"<a href=#a-{match[0]}>{match[0]}</a>" if match[0] in self._ids else match[0]


def hider(language: Language, told: Callable[[], None]) -> Callable[[str], str]:
    """What is put in the place of a personal datum of each kind; `told` is called for each."""

    def hide(kind: str) -> str:
        told()
        return say(Message("site.hidden", what=Message(f"rules.personal.{kind}")), language)

    return hide


def _without_commands(message: Message) -> Message:
    values = {name: _value(value) for name, value in message.values.items()}
    return Message(_WITHOUT_COMMAND.get(message.key, message.key), **values)


def _value(value: object) -> object:
    if isinstance(value, Message):
        return _without_commands(value)
    return [_value(one) for one in value] if isinstance(value, list) else value
