"""Text that a spreadsheet would take for a formula, marked in a CSV file so that it stays text, and unmarked again."""

from __future__ import annotations

import re
from typing import Final

_MARK: Final = "'"
# A tab or a line feed first, and what follows it is still taken for a formula by some.
_FORMULA: Final = re.compile(r"'*[\t\n\r ]*[=+\-@]|'*[\t\n\r]")


def marked(text: str) -> str:
    """`text` with one `'` more in front where a spreadsheet would reckon with it, or where such a mark stands."""
    return f"{_MARK}{text}" if _FORMULA.match(text) else text


def unmarked(text: str) -> str:
    """What `marked` was given."""
    return text[1:] if text.startswith(_MARK) and _FORMULA.match(text) else text
