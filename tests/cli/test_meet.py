"""`pks meet`: meetings planned and held, who was there and how, and what a second time changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.processes import Terminal
from tests.conftest import Run, git

HEAD = """\
title: Pelayanan kesehatan jiwa   # judul
x-map: lemari 2
parties: [{key: dinsos, name: Dinas Sosial}, {key: rsj, name: RSJ}, {key: dinkes, name: Dinas Kesehatan}]
"""
TAIL = """\

history:
  - {date: 2026-01-05, stage: draft}
  - {date: 2026-02-01, stage: facilitation}
"""
HELD = """\
facilitation:
  - date: 2026-02-10
    place: Aula          # lantai 2
    attendees:
      - Bagian Hukum
      - "RSJ: Singkawang"
      - {unit: Satpol PP, mode: online}
    outcome: planned
    x-surat: 005/12
"""


@pytest.fixture
def jiwa(register: Path) -> Path:
    """An agreement of three parties in facilitation that no meeting was recorded for."""
    return written(register, HEAD + TAIL)


def written(register: Path, text: str) -> Path:
    path = register / "jiwa.yaml"
    path.write_text(text)
    git("add", "-A")
    git("commit", "-qm", "jiwa")
    return path


def due(pks: Run) -> list[tuple[str, str]]:
    rows = json.loads(pks("due", "--kind", "meeting", "--json").out)
    return [(row["date"], row["key"]) for row in rows]


def test_a_meeting_to_come_is_planned_and_due_on_its_day(pks: Run, jiwa: Path) -> None:
    result = pks("meet", "jiwa", "--date", "2026-03-12", "--place", "Aula, lantai 2")
    assert result == (0, "jiwa: meeting of 12 March 2026 recorded, planned\n", "jiwa\n")
    meeting = "\nfacilitation:\n  - date: 2026-03-12\n    place: Aula, lantai 2\n    outcome: planned\n"
    assert jiwa.read_text() == HEAD + meeting + TAIL
    assert due(pks) == [("2026-03-12", "meeting/2026-03-12")]
    assert git("log", "-2", "--format=%s") == "jiwa: meeting 2026-03-12, planned\njiwa\n"
    assert git("show", "--format=", "--name-only") == "agreements/jiwa.yaml\n"
    assert git("status", "--porcelain") == ""


def test_a_meeting_that_was_held_has_all_the_gate_asks_for(pks: Run, jiwa: Path) -> None:
    result = pks(
        "meet", "jiwa", "--date", "2026-02-20", "--chair", "Asisten I", "--mode", "hybrid", "--attendee", "Bagian",
        "--attendee", "RSJ=online", "--basis", "Permendagri 22/2020", "--outcome", "corrections", "--note", "dua butir",
        "--minutes", "BA/12",
    )  # fmt: skip
    said = "jiwa\nthe stage stays facilitation; to move on: `pks advance jiwa`\n"
    assert result == (0, "jiwa: meeting of 20 February 2026 recorded, corrections\n", said)
    meeting = """
facilitation:
  - date: 2026-02-20
    mode: hybrid
    chair: Asisten I
    attendees:
      - Bagian
      - {unit: RSJ, mode: online}
    basis: Permendagri 22/2020
    outcome: corrections
    note: dua butir
    minutes: BA/12
"""
    assert jiwa.read_text() == HEAD + meeting + TAIL
    assert due(pks) == []
    ahead = json.loads(pks("next", "jiwa", "--json").out)
    assert (ahead["stage"], ahead["ready"]) == ("facilitation", True)
    assert pks("advance", "jiwa").code == 0


def test_the_same_date_again_changes_only_what_is_said(pks: Run, register: Path) -> None:
    path = written(register, HEAD + HELD + TAIL)
    result = pks(
        "meet", "jiwa", "--date", "2026-02-10", "--outcome", "none", "--chair", "Sekda", "--attendee", "bagian  hukum",
        "--attendee", "rsj: singkawang=hybrid", "--attendee", "SATPOL PP=in-person", "--attendee", "Dinas Kesehatan",
        "--attendee", "Inspektorat=daring",
    )  # fmt: skip
    assert (result.code, result.out) == (0, "jiwa: meeting of 10 February 2026 updated, no corrections\n")
    meeting = """\
facilitation:
  - date: 2026-02-10
    place: Aula          # lantai 2
    chair: Sekda
    attendees:
      - Bagian Hukum
      - {unit: "RSJ: Singkawang", mode: hybrid}
      - {unit: Satpol PP, mode: in-person}
      - Dinas Kesehatan
      - {unit: Inspektorat, mode: online}
    outcome: none
    x-surat: 005/12
"""
    assert path.read_text() == HEAD + meeting + TAIL
    assert git("log", "-1", "--format=%s") == "jiwa: meeting 2026-02-10, no corrections\n"


def test_the_same_again_changes_nothing(pks: Run, register: Path) -> None:
    path = written(register, HEAD + HELD + TAIL)
    said = ("meet", "jiwa", "--date", "2026-02-10", "--place", " Aula ", "--attendee", "SatpolPP=online")
    code, out, err = pks(*said)
    assert (code, out) == (0, "")
    assert err.startswith("jiwa\njiwa: nothing changed\n")
    assert path.read_text() == HEAD + HELD + TAIL
    assert git("log", "-1", "--format=%s") == "jiwa\n"


def test_a_passed_meeting_without_an_outcome_stays_planned_and_says_so(pks: Run, jiwa: Path) -> None:
    code, out, err = pks("--lang", "id", "meet", "jiwa", "--date", "2026-02-20")
    assert (code, out) == (0, "jiwa: rapat 20 Februari 2026 dicatat, direncanakan\n")
    assert err == (
        "jiwa\nhasil rapat 20 Februari 2026 belum disebut, jadi masih tercatat direncanakan; setelah diketahui: "
        "`pks meet jiwa --date 2026-02-20 --outcome corrections`, atau none\n"
    )
    assert "    outcome: planned\n" in jiwa.read_text()
    assert due(pks) == [("2026-02-20", "meeting/2026-02-20")]
    assert pks("meet", "jiwa", "--date", "2026-02-20", "--outcome", "none").code == 0
    assert due(pks) == []


def test_a_meeting_held_on_a_day_to_come_is_recorded_with_a_word_about_it(pks: Run, jiwa: Path) -> None:
    code, out, err = pks("meet", "jiwa", "--date", "2026-04-01", "--outcome", "none")
    assert (code, out) == (0, "jiwa: meeting of 1 April 2026 recorded, no corrections\n")
    assert "1 April 2026 is still to come; it is recorded as given\n" in err
    assert "    outcome: none\n" in jiwa.read_text()


def test_today_is_the_day_when_none_is_said(pks: Run, jiwa: Path) -> None:
    jiwa.write_text(jiwa.read_text().replace("  - {date: 2026-02-01, stage: facilitation}\n", ""))
    assert pks("meet", "jiwa", "--place", "Aula").err == "jiwa\n"
    assert "  - date: 2026-03-01\n    place: Aula\n    outcome: planned\n" in jiwa.read_text()
    assert pks("meet", "jiwa", "--chair", "Sekda", "--outcome", "tanpa koreksi").err == "jiwa\n"
    assert "  - date: 2026-03-01\n    place: Aula\n    chair: Sekda\n    outcome: none\n" in jiwa.read_text()


def test_a_unit_named_twice_is_there_once_and_a_name_may_hold_an_equals_sign(pks: Run, jiwa: Path) -> None:
    given = ["--attendee", "RSJ", "--attendee", "rsj=daring", "--attendee", "Tim A=B=", "--attendee", "Tim C=D=hybrid"]
    assert pks("meet", "jiwa", "--date", "2026-03-02", *given).code == 0
    attendees = "      - {unit: RSJ, mode: online}\n      - Tim A=B\n      - {unit: Tim C=D, mode: hybrid}\n"
    assert f"    attendees:\n{attendees}    outcome: planned\n" in jiwa.read_text()


def test_the_mode_said_last_counts_and_saying_none_takes_none_away(pks: Run, jiwa: Path) -> None:
    given = ["--attendee", "RSJ=daring", "--attendee", "RSJ=hybrid", "--attendee", "rsj"]
    assert pks("meet", "jiwa", "--date", "2026-03-02", *given).code == 0
    assert "      - {unit: RSJ, mode: hybrid}\n" in jiwa.read_text()
    assert pks("meet", "jiwa", "--date", "2026-03-02", "--attendee", "RSJ").out == ""


def test_of_a_unit_that_stands_twice_the_first_changes(pks: Run, register: Path) -> None:
    path = written(register, HEAD + "facilitation: [{date: 2026-02-10, attendees: [A, a]}]\n" + TAIL)
    assert pks("meet", "jiwa", "--date", "2026-02-10", "--attendee", "A=online").code == 0
    assert "attendees: [{unit: A, mode: online}, a]" in path.read_text()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "`--date` is needed"),
        (["--date", "2026-02-30"], "--date: `2026-02-30` does not exist in the calendar"),
        (["--mode", "luring"], "--mode: `luring` is not one of: in-person, hybrid and online"),
        (["--outcome", "ok"], "--outcome: `ok` is not one of: planned, corrections and none"),
        (["--attendee", "RSJ=onlin"], "end it with one more: `RSJ=onlin=`"),
        (["--attendee", "=online"], "`--attendee` needs a value"),
        (["--attendee", " "], "`--attendee` needs a value"),
        (["--place", " "], "`--place` needs a value"),
        (["--chair", "\udcff"], "holds bytes that are not UTF-8 text"),
    ],
)
def test_what_cannot_be_read_writes_nothing(pks: Run, jiwa: Path, arguments: list[str], says: str) -> None:
    code, out, err = pks("meet", "jiwa", *arguments)
    assert (code, out) == (2, "")
    assert says in err
    assert jiwa.read_text() == HEAD + TAIL


def test_two_meetings_of_one_day_are_addressed_by_their_place(pks: Run, register: Path) -> None:
    text = HEAD + "facilitation:\n  - {date: 2026-02-10, place: A}\n  - {date: 2026-02-10, place: B}\n" + TAIL
    path = written(register, text)
    code, out, err = pks("meet", "jiwa", "--date", "2026-02-10", "--outcome", "none")
    assert (code, out) == (5, "")
    commands = "`pks set jiwa facilitation.1.KEY=VALUE` and `pks set jiwa facilitation.2.KEY=VALUE`"
    assert err.endswith(f"jiwa has more than one entry of 10 February 2026; say which one is meant: {commands}\n")
    assert path.read_text() == text


def test_a_meeting_in_braces_and_an_empty_list_keep_their_form(pks: Run, register: Path) -> None:
    path = written(register, HEAD + "facilitation: [{date: 2026-02-10, attendees: [A, B]}]   # rapat\n" + TAIL)
    assert pks("meet", "jiwa", "--date", "2026-02-10", "--attendee", "B=online", "--outcome", "none").code == 0
    meeting = "{date: 2026-02-10, attendees: [A, {unit: B, mode: online}], outcome: none}"
    assert path.read_text() == HEAD + f"facilitation: [{meeting}]   # rapat\n" + TAIL
    path.write_text(HEAD + "facilitation: []\n" + TAIL)
    assert pks("meet", "jiwa", "--date", "2026-02-11", "--no-commit").code == 0
    assert git("status", "--porcelain") == " M agreements/jiwa.yaml\n"


def test_fourteen_parties_at_one_meeting(pks: Run, register: Path) -> None:
    names = [f"Kabupaten {number}" for number in range(1, 15)]
    text = "title: T\nparties:\n" + "".join(f"  - {{name: {name}}}\n" for name in names) + TAIL
    path = written(register, text)
    given = [word for name in names for word in ("--attendee", f"{name}=online")]
    assert pks("meet", "jiwa", "--date", "2026-03-10", *given).code == 0
    assert path.read_text().count("mode: online") == 14
    assert pks("meet", "jiwa", "--date", "2026-03-10", "--attendee", "Kabupaten 14=in-person").code == 0
    assert path.read_text().count("mode: online") == 13
    assert "      - {unit: Kabupaten 14, mode: in-person}\n    outcome: planned\n" in path.read_text()


def test_dry_run_shows_the_change_and_writes_nothing(pks: Run, jiwa: Path) -> None:
    code, out, err = pks("meet", "jiwa", "--date", "2026-03-12", "--dry-run")
    added = [line for line in out.splitlines() if line.startswith("+") and not line.startswith("+++")]
    assert (code, added) == (0, ["+facilitation:", "+  - date: 2026-03-12", "+    outcome: planned", "+"])
    assert err.endswith("only tried; nothing was written\n")
    assert jiwa.read_text() == HEAD + TAIL


def test_a_file_that_cannot_be_understood_is_named_and_kept(pks: Run, register: Path) -> None:
    path = written(register, HEAD + "facilitation: [{date: besok}]\n" + TAIL)
    code, _, err = pks("meet", "jiwa", "--date", "2026-03-12")
    assert code == 4
    assert "agreements/jiwa.yaml:4:23:" in err
    assert "besok" in path.read_text()


def test_a_terminal_asks_for_what_the_gate_needs(jiwa: Path) -> None:
    terminal = Terminal("--lang", "id", "meet", "jiwa")
    terminal.until("Tanggal rapat [2026-03-01]: ")
    terminal.types("2026-2-20\n")
    terminal.until("bukan tanggal")
    terminal.until("Tanggal rapat [2026-03-01]: ")
    terminal.types("2026-02-20\n")
    terminal.until("Hasil rapat (direncanakan, ada koreksi, tanpa koreksi): ")
    terminal.types("bagus\n")
    terminal.until("bukan salah satu dari")
    terminal.until("Hasil rapat (direncanakan, ada koreksi, tanpa koreksi): ")
    terminal.types("ada koreksi\n")
    terminal.until("Pimpinan rapat (boleh kosong): ")
    terminal.types("Sekda\n")
    terminal.until("Peserta 1: unit, atau unit=daring (kosongkan bila selesai): ")
    terminal.types("RSJ=daring\n")
    terminal.until("Peserta 2")
    terminal.types("\n")
    code, shown = terminal.ends()
    assert (code, shown.splitlines()[-1]) == (0, "jiwa: rapat 20 Februari 2026 dicatat, ada koreksi")
    meeting = (
        "\nfacilitation:\n  - date: 2026-02-20\n    chair: Sekda\n    attendees:\n"
        "      - {unit: RSJ, mode: online}\n    outcome: corrections\n"
    )
    assert jiwa.read_text() == HEAD + meeting + TAIL


def test_a_meeting_of_today_is_planned_when_only_enter_is_pressed_and_one_to_come_needs_no_answer(jiwa: Path) -> None:
    terminal = Terminal("meet", "jiwa")
    terminal.until("Day of the meeting [2026-03-01]: ")
    terminal.types("\n")
    terminal.until("Outcome of the meeting (planned, corrections, none) [planned]: ")
    terminal.types("\n")
    assert terminal.ends() == (0, "\njiwa: meeting of 1 March 2026 recorded, planned\n")
    assert Terminal("meet", "jiwa", "--date", "2026-03-09").ends()[0] == 0
    assert jiwa.read_text().count("outcome: planned") == 2


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_whoever_cancels_leaves_no_trace(jiwa: Path, key: str) -> None:
    terminal = Terminal("meet", "jiwa", "--date", "2026-02-20", "--outcome", "none")
    terminal.until("Who chaired it (may be empty): ")
    terminal.types(key)
    assert terminal.ends()[0] == 130
    assert jiwa.read_text() == HEAD + TAIL
    assert git("log", "-1", "--format=%s") == "jiwa\n"


def test_a_meeting_of_a_closed_agreement_is_recorded_with_a_warning(pks: Run, register: Path) -> None:
    written(register, HEAD + TAIL + "  - {date: 2026-02-20, stage: reporting, closed: expired}\n")
    said = ("meet", "jiwa", "--date", "2026-02-10", "--outcome", "none")
    result = pks(*said)
    assert result.code == 0
    assert result.err.startswith("jiwa\nwarning: jiwa was closed on 20 February 2026: ")
    assert "was closed" not in pks(*said).err
