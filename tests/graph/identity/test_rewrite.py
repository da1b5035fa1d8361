from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import GraphError
from pipeline.graph.identity import apply, read_links, remove, rewrite_files
from pipeline.graph.renaming import KnownAs
from tests.graph.identity.conftest import Maker, person

NAMES = [f"https://example.org/{letter}" for letter in "abcdefg"]
GRAPH = ox.NamedNode("https://example.org/document")

iris = st.sampled_from(NAMES[:5]).map(ox.NamedNode)
values = st.one_of(iris, st.text(max_size=3).map(ox.Literal))
statements = st.frozensets(
    st.builds(
        lambda s, p, o: ox.Quad(s, ox.NamedNode(f"https://example.org/{p}"), o, GRAPH),
        iris,
        st.sampled_from(["knows", "likes"]),
        values,
    ),
    max_size=12,
)
#: Links from some of the first five to the last two, which may stand for a group, or to the first.
links = st.dictionaries(st.sampled_from(NAMES[1:5]), st.sampled_from([NAMES[0], *NAMES[5:]]))


@given(statements, links)
def test_taking_identity_out_is_the_inverse_of_putting_it_in(
    quads: frozenset[ox.Quad], same_as: dict[str, str]
) -> None:
    assert frozenset(remove(apply(quads, same_as))) == quads


@given(statements, links)
def test_no_statement_is_lost_when_identity_is_put_in(
    quads: frozenset[ox.Quad], same_as: dict[str, str]
) -> None:
    assert len(set(apply(quads, same_as))) >= len(quads)


def test_an_entity_goes_by_the_iri_of_its_group() -> None:
    one, known_as = map(ox.NamedNode, NAMES[:2])
    quad = ox.Quad(one, ox.NamedNode("https://example.org/knows"), one, GRAPH)
    made = apply([quad], {one.value: known_as.value})
    assert ox.Quad(known_as, quad.predicate, known_as, GRAPH) in made


def test_identity_is_not_put_in_twice() -> None:
    one = ox.NamedNode(NAMES[0])
    quad = ox.Quad(one, ox.NamedNode("https://example.org/knows"), one, GRAPH)
    made = apply([quad], {NAMES[0]: NAMES[1]})
    with pytest.raises(GraphError, match="applied already"):
        apply(made, {NAMES[0]: NAMES[1]})


def test_files_come_back_byte_for_byte(release: Maker, tmp_path: Path) -> None:
    for name in "ab":
        path = release(name, person("<~/person/k>", "Dana Kim", "Secretary"))
    rewrite_files([path.parent], tmp_path / "first", KnownAs())
    rewrite_files([tmp_path / "first"], tmp_path / "plain", None)
    base = "https://w3id.org/communique/id/release"
    same_as = KnownAs({f"{base}/b/person/k": f"{base}/a/person/k"})
    assert rewrite_files([tmp_path / "plain"], tmp_path / "linked", same_as) == 2
    rewrite_files([tmp_path / "linked"], tmp_path / "back", None)
    linked = (tmp_path / "linked" / "b.ttl").read_text()
    assert "knownHereAs" in linked
    for file in (tmp_path / "plain").iterdir():
        assert (tmp_path / "back" / file.name).read_bytes() == file.read_bytes()


def test_graphs_are_not_written_over_themselves(release: Maker) -> None:
    path = release("a", person("<~/person/k>", "Dana Kim"))
    with pytest.raises(GraphError, match="written over itself"):
        rewrite_files([path.parent], path.parent, KnownAs())


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("<urn:a> owl:sameAs <urn:b> , <urn:c> .", "the same as two others"),
        ("<urn:a> owl:sameAs <urn:b> . <urn:b> owl:sameAs <urn:c> .", "has others the same"),
        ("<urn:a> owl:sameAs 'b' .", "is no IRI"),
    ],
)
def test_links_that_contradict_themselves_are_refused(said: str, what: str, tmp_path: Path) -> None:
    path = tmp_path / "links.ttl"
    path.write_text(f"@prefix owl: <http://www.w3.org/2002/07/owl#> .\n{said}\n")
    with pytest.raises(GraphError, match=what):
        read_links(path)
