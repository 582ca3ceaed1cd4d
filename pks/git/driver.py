"""The merge driver in git's own settings: a clone has to be told once, git copies no settings."""

from __future__ import annotations

from typing import Final

from pks.git import running
from pks.git.repository import Repository

NAME: Final = "merge.pks.driver"
# Where git's shell finds no pks, or pks cannot tell, git would take the file of one side as it is for the conflict,
# without a mark in it; so git joins it by its lines then, as without a driver.
COMMAND: Final = (
    "pks merge %O %A %B --marker-size %L --path %P || "
    "{ test $? -eq 1 && exit 1; git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B; }"
)
_FORMER: Final = "pks merge %O %A %B --marker-size %L --path %P"
_TITLE: Final = ("merge.pks.name", "pks: by what the files say")


def installed(repository: Repository) -> bool:
    """Whether git in `repository` joins the files of a register by `pks merge`, or by a driver of the office's own.

    The bare command that this pks no longer writes counts as none.
    """
    done = running.read(repository.top, "config", "--get", NAME)
    return done.code == 0 and done.out.decode("utf-8", "replace").strip() != _FORMER


def install(repository: Repository) -> None:
    """Tell git in `repository` to join the files of a register by `pks merge`.

    Raises:
        EnvironmentFailureError: the settings of this clone cannot be written.
    """
    for name, value in (_TITLE, (NAME, COMMAND)):
        done = running.write(repository.top, "config", "--local", name, value)
        if done.code:
            raise running.failed(repository.top, "config", done)
