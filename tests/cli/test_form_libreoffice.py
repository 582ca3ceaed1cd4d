"""Forms that LibreOffice saved: one that is kept beside the tests, and all of them where it is installed.

The kept one is the form for reports of the register below, filled in, saved as ods and from there as xlsx.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.forms import AIR, ASKED, HISTORY, JIWA, PASAR, REPORTED, fill, put, read
from tests.cli.test_form_read import AIR_AFTER, CELLS, JIWA_AFTER, SHOWN
from tests.conftest import Run

KEPT = Path(__file__).parents[1] / "corpus" / "form-report-libreoffice.xlsx"
NOTHING = "nothing to record: nothing new was filled in, or all of it is there already\n"


@pytest.fixture(autouse=True)
def _july(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PKS_TODAY", "2026-07-20")


def test_what_libreoffice_saved_is_read_and_recorded(register: Path, pks: Run) -> None:
    put(register, jiwa=JIWA + REPORTED + HISTORY, air=AIR + HISTORY, pasar=PASAR + HISTORY)
    assert pks("form", "read", str(KEPT), "--write") == (0, SHOWN, "6 changes recorded in 2 agreements\n")
    assert (read(register, "air"), read(register, "jiwa")) == (AIR_AFTER, JIWA_AFTER)
    assert pks("form", "read", str(KEPT), "--write") == (0, "", NOTHING)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
@pytest.mark.parametrize("formats", [("ods",), ("xls",), ("ods", "xlsx"), ("xls", "ods", "xlsx")])
def test_a_form_goes_through_libreoffice_and_comes_back(
    register: Path, pks: Run, tmp_path: Path, formats: tuple[str, ...]
) -> None:
    put(register, jiwa=JIWA + REPORTED + ASKED + HISTORY, air=AIR + HISTORY, pasar=PASAR + HISTORY)
    pks("form", "--kind", "report", "--all", "lap.xlsx")
    pks("--lang", "id", "form", "--kind", "corrections", "--party", "rsj", "--answered", "kor.xlsx")
    pks("form", "--kind", "evaluation", "--all", "ev.xlsx")
    for untouched in ("lap", "kor", "ev"):
        assert pks("form", "read", _saved(tmp_path, f"{untouched}.xlsx", formats)) == (0, "", NOTHING)
    fill("lap.xlsx", CELLS)
    assert pks("form", "read", _saved(tmp_path, "lap.xlsx", formats)).out == SHOWN
    fill("kor.xlsx", {"Koreksi!I6": "Diterima", "Koreksi!J6": "13/03/2026", "Koreksi!M8": "tetap"})
    assert pks("form", "read", _saved(tmp_path, "kor.xlsx", formats)).out == (
        "Id\tWhat\tBefore\tAfter\njiwa\tcorrection 1: Answer\t\tAccepted 2026-03-13\n"
        "jiwa\tcorrection 3: Note\t\ttetap\n"
    )
    fill("ev.xlsx", {"Evaluation!F6": "Stop", "Evaluation!G6": 2})
    assert pks("form", "read", _saved(tmp_path, "ev.xlsx", formats), "--write").code == 0
    assert "evaluations:\n  - {date: 2026-07-20, recommendation: stop, score: 2}\n" in read(register, "air")


def _saved(folder: Path, file: str, formats: tuple[str, ...]) -> str:
    """The file after LibreOffice has saved it in each of these formats in turn; its name."""
    now = folder / file
    for number, ending in enumerate(formats):
        out = folder / f"saved-{number}"
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", str(out), str(now)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        now = out / f"{now.stem}.{ending}"
    return str(now)
