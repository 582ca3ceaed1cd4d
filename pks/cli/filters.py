"""The filters of `pks list` as they are given on a command line, for every command that chooses agreements so."""

from __future__ import annotations

import re
from typing import Final

from pks.cli.arguments import Many, one_of, year_argument
from pks.domain.vocabulary import COOPERATIONS, INSTRUMENTS, SECTORS, STAGES, VALIDITIES
from pks.errors import UsageError
from pks.message import Message
from pks.tables.register import Filters

_ENDING: Final = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2]))?", re.ASCII)


def read_filters(
    *,
    words: Many = None,
    stage: Many = None,
    validity: Many = None,
    party: Many = None,
    sector: Many = None,
    cooperation: Many = None,
    instrument: Many = None,
    lead: Many = None,
    under: Many = None,
    year: str | None = None,
    ending: str | None = None,
    without: Many = None,
) -> Filters:
    """What was given, read.

    Raises:
        UsageError: for a value that cannot be one of its option.
    """
    return Filters(
        words=tuple(words or ()),
        stage=one_of("--stage", stage, STAGES, kind="stage"),
        validity=one_of("--validity", validity, VALIDITIES, kind="validity"),
        party=tuple(party or ()),
        sector=one_of("--sector", sector, SECTORS),
        cooperation=one_of("--cooperation", cooperation, COOPERATIONS),
        instrument=one_of("--instrument", instrument, INSTRUMENTS),
        lead=tuple(lead or ()),
        under=tuple(under or ()),
        year=year_argument("--year", year),
        ending=_ending(ending),
        without=_fields(without),
    )


def _ending(text: str | None) -> str | None:
    if text is not None and _ENDING.fullmatch(text) is None:
        raise UsageError(Message("usage.bad-value", name="--ending", reason=Message("usage.ending", text=text)))
    return text


def _fields(given: Many) -> tuple[str, ...]:
    if not given:
        return ()
    known = _askable()
    for name in given:
        if name not in known:
            raise UsageError(Message("usage.bad-value", name="--without", reason=Message("usage.field", text=name)))
    return tuple(given or ())


def _askable() -> frozenset[str]:
    """The fields that may be asked after: the top ones, and those of maps."""
    from pks.domain.model.schema import agreement_shape  # the model, which few lists need

    return frozenset(
        path
        for key, shape in agreement_shape().fields.items()
        for path in (key, *(f"{key}.{below}" for below in (shape.fields if shape.form == "map" else ())))
    )
