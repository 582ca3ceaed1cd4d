"""What is said when corrections are recorded and answered."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

CORRECTING: Final[dict[str, Sentence]] = {}
