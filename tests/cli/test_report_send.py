"""`pks report send` and `receive`: one letter carries the reports of many agreements; all are recorded or none is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.processes import Terminal
from tests.conftest import Run, git

HEAD = """\
title: {title}   # judul
lead: {lead}
x-arsip: 0071
parties: [{parties}]
term: {{starts: 2026-01-01, ends: 2027-12-31}}
"""
HISTORY = """\
history:
  - {date: 2026-01-05, stage: reporting, imported: true}
"""
TOLD = """\
reports:
  - period: 2026-S1
    results: 12 rujukan
"""
SENT = "    sent:\n      - {to: bupati, date: 2026-07-20, number: 100/1}\n"
NEW = "reports:\n  - period: 2026-S1\n" + SENT


def text(title: str, reports: str = "", *, lead: str = "Dinas Sosial", parties: int = 2) -> str:
    names = ", ".join(f"{{name: Pihak {number}}}" for number in range(1, parties + 1))
    return HEAD.format(title=title, lead=lead, parties=names) + reports + HISTORY


@pytest.fixture(autouse=True)
def _july(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PKS_TODAY", "2026-07-20")


@pytest.fixture
def four(register: Path) -> Path:
    """`satu` with a report, `dua` of fourteen parties without, `tiga` of another unit, `empat` that owes none."""
    put(
        register,
        satu=text("Satu", TOLD),
        dua=text("Dua", parties=14),
        tiga=text("Tiga", lead="Dinas Kesehatan", parties=3),
        empat=text("Empat", "reporting: off\n"),
    )
    return register


def put(register: Path, **texts: str) -> None:
    for name, content in texts.items():
        (register / f"{name}.yaml").write_text(content)
    git("add", "-A")
    git("commit", "-qm", "put")


def read(register: Path, name: str) -> str:
    return (register / f"{name}.yaml").read_text()


LETTER = ("--period", "2026-S1", "--to", "Bupati", "--number", "100/1")


def test_one_letter_for_all_that_owe_it_in_one_commit(pks: Run, four: Path) -> None:
    assert pks("report", "send", *LETTER, "--all") == (
        0, "dua\nsatu\ntiga\n",
        ("3 reports on 2026-S1 recorded as sent to bupati\n"
        "2 reports do not say yet what was done: dua and tiga; write it with `pks report add ID --period 2026-S1`\n"),
    )  # fmt: skip
    assert read(four, "satu") == text("Satu", TOLD + SENT)
    assert read(four, "dua") == text("Dua", NEW, parties=14)
    assert read(four, "tiga") == text("Tiga", NEW, lead="Dinas Kesehatan", parties=3)
    assert read(four, "empat") == text("Empat", "reporting: off\n")
    assert git("log", "-2", "--format=%s") == "reports 2026-S1 → bupati: 3 agreements\nput\n"
    assert git("status", "--porcelain") == ""
    assert pks("due", "--kind", "report", "--json", "--within", "0d").out == "[]\n"
    assert pks("report", "send", *LETTER, "--all") == (
        0, "",
        ("3 were sent to bupati before, and skipped: dua, satu and tiga\n"
        "nobody still owes bupati a report on 2026-S1; nothing changed\n"),
    )  # fmt: skip


@pytest.mark.usefixtures("four")
def test_one_agreement_has_a_commit_under_its_own_name(pks: Run) -> None:
    assert pks("report", "send", "satu", *LETTER) == (
        0, "satu\n", "satu\n1 report on 2026-S1 recorded as sent to bupati\n",
    )  # fmt: skip
    assert git("log", "-1", "--format=%s") == "satu: report 2026-S1 → bupati\n"
    result = pks("report", "send", *LETTER, "--all")
    assert result.out == "dua\ntiga\n"
    assert result.err.startswith("1 was sent to bupati before, and skipped: satu\n")


def test_only_those_of_a_unit(pks: Run, four: Path) -> None:
    result = pks("--lang", "id", "report", "send", *LETTER, "--lead", "dinas kes")
    assert result == (
        0, "tiga\n",
        ("1 laporan 2026-S1 dicatat terkirim kepada bupati\n"
        "1 di antaranya belum memuat apa yang dilaksanakan: tiga; isi dengan `pks report add ID --period 2026-S1`\n"),
    )  # fmt: skip
    assert read(four, "dua") == text("Dua", parties=14)


def test_the_day_of_the_letter_may_be_said_and_the_number_left_out(pks: Run, four: Path) -> None:
    pks("report", "send", "satu", "--period", "2026-S1", "--to", "gubernur", "--date", "2026-07-13")
    sent = "    sent:\n      - {to: gubernur, date: 2026-07-13}\n"
    assert read(four, "satu") == text("Satu", TOLD + sent)
    pks("report", "send", "satu", *LETTER)
    assert read(four, "satu") == text("Satu", TOLD + sent + "      - {to: bupati, date: 2026-07-20, number: 100/1}\n")


def test_the_same_letter_again_changes_nothing_and_a_number_that_is_missing_is_added(pks: Run, four: Path) -> None:
    pks("report", "send", "satu", "--period", "2026-S1", "--to", "bupati")
    assert pks("report", "send", "satu", *LETTER)[:2] == (0, "satu\n")
    assert read(four, "satu") == text("Satu", TOLD + SENT)
    for arguments in (LETTER, LETTER[:4], (*LETTER, "--date", "2026-07-20")):
        again = pks("--today", "2026-08-01", "report", "send", "satu", *arguments)
        assert again == (0, "", "satu\nsatu: nothing changed\n")
    assert read(four, "satu") == text("Satu", TOLD + SENT)


@pytest.mark.parametrize(
    ("sent", "arguments", "says"),
    [
        (
            "{to: BUPATI, date: 2026-07-10, number: 99}", (),
            ("the report on 2026-S1 was sent to bupati on 10 July 2026 with number 99 already; to correct it: "
            "`pks set satu reports.2026-S1.sent.1.number=NUMBER` or `.date=DATE`"),
        ),
        (
            "{to: bupati, number: 99}", (),
            ("the report on 2026-S1 was sent to bupati with number 99 already; to correct it: "
            "`pks set satu reports.2026-S1.sent.1.number=NUMBER`"),
        ),
        (
            "{to: bupati, date: 2026-07-10}", ("--date", "2026-07-11"),
            ("the report on 2026-S1 was sent to bupati on 10 July 2026 already; to correct it: "
            "`pks set satu reports.2026-S1.sent.1.date=DATE`"),
        ),
    ],
)  # fmt: skip
def test_another_letter_to_the_same_tier_is_refused_and_nothing_of_the_rest_is_written(
    pks: Run, four: Path, sent: str, arguments: tuple[str, ...], says: str
) -> None:
    before = text("Satu", f"{TOLD}    sent: [{sent}]\n")
    put(four, satu=before)
    assert pks("report", "send", "satu", *LETTER, *arguments) == (5, "", f"satu\npks: {says}\n")
    assert pks("report", "send", "dua", "satu", *LETTER, *arguments) == (
        5, "",
        f"dua\nsatu\npks: 1 of 2 agreements refuse, so nothing was written:\n  satu: {says}\n",
    )  # fmt: skip
    assert (read(four, "satu"), read(four, "dua")) == (before, text("Dua", parties=14))


def test_what_is_not_owed_is_recorded_with_a_word_when_it_was_named(pks: Run, four: Path) -> None:
    code, out, err = pks("report", "send", "empat", "satu", *LETTER)
    assert (code, out) == (0, "empat\nsatu\n")
    assert err.startswith(
        "empat\nsatu\nempat owes no report on 2026-S1; it is recorded all the same\n2 reports on 2026-S1"
    )
    assert read(four, "empat") == text("Empat", "reporting: off\n" + NEW)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["satu", "--period", "2026-S1"], 2, "`--to` is needed"),
        (["satu", "--to", "bupati"], 2, "`--period` is needed"),
        (LETTER, 2, "`ID...|--all|--lead` is needed"),
        (["satu", "--all", *LETTER], 2, "name the agreements, or use --all, or --lead; not together"),
        (["--lead", "x", "--all", *LETTER], 2, "not together"),
        (["satu", "--period", "2026-S1", "--to", "bupatj"], 2,
         "--to: `bupatj` is not known; did you mean bupati? The choices: bupati and gubernur"),
        (["satu", "--period", "2026-S1", "--to", "menteri"], 2,
         "--to: `menteri` is not one of: bupati and gubernur"),
        (["satu", *LETTER, "--date", "2025-12-31"], 2,
         "--date: the period 2026-S1 only begins on 1 January 2026, after 31 December 2025"),
        (["satu", "--period", "2027-S1", "--to", "bupati"], 2, "--period: the period 2027-S1 only begins on"),
        (["satu", *LETTER, "--date", "kemarin"], 2, "--date: "),
        (["lima", *LETTER], 3, "no agreement `lima`"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_writes_nothing(pks: Run, four: Path, arguments: list[str], code: int, says: str) -> None:
    result = pks("report", "send", *arguments)
    assert result[:2] == (code, "")
    assert says in result.err
    assert read(four, "satu") == text("Satu", TOLD)


@pytest.mark.usefixtures("four")
def test_a_dry_run_shows_every_file_and_writes_none(pks: Run) -> None:
    code, out, err = pks("report", "send", *LETTER, "--all", "--dry-run")
    assert code == 0
    assert out.count("+      - {to: bupati, date: 2026-07-20, number: 100/1}\n") == 3
    assert err.startswith("only tried; nothing was written\n2 reports do not say yet")
    assert git("status", "--porcelain") == ""


def test_broken_files_are_named_and_left_out_of_all(pks: Run, four: Path) -> None:
    (four / "dua.yaml").write_text("title: &a x\n")
    (four / "sub").mkdir()
    (four / "sub" / "tiga.yaml").write_text(text("Tiga lagi"))
    code, out, err = pks("report", "send", *LETTER, "--all")
    assert (code, out) == (0, "satu\n")
    assert "agreements/dua.yaml:1:8: " in err
    assert "2 files could not be understood, and left out\n" in err
    assert "1 report on 2026-S1 recorded as sent to bupati\n" in err
    assert read(four, "dua") == "title: &a x\n"


def test_rules_that_cannot_be_understood_stop_everything(pks: Run, four: Path) -> None:
    (four / ".pks" / "office.yaml").write_text("reports: {tiers: [{to: menteri, within: soon}]}\n")
    code, out, err = pks("report", "send", "--period", "2026-S1", "--to", "menteri", "--all")
    assert (code, out) == (4, "")
    assert "agreements/.pks/office.yaml cannot be understood, so the office's rules are not known" in err


def test_two_hundred_go_at_once_and_one_that_refuses_stops_all(pks: Run, register: Path) -> None:
    put(register, **{f"a{number:03}": text(f"Nomor {number}") for number in range(200)})
    refusing = text("Nomor 77", "Reports: lama\n")  # a key that only differs in case cannot stand beside it
    put(register, a077=refusing)
    code, out, err = pks("report", "send", *LETTER, "--all")
    assert (code, out) == (5, "")
    assert err.startswith("pks: 1 of 200 agreements refuse, so nothing was written:\n  a077: ")
    assert git("status", "--porcelain") == ""
    assert git("log", "-1", "--format=%s") == "put\n"
    put(register, a077=text("Nomor 77"))
    assert pks("report", "send", *LETTER, "--all").out.splitlines() == [f"a{number:03}" for number in range(200)]
    assert git("log", "-1", "--format=%s") == "reports 2026-S1 → bupati: 200 agreements\n"
    assert read(register, "a199") == text("Nomor 199", NEW)


def test_on_a_terminal_the_agreement_the_period_and_the_tier_are_asked_for(four: Path) -> None:
    screen = Terminal("--lang", "id", "report", "send")
    screen.until("Perjanjian yang mana (id, nomor, atau bagian judul): ")
    screen.types("satu\n")
    screen.until("Periode laporan, misalnya 2026-S1: ")
    screen.types("2026-S1\n")
    screen.until("Kepada siapa (bupati dan gubernur): ")
    screen.types("camat\n")
    screen.until("Kepada siapa (bupati dan gubernur): ")
    screen.types("BUPATI\n")
    assert screen.ends()[0] == 0
    assert read(four, "satu") == text("Satu", TOLD + "    sent:\n      - {to: bupati, date: 2026-07-20}\n")


@pytest.mark.usefixtures("four")
def test_ctrl_c_at_a_question_leaves_no_trace() -> None:
    screen = Terminal("report", "send", "--all", "--period", "2026-S1")
    screen.until("To whom (bupati and gubernur): ")
    screen.types("\x03")
    assert screen.ends()[0] == 130
    assert git("status", "--porcelain") == ""


ARRIVED = SENT.replace("100/1}", "100/1, received: 2026-07-25}")


def test_what_was_sent_is_recorded_as_received(pks: Run, four: Path) -> None:
    pks("report", "send", *LETTER, "--all")
    pks("report", "send", "satu", "--period", "2026-S1", "--to", "gubernur")
    assert pks("report", "receive", *LETTER, "--lead", "sosial", "--date", "2026-07-25") == (
        0, "dua\nsatu\n", "2 reports on 2026-S1 recorded as received by bupati\n",
    )  # fmt: skip
    assert read(four, "satu") == text("Satu", TOLD + ARRIVED + "      - {to: gubernur, date: 2026-07-20}\n")
    assert git("log", "-1", "--format=%s") == "reports 2026-S1 received by bupati: 2 agreements\n"
    assert pks("report", "receive", "--period", "2026-S1", "--to", "bupati", "--all").out == "tiga\n"
    assert git("log", "-1", "--format=%s") == "tiga: report 2026-S1 received by bupati\n"
    assert pks("report", "receive", "--period", "2026-S1", "--to", "bupati", "--all") == (
        0, "", "no report on 2026-S1 is still on its way to bupati; nothing changed\n",
    )  # fmt: skip


def test_a_number_chooses_the_letter(pks: Run, four: Path) -> None:
    put(four, satu=text("Satu", TOLD + SENT + "      - {to: bupati, date: 2026-07-21, number: 100/2}\n"))
    assert pks("report", "receive", *LETTER[:4], "--number", "100/2", "--all", "--date", "2026-07-25").out == "satu\n"
    assert read(four, "satu") == text(
        "Satu", TOLD + SENT + "      - {to: bupati, date: 2026-07-21, number: 100/2, received: 2026-07-25}\n"
    )
    assert pks("report", "receive", "satu", *LETTER[:4], "--number", "100/3") == (
        5, "", "satu\npks: no report on 2026-S1 was sent to bupati with number 100/3\n",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("reports", "arguments", "code", "says"),
    [
        ("", (), 5, ("pks: no report on 2026-S1 was sent to bupati; first: "
                    "`pks report send satu --period 2026-S1 --to bupati`\n")),
        (TOLD + SENT, ("--date", "2026-07-19"), 5,
         "pks: the report on 2026-S1 cannot have reached bupati on 19 July 2026: it was sent on 20 July 2026\n"),
        (TOLD + ARRIVED, ("--date", "2026-07-26"), 5,
         ("pks: the report on 2026-S1 was received by bupati on 25 July 2026 already; to correct it: "
         "`pks set satu reports.2026-S1.sent.1.received=DATE`\n")),
        (TOLD + ARRIVED, ("--date", "2026-07-25"), 0, "satu: nothing changed\n"),
        (TOLD + ARRIVED, (), 0, "satu: nothing changed\n"),
    ],
)  # fmt: skip
def test_what_did_not_arrive_so_is_refused(
    pks: Run, four: Path, reports: str, arguments: tuple[str, ...], code: int, says: str
) -> None:
    put(four, satu=text("Satu", reports))
    result = pks("report", "receive", "satu", "--period", "2026-S1", "--to", "bupati", *arguments)
    assert result == (code, "", f"satu\n{says}")
    assert read(four, "satu") == text("Satu", reports)


def test_a_tier_that_is_no_longer_in_the_rules_can_still_receive(pks: Run, four: Path) -> None:
    put(four, satu=text("Satu", TOLD + SENT.replace("bupati", "Pj Bupati")))
    arguments = ("--period", "2026-S1", "--to", "pj bupati", "--date", "2026-07-25")
    assert pks("report", "receive", "--all", *arguments).out == "satu\n"
    assert read(four, "satu") == text("Satu", TOLD + ARRIVED.replace("bupati", "Pj Bupati"))
