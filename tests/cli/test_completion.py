"""`pks completion`: what may stand next, and the scripts by which real shells ask for it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pks.cli.commands import NAMES
from tests.cli.processes import environment
from tests.conftest import Run

TEXT = """\
title: {0}
parties: [{{key: dinsos, name: Dinas Sosial}}, {{name: RSJ Kalbar}}]
history:
- {{date: 2026-01-05, stage: draft}}
"""
ASKED = 'eval "$(pks completion bash)"; COMP_WORDS=({words}); COMP_CWORD=3; _pks; printf \'%s\\n\' "${{COMPREPLY[@]}}"'


@pytest.fixture
def two(register: Path) -> Path:
    for name in ("2025-rujukan", "2026-jenazah"):
        (register / f"{name}.yaml").write_text(TEXT.format(name))
    return register


def asked(pks: Run, *words: str) -> list[str]:
    code, out, err = pks("completion", "bash", *(f"--word={word}" for word in words))
    assert (code, err) == (0, "")
    return [line.split("\t")[0] for line in out.splitlines()]


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["adv"], ["advance"]),
        (["--to"], ["--today"]),
        (["--lang", ""], ["id", "en"]),
        (["--lang", "en", "-C", ".", "adv"], ["advance"]),
        (["correction", ""], ["add", "accept", "reject", "withdraw", "list"]),
        (["correction", "re"], ["reject"]),
        (["show", ""], ["2025-rujukan", "2026-jenazah"]),
        (["show", "2026"], ["2026-jenazah"]),
        (["show", "2026-jenazah", ""], []),
        (["check", "2026-jenazah", ""], ["2025-rujukan", "2026-jenazah"]),
        (["correction", "accept", "2025"], ["2025-rujukan"]),
        (["correction", "accept", "2025-rujukan", "1", "--party", ""], ["dinsos", "rsj-kalbar"]),
        (["list", "--stage", "re"], ["registration", "reporting", "renewal"]),
        (["advance", "2025-rujukan", "--to", "f"], ["facilitation"]),
        (["advance", "2025-rujukan", "--fo"], ["--force"]),
        (["close", "--reason", "not"], ["not-renewed"]),
        (["due", "--kind", "re"], ["report", "review"]),
        (["report", "send", "--to", ""], ["bupati", "gubernur"]),
        (["new", "--under", "2025"], ["2025-rujukan"]),
        (["completion", ""], ["bash", "zsh", "fish", "powershell"]),
        (["nothing", ""], []),
        (["set", "2025-rujukan", "--dry-run", "ti"], []),
    ],
)
def test_what_may_stand_next(pks: Run, words: list[str], expected: list[str]) -> None:
    assert asked(pks, *words) == expected


def test_commands_are_explained_in_the_chosen_language_and_none_is_left_out(pks: Run) -> None:
    assert asked(pks, "") == list(NAMES)
    assert pks("--lang", "id", "completion", "zsh", "--word=regi").out == "register\tcatat nomor register\n"


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("words", "english", "indonesian"),
    [
        (["advance", "--to", "f"], "facilitation\t", "facilitation\tfasilitasi"),
        (["close", "--reason", "not"], "not-renewed\tit was not renewed", "not-renewed\ttidak diperpanjang"),
        (["attach", "--kind", "mi"], "minutes\t", "minutes\tnotulen rapat"),
        (["meet", "--outcome", "c"], "corrections\t", "corrections\tada koreksi"),
        (["due", "--kind", "exp"], "expiry\tend", "expiry\tberakhir"),
        (["init", "--tier", "reg"], "regency\t", "regency\tkabupaten"),
        (["report", "send", "--to", "b"],
         "bupati\twithin 14 days of the period's end", "bupati\tpaling lambat 14 hari sesudah periode"),
        (["--lang", "e"], "en\tEnglish", "en\tbahasa Inggris"),
    ],
)  # fmt: skip
def test_every_choice_is_said_in_words(pks: Run, words: list[str], english: str, indonesian: str) -> None:
    given = [f"--word={word}" for word in words]
    assert pks("completion", "zsh", *given).out == f"{english}\n"
    assert pks("--lang", "id", "completion", "zsh", *given).out == f"{indonesian}\n"


@pytest.mark.usefixtures("tmp_path")
def test_outside_a_register_it_says_nothing_of_ids(pks: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert asked(pks, "show", "") == []


def test_another_shell_is_refused(pks: Run) -> None:
    code, out, err = pks("completion", "cmd")
    assert (code, out) == (2, "")
    assert "bash, zsh, fish" in err
    assert pks("completion").code == 2


@pytest.fixture
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A `pks` on a path of its own, and nothing that could be taken for it."""
    folder = tmp_path_factory.mktemp("bin")
    (folder / "pks").write_text(f'#!/bin/sh\nexec {sys.executable} -m pks "$@"\n')
    (folder / "pks").chmod(0o755)
    return folder


def ran(program: Path, *command: str) -> str:
    settings = environment()
    settings["PATH"] = f"{program}:{settings['PATH']}"
    return subprocess.run(command, check=True, capture_output=True, text=True, env=settings).stdout


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.usefixtures("two")
def test_bash_completes(program: Path) -> None:
    line = ASKED.format(words="pks correction accept 20")
    assert ran(program, "bash", "--norc", "-c", line) == "2025-rujukan\n2026-jenazah\n"
    line = ASKED.format(words="pks list --sector tenaga")
    assert ran(program, "bash", "--norc", "-c", line) == "tenaga\\ kerja\n"


@pytest.mark.skipif(shutil.which("fish") is None, reason="needs fish")
@pytest.mark.usefixtures("two")
def test_fish_completes(program: Path) -> None:
    line = 'pks completion fish | source; complete -C "pks correction accept 20"'
    assert ran(program, "fish", "--no-config", "-c", line).splitlines() == ["2025-rujukan", "2026-jenazah"]


@pytest.mark.skipif(shutil.which("zsh") is None, reason="needs zsh")
@pytest.mark.usefixtures("two")
def test_zsh_completes(program: Path) -> None:
    line = (
        'compdef() { }; _describe() { print -l -- ${(P)2}; }; eval "$(pks completion zsh)";'
        "words=(pks correction accept 20); CURRENT=4; _pks"
    )
    assert ran(program, "zsh", "-f", "-c", line).splitlines() == ["2025-rujukan:", "2026-jenazah:"]
