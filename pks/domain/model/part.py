"""What every map of the file has in common, and what may be written in two ways."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self, dataclass_transform, get_origin

NO_ENTRIES: Final[dict[str, Any]] = {}  # of a map that is not stated; nothing ever changes it


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Part:
    """A map of the file, declared by annotations (not as text) as a dataclass is, and never changed.

    `address` names the field by which `pks set` finds it in its list, if any; `fields` are the attributes in
    the order of the format. Keys the format lacks are kept in `unknown`, untyped. Nothing is compiled for a
    class, as `dataclass` would: every command that reads one changed file waits for that.
    """

    address: ClassVar[str | None] = None
    fields: ClassVar[tuple[str, ...]] = ()

    __slots__ = ("__dict__", "unknown")

    unknown: Mapping[str, Any]

    def __init_subclass__(cls) -> None:
        """Note the fields; what has no default is required."""
        of_class: Any = ClassVar
        cls.fields = tuple(name for name, hint in cls.__annotations__.items() if get_origin(hint) is not of_class)

    def __init__(self, **values: Any) -> None:
        """State `values` by attribute; every other field is its default."""
        self.__dict__.update(values)
        _set_unknown(self, NO_ENTRIES)

    def __setattr__(self, name: str, _value: object) -> None:
        """Refuse: `but` makes another one."""
        raise AttributeError(name)

    def __delattr__(self, name: str) -> None:
        """Refuse, as above."""
        raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        """Whether `other` states the same, in keys the format knows and in those it lacks."""
        if type(other) is not type(self):
            return NotImplemented
        same = all(getattr(self, name) == getattr(other, name) for name in self.fields)
        return same and self.unknown == other.unknown

    def __hash__(self) -> int:
        """Of the fields."""
        return hash(tuple(getattr(self, name) for name in self.fields))

    def __repr__(self) -> str:
        """Show what is stated."""
        stated = ", ".join(f"{name}={value!r}" for name, value in {**self.__dict__, **self.unknown}.items())
        return f"{type(self).__name__}({stated})"

    def __reduce__(self) -> tuple[Any, ...]:
        """Let it be copied, and sent to another process."""
        return type(self).read, (self.__dict__, self.unknown)

    def but(self, **values: Any) -> Self:
        """The same with other `values`, by attribute; a name that is no field's is a key the format lacks."""
        known = {name: value for name, value in values.items() if name in self.fields}
        unknown = {name: value for name, value in values.items() if name not in known}
        return self.read({**self.__dict__, **known}, {**self.unknown, **unknown})

    @classmethod
    def read(cls, values: Mapping[str, Any], unknown: Mapping[str, Any] = NO_ENTRIES) -> Self:
        """Make one of `values` by attribute, and of the keys the format lacks."""
        made = object.__new__(cls)
        made.__dict__.update(values)
        _set_unknown(made, unknown)
        return made

    @classmethod
    def required(cls) -> frozenset[str]:
        """The fields without a default."""
        return frozenset(name for name in cls.fields if not hasattr(cls, name))


_set_unknown: Final = Part.unknown.__set__  # type: ignore[attr-defined]  # past `__setattr__`, which refuses


class OneOrMany:
    """Marks a list that may be written as its one item."""


def key_of(name: str) -> str:
    """The key in the file of the attribute `name`, which ends with `_` where Python claims the word."""
    return name.removesuffix("_")
