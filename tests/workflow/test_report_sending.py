"""What a letter for all leaves alone when a file changed between the look at the register and the writing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pks.domain.terms import parse_period
from pks.store.book import Book
from pks.store.register import Register
from pks.workflow.report_sending import Letter, receive_reports, send_reports
from pks.workflow.save import Options

TODAY = date(2026, 7, 20)
TEXT = """\
title: Rujukan
parties: [{name: A}, {name: B}]
reports:
  - {period: 2026-S1, spent: 5, sent: [{to: bupati, date: 2026-07-10, number: 99, received: 2026-07-12}]}
history:
  - {date: 2026-01-05, stage: reporting}
"""


def test_what_went_or_arrived_in_another_letter_meanwhile_stays_as_it_is(register: Path) -> None:
    file = register / "satu.yaml"
    file.write_text(TEXT)
    book = Book(Register(register))
    entries = list(book.register.listing.entries.values())
    period = parse_period("2026-S1")
    assert period is not None
    letter = Letter(period, "bupati", "100/1", date(2026, 7, 15))
    how = Options(commit=False)
    assert send_reports(book, entries, letter, TODAY, how, skip=True) == ((), (), None)
    assert receive_reports(book, entries, letter, TODAY, how, skip=True).changed == ()
    assert receive_reports(book, entries, letter._replace(number=None), TODAY, how, skip=True).changed == ()
    assert file.read_text() == TEXT
