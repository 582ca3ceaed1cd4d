"""`pks check`: what stands around the agreements: a `.pks` that is not one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run

AGREEMENT = "title: A\nparties: [{name: Dinas, ours: ya}]\nhistory: [{date: 2026-01-05, stage: draft}]\n"


@pytest.mark.parametrize("inner", ["", "cache"])
def test_a_folder_of_the_register_that_leads_out_of_it_is_said(register: Path, pks: Run, inner: str) -> None:
    (register / "2026-a.yaml").write_text(AGREEMENT)
    folder, away = (register / ".pks" / inner), register.parent / "jauh"
    (register / ".pks" / "cache").mkdir()
    folder.rename(away)
    folder.symlink_to(away)
    result = pks("--no-index", "check")
    name = "agreements/.pks/cache" if inner else "agreements/.pks"
    assert (
        f"{name}: warning: leads out of the register (a symbolic link), so that no command can write; move its "
        "folder into the register [check.leads-out]\n"
    ) in result.out
    assert result.code == 0
    refused = pks("set", "2026-a", "title=B")
    assert (refused.code, "lies outside the register" in refused.err) == (7, True)
    assert (register / "2026-a.yaml").read_text() == AGREEMENT


def test_a_folder_of_the_register_that_is_a_link_within_it_is_written_to_as_any(register: Path, pks: Run) -> None:
    (register / ".pks").rename(register / ".lain")
    (register / ".pks").symlink_to(".lain")
    (register / "2026-a.yaml").write_text(AGREEMENT)
    assert "check.leads-out" not in pks("check").out
    assert pks("set", "2026-a", "title=B", "--no-commit").code == 0
