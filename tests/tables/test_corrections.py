from __future__ import annotations

from typing import Any

from pks.domain.model.agreement import Agreement
from pks.language.render import Language
from pks.outputs.words import cell_text
from pks.tables.corrections import corrections_json, corrections_table
from tests.domain.builders import agreement, day

CORRECTIONS: list[dict[str, Any]] = [
    {
        "no": 1,
        "kind": "wording",
        "clause": "Pasal 4",
        "was": "a",
        "becomes": "b",
        "reason": "c",
        "raised": {"date": "2026-01-10", "by": "Hukum"},
        "answers": {"dinsos": {"accepted": "2026-01-11"}, "rsj": {"rejected": "2026-01-12", "counter": "d"}},
    },
    {"no": 2, "becomes": "e", "answers": {"dinsos": {"accepted": "2026-01-11"}, "rsj": {"accepted": "2026-01-11"}}},
    {"no": 3, "was": "f", "withdrawn": {"date": "2026-01-13", "reason": "ganda"}},
    {"no": 4, "becomes": "g", "answers": {"rsj": {"accepted": "2026-01-15", "rejected": "2026-01-14"}}},
]


def cells(subject: Agreement, language: Language = "en", **options: Any) -> list[list[str]]:
    table = corrections_table(subject, **options)
    return [[cell_text(cell, language) for cell in row.cells] for row in table.rows]


def test_one_row_a_correction_and_one_column_a_party() -> None:
    subject = agreement(corrections=CORRECTIONS)
    assert cells(subject) == [
        ["1", "Pasal 4", "a", "b", "c", "wording", "2026-01-10, Hukum", "rejected", "1 accepted; 1 rejected: rsj",
         "accepted 2026-01-11", "rejected 2026-01-12; proposes: d", ""],
        ["2", "no clause stated", "", "e", "", "", "", "accepted", "2 accepted",
         "accepted 2026-01-11", "accepted 2026-01-11", ""],
        ["3", "no clause stated", "f", "", "", "", "", "withdrawn 2026-01-13", "", "", "", "ganda"],
        ["4", "no clause stated", "", "g", "", "", "", "waiting", "1 accepted; 1 waiting: dinsos",
         "waiting", "accepted 2026-01-15", ""],
    ]  # fmt: skip
    assert cells(subject, "id")[0][7:11] == [
        "ditolak", "1 menerima; 1 menolak: rsj", "diterima 2026-01-11", "ditolak 2026-01-12; usul: d",
    ]  # fmt: skip
    assert [row.mark for row in corrections_table(subject).rows] == ["late", "", "past", ""]


def test_open_is_what_some_party_has_not_accepted() -> None:
    subject = agreement(corrections=CORRECTIONS)
    assert [row[0] for row in cells(subject, only_open=True)] == ["1", "4"]
    assert [one["no"] for one in corrections_json(subject, only_open=True)] == [1, 4]
    assert [one["open"] for one in corrections_json(subject)] == [True, False, False, True]


def test_with_many_parties_a_screen_counts_them_and_a_file_has_them_all() -> None:
    parties = [{"key": f"kab-{number}", "name": f"Kabupaten {number}"} for number in range(1, 15)]
    answers = {f"kab-{number}": {"accepted": "2026-01-11"} for number in range(1, 10)}
    subject = agreement(parties=parties, corrections=[{"no": 1, "becomes": "b", "answers": answers}])
    table = corrections_table(subject)
    shown = {column.key for column in table.columns if column.on_screen}
    assert shown == {"no", "clause", "was", "becomes", "reason", "kind", "status", "answers", "withdrawn"}
    assert sum(column.key.startswith("party.") for column in table.columns) == 14
    assert cells(subject)[0][8] == "9 accepted; 5 waiting: kab-10, kab-11, kab-12 and 2 more"


def test_json_has_every_key_and_one_answer_a_party() -> None:
    subject = agreement(corrections=CORRECTIONS)
    first, _, third, _ = corrections_json(subject)
    silent = {"accepted": None, "rejected": None, "note": None, "counter": None, "letter": None}
    assert first == {
        "no": 1, "kind": "wording", "clause": "Pasal 4", "was": "a", "becomes": "b", "reason": "c",
        "raised": {"date": day("2026-01-10"), "by": "Hukum"},
        "answers": [
            silent | {"party": "dinsos", "name": "Dinas Sosial", "accepted": day("2026-01-11")},
            silent | {"party": "rsj", "name": "RSJ Kalbar", "rejected": day("2026-01-12"), "counter": "d"},
        ],
        "withdrawn": None,
        "open": True,
    }  # fmt: skip
    assert third["raised"] is None
    assert third["withdrawn"] == {"date": day("2026-01-13"), "reason": "ganda"}


def test_an_empty_ledger_and_a_settled_one_say_different_things() -> None:
    assert corrections_table(agreement(), only_open=True).empty.key == "correction.empty"
    settled = agreement(corrections=CORRECTIONS[1:3])
    assert corrections_table(settled, only_open=True).empty.key == "correction.none-open"
    assert corrections_table(settled, only_open=True).rows == []
