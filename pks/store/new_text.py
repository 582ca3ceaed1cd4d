"""The whole text of a new agreement: in the order of the format, and with the line by which editors explain it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final

from pks.domain.model.schema import FileLayout, agreement_shape
from pks.store.register import Register
from pks.store.text.fresh import write

SCHEMA: Final = ".pks/schema.json"


def new_text(register: Register, path: Path, content: dict[str, Any]) -> str:
    """The text for the new file `path` that says `content`; keys of the office's own come before the history.

    Where the register keeps its schema, the first line leads editors that know YAML to it.

    Raises:
        CannotSplice: nothing readable comes of it.
    """
    text = write(_in_order(content), FileLayout(agreement_shape()))
    schema = register.root / SCHEMA
    if not schema.is_file():
        return text
    place = os.path.relpath(schema, path.parent).replace(os.sep, "/")
    return f"# yaml-language-server: $schema={place}\n{text}"


def _in_order(content: dict[str, Any]) -> dict[str, Any]:
    """What `content` states, its keys and those of its term in the order of the format."""
    fields = agreement_shape().fields
    term = content.get("term") or {}
    ordered = content | {"term": {key: term[key] for key in fields["term"].fields if key in term}}
    own = [key for key in content if key not in fields]
    names = [*(key for key in fields if key != "history"), *own, "history"]
    return {key: ordered[key] for key in names if ordered.get(key)}
