"""Who agrees, who signs for them, and the papers an agreement is linked to."""

from typing import Annotated, ClassVar

from pks.domain.model.part import OneOrMany, Part
from pks.domain.values import Day, Flag, Key, Text
from pks.domain.vocabulary import Body, Capacity


class Mandate(Part):
    number: Text | None = None
    date: Day | None = None


class Signatory(Part):
    name: Text | None = None
    office: Text | None = None
    capacity: Capacity | None = None
    mandate: Mandate | None = None


class Party(Part):
    address: ClassVar[str | None] = "key"

    key: Key | None = None
    name: Text
    region: Text | None = None
    body: Body | None = None
    ours: Flag | None = None
    number: Annotated[tuple[Text, ...], OneOrMany()] = ()
    signatory: Annotated[tuple[Signatory, ...], OneOrMany()] = ()
    signed: Day | None = None


class Paper(Part):
    """An agreement that is in nobody's register."""

    text: Text | None = None
    number: Text | None = None
    date: Day | None = None


Link = Text | Paper
Links = Annotated[tuple[Link, ...], OneOrMany()]
Texts = Annotated[tuple[Text, ...], OneOrMany()]
