"""An office whose name holds what no XML may: every file for an office program is made all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.conftest import Run

OFFICE = 'office: "Kantor\\u001b[31m\\u0007\\uffff"\n'
RUNNING = """\
title: "Rujukan\\u001b[31m"
parties: [{name: Dinas, ours: ya}, {name: RSJ}]
term: {starts: 2025-01-01, length: 5 years}
history: [{date: 2025-01-01, stage: reporting, imported: true}]
"""


@pytest.fixture
def hostile(register: Path) -> Path:
    (register / ".pks" / "office.yaml").write_text(OFFICE)
    (register / "a.yaml").write_text(RUNNING)
    return register.parent


@pytest.mark.parametrize(
    "command", [("export", "list", "--out", "x.xlsx"), ("form", "--kind", "report", "a", "x.xlsx")]
)
def test_a_workbook_spells_out_in_its_properties_what_xml_cannot_hold(
    pks: Run, hostile: Path, command: tuple[str, ...]
) -> None:
    assert pks(*command).code == 0
    assert load_workbook(hostile / "x.xlsx").properties.creator == r"Kantor\x1b[31m\x07\uffff"


def test_a_document_does_too(pks: Run, hostile: Path) -> None:
    assert pks("export", "list", "--out", "x.docx").code == 0
    assert Document(str(hostile / "x.docx")).core_properties.author == r"Kantor\x1b[31m\x07\uffff"


def test_a_backup_does_too(pks: Run, hostile: Path) -> None:
    assert pks("backup", "x.bundle").code == 0
    assert load_workbook(hostile / "x.xlsx").properties.creator == r"Kantor\x1b[31m\x07\uffff"
