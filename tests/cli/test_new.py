"""`pks new`: a draft with only the keys given."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.processes import Terminal
from tests.conftest import Run, git

HISTORY = "history:\n  - {date: 2026-03-01, stage: draft}\n"
ONE_PARTY = f"parties:\n  - key: a\n    name: A\n\n{HISTORY}"


def test_a_new_agreement_holds_what_was_said_and_its_id_alone_is_printed(pks: Run, register: Path) -> None:
    result = pks(
        "new", "Pelayanan kesehatan jiwa", "--party", "dinsos=Dinas Sosial", "--party", "Rumah Sakit Jiwa",
        "--instrument", "pks", "--sector", "kesehatan", "--scope", "Rujukan", "--ours", "dinsos",
        "--length", "2 tahun", "--by", "Bagian Tapem",
    )  # fmt: skip
    assert result == (0, "2026-dinsos-rumah-sakit-jiwa-pelayanan-kesehatan\n", "")
    assert (
        (register / "2026-dinsos-rumah-sakit-jiwa-pelayanan-kesehatan.yaml").read_text()
        == """\
title: Pelayanan kesehatan jiwa
instrument: PKS
sectors: [kesehatan]

parties:
  - key: dinsos
    name: Dinas Sosial
    ours: true
  - key: rumah-sakit-jiwa
    name: Rumah Sakit Jiwa

scope:
  - Rujukan

term:
  length: 2 tahun

history:
  - {date: 2026-03-01, stage: draft, by: Bagian Tapem}
"""
    )
    assert git("log", "--format=%s", "-1") == "2026-dinsos-rumah-sakit-jiwa-pelayanan-kesehatan: draft\n"
    assert git("status", "--porcelain") == ""


def test_every_option_has_its_place(pks: Run, register: Path) -> None:
    pks("new", "Induk", "--party", "X", "--id", "2020-induk")
    result = pks(
        "new", "Semua", "--party", "a=A", "--party", "b=B", "--instrument", "PKS", "--cooperation", "ksdd",
        "--sector", "Kesehatan", "--sector", "sosial", "--scope", "S1", "--scope", "S2", "--lead", "L1", "--lead", "L2",
        "--length", "6 bulan", "--starts", "2026-04-01", "--ends", "2026-09-30", "--until", "gedung selesai",
        "--under", "INDUK", "--cluster", "K: 1", "--ours", "b", "--stage", "corrections", "--date", "2026-02-01",
        "--by", "Ani", "--note", "lewat, rapat", "--id", "2026.semua",
    )  # fmt: skip
    assert result == (0, "2026.semua\n", "2020-induk\n")
    assert (
        (register / "2026.semua.yaml").read_text()
        == """\
title: Semua
instrument: PKS
cooperation: KSDD
sectors: [kesehatan, sosial]
lead: [L1, L2]
under: 2020-induk
cluster: "K: 1"

parties:
  - key: a
    name: A
  - key: b
    name: B
    ours: true

scope:
  - S1
  - S2

term:
  starts: 2026-04-01
  length: 6 bulan
  ends: 2026-09-30
  until: gedung selesai

history:
  - {date: 2026-02-01, stage: corrections, by: Ani, note: "lewat, rapat", imported: true}
"""
    )
    assert git("log", "--format=%s", "-1") == "2026.semua: corrections\n"


def test_an_agreement_that_runs_already_is_one_imported_entry(pks: Run, register: Path) -> None:
    assert pks("new", "T", "--party", "A", "--stage", "reporting", "--date", "2024-05-06") == (0, "2024-a-t\n", "")
    assert (
        (register / "2024-a-t.yaml")
        .read_text()
        .endswith("history:\n  - {date: 2024-05-06, stage: reporting, imported: true}\n")
    )


def test_a_later_stage_without_a_date_is_refused(pks: Run, register: Path) -> None:
    assert pks("new", "T", "--party", "A", "--stage", "reporting") == (
        2, "", "pks: --stage reporting needs --date: since when it has been in that stage\n"
    )  # fmt: skip
    assert agreements(register) == []


def test_it_goes_where_the_office_puts_its_files(pks: Run, register: Path) -> None:
    (register / ".pks" / "office.yaml").write_text('folder: "{year}"\n')
    assert pks("new", "T", "--party", "A") == (0, "2026-a-t\n", "")
    assert agreements(register) == ["2026/2026-a-t.yaml"]
    assert git("show", "--name-only", "--format=") == "agreements/2026/2026-a-t.yaml\n"


def test_a_folder_outside_the_register_is_refused(pks: Run, register: Path) -> None:
    (register / ".pks" / "office.yaml").write_text('folder: "../{year}"\n')
    result = pks("new", "T", "--party", "A")
    assert (result.code, result.out) == (4, "")
    assert "agreements/.pks/office.yaml:1:9: `../{year}` cannot be where files go" in result.err
    assert not (register.parent / "2026").exists()


@pytest.mark.parametrize("folder", [".git", "x.files", "a//b", "{foo}", "a/../b", "/srv", "{year.__class__}"])
def test_a_folder_that_the_register_would_not_look_into_is_refused(pks: Run, register: Path, folder: str) -> None:
    (register / ".pks" / "office.yaml").write_text(f'folder: "{folder}"\n')
    assert pks("new", "T", "--party", "A").code == 4
    assert agreements(register) == []


@pytest.mark.parametrize("folder", ["dinsos", "{year}", "dinsos/{year}", "th-{year}"])
def test_a_folder_by_year_is_made_and_found_again(pks: Run, register: Path, folder: str) -> None:
    (register / ".pks" / "office.yaml").write_text(f'folder: "{folder}"\ncommit: false\n')
    assert pks("new", "T", "--party", "A", "--id", "x").code == 0
    assert (register / folder.replace("{year}", "2026") / "x.yaml").is_file()
    assert pks("show", "x").code == 0


@pytest.mark.parametrize(
    "id_", ["", "A", "a_b", "-a", "a-", "a..b", "../a", "a/b", "nul", "com1.x", "x.files", "a" * 81, "é", "a\n"]
)
def test_what_is_no_id_is_refused(pks: Run, register: Path, id_: str) -> None:
    result = pks("new", "T", "--party", "A", f"--id={id_}")
    assert (result.code, result.out) == (2, "")
    assert "is no id: use lower-case letters, digits, dots and hyphens, at most 80" in result.err
    assert agreements(register) == []


@pytest.mark.parametrize("there", ["2020-x.yaml", "lama/2020-x.yaml", "2020-X.yaml", "lama/2020-X.YAML", "2020-x.yml"])
def test_an_id_that_a_file_has_in_any_folder_and_case_is_taken(pks: Run, register: Path, there: str) -> None:
    path = register / there
    path.parent.mkdir(exist_ok=True)
    path.write_text(ONE_PARTY)
    assert pks("new", "T", "--party", "A", "--id", "2020-x") == (
        6, "", f"pks: id 2020-x is taken by agreements/{there}; choose another, such as --id 2020-x-2\n"
    )  # fmt: skip
    assert agreements(register) == [there]


@pytest.mark.usefixtures("register")
def test_a_default_id_that_is_taken_is_refused_too(pks: Run) -> None:
    assert pks("new", "T", "--party", "A").code == 0
    result = pks("new", "T", "--party", "A")
    assert (result.code, result.out) == (6, "")
    assert "--id 2026-a-t-2" in result.err


def test_like_takes_over_what_they_share_and_not_what_happened(pks: Run, register: Path) -> None:
    (register / "2020-lama.yaml").write_text("""\
title: Lama
purpose: bersama
instrument: PKS
cooperation: KSDD
mandatory: true
sectors: [kesehatan]
lead: [Dinkes, Dinsos]
legal_basis: [PP 28/2018]
under: {text: KB Gubernur, number: 12}
parties:
  - {key: dinsos, name: Dinas Sosial, region: Ketapang, body: regional, ours: true, number: 1/2, signed: 2020-01-02}
  - {name: RSJ, signatory: {name: dr. Ida}}
scope:
  - Rujukan
term: {starts: 2020-01-01, length: 2 tahun, ends: 2021-12-31, review: 6 bulan, notice: 90 hari}
registration: {number: REG/1, date: 2020-01-02}
documents: [{kind: draft, url: "https://x"}]
x-map: lemari
history:
  - {date: 2020-01-01, stage: reporting, imported: true}
""")
    assert pks("new", "Baru", "--like", "lama", "--length", "3 tahun") == (0, "2026-dinsos-rsj-baru\n", "2020-lama\n")
    assert (
        (register / "2026-dinsos-rsj-baru.yaml").read_text()
        == """\
title: Baru
purpose: bersama
instrument: PKS
cooperation: KSDD
mandatory: true
sectors: [kesehatan]
lead: [Dinkes, Dinsos]

legal_basis:
  - PP 28/2018

under: {text: KB Gubernur, number: "12"}

parties:
  - key: dinsos
    name: Dinas Sosial
    region: Ketapang
    body: regional
    ours: true
  - key: rsj
    name: RSJ

scope:
  - Rujukan

term:
  length: 3 tahun
  review: 6 bulan
  notice: 90 hari

history:
  - {date: 2026-03-01, stage: draft}
"""
    )


def test_ours_says_who_we_are_among_the_parties_that_were_taken_over(pks: Run, register: Path) -> None:
    (register / "2020-lama.yaml").write_text(
        "title: Lama\nparties: [{name: A, ours: true}, {key: b, name: B}]\n" + HISTORY
    )
    assert pks("new", "Baru", "--like", "2020-lama", "--ours", "b").code == 0
    assert (
        (register / "2026-a-b-baru.yaml").read_text()
        == f"""\
title: Baru

parties:
  - key: a
    name: A
  - key: b
    name: B
    ours: true

{HISTORY}"""
    )
    assert pks("new", "Lain", "--like", "2020-lama", "--ours", "c") == (
        2, "", "2020-lama\npks: --ours c: no party has that key; there are: a and b\n"
    )  # fmt: skip


def test_like_a_broken_agreement_is_refused(pks: Run, register: Path) -> None:
    (register / "2020-lama.yaml").write_text("title: [\n")
    assert pks("new", "T", "--like", "2020-lama").code == 4
    assert agreements(register) == ["2020-lama.yaml"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--under", "2019-x"], 3, "no agreement `2019-x`"),
        (["--like", "2019-x"], 3, "no agreement `2019-x`"),
        (["--instrument", "Surat"], 2, "--instrument: `Surat` is not one of: KB, PKS"),
        (["--cooperation", "X"], 2, "--cooperation: `X` is not one of: KSDD"),
        (["--sector", "gizi"], 2, "--sector: `gizi` is not one of: pendidikan"),
        (["--stage", "mulai"], 2, "--stage: `mulai` is not one of: draft"),
        (["--length", "lama"], 2, "`lama` is not a length"),
        (["--length", "0 hari"], 2, "`0 hari` is not a length"),
        (["--starts", "2026-02-30"], 2, "`2026-02-30` does not exist in the calendar"),
        (["--ends", "12/02/2026"], 2, "`12/02/2026` is not a date"),
        (
            ["--id", "t", "--starts", "2026-05-01", "--ends", "2026-01-01"], 2,
            "t would end on 1 January 2026, before it starts on 1 May 2026; mend one of the two first",
        ),
        (["--date", "besok"], 2, "--date: `besok` is not a date"),
        (["--ours", "b"], 2, "--ours b: no party has that key; there are: a"),
        (["--party", "a=B"], 2, "party key `a` is used twice"),
        (["--party", " "], 2, "a party's name may not be empty"),
        (["--party", "b="], 2, "a party's name may not be empty"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_and_nothing_is_written(
    pks: Run, register: Path, arguments: list[str], code: int, said: str
) -> None:
    result = pks("new", "T", "--party", "a=A", *arguments)
    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert agreements(register) == []
    assert git("status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "`TITLE` is needed; see `--help`"),
        (["T"], "`--party` is needed; see `--help`"),
        (["--party", "A"], "`TITLE` is needed; see `--help`"),
        (["", "--party", "A"], "the title may not be empty"),
    ],
)
def test_what_is_missing_is_said_where_nobody_can_be_asked(
    pks: Run, register: Path, arguments: list[str], said: str
) -> None:
    assert pks("new", *arguments) == (2, "", f"pks: {said}\n")
    assert agreements(register) == []


@pytest.mark.parametrize(
    "option",
    [
        "TITLE", "--party", "--scope", "--lead", "--length", "--starts", "--ends", "--until", "--under", "--cluster",
        "--ours", "--like", "--id", "--date", "--by", "--note", "--instrument", "--cooperation", "--sector",
    ],
)  # fmt: skip
def test_bytes_that_are_no_text_are_refused_wherever_they_stand(pks: Run, register: Path, option: str) -> None:
    broken = "x\udcff"
    given = [broken, "--party", "A"] if option == "TITLE" else ["T", "--party", "A", option, broken]
    assert pks("new", *given) == (2, "", "pks: `x\\udcff` holds bytes that are not UTF-8 text\n")
    assert agreements(register) == []


@pytest.mark.parametrize(
    "text",
    [
        'kata "kutip" dan \'kutip\'', "a: b", "a # b", "#", "- a", "[a, b]", "{a: b}", "? a", "| a", "> a", "& a",
        "* a", "!a", "% a", "@ a", "` a", "no", "~", "null", "0123", "2026-01-01", "1e3", "12:30", "baris\ndua\n\ntiga",
        "a\tb", "\\n", "😀 keluarga 👨‍👩‍👧", "\u202eabc", "عربى", "a\x1b[31mb", "\x07", "\x85x", "a\u2028b",
        "\ufeffa", "<<<<<<< HEAD", "---", "...",
        "x" * 10_000, "kata " * 2_000, "a,b", "a }", "=", "<<", "%YAML 1.1",
    ],
    ids=lambda text: ascii(text[:20]),
)  # fmt: skip
def test_any_text_comes_back_as_it_was_given(pks: Run, register: Path, text: str) -> None:
    made = pks(
        "new", "--party", f"a={text}", "--party", "B", "--scope", text, "--lead", text, "--cluster", text,
        "--note", text, "--until", text, "--id", "x", "--no-commit", "--", text,
    )  # fmt: skip
    assert made == (0, "x\n", "")
    shown = json.loads(pks("show", "x", "--json").out)
    wanted = text.strip()
    assert shown["title"] == wanted
    assert shown["parties"][0]["name"] == wanted
    assert (shown["scope"], shown["lead"], shown["cluster"]) == ([wanted], [wanted], wanted)
    assert shown["history"][0]["note"] == wanted
    assert shown["term"]["until"] == wanted
    assert "\x1b" not in (register / "x.yaml").read_text()


def test_a_dry_run_shows_the_file_and_writes_nothing(pks: Run, register: Path) -> None:
    result = pks("new", "T", "--party", "A", "--dry-run")
    assert result == (
        0,
        """\
--- /dev/null
+++ b/agreements/2026-a-t.yaml
@@ -0,0 +1,8 @@
+title: T
+
+parties:
+  - key: a
+    name: A
+
+history:
+  - {date: 2026-03-01, stage: draft}
""",
        "only tried; nothing was written\n",
    )
    assert agreements(register) == []
    subprocess.run(["git", "apply", "-"], input=result.out.encode(), check=True)
    tried = (register / "2026-a-t.yaml").read_bytes()
    (register / "2026-a-t.yaml").unlink()
    assert pks("new", "T", "--party", "A").code == 0
    assert (register / "2026-a-t.yaml").read_bytes() == tried


def test_without_a_register_nothing_is_made(pks: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = pks("new", "T", "--party", "A")
    assert (result.code, result.out) == (3, "")
    assert "make one with `pks init`" in result.err
    assert list(tmp_path.iterdir()) == []


def agreements(register: Path) -> list[str]:
    found = (path.relative_to(register) for path in register.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in found if ".pks" not in path.parts)


def test_on_a_terminal_title_parties_instrument_and_cooperation_are_asked_for_in_this_order(register: Path) -> None:
    screen = Terminal("new")
    assert screen.until(": ") == "Title of the agreement: "
    screen.types("Jiwa\n")
    assert screen.until(": ") == "Jiwa\nFirst party: "
    screen.types("dinsos=Dinas Sosial\n")
    assert screen.until("): ") == "dinsos=Dinas Sosial\nParty 2 (leave empty when done): "
    screen.types("RSJ\n")
    assert screen.until("): ") == "RSJ\nParty 3 (leave empty when done): "
    screen.types("\n")
    assert screen.until("): ") == "\nInstrument: KB, PKS, NK, RK, MoU ... (may be empty): "
    screen.types("pks\n")
    assert screen.until("): ") == "pks\nKind of cooperation: KSDD, KSDPK, Sinergi ... (may be empty): "
    screen.types("\n")
    assert screen.ends() == (0, "\n2026-dinsos-rsj-jiwa\n")
    assert (
        (register / "2026-dinsos-rsj-jiwa.yaml").read_text()
        == f"""\
title: Jiwa
instrument: PKS

parties:
  - key: dinsos
    name: Dinas Sosial
  - key: rsj
    name: RSJ

{HISTORY}"""
    )


def test_on_a_terminal_the_questions_are_in_indonesian_too_and_only_what_is_missing_is_asked(register: Path) -> None:
    screen = Terminal("--lang", "id", "new", "Jiwa")
    assert screen.until(": ") == "Pihak Kesatu: "
    screen.types("\nRSJ\n")
    assert screen.until("2 (kosongkan bila selesai): ").count("Pihak Kesatu: ") == 1
    screen.types("\n")
    assert screen.ends() == (0, "\n2026-rsj-jiwa\n")
    assert agreements(register) == ["2026-rsj-jiwa.yaml"]


@pytest.mark.parametrize(
    ("typed", "language", "said"),
    [("\x03", "en", "pks: interrupted\n"), ("\x04", "id", "pks: dihentikan\n")],
    ids=["Ctrl-C", "Ctrl-D"],
)
@pytest.mark.parametrize("answers", [0, 2])
def test_who_breaks_off_the_questions_leaves_nothing(
    register: Path, typed: str, language: str, said: str, answers: int
) -> None:
    screen = Terminal("--lang", language, "new")
    screen.until(": ")
    for number in range(answers):
        screen.types(f"jawaban {number}\n")
        screen.until(": ")
    screen.types(typed)
    code, shown = screen.ends()
    assert code == 130
    assert shown.endswith(said)
    assert "Traceback" not in shown
    assert agreements(register) == []
    assert git("status", "--porcelain") == ""


LIKE_BEFORE = """\
title: Rujukan pasien
instrument: PKS
cooperation: KSDPK
legal_basis: [PP 28/2018]
parties:
  - {key: rsj, name: RSJ, body: region-owned}
  - {key: dinsos, name: Dinas Sosial, ours: ya, number: 1/2, signed: 2025-01-02}
  - {key: klinik, name: Klinik Utama}
  - {key: dinkes, name: Dinas Kesehatan, ours: ya}
scope: [Rujukan]
term: {starts: 2025-01-01, length: 2 tahun}
funding: [{source: APBD, party: dinsos, amount: 100, year: 2025}, {source: partner, party: rsj}]
corrections: [{no: 1, was: a, becomes: b}]
history: [{date: 2025-01-01, stage: reporting, imported: true}]
"""


def test_like_with_a_party_is_the_same_text_with_another_partner_beside_our_own(pks: Run, register: Path) -> None:
    (register / "2025-a.yaml").write_text(LIKE_BEFORE)
    result = pks("new", "--like", "2025-a", "--party", "RSUD Sanggau")
    assert result == (0, "2026-rsud-sanggau-dinsos-rujukan-pasien\n", "2025-a\n")
    assert (
        (register / "2026-rsud-sanggau-dinsos-rujukan-pasien.yaml").read_text()
        == f"""\
title: Rujukan pasien
instrument: PKS
cooperation: KSDPK

legal_basis:
  - PP 28/2018

parties:
  - key: rsud-sanggau
    name: RSUD Sanggau
  - key: dinsos
    name: Dinas Sosial
    ours: ya
  - key: dinkes
    name: Dinas Kesehatan
    ours: ya

scope:
  - Rujukan

term:
  length: 2 tahun

funding:
  - {{source: APBD, party: dinsos}}
  - {{source: partner}}

{HISTORY}"""
    )
    assert (register / "2025-a.yaml").read_text() == LIKE_BEFORE


@pytest.mark.parametrize(
    ("arguments", "keys"),
    [
        (["--party", "x=X", "--party", "Y"], ["x", "y", "dinsos", "dinkes"]),
        (["--party", "dinas  SOSIAL", "--party", "X"], ["dinsos", "x"]),
        (["--party", "rsj"], ["rsj", "dinsos", "dinkes"]),
        (["--party", "X", "--ours", "dinkes"], ["x", "dinsos", "dinkes"]),
        ([], ["rsj", "dinsos", "klinik", "dinkes"]),
    ],
    ids=["two partners", "our own named too", "one that was there", "who is ours", "nobody named"],
)
def test_like_keeps_our_own_parties_unless_they_are_named_too(
    pks: Run, register: Path, arguments: list[str], keys: list[str]
) -> None:
    (register / "2025-a.yaml").write_text(LIKE_BEFORE)
    assert pks("new", "Lain", "--like", "2025-a", "--id", "b", *arguments).code == 0
    parties = json.loads(pks("show", "b", "--json").out)["parties"]
    assert [party["key"] for party in parties] == keys
    assert all(party["body"] == ("region-owned" if party["key"] == "rsj" else None) for party in parties)
    assert all(party["signed"] is None for party in parties)
    assert all(party["number"] == [] for party in parties)


def test_where_nobody_is_marked_as_ours_the_named_parties_are_all(pks: Run, register: Path) -> None:
    (register / "2025-a.yaml").write_text(LIKE_BEFORE.replace(", ours: ya", ""))
    assert pks("new", "--like", "2025-a", "--party", "X", "--party", "Y", "--id", "b").code == 0
    assert [party["key"] for party in json.loads(pks("show", "b", "--json").out)["parties"]] == ["x", "y"]
    assert pks("new", "--like", "2025-a", "--party", "X", "--ours", "dinsos", "--id", "c").code == 0
    parties = json.loads(pks("show", "c", "--json").out)["parties"]
    assert [(party["key"], party["ours"]) for party in parties] == [("x", None), ("dinsos", True)]


def test_the_same_text_with_fourteen_partners_is_fourteen_agreements(pks: Run, register: Path) -> None:
    (register / "2025-a.yaml").write_text(LIKE_BEFORE)
    for number in range(14):
        assert pks("new", "--like", "2025-a", "--party", f"Kabupaten {number}", "--no-commit").code == 0
    assert len(agreements(register)) == 15


def test_an_addendum_is_a_text_of_its_own_with_the_parties_of_the_one_it_amends(pks: Run, register: Path) -> None:
    (register / "2025-a.yaml").write_text(LIKE_BEFORE)
    result = pks("new", "Adendum rujukan", "--amends", "rujukan", "--scope", "Tarif")
    assert result == (0, "2026-rsj-dinsos-adendum-rujukan\n", "2025-a\n")
    assert (
        (register / "2026-rsj-dinsos-adendum-rujukan.yaml").read_text()
        == f"""\
title: Adendum rujukan
instrument: Adendum
cooperation: KSDPK
amends: 2025-a

parties:
  - key: rsj
    name: RSJ
    body: region-owned
  - key: dinsos
    name: Dinas Sosial
    ours: ya
  - key: klinik
    name: Klinik Utama
  - key: dinkes
    name: Dinas Kesehatan
    ours: ya

scope:
  - Tarif

{HISTORY}"""
    )
    assert (register / "2025-a.yaml").read_text() == LIKE_BEFORE


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["T", "--amends", "tidak-ada"], 3, "no agreement `tidak-ada`"),
        (["--amends", "2025-a"], 2, "`TITLE` is needed"),
        (["T", "--amends", "2025-a", "--like", "2025-a"], 2, "--like is for the same text, --amends for an addendum"),
        (["T", "--amends", "a\udcff"], 2, "holds bytes that are not UTF-8 text"),
        (["", "--like", "2025-a"], 2, "the title may not be empty"),
    ],
)
def test_an_addendum_that_does_not_fit_is_refused(
    pks: Run, register: Path, arguments: list[str], code: int, said: str
) -> None:
    (register / "2025-a.yaml").write_text(LIKE_BEFORE)
    result = pks("new", *arguments)
    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert agreements(register) == ["2025-a.yaml"]


def test_an_addendum_asks_for_its_title_alone_on_a_terminal(register: Path) -> None:
    (register / "2025-a.yaml").write_text(LIKE_BEFORE)
    screen = Terminal("--lang", "id", "new", "--amends", "2025-a")
    screen.until("Judul perjanjian: ")
    screen.types("Adendum\n")
    assert screen.ends() == (0, "Adendum\n2026-rsj-dinsos-adendum\n")


def test_a_key_that_is_taken_over_is_said_to_be(pks: Run, register: Path) -> None:
    pks("new", "A", "--party", "dinsos=Dinas Sosial", "--party", "rsj=RSJ", "--ours", "dinsos", "--id", "a")
    said = ("new", "K", "--like", "a", "--party", "dinsos=Baru")
    assert pks(*said) == (
        2, "",
        "a\npks: party key `dinsos` is in use: that party is taken over from a; give the new party another key\n",
    )  # fmt: skip
    assert "diambil dari a" in pks("--lang", "id", *said).err
    assert "`x` is used twice" in pks("new", "K", "--like", "a", "--party", "x=B", "--party", "x=C").err
    assert [one.stem for one in register.rglob("*.yaml") if ".pks" not in one.parts] == ["a"]
