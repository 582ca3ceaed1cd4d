"""A check shared out to several processes finds what one process finds, in the same order."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest

from pks.store import pool
from tests.conftest import Run

_SOUND = (
    "title: Rujukan {0}\nparties: [{{name: Dinas, ours: true, number: 119/{0}}}, {{name: RSJ}}]\n"
    "under: {1}\nhistory: [{{date: 2026-01-05, stage: draft}}]\n"
)


@pytest.fixture
def several(register: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nine files: one that names itself, one with a lost link, one with an unknown key, one that is broken."""
    for number in range(8):
        text = _SOUND.format(min(number, 6), "hilang" if number == 3 else "a0")
        (register / f"a{number}.yaml").write_text(text + ("lenght: 2\n" if number == 4 else ""))
    (register / "a8.yaml").write_text("title: [\n")
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(pool, "_AT_ONCE", 2)
    return register


@pytest.mark.usefixtures("several")
def test_several_processes_find_what_one_finds(pks: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = pks("check", "--json")
    shared: list[list[str]] = []
    share = pool._in_processes

    def seen(work: Any, parts: Any, given: Any) -> Any:
        listed = list(parts)
        shared.extend([entry.id for entry in part] for part in listed)
        return share(work, iter(listed), given)

    monkeypatch.setattr(pool, "_WORTH_IT", 9)
    monkeypatch.setattr(pool, "_in_processes", seen)
    assert pks("check", "--json") == alone
    assert shared == [["a0", "a1"], ["a2", "a3"], ["a4", "a5"], ["a6", "a7"], ["a8"]]
    codes = {(one["file"][-7:-5], one["code"]) for one in json.loads(alone.out)}
    assert {
        ("a0", "link-to-itself"),
        ("a3", "dangling-link"),
        ("a4", "value.unknown-key"),
        ("a8", "yaml.bracket"),
    } <= codes


@pytest.mark.usefixtures("several")
def test_what_is_looked_at_besides_can_be_sent_to_a_process_that_shares_no_memory(
    pks: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = pks("check", "--json")

    def sent(work: Any, parts: Any, given: Any) -> Any:
        return [pickle.loads(pickle.dumps(work))(part, pickle.loads(pickle.dumps(given))) for part in parts]  # noqa: S301  # our own

    monkeypatch.setattr(pool, "_WORTH_IT", 9)
    monkeypatch.setattr(pool, "_in_processes", sent)
    assert pks("check", "--json") == alone
