"""`.pks/partners.yaml`: the partners, so that three spellings are one."""

from __future__ import annotations

from pks.domain.model.schema import partners_shape
from pks.domain.partners import Partner
from pks.store.reading import Reading, read_typed
from pks.store.register import Register


def read_partners(register: Register) -> Reading[tuple[Partner, ...]]:
    """Read the partners; a missing or empty file has none."""
    path = register.partners_path
    file = register.relative(path)
    if not path.exists():
        return Reading(file, b"", None, None, (), ())
    reading: Reading[tuple[Partner, ...]] = read_typed(path, file, partners_shape())
    if [finding.code for finding in reading.errors] == ["yaml.empty"]:
        return Reading(file, reading.content, None, None, (), ())
    return reading
