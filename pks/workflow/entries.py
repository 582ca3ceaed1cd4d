"""Entries that a list knows by a day, a period or a name: found again, and brought up to date."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence

from pks.domain.model.part import Part, key_of
from pks.domain.model.schema import Path, agreement_shape, shape_at
from pks.errors import RefusedError
from pks.message import Message
from pks.store.text.nodes import Data
from pks.store.text.splice import Change, Put


def only_one(found: Sequence[int], id_: str, places: str, what: object) -> int | None:
    """The position in `found`, from 0; None where there is none. `places` is how `pks set` addresses the list.

    Raises:
        RefusedError: when there are several, so that it is not clear which is meant.
    """
    if len(found) > 1:
        assignments = [shlex.quote(f"{places}.{at + 1}.KEY=VALUE") for at in found]
        commands = [f"`pks set {id_} {one}`" for one in assignments]
        raise RefusedError(Message("recording.several", id=id_, what=what, commands=commands))
    return found[0] if found else None


def updates(path: Path, now: Part, said: Mapping[str, str]) -> list[Change]:
    """What of `said` differs from what `now`, the map at `path`, states; compared as values, not as they are spelled.

    Nothing that is not said changes. Every text of `said` must be a value of its key.
    """
    return [Put((*path, key), text) for key, text in said.items() if _value((*path, key), text) != getattr(now, key)]


def in_order(kind: type[Part], said: Mapping[str, Data]) -> dict[str, Data]:
    """`said` as the data of a new map, its keys in the order of the format."""
    return {key: said[key] for key in map(key_of, kind.fields) if key in said}


def _value(path: Path, text: str) -> object:
    shape = shape_at(agreement_shape(), path)
    assert shape is not None  # noqa: S101  # whoever calls names keys of the format
    return shape.kind.read(text)
