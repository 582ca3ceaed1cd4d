"""`pks set`: fields of one agreement, in place."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run, git

ID = "2026-dinsos-rsj"
TEXT = """\
# Dari map 2024
title: Pelayanan kesehatan jiwa
instrument: PKS   # belum final
lead: Dinas Kesehatan
parties:
  - {key: dinsos, name: Dinas Sosial, ours: true}
  - key: rsj
    name: Rumah Sakit Jiwa
    number: 445/1
  - name: Bank Kalbar
scope:
  - Rujukan
  - Rehabilitasi
clusters:
  - {name: "Rehab, tahap 1.2", note: lama}
corrections:
  - {no: 2, clause: Pasal 4, was: a, becomes: b}
  - {no: 5, clause: Pasal 9, was: c, becomes: d}
reports:
  - {period: 2026-S1, activities: Rapat}
indicators:
  - {name: Pasien dirujuk, unit: orang}
documents:
  - {kind: draft, file: a.pdf}
  - {kind: draft, file: b.pdf}
x-map: lemari 3
history:
  - {date: 2026-01-05, stage: draft}
"""


@pytest.fixture
def file(register: Path) -> Path:
    path = register / f"{ID}.yaml"
    path.write_text(TEXT)
    git("add", "-A")
    git("commit", "-qm", "agreement")
    return path


def replaced(*pairs: tuple[str, str]) -> str:
    """The text with each first part, which stands in it once, replaced by the second."""
    text = TEXT
    for old, new in pairs:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(
    ("assignments", "changes"),
    [
        (["title=[DRAF] X"], [("Pelayanan kesehatan jiwa", '"[DRAF] X"')]),
        (["title=a=b"], [("Pelayanan kesehatan jiwa", "a=b")]),
        (["title=no"], [("Pelayanan kesehatan jiwa", '"no"')]),
        (["title=0123"], [("Pelayanan kesehatan jiwa", '"0123"')]),
        (["instrument=KB"], [("PKS ", "KB ")]),
        (["instrument="], [("instrument: PKS   # belum final\n", "")]),
        (["lead=Dinas Sosial"], [("Dinas Kesehatan", "Dinas Sosial")]),
        (["lead=[Dinas Sosial, Bappeda]"], [("Dinas Kesehatan", "[Dinas Sosial, Bappeda]")]),
        (["lead=Dinas Sosial, Bappeda"], [("Dinas Kesehatan", "Dinas Sosial, Bappeda")]),
        (["lead.+=Bappeda"], [("lead: Dinas Kesehatan", "lead: [Dinas Kesehatan, Bappeda]")]),
        (
            ["lead.+=Bappeda", "lead.+=Bapas"],
            [("lead: Dinas Kesehatan", "lead: [Dinas Kesehatan, Bappeda, Bapas]")],
        ),
        (["parties.rsj.number=445/2"], [("445/1", "445/2")]),
        (["parties.rsj.number.1=445/2"], [("445/1", "445/2")]),
        (["parties.rsj.number=[a, b]"], [("445/1", "[a, b]")]),
        (["parties.rsj.number="], [("    number: 445/1\n", "")]),
        (
            ["parties.bank-kalbar.ours=ya"],
            [("  - name: Bank Kalbar\n", "  - name: Bank Kalbar\n    ours: ya\n")],
        ),
        (
            ["parties.rsj.signatory.name=dr. Ida"],
            [("    number: 445/1\n", "    number: 445/1\n    signatory: {name: dr. Ida}\n")],
        ),
        (["parties.bank-kalbar="], [("  - name: Bank Kalbar\n", "")]),
        (["scope.1=Rawat inap"], [("- Rujukan", "- Rawat inap")]),
        (["scope.1="], [("  - Rujukan\n", "")]),
        (["scope="], [("scope:\n  - Rujukan\n  - Rehabilitasi\n", "")]),
        (["scope.+=Obat # gratis"], [("  - Rehabilitasi\n", '  - Rehabilitasi\n  - "Obat # gratis"\n')]),
        (["scope.1=", "scope.2=Obat"], [("  - Rujukan\n  - Rehabilitasi\n", "  - Obat\n")]),
        (["scope.2=Obat", "scope.1="], [("  - Rujukan\n  - Rehabilitasi\n", "  - Obat\n")]),
        (['clusters."Rehab, tahap 1.2".note=baru'], [("lama", "baru")]),
        (["corrections.5.becomes=e"], [("becomes: d", "becomes: e")]),
        (["corrections.2="], [("  - {no: 2, clause: Pasal 4, was: a, becomes: b}\n", "")]),
        (
            ["corrections.+={clause: Pasal 1, was: x, becomes: z}"],
            [("becomes: d}\n", "becomes: d}\n  - {no: 6, clause: Pasal 1, was: x, becomes: z}\n")],
        ),
        (
            ["corrections.+={clause: P1}", "corrections.+={clause: P2}"],
            [("becomes: d}\n", "becomes: d}\n  - {no: 6, clause: P1}\n  - {no: 7, clause: P2}\n")],
        ),
        (
            ["corrections.+={no: 9, clause: P1}", "corrections.+={no: '', clause: P2}"],
            [("becomes: d}\n", "becomes: d}\n  - {no: 9, clause: P1}\n  - {no: 10, clause: P2}\n")],
        ),
        (
            ["corrections.5.answers.rsj.accepted=2026-02-01"],
            [("becomes: d}", "becomes: d, answers: {rsj: {accepted: 2026-02-01}}}")],
        ),
        (["reports.2026-S1.spent=1000000"], [("activities: Rapat", "activities: Rapat, spent: 1000000")]),
        (["indicators.Pasien dirujuk.unit=jiwa"], [("orang", "jiwa")]),
        (['indicators."Pasien dirujuk".unit=jiwa'], [("orang", "jiwa")]),
        (["documents.2.file=c.pdf"], [("b.pdf", "c.pdf")]),
        (["x-map=lemari 4"], [("lemari 3", "lemari 4")]),
        (["x-map="], [("x-map: lemari 3\n", "")]),
        (["x-baru=[a, b]"], [("x-map: lemari 3\n", 'x-map: lemari 3\nx-baru: "[a, b]"\n')]),
        (
            ["term.starts=2026-02-12", "term.length=2 tahun"],
            [("clusters:", "term:\n  starts: 2026-02-12\n  length: 2 tahun\nclusters:")],
        ),
        (["sectors=[kesehatan, sosial]"], [("lead:", "sectors: [kesehatan, sosial]\nlead:")]),
        (["under=2024-induk"], [("parties:", "under: 2024-induk\nparties:")]),
        (
            ["under={text: KB Gubernur, date: 2020-01-02}"],
            [("parties:", "under: {text: KB Gubernur, date: 2020-01-02}\nparties:")],
        ),
    ],
    ids=lambda value: " ".join(value) if value and isinstance(value[0], str) else "",
)  # fmt: skip
def test_an_assignment_changes_its_place_and_nothing_else(
    pks: Run, file: Path, assignments: list[str], changes: list[tuple[str, str]]
) -> None:
    assert pks("set", ID, *assignments, "--no-commit") == (0, "", f"{ID}\n")
    assert file.read_text() == replaced(*changes)


@pytest.mark.parametrize(
    ("assignment", "said"),
    [
        ("title", "`title` is not KEY=VALUE"),
        ("=x", "`` is not a readable key; write term.starts or parties.rsj.number"),
        ("term..starts=2026-01-01", "`term..starts` is not a readable key; write term.starts or parties.rsj.number"),
        ("titel=X", "`titel`: there is no key `titel` here; did you mean `title`?"),
        ("term.dari=2026-01-01", "`term.dari`: there is no key `dari` here; there are: starts, length, "),
        ("stage=renewal", "`stage`: there is no key `stage` here; there are: title, "),
        ("parties.rsj.nomor=1", "`parties.rsj.nomor`: there is no key `nomor` here; there are: key, name, region,"),
        ("parties.bank=X", "`parties.bank`: there is no item `bank`; there are: dinsos, rsj and bank-kalbar"),
        ("corrections.1.was=X", "`corrections.1.was`: there is no item `1`; there are: 2 and 5"),
        ("documents.3.file=c", "`documents.3.file`: there is no item `3`; there are: 1 and 2"),
        ("documents.0.file=c", "`documents.0.file`: there is no item `0`; there are: 1 and 2"),
        ("tasks.1.what=c", "`tasks.1.what`: the list is empty; add with `tasks.+=`"),
        ("title.a=c", "`title.a`: there is nothing below `title`"),
        ("scope.+=", "`scope.+` needs a value to add"),
        ("scope.+.a=c", "`scope.+.a` is not a readable key; write term.starts or parties.rsj.number"),
        ("term.starts=2026-02-30", "`term.starts`: `2026-02-30` does not exist in the calendar"),
        ("term.starts=12-02-2026", "`term.starts`: `12-02-2026` is not a date"),
        ("instrument=Perjanjian", "`instrument`: `Perjanjian` is not one of: KB, PKS,"),
        ("term.length=lama", "`term.length`: `lama` is not a length"),
        ("parties.rsj.ours=x", "`parties.rsj.ours`: `x` is not yes or no"),
        ("sectors=[kesehatan", "`sectors`: the value is not readable YAML: "),
        ("sectors=[gizi]", "`gizi` is not one of: pendidikan"),
        ("sectors=kesehatan", "a list is needed here"),
        ("title=", "`title` is not stated; it is always needed"),
        ("parties.rsj.name=", "`name` is not stated; it is always needed"),
        ("parties.rsj.key=dinsos", "`key` dinsos already stands earlier in `parties`; each may be there only once"),
        ("corrections.5.no=2", "`no` 2 already stands earlier in `corrections`; each may be there only once"),
        ("corrections.+={no: 2}", "`no` 2 already stands earlier in `corrections`; each may be there only once"),
        ("parties.+={name: X, nama: Y}", "nama"),
    ],
)  # fmt: skip
def test_what_the_schema_does_not_allow_is_refused_and_nothing_is_written(
    pks: Run, file: Path, assignment: str, said: str
) -> None:
    result = pks("set", ID, "lead=Lain", assignment)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert file.read_text() == TEXT
    assert git("log", "--format=%s", "-1") == "agreement\n"


def test_a_key_named_twice_is_refused(pks: Run, file: Path) -> None:
    assert pks("set", ID, "lead=A", "lead=B") == (2, "", f"{ID}\npks: `lead` is named twice\n")
    assert file.read_text() == TEXT


@pytest.mark.parametrize("assignment", ["history=", "history.1.note=x", "history.+={date: 2026-02-01, stage: draft}"])
def test_the_history_is_refused(pks: Run, file: Path, assignment: str) -> None:
    assert pks("set", ID, assignment) == (
        5, "", f"{ID}\npks: the history grows by commands of its own, never by `pks set`\n"
    )  # fmt: skip
    assert file.read_text() == TEXT


def test_a_value_that_is_there_already_writes_nothing_and_commits_nothing(pks: Run, file: Path) -> None:
    before = file.stat()
    assert pks("set", ID, "lead=Dinas Kesehatan", "scope.1=Rujukan", "term.starts=") == (
        0, "", f"{ID}\n{ID}: nothing changed\n"
    )  # fmt: skip
    assert file.stat().st_ino == before.st_ino
    assert git("log", "--format=%s", "-1") == "agreement\n"


def test_a_change_is_one_commit_that_names_the_keys(pks: Run, file: Path) -> None:
    assert pks("set", ID, "lead=A", "scope.+=B").code == 0
    assert git("log", "--format=%an %s", "-1") == f"Tester {ID}: set lead, scope.+\n"
    assert git("status", "--porcelain") == ""
    assert file.read_text() == replaced(("Dinas Kesehatan", "A"), ("- Rehabilitasi\n", "- Rehabilitasi\n  - B\n"))


def test_the_id_that_was_meant_is_said_on_stderr(pks: Run, file: Path) -> None:
    assert pks("set", "KESEHATAN jiwa", "lead=A", "--no-commit") == (0, "", f"{ID}\n")
    assert pks("set", "445/1", "lead=B", "--no-commit") == (0, "", f"{ID}\n")
    assert file.read_text() == replaced(("Dinas Kesehatan", "B"))


def test_nothing_or_several_that_fit_are_refused_with_the_candidates(pks: Run, file: Path) -> None:
    file.with_name("2025-lain.yaml").write_text(TEXT)
    assert pks("set", "jiwa", "lead=A") == (
        3, "", ("pks: `jiwa` fits 2 agreements; name one:\n"
        "  2025-lain  Pelayanan kesehatan jiwa\n"
        "  2026-dinsos-rsj  Pelayanan kesehatan jiwa\n"),
    )  # fmt: skip
    assert pks("set", "zzz", "lead=A") == (3, "", "pks: no agreement `zzz`\n")
    assert file.read_text() == TEXT


def test_a_dry_run_prints_a_diff_that_git_can_apply_and_writes_nothing(pks: Run, file: Path) -> None:
    arguments = ("set", ID, "title=Bayi — 👶", "scope.1=", "x-z=1")
    result = pks(*arguments, "--dry-run")
    assert (result.code, result.err) == (0, f"{ID}\nonly tried; nothing was written\n")
    assert (
        result.out
        == """\
--- a/agreements/2026-dinsos-rsj.yaml
+++ b/agreements/2026-dinsos-rsj.yaml
@@ -1,5 +1,5 @@
 # Dari map 2024
-title: Pelayanan kesehatan jiwa
+title: Bayi — 👶
 instrument: PKS   # belum final
 lead: Dinas Kesehatan
 parties:
@@ -9,7 +9,6 @@
     number: 445/1
   - name: Bank Kalbar
 scope:
-  - Rujukan
   - Rehabilitasi
 clusters:
   - {name: "Rehab, tahap 1.2", note: lama}
@@ -24,5 +23,6 @@
   - {kind: draft, file: a.pdf}
   - {kind: draft, file: b.pdf}
 x-map: lemari 3
+x-z: "1"
 history:
   - {date: 2026-01-05, stage: draft}
"""
    )
    assert file.read_text() == TEXT
    derived = [one.name for one in (file.parent / ".pks" / "cache").glob("*") if one.name != ".gitignore"]
    assert [name for name in derived if "index" not in name] == []  # no lock
    apply(result.out)
    tried = file.read_bytes()
    file.write_text(TEXT)
    assert pks(*arguments).code == 0
    assert file.read_bytes() == tried


@pytest.mark.parametrize(
    "content",
    [
        TEXT.replace("\n", "\r\n"),
        "\ufeff" + TEXT,
        TEXT.removesuffix("\n"),
        TEXT.replace("\n", "\r\n").replace("jiwa\r\n", "jiwa\n"),
        TEXT.replace("scope:", "scope:  \n\n# tentang lingkup"),
    ],
    ids=["CRLF", "BOM", "no last line break", "mixed line breaks", "comments"],
)
def test_what_is_not_changed_stays_byte_for_byte_and_the_diff_says_it_so(pks: Run, file: Path, content: str) -> None:
    file.write_bytes(content.encode())
    diff = pks("set", ID, "lead=A", "corrections.5.was=x", "--dry-run").out
    assert pks("set", ID, "lead=A", "corrections.5.was=x", "--no-commit").code == 0
    written = file.read_bytes()
    assert written == content.replace("Dinas Kesehatan", "A").replace("was: c", "was: x").encode()
    file.write_bytes(content.encode())
    apply(diff)
    assert file.read_bytes() == written


def test_the_diff_of_a_file_in_a_folder_with_spaces_can_be_applied(pks: Run, register: Path) -> None:
    file = register / "tahun ini é" / f"{ID}.yaml"
    file.parent.mkdir()
    file.write_text(TEXT)
    apply(pks("set", ID, "lead=A", "--dry-run").out)
    assert file.read_text() == replaced(("Dinas Kesehatan", "A"))


def apply(diff: str) -> None:
    subprocess.run(["git", "apply", "-"], input=diff.encode(), check=True)


def test_a_file_that_is_wrong_elsewhere_is_mended_by_set_and_else_left_alone(pks: Run, file: Path) -> None:
    wrong = replaced(("2026-S1, activities", "2026-S3, activities"), ("PKS ", "Perjanjian "))
    file.write_text(wrong)
    result = pks("set", ID, "instrument=PKS")
    assert (result.code, result.out) == (4, "")
    assert f"agreements/{ID}.yaml:20:14: `2026-S3` is not a period" in result.err
    assert file.read_text() == wrong
    assert pks("set", ID, "instrument=PKS", "reports=[{period: 2026-S1}]", "--no-commit").code == 0
    assert file.read_text() == replaced(("  - {period: 2026-S1, activities: Rapat}", "  - {period: 2026-S1}"))


def test_a_file_that_is_no_yaml_is_left_alone(pks: Run, file: Path) -> None:
    file.write_text("title: [\n")
    result = pks("set", ID, "title=X")
    assert (result.code, result.out) == (4, "")
    assert result.err == (
        f"{ID}\npks: agreements/{ID}.yaml cannot be understood; mend it first:\n"
        f"agreements/{ID}.yaml:1:8: the bracket [ opened here is not closed before line 2. Add the closing one.\n"
    )
    assert file.read_text() == "title: [\n"


def test_an_unknown_key_that_is_there_stays_and_does_not_stop_an_edit(pks: Run, file: Path) -> None:
    file.write_text(replaced(("x-map", "peta")))
    assert pks("set", ID, "lead=A", "--no-commit") == (0, "", f"{ID}\n")
    assert file.read_text() == replaced(("x-map", "peta"), ("Dinas Kesehatan", "A"))


def test_a_hand_edit_goes_first_in_a_commit_of_its_own(pks: Run, file: Path) -> None:
    file.write_text(replaced(("Rujukan", "Rujukan pasien")))
    assert pks("set", ID, "lead=A").code == 0
    assert git("log", "--format=%s", "-3") == f"{ID}: set lead\n{ID}: edited by hand\nagreement\n"
    assert git("diff", "-U0", "HEAD~2", "HEAD~1").endswith("-  - Rujukan\n+  - Rujukan pasien\n")
    assert git("diff", "-U0", "HEAD~1", "HEAD").endswith("-lead: Dinas Kesehatan\n+lead: A\n")


def test_a_file_that_git_does_not_know_yet_counts_as_edited_by_hand(pks: Run, file: Path) -> None:
    file.with_name("2025-lain.yaml").write_text(TEXT)
    assert pks("set", "2025-lain", "lead=A").code == 0
    assert git("log", "--format=%s", "-2") == "2025-lain: set lead\n2025-lain: edited by hand\n"


def test_only_the_file_written_is_committed(pks: Run, file: Path) -> None:
    other = file.with_name("2025-lain.yaml")
    other.write_text("staged\n")
    git("add", str(other))
    (file.parent.parent / "notes.txt").write_text("dirty\n")
    assert pks("set", ID, "lead=A").code == 0
    assert git("show", "--name-only", "--format=") == f"agreements/{ID}.yaml\n"
    assert git("status", "--porcelain") == "A  agreements/2025-lain.yaml\n?? notes.txt\n"


def test_no_commit_is_made_where_the_office_or_the_option_says_so(pks: Run, file: Path) -> None:
    assert pks("set", ID, "lead=A", "--no-commit").code == 0
    (file.parent / ".pks" / "office.yaml").write_text("commit: tidak\n")
    assert pks("set", ID, "lead=B").code == 0
    assert git("log", "--format=%s", "-1") == "agreement\n"
    assert pks("set", ID, "lead=C", "--commit").code == 0
    assert git("log", "--format=%s", "-1") == f"{ID}: set lead\n"


def test_rules_of_the_office_that_cannot_be_understood_stop_the_writing(pks: Run, file: Path) -> None:
    (file.parent / ".pks" / "office.yaml").write_text("commit: perhaps\n")
    result = pks("set", ID, "lead=A")
    assert (result.code, result.out) == (4, "")
    assert "agreements/.pks/office.yaml:1:9: " in result.err
    assert file.read_text() == TEXT


@pytest.mark.parametrize("trouble", ["merge", "lock", "detached", "identity", "ignored", "conflict"])
def test_where_git_is_not_ready_nothing_is_written_and_no_commit_helps(
    pks: Run, file: Path, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    top = file.parent.parent
    match trouble:
        case "merge":
            (top / ".git" / "MERGE_HEAD").write_text(git("rev-parse", "HEAD"))
        case "lock":
            (top / ".git" / "index.lock").touch()
        case "detached":
            git("switch", "-q", "--detach")
        case "identity":
            monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
            git("config", "user.useConfigOnly", "true")
        case "ignored":
            git("rm", "-q", "--cached", str(file))
            (top / ".gitignore").write_text("2026*\n")
        case "conflict":
            blob = git("rev-parse", f"HEAD:agreements/{ID}.yaml").strip()
            feed = f"100644 {blob} 2\tother\n100644 {blob} 3\tother\n"
            subprocess.run(["git", "update-index", "--index-info"], input=feed.encode(), check=True)
    result = pks("set", ID, "lead=A")
    assert (result.code, result.out) == (7, "")
    assert "--no-commit" in result.err
    assert file.read_text() == TEXT
    assert pks("set", ID, "lead=A", "--no-commit") == (0, "", f"{ID}\n")


def test_a_hook_that_fails_leaves_the_file_written_and_says_how_to_go_on(pks: Run, file: Path) -> None:
    hook = file.parent.parent / ".git" / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\necho ditolak kepala bagian >&2\nexit 1\n")
    hook.chmod(0o755)
    result = pks("set", ID, "lead=A")
    assert (result.code, result.out) == (8, "")
    assert "git: ditolak kepala bagian" in result.err
    assert file.read_text() == replaced(("Dinas Kesehatan", "A"))
    assert git("log", "--format=%s", "-1") == "agreement\n"
    assert git("diff", "--cached", "--name-only") == ""


def test_a_hook_that_refuses_the_hand_edit_leaves_it_as_it_is(pks: Run, file: Path) -> None:
    hook = file.parent.parent / ".git" / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    by_hand = replaced(("Rujukan", "Rujukan pasien"))
    file.write_text(by_hand)
    assert pks("set", ID, "lead=A").code == 7
    assert file.read_text() == by_hand


def test_an_argument_that_is_no_text_is_refused(pks: Run, file: Path) -> None:
    assert pks("set", ID, "lead=\udcff") == (2, "", "pks: `lead=\\udcff` holds bytes that are not UTF-8 text\n")
    assert file.read_text() == TEXT


def test_what_was_hidden_in_a_value_is_written_as_an_escape(pks: Run, file: Path) -> None:
    assert pks("set", ID, "lead=a\x1b[31m\u202eb", "--no-commit").code == 0
    assert file.read_text() == replaced(("Dinas Kesehatan", '"a\\e[31m\\u202eb"'))


def test_refusals_are_in_indonesian_where_that_is_asked_for(pks: Run, file: Path) -> None:
    assert pks("--lang", "id", "set", ID, "titel=X") == (
        2, "", f"{ID}\npks: `titel`: tidak ada kunci `titel` di sini; mungkin maksudnya `title`?\n"
    )  # fmt: skip
    assert pks("--lang", "id", "set", ID, "lead=Dinas Kesehatan") == (
        0, "", f"{ID}\n{ID}: tidak ada yang berubah\n"
    )  # fmt: skip
    assert file.read_text() == TEXT
