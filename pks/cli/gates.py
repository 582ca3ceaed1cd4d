"""What stands against an agreement's leaving its stage, as its register is today."""

from __future__ import annotations

from collections.abc import Sequence

from pks.cli.desk import Desk
from pks.domain.deadlines.table import overdue_reports
from pks.domain.model.agreement import Agreement
from pks.domain.moves import Gate
from pks.domain.rules.surroundings import Surroundings
from pks.domain.rules.table import Missing, gate
from pks.domain.standing.judgement import judge_one
from pks.store.register import Entry


def gates(desk: Desk, entry: Entry, agreement: Agreement) -> Gate:
    """What stands against leaving each stage, for `agreement` among the others of its register."""
    book = desk.book
    others = book.around(entry.id)
    mine = {entry.id: judge_one(others, entry.id, desk.today)} if entry.id in others else {}
    late = overdue_reports(mine, book.office, desk.today)
    around = Surroundings(entry.id, book.office, desk.today, others, overdue_reports=late[entry.id])

    def missing(stage: str) -> Sequence[Missing]:
        return gate(agreement, around, stage)

    return missing
