"""The JSON Schema (draft-07) that lets an editor complete and check the files, built from their shape.

An editor types plain scalars before it checks them, by YAML 1.2 or 1.1, while the reader takes the text of
each one. So every place accepts all the types its text may be taken for: a red line under something the
reader accepts would be worse than one that is missing. What a pattern cannot know (a day that does not
exist, history in order) is left to `check`. Only an empty `""`, `[]` or `{}` where another form belongs,
which the reader takes as not stated, is still underlined.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from pks.domain.model.schema import Shape, agreement_shape, office_shape
from pks.domain.values import (
    COUNT,
    DAY,
    DELAY,
    FLAG,
    FOLDER,
    INTERVAL,
    KEY,
    LENGTH,
    NUMBER,
    NUMBER_OR_TEXT,
    PERIOD,
    TEXT,
    WHOLE,
    Kind,
)
from pks.language.catalogue import Sentence
from pks.language.fields.gathered import (
    AGREEMENT_FIELDS,
    AGREEMENT_FILE,
    OFFICE_FIELDS,
    OFFICE_FILE,
    OWN_KEY,
    FieldWords,
)
from pks.language.labels import LABELS

JsonSchema = dict[str, Any]

_DRAFT: Final = "http://json-schema.org/draft-07/schema#"

# What an editor may have made of a plain scalar; the pattern holds where it is still text.
_ANYTHING: Final[JsonSchema] = {"type": ["string", "number", "boolean"]}
_WHOLE_TEXT: Final = r"^\s*[+-]?[0-9]{1,18}\s*$"
_NUMBER_TEXT: Final = r"^\s*[+-]?([0-9]{1,18}|[0-9]{1,15}\.[0-9]{1,6})\s*$"
# YAML 1.1 takes `off` for false, and so may an editor.
_OFF: Final[JsonSchema] = {"type": ["string", "boolean"], "not": {"const": True}}
# As it also does with the key `no`.
_READ_AS: Final = {"no": "false"}


def agreement_schema(language: str) -> JsonSchema:
    """The schema of `<id>.yaml`, described in `language` (id or en) first."""
    return json_schema(agreement_shape(), language=language, fields=AGREEMENT_FIELDS, whole=AGREEMENT_FILE)


def office_schema(language: str) -> JsonSchema:
    """The schema of `.pks/office.yaml`, described in `language` (id or en) first."""
    return json_schema(office_shape(), language=language, fields=OFFICE_FIELDS, whole=OFFICE_FILE)


def json_schema(shape: Shape, *, language: str, fields: Mapping[str, FieldWords], whole: FieldWords) -> JsonSchema:
    """The schema of a file of `shape`; `fields` has the words of every dotted path, `whole` of the file."""
    drawn = _Drawing(language, fields).place(shape, "", needed=bool(shape.required))
    return {"$schema": _DRAFT, **_headings(whole, language), **drawn}


class _Drawing:
    """Draws the places of one file in one language."""

    def __init__(self, language: str, fields: Mapping[str, FieldWords]) -> None:
        self._language = language
        self._fields = fields

    def place(self, shape: Shape, path: str, *, needed: bool) -> JsonSchema:
        """The schema of the place at `path`; one that is not `needed` may be left empty."""
        drawn = self._bare(shape, path, needed=needed)
        return drawn if needed else self._or_empty(drawn)

    def _bare(self, shape: Shape, path: str, *, needed: bool) -> JsonSchema:
        match shape.form:
            case "map":
                return self._map(shape, path)
            case "free":
                return self._free(shape, path)
            case "list":
                return self._list(shape, path, needed=needed)
            case _:
                return self._scalar(shape.kind, needed=needed)

    def _map(self, shape: Shape, path: str) -> JsonSchema:
        drawn: JsonSchema = {
            "type": ["object", *(_ANYTHING["type"] if shape.or_text else [])],
            "properties": {
                key: self._named(child, f"{path}.{key}".lstrip("."), needed=key in shape.required)
                for key, child in shape.fields.items()
            },
            "patternProperties": {"^x-": {"description": _both(OWN_KEY, self._language)}},
            "additionalProperties": True,
        }
        return drawn | _required(shape)

    def _named(self, shape: Shape, path: str, *, needed: bool) -> JsonSchema:
        return {
            **_headings(self._fields[path], self._language),
            **self.place(shape, path, needed=needed),
        }

    def _free(self, shape: Shape, path: str) -> JsonSchema:
        if shape.item is None or (shape.item.form == "scalar" and shape.item.kind is TEXT):
            # Some of these hold whatever an import could not read, or the parameters of a rule.
            return {"type": ["object"], "additionalProperties": True}
        return {"type": ["object"], "additionalProperties": self.place(shape.item, path, needed=False)}

    def _list(self, shape: Shape, path: str, *, needed: bool) -> JsonSchema:
        item = self._bare(shape.item, path, needed=False) if shape.item else {}
        drawn: JsonSchema = {"type": ["array"], "items": item}
        if needed:
            drawn["minItems"] = 1
        if shape.or_many:
            return {**item, **drawn, "type": ["array", *item["type"]]}
        return drawn

    def _scalar(self, kind: Kind, *, needed: bool) -> JsonSchema:
        if kind.choices:
            return {"type": ["string"], "enum": list(kind.choices)} | self._choices(kind)
        if needed and kind is TEXT:
            return {**_ANYTHING, "minLength": 1}
        return _SCALARS[kind] | self._explained(kind)

    def _explained(self, kind: Kind) -> JsonSchema:
        if "pattern" not in _SCALARS[kind]:
            return {}
        return {"patternErrorMessage": _both(LABELS["kind", kind.name], self._language)}

    def _choices(self, kind: Kind) -> JsonSchema:
        named = [LABELS.get((kind.name, choice)) for choice in kind.choices]
        said = [_both(one, self._language) for one in named if one is not None]
        return {"enumDescriptions": said, "markdownEnumDescriptions": said} if said else {}

    def _or_empty(self, drawn: JsonSchema) -> JsonSchema:
        """Let a key stand without a value, which means the same as leaving it out."""
        empty = drawn | {"type": [*drawn["type"], "null"]}
        if "pattern" in drawn:
            empty["pattern"] = f"^$|{drawn['pattern']}"
        if "enum" in drawn:
            empty["enum"] = [*drawn["enum"], "", None]
        for key in ("enumDescriptions", "markdownEnumDescriptions"):
            if key in drawn:
                empty[key] = [*drawn[key], *[_both(LABELS["form", "not-stated"], self._language)] * 2]
        return empty


def _required(shape: Shape) -> JsonSchema:
    """Which keys a map must have; one whose name YAML 1.1 takes for something else may go by that."""
    keys = [key for key in shape.fields if key in shape.required]
    plain = [key for key in keys if key not in _READ_AS]
    twofold = [{"anyOf": [{"required": [key]}, {"required": [_READ_AS[key]]}]} for key in keys if key in _READ_AS]
    return ({"required": plain} if plain else {}) | ({"allOf": twofold} if twofold else {})


def _headings(words: FieldWords, language: str) -> JsonSchema:
    return {
        "title": _both(words.label, language, between=" / "),
        "description": _both(words.about, language, between="\n\n"),
    }


def _both(sentence: Sentence, language: str, *, between: str = " / ") -> str:
    first, second = (sentence.id, sentence.en) if language == "id" else (sentence.en, sentence.id)
    return first if first == second else f"{first}{between}{second}"


def _any_case(pattern: str | None) -> str:
    """The pattern with every letter in either case; JSON Schema has no flag that says so."""
    sets_and_rest = re.split(r"(\[[^]]*\])", pattern or "")
    return "".join(_set_of_both(one) if one.startswith("[") else _letters_of_both(one) for one in sets_and_rest)


def _set_of_both(characters: str) -> str:
    letters = "".join(re.findall("[a-z]", characters))
    return f"{characters[:-1]}{letters.upper()}]"


def _letters_of_both(text: str) -> str:
    return re.sub("[a-z]", lambda one: f"[{one[0]}{one[0].upper()}]", text)


_SCALARS: Final[dict[Kind, JsonSchema]] = {
    TEXT: _ANYTHING,
    NUMBER_OR_TEXT: _ANYTHING,
    FOLDER: _ANYTHING,
    KEY: {**_ANYTHING, "pattern": KEY.pattern},
    DAY: {"type": ["string"], "pattern": DAY.pattern},
    LENGTH: {"type": ["string"], "pattern": _any_case(LENGTH.pattern)},
    DELAY: {"type": ["string"], "pattern": _any_case(DELAY.pattern)},
    INTERVAL: {**_OFF, "pattern": rf"({_any_case(LENGTH.pattern)})|(^ *[oO][fF][fF] *$)"},
    PERIOD: {"type": ["string", "integer"], "pattern": PERIOD.pattern, "minimum": 1, "maximum": 9999},
    FLAG: {"type": ["boolean", "string"], "pattern": _any_case("^ *(ya|tidak|yes|no|true|false) *$")},
    WHOLE: {"type": ["integer", "string"], "pattern": _WHOLE_TEXT},
    COUNT: {"type": ["integer", "string"], "pattern": _WHOLE_TEXT, "minimum": 1},
    NUMBER: {"type": ["number", "string"], "pattern": _NUMBER_TEXT},
}
