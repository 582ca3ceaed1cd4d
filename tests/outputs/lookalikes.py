"""Forty texts that look like something else, each with how a file shows it: itself, or what cannot be spelled out."""

from __future__ import annotations

from datetime import date

from pks.message import Message
from pks.tables.paper import Form, Paper
from pks.tables.table import Cell, Column, Group, Row, Table

LOOKALIKES: tuple[tuple[str, str], ...] = tuple(
    one if isinstance(one, tuple) else (one, one)
    for one in (
        "0123",
        "=1+1",
        "=SUM(A1:A9)",
        "+62 811",
        "-5",
        "@SUM(1)",
        "'=1+1",
        "''x",
        "'biasa",
        " =1+1",
        "\t=1+1",
        "no",
        "ya",
        "true",
        "null",
        "~",
        "1e3",
        "1,5",
        "1.234.567",
        "2024-01-01",
        "31/12/2024",
        "12:30",
        "#N/A",
        "_x0041_",
        "_x005F_x0041_",
        "12345678901234567890",
        "satu\ndua",
        ("satu\r\ndua", "satu\ndua"),
        ("satu\rdua", r"satu\x0ddua"),
        'kata "kutip"; titik koma, koma',
        "<b>tebal</b> &amp; <script>",
        "A & B",
        "{{ 7*7 }} {% raw %}",
        "Klinik 🏥👩‍⚕️ café 日本",
        "مستشفى الأمراض النفسية",
        ("\x00\x07\x1b[31m", r"\x00\x07\x1b[31m"),
        ("\u202emalik\ufeff\ufffe", r"\u202emalik\ufeff\ufffe"),
        ("\ud800", r"\ud800"),
        "x" * 32_767,
        "-" + "panjang " * 4_999 + "sekali",
    )
)  # fmt: skip
TEXTS = [text for text, _ in LOOKALIKES]
SHOWN = [shown for _, shown in LOOKALIKES]


def paper(*rows: tuple[Cell, ...], heads: tuple[str, ...] = (), form: Form = "grid", groups: bool = False) -> Paper:
    """A paper of 1 March 2026 with `rows`; with `groups` each under a heading of its own."""
    count = max((len(row) for row in rows), default=1)
    columns = tuple(
        Column(f"c{number}", Message("export.title.agreement", title=heads[number] if heads else f"Kolom {number + 1}"))
        for number in range(count)
    )
    found = (
        tuple(Group(Message("export.title.agreement", title=f"G{n}"), (Row(row),)) for n, row in enumerate(rows, 1))
        if groups
        else (Group(None, tuple(map(Row, rows))),)
    )
    table = Table(columns, found if rows else (), Message("list.empty"))
    return Paper(Message("export.title.list"), "Bagian A & B", date(2026, 3, 1), table, form)


def of_lookalikes(form: Form = "grid") -> Paper:
    """One row for each of the texts."""
    return paper(*((text,) for text in TEXTS), form=form)
