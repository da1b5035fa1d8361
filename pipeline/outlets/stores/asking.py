"""Requests to stores: who asks, how long, how often, and what a refusal means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import urlsplit

import httpx
from httpx_retries import Retry, RetryTransport

from pipeline import __version__
from pipeline.errors import StoreError

from .accounts import PASSWORD, USER, Account, ByChallenge

_CONNECTING = 10.0  # seconds: a store that is up answers at once

#: Answers after which the same request may succeed: too many of them, or a store that starts.
_PASSING = (429, 502, 503, 504)

#: Waits of 0.5, 1, 2, 4 … seconds, a part of each by chance, up to this many.
_LONGEST_WAIT = 30.0


def client(account: Account | None, *, retries: int, timeout: float) -> httpx.Client:
    """A client that asks again where an answer may pass, and says who it is when it is asked.

    Every request we make may be made twice: what is added is a set, what is put replaces.
    ``timeout`` is in seconds, for each request.
    """
    retry = Retry(
        total=retries,
        backoff_factor=0.5,
        max_backoff_wait=_LONGEST_WAIT,
        allowed_methods=["GET", "PUT", "POST", "DELETE"],
        status_forcelist=_PASSING,
    )
    return httpx.Client(
        auth=ByChallenge(account) if account else None,
        # Compression costs a store next door more than it saves.
        headers={"User-Agent": f"communique/{__version__}", "Accept-Encoding": "identity"},
        timeout=httpx.Timeout(timeout, connect=_CONNECTING),
        transport=RetryTransport(transport=httpx.HTTPTransport(), retry=retry),
    )


def check_address(address: str) -> str:
    """An address that may be shown; raises :class:`StoreError` for one with a password in it."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise StoreError(
            f"{parts.scheme or 'this'} is no address of a store" if "@" in address
            else f"{address!r} is no address of a store",
            remedy="give one that begins with http:// or https://",
        )  # fmt: skip
    if "@" in parts.netloc:
        raise StoreError(
            f"an address holds no password: it would stay in logs and histories; set {USER} and"
            f" {PASSWORD}, or write it into netrc",
            where=parts.hostname,
        )
    return address


def is_overheard(address: str) -> bool:
    """Whether others on the way could read what is sent: plain HTTP to another machine."""
    parts = urlsplit(address)
    return parts.scheme == "http" and parts.hostname not in ("localhost", "127.0.0.1", "::1")


def accepted(answer: httpx.Response, asked: str) -> httpx.Response:
    """The answer of a store that did what it was asked; raises :class:`StoreError` else."""
    if answer.is_success:
        return answer
    where = str(answer.url.copy_with(query=None))
    if answer.is_redirect:
        raise StoreError(
            f"is elsewhere: {answer.headers.get('location', '')[:200]}",
            where=where,
            remedy="give that address",
        )
    raise StoreError(
        f"the store answers {answer.status_code} {answer.reason_phrase} to {asked}{_said(answer)}",
        where=where,
        remedy=_REMEDIES.get(answer.status_code),
    )


_REMEDIES: Mapping[int, str] = {
    401: f"set {USER} and {PASSWORD}, or write a line into netrc",
    403: f"set {USER} and {PASSWORD} to those of a user who may write",
    404: "check the address, and that the database is there",
    413: "send less at once, with a smaller --batch",
}


def _said(answer: httpx.Response) -> str:
    """The beginning of what a store says of an error, without what a terminal could act upon."""
    shown = "".join(c if c.isprintable() else " " for c in answer.text[:1000])
    words = " ".join(shown.split())[:200]
    return f" ({words})" if words else ""


@contextmanager
def told(address: str, timeout: float) -> Iterator[None]:
    """What httpx raises, as what a user can mend."""
    try:
        yield
    except httpx.ConnectError as error:
        reason = " ".join(str(error).split())
        raise StoreError(
            f"nothing answers there ({reason})", where=address, remedy="start the store"
        ) from error
    except httpx.TimeoutException as error:
        raise StoreError(
            f"did not answer within {timeout:g} seconds",
            where=address,
            remedy="give more --timeout, or a smaller --batch",
        ) from error
    except httpx.HTTPError as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise StoreError(
            f"the connection broke ({reason})", where=address, remedy="try again"
        ) from error
