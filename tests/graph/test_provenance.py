"""Where a graph comes from, as it says itself."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from rdflib import DCTERMS, Graph, Literal, URIRef

from pipeline.errors import GraphError
from pipeline.extension import Extension
from pipeline.graph.build import build
from pipeline.graph.provenance import Origin, origin
from pipeline.graph.terms import PROV, RDF, XSD
from pipeline.graph.validate import check
from pipeline.models import Facts, Reading
from pipeline.reading import read_bytes
from tests.graph.archive import BASE, courts

READING = Reading("tiny_model 1.0", "ab" * 32)


def read(*, given: tuple[str, ...] = (), extension: Extension | None = None) -> Graph:
    (facts,) = courts()
    metadata = replace(facts.release.metadata, given=given)
    facts = replace(facts, release=replace(facts.release, metadata=metadata), reading=READING)
    return build(
        (facts,), base=BASE, provenance=("reader 1.0",), extension=extension or Extension()
    )


def test_a_graph_says_with_what_it_was_read() -> None:
    assert origin(read()) == Origin(
        source="archive/courts.md",
        base=BASE,
        tools=("reader 1.0",),
        model="tiny_model 1.0",
        frames="ab" * 32,
    )


def test_it_says_what_the_user_gave_and_of_whose_terms_it_speaks() -> None:
    found = origin(read(given=("published", "publisher"), extension=Extension(digest="cd" * 32)))
    assert (found.published, found.publisher) == (dt.date(2021, 6, 10), "Coast Guard")
    assert found.terms == "cd" * 32


def test_it_keeps_to_the_shapes() -> None:
    assert [str(finding) for finding in check(read(given=("published", "publisher")))] == []


def test_no_time_of_day_is_in_it() -> None:
    graph = read(given=("published",))
    assert not [v for v in graph.objects() if isinstance(v, Literal) and v.datatype == XSD.dateTime]
    assert not set(graph.predicates()) & {
        PROV.startedAtTime,
        PROV.endedAtTime,
        PROV.generatedAtTime,
    }


def test_every_release_of_a_document_has_its_reading() -> None:
    (facts,) = courts()
    part = replace(facts.release, part=1, text="Annex", metadata=facts.release.metadata)
    graph = build((replace(facts, reading=READING), Facts(part, reading=READING)), base=BASE)
    assert len(set(graph.subjects(RDF.type, PROV.Activity))) == 2


def test_a_graph_that_does_not_say_it_is_an_error_with_the_remedy() -> None:
    (facts,) = courts()
    with pytest.raises(GraphError, match="does not say what it was made from; write it anew"):
        origin(build((facts,), base=BASE))


def test_what_sources_state_otherwise_is_kept_with_its_source() -> None:
    sidecar = {
        "title": "Pact signed",
        "date": "2024-03-06",
        "issuer": "Ministry of Trade of Norland",
    }
    page = "---\ntitle: Pact on fish signed\ndate: 2024-03-05\n---\nBoth sides signed a pact today."
    (release,) = read_bytes(page.encode(), "a.md", sidecar)
    facts = Facts(release, reading=READING)
    graph = build([facts])
    document, said = (
        {
            re.split("[/#]", str(term))[-1]: str(value)
            for term, value in graph.predicate_objects(
                URIRef(f"{graph.identifier}/reading/{source}")
            )
            if term in {DCTERMS.title, DCTERMS.issued, PROV.value}
        }
        for source in ("document", "sidecar")
    )
    assert document == {}  # it is believed in all that it states
    assert said == {
        "title": "Pact signed",
        "issued": "2024-03-06",
        "value": "Ministry of Trade of Norland",
    }
    release_node = URIRef(str(graph.identifier))
    assert str(graph.value(release_node, DCTERMS.issued)) == "2024-03-05"
    assert [str(finding) for finding in check(graph)] == []
