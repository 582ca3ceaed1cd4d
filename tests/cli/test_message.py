"""`pks message`: a short text to paste into WhatsApp or e-mail."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.processes import Terminal
from tests.cli.test_letter import JALAN, OFFICE, RAPAT
from tests.conftest import Run, git

TOPICS = ("due", "corrections", "meeting", "renewal", "report")


@pytest.fixture
def folder(register: Path) -> Path:
    """A register on 1 March 2026 with a facilitation by three parties and an agreement that ends; its parent."""
    (register / ".pks" / "office.yaml").write_text(OFFICE)
    (register / "2026-magang.yaml").write_text(RAPAT)
    (register / "2024-rujukan.yaml").write_text(JALAN)
    git("add", "-A")
    git("commit", "-qm", "agreements")
    return register.parent


@pytest.mark.usefixtures("folder")
def test_without_a_topic_it_is_about_what_is_due_next_and_writes_nothing(pks: Run) -> None:
    assert pks("--lang", "id", "message", "rujukan") == (
        0,
        (
            "Yth. RSJ Contoh\n"
            "Dengan hormat,\n"
            "\n"
            "Perihal: Rujukan pasien\n"
            "Hari terakhir berlaku 1 Juni 2026, 92 hari lagi.\n"
            "Naskah meminta pemberitahuan tertulis paling lambat 1 April 2026.\n"
            "\n"
            "Mohon keputusan tertulis, diperpanjang atau tidak, paling lambat 1 Maret 2026.\n"
            "\n"
            "Terima kasih.\n"
            "Bagian Tata Pemerintahan\n"
        ),
        "2024-rujukan\n",
    )
    assert git("status", "--porcelain") == ""


@pytest.mark.usefixtures("folder")
def test_a_meeting_says_when_and_where_and_what_to_bring(pks: Run) -> None:
    assert pks("message", "magang", "--about", "meeting") == (
        0,
        (
            "To Universitas Contoh and RSJ A & B\n"
            "Good day,\n"
            "\n"
            "Re: Magang dan penelitian\n"
            "The facilitation meeting is on Thursday, 12 March 2026.\n"
            "Place: Aula Setda\n"
            "Held: in person\n"
            "\n"
            "Please attend and bring the draft and the data that go with it.\n"
            "\n"
            "Thank you.\n"
            "Bagian Tata Pemerintahan\n"
        ),
        "2026-magang\n",
    )


@pytest.mark.usefixtures("folder")
def test_corrections_are_asked_of_who_has_not_answered(pks: Run) -> None:
    late = (
        "Batas jawabannya, 27 Maret 2025, sudah lewat. Mohon jawaban tertulis (setuju, menolak, atau usul lain) segera."
    )
    assert pks("--lang", "id", "message", "magang", "--about", "corrections") == (
        0,
        (
            "Yth. Universitas Contoh\nDengan hormat,\n\nPerihal: Magang dan penelitian\n"
            f"Universitas Contoh belum menjawab 1 koreksi: nomor 1.\n\n{late}\n\n"
            "Terima kasih.\nBagian Tata Pemerintahan\n"
        ),
        "2026-magang\n",
    )
    assert pks("message", "magang", "--about", "corrections", "--to", "rsj") == (
        5, "", "pks: 2026-magang: RSJ A & B has answered every correction\n",
    )  # fmt: skip
    result = pks("--today", "2025-03-20", "message", "magang", "--about", "corrections", "--to", "universitas")
    assert "Please answer in writing (accepted, rejected or another wording) by 27 March 2025." in result.out


def test_fourteen_silent_parties_and_the_longest_texts_still_fit_one_message(pks: Run, folder: Path) -> None:
    long = "Pemerintah Kabupaten dengan nama yang sangat panjang sekali " * 9
    parties = "".join(f"  - {{key: p{n}, name: {long}{n}}}\n" for n in range(1, 15))
    numbers = "".join(
        f"  - {{no: {n}, clause: Pasal {n}, raised: {{date: 2026-02-20}}}}\n" for n in (*range(1, 9), *range(11, 60, 2))
    )
    (folder / "agreements" / "2026-magang.yaml").write_text(
        f"title: {long}\nparties:\n{parties}facilitation:\n"
        f"  - {{date: 2026-03-12, place: {long}, mode: hybrid, outcome: planned}}\ncorrections:\n{numbers}"
        f"term: {{starts: 2024-06-02, length: 2 tahun, notice: 2 bulan}}\ntasks:\n"
        + "".join(f"  - {{what: {long}, due: 2026-03-{n}}}\n" for n in range(10, 20))
        + "history:\n  - {date: 2026-02-01, stage: corrections}\n"
    )
    (folder / "agreements" / ".pks" / "office.yaml").write_text(f"office: {long}\n")
    for language in ("id", "en"):
        for topic in ("due", "corrections", "meeting", "renewal"):
            for to in ((), ("--to", "p3")):
                result = pks("--lang", language, "message", "2026-magang", "--about", topic, *to)
                assert result.code == 0, result.err
                assert 150 < len(result.out) <= 901
                assert "*" not in result.out
    text = pks("message", "2026-magang", "--about", "corrections", "--to", "p3").out
    assert "has not answered 33 corrections: number 1–8, 11, 13, " in text
    assert "To the parties\n" in pks("message", "2026-magang").out
    assert "There are " in pks("message", "2026-magang", "--about", "corrections").out


def test_a_report_asks_the_lead_agency_for_data_before_it_is_due(pks: Run, folder: Path) -> None:
    path = folder / "agreements" / "2024-rujukan.yaml"
    path.write_text(JALAN.replace("term:", "lead: Dinas Kesehatan\nterm:"))
    result = pks("--today", "2026-06-20", "message", "rujukan", "--about", "report")
    assert result.out == (
        "To Dinas Kesehatan\nGood day,\n\nRe: Rujukan pasien\n"
        "The data for the report on 2026-S1 are needed: activities, results, beneficiaries, money spent, obstacles, "
        "follow-up.\n\nPlease send them before 14 July 2026, when the report is due to bupati.\n\n"
        "Thank you.\nBagian Tata Pemerintahan\n"
    )
    result = pks("--today", "2026-07-20", "message", "rujukan", "--about", "report")
    assert "The report to bupati was due on 14 July 2026; please send the data soon." in result.out
    assert pks("message", "rujukan", "--about", "report") == (
        5, "", "pks: 2024-rujukan: no report is due within 90 days\n",
    )  # fmt: skip


def test_what_is_due_lists_the_earliest_first_and_whom_it_waits_for_where_nothing_is(pks: Run, folder: Path) -> None:
    path = folder / "agreements" / "2024-rujukan.yaml"
    path.write_text(
        JALAN.replace("history:", "renewal: {intent: renew}\ntasks:\n  - {what: Kirim data, due: 2026-03-20}\n"
                      "  - {what: Rapat evaluasi, who: RSJ, due: 2026-02-20}\nhistory:")
    )  # fmt: skip
    assert (
        "\n20 February 2026 (overdue): RSJ: Rapat evaluasi.\n20 March 2026: Kirim data.\n"
        in pks("message", "rujukan", "--about", "due").out
    )
    (folder / "agreements" / "tawaran.yaml").write_text(
        "title: Tawaran\nparties:\n  - {key: a, name: Kita, ours: ya}\n  - {key: b, name: Mitra}\n"
        "offer: {sent: 2025-12-01}\nhistory:\n  - {date: 2026-02-25, stage: draft, imported: true}\n"
    )
    assert (
        "\n31 December 2025 (overdue): No reply yet from Mitra to the offer of 1 December 2025.\n"
        in pks("message", "tawaran").out
    )
    (folder / "agreements" / "tanda.yaml").write_text(
        "title: Tanda tangan\nparties:\n  - {key: a, name: Kita, ours: ya, signed: 2026-02-01}\n"
        "  - {key: b, name: Mitra}\nhistory:\n  - {date: 2026-02-25, stage: corrections, imported: true}\n"
    )
    assert (
        "\nIt is now in corrections and signing, waiting for Mitra since 25 February 2026.\n"
        in pks("message", "tanda").out
    )


def test_nobodys_number_or_address_is_repeated(pks: Run, folder: Path) -> None:
    text = RAPAT.replace("place: Aula Setda", "place: rumah Pak X 0812-3456-7890")
    text = text.replace("history:", "tasks: [{what: kirim ke x@contoh.go.id, due: 2026-03-02}]\nhistory:")
    (folder / "agreements" / "2026-magang.yaml").write_text(text)
    for topic in ("meeting", "due"):
        out = pks("message", "magang", "--about", topic).out
        assert "(personal data)" in out
        assert "3456" not in out
        assert "@" not in out


def test_where_there_is_nothing_to_say_it_is_refused_with_what_to_do(pks: Run, folder: Path) -> None:
    assert pks("message", "rujukan", "--about", "meeting") == (
        5, "",
        "pks: 2024-rujukan: no meeting is ahead; record it: pks meet 2024-rujukan --date DATE --outcome planned\n",
    )  # fmt: skip
    assert pks("--lang", "id", "message", "magang", "--about", "renewal") == (
        5, "", "pks: 2026-magang: hari terakhir berlaku belum dicatat: pks set 2026-magang term.ends=TANGGAL\n",
    )  # fmt: skip
    assert pks("message", "rujukan", "--about", "corrections").code == 5
    assert pks("--today", "2025-06-01", "message", "rujukan") == (
        5, "",
        ("pks: 2024-rujukan: nothing is due within 90 days and nobody is waited for; "
        "choose a topic with --about: corrections, meeting, renewal or report\n"),
    )  # fmt: skip
    path = folder / "agreements" / "2024-rujukan.yaml"
    path.write_text(JALAN + "  - {date: 2026-01-01, stage: reporting, closed: agreed}\n")
    assert pks("message", "rujukan", "--about", "renewal") == (
        5, "", "pks: 2024-rujukan: the agreement was closed on 1 January 2026\n",
    )  # fmt: skip


@pytest.mark.usefixtures("folder")
def test_the_end_is_told_before_on_and_after_its_day_and_as_it_was_decided(pks: Run, folder: Path) -> None:
    def said(day: str) -> str:
        return pks("--today", day, "message", "rujukan", "--about", "renewal").out

    assert "The last day in force is 1 June 2026, in 1 day.\n" in said("2026-05-31")
    assert "The last day in force is today, 1 June 2026.\n" in said("2026-06-01")
    assert "It ended on 1 June 2026, 2 days ago.\n\nPlease decide in writing soon" in said("2026-06-03")
    path = folder / "agreements" / "2024-rujukan.yaml"
    for intent, words in (("renew", "It is to be renewed; "), ("stop", "It is not to be renewed; ")):
        path.write_text(JALAN.replace("history:", f"renewal: {{intent: {intent}}}\nhistory:"))
        assert words in said("2026-03-01")


@pytest.mark.usefixtures("folder")
def test_bad_arguments_are_told(pks: Run) -> None:
    result = pks("message", "magang", "--about", "apa")
    assert (result.code, result.out) == (2, "")
    assert all(topic in result.err for topic in TOPICS)
    assert pks("message", "magang", "--to", "siapa").code == 2
    assert pks("message").code == 2
    assert pks("message", "tidak-ada").code == 3


@pytest.mark.usefixtures("folder")
def test_on_a_terminal_it_is_the_text_as_it_is_pasted(pks: Run) -> None:
    text = pks("message", "magang", "--about", "meeting").out
    terminal = Terminal("message", "magang", "--about", "meeting")
    code, shown = terminal.ends()
    assert code == 0
    assert shown.replace("\r\n", "\n") == f"2026-magang\n{text}"
