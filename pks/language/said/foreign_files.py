"""What is said when a workbook, a table of a document or a CSV file is read."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

FOREIGN_FILES: Final[dict[str, Sentence]] = {}
