"""What a merge left behind is found wherever it stands, with the field and what both sides say."""

from __future__ import annotations

import pytest

from pks.message import Label
from pks.store.text.conflicts import Conflict, conflicts
from pks.store.text.guard import MOST_PROBLEMS, Problem, SyntaxProblems
from pks.store.text.nodes import parse

# Where the block stands: the text around it, how far its marks stand in, the field, and a line of each side.
PLACES: dict[str, tuple[str, int, str, str, str]] = {
    "between keys": ("title: a\n{}x-a: 1\n", 0, "purpose", "purpose: satu", "purpose: dua"),
    "in a map": ("term:\n  starts: 2026-01-01\n{}x-a: 1\n", 0, "term.length", "  length: 1 year", "  length: 2 years"),
    "in a list": ("scope:\n  - a\n{}  - d\n", 0, "scope", "  - satu", "  - dua"),
    "items that are maps": (
        "parties:\n  - key: a\n{}x-a: 1\n", 0, "parties", "  - key: satu", "  - key: dua",
    ),
    "in brackets": ("scope: [a,\n{}d]\n", 0, "scope", "satu,", "dua,"),
    "in quotes": ('x-a: 1\npurpose: "a\n{}d"\n', 0, "purpose", "satu", "dua"),
    "in folded text": ("term:\n  note: >\n    a\n{}    d\n", 4, "term.note", "    satu", "    dua"),
    "in a key": ("{}  : 1\n", 0, "", "satu", "dua"),
    "in a list of maps": (
        "parties:\n  - key: a\n    name: b\n{}x-a: 1\n", 0, "parties.number", "    number: 1", "    number: 2",
    ),
}  # fmt: skip
FORMS: dict[str, tuple[str, int]] = {
    "plain": ("<<<<<<< HEAD|{ours}|=======|{theirs}|>>>>>>> cabang|", 5),
    "with the ancestor": ("<<<<<<< HEAD|{ours}|||||||| 1a2b|lama|=======|{theirs}|>>>>>>> cabang|", 7),
    "without names": ("<<<<<<<|{ours}|=======|{theirs}|>>>>>>>|", 5),
    "longer marks": ("<<<<<<<<< a b c|{ours}|=========|{theirs}|>>>>>>>>> d|", 5),
}


def found_in(text: str) -> list[Problem]:
    with pytest.raises(SyntaxProblems) as caught:
        parse(text)
    return caught.value.problems


def block(form: str, ours: str, theirs: str, indent: int = 0) -> str:
    lines = form.replace("||||||||", "|\0").format(ours=ours, theirs=theirs).split("|")
    marked = [" " * indent + one if one[:1] in "<=>\0" else one for one in lines]
    return "\n".join(marked).replace("\0", "|||||||")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_each_form_is_found_in_each_place_with_the_field_and_both_sides(place: str, form: str, ends: str) -> None:
    around, indent, field, ours, theirs = PLACES[place]
    marks, count = FORMS[form]
    (one,) = found_in(around.replace("{}", block(marks, ours, theirs, indent)).replace("\n", ends))
    line = around.partition("{}")[0].count("\n") + 1
    assert (one.line, one.column, one.code) == (line, indent + 1, "yaml.conflict")
    assert one.message.values == {
        "line": line,
        "last": line + count - 1,
        "field": f"`{field}`" if field else Label("conflict", "no-field"),
        "ours": f"`{ours.strip()}`",
        "theirs": f"`{theirs.strip()}`",
    }


UNMARKED, NOTHING = Label("conflict", "unmarked"), Label("conflict", "nothing")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<<<<<<< a\nx: 1\n=======\n>>>>>>> b\n", [(1, 4, "`x: 1`", NOTHING)]),
        ("<<<<<<< a\n=======\nx: 1\n>>>>>>> b\n", [(1, 4, NOTHING, "`x: 1`")]),
        ("<<<<<<< a\nx: 1\n>>>>>>> b\n", [(1, 3, UNMARKED, UNMARKED)]),
        ("<<<<<<< a\nx: 1\n=======\ny: 1\n", [(1, 1, UNMARKED, UNMARKED)]),
        ("x: 1\n>>>>>>> b\n", [(2, 2, UNMARKED, UNMARKED)]),
        ("<<<<<<< a\n<<<<<<< b\nx: 1\n=======\ny: 1\n>>>>>>> c\n",
         [(1, 1, UNMARKED, UNMARKED), (2, 6, "`x: 1`", "`y: 1`")]),
        (f"<<<<<<< a\nx: {'a' * 80}\n=======\nx: |\n  b\n  c\n>>>>>>> c\n",
         [(1, 7, f"`x: {'a' * 56}…`", "`x: | b c`")]),
    ],
)  # fmt: skip
def test_what_is_missing_of_a_block_is_said(text: str, expected: list[tuple[object, ...]]) -> None:
    values = [one.message.values for one in found_in(text)]
    assert [(one["line"], one["last"], one["ours"], one["theirs"]) for one in values] == expected


@pytest.mark.parametrize(
    "text",
    ["a: |\n  >>>>>>>>>> penting\n  <<<<<<<<<<\n",
     "a: |\n  <<<<<<<<\n  x\n  >>>>>>>>\n", "a: |\n  =======\n  |||||||\n",
     "a: |\n  <<<<<<<<\n  =========\n  >>>>>>>>\n"],
)  # fmt: skip
def test_an_ornament_is_no_conflict(text: str) -> None:
    parse(text)


def test_a_byte_order_mark_stands_before_the_first_line_only() -> None:
    mark = "\ufeff<<<<<<< a"
    assert list(conflicts([mark, "x: 1"])) == [Conflict(1, 1, 1, None, None)]
    assert list(conflicts(["x: 1", mark])) == []


def test_many_blocks_cost_no_more_than_a_screenful() -> None:
    assert len(found_in("a: 1\n" + "<<<<<<< x\n=======\n>>>>>>> y\n" * 8_000)) == MOST_PROBLEMS
