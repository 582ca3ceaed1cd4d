"""One agreement with every key of the format, for scripts: maps that are absent null, lists empty."""

from __future__ import annotations

from typing import Any

from pks.domain.model.agreement import Agreement
from pks.domain.model.part import Part, key_of
from pks.domain.model.schema import Shape
from pks.domain.rules.table import Missing
from pks.domain.standing.judgement import Standing
from pks.domain.standing.party_keys import keys_of
from pks.domain.values import BadValueError


def record_json(agreement: Agreement, standing: Standing, missing: list[Missing]) -> dict[str, Any]:
    """What `show --json` gives: the file's content typed, and what follows from it on the day."""
    facts = standing.facts
    computed = {
        "id": facts.id,
        "stage": facts.stage,
        "validity": standing.validity,
        "unknown_field": standing.unknown_field,
        "ends": facts.ends,
        "decision": facts.decision,
        "waiting": facts.waiting,
        "successors": list(standing.successors),
        "next": missing_json(missing),
    }
    content: dict[str, Any] = typed(agreement)
    for party, key in zip(content["parties"], keys_of(agreement.parties), strict=True):
        party["key"] = key
    return {"id": facts.id} | content | computed


def missing_json(missing: list[Missing]) -> list[dict[str, Any]]:
    """What stands in the way of the next stage, as `next --json` lists it."""
    return [
        {"code": one.code, "level": one.level, "message": one.message, "source": one.source, "fix": one.fix}
        for one in missing
    ]


def typed(value: Any) -> Any:
    """A part of the model as plain data under the names of the file; unknown keys come last, as text."""
    if isinstance(value, Part):
        known = {key_of(name): typed(getattr(value, name)) for name in value.fields}
        return {**known, **value.unknown}
    if isinstance(value, dict):
        return {key: typed(one) for key, one in value.items()} or None
    if type(value) is tuple:
        return [typed(one) for one in value]
    return value


def typed_data(value: Any, shape: Shape | None) -> Any:
    """Plain data of the file at a place of `shape`, as `typed` gives it; what cannot be read stays as it is written."""
    if shape is None:
        return value
    if shape.form == "list":
        items = value if isinstance(value, list) else [] if _is_nothing(value) else [value]
        return [typed_data(one, shape.item) for one in items]
    if _is_nothing(value):
        return None
    if isinstance(value, dict) and shape.form == "map":
        known = {key: typed_data(value.get(key), below) for key, below in shape.fields.items()}
        return known | {key: one for key, one in value.items() if key not in known}
    if isinstance(value, dict) and shape.form == "free":
        return {key: typed_data(one, shape.item) for key, one in value.items() if not _is_nothing(one)}
    return _typed_scalar(value, shape)


def _typed_scalar(value: Any, shape: Shape) -> Any:
    if shape.form != "scalar" or shape.loose or not isinstance(value, str):
        return value
    try:
        return shape.kind.read(value)
    except BadValueError:
        return value


def _is_nothing(value: Any) -> bool:
    return value in (None, [], {}) or (isinstance(value, str) and not value.strip())
