"""`pks show`, `next` and `advance` for a person: what many parties lack folded, lists as they are spoken of."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run

NAMES = tuple(f"Kabupaten {number}" for number in range(1, 15))
PARTIES = "".join(f"  - {{key: p{number}, name: {name}}}\n" for number, name in enumerate(NAMES, 1))
FOURTEEN = f"""\
title: Rujukan
instrument: PKS
cooperation: KSDD
parties:
{PARTIES}\
sectors: [kesehatan]
scope: [Rujukan]
funding: [{{source: none}}]
term: {{starts: 2026-03-01, length: 1 tahun}}
council: {{burdens_public: tidak, unbudgeted: tidak}}
corrections:
  - {{no: 3, clause: Pasal 3, was: satu, becomes: dua}}
  - {{no: 5, becomes: tiga}}
"""
HISTORY = "history:\n  - {date: 2026-02-01, stage: STAGE}\n"
FULL = """\
title: Rujukan
parties:
  - key: dinsos
    name: Dinas Sosial
    signatory: {office: Kepala Dinas, mandate: {number: 1/2, date: 2026-01-05}}
  - {key: rsj, name: RSJ, signatory: {name: dr. Contoh, mandate: {number: "7"}}}
facilitation:
  - date: 2026-01-13
    place: Aula
    mode: hybrid
    chair: Asisten I
    attendees: [Bagian Hukum, {unit: RSJ, mode: online}]
    outcome: corrections
corrections:
  - no: 2
    clause: Pasal 4
    was: lama
    becomes: baru
    asing: tetap terlihat
    raised: {date: 2026-01-13, by: Bagian Hukum}
    answers: {dinsos: {accepted: 2026-01-15}, rsj: {rejected: 2026-01-16, counter: lain}}
    withdrawn: {date: 2026-01-20, reason: diganti}
documents:
  - {kind: draft, file: naskah.pdf, sha256: 3047816e9f97de712870818b6dd3b86a3bf43a32dcc6784e3efb347fd01ac555}
reports:
  - {period: 2026-S1, results: baik, sent: [{to: bupati, date: 2026-07-06}]}
indicators:
  - {name: pasien, unit: orang, readings: [{period: 2026-01, value: 3}, {period: 2026-02, value: 5}]}
tasks:
  - {what: Rapat}
  - {what: Survei, due: 2026-05-01, who: rsj}
amendments:
  - no: 4
    reason: Evaluasi
    date: 2026-06-01
    signed: {dinsos: 2026-06-01, rsj: 2026-06-01}
    changes: [{field: term.length, from: 1 tahun, to: 2 tahun}]
history:
  - {date: 2026-01-02, stage: reporting}
"""


@pytest.fixture
def fourteen(register: Path) -> Path:
    path = register / "empatbelas.yaml"
    path.write_text(FOURTEEN + HISTORY.replace("STAGE", "corrections"))
    return path


@pytest.mark.usefixtures("fourteen")
def test_what_fourteen_parties_lack_is_a_line_in_show_and_a_row_each_in_next_and_its_json(pks: Run) -> None:
    shown = pks("show", "empatbelas").out
    assert (
        "    needed: corrections 3, 5 not answered yet by Kabupaten 1, Kabupaten 2, Kabupaten 3 and 11 others\n"
        in shown
    )
    assert "    needed: Kabupaten 1, Kabupaten 2, Kabupaten 3 and 11 others have not signed\n" in shown
    assert shown.count("needed: ") == 2
    assert pks("next", "empatbelas").out.count("    needed: ") == 42
    assert pks("advance", "empatbelas").err.count("\n  - ") == 42
    for command in ("show", "next"):
        told = json.loads(pks(command, "empatbelas", "--json").out)
        assert len(told["next" if command == "show" else "missing"]) == 42


def test_advice_on_many_parties_is_one_line_of_advance_and_next_and_a_row_each_of_check(
    pks: Run, fourteen: Path
) -> None:
    text = FOURTEEN.partition("corrections:")[0]
    signed = "registration: {number: 1, date: 2026-02-01}\nsigning: {date: 2026-02-01}\n"
    fourteen.write_text(text + signed + HISTORY.replace("STAGE", "registration"))
    names = "Kabupaten 1, Kabupaten 2, Kabupaten 3 and 11 others"
    line = f"advised: the numbers that {names} gave the text are not stated\n"
    fix = 'one by one: `pks set empatbelas "parties.p1.number=NUMBER"`'
    assert f"    {line}      {fix}\n" in pks("next", "empatbelas").out
    assert pks("advance", "empatbelas").err.count(line) == 1
    assert pks("check", "empatbelas").out.count("[party-number-missing]") == 14
    fourteen.write_text(text + signed + HISTORY.replace("STAGE", "registration"))
    shown = pks("--lang", "id", "next", "empatbelas").out
    assert (
        "    disarankan: nomor naskah dari Kabupaten 1, Kabupaten 2, Kabupaten 3 dan 11 lainnya belum diisi\n" in shown
    )


def test_the_items_of_a_page_begin_with_what_they_are_known_by(pks: Run, register: Path) -> None:
    (register / "satu.yaml").write_text(FULL)
    shown = pks("show", "satu").out
    assert "    represented by Kepala Dinas, power of attorney 1/2 of 5 January 2026\n" in shown
    assert "    represented by dr. Contoh, power of attorney 7\n" in shown
    record = shown.partition("What the agreement says\n")[2].partition("\nHistory")[0]
    assert record == (
        "  Facilitation: • 13 January 2026 · hybrid · Aula · corrections · Chair: Asisten I\n"
        "      Attendees: Bagian Hukum · RSJ (online)\n"
        "  Corrections: 2. Pasal 4: lama → baru\n"
        "      asing: tetap terlihat\n"
        "      Raised: 13 January 2026 · Bagian Hukum\n"
        "      Dinas Sosial: accepted 15 January 2026\n"
        "      RSJ: rejected 16 January 2026 · Counter-proposal: lain\n"
        "      Withdrawn: 20 January 2026 · diganti\n"
        "  Documents: • draft · naskah.pdf · SHA-256: 3047816e9f97\n"
        "  Reports: • 2026-S1\n"
        "      Results: baik\n"
        "      Sent: bupati · 6 July 2026\n"
        "  Indicators: • pasien (orang)\n"
        "      Readings: 2026-01: 3 · 2026-02: 5\n"
        "  Tasks: 1. Rapat\n"
        "    2. Survei · Who: RSJ · Due: 1 May 2026\n"
        "  Amendments: 4. Evaluasi · Date: 1 June 2026\n"
        "      Signed Dinas Sosial and RSJ: 1 June 2026\n"
        "      Changes: term.length: 1 tahun → 2 tahun\n"
    )
    documents = json.loads(pks("show", "satu", "--json").out)["documents"]
    assert documents[0]["sha256"] == "3047816e9f97de712870818b6dd3b86a3bf43a32dcc6784e3efb347fd01ac555"


def test_an_id_that_is_meant_twice_is_said_once(pks: Run, register: Path) -> None:
    (register / "satu.yaml").write_text(FULL)
    made = pks("new", "Kedua", "--like", "satu", "--under", "satu", "--id", "dua")
    assert (made.code, made.out, made.err.count("satu\n")) == (0, "dua\n", 1)


def test_the_example_of_a_budget_is_of_this_year(pks: Run, register: Path) -> None:
    (register / "satu.yaml").write_text("title: Rujukan\nparties: [{name: A}]\n" + HISTORY.replace("STAGE", "draft"))
    missing = json.loads(pks("--today", "2031-02-03", "next", "satu", "--json").out)["missing"]
    fixes = {one["code"]: one["fix"] for one in missing}
    assert '"funding.+={source: APBD, year: 2031}"' in fixes["funding-missing"]
