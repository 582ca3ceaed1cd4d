"""What a cell of a foreign file says, as text: the only place that turns one into words, whoever reads them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from pks.domain.forms import as_text
from pks.inputs.grid import Cell

# What word processors leave behind: it shows nothing, and two texts that look the same would differ by it.
_LEFTOVERS: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"))
_SPACES: Final = str.maketrans({"\xa0": " ", "\u202f": " ", "\u2028": "\n", "\u2029": "\n", "\x0b": "\n"})


def text_of(cell: Cell) -> str:
    """A cell as text: line breaks as line feeds, without what nobody sees and without space around it.

    A whole number goes without a decimal point, a day as YYYY-MM-DD, with its time where it is not midnight, and yes
    and no as TRUE and FALSE, as spreadsheets show them.
    """
    match cell:
        case None:
            return ""
        case datetime():
            return cell.isoformat(" ", "minutes").removesuffix(" 00:00")
        case bool():
            return str(cell).upper()
        case date() | int() | float():
            return as_text(cell)
    text = cell.replace("\r\n", "\n").replace("\r", "\n").translate(_SPACES).translate(_LEFTOVERS)
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()
