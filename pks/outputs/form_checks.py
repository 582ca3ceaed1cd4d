"""What a spreadsheet program asks of an open cell of a form while somebody types, and says beside it."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from pks.domain.forms import HIGHEST_SCORE, LOWEST_SCORE, Field, FormSheet
from pks.language.form_words import choice_words, heading
from pks.language.render import Language, say
from pks.message import Message

_LATEST: Final = date(2200, 12, 31)
_EARLIEST: Final = date(2000, 1, 1)


def check_cells(page: Any, sheet: FormSheet, head: int, language: Language) -> None:
    """Give every open column below the row `head` its drop-down, or what its numbers and days must be."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for column, field in enumerate(sheet.fields, start=1):
        if not field.is_open or field.sort in {"text", "mixed"}:
            continue
        rule = DataValidation(allow_blank=True, **_rule(field, language))
        hint = _hint(field, language)
        rule.promptTitle = rule.errorTitle = heading(field.key, language)[:31]
        rule.prompt = rule.error = hint
        rule.showInputMessage = True
        rule.showErrorMessage = "type" in _rule(field, language)
        letter = get_column_letter(column)
        rule.add(f"{letter}{head + 1}:{letter}{max(page.max_row, head + 1)}")
        page.add_data_validation(rule)


def _rule(field: Field, language: Language) -> dict[str, Any]:
    match field.sort:
        case "choice":
            words = ",".join(choice_words(one, language) for one in field.choices)
            return {"type": "list", "formula1": f'"{words}"'}
        case "whole":
            return {"type": "whole", "operator": "greaterThanOrEqual", "formula1": "0"}
        case "score":
            return {
                "type": "decimal", "operator": "between", "formula1": str(LOWEST_SCORE), "formula2": str(HIGHEST_SCORE),
            }  # fmt: skip
        case "date":
            first, last = _serial(_EARLIEST), _serial(_LATEST)
            return {"type": "date", "operator": "between", "formula1": first, "formula2": last, "errorStyle": "warning"}
        case _:
            return {}


def _serial(day: date) -> str:
    """A day as the number that Excel counts."""
    return str((day - date(1899, 12, 30)).days)


def _hint(field: Field, language: Language) -> str:
    if field.sort == "choice":
        choices = [choice_words(one, language) for one in field.choices]
        return say(Message("form.hint.choice", choices=choices), language)
    return say(Message(f"form.hint.{field.sort}"), language)
