"""One version of an agreement as an audit reads it: quickly, and whatever state it was in."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from pks.domain.model.agreement import Agreement
from pks.domain.model.schema import agreement_shape
from pks.domain.model.typed import stated, typed
from pks.store.reading import understand
from pks.store.text.nodes import SyntaxProblems, data, parse
from pks.store.text.quick import quick_data


class Version:
    """The plain data of a version; `agreement` is None where it could not be understood then either."""

    def __init__(self, found: dict[str, Any], odd: bytes | None = None) -> None:
        """Know what it says, and the bytes where only the judge can tell what they mean."""
        self.data, self._odd = found, odd

    @cached_property
    def agreement(self) -> Agreement | None:
        """The version as rules read it."""
        if self._odd is not None:
            return understand(self._odd, "").value
        value, wrong = typed(agreement_shape(), stated(self.data))
        return None if wrong else value

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
        if found is not None:
            return Version(found)
        plain: Any = data(parse(text))
    except (UnicodeDecodeError, SyntaxProblems):
        return None
    return Version(plain, content) if isinstance(plain, dict) else None
