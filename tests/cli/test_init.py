"""`pks init`: a register, its office and what git must know."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.processes import Terminal, needs_permissions, process
from tests.conftest import Run, git

GIVEN = ("--office", "Bagian Tapem", "--region", "Kabupaten Ketapang", "--tier", "regency")
OFFICE = """\
office: Bagian Tapem
region: Kabupaten Ketapang
profile: secretariat
tier: regency
language: en
timezone: WIB
commit: true
folder: ""

notice: 3 months             # decide at least this long before the end
last_day: eve                # 2026-02-12 + 2 years ends 2028-02-11; anniversary: 2028-02-12
reminders: [180d, 90d, 60d, 30d, 7d, 0d]
stages: {draft: 90d, facilitation: 30d, corrections: 30d, registration: 14d}     # longer than this is in `pks due`
replies: {offer: 30d, correction: 14d, council: 45 working days}     # how long others may take to answer
holidays: []                 # days off, such as 2026-08-17
register: "REG/{year}/{seq:03}"     # pattern of register numbers
team: null                   # the decree that set up the TKKSD

reports:
  every: 6 months
  since: 2026-01-01
  tiers: [{to: bupati, within: 14d}, {to: gubernur, within: 30d}]

rules: {}                    # code of a rule: off, info, warning, error
"""
MADE = ["agreements/.gitattributes", "agreements/.pks/office.yaml", "agreements/.pks/schema.json"]
LINE = "# yaml-language-server: $schema=.pks/schema.json\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files(folder: Path) -> list[str]:
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in found if ".git" not in path.parts and "cache" not in path.parts)


def test_a_register_is_made_with_its_office_a_repository_and_a_commit(pks: Run, folder: Path) -> None:
    assert pks("init", *GIVEN) == (
        0, "",
        f"register made in {folder}/agreements; begin with `pks new TITLE --party NAME --party NAME`\n",
    )  # fmt: skip
    assert files(folder) == MADE
    assert (folder / "agreements" / ".pks" / "office.yaml").read_text() == OFFICE
    assert (folder / "agreements" / ".gitattributes").read_text() == "* -text\n*.yaml merge=pks\n"
    assert git("log", "--format=%s %D") == "register: founded HEAD -> main\n"
    assert git("status", "--porcelain") == ""
    assert pks("check") == (0, "", "0 files checked; nothing found.\n")


def test_a_founder_who_speaks_indonesian_gets_indonesian_comments(pks: Run, folder: Path) -> None:
    assert pks("--lang", "id", "init", *GIVEN).code == 0
    text = (folder / "agreements" / ".pks" / "office.yaml").read_text()
    assert "language: id\n" in text
    assert "holidays: []                 # hari libur, misalnya 2026-08-17\n" in text


@pytest.mark.parametrize(
    ("tier", "tiers"),
    [
        ("city", "[{to: wali kota, within: 14d}, {to: gubernur, within: 30d}]"),
        ("province", "[{to: gubernur, within: 14d}, {to: menteri, within: 30d}]"),
        ("ministry", "[{to: menteri, within: 14d}]"),
        ("agency", "[{to: kepala, within: 14d}]"),
    ],
)
def test_every_tier_has_reports_of_its_own(pks: Run, folder: Path, tier: str, tiers: str) -> None:
    assert pks("init", "--office", "O", "--region", "R", "--tier", tier.upper(), "--profile", "partner").code == 0
    text = (folder / "agreements" / ".pks" / "office.yaml").read_text()
    assert f"profile: partner\ntier: {tier}\n" in text
    assert f"  tiers: {tiers}\n" in text


def test_reports_go_to_whom_was_named(pks: Run, folder: Path) -> None:
    assert pks("init", *GIVEN, "--report-to", "camat=7d", "--report-to", "bupati = 2 weeks").code == 0
    text = (folder / "agreements" / ".pks" / "office.yaml").read_text()
    assert "  tiers: [{to: camat, within: 7d}, {to: bupati, within: 2 weeks}]\n" in text


@pytest.mark.parametrize(
    "name", ['Bagian: "Tapem" #1', "- x", "baris\ndua", "no", "0123", "😀", "{x}", "{year}", "a\x1b[31m", "x" * 5000]
)
def test_any_name_of_the_office_can_be_read_again(pks: Run, folder: Path, name: str) -> None:
    assert pks("init", f"--office={name}", f"--region={name}", "--tier", "agency", "--no-commit").code == 0
    assert pks("check").code == 0
    assert pks("new", "T", "--party", "A", "--no-commit").code == 0
    assert "\x1b" not in (folder / "agreements" / ".pks" / "office.yaml").read_text()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "`--office` is needed; see `--help`"),
        (["--office", "O"], "`--region` is needed; see `--help`"),
        (["--office", "O", "--region", "R"], "`--tier` is needed; see `--help`"),
        (["--office", "O", "--region", "R", "--tier", "village"], "--tier: `village` is not one of: regency"),
        ([*GIVEN, "--profile", "x"], "--profile: `x` is not one of: secretariat"),
        ([*GIVEN, "--report-to", "bupati"], "`bupati` is no report tier; write bupati=14d"),
        ([*GIVEN, "--report-to", "=14d"], "`=14d` is no report tier; write bupati=14d"),
        ([*GIVEN, "--report-to", "bupati=soon"], "`bupati=soon` is no report tier; write bupati=14d"),
        ([*GIVEN, "--region", "\udcff"], "`\\udcff` holds bytes that are not UTF-8 text"),
    ],
)
def test_what_is_missing_or_does_not_fit_is_refused_and_nothing_is_made(
    pks: Run, folder: Path, arguments: list[str], said: str
) -> None:
    result = pks("init", *arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert list(folder.iterdir()) == []


def test_a_register_that_is_there_stays_as_it_is(pks: Run, folder: Path) -> None:
    pks("init", *GIVEN)
    assert pks("init", "--office", "Lain", "--region", "R", "--tier", "city") == (
        6, "",
        (f"pks: there is a register in {folder}/agreements already; "
        f"its rules are in {folder}/agreements/.pks/office.yaml\n"),
    )  # fmt: skip
    assert (folder / "agreements" / ".pks" / "office.yaml").read_text() == OFFICE


def test_a_folder_that_is_not_there_is_made(pks: Run, folder: Path) -> None:
    assert pks("init", "kantor/arsip", *GIVEN).code == 0
    assert files(folder) == [
        "kantor/arsip/agreements/.gitattributes",
        "kantor/arsip/agreements/.pks/office.yaml",
        "kantor/arsip/agreements/.pks/schema.json",
    ]
    assert (folder / "kantor" / "arsip" / ".git").is_dir()


def test_inside_a_work_tree_no_second_repository_is_made(pks: Run, folder: Path) -> None:
    git("init", "-q", "-b", "utama")
    (folder / "other.txt").write_text("staged\n")
    git("add", "other.txt")
    assert pks("-C", ".", "init", "kantor", *GIVEN).code == 0
    assert not (folder / "kantor" / ".git").exists()
    assert git("show", "--name-only", "--format=%s %D") == (
        "register: founded HEAD -> utama\n\nkantor/agreements/.gitattributes\nkantor/agreements/.pks/office.yaml\n"
        "kantor/agreements/.pks/schema.json\n"
    )
    assert git("status", "--porcelain") == "A  other.txt\n"


def test_agreements_that_are_there_already_are_kept(pks: Run, folder: Path) -> None:
    (folder / "agreements").mkdir()
    (folder / "agreements" / "2020-x.yaml").write_text("title: X\n")
    (folder / "agreements" / ".gitattributes").write_text("*.yaml -text merge=pks  # ours\n")
    assert pks("init", *GIVEN).code == 0
    assert (folder / "agreements" / "2020-x.yaml").read_text() == "title: X\n"
    assert (folder / "agreements" / ".gitattributes").read_text() == "*.yaml -text merge=pks  # ours\n"
    assert git("show", "--name-only", "--format=") == "agreements/.pks/office.yaml\nagreements/.pks/schema.json\n"


def test_a_dry_run_makes_nothing(pks: Run, folder: Path) -> None:
    result = pks("init", *GIVEN, "--dry-run")
    assert (result.code, result.err) == (0, "only tried; nothing was written\n")
    assert result.out.startswith(
        "--- /dev/null\n+++ b/agreements/.pks/office.yaml\n@@ -0,0 +1,24 @@\n+office: Bagian Tapem\n"
    )
    assert list(folder.iterdir()) == []
    subprocess.run(["git", "apply", "-"], input=result.out.encode(), check=True)
    assert (folder / "agreements" / ".pks" / "office.yaml").read_text() == OFFICE


def test_no_commit_makes_no_repository(pks: Run, folder: Path) -> None:
    assert pks("init", *GIVEN, "--no-commit").code == 0
    assert not (folder / ".git").exists()
    assert files(folder) == MADE


def test_without_git_it_works_and_says_so_once(pks: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    said = "git is not installed; changes are written without a history. Install git to keep one.\n"
    assert pks("init", *GIVEN).err == (
        f"{said}register made in {folder}/agreements; begin with `pks new TITLE --party NAME --party NAME`\n"
    )
    assert pks("new", "T", "--party", "A") == (0, "2026-a-t\n", "")
    assert pks("set", "2026-a-t", "lead=X") == (0, "", "2026-a-t\n")
    assert (folder / "agreements" / "2026-a-t.yaml").read_text().startswith(f"{LINE}title: T\nlead: X\n")


def test_a_register_outside_git_is_said_once(pks: Run, folder: Path) -> None:
    pks("init", *GIVEN, "--no-commit")
    assert pks("new", "T", "--party", "A").err == (
        f"{folder}/agreements is not in a git repository; changes are written without a history. "
        "`git init` makes one.\n"
    )
    assert pks("set", "2026-a-t", "lead=X").err == "2026-a-t\n"


def test_where_git_does_not_know_who_writes_nothing_is_founded(
    pks: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("init", "-q")
    git("config", "user.useConfigOnly", "true")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    result = pks("init", *GIVEN)
    assert (result.code, result.out) == (7, "")
    assert 'git config --global user.name "Your Name"' in result.err
    assert files(folder) == []
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.path.expanduser("~/.gitconfig"))  # noqa: PTH111
    assert pks("init", *GIVEN).code == 0


@needs_permissions
def test_a_folder_that_is_read_only_is_said(folder: Path) -> None:
    locked = folder / "locked"
    locked.mkdir(mode=0o555)
    done = process("init", str(locked), *GIVEN, powerless=True)
    assert done == (7, "", f"pks: {locked}/agreements: Permission denied\n")
    assert list(locked.iterdir()) == []


def test_on_a_terminal_office_region_tier_and_report_tiers_are_asked_for(folder: Path) -> None:
    screen = Terminal("init")
    assert screen.until(": ") == "Name of the office: "
    screen.types("Bagian Tapem\n")
    assert screen.until(": ") == "Bagian Tapem\nRegion: "
    screen.types("Kota X\n")
    assert screen.until("): ") == "Kota X\nTier (regency, city, province, ministry, agency): "
    screen.types("city\n")
    assert screen.until("]: ") == ("city\nReports go to, and within what time [wali kota=14d, gubernur=30d]: ")
    screen.types("wali kota=10d\n")
    code, shown = screen.ends()
    assert code == 0
    assert "register made in" in shown
    text = (folder / "agreements" / ".pks" / "office.yaml").read_text()
    assert "  tiers: [{to: wali kota, within: 10d}]\n" in text


def test_a_tier_whose_bytes_are_no_text_is_asked_for_again(folder: Path) -> None:
    screen = Terminal("init", "--office", "Bagian Tapem", "--region", "Kota X", "--tier", "city", "--no-commit")
    screen.until("]: ")
    os.write(screen.screen, b"wali\xff=14d\n")
    assert "`wali\\udcff=14d` holds bytes that are not UTF-8 text\n" in screen.until("]: ")
    screen.types("wali kota=10d\n")
    assert screen.ends()[0] == 0
    assert "[{to: wali kota, within: 10d}]" in (folder / "agreements" / ".pks" / "office.yaml").read_text()


def test_where_a_register_is_nothing_is_asked_before_that_is_said(pks: Run, folder: Path) -> None:
    pks("init", *GIVEN)
    code, shown = Terminal("init").ends()
    assert (code, " ".join(shown.split()).split(" in ")[0]) == (6, "pks: there is a register")
    assert str(folder) in shown


@pytest.mark.parametrize("typed", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_who_breaks_off_the_questions_leaves_nothing(folder: Path, typed: str) -> None:
    screen = Terminal("init")
    screen.until(": ")
    screen.types("Bagian\n")
    screen.until(": ")
    screen.types(typed)
    code, shown = screen.ends()
    assert code == 130
    assert shown.endswith("pks: interrupted\n")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("locale", "asked", "written"), [("C", None, "id"), ("en_US.UTF-8", None, "id"), ("C", "en", "en")]
)
def test_a_register_speaks_indonesian_unless_asked_otherwise(
    pks: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locale: str, asked: str | None, written: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PKS_LANG")
    monkeypatch.setenv("LC_ALL", locale)
    chosen = ["--lang", asked] if asked else []
    assert pks(*chosen, "init", "--office", "A", "--region", "B", "--tier", "regency").code == 0
    assert f"language: {written}\n" in (tmp_path / "agreements" / ".pks" / "office.yaml").read_text()


def test_new_files_lead_editors_to_the_schema_wherever_they_lie(pks: Run, folder: Path) -> None:
    assert pks("--lang", "id", "init", *GIVEN).code == 0
    root = folder / "agreements"
    schema = json.loads((root / ".pks" / "schema.json").read_text())
    assert schema["properties"]["term"]["properties"]["length"]["title"] == "Lama berlaku / Length"
    office = root / ".pks" / "office.yaml"
    office.write_text(office.read_text().replace('folder: ""', 'folder: "{year}"'))
    assert pks("new", "T", "--party", "A").code == 0
    text = (root / "2026" / "2026-a-t.yaml").read_text()
    assert text.startswith("# yaml-language-server: $schema=../.pks/schema.json\ntitle: T\n")
    assert pks("check", "2026-a-t").code == 0


def test_a_schema_of_another_pks_is_told_of_and_written_anew(pks: Run, folder: Path) -> None:
    assert pks("init", *GIVEN).code == 0
    path = folder / "agreements" / ".pks" / "schema.json"
    text = path.read_text()
    path.write_text("{}\n")
    said = (
        "agreements/.pks/schema.json: note: the schema for editors is not the one of this pks [check.schema-outdated]\n"
    )
    assert pks("check").out == said
    assert pks("schema", "--write", "--dry-run").out.startswith("--- a/agreements/.pks/schema.json\n")
    assert path.read_text() == "{}\n"
    assert pks("schema", "--write") == (0, "", "")
    assert path.read_text() == text
    assert git("log", "-1", "--format=%s") == "register: schema for editors\n"
    assert pks("check").out == ""
    assert pks("schema", "--write").err == "agreements/.pks/schema.json: nothing changed\n"
    assert pks("schema", "--write", "--office").code == 2
