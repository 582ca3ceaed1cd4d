"""What several commands ask of partners.yaml: the partners, and every spelling of the ones that are meant."""

from __future__ import annotations

from collections.abc import Sequence

from pks.cli.desk import Desk
from pks.domain.partners import Partner, spellings_of
from pks.outputs.screen import finding_line


def partners_of(desk: Desk) -> tuple[Partner, ...]:
    """The partners the office knows; an entry that cannot be understood is named on stderr, and the others count."""
    if not desk.book.register.partners_path.exists():  # most offices have none, and reading one is no small import
        return ()
    reading = desk.book.partners
    for finding in reading.errors:
        finding_line(finding, desk.language)
    return reading.value or ()


def spellings(desk: Desk, wanted: Sequence[str] | None) -> frozenset[str]:
    """Every spelling, folded, of the partners that `--party` means; nothing is read when it was not given."""
    return spellings_of(partners_of(desk), wanted) if wanted else frozenset()
