"""One value on a command line, read under the same guard as a file."""

from __future__ import annotations

from typing import Any

import pytest

from pks.store.text.values import NotYamlError, read_value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a, 0123]", ["a", "0123"]),
        ("{note: 'a, b', date: 2026-01-01}", {"note": "a, b", "date": "2026-01-01"}),
        ("- a\n- b", ["a", "b"]),
        ("a: b\nc: d", {"a": "b", "c": "d"}),
        ("no", "no"),
        ("", None),
        ("[]", []),
    ],
)
def test_a_value_is_data_with_every_scalar_as_text(text: str, expected: Any) -> None:
    assert read_value(text) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [("[a", "yaml.bracket"), ("&a [b]", "yaml.anchor"), ("!x y", "yaml.tag"), ("{a: 1, a: 2}", "yaml.duplicate")],
)
def test_what_no_file_may_hold_is_no_value_either(text: str, code: str) -> None:
    with pytest.raises(NotYamlError) as caught:
        read_value(text)
    assert caught.value.message.key == code
