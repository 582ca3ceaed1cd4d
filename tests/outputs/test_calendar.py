"""A calendar has one event a row for ever, a reminder for each tier still ahead, and the same bytes on the same day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from icalendar import Calendar

from pks.domain.deadlines.deadline import Due
from pks.domain.office import Office
from pks.domain.terms import Length, parse_length
from pks.message import Message
from pks.outputs.calendar import calendar

TODAY = date(2026, 3, 1)


def length(text: str) -> Length:
    found = parse_length(text)
    assert found is not None
    return found


def due(day: date, *, key: str = "expiry", kind: str = "expiry", title: str = "Rujukan") -> Due:
    detail = Message("export.title.agreement", title="Berakhir.")
    return Due(
        day, (day - TODAY).days, kind, key, "satu", title, "reporting", detail, "pks renew satu", None, None, None
    )


def events(*rows: Due, office: Office | None = None, today: date = TODAY, language: str = "id") -> list[Any]:
    content = calendar(rows, office or Office(), today, "id" if language == "id" else "en").content
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_an_event_takes_the_day_and_says_what_to_do() -> None:
    (event,) = events(due(date(2026, 5, 31)))
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 5, 31), date(2026, 6, 1))
    assert event["dtstart"].params["value"] == "DATE"
    assert str(event["summary"]) == "Berakhir: Rujukan"
    assert str(event["description"]) == "Berakhir.\nsatu\npks renew satu"
    assert str(event["transp"]) == "TRANSPARENT"
    assert [str(one) for one in event["categories"].cats] == ["berakhir"]


def test_the_uid_is_the_id_and_the_key_whatever_the_day_the_date_and_the_language() -> None:
    first = events(due(date(2026, 5, 31), key="report/2026-S1/bupati"))
    later = events(due(date(2026, 7, 1), key="report/2026-S1/bupati"), today=date(2026, 6, 1), language="en")
    assert [str(one["uid"]) for one in (*first, *later)] == ["satu/report/2026-S1/bupati@pks"] * 2


def test_a_later_export_is_a_later_version_and_the_same_day_gives_the_same_bytes() -> None:
    rows = [due(date(2026, 5, 31))]
    assert calendar(rows, Office(), TODAY, "id").content == calendar(rows, Office(), TODAY, "id").content
    (now,), (next_day,) = events(*rows), events(*rows, today=TODAY + timedelta(days=1))
    assert (now["sequence"], next_day["sequence"]) == (2251, 2252)
    assert now.decoded("dtstamp").isoformat() == "2026-03-01T00:00:00+00:00" == now.decoded("last-modified").isoformat()
    assert next_day.decoded("dtstamp") > now.decoded("dtstamp")


def test_the_reminders_are_the_tiers_of_the_office_that_are_still_ahead_at_eight() -> None:
    office = Office(reminders=tuple(map(length, ("3 months", "30d", "2 weeks", "5 working days", "0d"))))
    (event,) = events(due(date(2026, 3, 31)), office=office)
    alarms = event.walk("VALARM")
    days = [(date(2026, 3, 31) - TODAY).days + one.decoded("trigger").days for one in alarms]
    assert days == [0, 16, 23, 30]  # 1, 17, 24 and 31 March
    assert {one.decoded("trigger").seconds for one in alarms} == {8 * 3600}
    assert {(str(one["action"]), str(one["description"])) for one in alarms} == {("DISPLAY", "Berakhir: Rujukan")}


def test_what_is_overdue_has_no_reminder_and_nothing_due_is_an_empty_calendar() -> None:
    (event,) = events(due(date(2026, 2, 1)))
    assert not event.walk("VALARM")
    content = calendar([], Office(office="Bagian, A"), TODAY, "en").content
    found: Any = Calendar.from_ical(content)
    assert (str(found["x-wr-calname"]), str(found["method"]), str(found["version"])) == (
        "Agreements: Bagian, A", "PUBLISH", "2.0",
    )  # fmt: skip
    assert not found.walk("VEVENT")


def test_nothing_in_a_text_can_make_a_property_or_an_event_of_its_own() -> None:
    evil = "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTACH:http://contoh.invalid"
    (event,) = events(due(date(2026, 5, 31), title=evil, key="x\r\nATTACH:y"))
    assert "attach" not in event
    assert str(event["summary"]) == f"Berakhir: {evil}".replace("\r\n", "\n")
