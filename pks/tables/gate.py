"""The gate ahead of an agreement: where it leads, and what is missing."""

from __future__ import annotations

from typing import Any

from pks.domain.model.agreement import Agreement
from pks.domain.moves import following
from pks.domain.rules.table import Missing
from pks.message import Label, Message
from pks.tables.folded import advice_folded
from pks.tables.page import Page, Section, gate_lines
from pks.tables.record import missing_json


def gate_json(id_: str, agreement: Agreement, missing: list[Missing]) -> dict[str, Any]:
    """What `next --json` gives; `to` is null at the last stage and once closed."""
    to = following(agreement)
    return {
        "id": id_,
        "stage": agreement.stage,
        "to": to,
        "ready": to is not None and not any(one.level == "error" for one in missing),
        "missing": missing_json(missing),
    }


def gate_page(id_: str, agreement: Agreement, missing: list[Missing]) -> Page:
    """The gate as a short page."""
    lines = gate_lines(agreement.stage, advice_folded(missing), closed=agreement.closed is not None)
    return Page(agreement.title, (id_, Label("stage", agreement.stage)), (Section(Message("show.next"), tuple(lines)),))
