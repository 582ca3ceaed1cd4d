"""What may stand next on a command line that is being typed: commands, options, ids, the choices of an option."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, Final, NamedTuple

from pks.cli.commands import COMMANDS, NAMES, SECONDS
from pks.cli.desk import Desk
from pks.domain.office import ReportTier
from pks.domain.vocabulary import (
    CAPACITIES,
    CLOSINGS,
    COOPERATIONS,
    COPIES,
    CORRECTION_KINDS,
    DOCUMENTS,
    INSTRUMENTS,
    MEETING_OUTCOMES,
    MODES,
    PROFILES,
    RECOMMENDATIONS,
    SECTORS,
    STAGES,
    TIERS,
    VALIDITIES,
)
from pks.errors import PksError
from pks.language.render import LANGUAGES, Language, label, say
from pks.message import Message

_IDS: Final = frozenset({"id_", "ids", "old", "query", "queries", "what", "under", "like", "amends"})
# What an option or a command may be given, and under which name `LABELS` has each in words; empty where it has none.
_CHOICES: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "--capacity": ("capacity", CAPACITIES),
    "--cooperation": ("cooperation", COOPERATIONS),
    "--copy": ("copy", COPIES),
    "--covers": ("document", DOCUMENTS),
    "--instrument": ("instrument", INSTRUMENTS),
    "--mode": ("mode", MODES),
    "--outcome": ("meeting-outcome", MEETING_OUTCOMES),
    "--profile": ("profile", PROFILES),
    "--recommendation": ("recommendation", RECOMMENDATIONS),
    "--sector": ("", SECTORS),
    "--stage": ("stage", STAGES),
    "--tier": ("tier", TIERS),
    "--validity": ("validity", VALIDITIES),
    "advance --to": ("stage", STAGES),
    "attach --kind": ("document", DOCUMENTS),
    "back --to": ("stage", STAGES),
    "close --reason": ("closing", CLOSINGS),
    "completion": ("", ("bash", "zsh", "fish", "powershell")),
    "correction add --kind": ("correction-kind", CORRECTION_KINDS),
    "export --format": ("", ("xlsx", "csv", "json", "ics", "docx", "html")),
    "form --kind": ("", ("report", "corrections", "evaluation")),
}
_BEFORE: Final = {"-C": True, "--lang": True, "--today": True, "--no-index": False, "--version": False, "--help": False}


class Candidate(NamedTuple):
    """A word that may stand there, and what it means; empty where the word says it."""

    word: str
    help: str = ""


def candidates(desk: Desk, words: Sequence[str], command_of: Callable[[str], Any]) -> list[Candidate]:
    """What the last of `words`, as far as it is typed, may become; `words` come after `pks`.

    `command_of` gives the command of a name. Nothing is said where a file name may stand.
    """
    *before, typed = words or [""]
    before = _without_settings(before)
    found = [one for one in _next(desk, before, typed, command_of) if one.word.startswith(typed)]
    return sorted(set(found)) if typed.startswith("-") else found


def _next(desk: Desk, before: list[str], typed: str, command_of: Callable[[str], Any]) -> Iterator[Candidate]:
    if before and before[-1] == "--lang":
        yield from _labelled(desk, "language", LANGUAGES)
    elif not before:
        yield from (map(Candidate, _BEFORE) if typed.startswith("-") else _named(NAMES, desk.language))
    elif before[0] in SECONDS and len(before) == 1 and not typed.startswith("-"):
        yield from _seconds(desk, before[0], command_of)
    else:
        name = " ".join(before[:2]) if " ".join(before[:2]) in COMMANDS else before[0]
        if name in COMMANDS:
            yield from _of_command(desk, name, before[name.count(" ") + 1 :], typed, command_of(name))


def _without_settings(words: list[str]) -> list[str]:
    """The words from the command on: what stands before it is for all commands."""
    at = 0
    while at < len(words) and words[at] in _BEFORE:
        step = 1 + _BEFORE[words[at]]
        if at + step > len(words):
            return words[at:]
        at += step
    return words[at:]


def _named(names: Sequence[str], language: Language) -> Iterator[Candidate]:
    for name in names:
        yield Candidate(name.rpartition(" ")[2], say(Message(f"help.{name.replace(' ', '-')}.short"), language))


def _seconds(desk: Desk, first: str, command_of: Callable[[str], Any]) -> Iterator[Candidate]:
    yield from _named([f"{first} {second}" for second in SECONDS[first] if second], desk.language)
    if first in COMMANDS:
        yield from _of_command(desk, first, [], "", command_of(first))


def _of_command(desk: Desk, name: str, before: list[str], typed: str, command: Any) -> Iterator[Candidate]:
    options = {text: one for one in command.params for text in (*one.opts, *one.secondary_opts) if text[:1] == "-"}
    waiting = options.get(before[-1]) if before else None
    if waiting is not None and not waiting.is_flag:
        yield from _values(desk, name, before[-1], waiting, before)
    elif typed.startswith("-"):
        yield from map(Candidate, [*options, "--help"])
    else:
        arguments = [one for one in command.params if one.param_type_name == "argument"]
        at = min(len(_given(before, options)), len(arguments) - 1)
        if at >= 0 and (at == len(_given(before, options)) or arguments[at].nargs == -1):
            yield from _argument(desk, name, arguments[at].name)


def _given(before: list[str], options: dict[str, Any]) -> list[str]:
    """The arguments among the words before: what is neither an option nor the value of one."""
    found, skip = [], False
    for word in before:
        option = options.get(word)
        if not skip and option is None:
            found.append(word)
        skip = not skip and option is not None and not option.is_flag
    return found


def _values(desk: Desk, name: str, option: str, parameter: Any, before: list[str]) -> Iterator[Candidate]:
    yield from _labelled(desk, *(_CHOICES.get(f"{name} {option}") or _CHOICES.get(option, ("", ()))))
    if name == "due" and option == "--kind":
        from pks.domain.deadlines.deadline import KINDS  # only `due` has them

        yield from _labelled(desk, "due", KINDS)
    elif name.startswith("report ") and option == "--to":
        with suppress(PksError, OSError):
            yield from (Candidate(one.to, _tier(desk, one)) for one in desk.book.office.reports.tiers)
    elif option == "--party":
        yield from _parties(desk, before)
    elif parameter.name in _IDS:
        yield from _ids(desk)


def _labelled(desk: Desk, kind: str, values: Sequence[str]) -> Iterator[Candidate]:
    """Each of `values`, with what it means where it has another name."""
    for value in values:
        words = label(kind, value, desk.language)
        yield Candidate(value, "" if words == value else words)


def _tier(desk: Desk, tier: ReportTier) -> str:
    """When a report is due there: its name is the office's own word."""
    return say(Message("completing.tier", within=tier.within), desk.language)


def _argument(desk: Desk, name: str, parameter: str) -> Iterator[Candidate]:
    if name == "help":
        yield from _named(NAMES, desk.language)
    elif name in _CHOICES:
        yield from _labelled(desk, *_CHOICES[name])
    elif parameter in _IDS:
        yield from _ids(desk)


def _ids(desk: Desk) -> Iterator[Candidate]:
    """The ids of the register, without reading a file."""
    with suppress(PksError, OSError):
        yield from map(Candidate, desk.book.register.listing.entries)


def _parties(desk: Desk, before: list[str]) -> Iterator[Candidate]:
    """The keys of the parties of the agreement that the words name by its id."""
    with suppress(PksError, OSError):
        entries = desk.book.register.listing.entries
        entry = next((entries[word] for word in before if word in entries), None)
        if entry is not None:
            from pks.domain.standing.party_keys import keyed  # the keys are those of one agreement

            yield from (Candidate(key, party.name) for key, party in keyed(desk.book.agreement(entry).parties))
