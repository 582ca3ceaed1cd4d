"""Findings about partners: spellings that are probably one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from pks.domain.compared import name_folded
from pks.domain.lookalikes import Lookalikes
from pks.domain.model.agreement import Agreement
from pks.domain.rules.rule import REGISTER, Hit, Rule, hit
from pks.domain.rules.surroundings import Surroundings


def _spelled_variously(agreement: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    """Said once for each group, where the first of the spellings to give up stands."""
    for group in surroundings.crossings.lookalikes.get(surroundings.id, ()):
        others = {name_folded(one) for one in group.others}
        places = [(at, party.name) for at, party in enumerate(agreement.parties) if name_folded(party.name) in others]
        for at, name in places[:1]:
            yield hit(
                "parties", at, "name", variant="known" if group.known else None,
                name=name, same=_same(group, name), yaml=_yaml(group), partner=group.name,
            )  # fmt: skip


def _same(group: Lookalikes, name: str) -> list[str]:
    return [one for one in (group.name, *group.others) if name_folded(one) != name_folded(name)]


def _yaml(group: Lookalikes) -> str:
    """What partners.yaml needs, in one line: texts in quotes are read alike by JSON and YAML."""
    others = ", ".join(json.dumps(one, ensure_ascii=False) for one in group.others)
    return others if group.known else f"- {{name: {json.dumps(group.name, ensure_ascii=False)}, aliases: [{others}]}}"


PARTNER_RULES: Final = (Rule("partner-spelled-variously", "info", REGISTER, _spelled_variously, "practice"),)
