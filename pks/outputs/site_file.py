"""The register as one HTML file that fetches nothing: the brief, the list, the trees, a page for each agreement."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from contextlib import AbstractContextManager
from hashlib import sha256
from importlib.resources import files
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pks import __version__
from pks.message import Message
from pks.outputs.site_drawings import phase_class
from pks.outputs.site_parts import brief_parts, data_part, filters, page_parts, row_parts, twig_parts
from pks.outputs.site_words import Speaker
from pks.tables.brief import Brief
from pks.tables.site import Whole, gaps_table, whole_twig

_SIGN: Final = b'<meta name="generator" content="pks '
_HEAD_BYTES: Final = 4096  # the sign stands in the first lines
_WORDS: Final = {
    "title": Message("site.title"),
    "nav": Message("site.nav"),
    "brief": Message("site.brief"),
    "register": Message("site.register"),
    "tree": Message("site.tree"),
    "tree_empty": Message("site.tree-empty"),
    "gaps": Message("site.gaps"),
    "search": Message("site.search"),
    "all": Message("site.all"),
    "reset": Message("site.reset"),
    "show_all": Message("site.show-all"),
    "none": Message("site.none"),
    "agreement": Message("column.agreement"),
    "stage": Message("site.stage-waiting"),
    "validity": Message("column.validity"),
    "starts": Message("column.starts"),
    "ends": Message("column.ends"),
    "life": Message("site.life"),
    "history": Message("show.history"),
    "indicators": Message("site.indicators"),
}


def is_site(content: bytes) -> bool:
    """Whether the bytes of a file are a site that this program made."""
    return _SIGN in content[:_HEAD_BYTES]


def site_file(
    whole: Whole, brief: Brief, speaker: Speaker, progress: AbstractContextManager[Callable[[], None]]
) -> bytes:
    """The whole file; the same register, day and language give the same bytes. `progress` is told of each page."""
    templates = _templates(speaker)
    standings = [one for _, one in sorted(whole.standings.items())]
    chosen = filters(standings, speaker)
    style, early, late = _shipped("style.css"), _shipped("early.js"), _shipped("late.js")
    text = templates.get_template("whole.html.j2").render(
        brief=list(brief_parts(brief, speaker)),
        office=whole.office.office,
        rows=[row_parts(one, speaker) for one in standings],
        filters=chosen,
        trees=[twig_parts(whole_twig(node)) for node in whole.umbrellas],
        alone=Message("site.alone", count=whole.alone) if whole.alone else None,
        gaps=gaps_table(whole.gaps, whole.standings),
        pages=_pages(whole, speaker, templates, progress),
        as_of=Message("site.as-of", day=whole.today),
        made=Message("site.made", day=whole.today),
        data=data_part(standings, chosen, speaker),
        version=__version__,
        policy=_policy(style, early, late),
        style=Markup(style),  # noqa: S704  # shipped, not anybody's
        early=Markup(early),  # noqa: S704  # as above
        late=Markup(late),  # noqa: S704  # as above
    )
    return text.encode("utf-8")


def _pages(
    whole: Whole, speaker: Speaker, templates: Environment, progress: AbstractContextManager[Callable[[], None]]
) -> list[Markup]:
    template, made = templates.get_template("agreement.html.j2"), []
    with progress as advance:
        for id_ in sorted(whole.standings):
            made.append(Markup(template.render(page_parts(whole, id_, speaker))))  # noqa: S704  # the template escapes
            advance()
    return made


def _templates(speaker: Speaker) -> Environment:
    templates = Environment(
        loader=PackageLoader("pks.outputs", "site"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    words = {name: speaker.plain(one) for name, one in _WORDS.items()}
    templates.globals |= {"language": speaker.language, "words": words}
    templates.filters |= {
        "text": speaker.text, "linked": speaker.linked, "value": speaker.value, "label": speaker.label,
        "phase": phase_class,
    }  # fmt: skip
    return templates


def _shipped(name: str) -> str:
    return files("pks.outputs").joinpath("site", name).read_text(encoding="utf-8")


def _policy(style: str, *scripts: str) -> str:
    """What a browser may do with the file: run these scripts and use this style, and fetch nothing at all."""
    allowed = " ".join(map(_hash, scripts))
    return f"default-src 'none'; style-src {_hash(style)}; script-src {allowed}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}'"
