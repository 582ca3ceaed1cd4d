"""Agreements for tests, from the few fields a test cares about, read as the store would hand them over."""

from __future__ import annotations

from datetime import date
from typing import Any

from pks.domain.deadlines.deadline import Due
from pks.domain.deadlines.table import due
from pks.domain.model.agreement import Agreement
from pks.domain.office import Office, Reports
from pks.domain.standing.facts import Facts
from pks.domain.standing.facts_of import facts_of
from pks.domain.standing.judgement import Standing, judge
from pks.domain.terms import Length, parse_length
from tests.domain.made import made_of

OFFICE = Office()
FAR = date(2100, 1, 1)
TERM = {"starts": "2026-02-12", "length": "2 years"}  # to 2028-02-11, to be decided on 2027-11-11


def length(text: str) -> Length:
    parsed = parse_length(text)
    assert parsed is not None
    return parsed


def day(text: str) -> date:
    return date.fromisoformat(text)


NO_REPORTS = Office(reports=Reports(every=length("0 months")))


def agreement(**fields: Any) -> Agreement:
    """A draft of 2026-01-05 between `dinsos` (ours) and `rsj`, with `fields` put over it."""
    content = {
        "title": "Rujukan",
        "parties": [
            {"key": "dinsos", "name": "Dinas Sosial", "ours": True},
            {"key": "rsj", "name": "RSJ Kalbar"},
        ],
        "history": [{"date": "2026-01-05", "stage": "draft"}],
        **fields,
    }
    return made_of(Agreement, _as_text(content))


def facts(name: str = "satu", office: Office = OFFICE, **fields: Any) -> Facts:
    return facts_of(name, agreement(**fields), office)


def entered(stage: str, on: str = "2026-01-05", **more: Any) -> list[dict[str, Any]]:
    """A history of one entry."""
    return [{"date": on, "stage": stage, **more}]


CLOSED = entered("reporting", "2027-03-01", closed="agreed")


def signed(on: str | None = "2026-01-10", other: str | None = None) -> list[dict[str, Any]]:
    """Both parties, the first having signed on `on`, the second on `other`, or the same day."""
    first = {"key": "dinsos", "name": "Dinas Sosial", "ours": True}
    second = {"key": "rsj", "name": "RSJ Kalbar"}
    return [first | ({"signed": on} if on else {}), second | ({"signed": other or on} if other or on else {})]


def running(office: Office | None = None, **fields: Any) -> Facts:
    """In force from 2026-02-12 to 2028-02-11; the office, if none is given, asks for no reports."""
    return facts(office=office or NO_REPORTS, **({"history": entered("reporting"), "term": TERM} | fields))


def successor(**fields: Any) -> Facts:
    """A draft, `penerus`, that renews `satu`."""
    return facts("penerus", office=NO_REPORTS, **({"renews": "satu"} | fields))


def standing_of(subject: Facts, *others: Facts, on: str) -> Standing:
    return judge({one.id: one for one in (subject, *others)}, day(on))[subject.id]


def rows(
    subject: Facts, *others: Facts, on: str = "2026-06-01", until: date = FAR, office: Office = OFFICE
) -> list[Due]:
    """The rows of `subject` alone, in a register with `others`, up to `until`."""
    register = {one.id: one for one in (subject, *others)}
    found = due(register, judge(register, day(on)), office, day(on), until)
    return [row for row in found if row.id == subject.id]


def of_kind(kind: str, found: list[Due]) -> list[tuple[str, str]]:
    """The day and key of every row of `kind`."""
    return [(row.date.isoformat(), row.key) for row in found if row.kind == kind]


def only(kind: str, found: list[Due]) -> Due:
    """The one row of `kind`."""
    (row,) = [row for row in found if row.kind == kind]
    return row


def _as_text(value: Any) -> Any:
    """Turn scalars into the text a file would have."""
    if isinstance(value, dict):
        return {key: _as_text(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list | tuple):
        return [_as_text(inner) for inner in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
