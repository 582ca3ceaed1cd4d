"""The parser of PyYAML that is libyaml, asked for nothing but the data.

Of PyYAML's other half, which is Python and takes four times as long to import, it needs the names of errors
only. For each event it calls a class of PyYAML's by its name; functions answer to these names here, and a
scalar is its text at once: that saves a fifth of the time of a file.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from importlib import import_module
from importlib.machinery import PathFinder
from operator import is_
from types import ModuleType
from typing import Any, Final

from pks.store.text.tree import NOTHING, Data

_DEEPEST: Final = 15
_ERRORS: Final = ("Reader", "Scanner", "Parser", "Composer", "Constructor", "Emitter", "Serializer", "Representer")


class OddError(Exception):
    """The judge should look at this text."""


@contextmanager
def _half_of_pyyaml() -> Iterator[None]:
    """While this lasts, `yaml` imports nothing by itself, and knows its errors by their names.

    Raises:
        ImportError: when there is no PyYAML.
    """
    found = PathFinder.find_spec("yaml")
    if found is None or found.submodule_search_locations is None:
        raise ImportError
    package: Any = ModuleType("yaml")
    package.__path__ = found.submodule_search_locations
    sys.modules["yaml"] = package
    stand_ins = ["yaml"]
    try:
        used = {name: import_module(f"yaml.{name}") for name in ("error", "tokens", "events", "nodes")}
        for kind in _ERRORS:
            module: Any = ModuleType(f"yaml.{kind.lower()}")
            setattr(module, f"{kind}Error", type(f"{kind}Error", (used["error"].MarkedYAMLError,), {}))
            setattr(package, kind.lower(), module)
            sys.modules[module.__name__] = module
            stand_ins.append(module.__name__)
        yield
    finally:
        if "yaml._yaml" not in sys.modules:  # all of it from the beginning
            stand_ins = [name for name in sys.modules if name.partition(".")[0] == "yaml"]
        for name in stand_ins:
            del sys.modules[name]


def _parser() -> Any:
    """The module of the parser; whoever imports `yaml` later gets all of that.

    Raises:
        ImportError: when PyYAML is missing, or was built without its parser.
    """
    if "yaml" not in sys.modules:
        with suppress(ImportError, AttributeError), _half_of_pyyaml():  # another release may ask for more
            return import_module("yaml._yaml")
    return import_module("yaml._yaml")


_PARSER: Final = _parser()


class _Nodes(_PARSER.CParser):  # type: ignore[misc,name-defined]
    """The parser with the methods that its nodes ask for what their tags mean, which is nothing."""

    descend_resolver = staticmethod(is_)
    ascend_resolver = staticmethod(bool)
    resolve = staticmethod(slice)


def nodes(text: str) -> Any:
    """The root of the nodes of `text`, with their marks.

    Raises:
        OddError: when it cannot be read.
    """
    try:
        return _Nodes(text).get_single_node()
    except (_PARSER.YAMLError, ValueError) as error:
        raise OddError from error


class _Sign:
    """Something of a text that is not a scalar begins, or ends."""


_MAP: Final = _Sign()
_FLOW_MAP: Final = _Sign()
_LIST: Final = _Sign()
_END: Final = _Sign()


def _scalar(
    _anchor: object, tag: object, _: object, value: str, _start: object, _end: object, style: str
) -> str | None:
    if tag is not None:
        raise OddError
    return value if style or value not in NOTHING else None


def _begin_map(_anchor: object, tag: object, _: object, _start: object, _end: object, flow: bool) -> _Sign:  # noqa: FBT001  # called from C
    if tag is not None:
        raise OddError
    return _FLOW_MAP if flow else _MAP


def _begin_list(_anchor: object, tag: object, *_: object) -> _Sign:
    if tag is not None:
        raise OddError
    return _LIST


def _end(_start: object, _end: object) -> _Sign:
    return _END


def _alias(*_: object) -> None:
    raise OddError


_PARSER.ScalarEvent, _PARSER.AliasEvent = _scalar, _alias
_PARSER.MappingStartEvent, _PARSER.MappingEndEvent = _begin_map, _end
_PARSER.SequenceStartEvent, _PARSER.SequenceEndEvent = _begin_list, _end


def read(text: str) -> dict[str, Data]:
    """The data of the one map that `text` is.

    Raises:
        OddError: when it is something else, or the judge should look at it.
    """
    try:
        following = _PARSER.CParser(text).get_event
        _, _, begin = following(), following(), following()
        found: dict[str, Data] | None = _under(begin, following, _DEEPEST) if begin in (_MAP, _FLOW_MAP) else None
        ends = following().__class__, following().__class__
    except (_PARSER.YAMLError, ValueError) as error:
        raise OddError from error
    if found is None or ends != (_PARSER.DocumentEndEvent, _PARSER.StreamEndEvent):
        raise OddError
    return found


def _under(begin: _Sign, following: Callable[[], Any], depth: int) -> Any:
    """What stands from where a map or a list begins to where that ends."""
    if not depth:
        raise OddError
    if begin is not _LIST:
        return _map(begin, following, depth - 1)
    found = []
    while (item := following()) is not _END:
        found.append(_under(item, following, depth - 1) if item.__class__ is _Sign else item)
    return found


def _map(begin: _Sign, following: Callable[[], Any], depth: int) -> dict[str, Data]:
    found: dict[str, Data] = {}
    count = 0
    while (key := following()).__class__ is str:
        value = following()
        found[key] = _under(value, following, depth) if value.__class__ is _Sign else value
        count += 1
    if key is not _END or len(found) != count or not _told_apart(tuple(found)):
        raise OddError
    if begin is _FLOW_MAP and None in found.values():  # a comma too many, perhaps
        raise OddError
    return found


@lru_cache(maxsize=512)
def _told_apart(keys: tuple[str, ...]) -> bool:
    """Whether nobody could take one of the keys of a map for another, or for something else."""
    twins = {unicodedata.normalize("NFC", key.casefold()) for key in keys}
    return len(twins) == len(keys) and not any(not key or key.endswith(":") for key in keys)
