"""The catalogue holds every sentence the program says, in both languages, and none it does not say."""

from __future__ import annotations

import ast
import inspect
import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import pks
from pks.cli.before import before
from pks.cli.commands import COMMANDS, SECONDS, module_of
from pks.domain.rules.table import RULES
from pks.language.labels import LABELS
from pks.language.render import blanks
from pks.language.sentences import PARTS, SENTENCES

ROOT = Path(pks.__file__).parent
BLANK = re.compile(r"\{[a-z_]+(?::[^|{}]*\|[^|{}]*)?\}")
# Keys that are put together from more than one f-string or from a rule's code: the prefix, and why.
BUILT = {
    "rule.": "by pks.domain.rules.table from a rule's code and variant",
    "help.": "by pks.cli.commands from the names of commands and their parameters",
}
# These begin like a key and are none: fields of the format, files, settings.
NO_KEYS = {"lock.holder", "merge.pks.driver", "merge.pks.name"}


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(ROOT.rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def speaking() -> list[ast.AST]:
    """Every node of the program but those of the catalogue itself, and of docstrings."""
    nodes: list[ast.AST] = []
    for file, tree in trees():
        if file == "language/render.py" or not file.startswith("language/"):
            quiet = {
                id(one.value)
                for one in ast.walk(tree)
                if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)
            }
            nodes += [one for one in ast.walk(tree) if id(one) not in quiet]
    return nodes


NODES = speaking()
LITERALS = {one.value for one in NODES if isinstance(one, ast.Constant) and isinstance(one.value, str)}


def pattern(joined: ast.JoinedStr) -> str:
    """An f-string as a regular expression, with anything in its blanks."""
    parts = (re.escape(str(one.value)) if isinstance(one, ast.Constant) else ".*" for one in joined.values)
    return "".join(parts)


def begins_with_a_name(joined: ast.JoinedStr) -> bool:
    first = joined.values[0] if joined.values else None
    return isinstance(first, ast.Constant) and re.match(r"[a-z]+\.", str(first.value)) is not None


def messages() -> Iterator[ast.Call]:
    for node in NODES:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Message" and node.args:
            yield node


def is_balanced(words: str) -> bool:
    """Whether every brace that begins no blank, as in a command to type, has its other half."""
    while (shorter := re.sub(r"\{[^{}]*\}", "", words)) != words:
        words = shorter
    return not re.search("[{}]", words)


def faults(key: str) -> Iterator[str]:
    sentence = SENTENCES[key]
    for words in sentence:
        if not words or words != words.strip() or "\t" in words:
            yield f"{key}: empty, or space around it"
        if not is_balanced(BLANK.sub("", words)):
            yield f"{key}: an unbalanced brace"
    if blanks(sentence.id) != blanks(sentence.en):
        yield f"{key}: other blanks"
    if ":" in "".join(BLANK.findall(sentence.id)):
        yield f"{key}: plural forms are English only"


def test_every_sentence_is_there_in_both_languages_with_the_same_blanks() -> None:
    assert len(SENTENCES) > 400
    assert [fault for key in SENTENCES for fault in faults(key)] == []


def test_no_key_is_in_two_parts_of_the_catalogue_or_twice_in_one() -> None:
    parts = {name: import_module(f"pks.language.said.{name}") for name in PARTS}
    keys = Counter(key for name, part in parts.items() for key in getattr(part, name.upper()))
    assert [key for key, count in keys.items() if count > 1] == []
    written = Counter(
        key.value
        for file, tree in trees()
        if file.startswith("language/") and not file.startswith(("language/fields", "language/labels"))
        for node in ast.walk(tree)
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant) and key.value in SENTENCES
    )
    assert [key for key, count in written.items() if count > 1] == []
    assert set(written) == set(SENTENCES)


def test_keys_are_names_with_a_dot_between() -> None:
    wrong = [key for key in SENTENCES if not re.fullmatch(r"[a-z]+(\.[a-z0-9_-]+)+", key)]
    assert wrong == []


def unsayable(call: ast.Call) -> Iterator[str]:
    """What would fail if this message were said: a key without a sentence, a blank without a value."""
    first = call.args[0]
    given = {one.arg for one in call.keywords}
    for key in [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]:
        if isinstance(key, ast.JoinedStr) and not any(re.fullmatch(pattern(key), one) for one in SENTENCES):
            yield pattern(key)
        elif isinstance(key, ast.Constant) and key.value not in SENTENCES:
            yield str(key.value)
        elif isinstance(key, ast.Constant) and None not in given:  # None stands for **values
            name = str(key.value)
            yield from (f"{name}: {blank}" for blank in blanks(SENTENCES[name].en) - given)


def test_every_message_of_the_program_has_its_sentence_and_fills_its_blanks() -> None:
    calls = list(messages())
    assert len(calls) > 100
    assert [fault for call in calls for fault in unsayable(call)] == []


def test_every_literal_that_looks_like_a_key_is_one() -> None:
    """Keys reach `Message` through other functions too, such as `problem` and `note`."""
    rooms = "|".join({key.split(".")[0] for key in SENTENCES} - {"office", "rule"})
    looks = re.compile(rf"(?:{rooms})\.[a-z][a-z0-9_.-]*[a-z0-9]")
    assert sorted(one for one in LITERALS if looks.fullmatch(one) and one not in SENTENCES and one not in NO_KEYS) == []


def test_no_sentence_is_left_that_nobody_says() -> None:
    shapes = [re.compile(pattern(one)) for one in NODES if isinstance(one, ast.JoinedStr) and begins_with_a_name(one)]
    unsaid = [
        key
        for key in SENTENCES
        if key not in LITERALS
        and not key.startswith(tuple(BUILT))
        and not any(shape.fullmatch(key) for shape in shapes)
    ]
    assert unsaid == []


def test_the_rules_have_their_sentences_and_no_other_rule_has() -> None:
    codes = {rule.code for rule in RULES}
    for key in SENTENCES:
        if key.startswith("rule."):
            _, code, *more = key.split(".")
            assert code in codes, key
            assert set(more) - {"fix"} <= LITERALS, key
            assert more[-1:] == ["fix"] or f"{key}.fix" in SENTENCES, key
    assert {code for code in codes if not any(key.startswith(f"rule.{code}") for key in SENTENCES)} == set()


def help_keys(command: str, run: object) -> set[str]:
    """The words that the parameters of `run` are explained by: the command's own, else those all share."""
    names = [name for name in inspect.signature(run).parameters if name != "ctx"]  # type: ignore[arg-type]
    own = {f"help.{command}.{name}" for name in names}
    return {key if key in SENTENCES else f"help.any.{key.rpartition('.')[2]}" for key in own}


def test_the_help_of_every_command_is_all_there_and_nothing_else_is() -> None:
    wanted = {"help.any.help", *help_keys("pks", before), "help.pks"}
    for name in COMMANDS:
        key, module = name.replace(" ", "-"), module_of(name)
        wanted |= {f"help.{key}", f"help.{key}.short", f"help.{key}.examples"}
        wanted |= help_keys(key, import_module(f"pks.cli.{module}").run)
    for first in SECONDS:
        wanted |= {f"help.{first}", f"help.{first}.short"}
    assert wanted - set(SENTENCES) == set()
    others = {key for key in SENTENCES if key.startswith("help.")} - wanted
    assert {key for key in others if key not in LITERALS and not key.startswith("help.metavar.")} == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_explained_in_one_line_and_by_examples_that_begin_with_it(name: str) -> None:
    key = f"help.{name.replace(' ', '-')}"
    for language in ("id", "en"):
        short = getattr(SENTENCES[f"{key}.short"], language)
        assert len(short) <= 60
        assert not short.endswith(".")
        assert getattr(SENTENCES[key], language).endswith(".")
        examples = getattr(SENTENCES[f"{key}.examples"], language).splitlines()
        assert examples
        for line in examples:
            assert re.match(rf"(?:[A-Z]+=\S+ )?pks {name}\b", line), line


def test_every_label_has_both_languages_and_every_kind_that_is_named_exists() -> None:
    for key, label in LABELS.items():
        assert label.id == label.id.strip() != "", key
        assert label.en == label.en.strip() != "", key
        assert not re.search("[{}]", label.id + label.en), key
    named = {
        node.args[0].value
        for node in NODES
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"Label", "label"}
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    assert named >= {"stage", "validity", "instrument", "cooperation", "waiting", "due"}
    assert named - {kind for kind, _ in LABELS} == {"field"}  # the names of the format's keys
