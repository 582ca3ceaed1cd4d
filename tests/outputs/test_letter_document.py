"""Letters: what a template may do, and that every text comes out as it went in."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import docx
import pytest

from pks.domain.terms import parse_length
from pks.errors import InvalidError
from pks.language.render import say
from pks.message import Message
from pks.outputs import letter_values
from pks.outputs.letter_document import LARGEST_TEMPLATE, write_letter
from pks.outputs.letter_kinds import SHIPPED, shipped
from pks.tables.letter_fields import fields_table
from pks.tables.table import Rupiah
from tests.outputs.letter_templates import template, texts
from tests.outputs.lookalikes import LOOKALIKES

# Each would read a secret, run a command, or never end.
PAYLOADS = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ title.__class__ }}",
    "{{ title|attr('__class__') }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__ }}",
    "{{ request.application.__globals__ }}",
    "{{ config.items() }}",
    "{{ title.format(title) }}",
    "{{ '{0.__class__}'.format(title) }}",
    "{{ ().__class__ }}",
    "{{ [].append(1) }}",
    "{{ range(999999999)|length }}",
    "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
    "{{ 'a' * 1000000000 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ title|center(1000000000) }}",
    "{% set x = 'a' %}{{ x }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% extends '/etc/passwd' %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{{ title|map('upper')|list }}",
    "{{ parties[0].__class__ }}",
    "{{ loop.__class__ }}",
    "{{ meeting.date.words.__class__ }}",
    "{{ " + "(" * 5_000 + "title" + ")" * 5_000 + " }}",
)


def content(**given: Any) -> dict[str, Any]:
    return {"office": "Bagian Tata Pemerintahan", "title": "Rujukan", **given}


def said(error: InvalidError) -> str:
    details = [one for one in error.details if isinstance(one, Message)]
    return "\n".join(say(one, "en") for one in (error.message, *details))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_refused_naming_the_template_and_runs_nothing(payload: str) -> None:
    with pytest.raises(InvalidError) as refused:
        write_letter(template("Surat", payload), content(), file="own.docx")
    assert said(refused.value).startswith("the template own.docx cannot be used\n")


def test_a_payload_in_a_header_or_a_property_is_refused_as_well() -> None:
    with pytest.raises(InvalidError):
        write_letter(template("Surat", header=PAYLOADS[0]), content(), file="own.docx")
    document, file = docx.Document(), io.BytesIO()
    document.core_properties.title = PAYLOADS[1]
    document.save(file)
    with pytest.raises(InvalidError):
        write_letter(file.getvalue(), content(), file="own.docx")


def test_what_word_shows_of_the_file_is_plain_text() -> None:
    document, file = docx.Document(), io.BytesIO()
    document.core_properties.title = "Surat {{ title }}"
    document.save(file)
    letter = write_letter(file.getvalue(), content(title="A & B <x> " + "y" * 400), file="own.docx")
    made = docx.Document(io.BytesIO(letter.content)).core_properties.title
    assert made == ("Surat A & B <x> " + "y" * 400)[:255]


@pytest.mark.parametrize(
    ("text", "shown"), [*LOOKALIKES, ("A & B <w:br/>", "A & B <w:br/>"), ("{_{ 7*7 }_} {_%", "{_{ 7*7 }_} {_%")]
)
def test_every_text_comes_out_as_it_went_in_or_spelled_out(text: str, shown: str) -> None:
    letter = write_letter(template("a{{ title }}z"), content(title=text), file="own.docx")
    assert texts(letter.content) == [f"a{shown}z"]


def test_forty_thousand_characters_and_every_kind_of_escape_come_out_whole() -> None:
    text = "A & B <w:br/> {{ 7*7 }} 🏥 " + "kata\tkata\n" * 4_000
    letter = write_letter(template("a{{ title }}z", "{{ title|upper }}"), content(title=text), file="own.docx")
    assert texts(letter.content) == [f"a{text}z", text.upper()]


def test_texts_of_a_list_are_as_safe_joined_as_alone() -> None:
    texts_ = ["A & B <w:br/>", "{_{ 7*7 }_}", "\x07"]
    made = write_letter(
        template("{{ scope|join('; ') }}", "{%p for one in scope %}", "- {{ one }}", "{%p endfor %}"),
        content(scope=texts_), file="own.docx",
    )  # fmt: skip
    assert texts(made.content) == [r"A & B <w:br/>; {_{ 7*7 }_}; \x07", "- A & B <w:br/>", "- {_{ 7*7 }_}", r"- \x07"]


def test_an_unknown_placeholder_is_named_with_its_template_also_where_nothing_prints_it() -> None:
    words = (
        "{{ titel }}",
        "{% if id %}{{ meeting.tanggal }}{% endif %}",
        "{% for p in parties %}{{ p.nama }}{% endfor %}",
    )
    with pytest.raises(InvalidError) as refused:
        write_letter(template(*words), content(), file="agreements/.pks/templates/own.docx")
    assert said(refused.value) == (
        "the template agreements/.pks/templates/own.docx cannot be used\n"
        "unknown placeholder titel; did you mean title? pks letter --fields lists them\n"
        "unknown placeholder meeting.tanggal; pks letter --fields lists them\n"
        "unknown placeholder p.nama; did you mean p.name? pks letter --fields lists them"
    )


def test_a_placeholder_that_is_cut_short_and_a_loop_over_no_list_are_refused() -> None:
    with pytest.raises(InvalidError, match="faults") as refused:
        write_letter(template("{% if title %}"), content(), file="own.docx")
    assert "is not complete" in said(refused.value)
    with pytest.raises(InvalidError) as refused:
        write_letter(template("{% for a in title %}{{ a }}{% endfor %}"), content(), file="own.docx")
    assert said(refused.value).endswith("title is no list to go through")


def test_what_nobody_recorded_is_dots_and_is_told_once() -> None:
    words = ("{{ purpose }} {{ purpose|upper }} {{ term.ends.words }}", "{% if location %}x{% else %}tanpa{% endif %}")
    letter = write_letter(template(*words), content(), file="own.docx")
    assert texts(letter.content) == [f"{'.' * 32} {'.' * 32} {'.' * 32}", "tanpa"]
    assert letter.gaps == ("purpose", "term.ends")


def test_days_amounts_and_numbers_have_their_words() -> None:
    day = date(2025, 3, 13)
    words = (
        "{{ today }} {{ today.weekday }} {{ today.digits }}", "{{ today.words }}",
        "{% for one in funding %}{{ one.amount }} / {{ one.amount.words }}{% endfor %}", "{{ term.length }}",
    )  # fmt: skip
    letter = write_letter(
        template(*words),
        content(today=day, funding=[{"amount": Rupiah(1_500_000)}], term={"length": parse_length("2 years")}),
        file="own.docx",
    )
    assert texts(letter.content) == [
        "13 Maret 2025 Kamis 13-03-2025",
        "Kamis tanggal tiga belas bulan Maret tahun dua ribu dua puluh lima",
        "Rp1.500.000 / Rp1.500.000 (satu juta lima ratus ribu rupiah)",
        "2 tahun",
    ]


def test_loops_that_go_round_too_often_come_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letter_values, "_STEPS", 1)
    many = [{"name": f"Pihak {number}"} for number in range(600)]
    loops = "{% for a in parties %}{% for b in parties %}{% if id %}{% endif %}{% endfor %}{% endfor %}"
    with pytest.raises(InvalidError) as refused:
        write_letter(template(loops), content(parties=many), file="own.docx")
    assert said(refused.value) == (
        "the template own.docx does not come to an end: it repeats too often or its result is too large"
    )


@pytest.mark.parametrize(("bytes_", "reason"), [(b"PK", "own.docx"), (b"x" * (LARGEST_TEMPLATE + 1), "over 5 MB")])
def test_what_is_no_docx_or_too_large_is_refused(bytes_: bytes, reason: str) -> None:
    with pytest.raises(InvalidError) as refused:
        write_letter(bytes_, content(), file="own.docx")
    assert reason in said(refused.value)


@pytest.mark.parametrize("kind", SHIPPED)
def test_the_templates_that_come_with_pks_name_only_what_there_is(kind: str) -> None:
    assert texts(write_letter(shipped(kind), content(), file=f"{kind}.docx").content)


def test_every_field_can_be_written_as_the_list_of_them_says() -> None:
    written = [str(row.cells[0]) for row in fields_table().rows if "…" not in str(row.cells[0])]
    assert len(written) == len(set(written)) > 80
    lines, above, below = [], "", ""
    for one in written:
        name = one.strip("{}% ").removeprefix("if ").removeprefix("for one in ").removeprefix("for each in ")
        if one.startswith("{% for one"):
            above, below = one, "{% endfor %}"
        elif "." not in name:
            above, below = "", ""
        if one.startswith("{% for each"):
            inside = one
            lines.append(f"{above}{one}{{% endfor %}}{below}")
        elif name.startswith("each."):
            lines.append(f"{above}{inside}{one}{{% endfor %}}{below}")
        elif not one.startswith("{% for one"):
            lines.append(
                f"{above if name.startswith('one.') else ''}{one}{'{% endif %}' if '{% if' in one else ''}"
                f"{below if name.startswith('one.') else ''}"
            )
    assert write_letter(template(*lines), content(), file="own.docx").gaps
