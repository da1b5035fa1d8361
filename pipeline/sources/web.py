"""Pages and files on the web, fetched once, within a time and a size."""

from __future__ import annotations

import codecs
import io
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

import httpx

from pipeline import __version__
from pipeline.errors import DocumentError

from .addresses import public_addresses
from .kinds import is_known
from .terms import Terms, too_large
from .vessel import Allowance, Vessel, opened

_AGENT = (
    f"communique/{__version__} (reads single pages for their user; +https://w3id.org/communique)"
)
_REDIRECTS = 5  # browsers follow 20; a page with a sound address needs one or two
_PATIENCE = 10.0  # seconds until a server must answer, and between two pieces of the answer

_UNTOLD = "application/octet-stream"

#: Which ending of a name a content type stands for. What is left out is told by its bytes.
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/json-lines": ".jsonl",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/zip": ".zip",
    "application/gzip": ".gz",
    "application/x-tar": ".tar",
}


def page(url: str, terms: Terms) -> Vessel:
    """What is at an address, open.

    Raises DocumentError where nothing comes: offline, refused by the server, too large, too slow,
    or at a private address that the user has not allowed.
    """
    with _told(terms), _client(terms) as client, client.stream("GET", url) as answer:
        if answer.is_error:
            raise DocumentError(
                f"the server answers {answer.status_code} {answer.reason_phrase}",
                remedy="check the address in a browser",
            )
        data = _body(answer, terms)
        address = str(answer.url)
        declared = Message()
        declared["content-type"] = answer.headers.get("content-type") or _UNTOLD
    name = name_of(address, declared.get_content_type())
    data = _recoded(data, str(declared.get_content_charset("utf-8")))
    stream = opened(io.BytesIO(data))
    return Vessel(url, url, name, stream, terms, Allowance(terms), sidecar={"url": address})


def name_of(url: str, content_type: str) -> str:
    """A name that tells the format: the address's last part where it does, else by the type.

    >>> name_of("https://example.gov/news/talks.pdf?v=2", "application/octet-stream")
    'talks.pdf'
    >>> name_of("https://example.gov/news.aspx", "text/html")
    'news.html'
    """
    path = PurePosixPath(unquote(urlsplit(url).path))
    if is_known(path.name):
        return path.name
    return (path.stem or "page") + _ENDINGS.get(content_type, "")


class _Checked(httpx.BaseTransport):
    """Sends requests to public addresses only: to the very address that was checked.

    Every redirect passes here too.
    """

    def __init__(self) -> None:
        self.inner = httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        host = request.url.host
        port = request.url.port or {"https": 443}.get(request.url.scheme, 80)
        addresses = public_addresses(host, port)
        for address in addresses:
            try:
                return self.inner.handle_request(_sent_to(address, request))
            except httpx.ConnectError:
                if address == addresses[-1]:
                    raise
        raise DocumentError(f"the host {host} has no address")

    def close(self) -> None:
        self.inner.close()


def _sent_to(address: str, request: httpx.Request) -> httpx.Request:
    """The request, addressed to an address; the host's name stays in its head and certificate."""
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        extensions={**request.extensions, "sni_hostname": request.url.host},
    )


def _client(terms: Terms) -> httpx.Client:
    """A client that follows redirects.

    It goes through the proxy of the environment only where all addresses are allowed, since
    behind a proxy none can be checked.
    """
    return httpx.Client(
        headers={"User-Agent": _AGENT, "Accept-Encoding": "gzip"},
        follow_redirects=True,
        max_redirects=_REDIRECTS,
        timeout=min(_PATIENCE, terms.timeout),
        transport=None if terms.allow_private else _Checked(),
        trust_env=terms.allow_private,
    )


def _body(answer: httpx.Response, terms: Terms) -> bytes:
    end = time.monotonic() + terms.timeout
    data = bytearray()
    for chunk in answer.iter_bytes():
        data += chunk
        if len(data) > terms.max_bytes:
            raise too_large(terms)
        if time.monotonic() > end:
            raise _slow(terms)
    return bytes(data)


def _recoded(data: bytes, charset: str) -> bytes:
    """The bytes as UTF-8 where the server names another encoding in which they are text."""
    try:
        if codecs.lookup(charset).name == "utf-8":
            return data
        return data.decode(charset).encode()
    except (LookupError, UnicodeError):
        return data  # it is detected as in a file


@contextmanager
def _told(terms: Terms) -> Iterator[None]:
    """What httpx raises, as what a user can mend."""
    try:
        yield
    except httpx.TimeoutException as error:
        raise _slow(terms) from error
    except httpx.TooManyRedirects as error:
        what = f"is redirected more than {_REDIRECTS} times"
        raise DocumentError(what, remedy="give the address that a browser ends at") from error
    except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
        raise DocumentError("is no address on the web", remedy="check the spelling") from error
    except httpx.DecodingError as error:
        raise DocumentError("the answer is damaged", remedy="try again") from error
    except httpx.TransportError as error:
        told = " ".join(str(error).split())[:200] or type(error).__name__
        raise DocumentError(
            f"cannot be reached ({told})", remedy="check the connection, and the address"
        ) from error


def _slow(terms: Terms) -> DocumentError:
    return DocumentError(
        f"did not come within {terms.timeout:g} seconds", remedy="try again or give more --timeout"
    )
