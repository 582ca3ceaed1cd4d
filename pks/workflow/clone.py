"""What this clone of a register lacks that git copies for nobody."""

from __future__ import annotations

from pks.errors import EnvironmentFailureError, Finding
from pks.git import bundle, driver, repository
from pks.message import Message
from pks.store.contents import UnreadableError, content_of
from pks.store.register import GIT_ATTRIBUTES, Register

_WANTED = GIT_ATTRIBUTES.splitlines()[-1]
_WORTH_KEEPING = 10  # agreements; a register that is only being tried is left in peace


def check_clone(register: Register) -> list[Finding]:
    """Whether git knows the merge driver, where the register asks for it."""
    attributes = register.root / ".gitattributes"
    try:
        lines = content_of(attributes).decode("utf-8", "replace").splitlines() if attributes.is_file() else []
    except UnreadableError:
        return []
    if _WANTED not in lines:
        return []
    try:
        tree = repository.find(register.root)
        if tree is None or driver.installed(tree):
            return []
    except EnvironmentFailureError:
        return []  # git itself is not in order; whoever writes is told
    message = Message("check.no-driver")
    file = register.relative(attributes)
    return [Finding(file, None, None, message.key, "info", message, Message("check.no-driver.fix"))]


def never_backed_up(register: Register) -> bool:
    """Whether a register of some size was never backed up from this clone, as far as git can tell."""
    if len(register.listing.entries) < _WORTH_KEEPING:
        return False
    try:
        tree = repository.find(register.root)
        return tree is not None and bundle.noted(tree) is None
    except EnvironmentFailureError:
        return False
