import random
import sqlite3
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest

from pks.index.index import Index
from pks.store.register import Register
from pks.store.text.nodes import parse
from tests.index.registers import OFFICES, TODAY, agreement, asked, change


def _index_file(root: Path) -> Path | None:
    return next(iter((root / ".pks" / "cache").glob("index-*.db")), None)


def _nothing(_file: Path, _chance: random.Random) -> None: ...


def _delete(file: Path, _chance: random.Random) -> None:
    file.unlink()


def _empty(file: Path, _chance: random.Random) -> None:
    file.write_bytes(b"")


def _noise(file: Path, chance: random.Random) -> None:
    file.write_bytes(chance.randbytes(5000))


def _cut(file: Path, chance: random.Random) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: chance.randrange(len(content) or 1)])


def _flip(file: Path, chance: random.Random) -> None:
    content = bytearray(file.read_bytes())
    for _ in range(chance.choice((1, 1, 5, 50))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    file.write_bytes(content)


def _journal(file: Path, chance: random.Random) -> None:
    Path(f"{file}{chance.choice(('-journal', '-wal'))}").write_bytes(chance.randbytes(600))


def _lies(file: Path, chance: random.Random) -> None:
    """What somebody would write who knows the tables, but not how they are bound together."""
    with sqlite3.connect(file) as connection:
        connection.execute(
            chance.choice(
                (
                    "UPDATE file SET facts = replace(facts, 'Rujukan', 'Palsu')",
                    "UPDATE file SET facts = '[1, 2, 3]'",
                    "UPDATE folder SET columns = zeroblob(length(columns))",
                    "UPDATE head SET answer = '{}'",
                    "UPDATE head SET strays = '[1]'",
                    "DELETE FROM file",
                    "DELETE FROM folder",
                    "CREATE TRIGGER t AFTER INSERT ON file BEGIN DELETE FROM folder; END",
                    "ALTER TABLE file ADD COLUMN more",
                    "DROP TABLE head",
                )
            )
        )
    connection.close()


CORRUPTIONS = (_nothing, _delete, _empty, _noise, _cut, _flip, _journal, _lies)


@pytest.fixture(autouse=True)
def _parse_each_text_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pks.store.reading.parse", lru_cache(maxsize=4096)(parse))


@pytest.mark.parametrize("corrupt", CORRUPTIONS)
def test_after_every_edit_and_corruption_the_answers_are_those_of_the_files(
    register: Path, corrupt: Callable[[Path, random.Random], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(corrupt.__name__)
    for number in range(6):
        (register / f"awal{number}.yaml").write_text(agreement(chance, ["awal1", "awal2"]))
    done = []
    for step in range(200):
        done.append(change(register, chance))
        file = _index_file(register)
        if file is not None and step % 2:
            corrupt(file, chance)
        index = Index(Register(register))
        found = asked(register, index)
        index.close()
        with monkeypatch.context() as patch:  # as the judge alone reads them
            patch.setattr("pks.store.quick_reading.quickly_understood", lambda _content: None)
            expected = asked(register, None)
        for key, value in expected.items():
            assert found[key] == value, (step, key, done[-3:])


def test_an_index_kept_open_over_a_change_of_the_office_answers_with_the_new_one(register: Path) -> None:
    chance = random.Random(3)
    for number in range(4):
        (register / f"a{number}.yaml").write_text(agreement(chance, []))
    for office in OFFICES:
        (register / ".pks" / "office.yaml").write_text(office)
        assert asked(register, Index(Register(register))) == asked(register, None)


def test_a_change_between_two_questions_is_no_lie_about_either_moment(register: Path) -> None:
    chance = random.Random(4)
    for number in range(4):
        (register / f"a{number}.yaml").write_text(agreement(chance, []))
    first = Index(Register(register))
    before = first.facts()
    (register / "a1.yaml").write_text(agreement(chance, []))
    other = Index(Register(register))
    after = other.facts()
    assert before["a1"] != after["a1"]
    assert first.facts()["a1"] in (before["a1"], after["a1"])
    assert other.facts() == after
    assert asked(register, Index(Register(register))) == asked(register, None, TODAY)
