"""The page: one HTML file that needs no network, in which release text can only ever be text.

What a release says reaches the page as JSON in a block that no browser runs. The page's own two
scripts and its style are allowed by their hashes alone, so nothing else can run, whatever it says.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from urllib.parse import urlsplit

import pyoxigraph as ox

from pipeline.errors import GraphError
from pipeline.graph.read import read
from pipeline.graph.renaming import KnownAs
from pipeline.graph.terms import PREFIXES
from pipeline.outlets.explore.encode import encode
from pipeline.outlets.explore.modules import asset, script
from pipeline.outlets.explore.words import words
from pipeline.vocabulary import EVENT_ROLES

#: What ends a script block or changes how it is read, and what reorders a line in an editor.
_UNSAFE = re.compile("[<>&\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def page(graphs: Iterable[Path], title: str = "", known_as: KnownAs | None = None) -> str:
    """A page of all graphs in files and folders, to be written as UTF-8.

    ``known_as`` tells what some IRIs are to be called, so that one of several releases is one
    page. The same graphs give the same bytes. Raises :class:`GraphError` for graphs that cannot be
    read.
    """
    return store_page(read(graphs, known_as), title)


def store_page(store: ox.Store, title: str = "") -> str:
    """A page of the union of all graphs in a store."""
    tables = asdict(encode(store))
    texts = tables.pop("texts")
    return _page({"source": "tables", **tables}, texts, title, connect="'none'")


def endpoint_page(url: str, title: str = "") -> str:
    """The same page over a SPARQL 1.1 endpoint, which it asks for what it shows and no more.

    ``url`` is that of the query endpoint; one without a host, such as ``/query``, is beside the
    page. Raises :class:`GraphError` for one that is neither.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("", "http", "https") or bool(parts.scheme) != bool(parts.netloc):
        raise GraphError(
            f"{url!r} is no address of an endpoint", remedy="give http://host/query or /query"
        )
    # An address goes into the policy, where a space or a semicolon would begin another rule.
    if re.search(r"[\s;,'\"]", url):
        raise GraphError(f"{url!r} is no address of an endpoint", remedy="leave out spaces, ; , '")
    connect = f"{parts.scheme}://{parts.netloc}" if parts.netloc else "'self'"
    queries = {
        file.name.removesuffix(".rq"): file.read_text(encoding="utf-8")
        for file in sorted(asset("queries").iterdir(), key=lambda file: file.name)
        if file.name.endswith(".rq")
    }
    data = {"source": "endpoint", "url": url, "queries": queries}
    return _page(data, [], title, connect=connect)


def _page(data: Mapping[str, object], texts: list[str], title: str, connect: str) -> str:
    told = {
        "title": title,
        "prefixes": PREFIXES,
        "words": words(),
        "roles": EVENT_ROLES,
        **data,
    }
    network = asset("vendor/cytoscape.min.js").read_text(encoding="utf-8")
    style = asset("page.css").read_text(encoding="utf-8")
    code = script()
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hash(network)} {_hash(code)}",
            f"style-src {_hash(style)}",
            "img-src data: blob:",
            f"connect-src {connect}",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )
    filled = {
        "policy": html.escape(policy),
        "title": html.escape(title or "What the releases say"),
        "style": style,
        "data": block(told),
        "network": network,
        "script": code,
        "texts": block(texts),
    }
    shell = asset("page.html").read_text(encoding="utf-8")
    return re.sub(r"\{\{(\w+)\}\}", lambda slot: filled[slot[1]], shell)


def block(data: object) -> str:
    r"""Data as JSON that a script block can hold: nothing in it ends the block or begins markup.

    >>> block("</script>")
    '"\\u003c/script\\u003e"'
    """
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def _hash(inline: str) -> str:
    """What a policy calls an inline script or style: the hash of its text, exactly."""
    digest = hashlib.sha256(inline.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
