"""Who we are to a store: from the environment or netrc, and in no message."""

from __future__ import annotations

import netrc
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from pipeline.errors import StoreError

USER, PASSWORD = "COMMUNIQUE_USER", "COMMUNIQUE_PASSWORD"


@dataclass(frozen=True, slots=True)
class Account:
    """A name and a password; neither is shown."""

    user: str = field(repr=False)
    password: str = field(repr=False)


def account_for(host: str, environment: Mapping[str, str]) -> Account | None:
    """The account for a host: that of the environment, else that of netrc, else none.

    netrc is the file that ``NETRC`` names or ``~/.netrc``. Raises :class:`StoreError` for a name
    without a password, and for a netrc that cannot be read.
    """
    user, password = environment.get(USER), environment.get(PASSWORD)
    if user and password:
        return Account(user, password)
    if user or password:
        missing, there = (PASSWORD, USER) if user else (USER, PASSWORD)
        raise StoreError(f"{there} is set but {missing} is not", remedy="set both or neither")
    path = Path(environment.get("NETRC") or Path.home() / ".netrc")
    return _in_netrc(path, host) if path.is_file() else None


def _in_netrc(path: Path, host: str) -> Account | None:
    try:
        found = netrc.netrc(path).authenticators(host)
    except netrc.NetrcParseError as error:
        # What the parser says may quote a password; its line number does not.
        raise StoreError(
            "is not written as netrc files are",
            where=f"{path}, line {error.lineno}",
            remedy="write 'machine HOST login NAME password WORD'",
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError("cannot be read", where=str(path), remedy="mend its rights") from error
    return Account(found[0], found[2]) if found and found[0] and found[2] else None


class ByChallenge(httpx.Auth):
    """Says who we are only when a store asks, in the way it asks: HTTP digest, else basic."""

    def __init__(self, account: Account) -> None:
        self._basic = httpx.BasicAuth(account.user, account.password)
        self._digest = httpx.DigestAuth(account.user, account.password)
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Send the request, and again as it is asked for; later ones as the first was."""
        if self._chosen:
            yield from self._chosen.auth_flow(request)
            return
        answer = yield request
        # Some stores let anyone read and refuse (403) what only a user may, without a challenge.
        if answer.status_code not in (401, 403):
            return
        if "digest" in answer.headers.get("www-authenticate", "").lower():
            self._chosen = self._digest
            flow = self._digest.auth_flow(request)
            next(flow)
            yield flow.send(answer)
        else:
            self._chosen = self._basic
            yield from self._basic.auth_flow(request)
