"""What the rules say, and how to mend it: `rule.CODE` and `rule.CODE.fix` for every rule of the table."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence
from pks.language.said.rules_contradictions import CONTRADICTION_SENTENCES
from pks.language.said.rules_early_gates import GATE_SENTENCES
from pks.language.said.rules_files import FILE_SENTENCES
from pks.language.said.rules_late_gates import CLOSING_SENTENCES
from pks.language.said.rules_register import REGISTER_SENTENCES

RULES: Final[dict[str, Sentence]] = {
    **GATE_SENTENCES,
    **CLOSING_SENTENCES,
    **FILE_SENTENCES,
    **REGISTER_SENTENCES,
    **CONTRADICTION_SENTENCES,
}
