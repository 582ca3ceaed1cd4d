"""The heavy libraries of the extra `office`: imported when they are used, named when they are missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from pks.errors import EnvironmentFailureError
from pks.message import Message


def needed(module: str, package: str) -> Any:
    """The module `module`, which the package `package` brings.

    Raises:
        EnvironmentFailureError: when it is not installed, or is broken; says what to install.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise EnvironmentFailureError(Message("foreign.extra-missing", package=package)) from error
