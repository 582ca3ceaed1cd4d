"""`pks site`: the register as one HTML file, for a shared folder, a phone and a printer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from pks.cli.brief import brief_of
from pks.cli.desk import Desk
from pks.cli.outfile import Outfile, deliver, leave_register_alone
from pks.domain.rules.privacy import Hide, masked, masked_text
from pks.domain.standing.facts_of import facts_of
from pks.errors import ConflictError, EnvironmentFailureError
from pks.extras import needed
from pks.language.render import say
from pks.message import Message
from pks.outputs.progress import progress
from pks.outputs.screen import note, write
from pks.outputs.visible import visible
from pks.store.contents import UnreadableError, content_of
from pks.store.disk import durable
from pks.store.quick_reading import agreement_in
from pks.store.register import Entry
from pks.tables.brief import Brief
from pks.tables.brief_sight import Item
from pks.tables.site import Whole

if TYPE_CHECKING:
    from pks.domain.model.agreement import Agreement

NAME: Final = "pks-site.html"


def run(
    ctx: typer.Context,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE")] = None,
    force: Annotated[bool, typer.Option("--force")] = False,
) -> None:
    desk: Desk = ctx.obj
    needed("jinja2", "Jinja2")
    path = desk.book.register.root.parent / NAME if out is None else desk.path(out)
    leave_register_alone(desk, path)
    before = _found(path, force=force)
    content, hidden = _made(desk)
    deliver(desk, Outfile(path, before), content)
    write(visible(str(path)))
    if hidden:
        note(Message("site.masked", count=hidden), desk.language)
    desk.name_broken()


def _found(path: Path, *, force: bool) -> bytes | None:
    """What the file holds now; None where there is none.

    Raises:
        ConflictError: it is no site of ours and may not be replaced.
        EnvironmentFailureError: its folder is not there, or what is there cannot be read.
    """
    from pks.outputs.site_file import is_site  # the engine of the templates may be missing

    if not path.parent.is_dir():
        raise EnvironmentFailureError(Message("export.no-folder", folder=str(path.parent)))
    with durable.nothing_written(path, path.parent):
        try:
            content = durable.read(path)
        except FileNotFoundError:
            return None
    if not force and not is_site(content):
        raise ConflictError(Message("site.taken", file=str(path)))
    return content


def _made(desk: Desk) -> tuple[bytes, int]:
    """The file, and how many personal data were left out of it."""
    from pks.outputs.site_file import site_file
    from pks.outputs.site_words import Speaker, hider

    found: list[None] = []
    hide = hider(desk.language, lambda: found.append(None))
    agreements = {id_: masked(one, hide) for id_, one in _agreements(desk).items()}
    office = desk.book.office
    facts = {id_: facts_of(id_, one, office) for id_, one in agreements.items()}
    page = _shown(brief_of(desk, facts), desk, hide)
    speaker = Speaker(desk.language, facts.keys())
    whole = Whole(agreements, facts, office, desk.today)
    bar = progress(len(facts), desk.language, "site.making")
    return site_file(whole, page, speaker, bar), len(found)


def _shown(page: Brief, desk: Desk, hide: Hide) -> Brief:
    """The brief without the personal data that a file repeats where it cannot be understood."""

    def shown(item: Item) -> Item:
        return item._replace(
            message=Message("site.verbatim", words=masked_text(say(item.message, desk.language), hide))
        )

    sections = (
        one._replace(items=tuple(map(shown, one.items))) if one.code == "unreadable" else one for one in page.sections
    )
    return page._replace(sections=tuple(sections))


def _agreements(desk: Desk) -> dict[str, Agreement]:
    """Every agreement that can be understood, by id."""
    entries = desk.book.register.listing.entries.values()
    found: dict[str, Agreement] = {}
    with progress(len(entries), desk.language) as advance:
        for entry in entries:
            one = _agreement(entry)
            if one is not None:
                found[entry.id] = one
            advance()
    return found


def _agreement(entry: Entry) -> Agreement | None:
    try:
        return agreement_in(content_of(entry.path))
    except UnreadableError:
        return None
