"""`pks amend`: terms of a signed text change, and what they were is kept, in one edit and one commit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.processes import Terminal
from tests.conftest import Run, git

TEXT = """\
# Naskah dua pihak
title: Rujukan pasien   # judul
instrument: PKS
parties:
  - {key: dinkes, name: Dinas Kesehatan, ours: true, number: 440/1/2026}
  - {key: rsj, name: Rumah Sakit Jiwa}
scope:
  - Rujukan   # pokok
term:
  starts: 2026-02-12
  length: 2 tahun   # dua
signing: {date: 2026-02-12}
x-arsip: Lemari 3
history:
  - {date: 2026-02-12, stage: registration}
"""


def keep(root: Path, name: str, text: str) -> Path:
    """Commit `text` as the agreement `name`."""
    file = root / f"{name}.yaml"
    file.write_text(text)
    git("add", "-A")
    git("commit", "-qm", name)
    return file


@pytest.fixture
def signed(register: Path) -> Path:
    """An agreement that both parties have signed."""
    return keep(register, "dua", TEXT)


def after(amendments: str, **edits: str) -> str:
    """The file with `amendments`, and with what each of `edits` replaces."""
    text = TEXT
    for old, new in edits.items():
        text = text.replace(old, new)
    return text.replace("x-arsip", f"amendments:\n{amendments}x-arsip")


def log() -> str:
    return git("log", "-1", "--format=%s").strip()


def test_a_longer_term_is_recorded_with_what_it_was(pks: Run, signed: Path) -> None:
    result = pks(
        "amend", "dua", "term.length=3 tahun", "--reason", "Penyesuaian: masa berlaku", "--date", "2026-02-20",
        "--starts", "2026-03-01", "--number", "440/2/ADD", "--number", "jiwa=445/9", "--signed", "2026-02-20",
        "--signed", "rsj=2026-02-21", "--document", "berita-acara.pdf",
    )  # fmt: skip
    assert result == (
        0,
        "dua: amendment 1: term.length 2 tahun → 3 tahun; in force 12 February 2026 to 11 February 2029\n",
        "dua\n",
    )
    entry = (
        "  - no: 1\n"
        "    date: 2026-02-20\n"
        "    starts: 2026-03-01\n"
        "    numbers: {dinkes: 440/2/ADD, rsj: 445/9}\n"
        "    signed: {dinkes: 2026-02-20, rsj: 2026-02-21}\n"
        '    reason: "Penyesuaian: masa berlaku"\n'
        "    changes:\n"
        "      - {field: term.length, from: 2 tahun, to: 3 tahun}\n"
        "    document: berita-acara.pdf\n"
    )
    assert signed.read_text() == after(entry, **{"2 tahun ": "3 tahun "})
    assert log() == "dua: amendment 1: term.length"
    assert git("status", "--porcelain") == ""


def test_lists_maps_parties_and_what_was_not_stated(pks: Run, signed: Path) -> None:
    code, out, err = pks(
        "--lang", "id", "amend", "dua", "scope.+=Pelatihan: petugas", "scope.+=Evaluasi",
        "parties.rsj.name=RSJ, Provinsi",
        "funding=[{source: APBD, amount: 6281234567}]", "location=Kota", "scope.1=Rujukan jiwa",
    )  # fmt: skip
    assert (code, out) == (0, (
        "dua: adendum 1: scope.2 (belum diisi) → Pelatihan: petugas, scope.3 (belum diisi) → Evaluasi, "
        "parties.rsj.name Rumah Sakit Jiwa → RSJ, Provinsi, "
        "funding (belum diisi) → [{source: APBD, amount: 6281234567}], location (belum diisi) → Kota "
        "dan scope.1 Rujukan → Rujukan jiwa\n"
    ))  # fmt: skip
    assert err == (
        "dua\nadendum 1 belum ditandatangani Dinas Kesehatan dan RSJ, Provinsi: "
        "`pks amend dua --no 1 --signed dinkes=TANGGAL`\n"
    )
    assert signed.read_text().split("amendments:\n")[1].split("x-arsip")[0] == (
        "  - no: 1\n"
        "    date: 2026-03-01\n"
        "    changes:\n"
        '      - {field: scope.2, to: "Pelatihan: petugas"}\n'
        "      - {field: scope.3, to: Evaluasi}\n"
        '      - {field: parties.rsj.name, from: Rumah Sakit Jiwa, to: "RSJ, Provinsi"}\n'
        '      - {field: funding, to: "[{source: APBD, amount: 6281234567}]"}\n'
        "      - {field: location, to: Kota}\n"
        "      - {field: scope.1, from: Rujukan, to: Rujukan jiwa}\n"
    )
    assert "  - Rujukan jiwa   # pokok\n" in signed.read_text()
    assert "personal-data" not in pks("check", "dua").out


def test_an_amended_amount_is_no_telephone_number(pks: Run, register: Path) -> None:
    file = keep(register, "dua", TEXT.replace("signing:", "funding:\n  - {source: APBD, amount: 6281234567}\nsigning:"))
    assert "telephone" not in pks("amend", "dua", "funding.1.amount=6281299999").err
    assert '{field: funding.1.amount, from: "6281234567", to: "6281299999"}' in file.read_text()
    assert "personal-data" not in pks("check", "dua").out


def test_a_term_that_is_taken_out_and_a_party_that_joins(pks: Run, signed: Path) -> None:
    pks("amend", "dua", "scope.1=", "parties.+={key: rsud, name: RSUD, signed: 2026-03-01}", "lead=Dinkes", "--signed",
        "2026-03-01")  # fmt: skip
    text = signed.read_text()
    assert '      - {field: parties.rsud, to: "{key: rsud, name: RSUD, signed: 2026-03-01}"}\n' in text
    assert "      - {field: scope.1, from: Rujukan}\n" in text
    pks("amend", "dua", "lead.+=Dinsos")
    assert '      - {field: lead, from: Dinkes, to: "[Dinkes, Dinsos]"}\n' in signed.read_text()
    assert "  - no: 2\n" in signed.read_text()


@pytest.mark.parametrize(
    "assignment",
    ["term.length=2 years", "term.starts= 2026-02-12", "title=Rujukan pasien", "location=", "scope=[Rujukan]"],
)
def test_a_value_that_stays_is_no_amendment(pks: Run, signed: Path, assignment: str) -> None:
    assert pks("amend", "dua", assignment, "--reason", "salah") == (0, "", "dua\ndua: nothing changed\n")
    assert signed.read_text() == TEXT
    assert log() == "dua"


def test_only_what_changes_is_in_the_amendment_and_twice_is_once(pks: Run, signed: Path) -> None:
    given = ["amend", "dua", "term.length=2 years", "purpose=Rujukan"]
    assert pks(*given).out == "dua: amendment 1: purpose (not stated) → Rujukan\n"
    text = signed.read_text()
    assert pks(*given).err == "dua\ndua: nothing changed\n"
    assert signed.read_text() == text


NO_TERMS = [
    "registration.number=REG/1", "signing.date=2026-01-01", "parties.rsj.number=4", "parties.rsj.signatory={name: A}",
    "parties=[{name: A}]", "instrument=KB", "amendments.+={no: 4}", "reports.+={period: 2026}", "x-arsip=Lemari 4",
    "history.1.stage=draft", "under=payung", "documents.+={kind: letter}", "tasks.+={what: A}",
]  # fmt: skip


@pytest.mark.parametrize("assignment", NO_TERMS)
def test_what_is_no_term_of_the_text_is_refused(pks: Run, signed: Path, assignment: str) -> None:
    code, out, err = pks("amend", "dua", "title=Lain", assignment)
    assert (code, out) == (5, "")
    assert "`pks set" in err
    assert signed.read_text() == TEXT


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["lokasi=Kota"], ["term.length=lama"], ["title"], ["title=A", "--no", "1"], ["--no", "1"],
        ["--no", "0", "--signed", "2026-03-01"], ["--signed", "2026-03-01"], ["title=A", "--signed", "rsj=besok"],
        ["title=A", "--signed", "klinik=2026-03-01"], ["title=A", "--number", "rsj="], ["title=A", "--reason", " "],
        ["title=A", "--number", "rsj=1", "--number", "rsj=2"], ["title=A", "--starts", "2026-02-30"],
        ["--reason", "A"],
    ],
)  # fmt: skip
def test_arguments_that_do_not_fit_are_usage_errors(pks: Run, signed: Path, arguments: list[str]) -> None:
    assert pks("amend", "dua", *arguments)[:2] == (2, "")
    assert signed.read_text() == TEXT


def test_a_number_without_a_key_needs_one_party_of_ours(pks: Run, register: Path) -> None:
    keep(register, "dua", TEXT.replace(", ours: true", ""))
    code, _, err = pks("amend", "dua", "title=Lain", "--number", "440/3")
    assert (code, "which party's number? Write KEY=NUMBER; the keys are: dinkes and rsj" in err) == (2, True)


def test_what_is_not_signed_is_set_and_not_amended(pks: Run, register: Path) -> None:
    text = TEXT.replace("signing: {date: 2026-02-12}\n", "").replace("registration", "corrections")
    file = keep(register, "dua", text.replace("name: Rumah Sakit Jiwa", "name: Rumah Sakit Jiwa, signed: 2026-02-12"))
    before = file.read_bytes()
    code, out, err = pks("amend", "dua", "title=Lain")
    assert (code, out) == (5, "")
    assert "dua is not signed by every party, so it needs no amendment: change it with `pks set dua KEY=VALUE`" in err
    assert "  not signed yet: Dinas Kesehatan\n" in err
    assert file.read_bytes() == before


def test_a_written_end_must_change_with_the_length(pks: Run, register: Path) -> None:
    text = TEXT.replace("2 tahun   # dua", "2 tahun\n  ends: 2028-02-11")
    file = keep(register, "dua", text)
    code, out, err = pks("amend", "dua", "term.length=3 tahun")
    assert (code, out) == (5, "")
    assert "term.ends of dua is written, 11 February 2028, and holds whatever the length" in err
    command = "pks amend dua 'term.length=3 tahun' term.ends=2029-02-11"
    assert f"`{command}`" in err
    assert file.read_text() == text
    done = pks("amend", "dua", "term.length=3 tahun", "term.ends=2029-02-11")
    assert done.out.endswith("term.ends 2028-02-11 → 2029-02-11; in force 12 February 2026 to 11 February 2029\n")
    assert pks("amend", "dua", "term.length=4 tahun", "term.ends=").out.endswith("to 11 February 2030\n")


def test_an_end_before_the_start_is_refused(pks: Run, signed: Path) -> None:
    code, _, err = pks("amend", "dua", "term.ends=2026-01-01")
    assert (code, "would end on 1 January 2026, before it starts" in err) == (5, True)
    assert signed.read_text() == TEXT


DOUBTFUL = [
    (["--date", "2026-01-02"], "the day of the amendment, 2 January 2026, is before the text was signed"),
    (["--date", "2026-05-02"], "amendment 1 has a day that is still to come"),
    (["--starts", "2026-05-02"], "amendment 1 holds from 2 May 2026, but the record shows the new values from now on"),
    (["--reason", "Hubungi 0812-3456-7890"], "a telephone number is written here"),
    (["term.ends=2028-06-30"], "warning: "),
]


@pytest.mark.parametrize(("arguments", "says"), DOUBTFUL)
def test_doubts_are_said_and_never_block(pks: Run, signed: Path, arguments: list[str], says: str) -> None:
    code, _, err = pks("amend", "dua", "title=Lain", *arguments)
    assert (code, says in err) == (0, True)
    assert signed.read_text() != TEXT


def test_an_amendment_beside_a_renewal_is_warned_of(pks: Run, register: Path) -> None:
    keep(register, "dua", TEXT)
    keep(
        register,
        "baru",
        TEXT.replace("signing: {date: 2026-02-12}\n", "renews: dua\n").replace("registration", "draft"),
    )
    err = pks("amend", "dua", "title=Lain").err
    assert "baru" in err
    assert "amendment-while-renewing" in pks("check", "dua").out


def test_signatures_and_numbers_follow_later(pks: Run, signed: Path) -> None:
    pks("amend", "dua", "title=Lain", "--signed", "dinkes=2026-03-01")
    result = pks("amend", "dua", "--number", "rsj=445/9")
    assert result == (
        0,
        "dua: amendment 1 is signed by 1 of 2 parties\n",
        "dua\namendment 1 is not signed by Rumah Sakit Jiwa: `pks amend dua --no 1 --signed rsj=DATE`\n",
    )
    assert log() == "dua: amendment 1 completed"
    assert "Amended: amendment 1 of 1 March 2026; signed by 1 of 2 parties" in pks("show", "dua").out
    done = pks("amend", "dua", "--no", "1", "--signed", "rsj=2026-02-28", "--document", "adendum.pdf")
    assert done == (0, "dua: amendment 1 is signed by 2 of 2 parties\n", "dua\n")
    assert signed.read_text() == after(
        "  - no: 1\n"
        "    date: 2026-03-01\n"
        "    numbers: {rsj: 445/9}\n"
        "    signed: {dinkes: 2026-03-01, rsj: 2026-02-28}\n"
        "    changes:\n"
        "      - {field: title, from: Rujukan pasien, to: Lain}\n"
        "    document: adendum.pdf\n",
        **{"title: Rujukan pasien": "title: Lain"},
    )
    text = signed.read_bytes()
    assert pks("amend", "dua", "--no", "1", "--signed", "rsj=2026-02-28").err == "dua\ndua: nothing changed\n"
    code, _, err = pks("amend", "dua", "--no", "1", "--signed", "2026-03-02", "--number", "rsj=445/10")
    assert code == 5
    assert "amendments.1.signed.dinkes is recorded as 2026-03-01; to correct it: `pks set dua amendments.1.sig" in err
    assert "`pks set dua amendments.1.numbers.rsj=445/10`" in err
    assert signed.read_bytes() == text


def test_which_of_several_open_amendments_must_be_said(pks: Run, signed: Path) -> None:
    pks("amend", "dua", "title=Satu")
    pks("amend", "dua", "title=Dua")
    code, _, err = pks("amend", "dua", "--signed", "2026-03-01")
    assert (code, "which amendment? Name it with --no; there are: 1 and 2" in err) == (2, True)
    assert "no amendment 7; there are: 1 and 2" in pks("amend", "dua", "--no", "7", "--signed", "2026-03-01").err
    assert pks("amend", "dua", "--no", "2", "--signed", "2026-03-01").code == 0
    assert pks("amend", "dua", "--signed", "2026-03-01").out == "dua: amendment 1 is signed by 2 of 2 parties\n"
    assert "from: Satu, to: Dua" in signed.read_text()


def test_dry_run_shows_the_change_and_writes_nothing(pks: Run, signed: Path) -> None:
    code, out, err = pks("amend", "dua", "term.length=3 years", "--dry-run")
    assert code == 0
    assert "-  length: 2 tahun   # dua\n+  length: 3 years   # dua\n" in out
    assert "+      - {field: term.length, from: 2 tahun, to: 3 years}\n" in out
    assert "only tried; nothing was written" in err
    assert signed.read_text() == TEXT


def test_a_person_is_asked_what_changes_and_may_turn_away(signed: Path) -> None:
    terminal = Terminal("amend", "dua")
    terminal.until("Key and value, such as term.starts=2026-04-01: ")
    terminal.types("\x04")
    assert terminal.ends()[0] == 130
    assert signed.read_text() == TEXT
    terminal = Terminal("amend", "dua")
    terminal.until(": ")
    terminal.types("title=Lain\n")
    assert "dua: amendment 1: title Rujukan pasien → Lain" in terminal.ends()[1]


def test_check_finds_a_change_by_set_and_none_by_amend(pks: Run, register: Path) -> None:
    accepted = TEXT.replace(
        "signing:", "facilitation:\n  - {date: 2026-01-20, chair: Asisten, outcome: none}\nsigning:"
    )
    keep(register, "dua", accepted)
    keep(register, "tiga", accepted.replace("440/1/2026", "440/2/2026"))
    changes = ["term.length=3 tahun", "scope.+=Pelatihan", "parties.rsj.name=RSJ"]
    assert pks("set", "tiga", *changes).code == 0
    assert pks("amend", "dua", *changes).code == 0
    assert pks("check", "tiga").out.count("[changed-after-acceptance]") == 3
    assert "changed-after-acceptance" not in pks("check", "dua").out


def test_fourteen_parties_sign_an_amendment(pks: Run, register: Path) -> None:
    parties = "".join(f"  - {{name: Kabupaten {n}}}\n" for n in range(1, 15))
    file = keep(register, "banyak", f"title: A\nparties:\n{parties}signing: {{date: 2026-02-01}}\n"
                "history:\n  - {date: 2026-02-01, stage: corrections}\n")  # fmt: skip
    result = pks("amend", "banyak", "title=B", "--signed", "3=2026-03-01", "--number", "14=14/ADD")
    assert result.code == 0
    assert "amendment 1 is not signed by Kabupaten 1, Kabupaten 2, Kabupaten 4 and 10 others: " in result.err
    assert pks("amend", "banyak", "--signed", "2026-03-01").out == "banyak: amendment 1 is signed by 14 of 14 parties\n"
    assert "    numbers: {14: 14/ADD}\n" in file.read_text() or '    numbers: {"14": 14/ADD}\n' in file.read_text()


def test_an_addendum_of_its_own_stands_with_what_it_amends(pks: Run, register: Path) -> None:
    keep(register, "dua", TEXT.replace("scope:", "under: payung\nscope:"))
    keep(register, "payung", TEXT.replace("PKS", "KB").replace("440/1/2026", "440/8/2026"))
    addendum = TEXT.replace("instrument: PKS", "instrument: Adendum\namends: dua\nunder: payung")
    keep(register, "adendum", addendum.replace("440/1/2026", "440/9/2026"))
    tree = json.loads(pks("tree", "--json").out)
    names = [(one["id"], [two["id"] for two in one["children"]]) for one in (*tree, *tree[0]["children"])]
    assert names == [("payung", ["dua"]), ("dua", ["adendum"])]
    assert "Amended: as records of their own: adendum\n" in pks("show", "dua").out
    pks("rename", "dua", "2026-dua")
    assert "amends: 2026-dua\n" in (register / "adendum.yaml").read_text()
    assert "Amended: as records of their own: adendum\n" in pks("show", "2026-dua").out
    pks("close", "adendum", "--reason", "ditarik")
    assert pks("close", "2026-dua", "--reason", "tujuan tercapai").code == 0


def test_addenda_that_amend_each_other_are_shown_once(pks: Run, register: Path) -> None:
    keep(register, "satu", TEXT.replace("scope:", "amends: dua\nscope:"))
    keep(register, "dua", TEXT.replace("scope:", "amends: satu\nscope:"))
    assert pks("tree").code == 0
