"""Twins: keys and ids that are the same, or that a person or another system takes for the same; both are named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run

PLAIN = """\
title: Rujukan
parties: [{name: Dinas, ours: ya}, {name: Klinik}]
history:
  - {date: 2026-02-01, stage: draft}
"""
# What stands from line 5 on, the line of the second of the two, that of the first, and the code.
KEYS: dict[str, tuple[str, int, int, str]] = {
    "at the top": ("title: Lain\n", 5, 1, "yaml.duplicate"),
    "in a map": ("term:\n  starts: 2026-01-01\n  starts: 2026-01-02\n", 7, 6, "yaml.duplicate"),
    "in braces": ("term: {starts: 2026-01-01,\n  starts: 2026-01-02}\n", 6, 5, "yaml.duplicate"),
    "in an item": ("tasks:\n  - what: a\n    who: b\n    what: c\n", 8, 6, "yaml.duplicate"),
    "in two quotes": ("x-a: 1\n'x-a': 2\n", 6, 5, "yaml.duplicate"),
    "with an escape": ('x-a: 1\n"x-\\u0061": 2\n', 6, 5, "yaml.duplicate"),
    "with a value that is a list": ("scope: [a]\nscope:\n  - b\n", 6, 5, "yaml.duplicate"),
    "among answers": ("corrections:\n  - no: 1\n    answers:\n      a: {accepted: 2026-01-01}\n      a: {}\n",
                      9, 8, "yaml.duplicate"),
    "of another case": ("Title: Lain\n", 5, 1, "yaml.twin"),
    "of another case in braces": ("term: {starts: 2026-01-01,\n  STARTS: 2026-01-02}\n", 6, 5, "yaml.twin"),
    "of another case, in letters that grow": ("x-straße: 1\nx-STRASSE: 2\n", 6, 5, "yaml.twin"),
    "of another case, in Greek": ("x-Σ: 1\nx-ς: 2\n", 6, 5, "yaml.twin"),
    "composed and not": ("x-caf\u00e9: 1\nx-cafe\u0301: 2\n", 6, 5, "yaml.twin"),
    "composed and not, in an item": ("unread:\n  caf\u00e9: 1\n  cafe\u0301: 2\n", 7, 6, "yaml.twin"),
    "a sign that is a letter": ("x-\u212b: 1\nx-\u00c5: 2\n", 6, 5, "yaml.twin"),
    "a sign that is another letter's capital": ("x-\u212a: 1\nx-k: 2\n", 6, 5, "yaml.twin"),
    "marks in another order": ("x-q\u0307\u0323: 1\nx-q\u0323\u0307: 2\n", 6, 5, "yaml.twin"),
}  # fmt: skip
# Two files, the one that is an agreement first.
FILES: dict[str, tuple[str, str]] = {
    "in a folder": ("2026-a.yaml", "sub/2026-a.yaml"),
    "in two folders": ("2025/2026-a.yaml", "2026/2026-a.yaml"),
    "deep down": ("a/b/2026-a.yaml", "a/c/2026-a.yaml"),
    "in folders of another case": ("Arsip/2026-a.yaml", "arsip/2026-a.yaml"),
    "of another case": ("2026-a.yaml", "2026-A.yaml"),
    "of another case in a folder": ("sub/2026-a.yaml", "2026-A.yaml"),
    "with an ending of another case": ("2026-a.yaml", "2026-a.YAML"),
    "with a sign for a letter": ("2026-k.yaml", "2026-\u212a.yaml"),
}
SHARED: dict[str, tuple[str, str]] = {
    "office": (".pks/office.yaml", "office: A\nregion: B\nOffice: C\n"),
    "numbers": (".pks/numbers.yaml", '"R/{seq}": 1\nx: 1\n"R/{seq}": 2\n'),
    "partners": (".pks/partners.yaml", "- name: A\n  body: regional\n  name: B\n"),
}


def test_there_are_at_least_twenty() -> None:
    assert len(KEYS) + len(FILES) + len(SHARED) >= 20


@pytest.mark.parametrize("case", KEYS)
def test_a_key_that_is_there_twice_is_an_error_that_names_both_lines(case: str, pks: Run, register: Path) -> None:
    more, line, first, code = KEYS[case]
    (register / "a.yaml").write_text(PLAIN + more, encoding="utf-8")
    done = pks("check", "a", "--json")
    found = [one for one in json.loads(done.out) if one["code"] == code]
    assert (done.code, [(one["file"], one["line"], one["level"]) for one in found]) == (
        1,
        [("agreements/a.yaml", line, "error")],
    )
    assert f"line {first}" in found[0]["message"]
    before = (register / "a.yaml").read_bytes()
    assert pks("set", "a", "purpose=b").code == 4
    assert (register / "a.yaml").read_bytes() == before


@pytest.mark.parametrize("case", SHARED)
def test_so_it_is_in_what_the_whole_register_shares(case: str, pks: Run, register: Path) -> None:
    name, text = SHARED[case]
    (register / name).write_text(text)
    done = pks("check", "--json")
    found = [one for one in json.loads(done.out) if one["file"] == f"agreements/{name}"]
    assert (done.code, [(one["line"], one["level"]) for one in found]) == (1, [(3, "error")])
    assert "line 1" in found[0]["message"]


@pytest.mark.parametrize("case", FILES)
def test_an_id_that_two_files_have_is_an_error_that_names_both(case: str, pks: Run, register: Path) -> None:
    good, bad = FILES[case]
    for number, name in enumerate((good, bad)):
        (register / name).parent.mkdir(parents=True, exist_ok=True)
        (register / name).write_text(PLAIN.replace("Rujukan", f"Judul {number}"))
    if not (register / good).samefile(register / bad):
        done = pks("check", "--json")
        found = [one for one in json.loads(done.out) if one["code"] == "file.twin"]
        assert (done.code, [(one["file"], one["level"]) for one in found]) == (1, [(f"agreements/{bad}", "error")])
        assert f"agreements/{good}" in found[0]["message"]
        listed = json.loads(pks("list", "--json").out)
        assert [one["title"] for one in listed] == ["Judul 0"]


def test_names_composed_and_not_are_both_refused_and_named(pks: Run, register: Path) -> None:
    for name in ("caf\u00e9", "cafe\u0301"):
        (register / f"{name}.yaml").write_text(PLAIN)
    done = pks("check", "--json")
    assert [(one["file"], one["code"]) for one in json.loads(done.out) if one["level"] == "error"] == [
        ("agreements/cafe\u0301.yaml", "file.bad-id"),
        ("agreements/caf\u00e9.yaml", "file.bad-id"),
    ]
    assert pks("list", "--json").out == "[]\n"
