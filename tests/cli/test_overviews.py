"""The register seen as a whole: tree, board, timeline and stats, in both languages, for people and for scripts."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path
from typing import Any

import pytest

from pks.cli.main import main
from pks.outputs.timeline_screen import Scale, scale_for
from tests.conftest import Run

UMBRELLA = """\
title: Kesepakatan bersama kesehatan
instrument: KB
cooperation: KSDD
clusters: [{name: Rujukan}, {name: pelatihan}]
parties:
  - {key: pemda, name: Kabupaten Contoh, ours: ya}
  - {key: prov, name: Provinsi Contoh}
term: {starts: 2023-01-01, length: 5 years}
history:
  - {date: 2022-12-20, stage: reporting, imported: true}
"""
RUN_OUT = """\
title: Rujukan kesehatan jiwa
instrument: PKS
cooperation: KSDD
sectors: [kesehatan, sosial]
lead: Dinas Kesehatan
under: 2023-payung
cluster: rujukan
parties:
  - {key: dinkes, name: Dinas Kesehatan, ours: ya}
  - {key: rsj, name: Rumah Sakit Jiwa}
term: {starts: 2024-02-12, length: 2 years}
signing: {date: 2024-02-10}
history:
  - {date: 2024-01-05, stage: draft}
  - {date: 2024-02-14, stage: reporting}
"""
RENEWAL = """\
title: Rujukan kesehatan jiwa dan rehabilitasi korban napza bagi warga perbatasan
instrument: PKS
cooperation: KSDD
sectors: [kesehatan]
lead: [Dinas Kesehatan, Dinas Sosial]
under: 2023-payung
cluster: rujukan
renews: 2024-rujukan
parties:
  - {key: dinkes, name: Dinas Kesehatan, ours: ya}
  - {key: rsj, name: Rumah Sakit Jiwa}
term: {starts: 2026-04-01, length: 1 year}
corrections:
  - {no: 1, answers: {dinkes: {accepted: 2026-02-25}}}
history:
  - {date: 2026-02-01, stage: draft}
  - {date: 2026-02-20, stage: corrections}
"""
CAMPUS = """\
title: Magang mahasiswa
instrument: PKS
cooperation: KSDPK
sectors: [pendidikan]
under: {text: Nota Kesepahaman Kampus, number: 12/UN/2020}
parties:
  - {key: dinsos, name: Dinas Sosial, ours: ya}
  - {key: kampus, name: Universitas Contoh, signed: 2025-03-30}
term: {starts: 2025-04-01, until: kuliah kerja selesai}
history:
  - {date: 2025-03-01, stage: reporting, imported: true}
"""
DRAFT = """\
title: Bantuan hukum
lead: Bagian Hukum
parties:
  - {key: bagian-hukum, name: Bagian Hukum, ours: ya}
  - {key: kejari, name: Kejaksaan Negeri}
history:
  - {date: 2025-11-20, stage: draft}
"""
UNSIGNED = """\
title: Parkir
instrument: Lainnya
under: 2020-payung-lama
parties:
  - {key: dishub, name: Dinas Perhubungan, ours: ya, signed: 2026-02-26}
  - {key: cv-parkir, name: CV Parkir}
history:
  - {date: 2026-01-02, stage: draft}
  - {date: 2026-02-25, stage: corrections}
"""
CLOSED = """\
title: Pasar
parties:
  - {name: Dinas Perdagangan, ours: ya}
  - {name: Koperasi Pasar}
term: {starts: 2026-01-01, until: pasar selesai dibangun}
history:
  - {date: 2025-12-01, stage: reporting, imported: true}
  - {date: 2026-02-15, stage: reporting, closed: agreed}
"""
FILES = {
    "2023-payung": UMBRELLA,
    "2024-rujukan": RUN_OUT,
    "2026-rujukan-baru": RENEWAL,
    "2025-kampus": CAMPUS,
    "2026-hukum": DRAFT,
    "2026-parkir": UNSIGNED,
    "2026-pasar": CLOSED,
}


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register of seven agreements in the current folder, on 1 March 2026."""
    monkeypatch.chdir(tmp_path)
    root = tmp_path / "agreements"
    root.mkdir()
    for id_, text in FILES.items():
        (root / f"{id_}.yaml").write_text(text)
    return root


def screen(monkeypatch: pytest.MonkeyPatch, *arguments: str, columns: int = 80) -> str:
    """What a terminal without colours shows, without the spaces at the end of its lines."""
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    out = Terminal()
    with contextlib.redirect_stdout(out), pytest.raises(SystemExit) as end:
        main(list(arguments))
    assert not end.value.code
    lines = out.getvalue().splitlines()
    assert [line for line in lines if len(line) > columns] == []
    return "".join(f"{line.rstrip()}\n" for line in lines)


def data(pks: Run, *arguments: str) -> Any:
    code, out, err = pks(*arguments, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


def test_the_tree_on_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    assert screen(monkeypatch, "--lang", "id", "tree") == (
        "2023-payung  Kesepakatan bersama kesehatan           berlaku\n"
        "├─ rujukan: 2024-rujukan  Rujukan kesehatan jiwa     kedaluwarsa\n"
        "├─ rujukan: 2026-rujukan-baru  Rujukan kesehatan j…  koreksi dan penandatanganan\n"
        "└─ pelatihan: belum ada perjanjian\n"
        "2020-payung-lama (tidak ada di register)\n"
        "└─ 2026-parkir  Parkir                               koreksi dan penandatanganan\n"
        "Nota Kesepahaman Kampus, 12/UN/2020 (tidak ada di register)\n"
        "└─ 2025-kampus  Magang mahasiswa                     berlaku\n"
        "2026-hukum  Bantuan hukum                            penyusunan\n"
        "2026-pasar  Pasar                                    ditutup\n"
    )


def test_the_tree_in_a_pipe_has_whole_titles_and_with_an_id_only_what_is_under_it(pks: Run) -> None:
    assert pks("tree").out == (
        "2023-payung  Kesepakatan bersama kesehatan  active\n"
        "├─ rujukan: 2024-rujukan  Rujukan kesehatan jiwa  expired\n"
        "├─ rujukan: 2026-rujukan-baru  Rujukan kesehatan jiwa dan rehabilitasi korban napza bagi warga perbatasan"
        "  corrections and signing\n"
        "└─ pelatihan: no agreement yet\n"
        "2020-payung-lama (not in the register)\n"
        "└─ 2026-parkir  Parkir  corrections and signing\n"
        "Nota Kesepahaman Kampus, 12/UN/2020 (not in the register)\n"
        "└─ 2025-kampus  Magang mahasiswa  active\n"
        "2026-hukum  Bantuan hukum  drafting\n"
        "2026-pasar  Pasar  ended\n"
    )
    assert pks("tree", "2024-rujukan").out == "2024-rujukan  Rujukan kesehatan jiwa  expired\n"


def test_what_a_file_smuggles_into_names_is_spelled_out(
    folder: Path, pks: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = (
        CLOSED.replace("Pasar", r'"\e[31mPasar"', 1) + r'under: {text: "\e[2J"}' + "\n" + r'clusters: [{name: "\a"}]'
    )
    (folder / "2026-pasar.yaml").write_text(hostile)
    for shown in (pks("tree").out, screen(monkeypatch, "tree")):
        assert "\\x1b[2J (not in the register)\n└─ 2026-pasar  \\x1b[31mPasar" in shown
        assert "   └─ \\x07: no agreement yet\n" in shown


def test_an_id_too_long_for_its_line_stays_whole_and_its_title_goes_below(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / f"2026-{'x' * 75}.yaml").write_text("title: Panjang\nunder: 2026-lama\n" + CLOSED.partition("\n")[2])
    (folder / "2026-lama.yaml").write_text(DRAFT.replace("parties", "under: 2026-" + "x" * 75 + "\nparties"))
    assert screen(monkeypatch, "tree", "xxx", columns=60) == (
        f"2026-{'x' * 55}\n  {'x' * 20}\n"
        "  Panjang                                           ended\n"
        "└─ 2026-lama  Bantuan hukum                         drafting\n"
        f"   └─ 2026-{'x' * 49}\n        {'x' * 26}: a loop of umbrellas,\n"
        "        shown elsewhere with what is under it\n"
    )


def test_the_tree_as_json_is_nested_with_the_same_keys_everywhere(pks: Run) -> None:
    found = data(pks, "tree")
    assert [one["id"] or one["title"] for one in found] == [
        "2023-payung", "2020-payung-lama", "Nota Kesepahaman Kampus, 12/UN/2020", "2026-hukum", "2026-pasar",
    ]  # fmt: skip
    assert found[0]["children"][0] == {
        "id": "2024-rujukan", "title": "Rujukan kesehatan jiwa", "cluster": "rujukan", "children": [],
    }  # fmt: skip
    assert found[0]["children"][2] == {"id": None, "title": None, "cluster": "pelatihan", "children": []}
    assert data(pks, "tree", "2026-HUKUM") == [
        {"id": "2026-hukum", "title": "Bantuan hukum", "cluster": None, "children": []}
    ]


def test_the_tree_of_what_is_not_there_or_not_understood_is_refused(pks: Run, folder: Path) -> None:
    assert (pks("tree", "qqq").code, pks("tree", "rujukan").code) == (3, 3)
    (folder / "2026-rusak.yaml").write_text("title: [\n")
    code, out, err = pks("tree", "2026-rusak")
    assert (code, out) == (4, "")
    assert "agreements/2026-rusak.yaml" in err


BOARD = """\
penyusunan: 1
Perjanjian                         Lama           Menunggu            Sejak
Bantuan hukum                      101 hari       menunggu kantor     2025-11-20
2026-hukum                         lewat 11 hari  ini

koreksi belum selesai: 1
Rujukan kesehatan jiwa dan         9 hari         menunggu rsj        2026-02-20
rehabilitasi korban napza bagi
warga perbatasan
2026-rujukan-baru

menunggu tanda tangan: 1
Parkir                             4 hari         menunggu cv-parkir  2026-02-25
2026-parkir                                       (1 dari 2 ttd)

pelaksanaan dan pelaporan: 3
Kesepakatan bersama kesehatan      1167 hari                          2022-12-20
2023-payung

Rujukan kesehatan jiwa             746 hari                           2024-02-14
2024-rujukan

Magang mahasiswa                   365 hari                           2025-03-01
2025-kampus
"""


def test_the_board_on_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = screen(monkeypatch, "--lang", "id", "board")
    assert [line for line in shown.splitlines() if line] == [line for line in BOARD.splitlines() if line]


def test_the_board_in_a_pipe_has_a_line_a_card(pks: Run) -> None:
    assert pks("board").out == (
        "Column\tAgreement\tId\tIn stage\tLate\tWaiting for\tSince\n"
        "drafting\tBantuan hukum\t2026-hukum\t101 days\t11 days late\twaiting for this office\t2025-11-20\n"
        "open corrections\tRujukan kesehatan jiwa dan rehabilitasi korban napza bagi warga perbatasan"
        "\t2026-rujukan-baru\t9 days\t\twaiting for rsj\t2026-02-20\n"
        "waiting for signatures\tParkir\t2026-parkir\t4 days\t\twaiting for cv-parkir (1 of 2 signed)\t2026-02-25\n"
        "implementation and reporting\tKesepakatan bersama kesehatan\t2023-payung\t1167 days\t\t\t2022-12-20\n"
        "implementation and reporting\tRujukan kesehatan jiwa\t2024-rujukan\t746 days\t\t\t2024-02-14\n"
        "implementation and reporting\tMagang mahasiswa\t2025-kampus\t365 days\t\t\t2025-03-01\n"
    )


def test_the_board_as_json_by_party_and_lead(pks: Run, folder: Path) -> None:
    assert [one["id"] for one in data(pks, "board", "--lead", "dinas kesehatan")] == [
        "2026-rujukan-baru", "2024-rujukan",
    ]  # fmt: skip
    assert data(pks, "board", "--lead", "sosial", "--party", "rsj") == [
        {
            "column": "corrections",
            "stage": "corrections",
            "id": "2026-rujukan-baru",
            "title": "Rujukan kesehatan jiwa dan rehabilitasi korban napza bagi warga perbatasan",
            "days": 9,
            "limit": "30d",
            "late": False,
            "waiting": "rsj",
            "since": "2026-02-20",
        }
    ]
    (folder / ".pks").mkdir()
    (folder / ".pks" / "office.yaml").write_text("office: Kantor\nstages: {corrections: 1 week}\n")
    (one,) = data(pks, "board", "--lead", "sosial")
    assert (one["limit"], one["late"]) == ("1 week", True)
    assert pks("--lang", "id", "board", "--party", "qqq") == (0, "Tidak ada perjanjian yang terbuka.\n", "")
    assert data(pks, "board", "--party", "qqq") == []


LEGEND = "█ berlaku  ░ belum ditandatangani  · celah sebelum penerus  → tanpa batas akhir\n"


def test_the_timeline_on_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    assert screen(monkeypatch, "--lang", "id", "timeline") == (
        "                   2023  2024  2025  2026  2027\n"
        "                                      ▼ hari ini, 1 Maret 2026\n"
        "2023-payung        ██████████████████████████████\n"
        "2024-rujukan             ████████████··            celah 48 hari\n"
        "2026-rujukan-baru                     ░░░░░░░\n"
        "2025-kampus                     ████████████████→\n"
        "2026-pasar                           █│\n" + LEGEND
    )
    assert screen(monkeypatch, "timeline", "rujukan", "jiwa", "--to", "2025") == (
        "              2024        2025\n"
        "2024-rujukan   ███████████████████████  gap 48 days\n"
        "█ in force  ░ not signed  · gap before its successor  → open end\n"
    )


def test_what_never_was_in_force_has_no_bar(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    withdrawn = (
        DRAFT + "  - {date: 2026-02-10, stage: draft, closed: withdrawn}\nterm: {starts: 2026-01-01, length: 1 year}\n"
    )
    (folder / "2026-hukum.yaml").write_text(withdrawn)
    assert screen(monkeypatch, "--lang", "id", "timeline", "hukum") == (
        "            2026\n              ▼ hari ini, 1 Maret 2026\n2026-hukum    │\n" + LEGEND
    )


@pytest.mark.parametrize(
    ("last", "width", "months"),
    [
        (2021, 24, 1),
        (2021, 23, 2),
        (2021, 12, 2),
        (2023, 12, 4),
        (2023, 8, 6),
        (2023, 4, 12),
        (2023, 3, 24),
        (2026, 3, 36),
    ],
)
def test_the_scale_is_the_finest_that_fits(last: int, width: int, months: int) -> None:
    assert scale_for(2020, last, width) == Scale(2020, last, months)
    assert Scale(2020, last, months).cells <= width


def test_the_timeline_chooses_a_scale_that_fits(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    assert screen(monkeypatch, "--lang", "id", "timeline", "kampus", "--from", "2026", "--to", "2026") == (
        "             2026\n               ▼ hari ini, 1 Maret 2026\n2025-kampus  ███████████→\n" + LEGEND
    )
    (folder / "2026-kampus-yang-sangat-panjang-namanya.yaml").write_text(CAMPUS.replace("2025-04-01", "1990-04-01"))
    assert screen(monkeypatch, "--lang", "id", "timeline", "kampus", columns=60) == (
        "                      1990 1995 2000 2005 2010 2015 2020\n"
        "                                   hari ini, 1 Maret 2026 ▼\n"
        "2026-kampus-yang-sangat-panjang-namanya\n"
        "                      ████████████████████████████████████→\n"
        "2025-kampus                                              █→\n"
        "█ berlaku  ░ belum ditandatangani  · celah sebelum penerus\n"
        "→ tanpa batas akhir\n"
    )
    assert screen(monkeypatch, "timeline", "rujukan", "jiwa", "--from", "1900", "--to", "2100", columns=60) == (
        "                   1900 1940 1980 2020 2060\n"
        "                                  ▼ today, 1 March 2026\n"
        "2024-rujukan                      █            gap 48 days\n"
        "2026-rujukan-baru                 ░\n"
        "█ in force  ░ not signed  · gap before its successor  → open\n"
        "end\n"
    )


@pytest.mark.parametrize(
    ("years", "reason"),
    [
        (["--from", "20x6"], "--from: `20x6` is not a year; write 2026"),
        (["--to", "0000"], "--to: `0000` is not a year; write 2026"),
        (["--from", "2027", "--to", "2026"], "--from 2027 is after --to 2026"),
    ],
)
def test_years_that_cannot_be_meant_are_refused(years: list[str], reason: str, pks: Run) -> None:
    assert pks("timeline", *years) == (2, "", f"pks: {reason}\n")


def test_the_timeline_in_a_pipe_and_as_json(pks: Run) -> None:
    assert pks("--lang", "id", "timeline", "--from", "2024").out == (
        "Id\tPerjanjian\tMulai\tBerakhir\tBerlaku sampai\tPenerus\tCelah (hari)\n"
        "2023-payung\tKesepakatan bersama kesehatan\t2023-01-01\t2027-12-31\t2027-12-31\t\t\n"
        "2024-rujukan\tRujukan kesehatan jiwa\t2024-02-12\t2026-02-11\t2026-02-11\t2026-rujukan-baru\t48\n"
        "2026-rujukan-baru\tRujukan kesehatan jiwa dan rehabilitasi korban napza bagi warga perbatasan"
        "\t2026-04-01\t2027-03-31\t2027-03-31\t\t\n"
        "2025-kampus\tMagang mahasiswa\t2025-04-01\t\t\t\t\n"
        "2026-pasar\tPasar\t2026-01-01\t\t2026-02-15\t\t\n"
    )
    assert data(pks, "timeline", "rujukan", "jiwa", "--to", "2025") == [
        {
            "id": "2024-rujukan", "title": "Rujukan kesehatan jiwa", "starts": "2024-02-12", "ends": "2026-02-11",
            "in_force_until": "2026-02-11", "successors": ["2026-rujukan-baru"], "gap_days": 48,
            "validity": "expired",
        }
    ]  # fmt: skip
    assert pks("timeline", "hukum").out == "No agreement fits whose start is known.\n"
    assert data(pks, "timeline", "hukum") == []


STATS = """\
Register
Jumlah  Nama
7       semua perjanjian
1       ditandatangani sebagian pihak, belum semuanya

Tahun 2026
0       ditandatangani
1       mulai berlaku
2       berlaku pada 1 Maret 2026
2       berakhir atau ditutup
0       diperpanjang: penerusnya ditandatangani

Menurut keadaan
1       ditutup
3       dalam persiapan
1       kedaluwarsa
2       berlaku

Menurut tahap
1       penyusunan
2       koreksi dan penandatanganan
4       pelaksanaan dan pelaporan

Menurut jenis kerja sama
3       KSDD
1       KSDPK
3       belum diisi

Menurut naskah
1       KB
3       PKS
1       Lainnya
2       belum diisi

Menurut urusan (yang punya dua dihitung di keduanya)
1       pendidikan
2       kesehatan
1       sosial
4       belum diisi

Menurut PD pengampu (yang punya dua dihitung di keduanya)
1       Bagian Hukum
2       Dinas Kesehatan
1       Dinas Sosial
4       belum diisi
"""


def test_stats_on_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    assert screen(monkeypatch, "--lang", "id", "stats") == STATS


def test_stats_in_a_pipe_have_a_line_a_name_also_where_there_is_none(pks: Run) -> None:
    lines = pks("stats", "--year", "2024").out.splitlines()
    assert lines[:17] == [
        "Group\tCount\tName",
        "Register\t7\tall agreements",
        "Register\t1\tsigned by some parties, not by all",
        "The year 2024\t1\tsigned",
        "The year 2024\t1\tcame into force",
        "The year 2024\t2\tin force on 31 December 2024",
        "The year 2024\t0\tended or closed",
        "The year 2024\t0\trenewed: a successor was signed",
        "validity\t1\tended",
        "validity\t3\tin preparation",
        "validity\t0\tsuperseded",
        "validity\t0\tunknown",
        "validity\t0\tupcoming",
        "validity\t1\texpired",
        "validity\t0\texpiring",
        "validity\t2\tactive",
        "stage\t1\tdrafting",
    ]
    assert lines[-4:] == [
        "unit in charge\t1\tBagian Hukum",
        "unit in charge\t2\tDinas Kesehatan",
        "unit in charge\t1\tDinas Sosial",
        "unit in charge\t4\tnot stated",
    ]
    assert len(lines) == 1 + 2 + 5 + 8 + 6 + 8 + 14 + 39 + 4


def test_stats_as_json(pks: Run) -> None:
    found = data(pks, "stats")
    assert list(found) == [
        "year", "total", "validity", "stage", "cooperation", "instrument", "sector", "lead",
        "signed", "started", "running", "ended", "renewed",
    ]  # fmt: skip
    assert (found["year"], found["total"], found["running"], found["ended"]) == (2026, 7, 2, 2)
    assert found["cooperation"] == {
        "KSDD": 3, "KSDPK": 1, "Sinergi": 0, "KSDPL": 0, "KSDLL": 0, "internal": 0, "non-KSD": 0, "not-stated": 3,
    }  # fmt: skip
    assert data(pks, "stats", "--year", "2023")["started"] == 1
    assert pks("stats", "--year", "23") == (2, "", "pks: --year: `23` is not a year; write 2026\n")
    for command in ("stats", "list"):
        assert pks(command, "--year", "0023") == (2, "", "pks: --year: `0023` is not a year; write 2026\n")


@pytest.mark.parametrize("command", ["tree", "board", "timeline", "stats"])
def test_a_broken_file_hides_no_other_and_is_named_on_stderr(command: str, pks: Run, folder: Path) -> None:
    before = pks(command).out
    (folder / "2026-rusak.yaml").write_text("title: [\n")
    for arguments in ((command,), (command, "--json")):
        code, out, err = pks(*arguments)
        assert (code, err.count("agreements/2026-rusak.yaml:")) == (0, 1)
        assert arguments[1:] or out == before


@pytest.mark.parametrize("command", ["tree", "board", "timeline", "stats"])
def test_an_empty_register_is_no_fault(command: str, pks: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in folder.iterdir():
        path.unlink()
    code, out, err = pks(command, "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == [] or json.loads(out)["total"] == 0
    assert screen(monkeypatch, command)
