"""The program from argv to exit code: the one place where errors become words and a number."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
from types import FrameType
from typing import Any, NoReturn, TextIO

from pks.cli.desk import Desk, FinishedError
from pks.cli.early import need_typer, put_off_typer, run_early
from pks.errors import ExitCode, PksError
from pks.message import Message
from pks.outputs.screen import complain, end_question


class TerminatedError(BaseException):
    """The process was asked to end."""


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run `pks` with `arguments`, or those of the process, and exit."""
    with contextlib.suppress(ValueError):  # only the main thread may
        signal.signal(signal.SIGTERM, _terminated)
    _open_missing_streams()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    with contextlib.suppress(AttributeError):  # other programs read UTF-8 and single line feeds, whatever the locale
        if not sys.stdout.isatty():
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    with contextlib.suppress(AttributeError):  # refused where an answer is taken, in words of ours
        sys.stdin.reconfigure(errors="surrogateescape")  # type: ignore[union-attr]
    gc.set_threshold(100_000, 50, 100)  # a short life: what is freed before its end is hardly worth looking for
    desk = Desk()
    code = _closed(desk, _run(desk, sys.argv[1:] if arguments is None else arguments))
    sys.exit(code)


def _run(desk: Desk, arguments: list[str]) -> int:
    put_off_typer()
    import typer

    try:
        code = ExitCode.OK if run_early(desk, arguments) else _run_by_typer(desk, arguments)
    except FinishedError:
        return ExitCode.OK
    except PksError as error:
        return _failed(desk, error)
    except typer.Exit as error:  # where Typer itself does not see it
        return int(error.exit_code)
    except typer.TyperException as error:
        from pks.cli.usage import usage_message

        complain(usage_message(error), (), desk.language)
        return ExitCode.USAGE
    except (KeyboardInterrupt, EOFError, typer.Abort):
        return _interrupted(desk)
    except TerminatedError:
        complain(Message("cli.terminated"), _if_written(desk), desk.language)
        return ExitCode.TERMINATED
    except (BrokenPipeError, SystemExit):  # Typer exits where the reader has gone, and nowhere else
        return ExitCode.UNCONFIRMED if desk.wrote else ExitCode.FINDINGS if desk.found else ExitCode.OK
    except OSError as error:
        complain(_environment(error), (), desk.language)
        return ExitCode.UNCONFIRMED if desk.wrote else ExitCode.ENVIRONMENT
    except Exception as error:  # noqa: BLE001  # the last resort: one line instead of a traceback
        return _bug(desk, error)
    return _interrupted(desk) if code == ExitCode.INTERRUPTED else int(code or 0)  # Typer keeps Ctrl-C to itself


def _run_by_typer(desk: Desk, arguments: list[str]) -> Any:
    need_typer()
    from pks.cli.commands import build

    return build().main(arguments, prog_name="pks", standalone_mode=False, obj=desk)


def _failed(desk: Desk, error: PksError) -> int:
    """What was written stays so, whatever became of what was to be shown of it; no other code may say so."""
    written = () if error.exit_code == ExitCode.UNCONFIRMED else _if_written(desk)
    complain(error.message, (*error.details, *written), desk.language)
    return ExitCode.UNCONFIRMED if written else error.exit_code


def _interrupted(desk: Desk) -> int:
    end_question()
    complain(Message("cli.interrupted"), _if_written(desk), desk.language)
    return ExitCode.INTERRUPTED


def _if_written(desk: Desk) -> tuple[Message, ...]:
    """That the register is no longer what it was, where that is so."""
    return (Message("cli.was-written"),) if desk.wrote else ()


def _open_missing_streams() -> None:
    """Put something in the place of a standard stream that was closed, so that no file of ours gets its number.

    What would be written to a missing stdout cannot be shown, and must fail; a missing stderr only goes unread.
    """
    if sys.stdin is None:
        sys.stdin = open(os.open(os.devnull, os.O_RDONLY), encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stdout is None:
        sys.stdout = open(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")  # noqa: PTH123, SIM115


def _environment(error: OSError) -> Message:
    """What the system refused; where it names no file, it was stdout."""
    reason = error.strerror or str(error)
    if error.filename is None:
        return Message("cli.no-output", reason=reason)
    return Message("cli.environment", file=os.fsdecode(error.filename), reason=reason)


def _closed(desk: Desk, code: int) -> int:
    """Flush what is left; a reader who has gone is no error of a command that only read."""
    try:
        sys.stderr.flush()
    except OSError:
        _give_up(sys.stderr)
    try:
        sys.stdout.flush()
    except OSError as error:
        _give_up(sys.stdout)
        if isinstance(error, BrokenPipeError):
            return ExitCode.UNCONFIRMED if desk.wrote and code == 0 else code
        complain(Message("cli.no-output", reason=error.strerror or str(error)), (), desk.language)
        return code or (ExitCode.UNCONFIRMED if desk.wrote else ExitCode.ENVIRONMENT)
    return code


def _give_up(stream: TextIO) -> None:
    """Keep the interpreter from flushing a stream that cannot be written to."""
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())


def _bug(desk: Desk, error: Exception) -> int:
    if os.environ.get("PKS_TRACEBACK"):
        raise error
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    place = f"{os.path.basename(frame.tb_frame.f_code.co_filename)}:{frame.tb_lineno}" if frame else "?"  # noqa: PTH119
    complain(Message("cli.bug", kind=type(error).__name__, reason=str(error), place=place), (), desk.language)
    return ExitCode.BUG


def _terminated(_number: int, _frame: FrameType | None) -> NoReturn:
    raise TerminatedError
