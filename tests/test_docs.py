import re
import shlex
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import typer

from pks.cli.commands import COMMANDS, NAMES, SECONDS, module_of
from pks.domain.office import Office
from pks.domain.rules.table import RULES
from pks.domain.terms import add, last_day_in_force, parse_length
from pks.domain.vocabulary import STAGES
from pks.language.fields.gathered import AGREEMENT_FIELDS, OFFICE_FIELDS
from pks.language.render import Language
from pks.outputs.manual import FIELDS_MARKER, GENERATED, page, topics
from pks.store.reading import read_office, understand
from tests.conftest import Run

DOCS = Path(__file__).parent.parent / "pks" / "docs"
WRITTEN = [topic for topic in topics() if topic not in GENERATED]
PAGES = [(language, topic) for language in ("id", "en") for topic in WRITTEN]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PLACES = {"PERINTAH", "COMMAND", ""}  # where the reader puts a command, and `pks --lang id` alone


def shipped(language: str, topic: str) -> str:
    return (DOCS / language / f"{topic}.md").read_text(encoding="utf-8")


def fences(text: str, kind: str) -> list[str]:
    return [body for found, body in FENCE.findall(text) if found == kind]


def headings(text: str) -> list[int]:
    prose = FENCE.sub("", text)
    return [len(line.split()[0]) for line in prose.splitlines() if line.startswith("#")]


def commands(text: str) -> list[str]:
    """The first word after `pks` and its options, in code blocks and in running text."""
    return [word for line in calls(text) if (word := _command(line.split()[1:])) not in PLACES]


def calls(text: str) -> list[str]:
    """What begins with `pks` in code blocks and in running text, on one line each."""
    lines = [line for body in fences(text, "sh") for line in body.replace("\\\n", "").splitlines()]
    spans = re.findall(r"`([^`]+)`", FENCE.sub("", text))
    return [line for line in [*lines, *spans] if re.match(r"pks\s", line)]


def unknown(call: str) -> list[str]:
    """What of `call` the program does not know: its command, or options of that command."""
    words = shlex.split(call.partition(" > ")[0])[1:]
    while words and words[0].startswith("-"):
        words = words[2:]
    if not words or words[0] in PLACES:
        return []
    name = next((one for one in (" ".join(words[:2]), words[0]) if one in COMMANDS), None)
    if name is None:
        return [] if words[0] in SECONDS and len(words) == 1 else [" ".join(words[:2])]
    run = import_module(f"pks.cli.{module_of(name)}").run
    app = typer.Typer(add_completion=False)
    app.command()(run)
    known = {one for option in typer.main.get_command(app).params for one in (*option.opts, *option.secondary_opts)}
    return [word for word in words if word.startswith("-") and word.split("=")[0] not in {*known, "--help"}]


def _command(words: list[str]) -> str:
    while words and words[0].startswith("-"):
        words = words[2:]
    return words[0] if words else ""


def test_both_languages_have_the_same_topics() -> None:
    for language in ("id", "en"):
        assert {path.stem for path in (DOCS / language).iterdir()} == set(WRITTEN)
        assert {path.suffix for path in (DOCS / language).iterdir()} == {".md"}


@pytest.mark.parametrize("topic", WRITTEN)
def test_both_languages_have_the_same_structure(topic: str) -> None:
    indonesian, english = shipped("id", topic), shipped("en", topic)
    assert headings(indonesian) == headings(english)
    assert headings(indonesian)[0] == 1
    assert len(FENCE.findall(indonesian)) == len(FENCE.findall(english))
    assert fences(indonesian, "sh") == fences(english, "sh")
    assert commands(indonesian) == commands(english)
    assert indonesian.count("\n|") == english.count("\n|")


@pytest.mark.parametrize(("language", "topic"), PAGES)
def test_only_commands_that_exist_are_mentioned(language: str, topic: str) -> None:
    assert set(commands(shipped(language, topic))) <= set(NAMES)


@pytest.mark.parametrize(("language", "topic"), [*PAGES, ("id", "stages"), ("en", "stages")])
def test_every_call_that_is_shown_is_a_command_with_options_that_exist(language: Language, topic: str) -> None:
    assert {call: found for call in calls(page(topic, language)) if (found := unknown(call))} == {}


def test_a_call_that_does_not_exist_would_be_found() -> None:
    assert unknown("pks correction answer ketapang") == ["correction answer"]
    assert unknown("pks sign ketapang --wholly --all") == ["--wholly"]
    assert unknown("pks --lang id report send --period 2026-S1 --to bupati --all") == []


@pytest.mark.parametrize(("language", "topic"), PAGES)
def test_help_topics_that_are_mentioned_exist(language: str, topic: str) -> None:
    assert set(re.findall(r"pks help (\w+)", shipped(language, topic))) <= set(topics())


@pytest.mark.parametrize("topic", topics())
@pytest.mark.parametrize("language", ["id", "en"])
def test_what_is_to_be_copied_stands_whole_on_a_terminal_of_80_columns(language: Language, topic: str) -> None:
    blocks = re.findall(r"```[a-z]*\n(.*?)```", page(topic, language), re.DOTALL)
    assert [line for block in blocks for line in block.splitlines() if len(line) > 78] == []


@pytest.mark.parametrize(("language", "topic"), PAGES)
def test_lines_are_short_outside_tables(language: str, topic: str) -> None:
    lines = shipped(language, topic).splitlines()
    assert [line for line in lines if len(line) > 100 and not line.startswith("|")] == []
    assert [line for line in lines if line != line.rstrip() or "\t" in line] == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_files_shown_in_the_manual_can_be_read(language: str) -> None:
    whole = [body for body in fences(shipped(language, "format"), "yaml") if body.startswith("title:")]
    assert len(whole) == 2
    for body in whole:
        assert understand(body.encode(), "agreements/2026-uji.yaml").errors == ()


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_office_shown_in_the_manual_is_the_default_one(language: str, tmp_path: Path) -> None:
    (body,) = [one for one in fences(shipped(language, "format"), "yaml") if one.startswith("office:")]
    path = tmp_path / "office.yaml"
    path.write_text(body, encoding="utf-8")
    reading = read_office(path, "agreements/.pks/office.yaml")
    assert reading.errors == ()
    assert reading.value is not None
    assert reading.value.language == language
    assert reading.value._replace(office=None, region=None, language=None) == Office()


@pytest.mark.parametrize(
    ("starts", "length"),
    [("2026-02-12", "2 years"), ("2026-08-31", "6 months")],
)
def test_the_last_days_in_the_manual_are_those_computed(starts: str, length: str) -> None:
    start, span = date.fromisoformat(starts), parse_length(length)
    assert span is not None
    eve, anniversary = last_day_in_force(start, span, "eve"), add(start, span)
    row = f"| {starts} | {length} | {eve} | {anniversary} |"
    assert row in shipped("en", "dates")


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_list_of_keys_is_put_in_at_the_marker(language: Language) -> None:
    assert shipped(language, "format").count(FIELDS_MARKER) == 1
    text = page("format", language)
    assert FIELDS_MARKER not in text
    generated = text[text.index("### `agreements/<id>") :].splitlines()
    keys = [line.split("`")[1] for line in generated if line.startswith("- `")]
    assert sorted(keys) == sorted([*AGREEMENT_FIELDS, *OFFICE_FIELDS])
    assert {line.count(" · ") for line in generated if line.startswith("- `")} == {2}


def test_an_item_of_the_list_says_what_to_write_and_what_it_means() -> None:
    english, indonesian = page("format", "en"), page("format", "id")
    assert (
        "- `term.starts` · date YYYY-MM-DD · **Starts.** The first day in force (YYYY-MM-DD); "
        "together with `length` it gives the last day.\n"
    ) in english
    assert "- `parties` · daftar: kelompok kunci (wajib) · **Para pihak.**" in indonesian
    assert "- `lead` · text, or a list · **Unit in charge.**" in english
    assert "- `parties.signatory.capacity` · `Pj`, `Plt`, `Plh`, `a.n.` · " in english
    assert "- `tasks.done` · list: date YYYY-MM-DD · " in english


def _around_the_procedure(register: Path) -> None:
    """The files and agreements that the page of the procedure takes as given."""
    matrix: Any = openpyxl.Workbook()
    for row in (
        ("Pasal", "Semula", "Menjadi"),
        ("Pasal 4", "PIHAK KEDUA", "PARA PIHAK"),
        ("Pasal 2", "Kadis", "Kepala"),
    ):
        matrix.active.append(row)
    matrix.save("matriks.xlsx")
    for name in ("kak.docx", "pindaian.pdf"):
        Path(name).write_text(name)
    history = "history: [{date: 2022-01-03, stage: corrections}]\n"
    two = "parties: [{key: dinsos, name: Dinas Sosial, ours: ya}, {key: rsj, name: RSJ}]\n"
    four = (
        "parties: [{key: sambas, name: Sambas}, {key: sanggau, name: Sanggau}, {key: rsj, name: RSJ}, {name: Melawi}]\n"
    )
    (register / "payung.yaml").write_text(f"title: Payung sosial\n{two}{history}")
    (register / "sambas.yaml").write_text(f"title: Rujukan jiwa\n{two}{history}")
    (register / "rujukan.yaml").write_text(f"title: Rujukan bersama\n{four}corrections: [{{no: 1}}]\n{history}")


def test_the_procedure_goes_as_it_is_shown(register: Path, pks: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PKS_TODAY", "2025-03-10")
    _around_the_procedure(register)
    lines = [
        line for body in fences(shipped("en", "procedure"), "sh") for line in body.replace("\\\n", "").splitlines()
    ]
    assert len(lines) > 40
    for line in lines:
        if line.startswith("pks correction"):  # no more invitations to be sent; the reports have fallen due
            monkeypatch.setenv("PKS_TODAY", "2026-10-05")
        ended = pks(*shlex.split(line)[1:])
        assert ended.code == 0, (line, ended)


def test_an_unknown_topic_is_no_page() -> None:
    with pytest.raises(KeyError):
        page("../id/start", "id")


@pytest.mark.parametrize(("language", "topic"), PAGES)
def test_every_page_can_be_shown(language: Language, topic: str) -> None:
    assert page(topic, language).startswith("# ")


def test_the_page_of_rules_names_every_rule_with_its_source_in_both_languages() -> None:
    for text in (page("rules", "id"), page("rules", "en")):
        named = re.findall(r"^- `([a-z0-9-]+)` · ", text, re.MULTILINE)
        assert sorted(named) == sorted(rule.code for rule in RULES)
        assert all(f" · {rule.source}" in text for rule in RULES)
    assert "- `scope-missing` · error · Permendagri 22/2020 Ps 7\n  the scope is not stated\n" in page("rules", "en")
    assert "## Syarat meninggalkan penyusunan\n" in page("rules", "id")


def test_the_page_of_stages_goes_through_all_six_with_their_gates() -> None:
    for language in ("id", "en"):
        text = page("stages", language)
        assert re.findall(r"^## [1-6]\. .*\(`([a-z]+)`\)$", text, re.MULTILINE) == list(STAGES)
        gates = [rule.code for rule in RULES if rule.scope.startswith("leaving-")]
        assert re.findall(r"\(`([a-z0-9-]+)`\)$", text, re.MULTILINE) == [
            code
            for stage in STAGES
            for code in (stage, *(rule.code for rule in RULES if rule.scope == f"leaving-{stage}"))
        ]
        assert len(gates) > 20
    assert "Lebih lama dari 90 hari masuk `pks due`." in page("stages", "id")
