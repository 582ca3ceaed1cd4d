"""What is said when a file is attached."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

ATTACHING: Final[dict[str, Sentence]] = {}
