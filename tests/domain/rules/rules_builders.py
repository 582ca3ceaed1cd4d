"""One agreement that breaks no rule, and the ways to break it for a test of the rules.

It is with a third party, so leaving the draft there is one thing to be said of it all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pks.domain.model.agreement import Agreement
from pks.domain.office import Office
from pks.domain.rules.rule import Path
from pks.domain.rules.surroundings import OtherFacts, Surroundings
from pks.domain.rules.table import RULES, Missing, gate, judge
from tests.domain.made import made_of

TODAY = date(2026, 6, 1)
HASH = "0123456789abcdef" * 4
LEVELS = {rule.code: rule.level for rule in RULES}

_COMPLETE: dict[str, Any] = {
    "title": "Pelayanan rujukan",
    "instrument": "PKS",
    "cooperation": "KSDPK",
    "sectors": ["kesehatan"],
    "under": "payung",
    "parties": [
        {
            "key": "dinkes",
            "name": "Dinas Kesehatan",
            "body": "regional",
            "ours": "ya",
            "number": "440/15/2026",
            "signatory": {"name": "Contoh", "office": "Bupati Contoh"},
            "signed": "2026-02-10",
        },
        {
            "key": "klinik",
            "name": "Klinik Sehat",
            "body": "business",
            "number": "007/KS/II/2026",
            "signatory": {"name": "Contoh Dua", "office": "Direktur"},
            "signed": "2026-02-12",
        },
    ],
    "scope": ["Rujukan pasien"],
    "term": {"starts": "2026-02-12", "length": "2 years", "ends": "2028-02-11"},
    "offer": {"sent": "2025-12-01", "replied": "2025-12-20"},
    "funding": [{"source": "APBD", "amount": "250000000"}],
    "council": {"burdens_public": "tidak", "unbudgeted": "tidak"},
    "facilitation": [
        {
            "date": "2026-01-15",
            "chair": "Sekretaris Daerah",
            "attendees": ["Bagian Hukum"],
            "outcome": "corrections",
        }
    ],
    "corrections": [
        {
            "no": "1",
            "clause": "Pasal 4",
            "answers": {"dinkes": {"accepted": "2026-01-16"}, "klinik": {"accepted": "2026-01-20"}},
        }
    ],
    "registration": {"number": "REG/2026/014", "date": "2026-02-16"},
    "documents": [
        {"kind": "terms-of-reference", "date": "2025-12-01"},
        {"kind": "feasibility-study", "date": "2025-12-02"},
        {
            "kind": "signed-copy",
            "file": "naskah.pdf",
            "sha256": HASH,
            "copy": "original",
            "location": "Lemari 2",
        },
    ],
    "evaluations": [{"date": "2026-05-01", "recommendation": "continue"}],
    "history": [
        {"date": "2025-12-01", "stage": "draft"},
        {"date": "2026-01-10", "stage": "facilitation"},
        {"date": "2026-01-15", "stage": "corrections"},
        {"date": "2026-02-12", "stage": "registration"},
        {"date": "2026-02-16", "stage": "reporting"},
        {"date": "2026-05-20", "stage": "renewal"},
    ],
}


@dataclass(frozen=True)
class Other:
    """Another agreement of the register."""

    id: str
    title: str = "Lain"
    instrument: str | None = "PKS"
    cooperation: str | None = "KSDPK"
    stage: str = "reporting"
    entered: date = date(2025, 11, 1)
    signed: bool = True
    starts: date | None = date(2026, 1, 1)
    ends: date | None = date(2030, 12, 31)
    closed: str | None = None
    closed_on: date | None = None
    under_ids: tuple[str, ...] = ()
    renews_ids: tuple[str, ...] = ()
    amends_ids: tuple[str, ...] = ()
    clusters: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    parties: tuple[tuple[str, str, bool], ...] = ()
    register: str | None = None

    @property
    def counts(self) -> bool:
        return self.signed or not self.closed


UMBRELLA = Other("payung", title="Kesehatan", instrument="KB")


@dataclass(frozen=True)
class Given:
    """An agreement: the complete one with `changes` by dotted place (None removes), and what is around it."""

    changes: Mapping[str, Any] = field(default_factory=dict)
    others: tuple[Other, ...] = ()
    rules: Mapping[str, Any] = field(default_factory=dict)
    overdue: int = 0
    changed: tuple[str, ...] = ()

    def agreement(self) -> Agreement:
        return made(self.changes)

    def surroundings(self, profile: str = "secretariat") -> Surroundings:
        office = Office(profile=profile, rules=dict(self.rules))
        others: dict[str, OtherFacts] = {one.id: one for one in (UMBRELLA, *self.others)}
        return Surroundings(
            "ini", office, TODAY, others, overdue_reports=self.overdue, changed_after_acceptance=self.changed
        )


@dataclass(frozen=True)
class Case:
    """`trips` breaks the rule at exactly `paths`, the first with these values; `near` does not."""

    trips: Given
    paths: list[Path]
    near: Given
    says: Mapping[str, object] = field(default_factory=dict)
    level: str = "error"


def made(changes: Mapping[str, Any]) -> Agreement:
    """The complete agreement with `changes`, such as `{"parties.1.signed": None}`."""
    return made_of(Agreement, content_of(changes))


def content_of(changes: Mapping[str, Any]) -> dict[str, Any]:
    """What the file of the complete agreement with `changes` holds."""
    content = deepcopy(_COMPLETE)
    for place, value in changes.items():
        _put(content, place.split("."), value)
    return content


def found(code: str, given: Given, *, profile: str = "secretariat") -> list[Missing]:
    """What the rule `code` says: at its gate if it is one, else in `check`."""
    scope = next(rule.scope for rule in RULES if rule.code == code)
    agreement, surroundings = given.agreement(), given.surroundings(profile)
    if scope.startswith("leaving-"):
        everything = gate(agreement, surroundings, scope.removeprefix("leaving-"))
    else:
        everything = judge(agreement, surroundings)
    return [missing for missing in everything if missing.code == code]


def assert_trips(code: str, case: Case) -> None:
    hits = found(code, case.trips)
    assert [(hit.path, hit.level) for hit in hits] == [(path, case.level) for path in case.paths]
    values = dict(hits[0].message.values)
    assert {name: values.get(name) for name in case.says} == dict(case.says)


def _put(content: Any, steps: list[str], value: Any) -> None:
    *way, last = steps
    for step in way:
        content = content[int(step)] if isinstance(content, list) else content.setdefault(step, {})
    if isinstance(content, list):
        content[int(last) : int(last) + 1] = [] if value is None else [deepcopy(value)]
    elif value is None:
        del content[last]
    else:
        content[last] = deepcopy(value)
