"""How a register writes the length of an agreement: `5 (lima) tahun`, `1 tahun 6 bulan`, or a bare number."""

from __future__ import annotations

import re
from typing import Final

from pks.inputs.cell_text import text_of
from pks.inputs.grid import Cell
from pks.inputs.register.days import plain

_NUMBERS: Final = {
    name: number
    for number, name in enumerate(
        ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"], 1
    )
} | {"duabelas": 12, "dua belas": 12, "setahun": 1, "dua puluh": 20, "dua puluh lima": 25, "tiga puluh": 30}
_UNITS: Final = {
    **dict.fromkeys(("tahun", "thn", "th", "years", "year", "yr"), "tahun"),
    **dict.fromkeys(("bulan", "bln", "months", "month"), "bulan"),
    **dict.fromkeys(("minggu", "weeks", "week"), "minggu"),
    **dict.fromkeys(("hari", "days", "day"), "hari"),
}
_PART: Final = re.compile(
    r"([0-9]{1,3}|[a-z]+(?: belas| puluh(?: lima)?)?) ?(?:\([a-z ]{1,30}\) ?)?([a-z]+)\.?", re.ASCII
)
_BARE: Final = re.compile(r"[0-9]{1,3}", re.ASCII)
_FILLER: Final = re.compile(r"^(?:selama|jangka waktu|lamanya|masa berlaku) | dan ")


def read_length(cell: Cell, *, unit: str | None = None) -> str | None:
    """The length as the format writes it, `5 tahun`; a bare number counts in `unit`, and is none without one."""
    if isinstance(cell, bool) or not isinstance(cell, str | int):
        return None
    text = _FILLER.sub(" ", plain(text_of(cell))).strip()
    if _BARE.fullmatch(text):
        return f"{int(text)} {unit}" if unit and int(text) else None
    parts = list(_PART.finditer(text))
    if not parts or "".join(part[0] for part in parts).replace(" ", "") != text.replace(" ", ""):
        return None
    counted = [(_count(part[1]), _UNITS.get(part[2])) for part in parts]
    match counted:
        case [(int(count), str(one))] if count:
            return f"{count} {one}"
        case [(int(years), "tahun"), (int(months), "bulan")]:
            return f"{years * 12 + months} bulan"
    return None


def is_bare(cell: Cell) -> bool:
    """Whether the cell is a number without a unit."""
    return not isinstance(cell, bool) and isinstance(cell, str | int) and bool(_BARE.fullmatch(plain(str(cell))))


def _count(text: str) -> int | None:
    return int(text) if text.isdecimal() else _NUMBERS.get(text)
