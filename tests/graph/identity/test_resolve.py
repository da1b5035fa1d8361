from __future__ import annotations

import random
from pathlib import Path

import pytest

from pipeline.graph.identity import (
    Decision,
    Decisions,
    Identity,
    read_corpus,
    read_links,
    resolve,
    write_links,
)
from pipeline.graph.query import Solutions, query
from tests.graph.identity.conftest import Maker, person

ID = "https://w3id.org/communique/id/"
LABOR = "<https://w3id.org/communique/id/agency/us-dol>"
AGENCY = f"{LABOR} a cmq:Agency ; rdfs:label 'Department of Labor' .\n"


def identity(folder: Path, decisions: Decisions | None = None) -> Identity:
    return resolve(read_corpus([folder]), decisions)


def groups(found: Identity) -> set[frozenset[str]]:
    return {frozenset(iri.removeprefix(ID) for iri in group) for group in found.groups}


def test_a_fuller_name_in_the_same_office_is_the_same_person(release: Maker) -> None:
    release("a", AGENCY + person("id:person\\/dana-kim", "Dana Kim", "Secretary", LABOR))
    path = release(
        "b", AGENCY + person("id:person\\/dana-p-kim", "Dana P. Kim", "Secretary", LABOR)
    )
    found = identity(path.parent)
    assert groups(found) == {frozenset({"person/dana-kim", "person/dana-p-kim"})}
    assert "both are Secretary of Department of Labor" in found.links[0].support
    assert "one name is fuller than the other" in found.links[0].doubt


def test_middle_names_that_differ_keep_two_people_apart(release: Maker) -> None:
    release("a", AGENCY + person("<~/person/k>", "Dana R. Kim", "Secretary", LABOR))
    path = release("b", AGENCY + person("<~/person/k>", "Dana P. Kim", "Secretary", LABOR))
    assert identity(path.parent).links == ()


def test_a_short_name_between_two_that_differ_joins_only_one_of_them(release: Maker) -> None:
    release("a", AGENCY + person("<~/person/k>", "Dana R. Kim", "Secretary", LABOR))
    release("b", AGENCY + person("<~/person/k>", "Dana P. Kim", "Secretary", LABOR))
    path = release("c", AGENCY + person("<~/person/k>", "Dana Kim", "Secretary", LABOR))
    assert [len(group) for group in identity(path.parent).groups] == [2]


def test_an_official_and_one_who_is_charged_stay_two_people(release: Maker) -> None:
    charged = "<~/event/e> a cmq:Event , cmq:LegalAction ; cmq:defendant <~/person/roy> .\n"
    release("a", AGENCY + person("<~/person/roy>", "Alan Roy", "Inspector", LABOR))
    path = release("b", person("<~/person/roy>", "Alan Roy") + charged)
    assert groups(identity(path.parent)) == set()


def test_a_family_name_alone_is_nobody_without_an_office(release: Maker) -> None:
    release("a", person("<~/person/kim>", "Kim"))
    path = release("b", person("<~/person/dana-kim>", "Dana Kim"))
    assert identity(path.parent).links == ()


def test_an_office_without_a_name_is_no_name(release: Maker) -> None:
    release("a", person("<~/person/x>", "Foreign Minister"))
    path = release("b", person("<~/person/x>", "Foreign Minister"))
    assert identity(path.parent).links == ()


def test_a_common_name_alone_is_not_enough(release: Maker) -> None:
    kin = ("Ann Chen", "Bo Chen", "Cy Chen", "Di Chen", "Li Wu", "Li Ma", "Li Hu", "Li Yu")
    said = "".join(person(f"<~/person/p{i}>", name) for i, name in enumerate(kin))
    release("a", said + person("<~/person/li-chen>", "Li Chen"))
    path = release("b", person("<~/person/li-chen>", "Li Chen"), publisher="Another Office")
    assert groups(identity(path.parent)) == set()


def test_two_of_one_release_are_two(release: Maker) -> None:
    path = release(
        "a", person("<~/person/one>", "Dana Kim") + person("<~/person/two>", "Dana P. Kim")
    )
    assert groups(identity(path.parent)) == set()


def test_a_company_is_the_same_with_and_without_its_legal_form(release: Maker) -> None:
    release("a", "<~/organization/x> a cmq:Organization ; rdfs:label 'The Harbor Lights Company' .")
    path = release(
        "b", "<~/organization/x> a cmq:Organization ; rdfs:label 'Harbor Lights Company, Inc.' ."
    )
    assert len(identity(path.parent).groups) == 1


def test_a_name_that_many_bodies_have_is_not_enough(release: Maker) -> None:
    release("a", "<~/organization/x> a cmq:Organization ; rdfs:label 'High Court' .")
    path = release(
        "b", "<~/organization/x> a cmq:Organization ; rdfs:label 'High Court' .", publisher="Court"
    )
    assert identity(path.parent).links == ()


def test_an_acronym_is_the_body_it_stands_for(release: Maker) -> None:
    release(
        "a",
        "<~/organization/x> a cmq:Organization ; rdfs:label 'Harbor Lights Trust' ; "
        "skos:altLabel 'HLT' .",
    )
    path = release("b", "<~/organization/x> a cmq:Organization ; rdfs:label 'HLT' .")
    assert len(identity(path.parent).groups) == 1


def test_an_acronym_of_two_bodies_joins_neither(release: Maker) -> None:
    for name, full in (("a", "Harbor Lights Trust"), ("b", "Highland Lake Trails")):
        release(
            name,
            f"<~/organization/x> a cmq:Organization ; rdfs:label '{full}' ; skos:altLabel 'HLT' .",
            publisher=name,
        )
    path = release("c", "<~/organization/x> a cmq:Organization ; rdfs:label 'HLT' .")
    assert identity(path.parent).groups == ()


DEAL = """<~/agreement/x> a cmq:Agreement ; rdfs:label '{label}' ; cmq:kind cmq:{kind} ;
 cmq:party id:country\\/CR , id:country\\/PA ; cmq:dateSigned '2024-05-0{day}'^^xsd:date ."""


def test_an_agreement_named_in_full_elsewhere_is_one_by_its_sides_and_day(release: Maker) -> None:
    release("a", DEAL.format(label="Lake Fisheries Treaty", kind="Treaty", day=1))
    path = release("b", DEAL.format(label="the treaty", kind="Treaty", day=1))
    assert len(identity(path.parent).groups) == 1


def test_agreements_of_other_days_are_two(release: Maker) -> None:
    release("a", DEAL.format(label="Memorandum of Understanding", kind="Treaty", day=1))
    path = release("b", DEAL.format(label="Memorandum of Understanding", kind="Treaty", day=2))
    assert identity(path.parent).groups == ()


SIGNED = """<~/event/s> a cmq:Event , cmq:Signing ; cmq:status cmq:{status} ;
 cmq:date '2024-05-01'^^xsd:date ; cmq:party id:country\\/CR , id:country\\/PA ."""


def test_one_signing_of_two_releases_is_one_event(release: Maker) -> None:
    release("a", SIGNED.format(status="Occurred"))
    path = release("b", SIGNED.format(status="Occurred"))
    assert len(identity(path.parent).groups) == 1


def test_a_planned_signing_is_never_one_that_occurred(release: Maker) -> None:
    release("a", SIGNED.format(status="Occurred"))
    path = release("b", SIGNED.format(status="Planned"))
    assert identity(path.parent).links == ()


@pytest.fixture
def three(release: Maker) -> tuple[Path, list[str]]:
    for name in "abc":
        path = release(name, AGENCY + person("<~/person/k>", "Dana Kim", "Secretary", LABOR))
    return path.parent, [f"{ID}release/{name}/person/k" for name in "abc"]


def test_what_people_decided_to_be_different_stays_apart(three: tuple[Path, list[str]]) -> None:
    folder, (a, _, c) = three
    found = identity(folder, Decisions(different=(Decision((a, c)),)))
    assert not any({a, c} <= set(group) for group in found.groups)
    assert [refusal.apart for refusal in found.refused] in ([(a, c)], [(c, a)])


def test_a_chain_of_links_never_joins_two_decided_to_be_different(
    three: tuple[Path, list[str]],
) -> None:
    folder, (a, b, c) = three
    decided = Decisions(same=(Decision((a, b)), Decision((b, c))), different=(Decision((a, c)),))
    found = identity(folder, decided)
    assert groups(found) == {frozenset(iri.removeprefix(ID) for iri in (a, b))}
    assert found.refused[0].link.decided


def test_what_people_decided_to_be_the_same_needs_no_evidence(release: Maker) -> None:
    release("a", person("<~/person/k>", "Dana Kim"))
    path = release("b", person("<~/person/x>", "Xavier Roe"))
    pair = (f"{ID}release/a/person/k", f"{ID}release/b/person/x")
    found = identity(path.parent, Decisions(same=(Decision(pair, "a pen name", "the desk"),)))
    assert found.groups == (pair,)
    assert found.links[0].support == ("the desk decided: a pen name",)


def test_the_order_of_files_changes_nothing(three: tuple[Path, list[str]], tmp_path: Path) -> None:
    folder, _ = three
    files = sorted(folder.iterdir())
    written = set()
    for seed in range(6):
        random.Random(seed).shuffle(files)
        target = tmp_path / f"{seed}.ttl"
        write_links(resolve(read_corpus(files)), target)
        written.add(target.read_bytes())
    assert len(written) == 1


def test_a_removed_release_leaves_no_trace(three: tuple[Path, list[str]], tmp_path: Path) -> None:
    folder, _ = three
    first, again = tmp_path / "first.ttl", tmp_path / "again.ttl"
    (folder / "c.ttl").rename(tmp_path / "c.ttl")
    write_links(identity(folder), first)
    (tmp_path / "c.ttl").rename(folder / "c.ttl")
    write_links(identity(folder), again)
    assert first.read_bytes() != again.read_bytes()
    (folder / "c.ttl").unlink()
    write_links(identity(folder), again)
    assert first.read_bytes() == again.read_bytes()


def test_links_name_the_passages_of_both_sides(release: Maker) -> None:
    for name in "ab":
        mention = (
            "<~#char=0,8> a cmq:Mention ; nif:beginIndex '0'^^xsd:nonNegativeInteger ; "
            "itsrdf:taIdentRef <~/person/k> .\n"
        )
        path = release(name, mention + AGENCY + person("<~/person/k>", "Dana Kim", "Chief", LABOR))
    (link,) = identity(path.parent).links
    assert link.passages == tuple(f"{ID}release/{name}#char=0,8" for name in "ab")


def test_questions_are_answered_over_the_linked_graph(release: Maker, tmp_path: Path) -> None:
    release("a", AGENCY + person("<~/person/k>", "Dana Kim", "Secretary", LABOR))
    path = release("b", AGENCY + person("<~/person/k>", "Dana P. Kim", "Secretary", LABOR))
    links = tmp_path / "identity.ttl"
    write_links(identity(path.parent), links)
    question = "SELECT DISTINCT ?who { ?post org:member/rdfs:label ?who }"
    plain = query([path.parent], question)
    linked = query([path.parent], question, read_links(links))
    assert isinstance(plain, Solutions)
    assert isinstance(linked, Solutions)
    assert {str(row[0]) for row in plain.rows} == {'"Dana Kim"', '"Dana P. Kim"'}
    assert {str(row[0]) for row in linked.rows} == {'"Dana P. Kim"'}
