"""Every gate and finding as one table, and the engine that holds an agreement against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from pks.domain.model.agreement import Agreement
from pks.domain.near import nearest
from pks.domain.office import Office
from pks.domain.rules.contradictions import CONTRADICTION_RULES
from pks.domain.rules.dates import DATE_RULES
from pks.domain.rules.early_gates import DRAFT_RULES, FACILITATION_RULES
from pks.domain.rules.entries import ENTRY_RULES
from pks.domain.rules.late_gates import CORRECTIONS_RULES, REGISTRATION_RULES, REPORTING_RULES
from pks.domain.rules.links import LINK_RULES
from pks.domain.rules.numbers import NUMBER_RULES
from pks.domain.rules.parties import PARTY_RULES
from pks.domain.rules.partners import PARTNER_RULES
from pks.domain.rules.privacy import PRIVACY_RULES
from pks.domain.rules.rule import ALWAYS, LEVELS, REGISTER, Hit, Path, Rule
from pks.domain.rules.surroundings import Surroundings
from pks.domain.vocabulary import STAGES
from pks.message import Message

RULES: Final[tuple[Rule, ...]] = (
    *DRAFT_RULES,
    *FACILITATION_RULES,
    *CORRECTIONS_RULES,
    *REGISTRATION_RULES,
    *REPORTING_RULES,
    *DATE_RULES,
    *ENTRY_RULES,
    *CONTRADICTION_RULES,
    *PARTY_RULES,
    *PRIVACY_RULES,
    *LINK_RULES,
    *NUMBER_RULES,
    *PARTNER_RULES,
)
_BY_CODE: Final = {rule.code: rule for rule in RULES}


class Missing(NamedTuple):
    """What a rule says of an agreement: `level` is error, warning or info; `path` its place in the file."""

    code: str
    level: str
    message: Message
    source: str
    fix: Message
    path: Path


class Tuned(NamedTuple):
    """A rule as this office wants it: `level` may be off; `parameter` is None where the rule has none."""

    level: str
    parameter: object


def gate(agreement: Agreement, surroundings: Surroundings, stage: str) -> list[Missing]:
    """Everything that stands against leaving `stage`, in table order: errors block, the rest is shown.

    Nothing follows `renewal`, so nothing guards it.
    """
    return [
        missing
        for rule in RULES
        if rule.scope == f"leaving-{stage}"
        for missing in _judged(rule, agreement, surroundings, at_most="error")
    ]


def judge(agreement: Agreement, surroundings: Surroundings, *, all_gates: bool = False) -> list[Missing]:
    """Everything `check` has to say of one agreement, in table order.

    Gates already passed count as warnings at most; not at all where they were forced, and on imported
    agreements only when `all_gates`. Gates ahead are not judged, nor rules that are only said there.
    """
    passed = STAGES[: STAGES.index(agreement.stage)] if all_gates or not agreement.imported else ()
    scopes = {ALWAYS, REGISTER, *(f"leaving-{stage}" for stage in passed)}
    forced = {code for event in agreement.history for code in event.forced}
    found: list[Missing] = []
    for rule in RULES:
        is_gate = rule.scope not in {ALWAYS, REGISTER}
        if rule.scope not in scopes or (is_gate and (rule.later or rule.ahead_only or rule.code in forced)):
            continue
        found.extend(_judged(rule, agreement, surroundings, at_most="warning" if is_gate else "error"))
    return found


def tuned(rule: Rule, office: Office) -> Tuned:
    """The level and the parameter that `rule` has in this office; what cannot be read changes nothing."""
    wish = office.rules.get(rule.code)
    parameter = rule.parameter.value(office) if rule.parameter else None
    if isinstance(wish, str) and wish in LEVELS:
        return Tuned(wish, parameter)
    if rule.partner_level and office.profile == "partner":
        return Tuned(rule.partner_level, parameter)
    return Tuned(rule.level, parameter)


def office_findings(office: Office) -> list[Message]:
    """What is wrong in office.yaml beyond its values: under `rules:`, and tiers that stand twice."""
    tiers = Counter(tier.to.casefold() for tier in office.reports.tiers)
    twice = [Message("rules.tier-twice", code=name) for name, count in tiers.items() if count > 1]
    return twice + [message for code, wish in office.rules.items() for message in _wish_findings(code, wish)]


def _wish_findings(code: str, wish: Any) -> Iterator[Message]:
    rule = _BY_CODE.get(code)
    if rule is None:
        near = nearest(code, tuple(_BY_CODE))
        yield Message(f"rules.unknown-code{'-near' if near else ''}", code=code, near=near or "")
    elif not isinstance(wish, str) or (wish not in LEVELS and not _reads(rule, wish)):
        name = "rules.bad-parameter" if rule.parameter else "rules.bad-level"
        example = _example(rule)
        yield Message(name, code=code, value=str(wish), example=example)


def _reads(rule: Rule, wish: str) -> bool:
    return rule.parameter is not None and rule.parameter.read(wish) is not None


def _example(rule: Rule) -> object:
    return rule.parameter.default if rule.parameter else rule.level


def _judged(rule: Rule, agreement: Agreement, surroundings: Surroundings, *, at_most: str) -> Iterator[Missing]:
    """What `rule` has to say; its level is looked up where it says anything, which is seldom."""
    for one in rule.test(agreement, surroundings):
        level = min(tuned(rule, surroundings.office).level, at_most, key=LEVELS.index)
        if level == "off":
            return
        yield _missing(rule, level, one, surroundings.id)


def _missing(rule: Rule, level: str, one: Hit, agreement_id: str) -> Missing:
    key = f"rule.{rule.code}.{one.variant}" if one.variant else f"rule.{rule.code}"
    return Missing(
        code=rule.code,
        level=level,
        message=Message(key, **one.values),
        source=rule.source,
        fix=Message(f"{key}.fix", **one.values, id=agreement_id),
        path=one.path,
    )
