"""The merge driver in git's own settings: a clone has to be told once, git copies no settings."""

from __future__ import annotations

from typing import Final

from pks.git import running
from pks.git.repository import Repository

NAME: Final = "merge.pks.driver"
COMMAND: Final = "pks merge %O %A %B --marker-size %L --path %P"
_TITLE: Final = ("merge.pks.name", "pks: by what the files say")


def installed(repository: Repository) -> bool:
    """Whether git in `repository` joins the files of a register by `pks merge`."""
    return running.read(repository.top, "config", "--get", NAME).code == 0


def install(repository: Repository) -> None:
    """Tell git in `repository` to join the files of a register by `pks merge`.

    Raises:
        EnvironmentFailureError: the settings of this clone cannot be written.
    """
    for name, value in (_TITLE, (NAME, COMMAND)):
        done = running.write(repository.top, "config", "--local", name, value)
        if done.code:
            raise running.failed(repository.top, "config", done)
