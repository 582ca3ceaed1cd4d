"""A letter: a Word template and the values it names become a docx; the template is checked, walled in and bounded.

Templates are read by Jinja through docxtpl. What a template may do is decided in `pks.outputs.letter_check`; the
sandbox behind it is the second wall.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from functools import cache
from html import unescape
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pks.errors import InvalidError
from pks.extras import needed
from pks.inputs.archive import Archive
from pks.message import Message
from pks.outputs.letter_check import faults_of
from pks.outputs.letter_values import Budget, Gap, TooMuchError, Worded, values_of
from pks.outputs.word_document import LONGEST_PROPERTY

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

LARGEST_TEMPLATE: Final = 5 * 1024 * 1024
_MOST_TEXT: Final = 40_000_000  # characters of XML


class Letter(NamedTuple):
    """The bytes of the docx, and the facts that nobody has recorded, for which it has dots, by name."""

    content: bytes
    gaps: tuple[str, ...]


def write_letter(template: bytes, content: Mapping[str, Any], *, file: str) -> Letter:
    """Fill the docx `template`, which messages call `file`, with `content` as `letter_content` gives it.

    Raises:
        InvalidError: it is no docx, too large, names what there is not, or does what it may not.
        EnvironmentFailureError: when docxtpl or num2words is not installed.
    """
    for module, package in (("jinja2", "Jinja2"), ("docxtpl", "docxtpl"), ("num2words", "num2words")):
        needed(module, package)
    if len(template) > LARGEST_TEMPLATE:
        raise InvalidError(Message("letter.large", file=file, most=LARGEST_TEMPLATE // 2**20))
    if "word/document.xml" not in Archive(template, file).names:
        raise InvalidError(Message("letter.no-docx", file=file))
    budget, gaps = Budget(), dict[str, None]()
    values = values_of(content, budget)
    try:
        made = _filled(template, values, gaps)
    except TooMuchError:
        raise InvalidError(Message("letter.too-much", file=file)) from None
    except _FaultsError as error:
        raise InvalidError(Message("letter.faults", file=file), details=error.faults) from None
    return Letter(made, tuple(gaps))


class _FaultsError(Exception):
    """What is wrong with a template."""

    def __init__(self, *faults: Message) -> None:
        """Tell each of `faults`."""
        super().__init__(*faults)
        self.faults = faults


def _filled(template: bytes, values: Mapping[str, Any], gaps: dict[str, None]) -> bytes:
    from docx.opc.exceptions import OpcError
    from jinja2 import TemplateError, TemplateSyntaxError
    from lxml.etree import LxmlError  # type: ignore[import-untyped,unused-ignore]

    document = _document_class()(io.BytesIO(template))
    try:
        document.render(dict(values), _environment(gaps), autoescape=True)
        file = io.BytesIO()
        document.save(file)
    except TemplateSyntaxError as error:
        raise _FaultsError(Message("letter.syntax", reason=_plain(error.message or ""))) from None
    except TemplateError as error:
        raise _FaultsError(Message("letter.failed", reason=_plain(error.message or ""))) from None
    except (LxmlError, OpcError, KeyError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise _FaultsError(Message("letter.failed", reason=_plain(str(error)))) from None
    return file.getvalue()


def _plain(reason: str) -> str:
    """What Jinja says, without the XML around it."""
    return " ".join(re.sub(r"<[^>]*>", " ", reason).split())[:200]


def _environment(gaps: dict[str, None]) -> ImmutableSandboxedEnvironment:
    """The walled-in environment that prints only safe text, and writes down in `gaps` what it has none for."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from markupsafe import Markup, escape

    class Walled(ImmutableSandboxedEnvironment):
        """Of values it knows only the fields and parts they were made with, and no method of Python's."""

        def getattr(self, obj: Any, attribute: str) -> Any:
            if isinstance(obj, dict) and attribute in obj:
                return obj[attribute]
            if isinstance(obj, Gap):
                return obj
            if isinstance(obj, Worded) and attribute in obj.parts:
                return obj.parts[attribute]
            if type(obj).__name__ == "LoopContext":
                return super().getattr(obj, attribute)
            return self.undefined(obj=obj, name=attribute)

        def getitem(self, obj: Any, argument: Any) -> Any:
            return self.getattr(obj, argument)

    def printed(value: Any) -> Any:
        if isinstance(value, Gap):
            gaps[value.field] = None
        text = str(value if isinstance(value, Markup) else escape(str(value)))
        # docxtpl takes `{_{` in its result for an escaped `{{`: braces of a value go as numbers.
        return Markup(text.replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704  # escaped the line before

    return Walled(autoescape=True, undefined=StrictUndefined, finalize=printed)


@cache
def _document_class() -> Any:
    """The template of docxtpl, each of whose parts is checked before it runs and bounded while it does."""
    from docxtpl import DocxTemplate  # type: ignore[import-untyped,unused-ignore]

    class Bounded(DocxTemplate):  # type: ignore[misc,unused-ignore]
        """Renders piece by piece, so that a limit can stop it."""

        def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:
            """As docxtpl does, after a look at what the template says."""
            self.current_rendering_part = part
            return str(self.resolve_listing(_generated(src_xml, context, jinja_env)))

        def fix_tables(self, xml: str) -> Any:
            """As docxtpl does, and the columns of a table that grew share the room it had."""
            return _shared_room(super().fix_tables(xml), xml)

        def render_properties(self, context: Any, jinja_env: Any = None) -> None:
            """Title, author and the like, which are no XML."""
            about = self.docx.core_properties
            for name in ("author", "comments", "subject", "title"):
                made = unescape(_generated(getattr(about, name) or "", context, jinja_env))
                setattr(about, name, " ".join(made.split())[:LONGEST_PROPERTY])

    return Bounded


def _shared_room(body: Any, before: str) -> Any:
    """Give the cells of each table of `body` whose columns are not those it had `before` their part of its width."""
    from docx.oxml.ns import qn
    from lxml import etree  # type: ignore[import-untyped,unused-ignore]

    had = etree.fromstring(before.encode(), etree.XMLParser(recover=True, resolve_entities=False))
    for table, former in zip(body.iter(qn("w:tbl")), had.iter(qn("w:tbl")), strict=True):
        room = [int(float(one.get(qn("w:w"), 0))) for one in former.find(qn("w:tblGrid"))]
        rows = [row.findall(qn("w:tc")) for row in table.findall(qn("w:tr"))]
        widest: list[Any] = max(rows, key=len, default=[])
        wanted = [_width(cell) for cell in widest]
        if len(widest) == len(room) or not all(wanted):
            continue
        shares = [str(int(sum(room) * one / sum(wanted))) for one in wanted]
        grid = table.find(qn("w:tblGrid"))
        for column, share in zip(grid, shares, strict=False):
            column.set(qn("w:w"), share)
        for row in rows:
            for cell, share in zip(row, shares, strict=False):
                if len(row) == len(shares):
                    cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").set(qn("w:w"), share)
    return body


def _width(cell: Any) -> int:
    """The width that a cell of a table states, in twentieths of a point; 0 where it states none."""
    from docx.oxml.ns import qn

    stated = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    plain = stated is not None and stated.get(qn("w:type"), "dxa") == "dxa"
    return int(float(stated.get(qn("w:w"), 0))) if plain else 0


def _generated(source: str, context: Any, environment: Any) -> str:
    faults = faults_of(environment.parse(source))
    if faults:
        raise _FaultsError(*faults)
    pieces, length = [], 0
    for piece in environment.from_string(source).generate(context):
        pieces.append(piece)
        length += len(piece)
        if length > _MOST_TEXT:
            raise TooMuchError
    return "".join(pieces)
