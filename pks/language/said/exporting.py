"""What is said when a table is written as a file."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

EXPORTING: Final[dict[str, Sentence]] = {}
