"""Every command over a hostile register, on a terminal and in a pipe: nothing foreign comes out, and no bug."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pks.cli.commands import COMMANDS
from pks.cli.main import main
from tests.conftest import Result, Run, git
from tests.hostile.registers import EVIL, make, workbook

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
FOREIGN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
# A terminal's fonts may show anything for these; to a pipe, the bytes of a file go as they are.
PRIVATE = re.compile("[\ue000-\uf8ff\U000e0000-\U000e007f]")
END_OF_INPUT = "\x04" * 6

# Each command at work; what it does when a word of it is hostile is tried for all alike.
AT_WORK: dict[str, tuple[tuple[str, ...], ...]] = {
    "brief": ((), ("--json",)),
    "init": (("baru", "--office", EVIL, "--region", EVIL, "--tier", "regency"), ("lain",)),
    "new": (("Judul " + EVIL, "--party", "dinsos=Dinas " + EVIL, "--party", EVIL), ()),
    "show": (("jahat",), ("jalan", "--json"), ("rusak",), ("kacau",), ("tabrak",)),
    "list": ((), ("--json",), ("--ending", "2027", "--party", "Klinik")),
    "due": ((), ("--json",), ("--within", "3 years", "--strict")),
    "tree": ((), ("jahat",), ("--json",)),
    "board": ((), ("--json",)),
    "timeline": ((),),
    "stats": ((), ("--json",)),
    "partners": ((), ("--json",)),
    "next": (("jahat",), ("jahat", "--json"), ("jalan",)),
    "advance": (("jahat",), ("jahat", "--force", "--reason", EVIL, "--by", EVIL)),
    "back": (("jalan", "--to", "corrections", "--reason", EVIL),),
    "close": (("jalan", "--reason", "agreed", "--note", EVIL), ("jalan",)),
    "meet": (("jahat", "--date", "2026-03-05", "--chair", EVIL, "--attendee", EVIL, "--outcome", "corrections"),),
    "correction add": (("jahat", "--clause", EVIL, "--was", EVIL, "--becomes", "b", "--reason", EVIL), ("jahat",)),
    "correction accept": (("jahat", "all", "--party", "dinkes", "--letter", EVIL), ("jahat",)),
    "correction reject": (("jahat", "1", "--party", "dinkes", "--counter", EVIL), ("jahat", "2")),
    "correction withdraw": (("jahat", "2", "--reason", EVIL),),
    "correction list": (("jahat",), ("jahat", "--open", "--json")),
    "sign": (("jahat", "--party", "rsj", "--number", EVIL, "--place", EVIL), ("jahat", "--party", EVIL), ("jahat",)),
    "register": (("jalan", "--number", "R" + EVIL), ("jahat", "--number", "next"), ("jahat",)),
    "report add": (("jalan", "--period", "2026-S1", "--results", EVIL), ("jalan",)),
    "report send": (("--period", "2025-S2", "--to", EVIL, "--all", "--number", EVIL), ("jalan",)),
    "report receive": (("--period", "2025-S2", "--to", EVIL, "--all", "--number", EVIL), ("jalan",)),
    "report missing": ((), ("--json",)),
    "report recap": (("--period", "2025-S2"), ("--period", "2025", "--json")),
    "measure": (("jalan", EVIL, "12", "--period", "2026-S1"), ("jalan", "baru", "1", "--period", "2026-S1", "--unit", EVIL)),  # noqa: E501
    "task add": (("jalan", EVIL, "--who", EVIL, "--due", "2026-08-01"), ("jalan",)),
    "task done": (("jalan", "1"), ("jalan", "7")),
    "evaluate": (("jalan", "--recommendation", "stop", "--note", EVIL), ("jalan",)),
    "attach": (("jalan", "masuk\u202e.pdf", "--kind", "draft", "--number", EVIL), ("jalan", "ada", "--kind", EVIL)),
    "amend": (("jalan", f"purpose={EVIL}", "--reason", EVIL, "--number", f"rsj={EVIL}"), ("jalan",)),
    "form": (("--kind", "report", "--all", "--period", "2025-S2", "form.xlsx"), ("form.xlsx",)),
    "form read": (("buku.xlsx",), ("jahat.bin",)),
    "import": (("buku.xlsx",), ("buku.xlsx", "--write"), ("jahat.bin",)),
    "export": (("list",), ("due",), ("list", "--out", "x.xlsx"), (EVIL,)),
    "letter": (("invitation", "jahat"), ("--templates",), (), ("notice", "jalan", "--number", EVIL)),
    "message": (("jahat",), ("jalan", "--to", EVIL)),
    "site": ((), ("--out", "situs.html")),
    "history": (("jahat",), ("jahat", "--json")),
    "diff": (("jahat",), ("jalan",), ("jahat", "HEAD~1", "--json"), ("jahat", EVIL)),
    "set": (("jahat", f"purpose={EVIL}x"), ("jahat", f"title=a{EVIL}", "--dry-run"), ("jahat", f"{EVIL}=x")),
    "edit": (("jahat",), ("rusak",)),
    "rename": (("jahat", "baik"), ("jahat", EVIL)),
    "renew": (("jalan",), ("jalan", "--length", EVIL)),
    "check": ((), ("--json",), ("--all",), ("jahat",)),
    "audit": ((), ("jahat",), ("jalan", "--json"), ("--since", "HEAD~1")),
    "merge": (("agreements/jahat.yaml", "agreements/jalan.yaml", "agreements/rusak.yaml", "--path", EVIL), ("--install",)),  # noqa: E501
    "backup": (("cadangan.bundle",),),
    "schema": ((), ("--office",)),
    "completion": (("bash",), ("zsh",)),
    "help": (("set",), ("format",), (EVIL,), ()),
}  # fmt: skip


def runs_of(command: str) -> list[tuple[str, ...]]:
    """The command at work, alone, with a hostile word, a hostile option, and a hostile value of what all take."""
    words = tuple(command.split())
    some = [(), (EVIL,), (f"--{EVIL}",), (f"--{EVIL}=x",), ("jahat", EVIL, EVIL), ("--help",)]
    before = [("-C", "/" + EVIL, *words), ("--today", EVIL, *words), ("--lang", EVIL, *words)]
    return [*dict.fromkeys((*words, *one) for one in (*AT_WORK[command], *some)), *before]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hostile register, made once and copied for each command."""
    top = tmp_path_factory.mktemp("jahat")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("NAME", "T"), ("EMAIL", "t@example.invalid")):
            patch.setenv(f"GIT_AUTHOR_{name}", value)
            patch.setenv(f"GIT_COMMITTER_{name}", value)
        patch.chdir(top)
        git("init", "-q", "-b", "main")
        git("commit", "-q", "--allow-empty", "-m", "awal")
        make(top / "agreements")
    workbook(top / "buku.xlsx")
    (top / "jahat.bin").write_text(EVIL)
    (top / "masuk\u202e.pdf").write_bytes(b"isi")
    return top


def on_a_terminal(arguments: tuple[str, ...]) -> Result:
    """Run `pks` in a copy of this process with a terminal for stdin, stdout and stderr; input ends at once."""
    child, screen = pty.fork()
    if child == 0:
        sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w", encoding="utf-8"), open(2, "w", encoding="utf-8")  # noqa: SIM115
        code = 99
        try:
            main(list(arguments))
        except SystemExit as end:
            code = int(end.code or 0)
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            os._exit(code)
    os.write(screen, END_OF_INPUT.encode())
    shown = b""
    while select.select([screen], [], [], 30)[0]:
        try:
            part = os.read(screen, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(screen)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return Result(code, shown.decode("utf-8").replace("\r\n", "\n"), "")


def complaints(result: Result, *, tabs: bool) -> list[str]:
    """What is wrong with what was shown."""
    shown = result.out + result.err
    wrong = [f"exit {result.code}"] if result.code in {70, 99} or result.code < 0 else []
    wrong += sorted({repr(one) for one in FOREIGN.findall(COLOUR.sub("", shown))})
    wrong += ["private"] if PRIVATE.search(shown) and not tabs else []
    wrong += ["their colour"] if "\x1b[38;5;201m" in shown else []
    wrong += ["return"] if "\r" in COLOUR.sub("", shown) else []
    wrong += ["traceback"] if "Traceback" in shown else []
    return wrong + (["tab"] if "\t" in shown and not tabs else [])


def test_every_command_is_tried() -> None:
    assert list(AT_WORK) == list(COMMANDS)
    assert sum(len(runs_of(one)) for one in COMMANDS) >= 500


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_foreign_reaches_the_terminal_from_a_command_at_work(
    command: str, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = (*command.split(), *AT_WORK[command][0])
    assert complaints(tried(on_a_terminal, arguments, made, tmp_path, monkeypatch), tabs=False) == []


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_foreign_reaches_the_terminal_or_a_pipe(
    command: str, pks: Run, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = {}
    for arguments in runs_of(command):
        for place, how in (("terminal", on_a_terminal), ("pipe", lambda words: pks(*words))):
            result = tried(how, arguments, made, tmp_path, monkeypatch)
            found = complaints(result, tabs=place == "pipe")
            if found:
                wrong[place, arguments] = (found, result)
    assert not wrong, "\n".join(f"{key}: {found} {result!r}"[:1500] for key, (found, result) in wrong.items())


def tried(
    how: Callable[[tuple[str, ...]], Result],
    arguments: tuple[str, ...],
    made: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Result:
    """Run `arguments` in a copy of the register, which is thrown away."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("EDITOR", "true")
    top = tmp_path / "salinan"
    shutil.copytree(made, top, symlinks=True)
    monkeypatch.chdir(top)
    result = how(arguments)
    monkeypatch.chdir(tmp_path)
    shutil.rmtree(top)
    return result
