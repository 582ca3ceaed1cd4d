"""What is said when reports are written, sent and looked for."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

REPORTING: Final[dict[str, Sentence]] = {}
