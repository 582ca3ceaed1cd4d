"""How far a long piece of work is, for whoever waits for it: on stderr, and only on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from pks.language.render import Language, say
from pks.message import Message

_WORTH_SHOWING: Final = 200


@contextmanager
def progress(count: int, language: Language, key: str = "screen.reading-files") -> Iterator[Callable[[], None]]:
    """Show a bar under the sentence `key` while `count` files are dealt with; what is given is called once a file."""
    if count < _WORTH_SHOWING or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console  # only a terminal needs rich
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    words = TextColumn(say(Message(key), language), markup=False)
    with Progress(
        words, BarColumn(), MofNCompleteColumn(), console=Console(stderr=True, markup=False), transient=True
    ) as bar:
        task = bar.add_task("", total=count)
        yield lambda: bar.advance(task)
