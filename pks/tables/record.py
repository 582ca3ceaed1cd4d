"""One agreement with every key of the format, for scripts: maps that are absent null, lists empty."""

from __future__ import annotations

from typing import Any

from pks.domain.model.agreement import Agreement
from pks.domain.model.part import Part, key_of
from pks.domain.rules.table import Missing
from pks.domain.standing.judgement import Standing
from pks.domain.standing.party_keys import keys_of


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
