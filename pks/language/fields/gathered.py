"""Every key of the two files in words: what headings, help, forms and editors say about it."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence
from pks.language.fields.office import OFFICE_FIELDS
from pks.language.fields.parties import PARTY_FIELDS
from pks.language.fields.procedure import PROCEDURE_FIELDS
from pks.language.fields.record import RECORD_FIELDS
from pks.language.fields.running import RUNNING_FIELDS
from pks.language.fields.text import TEXT_FIELDS
from pks.language.fields.words import FieldWords, words

__all__ = [
    "AGREEMENT_FIELDS",
    "AGREEMENT_FILE",
    "FIELDS",
    "OFFICE_FIELDS",
    "OFFICE_FILE",
    "OFFICE_PREFIX",
    "OWN_KEY",
    "FieldWords",
]

OFFICE_PREFIX: Final = "office:"

# Keyed by dotted path without list positions or the free keys of a map: "corrections.answers.accepted".
AGREEMENT_FIELDS: Final[dict[str, FieldWords]] = {
    **TEXT_FIELDS,
    **PARTY_FIELDS,
    **PROCEDURE_FIELDS,
    **RUNNING_FIELDS,
    **RECORD_FIELDS,
}
FIELDS: Final[dict[str, FieldWords]] = {
    **AGREEMENT_FIELDS,
    **{OFFICE_PREFIX + path: said for path, said in OFFICE_FIELDS.items()},
}

AGREEMENT_FILE: Final = words(
    "Perjanjian kerja sama",
    "Cooperation agreement",
    "Satu perjanjian kerja sama daerah, dari draf sampai perpanjangan.",
    "One regional cooperation agreement, from first draft to renewal.",
)
OFFICE_FILE: Final = words(
    "Kantor",
    "Office",
    "Kantor pemilik register ini dan aturannya; yang tidak diisi memakai nilai semula.",
    "Whose register this is, and its rules; what is not stated has its default.",
)
OWN_KEY: Final = Sentence(
    "Kunci kantor sendiri; isinya tidak diperiksa.", "The office's own key; what it holds is not checked."
)
