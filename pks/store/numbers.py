"""`.pks/numbers.yaml`: the highest number given per series, so that deleting a file never frees its number."""

from __future__ import annotations

from typing import Final

from pks.domain.model.schema import FileLayout, Shape
from pks.domain.values import COUNT
from pks.message import Message
from pks.store.reading import Reading, read_or_nothing
from pks.store.register import Register
from pks.store.text.nodes import SyntaxProblems, data, parse
from pks.store.text.splice import CannotSplice, Put, apply, write

NUMBERS: Final = ".pks/numbers.yaml"
SHAPE: Final = Shape("free", item=Shape("scalar", kind=COUNT))


def read_numbers(register: Register) -> Reading[dict[str, int]]:
    """Read the numbers kept, by series; a missing or empty file keeps none."""
    path = register.root / NUMBERS
    nothing: dict[str, int] = {}
    return read_or_nothing(path, register.relative(path), SHAPE, nothing)


def raised(reading: Reading[dict[str, int]], series: str, seq: int) -> str:
    """The text of the file with `series` at `seq`.

    Raises:
        CannotSplice: the edit cannot be proven.
    """
    layout = FileLayout(SHAPE)
    if reading.text is not None:
        return apply(reading.text, [Put((series,), str(seq))], layout)
    before = reading.content.decode("utf-8")  # nothing, or comments alone
    text = before + ("\n" if before and not before.endswith("\n") else "") + write({series: str(seq)}, layout)
    if not _holds(text, {series: str(seq)}):
        raise CannotSplice(Message("splice.unproven", path=series))
    return text


def _holds(text: str, values: dict[str, str]) -> bool:
    try:
        return data(parse(text)) == values
    except SyntaxProblems:
        return False
