"""Umbrellas under umbrellas, deeper than a function may call itself: every command that walks the tree ends well."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.processes import Terminal
from tests.conftest import Run

DEEP = 1_200


def chained(register: Path, count: int) -> None:
    for number in range(count):
        under = f"under: a{number - 1:04}\n" if number else ""
        (register / f"a{number:04}.yaml").write_text(
            f"title: Payung {number}\ninstrument: KB\nparties: [{{name: Dinas, ours: ya}}, {{name: RSJ}}]\n{under}"
            "history: [{date: 2026-01-05, stage: draft}]\n"
        )


def test_a_chain_of_umbrellas_is_shown_whole(register: Path, pks: Run) -> None:
    chained(register, DEEP)
    shown = pks("tree")
    assert (shown.code, shown.err) == (0, "")
    lines = shown.out.splitlines()
    assert lines[0] == "a0000  Payung 0  drafting"
    assert lines[2] == "   └─ a0002  Payung 2  drafting"
    assert lines[-1] == f"{'   ' * (DEEP - 2)}└─ a1199  Payung 1199  drafting"
    assert len(lines) == DEEP
    assert pks("tree", "a1198").out == "a1198  Payung 1198  drafting\n└─ a1199  Payung 1199  drafting\n"

    told = pks("tree", "--json")
    assert (told.code, told.err) == (0, "")
    assert told.out.count('"children": [\n') == DEEP - 1
    assert told.out.count('"children": []\n') == 1
    assert len(told.out) < DEEP * 1_500  # what lies deep is not spaces only


@pytest.mark.parametrize("ending", ["xlsx", "docx", "csv", "html"])
def test_a_chain_of_umbrellas_goes_into_every_kind_of_file(register: Path, pks: Run, ending: str) -> None:
    chained(register, 300)  # more steps than a workbook has
    assert pks("--no-index", "export", "tree", "--out", f"tree.{ending}").code == 0
    if ending == "xlsx":
        rows = list(load_workbook("tree.xlsx").worksheets[0].iter_rows(values_only=True))
        assert ("Payung 299", "a0299", "a0298") in {(row[0], row[2], row[3]) for row in rows}


def test_on_a_terminal_a_branch_leaves_room_for_what_hangs_from_it(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chained(register, 12)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("NO_COLOR", "1")
    code, shown = Terminal("--no-index", "tree").ends()
    assert code == 0
    assert [line.rstrip() for line in shown.splitlines()][-7:] == [
        "            └─ a0005  Payung 5                      drafting",
        "               └─ a0006  Payung 6                   drafting",
        "…              └─ a0007  Payung 7                   drafting",
        "…              └─ a0008  Payung 8                   drafting",
        "…              └─ a0009  Payung 9                   drafting",
        "…              └─ a0010  Payung 10                  drafting",
        "…              └─ a0011  Payung 11                  drafting",
    ]


def test_the_site_shows_of_a_deep_tree_what_is_near(register: Path, pks: Run) -> None:
    chained(register, 300)
    assert pks("site", "--out", "site.html").code == 0
    page = Path("site.html").read_text("utf-8")
    _, _, own = page.partition('id="a-a0100"')
    own, _, _ = own.partition('id="a-a0101"')
    near = [number for number in range(300) if f"href=#a-a{number:04}>" in own]
    assert near == [*range(85, 100), *range(101, 116)]


def test_folders_may_lie_in_folders_as_deep_as_the_disk_lets_them(register: Path, pks: Run) -> None:
    folders = [f"{register}{'/d' * depth}" for depth in range(1, 1_101)]
    for folder in folders:
        Path(folder).mkdir()
    agreement = Path(folders[-1], "satu.yaml")
    agreement.write_text(
        "title: Dalam\nparties: [{name: Dinas, ours: ya}]\nhistory: [{date: 2026-01-05, stage: draft}]\n"
    )
    try:
        assert pks("--no-index", "list", "--json").out.count('"id": "satu"') == 1
    finally:  # whoever tidies up after tests may call himself no deeper either
        agreement.unlink()
        for folder in reversed(folders):
            Path(folder).rmdir()
