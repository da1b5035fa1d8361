"""Where a graph comes from, in PROV-O and without the time of day: enough to make it again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rdflib import Graph, Literal, URIRef

from pipeline.errors import GraphError
from pipeline.graph.iris import DIGITS, Names, percent, web_address
from pipeline.graph.terms import DCTERMS, PROV, RDF, RDFS, Triple
from pipeline.models import Facts, Metadata

_SHA256 = "sha256:"


def describe_tools(releases: Sequence[URIRef], tools: Sequence[str], base: str) -> Iterator[Triple]:
    """Say which programs, each by name and version, read the releases."""
    for tool in tools:
        agent = _tool(tool, base)
        yield agent, RDF.type, PROV.SoftwareAgent
        yield agent, RDFS.label, Literal(tool)
        for release in releases:
            yield release, PROV.wasAttributedTo, agent


def describe_reading(facts: Facts, names: Names, tools: Sequence[str]) -> Iterator[Triple]:
    """Say with which model, frames, terms and names a release was read, and what the user gave."""
    if facts.reading is None:
        return
    reading = URIRef(f"{names.release}/reading")
    yield names.release, PROV.wasGeneratedBy, reading
    yield reading, RDF.type, PROV.Activity
    yield from ((reading, PROV.wasAssociatedWith, _tool(tool, names.base)) for tool in tools)
    model = URIRef(f"{names.base}model/{percent('-'.join(facts.reading.model.split()))}")
    yield reading, PROV.used, model
    yield model, RDF.type, PROV.Entity
    yield model, RDFS.label, Literal(facts.reading.model)
    read_with = facts.reading
    held = {
        "frames": read_with.frames,
        "terms": names.extension.digest,
        "names": read_with.names,
    }
    for what, digest in held.items():
        if digest:
            plan = URIRef(f"{names.base}{what}/{digest[:DIGITS]}")
            yield reading, PROV.used, plan
            yield plan, RDF.type, PROV.Plan
            yield plan, RDFS.label, Literal(f"{what} {digest[:DIGITS]}")
            yield plan, DCTERMS.identifier, Literal(_SHA256 + digest)
    yield from _given(facts, reading)
    for source, said in facts.release.stated:
        if _contradicts(said, facts.release.metadata):
            yield from _stated(source, said, reading)


def _given(facts: Facts, reading: URIRef) -> Iterator[Triple]:
    """What the user said about the document, which won over what it says itself."""
    said = facts.release.metadata
    if not said.given:
        return
    given = URIRef(f"{reading}/given")
    yield reading, PROV.used, given
    yield given, RDF.type, PROV.Entity
    yield given, RDFS.label, Literal(f"given by the user: {', '.join(said.given)}")
    if "published" in said.given and said.published:
        yield given, DCTERMS.issued, Literal(said.published)
    if "publisher" in said.given:
        yield from ((given, PROV.value, Literal(name)) for name in said.publisher)


def _contradicts(said: Metadata, known: Metadata) -> bool:
    """Whether a source states a field that another source is believed about."""
    single = ((said.title, known.title), (said.published, known.published), (said.url, known.url))
    others = set(said.publisher) - set(known.publisher)
    return bool(others) or any(one and one != other for one, other in single)


def _stated(source: str, said: Metadata, reading: URIRef) -> Iterator[Triple]:
    """What one source says by itself of the release, where it is not believed in all."""
    node = URIRef(f"{reading}/{source}")
    yield reading, PROV.used, node
    yield node, RDF.type, PROV.Entity
    yield node, RDFS.label, Literal(f"stated by the {source}")
    single = (
        (DCTERMS.title, said.title),
        (DCTERMS.issued, said.published),
        (DCTERMS.language, said.language),
    )
    yield from ((node, term, Literal(value)) for term, value in single if value)
    yield from ((node, PROV.value, Literal(name)) for name in said.publisher)  # not a body
    if said.url and (address := web_address(said.url)):
        yield node, DCTERMS.source, address


@dataclass(frozen=True, slots=True)
class Origin:
    """What a graph says it was made from: the document's source, and with what it was read.

    ``base`` begins its IRIs, ``frames``, ``terms`` and ``names`` are digests, ``published`` and
    ``publisher`` what the user gave.
    """

    source: str
    base: str
    tools: tuple[str, ...]
    model: str
    frames: str
    terms: str | None = None
    names: str | None = None
    published: dt.date | None = None
    publisher: str | None = None


def origin(graph: Graph) -> Origin:
    """Where a document's graph says it comes from.

    Raises :class:`GraphError` for a graph that does not say it.
    """
    release = URIRef(str(graph.identifier))
    sources = [s for s in graph.objects(release, DCTERMS.source) if isinstance(s, Literal)]
    reading = graph.value(release, PROV.wasGeneratedBy)
    if not sources or reading is None:
        raise GraphError(
            "the graph does not say what it was made from",
            where=str(release),
            remedy="write it anew with 'communique extract'; a view of the edges alone cannot say",
        )
    used = {_kind(str(each)): each for each in graph.objects(reading, PROV.used)}
    held = {
        kind: str(graph.value(node, DCTERMS.identifier)).removeprefix(_SHA256)
        for kind, node in used.items()
        if kind in {"frames", "terms", "names"}
    }
    given = used.get("given", reading)
    published, publisher = (graph.value(given, p) for p in (DCTERMS.issued, PROV.value))
    agents = graph.objects(reading, PROV.wasAssociatedWith)
    return Origin(
        source=str(min(sources)),
        base=str(release).partition("release/")[0],
        tools=tuple(sorted(str(graph.value(agent, RDFS.label)) for agent in agents)),
        model=str(graph.value(used.get("model"), RDFS.label)),
        frames=held.get("frames", ""),
        terms=held.get("terms"),
        names=held.get("names"),
        published=dt.date.fromisoformat(str(published)) if published else None,
        publisher=str(publisher) if publisher else None,
    )


def _tool(tool: str, base: str) -> URIRef:
    return URIRef(f"{base}tool/{percent('-'.join(tool.split()))}")


def _kind(iri: str) -> str:
    """What a thing used in a reading is, by its IRI: model, frames, terms, names or given."""
    head, _, end = iri.rpartition("/")
    return end if end == "given" else head.rpartition("/")[2]
