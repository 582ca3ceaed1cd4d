from __future__ import annotations

import errno
import multiprocessing
import os
import shutil
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from pks.errors import ConflictError, EnvironmentFailureError, PksError, UnconfirmedError
from pks.language.said.storage import STORAGE
from pks.message import Message
from pks.store.disk import durable
from pks.store.disk.lock import locked
from pks.store.disk.replace import move, remove, replace, replace_all
from pks.store.disk.rescue import rescue, sweep
from tests.store.disk.faults import MODES, Mode, Shim, open_files

OLD = b"title: old\n" * 40
NEW = b"title: new\n" * 50


@pytest.fixture
def register(tmp_path: Path) -> Path:
    folder = tmp_path / "agreements"
    folder.mkdir()
    return folder


def aside(register: Path) -> list[Path]:
    return sorted(register.rglob(".*.pks-tmp"))


def sentence(error: PksError) -> str:
    """What a person would read, in English."""

    def words(message: Message) -> str:
        return STORAGE[message.key].en.format(**message.values)

    return "\n".join([words(error.message), *(words(part) for part in error.details if isinstance(part, Message))])


# What is written, and what is refused


def test_a_file_gets_the_new_bytes_and_keeps_its_mode(register: Path) -> None:
    path = register / "a.yaml"
    path.write_bytes(OLD)
    path.chmod(0o660)

    replace(path, NEW, expected=OLD, root=register)

    assert path.read_bytes() == NEW
    assert stat.S_IMODE(path.stat().st_mode) == 0o660
    assert aside(register) == []


@pytest.mark.skipif(os.getuid() != 0, reason="only root may give files away")
def test_a_file_keeps_its_owner_and_group(register: Path) -> None:
    path = register / "a.yaml"
    path.write_bytes(OLD)
    os.chown(path, 1234, 4321)

    replace(path, NEW, expected=OLD, root=register)

    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 4321)


def test_a_new_file_gets_the_mode_of_the_umask_and_its_folders(register: Path) -> None:
    umask = os.umask(0o027)
    try:
        replace(register / "2026" / "x" / "a.yaml", NEW, expected=None, root=register)
    finally:
        os.umask(umask)

    assert (register / "2026" / "x" / "a.yaml").read_bytes() == NEW
    assert stat.S_IMODE((register / "2026" / "x" / "a.yaml").stat().st_mode) == 0o640
    assert aside(register) == []


def test_an_empty_file_is_neither_a_missing_nor_an_unwritten_one(register: Path) -> None:
    path = register / "a.yaml"
    path.write_bytes(b"")

    with pytest.raises(ConflictError):
        replace(path, NEW, expected=None, root=register)
    replace(path, NEW, expected=b"", root=register)
    replace(path, b"", expected=NEW, root=register)

    assert path.read_bytes() == b""


@pytest.mark.parametrize(
    ("there", "expected", "key"),
    [(OLD, b"other", "disk.changed"), (None, OLD, "disk.gone"), (OLD, None, "disk.taken")],
)
def test_a_file_that_is_not_as_expected_is_left_alone(
    register: Path, there: bytes | None, expected: bytes | None, key: str
) -> None:
    path = register / "a.yaml"
    if there is not None:
        path.write_bytes(there)

    with pytest.raises(ConflictError) as error:
        replace(path, NEW, expected=expected, root=register)

    assert error.value.message == Message(key, path="agreements/a.yaml")
    assert (path.read_bytes() if path.exists() else None) == there
    assert aside(register) == []


def test_a_change_between_the_look_and_the_rename_is_seen(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = register / "a.yaml"
    path.write_bytes(OLD)
    real = durable.write_new

    def editor_saves(new: Path, content: bytes, **kwargs: object) -> None:
        real(new, content, **kwargs)  # type: ignore[arg-type]
        path.write_bytes(b"saved in an editor")

    monkeypatch.setattr(durable, "write_new", editor_saves)
    with pytest.raises(ConflictError) as error:
        replace(path, NEW, expected=OLD, root=register)

    assert error.value.message.key == "disk.changed"
    assert path.read_bytes() == b"saved in an editor"
    assert aside(register) == []


def test_a_deletion_between_the_look_and_the_rename_is_seen(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = register / "a.yaml"
    path.write_bytes(OLD)
    monkeypatch.setattr("pks.store.disk.replace._stage", lambda *_: path.unlink())

    with pytest.raises(ConflictError) as error:
        replace(path, NEW, expected=OLD, root=register)

    assert error.value.message.key == "disk.gone"


def _symlink(path: Path) -> None:
    (path.parent / "target").write_bytes(OLD)
    path.symlink_to("target")


@pytest.mark.parametrize(
    ("make", "key"),
    [
        (_symlink, "disk.not_a_file"),
        (os.mkfifo, "disk.not_a_file"),
        (Path.mkdir, "disk.not_a_file"),
        (lambda path: (path.write_bytes(OLD), path.chmod(0o444)), "disk.protected"),
    ],
    ids=["symlink", "fifo", "folder", "0444"],
)
@pytest.mark.parametrize("act", ["replace", "remove", "move"])
def test_what_is_no_plain_writable_file_is_refused(
    register: Path, make: Callable[[Path], object], key: str, act: str
) -> None:
    path = register / "a.yaml"
    make(path)
    before = path.lstat()

    acts: dict[str, Callable[[], None]] = {
        "replace": lambda: replace(path, NEW, expected=OLD, root=register),
        "remove": lambda: remove(path, expected=OLD, root=register),
        "move": lambda: move(path, register / "b.yaml", expected=OLD, root=register),
    }
    with pytest.raises(EnvironmentFailureError) as error:
        acts[act]()

    assert error.value.message == Message(key, path="agreements/a.yaml")
    assert path.lstat() == before
    assert not (register / "b.yaml").exists()


def test_a_link_put_in_place_at_the_last_moment_is_not_followed(register: Path) -> None:
    _symlink(register / "a.yaml")
    os.mkfifo(register / "pipe")

    for name, number in {"a.yaml": errno.ELOOP, "pipe": errno.EINVAL}.items():
        with pytest.raises(OSError, match=os.strerror(number)):
            durable.read(register / name)


@pytest.mark.parametrize("act", ["replace", "create", "remove", "move", "move to", "move folder"])
def test_a_linked_folder_does_not_lead_out_of_the_register(register: Path, act: str) -> None:
    outside = register.parent / "outside"
    (outside / "f").mkdir(parents=True)
    (outside / "a.yaml").write_bytes(OLD)
    (register / "link").symlink_to(outside)
    (register / "b.yaml").write_bytes(OLD)
    leading_out = register / "link" / "a.yaml"

    acts: dict[str, Callable[[], None]] = {
        "replace": lambda: replace(leading_out, NEW, expected=OLD, root=register),
        "create": lambda: replace(register / "link" / "new.yaml", NEW, expected=None, root=register),
        "remove": lambda: remove(leading_out, expected=OLD, root=register),
        "move": lambda: move(leading_out, register / "c.yaml", expected=OLD, root=register),
        "move to": lambda: move(register / "b.yaml", register / "link" / "c.yaml", expected=OLD, root=register),
        "move folder": lambda: move(register / "link" / "f", register / "f", expected=None, root=register),
    }
    with pytest.raises(EnvironmentFailureError) as error:
        acts[act]()

    assert error.value.message.key == "disk.outside"
    assert sorted(path.name for path in outside.iterdir()) == ["a.yaml", "f"]
    assert leading_out.read_bytes() == OLD


def test_a_register_reached_through_a_link_is_written(register: Path) -> None:
    linked = register.parent / "linked"
    linked.symlink_to(register)

    replace(linked / "a.yaml", NEW, expected=None, root=linked)

    assert (register / "a.yaml").read_bytes() == NEW


def test_what_a_dead_process_with_our_number_left_is_no_obstacle(register: Path) -> None:
    path = register / "a.yaml"
    path.write_bytes(OLD)
    (register / f".a.yaml.{os.getpid()}.pks-tmp").write_bytes(b"torn")

    replace(path, NEW, expected=OLD, root=register)

    assert path.read_bytes() == NEW
    assert aside(register) == []


def test_the_same_file_twice_in_one_batch_is_a_mistake_of_the_program(register: Path) -> None:
    with pytest.raises(ValueError, match="twice"):
        replace_all([(register / "a", NEW, None), (register / "a", OLD, None)], root=register)


def test_nothing_of_a_batch_is_written_when_one_file_changed(register: Path) -> None:
    for name in "abc":
        (register / name).write_bytes(OLD)

    with pytest.raises(ConflictError):
        replace_all([(register / name, NEW, OLD if name != "c" else b"x") for name in "abc"], root=register)

    assert [(register / name).read_bytes() for name in "abc"] == [OLD, OLD, OLD]


def test_a_batch_that_stops_in_the_middle_says_how_far_it_came(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "abc":
        (register / name).write_bytes(OLD)
    real = os.replace

    def fails_at_b(source: Path, target: Path) -> None:
        if target.name == "b":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(source, target)

    synced: list[Path] = []
    monkeypatch.setattr(durable, "sync", synced.append)
    monkeypatch.setattr(os, "replace", fails_at_b)
    with pytest.raises(UnconfirmedError) as error:
        replace_all([(register / name, NEW, OLD) for name in "abc"], root=register)

    assert synced == [register]  # what was written is to stay written
    assert error.value.message == Message("disk.partly", done=1, total=3)
    assert error.value.details == (
        Message("disk.failed-one", path="agreements/b", reason="Input/output error"),
        Message("disk.written", paths=["agreements/a"]),
        Message("disk.missing", paths=["agreements/b", "agreements/c"]),
    )
    assert [(register / name).read_bytes() for name in "abc"] == [NEW, OLD, OLD]
    assert aside(register) == []


def test_a_batch_syncs_each_folder_once(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (register / "x").mkdir()
    synced: list[Path] = []
    monkeypatch.setattr(durable, "sync", synced.append)

    replace_all([(register / name, NEW, None) for name in ("a", "x/b", "c", "x/d")], root=register)

    assert synced == [register, register / "x"]


# Without hard links, on Windows


@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP])
def test_a_file_is_made_where_there_are_no_hard_links(
    register: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(os, "link", _raise(OSError(number, os.strerror(number))))

    replace(register / "a.yaml", NEW, expected=None, root=register)

    assert (register / "a.yaml").read_bytes() == NEW
    assert aside(register) == []


def test_the_first_maker_wins_where_there_are_no_hard_links(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def other_is_first(_source: Path, target: Path) -> None:
        Path(target).write_bytes(OLD)
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", other_is_first)
    with pytest.raises(ConflictError) as error:
        replace(register / "a.yaml", NEW, expected=None, root=register)

    assert error.value.message.key == "disk.taken"
    assert (register / "a.yaml").read_bytes() == OLD


def test_the_name_taken_for_a_new_file_is_given_back(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", _raise(OSError(errno.EPERM, os.strerror(errno.EPERM))))
    monkeypatch.setattr(os, "replace", _raise(OSError(errno.EIO, "no")))

    with pytest.raises(EnvironmentFailureError):
        replace(register / "a.yaml", NEW, expected=None, root=register)

    assert list(register.iterdir()) == []


def test_a_lost_answer_does_not_undo_a_new_file_without_hard_links(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def renames_and_loses_the_answer(source: Path, target: Path) -> None:
        source.rename(target)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "link", _raise(OSError(errno.EPERM, os.strerror(errno.EPERM))))
    monkeypatch.setattr(os, "replace", renames_and_loses_the_answer)
    with pytest.raises(UnconfirmedError) as error:
        replace(register / "a.yaml", NEW, expected=None, root=register)

    assert error.value.message.values == {"paths": ["agreements/a.yaml"], "reason": "Input/output error"}
    assert (register / "a.yaml").read_bytes() == NEW


@pytest.mark.parametrize("times", range(9))
@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_windows_waits_for_others_to_close_a_file(
    register: Path, monkeypatch: pytest.MonkeyPatch, times: int, winerror: int
) -> None:
    pauses: list[float] = []
    path = register / "a.yaml"
    path.write_bytes(OLD)
    left = times

    def in_use(source: Path, target: Path) -> None:
        nonlocal left
        if left:
            left -= 1
            raise _windows_error(winerror)
        source.rename(target)

    monkeypatch.setattr(durable, "WINDOWS", True)
    monkeypatch.setattr(time, "sleep", pauses.append)
    monkeypatch.setattr(os, "replace", in_use)
    if times > 6:
        with pytest.raises(EnvironmentFailureError):
            replace(path, NEW, expected=OLD, root=register)
    else:
        replace(path, NEW, expected=OLD, root=register)

    assert path.read_bytes() == (OLD if times > 6 else NEW)
    assert pauses == [0.05, 0.1, 0.2, 0.4, 0.75, 1.0][:times]
    assert sum(pauses) <= 2.5
    assert aside(register) == []


def test_windows_does_not_wait_for_other_errors(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (register / "a.yaml").write_bytes(OLD)
    monkeypatch.setattr(time, "sleep", _raise(AssertionError("slept")))
    monkeypatch.setattr(os, "replace", _raise(_windows_error(112)))

    with pytest.raises(EnvironmentFailureError):
        replace(register / "a.yaml", NEW, expected=OLD, root=register)


def test_windows_makes_a_file_by_a_rename_that_never_overwrites(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durable, "WINDOWS", True)
    monkeypatch.setattr(os, "link", _raise(AssertionError("linked")))
    replace(register / "a.yaml", NEW, expected=None, root=register)
    monkeypatch.setattr(os, "rename", _raise(FileExistsError(errno.EEXIST, "exists")))
    with pytest.raises(ConflictError) as error:
        replace(register / "b.yaml", NEW, expected=None, root=register)

    assert (register / "a.yaml").read_bytes() == NEW
    assert error.value.message.key == "disk.taken"


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP, errno.EBADF])
def test_a_file_system_that_cannot_sync_folders_is_no_error(
    register: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    _fail_folder_sync(monkeypatch, number)
    (register / "a.yaml").write_bytes(OLD)

    replace(register / "a.yaml", NEW, expected=OLD, root=register)

    assert (register / "a.yaml").read_bytes() == NEW


def test_a_folder_that_cannot_be_synced_makes_the_write_unconfirmed(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fail_folder_sync(monkeypatch, errno.EIO)
    (register / "a.yaml").write_bytes(OLD)

    with pytest.raises(UnconfirmedError) as error:
        replace(register / "a.yaml", NEW, expected=OLD, root=register)

    assert (register / "a.yaml").read_bytes() == NEW
    assert error.value.message == Message("disk.unconfirmed", paths=["agreements/a.yaml"], reason="Input/output error")


# Deleting, renaming


def test_a_file_is_deleted_only_as_expected(register: Path) -> None:
    path = register / "a.yaml"
    path.write_bytes(OLD)

    with pytest.raises(ConflictError):
        remove(path, expected=NEW, root=register)
    assert path.read_bytes() == OLD
    remove(path, expected=OLD, root=register)
    assert not path.exists()
    with pytest.raises(ConflictError) as error:
        remove(path, expected=OLD, root=register)
    assert error.value.message.key == "disk.gone"


def test_a_file_and_a_folder_are_renamed_to_a_free_name_only(register: Path) -> None:
    (register / "a.yaml").write_bytes(OLD)
    (register / "a.files").mkdir()
    (register / "a.files" / "scan.pdf").write_bytes(b"scan")

    move(register / "a.yaml", register / "2026" / "b.yaml", expected=OLD, root=register)
    move(register / "a.files", register / "2026" / "b.files", expected=None, root=register)

    assert (register / "2026" / "b.yaml").read_bytes() == OLD
    assert (register / "2026" / "b.files" / "scan.pdf").read_bytes() == b"scan"
    assert sorted(path.name for path in register.iterdir()) == ["2026"]
    for name, expected in {"2026/b.yaml": OLD, "2026/b.files": None}.items():
        (register / "c").write_bytes(OLD)
        with pytest.raises(ConflictError) as error:
            move(register / name, register / "c", expected=expected, root=register)
        assert error.value.message == Message("disk.taken", path="agreements/c")
        assert (register / "c").read_bytes() == OLD


def test_only_a_folder_is_renamed_as_a_folder(register: Path) -> None:
    (register / "a").write_bytes(OLD)
    (register / "link").symlink_to(register.parent)

    for name in ("a", "link"):
        with pytest.raises(EnvironmentFailureError) as error:
            move(register / name, register / "b", expected=None, root=register)
        assert error.value.message.key == "disk.not_a_folder"
    with pytest.raises(ConflictError) as gone:
        move(register / "none", register / "b", expected=None, root=register)
    assert gone.value.message.key == "disk.gone"


# In which order it reaches the disk


def traced(act: Callable[[], object]) -> list[str]:
    """What `act` asks the system for, of that which matters after a power cut."""
    calls: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        for name in ("write", "fsync", "replace", "rename", "link", "unlink", "mkdir"):
            real = getattr(os, name)

            def call(*args: Any, name: str = name, real: Callable[..., Any] = real, **kwargs: Any) -> Any:
                folder = name == "fsync" and stat.S_ISDIR(os.fstat(args[0]).st_mode)
                calls.append("fsync folder" if folder else name)
                return real(*args, **kwargs)

            patch.setattr(os, name, call)
        act()
    return calls


def test_content_is_on_disk_before_its_name_and_the_name_before_the_answer(register: Path) -> None:
    a, b, c = register / "a", register / "b", register / "x" / "c"
    one = ["write", "fsync"]

    assert traced(lambda: replace(a, OLD, expected=None, root=register)) == [
        *one, "link", "unlink", "fsync folder"
    ]  # fmt: skip
    assert traced(lambda: replace(a, NEW, expected=OLD, root=register)) == [*one, "replace", "fsync folder"]
    assert traced(lambda: replace_all([(a, OLD, NEW), (b, OLD, None), (c, OLD, None)], root=register)) == [
        *one, *one, "mkdir", "fsync folder", *one,
        "replace", "link", "unlink", "link", "unlink", "fsync folder", "fsync folder",
    ]  # fmt: skip
    assert traced(lambda: move(a, register / "x" / "d", expected=OLD, root=register)) == [
        "rename", "fsync folder", "fsync folder"
    ]  # fmt: skip
    assert traced(lambda: remove(b, expected=OLD, root=register)) == ["unlink", "fsync folder"]
    assert traced(lambda: rescue(register, "a", OLD))[-3:] == [*one, "fsync folder"]


# Every fault at every call


class Scene(NamedTuple):
    prepare: Callable[[Path], None]
    act: Callable[[Path], object]
    after: dict[str, bytes]  # every file there is when all went well


def _nothing(_register: Path) -> None:
    pass


def _three(register: Path) -> None:
    for name in "abc":
        (register / name).write_bytes(OLD)
        (register / name).chmod(0o660)


def _folder(register: Path) -> None:
    (register / "a.files").mkdir()
    (register / "a.files" / "scan").write_bytes(OLD)


def _replace_all(register: Path) -> None:
    changes: list[tuple[Path, bytes, bytes | None]] = [(register / name, NEW, OLD) for name in "ab"]
    replace_all([*changes, (register / "new" / "d", NEW, None)], root=register)


def _create_without_links(register: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "link", _raise(OSError(errno.EPERM, os.strerror(errno.EPERM))))
        replace(register / "a", NEW, expected=None, root=register)


SCENES = {
    "replace": Scene(_three, lambda r: replace(r / "a", NEW, expected=OLD, root=r), {"a": NEW, "b": OLD, "c": OLD}),
    "create": Scene(_nothing, lambda r: replace(r / "x" / "a", NEW, expected=None, root=r), {"x/a": NEW}),
    "create without links": Scene(_nothing, _create_without_links, {"a": NEW}),
    "batch": Scene(_three, _replace_all, {"a": NEW, "b": NEW, "c": OLD, "new/d": NEW}),
    "remove": Scene(_three, lambda r: remove(r / "a", expected=OLD, root=r), {"b": OLD, "c": OLD}),
    "move": Scene(
        _three, lambda r: move(r / "a", r / "y" / "d", expected=OLD, root=r), {"y/d": OLD, "b": OLD, "c": OLD}
    ),
    "move folder": Scene(
        _folder, lambda r: move(r / "a.files", r / "b.files", expected=None, root=r), {"b.files/scan": OLD}
    ),
}


def files(register: Path) -> dict[str, bytes]:
    return {
        path.relative_to(register).as_posix(): path.read_bytes()
        for path in register.rglob("*")
        if path.is_file() and path not in aside(register)
    }


def runs(tmp_path: Path, scene: Scene, mode: Mode) -> Iterator[tuple[Path, Shim, BaseException | None]]:
    """The scene with a fault at the first call, at the second, ... until the fault comes too late."""
    at, hit = 0, True
    while hit:
        at += 1
        register = tmp_path / f"{at}" / "agreements"
        register.mkdir(parents=True)
        scene.prepare(register)
        shim, error = Shim(mode, at), None
        before = open_files()
        try:
            with shim.installed():
                scene.act(register)
        except (PksError, KeyboardInterrupt) as raised:
            error = raised
        assert open_files() <= before
        hit = shim.seen >= at
        yield register, shim, error


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.name)
@pytest.mark.parametrize("name", SCENES)
def test_no_fault_tears_a_file_or_lies_about_it(tmp_path: Path, name: str, mode: Mode) -> None:
    scene = SCENES[name]
    at = 0
    for at, (register, shim, error) in enumerate(runs(tmp_path, scene, mode), 1):
        before = tmp_path / "before" / f"{at}"
        before.mkdir(parents=True)
        scene.prepare(before)
        now = files(register)
        if (mode.sticky or mode.after) and "without links" in name and now == {"a": b""}:
            now = {}  # the name that was taken could not be given back: empty, which reads as an error
        _judge(now, files(before), scene.after, error, shim)
        if not mode.sticky and "unlink" not in shim.failed:
            assert aside(register) == []
        if isinstance(error, EnvironmentFailureError) and not mode.sticky and not mode.after:
            assert {path.name for path in register.iterdir()} == {path.name for path in before.iterdir()}
    assert at > 5


def _judge(
    now: dict[str, bytes],
    old: dict[str, bytes],
    new: dict[str, bytes],
    error: BaseException | None,
    shim: Shim,
) -> None:
    if "new/d" in new:  # the batch: each file by itself
        assert all(now.get(path) in (old.get(path), new.get(path)) for path in {*old, *new, *now})
    else:
        assert now in (old, new)
    if error is None:
        assert now == new
    elif isinstance(error, EnvironmentFailureError):
        assert now == old
    elif isinstance(error, UnconfirmedError):
        assert now != old or shim.mode.sticky
    else:
        assert shim.mode.number is None, error
    if isinstance(error, PksError) and shim.mode.number:
        assert os.strerror(shim.mode.number) in sentence(error)
        assert "agreements/" in sentence(error)


def _keep_in(kept: list[Path]) -> Callable[[Path], None]:
    return lambda register: kept.append(rescue(register, "a.yaml", NEW))


def test_a_text_is_kept_somewhere_or_the_loss_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    counted = 0
    for mode in MODES:
        kept: list[Path] = []
        scene = Scene(_three, _keep_in(kept), {})
        for register, shim, error in runs(tmp_path / mode.name, scene, mode):
            counted += 1
            if not mode.sticky and not mode.after and "unlink" not in shim.failed:
                assert {path.read_bytes() for path in register.glob(".pks/rescue/*")} <= {NEW, b"*\n"}
            assert (error is None) == bool(kept)
            if kept:
                assert kept.pop().read_bytes() == NEW
            if error is not None:
                assert shim.mode.sticky or shim.mode.number is None
    assert counted > 150


# Keeping a text, sweeping


def test_a_rescued_text_never_overwrites_another(register: Path) -> None:
    first = rescue(register, "a.yaml", b"one")
    second = rescue(register, "a.yaml", b"two")
    third = rescue(register, "a.yaml", b"three")

    assert [first.name, second.name, third.name] == ["a.yaml", "a-2.yaml", "a-3.yaml"]
    assert [first.read_bytes(), second.read_bytes(), third.read_bytes()] == [b"one", b"two", b"three"]
    assert first.parent == register / ".pks" / "rescue"
    assert (first.parent / ".gitignore").read_bytes() == b"*\n"
    assert stat.S_IMODE(first.stat().st_mode) & 0o077 == 0


@pytest.mark.parametrize("name", ["../../etc/x", "", "..", "/", "a\nb", ".hidden", "x" * 300, "é.yaml"])
def test_a_rescued_text_stays_in_its_folder(register: Path, name: str) -> None:
    path = rescue(register, name, b"text")

    assert path.parent == register / ".pks" / "rescue"
    assert path.read_bytes() == b"text"
    assert path.name.isascii()
    assert not path.name.startswith(".")


def test_a_text_goes_to_the_temporary_folder_when_the_register_fails(
    register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (register / ".pks").write_bytes(b"not a folder")

    path = rescue(register, "a.yaml", b"text")

    assert path == tmp_path / "pks-a.yaml"
    assert path.read_bytes() == b"text"
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    with pytest.raises(EnvironmentFailureError) as error:
        rescue(register, "a.yaml", b"text")
    assert error.value.message.key == "disk.rescue_failed"


def test_only_old_leftovers_of_dead_processes_are_swept(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dead = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    number = int(dead.stdout)
    (register / "2026").mkdir()
    names = {
        f".a.yaml.{number}.pks-tmp": True,
        f"2026/.b.yaml.{number}.pks-tmp": True,
        f".own.yaml.{os.getpid()}.pks-tmp": True,
        f".huge.yaml.{'9' * 9}.pks-tmp": True,
        f".parent.yaml.{os.getppid()}.pks-tmp": False,
        f".young.yaml.{number}.pks-tmp": False,
        f"visible.{number}.pks-tmp": False,
        f".a.yaml.{number}.pks-tmp.bak": False,
        ".a.yaml.x.pks-tmp": False,
    }
    for name in names:
        (register / name).write_bytes(b"torn")
        if "young" not in name:
            os.utime(register / name, (time.time() - 61, time.time() - 61))
    (register / f".folder.{number}.pks-tmp").mkdir()
    os.utime(register / f".folder.{number}.pks-tmp", (1, 1))

    assert sweep(register) == sorted(register / name for name, swept in names.items() if swept)
    assert {name for name in names if not (register / name).exists()} == {name for name, old in names.items() if old}
    assert sweep(register) == []

    (register / f".x.{number}.pks-tmp").write_bytes(b"torn")
    os.utime(register / f".x.{number}.pks-tmp", (1, 1))
    monkeypatch.setattr(os, "kill", _raise(PermissionError()))
    assert sweep(register) == []


def test_windows_is_never_asked_whether_a_process_lives(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (register / ".x.1.pks-tmp").write_bytes(b"torn")
    os.utime(register / ".x.1.pks-tmp", (1, 1))
    monkeypatch.setattr(durable, "WINDOWS", True)
    monkeypatch.setattr(os, "kill", _raise(AssertionError("killed")))

    assert sweep(register) == [register / ".x.1.pks-tmp"]


# The lock


def _count_up(register: str, times: int) -> None:
    root = Path(register)
    for _ in range(times):
        with locked(root, wait=60):
            old = (root / "n").read_bytes()
            replace(root / "n", str(int(old) + 1).encode(), expected=old, root=root)


def test_no_increment_of_eight_processes_is_lost(register: Path) -> None:
    (register / "n").write_bytes(b"0")
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_count_up, args=(str(register), 25)) for _ in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)

    assert [writer.exitcode for writer in writers] == [0] * 8
    assert (register / "n").read_bytes() == b"200"
    assert aside(register) == []


def _make_all(register: str, mine: bytes) -> list[int]:
    won = []
    for number in range(100):
        try:
            replace(Path(register, f"{number}"), mine, expected=None, root=Path(register))
            won.append(number)
        except ConflictError as error:
            assert error.message.key == "disk.taken"  # noqa: PT017
    return won


def test_of_two_makers_of_one_file_one_wins_even_without_the_lock(register: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        one, two = pool.starmap(_make_all, [(str(register), b"one"), (str(register), b"two")])

    assert sorted(one + two) == list(range(100))
    for number in range(100):
        assert (register / f"{number}").read_bytes() == (b"one" if number in one else b"two")


HOLD = """
import sys, time
from pathlib import Path
from pks.store.disk.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(register: Path) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(register)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        yield process
        process.kill()


def test_a_second_process_is_told_who_has_the_lock(register: Path, holder: subprocess.Popen[bytes]) -> None:
    with pytest.raises(ConflictError) as error, locked(register, wait=0.1):
        raise AssertionError

    assert error.value.message == Message("lock.held_by", path="agreements", process=holder.pid)
    (register / ".pks" / "cache" / "lock.holder").write_bytes(b"?")
    with pytest.raises(ConflictError) as error, locked(register, wait=0):
        raise AssertionError
    assert error.value.message == Message("lock.held", path="agreements")


def test_the_lock_of_a_killed_process_is_free_at_once(register: Path, holder: subprocess.Popen[bytes]) -> None:
    holder.kill()
    holder.wait()
    start = time.monotonic()

    with locked(register, wait=5):
        assert time.monotonic() - start < 1


def test_the_lock_is_free_for_who_has_it_and_held_for_others(register: Path) -> None:
    others: list[str] = []

    def other() -> None:
        try:
            with locked(register, wait=0):
                others.append("got it")
        except ConflictError as error:
            others.append(error.message.key)

    def ask() -> None:
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()

    with locked(register):
        with locked(register, wait=0):
            ask()
        ask()
    ask()

    assert others == ["lock.held_by", "lock.held_by", "got it"]


def test_the_lock_stays_ours_when_the_cache_is_deleted(register: Path) -> None:
    with locked(register):
        shutil.rmtree(register / ".pks")
        with locked(register, wait=0):
            pass
    with locked(register, wait=0):
        pass


def test_the_lock_is_given_back_after_an_error(register: Path) -> None:
    # Held here as well, so that it is not given back only because nobody knows it any more.
    lock = lock_module().FileLock(register / ".pks" / "cache" / "lock", is_singleton=True)
    with pytest.raises(KeyError), locked(register):
        raise KeyError
    assert not lock.is_locked
    with locked(register, wait=0):
        pass


def test_the_cache_folder_is_made_and_hidden_from_git(register: Path) -> None:
    with locked(register):
        assert (register / ".pks" / "cache" / ".gitignore").read_bytes() == b"*\n"


def test_a_lock_on_a_deleted_file_is_taken_again(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = register / ".pks" / "cache" / "lock"
    real = lock_module().FileLock.acquire
    gone: list[int] = []

    def acquire_and_lose(self: object, **kwargs: object) -> object:
        result = real(self, **kwargs)
        if not gone:
            gone.append(path.stat().st_ino)
            path.rename(path.with_name("elsewhere"))
        elif len(gone) == 1:
            gone.append(path.stat().st_ino)
            path.rename(path.with_name("elsewhere as well"))
            path.write_bytes(b"")
        return result

    monkeypatch.setattr(lock_module().FileLock, "acquire", acquire_and_lose)
    with locked(register), pytest.raises(ConflictError):
        _in_a_thread(lambda: _try_lock(register))

    assert len(gone) == 2


def test_a_cache_deleted_while_waiting_is_made_again(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = lock_module().FileLock.acquire
    left = 2

    def folder_is_gone(self: object, **kwargs: object) -> object:
        nonlocal left
        if left:
            left -= 1
            raise FileNotFoundError(errno.ENOENT, "gone")
        return real(self, **kwargs)

    monkeypatch.setattr(lock_module().FileLock, "acquire", folder_is_gone)
    with locked(register):
        assert left == 0
    left = 1_000_000
    with pytest.raises(EnvironmentFailureError), locked(register, wait=0):
        raise AssertionError


def test_a_register_that_cannot_be_locked_says_so(register: Path) -> None:
    (register / ".pks").write_bytes(b"not a folder")

    with pytest.raises(EnvironmentFailureError) as error, locked(register):
        raise AssertionError

    assert error.value.message.key == "lock.no-folder"
    assert "agreements/.pks should be a folder" in sentence(error.value)


def test_a_file_is_named_from_the_folder_of_the_register(register: Path) -> None:
    assert durable.shown(register / "2026" / "a.yaml", register) == "agreements/2026/a.yaml"
    assert durable.shown(Path("/elsewhere/a.yaml"), register) == str(Path("/elsewhere/a.yaml"))


# The sentences


def test_every_sentence_has_the_same_blanks_in_both_languages() -> None:
    for key, both in STORAGE.items():
        assert blanks(both.id) == blanks(both.en), key
        assert key.split(".")[0] in {"disk", "lock", "git"}


def blanks(text: str) -> set[str]:
    return {part.split("}")[0] for part in text.split("{")[1:]}


def lock_module() -> ModuleType:
    return sys.modules["pks.store.disk.lock"]


def _raise(error: BaseException) -> Callable[..., None]:
    def call(*_args: object, **_kwargs: object) -> None:
        raise error

    return call


def _windows_error(number: int) -> OSError:
    error = OSError(errno.EACCES, "in use")
    error.winerror = number  # type: ignore[attr-defined]
    return error


def _fail_folder_sync(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)


def _try_lock(register: Path) -> None:
    with locked(register, wait=0):
        pass


def _in_a_thread(act: Callable[[], None]) -> None:
    errors: list[BaseException] = []

    def run() -> None:
        try:
            act()
        except BaseException as error:  # noqa: BLE001
            errors.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if errors:
        raise errors[0]
