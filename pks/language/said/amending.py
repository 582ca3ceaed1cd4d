"""What is said when a text that is in force is amended."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

AMENDING: Final[dict[str, Sentence]] = {}
