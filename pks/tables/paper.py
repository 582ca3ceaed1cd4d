"""A table with what stands above it when it leaves the program as a file: a title, an office and a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pks.message import Message
from pks.tables.table import Table

Sheet = Literal["f4", "a4"]
# `grid`: rows under headings, read across. `lines`: a text that is read from top to bottom.
Form = Literal["grid", "lines"]


@dataclass(frozen=True)
class Paper:
    """What a file shows; `office` is None where office.yaml does not name it, `day` the day it is true of."""

    title: Message
    office: str | None
    day: date
    table: Table
    form: Form = "grid"
