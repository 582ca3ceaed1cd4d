"""The commands that only read: list, due, show, schema, help, and what stands before any command."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from pks import __version__
from pks.cli.commands import COMMANDS, NAMES, SECONDS
from tests.conftest import Run

EXAMPLE = Path(__file__).parents[1] / "examples" / "2026-contoh-lengkap.yaml"

RSJ = """\
title: Pelayanan Kesehatan Jiwa
instrument: PKS
cooperation: KSDD
sectors: [kesehatan]
lead: [Dinas Kesehatan, Dinas Sosial]
under: 2023-payung
parties:
  - {key: dinkes, name: Dinas Kesehatan, ours: ya, number: 440/1/2024}
  - {key: rsj, name: Rumah Sakit Jiwa, number: [445/2/RSJ/2024, "0123"]}
term: {starts: 2024-02-12, length: 2 years}
signing: {date: 2024-02-10}
registration: {number: REG/2024/001, date: 2024-02-14}
reporting: off
history:
  - {date: 2024-01-05, stage: draft}
  - {date: 2024-02-14, stage: reporting}
"""
CAMPUS = """\
title: Magang mahasiswa pekerjaan sosial
instrument: PKS
cooperation: KSDPK
sectors: [sosial, pendidikan]
lead: Dinas Sosial
under: {text: Nota Kesepahaman Kampus 2020, number: 12/UN/2020, date: 2020-01-01}
parties:
  - {key: dinsos, name: Dinas Sosial, ours: ya}
  - {key: kampus, name: Universitas Contoh, signed: 2025-03-30}
term: {starts: 2025-04-01, length: 1 year, notice: 1 month}
reporting: off
history:
  - {date: 2025-03-01, stage: reporting, imported: true}
"""
UMBRELLA = """\
title: Kesepakatan bersama daerah
instrument: KB
parties:
  - {name: Kabupaten Contoh, ours: ya}
  - {name: Provinsi Contoh}
term: {starts: 2023-01-01, length: 5 years}
reporting: off
history:
  - {date: 2022-12-20, stage: reporting, imported: true}
"""
DRAFT = """\
title: Bantuan hukum
parties:
  - {name: Bagian Hukum, ours: ya}
  - {name: Kejaksaan Negeri}
history:
  - {date: 2026-02-20, stage: draft}
"""
NO_START = """\
title: Parkir
instrument: Lainnya
under: 2023-payung-parkir
parties:
  - {name: Dinas Perhubungan, ours: ya}
  - {name: CV Parkir}
history:
  - {date: 2026-01-02, stage: registration, imported: true}
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
    "2024-dinkes-rsj": RSJ,
    "2025-dinsos-kampus": CAMPUS,
    "2026-hukum": DRAFT,
    "2026-parkir": NO_START,
    "2026-pasar": CLOSED,
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register of six agreements in the current folder, on 1 March 2026."""
    monkeypatch.chdir(tmp_path)
    root = tmp_path / "agreements"
    (root / "2026").mkdir(parents=True)
    for id_, text in FILES.items():
        place = root / "2026" if id_.startswith("2026") else root
        (place / f"{id_}.yaml").write_text(text)
    return root


def rows(pks: Run, *arguments: str) -> list[dict[str, Any]]:
    code, out, err = pks(*arguments, "--json")
    assert (code, err) == (0, "")
    found: list[dict[str, Any]] = json.loads(out)
    return found


def listed(pks: Run, *arguments: str) -> str:
    """The middle words of the ids that `list` gives, in its order."""
    return " ".join(one["id"].split("-")[-1] for one in rows(pks, "list", *arguments))


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        ("", "payung rsj kampus hukum parkir pasar"),
        # words: all of them, as parts of words, ignoring case
        ("jiwa", "rsj"),
        ("JIW", "rsj"),
        ("sehat", "rsj"),
        ("jiwa kesehatan", "rsj"),
        ("jiwa kampus", ""),
        ("jiwas", ""),
        ("contoh", "payung kampus"),
        ("0123", "rsj"),
        ("reg/2024", "rsj"),
        ("pendidikan", "kampus"),
        ("ksdpk", "kampus"),
        ("parkir cv", "parkir"),
        # one of several values is enough; every filter must hold
        ("--stage draft", "hukum"),
        ("--stage DRAFT --stage registration", "hukum parkir"),
        ("--stage facilitation", ""),
        ("--validity active", "payung"),
        ("--validity expired", "rsj"),
        ("--validity expiring", "kampus"),
        ("--validity preparing", "hukum"),
        ("--validity unknown", "parkir"),
        ("--validity ended", "pasar"),
        ("--validity upcoming --validity superseded", ""),
        ("--party rsj", "rsj"),
        ("--party kampus", "kampus"),
        ("--party sakit", "rsj"),
        ("--party rsjx", ""),
        ("--party contoh-2", "payung"),
        ("--party contoh", "payung kampus"),
        ("--sector sosial", "kampus"),
        ("--sector Kesehatan --sector pendidikan", "rsj kampus"),
        ("--sector kehutanan", ""),
        ("--cooperation ksdd", "rsj"),
        ("--cooperation KSDPK", "kampus"),
        ("--cooperation KSDPL", ""),
        ("--instrument kb", "payung"),
        ("--instrument PKS", "rsj kampus"),
        ("--instrument NK", ""),
        ("--lead sosial", "rsj kampus"),
        ("--lead kesehatan", "rsj"),
        ("--lead pendidikan", ""),
        ("--under 2023-payung", "rsj"),
        ("--under 2023-PAYUNG", "rsj"),
        ("--under 2023-payung-parkir", "parkir"),
        ("--under kesepahaman", "kampus"),
        ("--under 2023-hukum", ""),
        # the year it was signed in, else in which it starts, else in which it was entered
        ("--year 2024", "rsj"),
        ("--year 2025", "kampus"),
        ("--year 2023", "payung"),
        ("--year 2026", "hukum parkir pasar"),
        ("--year 2022", ""),
        ("--ending 2026", "rsj kampus"),
        ("--ending 2026-02", "rsj"),
        ("--ending 2026-03", "kampus"),
        ("--ending 2026-04", ""),
        ("--ending 2027-12", "payung"),
        ("--without registration", "payung kampus hukum parkir pasar"),
        ("--without term.length", "hukum parkir pasar"),
        ("--without term.starts --without instrument", "hukum"),
        ("--without parties", ""),
        ("--lead sosial --validity expired", "rsj"),
        ("--lead sosial --validity expired kampus", ""),
        # as it stood: what has no entry by then is not listed
        ("--as-of 2022-12-20", "payung"),
        ("--as-of 2022-12-19", ""),
        ("--as-of 2024-01-05", "payung rsj"),
        ("--as-of 2024-02-09 --stage draft", "rsj"),
        ("--as-of 2026-02-11 --validity expiring", "rsj kampus"),
        ("--as-of 2026-02-12 --validity expired", "rsj"),
        ("--as-of 2026-02-14 --validity ended", ""),
        ("--as-of 2026-02-15 --validity ended", "pasar"),
        ("--as-of 2024-03-01 --stage reporting", "payung rsj"),
    ],
)
def test_list_gives_what_passes_every_filter_in_the_order_of_the_ids(arguments: str, ids: str, pks: Run) -> None:
    assert listed(pks, *arguments.split()) == ids


def test_list_json_has_the_keys_of_the_format_in_its_order(pks: Run) -> None:
    (found,) = rows(pks, "list", "jiwa")
    assert list(found.items()) == list(
        {
            "id": "2024-dinkes-rsj",
            "title": "Pelayanan Kesehatan Jiwa",
            "instrument": "PKS",
            "cooperation": "KSDD",
            "sectors": ["kesehatan"],
            "parties": ["Dinas Kesehatan", "Rumah Sakit Jiwa"],
            "numbers": ["440/1/2024", "445/2/RSJ/2024", "0123"],
            "lead": ["Dinas Kesehatan", "Dinas Sosial"],
            "stage": "reporting",
            "validity": "expired",
            "unknown_field": None,
            "starts": "2024-02-12",
            "ends": "2026-02-11",
            "until": None,
            "signed": "2024-02-10",
            "decision": "2025-11-11",
            "under": ["2023-payung"],
            "renews": [],
            "register": "REG/2024/001",
            "waiting": None,
        }.items()
    )
    keys = list(rows(pks, "list", "jiwa")[0])
    assert all(list(one) == keys for one in rows(pks, "list"))
    assert {one["id"]: one["waiting"] for one in rows(pks, "list") if one["waiting"]} == {
        "2026-hukum": "office",
        "2026-parkir": "office",
    }
    assert {one["id"]: one["unknown_field"] for one in rows(pks, "list") if one["unknown_field"]} == {
        "2026-parkir": "term.starts"
    }
    assert rows(pks, "list", "kampus")[0]["under"] == [
        {"text": "Nota Kesepahaman Kampus 2020", "number": "12/UN/2020", "date": "2020-01-01"}
    ]


def test_a_list_in_a_pipe_has_a_heading_and_one_line_a_row_with_tabs(pks: Run) -> None:
    assert pks("list", "--lead", "sosial").out == (
        "Agreement\tParties\tId\tInstrument\tCooperation\tStage\tWaiting for\tValidity\tStarts\tEnds\n"
        "Pelayanan Kesehatan Jiwa\tDinas Kesehatan; Rumah Sakit Jiwa\t2024-dinkes-rsj\tPKS\tKSDD"
        "\timplementation and reporting\t\texpired\t2024-02-12\t2026-02-11\n"
        "Magang mahasiswa pekerjaan sosial\tDinas Sosial; Universitas Contoh\t2025-dinsos-kampus\tPKS\tKSDPK"
        "\timplementation and reporting\t\texpiring\t2025-04-01\t2026-03-31\n"
    )
    assert pks("list", "qqq") == (0, "No agreement fits.\n", "")
    assert pks("--lang", "id", "list", "qqq").out == "Tidak ada perjanjian yang cocok.\n"
    assert pks("list", "qqq", "--json").out == "[]\n"


@pytest.mark.parametrize("option", ["--year", "--ending", "--without", "--as-of", "--stage", "--validity", "--sector"])
def test_a_filter_that_cannot_be_meant_is_refused_with_what_can_be(option: str, pks: Run) -> None:
    for language in ("id", "en"):
        code, out, err = pks("--lang", language, "list", option, "20x6-1")
        assert (code, out) == (2, "")
        assert err.startswith(f"pks: {option}: `20x6-1` ")
        assert err.count("\n") == 1


def due(pks: Run, *arguments: str) -> list[tuple[str, str, str]]:
    return [(one["date"], one["id"].split("-")[-1], one["kind"]) for one in rows(pks, "due", *arguments)]


def test_due_includes_the_last_day_and_always_what_is_overdue(pks: Run) -> None:
    # a year's term from 1 April 2025 has 365 days: the decision falls three months before its end
    overdue = [
        ("2025-05-31", "rsj", "start"),
        ("2025-07-20", "kampus", "start"),
        ("2025-11-11", "rsj", "decision"),
        ("2025-12-31", "kampus", "decision"),
        ("2026-02-11", "rsj", "expiry"),
        ("2026-02-28", "kampus", "notice"),
    ]
    found = due(pks, "--within", "30d")
    assert found == [*overdue, ("2026-03-31", "kampus", "expiry")]
    assert due(pks, "--within", "29 days") == overdue
    assert due(pks, "--overdue") == overdue
    assert due(pks, "--within", "0 hari") == overdue
    assert due(pks, "--kind", "expiry") == [("2026-02-11", "rsj", "expiry"), ("2026-03-31", "kampus", "expiry")]
    assert due(pks, "--kind", "EXPIRY", "--kind", "stage", "--within", "81d") == [
        ("2026-02-11", "rsj", "expiry"),
        ("2026-03-31", "kampus", "expiry"),
        ("2026-05-21", "hukum", "stage"),
    ]
    assert len(due(pks, "--kind", "EXPIRY", "--kind", "stage", "--within", "80 days")) == 2
    assert {id_ for _, id_, _ in due(pks, "--party", "kampus")} == {"kampus"}
    assert {id_ for _, id_, _ in due(pks, "--party", "sakit jiwa")} == {"rsj"}
    assert {id_ for _, id_, _ in due(pks, "--lead", "SOSIAL")} == {"rsj", "kampus"}
    assert {id_ for _, id_, _ in due(pks, "--lead", "kesehatan")} == {"rsj"}
    assert due(pks, "--party", "sakit", "--lead", "pendidikan") == []


def test_due_of_today_is_not_overdue_and_90_days_is_what_it_looks_ahead(pks: Run) -> None:
    (one,) = rows(pks, "--today", "2026-03-31", "due", "--kind", "expiry", "--party", "kampus")
    assert one["days"] == 0
    assert pks("--today", "2026-03-31", "due", "--kind", "expiry", "--party", "kampus", "--strict").code == 0
    assert rows(pks, "--today", "2026-03-31", "due", "--kind", "expiry", "--party", "kampus", "--overdue") == []
    assert len(rows(pks, "--today", "2025-12-31", "due", "--kind", "expiry", "--party", "kampus")) == 1
    assert len(rows(pks, "--today", "2025-12-30", "due", "--kind", "expiry", "--party", "kampus")) == 0


def test_due_strict_exits_with_1_when_something_shown_is_overdue(pks: Run) -> None:
    assert pks("due", "--strict").code == 1
    assert pks("due", "--strict", "--json").code == 1
    assert pks("due").code == 0
    assert pks("due", "--strict", "--party", "hukum").code == 0
    assert pks("due", "--strict", "--kind", "meeting") == (0, "Nothing is due within that time.\n", "")


def test_due_json_has_the_keys_of_the_format_and_the_command_that_deals_with_it(pks: Run) -> None:
    assert rows(pks, "due", "--kind", "decision", "--party", "rsj") == [
        {
            "date": "2025-11-11",
            "days": -110,
            "kind": "decision",
            "key": "decision",
            "id": "2024-dinkes-rsj",
            "title": "Pelayanan Kesehatan Jiwa",
            "stage": "reporting",
            "detail": "Decide whether to renew; last day in force is 11 February 2026",
            "fix": "pks set 2024-dinkes-rsj renewal.intent=renew",
        }
    ]
    keys = ["date", "days", "kind", "key", "id", "title", "stage", "detail", "fix"]
    assert all(list(one) == keys for one in rows(pks, "due", "--within", "10 years"))
    indonesian = rows(pks, "--lang", "id", "due", "--kind", "decision", "--party", "rsj")[0]
    assert indonesian["detail"] == "Putuskan diperpanjang atau tidak; hari terakhir berlaku 11 Februari 2026"
    assert indonesian["kind"] == "decision"


def test_due_has_a_row_for_each_report_tier_in_json_and_in_a_pipe(pks: Run, folder: Path) -> None:
    (folder / "2025-lapor.yaml").write_text(
        CAMPUS.replace("reporting: off\n", "") + "  - {date: 2025-04-01, stage: reporting}\n"
    )
    found = rows(pks, "--today", "2026-07-01", "due", "--kind", "report", "--party", "kampus")
    assert [(one["date"], one["key"]) for one in found] == [
        ("2026-07-14", "report/2026-S1/bupati"),
        ("2026-07-30", "report/2026-S1/gubernur"),
    ]
    assert pks("--today", "2026-07-01", "due", "--kind", "report", "--party", "kampus").out.count("\n") == 3


@pytest.mark.parametrize(
    ("query", "id_"),
    [
        ("2024-dinkes-rsj", "2024-dinkes-rsj"),
        ("2024-DINKES-RSJ", "2024-dinkes-rsj"),
        (" 2024-dinkes-rsj ", "2024-dinkes-rsj"),
        ("2024-dinkes-rsj.yaml", "2024-dinkes-rsj"),
        ("agreements/2026/2026-pasar.yaml", "2026-pasar"),
        ("440/1/2024", "2024-dinkes-rsj"),
        ("445/2/rsj/2024", "2024-dinkes-rsj"),
        ("0123", "2024-dinkes-rsj"),
        ("reg/2024/001", "2024-dinkes-rsj"),
        ("rsj", "2024-dinkes-rsj"),
        ("Kampus", "2025-dinsos-kampus"),
        ("kesehatan jiwa", "2024-dinkes-rsj"),
        ("MAGANG  mahasiswa", "2025-dinsos-kampus"),
        ("2023-payung", "2023-payung"),
    ],
)
def test_an_agreement_is_found_by_id_number_or_a_part_only_it_has(query: str, id_: str, pks: Run) -> None:
    code, out, err = pks("show", query, "--json")
    assert (code, err) == (0, "")
    assert json.loads(out)["id"] == id_


def test_several_candidates_are_named_and_none_is_chosen(pks: Run) -> None:
    code, out, err = pks("show", "2026")
    assert (code, out) == (3, "")
    assert err.splitlines() == [
        "pks: `2026` fits 3 agreements; name one:",
        "  2026-hukum  Bantuan hukum",
        "  2026-parkir  Parkir",
        "  2026-pasar  Pasar",
    ]
    assert pks("--lang", "id", "show", "2026").err.startswith(
        "pks: `2026` cocok dengan 3 perjanjian; sebut salah satu:\n"
    )


def test_more_candidates_than_fit_on_a_screen_are_counted(pks: Run, folder: Path) -> None:
    for number in range(10, 22):
        (folder / f"2027-x-{number}.yaml").write_text(DRAFT)
    lines = pks("show", "2027-x").err.splitlines()
    assert lines[0] == "pks: `2027-x` fits 12 agreements; name one:"
    assert len(lines) == 10
    assert lines[-1] == "  and 4 more"


def test_a_number_that_two_agreements_carry_names_neither(pks: Run, folder: Path) -> None:
    (folder / "2026-lain.yaml").write_text(DRAFT.replace("Kejaksaan Negeri}", "Kejaksaan Negeri, number: 440/1/2024}"))
    code, out, err = pks("show", "440/1/2024")
    assert (code, out) == (3, "")
    assert "2024-dinkes-rsj" in err
    assert "2026-lain" in err


def test_an_unknown_agreement_is_not_found_and_near_ones_are_named(pks: Run) -> None:
    code, out, err = pks("show", "2024-dinkes-rjs")
    assert (code, out) == (3, "")
    assert err.splitlines()[:2] == [
        "pks: no agreement `2024-dinkes-rjs`; perhaps one of:",
        "  2024-dinkes-rsj  Pelayanan Kesehatan Jiwa",
    ]
    assert pks("show", "zzzzzz") == (3, "", "pks: no agreement `zzzzzz`\n")
    assert pks("show", "kesehatan gigi jiwa").err.endswith("  2024-dinkes-rsj  Pelayanan Kesehatan Jiwa\n")
    assert pks("show", "").code == 3
    assert pks("show", "../agreements/2024-tidak-ada").code == 3


FULL: dict[str, Any] = {
    "id": "2026-contoh-lengkap",
    "title": "Pelayanan rujukan kesehatan jiwa",
    "purpose": "Menjamin kesinambungan rujukan pasien",
    "location": "Kabupaten Contoh",
    "instrument": "PKS",
    "as_written": "Perjanjian Kerja Sama",
    "cooperation": "KSDPK",
    "mandatory": False,
    "sectors": ["kesehatan", "sosial"],
    "initiator": "Dinas Kesehatan",
    "lead": ["Dinas Sosial"],
    "legal_basis": ["PP 28/2018"],
    "under": ["2026-contoh-payung"],
    "cluster": "rujukan jiwa",
    "clusters": [{"name": "rujukan jiwa", "note": "satu"}],
    "renews": [
        "2024-contoh-lama",
        {"text": "Perjanjian rujukan 2022", "number": "0440/3/2022", "date": "2022-02-01"},
    ],
    "amends": [],
    "parties": [
        {
            "key": "dinkes",
            "name": "Dinas Kesehatan Kabupaten Contoh",
            "region": "Kabupaten Contoh",
            "body": "regional",
            "ours": True,
            "number": ["0440/015/PKS/2026"],
            "signatory": [
                {
                    "name": "dr. Contoh",
                    "office": "Kepala Dinas Kesehatan",
                    "capacity": "Plt",
                    "mandate": {"number": "100/7/KUASA/2026", "date": "2026-01-20"},
                }
            ],
            "signed": "2026-02-10",
        },
        {
            "key": "klinik-utama-sehat",
            "name": 'Klinik Utama "Sehat, Jiwa" & Mitra',
            "region": None,
            "body": None,
            "ours": None,
            "number": ["007/KU-SJ/II/2026", "0123"],
            "signatory": [],
            "signed": None,
        },
    ],
    "scope": ["Rujukan pasien", "no"],
    "term": {
        "starts": "2026-02-12",
        "length": "2 tahun",
        "ends": None,
        "until": None,
        "review": "1 year",
        "notice": "2 months",
    },
    "offer": {"sent": "2025-12-22", "number": None, "replied": "2026-01-05", "received": None},
    "funding": [
        {"source": "APBD", "party": "dinkes", "amount": 250000000, "year": 2026, "note": "1e3"},
        {"source": "none", "party": None, "amount": None, "year": None, "note": None},
    ],
    "council": {
        "burdens_public": False,
        "unbudgeted": True,
        "submitted": None,
        "number": None,
        "answered": None,
        "outcome": "approved",
    },
    "facilitation": [
        {
            "date": "2026-01-15",
            "place": "Aula",
            "mode": "hybrid",
            "chair": None,
            "attendees": ["Bagian Hukum", {"unit": "Klinik Utama", "mode": "online"}],
            "basis": None,
            "outcome": "corrections",
            "note": None,
            "minutes": None,
        }
    ],
    "corrections": [
        {
            "no": 1,
            "kind": None,
            "clause": "Pasal 4",
            "was": None,
            "becomes": None,
            "reason": None,
            "raised": {"date": "2026-01-15", "by": "Bagian Hukum"},
            "answers": {
                "dinkes": {"accepted": "2026-01-16", "rejected": None, "note": None, "counter": None, "letter": None},
                "klinik-utama-sehat": {
                    "accepted": None,
                    "rejected": "2026-01-20",
                    "note": None,
                    "counter": "arbitrase",
                    "letter": None,
                },
            },
            "withdrawn": {"date": "2026-01-25", "reason": "sudah diatur"},
        }
    ],
    "signing": {
        "date": "2026-02-12",
        "place": None,
        "copies": 2,
        "initials": None,
        "duty_stamp": None,
        "seal": True,
    },
    "registration": {"number": "REG/2026/014", "date": "2026-02-16", "by": None},
    "documents": [
        {
            "kind": "signed-copy",
            "file": None,
            "sha256": None,
            "url": None,
            "number": None,
            "date": None,
            "version": None,
            "copy": "original",
            "holder": "Bagian Tata Pemerintahan",
            "location": None,
            "covers": None,
        }
    ],
    "reporting": "off",
    "reports": [
        {
            "period": "2026-S1",
            "activities": None,
            "results": None,
            "beneficiaries": "sekitar 12",
            "spent": 110000000,
            "obstacles": None,
            "follow_up": None,
            "sent": [{"to": "bupati", "date": "2026-07-10", "number": None, "received": None}],
        }
    ],
    "indicators": [
        {
            "name": "pasien dirujuk",
            "unit": None,
            "readings": [
                {"period": "2026-01", "value": 0, "note": None},
                {"period": "2026-06", "value": 12.5, "note": None},
            ],
        }
    ],
    "tasks": [
        {"what": "Rapat evaluasi", "who": None, "due": "2026-08-01", "every": "6 months", "done": ["2026-08-03"]}
    ],
    "evaluations": [{"date": "2026-08-03", "recommendation": "continue", "score": 4, "note": None}],
    "amendments": [
        {
            "no": 1,
            "date": None,
            "starts": None,
            "numbers": {"dinkes": "440/ADD/2026"},
            "signed": {"dinkes": "2026-05-01"},
            "reason": None,
            "changes": [{"field": "term.length", "from": "1 year", "to": "2 years"}],
            "document": None,
        }
    ],
    "renewal": {"intent": "review", "date": None, "note": None},
    "unread": {"kolom Q": "0071"},
    "history": [
        {
            "date": "2025-12-21",
            "stage": "draft",
            "by": "Bagian Tata Pemerintahan",
            "note": None,
            "closed": None,
            "forced": [],
            "imported": None,
        },
        {
            "date": "2026-02-16",
            "stage": "reporting",
            "by": None,
            "note": None,
            "closed": None,
            "forced": ["offer-missing"],
            "imported": None,
        },
    ],
    "x-kode-arsip": "0071",
    "stage": "reporting",
    "validity": "active",
    "unknown_field": None,
    "ends": "2028-02-11",
    "decision": "2027-11-11",
    "waiting": None,
    "successors": [],
    "next": [],
}


def shown(pks: Run, *arguments: str) -> dict[str, Any]:
    code, out, err = pks("show", *arguments, "--json")
    assert (code, err) == (0, "")
    found: dict[str, Any] = json.loads(out)
    return found


def test_show_json_is_the_whole_file_typed_with_what_follows_from_it(pks: Run, folder: Path) -> None:
    (folder / EXAMPLE.name).write_bytes(EXAMPLE.read_bytes())
    found = shown(pks, "lengkap")
    assert found == FULL
    assert list(found) == list(FULL)
    for key in ("term", "corrections", "documents"):
        assert json.dumps(found[key]) == json.dumps(FULL[key])


def test_show_json_of_an_early_draft_has_every_key_all_the_same(pks: Run) -> None:
    found = shown(pks, "hukum")
    given = {"title", "parties", "history", "id", "stage", "validity", "waiting", "next"}
    assert {key for key, value in found.items() if value not in (None, [])} == given
    assert list(found) == [key for key in FULL if not key.startswith("x-")]
    lists = {key for key, value in FULL.items() if isinstance(value, list)}
    assert {key for key, value in found.items() if isinstance(value, list)} == lists
    assert (found["validity"], found["waiting"]) == ("preparing", "office")
    assert {one["code"] for one in found["next"] if one["level"] == "error"} >= {"instrument-missing", "scope-missing"}
    for one in found["next"]:
        assert list(one) == ["code", "level", "message", "source", "fix"]
        assert all(one.values())


def test_show_names_successors_and_what_they_supersede(pks: Run, folder: Path) -> None:
    (folder / "2026-rsj-baru.yaml").write_text(
        RSJ.replace("under: 2023-payung", "renews: 2024-dinkes-rsj")
        .replace("2024-", "2026-")
        .replace("REG/2024", "REG/2026")
        .replace("renews: 2026-", "renews: 2024-")
    )
    found = shown(pks, "2024-dinkes-rsj")
    assert (found["validity"], found["successors"]) == ("superseded", ["2026-rsj-baru"])


def test_show_for_reading_says_where_it_stands_in_the_chosen_language(pks: Run) -> None:
    english = pks("show", "rsj").out
    assert english.startswith("Pelayanan Kesehatan Jiwa\n2024-dinkes-rsj · ")
    assert "  Validity: expired 18 days ago, on 11 February 2026\n" in english
    assert "  2024-02-14: implementation and reporting\n" in english
    assert "  Waiting for: this office, since 20 February 2026\n" in pks("show", "hukum").out
    assert "  Menunggu: kantor ini, sejak 20 Februari 2026\n" in pks("--lang", "id", "show", "hukum").out
    indonesian = pks("--lang", "id", "show", "rsj").out
    assert "kedaluwarsa 18 hari yang lalu, pada 11 Februari 2026" in indonesian
    assert "\x1b" not in english + indonesian


def test_a_file_for_reading_comes_out_in_full_in_a_pipe(pks: Run, folder: Path) -> None:
    (folder / EXAMPLE.name).write_bytes(EXAMPLE.read_bytes())
    out = pks("show", "lengkap").out
    for words in ("Rp250,000,000", "arbitrase", "0123", "Aula", "offer-missing"):
        assert words in out


def test_the_folder_of_the_register_is_here_above_or_where_it_is_said_to_be(
    pks: Run, folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path_factory.mktemp("lain")
    (other / "agreements").mkdir()
    (other / "agreements" / "2020-x.yaml").write_text(DRAFT)
    monkeypatch.chdir(folder / "2026")
    assert listed(pks, "hukum") == "hukum"
    assert listed(pks) == "payung rsj kampus hukum parkir pasar"
    found = json.loads(pks("-C", str(other), "list", "--json").out)
    assert [one["id"] for one in found] == ["2020-x"]
    monkeypatch.setenv("PKS_DIR", str(other))
    assert listed(pks) == "x"
    assert [one["id"] for one in json.loads(pks("-C", str(folder), "list", "hukum", "--json").out)] == ["2026-hukum"]
    code, out, err = pks("-C", str(other / "nowhere"), "list")
    assert (code, out) == (3, "")
    assert "nowhere does not exist" in err


def test_each_further_folder_is_seen_from_the_one_before_as_git_has_it(
    pks: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kantor" / "agreements").mkdir(parents=True)
    (tmp_path / "kantor" / "agreements" / "2020-x.yaml").write_text(DRAFT)
    (tmp_path / "lain").mkdir()
    monkeypatch.chdir(tmp_path)
    for folders in (
        ("kantor", "agreements"),
        ("lain", "../kantor"),
        ("nowhere", str(tmp_path / "kantor")),
        ("kantor", ""),
    ):
        before = [word for folder in folders for word in ("-C", folder)]
        for command in (("list", "--json"), ("list", "--json", "--stage=draft")):  # the second is read by Typer
            result = pks(*before, *command)
            assert (result.code, result.err) == (0, ""), folders
            assert [one["id"] for one in json.loads(result.out)] == ["2020-x"]
    assert pks("-C", "kantor", "-C", "nowhere", "list") == (3, "", "pks: folder kantor/nowhere does not exist\n")


def test_pks_alone_is_no_help_where_the_folder_that_was_named_is_not_there(
    pks: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = (3, "", "pks: folder nowhere does not exist\n")
    assert pks("-C", "nowhere") == refused
    monkeypatch.setenv("PKS_DIR", "nowhere")
    assert pks() == refused


def test_without_a_register_it_says_how_to_make_one(
    pks: Run, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("kosong"))
    for command in ("list", "due", "check"):
        code, out, err = pks(command)
        assert (code, out) == (3, "")
        assert "`pks init`" in err


def test_the_day_is_the_option_else_the_variable_else_the_clock(pks: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert listed(pks, "--validity", "expired") == "rsj"
    past = pks("--today", "2024-06-01", "list", "jiwa", "--validity", "active", "--json")
    assert [one["id"] for one in json.loads(past.out)] == ["2024-dinkes-rsj"]
    monkeypatch.setenv("PKS_TODAY", "2024-02-11")
    assert listed(pks, "--validity", "upcoming") == "rsj kampus"
    monkeypatch.delenv("PKS_TODAY")
    assert listed(pks, "--validity", "expired") == "rsj kampus"


@pytest.mark.parametrize("text", ["2026-02-30", "2026-2-1", "besok"])
def test_a_day_that_is_none_is_refused_wherever_it_was_given(
    text: str, pks: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pks("--today", text, "list").code == 2
    monkeypatch.setenv("PKS_TODAY", text)
    code, out, err = pks("list")
    assert (code, out) == (2, "")
    assert err.startswith(f"pks: PKS_TODAY: `{text}` ")


def test_the_language_is_the_option_the_variable_the_office_the_locale_or_english(
    pks: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    none = {"id": "Tidak ada perjanjian yang cocok.\n", "en": "No agreement fits.\n"}
    assert pks("--lang", "id", "list", "qqq").out == none["id"]
    monkeypatch.setenv("PKS_LANG", "id")
    assert pks("list", "qqq").out == none["id"]
    assert pks("--lang", "en", "list", "qqq").out == none["en"]
    monkeypatch.delenv("PKS_LANG")
    assert pks("list", "qqq").out == none["en"]
    monkeypatch.setenv("LANG", "id_ID.UTF-8")
    assert pks("list", "qqq").out == none["id"]
    (folder / ".pks").mkdir()
    (folder / ".pks" / "office.yaml").write_text("language: en\n")
    assert pks("list", "qqq").out == none["en"]


USAGE = [
    (("daftar",), "`daftar`"),
    (("lst",), "`list`"),
    (("lists", "x"), "`list`"),
    (("list", "--stagee", "draft"), "--stage"),
    (("list", "--bogus"), "--bogus"),
    (("--bogus",), "--bogus"),
    (("list", "-x"), "-x"),
    (("list", "--stage"), "--stage"),
    (("list", "--json=1"), "--json"),
    (("due", "--strict=ya"), "--strict"),
    (("due", "--within", "lama"), "--within: `lama`"),
    (("due", "--within", "-1d"), "--within: `-1d`"),
    (("due", "--kind", "rapat"), "--kind: `rapat`"),
    (("show",), "`ID`"),
    (("show", "a", "b (c)"), "`b (c)`"),
    (("show", "a", "b", "c"), "`b c`"),
    (("schema", "x"), "`x`"),
    (("--lang", "fr", "list"), "--lang: `fr`"),
    (("--today", "kemarin", "list"), "--today: `kemarin`"),
    (("-C",), "-C"),
]
TYPERS_ENGLISH = re.compile(
    r"got unexpected|no such|does not take|requires an|missing (?:argument|option)|invalid value|try '|error:|usage:",
    re.IGNORECASE,
)


@pytest.mark.parametrize(("arguments", "named"), USAGE, ids=[" ".join(arguments) for arguments, _ in USAGE])
def test_bad_arguments_exit_with_2_in_our_own_words(arguments: tuple[str, ...], named: str, pks: Run) -> None:
    said = []
    for language in ("id", "en"):
        given = arguments if arguments[0] in {"--lang", "-C"} else ("--lang", language, *arguments)
        code, out, err = pks(*given)
        assert (code, out) == (2, "")
        assert err.startswith("pks: ")
        assert err.count("\n") == 1
        assert named in err
        assert not TYPERS_ENGLISH.search(err)
        said.append(err)
    if arguments[0] not in {"--lang", "-C", "--bogus"}:
        assert said[0] != said[1]


@pytest.mark.parametrize(
    "given",
    [
        "show", "tree", "list", "list --party", "board --lead", "due --party", "due --within", "timeline",
        "stats --year", "next", "history", "--lang en show", "--no-index list", "check", "audit", "diff", "help",
        "export list --party", "report recap --lead", "report missing --to", "message a --to",
    ],
)  # fmt: skip
def test_words_that_are_no_text_are_refused_by_every_command(given: str, pks: Run) -> None:
    assert pks(*given.split(), "a\udcff") == (2, "", "pks: `a\\udcff` holds bytes that are not UTF-8 text\n")


TOPICS = ["start", "format", "dates", "errors", "glossary"]


@pytest.mark.parametrize("topic", TOPICS)
def test_the_manual_has_the_page_in_both_languages_as_it_is_in_a_pipe(topic: str, pks: Run) -> None:
    pages = [pks("--lang", language, "help", topic) for language in ("id", "en")]
    for page in pages:
        assert (page.code, page.err) == (0, "")
        assert page.out.startswith("# ")
        assert len(page.out) > 500
        assert "<!--" not in page.out
        assert "\x1b" not in page.out
    assert pages[0].out != pages[1].out


def test_the_page_on_the_format_has_every_key(pks: Run) -> None:
    out = pks("help", "format").out
    written = list(FULL)[1 : list(FULL).index("x-kode-arsip")]
    inside = ["parties.signatory.mandate.number", "corrections.answers.accepted", "term.length", "stages.draft"]
    for key in (*written, *inside, "last_day"):
        assert f"`{key}`" in out, key


def test_help_names_the_pages_and_refuses_one_that_is_not_there(pks: Run) -> None:
    code, out, err = pks("help")
    assert (code, err) == (0, "")
    for name in (*NAMES, *TOPICS):
        assert re.search(rf"\b{name}\b", out), name
    code, out, err = pks("help", "zzz")
    assert (code, out) == (3, "")
    assert err.startswith("pks: no page `zzz`; there are: start, procedure, office, format")


def test_help_of_a_command_is_its_own_help(pks: Run) -> None:
    for name in (*COMMANDS, *SECONDS):
        words = name.split()
        assert pks("help", *words) == pks(*words, "--help") == pks(*words, "-h")


@pytest.mark.parametrize("first", [name for name in SECONDS if name not in COMMANDS])
def test_the_first_of_two_words_alone_says_which_may_follow(first: str, pks: Run) -> None:
    code, out, err = pks(first)
    assert (code, out) == (2, "")
    *others, last = SECONDS[first]
    assert err == f"pks: `{first}` needs one more word: {', '.join(others)} and {last}\n"
    code, out, err = pks(first, "--help")
    assert (code, err) == (0, "")
    for second in SECONDS[first]:
        assert f"\n  {first} {second} " in out
    wrong = pks(first, f"{SECONDS[first][0]}x")
    assert (wrong.code, wrong.out) == (2, "")
    assert f"`{first} {SECONDS[first][0]}`?" in wrong.err


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_command_explains_itself_with_examples_of_commands_that_exist(name: str, language: str, pks: Run) -> None:
    code, out, err = pks("--lang", language, *name.split(), "--help")
    assert (code, err) == (0, "")
    usage, examples, options = {
        "id": ("Cara pakai: pks ", "\nContoh:\n", "\nArgumen dan pilihan:\n"),
        "en": ("Usage: pks ", "\nExamples:\n", "\nArguments and options:\n"),
    }[language]
    assert out.startswith(f"{usage}{name}")
    assert options in out
    shown_examples = out.split(examples)[1].split("\n\n")[0].splitlines()
    assert shown_examples
    for line in shown_examples:
        found = re.match(r"  (?:[A-Z]+=\S+ )?pks ([a-z]+)\b", line)
        assert found, line
        assert found[1] in NAMES
    assert "{" not in out.splitlines()[0]
    assert max(map(len, out.split(examples)[0].splitlines())) <= 80
    for words in ("show this help", "Show this message", "Options:", "[required]", "[default"):
        assert words not in out or (language, words) == ("en", "show this help")


def test_the_examples_in_help_are_accepted_as_they_stand(pks: Run) -> None:
    """Only those that read; each may find nothing, but none is a wrong use."""
    for name in ("list", "due", "check", "schema", "help", "show"):
        text = pks(name, "--help").out.split("\nExamples:\n")[1].split("\n\n")[0]
        for line in text.splitlines():
            arguments = line.split(">")[0].split()[1:]
            code = pks(*arguments).code
            assert code in {0, 1, 3} if name in {"show", "check"} else code in {0, 1}, line


def test_the_help_lists_every_command_once_by_what_it_is_for_and_leads_to_the_manual(pks: Run) -> None:
    assert pks("--help") == pks("-h") == pks("help")
    told = {
        "id": ("Memulai dan melihat:", "Argumen dan pilihan:", "Baru mulai: `pks help start`."),
        "en": ("Begin and look:", "Arguments and options:", "New to pks: `pks help start`."),
    }
    for language, (first, options, begin) in told.items():
        out = pks("--lang", language, "--help").out
        assert max(map(len, out.splitlines())) <= 80
        block = out[out.index(first) : out.index(options)].splitlines()
        assert [line.split()[0] for line in block if line.startswith("  ")] == list(NAMES)
        assert out.split("\n\n")[-1].startswith(begin)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_line_of_every_help_fits_80_columns(pks: Run, language: str) -> None:
    for name in COMMANDS:
        lines = pks("--lang", language, *name.split(), "--help").out.splitlines()
        assert [line for line in lines if len(line) > 80] == [], name


def test_an_option_that_does_not_exist_is_refused_with_the_nearest_one(pks: Run) -> None:
    assert pks("due", "--witin", "3d") == (2, "", "pks: no option `--witin`; did you mean `--within`?\n")
    assert pks("due", "--xyz") == (2, "", "pks: no option `--xyz`; see `--help`\n")


def test_the_version_is_told_and_nothing_else(pks: Run) -> None:
    assert pks("--version") == (0, f"pks {__version__}\n", "")


def test_schema_is_json_for_editors_in_both_languages(
    pks: Run, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("tanpa-register"))
    texts = {}
    for arguments in (("schema",), ("schema", "--office")):
        for language in ("id", "en"):
            code, out, err = pks("--lang", language, *arguments)
            assert (code, err) == (0, "")
            texts[language, *arguments] = json.loads(out)
    assert set(texts["en", "schema"]["required"]) == {"title", "parties", "history"}
    assert "last_day" in texts["en", "schema", "--office"]["properties"]
    assert texts["en", "schema"] != texts["id", "schema"]
    assert texts["en", "schema"]["properties"].keys() == texts["id", "schema"]["properties"].keys()


def test_results_are_the_same_with_and_without_the_index(pks: Run) -> None:
    for arguments in (
        ("list", "--json"), ("list", "--as-of", "2025-06-01"), ("due", "--json"), ("show", "rsj", "--json"),
        ("show", "rsj"), ("next", "rsj"), ("history", "rsj"), ("brief",), ("tree", "--json"), ("board",), ("timeline",),
        ("stats",), ("partners",), ("report", "missing", "--within", "2 years"),
        ("report", "recap", "--period", "2025-S1", "--json"), ("check",),
    ):  # fmt: skip
        assert pks("--no-index", *arguments) == pks(*arguments), arguments


def test_reading_leaves_every_file_as_it_was(pks: Run, folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.parent.rglob("*") if path.is_file()}
    for arguments in (("list",), ("due",), ("show", "rsj"), ("check",), ("schema",), ("help", "start")):
        pks(*arguments)
    after = {
        path: path.read_bytes()
        for path in folder.parent.rglob("*")
        if path.is_file() and ".pks/cache" not in path.as_posix()
    }
    assert after == before
