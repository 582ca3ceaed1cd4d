"""What is said when a party signs."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

SIGNING: Final[dict[str, Sentence]] = {}
