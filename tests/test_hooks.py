"""The hook that other repositories may use to check a register before each commit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.conftest import Run

HOOKS = Path(__file__).parent.parent / ".pre-commit-hooks.yaml"


def test_the_hook_checks_the_files_of_a_register_and_no_others(pks: Run, register: Path) -> None:
    (hook,) = yaml.safe_load(HOOKS.read_text())
    assert (hook["id"], hook["entry"], hook["language"]) == ("pks-check", "pks check", "python")
    for path, wanted in {
        "agreements/satu.yaml": True,
        "daerah/agreements/2026/satu.yaml": True,
        "agreements/.pks/office.yaml": True,
        "docs/satu.yaml": False,
        "agreements/satu.files/lampiran.pdf": False,
    }.items():
        assert bool(re.search(hook["files"], path)) == wanted, path
    (register / "satu.yaml").write_text("title: A\nparties: [{name: B}]\nhistory: [{date: 2026-02-30, stage: draft}]\n")
    arguments = hook["entry"].split()[1:]
    assert pks(*arguments, "agreements/satu.yaml", "agreements/.pks/office.yaml").code == 1


@pytest.mark.parametrize("file", ["agreements/.pks/office.yaml", "agreements/.gitattributes"])
@pytest.mark.usefixtures("register")
def test_files_beside_the_agreements_do_not_stop_a_commit(pks: Run, register: Path, file: str) -> None:
    (register / ".gitattributes").write_text("* -text\n")
    assert pks("check", file).code == 0
