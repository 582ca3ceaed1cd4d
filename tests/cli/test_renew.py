"""`pks renew`: a new file that goes through the whole procedure again; and the gaps that show where none did."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.processes import Terminal
from tests.conftest import Run, git

OLD = """\
title: Rujukan jiwa  # judul pada naskah
instrument: PKS
cooperation: KSDD
sectors: [kesehatan]
lead: [Dinkes, Dinsos]
under: 2025-payung
parties:
  - {key: dinsos, name: Dinas Sosial, ours: ya, number: 1/2/2026, signed: 2026-02-10,
     signatory: {name: Ani, office: Kepala Dinas, mandate: {number: 9}}}
  - {name: RSJ Kalbar, number: 3/2026, signed: 2026-02-12}
scope:
  - Rujukan pasien
  - Obat
term: {starts: 2026-02-12, length: 2 tahun, notice: 2 months}
amendments:
  - {no: 1, date: 2026-08-01, changes: [{field: scope, from: Rujukan, to: Rujukan pasien}]}
registration: {number: REG/2026/014, date: 2026-02-16}
x-map: lemari
history:
  - {date: 2026-01-05, stage: draft}
  - {date: 2026-02-16, stage: reporting}
"""
UMBRELLA = """\
title: Kesehatan
instrument: KB
parties: [{name: A}, {name: B}]
term: {starts: 2025-01-01, ends: 2030-12-31}
history:
  - {date: 2025-01-01, stage: reporting, imported: true}
"""
NEW_ID = "2028-dinsos-rsj-kalbar-rujukan-jiwa"
NEW = """\
title: Rujukan jiwa
instrument: PKS
cooperation: KSDD
sectors: [kesehatan]
lead: [Dinkes, Dinsos]
under: 2025-payung
renews: 2026-rujukan

parties:
  - key: dinsos
    name: Dinas Sosial
    ours: ya
    signatory: {office: Kepala Dinas}
  - key: rsj-kalbar
    name: RSJ Kalbar

scope:
  - Rujukan pasien
  - Obat

term:
  length: 2 tahun
  notice: 2 months

history:
  - {date: 2028-01-10, stage: draft}
"""
DAY = ("--today", "2028-01-10")
SEAMLESS = (
    "the old text is in force until 11 February 2028; to follow without a gap: "
    f"`pks set {NEW_ID} term.starts=2028-02-12`\n"
)


@pytest.fixture
def old(register: Path) -> Path:
    """An agreement in force from 2026-02-12 to 2028-02-11, under an umbrella; both committed."""
    (register / "2025-payung.yaml").write_text(UMBRELLA)
    path = register / "2026-rujukan.yaml"
    path.write_text(OLD)
    git("add", "-A")
    git("commit", "-qm", "old")
    return path


def files(old: Path) -> list[str]:
    return sorted(path.name for path in old.parent.glob("*.yaml"))


def row(pks: Run, id_: str, *arguments: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = json.loads(pks(*arguments, "--json").out)
    (one,) = [one for one in found if one["id"] == id_]
    return one


def test_the_new_file_holds_the_text_and_a_new_history_and_the_old_file_is_as_it_was(pks: Run, old: Path) -> None:
    assert pks(*DAY, "renew", "2026-rujukan") == (0, f"{NEW_ID}\n", f"2026-rujukan\n{SEAMLESS}")
    assert (old.parent / f"{NEW_ID}.yaml").read_text() == NEW
    assert old.read_text() == OLD
    assert git("log", "--format=%s", "-1") == f"{NEW_ID}: draft, renews 2026-rujukan\n"
    assert git("show", "--name-only", "--format=") == f"agreements/{NEW_ID}.yaml\n"
    assert git("status", "--porcelain") == ""


def test_every_option_has_its_place(pks: Run, old: Path) -> None:
    result = pks(
        *DAY, "renew", "RUJUKAN", "--length", "3 tahun", "--starts", "2028-02-12", "--id", "2027-baru",
        "--date", "2027-12-01", "--by", "Tapem", "--note", "atas permintaan, lisan",
    )  # fmt: skip
    assert result == (0, "2027-baru\n", "2026-rujukan\n")
    written = (old.parent / "2027-baru.yaml").read_text()
    assert "term:\n  starts: 2028-02-12\n  length: 3 tahun\n  notice: 2 months\n" in written
    entry = '  - {date: 2027-12-01, stage: draft, by: Tapem, note: "atas permintaan, lisan"}\n'
    assert written.endswith(f"history:\n{entry}")


@pytest.mark.usefixtures("old")
def test_the_year_of_the_default_id_is_that_of_the_day_it_begins(pks: Run) -> None:
    assert pks(*DAY, "renew", "2026-rujukan", "--date", "2027-12-31").out == "2027-dinsos-rsj-kalbar-rujukan-jiwa\n"


def test_a_default_id_that_is_taken_is_refused_with_a_free_one(pks: Run, old: Path) -> None:
    old.with_name(f"{NEW_ID}.yaml").write_text(UMBRELLA)
    result = pks(*DAY, "renew", "2026-rujukan")
    assert (result.code, result.out) == (6, "")
    assert f"choose another, such as --id {NEW_ID}-2" in result.err


@pytest.mark.usefixtures("old")
def test_renewing_leaves_the_old_term_in_force_and_the_new_one_starts_when_it_says(pks: Run) -> None:
    pks(*DAY, "renew", "2026-rujukan", "--starts", "2028-02-12")
    before = row(pks, "2026-rujukan", *DAY, "list")
    assert (before["ends"], before["validity"]) == ("2028-02-11", "expiring")
    new = row(pks, NEW_ID, *DAY, "list")
    assert (new["starts"], new["ends"], new["validity"]) == ("2028-02-12", "2030-02-11", "preparing")
    assert new["renews"] == ["2026-rujukan"]


@pytest.mark.usefixtures("old")
def test_signing_early_does_not_shorten_the_old_term(pks: Run) -> None:
    pks("--today", "2027-01-10", "renew", "2026-rujukan", "--starts", "2027-06-01", "--id", "baru")
    pks("set", "baru", "signing.date=2027-01-20")
    assert row(pks, "2026-rujukan", "--today", "2027-05-31", "list")["validity"] == "active"
    assert row(pks, "2026-rujukan", "--today", "2027-06-01", "list")["validity"] == "superseded"


@pytest.mark.usefixtures("old")
def test_notice_follows_the_renewed_end(pks: Run) -> None:
    """Two months before 2028-02-11 is 2027-12-11; two months before 2030-02-11 is 2029-12-11."""
    asked = ("--today", "2027-11-01", "due", "--within", "10 years", "--kind", "notice", "--json")
    assert [(one["id"], one["date"]) for one in json.loads(pks(*asked).out)] == [("2026-rujukan", "2027-12-11")]
    pks("--today", "2027-11-01", "renew", "2026-rujukan", "--starts", "2028-02-12", "--id", "baru")
    assert [(one["id"], one["date"]) for one in json.loads(pks(*asked).out)] == [("baru", "2029-12-11")]


def test_amended_values_are_what_the_file_says_now(pks: Run, old: Path) -> None:
    old.write_text(OLD.replace("length: 2 tahun", "length: 30 bulan").replace("  - Obat\n", "  - Jemput\n"))
    pks(*DAY, "renew", "2026-rujukan", "--id", "baru")
    shown = json.loads(pks("show", "baru", "--json").out)
    assert (shown["term"]["length"], shown["scope"]) == ("30 bulan", ["Rujukan pasien", "Jemput"])
    assert shown["amendments"] == []


def test_a_dry_run_explains_every_field_and_gives_a_diff_that_git_can_apply(pks: Run, old: Path) -> None:
    result = pks(*DAY, "--lang", "id", "renew", "2026-rujukan", "--length", "3 tahun", "--dry-run")
    assert result.code == 0
    assert (
        result.err
        == """\
2026-rujukan
dibawa: title, instrument, scope (isi naskah menurut keadaannya sekarang)
dibawa: cooperation, sectors (jenis kerja samanya tetap)
dibawa: lead (yang mengurusnya tetap)
dibawa: parties.key, parties.name, parties.ours (para pihaknya tetap)
dibawa: parties.signatory.office (jabatannya tetap; nama, kedudukan, dan kuasanya ditetapkan lagi saat penandatanganan)
dibawa: term.notice (jangka waktu, tinjauan, dan pemberitahuannya tetap)
disesuaikan: under (hanya payung yang belum berakhir)
disesuaikan: term.length (seperti disebut dalam perintah ini)
disesuaikan: history (riwayat baru dimulai dengan draf ini)
dikosongkan: parties.number (naskah baru mendapat nomor baru)
dikosongkan: parties.signed, registration (seluruh prosedur diulang)
dikosongkan: parties.signatory.name, parties.signatory.mandate \
(jabatannya tetap; nama, kedudukan, dan kuasanya ditetapkan lagi saat penandatanganan)
dikosongkan: term.starts (hari mulai dan berakhirnya disepakati lagi)
dikosongkan: amendments (perubahannya sudah termuat dalam isi yang sekarang)
dikosongkan: x-map (kunci kantor sendiri dan kunci yang tidak dikenal tidak dibawa)
hanya dicoba; tidak ada yang ditulis
"""
    )
    assert files(old) == ["2025-payung.yaml", "2026-rujukan.yaml"]
    subprocess.run(["git", "apply", "-"], input=result.out.encode(), check=True)
    assert (old.parent / f"{NEW_ID}.yaml").read_text() == NEW.replace("2 tahun", "3 tahun")
    english = pks(*DAY, "renew", "2026-rujukan", "--id", "lain", "--starts", "2028-03-01", "--dry-run")
    assert english.code == 5
    (old.parent / f"{NEW_ID}.yaml").unlink()
    english = pks(*DAY, "renew", "2026-rujukan", "--starts", "2028-03-01", "--dry-run")
    assert "carried: title, instrument, scope (what the text says, as it stands now)\n" in english.err
    assert "adjusted: term.starts (as this command says)\n" in english.err


@pytest.mark.usefixtures("old")
def test_no_start_is_proposed_that_has_passed(pks: Run) -> None:
    assert pks("--today", "2028-02-11", "renew", "2026-rujukan", "--dry-run", "--id", "x").code == 0
    result = pks("--today", "2028-02-12", "renew", "2026-rujukan", "--id", "baru")
    assert result == (0, "baru\n", "2026-rujukan\n")


def test_an_umbrella_that_is_over_is_left_out_and_said(pks: Run, old: Path) -> None:
    old.with_name("2025-payung.yaml").write_text(UMBRELLA.replace("2030-12-31", "2028-01-09"))
    result = pks(*DAY, "renew", "2026-rujukan", "--id", "baru")
    assert (result.code, result.out) == (0, "baru\n")
    assert "warning: the umbrella 2025-payung is over, so it was left out" in result.err
    assert "under" not in (old.parent / "baru.yaml").read_text()


def test_what_is_not_signed_is_refused_with_who_is_missing(pks: Run, old: Path) -> None:
    unsigned = OLD.replace(", signed: 2026-02-12", "").replace("stage: reporting", "stage: corrections")
    old.write_text(unsigned)
    said = "2026-rujukan is not signed, so there is nothing to renew yet\n  not signed yet: RSJ Kalbar\n"
    assert pks("renew", "2026-rujukan") == (5, "", f"2026-rujukan\npks: {said}")
    assert files(old) == ["2025-payung.yaml", "2026-rujukan.yaml"]


def test_a_second_renewal_is_refused_while_one_is_being_prepared_and_warned_of_when_one_is_signed(
    pks: Run, old: Path
) -> None:
    assert pks(*DAY, "renew", "2026-rujukan", "--id", "baru").code == 0
    refused = pks(*DAY, "renew", "2026-rujukan", "--id", "lain")
    assert (refused.code, refused.out) == (5, "")
    assert (
        "the renewal of 2026-rujukan is being prepared already: baru; go on with that: `pks show baru`" in refused.err
    )
    assert not (old.parent / "lain.yaml").exists()
    pks("set", "baru", "signing.date=2028-01-20")
    again = pks(*DAY, "renew", "2026-rujukan", "--id", "lain")
    assert (again.code, again.out) == (0, "lain\n")
    assert "warning: 2026-rujukan is renewed by baru already\n" in again.err


def test_a_file_that_cannot_be_understood_is_named_for_a_renewal_may_be_in_it(pks: Run, old: Path) -> None:
    old.with_name("2027-rusak.yaml").write_text("title: [\n")
    result = pks(*DAY, "renew", "2026-rujukan", "--id", "baru")
    assert (result.code, result.out) == (0, "baru\n")
    assert "agreements/2027-rusak.yaml:" in result.err
    assert pks(*DAY, "renew", "2027-rusak").code == 4


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["tidak-ada"], 3, "no agreement `tidak-ada`"),
        ([], 2, "`ID` is needed"),
        (["2026-rujukan", "--length", "lama"], 2, "`lama` is not a length"),
        (["2026-rujukan", "--starts", "2028-02-30"], 2, "--starts: `2028-02-30` does not exist in the calendar"),
        (["2026-rujukan", "--date", "besok"], 2, "--date: `besok` is not a date"),
        (["2026-rujukan", "--id", "A"], 2, "`A` is no id"),
        (["2026-rujukan", "--by", "x\udcff"], 2, "bytes that are not UTF-8"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(
    pks: Run, old: Path, arguments: list[str], code: int, said: str
) -> None:
    result = pks("renew", *arguments)
    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert files(old) == ["2025-payung.yaml", "2026-rujukan.yaml"]
    assert git("status", "--porcelain") == ""


@pytest.mark.usefixtures("old")
def test_on_a_terminal_nothing_is_asked() -> None:
    code, shown = Terminal("renew", "2026-rujukan", "--id", "baru").ends()
    assert code == 0
    assert shown.endswith("\nbaru\n")


def where(pks: Run, *arguments: str) -> list[str]:
    """The lines of `pks show` about gaps and the chain."""
    lines = [line.strip() for line in pks(*arguments).out.splitlines()]
    return [line for line in lines if line.startswith(("Uncovered", "Kekosongan", "Chain", "Rantai"))]


@pytest.mark.usefixtures("old")
def test_show_says_what_is_uncovered_and_names_the_chain(pks: Run) -> None:
    shown = ("show", "2026-rujukan")
    assert where(pks, "--today", "2027-01-01", *shown) == []
    assert where(pks, "--today", "2027-09-02", *shown) == [
        "Uncovered: if work starts today, the gap will be about 1 day"
    ]
    assert where(pks, "--today", "2028-02-29", *shown) == [
        "Uncovered: uncovered since 12 February 2028, 18 days by now"
    ]
    pks("--today", "2027-10-01", "renew", "2026-rujukan", "--id", "baru")
    assert where(pks, *DAY, *shown) == [
        "Uncovered: about 30 days will be uncovered, until baru is signed and starts",
        "Chain: 2026-rujukan → baru",
    ]
    pks("set", "baru", "signing.date=2028-02-20", "term.starts=2028-03-01")
    assert where(pks, "--today", "2028-04-01", "--lang", "id", *shown) == [
        "Kekosongan: 18 hari tanpa naskah yang berlaku, 12 Februari 2028 sampai 29 Februari 2028, sebelum baru mulai",
        "Rantai: 2026-rujukan → baru",
    ]
    assert where(pks, *DAY, "show", "baru") == ["Chain: 2026-rujukan → baru"]


@pytest.mark.usefixtures("old")
def test_list_gaps_names_only_agreements_with_a_gap_and_says_how_long_and_which_kind(pks: Run) -> None:
    ended = ("--today", "2028-03-01", "list", "--gaps")
    heading, *lines = pks(*ended).out.splitlines()
    assert heading.split("\t")[-1] == "Uncovered"
    assert [(one.split("\t")[2], one.split("\t")[-1]) for one in lines] == [("2026-rujukan", "19 days, running")]
    assert pks("--today", "2027-01-01", "list", "--gaps").out == "No agreement fits.\n"
    assert pks(*ended, "kesehatan-x").out == "No agreement fits.\n"
    assert row(pks, "2026-rujukan", *ended)["gap"] == {
        "first": "2028-02-12", "last": "2028-03-01", "days": 19, "kind": "running",
    }  # fmt: skip


@pytest.mark.usefixtures("old")
def test_without_gaps_the_list_is_as_it_was(pks: Run) -> None:
    assert "gap" not in row(pks, "2026-rujukan", "--today", "2028-03-01", "list")
    assert pks("--today", "2028-03-01", "list").out.splitlines()[0].split("\t")[-1] == "Ends"


@pytest.mark.usefixtures("old")
def test_list_gaps_as_of_a_day_ignores_what_was_signed_later(pks: Run) -> None:
    pks("--today", "2027-10-01", "renew", "2026-rujukan", "--id", "baru", "--starts", "2028-03-01")
    pks("set", "baru", "signing.date=2028-02-20")
    seen = row(pks, "2026-rujukan", "list", "--gaps", "--as-of", "2028-02-19")
    assert seen["gap"] == {"first": "2028-02-12", "last": "2028-02-19", "days": 8, "kind": "running"}
    seen = row(pks, "2026-rujukan", "list", "--gaps", "--as-of", "2028-02-20")
    assert seen["gap"] == {"first": "2028-02-12", "last": "2028-02-29", "days": 18, "kind": "running"}


@pytest.mark.usefixtures("old")
def test_check_warns_while_it_is_uncovered_and_notes_it_afterwards(pks: Run) -> None:
    def said(day: str) -> list[tuple[str, str]]:
        found = json.loads(pks("--today", day, "check", "2026-rujukan", "--json").out)
        return [(one["code"], one["level"]) for one in found if one["code"].startswith("uncovered")]

    assert said("2028-02-11") == []
    assert said("2028-02-12") == [("uncovered", "warning")]
    pks("--today", "2028-02-20", "renew", "2026-rujukan", "--id", "baru", "--starts", "2028-03-01")
    assert said("2028-02-21") == [("uncovered", "warning")]
    pks("set", "baru", "signing.date=2028-02-25")
    assert said("2028-02-26") == [("uncovered-before", "info")]


def test_an_event_it_ran_to_carries_over_until_a_length_takes_its_place(pks: Run, old: Path) -> None:
    old.write_text(OLD.replace("length: 2 tahun", "until: gedung selesai"))
    pks(*DAY, "renew", "2026-rujukan", "--id", "satu", "--no-commit")
    assert "term:\n  until: gedung selesai\n  notice: 2 months\n" in (old.parent / "satu.yaml").read_text()
    (old.parent / "satu.yaml").unlink()
    asked = (*DAY, "renew", "2026-rujukan", "--id", "dua", "--length", "1 tahun", "--no-commit")
    assert "blanked: term.until (as this command says)\n" in pks(*asked, "--dry-run").err
    pks(*asked)
    assert "term:\n  length: 1 tahun\n  notice: 2 months\n" in (old.parent / "dua.yaml").read_text()
