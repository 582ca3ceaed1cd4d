"""`pks sign`: who has signed, one by one or all at once, and that half-signed texts show everywhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.processes import Terminal
from tests.conftest import Run, git

HEAD = """\
# Naskah tiga pihak
title: Rujukan pasien   # judul
instrument: PKS
cooperation: KSDD
parties:
  - key: dinkes
    name: Dinas Kesehatan Kabupaten Contoh
    ours: true
  - key: rsj
    name: 'Rumah Sakit Jiwa Provinsi'   # Singkawang
    signatory: {office: Direktur}
  - name: RSUD Contoh
    x-kode: 7
"""
TAIL = """\
term:
  length: 2 years
facilitation:
  - {date: 2026-01-20, chair: Asisten I, attendees: [Dinkes], outcome: none}
"""
HISTORY = """\
x-arsip: Lemari 3
history:
  - {date: 2026-01-05, stage: draft}
  - {date: 2026-01-25, stage: corrections}
"""
NO_START = (
    "the start is not stated: `pks set tiga term.starts=2026-03-01`, to be in force 1 March 2026 to 29 February 2028\n"
)


def keep(root: Path, name: str, text: str) -> Path:
    """Commit `text` as the agreement `name`."""
    file = root / f"{name}.yaml"
    file.write_text(text)
    git("add", "-A")
    git("commit", "-qm", name)
    return file


@pytest.fixture
def three(register: Path) -> Path:
    """An agreement of three parties that nobody has signed, in corrections, without a start."""
    return keep(register, "tiga", HEAD + TAIL + HISTORY)


def after(first: str = "", second: str = "", third: str = "", tail: str = TAIL) -> str:
    """The file with lines added to each party."""
    text = HEAD.replace("    ours: true\n", f"    ours: true\n{first}")
    text = text.replace("    signatory: {office: Direktur}\n", second or "    signatory: {office: Direktur}\n")
    return text.replace("    x-kode: 7\n", f"{third}    x-kode: 7\n") + tail + HISTORY


def log() -> str:
    return git("log", "-1", "--format=%s").strip()


def test_one_party_signs_and_the_others_are_waited_for(pks: Run, three: Path) -> None:
    result = pks(
        "sign", "tiga", "--party", "jiwa provinsi", "--date", "2026-02-12", "--number", "445/7/RSJ/2026",
        "--name", "dr. Contoh", "--capacity", "pelaksana tugas", "--mandate", "100/7/2026",
        "--mandate-date", "2026-02-01",
    )  # fmt: skip
    assert result == (
        0,
        (
            "tiga: signed by Rumah Sakit Jiwa Provinsi\n"
            "tiga: 1 of 3 parties have signed; still to sign: Dinas Kesehatan Kabupaten Contoh and RSUD Contoh\n"
        ),
        "tiga\n",
    )
    signed = (
        "    number: 445/7/RSJ/2026\n"
        "    signatory: {name: dr. Contoh, office: Direktur, capacity: Plt, "
        "mandate: {number: 100/7/2026, date: 2026-02-01}}\n"
        "    signed: 2026-02-12\n"
    )
    assert three.read_text() == after(second=signed)
    assert log() == "tiga: signed by rsj"
    assert git("status", "--porcelain") == ""


def test_several_parties_at_once_each_with_its_number(pks: Run, three: Path) -> None:
    code, out, err = pks(
        "sign", "tiga", "--party", "dinkes", "--party", "rsud", "--date", "2026-03-01",
        "--number", "rsud-contoh=12/RSUD", "--number", "Kesehatan=440/1", "--number", "dinkes=440/2",
    )  # fmt: skip
    assert (code, err) == (0, "tiga\n")
    assert "tiga: 2 of 3 parties have signed; still to sign: Rumah Sakit Jiwa Provinsi\n" in out
    assert three.read_text() == after(
        first="    number: [440/1, 440/2]\n    signed: 2026-03-01\n",
        third="    number: 12/RSUD\n    signed: 2026-03-01\n",
    )


def test_all_at_once_is_one_common_day_and_place(pks: Run, three: Path) -> None:
    result = pks("sign", "tiga", "--all", "--place", "Singkawang", "--copies", "3", "--starts", "2026-03-01")
    assert result == (0, (
        "tiga: signed by Dinas Kesehatan Kabupaten Contoh, Rumah Sakit Jiwa Provinsi and RSUD Contoh\n"
        "tiga: signed by 3 parties, all of them; in force 1 March 2026 to 29 February 2028\n"
    ), "tiga\n")  # fmt: skip
    tail = TAIL.replace("term:\n", "term:\n  starts: 2026-03-01\n")
    tail += "signing: {date: 2026-03-01, place: Singkawang, copies: 3}\n"
    assert three.read_text() == after(tail=tail)
    assert log() == "tiga: signed by every party"


def test_the_rest_sign_and_who_signed_before_keeps_the_day(pks: Run, three: Path) -> None:
    pks("sign", "tiga", "--party", "dinkes", "--date", "2026-02-10")
    result = pks("sign", "tiga", "--all")
    assert result == (
        0,
        (
            "tiga: signed by Rumah Sakit Jiwa Provinsi and RSUD Contoh\n"
            "tiga: signed by 3 parties, all of them; its start is not stated\n"
        ),
        f"tiga\n{NO_START}",
    )
    text = after(
        first="    signed: 2026-02-10\n",
        second="    signatory: {office: Direktur}\n    signed: 2026-03-01\n",
        third="    signed: 2026-03-01\n",
    )
    assert three.read_text() == text
    again = pks("sign", "tiga", "--all", "--date", "2026-03-01")
    assert again == (
        0,
        "tiga: signed by 3 parties, all of them; its start is not stated\n",
        f"tiga\ntiga: nothing changed\n{NO_START}",
    )
    assert three.read_text() == text


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--date", "2026-02-13"], ["parties.rsj.signed is recorded as 2026-02-12", "parties.rsj.signed=2026-02-13`"]),
        (["--number", "445/8"], ["parties.rsj.number is recorded as 445/7", "`pks set tiga parties.rsj.number=445/8`"]),
        (["--office", "Wakil Direktur"], ["recorded as Direktur", "'parties.rsj.signatory.office=Wakil Direktur'`"]),
        (
            ["--place", "Kota", "--starts", "2026-04-01"],
            ["signing.place is recorded as Desa", "term.starts=2026-04-01"],
        ),
    ],
)
def test_what_is_recorded_otherwise_is_refused_and_nothing_is_written(
    pks: Run, three: Path, arguments: list[str], says: list[str]
) -> None:
    pks("sign", "tiga", "--party", "rsj", "--date", "2026-02-12", "--number", "445/7", "--place", "Desa",
        "--starts", "2026-03-01")  # fmt: skip
    before = three.read_bytes()
    code, out, err = pks("sign", "tiga", "--party", "rsj", *arguments)
    assert (code, out) == (5, "")
    for words in says:
        assert words in err
    assert three.read_bytes() == before
    assert log() == "tiga: signed by rsj"


@pytest.mark.usefixtures("three")
def test_all_signed_otherwise_is_refused_with_every_place(pks: Run) -> None:
    pks("sign", "tiga", "--all", "--date", "2026-02-12")
    code, _, err = pks("sign", "tiga", "--all", "--date", "2026-02-14")
    assert code == 5
    assert err == (
        "tiga\npks: tiga: 1 thing is recorded otherwise, so nothing was written:\n"
        "  signing.date is recorded as 2026-02-12; to correct it: `pks set tiga signing.date=2026-02-14`\n"
    )
    code, _, err = pks("sign", "tiga", "--party", "rsj", "--date", "2026-02-14")
    assert (code, "signing.date is recorded as 2026-02-12" in err) == (5, True)


def test_the_same_again_changes_nothing_and_a_missing_office_is_added(pks: Run, three: Path) -> None:
    given = ["sign", "tiga", "--party", "rsj", "--date", "2026-02-12", "--number", "445/7/RSJ"]
    pks(*given)
    text = three.read_bytes()
    assert pks(*given[:-1], "445/7/rsj").err == "tiga\ntiga: nothing changed\n"
    assert three.read_bytes() == text
    pks("sign", "tiga", "--party", "rsj", "--office", "Direktur", "--name", "dr. Contoh")
    assert b"    signatory: {name: dr. Contoh, office: Direktur}\n" in three.read_bytes()
    assert log() == "tiga: signing recorded"


def test_of_several_signatories_the_one_who_is_meant_is_found(pks: Run, register: Path) -> None:
    several = "    signatory:\n      - {name: Satu, office: Bupati}\n      - {name: Dua, office: Wakil}\n"
    file = keep(register, "tiga", after(second=several))
    assert pks("sign", "tiga", "--party", "rsj", "--name", "Dua", "--office", "Wakil").code == 0
    assert file.read_text() == after(second=f"{several}    signed: 2026-03-01\n")
    code, _, err = pks("sign", "tiga", "--party", "rsj", "--name", "Tiga")
    assert (code, "parties.rsj.signatory.1.name is recorded as Satu, Bupati; Dua, Wakil" in err) == (5, True)


def test_a_list_of_one_signatory_is_completed_in_place(pks: Run, register: Path) -> None:
    file = keep(register, "tiga", after(second="    signatory:\n      - {office: Bupati}   # tetap\n"))
    pks("sign", "tiga", "--party", "rsj", "--capacity", "Plh")
    assert "      - {office: Bupati, capacity: Plh}   # tetap\n" in file.read_text()


def test_dry_run_shows_the_change_and_the_term_that_would_be(pks: Run, three: Path) -> None:
    before = three.read_bytes()
    code, out, err = pks("sign", "tiga", "--all", "--dry-run")
    assert code == 0
    assert "+signing: {date: 2026-03-01}\n" in out
    assert err == f"tiga\nonly tried; nothing was written\n{NO_START}"
    assert three.read_bytes() == before
    assert log() == "tiga"


DOUBTFUL = [
    ({}, ["--date", "2026-04-01"], "the day of signing, 1 April 2026, is still to come"),
    ({}, ["--date", "2026-01-10"], "is before the facilitation meeting of 20 January 2026"),
    ({"outcome: none": "outcome: corrections"}, [], "corrections are still open"),
    ({TAIL: "term: {length: 2 years}\n"}, [], "no facilitation meeting is recorded: `pks meet tiga`"),
    ({}, ["--starts", "2026-02-20"], "it starts on 20 February 2026, before it was signed on 1 March 2026"),
    ({}, ["--starts", "2026-01-20"], "signed only on 1 March 2026, 40 days after it started on 20 January 2026"),
    ({"stage: corrections}": "stage: corrections, closed: withdrawn}"}, [], "tiga was closed on 25 January 2026"),
    ({}, ["--number", "rsj=445/7/I/2026"], "445/7/I/2026"),
    ({}, ["--number", "rsj=9/2026"], "lain"),
]


@pytest.mark.parametrize(("edits", "arguments", "says"), DOUBTFUL)
def test_doubts_are_said_and_never_block(
    pks: Run, register: Path, edits: dict[str, str], arguments: list[str], says: str
) -> None:
    text = HEAD + TAIL + HISTORY
    for old, new in edits.items():
        text = text.replace(old, new)
    keep(register, "lain", HEAD.replace("Rujukan", "Lain").replace("    x-kode", "    x-a").replace(
        "    signatory: {office: Direktur}\n", "    number: 9/2026\n") + HISTORY)  # fmt: skip
    file = keep(register, "tiga", text)
    code, _, err = pks("sign", "tiga", "--all", *arguments)
    assert (code, file.read_text() != text) == (0, True)
    assert says in err


def test_an_office_that_holds_no_meetings_and_what_ran_already_are_not_asked_for_one(pks: Run, register: Path) -> None:
    ran = "history: [{date: 2026-01-05, stage: reporting, imported: true}]\n"
    keep(register, "tiga", HEAD + "term: {length: 1 year}\n" + ran)
    assert "meeting" not in pks("sign", "tiga", "--all").err
    (register / ".pks" / "office.yaml").write_text("office: RSJ\nprofile: partner\n")
    keep(register, "dua", HEAD + "term: {length: 1 year}\n" + HISTORY)
    assert "meeting" not in pks("sign", "dua", "--all").err


@pytest.mark.usefixtures("three")
def test_personal_data_in_a_name_is_noticed(pks: Run) -> None:
    err = pks("sign", "tiga", "--party", "rsj", "--name", "dr. Contoh NIP 198001012005011001").err
    assert "warning: a staff number (NIP, NRP) is written here (…01)" in err


def test_a_start_after_the_written_end_is_refused(pks: Run, register: Path) -> None:
    file = keep(register, "tiga", HEAD + "term: {ends: 2026-02-01}\n" + HISTORY)
    before = file.read_bytes()
    code, out, err = pks("sign", "tiga", "--all", "--starts", "2026-03-01")
    assert (code, out) == (5, "")
    assert "tiga would end on 1 February 2026, before it starts on 1 March 2026" in err
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["--all", "--party", "rsj"], ["--party", "klinik"], ["--party", "contoh"], ["--all", "--number", "445/7"],
        ["--party", "rsj", "--number", "dinkes=4"], ["--party", "rsj", "--number", " "], ["--all", "--name", "A"],
        ["--party", "rsj", "--date", "2026-02-30"], ["--party", "rsj", "--capacity", "Wakil"],
        ["--party", "rsj", "--copies", "0"], ["--party", "rsj", "--place", ""],
        ["--party", "rsj", "--party", "dinkes", "--number", "rsud=3"],
    ],
)  # fmt: skip
def test_arguments_that_do_not_fit_are_usage_errors(pks: Run, three: Path, arguments: list[str]) -> None:
    before = three.read_bytes()
    assert pks("sign", "tiga", *arguments)[:2] == (2, "")
    assert three.read_bytes() == before


def fourteen(signed: int) -> str:
    """An agreement of fourteen districts, the first of which have signed."""
    parties = [
        f"  - {{name: Kabupaten Contoh {n}{', signed: 2026-02-01' if n <= signed else ''}}}\n" for n in range(1, 15)
    ]
    return f"title: Empat belas\nparties:\n{''.join(parties)}{HISTORY}"


def test_fourteen_districts_sign_one_after_the_other(pks: Run, register: Path) -> None:
    file = keep(register, "banyak", fourteen(0))
    result = pks("--lang", "id", "sign", "banyak", "--party", "contoh-1", "--date", "2026-02-01")
    assert (result.code, result.out) == (0, (
        "banyak: sudah ditandatangani Kabupaten Contoh 1\n"
        "banyak: baru 1 dari 14 pihak menandatangani; ditunggu: Kabupaten Contoh 2, Kabupaten Contoh 3, "
        "Kabupaten Contoh 4 dan 10 pihak lain\n"
    ))  # fmt: skip
    assert file.read_text() == fourteen(1)
    rest = [word for n in range(2, 14) for word in ("--party", f"contoh-{n}")]
    assert pks("sign", "banyak", *rest, "--date", "2026-02-01").code == 0
    assert (file.read_text(), log()) == (fourteen(13), "banyak: signed by 12 parties")
    assert "all of them" in pks("sign", "banyak", "--all", "--date", "2026-02-01").out
    assert file.read_text() == fourteen(14)


def test_a_person_is_asked_who_when_and_from_when_it_holds(three: Path) -> None:
    terminal = Terminal("sign", "tiga", "--place", "Desa")
    shown = terminal.until("Who has signed (keys, with commas between; all): ")
    assert shown.splitlines()[:4] == [
        "tiga",
        "dinkes  Dinas Kesehatan Kabupaten Contoh",
        "rsj  Rumah Sakit Jiwa Provinsi",
        "rsud-contoh  RSUD Contoh",
    ]
    terminal.types("klinik\n")
    terminal.until("no party is `klinik`")
    terminal.types("ALL\n")
    terminal.until("Signed on [2026-03-01]: ")
    terminal.types("2026-02-12\n")
    asked = " ".join(terminal.until("not known) [2026-02-12]: ").split())
    assert "If it starts on the day of signing: in force 12 February 2026 to 11 February 2028." in asked
    terminal.types("\n")
    code, shown = terminal.ends()
    assert code == 0
    assert max(map(len, shown.splitlines())) < 80
    assert "signed by 3 parties, all of them; in force 12 February 2026 to 11 February 2028" in " ".join(shown.split())
    tail = TAIL.replace("term:\n", "term:\n  starts: 2026-02-12\n") + "signing: {date: 2026-02-12, place: Desa}\n"
    assert three.read_text() == after(tail=tail)


def test_a_person_may_leave_the_start_open_or_name_another_day(three: Path) -> None:
    terminal = Terminal("--lang", "id", "sign", "tiga", "--all", "--dry-run")
    terminal.until("Mulai berlaku tanggal (- bila belum diketahui) [2026-03-01]: ")
    terminal.types("besok\n")
    terminal.until("`besok` bukan tanggal")
    terminal.types("2026-04-01\n")
    assert "starts: 2026-04-01" in terminal.ends()[1]
    terminal = Terminal("sign", "tiga", "--all")
    terminal.until("]: ")
    terminal.types("-\n")
    assert "the start is not stated" in terminal.ends()[1]
    assert "starts" not in three.read_text()


@pytest.mark.parametrize("answers", [[], ["rsj\n"], ["rsj\n", "\n"]])
def test_a_person_who_turns_away_leaves_no_trace(three: Path, answers: list[str]) -> None:
    before = three.read_bytes()
    terminal = Terminal("sign", "tiga")
    for prompt, answer in zip(["all): ", "]: "], answers, strict=False):
        terminal.until(prompt)
        terminal.types(answer)
    terminal.until(": ")
    terminal.types("\x03")
    assert terminal.ends()[0] == 130
    assert three.read_bytes() == before
    assert (log(), git("status", "--porcelain")) == ("tiga", "")


@pytest.mark.usefixtures("three")
def test_a_half_signed_text_shows_everywhere(pks: Run) -> None:
    pks("sign", "tiga", "--party", "dinkes", "--date", "2026-02-10")
    names = "Rumah Sakit Jiwa Provinsi and RSUD Contoh"
    assert f"in preparation; 1 of 3 parties have signed, still to sign: {names}" in pks("show", "tiga").out
    assert "\twaiting for rsj (1 of 3 signed)\t" in pks("list").out
    assert "\twaiting for rsj (1 of 3 signed)\t" in pks("board").out
    brief = pks("brief").out
    assert "- 1 agreement is signed by some of the parties, not by all.\n" in brief
    assert f"“Rujukan pasien” is signed by 1 of 3 parties; waiting for {names} since 10 February 2026" in brief
    due = pks("due", "--kind", "stage").out
    assert "1 of 3 parties have signed, waiting for Rumah Sakit Jiwa Provinsi" in due
    assert "pks sign tiga --party rsj\n" in due
    shown = pks("next", "tiga").out
    assert "`pks sign tiga --party rsud-contoh --date DATE`" in shown
    assert "Register\t1\tsigned by some parties, not by all\n" in pks("stats").out
    assert "half_signed" not in json.loads(pks("stats", "--json").out)
    pks("sign", "tiga", "--all")
    for command in (["show", "tiga"], ["list"], ["board"], ["brief"], ["stats"]):
        assert "1 of 3" not in pks(*command).out
        assert "signed by some" not in pks(*command).out


@pytest.mark.usefixtures("three")
def test_the_timeline_of_a_half_signed_text_says_so_on_a_screen(pks: Run) -> None:
    pks("sign", "tiga", "--party", "dinkes", "--starts", "2026-03-01")
    code, shown = Terminal("timeline").ends()
    assert (code, "1 of 3 signed" in shown) == (0, True)


@pytest.mark.usefixtures("three")
def test_the_fixes_of_the_gate_can_be_typed(pks: Run) -> None:
    missing = json.loads(pks("next", "tiga", "--json").out)["missing"]
    fix = next(one["fix"] for one in missing if one["code"] == "party-unsigned")
    assert fix == (
        "`pks sign tiga --party dinkes --date DATE`; if all signed on one day: `pks sign tiga --all --date DATE`"
    )
    for command in fix.split("`")[1::2]:
        assert pks(*command.replace("DATE", "2026-02-12").split()[1:]).code == 0
    missing = json.loads(pks("next", "tiga", "--json").out)["missing"]
    assert "party-unsigned" not in [one["code"] for one in missing]


def test_a_broken_file_is_refused_where_it_is_broken(pks: Run, register: Path) -> None:
    keep(register, "tiga", HEAD + "term: {starts: 2026-02-30}\n" + HISTORY)
    code, out, err = pks("sign", "tiga", "--all")
    assert (code, out) == (4, "")
    assert "agreements/tiga.yaml:14:16:" in err
