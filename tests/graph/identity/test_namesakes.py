"""One IRI that all releases share, and the several people of one name that it may name."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

from pipeline.graph.identity import (
    Decision,
    Decisions,
    Identity,
    read_corpus,
    read_links,
    resolve,
    rewrite_files,
    write_links,
)
from pipeline.graph.query import Solutions, query
from pipeline.graph.renaming import KnownAs
from tests.graph.identity.conftest import Maker, person

ID = "https://w3id.org/communique/id/"
SMITH, JOHN = "id:person\\/smith", "id:person\\/john-smith"
US = "<https://w3id.org/communique/id/agency/us-dol>"
LK = "<https://w3id.org/communique/id/agency/lk-mof>"
BODIES = "".join(f"{b} a cmq:Agency ; rdfs:label '{b[-4:-1]}' .\n" for b in (US, LK))


def parted(folder: Path, decisions: Decisions | None = None) -> list[tuple[str, str]]:
    found = resolve(read_corpus([folder]), decisions)
    return [(p.here.removeprefix(ID), p.iri.removeprefix(ID)) for p in found.parted]


def common_smiths(release: Maker) -> None:
    """Enough Smiths and Johns for the name to be common."""
    names = [f"{first} Smith" for first in ("Ann", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal")]
    names += [f"John {last}" for last in ("Abel", "Bell", "Carr", "Dunn", "Eads", "Fay", "Gill")]
    release("z", "".join(person(f"<~/person/p{i}>", name) for i, name in enumerate(names)))


def test_two_of_one_full_name_who_serve_two_countries_are_two(release: Maker) -> None:
    common_smiths(release)
    release("a", BODIES + person(JOHN, "John Smith", "Inspector", US))
    release("b", BODIES + person(JOHN, "John Smith", "Clerk", US), publisher="Labor Desk")
    path = release("c", BODIES + person(JOHN, "John Smith", "Auditor", LK), publisher="Island Desk")
    assert parted(path.parent) == [("release/c/person/john-smith", "person/john-smith")]


def test_one_of_a_rare_name_may_serve_two_countries(release: Maker) -> None:
    rare = "id:person\\/zebulon-quark"
    release("a", BODIES + person(rare, "Zebulon Quark", "Inspector", US))
    path = release("c", BODIES + person(rare, "Zebulon Quark", "Auditor", LK))
    assert parted(path.parent) == []


def test_two_of_one_family_name_and_other_ranks_are_two(release: Maker) -> None:
    release("a", person(SMITH, "Smith", "Deputy Secretary"))
    release("b", person(SMITH, "Smith", "Secretary of Tea"))
    path = release("c", person(SMITH, "Smith", "Senator"))
    assert parted(path.parent) == [("release/c/person/smith", "person/smith")]


def test_someone_named_in_full_who_held_both_ranks_is_one(release: Maker) -> None:
    release("a", person(SMITH, "Smith", "Deputy Secretary"))
    release("b", person(SMITH, "Smith", "Senator"))
    path = release(
        "c", person(JOHN, "John Smith", "Senator") + person(JOHN, "John Smith", "Deputy Secretary")
    )
    assert parted(path.parent) == []


def test_ranks_that_go_with_many_tell_nobody_apart(release: Maker) -> None:
    release("a", person(SMITH, "Smith", "Chair of the Board"))
    path = release("b", person(SMITH, "Smith", "Senator"))
    assert parted(path.parent) == []


def two_smiths(release: Maker) -> Path:
    for name in "abc":
        path = release(name, BODIES + person(JOHN, "John Smith", "Inspector", US))
    return path.parent


def test_people_may_decide_that_one_release_names_another(release: Maker) -> None:
    folder = two_smiths(release)
    own = f"{ID}release/b/person/john-smith"
    decided = Decisions(different=(Decision((f"{ID}person/john-smith", own)),))
    assert parted(folder, decided) == [("release/b/person/john-smith", "person/john-smith")]


def test_people_may_decide_that_two_releases_name_two(release: Maker) -> None:
    folder = two_smiths(release)
    a, c = (f"{ID}release/{name}/person/john-smith" for name in "ac")
    assert parted(folder, Decisions(different=(Decision((a, c)),))) == [
        ("release/c/person/john-smith", "person/john-smith")
    ]


def written(found: Identity, folder: Path) -> KnownAs:
    links = folder / "identity.ttl"
    write_links(found, links)
    return read_links(links)


def test_the_parted_are_two_in_questions_and_in_graphs_and_come_back(
    release: Maker, tmp_path: Path
) -> None:
    release("a", person(SMITH, "Smith", "Secretary of Tea"))
    path = release("b", person(SMITH, "Smith", "Senator"))
    known_as = written(resolve(read_corpus([path.parent])), tmp_path)
    question = "SELECT DISTINCT ?who { ?post org:member ?who }"
    told = query([path.parent], question, known_as)
    assert isinstance(told, Solutions)
    assert len(told.rows) == 2

    rewrite_files([path.parent], tmp_path / "plain", KnownAs())
    rewrite_files([tmp_path / "plain"], tmp_path / "linked", known_as)
    rewrite_files([tmp_path / "linked"], tmp_path / "back", None)
    assert "release/b/person/smith" in (tmp_path / "linked" / "b.ttl").read_text()
    assert "release/a/person/smith" not in (tmp_path / "linked" / "a.ttl").read_text()
    for file in (tmp_path / "plain").iterdir():
        assert (tmp_path / "back" / file.name).read_bytes() == file.read_bytes()


def test_the_file_says_why_two_were_parted(release: Maker, tmp_path: Path) -> None:
    release("a", person(SMITH, "Smith", "Secretary of Tea"))
    path = release("b", person(SMITH, "Smith", "Senator"))
    write_links(resolve(read_corpus([path.parent])), tmp_path / "identity.ttl")
    text = (tmp_path / "identity.ttl").read_text()
    assert "owl:differentFrom" in text
    assert "one is called Secretary of Tea, the other Senator" in text


def test_who_is_parted_may_be_one_with_someone_else(release: Maker) -> None:
    quark = "id:person\\/quark"
    release("a", person(quark, "Quark", "Secretary of Tea"))
    release("b", person(quark, "Quark", "Senator"))
    path = release("c", person("id:person\\/ann-quark", "Ann Quark", "Senator"))
    found = resolve(read_corpus([path.parent]))
    pairs = [{link.one.removeprefix(ID), link.other.removeprefix(ID)} for link in found.links]
    assert pairs == [{"person/ann-quark", "release/b/person/quark"}]


def test_the_order_of_releases_changes_nothing(release: Maker, tmp_path: Path) -> None:
    files = [
        release("a", person(SMITH, "Smith", "Secretary of Tea")),
        release("b", person(SMITH, "Smith", "Senator")),
        release("c", person(SMITH, "Smith", "King")),
        release("d", person(SMITH, "Smith", "Senator")),
    ]
    written_as = set()
    for number, order in enumerate(permutations(files)):
        target = tmp_path / f"{number}.ttl"
        write_links(resolve(read_corpus(order)), target)
        written_as.add(target.read_bytes())
    assert len(written_as) == 1
