"""No character that a terminal would act on comes through."""

from __future__ import annotations

import json
import sys
import time
import unicodedata

import pytest

from pks.outputs.visible import visible, visible_json, visible_lines, visible_text

ZERO_WIDTH_JOINER = 0x200D
SPELLED = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
BECOME_SPACES = {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029}


def test_of_all_code_points_none_comes_through_that_controls_hides_or_reorders() -> None:
    begun = time.process_time()
    wrong = []
    for code in range(sys.maxunicode + 1):
        shown = visible(chr(code))
        if code in BECOME_SPACES:
            right = shown == " "
        elif code == ZERO_WIDTH_JOINER or unicodedata.category(chr(code)) not in SPELLED:
            right = shown == chr(code)
        elif code < 0x100:
            right = shown == f"\\x{code:02x}"
        else:
            right = shown == (f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}")
        if not right:
            wrong.append(hex(code))
    assert wrong == []
    assert time.process_time() - begun < 10


def test_a_long_text_takes_time_in_proportion() -> None:
    begun = time.process_time()
    assert len(visible("a\x1b" * 500_000)) == 2_500_000
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Dinas Kesehatan", "Dinas Kesehatan"),
        ("\x1b[31mmerah\x1b[0m", r"\x1b[31mmerah\x1b[0m"),
        ("\x1b]52;c;ZWNobw==\x07", r"\x1b]52;c;ZWNobw==\x07"),
        ("\x9b2J", r"\x9b2J"),
        ("a\rb\nc\td", "a b c d"),
        ("\x08\x08\x7f", r"\x08\x08\x7f"),
        ("\u202emalik\u2066", r"\u202emalik\u2066"),
        ("se\u200bhat\ufeff\u00ad", r"se\u200bhat\ufeff\xad"),
        ("\ud800", r"\ud800"),
        ("\U000e0041", r"\U000e0041"),
        ("\ue000", r"\ue000"),
        ("Klinik “Sehat” — Jiwa, café, 日本, 🏥", "Klinik “Sehat” — Jiwa, café, 日本, 🏥"),
        ("👩\u200d⚕\ufe0f", "👩\u200d⚕\ufe0f"),
        ("[red]merah[/red] :bomb:", "[red]merah[/red] :bomb:"),
    ],
)
def test_what_could_act_is_spelled_out_and_all_else_stays(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert visible_lines(text) == "\n".join(visible(one) for one in text.splitlines())


def test_lines_are_kept_where_lines_are_meant() -> None:
    assert visible_lines("satu\ndua\x1b[2J\r\ntiga") == "satu\ndua\\x1b[2J\ntiga"


def test_in_a_file_line_feeds_and_tabs_are_kept_and_no_other_break_is_lost() -> None:
    assert visible_text("satu\r\ndua\n\ttiga\n") == "satu\ndua\n\ttiga\n"
    assert visible_text("a\rb\vc\fd\x85e\u2028f\u2029g") == r"a\x0db\x0bc\x0cd\x85e\u2028f\u2029g"
    assert visible_text("\x00\x1b\u202e\ud800") == r"\x00\x1b\u202e\ud800"


def test_json_stays_the_same_json_and_holds_nothing_that_acts() -> None:
    text = 'a\x7f\x9b\u202e\u2028\ud800\U000e0041é👩\u200d⚕\x1b\n\t"\\\\u202e'
    written = json.dumps({text: [text]}, ensure_ascii=False, indent=2)
    shown = visible_json(written)
    assert json.loads(shown) == {text: [text]}
    assert shown == written.replace("\x7f", r"\u007f").replace("\x9b", r"\u009b").replace("\u202e", r"\u202e").replace(
        "\u2028", r"\u2028"
    ).replace("\ud800", r"\ud800").replace("\U000e0041", r"\udb40\udc41")
