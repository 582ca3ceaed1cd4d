"""`pks letter`: official letters from templates the office can edit."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from pks.outputs.letter_kinds import shipped
from pks.store.disk.replace import replace_all
from pks.workflow import save
from tests.cli.processes import Terminal
from tests.conftest import Run, git
from tests.outputs.letter_templates import rows, template, texts

OFFICE = "office: Bagian Tata Pemerintahan\nregion: Kabupaten Contoh\ntier: regency\n"
RAPAT = """\
# catatan kantor
title: Magang dan penelitian
instrument: PKS
lead: [Dinas Sosial, Dinas Kesehatan]
x-kode: 0071
parties:
  - {key: pemkab, name: Pemerintah Kabupaten Contoh, ours: ya}
  - {key: kampus, name: Universitas Contoh}
  - {key: rsj, name: "RSJ A & B"}
scope: [Magang, Penelitian]
facilitation:
  - {date: 2026-02-01, place: Aula, outcome: planned}
  - date: 2025-03-13
    place: Ruang Rapat
    mode: hybrid
    chair: Asisten Pemerintahan
    attendees:
      - Bagian Hukum
      - {unit: Universitas Contoh, mode: online}
    basis: Permendagri 22/2020
    outcome: corrections
  - {date: 2026-03-12, place: Aula Setda, mode: in-person, outcome: planned}
corrections:
  - no: 1
    clause: Pasal 4
    was: Biaya ditanggung PIHAK KEDUA
    becomes: "Biaya <w:br/> {{ 7*7 }} & PARA PIHAK"
    raised: {date: 2025-03-13, by: Bagian Hukum}
    answers: {pemkab: {accepted: 2025-03-14}, rsj: {rejected: 2025-03-15, counter: arbitrase}}
history:
  - {date: 2025-03-01, stage: facilitation}
"""
JALAN = """\
title: Rujukan pasien
instrument: PKS
parties:
  - {key: dinkes, name: Dinas Kesehatan, ours: ya, number: 440/1/2024, signed: 2024-06-01}
  - {key: rsj, name: RSJ Contoh, number: 007/RSJ/2024, signed: 2024-06-02}
term: {starts: 2024-06-02, length: 2 tahun, notice: 2 bulan}
registration: {number: REG/2024/014, date: 2024-06-05}
history:
  - {date: 2024-06-05, stage: reporting, imported: true}
"""
DOTS = "." * 32


@pytest.fixture
def folder(register: Path) -> Path:
    """A register on 1 March 2026 with a facilitation by three parties and an agreement that ends; its parent."""
    (register / ".pks" / "office.yaml").write_text(OFFICE)
    (register / "2026-magang.yaml").write_text(RAPAT)
    (register / "2024-rujukan.yaml").write_text(JALAN)
    git("add", "-A")
    git("commit", "-qm", "agreements")
    return register.parent


def own_template(folder: Path, name: str, *paragraphs: str) -> Path:
    place = folder / "agreements" / ".pks" / "templates"
    place.mkdir(exist_ok=True)
    path = place / f"{name}.docx"
    path.write_bytes(template(*paragraphs))
    return path


def test_an_invitation_is_to_the_next_planned_meeting_and_writes_nothing_else(pks: Run, folder: Path) -> None:
    assert pks("letter", "invitation", "magang") == (
        0,
        "2026-magang-invitation.docx\n",
        (
            "2026-magang\n"
            "not recorded, dots are left to fill in by hand: letter_number\n"
            "the letter is in Indonesian, the language of official letters\n"
        ),
    )
    said = texts(folder / "2026-magang-invitation.docx")
    assert said[:2] == ["PEMERINTAH KABUPATEN CONTOH", "BAGIAN TATA PEMERINTAHAN"]
    for words in (
        "..................., 1 Maret 2026", "1.\tPemerintah Kabupaten Contoh", "3.\tRSJ A & B", "4.\tDinas Sosial",
        "Kamis, 12 Maret 2026", "Aula Setda", "tatap muka", DOTS, "1.\tYth. Bupati Contoh (sebagai laporan);",
        "Dalam rangka fasilitasi rancangan Perjanjian Kerja Sama tentang Magang dan penelitian antara:",
    ):  # fmt: skip
        assert words in said
    assert git("status", "--porcelain") == "?? 2026-magang-invitation.docx\n"
    assert (folder / "agreements" / "2026-magang.yaml").read_text() == RAPAT
    assert git("log", "--format=%s") == "agreements\nregister\n"


def test_a_meeting_can_be_named_by_its_day_and_the_letter_given_its_number(pks: Run, folder: Path) -> None:
    out = folder / "undangan.docx"
    result = pks(
        "--lang", "id", "letter", "invitation", "magang", "--date", "2026-02-01", "--number", "100/1/PEM",
        "--out", str(out),
    )  # fmt: skip
    assert result == (0, f"{out}\n", "2026-magang\n")
    assert {"Minggu, 1 Februari 2026", "100/1/PEM"} <= set(texts(out))


def test_minutes_have_the_day_in_words_attendance_and_a_column_for_each_party(pks: Run, folder: Path) -> None:
    assert pks("letter", "minutes", "magang").code == 0
    made = folder / "2026-magang-minutes.docx"
    said = texts(made)
    assert (
        "Pada hari ini, Kamis tanggal tiga belas bulan Maret tahun dua ribu dua puluh lima (13-03-2025), bertempat di "
        "Ruang Rapat, telah dilaksanakan rapat fasilitasi rancangan Perjanjian Kerja Sama tentang Magang dan "
        "penelitian antara:"
    ) in said
    assert (
        "Rapat dipimpin oleh Asisten Pemerintahan dan dilaksanakan secara tatap muka dan daring, berdasarkan "
        "Permendagri 22/2020. Hadir 2 (dua) unit, yaitu 1 (satu) secara tatap muka dan 1 (satu) secara daring."
    ) in said
    assert rows(made, 1) == [
        ["No.", "Pasal", "Semula", "Menjadi", "Alasan", "Pemerintah Kabupaten Contoh", "Universitas Contoh",
         "RSJ A & B", "Keadaan"],
        ["1", "Pasal 4", "Biaya ditanggung PIHAK KEDUA", "Biaya <w:br/> {{ 7*7 }} & PARA PIHAK", "",
         "diterima 14-03-2025", "belum menjawab", "ditolak 15-03-2025; usul: arbitrase", "ditolak"],
    ]  # fmt: skip
    assert rows(made, 2) == [
        ["No.", "Unit kerja / pihak", "Kehadiran", "Tanda tangan"],
        ["1", "Bagian Hukum", "tatap muka", ""],
        ["2", "Universitas Contoh", "daring", ""],
    ]


def test_minutes_of_fourteen_parties_have_fourteen_columns_that_fit_the_page(pks: Run, folder: Path) -> None:
    parties = "".join(f"  - {{key: p{n}, name: Kabupaten Nomor {n}}}\n" for n in range(1, 15))
    before, _, after = RAPAT.partition("parties:\n")
    rest = after[after.index("scope:") :].replace("pemkab:", "p1:").replace("rsj:", "p14:")
    (folder / "agreements" / "2026-magang.yaml").write_text(f"{before}parties:\n{parties}{rest}")
    assert pks("letter", "minutes", "magang").code == 0
    head, row = rows(folder / "2026-magang-minutes.docx", 1)
    assert head[5:19] == [f"Pihak {n}" for n in range(1, 15)]
    assert row[5:19] == ["ya 14-03-2025", *["–"] * 12, "tidak 15-03-2025; usul: arbitrase"]
    import docx  # noqa: PLC0415

    table = docx.Document(str(folder / "2026-magang-minutes.docx")).tables[1]
    assert 295 < sum(column.width.mm for column in table.columns if column.width) <= 300
    assert pks("letter", "invitation", "magang").code == 0
    said = texts(folder / "2026-magang-invitation.docx")
    assert {"(daftar undangan terlampir)", "1 (satu) lembar", "14.\tKabupaten Nomor 14"} <= set(said)
    assert said.count("14.\tKabupaten Nomor 14") == 1
    assert "Pihak 14: Kabupaten Nomor 14." in "".join(texts(folder / "2026-magang-minutes.docx"))


def test_a_notice_has_the_end_the_notice_of_the_text_and_what_was_decided(pks: Run, folder: Path) -> None:
    assert pks("letter", "notice", "rujukan").code == 0
    made = folder / "2024-rujukan-notice.docx"
    said = texts(made)
    assert (
        "Bersama ini kami beritahukan bahwa Perjanjian Kerja Sama berikut ini akan berakhir 92 (sembilan puluh dua) "
        "hari lagi:"
    ) in said
    assert "Pihak Kedua" in said
    assert "Senin, 1 Juni 2026" in said
    assert (
        "Menurut naskah, kehendak untuk memperpanjang atau mengakhiri kerja sama diberitahukan secara tertulis paling "
        "lambat 2 bulan sebelum jangka waktu berakhir, yaitu tanggal 1 April 2026."
    ) in said
    assert any("paling lambat tanggal 1 Maret 2026" in one for one in said)
    path = folder / "agreements" / "2024-rujukan.yaml"
    path.write_text(JALAN.replace("history:", "renewal: {intent: stop}\nhistory:"))
    assert pks("--today", "2026-06-02", "letter", "notice", "rujukan", "--force").code == 0
    said = texts(made)
    assert "Pemberitahuan berakhirnya kerja sama" in said
    assert any("telah berakhir 1 (satu) hari yang lalu" in one for one in said)
    assert any("tidak diperpanjang" in one for one in said)


@pytest.mark.parametrize(
    ("arguments", "reasons"),
    [
        (
            ("invitation", "rujukan"),
            "  a planned meeting: pks meet 2024-rujukan --date DATE --place PLACE --outcome planned\n",
        ),
        (
            ("invitation", "rujukan", "--date", "2026-03-05"),
            "  a meeting on 5 March 2026: pks meet 2024-rujukan --date 2026-03-05 --place PLACE --outcome planned\n",
        ),
        (
            ("minutes", "magang", "--date", "2026-03-12"),
            (
                "  the outcome of the meeting of 12 March 2026: pks meet 2026-magang --date 2026-03-12 "
                "--outcome corrections, or none\n"
                "  who chaired the meeting of 12 March 2026: pks meet 2026-magang --date 2026-03-12 --chair WHO\n"
                "  who attended the meeting of 12 March 2026: pks meet 2026-magang --date 2026-03-12 --attendee UNIT\n"
            ),
        ),
        (
            ("minutes", "rujukan"),
            (
                "  a meeting that was held: pks meet 2024-rujukan --date DATE --chair WHO --attendee UNIT "
                "--outcome OUTCOME\n"
            ),
        ),
        (
            ("notice", "magang"),
            (
                "  the signature of every party: pks sign 2026-magang --all\n"
                "  the last day in force: pks set 2026-magang term.ends=DATE\n"
            ),
        ),
    ],
)
def test_what_a_letter_cannot_do_without_is_refused_with_the_command_that_records_it(
    pks: Run, folder: Path, arguments: tuple[str, ...], reasons: str
) -> None:
    kind, id_ = arguments[0], {"rujukan": "2024-rujukan", "magang": "2026-magang"}[arguments[1]]
    refusal = f"pks: {id_}: the letter {kind} cannot be written yet, something is not recorded\n"
    assert pks("letter", *arguments) == (5, "", f"{id_}\n{refusal}{reasons}")
    assert list(folder.glob("*.docx")) == []


def test_planned_days_that_are_past_a_closed_agreement_and_an_office_without_a_name_are_told(
    pks: Run, folder: Path
) -> None:
    result = pks("--lang", "id", "--today", "2026-04-01", "letter", "invitation", "magang")
    assert (result.code, result.err.splitlines()[-1]) == (
        5,
        (
            "  rapat yang akan datang; rencana terakhir, 12 Maret 2026, sudah lewat: "
            "pks meet 2026-magang --date TANGGAL --outcome planned, atau --date 2026-03-12"
        ),
    )
    path = folder / "agreements" / "2024-rujukan.yaml"
    path.write_text(JALAN + "  - {date: 2026-01-01, stage: reporting, closed: agreed}\n")
    (folder / "agreements" / ".pks" / "office.yaml").write_text("tier: regency\n")
    result = pks("letter", "notice", "rujukan")
    assert result.code == 5
    assert result.err.splitlines()[-2:] == [
        "  the name of the office: write `office:` in agreements/.pks/office.yaml",
        (
            "  an agreement that is not over; this one was closed on 1 January 2026: "
            "pks back 2024-rujukan --to reporting --reason WHY"
        ),
    ]


def test_a_file_that_is_there_is_kept_unless_forced_and_a_folder_must_be_there(pks: Run, folder: Path) -> None:
    there = folder / "2024-rujukan-notice.docx"
    there.write_text("milik orang")
    assert pks("letter", "notice", "rujukan") == (
        6, "", ("2024-rujukan\npks: 2024-rujukan-notice.docx is already there; choose another name, "
        "or add --force to replace it\n"),
    )  # fmt: skip
    assert there.read_text() == "milik orang"
    assert pks("letter", "notice", "rujukan", "--force").code == 0
    assert there.read_bytes().startswith(b"PK")
    assert pks("letter", "notice", "rujukan", "--out", "tidak/ada.docx") == (
        7, "", "2024-rujukan\npks: there is no folder tidak\n",
    )  # fmt: skip
    assert pks("letter", "notice", "rujukan", "--out", "surat.pdf") == (
        2, "", "pks: a letter is written as .docx, not as surat.pdf\n",
    )  # fmt: skip
    assert not there.with_name("surat.pdf").exists()


def test_any_template_of_the_office_is_a_kind_and_one_of_the_same_name_is_used_instead(pks: Run, folder: Path) -> None:
    own_template(folder, "kuasa", "Kuasa untuk {{ title }}", "{{ purpose }}")
    own_template(folder, "notice", "Versi kantor {{ id }}")
    (folder / "agreements" / ".pks" / "templates" / "~$notice.docx").write_text("lock")
    assert pks("letter", "--templates") == (
        0,
        (
            "Letter\tFor\tTemplate\n"
            "invitation\tinvitation to a facilitation meeting\tcomes with pks\n"
            "minutes\tminutes, attendance, correction matrix\tcomes with pks\n"
            "notice\tnotice of the end and the renewal\tagreements/.pks/templates/notice.docx\n"
            "kuasa\tthis office's own\tagreements/.pks/templates/kuasa.docx\n"
        ),
        "",
    )
    result = pks("--lang", "id", "letter", "KUASA", "rujukan")
    assert result == (
        0, "2024-rujukan-kuasa.docx\n",
        "2024-rujukan\nbelum dicatat, diisi dengan tangan di titik-titik: purpose\n",
    )  # fmt: skip
    assert texts(folder / "2024-rujukan-kuasa.docx") == ["Kuasa untuk Rujukan pasien", DOTS]
    assert pks("letter", "notice", "rujukan").code == 0
    assert texts(folder / "2024-rujukan-notice.docx") == ["Versi kantor 2024-rujukan"]


def test_a_template_with_an_unknown_placeholder_is_named_and_nothing_is_written(pks: Run, folder: Path) -> None:
    own_template(folder, "kuasa", "{{ judul }}")
    assert pks("letter", "kuasa", "rujukan") == (
        4, "", ("2024-rujukan\npks: the template agreements/.pks/templates/kuasa.docx cannot be used\n"
        "  unknown placeholder judul; pks letter --fields lists them\n"),
    )  # fmt: skip
    own_template(folder, "kuasa").write_text("bukan docx")
    assert pks("letter", "kuasa", "rujukan").code == 4
    assert list(folder.glob("*.docx")) == []


COPIED = "agreements/.pks/templates/notice.docx"


def test_a_template_is_copied_once_to_be_edited_in_a_commit_of_its_own(pks: Run, folder: Path) -> None:
    assert pks("letter", "notice", "--copy-template") == (
        0, f"{COPIED}\n",
        f"template copied to {COPIED}; edit it in Word and keep what is in curly braces\n",
    )  # fmt: skip
    assert (folder / COPIED).read_bytes() == shipped("notice")
    assert git("log", "-1", "--format=%s", "--name-only") == f"register: template notice for letters\n\n{COPIED}\n"
    (folder / COPIED).write_bytes(template("diubah"))
    assert pks("letter", "notice", "--copy-template") == (
        6, "", f"pks: {COPIED} is already there; edit it, or add --force to replace it\n",
    )  # fmt: skip
    assert texts(folder / COPIED) == ["diubah"]
    assert pks("letter", "notice", "--copy-template", "--force").code == 0
    assert (folder / COPIED).read_bytes() == shipped("notice")
    assert git("log", "-3", "--format=%s").splitlines() == [
        "register: template notice for letters", "notice: edited by hand", "register: template notice for letters",
    ]  # fmt: skip
    assert pks("letter", "notice", "--copy-template", "--force").err.startswith(f"{COPIED}: nothing changed\n")
    assert git("log", "--format=%s").splitlines()[3] == "agreements"
    own_template(folder, "kuasa", "x")
    assert pks("letter", "kuasa", "--copy-template").code == 2


def test_a_copy_of_a_template_may_be_tried_and_left_out_of_git(pks: Run, folder: Path) -> None:
    before = git("rev-parse", "HEAD")
    assert pks("letter", "notice", "--copy-template", "--dry-run") == (
        0, f"Binary files /dev/null and b/{COPIED} differ\n", "only tried; nothing was written\n",
    )  # fmt: skip
    assert not (folder / COPIED).parent.exists()
    assert pks("letter", "notice", "--copy-template", "--no-commit").code == 0
    assert (folder / COPIED).read_bytes() == shipped("notice")
    assert (git("rev-parse", "HEAD"), git("status", "--porcelain")) == (before, "?? agreements/.pks/templates/\n")
    assert pks("letter", "notice", "rujukan", "--dry-run") == (
        2, "", ("pks: --dry-run and --commit go with --copy-template alone; "
        "a letter itself is no part of the register\n"),
    )  # fmt: skip
    assert not (folder / "2024-rujukan-notice.docx").exists()


def test_a_template_is_copied_by_the_only_writer(
    pks: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    held: list[bool] = []

    def watched(*given: Any, **named: Any) -> None:
        held.append(FileLock(folder / "agreements" / ".pks" / "cache" / "lock", is_singleton=True).is_locked)
        replace_all(*given, **named)

    monkeypatch.setattr(save, "replace_all", watched)
    assert pks("letter", "notice", "--copy-template").code == 0
    assert held == [True]


@pytest.mark.usefixtures("folder")
def test_bad_arguments_are_told(pks: Run) -> None:
    assert pks("letter", "notice").code == 2
    assert pks("letter").code == 2
    assert pks("letter", "--fields", "--templates") == (
        2, "", "pks: choose one of --templates, --fields and --copy-template\n",
    )  # fmt: skip
    assert pks("letter", "../notice", "rujukan") == (
        2, "", ("pks: there is no letter ../notice, but invitation, minutes and notice; "
        "templates of your own go into agreements/.pks/templates\n"),
    )  # fmt: skip
    assert pks("letter", "notice", "tidak-ada").code == 3
    assert pks("letter", "invitation", "magang", "--date", "2026-02-30").code == 2


def test_the_placeholders_are_listed_in_both_languages(pks: Run) -> None:
    english, indonesian = pks("letter", "--fields"), pks("--lang", "id", "letter", "--fields")
    assert (english.code, indonesian.code) == (0, 0)
    assert "{{ term.ends }}\tlast day in force\t11 Februari 2028\n" in english.out
    assert "{{ term.ends }}\thari terakhir berlaku\t11 Februari 2028\n" in indonesian.out
    assert "{% for each in one.answers %}\teach party's answer, in party order\t\n" in english.out


def test_a_broken_neighbour_is_named_and_a_broken_file_itself_is_refused(pks: Run, folder: Path) -> None:
    (folder / "agreements" / "rusak.yaml").write_text("title: [\n")
    result = pks("letter", "notice", "rujukan")
    assert result.code == 0
    assert "agreements/rusak.yaml:" in result.err
    assert pks("letter", "notice", "rusak").code == 4


def test_without_the_library_it_says_what_to_install(pks: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "docxtpl", None)
    result = pks("letter", "notice", "rujukan")
    assert (result.code, result.out) == (7, "")
    assert "docxtpl" in result.err
    assert list(folder.glob("*.docx")) == []


def test_on_a_terminal_the_kind_and_the_agreement_are_asked_for_and_cancelling_leaves_nothing(folder: Path) -> None:
    terminal = Terminal("letter")
    terminal.until("Which letter: ")
    terminal.types("surat\n")
    terminal.until("there is no letter surat")
    terminal.until("Which letter: ")
    terminal.types("notice\n")
    terminal.until(": ")
    terminal.types("\x03")
    assert terminal.ends()[0] == 130
    assert list(folder.glob("*.docx")) == []


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_another_program_opens_all_three_letters(pks: Run, folder: Path) -> None:
    for kind, id_ in (("invitation", "magang"), ("minutes", "magang"), ("notice", "rujukan")):
        assert pks("letter", kind, id_, "--out", f"{kind}.docx").code == 0
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "pdf", f"{kind}.docx"], check=True, capture_output=True,
            timeout=120,
        )  # fmt: skip
        assert (folder / f"{kind}.pdf").read_bytes().startswith(b"%PDF")
