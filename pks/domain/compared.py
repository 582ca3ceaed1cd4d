"""How names, other words and numbers are compared, whoever wrote them how."""

from __future__ import annotations


def folded(number: str) -> str:
    """A number as it is compared: without regard to case and to space."""
    return "".join(number.split()).casefold()


def name_folded(name: str) -> str:
    """A name, or other words, as they are compared: without regard to case and to the width of space."""
    return " ".join(name.split()).casefold()
