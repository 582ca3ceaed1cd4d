import json
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from pks.cli import early
from pks.cli.desk import Desk
from pks.index import block
from tests.conftest import Run

AGREEMENT = """title: Rujukan
parties: [{name: Dinas Sosial, ours: true}, {name: RSJ Kalbar}]
term: {starts: 2026-02-12, length: 4 months}
history: [{date: 2026-01-05, stage: reporting, imported: true}]
"""
# What a warm `due` in a pipe must not import: each takes longer than all of its own work.
_SLOW = {
    "dataclasses",
    "inspect",
    "ruamel",
    "yaml",
    "rich",
    "typer",
    "click",
    "asyncio",
    "subprocess",
    "filelock",
    "hashlib",
    "multiprocessing",
    "difflib",
    "shutil",
    "unittest",
    "tempfile",
    "email",
    "logging",
    "urllib.request",
    "pks.domain.standing.facts",
    "pks.domain.deadlines.table",
}


@pytest.mark.parametrize(
    "arguments",
    [
        ("due",),
        ("due", "--within", "1 year"),
        ("due", "--json", "--kind", "expiry", "--kind", "decision"),
        ("--today", "2026-05-01", "due", "--overdue"),
        ("--lang", "id", "due"),
        ("-C", ".", "--no-index", "due", "--party", "rsj"),
        ("list",),
        ("list", "ruj", "kal"),
        ("list", "--json", "ruj", "--stage", "reporting"),
        ("list", "x", "--year", "2026", "y"),
        ("brief",),
        ("brief", "--json"),
        ("board",),
        ("timeline",),
        ("stats",),
        ("stats", "--year", "2026"),
        ("show", "rujukan"),
        ("show", "--json", "rsj"),
        ("show",),
        ("show", "rujukan", "extra"),
        ("next", "rujukan", "--json"),
        ("history", "nobody"),
        ("tree",),
        ("tree", "rujukan"),
        ("partners",),
        ("--version",),
        ("due", "--within"),
        ("due", "--within=1y"),
        ("due", "--with", "1y"),
        ("due", "extra"),
        ("due", "--kind", "none"),
        ("due", "--help"),
        ("due", "--within", "1y", "--within", "2y"),
        ("list", "--", "-x"),
        ("--today", "x", "due"),
        ("--lang", "xx", "due"),
        ("-C", "nowhere", "due"),
        ("-C", "nowhere", "-C", "..", "due"),
        ("-C", "agreements", "-C", "..", "list"),
        ("-C", "nowhere"),
        ("-C.", "due"),
        ("--version", "due"),
        ("due", "--strict"),
        (),
    ],
)
def test_both_readers_of_a_command_line_do_the_same(
    arguments: tuple[str, ...], pks: Run, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (register / "rujukan.yaml").write_text(AGREEMENT)
    first = pks(*arguments)
    monkeypatch.setattr("pks.cli.main.run_early", lambda _desk, _arguments: False)
    assert first == pks(*arguments)


@pytest.mark.parametrize("command", sorted(early.EARLY))
def test_a_command_that_is_run_early_needs_typer_for_its_declarations_only(command: str, register: Path) -> None:
    _write(register / "rujukan.yaml")
    _modules("list")
    assert "typer.main" not in _modules(command, *(["rujukan"] if command in {"show", "next", "history"} else []))


def test_a_warm_due_imports_nothing_that_is_slow(register: Path) -> None:
    _write(register / "rujukan.yaml")
    _modules("due")
    found = _modules("due")
    assert not {name for name in found if name in _SLOW or name.partition(".")[0] in _SLOW} - {"typer"}
    assert {name.partition(".")[0] for name in found if not _is_pythons(name)} == {"pks"}
    assert not {
        name for name in found if name.startswith(("pks.domain.model", "pks.store.text", "pks.workflow", "pks.git"))
    }


@pytest.mark.parametrize(
    "arguments", [("list",), ("list", "--json", "ruj"), ("brief",), ("board",), ("stats",), ("timeline",)]
)
def test_a_warm_reading_command_parses_nothing(arguments: tuple[str, ...], register: Path) -> None:
    _write(register / "rujukan.yaml")
    _modules(*arguments)
    assert not {"ruamel.yaml", "yaml", "dataclasses", "rich"} & _modules(*arguments)


@pytest.mark.parametrize("command", ["show", "next", "history"])
def test_who_reads_one_agreement_imports_nothing_that_writes(command: str, register: Path) -> None:
    _write(register / "rujukan.yaml")
    _modules("list")
    assert not {"ruamel.yaml", "filelock", "pks.git.running", "pks.workflow.save"} & _modules(command, "rujukan")


def _write(path: Path) -> None:
    """Write the file, and wait until a change of it could not be missed, so that it need not be looked at again."""
    path.write_text(AGREEMENT)
    while path.stat().st_ctime_ns >= time.time_ns() - block.RACY_NS:
        time.sleep(0.02)


def test_a_stand_in_becomes_the_module_when_something_of_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "json")
    later: Any = early._Later("json")
    sys.modules["json"] = later
    assert later.dumps([1]) == "[1]"
    assert isinstance(sys.modules["json"], ModuleType)
    assert sys.modules["json"] is not later
    monkeypatch.setitem(sys.modules, "json", json)


def test_what_is_declared_in_a_way_it_does_not_know_is_left_to_typer() -> None:
    assert not early.run_early(Desk(), ["due", "--unknown"])
    assert not early.run_early(Desk(), ["set", "x"])
    assert not early.run_early(Desk(), ["--help"])


def _modules(*arguments: str) -> set[str]:
    """What a run of `pks` has imported at its end."""
    program = (
        "import sys\nfrom pks.cli.main import main\ntry:\n    main(sys.argv[1:])\n"
        "except SystemExit as end:\n    assert not end.code\n    print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    root = str(Path(__file__).parents[2])
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {root!r})\n{program}", *arguments]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    return set(run.stderr.split())


def _is_pythons(name: str) -> bool:
    return name.partition(".")[0] in sys.stdlib_module_names or name in {"typer", "__main__", "_distutils_hack"}
