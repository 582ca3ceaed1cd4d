"""PyYAML's parser without PyYAML: what it reads, what it leaves alone, and what others find of PyYAML after it."""

import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType

import pytest

from pks.store.text import libyaml
from pks.store.text.libyaml import OddError, nodes, read

_ROOT = str(Path(__file__).parents[3])
_HALVES = {"yaml.reader", "yaml.scanner", "yaml.resolver", "yaml.constructor", "yaml.emitter"}


def test_every_way_to_write_a_value_is_read_as_its_text() -> None:
    text = (
        "a: plain\nb: 'sing''le'\n\"c\": \"dou\\tble\"\nd: |\n  one\n  two\ne: >-\n  one\n  two\n"
        "f: [1, ~, '~', {g: 0123}]\nh:\n- i:\n    j: yes\n- []\n- {}\nk:\nl: null\nm: ''\n"
    )
    assert read(text) == {
        "a": "plain",
        "b": "sing'le",
        "c": "dou\tble",
        "d": "one\ntwo\n",
        "e": "one two",
        "f": ["1", None, "~", {"g": "0123"}],
        "h": [{"i": {"j": "yes"}}, [], {}],
        "k": None,
        "l": None,
        "m": "",
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "- a\n",
        "a: b\n---\nc: d\n",
        "a: b\na: c\n",
        "a: b\nA: c\n",
        "{a: b, c}\n",
        "? {a: b}\n: c\n",
        "? [a]\n: c\n",
        "{[a]: b}: c\n",
        "~: a\n",
        "'': a\n",
        "'a:': b\n",
        "a: !x b\n",
        "a: !x {b: c}\n",
        "a: !x [b]\n",
        "a: &b c\nd: *b\n",
        "a: *b\n",
        "a: [b\n",
        "a: b: c\n",
        'a: "\\x"\n',
        "a: \ud800\n",
        "a: " + "[" * 40 + "]" * 40,
        "{a: " * 40 + "b" + "}" * 40,
    ],
)
def test_what_is_odd_is_left_to_the_judge(text: str) -> None:
    with pytest.raises(OddError):
        read(text)
    assert read("a: [b]\n") == {"a": ["b"]}  # and the next text is read as if nothing had been


def test_nodes_say_where_they_stand() -> None:
    (key, value), (_, below) = nodes("a: b\nc:\n  - d\n").value
    assert (key.value, value.value, value.start_mark.line, value.start_mark.column) == ("a", "b", 0, 3)
    assert (below.id, below.value[0].start_mark.line, below.value[0].start_mark.column) == ("sequence", 2, 4)
    with pytest.raises(OddError):
        nodes("a: [b\n")


def test_the_half_of_pyyaml_that_is_slow_is_not_imported() -> None:
    assert not _HALVES & set(_run("").split())


def test_whoever_imports_pyyaml_afterwards_gets_all_of_it() -> None:
    found = _run(
        "import yaml, yaml.events, yaml.scanner\n"
        "assert yaml.load('a: [1, b]', yaml.CSafeLoader) == {'a': [1, 'b']}\n"
        "assert yaml.safe_load('a: 2026-01-05')['a'].year == 2026\n"
        "for loader in (yaml.CSafeLoader, yaml.SafeLoader):\n"
        "    try:\n"
        "        yaml.load('a: [1', loader)\n"
        "    except yaml.YAMLError as error:\n"
        "        assert 'line 1' in str(error)\n"
        "    else:\n"
        "        raise AssertionError\n"
        "assert libyaml.read('a: b') == {'a': 'b'}\n"
    )
    assert set(found.split()) >= _HALVES


def test_where_pyyaml_was_imported_before_it_is_used_as_it_is() -> None:
    assert "yaml.scanner" in _run("assert yaml.safe_load('a: 1') == {'a': 1}", before="import yaml, yaml.events")


def test_another_release_that_asks_for_more_gets_all_of_it() -> None:
    found = _run(
        "assert libyaml.read('a: b') == {'a': 'b'}", change=("_ERRORS: Final = (", "_ERRORS: Final = () and (")
    )
    assert set(found.split()) >= _HALVES


def _run(after: str, *, before: str = "", change: tuple[str, str] = ("", "")) -> str:
    """The modules that a process of its own has imported after the parser, and after doing something with it."""
    source = Path(libyaml.__file__).read_text()
    assert change[0] in source
    program = (
        f"import sys, types\nsys.path.insert(0, {_ROOT!r})\n{before}\nlibyaml = types.ModuleType('libyaml')\n"
        f"exec(compile({source.replace(*change)!r}, 'libyaml', 'exec'), libyaml.__dict__)\n"
        f"assert libyaml.read('a: [b]') == {{'a': ['b']}}\n{after}\nprint(*sys.modules, sep='\\n')"
    )
    return subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout


@pytest.fixture
def as_before_pyyaml() -> Iterator[None]:
    """Nothing of PyYAML is imported, as long as the test lasts."""

    def imported() -> list[str]:
        return [name for name in sys.modules if name.partition(".")[0] == "yaml"]

    before = {name: sys.modules.pop(name) for name in imported()}
    yield
    for name in imported():
        del sys.modules[name]
    sys.modules.update(before)


@pytest.mark.usefixtures("as_before_pyyaml")
def test_only_its_parser_is_imported_and_its_name_is_left_free() -> None:
    assert libyaml._parser().CParser
    assert "yaml._yaml" in sys.modules
    assert not {"yaml", *_HALVES} & sys.modules.keys()


@pytest.mark.usefixtures("as_before_pyyaml")
@pytest.mark.parametrize("found", [None, ModuleSpec("yaml", None)])
def test_a_package_that_lies_nowhere_is_imported_as_python_does(
    monkeypatch: pytest.MonkeyPatch, found: ModuleSpec | None
) -> None:
    monkeypatch.setattr(PathFinder, "find_spec", lambda _: found)
    monkeypatch.setattr(libyaml, "import_module", lambda name: f"the whole, for {name}")
    assert libyaml._parser() == "the whole, for yaml._yaml"


@pytest.mark.usefixtures("as_before_pyyaml")
def test_after_a_failure_nothing_is_left_half_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(name: str) -> ModuleType:
        if name == "yaml._yaml":
            raise AttributeError
        return import_module(name)

    monkeypatch.setattr(libyaml, "import_module", fails)
    with pytest.raises(AttributeError):
        libyaml._parser()
    assert not [name for name in sys.modules if name.partition(".")[0] == "yaml"]


@pytest.mark.usefixtures("as_before_pyyaml")
def test_what_somebody_has_imported_is_not_imported_in_halves(monkeypatch: pytest.MonkeyPatch) -> None:
    sys.modules["yaml"] = ModuleType("yaml")
    monkeypatch.setattr(libyaml, "import_module", lambda name: f"the whole, for {name}")
    assert libyaml._parser() == "the whole, for yaml._yaml"
    assert [name for name in sys.modules if name.partition(".")[0] == "yaml"] == ["yaml"]
