"""`pks correction accept|reject`: what the parties on both sides answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.ledgers import HEAD, TAIL, TWO, committed, last_commit
from tests.cli.processes import Terminal
from tests.conftest import Run


@pytest.fixture
def jiwa(register: Path) -> Path:
    """An agreement with corrections 1, 2 (rejected by rsj) and 5 (withdrawn)."""
    return committed(register, TWO)


def test_a_party_accepts_all_that_it_has_not_answered(pks: Run, jiwa: Path) -> None:
    code, out, err = pks(
        "correction", "accept", "jiwa", "all", "--party", "RSJ", "--letter", "445/7", "--date", "2026-02-11"
    )
    assert (code, out) == (0, "RSJ Provinsi: correction 1 accepted\n")
    assert err == (
        "jiwa\nrsj: 2 left rejected, as `all` is what is not answered yet; to overturn: "
        "`pks correction accept jiwa 2 --party rsj`\n"
        "2 corrections still to be answered by Dinas Sosial: 1-2\n"
        "2 corrections still to be answered by Dinas Kesehatan: 1-2\n"
        "1 correction rejected and not settled: 2\n"
    )
    mark = "    x-warna: merah\n"
    answer = "    answers: {rsj: {accepted: 2026-02-11, letter: 445/7}}\n"
    assert answer in jiwa.read_text()
    assert jiwa.read_text().replace(answer, "") == HEAD + TWO + TAIL
    assert mark in jiwa.read_text()
    assert last_commit() == "jiwa: correction 1 accepted by rsj"


def test_several_parties_accept_ranges_in_one_commit_under_their_made_keys(pks: Run, jiwa: Path) -> None:
    code, out, err = pks("correction", "accept", "jiwa", "1-2", "--party", "dinsos", "--party", "kesehatan")
    assert (code, out) == (0, "Dinas Sosial: corrections 1-2 accepted\nDinas Kesehatan: corrections 1-2 accepted\n")
    assert "1 correction still to be answered by RSJ Provinsi: 1\n" in err
    text = jiwa.read_text()
    assert "    answers: {dinsos: {accepted: 2026-03-01}, dinas-kesehatan: {accepted: 2026-03-01}}\n" in text
    assert (
        "# rapat kedua\n      dinsos: {accepted: 2026-03-01}\n      dinas-kesehatan: {accepted: 2026-03-01}\n" in text
    )
    assert last_commit() == "jiwa: corrections 1-2 accepted by dinsos, dinas-kesehatan"


def test_accepting_after_a_rejection_takes_back_its_letter_and_counter_and_keeps_the_note(pks: Run, jiwa: Path) -> None:
    code, out, err = pks("correction", "accept", "jiwa", "2", "--party", "rsj")
    assert (code, out) == (0, "RSJ Provinsi: correction 2 accepted\n")
    assert "correction 2 had been rejected by RSJ Provinsi, on 10 February 2026\n" in err
    old = "rsj: {rejected: 2026-02-10, counter: arbitrase, letter: 7/RSJ, note: lewat surat}"
    new = "rsj: {accepted: 2026-03-01, note: lewat surat}"
    assert jiwa.read_text() == HEAD + TWO.replace(old, new) + TAIL
    back = pks("correction", "reject", "jiwa", "2", "--party", "rsj", "--counter", "mediasi", "--note", "rapat")
    assert back.out == "RSJ Provinsi: correction 2 rejected\n"
    assert "rsj: {rejected: 2026-03-01, note: rapat, counter: mediasi}   # rapat kedua\n" in jiwa.read_text()


def test_the_same_answer_again_changes_nothing_but_what_is_said_anew(pks: Run, jiwa: Path) -> None:
    before = jiwa.read_text()
    again = pks("correction", "reject", "jiwa", "2", "--party", "rsj")
    assert (again.code, again.out) == (0, "")
    assert "jiwa: nothing changed\n" in again.err
    assert jiwa.read_text() == before
    assert pks("correction", "reject", "jiwa", "2", "--party", "rsj", "--date", "2026-02-12").code == 0
    assert jiwa.read_text() == before.replace("2026-02-10", "2026-02-12")
    assert pks("correction", "accept", "jiwa", "all", "--party", "rsj").code == 0
    assert "nothing changed" in pks("correction", "accept", "jiwa", "all", "--party", "rsj").err


def test_an_answer_written_twice_by_hand_is_mended_by_saying_it_again(pks: Run, jiwa: Path) -> None:
    jiwa.write_text(
        jiwa.read_text().replace("rsj: {rejected: 2026-02-10,", "rsj: {accepted: 2026-02-12, rejected: 2026-02-10,")
    )
    assert pks("correction", "accept", "jiwa", "2", "--party", "rsj").code == 0
    assert "rsj: {accepted: 2026-02-12, counter: arbitrase, letter: 7/RSJ, note: lewat surat}" in jiwa.read_text()


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["accept", "jiwa", "5", "--party", "rsj"], 5, "correction 5 was withdrawn and needs no answer"),
        (["accept", "jiwa", "7", "--party", "rsj"], 2, "there is no correction 7; there are: 1-2, 5"),
        (["accept", "jiwa", "1-9", "--party", "rsj"], 2, "there is no correction 9; there are: 1-2, 5"),
        (["accept", "jiwa", "2-1", "--party", "rsj"], 2, "`2-1` is no number of corrections"),
        (["accept", "jiwa", "x", "--party", "rsj"], 2, "`x` is no number of corrections"),
        (["accept", "jiwa", ",", "--party", "rsj"], 2, "`NO` is needed"),
        (["accept", "jiwa", "1"], 2, "`--party` is needed"),
        (["accept", "jiwa", "--party", "rsj"], 2, "`NO|A-B|all` is needed"),
        (["accept", "jiwa", "1", "--party", "polda"], 2, "no party is `polda`"),
        (["accept", "jiwa", "1", "--party", "dinas"], 2, "dinsos and dinas-kesehatan"),
        (["accept", "jiwa", "1", "--party", "rsj", "--date", "2026-01-31"], 5, "correction 1 was raised on 1 February"),
        (["accept", "jiwa", "2", "--party", "rsj", "--date", "2026-02-09"], 5, "the later answer counts"),
        (["accept", "jiwa", "1-2", "--party", "rsj", "--date", "2026-01-09"], 5, "2 of these cannot be recorded"),
        (["withdraw", "jiwa", "1"], 2, "`--reason` is needed"),
        (["withdraw", "jiwa", "1", "--reason", " "], 2, "`--reason` is needed"),
        (["withdraw", "jiwa", "3", "--reason", "x"], 2, "there is no correction 3"),
        (["withdraw", "jiwa", "1", "--reason", "x", "--date", "2026-01-31"], 5, "was raised on 1 February 2026"),
        (["accept", "tidak-ada", "1", "--party", "rsj"], 3, "no agreement"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_and_writes_nothing(
    pks: Run, jiwa: Path, arguments: list[str], code: int, says: str
) -> None:
    result = pks("correction", *arguments)
    assert (result.code, result.out) == (code, "")
    assert says in result.err
    assert jiwa.read_text() == HEAD + TWO + TAIL
    assert last_commit() == "jiwa"


@pytest.mark.usefixtures("jiwa")
def test_a_span_passes_over_what_is_withdrawn_and_says_so(pks: Run) -> None:
    result = pks("correction", "reject", "jiwa", "1,2-5", "--party", "dinsos")
    assert result.out == "Dinas Sosial: corrections 1-2 rejected\n"
    assert "passed over, as withdrawn: correction 5\n" in result.err


@pytest.mark.usefixtures("jiwa")
def test_a_day_to_come_is_recorded_with_a_word(pks: Run) -> None:
    result = pks("correction", "accept", "jiwa", "1", "--party", "rsj", "--date", "2026-04-01")
    assert result.code == 0
    assert "1 April 2026 is still to come" in result.err


def test_fourteen_parties_accept_sixty_corrections_at_once(pks: Run, register: Path) -> None:
    parties = "".join(f"  - {{key: kab-{number}, name: Kabupaten {number:02}}}\n" for number in range(1, 15))
    items = "".join(f"  - no: {number}\n    becomes: b{number}\n" for number in range(1, 61))
    file = register / "belas.yaml"
    file.write_text(f"title: Rujukan\nparties:\n{parties}corrections:\n{items}{TAIL}")
    result = pks("correction", "accept", "belas", "all", "--party", "semua")
    assert result.code == 0
    assert result.out.splitlines()[13] == "Kabupaten 14: corrections 1-60 accepted"
    assert "every correction is accepted by every party" in result.err
    assert file.read_text().count("{accepted: 2026-03-01}") == 14 * 60
    assert last_commit() == "belas: corrections 1-60 accepted by 14 parties"
    pks("correction", "add", "belas", "--becomes", "baru")
    err = pks("correction", "accept", "belas", "61", "--party", "kab-1").err
    assert err.splitlines()[1:4] == [
        f"1 correction still to be answered by Kabupaten {number:02}: 61" for number in (2, 3, 4)
    ]
    assert err.splitlines()[4].startswith("and by 10 more: kab-5, kab-6,")


@pytest.mark.usefixtures("jiwa")
def test_once_all_accepted_a_change_of_the_text_is_found(pks: Run) -> None:
    pks("correction", "withdraw", "jiwa", "2", "--reason", "x")
    pks("correction", "accept", "jiwa", "all", "--party", "all")
    assert "changed-after-acceptance" not in pks("check", "jiwa").out
    pks("set", "jiwa", "scope.+=Baru")
    assert "changed-after-acceptance" in pks("check", "jiwa").out


@pytest.mark.usefixtures("jiwa")
def test_in_indonesian(pks: Run) -> None:
    result = pks("--lang", "id", "correction", "accept", "jiwa", "1", "--party", "rsj")
    assert result.out == "RSJ Provinsi: koreksi 1 diterima\n"
    assert "2 koreksi masih menunggu Dinas Sosial: 1-2\n" in result.err
    assert "1 koreksi ditolak dan belum selesai: 2\n" in result.err


def test_on_a_terminal_number_and_party_are_asked_for_and_again_when_they_cannot_be_read(jiwa: Path) -> None:
    terminal = Terminal("correction", "accept", "jiwa")
    terminal.until("(there are: 1-2): ")
    terminal.types("satu\n")
    terminal.until("(there are: 1-2): ")
    terminal.types("1\n")
    terminal.until("dinas-kesehatan  Dinas Kesehatan\n")
    terminal.until("or all: ")
    terminal.types("dinas\n")
    terminal.until("or all: ")
    terminal.types("rsj, kesehatan\n")
    code, _ = terminal.ends()
    assert code == 0
    assert "answers: {rsj: {accepted: 2026-03-01}, dinas-kesehatan: {accepted: 2026-03-01}}" in jiwa.read_text()


def test_all_says_what_it_left_and_the_command_it_names_overturns_it(pks: Run, jiwa: Path) -> None:
    several = ("--party", "dinsos", "--party", "rsj")
    pks("correction", "reject", "jiwa", "all", *several)
    result = pks("--lang", "id", "correction", "accept", "jiwa", "all", *several)
    line = (
        "dinsos dan rsj: koreksi 1-2 tetap ditolak, karena `all` hanya yang belum dijawab; untuk mengubahnya: "
        "`pks correction accept jiwa 1-2 --party dinsos --party rsj`\n"
    )
    assert (result.code, result.out) == (0, "")
    assert line in result.err
    assert pks("correction", "accept", "jiwa", "1-2", *several).code == 0
    assert "rejected" not in jiwa.read_text()
    assert "left accepted" in pks("correction", "reject", "jiwa", "all", *several).err
