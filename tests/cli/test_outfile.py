"""The files that commands make for other programs: never in the place of one of the register's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from pks.cli import outfile
from pks.store.disk.replace import replace
from tests.conftest import Run


@pytest.mark.parametrize("file", ["agreements/satu.yaml", "agreements/baru.yaml", "agreements/.pks/office.yaml",
                                  "agreements/sub/../satu.yaml", "agreements/.pks/x.docx"])  # fmt: skip
@pytest.mark.parametrize(
    "command",
    [
        ("export", "list", "--format", "json", "--force", "--out", "{}"),
        ("backup", "{}", "--force"),
        ("site", "--force", "--out", "{}"),
        ("import", "register.csv", "--map", "{}", "--write"),
    ],
)  # fmt: skip
def test_no_output_takes_the_place_of_a_file_of_the_register(
    pks: Run, register: Path, command: tuple[str, ...], file: str
) -> None:  # fmt: skip
    (register / "sub").mkdir()
    (register / "satu.yaml").write_text("title: A\nparties: [{name: B}]\nhistory: [{date: 2026-01-01, stage: draft}]\n")
    Path("register.csv").write_text("Judul,Mitra,Mulai,Berakhir\nLaboratorium,RS,2024-01-01,2026-12-31\n")
    before = {path: path.read_bytes() for path in register.rglob("*") if path.is_file()}
    result = pks(*(one.format(file) for one in command))
    if command[0] == "import" and Path(file).exists():
        assert result.code in {4, 2}  # read as a map, and no such map
    else:
        said = f"pks: {file} would be a file of the register itself; choose another place or name\n"
        assert (result.code, result.out, result.err) == (2, "", said)
    now = {path: path.read_bytes() for path in register.rglob("*") if path.is_file() and "cache" not in path.parts}
    assert now == before


def test_an_output_beside_an_agreement_is_written_by_the_only_writer(
    pks: Run, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    held: list[bool] = []

    def watched(*given: Any, **named: Any) -> None:
        held.append(FileLock(register / ".pks" / "cache" / "lock", is_singleton=True).is_locked)
        replace(*given, **named)

    monkeypatch.setattr(outfile, "replace", watched)
    (register / "satu.files").mkdir()
    for place in ("agreements/satu.files/a.json", "a.json"):
        assert pks("export", "list", "--out", place).code == 0
    assert held == [True, False]
