"""One version of an agreement as an audit reads it: quickly, and whatever state it was in."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from pks.domain.model.agreement import Agreement
from pks.store.quick_reading import agreement_in
from pks.store.text.nodes import SyntaxProblems, data, parse
from pks.store.text.quick import quick_data


class Version:
    """The plain data of a version; `agreement` is None where it could not be understood then either."""

    def __init__(self, content: bytes, found: dict[str, Any]) -> None:
        """Know the bytes and what they say."""
        self.content, self.data = content, found

    @cached_property
    def agreement(self) -> Agreement | None:
        """The version as rules read it."""
        return agreement_in(self.content)

    @property
    def history(self) -> list[dict[str, Any]]:
        """The entries of its history, without what is not stated."""
        entries = self.data.get("history")
        found = entries if isinstance(entries, list) else []
        return [{key: value for key, value in one.items() if value} for one in found if isinstance(one, dict)]


def version_of(content: bytes) -> Version | None:
    """The version that these bytes are; None where they are no YAML that could be an agreement."""
    try:
        text = content.decode("utf-8")
        found = quick_data(text)
        plain: Any = data(parse(text)) if found is None else found
    except (UnicodeDecodeError, SyntaxProblems):
        return None
    return Version(content, plain) if isinstance(plain, dict) else None
