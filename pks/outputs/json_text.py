"""JSON for scripts: English keys, ISO days, lengths as written; only messages are in the chosen language."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from pks.domain.terms import Length, Period
from pks.language.render import Language, say
from pks.message import Message
from pks.outputs.visible import visible_json


def json_text(value: Any, language: Language) -> str:
    """`value` as indented JSON, safe to show on a terminal."""
    return visible_json(json.dumps(plain(value, language), ensure_ascii=False, indent=2, allow_nan=False))


def plain(value: Any, language: Language) -> Any:
    """`value` with days, lengths, periods and messages as text and tuples as lists."""
    match value:
        case Message():
            return say(value, language)
        case Length():
            return value.written
        case Period():
            return value.name
        case date():
            return value.isoformat()
        case dict():
            return {str(key): plain(one, language) for key, one in value.items()}
        case list() | tuple():
            return [plain(one, language) for one in value]
        case _:
            return value
