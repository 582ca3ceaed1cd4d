"""What the program has to say, as a key and values; the words are chosen in `pks.language`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Label(NamedTuple):
    """A fixed value with a name in each language, such as `Label("stage", "draft")`."""

    kind: str
    value: str


class Message:
    """A sentence of the catalogue with the values for its blanks.

    Values may be text, numbers, dates, `Label`s, other `Message`s, or lists of these.
    """

    __slots__ = ("key", "values")

    def __init__(self, key: str, /, **values: object) -> None:
        """Name the sentence `key` and fill its blanks with `values`."""
        self.key = key
        self.values: Mapping[str, object] = values

    def __eq__(self, other: object) -> bool:
        """Two messages are equal when they would read the same."""
        return isinstance(other, Message) and (self.key, self.values) == (other.key, other.values)

    def __hash__(self) -> int:
        """Hash by key alone: values may be lists."""
        return hash(self.key)

    def __repr__(self) -> str:
        """Show the key and the values, for tests and tracebacks."""
        blanks = "".join(f", {name}={value!r}" for name, value in self.values.items())
        return f"Message({self.key!r}{blanks})"


class Said(Message):
    """A message that was put into words already, in each language."""

    __slots__ = ()

    def __init__(self, indonesian: str, english: str) -> None:
        """Say `indonesian` in Indonesian, `english` in English."""
        self.key = "said"
        self.values = {"id": indonesian, "en": english}
