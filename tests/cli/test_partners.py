"""Partners: three spellings are one, and `check` says where two probably are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run

LONG = "Rumah Sakit Jiwa Provinsi Kalimantan Barat"
PARTNERS = f"""\
# mitra kantor ini
- name: {LONG}
  aliases: [RSJ Prov. Kalbar, RSJKB]
  body: region-owned
  region: Kalimantan Barat
"""


@pytest.fixture
def three(register: Path) -> Path:
    """Three agreements: with one hospital in three spellings, in one of them with two more parties."""
    for id_, parties in {
        "a": ["Dinas Sosial", "RSJ Prov. Kalbar"],
        "b": ["Dinas Sosial", LONG, "Klinik Utama"],
        "c": ["Dinas Sosial", "RSJKB"],
    }.items():
        lines = "".join(f"  - {{name: {name}{', ours: ya' if not at else ''}}}\n" for at, name in enumerate(parties))
        (register / f"{id_}.yaml").write_text(
            f"title: Jiwa {id_}\nparties:\n{lines}history: [{{date: 2026-01-01, stage: draft}}]\n"
        )
    return register


def ids(pks: Run, *arguments: str) -> list[str]:
    return sorted({one["id"] for one in json.loads(pks(*arguments, "--json").out)})


def test_list_due_and_board_find_every_spelling(pks: Run, three: Path) -> None:
    assert ids(pks, "list", "--party", "rsj") == ["a", "c"]
    (three / ".pks" / "partners.yaml").write_text(PARTNERS)
    for wanted in ("rsj", "rumah  SAKIT", "prov. kalbar"):
        assert ids(pks, "list", "--party", wanted) == ["a", "b", "c"]
        assert ids(pks, "due", "--party", wanted) == ["a", "b", "c"]
        assert ids(pks, "board", "--party", wanted) == ["a", "b", "c"]
    assert ids(pks, "list", "--party", "klinik") == ["b"]
    assert ids(pks, "list", "--party", "tidak ada") == []


def test_a_broken_file_is_named_with_its_line_and_hides_nothing(pks: Run, three: Path) -> None:
    (three / ".pks" / "partners.yaml").write_text("- name: RSJ\n  aliases: satu\n")
    result = pks("list", "--party", "rsj", "--json")
    assert [one["id"] for one in json.loads(result.out)] == ["a", "c"]
    assert result.code == 0
    assert result.err.startswith("agreements/.pks/partners.yaml:2:12: a list is needed here:")
    assert pks("list", "--json").err == ""
    assert pks("check").code == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("# belum ada\n", []),
        ("- {name: A}\n- {name: B, aliases: [C]}\n", []),
        ("name: A\n", [(1, 1, "yaml.root-list", "error")]),
        ("- name: [\n", [(1, 9, "yaml.bracket", "error")]),
        ("- {aliases: [A]}\n", [(1, 3, "value.missing", "error")]),
        ("- {name: A, body: rumah}\n", [(1, 19, "value.choice", "error")]),
        ("- {name: A, alias: [B]}\n", [(1, 13, "value.unknown-key-near", "warning")]),
        ("- {name: A, x-telp: ada}\n", []),
        ("- {name: A}\n- {name: B, aliases: [a]}\n", [(2, 3, "partners.claimed-twice", "warning")]),
        (
            "- {name: A}\n- {aliases: [C]}\n- {name: B, body: x, region: [D]}\n-\n  name: E\n  aliases: [a]\n",
            [
                (2, 3, "value.missing", "error"),
                (3, 19, "value.choice", "error"),
                (3, 30, "value.list-for-scalar", "error"),
                (5, 3, "partners.claimed-twice", "warning"),
            ],
        ),
        (b"- {name: \xe9}\n", [(1, 10, "file.not-utf8", "error")]),
    ],
)
def test_check_says_what_is_wrong_in_partners_yaml(
    pks: Run, register: Path, text: str | bytes, found: list[tuple[int, int, str, str]]
) -> None:
    path = register / ".pks" / "partners.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    for arguments in ([], ["agreements/.pks/partners.yaml"]):
        said = json.loads(pks("check", *arguments, "--json").out)
        places = [(one["line"], one["column"], one["code"], one["level"]) for one in said if "partners" in one["file"]]
        assert places == found


def test_check_suggests_to_merge_what_is_probably_one_with_the_line_to_add(pks: Run, three: Path) -> None:
    found = [one for one in json.loads(pks("check", "--json").out) if one["code"] == "partner-spelled-variously"]
    assert found == [
        {
            "file": "agreements/a.yaml",
            "line": 4,
            "column": 12,
            "code": "partner-spelled-variously",
            "level": "info",
            "message": f"RSJ Prov. Kalbar is probably the same as {LONG}",
        }
    ]
    line = f'- {{name: "{LONG}", aliases: ["RSJ Prov. Kalbar"]}}'
    said = " ".join(pks("check", "a").out.split())
    assert f"add to agreements/.pks/partners.yaml: {line}; if not" in said
    (three / ".pks" / "partners.yaml").write_text(f"{line}\n")
    assert "partner-spelled-variously" not in pks("check").out


def test_a_known_partner_in_another_spelling_is_said_to_be_missing_among_its_aliases(pks: Run, three: Path) -> None:
    (three / ".pks" / "partners.yaml").write_text(f"- {{name: {LONG}}}\n")
    said = " ".join(pks("--lang", "id", "check", "a").out.split())
    assert f"RSJ Prov. Kalbar tampaknya mitra {LONG}, dengan ejaan lain" in said
    assert f'tambahkan ke `aliases` {LONG} di agreements/.pks/partners.yaml: "RSJ Prov. Kalbar"; bila' in said
    (three / ".pks" / "partners.yaml").write_text(f"- {{name: {LONG}}}\n- {{name: RSJ Prov. Kalbar}}\n")
    assert "partner-spelled-variously" not in pks("check").out
    (three / ".pks" / "partners.yaml").unlink()
    (three / ".pks" / "office.yaml").write_text("rules: {partner-spelled-variously: off}\n")
    assert "partner-spelled-variously" not in pks("check").out


BROKEN = """\
- {name: Tanpa alias}
- {aliases: [X]}
- name: RSJ, Prov
  body: rumah
- {name: Rumah Sakit Jiwa, Provinsi}
"""


def test_one_bad_entry_is_named_and_leaves_the_others_counting(pks: Run, three: Path) -> None:
    (three / ".pks" / "partners.yaml").write_text(BROKEN + PARTNERS)
    code, out, err = pks("list", "--party", "RSJKB")
    assert (code, [line.split("\t")[0] for line in out.splitlines()[1:]]) == (0, ["Jiwa a", "Jiwa b", "Jiwa c"])
    file = "agreements/.pks/partners.yaml"
    assert [line.split(": ")[0] for line in err.splitlines()] == [f"{file}:2:3", f"{file}:4:9", f"{file}:5:28"]
    assert pks("list", "--party", "Tanpa alias").code == 0
    (three / ".pks" / "partners.yaml").write_text(f"- [{PARTNERS}")
    assert pks("list", "--party", "RSJKB").out.count("\n") == 2
    assert pks("--lang", "id", "partners").err.startswith(f"{file}:")


def test_partners_lists_each_with_its_spellings_and_how_many_agreements(pks: Run, three: Path) -> None:
    (three / ".pks" / "partners.yaml").write_text(PARTNERS + "- {name: Universitas, body: university}\n")
    assert pks("partners").out.splitlines() == [
        "Partner\tAlso written\tBody\tRegion\tAgreements",
        f"{LONG}\tRSJ Prov. Kalbar; RSJKB\tregion-owned enterprise\tKalimantan Barat\t3",
        "Klinik Utama\t\t\t\t1",
        "Universitas\t\tuniversity\t\t0",
    ]
    assert json.loads(pks("partners", "--json").out)[:2] == [
        {
            "name": LONG,
            "known": True,
            "body": "region-owned",
            "region": "Kalimantan Barat",
            "spellings": ["RSJ Prov. Kalbar", "RSJKB"],
            "agreements": ["a", "b", "c"],
        },
        {
            "name": "Klinik Utama", "known": False, "body": None, "region": None, "spellings": [], "agreements": ["b"],
        },
    ]  # fmt: skip


def test_partners_says_so_where_there_are_none_and_names_what_is_broken(pks: Run, register: Path) -> None:
    assert pks("--lang", "id", "partners") == (0, "belum ada mitra\n", "")
    assert pks("partners", "--json").out == "[]\n"
    (register / "a.yaml").write_text("title: [\n")
    assert pks("partners").err.startswith("agreements/a.yaml:1:")


def test_new_says_which_partner_a_name_is_known_as_and_keeps_what_was_typed(pks: Run, three: Path) -> None:
    (three / ".pks" / "partners.yaml").write_text(PARTNERS)
    result = pks("new", "Baru", "--party", "rsj=rsjkb", "--party", LONG.upper(), "--id", "d")
    assert result == (0, "d\n", f"`rsjkb` is known as {LONG}; it is written as it was typed\n")
    assert "    name: rsjkb\n" in (three / "d.yaml").read_text()


NUMBERED = (
    "title: T\nparties: [{name: A}]\nregistration: {number: REG/2026/%s}\nhistory: [{date: 2026-01-01, stage: draft}]\n"
)


def test_a_register_number_above_the_highest_one_kept_is_a_warning_that_register_mends(
    pks: Run, register: Path
) -> None:
    for id_, number in (("a", "004"), ("b", "012"), ("c", "013 bis")):
        (register / f"{id_}.yaml").write_text(NUMBERED % number)
    numbers = register / ".pks" / "numbers.yaml"
    assert "numbers.too-low" not in pks("check").out
    numbers.write_text("# nomor\nREG/2025/{seq}: 1\nREG/2026/{seq}: 3\n")
    for arguments in ([], ["agreements/.pks/numbers.yaml"]):
        found = [one for one in json.loads(pks("check", *arguments, "--json").out) if "numbers" in one["code"]]
        assert found == [
            {
                "file": "agreements/.pks/numbers.yaml",
                "line": 3,
                "column": 17,
                "code": "numbers.too-low",
                "level": "warning",
                "message": "the register number REG/2026/012 (b) is above 3, the highest one kept for REG/2026/{seq}",
            }
        ]
    assert '`pks register b --number "REG/2026/012"` keeps it' in " ".join(
        pks("check", "agreements/.pks/numbers.yaml").out.split()
    )
    assert pks("register", "b", "--number", "REG/2026/012", "--no-commit").code == 0
    assert numbers.read_text() == "# nomor\nREG/2025/{seq}: 1\nREG/2026/{seq}: 12\n"
    assert "numbers.too-low" not in pks("check").out


@pytest.mark.parametrize(
    ("text", "place"),
    [("REG: tiga\n", (1, 6, "value.whole")), ("REG: 0\n", (1, 6, "value.count")), ("- 1\n", (1, 1, "yaml.root"))],
)
def test_numbers_that_cannot_be_read_are_an_error_with_a_line(
    pks: Run, register: Path, text: str, place: tuple[int, int, str]
) -> None:
    (register / ".pks" / "numbers.yaml").write_text(text)
    result = pks("check", "--json")
    assert result.code == 1
    found = [one for one in json.loads(result.out) if one["file"] == "agreements/.pks/numbers.yaml"]
    assert [(one["line"], one["column"], one["code"]) for one in found] == [place]


NUMBERS = "agreements/.pks/numbers.yaml"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('"REG/2026/{seq}": 5\n"REG/2025/{seq}": 2\n', ""),
        ('# nomor\n"REG/2026/{seq}":\n',
         (f"{NUMBERS}:2:18: warning: no number is kept for REG/2026/{{seq}}; "
         "write the highest one given, or delete the line [numbers.nothing-kept]\n")),
        ('"REG/2026/{seq:03}": 5\n',
         (f"{NUMBERS}:1:1: warning: `REG/2026/{{seq:03}}` counts for nothing: "
         "that series is written `REG/2026/{seq}` [numbers.other-spelling]\n")),
        ('"reg/2026/{seq}": 5\n',
         (f"{NUMBERS}:1:1: warning: `reg/2026/{{seq}}` counts for nothing: "
         "that series is written `REG/2026/{seq}` [numbers.other-spelling]\n")),
        ('"PKS-{seq}/2026": 5\n',
         (f"{NUMBERS}:1:1: note: `PKS-{{seq}}/2026` is no series of the office's pattern `REG/{{year}}/{{seq:03}}`, "
         "so it counts for nothing; one is written `REG/2026/{seq}` [numbers.other-pattern]\n")),
        ('"REG/2025/{seq}": 2\nREG/2026: 5\n"REG/{year}/{seq}": 1\n',
         (f"{NUMBERS}:2:1: warning: `REG/2026` is no series of numbers, so it counts for nothing; "
         "one of the office's pattern `REG/{year}/{seq:03}` is written `REG/2026/{seq}` [numbers.no-series]\n"
         f"{NUMBERS}:3:1: warning: `REG/{{year}}/{{seq}}` is no series of numbers, so it counts for nothing; "
         "one of the office's pattern `REG/{year}/{seq:03}` is written `REG/2026/{seq}` [numbers.no-series]\n")),
    ],
)  # fmt: skip
def test_what_counts_for_nothing_in_numbers_yaml_is_named_with_its_line(
    pks: Run, register: Path, content: str, said: str
) -> None:  # fmt: skip
    (register / ".pks" / "numbers.yaml").write_text(content)
    for arguments in (("check",), ("check", NUMBERS)):
        code, out, err = pks(*arguments)
        assert code == 0
        assert "".join(f"{line}\n" for line in out.splitlines() if "numbers" in line) == said, err


def test_where_the_office_has_no_pattern_that_can_be_read_only_an_empty_count_is_named(
    pks: Run, register: Path
) -> None:
    (register / ".pks" / "office.yaml").write_text("office: Bagian Tata Pemerintahan\nregister: REG/2026\n")
    (register / ".pks" / "numbers.yaml").write_text('"REG/2026/{seq}": 5\nREG:\nreg/2025: 2\n')
    said = (
        f"{NUMBERS}:2:5: warning: no number is kept for REG; "
        "write the highest one given, or delete the line [numbers.nothing-kept]"
    )
    for arguments, expected in ((("check",), 1), (("check", NUMBERS), 0)):  # the pattern itself is an error
        code, out, err = pks(*arguments)
        assert code == expected
        assert [line for line in out.splitlines() if "numbers.yaml" in line] == [said], err


def test_an_empty_count_is_named_in_indonesian_too(pks: Run, register: Path) -> None:
    (register / ".pks" / "numbers.yaml").write_text('"REG/2026/{seq}": ~\nREG: 1\n')
    out = pks("--lang", "id", "check").out
    assert f"{NUMBERS}:1:19: peringatan: tidak ada nomor yang dicatat untuk REG/2026/{{seq}}; " in out
    assert f"{NUMBERS}:2:1: peringatan: `REG` bukan seri nomor, sehingga tidak dihitung; " in out
