"""The IRIs of a release and of all it names, each made from content alone."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from rdflib import URIRef

from pipeline.errors import GraphError
from pipeline.extension import NOTHING, Extension
from pipeline.models import Entity, Event, Post, Release, Span, slug

#: Hexadecimal digits of a digest in an IRI: 48 bits, at which a million releases of one day and
#: title would still meet with a chance of one in five hundred.
DIGITS = 12

#: Characters of a title in an IRI: enough to know the release by, and a line stays readable.
TITLE = 40


@dataclass(frozen=True, slots=True)
class Names:
    """What everything in one release is called: the release's IRI and the ids met in it.

    ``extension`` holds the terms of a user's own.
    """

    base: str
    release: URIRef
    shared: frozenset[str]
    scoped: frozenset[str]
    extension: Extension = NOTHING

    def entity(self, identifier: str) -> URIRef:
        """An entity's IRI: the same in every release where it is shared, else below this one."""
        if identifier in self.shared:
            return URIRef(self.base + percent(identifier))
        if identifier in self.scoped:
            return URIRef(f"{self.release}/{percent(identifier)}")
        raise GraphError(
            f"entity {identifier!r} is referred to but nowhere described",
            where=str(self.release),
            remedy="describe it among the entities or the gazetteer",
        )

    def passage(self, span: Span) -> URIRef:
        """A stretch of the release's text, after RFC 5147."""
        return URIRef(f"{self.release}#char={span.start},{span.end}")

    def event(self, event: Event) -> URIRef:
        """An event: its type and a digest of what it says and where, whatever the others say."""
        fillers = sorted(f"{f.role}={f.entity or f.literal!r}" for f in event.fillers)
        spans = sorted(f"{span.start},{span.end}" for span in event.evidence)
        dates = [event.date and event.date.iso, event.end_date and event.end_date.iso]
        code = digest(event.type, event.kind, *dates, *spans, *fillers)
        return URIRef(f"{self.release}/event/{percent(event.type.lower())}-{code}")

    def membership(self, post: Post) -> URIRef:
        """One person's holding of one post, as this release states it."""
        holder = slug(post.person.rpartition("/")[2])
        code = digest(post.person, post.title, post.organization, post.acting, post.former)
        return URIRef(f"{self.release}/membership/{holder}-{code}")

    def role(self, title: str) -> URIRef:
        """A post's title, the same node wherever the title is spelled the same."""
        return URIRef(f"{self.base}role/{slug(title)}-{digest(title)[:8]}")

    def amount(self, words: str) -> URIRef:
        """A sum of money, as this release writes it."""
        return URIRef(f"{self.release}/amount/{slug(words)}-{digest(words)[:8]}")


def name(
    release: Release, entities: Iterable[Entity], base: str, extension: Extension = NOTHING
) -> Names:
    """Call a release and its entities by their IRIs."""
    entities = tuple(entities)
    return Names(
        base=root(base),
        release=release_iri(release, root(base)),
        shared=frozenset(e.id for e in entities if e.shared),
        scoped=frozenset(e.id for e in entities if not e.shared),
        extension=extension,
    )


def release_iri(release: Release, base: str) -> URIRef:
    """A release's IRI: its date, its title and the digest of its text."""
    published = release.metadata.published
    day = published.isoformat() if published else "undated"
    title = slug(release.metadata.title or "untitled", TITLE)
    return URIRef(f"{base}release/{day}-{title}-{text_digest(release.text)}")


def root(base: str) -> str:
    """The base of all IRIs, ending in a slash.

    >>> root("https://example.org/kg")
    'https://example.org/kg/'
    """
    if not re.fullmatch(r"[a-z][a-z0-9+.-]*://[^\s<>\"{}|\\^`#?\[\]]+", base):
        raise GraphError(
            f"{base!r} cannot begin an IRI", remedy="give one such as https://example.org/id/"
        )
    return base if base.endswith("/") else base + "/"


def percent(path: str) -> str:
    """A path with all that an IRI does not bear percent-encoded.

    >>> percent("person/josé m")
    'person/jos%C3%A9%20m'
    """
    return quote(path, safe="/-._~")


def web_address(url: str) -> URIRef | None:
    """A web address as an IRI, mended where it can be; nothing if it is no web address.

    >>> web_address("https://example.gov/a b[1]%")
    rdflib.term.URIRef('https://example.gov/a%20b%5B1%5D%25')
    >>> web_address("www.example.gov")
    """
    if not re.match(r"https?://[A-Za-z0-9.-]+(:\d+)?([/?#]|$)", url):
        return None
    before, mark, fragment = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", url).partition("#")
    safe = ":/?@!$&'()*+,;=-._~%"
    return URIRef(quote(before, safe=safe) + mark + quote(fragment, safe=safe))


def text_digest(text: str) -> str:
    """The digest of a release's canonical text that ends its IRI."""
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def digest(*parts: object) -> str:
    """A short digest of values in their order; a value that is missing counts as such."""
    return text_digest("\x1f".join(repr(part) for part in parts))
