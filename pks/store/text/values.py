"""One value of a file as it may stand on a command line: `[a, b]`, `{k: v}`."""

from __future__ import annotations

from typing import Any

from pks.message import Message
from pks.store.text.nodes import SyntaxProblems, data, parse


class NotYamlError(ValueError):
    """A text that is not the YAML of one value."""

    def __init__(self, message: Message) -> None:
        """Say what is wrong with it."""
        super().__init__(message.key)
        self.message = message


def read_value(text: str) -> Any:
    """The data of one YAML value: text, list or map, every scalar as text.

    Raises:
        NotYamlError: when it is not one value, under the same guard as a file.
    """
    body = "\n".join(f"  {line}" for line in text.splitlines())
    try:
        root = parse(f"value:\n{body}\n")
    except SyntaxProblems as error:
        raise NotYamlError(error.problems[0].message) from None
    return data(root.entries[0][1])
