"""Texts that would exhaust whoever reads them: each a pattern that fills a file of any size."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

HEAD: Final = b"title: a\nparties: [{name: b}]\nhistory: [{date: 2026-01-05, stage: draft}]\n"
_PARTIES: Final = HEAD.replace(b"{name: b}", b", ".join(b"{name: b%d}" % number for number in range(50)))
MOST: Final = 256 * 1024  # what a file may have


def _again(piece: bytes, before: bytes = HEAD, after: bytes = b"") -> Callable[[int], bytes]:
    """As many of `piece` as there is room for."""
    return lambda size: before + piece * ((size - len(before) - len(after)) // len(piece)) + after


def _both(opening: bytes, closing: bytes, before: bytes = HEAD) -> Callable[[int], bytes]:
    """As many `opening` as `closing`."""

    def made(size: int) -> bytes:
        count = (size - len(before)) // (len(opening) + len(closing))
        return before + opening * count + closing * count

    return made


def _numbered(piece: str, before: bytes = HEAD, after: bytes = b"") -> Callable[[int], bytes]:
    """As many of `piece` as there is room for, each with its number in place of `{n}` and the one before of `{m}`."""

    def made(size: int) -> bytes:
        room, found, number = size - len(before) - len(after), [], 0
        while room > 0:
            number += 1
            found.append(piece.replace("{n}", str(number)).replace("{m}", str(number - 1)).encode())
            room -= len(found[-1])
        return before + b"".join(found[:-1]) + after

    return made


def _steps(step: str) -> Callable[[int], bytes]:
    """Lines that stand further in by a space each."""

    def made(size: int) -> bytes:
        found, room, number = [HEAD], size - len(HEAD), 0
        while (room := room - number - len(step)) > 0:
            found.append(b" " * number + step.encode())
            number += 1
        return b"".join(found)

    return made


def _laughs(size: int) -> bytes:
    """The bomb of nine by nine aliases, and comments up to `size`."""
    lines = [b"%c: &%c [%s]\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9)) for n in range(9)]
    made = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(lines)
    return made + b"#" * (size - len(made))


PATTERNS: Final[dict[str, Callable[[int], bytes]]] = {
    # aliases, anchors, merges, tags, directives, documents
    "laughs": _laughs,
    "aliases in pairs": _numbered("k{n}: &k{n} [*k{m}, *k{m}]\n", HEAD + b"k0: &k0 [x]\n"),
    "merge keys": _numbered("b{n}: {<<: [*a, *a]}\n", b"a: &a {x: 1}\n" + HEAD),
    "merge keys alone": _again(b"<<: {}\n"),
    "anchors": _again(b"x-a: &x 1\n"),
    "an anchor's name": _again(b"x", HEAD + b"x-a: &", b" 1\n"),
    "aliases in a list": _again(b"*a,", HEAD + b"x-a: [&a 1,", b"1]\n"),
    "exclamation marks": _again(b"!", HEAD + b"x-a: "),
    "tags": _numbered("x-{n}: !!python/name:os.system x\n"),
    "an open tag": _again(b"%41", HEAD + b"x-a: !<"),
    "a tag's name": _again(b"x", HEAD + b"x-a: !", b" 1\n"),
    "directives": _again(b"%YAML 1.1\n", after=b"---\n" + HEAD, before=b""),
    "tag directives": _numbered("%TAG !a{n}! tag:x,2026:{n}\n", b"", b"---\n" + HEAD),
    "a directive's number": _again(b"1", b"%YAML 1.", b"\n---\n" + HEAD),
    "documents": _again(b"---\n"),
    "document ends": _again(b"...\n"),
    "percent signs": _again(b"%\n"),
    # levels
    "flow lists": _again(b"[", HEAD + b"x-a: "),
    "flow maps": _again(b"{a: ", HEAD + b"x-a: "),
    "flow maps without keys": _again(b"{", HEAD + b"x-a: "),
    "closed lists": _both(b"[", b"]", HEAD + b"x-a: "),
    "lists with an item": _again(b"[a,", HEAD + b"x-a: "),
    "maps that are keys": _again(b"{? ", HEAD + b"x-a: "),
    "pairs in lists": _again(b"[a: ", HEAD + b"x-a: "),
    "block lists": _again(b"- ", HEAD + b"x-a:\n "),
    "question marks": _again(b"? "),
    "question marks on lines": _again(b"? a\n"),
    "colons": _again(b": "),
    "colons on lines": _again(b":\n"),
    "steps": _steps("a:\n"),
    "steps of dashes": _steps("-\n"),
    "steps of text": _steps("a\n"),
    "thirty levels again and again": _again(b"[" * 30 + b"]" * 30 + b",", HEAD + b"x-a: [", b"]\n"),
    "closing brackets": _again(b"]", HEAD + b"x-a: "),
    "closing braces": _again(b"}", HEAD + b"x-a: "),
    # many
    "empty lists": _again(b"[],", HEAD + b"x-a: [", b"]\n"),
    "empty maps": _again(b"{},", HEAD + b"x-a: [", b"]\n"),
    "commas": _again(b",", HEAD + b"x-a: [", b"]\n"),
    "items": _again(b"a,", HEAD + b"scope: [", b"]\n"),
    "items on lines": _again(b"- a\n", HEAD + b"scope:\n"),
    "dashes on lines": _again(b"-\n", HEAD + b"scope:\n"),
    "parties": _again(b"{name: b},", HEAD.replace(b"{name: b}]\n", b""), b"{name: c}]\n"),
    "history": _again(b"- {date: 2026-01-05, stage: draft}\n", b"title: a\nparties: [{name: b}]\nhistory:\n"),
    "corrections": _numbered("- {no: {n}}\n", HEAD + b"corrections:\n"),
    "bad dates": _again(b"- {date: 2026-02-30, stage: draft}\n", b"title: a\nparties: [{name: b}]\nhistory:\n"),
    "bad choices": _numbered("kesehatn{n}, ", HEAD + b"sectors: [", b"z]\n"),
    "bad stages": _again(b"- {date: 2026-01-05, stage: drat}\n", b"title: a\nparties: [{name: b}]\nhistory:\n"),
    "keys": _numbered("k{n}: v\n"),
    "keys of our own": _numbered("x-{n}: v\n"),
    "keys in braces": _numbered("k{n}: v, ", HEAD + b"x-a: {", b"z: 1}\n"),
    "keys without colons in braces": _numbered("k{n}, ", HEAD + b"term: {", b"z}\n"),
    "one key twice": _again(b"k: v\n"),
    "keys that differ in case": _numbered("k{n}: v\nK{n}: v\n"),
    "unknown keys": _numbered("titel{n}:\n"),
    "long unknown keys": _again(b"titel" * 24 + b"x: a\n"),
    "documents that are not there": _numbered("- {kind: letter, file: a/{n}/../b}\n", HEAD + b"documents:\n"),
    "links to nowhere": _numbered("a{n},", HEAD + b"renews: [", b"z]\n"),
    "tasks of every day": _again(b"- {due: 1926-01-05, every: 1d}\n", HEAD + b"tasks:\n"),
    "answers that are owed": _again(
        b"- {no: 1, clause: " + b"x" * 60 + b", raised: {date: 2026-01-05}}\n", _PARTIES + b"corrections:\n"
    ),
    # long scalars
    "one word": _again(b"x", HEAD + b"x-a: ", b"\n"),
    "one key": _again(b"x", HEAD, b": a\n"),
    "one word in a list": _again(b"x", HEAD + b"x-a: [", b"]\n"),
    "many words": _again(b"x ", HEAD + b"x-a: ", b"\n"),
    "many words in a list": _again(b"x ", HEAD + b"x-a: [", b"]\n"),
    "words on lines": _again(b" x\n", HEAD + b"x-a: x\n"),
    "words on lines in a list": _again(b" x\n", HEAD + b"x-a: [", b"]\n"),
    "a hash in every word": _again(b"x#", HEAD + b"x-a: ", b"\n"),
    "a colon in every word": _again(b"x:", HEAD + b"x-a: ", b"x\n"),
    "digits": _again(b"9", HEAD + b"funding: [{amount: ", b"}]\n"),
    "underscores": _again(b"_", HEAD + b"x-a: 1", b"\n"),
    "sexagesimal": _again(b":59", HEAD + b"x-a: 1", b"\n"),
    "a date and spaces": _again(b" ", HEAD + b"term: {starts: 2026-01-01", b"}\n"),
    "a length": _again(b"9", HEAD + b"term: {length: ", b" years}\n"),
    "a length of spaces": _again(b" ", HEAD + b"term: {length: 9", b"y}\n"),
    "a number": _again(b"1/", HEAD + b"registration: {number: ", b"}\n"),
    "numbers of people": _again(b"6171012345678901 ", HEAD + b"purpose: ", b"\n"),
    "telephones": _again(b"0812-", HEAD + b"purpose: ", b"\n"),
    "at signs": _again(b"a@", HEAD + b"purpose: ", b"\n"),
    "a mail address": _again(b"a.", HEAD + b"purpose: a@", b"\n"),
    # quotes and blocks
    "quotes": _again(b"''", HEAD + b"x-a: '", b"'\n"),
    "an open quote": _again(b"x ", HEAD + b"x-a: '"),
    "an open double quote": _again(b"x\n", HEAD + b'x-a: "'),
    "quoted lines": _again(b"x\n ", HEAD + b'x-a: "', b'"\n'),
    "blank quoted lines": _again(b"\n", HEAD + b"x-a: '", b"'\n"),
    "escapes": _again(b"\\u0041", HEAD + b'x-a: "', b'"\n'),
    "escaped line ends": _again(b"\\\n ", HEAD + b'x-a: "', b'"\n'),
    "quoted words": _again(b"'a',", HEAD + b"x-a: [", b"]\n"),
    "literal": _again(b"  x\n", HEAD + b"x-a: |\n"),
    "folded": _again(b"  x\n\n", HEAD + b"x-a: >\n"),
    "folded steps": _again(b"  x\n   y\n", HEAD + b"x-a: >\n"),
    "blank literal lines": _again(b"\n", HEAD + b"x-a: |+\n"),
    "literals": _numbered("x-{n}: |\n  a\n"),
    # blanks, comments, line ends
    "spaces": _again(b" "),
    "spaces before a value": _again(b" ", HEAD + b"x-a:", b"a\n"),
    "spaces and no line end": _again(b" ", HEAD + b"x-a: [a", b"]"),
    "blank lines": _again(b"\n"),
    "blank lines before all": _again(b"\n", b"", HEAD),
    "returns": _again(b"\r", b"", HEAD),
    "tabs": _again(b"\t", HEAD + b"x-a:"),
    "comments": _again(b"#\n"),
    "comments before all": _again(b"# x\n", b"", HEAD),
    "one comment": _again(b"#", HEAD + b"x-a: a "),
    "comments in a list": _again(b"x, #\n", HEAD + b"x-a: [1,\n", b"]\n"),
    "comments between items": _again(b"- a\n# x\n", HEAD + b"scope:\n"),
    "hashes in values": _numbered("x-{n}: a #b\n"),
    "letters of two bytes": _again("é".encode(), HEAD + b"x-a: ", b"\n"),
    "combining marks": _again("\u0301".encode(), HEAD + b"x-a: a", b"\n"),
    "combining marks in a key": _again("\u0301".encode(), HEAD + b"x-a", b": a\n"),
    # what is refused before it is read
    "conflict markers": _again(b"<<<<<<< x\n"),
    "halves of conflicts": _again(b"=======\n", HEAD + b"<<<<<<< x\n"),
    "ends of conflicts": _again(b">>>>>>>\n"),
    "angle brackets": _again(b"<", HEAD),
    "zeros": _again(b"\0", b""),
    "escape bytes": _again(b"a: \x1b"),
    "line separators": _again("\u2028".encode()),
    "high bytes": _again(b"\xff", b""),
    "half characters": _again(b"\xed\xa0\x80", HEAD + b"x-a: "),
    "every byte": _again(bytes(range(256)), b""),
    "byte order marks": _again(b"\xef\xbb\xbf"),
    "utf-16": _again(HEAD.decode().encode("utf-16-le"), b"\xff\xfe"),
    "utf-16 without a mark": _again(HEAD.decode().encode("utf-16-le"), b""),
}
