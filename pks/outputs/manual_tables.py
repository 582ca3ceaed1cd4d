"""Pages of the manual that are generated from the tables they explain: the rules, the stages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pks.domain.office import Office
from pks.domain.rules.rule import Rule
from pks.domain.rules.table import RULES
from pks.domain.vocabulary import STAGES
from pks.language.render import Language, label, length_words, say
from pks.language.sentences import SENTENCES
from pks.message import Label, Message

_BLANK: Final = re.compile(r"\{[^{}]*\}")
_LEAVING: Final = "leaving-"


def rules_page(language: Language) -> str:
    """Every rule with its code, level, source, value and message, under what it guards."""
    parts = [say(Message("manual.rules.title"), language), say(Message("manual.rules.intro"), language)]
    for scope in dict.fromkeys(rule.scope for rule in RULES):
        items = [_rule(rule, language) for rule in RULES if rule.scope == scope]
        parts += [_scope(scope, language), "\n".join(items)]
    return "\n\n".join(parts) + "\n"


def stages_page(language: Language) -> str:
    """The six stages: what is done in each, how long it may take, what leaving it needs."""
    parts = [say(Message("manual.stages.title"), language), say(Message("manual.stages.intro"), language)]
    for number, stage in enumerate(STAGES, start=1):
        heading = Message("manual.stages.heading", number=number, stage=Label("stage", stage), code=stage)
        parts += [say(heading, language), *_stage(stage, language)]
    return "\n\n".join(parts) + "\n"


def _stage(stage: str, language: Language) -> Iterator[str]:
    yield say(Message(f"manual.stage.{stage}"), language)
    limit = Office().stages.limit(stage)
    if limit is not None:
        yield say(Message("manual.stages.limit", limit=length_words(limit, language)), language)
    guarding = [rule for rule in RULES if rule.scope == f"{_LEAVING}{stage}"]
    if guarding:
        lines = [say(Message("manual.stages.needs"), language), ""]
        yield "\n".join(lines + [_need(rule, language) for rule in guarding])
    if stage == STAGES[-1]:
        yield say(Message("manual.stages.last"), language)


def _need(rule: Rule, language: Language) -> str:
    level = Message(f"show.level.{rule.level}")
    return say(Message("manual.stages.line", level=level, message=_gist(rule, language), code=rule.code), language)


def _rule(rule: Rule, language: Language) -> str:
    said = {
        "code": rule.code,
        "level": Message(f"level.{rule.level}"),
        "source": rule.source,
        "message": _gist(rule, language),
    }
    if rule.parameter is None:
        return say(Message("manual.rules.item", **said), language)
    return say(Message("manual.rules.item-with-value", **said, value=rule.parameter.default), language)


def _scope(scope: str, language: Language) -> str:
    if scope.startswith(_LEAVING):
        stage = label("stage", scope.removeprefix(_LEAVING), language)
        return say(Message("manual.rules.scope.leaving", stage=stage), language)
    return say(Message(f"manual.rules.scope.{scope}"), language)


def _gist(rule: Rule, language: Language) -> str:
    """The rule's message with its blanks left open."""
    return _BLANK.sub("…", SENTENCES[f"rule.{rule.code}"].in_(language))
