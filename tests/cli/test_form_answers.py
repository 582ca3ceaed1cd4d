"""`pks form read` of a partner's answers to corrections, and of evaluations."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.cli.forms import AIR, ASKED, HISTORY, JIWA, PASAR, fill, last_commits, put, read
from tests.conftest import Run

NOTHING = "nothing to record: nothing new was filled in, or all of it is there already\n"
ANSWERED = """\
corrections:
  - {no: 1, kind: substance, clause: Pasal 4, was: PIHAK KEDUA, becomes: PARA PIHAK, \
raised: {date: 2026-02-01}, answers: {rsj: {accepted: 2026-07-10, letter: 445/12/RSJ}}}
  - no: 2   # dari rapat
    clause: Pasal 9
    becomes: Musyawarah
    raised: {date: 2026-02-01}
    answers:
      pemkab: {accepted: 2026-02-03}
      rsj: {rejected: 2026-07-13, note: lihat lampiran, counter: arbitrase}
"""


@pytest.fixture(autouse=True)
def _july(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PKS_TODAY", "2026-07-20")


@pytest.fixture
def asked(register: Path, pks: Run) -> Path:
    """The register after `kor.xlsx` was made in Indonesian: corrections 1, 2 and 3 of `jiwa` in rows 6, 7 and 8."""
    put(register, jiwa=JIWA + ASKED + HISTORY)
    assert pks("--lang", "id", "form", "--kind", "corrections", "--party", "rsj", "--answered", "kor.xlsx").code == 0
    return register


def test_a_partner_accepts_and_rejects(asked: Path, pks: Run) -> None:
    fill("kor.xlsx", {
        "Koreksi!I6": " diterima ", "Koreksi!J6": date(2026, 7, 10), "Koreksi!K6": "445/12/RSJ",
        "Koreksi!I7": "Rejected", "Koreksi!J7": "13/07/2026", "Koreksi!L7": "arbitrase", "Koreksi!M7": "lihat lampiran",
    })  # fmt: skip
    result = pks("form", "read", "kor.xlsx", "--write")
    assert result == (
        0,
        ("Id\tWhat\tBefore\tAfter\n"
        "jiwa\tcorrection 1: Answer\t\tAccepted 2026-07-10\n"
        "jiwa\tcorrection 1: Letter number\t\t445/12/RSJ\n"
        "jiwa\tcorrection 2: Answer\t\tRejected 2026-07-13\n"
        "jiwa\tcorrection 2: Other words proposed (if rejected)\t\tarbitrase\n"
        "jiwa\tcorrection 2: Note\t\tlihat lampiran\n"),
        "5 changes recorded in 1 agreement\n",
    )  # fmt: skip
    rest = ASKED[ASKED.index("  - no: 3") :]
    assert read(asked, "jiwa") == JIWA + ANSWERED + rest + HISTORY
    assert last_commits(2) == ["jiwa: form corrections by rsj", "put"]
    assert pks("form", "read", "kor.xlsx", "--write") == (0, "", NOTHING)


def test_an_answer_without_a_day_is_of_the_day_it_is_read_and_only_once(
    asked: Path, pks: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill("kor.xlsx", {"Koreksi!I6": "Diterima"})
    assert pks("form", "read", "kor.xlsx", "--write", "--date", "2026-07-15").code == 0
    assert "answers: {rsj: {accepted: 2026-07-15}}" in read(asked, "jiwa")
    monkeypatch.setenv("PKS_TODAY", "2026-08-02")
    assert pks("form", "read", "kor.xlsx", "--write") == (0, "", NOTHING)


def test_the_other_answer_takes_its_place_and_the_letter_of_the_old_one_goes(asked: Path, pks: Run) -> None:
    fill("kor.xlsx", {"Koreksi!I8": "Diterima", "Koreksi!J8": "2026-07-01"})
    result = pks("form", "read", "kor.xlsx", "--write")
    assert result.out.endswith("jiwa\tcorrection 3: Answer\tRejected 2026-02-10\tAccepted 2026-07-01\n")
    assert (
        read(asked, "jiwa")
        == JIWA
        + ASKED.replace(
            "{rejected: 2026-02-10, counter: Ketapang, letter: 7/RSJ, x-ruang: 3}", "{accepted: 2026-07-01, x-ruang: 3}"
        )
        + HISTORY
    )


def test_only_the_letter_of_an_answer_that_stays(asked: Path, pks: Run) -> None:
    fill("kor.xlsx", {"Koreksi!K8": "8/RSJ"})
    assert pks("form", "read", "kor.xlsx", "--write").code == 0
    assert read(asked, "jiwa") == JIWA + ASKED.replace("letter: 7/RSJ", "letter: 8/RSJ") + HISTORY


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"I6": "setuju"}, "I6 (Answer): `setuju` is no choice; there are: Accepted and Rejected"),
        ({"K6": "1/RSJ"}, "I6 (Answer): no answer is chosen"),
        ({"I6": "Diterima", "L6": "lain"},
         "L6 (Other words proposed (if rejected)): other words are only proposed for what is rejected"),
        ({"I6": "Diterima", "J6": "31/02/2026"}, "J6 (Date): `31/02/2026` is no date; write 13/03/2025 or 2025-03-13"),
        ({"I6": "Diterima", "J6": "31/01/2026"},
         ("J6 (Date): correction 1 was raised on 1 February 2026, which is after 31 January 2026; "
         "if that day is wrong: `pks set jiwa corrections.1.raised.date=DATE`")),
        ({"C6": 9, "I6": "Diterima"}, "A6 (Id): this row was not in the form when it was sent"),
        ({"I8": "Diterima", "J8": "09/02/2026"},
         ("J8 (Date): correction 3 was rejected by rsj on 10 February 2026, after 9 February 2026, "
         "and the later answer counts; if it is wrong: `pks set jiwa corrections.3.answers.rsj.rejected=`")),
    ],
)  # fmt: skip
def test_an_answer_that_cannot_be(asked: Path, pks: Run, cells: dict[str, object], said: str) -> None:
    fill("kor.xlsx", {f"Koreksi!{place}": value for place, value in cells.items()})
    result = pks("form", "read", "kor.xlsx", "--write")
    assert (result.code, result.err.splitlines()[1:]) == (5, [f"  Koreksi!{said}"])
    assert read(asked, "jiwa") == JIWA + ASKED + HISTORY


def test_a_correction_withdrawn_renumbered_or_whose_party_went_meanwhile(asked: Path, pks: Run) -> None:
    fill("kor.xlsx", {"Koreksi!I6": "Diterima", "Koreksi!I7": "Diterima"})
    now = ASKED.replace("{date: 2026-02-01}}\n", "{date: 2026-02-01}, withdrawn: {date: 2026-07-01}}\n")
    put(asked, jiwa=JIWA + now.replace("no: 2 ", "no: 7 ") + HISTORY)
    assert pks("form", "read", "kor.xlsx").err.splitlines()[1:] == [
        "  Koreksi!C6 (No): correction 1 was withdrawn and needs no answer",
        "  Koreksi!C7 (No): there is no correction 2 any more",
    ]
    put(asked, jiwa=JIWA.replace("key: rsj", "key: rs") + ASKED.replace("rsj:", "rs:") + HISTORY)
    assert pks("form", "read", "kor.xlsx").err.splitlines()[1:] == [
        f"  Koreksi!A{row} (Id): `rsj` is no party any more; there are: pemkab and rs" for row in (6, 7)
    ]


def test_what_was_answered_by_hand_meanwhile_stands(asked: Path, pks: Run) -> None:
    fill("kor.xlsx", {"Koreksi!I6": "Diterima", "Koreksi!J6": "2026-07-10"})
    pks("correction", "reject", "jiwa", "1", "--party", "rsj", "--date", "2026-07-05")
    result = pks("form", "read", "kor.xlsx", "--write")
    assert result.code == 5
    assert "Koreksi!I6 (Answer): changed in the register as well" in result.err
    assert "the form says `accepted`, the register `rejected`" in result.err
    assert pks("form", "read", "kor.xlsx", "--write", "--replace").code == 0
    assert "answers: {rsj: {accepted: 2026-07-10}}" in read(asked, "jiwa")


def test_a_party_known_by_its_name_alone_and_days_to_come(register: Path, pks: Run) -> None:
    corrections = "corrections:\n  - {no: 1, clause: Pasal 1}\n"
    put(register, pasar=PASAR + corrections + HISTORY, air=AIR + corrections + HISTORY)
    assert pks("form", "--kind", "corrections", "--party", "kecamatan n", "kor.xlsx").code == 0
    fill("kor.xlsx", {"Corrections!I6": "accepted", "Corrections!J6": "2026-08-01"})
    result = pks("form", "read", "kor.xlsx", "--write")
    assert result.err == "there are days still to come: 2026-08-01\n1 change recorded in 1 agreement\n"
    assert (
        read(register, "pasar")
        == PASAR
        + ("corrections:\n  - {no: 1, clause: Pasal 1, answers: {kecamatan-n: {accepted: 2026-08-01}}}\n")
        + HISTORY
    )


def test_evaluations_are_new_entries_each_once(register: Path, pks: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    old = "evaluations:\n  - {date: 2026-01-10, recommendation: stop}   # lama\n"
    put(register, air=AIR + HISTORY, jiwa=JIWA + old + HISTORY, pasar=PASAR + HISTORY)
    pks("--lang", "id", "form", "--kind", "evaluation", "--all", "ev.xlsx")
    fill("ev.xlsx", {
        "Evaluasi!F6": "DILANJUTKAN", "Evaluasi!G6": "4,5", "Evaluasi!I6": "baik",
        "Evaluasi!F7": "expand", "Evaluasi!G7": 5, "Evaluasi!H7": date(2026, 7, 1), "Evaluasi!G8": 6,
    })  # fmt: skip
    result = pks("form", "read", "ev.xlsx", "--write")
    assert (result.code, result.err.splitlines()[1:]) == (5, ["  Evaluasi!G8 (Score (1–5)): 6 is no score from 1 to 5"])
    fill("ev.xlsx", {"Evaluasi!G8": 3})
    assert pks("form", "read", "ev.xlsx").err.endswith("Evaluasi!F8 (Recommendation): no recommendation is chosen\n")
    fill("ev.xlsx", {"Evaluasi!G8": None})
    assert pks("form", "read", "ev.xlsx", "--write").out == (
        "Id\tWhat\tBefore\tAfter\n"
        "air\tevaluation 2026-07-20: Recommendation\t\tContinue\nair\tevaluation 2026-07-20: Score (1–5)\t\t4.5\n"
        "air\tevaluation 2026-07-20: Note\t\tbaik\n"
        "jiwa\tevaluation 2026-07-01: Recommendation\t\tExpand\njiwa\tevaluation 2026-07-01: Score (1–5)\t\t5\n"
    )
    new = "evaluations:\n  - {date: 2026-07-20, recommendation: continue, score: 4.5, note: baik}\n"
    assert read(register, "air") == AIR + new + HISTORY
    assert read(register, "jiwa") == JIWA + old + "  - {date: 2026-07-01, recommendation: expand, score: 5}\n" + HISTORY
    assert last_commits(1) == ["form evaluation: 2 agreements"]
    monkeypatch.setenv("PKS_TODAY", "2026-08-02")
    assert pks("form", "read", "ev.xlsx", "--write") == (0, "", NOTHING)
    fill("ev.xlsx", {"Evaluasi!G7": 4})
    assert "the form says `4`, the register `5`" in pks("form", "read", "ev.xlsx").err
