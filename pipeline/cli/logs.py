"""Logs on standard error: what is done as it is done, for who asks with ``-v``."""

from __future__ import annotations

import inspect
import logging
import sys
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any

import typer

from pipeline.errors import shown

Verbose = Annotated[
    int,
    typer.Option(
        "--verbose", "-v", count=True, show_default=False, help="Say what is done; -vv: in detail."
    ),
]

#: Other people's loggers that are heard too: each request to a store or site.
_HEARD = ("pipeline", "httpx")


class _OneLine(logging.Formatter):
    """One line for each record, whatever a document is called."""

    def format(self, record: logging.LogRecord) -> str:
        return shown(super().format(record))


def listen(verbose: int) -> None:
    """Write logs to standard error, one line each: what is done at 1, everything from 2 on."""
    if not verbose:
        return
    told = logging.StreamHandler(sys.stderr)
    told.setFormatter(_OneLine("communique: %(message)s"))
    logging.basicConfig(handlers=[told], level=logging.WARNING, force=True)
    for name in _HEARD:
        logging.getLogger(name).setLevel(logging.INFO if verbose == 1 else logging.DEBUG)


def listening() -> bool:
    """Whether logs are written."""
    return logging.getLogger("pipeline").isEnabledFor(logging.INFO)


def logged(command: Callable[..., Any]) -> Callable[..., Any]:
    """The command with ``-v`` among its options, which it need not know of."""

    @wraps(command)
    def heard(*arguments: object, verbose: int = 0, **options: object) -> object:
        listen(verbose)
        return command(*arguments, **options)

    known = inspect.signature(command, eval_str=True)
    more = inspect.Parameter(
        "verbose", inspect.Parameter.KEYWORD_ONLY, default=0, annotation=Verbose
    )
    heard.__signature__ = known.replace(  # type: ignore[attr-defined]  # which inspect looks for
        parameters=[*known.parameters.values(), more]
    )
    return heard
