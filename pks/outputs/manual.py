"""The manual that `pks help` shows: the shipped pages, with the list of keys put in from the schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Final

from pks.domain.model.schema import Shape, agreement_shape, office_shape
from pks.language.fields.gathered import AGREEMENT_FIELDS, OFFICE_FIELDS, FieldWords
from pks.language.labels import LABELS
from pks.language.render import Language
from pks.outputs.manual_tables import rules_page, stages_page

FIELDS_MARKER: Final = "<!-- fields -->"

GENERATED: Final = {"stages": stages_page, "rules": rules_page}
# In the order in which a newcomer would read them.
_TOPICS: Final = ("start", "procedure", "office", "format", "stages", "rules", "dates", "errors", "glossary", "changes")


def topics() -> list[str]:
    """The names of the pages, in the order to read them."""
    return list(_TOPICS)


def page(topic: str, language: Language) -> str:
    """The page on `topic` in `language` (id or en), as Markdown.

    Raises:
        KeyError: when there is no such topic.
    """
    if topic not in _TOPICS:
        raise KeyError(topic)
    if topic in GENERATED:
        return GENERATED[topic](language)
    text = files("pks").joinpath("docs", language, f"{topic}.md").read_text(encoding="utf-8")
    return text.replace(FIELDS_MARKER, _keys(language)) if FIELDS_MARKER in text else text


def _keys(language: str) -> str:
    parts = (
        "### `agreements/<id>.yaml`",
        "\n".join(_items(agreement_shape(), AGREEMENT_FIELDS, language, "")),
        "### `agreements/.pks/office.yaml`",
        "\n".join(_items(office_shape(), OFFICE_FIELDS, language, "")),
    )
    return "\n\n".join(parts)


def _items(shape: Shape, fields: Mapping[str, FieldWords], language: str, path: str) -> Iterator[str]:
    """A list item for each key: a table would cut the long ones on a narrow screen."""
    for key, child in shape.fields.items():
        here = f"{path}{key}"
        said = fields[here]
        about = f"**{said.label.in_(language)}.** {said.about.in_(language)}"
        yield f"- `{here}` · {_value(child, language, needed=key in shape.required)} · {about}"
        yield from _items(_innermost(child), fields, language, f"{here}.")


def _innermost(shape: Shape) -> Shape:
    """What a list or a free map holds in the end; the keys of a path leave out what lies between."""
    while shape.form in {"list", "free"} and shape.item is not None:
        shape = shape.item
    return shape


def _value(shape: Shape, language: str, *, needed: bool) -> str:
    words = _form(shape, language)
    return f"{words} ({_label('form', 'needed', language)})" if needed else words


def _form(shape: Shape, language: str) -> str:
    """What may stand at a place, in words: "list: date YYYY-MM-DD"."""
    if shape.form == "scalar":
        choices = ", ".join(f"`{choice}`" for choice in shape.kind.choices)
        return choices or _label("kind", shape.kind.name, language)
    if shape.form == "map":
        words = _label("form", "map", language)
        return f"{words} {_label('form', 'or-text', language)}" if shape.or_text else words
    held = _form(shape.item, language) if shape.item else ""
    if shape.or_many:
        return f"{held}, {_label('form', 'or-list', language)}"
    return f"{_label('form', shape.form, language)}: {held}"


def _label(kind: str, value: str, language: str) -> str:
    return LABELS[kind, value].in_(language)
