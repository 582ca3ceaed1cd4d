"""Every sentence and label of the program, gathered from the rooms that say them."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence
from pks.language.labels import LABELS as LABELS  # noqa: PLC0414  # handed on beside the sentences
from pks.language.said.briefing import BRIEFING
from pks.language.said.commands import COMMANDS
from pks.language.said.deadlines import DEADLINES
from pks.language.said.files import FILES
from pks.language.said.manual import MANUAL
from pks.language.said.moving import MOVING
from pks.language.said.overviews import OVERVIEWS
from pks.language.said.registering import REGISTERING
from pks.language.said.renewing import RENEWING
from pks.language.said.rules import RULES
from pks.language.said.screens import SCREENS
from pks.language.said.storage import STORAGE
from pks.language.said.values import VALUES
from pks.language.said.writing import WRITING

PARTS: Final = (
    BRIEFING,
    COMMANDS,
    DEADLINES,
    FILES,
    MANUAL,
    MOVING,
    OVERVIEWS,
    REGISTERING,
    RENEWING,
    RULES,
    SCREENS,
    STORAGE,
    VALUES,
    WRITING,
)
SENTENCES: Final[dict[str, Sentence]] = {key: one for part in PARTS for key, one in part.items()}
