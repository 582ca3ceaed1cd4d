import os
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path
from time import time_ns
from typing import Any

import pytest

from pks.index import block, database
from pks.index.index import Index
from pks.index.reading import read_facts
from pks.index.settled import due_from
from pks.store import contents
from pks.store.register import Register
from tests.index.registers import agreement, asked


@pytest.fixture
def small(register: Path) -> Path:
    chance = random.Random(1)
    for number in range(5):
        (register / f"a{number}.yaml").write_text(agreement(chance, ["a1"]))
        _age(register / f"a{number}.yaml")
    return register


def _age(path: Path) -> None:
    """Wait until nobody could mistake a change of `path` for what it is now."""
    while path.stat().st_ctime_ns >= _now() - block.RACY_NS:
        threading.Event().wait(0.02)


def _now() -> int:
    return time_ns()


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """The files that were opened, and those that were read for their facts."""
    done: dict[str, list[str]] = {"opened": [], "read": []}
    content_of = contents.content_of

    def counted(path: Path | str) -> bytes:
        done["opened"].append(Path(path).name)
        return content_of(path)

    def facts(look: object, *more: object) -> object:
        done["read"].append(look.id)  # type: ignore[attr-defined]
        return read_facts(look, *more)  # type: ignore[arg-type]

    for module in ("pks.index.refresh", "pks.index.reading", "pks.index.office", "pks.store.reading"):
        monkeypatch.setattr(f"{module}.content_of", counted)
    monkeypatch.setattr("pks.index.many.read_facts", facts)
    return done


def _ask(root: Path) -> Index:
    index = Index(Register(root))
    assert len(index.facts()) == 5
    index.close()
    return index


def _files(root: Path) -> list[Path]:
    return sorted((root / ".pks" / "cache").glob("index-*.db"))


def test_what_did_not_change_is_not_opened(small: Path, work: dict[str, list[str]]) -> None:
    _ask(small)
    assert work["read"] == ["a0", "a1", "a2", "a3", "a4"]
    work["opened"].clear()
    _ask(small)
    assert work["opened"] == ["office.yaml"]
    assert len(work["read"]) == 5


def test_one_change_is_one_file_read_and_one_row_written(small: Path, work: dict[str, list[str]]) -> None:
    _ask(small)
    with closing(sqlite3.connect(_files(small)[0])) as connection:
        before = dict(connection.execute("SELECT id, facts FROM file"))
    work["read"].clear()
    (small / "a3.yaml").write_text(agreement(random.Random(9), []))
    _ask(small)
    assert work["read"] == ["a3"]
    with closing(sqlite3.connect(_files(small)[0])) as connection:
        after = dict(connection.execute("SELECT id, facts FROM file"))
    assert (len(before), len(after)) == (5, 5)
    assert len(before.keys() & after.keys()) == 4


def test_what_was_only_touched_is_opened_and_not_read(small: Path, work: dict[str, list[str]]) -> None:
    _ask(small)
    for done in work.values():
        done.clear()
    os.utime(small / "a2.yaml")
    _ask(small)
    assert (work["opened"], work["read"]) == (["office.yaml", "a2.yaml"], [])


def test_a_file_written_just_now_is_opened_again_next_time(small: Path, work: dict[str, list[str]]) -> None:
    _ask(small)
    (small / "a2.yaml").write_text(agreement(random.Random(9), []))
    _ask(small)
    work["opened"].clear()
    _ask(small)
    assert work["opened"] == ["office.yaml", "a2.yaml"]
    _age(small / "a2.yaml")
    _ask(small)
    work["opened"].clear()
    _ask(small)
    assert work["opened"] == ["office.yaml"]


def test_it_is_ignored_by_git_and_right_after_a_checkout(small: Path) -> None:
    subprocess.run(["git", "add", "-A"], check=True)
    subprocess.run(["git", "commit", "-qm", "one"], check=True)
    _ask(small)
    assert subprocess.run(["git", "status", "--porcelain"], capture_output=True, text=True, check=True).stdout == ""
    (small / "a1.yaml").write_text(agreement(random.Random(5), []))
    (small / "a4.yaml").unlink()
    subprocess.run(["git", "commit", "-qam", "two"], check=True)
    assert asked(small, Index(Register(small))) == asked(small, None)
    for _ in range(3):
        subprocess.run(["git", "checkout", "-q", "HEAD~1"], check=True)
        assert asked(small, Index(Register(small))) == asked(small, None)
        subprocess.run(["git", "checkout", "-q", "main"], check=True)
        assert asked(small, Index(Register(small))) == asked(small, None)


def test_where_the_register_cannot_be_written_it_lies_in_the_users_cache(
    small: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    monkeypatch.setenv("XDG_CACHE_HOME", str(own))
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: str(own) in str(path) and access(path, mode))
    _ask(small)
    assert not _files(small)
    assert [path.suffix for path in own.rglob("index-*")] == [".db"]
    assert asked(small, Index(Register(small))) == asked(small, None)


def test_without_any_place_for_it_the_files_are_read(
    small: Path, monkeypatch: pytest.MonkeyPatch, work: dict[str, list[str]]
) -> None:
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    _ask(small)
    _ask(small)
    assert len(work["read"]) == 10
    assert not _files(small)


def test_where_an_office_keeps_no_folder_of_its_own_none_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "own"))
    (tmp_path / "agreements").mkdir()
    Index(Register(tmp_path / "agreements")).facts()
    assert list((tmp_path / "agreements").iterdir()) == []


def test_while_somebody_holds_the_lock_the_files_are_read(
    small: Path, monkeypatch: pytest.MonkeyPatch, work: dict[str, list[str]]
) -> None:
    monkeypatch.setattr(database, "_WAIT_SECONDS", 0.05)
    _ask(small)
    with closing(sqlite3.connect(_files(small)[0], isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        _ask(small)
        assert len(work["read"]) == 10
        other.execute("ROLLBACK")
        (small / "a1.yaml").write_text(agreement(random.Random(9), []))
        other.execute("BEGIN IMMEDIATE")  # a writer; who reads goes on
        work["read"].clear()
        assert asked(small, Index(Register(small))) == asked(small, None)
        assert set(work["read"]) == {"a1"}


def test_an_index_that_came_with_a_clone_or_a_copy_is_never_opened(small: Path, tmp_path: Path) -> None:
    _ask(small)
    clone = tmp_path / "klon" / "agreements"
    shutil.copytree(small, clone, symlinks=True)
    with closing(sqlite3.connect(_files(clone)[0])) as connection:
        connection.execute("UPDATE file SET facts = 'x'")
        connection.commit()
    assert asked(clone, Index(Register(clone))) == asked(clone, None)
    assert len(_files(clone)) == 2


def test_a_link_in_the_place_of_the_index_is_not_followed(small: Path, tmp_path: Path) -> None:
    _ask(small)
    file = _files(small)[0]
    file.unlink()
    (tmp_path / "berharga").write_bytes(b"")
    file.symlink_to(tmp_path / "berharga")
    _ask(small)
    assert (tmp_path / "berharga").read_bytes() == b""
    assert file.is_file()
    assert not file.is_symlink()


def test_processes_that_ask_and_edit_at_once_all_get_answers(small: Path) -> None:
    program = (
        "import sys, random\nfrom pathlib import Path\nfrom pks.index.index import Index\n"
        "from pks.store.register import Register\nfrom tests.index.registers import agreement\n"
        "root, seed = Path(sys.argv[1]), int(sys.argv[2])\nchance = random.Random(seed)\n"
        "for _ in range(12):\n"
        "    (root / f'.b{seed}').write_text(agreement(chance, ['a1']))\n"
        "    (root / f'.b{seed}').replace(root / f'b{seed}.yaml')\n"
        "    index = Index(Register(root))\n"
        "    assert f'b{seed}' in index.facts() and 'a0' in index.facts()\n"
        "    assert index.broken() == ()\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(small), str(seed)], cwd=Path(__file__).parents[2])
        for seed in range(4)
    ]
    assert [one.wait() for one in running] == [0] * 4
    assert asked(small, Index(Register(small))) == asked(small, None)


def test_many_files_are_read_by_several_processes_with_the_same_result(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(2)
    for number in range(40):
        (register / f"a{number}.yaml").write_text(agreement(chance, ["a1"]) if number % 7 else "title: [\n")
    monkeypatch.setattr("pks.store.pool._WORTH_IT", 10)
    monkeypatch.setattr("pks.store.pool._AT_ONCE", 3)
    told: list[int] = []

    class Told:
        def __enter__(self) -> object:
            return lambda: told.append(1)

        def __exit__(self, *_: object) -> None: ...

    index = Index(Register(register), lambda _count: Told())  # type: ignore[arg-type,return-value]
    assert asked(register, index) == asked(register, None)
    assert len(told) == 40


def test_a_warm_due_reads_the_deadlines_that_were_kept_and_no_facts(renewed: Path, touched: dict[str, int]) -> None:
    near = ["sudah", "diganti", "dekat"]
    assert _ending(renewed) == near
    assert touched == {"settled": 4, "files": 4}  # four are near
    touched |= {"settled": 0, "files": 0}
    assert _ending(renewed) == near
    assert touched == {"settled": 4, "files": 0}


def test_a_cold_due_keeps_the_deadlines_of_what_it_reads_unless_somebody_renews_it(
    renewed: Path, touched: dict[str, int]
) -> None:
    for file in _files(renewed):
        file.unlink()
    assert _ending(renewed) == ["sudah", "diganti", "dekat"]
    assert touched == {"settled": 4, "files": 2}  # the one that is renewed, and who renews it
    touched |= {"settled": 0, "files": 0}
    assert _ending(renewed) == ["sudah", "diganti", "dekat"]
    assert touched == {"settled": 4, "files": 0}


def test_who_renews_an_agreement_changes_its_deadlines_and_no_others(renewed: Path, touched: dict[str, int]) -> None:
    _ending(renewed)
    touched |= {"settled": 0, "files": 0}
    draft = (renewed / "ganti.yaml").read_text()
    (renewed / "ganti.yaml").write_text(draft.replace("stage: draft", "stage: reporting, imported: true"))
    _age(renewed / "ganti.yaml")
    assert _ending(renewed) == ["sudah", "dekat"]
    assert touched == {"settled": 3, "files": 3}  # are its bytes new; what is renewed, and by whom
    (renewed / "ganti.yaml").unlink()
    assert _ending(renewed) == ["sudah", "diganti", "dekat"]


def test_who_looks_further_than_deadlines_are_kept_gets_all_of_them(renewed: Path, touched: dict[str, int]) -> None:
    for _ in range(3):
        assert _ending(renewed, date(2040, 1, 1)) == ["sudah", "diganti", "dekat", "jauh"]
    assert _ending(renewed) == ["sudah", "diganti", "dekat"]
    touched |= {"settled": 0, "files": 0}
    assert _ending(renewed) == ["sudah", "diganti", "dekat"]
    assert touched == {"settled": 4, "files": 0}


def test_deadlines_that_reach_too_short_are_kept_anew(
    renewed: Path, touched: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr("pks.index.known._MOST_DAYS", -9_000)  # as after long years without a change
        _ending(renewed)
    _ending(renewed)
    touched |= {"settled": 0, "files": 0}
    assert _ending(renewed) == ["sudah", "diganti", "dekat"]
    assert touched == {"settled": 4, "files": 0}


@pytest.fixture
def renewed(register: Path) -> Path:
    """Four that run or ran, and a draft that renews one of them."""
    texts = {"dekat": "2025-05-01", "jauh": "2030-12-31", "sudah": "2024-06-01", "diganti": "2025-04-01"}
    for name, ends in texts.items():
        (register / f"{name}.yaml").write_text(
            f"title: {name}\nparties: [{{name: Dinas Sosial, ours: true}}, {{name: RSJ}}]\n"
            f"term: {{starts: 2024-01-01, ends: {ends}}}\nreporting: off\n"
            "history: [{date: 2024-01-01, stage: reporting, imported: true}]\n"
        )
    (register / "ganti.yaml").write_text(
        "title: Ganti\nparties: [{name: Dinas Sosial, ours: true}, {name: RSJ}]\nrenews: diganti\n"
        "history: [{date: 2024-01-01, stage: draft}]\n"
    )
    for name in (*texts, "ganti"):
        _age(register / f"{name}.yaml")
    _ask(register)
    return register


@pytest.fixture
def touched(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How much of the index is read: the files whose deadlines are looked at, and those whose facts are."""
    counts = {"settled": 0, "files": 0}
    files = database.Database.files

    def told(ids: Iterable[str], *given: Any) -> object:
        found = list(ids)
        counts["settled"] += len(found)
        return due_from(found, *given)

    def counted(self: database.Database, rows: list[int]) -> object:
        counts["files"] += len(rows)
        return files(self, rows)

    monkeypatch.setattr("pks.index.index.due_from", told)
    monkeypatch.setattr(database.Database, "files", counted)
    return counts


def _ending(register: Path, horizon: date = date(2025, 5, 30)) -> list[str]:
    """Which agreements end by `horizon`, as `due` has them."""
    rows = Index(Register(register)).due(date(2025, 3, 1), horizon)
    return [row.id for row in rows if row.kind == "expiry"]
