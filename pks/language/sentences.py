"""Every sentence and label of the program, gathered from the rooms that say them."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence
from pks.language.commands import COMMANDS
from pks.language.deadlines import DEADLINES
from pks.language.files import FILES
from pks.language.labels import LABELS as LABELS  # noqa: PLC0414  # handed on beside the sentences
from pks.language.rules import RULES
from pks.language.screens import SCREENS
from pks.language.storage import STORAGE
from pks.language.values import VALUES
from pks.language.writing import WRITING

PARTS: Final = (COMMANDS, DEADLINES, FILES, RULES, SCREENS, STORAGE, VALUES, WRITING)
SENTENCES: Final[dict[str, Sentence]] = {key: one for part in PARTS for key, one in part.items()}
