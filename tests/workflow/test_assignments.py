"""`KEY=VALUE` by itself: how a key is cut into steps, and what becomes of a value."""

from __future__ import annotations

from typing import Any

import pytest

from pks.errors import RefusedError, UsageError
from pks.store.text.splice import Append, Drop, Put
from pks.workflow.assignments import changes_of, parse

DATA: dict[str, Any] = {
    "title": "T",
    "lead": "Dinkes",
    "parties": [
        {"key": "dinsos", "name": "Dinas Sosial"},
        {"name": "Rumah Sakit Jiwa", "signatory": {"name": "Ida"}},
        {"name": "Rumah Sakit Jiwa"},
    ],
    "under": {"text": "KB"},
    "facilitation": [{"attendees": ["RSJ", {"unit": "Bapas"}]}],
    "corrections": [{"no": "7"}, {"no": "x"}, {}],
    "indicators": [{"name": "a.b"}, {"name": "dua"}, {"name": "dua"}],
    "amendments": [{"no": "1", "numbers": {"dinsos": "1/A"}}],
    "tasks": "salah",
    "unread": {"kolom 3": "??"},
    "x-map": "1",
}


@pytest.mark.parametrize(
    ("argument", "steps", "value"),
    [
        ("title=X", ("title",), "X"),
        ("title=a=b=c", ("title",), "a=b=c"),
        ("title=", ("title",), ""),
        (" title = X", ("title",), " X"),
        ("title=a\nb", ("title",), "a\nb"),
        ("term.starts=2026-01-01", ("term", "starts"), "2026-01-01"),
        ("scope.+=Rujukan", ("scope", "+"), "Rujukan"),
        ('clusters."a.b=c".note==', ("clusters", "a.b=c", "note"), "="),
        ("clusters.a b.note=x", ("clusters", "a b", "note"), "x"),
        ('indicators."+".unit=x', ("indicators", "+", "unit"), "x"),
    ],
)
def test_an_argument_is_cut_at_its_first_equals_sign_and_its_dots(
    argument: str, steps: tuple[str, ...], value: str
) -> None:
    assert parse(argument)[:2] == (steps, value)


@pytest.mark.parametrize("argument", ["", "title", "=", "=x", ".=x", "a..b=x", ".a=x", "a.=x", 'a."b=x', 'a"b"=x'])
def test_what_is_no_assignment_is_refused(argument: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse(argument)
    assert refused.value.message.key == ("set.bad-path" if "=" in argument else "set.no-equals")


@pytest.mark.parametrize(
    ("argument", "change"),
    [
        ("title=[a]", Put(("title",), "[a]")),
        ("title=", Drop(("title",))),
        ("lead={a}", Put(("lead",), {"a": None})),
        ("lead=[a, 0123, no, ~]", Put(("lead",), ["a", "0123", "no", None])),
        ("lead= [a]", Put(("lead",), ["a"])),
        ("lead.+=b", Put(("lead",), ["Dinkes", "b"])),
        ("lead.1=b", Put(("lead",), "b")),
        ("renews.+=2020-x", Append(("renews",), "2020-x")),
        ("under.+={text: NK}", Put(("under",), [{"text": "KB"}, {"text": "NK"}])),
        ("under.number=5", Put(("under", "number"), "5")),
        ("under.1.number=5", Put(("under", "number"), "5")),
        ("scope=- a\n- b", Put(("scope",), ["a", "b"])),
        ("term={starts: 2026-01-01}", Put(("term",), {"starts": "2026-01-01"})),
        ("term.length= 2 tahun ", Put(("term", "length"), "2 tahun")),
        ("title= T ", Put(("title",), " T ")),
        ("parties.rumah-sakit-jiwa.number=1", Put(("parties", 1, "number"), "1")),
        ("parties.rumah-sakit-jiwa-2.number=1", Put(("parties", 2, "number"), "1")),
        (
            "parties.rumah-sakit-jiwa.signatory.mandate.date=2026-01-01",
            Put(("parties", 1, "signatory", "mandate", "date"), "2026-01-01"),
        ),
        ("parties.dinsos.signatory.name=A", Put(("parties", 0, "signatory", "name"), "A")),
        (
            "parties.rumah-sakit-jiwa.signatory.+={name: B}",
            Put(("parties", 1, "signatory"), [{"name": "Ida"}, {"name": "B"}]),
        ),
        ("facilitation.1.attendees.2.mode=online", Put(("facilitation", 0, "attendees", 1, "mode"), "online")),
        ("facilitation.1.attendees.+=Polda", Append(("facilitation", 0, "attendees"), "Polda")),
        ("facilitation.1.attendees.+={unit: Polda}", Append(("facilitation", 0, "attendees"), {"unit": "Polda"})),
        ("corrections.+={clause: 'Pasal 1'}", Append(("corrections",), {"no": "8", "clause": "Pasal 1"})),
        ("corrections.+={clause: a, no: 3}", Append(("corrections",), {"clause": "a", "no": "3"})),
        ("corrections.7.answers.rsj.note=x", Put(("corrections", 0, "answers", "rsj", "note"), "x")),
        ("amendments.+={reason: x}", Append(("amendments",), {"no": "2", "reason": "x"})),
        ("amendments.1.numbers.dinsos=2/A", Put(("amendments", 0, "numbers", "dinsos"), "2/A")),
        ('indicators."a.b".unit=x', Put(("indicators", 0, "unit"), "x")),
        ("unread.kolom 3=", Drop(("unread", "kolom 3"))),
        ("x-baru=[a", Put(("x-baru",), "[a")),
        ("term.x-baru=1", Put(("term", "x-baru"), "1")),
    ],
)  # fmt: skip
def test_the_schema_decides_what_a_value_is_and_where_it_goes(argument: str, change: object) -> None:
    assert changes_of([parse(argument)], DATA) == [change]


@pytest.mark.parametrize(
    ("argument", "key"),
    [
        ("titel=x", "set.unknown-key-near"),
        ("qqq=x", "set.unknown-key"),
        ("X-map=1", "set.unknown-key"),
        ("x-map.a=1", "set.below-scalar"),
        ("title.+=x", "set.below-scalar"),
        ("term.starts=besok", "set.bad-value"),
        ("term.starts=2026-02-30", "set.bad-value"),
        ("term=[a", "set.not-yaml"),
        ("term={a: 1, a: 2}", "set.not-yaml"),
        ("term=&x {a: 1}", "set.not-yaml"),
        ("corrections.1.was=x", "set.no-item"),
        ("scope.1=x", "set.no-items"),
        ("indicators.dua.unit=x", "set.several-items"),
        ("facilitation.+.place=x", "set.bad-path"),
        ("facilitation.+=", "set.append-needs-value"),
        ("facilitation.1.attendees.1.mode=online", "set.below-scalar"),
    ],
)
def test_what_the_schema_does_not_know_is_refused(argument: str, key: str) -> None:
    with pytest.raises(UsageError) as refused:
        changes_of([parse(argument)], DATA)
    assert refused.value.message.key == key


@pytest.mark.parametrize("argument", ["history=", "history.1.by=x", "history.+={}"])
def test_the_history_is_refused(argument: str) -> None:
    with pytest.raises(RefusedError):
        changes_of([parse(argument)], DATA)


def test_numbers_go_on_over_several_appends() -> None:
    given = ["corrections.+={clause: a}", "corrections.+={no: 20}", "corrections.+={clause: b}"]
    assert changes_of([parse(one) for one in given], DATA) == [
        Append(("corrections",), {"no": "8", "clause": "a"}),
        Append(("corrections",), {"no": "20"}),
        Append(("corrections",), {"no": "21", "clause": "b"}),
    ]


def test_several_appends_to_what_is_one_text_make_one_list() -> None:
    given = ["lead.+=b", "lead.+=c"]
    assert changes_of([parse(one) for one in given], DATA) == [Put(("lead",), ["Dinkes", "b"]), Append(("lead",), "c")]


def test_positions_count_as_the_file_stands() -> None:
    given = ["parties.dinsos=", "parties.+={name: B}", "parties.rumah-sakit-jiwa-2.number=C"]
    assert changes_of([parse(one) for one in given], DATA) == [
        Drop(("parties", 0)),
        Append(("parties",), {"name": "B"}),
        Put(("parties", 2, "number"), "C"),
    ]


@pytest.mark.parametrize(
    "given",
    [
        ["lead=a", "lead=b"],
        ["lead=", "lead=b"],
        ["lead=", "lead.+=b"],
        ["parties.dinsos.name=a", 'parties."dinsos".name=b'],
        ["parties.dinsos.name=a", "parties.dinsos="],
        ["facilitation=", "facilitation.1.place=a"],
        ["facilitation=", "facilitation.+={place: a}"],
    ],
)
def test_what_is_named_twice_or_removed_and_changed_is_refused(given: list[str]) -> None:
    with pytest.raises(UsageError) as refused:
        changes_of([parse(one) for one in given], DATA)
    assert refused.value.message.key == "set.twice"
