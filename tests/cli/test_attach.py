"""`pks attach`: a file beside its agreement, hashed, and named among its documents."""

from __future__ import annotations

import hashlib
import json
import os
import tracemalloc
from pathlib import Path

import pytest

from pks.store.attachments import Source, source_at
from tests.cli.processes import Terminal
from tests.conftest import Run, git

TEXT = """\
# lemari 3
title: Jiwa   # judul
parties: [{key: dinsos, name: Dinas Sosial, ours: true}, {key: rsj, name: RSJ}]
x-map: biru
history:
  - {date: 2026-01-01, stage: draft}
"""
ISI = hashlib.sha256(b"isi").hexdigest()
KAK = hashlib.sha256(b"kak").hexdigest()


@pytest.fixture
def scan(register: Path) -> Path:
    """An agreement `a`, committed, and the file `Naskah PKS (Final).PDF` beside the register."""
    (register / "a.yaml").write_text(TEXT)
    git("add", "-A")
    git("commit", "-qm", "a")
    path = register.parent / "Naskah PKS (Final).PDF"
    path.write_bytes(b"isi")
    return path


def with_documents(*lines: str) -> str:
    return TEXT.replace("x-map", "documents:\n" + "".join(f"  - {one}\n" for one in lines) + "x-map")


def documents(pks: Run) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(pks("show", "a", "--json").out)["documents"]
    return found


def test_a_file_is_copied_hashed_named_and_committed_at_once(pks: Run, register: Path, scan: Path) -> None:
    result = pks("attach", "jiwa", scan.name, "--kind", "signed-copy", "--copy", "scan", "--holder", "Bagian Hukum")
    assert result == (0, "agreements/a.files/naskah-pks-final.pdf\n", "a\n")
    assert (register / "a.files" / "naskah-pks-final.pdf").read_bytes() == b"isi"
    line = f"{{kind: signed-copy, file: naskah-pks-final.pdf, sha256: {ISI}, copy: scan, holder: Bagian Hukum}}"
    assert (register / "a.yaml").read_text() == with_documents(line)
    assert git("log", "--format=%s", "-1") == "a: attached naskah-pks-final.pdf (signed-copy)\n"
    assert git("show", "--name-only", "--format=").split() == [
        "agreements/a.files/naskah-pks-final.pdf", "agreements/a.yaml",
    ]  # fmt: skip
    assert git("status", "--porcelain") == '?? "Naskah PKS (Final).PDF"\n'
    assert scan.read_bytes() == b"isi"


def test_every_option_has_its_place(pks: Run, register: Path, scan: Path) -> None:
    result = pks(
        "attach", "a", str(scan), "--kind", "Terms-of-reference", "--as", "KAK revisi", "--number", "12/2026",
        "--date", "2026-02-01", "--version", "2", "--copy", "Original", "--holder", "Hukum", "--location", "Lemari 1",
        "--covers", "feasibility-study", "--no-commit",
    )  # fmt: skip
    assert result == (0, "agreements/a.files/kak-revisi.pdf\n", "a\n")
    line = (
        f"{{kind: terms-of-reference, file: kak-revisi.pdf, sha256: {ISI}, number: 12/2026, date: 2026-02-01, "
        'version: "2", copy: original, holder: Hukum, location: Lemari 1, covers: feasibility-study}'
    )
    assert (register / "a.yaml").read_text() == with_documents(line)
    assert git("log", "--format=%s", "-1") == "a\n"


def test_the_same_file_again_changes_nothing(pks: Run, register: Path, scan: Path) -> None:
    pks("attach", "a", scan.name, "--kind", "signed-copy")
    before = (register / "a.yaml").read_bytes()
    assert pks("attach", "a", scan.name, "--kind", "signed-copy", "--as", "lain") == (
        0,
        "agreements/a.files/naskah-pks-final.pdf\n",
        "a\nattached already as document 1 (signed copy): naskah-pks-final.pdf\na: nothing changed\n",
    )
    assert (register / "a.yaml").read_bytes() == before
    assert [one.name for one in (register / "a.files").iterdir()] == ["naskah-pks-final.pdf"]
    assert git("log", "--format=%s", "-2") == "a: attached naskah-pks-final.pdf (signed-copy)\na\n"


def test_a_file_that_was_lost_is_put_back(pks: Run, register: Path, scan: Path) -> None:
    pks("attach", "a", scan.name, "--kind", "signed-copy")
    (register / "a.files" / "naskah-pks-final.pdf").unlink()
    assert pks("check", "a").code == 1
    result = pks("attach", "a", scan.name, "--kind", "signed-copy")
    assert result.err == "a\nthe lost file of document 1 (signed copy) is put back: naskah-pks-final.pdf\n"
    assert pks("check", "a").code == 0


def test_nothing_that_is_there_is_overwritten_and_the_same_bytes_are_used(pks: Run, register: Path, scan: Path) -> None:
    files = register / "a.files"
    files.mkdir()
    (files / "Naskah-PKS-Final.pdf").write_bytes(b"lain")
    (files / "naskah-pks-final-2.pdf").mkdir()
    (files / "naskah-pks-final-3.pdf").write_bytes(b"isi")
    result = pks("attach", "a", scan.name, "--kind", "draft")
    assert result == (0, "agreements/a.files/naskah-pks-final-3.pdf\n", "a\n")
    assert (files / "Naskah-PKS-Final.pdf").read_bytes() == b"lain"
    assert git("show", "--name-only", "--format=").split() == [
        "agreements/a.files/naskah-pks-final-3.pdf", "agreements/a.yaml",
    ]  # fmt: skip
    (register.parent / "naskah pks final.pdf").write_bytes(b"baru")
    assert pks("attach", "a", "naskah pks final.pdf", "--kind", "draft").out == (
        "agreements/a.files/naskah-pks-final-4.pdf\n"
    )


def test_one_document_that_waits_for_its_file_gets_it(pks: Run, register: Path, scan: Path) -> None:
    (register / "a.yaml").write_text(with_documents("{kind: offer}", "{kind: signed-copy, holder: Hukum}  # pinjam"))
    result = pks("attach", "a", scan.name, "--kind", "signed-copy", "--holder", "Hukum", "--copy", "scan")
    assert result.err == "a\ndocument 2 (signed copy), which had no file yet, gets it\n"
    assert (register / "a.yaml").read_text() == with_documents(
        "{kind: offer}",
        f"{{kind: signed-copy, file: naskah-pks-final.pdf, sha256: {ISI}, copy: scan, holder: Hukum}}  # pinjam",
    )


@pytest.mark.parametrize(
    "lines",
    [
        ["{kind: draft}", "{kind: draft}"],
        ["{kind: draft, version: 2}"],
        ["{kind: draft, url: 'https://x'}"],
        ["{kind: offer}"],
        [f"{{kind: draft, sha256: {KAK}}}"],
    ],
    ids=["two", "another version", "elsewhere", "another kind", "other bytes"],
)
def test_where_it_is_not_clear_which_document_waits_a_new_one_is_added(
    pks: Run, register: Path, scan: Path, lines: list[str]
) -> None:
    (register / "a.yaml").write_text(with_documents(*lines))
    assert pks("attach", "a", scan.name, "--kind", "draft", "--version", "1").err == "a\n"
    assert len(documents(pks)) == len(lines) + 1


@pytest.mark.usefixtures("scan")
def test_a_link_records_the_hash_of_what_lies_beside_the_register(pks: Run, register: Path) -> None:
    (register.parent / "arsip").mkdir()
    kak = register.parent / "arsip" / "KAK.docx"
    kak.write_bytes(b"kak")
    assert pks("attach", "a", "arsip/KAK.docx", "--kind", "offer", "--link") == (0, "arsip/KAK.docx\n", "a\n")
    line = f"{{kind: offer, file: ../../arsip/KAK.docx, sha256: {KAK}}}"
    assert (register / "a.yaml").read_text() == with_documents(line)
    assert not (register / "a.files").exists()
    assert git("show", "--name-only", "--format=").split() == ["agreements/a.yaml"]
    assert pks("check", "a").code == 0
    kak.write_bytes(b"kak baru")
    assert [one["code"] for one in json.loads(pks("check", "a", "--json").out)] == ["check.attachment-changed"]
    kak.unlink()
    assert [one["code"] for one in json.loads(pks("check", "a", "--json").out)] == ["check.attachment-missing"]


def test_a_file_that_lies_in_the_folder_already_stays_and_is_committed(pks: Run, register: Path, scan: Path) -> None:
    (register / "a.files").mkdir()
    scan.rename(register / "a.files" / "Naskah.PDF")
    assert (
        pks("attach", "a", "agreements/a.files/Naskah.PDF", "--kind", "draft").out == "agreements/a.files/Naskah.PDF\n"
    )
    assert documents(pks)[0]["file"] == "Naskah.PDF"
    assert git("status", "--porcelain") == ""


@pytest.mark.usefixtures("scan")
@pytest.mark.parametrize("place", ["agreements/.pks/office.yaml", "agreements/a.yaml", ".git/config", "/etc/hostname"])
def test_what_may_not_be_read_through_a_register_is_not_linked(pks: Run, register: Path, place: str) -> None:
    result = pks("attach", "a", place, "--kind", "other", "--link")
    assert (result.code, result.out) == (2, "")
    assert f"pks: {place} cannot be linked: only files in {register.parent}, beside the register" in result.err
    assert (register / "a.yaml").read_text() == TEXT


@pytest.mark.usefixtures("scan")
@pytest.mark.parametrize("file", ["../../.git/config", "../../arsip/keluar/hostname", "../../../x", "../b.files/x"])
def test_check_refuses_a_path_that_leads_elsewhere(pks: Run, register: Path, file: str) -> None:
    (register.parent / "arsip").mkdir()
    (register.parent / "arsip" / "keluar").symlink_to("/etc")
    (register / "b.files").mkdir()
    (register / "b.files" / "x").write_bytes(b"isi")
    (register / "a.yaml").write_text(with_documents(f"{{kind: draft, file: {file}, sha256: {ISI}}}"))
    found = json.loads(pks("check", "a", "--json").out)
    assert [(one["line"], one["code"]) for one in found] == [(5, "check.attachment-outside")]


def test_an_attachment_folder_that_is_a_link_out_of_the_register_is_refused(
    pks: Run, register: Path, scan: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    away = tmp_path_factory.mktemp("away")
    (register / "a.files").symlink_to(away)
    assert pks("attach", "a", scan.name, "--kind", "draft", "--no-commit").code == 7
    assert list(away.iterdir()) == []
    assert (register / "a.yaml").read_text() == TEXT
    (away / "x").write_bytes(b"isi")
    (register / "a.yaml").write_text(with_documents(f"{{kind: draft, file: x, sha256: {ISI}}}"))
    assert [one["code"] for one in json.loads(pks("check", "a", "--json").out)] == ["check.attachment-outside"]


@pytest.mark.usefixtures("scan")
@pytest.mark.parametrize("file", ["tidak-ada.pdf", "tidak/ada.pdf", "agreements/a.yaml/ada.pdf"])
@pytest.mark.parametrize("command", [("attach", "a", "{}", "--kind", "draft"), ("edit", "a", "--from", "{}"),
                                     ("correction", "add", "a", "--from", "{}")])  # fmt: skip
def test_a_file_that_is_not_there_is_not_found_whoever_asks_for_it(
    pks: Run, register: Path, command: tuple[str, ...], file: str
) -> None:
    result = pks(*(one.format(file) for one in command))
    assert result == (3, "", f"a\npks: there is no file {file}\n")
    assert (register / "a.yaml").read_text() == TEXT


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a", "agreements", "--kind", "draft"], "agreements is no file that can be attached"),
        (["a", "pipa", "--kind", "draft"], "pipa is no file that can be attached"),
        (["a", "naskah.pdf", "--kind", "nota"], "--kind: `nota` is not one of: terms-of-reference"),
        (["a", "naskah.pdf", "--kind", "draft", "--copy", "foto"], "--copy: `foto` is not one of: original"),
        (["a", "naskah.pdf", "--kind", "draft", "--covers", "x"], "--covers: `x` is not one of: terms-of-reference"),
        (["a", "naskah.pdf", "--kind", "draft", "--date", "besok"], "--date: `besok` is not a date"),
        (["a", "naskah.pdf", "--kind", "draft", "--link", "--as", "x"], "--as names the copy; with --link there is"),
        (["a", "naskah.pdf"], "`--kind` is needed"),
        (["a"], "`FILE` is needed"),
        (["a", "naskah.pdf", "--kind", "draft", "--number", "a\udcff"], "holds bytes that are not UTF-8 text"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(
    pks: Run, register: Path, scan: Path, arguments: list[str], said: str
) -> None:
    scan.rename(register.parent / "naskah.pdf")
    os.mkfifo(register.parent / "pipa")
    result = pks("attach", *arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert (register / "a.yaml").read_text() == TEXT
    assert not (register / "a.files").exists()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("..", "draft.pdf"), ("../../lari.pdf", "lari.pdf"), ("-rf.pdf", "rf.pdf"), (".pks-tmp", "pks-tmp.pdf"),
        ("nul.pdf", "draft-nul.pdf"), ("a\x1b[31mb\n.pdf", "a-31mb.pdf"), ("Perjanjian №7.Docx", "perjanjian-no7.docx"),
        ("協定.pdf", "draft.pdf"), ("é" * 200 + ".pdf", "e" * 80 + ".pdf"),
        ("x.tar.gz", "x-tar.gz"), ("con", "draft-con.pdf"),
    ],
)  # fmt: skip
def test_the_copy_gets_a_name_that_is_good_on_every_system(
    pks: Run, register: Path, scan: Path, name: str, kept: str
) -> None:
    result = pks("attach", "a", str(scan), "--kind", "draft", f"--as={name}", "--no-commit")
    assert result == (0, f"agreements/a.files/{kept}\n", "a\n")
    assert [one.name for one in (register / "a.files").iterdir()] == [kept]


def test_a_dry_run_shows_the_line_says_where_it_would_go_and_writes_nothing(
    pks: Run, register: Path, scan: Path
) -> None:
    result = pks("--lang", "id", "attach", "a", scan.name, "--kind", "draft", "--dry-run")
    assert result.code == 0
    assert f"+  - {{kind: draft, file: naskah-pks-final.pdf, sha256: {ISI}}}\n" in result.out
    assert (
        result.err
        == "a\nakan disalin ke agreements/a.files/naskah-pks-final.pdf\nhanya dicoba; tidak ada yang ditulis\n"
    )
    assert (register / "a.yaml").read_text() == TEXT
    assert not (register / "a.files").exists()


def test_where_git_is_not_ready_or_the_agreement_is_broken_no_copy_is_left(
    pks: Run, register: Path, scan: Path
) -> None:
    (register.parent / ".git" / "MERGE_HEAD").write_text("0" * 40 + "\n")
    assert pks("attach", "a", scan.name, "--kind", "draft").code == 7
    (register / "a.yaml").write_text(TEXT + "title: dua\n")
    result = pks("attach", "a", scan.name, "--kind", "draft", "--no-commit")
    assert (result.code, result.out) == (4, "")
    assert not (register / "a.files").exists()


def test_where_the_text_cannot_be_changed_no_copy_is_left(pks: Run, register: Path, scan: Path) -> None:
    (register / "a.yaml").chmod(0o444)
    assert pks("attach", "a", scan.name, "--kind", "draft", "--no-commit").code == 7
    assert (register / "a.yaml").read_text() == TEXT
    assert not (register / "a.files").exists()


def test_a_file_that_changes_while_it_is_copied_is_not_attached(
    pks: Run, register: Path, scan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def then_changed(path: Path) -> Source:
        source = source_at(path)
        path.write_bytes(b"lain")
        return source

    monkeypatch.setattr("pks.workflow.attach.source_at", then_changed)
    result = pks("attach", "a", scan.name, "--kind", "draft")
    assert (result.code, result.err.splitlines()[1]) == (
        6, "pks: Naskah PKS (Final).PDF changed while it was copied; try again once it is finished",
    )  # fmt: skip
    assert (register / "a.yaml").read_text() == TEXT
    assert not (register / "a.files").exists()


def test_a_large_file_is_never_whole_in_memory(pks: Run, register: Path, scan: Path) -> None:
    size = 48 * 1024 * 1024
    with scan.open("wb") as stream:
        stream.truncate(size)
    pks("show", "a")  # what is imported once is not counted
    tracemalloc.start()
    try:
        assert pks("attach", "a", scan.name, "--kind", "draft", "--no-commit").code == 0
        assert tracemalloc.get_traced_memory()[1] < size // 3
    finally:
        tracemalloc.stop()
    assert (register / "a.files" / "naskah-pks-final.pdf").stat().st_size == size


def test_an_agreement_of_fourteen_parties_with_windows_line_ends_keeps_every_byte(
    pks: Run, register: Path, scan: Path
) -> None:
    parties = "".join(f"  - name: Kabupaten {number}\r\n" for number in range(14))
    before = f"title: Jiwa\r\nparties:\r\n{parties}"
    after = "history:\r\n- {date: 2026-01-01, stage: draft}\r\n"
    (register / "a.yaml").write_bytes((before + after).encode())
    assert pks("attach", "a", scan.name, "--kind", "draft").code == 0
    text = (register / "a.yaml").read_bytes().decode()
    assert text.startswith(before)
    assert text.endswith(after)
    assert f"{{kind: draft, file: naskah-pks-final.pdf, sha256: {ISI}}}\r\n" in text
    assert git("log", "--format=%s", "-2") == "a: attached naskah-pks-final.pdf (draft)\na: edited by hand\n"


@pytest.mark.usefixtures("register")
def test_on_a_terminal_what_is_missing_is_asked_for_and_again_where_it_does_not_fit(scan: Path) -> None:
    screen = Terminal("attach", "a")
    screen.until("File to attach: ")
    screen.types("tidak ada\n")
    screen.until("there is no file tidak ada")
    screen.until("File to attach: ")
    screen.types(f"{scan.name}\n")
    screen.until("draft, offer ...): ")
    screen.types("nota\n")
    screen.until("is not one of")
    screen.until("offer ...): ")
    screen.types("letter\n")
    code, said = screen.ends()
    assert (code, said.split()[-1]) == (0, "agreements/a.files/naskah-pks-final.pdf")


@pytest.mark.parametrize(("typed", "answers"), [("\x03", []), ("\x04", ["naskah.pdf\n"])])
def test_who_breaks_off_the_questions_leaves_nothing(
    register: Path, scan: Path, typed: str, answers: list[str]
) -> None:
    scan.rename(register.parent / "naskah.pdf")
    screen = Terminal("--lang", "id", "attach", "a")
    screen.until("Berkas yang dilampirkan: ")
    for answer in answers:
        screen.types(answer)
        screen.until("ditandatangani ...): ")
    screen.types(typed)
    code, said = screen.ends()
    assert (code, said.split("pks: ")[-1]) == (130, "dihentikan\n")
    assert (register / "a.yaml").read_text() == TEXT
    assert not (register / "a.files").exists()


def test_what_is_said_again_of_attached_bytes_fills_in_what_is_missing(pks: Run, register: Path, scan: Path) -> None:
    said = ("attach", "a", scan.name, "--kind", "signed-copy")
    pks(*said)
    before = (register / "a.yaml").read_text()
    more = (*said, "--number", "445/7/2026", "--date", "2026-02-01")
    assert "+" in pks(*more, "--dry-run").out
    assert (register / "a.yaml").read_text() == before
    assert pks(*more) == (
        0, "agreements/a.files/naskah-pks-final.pdf\n",
        "a\nattached already as document 1 (signed copy): naskah-pks-final.pdf\n",
    )  # fmt: skip
    text = (register / "a.yaml").read_text()
    assert "445/7/2026" in text
    assert "date: 2026-02-01" in text
    assert git("log", "--format=%s", "-1") == "a: document 1 completed\n"
    assert pks(*more).err.endswith("a: nothing changed\n")


def test_what_differs_of_attached_bytes_is_refused_with_what_corrects_it(pks: Run, register: Path, scan: Path) -> None:
    pks("attach", "a", scan.name, "--kind", "signed-copy", "--number", "7")
    before = (register / "a.yaml").read_bytes()
    said = ("attach", "a", scan.name, "--kind", "draft", "--number", "8", "--date", "2026-02-01")
    assert pks(*said) == (
        5, "",
        ("a\npks: a: 2 things are recorded otherwise, so nothing was written:\n"
        "  documents.1.kind is recorded as signed-copy; to correct it: `pks set a documents.1.kind=draft`\n"
        "  documents.1.number is recorded as 7; to correct it: `pks set a documents.1.number=8`\n"),
    )  # fmt: skip
    assert "documents.1.kind sudah tercatat: signed-copy" in pks("--lang", "id", *said).err
    assert (register / "a.yaml").read_bytes() == before
    assert pks("set", "a", "documents.1.kind=draft", "documents.1.number=8").code == 0
    assert pks(*said).code == 0
