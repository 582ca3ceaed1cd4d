"""Registers that change at random, for tests that ask an index and the files the same questions."""

from __future__ import annotations

import os
import random
from datetime import date, timedelta
from pathlib import Path

from pks.domain.deadlines.deadline import Due
from pks.domain.deadlines.table import due
from pks.domain.standing.gaps import chain, gap_after
from pks.domain.standing.judgement import judge, judge_one
from pks.language.render import say
from pks.message import Said
from pks.store.book import Answers, Book
from pks.store.register import Register
from pks.tables.cover import addenda_of

TODAY = date(2026, 3, 1)
OFFICES = (
    "office: Bagian Tata Pemerintahan\n",
    "notice: 2 months\nlast_day: anniversary\nholidays: [2026-03-02]\n",
    "reports: {every: 3 months, since: 2025-01-01, tiers: [{to: bupati, within: 5 working days}]}\n",
    "rules: {umbrella-missing: off}\nlanguage: id\n",
    "notice: soon\n",
    "reports: [\n",
)
BROKEN = (
    "title: [\n",
    "title: A\n",
    "",
    "<<<<<<< HEAD\n",
    "\tx: 1\n",
    "title: A\nterm: {starts: 2023-02-29}\n",
    "a: &b c\n",
)
_STAGES = ("draft", "facilitation", "corrections", "registration", "reporting", "renewal")


def agreement(chance: random.Random, ids: list[str]) -> str:
    """An agreement with a little of everything that answers depend on."""
    entered = TODAY - timedelta(days=chance.randint(0, 900))
    lines = [f"title: {chance.choice(('Rujukan', 'Pertukaran data', 'Angkutan'))} {chance.randint(1, 9)} {{ü}}"]
    lines += ["instrument: PKS", "sectors: [kesehatan]", f"lead: [Dinas {chance.choice('ABC')}]"]
    signed = [
        f", signed: {entered + timedelta(days=chance.randint(5, 40))}" if chance.random() < 0.6 else "" for _ in "ab"
    ]
    lines += [
        "parties:",
        f"  - {{key: kami, name: Dinas Satu, ours: true, number: '0{chance.randint(1, 9)}'{signed[0]}}}",
    ]
    lines += [f"  - {{key: mitra, name: 'RS \"Dua\"'{signed[1]}}}"]
    if chance.random() < 0.7:
        review = ", review: 6 months" if chance.random() < 0.3 else ""
        lines += [f"term: {{starts: {entered}, length: {chance.randint(1, 30)} months, notice: 60d{review}}}"]
    if ids and chance.random() < 0.5:
        lines += [f"{chance.choice(('renews', 'renews', 'under', 'amends'))}: {chance.choice(ids)}"]
    elif chance.random() < 0.3:
        lines += ["under: {text: Nota lama, number: 1/NK, date: 2020-01-01}"]
    if chance.random() < 0.3:
        lines += [
            "tasks:",
            f"  - {{what: Rapat, who: mitra, due: {entered}, every: 2 months, done: [{entered}]}}",
            "  - {due: 2026-04-01}",
        ]
    if chance.random() < 0.3:
        lines += [
            "corrections:",
            "  - {no: 1, clause: Pasal 4, raised: {date: 2026-02-20}, answers: {kami: {accepted: 2026-02-21}}}",
        ]
    if chance.random() < 0.3:
        lines += ["facilitation: [{date: 2026-03-05, place: Aula, outcome: planned}, {date: 2026-03-05}]"]
    if chance.random() < 0.2:
        lines += [f"renewal: {{intent: {chance.choice(('stop', 'renew'))}}}"]
    if chance.random() < 0.3:
        lines += ["reports: [{period: 2026-S1, sent: [{to: bupati, date: 2026-02-01}]}]"]
    closed = ", closed: agreed" if chance.random() < 0.15 else ""
    imported = ", imported: true" if chance.random() < 0.15 else ""
    lines += ["history:", f"  - {{date: {entered}, stage: {chance.choice(_STAGES)}{closed}{imported}}}"]
    return "\n".join(lines) + "\n"


def change(root: Path, chance: random.Random) -> str:  # noqa: C901, PLR0912  # one branch for each thing people do
    """Do one thing to the register at `root` that a person, git or a sync client would; says what."""
    files = sorted(path for path in root.rglob("*.yaml") if ".pks" not in path.parts)
    ids = [path.stem for path in files]
    what = chance.choice(
        ("new", "new", "edit", "edit", "same-size", "break", "delete", "rename", "move", "touch", "twin", "stray",
         "office", "swap", "folder", "link", "no-office")
    )  # fmt: skip
    some = chance.choice(files) if files else None
    if what == "new" or some is None or len(files) < 3:
        (root / f"{chance.choice('abcdefgh')}{chance.randint(1, 20)}.yaml").write_text(
            agreement(chance, ids), encoding="utf-8"
        )
    elif what == "edit":
        _write(some, agreement(chance, ids))
    elif what == "same-size":
        _same_size(some)
    elif what == "break":
        _write(some, chance.choice(BROKEN))
    elif what == "delete" or (what in {"twin", "stray", "new"} and len(files) > 9):
        some.unlink()
    elif what == "rename":
        some.rename(some.with_name(f"r{chance.randint(1, 99)}.yaml"))
    elif what == "move":
        (root / "2025").mkdir(exist_ok=True)
        some.rename(root / "2025" / some.name)
    elif what == "touch":
        os.utime(some)
    elif what == "twin":
        (root / "twins" / "deep").mkdir(parents=True, exist_ok=True)
        (root / "twins" / "deep" / some.name).write_text(agreement(chance, ids), encoding="utf-8")
    elif what == "stray":
        (root / chance.choice(("Satu.yaml", "a (1).yaml", "b.yml", "x.sync-conflict-1.yaml"))).write_text("title: A\n")
    elif what == "office":
        (root / ".pks" / "office.yaml").write_text(chance.choice(OFFICES))
    elif what == "no-office":
        (root / ".pks" / "office.yaml").unlink(missing_ok=True)
    elif what == "swap" and len(files) > 1:
        _swap(*chance.sample(files, 2))
    elif what == "folder":
        some.unlink()
        some.mkdir()
        some.rmdir()
    elif what == "link":
        some.unlink()
        some.symlink_to("/etc/hostname")
    return what


def _said(row: Due) -> Due:
    """As a person reads it: whether it was put into words before does not matter."""
    return row._replace(detail=Said(say(row.detail, "id"), say(row.detail, "en")))


def answers(book: Book, day: date) -> dict[str, object]:
    """Everything a reading command asks of a register."""
    book_of_all, horizon = Book(book.register, book.answers), day + timedelta(days=90)
    near = book.near(horizon)
    return {
        "office": book.office,
        "due": due({}, near.standings(day), book.office, day, horizon, near.days_to_signature),
        **{
            f"due {late} {far}": [_said(row) for row in book.due(day + timedelta(late), day + timedelta(late + far))]
            for late, far in ((0, 90), (200, 0), (-300, 1200))
        },
        "facts": list(book_of_all.facts.items()),
        "standings": judge(book_of_all.facts, day),
        "broken": book.broken,
        "linked": {id_: _linked(Book(book.register, book.answers), id_, day) for id_ in book_of_all.facts},
        "all due": due(book_of_all.facts, judge(book_of_all.facts, day), book.office, day, horizon),
    }


def _linked(book: Book, id_: str, day: date) -> tuple[object, ...]:
    """What is said of one agreement and of those that are linked with it, near and far."""
    facts = book.around(id_)
    umbrellas = [facts.get(one) for one in facts[id_].under_ids]
    gap = gap_after(facts, id_, book.office, day, usual_days=book.usual_days())
    return judge_one(facts, id_, day), umbrellas, gap, chain(facts, id_), addenda_of(facts, id_)


def asked(root: Path, index: Answers | None, day: date = TODAY) -> dict[str, object]:
    """As `answers`, of the register at `root` as it stands, from `index` or from the files."""
    return answers(Book(Register(root), index), day)


def _write(path: Path, text: str) -> None:
    if path.is_symlink():
        path.unlink()
    path.write_text(text, encoding="utf-8")


def _same_size(path: Path) -> None:
    """Change a digit and put the time back, as some programs do."""
    if path.is_symlink():
        return
    before, text = path.stat(), path.read_text(encoding="utf-8")
    path.write_text(text.replace("1", "2", 1) if "1" in text else text.replace("2", "1", 1), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _swap(one: Path, other: Path) -> None:
    aside = one.with_name("aside.tmp")
    one.rename(aside)
    other.rename(one)
    aside.rename(other)
