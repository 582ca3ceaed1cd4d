"""Two versions that grew from one: what only one changed is taken, what both changed otherwise is marked."""

from __future__ import annotations

import re
import time
from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pks.domain.model.schema import FileLayout, agreement_shape
from pks.store.merging.texts import Merged, merge
from pks.store.text.page import Page
from pks.store.text.splice import Append, Change, Drop, Put, apply

BASE = """\
# Perjanjian rujukan
title: Rujukan   # judul
lead: Dinas Sosial

parties:
  - key: dinsos
    name: Dinas Sosial
  - key: rsj   # rumah sakit
    name: RSJ

scope:
  - Rujukan
  - Pelatihan

corrections:
  - no: 1
    clause: Pasal 4
  - no: 2
    clause: Pasal 9
    answers: {dinsos: {accepted: 2025-03-17}}

reports:
  - period: 2025-S1
    sent:
      - {to: bupati, date: 2025-07-10}

x-arsip: {lemari: 3}
history:
  - {date: 2025-01-05, stage: draft}
  - {date: 2025-02-05, stage: facilitation}   # rapat
"""
LAST = "  - {date: 2025-02-05, stage: facilitation}   # rapat\n"
SHAPE = agreement_shape()


def changed(*pairs: tuple[str, str]) -> str:
    text = BASE
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def both_ways(ours: str, theirs: str) -> Merged:
    """The merge, which is the same whichever side is which."""
    merged = merge(BASE, ours, theirs, SHAPE)
    assert merged == merge(BASE, theirs, ours, SHAPE)
    return merged


OURS_LATER = "  - {date: 2025-03-05, stage: corrections}   # kami\n"
CLEAN = {
    "different fields": (
        [("lead: Dinas Sosial\n", "lead: Dinas A\n")],
        [("title: Rujukan ", "title: Rujukan pasien ")],
        [("lead: Dinas Sosial\n", "lead: Dinas A\n"), ("title: Rujukan ", "title: Rujukan pasien ")],
    ),
    "history on both sides, each with its comment, by day": (
        [(LAST, f"{LAST}  - {{date: 2025-03-05, stage: corrections}}   # kami\n")],
        [(LAST, f"{LAST}  - {{date: 2025-03-01, stage: facilitation, note: rapat kedua}}   # mereka\n")],
        [
            (
                LAST,
                f"{LAST}  - {{date: 2025-03-01, stage: facilitation, note: rapat kedua}}   # mereka\n{OURS_LATER}",
            )
        ],
    ),
    "history of several days on both sides, in the order of the days": (
        [
            (
                LAST,
                f"{LAST}  - {{date: 2025-03-02, stage: corrections}}\n  - {{date: 2025-03-09, stage: registration}}\n",
            )
        ],
        [
            (
                LAST,
                f"{LAST}  - {{date: 2025-03-01, stage: facilitation}}\n  - {{date: 2025-03-07, stage: corrections}}\n",
            )
        ],
        [
            (
                LAST,
                f"""{LAST}  - {{date: 2025-03-01, stage: facilitation}}
  - {{date: 2025-03-02, stage: corrections}}
  - {{date: 2025-03-07, stage: corrections}}
  - {{date: 2025-03-09, stage: registration}}
""",
            )
        ],
    ),
    "the same entry on both sides is one": (
        [(LAST, f"{LAST}  - {{date: 2025-03-05, stage: corrections}}\n")],
        [(LAST, f"{LAST}  - {{date: 2025-03-05, stage: corrections}}\n"), ("lemari: 3", "lemari: 4")],
        [(LAST, f"{LAST}  - {{date: 2025-03-05, stage: corrections}}\n"), ("lemari: 3", "lemari: 4")],
    ),
    "answers to one correction by two parties": (
        [("clause: Pasal 4\n", "clause: Pasal 4\n    answers: {dinsos: {accepted: 2025-03-18}}\n")],
        [("clause: Pasal 4\n", "clause: Pasal 4\n    answers: {rsj: {rejected: 2025-03-19}}\n")],
        [
            (
                "clause: Pasal 4\n",
                "clause: Pasal 4\n    answers: {dinsos: {accepted: 2025-03-18}, rsj: {rejected: 2025-03-19}}\n",
            )
        ],
    ),
    "answers to two corrections": (
        [("clause: Pasal 4\n", "clause: Pasal 4\n    answers: {rsj: {accepted: 2025-03-18}}\n")],
        [("{dinsos: {accepted: 2025-03-17}}", "{dinsos: {accepted: 2025-03-17}, rsj: {accepted: 2025-03-20}}")],
        [
            ("clause: Pasal 4\n", "clause: Pasal 4\n    answers: {rsj: {accepted: 2025-03-18}}\n"),
            ("{dinsos: {accepted: 2025-03-17}}", "{dinsos: {accepted: 2025-03-17}, rsj: {accepted: 2025-03-20}}"),
        ],
    ),
    "reports of two periods, and letters of one": (
        [("2025-07-10}\n", "2025-07-10}\n  - period: 2025-S2\n    activities: Pelatihan\n")],
        [("2025-07-10}\n", "2025-07-10, received: 2025-07-12}\n      - {to: gubernur, date: 2025-07-20}\n")],
        [
            (
                "2025-07-10}\n",
                """2025-07-10, received: 2025-07-12}
      - {to: gubernur, date: 2025-07-20}
  - period: 2025-S2
    activities: Pelatihan
""",
            )
        ],
    ),
    "an item goes, another comes": (
        [("  - Rujukan\n", "")],
        [("  - Pelatihan\n", "  - Pelatihan\n  - Penelitian\n")],
        [("  - Rujukan\n", ""), ("  - Pelatihan\n", "  - Pelatihan\n  - Penelitian\n")],
    ),
    "a comment on one side, a value on the other": (
        [("# judul", "# judul yang benar")],
        [("lead: Dinas Sosial\n", "lead: [Dinas Sosial, Dinas Kesehatan]\n")],
        [("# judul", "# judul yang benar"), ("lead: Dinas Sosial\n", "lead: [Dinas Sosial, Dinas Kesehatan]\n")],
    ),
    "new keys at one place": (
        [("lead: Dinas Sosial\n", "lead: Dinas Sosial\npurpose: Rujukan cepat\n")],
        [("lead: Dinas Sosial\n", "lead: Dinas Sosial\nlocation: Ketapang\n")],
        [("lead: Dinas Sosial\n", "lead: Dinas Sosial\nlocation: Ketapang\npurpose: Rujukan cepat\n")],
    ),
    "numbers at one place, the lower first": (
        [("accepted: 2025-03-17}}\n", "accepted: 2025-03-17}}\n  - {no: 10, clause: Pasal 1}\n")],
        [("accepted: 2025-03-17}}\n", "accepted: 2025-03-17}}\n  - {no: 009, clause: Pasal 2}\n")],
        [
            (
                "accepted: 2025-03-17}}\n",
                "accepted: 2025-03-17}}\n  - {no: 009, clause: Pasal 2}\n  - {no: 10, clause: Pasal 1}\n",
            )
        ],
    ),
    "one new line on both sides, and another comment on each": (
        [
            ("  - Pelatihan\n", "  - Pelatihan\n  - 'Penelitian'   # baru\n"),
            ("# judul", "# judul yang benar"),
        ],
        [
            ("  - Pelatihan\n", "  - Pelatihan\n  - 'Penelitian'   # baru\n"),
            ("# rumah sakit", "# rumah sakit jiwa"),
        ],
        [
            ("  - Pelatihan\n", "  - Pelatihan\n  - 'Penelitian'   # baru\n"),
            ("# judul", "# judul yang benar"),
            ("# rumah sakit", "# rumah sakit jiwa"),
        ],
    ),
    "one line, its value on one side and its quotes on the other, and another comment on each": (
        [("lead: Dinas Sosial\n", "lead: Dinas A\n"), ("# judul", "# judul yang benar")],
        [("lead: Dinas Sosial\n", "lead: 'Dinas Sosial'\n"), ("# rumah sakit", "# rumah sakit jiwa")],
        [
            ("lead: Dinas Sosial\n", "lead: Dinas A\n"),
            ("# judul", "# judul yang benar"),
            ("# rumah sakit", "# rumah sakit jiwa"),
        ],
    ),
    "two new keys in the place of an old one, each with its comment": (
        [("lead: Dinas Sosial\n", "x-rak: A   # kami\n")],
        [("lead: Dinas Sosial\n", "x-kotak: B   # mereka\n")],
        [("lead: Dinas Sosial\n", "x-kotak: B   # mereka\nx-rak: A   # kami\n")],
    ),
    "more places with news of both sides than orders that are tried": (
        [
            ("lead: Dinas Sosial\n", "lead: Dinas Sosial\nlocation: Ketapang\n"),
            ("  - Pelatihan\n", "  - Pelatihan\n  - A\n"),
            ("clause: Pasal 4\n", "clause: Pasal 4\n    was: A\n"),
            ("    clause: Pasal 9\n", "    clause: Pasal 9\n    kind: wording\n"),
            ("2025-07-10}\n", "2025-07-10}\n      - {to: gubernur}\n"),
        ],
        [
            ("lead: Dinas Sosial\n", "lead: Dinas Sosial\npurpose: Rujukan cepat\n"),
            ("  - Pelatihan\n", "  - Pelatihan\n  - B\n"),
            ("clause: Pasal 4\n", "clause: Pasal 4\n    becomes: B\n"),
            ("    clause: Pasal 9\n", "    clause: Pasal 9\n    reason: B\n"),
            ("2025-07-10}\n", "2025-07-10}\n      - {to: menteri}\n"),
        ],
        [
            ("lead: Dinas Sosial\n", "lead: Dinas Sosial\nlocation: Ketapang\npurpose: Rujukan cepat\n"),
            ("  - Pelatihan\n", "  - Pelatihan\n  - A\n  - B\n"),
            ("clause: Pasal 4\n", "clause: Pasal 4\n    becomes: B\n    was: A\n"),
            ("    clause: Pasal 9\n", "    clause: Pasal 9\n    kind: wording\n    reason: B\n"),
            ("2025-07-10}\n", "2025-07-10}\n      - {to: gubernur}\n      - {to: menteri}\n"),
        ],
    ),
}


@pytest.mark.parametrize("name", CLEAN)
def test_what_does_not_contradict_is_joined_and_nothing_else_is_touched(name: str) -> None:
    ours, theirs, expected = (changed(*pairs) for pairs in CLEAN[name])
    assert both_ways(ours, theirs) == Merged(expected, ())


def test_a_field_that_both_changed_is_marked_and_the_rest_is_joined() -> None:
    ours = changed(("lead: Dinas Sosial\n", "lead: Dinas A\n"), ("lemari: 3", "lemari: 4"))
    theirs = changed(("lead: Dinas Sosial\n", "lead: Dinas B\n"), ("title: Rujukan ", "title: Rujukan pasien "))
    marked = "<<<<<<< ours\nlead: Dinas A\n=======\nlead: Dinas B\n>>>>>>> theirs\n"
    rest = ("lemari: 3", "lemari: 4"), ("title: Rujukan ", "title: Rujukan pasien ")
    assert merge(BASE, ours, theirs, SHAPE) == Merged(changed(("lead: Dinas Sosial\n", marked), *rest), ("lead",))


CONFLICTS = {
    "a value goes, the other side changes it": (
        [("lead: Dinas Sosial\n", "")],
        [("lead: Dinas Sosial\n", "lead: Dinas B\n")],
        ("lead",),
    ),
    "one number for two corrections": (
        [("\nreports:", "  - {no: 3, clause: Pasal 1}\n\nreports:")],
        [("\nreports:", "  - {no: 3, clause: Pasal 2}\n\nreports:")],
        ("corrections.3.clause",),
    ),
    "one party answers one correction in two ways": (
        [("clause: Pasal 4\n", "clause: Pasal 4\n    answers: {rsj: {accepted: 2025-03-18}}\n")],
        [("clause: Pasal 4\n", "clause: Pasal 4\n    answers: {rsj: {accepted: 2025-03-19}}\n")],
        ("corrections.1.answers.rsj.accepted",),
    ),
    "an item of a list without names": (
        [("  - Pelatihan\n", "  - Pelatihan perawat\n")],
        [("  - Pelatihan\n", "  - Pelatihan dokter\n")],
        ("scope.1",),
    ),
    "one item on one side, and the same one twice on the other": (
        [("  - Pelatihan\n", "  - Pelatihan\n  - A\n")],
        [("  - Pelatihan\n", "  - Pelatihan\n  - B\n  - A\n  - A\n")],
        ("scope",),
    ),
    "a correction goes, the other side answers it": (
        [("  - no: 1\n    clause: Pasal 4\n", "")],
        [("clause: Pasal 4\n", "clause: Pasal 4\n    answers: {rsj: {accepted: 2025-03-18}}\n")],
        ("corrections.1",),
    ),
}


@pytest.mark.parametrize("name", CONFLICTS)
def test_what_contradicts_is_named_and_both_sides_can_be_read_out_of_the_marks(name: str) -> None:
    ours, theirs = changed(*CONFLICTS[name][0]), changed(*CONFLICTS[name][1])
    text, conflicts = merge(BASE, ours, theirs, SHAPE)
    assert conflicts == CONFLICTS[name][2]
    assert Page(side(text, ours=True)).data == Page(ours).data
    assert Page(side(text, ours=False)).data == Page(theirs).data


def test_a_comment_on_what_the_other_side_removed_is_kept_between_marks() -> None:
    line = "lead: Dinas Sosial\n"
    theirs = changed((line, "lead: Dinas Sosial   # masih lama\n"))
    marked = "<<<<<<< ours\n=======\nlead: Dinas Sosial   # masih lama\n>>>>>>> theirs\n"
    assert merge(BASE, changed((line, "")), theirs, SHAPE) == Merged(changed((line, marked)), ("",))


def test_where_the_words_of_one_side_cannot_be_put_for_the_others_all_that_differs_is_marked() -> None:
    line = "lead: Dinas Sosial\n"
    ours = changed((line, "lead:\n  - Dinas A   # kami\n  - Dinas C\n"), ("lemari: 3", "lemari: 4"))
    theirs = changed((line, "lead: Dinas B\n"))
    lead = "<<<<<<< ours\nlead:\n  - Dinas A   # kami\n  - Dinas C\n=======\nlead: Dinas B\n>>>>>>> theirs\n"
    shelf = "<<<<<<< ours\nx-arsip: {lemari: 4}\n=======\nx-arsip: {lemari: 3}\n>>>>>>> theirs\n"
    expected = changed((line, lead), ("x-arsip: {lemari: 3}\n", shelf))
    assert merge(BASE, ours, theirs, SHAPE) == Merged(expected, ("lead",))


def side(text: str, *, ours: bool) -> str:
    """One side of a marked text."""
    keep = r"\1" if ours else r"\2"
    return re.sub(r"<<<<<<< ours\n(.*?)=======\n(.*?)>>>>>>> theirs\n", keep, text, flags=re.DOTALL)


def test_a_file_that_is_new_on_both_sides_is_joined_as_if_it_had_been_empty() -> None:
    ours = "title: A\nparties: [{name: B}]\n"
    theirs = "title: A\nlead: C\nparties: [{name: B}]\n"
    assert merge("", ours, theirs, SHAPE) == Merged(theirs, ())


def test_parties_without_a_key_are_known_by_their_names() -> None:
    base = "title: A\nparties:\n  - name: Dinas\n  - name: RSJ\n"
    ours = base.replace("name: Dinas\n", "name: Dinas\n    number: 1/A\n")
    theirs = "title: A\nparties:\n  - name: Klinik\n  - name: Dinas\n  - name: RSJ\n    number: 2/B\n"
    expected = theirs.replace("name: Dinas\n", "name: Dinas\n    number: 1/A\n")
    assert merge(base, ours, theirs, SHAPE) == merge(base, theirs, ours, SHAPE) == Merged(expected, ())


def test_a_list_with_an_item_that_can_have_no_name_is_joined_by_places() -> None:
    base = "title: A\ntasks:\n  - what: Rapat\n  - [x]\n"
    ours, theirs = base.replace("Rapat\n", "Rapat\n    who: B\n"), base.replace("[x]", "[w, z]")
    expected = ours.replace("[x]", "[w, z]")
    assert merge(base, ours, theirs, SHAPE) == merge(base, theirs, ours, SHAPE) == Merged(expected, ())


def test_what_is_no_yaml_is_joined_by_lines() -> None:
    broken = BASE.replace("title: Rujukan ", "title: [Rujukan ")
    theirs = broken.replace("- Pelatihan", "- Penelitian")
    assert merge(broken, broken.replace("lead: Dinas Sosial", "lead: A"), theirs, SHAPE) == Merged(
        theirs.replace("lead: Dinas Sosial", "lead: A"), ()
    )
    marked = merge(
        broken, broken.replace("Dinas Sosial\n\n", "A\n\n"), broken.replace("Dinas Sosial\n\n", "B\n\n"), SHAPE
    )
    assert marked.conflicts == ("",)
    assert "<<<<<<< ours\nlead: A\n=======\nlead: B\n>>>>>>> theirs\n" in marked.text


def test_line_endings_stay_and_marks_have_those_of_the_file() -> None:
    sides = BASE, changed(("lead: Dinas Sosial\n", "lead: A\n")), changed(("lead: Dinas Sosial\n", "lead: B\n"))
    base, ours, theirs = (one.replace("\n", "\r\n") for one in sides)
    text = merge(base, ours, theirs, SHAPE).text
    assert "<<<<<<< ours\r\nlead: A\r\n=======\r\nlead: B\r\n>>>>>>> theirs\r\n" in text
    assert text.count("\n") == text.count("\r\n")


def test_a_text_without_a_last_line_break_is_marked_on_lines_of_their_own() -> None:
    base = "title: A\nparties: [{name: B}]\nlead: C"
    merged = merge(base, base.replace("C", "D"), base.replace("C", "E"), SHAPE)
    assert merged.text.endswith("<<<<<<< ours\nlead: D\n=======\nlead: E\n>>>>>>> theirs\n")


WORDS = st.sampled_from(["Satu", "Dua", "0123", "no", "a: b", "# x", "2025-01-01", "ünï"])
DAYS = st.dates(min_value=date(2025, 2, 5), max_value=date(2026, 12, 31))


@st.composite
def edits(draw: st.DrawFn) -> list[Change]:
    """What a person may do to the record in one sitting."""
    kinds: dict[str, Any] = {
        "title": lambda: Put(("title",), draw(WORDS)),
        "lead": lambda: Put(("lead",), draw(WORDS)),
        "no lead": lambda: Drop(("lead",)),
        "scope": lambda: Append(("scope",), draw(WORDS)),
        "no scope": lambda: Drop(("scope", draw(st.integers(0, 1)))),
        "answer": lambda: Put(
            ("corrections", draw(st.integers(0, 1)), "answers", draw(st.sampled_from(["dinsos", "rsj"])), "accepted"),
            draw(DAYS).isoformat(),
        ),
        "correction": lambda: Append(("corrections",), {"no": str(draw(st.integers(3, 9))), "clause": draw(WORDS)}),
        "report": lambda: Append(("reports",), {"period": str(draw(st.integers(2026, 2030))), "results": draw(WORDS)}),
        "sent": lambda: Append(("reports", 0, "sent"), {"to": draw(st.sampled_from(["gubernur", "menteri"]))}),
        "history": lambda: Append(("history",), {"date": draw(DAYS).isoformat(), "stage": "facilitation"}),
        "own": lambda: Put(("x-arsip", "rak"), draw(WORDS)),
        "task": lambda: Append(("tasks",), {"what": draw(WORDS)}),
    }  # fmt: skip
    names = draw(st.lists(st.sampled_from(sorted(kinds)), unique=True, max_size=4))
    return [kinds[name]() for name in names]


def edited(changes: list[Change]) -> str:
    return apply(BASE, changes, FileLayout(SHAPE))


def leaves(value: Any, path: tuple[str, ...] = ()) -> Counter[str]:
    """Every text of the data with the keys above it, without positions."""
    if isinstance(value, dict):
        return sum((leaves(one, (*path, key)) for key, one in value.items()), Counter[str]())
    if isinstance(value, list):
        return sum((leaves(one, (*path, "-")) for one in value), Counter[str]())
    return Counter({f"{'.'.join(path)}={value}": 1})


@settings(max_examples=150, deadline=None)
@given(edits())
def test_what_one_side_did_is_taken_whole(changes: list[Change]) -> None:
    theirs = edited(changes)
    assert merge(BASE, BASE, theirs, SHAPE) == merge(BASE, theirs, BASE, SHAPE) == Merged(theirs, ())
    assert merge(theirs, theirs, BASE, SHAPE) == Merged(BASE, ())
    assert merge(BASE, theirs, theirs, SHAPE) == Merged(theirs, ())


@settings(max_examples=300, deadline=None)
@given(edits(), edits())
def test_it_does_not_matter_which_side_is_which_and_nothing_is_invented_or_lost(
    first: list[Change], second: list[Change]
) -> None:
    ours, theirs = edited(first), edited(second)
    merged = merge(BASE, ours, theirs, SHAPE)
    if merged.conflicts:
        assert "<<<<<<< ours\n" in merged.text
        assert merge(BASE, theirs, ours, SHAPE).conflicts
        return
    assert merge(BASE, theirs, ours, SHAPE) == merged
    base, mine, other, result = (leaves(Page(text).data) for text in (BASE, ours, theirs, merged.text))
    assert result <= mine | other | (mine + other - base)
    assert (mine - base) | (other - base) <= result
    assert base & mine & other <= result
    comments = [Counter(one.text for one in Page(text).comments) for text in (BASE, merged.text)]
    assert comments[0] == comments[1]


def test_thousands_of_empty_lines_between_two_changes_take_no_minutes() -> None:
    begin, empty, end = "title: A\nlead: L\n", "\n" * 20_000, "history: [{date: 2026-01-05, stage: draft}]\n"
    base = begin + empty + end
    ours = base.replace("title: A", "title: B").replace("stage: draft", "stage: draft, by: B")
    theirs = base.replace("lead: L", "lead: M")
    began = time.monotonic()
    merged = merge(base, ours, theirs, agreement_shape())
    assert merged == (ours.replace("lead: L", "lead: M"), ())
    assert time.monotonic() - began < 20
