"""A repository that somebody else prepared: every setting and file by which git would run a program of theirs."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

AGREEMENT = """\
title: Rujukan
instrument: PKS
cooperation: KSDPK
parties: [{key: dinsos, name: Dinas Sosial, ours: ya}, {key: rsj, name: RSJ}]
term: {starts: 2026-02-12, length: 2 years}
signing: {date: 2026-02-10}
history:
  - {date: 2026-02-12, stage: reporting}
"""
# What githooks(5) names, those of a server and of perforce included.
HOOKS = (
    "applypatch-msg", "pre-applypatch", "post-applypatch", "pre-commit", "pre-merge-commit", "prepare-commit-msg",
    "commit-msg", "post-commit", "pre-rebase", "post-checkout", "post-merge", "pre-push", "pre-receive", "update",
    "proc-receive", "post-receive", "post-update", "reference-transaction", "push-to-checkout", "pre-auto-gc",
    "post-rewrite", "sendemail-validate", "fsmonitor-watchman", "p4-changelist", "post-index-change",
)  # fmt: skip


class Prepared(NamedTuple):
    """The work tree, the program that must never run, and the file it leaves when it did."""

    top: Path
    program: Path
    canary: Path

    def git(self, *arguments: str) -> str:
        done = subprocess.run(["git", "-C", str(self.top), *arguments], check=True, capture_output=True)
        return done.stdout.decode("utf-8", "replace")

    def settings(self, *names: str) -> None:
        for name in names:
            self.git("config", name, str(self.program))

    def attributes(self, text: str) -> None:
        """Give every file of the repository the attributes `text`, in all the places where git looks."""
        (self.top / ".gitattributes").write_text(f"* {text}\n")
        (self.top / "agreements" / ".gitattributes").write_text(f"* {text}\n")
        (self.top / ".git" / "info").mkdir(exist_ok=True)
        (self.top / ".git" / "info" / "attributes").write_text(f"* {text}\n")


def prepare(top: Path, aside: Path) -> Prepared:
    """A register in `top` with three commits, one of them a rename, and a change that nobody committed.

    The program and what it leaves are in the folder `aside`.
    """
    canary, program = aside / "canary", aside / "program"
    program.write_text(f'#!/bin/sh\necho "$0" "$@" >>{canary}\n')
    program.chmod(0o755)
    prepared = Prepared(top, program, canary)
    path = top / "agreements" / "lama.yaml"
    path.write_text(AGREEMENT)
    prepared.git("add", "-A")
    prepared.git("commit", "-qm", "satu")
    path.rename(top / "agreements" / "a.yaml")
    prepared.git("add", "-A")
    prepared.git("commit", "-qm", "dua")
    path = top / "agreements" / "a.yaml"
    path.write_text(AGREEMENT.replace("2 years", "3 years"))
    prepared.git("commit", "-qam", "tiga")
    path.write_text(AGREEMENT.replace("2 years", "4 years"))
    (top / "agreements" / "b.yaml").write_text(AGREEMENT)
    return prepared


def _hooks(one: Prepared, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for name in HOOKS:
        (folder / name).write_text(f"#!/bin/sh\nexec {one.program} {name}\n")
        (folder / name).chmod(0o755)


def _hooks_folder(one: Prepared) -> None:
    _hooks(one, one.top / ".git" / "hooks")


def _hooks_path(one: Prepared) -> None:
    _hooks(one, one.top / "kait")
    one.git("config", "core.hooksPath", str(one.top / "kait"))


def _fsmonitor(one: Prepared) -> None:
    one.settings("core.fsmonitor")


def _textconv(one: Prepared) -> None:
    one.attributes("diff=x")
    one.settings("diff.x.textconv")


def _external_diff(one: Prepared) -> None:
    one.attributes("diff=x")
    one.settings("diff.x.command", "diff.external")


def _merge_driver(one: Prepared) -> None:
    one.attributes("merge=pks")
    one.settings("merge.pks.driver", "merge.pks.recursive", "mergetool.x.cmd")


def _filters(one: Prepared) -> None:
    (one.top / ".git" / "info").mkdir(exist_ok=True)
    one.attributes("filter=x=y.z")
    settings = "".join(f"\t{name} = {one.program}\n" for name in ("clean", "smudge"))
    with (one.top / ".git" / "config").open("a") as config:
        config.write(f'[filter "x=y.z"]\n{settings}\trequired = true\n[filter]\n{settings}[filter ""]\n{settings}')


def _long_filter(one: Prepared) -> None:
    one.attributes("filter=x")
    one.settings("filter.x.process", "filter.x.clean")
    one.git("config", "filter.x.required", "true")


def _programs(one: Prepared) -> None:
    one.settings(
        "core.pager", "core.editor", "core.askPass", "core.sshCommand", "core.gitProxy", "core.alternateRefsCommand",
        "credential.helper", "sequence.editor", "pager.log", "pager.status", "interactive.diffFilter",
        "gc.recentObjectsHook",
        "uploadpack.packObjectsHook", "trailer.x.command", "trailer.x.cmd", "browser.x.cmd", "man.x.cmd",
    )  # fmt: skip
    one.git("config", "trailer.x.key", "x")


def _signatures(one: Prepared) -> None:
    one.settings("gpg.program", "gpg.ssh.program", "gpg.x509.program", "gpg.ssh.defaultKeyCommand")
    one.git("config", "log.showSignature", "true")
    plain = one.git("cat-file", "commit", "HEAD")
    mark = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n"
    store = ["git", "-C", str(one.top), "hash-object", "-t", "commit", "-w", "--stdin"]
    signed = plain.replace("\n\n", f"\n{mark}", 1).encode()
    made = subprocess.run(store, input=signed, capture_output=True, check=True).stdout.decode()
    (one.top / ".git" / "refs" / "heads" / "main").write_text(made)


def _aliases(one: Prepared) -> None:
    for name in ("log", "status", "rev-parse", "cat-file", "rev-list", "ls-tree", "ls-files", "config", "bundle"):
        one.git("config", f"alias.{name}", f"!{one.program}")


def _included(one: Prepared) -> None:
    other = one.program.with_name("lain.ini")
    other.write_text(f'[core]\n\tfsmonitor = {one.program}\n[diff "x"]\n\ttextconv = {one.program}\n')
    one.attributes("diff=x")
    one.git("config", "include.path", str(other))
    one.git("config", "includeIf.gitdir:/**.path", str(other))


def _promised(one: Prepared) -> None:
    """Objects that are missing, and a remote that git would fetch them from by a program."""
    one.git("config", "core.repositoryFormatVersion", "1")
    one.git("config", "extensions.partialClone", "origin")
    one.git("config", "remote.origin.promisor", "true")
    one.git("config", "remote.origin.url", f"ext::{one.program} %S")
    one.git("config", "protocol.ext.allow", "always")
    one.settings("remote.origin.uploadpack")
    _lose(one, one.git("rev-parse", "HEAD~1:agreements/a.yaml").strip())


def _promised_by_ssh(one: Prepared) -> None:
    _promised(one)
    one.git("config", "remote.origin.url", "ssh://example.invalid/x")
    one.git("config", "protocol.allow", "always")
    one.settings("core.sshCommand")


def _promised_nearby(one: Prepared) -> None:
    _promised(one)
    one.git("config", "remote.origin.url", str(one.top))


def _lose(one: Prepared, name: str) -> None:
    (one.top / ".git" / "objects" / name[:2] / name[2:]).unlink()


def _submodule(one: Prepared) -> None:
    """A repository in the register, whose own settings name programs."""
    inner = one.top / "agreements" / "dalam"
    inner.mkdir()
    subprocess.run(["git", "init", "-q", str(inner)], check=True)
    (inner / "c.yaml").write_text(AGREEMENT)
    (inner / ".gitattributes").write_text("* filter=x diff=x\n")
    subprocess.run(["git", "-C", str(inner), "add", "-A"], check=True)
    subprocess.run(["git", "-C", str(inner), "commit", "-qm", "x"], check=True)
    subprocess.run(["git", "-C", str(one.top), "add", "agreements/dalam"], check=True, capture_output=True)
    one.git("commit", "-qm", "dalam")
    for name in ("core.fsmonitor", "filter.x.clean", "filter.x.process", "diff.x.textconv"):
        subprocess.run(["git", "-C", str(inner), "config", name, str(one.program)], check=True)
    (inner / "c.yaml").write_text(AGREEMENT + "\n")
    _hooks(one, inner / ".git" / "hooks")


TRAPS: dict[str, Callable[[Prepared], None]] = {
    "hooks": _hooks_folder,
    "hooks elsewhere": _hooks_path,
    "file system monitor": _fsmonitor,
    "textconv": _textconv,
    "external diff": _external_diff,
    "merge driver": _merge_driver,
    "filters": _filters,
    "filter process": _long_filter,
    "pager, editor, helpers": _programs,
    "signature checkers": _signatures,
    "aliases": _aliases,
    "included settings": _included,
    "promised objects": _promised,
    "promised objects by ssh": _promised_by_ssh,
    "promised objects nearby": _promised_nearby,
    "submodule": _submodule,
}


def touched(path: Path) -> None:
    """Make git look at the content of `path` again: its time is another, its bytes are not."""
    os.utime(path, (1_700_000_000, 1_700_000_000))


# What a person might type in such a repository, and what shows that the trap is one. git has no alias for its own
# commands, and the rest of the programs wants a person or a network.
SPRINGS: dict[str, tuple[str, ...]] = {
    "hooks": ("commit", "-qam", "x"),
    "hooks elsewhere": ("commit", "-qam", "x"),
    "file system monitor": ("status",),
    "textconv": ("diff",),
    "external diff": ("diff",),
    "filters": ("status",),
    "filter process": ("status",),
    "signature checkers": ("log",),
    "included settings": ("status",),
    "promised objects": ("show", "HEAD~1:agreements/a.yaml"),
    "promised objects by ssh": ("show", "HEAD~1:agreements/a.yaml"),
    "promised objects nearby": ("show", "HEAD~1:agreements/a.yaml"),
    "submodule": ("status",),
}
