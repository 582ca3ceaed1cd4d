"""Lines folded to the width of a terminal: between words, and long ids behind a hyphen."""

from __future__ import annotations

from typing import Final

NARROWEST: Final = 20  # columns; on what is narrower still, lines are not made to fit


def folded(text: str) -> str:
    """The lines of `text` folded to the terminal; what follows stands further in, or below what was in already."""
    import shutil  # only a terminal needs these two
    import textwrap

    width = max(NARROWEST, shutil.get_terminal_size().columns - 1)
    folder = textwrap.TextWrapper(width, break_long_words=False, break_on_hyphens=False)
    lines = []
    for line in text.split("\n"):
        rest = line.lstrip(" ")
        further = 0 if line != rest and not rest.startswith("- ") else 2
        folder.subsequent_indent = " " * (len(line) - len(rest) + further)
        lines.append(folder.fill(line))
    return "\n".join(lines)


def at_hyphens(words: str, width: int) -> str:
    """`words` with those wider than `width` columns, such as a long id, broken behind a hyphen where they have one."""
    return " ".join(_broken(word, width) if len(word) > width else word for word in words.split(" "))


def _broken(word: str, width: int) -> str:
    lines = [""]
    for piece in word.replace("-", "-\0").split("\0"):
        if lines[-1] and len(lines[-1] + piece) > width:
            lines.append("")
        lines[-1] += piece
    return "\n".join(lines)
