from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pks.errors import EnvironmentFailureError, PksError, UnconfirmedError, UsageError
from pks.git import commits, readiness, running
from pks.git.commits import commit, edited_by_hand
from pks.git.log import Commit, log, show
from pks.git.readiness import ready
from pks.git.repository import Repository, absence, find, init
from pks.language.said.storage import STORAGE
from pks.message import Message

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, with an identity and nothing else."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in [name for name in os.environ if name.startswith(("GIT_", "EMAIL", "XDG_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(folder / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    (folder / "gitconfig").write_text("[user]\n name = Sri\n email = sri@example.go.id\n")
    return folder


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """A work tree with one committed agreement."""
    folder = tmp_path / "work"
    (folder / "agreements").mkdir(parents=True)
    init(folder)
    (folder / "agreements" / "a.yaml").write_text("title: a\n")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "first")
    return folder


@pytest.fixture
def a(top: Path) -> Path:
    return top / "agreements" / "a.yaml"


@pytest.fixture
def repository(top: Path) -> Repository:
    return found(top)


def git(folder: Path, *arguments: str, check: bool = True) -> str:
    done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=check)
    return done.stdout.decode()


def found(folder: Path) -> Repository:
    repository = find(folder)
    assert repository is not None
    return repository


def committed(top: Path, revision: str = "HEAD") -> list[str]:
    names = git(top, "diff-tree", "--root", "--no-commit-id", "--name-only", "--no-renames", "-r", "-z", revision)
    return names.split("\0")[:-1]


def status(top: Path) -> str:
    return git(top, "status", "--porcelain")


def hook(top: Path, name: str, text: str) -> None:
    path = top / ".git" / "hooks" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def not_ready(repository: Repository, *paths: Path) -> PksError:
    with pytest.raises(EnvironmentFailureError) as error:
        ready(repository, paths)
    read_aloud(error.value)
    return error.value


def read_aloud(error: PksError) -> str:
    """The whole error in both languages: every blank must have its value."""
    said = []
    for message in (error.message, *error.details):
        assert isinstance(message, Message)
        said += [text.format(**message.values) for text in STORAGE[message.key]]
    return "\n".join(said)


# Finding


def test_the_work_tree_is_found_from_any_folder_in_it(top: Path) -> None:
    assert found(top / "agreements") == Repository(top.resolve(), (top / ".git").resolve())


def test_a_folder_without_a_repository_and_a_computer_without_git_are_told_apart(
    tmp_path: Path, top: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert find(tmp_path) is None
    assert absence(tmp_path) == Message("git.no_repository", folder=str(tmp_path))
    monkeypatch.setenv("PATH", "")
    assert find(top) is None
    assert absence(top) == Message("git.missing")


def test_a_git_that_vanishes_is_an_error_of_the_right_kind(
    repository: Repository, a: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")

    assert not_ready(repository, a).message.key == "git.failed"
    with pytest.raises(UnconfirmedError) as error:
        commit(repository, [a], "a: b")
    assert error.value.message.key == "git.failed"
    with pytest.raises(EnvironmentFailureError):
        init(repository.top)


@pytest.mark.parametrize("place", [".git", "bare.git"])
def test_a_repository_without_a_work_tree_is_refused(top: Path, place: str) -> None:
    git(top, "init", "-q", "--bare", "bare.git")

    with pytest.raises(EnvironmentFailureError) as error:
        find(top / place)

    assert error.value.message == Message("git.bare", folder=str(top / place))


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root may give files away")
def test_a_repository_of_somebody_else_says_how_to_trust_it(top: Path) -> None:
    for path in [top, top / ".git"]:
        os.chown(path, 12345, 12345)

    with pytest.raises(EnvironmentFailureError) as error:
        find(top / "agreements")

    assert error.value.message.key == "git.dubious"
    assert f"git config --global --add safe.directory {top}`" in read_aloud(error.value)
    git(top, "config", "--global", "--add", "safe.directory", str(top))
    assert find(top) is not None


def _no_head(top: Path) -> None:
    (top / ".git" / "HEAD").unlink()


def _bad_config(top: Path) -> None:
    (top / ".git" / "config").write_text("[core\nx")


def _lost_git_folder(top: Path) -> None:
    (top / ".git").rename(top / "moved")
    (top / ".git").write_text("gitdir: /nowhere/at/all\n")


@pytest.mark.parametrize("damage", [_no_head, _bad_config, _lost_git_folder])
def test_a_broken_repository_is_not_taken_for_none(top: Path, damage: Callable[[Path], None]) -> None:
    damage(top)

    with pytest.raises(EnvironmentFailureError) as error:
        find(top / "agreements")

    assert error.value.message.key == "git.broken"
    assert "fatal" in str(error.value.message.values["reason"])


def test_a_new_repository_has_the_branch_main(tmp_path: Path, home: Path) -> None:
    (home / "gitconfig").write_text("[init]\n defaultBranch = other\n")
    init(tmp_path)

    assert git(tmp_path, "symbolic-ref", "HEAD") == "refs/heads/main\n"
    with pytest.raises(EnvironmentFailureError) as error:
        init(tmp_path / "missing")
    assert error.value.message.key == "git.failed"


def test_another_repository_in_the_environment_leads_nowhere(
    top: Path, a: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    init(other)
    (top / "staged").write_text("x")
    git(top, "add", "staged")
    for name, text in {
        "GIT_DIR": other / ".git",
        "GIT_WORK_TREE": other,
        "GIT_INDEX_FILE": other / "index",
        "GIT_OBJECT_DIRECTORY": other / "objects",
        "GIT_COMMON_DIR": other / ".git",
        "GIT_PREFIX": "x/",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.worktree",
        "GIT_CONFIG_VALUE_0": other,
        "GIT_CONFIG_PARAMETERS": f"'core.worktree={other}'",
        "GIT_ICASE_PATHSPECS": "1",
        "GIT_GLOB_PATHSPECS": "1",
        "GIT_EXTERNAL_DIFF": "/bin/false",
    }.items():
        monkeypatch.setenv(name, str(text))
    a.write_text("title: b\n")
    repository = found(top)
    ready(repository, [a])
    commit(repository, [a], "a: b")
    monkeypatch.undo()

    assert repository.top == top.resolve()
    assert committed(top) == ["agreements/a.yaml"]
    assert not (other / "index").exists()


# Ready or not


def test_a_work_tree_in_order_is_ready_and_untouched(repository: Repository, top: Path, a: Path) -> None:
    index = (top / ".git" / "index").read_bytes()

    ready(repository, [a, top / "agreements" / "new.yaml", top / "agreements" / "2026" / "x.yaml"])

    assert (top / ".git" / "index").read_bytes() == index


def test_a_repository_without_a_commit_is_ready(tmp_path: Path) -> None:
    init(tmp_path)
    ready(found(tmp_path), [tmp_path / "a.yaml"])


@pytest.mark.parametrize("person", ["committer", "author"])
def test_a_missing_identity_is_told_before_writing(
    repository: Repository, a: Path, home: Path, monkeypatch: pytest.MonkeyPatch, person: str
) -> None:
    (home / "gitconfig").write_text("[user]\n useConfigOnly = true\n")
    if person == "author":
        monkeypatch.setenv("GIT_COMMITTER_NAME", "Sri")
        monkeypatch.setenv("GIT_COMMITTER_EMAIL", "sri@example.go.id")

    error = not_ready(repository, a)

    assert error.message == Message("git.no_identity")
    assert error.details == (Message("git.identity_name"), Message("git.identity_email"))


def test_an_identity_from_the_environment_is_enough(
    repository: Repository, a: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "gitconfig").write_text("[user]\n useConfigOnly = true\n")
    for person in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{person}_NAME", "Budi")
        monkeypatch.setenv(f"GIT_{person}_EMAIL", "budi@example.go.id")
    ready(repository, [a])
    a.write_text("title: b\n")
    commit(repository, [a], "a: b")

    assert git(repository.top, "log", "-1", "--format=%an %cn") == "Budi Budi\n"


def test_a_lock_that_stays_is_named_and_one_that_goes_is_waited_for(
    repository: Repository, a: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = repository.folder / "index.lock"
    lock.touch()
    timer = threading.Timer(0.2, lock.unlink)
    timer.start()
    ready(repository, [a])
    timer.join()
    lock.touch()
    monkeypatch.setattr(readiness, "_LOCK_WAIT_S", 0.1)

    error = not_ready(repository, a)

    assert error.message == Message("git.locked", folder=str(repository.top), path=str(lock))


def _diverge(top: Path) -> None:
    """Two branches that differ in the same line."""
    path = top / "agreements" / "a.yaml"
    git(top, "switch", "-qc", "side")
    path.write_text("title: side\n")
    git(top, "commit", "-qam", "side")
    git(top, "switch", "-q", "main")
    path.write_text("title: main\n")
    git(top, "commit", "-qam", "main")


@pytest.mark.parametrize(
    ("command", "operation"),
    [
        (["merge", "side"], "merge"),
        (["cherry-pick", "side"], "cherry-pick"),
        (["revert", "HEAD~1"], "revert"),
        (["rebase", "side"], "rebase"),
        (["rebase", "--apply", "side"], "rebase"),
        (["bisect", "start"], "bisect"),
    ],
)
def test_an_unfinished_operation_is_named(top: Path, a: Path, command: list[str], operation: str) -> None:
    _diverge(top)
    git(top, *command, check=False)

    error = not_ready(found(top), a)

    assert error.message == Message("git.unfinished", operation=operation, folder=str(top.resolve()))


def test_a_conflict_without_an_operation_is_named(top: Path, a: Path) -> None:
    _diverge(top)
    a.write_text("title: mine\n")
    git(top, "stash")
    a.write_text("title: other\n")
    git(top, "commit", "-qam", "other")
    git(top, "stash", "pop", check=False)

    error = not_ready(found(top), top / "agreements" / "b.yaml")

    assert error.message == Message("git.unmerged", paths=["agreements/a.yaml"])


def test_a_head_on_no_branch_is_refused(repository: Repository, top: Path, a: Path) -> None:
    git(top, "checkout", "-q", "--detach")
    assert not_ready(repository, a).message == Message("git.detached", folder=str(repository.top))
    git(top, "switch", "-q", "main")
    ready(repository, [a])


def test_git_is_asked_where_the_head_file_says_nothing(
    repository: Repository, a: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def reads(_folder: Path, *command: str) -> running.Done:
        asked.append(command[0])
        return running.Done(len(asked) - 1, b"", b"")

    monkeypatch.setattr(running, "read", reads)
    (repository.folder / "HEAD").write_text("ref: refs/heads/.invalid\n")
    readiness._check_branch(repository)
    (repository.folder / "HEAD").unlink()

    assert not_ready(repository, a).message.key == "git.detached"
    assert asked == ["symbolic-ref", "symbolic-ref"]


def test_an_ignored_path_is_named_unless_git_has_it_already(repository: Repository, top: Path, a: Path) -> None:
    (top / ".gitignore").write_text("*.pdf\na.yaml\n")
    scan = top / "agreements" / "a.files" / "scan [1].pdf"

    ready(repository, [a])
    error = not_ready(repository, a, scan)

    assert error.message == Message("git.ignored", paths=["agreements/a.files/scan [1].pdf"])


def test_a_path_in_another_repository_or_outside_is_refused(repository: Repository, top: Path) -> None:
    inner = top / "agreements" / "inner"
    inner.mkdir()
    init(inner)

    error = not_ready(repository, inner / "2026" / "x.yaml")
    outside = not_ready(repository, top.parent / "x.yaml")

    assert error.message == Message("git.submodule", path=str(inner / "2026" / "x.yaml"), inner=str(inner))
    assert outside.message.key == "git.outside"
    ready(found(inner), [inner / "x.yaml"])


def test_a_submodule_is_seen_from_outside_and_works_from_inside(top: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    init(library)
    (library / "x.yaml").write_text("x\n")
    git(library, "add", ".")
    git(library, "commit", "-qm", "x")
    git(top, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(library), "sub")
    path = top / "sub" / "x.yaml"

    assert not_ready(found(top), path).message.key == "git.submodule"
    inner = found(top / "sub")
    ready(inner, [path])
    path.write_text("y\n")
    assert commit(inner, [path], "x: y")
    assert committed(top / "sub") == ["x.yaml"]


def test_a_linked_work_tree_has_its_own_state(top: Path, tmp_path: Path) -> None:
    _diverge(top)
    git(top, "worktree", "add", "-q", "-b", "third", str(tmp_path / "linked"), "main")
    linked = found(tmp_path / "linked")
    path = tmp_path / "linked" / "agreements" / "a.yaml"
    ready(linked, [path])
    path.write_text("title: linked\n")
    commit(linked, [path], "a: linked")
    git(linked.top, "merge", "side", check=False)

    assert committed(linked.top) == ["agreements/a.yaml"]
    assert not_ready(linked, path).message.key == "git.unfinished"
    ready(found(top), [top / "agreements" / "a.yaml"])


def test_a_damaged_index_is_an_error_and_no_answer(repository: Repository, a: Path) -> None:
    (repository.folder / "index").write_bytes(b"garbage")

    assert not_ready(repository, a).message.key == "git.failed"
    a.write_text("title: b\n")
    with pytest.raises(EnvironmentFailureError):
        edited_by_hand(repository, a)
    with pytest.raises(UnconfirmedError):
        commit(repository, [a], "x")


def test_a_path_that_cannot_be_judged_is_an_error(repository: Repository) -> None:
    with pytest.raises(EnvironmentFailureError) as error:
        readiness._check_ignored(repository, running.Done(128, b"", b"fatal: no\x1b\n"))

    assert error.value.message.values["reason"] == r"fatal: no\x1b"


def test_a_linked_folder_is_resolved_for_git_would_not_look_behind_it(repository: Repository, top: Path) -> None:
    (top / "link").symlink_to("agreements")

    ready(repository, [top / "link" / "new.yaml"])
    (top / "link" / "new.yaml").write_text("x\n")
    commit(repository, [top / "link" / "new.yaml"], "new")

    assert committed(top) == ["agreements/new.yaml"]


# By hand


def test_only_this_path_tells_of_an_edit_by_hand(repository: Repository, top: Path, a: Path) -> None:
    (top / "agreements" / "b.yaml").write_text("b\n")

    assert edited_by_hand(repository, a) is False
    assert edited_by_hand(repository, top / "agreements" / "b.yaml") is True
    assert edited_by_hand(repository, top / "agreements" / "missing.yaml") is False
    a.write_text("title: b\n")
    assert edited_by_hand(repository, a) is True
    git(top, "add", str(a))
    assert edited_by_hand(repository, a) is True
    git(top, "commit", "-qam", "b")
    assert edited_by_hand(repository, a) is False
    os.utime(a, (1, 1))
    assert edited_by_hand(repository, a) is False
    a.unlink()
    assert edited_by_hand(repository, a) is True


def test_an_edit_by_hand_is_seen_with_other_hashes_and_line_endings(tmp_path: Path, home: Path) -> None:
    folder = tmp_path / "sha256"
    folder.mkdir()
    git(tmp_path, "init", "-q", "-b", "main", "--object-format=sha256", str(folder))
    with (home / "gitconfig").open("a") as config:
        config.write("[core]\n autocrlf = true\n")
    repository = found(folder)
    for name in ("lf", "crlf"):
        (folder / name).write_bytes(b"x\r\n" if name == "crlf" else b"x\n")
        commit(repository, [folder / name], name)
        assert edited_by_hand(repository, folder / name) is False
    (folder / "lf").write_bytes(b"y\n")
    (folder / "link").symlink_to("crlf")

    assert edited_by_hand(repository, folder / "lf") is True
    assert edited_by_hand(repository, folder / "link") is True
    commit(repository, [folder / "link"], "link")
    assert edited_by_hand(repository, folder / "link") is False


def test_a_large_index_is_not_read_to_judge_a_file_that_nobody_touched(
    repository: Repository, a: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commits, "_changes", lambda *_: pytest.fail("looked at the index"))

    assert edited_by_hand(repository, a) is False


def test_a_pattern_in_a_name_is_a_name(repository: Repository, top: Path) -> None:
    (top / "x1.yaml").write_text("x\n")

    assert edited_by_hand(repository, top / "x*.yaml") is False
    assert edited_by_hand(repository, top / ":(glob)**") is False


# Committing


def test_only_the_paths_are_committed_and_the_rest_stays_staged(repository: Repository, top: Path, a: Path) -> None:
    for name in ("staged", "both", "gone", "old", "before"):
        (top / name).write_text(f"{name}\n")
    git(top, "add", "gone", "old", "before")
    git(top, "commit", "-qm", "second")
    git(top, "mv", "before", "behind")
    git(top, "add", "staged", "both")
    (top / "both").write_text("later\n")
    (top / "untracked").write_text("x\n")
    a.write_text("title: b\n")
    (top / "gone").unlink()
    (top / "old").rename(top / "new")
    (top / "folder").mkdir()
    (top / "folder" / "scan").write_text("scan\n")

    paths = [a, *(top / name for name in ("gone", "old", "new", "before", "behind", "folder", "never"))]
    assert commit(repository, paths, "a: b") is True

    assert committed(top) == ["agreements/a.yaml", "before", "behind", "folder/scan", "gone", "new", "old"]
    assert status(top) == "AM both\nA  staged\n?? untracked\n"
    assert commit(repository, paths, "again") is False
    assert git(top, "log", "-1", "--format=%s") == "a: b\n"


def test_a_path_that_never_was_does_not_keep_others_from_the_commit(repository: Repository, top: Path, a: Path) -> None:
    a.write_text("title: b\n")

    assert commit(repository, [a, top / "never"], "a: b") is True
    assert committed(top) == ["agreements/a.yaml"]


def test_the_first_commit_of_a_repository_takes_only_its_paths(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    init(folder)
    for name in ("a", "b", "c"):
        (folder / name).write_text(name)
    git(folder, "add", "c")

    commit(found(folder), [folder / "a"], "a: new")

    assert committed(folder) == ["a"]
    assert status(folder) == "A  c\n?? b\n"


def test_nothing_to_commit_is_no_commit(repository: Repository, a: Path) -> None:
    before = git(repository.top, "rev-parse", "HEAD")

    assert commit(repository, [a], "x") is False
    assert commit(repository, [], "x") is False
    assert git(repository.top, "rev-parse", "HEAD") == before


@pytest.mark.parametrize(
    "name",
    [
        "-rf",
        "--force",
        ":(glob)*",
        "*",
        "a b",
        'q"uote',
        "new\nline",
        "tab\t",
        "é ü 日本",
        "[x]",
        "\\",
        "%s",
        "@",
    ],
)
def test_strange_names_are_committed_as_they_are(repository: Repository, top: Path, name: str) -> None:
    path = top / "strange" / name
    path.parent.mkdir()
    (top / "strange" / "other").write_text("x\n")
    path.write_text("1\n")
    ready(repository, [path])
    commit(repository, [path], "new")
    path.write_text("2\n")
    assert edited_by_hand(repository, path)
    commit(repository, [path], "changed")

    assert committed(top) == [f"strange/{name}"]
    assert [entry.subject for entry in log(repository, path)] == ["changed", "new"]
    assert show(repository, "HEAD~1", path) == b"1\n"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such name")
def test_a_name_that_is_no_text_is_committed(repository: Repository, top: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(top) + b"/\xff\xfe"))
    path.write_text("1\n")

    assert commit(repository, [path], "new") is True
    assert status(top) == ""


@pytest.mark.parametrize(
    "message",
    [
        "-m",
        "--amend",
        "# not a comment",
        "a: corrections → registration",
        "one\n\n# two\n\n\n  three  ",
        "-",
        "'\"$(x)`",
    ],
)
def test_a_message_is_kept_as_it_is(repository: Repository, a: Path, home: Path, message: str) -> None:
    with (home / "gitconfig").open("a") as config:
        config.write("[i18n]\n commitEncoding = ISO-8859-1\n[commit]\n cleanup = strip\n verbose = true\n")
    a.write_text("title: b\n")
    commit(repository, [a], message)

    raw = subprocess.run(["git", "-C", a.parent, "cat-file", "commit", "HEAD"], capture_output=True, check=True)
    header, text = raw.stdout.split(b"\n\n", 1)
    assert text == message.encode() + b"\n"
    assert b"encoding" not in header
    assert git(repository.top, "rev-list", "--count", "HEAD") == "2\n"


def test_hooks_run_and_find_nothing_of_ours_in_their_way(repository: Repository, top: Path, a: Path) -> None:
    (top / "x1").write_text("x\n")
    git(top, "add", "x1")
    git(top, "commit", "-qm", "x1")
    hook(top, "pre-commit", f"git ls-files 'x*' >{top}/seen; echo noise; echo noise >&2")
    hook(top, "commit-msg", 'echo "Checked: yes" >>"$1"')
    a.write_text("title: b\n")

    commit(repository, [a], "a: b")

    assert (top / "seen").read_text() == "x1\n"
    assert "Checked: yes" in git(top, "log", "-1", "--format=%B")


@pytest.mark.parametrize("name", ["pre-commit", "commit-msg"])
@pytest.mark.parametrize("new", [False, True])
def test_a_hook_that_says_no_is_heard_and_can_be_overcome_by_hand(
    repository: Repository,
    top: Path,
    a: Path,
    name: str,
    new: bool,  # noqa: FBT001
) -> None:
    path = top / "agreements" / "b it's.yaml" if new else a
    hook(top, name, r"printf 'no \033[31mred\033[0m\rover\n\302\233' >&2; exit 1")
    (top / "staged").write_text("x\n")
    git(top, "add", "staged")
    path.write_text("title: b\n")

    with pytest.raises(UnconfirmedError) as error:
        commit(repository, [path], "-it's")

    said = read_aloud(error.value)
    assert error.value.message.key == "git.not_committed"
    assert r"git: no \x1b[31mred\x1b[0m\rover" in said
    assert r"\x9b" in said
    assert not any(ord(sign) < 32 and sign != "\n" for sign in said)
    assert path.read_text() == "title: b\n"
    assert git(top, "rev-list", "--count", "HEAD") == "1\n"
    (top / ".git" / "hooks" / name).unlink()
    subprocess.run(["sh", "-ec", str(error.value.message.values["command"])], check=True)
    assert committed(top) == [f"agreements/{path.name}"]
    assert git(top, "log", "-1", "--format=%s") == "-it's\n"
    assert status(top) == "A  staged\n"


def test_before_anything_is_written_a_failing_hook_is_another_error(repository: Repository, top: Path, a: Path) -> None:
    hook(top, "pre-commit", "exit 1")
    a.write_text("title: by hand\n")

    with pytest.raises(EnvironmentFailureError):
        commit(repository, [a], "a: edited by hand", failure=EnvironmentFailureError)


def test_a_commit_that_cannot_be_signed_is_unconfirmed(repository: Repository, a: Path, home: Path) -> None:
    with (home / "gitconfig").open("a") as config:
        config.write("[commit]\n gpgSign = true\n[gpg]\n program = /bin/false\n")
    a.write_text("title: b\n")

    with pytest.raises(UnconfirmedError):
        commit(repository, [a], "a: b")


def test_a_commit_waits_for_a_lock_that_goes(repository: Repository, a: Path) -> None:
    lock = repository.folder / "index.lock"
    lock.touch()
    a.write_text("title: b\n")
    timer = threading.Timer(0.3, lock.unlink)
    timer.start()

    assert commit(repository, [a], "a: b") is True
    timer.join()
    assert committed(repository.top) == ["agreements/a.yaml"]


def test_a_lock_that_stays_makes_the_commit_unconfirmed(
    repository: Repository, top: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository.folder / "index.lock").touch()
    (top / "b").write_text("b\n")
    monkeypatch.setattr(commits, "_LOCK_PAUSES_S", (0.0,))

    with pytest.raises(UnconfirmedError) as error:
        commit(repository, [top / "b"], "b: new")

    assert "index.lock" in read_aloud(error.value)


def test_a_new_file_among_known_ones_is_committed_with_them(repository: Repository, top: Path, a: Path) -> None:
    folder = top / "agreements" / "a.files"
    folder.mkdir()
    (folder / "one").write_text("1\n")
    commit(repository, [folder], "a: one")
    (folder / "one").write_text("2\n")
    (folder / "two").write_text("2\n")
    a.write_text("title: b\n")

    commit(repository, [a, folder], "a: two")

    assert committed(top) == ["agreements/a.files/one", "agreements/a.files/two", "agreements/a.yaml"]
    a.write_text("title: c\n")
    (folder / "four").write_text("4\n")
    commit(repository, [a, folder / "one", folder / "four"], "a: four")
    assert committed(top) == ["agreements/a.files/four", "agreements/a.yaml"]


def test_a_hook_that_says_no_is_run_once(repository: Repository, top: Path, a: Path) -> None:
    hook(top, "pre-commit", f"echo x >>{top}/runs; exit 1")
    a.write_text("title: b\n")
    with pytest.raises(UnconfirmedError):
        commit(repository, [a], "a: b")
    (top / "b").write_text("b\n")
    with pytest.raises(UnconfirmedError):
        commit(repository, [top / "b"], "b: new")

    assert (top / "runs").read_text() == "x\nx\n"


def test_many_paths_go_in_one_commit(repository: Repository, top: Path) -> None:
    paths = [top / f"{number:04}-{'x' * 150}" for number in range(450)]
    for path in paths:
        path.write_text("x\n")

    ready(repository, paths)
    commit(repository, paths, "many")

    assert len(committed(top)) == 450


@pytest.mark.parametrize("autocrlf", ["true", "input", "false"])
def test_line_endings_survive_autocrlf(repository: Repository, top: Path, home: Path, autocrlf: str) -> None:
    with (home / "gitconfig").open("a") as config:
        config.write(f"[core]\n autocrlf = {autocrlf}\n")
    (top / "agreements" / ".gitattributes").write_text("*.yaml -text\n")
    path = top / "agreements" / "crlf.yaml"
    content = b"a: 1\r\nb: 2\nc: 3\r\n"
    path.write_bytes(content)
    commit(repository, [path, top / "agreements" / ".gitattributes"], "crlf")
    path.unlink()
    git(top, "checkout", "-q", "--", ".")

    assert path.read_bytes() == content
    assert show(repository, "HEAD", path) == content
    assert edited_by_hand(repository, path) is False


# Nothing of a repository runs when it is only read


def test_reading_runs_nothing_that_a_repository_names(repository: Repository, top: Path, a: Path) -> None:
    canary = top.parent / "canary"
    program = top.parent / "program"
    program.write_text(f'#!/bin/sh\necho x >>{canary}\ncat "$1" 2>/dev/null\n')
    program.chmod(0o755)
    for key in (
        "core.fsmonitor",
        "diff.x.textconv",
        "diff.x.command",
        "diff.external",
        "gpg.program",
        "core.pager",
    ):
        git(top, "config", key, str(program))
    git(top, "config", "log.showSignature", "true")
    git(top, "config", "pager.log", "true")
    (top / ".gitattributes").write_text("*.yaml diff=x\n")
    for name in ("post-index-change", "reference-transaction", "post-checkout"):
        hook(top, name, f"echo {name} >>{canary}")
    a.write_text("title: b\n")

    _sign(top)

    find(top)
    ready(repository, [a])
    edited_by_hand(repository, a)
    log(repository, a)
    show(repository, "HEAD", a)

    assert not canary.exists()
    for name in ("post-index-change", "reference-transaction", "post-checkout"):
        (top / ".git" / "hooks" / name).unlink()
    commit(repository, [a], "a: b")
    assert not canary.exists()


def _sign(top: Path) -> None:
    """Give the last commit a signature, which `log.showSignature` would have checked."""
    plain = git(top, "cat-file", "commit", "HEAD")
    mark = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n"
    signed = plain.replace("\n\n", f"\n{mark}", 1).encode()
    store = ["git", "-C", str(top), "hash-object", "-t", "commit", "-w", "--stdin"]
    made = subprocess.run(store, input=signed, capture_output=True, check=True).stdout.decode().strip()
    (top / ".git" / "refs" / "heads" / "main").write_text(f"{made}\n")


# Time limits


def _slow_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "git").write_text(f"#!/bin/sh\n{text}\n")
    (tmp_path / "bin" / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=os.pathsep)
    monkeypatch.setattr(running, "READING_S", 0.2)
    monkeypatch.setattr(running, "COMMITTING_S", 0.2)


def test_a_git_that_hangs_is_asked_to_end(
    repository: Repository, a: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _slow_git(
        tmp_path,
        monkeypatch,
        f"trap 'echo tidied >{tmp_path}/tidied; exit 1' TERM\nwhile :; do sleep 0.01; done",
    )

    with pytest.raises(EnvironmentFailureError) as error:
        edited_by_hand(repository, a)

    assert error.value.message.key == "git.slow"
    assert (tmp_path / "tidied").read_text() == "tidied\n"
    with pytest.raises(UnconfirmedError):
        commit(repository, [a], "x")


def test_a_git_that_will_not_end_is_ended(
    repository: Repository, a: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _slow_git(tmp_path, monkeypatch, "trap '' TERM\nwhile :; do sleep 0.01; done")
    start = time.monotonic()

    with pytest.raises(EnvironmentFailureError):
        edited_by_hand(repository, a)

    assert time.monotonic() - start < 5


def test_all_that_only_reads_is_told_to_run_and_write_nothing(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _slow_git(tmp_path, monkeypatch, 'echo "$@"')
    monkeypatch.setattr(running, "READING_S", 5)

    options = running.read(repository.top, "status").out.decode().split()

    for option in ("--no-optional-locks", "core.fsmonitor=false", f"core.hooksPath={os.devnull}"):
        assert option in options
    for option in ("protocol.ext.allow=never", "core.quotePath=false"):
        assert option in options


def test_git_is_never_asked_at_the_terminal(
    repository: Repository, a: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _slow_git(tmp_path, monkeypatch, f'cat; echo "$GIT_TERMINAL_PROMPT $GIT_EDITOR $LC_ALL" >>{tmp_path}/seen')
    monkeypatch.setattr(running, "READING_S", 5)
    monkeypatch.delenv("LC_ALL", raising=False)
    running.read(repository.top, "status")
    running.write(a.parent, "commit")

    assert (tmp_path / "seen").read_text() == "0 true C\n0 true \n"


# The log


def test_the_log_of_a_file_follows_its_renames(repository: Repository, top: Path, a: Path) -> None:
    b = top / "agreements" / "b.yaml"
    (top / "other").write_text("x\n")
    commit(repository, [top / "other"], "other: new")
    a.rename(b)
    commit(repository, [a, b], "b: renamed\n\nfrom a")

    entries = log(repository, b)

    assert [entry.subject for entry in entries] == ["b: renamed", "first"]
    assert entries[0] == Commit(
        git(top, "rev-parse", "HEAD").strip(),
        git(top, "log", "-1", "--format=%aI").strip(),
        "Sri",
        "b: renamed",
    )
    assert log(repository, top / "never") == []


def test_a_repository_without_a_commit_has_an_empty_log(tmp_path: Path) -> None:
    init(tmp_path)
    repository = found(tmp_path)

    assert log(repository, tmp_path / "a") == []
    assert show(repository, "HEAD", tmp_path / "a") is None
    (repository.folder / "config").write_text("[broken")
    with pytest.raises(EnvironmentFailureError):
        log(repository, tmp_path / "a")


def test_a_file_is_shown_as_it_was(repository: Repository, top: Path, a: Path) -> None:
    first = git(top, "rev-parse", "HEAD").strip()
    a.write_bytes(b"title: b\r\n\xff")
    commit(repository, [a], "a: b")

    assert show(repository, first, a) == b"title: a\n"
    assert show(repository, "HEAD", a) == b"title: b\r\n\xff"
    assert show(repository, "main~1", a) == b"title: a\n"
    assert show(repository, "HEAD", top / "never") is None
    assert show(repository, "f" * 40, a) is None
    assert show(repository, "HEAD", top / "agreements") is None


@pytest.mark.parametrize("revision", ["", "-x", "--output=x", "a..b", "HEAD:x", "a b", "^HEAD", "a\n", "\x1b", ":/x"])
def test_what_is_no_revision_is_refused(repository: Repository, a: Path, revision: str) -> None:
    with pytest.raises(UsageError) as error:
        show(repository, revision, a)

    assert error.value.message == Message("git.bad_revision", revision=revision)
