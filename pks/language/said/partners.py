"""What is said when partners are kept under one name."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

PARTNERS: Final[dict[str, Sentence]] = {}
