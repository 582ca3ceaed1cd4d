"""On a terminal a question is asked again until the answer will do; what was typed wrong costs nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.processes import Terminal
from tests.conftest import git

TEXT = """\
title: Rujukan pasien jiwa
instrument: PKS
parties:
  - {key: dinsos, name: Dinas Sosial, ours: true}
  - {key: rsj, name: RSJ Kalbar}
term: {length: 2 years}
corrections:
  - {no: 1, clause: Pasal 1, becomes: b, raised: {date: 2026-02-01}}
tasks:
  - {what: Rapat, due: 2026-05-01}
history:
  - {date: 2026-01-01, stage: corrections}
"""
WHICH = "Which agreement (id, number or part of a title): "


@pytest.fixture
def two(register: Path) -> Path:
    (register / "jiwa.yaml").write_text(TEXT)
    (register / "mata.yaml").write_text(TEXT.replace("jiwa", "mata"))
    git("add", "-A")
    git("commit", "-qm", "put")
    return register


def answer(terminal: Terminal, *turns: tuple[str, str]) -> str:
    """Type at each question its answer; what was shown on the way."""
    shown = ""
    for question, text in turns:
        shown += terminal.until(question)
        terminal.types(text + "\n")
    return shown


@pytest.mark.parametrize(
    "command", ["show", "next", "history", "message", "correction list", "close --reason agreed --dry-run"]
)
def test_an_agreement_that_is_none_or_several_is_asked_for_again(command: str, two: Path) -> None:
    terminal = Terminal(*command.split())
    shown = answer(terminal, (WHICH, "gigi"), (WHICH, "rujukan"), (WHICH, "jiwa"))
    assert "\nno agreement `gigi`\n" in shown
    assert (
        "\n`rujukan` fits 2 agreements; name one:\n  jiwa  Rujukan pasien jiwa\n  mata  Rujukan pasien mata\n" in shown
    )
    assert terminal.ends()[0] == 0
    assert (two / "jiwa.yaml").read_text() == TEXT


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("command", ["form --kind evaluation", "report send", "rename", "set"])
def test_so_it_is_where_a_command_has_more_to_ask(command: str) -> None:
    terminal = Terminal(*command.split())
    assert "\nno agreement `gigi`\n" in answer(terminal, (WHICH, "gigi"), (WHICH, "jiwa"))
    terminal.until(": ")
    terminal.types("\x03")
    assert terminal.ends()[0] == 130
    assert git("status", "--porcelain") == ""


def test_where_there_is_nothing_to_choose_nobody_is_asked_again(register: Path) -> None:
    terminal = Terminal("show")
    answer(terminal, (WHICH, "jiwa"))
    assert terminal.ends()[0] == 3
    assert list(register.glob("*.yaml")) == []


WITHDRAWN = TEXT.replace("2026-02-01}}", "2026-02-01}, withdrawn: {date: 2026-03-01, reason: X}}")


@pytest.mark.parametrize(
    ("command", "question", "wrong", "right", "after"),
    [
        ("set jiwa", "Key and value, such as term.starts=2026-04-01: ", "lead", "term.starts=2026-04-01",
         TEXT.replace("term: {", "term: {starts: 2026-04-01, ")),
        ("task done jiwa", "Number of the task that was done: ", "7", "1",
         TEXT.replace("2026-05-01}", "2026-05-01, done: [2026-03-01]}")),
        ("correction withdraw jiwa --reason X", "or all (there are: 1): ", "9", "1", WITHDRAWN),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_asked_for_again(
    command: str, question: str, wrong: str, right: str, after: str, two: Path
) -> None:
    says = {
        "lead": "`lead` is not KEY=VALUE",
        "7": "jiwa has no task 7; there are:\n  1. Rapat, 1 May 2026",
        "9": "there is no correction 9; there are: 1",
    }
    terminal = Terminal(*command.split())
    assert f"\n{says[wrong]}\n" in answer(terminal, (question, wrong), (question, right))
    assert terminal.ends()[0] == 0
    assert (two / "jiwa.yaml").read_text() == after


def test_so_is_what_an_amendment_changes(two: Path) -> None:
    terminal = Terminal("amend", "jiwa")
    question = "Key and value, such as term.starts=2026-04-01: "
    assert "\n`lead` is not KEY=VALUE\n" in answer(terminal, (question, "lead")) + terminal.until(question)
    terminal.types("\x03")
    assert terminal.ends()[0] == 130
    assert (two / "jiwa.yaml").read_text() == TEXT


def test_a_new_id_that_is_none_is_asked_for_again(two: Path) -> None:
    terminal = Terminal("rename", "jiwa")
    shown = answer(terminal, ("The new id: ", "Jiwa Baru"), ("The new id: ", "jiwa-baru"))
    assert "`Jiwa Baru` is no id" in shown
    assert terminal.ends()[0] == 0
    assert (two / "jiwa-baru.yaml").read_text() == TEXT


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("command", "question"), [("import", "File of the register: "), ("form read", "The form's file: ")]
)
def test_a_file_that_is_not_there_is_asked_for_again(command: str, question: str) -> None:
    terminal = Terminal(*command.split())
    shown = answer(terminal, (question, "lupa.xlsx"), (question, "agreements"))
    shown += terminal.until(question)
    assert "\nthere is no file lupa.xlsx\n" in shown
    terminal.types("\x04")
    assert terminal.ends()[0] == 130


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.usefixtures("two")
def test_the_question_what_to_export_fits_a_screen(language: str) -> None:
    terminal = Terminal("--lang", language, "export")
    assert len(terminal.until("agreement): ")) < 80
    terminal.types("\x03")
    assert terminal.ends()[0] == 130


@pytest.mark.usefixtures("two")
def test_a_party_that_nobody_is_is_asked_for_again(register: Path) -> None:
    question = "Who answers: a key or a part of a name: "
    terminal = Terminal("form", "--kind", "corrections", "k.xlsx")
    assert "--party: there is none called `gigi`" in answer(terminal, (question, "gigi"), (question, "rsj"))
    assert terminal.ends()[0] == 0
    assert (register.parent / "k.xlsx").exists()
