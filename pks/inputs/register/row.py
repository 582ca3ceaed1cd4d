"""One row of a register: what it states, what could not be read of it, and why a person should look at it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from pks.inputs.register.parties import PartyRead
from pks.message import Message


@dataclass
class RowRead:
    """What a row states. Without a title of its own it is given one, and `has_title` is false.

    `unread` is text by the name of its column; `doubts` say what to look at. `cells` are the column and the text that
    `starts`, `ends` and `status` were read from. `state` is how it stands in the words of
    `pks.inputs.register.words`, None where the register does not say. `ordinal` is the place of an addendum among
    those of its parent, where its title says so; `bare` its title without that word. `contacts` counts the cells left
    out because they say how to reach a person.
    """

    row: int
    title: str = ""
    has_title: bool = True
    instrument: str | None = None
    as_written: str | None = None
    parties: list[PartyRead] = field(default_factory=list)
    starts: date | None = None
    ends: date | None = None
    length: str | None = None
    until: str | None = None
    signed: date | None = None
    state: str | None = None
    status: str | None = None
    year: int | None = None
    texts: dict[str, str] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    kept: dict[str, str] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    cells: dict[str, tuple[str, str]] = field(default_factory=dict)
    doubts: list[Message] = field(default_factory=list)
    refusal: Message | None = None
    contacts: int = 0
    is_addendum: bool = False
    ordinal: int | None = None
    bare: str = ""
    addenda: list[RowRead] = field(default_factory=list)

    @property
    def partners(self) -> list[PartyRead]:
        """The parties that are not the register's own."""
        return [one for one in self.parties if not one.ours]

    @property
    def numbers(self) -> list[str]:
        """The numbers of all parties."""
        return [number for one in self.parties for number in one.numbers]

    def keep_unread(self, column: str, text: str, doubt: Message) -> None:
        """Keep what a cell says as text, and say so."""
        self.unread[column] = text
        self.doubts.append(doubt)
