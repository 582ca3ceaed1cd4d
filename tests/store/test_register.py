"""The register as a folder: where it is, what in it is an agreement, and which one is meant."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pks.errors import NotFoundError
from pks.message import Message
from pks.store.book import Book
from pks.store.register import Register, find_register

TEXT = """\
title: {title}
parties:
  - {{name: A, number: {number}}}
registration: {{number: {register}}}
history: [{{date: 2026-01-01, stage: draft}}]
"""


def put(root: Path, name: str, title: str = "T", number: str = "", register: str = "") -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEXT.format(title=title, number=number, register=register))
    return path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "agreements").mkdir()
    return tmp_path / "agreements"


def strays(root: Path) -> list[tuple[str, str]]:
    return [(one.file, one.code) for one in Register(root).listing.strays]


def test_the_nearest_folder_upwards_is_the_register(root: Path, tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert find_register(inner).root == root
    (tmp_path / "a" / "agreements").mkdir()
    assert find_register(inner).root == tmp_path / "a" / "agreements"


def test_inside_the_register_it_is_found_too(root: Path) -> None:
    (root / "2026").mkdir()
    assert find_register(root / "2026").root == root


def test_a_file_of_that_name_is_no_register(tmp_path: Path) -> None:
    (tmp_path / "agreements").write_text("")
    with pytest.raises(NotFoundError) as refused:
        find_register(tmp_path)
    assert refused.value.message.key == "register.none"


def test_files_in_subfolders_are_agreements_and_attachments_and_hidden_names_are_not(root: Path) -> None:
    for name in (
        "2026-b.yaml", "2026/2026-a.yaml", "x/y/2026-c.yaml", "2026-b.files/2026-d.yaml", ".pks/office.yaml",
        ".pks/cache/2026-e.yaml", ".hidden.yaml", ".git/2026-f.yaml", "notes.txt",
    ):  # fmt: skip
        put(root, name)
    listing = Register(root).listing
    assert [(one.id, one.file) for one in listing.entries.values()] == [
        ("2026-a", "agreements/2026/2026-a.yaml"),
        ("2026-b", "agreements/2026-b.yaml"),
        ("2026-c", "agreements/x/y/2026-c.yaml"),
    ]
    assert listing.strays == ()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("a-LAPTOP.yaml", "file.sync-copy"),
        ("a-DESKTOP-7F3K2.yaml", "file.sync-copy"),
        ("a (1).yaml", "file.sync-copy"),
        ("a (2026-01-02 conflicted copy).yaml", "file.sync-copy"),
        ("a (Ani's conflicted copy 2026-01-02).yaml", "file.sync-copy"),
        ("a.sync-conflict-20260102-030405-ABCDEFG.yaml", "file.sync-copy"),
        ("a_conf(1).yaml", "file.sync-copy"),
        ("a - Copy.yaml", "file.sync-copy"),
        ("a - Salin.yaml", "file.sync-copy"),
        ("a.yaml.orig", "file.sync-copy"),
        ("a.yaml~", "file.sync-copy"),
        ("a.BASE.1234.yaml", "file.sync-copy"),
        ("a.LOCAL.1234.yaml", "file.sync-copy"),
        ("a.yml", "file.wrong-ending"),
        ("b.YAML", "file.wrong-ending"),
        ("a.yaml.bak", "file.wrong-ending"),
        ("B.yaml", "file.bad-id"),
        ("a_b.yaml", "file.bad-id"),
        ("nul.yaml", "file.bad-id"),
        ("é.yaml", "file.bad-id"),
    ],
)
def test_what_looks_like_an_agreement_and_is_none_is_reported(root: Path, name: str, code: str) -> None:
    put(root, "a.yaml")
    put(root, name)
    assert strays(root) == [(f"agreements/{name}", code)]
    assert list(Register(root).listing.entries) == ["a"]


def test_of_two_files_with_one_id_the_second_is_reported(root: Path) -> None:
    put(root, "2025/a.yaml")
    put(root, "2026/a.yaml")
    assert strays(root) == [("agreements/2026/a.yaml", "file.twin")]
    assert Register(root).listing.entries["a"].file == "agreements/2025/a.yaml"


def test_twins_are_the_ids_of_several_files_and_no_other_strays(root: Path) -> None:
    for name in ("a.yaml", "2026/a.yaml", "2027/A.yaml", "b.yaml", "b.yml"):
        put(root, name)
    found = Register(root).listing.twins
    assert {id_: [one.file for one in some] for id_, some in found.items()} == {
        "a": ["agreements/2027/A.yaml", "agreements/a.yaml"]  # beside 2026/a.yaml, which comes first
    }


def test_a_link_to_a_folder_is_not_followed(root: Path, tmp_path: Path) -> None:
    put(tmp_path / "elsewhere", "b.yaml")
    (root / "link").symlink_to(tmp_path / "elsewhere")
    (root / "loop").symlink_to(root)
    assert list(Register(root).listing.entries) == []


def test_files_that_are_no_regular_files_are_agreements_that_cannot_be_read(root: Path) -> None:
    put(root, "a.yaml")
    (root / "link.yaml").symlink_to(root / "a.yaml")
    os.mkfifo(root / "fifo.yaml")
    book = Book(Register(root))
    assert [id_ for id_, _ in book.agreements()] == ["a"]
    assert [(one.file, one.code) for one in book.broken] == [
        ("agreements/fifo.yaml", "file.not-regular"),
        ("agreements/link.yaml", "file.not-regular"),
    ]


@pytest.fixture
def book(root: Path) -> Book:
    put(root, "2026-rsj.yaml", "Kesehatan jiwa", number="445/12-A", register="REG/2026/001")
    put(root, "2026-rsj-2.yaml", "Kesehatan gigi", number="445/12")
    put(root, "2025-bank.yaml", "Payroll, rsj", number="rsj")
    put(root, "rusak.yaml").write_text("title: [\n")
    return Book(Register(root))


@pytest.mark.parametrize(
    ("query", "id_"),
    [
        ("2026-rsj", "2026-rsj"),
        ("2026-RSJ", "2026-rsj"),
        (" 2026-rsj ", "2026-rsj"),
        ("2026-rsj.yaml", "2026-rsj"),
        ("agreements/2026-rsj.yaml", "2026-rsj"),
        ("445/12", "2026-rsj-2"),
        ("445/12-a", "2026-rsj"),
        ("reg/2026/001", "2026-rsj"),
        ("gigi", "2026-rsj-2"),
        ("KESEHATAN  JIWA", "2026-rsj"),
        ("rsj-2", "2026-rsj-2"),
        ("rsj", "2025-bank"),
        ("rusak", "rusak"),
        ("rus", "rusak"),
    ],
)
def test_an_id_a_number_or_a_part_of_id_or_title_is_enough(book: Book, query: str, id_: str) -> None:
    assert book.resolve(query).id == id_


@pytest.mark.parametrize(
    ("query", "key", "candidates"),
    [
        ("2026", "register.several", ["2026-rsj", "2026-rsj-2"]),
        ("kesehatan", "register.several", ["2026-rsj", "2026-rsj-2"]),
        ("445", "register.unknown", []),
        ("2026-rjs", "register.near", ["2026-rsj", "2026-rsj-2"]),
        ("", "register.unknown", []),
        ("   ", "register.unknown", []),
        ("\x1b[31m", "register.unknown", []),
    ],
)
def test_several_or_none_are_refused_with_candidates(book: Book, query: str, key: str, candidates: list[str]) -> None:
    with pytest.raises(NotFoundError) as refused:
        book.resolve(query)
    assert refused.value.message.key == key
    assert [one.values["id"] for one in refused.value.details if isinstance(one, Message)] == candidates


def test_of_many_that_fit_only_the_first_are_named(root: Path) -> None:
    for number in range(12):
        put(root, f"2026-{number:02}.yaml")
    with pytest.raises(NotFoundError) as refused:
        Book(Register(root)).resolve("2026")
    assert len(refused.value.details) == 9
    assert refused.value.details[-1] == Message("register.more", count=4)
