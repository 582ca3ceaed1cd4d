"""A short message as plain text: within the length of one message, and without anybody's number or address."""

from __future__ import annotations

from typing import Final

from pks.domain.rules.privacy import found_in
from pks.language.render import Language, say
from pks.message import Message
from pks.outputs.visible import visible
from pks.tables.short_message import LONGEST_ROW, Draft, short

LONGEST: Final = 900


def short_text(draft: Draft, title: str | Message, office: str | None, language: Language) -> str:
    """The whole text, of at most LONGEST characters; of rows that find no room it says how many there are."""
    rows, more = [_row(one, language) for one in draft.rows], draft.more
    while True:
        text = _text(draft, rows, more, title, office, language)
        if len(text) <= LONGEST or not rows:
            return text
        rows.pop()
        more += 1


def _text(
    draft: Draft, rows: list[str], more: int, title: str | Message, office: str | None, language: Language
) -> str:
    def said(*messages: Message | None) -> str:
        return "\n".join(visible(say(one, language)) for one in messages if one is not None)

    left = Message("message.more", count=more) if more else None
    blocks = [
        f"{said(draft.to)}\n{said(Message('message.greeting'))}",
        "\n".join(filter(None, (said(Message("message.about", title=title), *draft.lines), *rows, said(left)))),
        said(draft.ask),
        said(Message("message.thanks"), Message("message.from", office=short(office, LONGEST_ROW)) if office else None),
    ]
    return "\n\n".join(filter(None, blocks))


def _row(row: Message, language: Language) -> str:
    """One row, cut to its room; where it holds personal data only that it does."""
    words = visible(say(row, language))
    if found_in(words):
        return visible(say(Message("message.hidden"), language))
    return words if len(words) <= LONGEST_ROW else f"{words[: LONGEST_ROW - 1].rstrip()}…"
