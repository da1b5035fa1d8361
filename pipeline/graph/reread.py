"""Read every passage again: the words a graph shows are those that stand in the release."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

import pyoxigraph as ox

from pipeline.errors import DocumentError
from pipeline.graph.answers import plain
from pipeline.graph.document import Document, Resource, Term
from pipeline.graph.findings import Finding
from pipeline.graph.iris import text_digest
from pipeline.graph.quotes import made_of
from pipeline.graph.terms import CMQ, DCTERMS, NIF

#: The canonical texts of the releases in a document, by its name; none if it is gone, and a
#: DocumentError if it cannot be read again.
Texts: TypeAlias = Callable[[str], Sequence[str] | None]


def reread(document: Document) -> Iterator[Finding]:
    """Compare all words in a document's graph with the canonical texts of its releases."""
    texts = canonical_texts(document)
    for node, problem, value in (
        *_altered(texts),
        *_misplaced(document, texts),
        *_misquoted(document, texts),
    ):
        yield Finding(document.name, plain(node), problem, value)


def canonical_texts(document: Document) -> dict[Term, str]:
    """The text of each release that a graph describes."""
    return {release: plain(words) for release, words in document.pairs(NIF["isString"])}


def against(document: Document, texts: Texts) -> Iterator[Finding]:
    """Compare the canonical texts with the documents they were read from."""
    for release, words in canonical_texts(document).items():
        for source in document.values(release, DCTERMS.source):
            if isinstance(source, ox.NamedNode):
                continue  # the page on the web, beside the document that was read
            if problem := _differs(words, plain(source), texts):
                yield Finding(document.name, plain(release), problem, plain(source))


def _differs(words: str, source: str, texts: Texts) -> str | None:
    """What keeps a text from being that of its document as it reads today."""
    try:
        found = texts(source)
    except DocumentError as error:
        return f"its document {error.what}; {error.remedy}"
    if found is None:
        return "its document is no longer there"
    return None if words in found else "its document no longer reads like this"


_Amiss: TypeAlias = tuple[Term, str, str]


def _altered(texts: Mapping[Term, str]) -> Iterator[_Amiss]:
    for release, words in texts.items():
        if plain(release).rpartition("-")[2] != text_digest(words):
            yield release, "its text is not the one that its IRI was made from", words


def _misplaced(document: Document, texts: Mapping[Term, str]) -> Iterator[_Amiss]:
    for passage, release in document.pairs(NIF["referenceContext"]):
        if amiss := _place(document, passage, release, texts.get(release)):
            yield passage, *amiss


def _place(
    document: Document, passage: Resource, release: Term, words: str | None
) -> tuple[str, str] | None:
    """What is wrong with where a passage says it stands."""
    if words is None:
        return "its release has no text in this graph", plain(release)
    shown = document.value(passage, NIF["anchorOf"])
    begin, end = (_index(document, passage, name) for name in ("beginIndex", "endIndex"))
    if begin is None or end is None:
        return "its indexes are not whole numbers", str(shown)
    if plain(passage) != f"{plain(release)}#char={begin},{end}":
        return "its IRI names other characters than it does", f"{plain(release)}#char={begin},{end}"
    if not begin < end <= len(words):
        return "it is no stretch of its text", f"{begin} to {end} of {len(words)} characters"
    if shown == words[begin:end]:
        return None
    return "its words are not those of the release", f"{shown} for {words[begin:end]}"


def _index(document: Document, passage: Resource, name: str) -> int | None:
    written = str(document.value(passage, NIF[name]))
    return int(written) if written.isascii() and written.isdecimal() else None


def _misquoted(document: Document, texts: Mapping[Term, str]) -> Iterator[_Amiss]:
    for release, dateline in document.pairs(CMQ["dateline"]):
        if plain(dateline) not in texts.get(release, ""):
            yield release, "its dateline is not in the release", plain(dateline)
    for agreement, aim in document.pairs(CMQ["aim"]):
        if not any(plain(aim) in words for words in texts.values()):
            yield agreement, "its aim is not in the release", plain(aim)
    for event, quote in document.pairs(CMQ["quote"]):
        releases = document.values(event, CMQ["reportedIn"])
        if not any(made_of(plain(quote), texts.get(release, "")) for release in releases):
            yield event, "its quotation is not in the words of the release", plain(quote)
