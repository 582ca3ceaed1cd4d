"""What is said when a form is written and read back."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

FORMS: Final[dict[str, Sentence]] = {}
