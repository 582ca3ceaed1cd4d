"""What the templates of the site are filled with: the brief, the rows and filters of the list, each agreement."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from markupsafe import Markup

from pks.domain.deadlines.row import names_of_the_others
from pks.domain.standing.facts import Facts
from pks.domain.standing.judgement import Standing
from pks.domain.vocabulary import COOPERATIONS, INSTRUMENTS, STAGES
from pks.language.fields.gathered import AGREEMENT_FIELDS
from pks.language.render import label
from pks.message import Label, Message
from pks.outputs.site_drawings import indicator_drawing, life_drawing
from pks.outputs.site_words import Speaker
from pks.tables.brief import Brief
from pks.tables.brief_sight import first_of
from pks.tables.content import Bullet, Line
from pks.tables.page import Section
from pks.tables.register import year_of
from pks.tables.site import Twig, Whole
from pks.tables.tree import state

SHOWN_ROWS: Final = 50  # as many as the style shows at first
_PARTNERS: Final = 3
_SHOWN_SENTENCES: Final = 5
# In the order in which a reader asks for them.
_VALIDITIES: Final = ("active", "expiring", "expired", "preparing", "upcoming", "unknown", "superseded", "ended")
_MARKS: Final = {
    "active": "good", "expired": "late", "unknown": "soon", "expiring": "soon", "ended": "past", "superseded": "past",
}  # fmt: skip


# What words are looked for in, besides the title, the kind and the parties: as `pks list WORDS` does.
_FOUND: Final = frozenset(
    AGREEMENT_FIELDS[name].label
    for name in (
        "purpose", "location", "as_written", "initiator", "lead", "sectors", "scope", "cluster", "clusters",
        "registration.number",
    )
)  # fmt: skip


class Filter(NamedTuple):
    """A choice above the list: its name, its heading, and the values that occur, each with its words."""

    name: str
    heading: Message
    values: tuple[tuple[str, str], ...]


def brief_parts(brief: Brief, speaker: Speaker) -> Iterator[dict[str, Any]]:
    """Each section of the brief: the sentences to show, and the others with how many they are."""
    for section in brief.sections:
        items = [{"id": one.id, "late": one.late, "words": speaker.sentence(one.message)} for one in section.items]
        first, others = items[:_SHOWN_SENTENCES], items[_SHOWN_SENTENCES:]
        more = Message("site.more", count=len(others))
        yield {"code": section.code, "heading": section.heading, "first": first, "others": others, "more": more}


def row_parts(one: Standing, speaker: Speaker) -> dict[str, Any]:
    """One row of the list."""
    facts = one.facts
    return {
        "id": facts.id,
        "title": facts.title,
        "partners": ", ".join(map(speaker.text, _named(first_of(names_of_the_others(facts), _PARTNERS)))),
        "instrument": Label("instrument", facts.instrument) if facts.instrument else None,
        "stage": Label("stage", facts.stage),
        "waiting": _waiting(facts),
        "validity": Label("validity", one.validity),
        "mark": _MARKS.get(one.validity, ""),
        "starts": facts.starts,
        "ends": facts.ends or facts.until,
    }


def filters(standings: Sequence[Standing], speaker: Speaker) -> list[Filter]:
    """What the list can be narrowed by, with the values that occur in it."""

    def fixed(kind: str, order: Iterable[str], found: set[str | None]) -> Filter:
        values = tuple((one, label(kind, one, speaker.language)) for one in order if one in found)
        return Filter(kind, Message(f"column.{kind}"), values)

    facts = [one.facts for one in standings]
    leads = sorted({lead for one in facts for lead in one.lead}, key=lambda lead: (lead.casefold(), lead))
    years = sorted({str(year_of(one)) for one in facts}, reverse=True)
    return [
        fixed("stage", STAGES, {one.stage for one in facts}),
        fixed("validity", _VALIDITIES, {one.validity for one in standings}),
        fixed("cooperation", COOPERATIONS, {one.cooperation for one in facts}),
        fixed("instrument", INSTRUMENTS, {one.instrument for one in facts}),
        Filter("lead", Message("export.lead"), tuple((one, speaker.text(one)) for one in leads)),
        Filter("year", Message("site.year"), tuple((one, one) for one in years)),
    ]


def data_part(standings: Sequence[Standing], chosen: Sequence[Filter], speaker: Speaker) -> Markup:
    """What the script needs, as JSON in which nothing can end the element that holds it.

    A row is its values by filter, the days of start and end, and the places of its stage and validity in
    their order; what is searched stands in the pages themselves.
    """
    leads = next(one.values for one in chosen if one.name == "lead")
    places = {value: place for place, (value, _) in enumerate(leads)}
    words = {
        "shown": Message("site.shown", found="{found}", total="{total}"),
        "first": Message("site.first", found="{found}", total="{total}", shown="{shown}"),
        "sort": Message("site.sort", column="{column}"),
    }
    data = {
        "limit": SHOWN_ROWS,
        "words": {name: speaker.plain(one) for name, one in words.items()},
        "leads": [value for value, _ in leads],
        "rows": [_values(one, places) for one in standings],
    }
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
    return Markup(text)  # noqa: S704  # ASCII, and without `<`


def page_parts(whole: Whole, id_: str, speaker: Speaker) -> dict[str, Any]:
    """The page of the agreement `id_`."""
    one = whole.page(id_)
    return {
        "id": id_,
        "title": one.page.title,
        "kind": [cell for cell in one.page.kind if cell != id_],
        "where": [_section(section) for section in one.where],
        "record": [_section(section) for section in one.record],
        "life": life_drawing(one.life, id_, whole.today, speaker),
        "history": list(zip(one.stages, (row.cells for row in one.history.rows), strict=True)),
        "twigs": [twig_parts(twig) for twig in one.twigs],
        "indicators": [
            {"heading": _indicator(indicator.name, indicator.unit), "drawing": indicator_drawing(indicator, speaker)}
            for indicator in one.indicators
        ],
    }


def twig_parts(twig: Twig) -> dict[str, Any]:
    """A node of the tree with what hangs from it; `outside` is a paper of nobody's register, `empty` an empty slot."""
    node = twig.node
    empty = Message("tree.empty-slot", cluster=node.cluster) if node.id is None and node.title is None else None
    outside = Message("tree.outside", title=node.title) if node.id is None and node.title else None
    return {
        "id": node.id,
        "title": node.title,
        "cluster": node.cluster,
        "empty": empty,
        "outside": outside,
        "state": state(node.standing) if node.standing else None,
        "mark": _MARKS.get(node.standing.validity, "") if node.standing else "",
        "here": twig.here,
        "children": [twig_parts(child) for child in twig.children],
        "more": Message("site.more", count=twig.more) if twig.more else None,
    }


def _named(names: Iterable[str | Message]) -> Iterator[str | Message]:
    return (name for name in names if name)


def _waiting(facts: Facts) -> Message | None:
    if facts.waiting is None:
        return None
    names: dict[str, object] = {party.key: party.name for party in facts.parties}
    who = names.get(facts.waiting, Label("waiting", facts.waiting))
    if facts.half_signed:
        return Message("site.half-signed", who=who, signed=facts.signatures, count=len(facts.parties))
    return Message("site.waiting", who=who)


def _values(one: Standing, leads: dict[str, int]) -> list[Any]:
    facts = one.facts
    return [
        facts.stage, one.validity, facts.cooperation, facts.instrument,
        [leads[lead] for lead in facts.lead], str(year_of(facts)), facts.starts and facts.starts.isoformat(),
        facts.ends and facts.ends.isoformat(), STAGES.index(facts.stage), _VALIDITIES.index(one.validity),
    ]  # fmt: skip


def _section(section: Section) -> dict[str, Any]:
    """The lines, those without a label with the one above that has it."""
    groups: list[dict[str, Any]] = []
    for line in section.lines:
        if line.label or not groups:
            groups.append({"label": line.label, "depth": line.depth, "found": line.label in _FOUND, "lines": []})
        groups[-1]["lines"].append(_line(line))
    return {"heading": section.heading, "groups": groups, "code": section.heading.key.rpartition(".")[2]}


def _line(line: Line) -> dict[str, Any]:
    is_bullet = isinstance(line.cell, Bullet)
    is_inner = is_bullet and line.cell.inner  # type: ignore[union-attr]
    kind = "in" if is_inner else "li" if is_bullet else line.mark
    return {"cell": line.cell, "kind": kind}


def _indicator(name: str, unit: str | None) -> str | Message:
    return Message("site.indicator", name=name, unit=unit) if unit else name
