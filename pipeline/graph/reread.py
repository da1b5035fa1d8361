"""Read every passage again: the words a graph shows are those that stand in the release."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from rdflib import Graph, URIRef
from rdflib.term import Node

from pipeline.errors import DocumentError
from pipeline.graph.findings import Finding
from pipeline.graph.iris import text_digest
from pipeline.graph.quotes import made_of
from pipeline.graph.terms import CMQ, DCTERMS, NIF

#: The canonical texts of the releases in a document, by its name; none if it is gone, and a
#: DocumentError if it cannot be read again.
Texts: TypeAlias = Callable[[str], Sequence[str] | None]


def reread(graph: Graph) -> Iterator[Finding]:
    """Compare all words in a document's graph with the canonical texts of its releases."""
    texts = canonical_texts(graph)
    document = str(graph.identifier)
    for node, words, problem in (
        *_altered(texts),
        *_misplaced(graph, texts),
        *_misquoted(graph, texts),
    ):
        yield Finding(document, str(node), problem, str(words))


def canonical_texts(graph: Graph) -> dict[Node, str]:
    """The text of each release that a graph describes."""
    return {release: str(text) for release, text in graph.subject_objects(NIF["isString"])}


def against(graph: Graph, texts: Texts) -> Iterator[Finding]:
    """Compare the canonical texts with the documents they were read from."""
    for release, text in canonical_texts(graph).items():
        for source in graph.objects(release, DCTERMS.source):
            if isinstance(source, URIRef):
                continue  # the page on the web, beside the document that was read
            if problem := _differs(text, str(source), texts):
                yield Finding(str(graph.identifier), str(release), problem, text)


def _differs(text: str, source: str, texts: Texts) -> str | None:
    """What keeps a text from being that of its document as it reads today."""
    try:
        found = texts(source)
    except DocumentError as error:
        return f"its document {source} {error.what}; {error.remedy}"
    if found is None:
        return f"its document {source} is no longer there"
    return None if text in found else f"its document {source} no longer reads like this"


_Amiss: TypeAlias = tuple[Node, object, str]


def _altered(texts: Mapping[Node, str]) -> Iterator[_Amiss]:
    for release, text in texts.items():
        if str(release).rpartition("-")[2] != text_digest(text):
            yield release, text, "its text is not the one that its IRI was made from"


def _misplaced(graph: Graph, texts: Mapping[Node, str]) -> Iterator[_Amiss]:
    for passage, release in graph.subject_objects(NIF["referenceContext"]):
        words = graph.value(passage, NIF["anchorOf"])
        if problem := _place(graph, passage, release, texts.get(release), str(words)):
            yield passage, words, problem


def _place(graph: Graph, passage: Node, release: Node, text: str | None, words: str) -> str | None:
    """What is wrong with where a passage says it stands."""
    if text is None:
        return f"its release {release} has no text in this graph"
    begin, end = (_index(graph, passage, name) for name in ("beginIndex", "endIndex"))
    if begin is None or end is None:
        return "its indexes are not whole numbers"
    if str(passage) != f"{release}#char={begin},{end}":
        return f"its IRI does not name the characters {begin} to {end} of {release}"
    if not begin < end <= len(text):
        return f"{begin} to {end} is no stretch of a text of {len(text)} characters"
    return None if words == text[begin:end] else f"the release says {text[begin:end]!r}, not"


def _index(graph: Graph, passage: Node, name: str) -> int | None:
    written = str(graph.value(passage, NIF[name]))
    return int(written) if written.isascii() and written.isdecimal() else None


def _misquoted(graph: Graph, texts: Mapping[Node, str]) -> Iterator[_Amiss]:
    for release, dateline in graph.subject_objects(CMQ["dateline"]):
        if str(dateline) not in texts.get(release, ""):
            yield release, dateline, "its dateline is not in the release"
    for agreement, aim in graph.subject_objects(CMQ["aim"]):
        if not any(str(aim) in text for text in texts.values()):
            yield agreement, aim, "its aim is not in the release"
    for event, quote in graph.subject_objects(CMQ["quote"]):
        text = texts.get(graph.value(event, CMQ["reportedIn"]) or event, "")
        if not made_of(str(quote), text):
            yield event, quote, "its quotation is not in the words of the release"
