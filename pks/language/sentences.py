"""Every sentence of the program, gathered from the rooms that say them; a room is entered when one is looked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Final

from pks.language.catalogue import Sentence

# The modules of `said`; each holds its sentences under its own name in capitals. Few commands need many of
# them, so those that all tables need come first.
PARTS: Final = (
    "screens", "deadlines", "overviews", "briefing",
    "amending", "attaching", "auditing", "backing_up", "commands", "comparing", "completing", "correcting",
    "exporting", "files", "foreign_files", "forms", "importing", "letter_fields", "letters", "manual", "meeting",
    "merging", "messages", "moving", "partners", "registering", "renewing", "reporting", "reports", "rules",
    "signing", "site", "storage", "values", "writing",
)  # fmt: skip


class _Sentences(Mapping[str, Sentence]):
    """Sentences by key; a part is imported when a key is asked for that is in none of those before it."""

    def __init__(self) -> None:
        self._known: dict[str, Sentence] = {}
        self._left = list(PARTS)

    def __getitem__(self, key: str) -> Sentence:
        found = self._known.get(key)
        while found is None:
            if not self._left:
                raise KeyError(key)
            self._enter()
            found = self._known.get(key)
        return found

    def __iter__(self) -> Iterator[str]:
        while self._left:
            self._enter()
        return iter(self._known)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _enter(self) -> None:
        name = self._left.pop(0)
        self._known.update(getattr(import_module(f"pks.language.said.{name}"), name.upper()))


SENTENCES: Final[Mapping[str, Sentence]] = _Sentences()
