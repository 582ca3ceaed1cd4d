"""No id that a person or a file gives leads out of the register: refused everywhere one is taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.hostile.traps import AGREEMENT

HOSTILE_IDS = (
    "..", ".", "...", "../x", "../../x", "/tmp/x", "//x", "x/..", "x/../y", "x/y", "./x", "x/", "/", "~", "~root", "~/x",  # noqa: E501, S108
    "..\\x", "x\\y", "\\\\server\\share", "C:", "C:x", "C:\\x", "x:y", "x::$DATA", "x:$i30", "con", "CON", "con.x", "nul",  # noqa: E501
    "aux.a.b", "prn", "com0", "com1", "lpt9", "conin$", "x.", "x ", " x", ".x", ".pks", ".git", "-x", "--output=x", "x-",  # noqa: E501
    "X", "xY", "x..y", "x.files", "x.yaml", "x.yml", "\u00e9", "\uff0e\uff0e", "\u2024\u2024", "\uff0fx", "\u2215x",
    "x\u200by", "\u202ex", "x\ny", "x\ty", "x\x1b[31m", "a" * 81, "$(x)", "`x`", "x;y", "x|y", "*", "x?", "%2e%2e", "\u0130",  # noqa: E501
)  # fmt: skip


@pytest.mark.parametrize("id_", HOSTILE_IDS)
def test_a_hostile_id_is_refused_wherever_one_is_given(pks: Run, register: Path, id_: str) -> None:
    (register / "a.yaml").write_text(AGREEMENT)
    before = files(register.parent)
    for command in (
        ("new", "Judul", "--party", "a=A", f"--id={id_}"),
        ("rename", "--", "a", id_),
        ("renew", "a", f"--id={id_}"),
    ):
        result = pks(*command)
        assert result.code == 2, (command, result)
        assert result.out == ""
        assert "\x1b" not in result.err
    assert files(register.parent) == before


@pytest.mark.parametrize("id_", HOSTILE_IDS)
def test_a_link_to_a_hostile_id_reads_nothing_outside(pks: Run, register: Path, id_: str) -> None:
    (register.parent / "x.yaml").write_text(AGREEMENT.replace("Rujukan", "RAHASIA"))
    (register / "a.yaml").write_text(AGREEMENT)
    pks("set", "a", f"under={id_}", "--no-commit")
    for command in (("show", "a"), ("check",), ("tree",), ("show", "--", id_), ("history", "--", id_)):
        result = pks(*command)
        assert result.code in {0, 1, 2, 3, 4}, (command, result)
        assert "RAHASIA" not in result.out
        assert "\x1b" not in result.out + result.err


def files(top: Path) -> dict[str, bytes]:
    return {
        str(one.relative_to(top)): one.read_bytes()
        for one in top.rglob("*")
        if one.is_file() and "cache" not in one.parts and ".git" not in one.parts
    }
