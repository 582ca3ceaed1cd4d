"""What is said when meetings, tasks, measurements and evaluations are recorded."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

MEETING: Final[dict[str, Sentence]] = {}
