"""The ontology's reference: all its terms on one page that needs no network."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from lxml import html
from rdflib import OWL, RDF, SKOS, Graph
from rdflib.term import Node

from pipeline.outlets.reference import diagrams, render, write_reference
from pipeline.outlets.reference.diagram import CHARACTER
from pipeline.outlets.reference.terms import Reference, read_reference
from pipeline.vocabulary import CMQ, ontology_directory


@pytest.fixture(scope="module")
def reference() -> Reference:
    return read_reference()


@pytest.fixture(scope="module")
def page(reference: Reference) -> html.HtmlElement:
    return html.fromstring(render(reference))


def names(graph: Graph, *classes: Node) -> set[str]:
    return {
        str(term).removeprefix(CMQ)
        for class_ in classes
        for term in graph.subjects(RDF.type, class_)
        if str(term).startswith(CMQ)
    }


def test_every_term_of_the_ontology_has_its_place(page: html.HtmlElement) -> None:
    graph = Graph().parse(ontology_directory() / "communique.ttl")
    properties = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    terms = names(graph, OWL.Class, *properties, SKOS.Concept, SKOS.ConceptScheme)
    assert len(terms) > 120
    assert terms <= set(page.xpath("//@id"))


def test_a_term_is_told_with_its_example_its_rules_and_its_ties(page: html.HtmlElement) -> None:
    (signing,) = page.xpath("//section[@id='Signing']")
    told = " ".join(" ".join(signing.itertext()).split())
    for words in (
        "An agreement is signed, concluded",
        "For example: “Ana Lobo signed",
        "Is a kind of Event",
        "signatory → Agent or Place",
        "a signing is of an agreement",
        "is nearly the same as PloverSupport PLOVER counts the signing",
    ):
        assert words in told


def test_every_link_within_the_page_leads_somewhere(page: html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    inside = [link[1:] for link in page.xpath("//@href") if link.startswith("#")]
    assert len(inside) > 200
    assert set(inside) <= set(ids)


def test_the_page_loads_nothing(page: html.HtmlElement) -> None:
    assert page.xpath("//script | //link | //img | //iframe | //@src") == []
    style = "".join(page.xpath("//style/text()"))
    assert "url(" not in style
    assert "@import" not in style


def test_those_who_listen_or_use_keys_find_their_way(page: html.HtmlElement) -> None:
    assert page.get("lang") == "en"
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    for once in ("h1", "main", "nav"):
        assert page.xpath(f"count(//{once})") == 1
    assert page.xpath("//a[@class='skip']/@href") == ["#content"]
    assert page.xpath("//th[not(@scope)]") == []
    ids = set(page.xpath("//@id"))
    for labels in page.xpath("//@aria-labelledby"):
        assert set(labels.split()) <= ids
    for scrolled in page.xpath("//*[@class='scroll']"):
        assert scrolled.get("tabindex") == "0"
    for drawing in page.xpath("//svg"):
        assert drawing.findtext("title")
        assert "Under " in drawing.findtext("desc")


def test_every_class_is_drawn_once_and_its_lines_fit(reference: Reference) -> None:
    boxes = [box for diagram in diagrams(reference) for box in diagram.boxes]
    assert sorted(box.name for box in boxes) == sorted(term.name for term in reference.classes)
    for box in boxes:
        assert all(len(line) * CHARACTER < box.width for line in box.lines)


def test_no_box_covers_another(reference: Reference) -> None:
    for diagram in diagrams(reference):
        for one, other in itertools.combinations(diagram.boxes, 2):
            apart = (
                one.left + one.width <= other.left
                or other.left + other.width <= one.left
                or one.top + one.height <= other.top
                or other.top + other.height <= one.top
            )
            assert apart, (one.name, other.name)
        for box in diagram.boxes:
            assert box.left + box.width <= diagram.width
            assert box.top + box.height <= diagram.height


def test_the_page_and_the_files_it_links_are_the_same_each_time(tmp_path: Path) -> None:
    one, other = (write_reference(tmp_path / name) for name in ("one", "other"))
    assert one.read_bytes() == other.read_bytes()
    linked = re.findall(r'href="([\w.]+\.ttl)"', one.read_text(encoding="utf-8"))
    assert linked
    for name in linked:
        shipped = ontology_directory() / name
        assert (one.parent / name).read_bytes() == shipped.read_bytes()
