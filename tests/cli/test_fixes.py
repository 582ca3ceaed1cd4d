"""Every command that a finding or a deadline names runs as it is printed, once its CAPITALS are filled in."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from pks.domain.deadlines.deadline import KINDS
from pks.language.render import LANGUAGES, say
from tests.conftest import Run
from tests.domain.rules.rules_builders import Given, Other, content_of, found
from tests.domain.rules.test_rules import CASES

_FILLED = {
    "TANGGAL|DATE": "2026-02-14",
    "BERKAS|FILE": "naskah.pdf",
    "PERIODE|PERIOD": "2026-S1",
    "JENJANG|TIER": "bupati",
    "NILAI|VALUE": "2026-02-14",
    "JUMLAH|AMOUNT": "5",
    "SIDIK|HASH": "0123456789abcdef" * 4,
    "ID-[A-Z-]+": "payung",
}
# On a terminal these ask for the rest; a sentence of `check` has no room for it.
_ASKS = frozenset({"pks correction add ini", "pks amend ini"})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty register without git on the day the rules are judged, and an editor that changes nothing."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PKS_TODAY", "2026-06-01")
    monkeypatch.setenv("EDITOR", "true")
    root = tmp_path / "agreements"
    (root / ".pks").mkdir(parents=True)
    (root / ".pks" / "office.yaml").write_text("office: Bagian Tata Pemerintahan\ncommit: false\n")
    (tmp_path / "naskah.pdf").write_bytes(b"%PDF-1.7 naskah")
    return root


def _put(root: Path, id_: str, content: dict[str, Any]) -> None:
    (root / f"{id_}.yaml").write_text(yaml.safe_dump(content, sort_keys=False, allow_unicode=True))


def _other(one: Other) -> dict[str, Any]:
    """As much of `one` as a file needs in order to be there."""
    parties = [{"key": key, "name": name} for key, name, _ in one.parties] or [{"name": "Pihak"}]
    return {"title": one.title, "parties": parties, "history": [{"date": "2025-11-01", "stage": one.stage}]}


def _laid_out(root: Path, given: Given) -> None:
    _put(root, "ini", content_of(given.changes))
    for one in (Other("payung"), *given.others):
        _put(root, one.id, _other(one))


def _filled(command: str) -> str:
    for names, value in _FILLED.items():
        command = re.sub(rf"\b(?:{names})\b", value, command)
    return command


def _commands(code: str, given: Given) -> list[str]:
    """What stands between `` in the fixes of the rule, as far as it is a command, filled in; each once."""
    said = [say(missing.fix, language) for missing in found(code, given) for language in LANGUAGES]
    spans = [span for text in said for span in re.findall(r"`(pks [^`]+)`", text)]
    return list(dict.fromkeys(map(_filled, spans)))


@pytest.mark.parametrize("code", CASES)
def test_the_commands_that_mend_a_finding_run(code: str, pks: Run, folder: Path) -> None:
    for command in _commands(code, CASES[code].trips):
        _laid_out(folder, CASES[code].trips)
        ended = pks(*shlex.split(command)[1:])
        assert ended.code == (2 if command in _ASKS else 0), (command, ended)


def test_findings_without_a_command_are_few_and_known(folder: Path) -> None:
    assert folder.is_dir()
    assert {code for code in CASES if not _commands(code, CASES[code].trips)} == {
        "third-party-clauses",  # only a look at the paper tells
        "two-successors",  # which of them goes on is for people to say
        "partner-spelled-variously",  # partners.yaml is written by hand
    }


_MEETINGS = [{"date": "2026-05-20", "chair": "Asisten I", "outcome": "planned"}]
_PARTIES = [{"key": "dinsos", "name": "Dinas Sosial", "ours": "ya"}, {"key": "rsj", "name": "RSJ Kalbar"}]
_RUNNING = [{"date": "2026-02-12", "stage": "reporting"}]
_DRAFT = [{"date": "2026-02-01", "stage": "draft"}]
_CORRECTING = [{"date": "2026-02-01", "stage": "corrections"}]
_YEAR = {"starts": "2026-02-12", "ends": "2026-08-11", "notice": "1 month"}
_DUE: dict[str, dict[str, Any]] = {
    "expiry": {"term": _YEAR, "history": _RUNNING},
    "decision": {"term": _YEAR, "history": _RUNNING},
    "notice": {"term": _YEAR, "history": _RUNNING},
    "start": {"term": _YEAR, "history": _RUNNING},
    "report": {"term": _YEAR, "history": _RUNNING},
    "meeting": {"facilitation": _MEETINGS, "history": _DRAFT},
    "offer": {"offer": {"sent": "2026-02-01"}, "history": _DRAFT},
    "council": {"council": {"submitted": "2026-02-01"}, "history": _DRAFT},
    "correction": {
        "corrections": [
            {"no": "2", "raised": {"date": "2026-02-01"}, "answers": {"dinsos": {"accepted": "2026-02-02"}}}
        ],
        "history": _CORRECTING,
    },
    "task": {"tasks": [{"what": "Rapat", "due": "2026-05-01"}], "history": _DRAFT},
    "review": {"term": {"starts": "2025-02-12", "length": "2 years", "review": "1 year"}, "history": _RUNNING},
    "stage": {"parties": [{**_PARTIES[0], "signed": "2026-03-01"}, _PARTIES[1]], "history": _CORRECTING},
}
_STAYS = {"expiry", "stage"}  # the successor has to be signed first; the stage is left by `advance`


@pytest.mark.parametrize("kind", KINDS)
def test_the_command_of_a_deadline_runs_and_silences_it(kind: str, pks: Run, folder: Path) -> None:
    _put(folder, "ini", {"title": "Rujukan", "parties": _PARTIES, **_DUE[kind]})
    before = json.loads(pks("due", "--kind", kind, "--json").out)
    assert before
    ended = pks(*shlex.split(before[0]["fix"])[1:])
    assert ended.code == 0, (before[0]["fix"], ended)
    after = json.loads(pks("due", "--kind", kind, "--json").out)
    assert (before[0]["key"] in {row["key"] for row in after if row["id"] == "ini"}) == (kind in _STAYS)


@pytest.mark.parametrize(("options", "which"), [((), "--all"), (("--party", "RSJ"), "dua satu")])
def test_reports_shown_as_one_row_are_sent_by_one_command_that_reaches_no_further(
    options: tuple[str, ...], which: str, pks: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pks.cli.due.is_terminal", lambda _: True)
    for id_, other in {"satu": "RSJ Kalbar", "dua": "RSJ Kalbar", "tiga": "RSUD Contoh"}.items():
        _put(folder, id_, {"title": id_, "parties": [_PARTIES[0], {"name": other}], **_DUE["report"]})
    (command,) = re.findall(r"pks report send .*bupati.*", pks("due", "--kind", "report", *options).out)
    command = command.split("\t")[0].strip()
    assert (
        command
        == {
            "--all": "pks report send --period 2026-S1 --to bupati --all",
            "dua satu": "pks report send dua satu --period 2026-S1 --to bupati",
        }[which]
    )
    sent = pks(*shlex.split(command)[1:])
    assert (sent.code, sent.out.split()) == (0, which.split() if options else ["dua", "satu", "tiga"])
