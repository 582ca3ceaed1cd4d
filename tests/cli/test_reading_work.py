"""How many files the reading commands open and parse once the index knows them: no more than are asked about."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pks.domain.standing.facts import Facts
from pks.index import block
from pks.index.facts import facts_from
from pks.index.index import Index
from pks.store.book import Book
from pks.store.register import Register
from pks.store.text import nodes
from pks.store.text.quick import quick, quick_data
from tests.conftest import Run, git

AGREEMENT = """\
title: Rujukan {name}
instrument: PKS
cooperation: KSDD
sectors: [kesehatan]
scope: [Rujukan pasien]
parties: [{{key: dinkes, name: Dinas Kesehatan, ours: true}}, {{key: rsj, name: RSJ Kalbar}}]
facilitation: [{{date: 2026-01-06, chair: Sekda, attendees: [RSJ], outcome: none}}]
term: {{starts: {starts}, ends: 2026-12-31}}
{more}history:
  - {{date: 2026-01-05, stage: reporting, imported: true}}
"""
SENT = "reports: [{period: 2026-S1, sent: [{to: bupati, date: 2026-07-10}]}]\n"
WRITTEN = "reports: [{period: 2026-S1, activities: Rapat}]\n"


class Work(NamedTuple):
    """The agreements' files that were opened, and those that were parsed: one entry each time, sorted."""

    opened: list[str]
    parsed: list[str]


@pytest.fixture(autouse=True)
def _july(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PKS_TODAY", "2026-07-20")


@pytest.fixture
def four(register: Path, pks: Run) -> Path:
    """`a` has sent its report, `b` has written it, `c` has none, `d` starts after the period; the index knows all."""
    for name, more in (("a", SENT), ("b", WRITTEN), ("c", ""), ("d", "")):
        starts = "2026-07-01" if name == "d" else "2026-01-01"
        (register / f"{name}.yaml").write_text(AGREEMENT.format(name=name, starts=starts, more=more))
    git("add", "-A")
    git("commit", "-qm", "four")
    while (register / "d.yaml").stat().st_ctime_ns >= time.time_ns() - block.RACY_NS:
        time.sleep(0.02)
    pks("list")
    return register


def work(pks: Run, *arguments: str) -> Work:
    """What a run that ends well has opened and parsed."""
    done = Work([], [])
    open_file = os.open

    def opened(path: Any, *more: Any) -> int:
        if str(path).endswith(".yaml") and ".pks" not in str(path):
            done.opened.append(Path(path).stem)
        return open_file(path, *more)

    def parsed(parse: Callable[[str], Any], text: str) -> Any:
        if text.startswith("title:"):
            done.parsed.append(text.partition("\n")[0][-1])
        return parse(text)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", opened)
        patch.setattr("pks.store.quick_reading.quick", partial(parsed, quick))
        patch.setattr("pks.store.reading.parse", partial(parsed, nodes.parse))
        patch.setattr("pks.workflow.audit_version.quick_data", partial(parsed, quick_data))
        assert pks(*arguments).code == 0
    return Work(sorted(done.opened), sorted(done.parsed))


@pytest.mark.usefixtures("four")
@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("due", "--party", "rsj"),
        ("tree",),
        ("board",),
        ("timeline",),
        ("stats",),
        ("partners",),
        ("report", "missing", "--to", "bupati", "--period", "2026-S2"),
    ],
)
def test_what_the_index_knows_is_read_from_no_file(pks: Run, arguments: tuple[str, ...]) -> None:
    assert work(pks, *arguments) == Work([], [])


@pytest.mark.usefixtures("four")
def test_only_a_report_with_an_entry_can_be_written_and_is_looked_at(pks: Run) -> None:
    assert work(pks, "report", "missing", "--to", "bupati") == Work(["b"], ["b"])


@pytest.mark.usefixtures("four")
def test_the_recap_reads_what_was_in_force_in_the_period(pks: Run) -> None:
    assert work(pks, "report", "recap", "--period", "2026-S1") == Work(["a", "b", "c"], ["a", "b", "c"])


@pytest.mark.usefixtures("four")
@pytest.mark.parametrize("command", ["show", "next", "history"])
def test_who_asks_for_one_agreement_reads_that_one(pks: Run, command: str) -> None:
    assert work(pks, command, "c") == Work(["c"], ["c"])


@pytest.mark.usefixtures("four")
@pytest.mark.parametrize(
    "arguments",
    [
        ("set", "b", "location=Ketapang"),
        ("renew", "b"),
        ("register", "b", "--number", "next"),
        ("report", "add", "b", "--period", "2026-S1", "--results", "Baik", "--replace"),
        ("task", "add", "b", "Rapat", "--due", "2026-08-01", "--every", "3 months"),
        ("message", "b"),
        ("letter", "notice", "b", "--out", "surat.docx"),
    ],
)
def test_who_writes_to_one_agreement_or_about_it_opens_that_one(pks: Run, arguments: tuple[str, ...]) -> None:
    assert set(work(pks, *arguments).opened) == {"b"}


@pytest.mark.usefixtures("four")
def test_the_register_as_it_was_is_read_once(pks: Run) -> None:
    assert work(pks, "list", "--as-of", "2026-06-01") == Work(["a", "b", "c", "d"], ["a", "b", "c", "d"])


@pytest.mark.usefixtures("four")
def test_without_the_index_every_file_is_read_once(pks: Run) -> None:
    assert work(pks, "--no-index", "list") == Work(["a", "b", "c", "d"], ["a", "b", "c", "d"])


@pytest.mark.usefixtures("four")
def test_the_brief_opens_what_may_have_been_accepted_and_parses_none_that_git_has_as_it_is(pks: Run) -> None:
    assert work(pks, "brief") == Work(["a", "b", "c", "d"], [])


@pytest.mark.usefixtures("four")
def test_a_check_understands_every_file_once(pks: Run) -> None:
    assert work(pks, "check").parsed == ["a", "b", "c", "d"]


@pytest.mark.usefixtures("four")
def test_an_audit_parses_every_version_once(pks: Run) -> None:
    assert work(pks, "audit").parsed == ["a", "b", "c", "d"]


@pytest.mark.parametrize("command", [("show", "b"), ("show", "b", "--json"), ("next", "b")])
def test_of_one_agreement_only_the_facts_of_those_linked_with_it_are_read(
    register: Path, pks: Run, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    links = {
        "b": "renews: a\nunder: u\n",
        "c": "renews: b\n",
        "d": "renews: c\n",
        "e": "amends: b\n",
        "z": "renews: y\n",
    }
    for name in "abcdeuxyz":
        more = links.get(name, "")
        (register / f"{name}.yaml").write_text(AGREEMENT.format(name=name, starts="2026-01-01", more=more))
    expected = pks("--no-index", *command)
    assert pks(*command) == expected
    read: list[str] = []

    def counted(text: str) -> Any:
        found = facts_from(text)
        read.append(found.id if isinstance(found, Facts) else "?")
        return found

    monkeypatch.setattr("pks.index.index.facts_from", counted)
    assert pks(*command) == expected
    assert set(read) == set("abcdeu")


def test_who_asks_for_more_than_a_few_gets_all_at_once(four: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    around = Index.around

    def counted(self: Index, id_: str) -> dict[str, Facts]:
        asked.append(id_)
        return around(self, id_)

    monkeypatch.setattr(Index, "around", counted)
    book = Book(Register(four), Index(Register(four)))
    assert [list(book.around(id_)) for id_ in "abcda"] == [["a"], ["b"], ["c"], ["d"], ["a"]]
    assert list(book.around("e")) == ["a", "b", "c", "d"]
    assert asked == ["a", "b", "c", "d"]
