"""What the index keeps of one file as text, read back: its facts, or what is wrong with it."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Final

from pks.errors import Finding
from pks.index.plain import DamagedError, Read, finding_of, reader_of

if TYPE_CHECKING:  # as below
    from pks.domain.standing.facts import Facts

NO_DIGEST: Final = b""  # of a file that cannot be read: no bytes are the same


def digest_of(content: bytes) -> bytes:
    """By what the same bytes are known again."""
    try:  # only where a file was touched; `hashlib` has it from there, and brings all of OpenSSL along
        from _blake2 import blake2b
    except ImportError:  # another Python than those this was made for
        from hashlib import blake2b
    return blake2b(content, digest_size=16).digest()


@cache
def facts_reader() -> Read:
    """What makes facts of the plain form."""
    from pks.domain.standing.facts import Facts  # a warm `due` reads none

    return reader_of(Facts)


def facts_from(text: str) -> Facts | Finding:
    """The facts that were kept as `text`, or what was wrong with their file.

    Raises:
        DamagedError: when it is neither.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise DamagedError from None
    if type(value) is dict:
        return finding_of(value.get("wrong"))
    facts: Facts = facts_reader()(value)
    return facts
