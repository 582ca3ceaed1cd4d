"""What every command starts from: where, in which language, on which day; looked up when first needed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pks.errors import NotFoundError, PksError, UsageError
from pks.language.render import LANGUAGES, Language
from pks.message import Message

if TYPE_CHECKING:
    from pks.domain.office import Office
    from pks.index.ahead import Ahead
    from pks.index.index import Index
    from pks.store.book import Book
    from pks.store.register import Register


class FinishedError(Exception):
    """All that was asked for has been said."""


class Desk:
    """The folder, language and day of one run. The clock is read nowhere else."""

    def __init__(self) -> None:
        """Nothing is looked up yet."""
        self.wrote = False
        self.found = False  # what was looked for; that is so though nobody reads to the end what it is
        self._folder: str | None = None
        self._language: Language | None = None
        self._today: date | None = None
        self._without_index = False
        self._named: set[str] = set()
        self._ahead: Ahead | None = None

    def has_written(self) -> None:
        """From here on a failure must not say that nothing was written."""
        self.wrote = True

    def names(self, id_: str) -> bool:
        """Take note that `id_` is said to be meant; whether this is the first time in this run."""
        is_new = id_ not in self._named
        self._named.add(id_)
        return is_new

    def start_in(self, folders: Sequence[str] | None) -> None:
        """Look for the register from the last of `folders` on, each seen from the one before, as git has it."""
        self._folder = os.path.join(*folders) if folders else None  # noqa: PTH118  # "" stays where it is

    def path(self, given: Path) -> Path:
        """A path as it was given: from the folder of -C, where one was named, as git has it."""
        return Path(self._folder or "") / given

    def speak(self, language: str | None) -> None:
        """Speak `language`, when one was asked for.

        Raises:
            UsageError: for a language that is neither id nor en.
        """
        if language is not None:
            self._language = _language(language, "--lang")

    def take_today(self, text: str | None) -> None:
        """Take `text` or PKS_TODAY for today, when either is given.

        Raises:
            UsageError: when it is not a day.
        """
        given = text or os.environ.get("PKS_TODAY")
        if given:
            self._today = day_argument(given, "--today" if text else "PKS_TODAY")

    @property
    def start(self) -> Path:
        """Where the search for the register begins.

        Raises:
            NotFoundError: when the folder that was named does not exist.
        """
        named = self._folder or os.environ.get("PKS_DIR")
        try:
            folder = Path(named) if named else Path.cwd()
        except FileNotFoundError:
            raise NotFoundError(Message("register.no-folder", folder=".")) from None
        if not folder.is_dir():
            raise NotFoundError(Message("register.no-folder", folder=str(folder)))
        return folder

    @cached_property
    def language(self) -> Language:
        """The language asked for, else of PKS_LANG, the office, the locale, else English."""
        return self.asked_language or self._office_language() or _locale_language()

    @property
    def asked_language(self) -> Language | None:
        """The language this run was asked to speak, by --lang or PKS_LANG; None when it was not."""
        named = os.environ.get("PKS_LANG")
        if self._language is None and named in LANGUAGES:
            return _language(named, "PKS_LANG")
        return self._language

    @property
    def language_so_far(self) -> Language:
        """As `language`, without asking the office, whose file may be what is being read."""
        return self.asked_language or self.__dict__.get("language") or _locale_language()

    @cached_property
    def today(self) -> date:
        """The day the register is judged on: as given, else the clock in the office's zone."""
        return self._today or datetime.now(UTC).astimezone(self._office_or_default().zone).date()

    @cached_property
    def book(self) -> Book:
        """The register and what its files say.

        Raises:
            NotFoundError: when there is no register here or above.
        """
        from pks.store.book import Book  # as for the register

        return Book(self.register, None if self._without_index else self._index(self.register))

    @cached_property
    def register(self) -> Register:
        """The register, of which nothing is read yet.

        Raises:
            NotFoundError: when there is none here or above.
        """
        from pks.store.register import find_register  # `--version` and `--lang` need no file

        return find_register(self.start)

    def look_ahead(self) -> None:
        """Have the files of a large register looked at while the rest is still being got ready."""
        from pks.index.ahead import ahead_at  # only who reads a register

        with suppress(PksError, OSError):  # said by who needs the register
            self._ahead = ahead_at(self.register.root)

    def leave_out_index(self) -> None:
        """Read the files themselves, whatever is known of them."""
        self._without_index = True

    def name_broken(self) -> None:
        """Name each file that could not be understood on stderr; the others are shown all the same."""
        from pks.outputs.screen import finding_line  # only where something is broken

        for finding in self.book.broken:
            finding_line(finding, self.language)

    def _index(self, register: Register) -> Index:
        from pks.index.index import Index  # as for the book
        from pks.outputs.progress import progress

        return Index(register, lambda count: progress(count, self.language_so_far), self._ahead)

    def _office_or_default(self) -> Office:
        try:
            return self.book.office
        except (PksError, OSError):
            from pks.domain.office import Office  # `--version` needs none

            return Office()

    def _office_language(self) -> Language | None:
        office = self._office_or_default()
        return _language(office.language, "language") if office.language else None


def day_argument(text: str, name: str) -> date:
    """Read the day given to option `name`.

    Raises:
        UsageError: when it is not a day.
    """
    from pks.domain.values import BadValueError, read_date  # as for the office

    try:
        return read_date(text)
    except BadValueError as error:
        raise UsageError(Message("usage.bad-value", name=name, reason=error.message)) from None


def _language(text: str, name: str) -> Language:
    if text == "id":
        return "id"
    if text == "en":
        return "en"
    raise UsageError(Message("usage.bad-language", name=name, text=text))


def _locale_language() -> Language:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "id" if value.lower().startswith(("id", "in_")) else "en"
    return "en"
