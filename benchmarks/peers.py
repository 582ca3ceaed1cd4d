"""The programs that `pks` is measured beside: each with as many items as the register has agreements.

An item says in the program's own terms what an agreement says: title, partner, unit, number, place, since when and
by when. One in six falls due within 90 days of the day of measuring (some programs know no other day) or is late.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import md5
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from benchmarks.lives import lives

_CLOCK: Final = datetime.now(tz=UTC).date()
_UNTIL: Final = _CLOCK + timedelta(days=90)


class Item(NamedTuple):
    """One agreement as others keep it."""

    id: str
    title: str
    unit: str
    partner: str
    place: str
    number: str
    since: date
    due: date


class Ready(NamedTuple):
    """What to run, with which variables besides; removing `cache` makes it cold."""

    command: Sequence[str]
    variables: dict[str, str]
    cache: Path | None = None


class Peer(NamedTuple):
    """A program as `name` in the tables; `get` says where it comes from, `upto` how many items it is given."""

    name: str
    program: str
    get: str
    upto: int
    prepare: Callable[[str, Path, list[Item]], Ready]


def items(size: int) -> list[Item]:
    """As many as `size` says, the same every time but for the days, which move with the clock."""
    found = []
    for life in lives(size):
        deal, chance = life.deal, Random(life.id)
        days = chance.randint(-15, 90) if chance.randrange(6) == 0 else chance.randint(91, 1500)
        number = f"119/{deal.number}/PKS/{life.entered[0].year}"
        due = _CLOCK + timedelta(days=days)
        found.append(Item(life.id, deal.title, deal.unit, deal.partner, deal.region, number, life.entered[0], due))
    return found


def present(size: int) -> Iterator[tuple[Peer, str]]:
    """The peers that are installed and are given that many items, each with the path of its program."""
    for peer in PEERS:
        program = shutil.which(peer.program)
        if program and size <= peer.upto:
            yield peer, program


def missing() -> str:
    """Which are not installed and where they come from; empty when all are."""
    gone = {peer.program: peer.get for peer in PEERS if not shutil.which(peer.program)}
    return ", ".join(f"{program} ({get})" for program, get in gone.items())


def _taskwarrior(program: str, folder: Path, all_items: list[Item]) -> Ready:
    settings = (
        f"data.location={folder}", "confirmation=no", "verbose=nothing", "uda.partner.type=string",
        "uda.number.type=string", "uda.partner.label=Mitra", "uda.number.label=Nomor",
    )  # fmt: skip
    (folder / "rc").write_text("\n".join(settings) + "\n", encoding="utf-8")
    tasks = [
        {
            "description": one.title,
            "project": one.unit,
            "tags": ["pks", one.place.split()[0]],
            "entry": f"{one.since:%Y%m%dT000000Z}",
            "due": f"{one.due:%Y%m%dT000000Z}",
            "status": "pending",
            "partner": one.partner,
            "number": one.number,
            "annotations": [{"entry": f"{one.since:%Y%m%dT010000Z}", "description": f"Berkas {one.id}"}],
        }
        for one in all_items
    ]
    command = [program, f"rc:{folder / 'rc'}"]
    subprocess.run([*command, "import", "-"], input=json.dumps(tasks), text=True, check=True, capture_output=True)
    return Ready([*command, f"due.before:{_UNTIL + timedelta(days=1)}", "list"], {})


def _todoman(program: str, folder: Path, all_items: list[Item]) -> Ready:
    (folder / "lists" / "kerja").mkdir(parents=True)
    for one in all_items:
        lines = (
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//benchmark//ID", "BEGIN:VTODO", f"UID:{one.id}",
            f"DTSTAMP:{one.since:%Y%m%dT000000Z}", f"CREATED:{one.since:%Y%m%dT000000Z}",
            f"DUE:{one.due:%Y%m%dT000000Z}", f"SUMMARY:{one.title}", f"LOCATION:Kabupaten {one.place}",
            f"DESCRIPTION:{one.partner}\\, nomor {one.number}", f"CATEGORIES:{one.unit},PKS", "END:VTODO",
            "END:VCALENDAR", "",
        )  # fmt: skip
        (folder / "lists" / "kerja" / f"{one.id}.ics").write_text("\r\n".join(lines), encoding="utf-8")
    (folder / "config.py").write_text(
        f'path = "{folder}/lists/*"\ndate_format = "%Y-%m-%d"\ndefault_list = "kerja"\n'
        f'cache_path = "{folder}/cache.sqlite3"\n',
        encoding="utf-8",
    )
    command = [program, "--config", str(folder / "config.py"), "list", "--due", str(90 * 24)]
    return Ready(command, {}, folder / "cache.sqlite3")


def _recutils(program: str, folder: Path, all_items: list[Item]) -> Ready:
    text = "%rec: Agreement\n%key: Id\n%type: Due,Since date\n\n" + "\n".join(
        f"Id: {one.id}\nTitle: {one.title}\nPartner: {one.partner}\nUnit: {one.unit}\nPlace: {one.place}\n"
        f"Number: {one.number}\nSince: {one.since}\nDue: {one.due}\n"
        for one in all_items
    )
    (folder / "agreements.rec").write_text(text, encoding="utf-8")
    wanted = f"Due << '{_UNTIL + timedelta(days=1)}'"
    return Ready([program, "-e", wanted, "-p", "Due,Id,Title,Partner", str(folder / "agreements.rec")], {})


def _ledger(program: str, folder: Path, all_items: list[Item], *, apart: bool) -> Ready:
    texts = [
        f"{one.due} * ({one.number}) {one.title}\n    ; partner: {one.partner}\n    ; since: {one.since}\n"
        f"    ; id: {one.id}\n    Perjanjian:{one.unit}:{one.place}    1 PKS\n    Register\n"
        for one in all_items
    ]
    book = folder / "book.ledger"
    if apart:
        (folder / "items").mkdir()
        for one, text in zip(all_items, texts, strict=True):
            (folder / "items" / f"{one.id}.ledger").write_text(text, encoding="utf-8")
        book.write_text("include items/*.ledger\n", encoding="utf-8")
    else:
        book.write_text("\n".join(texts), encoding="utf-8")
    end = _UNTIL + timedelta(days=1)
    return Ready([program, "--args-only", "-f", str(book), "register", "^Perjanjian", "-e", str(end)], {})


def _papis(program: str, folder: Path, all_items: list[Item], *, backend: str) -> Ready:
    """It cannot ask for days before one: what falls due stands under one year, which a sixth has."""
    for one in all_items:
        (folder / "library" / one.id).mkdir(parents=True)
        known = md5(one.id.encode(), usedforsecurity=False).hexdigest()
        (folder / "library" / one.id / "info.yaml").write_text(
            f"papis_id: {known}\nref: {one.id}\ntitle: {one.title}\nauthor: {one.partner}\npublisher: {one.unit}\n"
            f"year: {2026 if one.due <= _UNTIL else 2027}\ndeadline: '{one.due}'\nplace: {one.place}\n"
            f"number: {one.number}\nsince: '{one.since}'\ntags: [pks]\ntype: misc\n",
            encoding="utf-8",
        )
    (folder / "papis").mkdir()
    (folder / "papis" / "config").write_text(
        f"[settings]\ndefault-library = register\ndatabase-backend = {backend}\n"
        f"[register]\ndir = {folder / 'library'}\n",
        encoding="utf-8",
    )
    shown = "{doc[deadline]} {doc[ref]} {doc[title]} {doc[author]}"
    command = [program, "list", "--all", "--format", shown, "year:2026"]
    own = {"PAPIS_CONFIG_DIR": str(folder / "papis"), "PAPIS_CACHE_DIR": str(folder / "cache")}
    return Ready(command, own, folder / "cache")


def _ledger_one(program: str, folder: Path, all_items: list[Item]) -> Ready:
    return _ledger(program, folder, all_items, apart=False)


def _ledger_many(program: str, folder: Path, all_items: list[Item]) -> Ready:
    return _ledger(program, folder, all_items, apart=True)


def _papis_sqlite(program: str, folder: Path, all_items: list[Item]) -> Ready:
    return _papis(program, folder, all_items, backend="sqlite")


def _papis_pickle(program: str, folder: Path, all_items: list[Item]) -> Ready:
    return _papis(program, folder, all_items, backend="papis")


_MANY: Final = 10_000  # more files than that take others minutes to make and to read
PEERS: Final = (
    Peer("Taskwarrior", "task", "Debian: taskwarrior", 100_000, _taskwarrior),
    Peer("todoman", "todo", "PyPI: todoman", _MANY, _todoman),
    Peer("recutils", "recsel", "Debian: recutils", 100_000, _recutils),
    Peer("ledger, one file", "ledger", "Debian: ledger", 100_000, _ledger_one),
    Peer("ledger, file per item", "ledger", "Debian: ledger", _MANY, _ledger_many),
    Peer("papis, SQLite", "papis", "PyPI: papis", _MANY, _papis_sqlite),
    Peer("papis, pickle", "papis", "PyPI: papis", _MANY, _papis_pickle),
)
