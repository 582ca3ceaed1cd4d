from __future__ import annotations

from typing import Any

from pks.domain.deadlines.reports import missing
from pks.domain.model.agreement import Agreement
from pks.domain.standing.facts_of import facts_of
from pks.domain.standing.judgement import Standing, judge
from pks.domain.terms import Period, parse_period
from pks.message import Label, Message
from pks.outputs.words import cell_text
from pks.tables.reports import MissingReport, missing_json, missing_reports, missing_table, report_json, report_table
from pks.tables.table import Cell, Rupiah, Table
from tests.domain.builders import OFFICE, agreement, day, entered
from tests.domain.builders import signed as both

TODAY = day("2026-07-20")
TERM = {"starts": "2026-01-01", "ends": "2026-12-31"}


def period(text: str) -> Period:
    found = parse_period(text)
    assert found is not None
    return found


def run(**more: Any) -> Agreement:
    return agreement(**({"history": entered("reporting"), "term": TERM, "parties": both("2026-01-10")} | more))


def standings(**agreements: Agreement) -> dict[str, Standing]:
    return judge({name: facts_of(name, one, OFFICE) for name, one in agreements.items()}, TODAY)


def owed(**agreements: Agreement) -> list[MissingReport]:
    judged = standings(**agreements)
    facts = {name: one.facts for name, one in judged.items()}
    return missing_reports(missing(facts, judged, OFFICE, TODAY, period("2026-S1")), facts, agreements.__getitem__)


def shown(table: Table, *keys: str) -> list[list[str]]:
    places = [number for number, one in enumerate(table.columns) if one.key in keys]
    return [[cell_text(row.cells[place], "en") for place in places] for row in table.rows]


def cells(table: Table) -> dict[str, Cell]:
    return dict(zip((one.key for one in table.columns), table.rows[0].cells, strict=True))


def test_a_unit_has_one_row_the_one_that_owes_most_first() -> None:
    told = [{"period": "2026-S1", "results": "x"}]
    rows = owed(
        a=run(lead="Dinkes"), b=run(lead="Dinsos"), c=run(lead=["Dinsos", "Dinkes", "Dinsos"], reports=told),
        d=run(), e=run(parties=[{"name": "X"}]), f=run(lead="Dinsos", reports=told),
    )  # fmt: skip
    table = missing_table(rows, bundle=True)
    assert [group.heading for group in table.groups] == [
        Message("reporting.group", period="2026-S1", to="bupati", count=6, date=day("2026-07-14"),
                when=Message("brief.ago", days=6)),
        Message("reporting.group", period="2026-S1", to="gubernur", count=6, date=day("2026-07-30"),
                when=Message("due.days.left", days=10)),
    ]  # fmt: skip
    assert shown(table, "unit", "title", "id", "state")[:4] == [
        ["Dinsos", "3 agreements", "b; c; f", "1 not written, 2 only to be sent"],
        ["Dinkes", "2 agreements", "a; c", "1 not written, 1 only to be sent"],
        ["(no unit in charge)", "Rujukan", "e", "report not written"],
        ["Dinas Sosial", "Rujukan", "d", "report not written"],
    ]
    assert [row.mark for row in table.rows] == ["late"] * 4 + [""] * 4
    assert len(missing_table(rows, bundle=False).rows) == len(missing_json(rows)) == 12


def test_the_row_of_a_report_has_every_column_of_the_field() -> None:
    full = run(
        cooperation="KSDLL", instrument="MoU", lead=["Bappeda"], sectors=["sosial"], scope=["Rujukan", "Pelatihan"],
        funding=[{"source": "APBD", "amount": "250"}, {"source": "grant"},
                 {"source": "APBD", "amount": "7", "year": "2025"}],
        parties=[{"name": "Kota A", "number": ["1", "2"], "signed": "2026-01-09"},
                 {"name": "Kota B", "signed": "2026-01-10"}],
        reports=[{"period": "2026-S1", "activities": "Rapat", "results": "Baik", "beneficiaries": "50", "spent": "110",
                  "obstacles": "Cuaca", "follow_up": "Lanjut"}],
        indicators=[{"name": "kasus", "readings": [{"period": "2026-01", "value": "0"},
                                                   {"period": "2026-02", "value": "50"}]},
                    {"name": "skor", "unit": "%", "readings": [{"period": "2026-S1", "value": "2.5"}]}],
    )  # fmt: skip
    table = report_table(standings(satu=full).values(), {"satu": full}.__getitem__, period("2026-S1"))
    assert cells(table) == {
        "no": 1, "title": "Rujukan", "id": "satu", "cooperation": Label("cooperation", "KSDLL"),
        "instrument": Label("instrument", "MoU"), "parties": ("Kota A", "Kota B"),
        "numbers": (Message("reporting.number", party="Kota A", numbers=["1", "2"]),), "signed": day("2026-01-10"),
        "starts": day("2026-01-01"), "ends": day("2026-12-31"), "lead": ("Bappeda",), "sectors": ("sosial",),
        "scope": ("Rujukan", "Pelatihan"), "activities": ("Rapat",),
        "results": (
            "Baik", Message("reporting.progress.bare", name="kasus", value=50, before=0),
            Message("reporting.value", name="skor", value=2.5, unit="%"),
        ),
        "beneficiaries": (50,), "funding": (Label("funding-source", "APBD"), Label("funding-source", "grant")),
        "budget": Rupiah(250), "spent": Rupiah(110), "obstacles": ("Cuaca",), "follow_up": ("Lanjut",),
        "status": (Label("validity", "active"),),
    }  # fmt: skip
    assert [one.key for one in table.columns if one.on_screen] == [
        "no", "title", "id", "lead", "activities", "results", "status",
    ]  # fmt: skip


def test_reports_on_parts_of_the_period_say_which() -> None:
    quarters = run(
        reports=[
            {"period": "2026-Q2", "results": "B", "spent": "2"},
            {"period": "2026-Q1", "results": "A", "spent": "1"},
        ]
    )
    table = report_table(standings(satu=quarters).values(), {"satu": quarters}.__getitem__, period("2026-S1"))
    assert shown(table, "results", "spent") == [["2026-Q1: A; 2026-Q2: B", "Rp3"]]


def test_remarks_say_what_was_closed_and_what_was_not_written() -> None:
    closed = run(
        history=entered("reporting", "2026-03-01", closed="agreed"),
        reports=[{"period": "2026-S1", "sent": [{"to": "x"}]}],
    )
    table = report_table(standings(satu=closed).values(), {"satu": closed}.__getitem__, period("2026-S1"))
    assert shown(table, "status") == [
        ["ended; closed on 1 March 2026: the parties agreed to end it; report not written"]
    ]


def test_rows_go_by_kind_of_cooperation_then_by_id() -> None:
    agreements = {"a": run(), "b": run(cooperation="KSDPK"), "c": run(cooperation="KSDD"), "d": run(cooperation="KSDD")}
    table = report_table(standings(**agreements).values(), agreements.__getitem__, period("2026-S1"))
    assert shown(table, "no", "id") == [["1", "c"], ["2", "d"], ["3", "b"], ["4", "a"]]


def test_json_has_every_key_of_an_agreement_that_states_nothing() -> None:
    bare = run(parties=[{"name": "A"}, {"name": "B"}], term={"starts": "2026-01-01", "until": "selesai"})
    assert report_json(standings(satu=bare).values(), {"satu": bare}.__getitem__, period("2026-S1")) == [
        {"id": "satu", "cooperation": None, "instrument": None, "title": "Rujukan", "parties": ["A", "B"],
         "numbers": {"a": [], "b": []}, "signed": None, "starts": day("2026-01-01"), "ends": None, "until": "selesai",
         "lead": [], "sectors": [], "scope": [], "reports": [], "indicators": [], "funding": [], "budget": None,
         "spent": None, "validity": "active", "closed": None, "closed_on": None}
    ]  # fmt: skip


def test_json_has_what_each_report_tells_without_what_it_leaves_open() -> None:
    told = run(reports=[{"period": "2026-S1", "results": "Baik", "beneficiaries": "50"}])
    (row,) = report_json(standings(satu=told).values(), {"satu": told}.__getitem__, period("2026-S1"))
    assert row["reports"] == [
        {"period": period("2026-S1"), "activities": None, "results": "Baik", "beneficiaries": 50, "spent": None,
         "obstacles": None, "follow_up": None}
    ]  # fmt: skip
