"""Every sentence and label of the program, gathered from the rooms that say them."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence
from pks.language.labels import LABELS as LABELS  # noqa: PLC0414  # handed on beside the sentences
from pks.language.said.amending import AMENDING
from pks.language.said.attaching import ATTACHING
from pks.language.said.backing_up import BACKING_UP
from pks.language.said.auditing import AUDITING
from pks.language.said.briefing import BRIEFING
from pks.language.said.commands import COMMANDS
from pks.language.said.comparing import COMPARING
from pks.language.said.completing import COMPLETING
from pks.language.said.correcting import CORRECTING
from pks.language.said.deadlines import DEADLINES
from pks.language.said.exporting import EXPORTING
from pks.language.said.files import FILES
from pks.language.said.foreign_files import FOREIGN_FILES
from pks.language.said.forms import FORMS
from pks.language.said.importing import IMPORTING
from pks.language.said.letter_fields import LETTER_FIELDS
from pks.language.said.letters import LETTERS
from pks.language.said.manual import MANUAL
from pks.language.said.meeting import MEETING
from pks.language.said.merging import MERGING
from pks.language.said.messages import MESSAGES
from pks.language.said.moving import MOVING
from pks.language.said.overviews import OVERVIEWS
from pks.language.said.partners import PARTNERS
from pks.language.said.registering import REGISTERING
from pks.language.said.renewing import RENEWING
from pks.language.said.reporting import REPORTING
from pks.language.said.reports import REPORTS
from pks.language.said.rules import RULES
from pks.language.said.screens import SCREENS
from pks.language.said.signing import SIGNING
from pks.language.said.site import SITE
from pks.language.said.storage import STORAGE
from pks.language.said.values import VALUES
from pks.language.said.writing import WRITING

PARTS: Final = (
    AMENDING,
    ATTACHING,
    BACKING_UP,
    AUDITING,
    BRIEFING,
    COMMANDS,
    COMPARING,
    COMPLETING,
    CORRECTING,
    DEADLINES,
    EXPORTING,
    FILES,
    FOREIGN_FILES,
    FORMS,
    IMPORTING,
    LETTER_FIELDS,
    LETTERS,
    MANUAL,
    MEETING,
    MERGING,
    MESSAGES,
    MOVING,
    OVERVIEWS,
    PARTNERS,
    REGISTERING,
    RENEWING,
    REPORTING,
    REPORTS,
    RULES,
    SCREENS,
    SIGNING,
    SITE,
    STORAGE,
    VALUES,
    WRITING,
)
SENTENCES: Final[dict[str, Sentence]] = {key: one for part in PARTS for key, one in part.items()}
