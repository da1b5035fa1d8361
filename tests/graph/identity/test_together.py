"""Who held which office when, whom an office names, and where releases disagree."""

from __future__ import annotations

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
from tests.graph.identity.conftest import Maker, held, person

ID = "https://w3id.org/communique/id/"
NORWAY = "<https://w3id.org/communique/id/country/NO>"
NO = f"{NORWAY} a cmq:Country ; rdfs:label 'Norway' .\n"
LIE, DAHL = "id:person\\/mona-lie", "id:person\\/ola-dahl"
FOREIGN = "Foreign Minister"


def together(folder: Path, decisions: Decisions | None = None) -> Identity:
    return resolve(read_corpus([folder]), decisions)


def minister(release: Maker, name: str, day: str, who: str = LIE, label: str = "Mona Lie") -> Path:
    return release(name, NO + person(who, label, FOREIGN, NORWAY), day=day)


def spans(found: Identity) -> list[tuple[str, str, str]]:
    return [(t.holder.removeprefix(ID), *t.span) for t in found.tenures]


def told(found: Identity) -> list[tuple[str, str]]:
    return [(d.over, d.told) for d in found.disagreements]


def test_an_office_is_held_from_the_first_to_the_last_release_that_shows_it(release: Maker) -> None:
    for name, day in (("a", "2021-03-01"), ("b", "2022-05-02"), ("c", "2020-01-07")):
        path = minister(release, name, day)
    assert spans(together(path.parent)) == [("person/mona-lie", "2020-01-07", "2022-05-02")]


def test_an_oath_and_a_resignation_widen_the_time(release: Maker) -> None:
    said = "".join(
        f"<~/event/{kind}> a cmq:Event , cmq:Appointment ; cmq:kind cmq:{kind} ; "
        f"cmq:status cmq:Occurred ; cmq:date '{day}'^^xsd:date ; cmq:appointee {LIE} ; "
        f"cmq:post '{FOREIGN} of Norway' .\n"
        for kind, day in (("SwornIn", "2020-12-24"), ("Resigned", "2021-04-05"))
    )
    path = release("a", said + NO + person(LIE, "Mona Lie", FOREIGN, NORWAY), day="2021-03-01")
    (tenure,) = together(path.parent).tenures
    assert (tenure.began, tenure.ended) == ("2020-12-24", "2021-04-05")
    assert tenure.span == ("2020-12-24", "2021-04-05")


def test_a_planned_oath_is_no_oath(release: Maker) -> None:
    said = (
        "<~/event/s> a cmq:Event , cmq:Appointment ; cmq:kind cmq:SwornIn ; cmq:status cmq:Planned "
        f"; cmq:date '2021-12-24'^^xsd:date ; cmq:appointee {LIE} ; cmq:post 'Foreign Minister' .\n"
    )
    path = release("a", said + NO + person(LIE, "Mona Lie", FOREIGN, NORWAY), day="2021-03-01")
    assert together(path.parent).tenures[0].began is None


def test_a_former_post_shows_nobody_in_office(release: Maker) -> None:
    minister(release, "a", "2021-03-01")
    former = held(LIE, "Mona Lie", FOREIGN, NORWAY, former=True)
    path = release("b", NO + former, day="2023-06-07")
    (tenure,) = together(path.parent).tenures
    assert tenure.span == ("2021-03-01", "2021-03-01")
    assert tenure.left == "2023-06-07"


def test_acting_and_full_office_are_two_times(release: Maker) -> None:
    release("a", NO + held(LIE, "Mona Lie", FOREIGN, NORWAY, acting=True), day="2021-01-01")
    path = minister(release, "b", "2021-03-01")
    assert [(t.acting, t.first) for t in together(path.parent).tenures] == [
        (False, "2021-03-01"),
        (True, "2021-01-01"),
    ]


OFFICE = "<~/person/o> a cmq:Person ; rdfs:label '{}' .\n"


@pytest.mark.parametrize(
    "called", ["Norwegian Foreign Minister", "Minister of Foreign Affairs of Norway"]
)
def test_an_office_named_without_a_person_is_who_held_it_that_day(
    release: Maker, called: str
) -> None:
    minister(release, "a", "2021-03-01")
    minister(release, "b", "2022-05-02")
    path = release("c", OFFICE.format(called), day="2021-11-05", publisher="Another Office")
    (link,) = together(path.parent).links
    assert {link.one, link.other} == {f"{ID}person/mona-lie", f"{ID}release/c/person/o"}
    assert link.same
    assert link.support == ("releases show one Foreign Minister from 2021-03-01 to 2022-05-02",)


@pytest.mark.parametrize(
    ("called", "day"),
    [
        pytest.param("Norwegian Foreign Minister", "2023-01-01", id="after"),
        pytest.param("Norwegian Foreign Minister", "2020-01-01", id="before"),
        pytest.param("Danish Foreign Minister", "2021-11-05", id="of another country"),
        pytest.param("Foreign Minister", "2021-11-05", id="of whom nobody says"),
        pytest.param("Norwegian Minister", "2021-11-05", id="of many"),
        pytest.param("Norwegian Deputy Foreign Minister", "2021-11-05", id="another post"),
    ],
)
def test_an_office_is_nobody_where_the_releases_do_not_tell(
    release: Maker, called: str, day: str
) -> None:
    minister(release, "a", "2021-03-01")
    minister(release, "b", "2022-05-02")
    path = release("c", OFFICE.format(called), day=day, publisher="Another Office")
    assert together(path.parent).links == ()


def test_an_office_is_nobody_where_two_are_shown_in_it(release: Maker) -> None:
    for name, day in (("a", "2021-03-01"), ("b", "2022-05-02")):
        minister(release, name, day)
        path = minister(release, name + "2", day, DAHL, "Ola Dahl")
    release("c", OFFICE.format("Norwegian Foreign Minister"), day="2021-11-05")
    assert together(path.parent).links == ()


def test_an_office_of_one_day_is_only_close(release: Maker) -> None:
    path = minister(release, "a", "2021-03-01")
    release("c", OFFICE.format("Norwegian Foreign Minister"), day="2021-03-01")
    (link,) = together(path.parent).links
    assert not link.same


def test_a_minister_of_the_country_that_publishes_needs_no_country(release: Maker) -> None:
    law = "<https://w3id.org/communique/id/agency/sg-minlaw>"
    body = f"{law} a cmq:Agency ; rdfs:label 'Ministry of Law' .\n"
    for name, day in (("a", "2021-03-01"), ("b", "2022-05-02")):
        release(name, body + person(LIE, "Mona Lie", "Minister for Law", law), day=day)
    said = body + "<~> dcterms:publisher " + law + " .\n" + OFFICE.format("Minister for Law")
    path = release("c", said, day="2021-11-05")
    (link,) = together(path.parent).links
    assert f"{ID}release/c/person/o" in {link.one, link.other}


def test_whom_an_office_names_keeps_the_name(release: Maker, tmp_path: Path) -> None:
    minister(release, "a", "2021-03-01")
    minister(release, "b", "2022-05-02")
    path = release("c", OFFICE.format("Norwegian Foreign Minister"), day="2021-11-05")
    links = tmp_path / "identity.ttl"
    write_links(together(path.parent), links)
    found = query(
        [path.parent], "SELECT ?who { ?x a cmq:Person ; rdfs:label ?who }", read_links(links)
    )
    assert isinstance(found, Solutions)
    assert [str(row[0]) for row in found.rows] == ['"Mona Lie"']


@pytest.mark.parametrize(
    ("label", "slug"),
    [("Lie Mona", "lie-mona"), ("Lie", "lie"), ("Mona Lie Strand", "mona-lie-strand")],
)
def test_two_of_one_office_one_time_and_one_name_are_one(
    release: Maker, label: str, slug: str
) -> None:
    for name, day in (("a", "2021-03-01"), ("b", "2022-05-02")):
        minister(release, name, day)
        path = minister(release, name + "2", day, f"id:person\\/{slug}", label)
    assert {frozenset(group) for group in together(path.parent).groups} == {
        frozenset({f"{ID}person/mona-lie", f"{ID}person/{slug}"})
    }


def test_two_of_one_office_and_one_family_name_are_two(release: Maker) -> None:
    for name, day in (("a", "2021-03-01"), ("b", "2022-05-02")):
        minister(release, name, day)
        path = minister(release, name + "2", day, "id:person\\/ola-lie", "Ola Lie")
    assert together(path.parent).groups == ()


def test_two_holders_at_one_time_are_told_with_both_passages(release: Maker) -> None:
    for name, who, label in (("a", LIE, "Mona Lie"), ("b", DAHL, "Ola Dahl")):
        said = held(who, label, FOREIGN, NORWAY, evidence=f"<~#char={len(name)},9>")
        path = release(name, NO + said, day="2021-03-01")
    (disagreement,) = together(path.parent).disagreements
    assert disagreement.over == "holder"
    assert "mona-lie, 2021-03-01, in 1 release" in disagreement.told
    assert disagreement.passages == (f"{ID}release/a#char=1,9", f"{ID}release/b#char=1,9")


def test_one_after_the_other_is_no_disagreement(release: Maker) -> None:
    minister(release, "a", "2021-03-01")
    path = minister(release, "b", "2021-03-02", DAHL, "Ola Dahl")
    assert told(together(path.parent)) == []


def test_a_post_of_several_is_no_disagreement(release: Maker) -> None:
    for name, who, label in (("a", LIE, "Mona Lie"), ("b", DAHL, "Ola Dahl")):
        path = release(name, NO + person(who, label, "Special Envoy", NORWAY), day="2021-03-01")
    assert told(together(path.parent)) == []


DEAL = """<~/agreement/x> a cmq:Agreement ; rdfs:label 'Lake Fisheries Treaty' ;
 cmq:party {parties} ; cmq:dateSigned '{day}'^^xsd:date ."""
BOTH = "id:country\\/NO , id:country\\/SE"


def test_releases_that_date_an_agreement_differently_are_told(release: Maker) -> None:
    release("a", DEAL.format(parties=BOTH, day="2021-03-01"))
    path = release("b", DEAL.format(parties=BOTH, day="2021-03-02"))
    assert told(together(path.parent)) == [
        ("date", "signed on 2021-03-01 in one release, on 2021-03-02 in the other")
    ]


def test_an_agreement_of_a_month_may_be_of_a_day_in_it(release: Maker) -> None:
    release("a", DEAL.format(parties=BOTH, day="2021-03").replace("xsd:date ", "xsd:gYearMonth "))
    path = release("b", DEAL.format(parties=BOTH, day="2021-03-02"))
    assert told(together(path.parent)) == []


def test_agreements_of_other_years_are_two(release: Maker) -> None:
    release("a", DEAL.format(parties=BOTH, day="2021-03-01"))
    path = release("b", DEAL.format(parties=BOTH, day="2022-03-01"))
    assert told(together(path.parent)) == []


def test_releases_that_give_an_agreement_other_sides_are_told(release: Maker) -> None:
    release("a", DEAL.format(parties=BOTH, day="2021-03-01"))
    other = "id:country\\/NO , id:country\\/FI"
    path = release("b", DEAL.format(parties=other, day="2021-03-01"))
    assert told(together(path.parent)) == [
        ("party", "between NO and SE in one release, between FI and NO in the other")
    ]


def test_a_release_that_names_fewer_sides_does_not_disagree(release: Maker) -> None:
    release("a", DEAL.format(parties=BOTH, day="2021-03-01"))
    path = release("b", DEAL.format(parties=BOTH + " , id:country\\/FI", day="2021-03-01"))
    assert told(together(path.parent)) == []


AWARD = """<~/event/e> a cmq:Event , cmq:Award ; cmq:status cmq:Occurred ;
 cmq:date '2021-03-01'^^xsd:date ; cmq:funder id:country\\/NO ; cmq:recipient id:country\\/SE ;
 cmq:amount <~/amount/m> .
<~/amount/m> schema:value {value} ; schema:currency '{currency}' .
"""


@pytest.mark.parametrize(
    ("value", "currency", "expected"),
    [
        ("3", "NOK", [("amount", "2 NOK in one release, 3 NOK in the other")]),
        ("3", "SEK", []),
        ("2", "NOK", []),
    ],
)
def test_releases_that_tell_other_amounts_of_one_award_are_told(
    release: Maker, value: str, currency: str, expected: list[tuple[str, str]]
) -> None:
    release("a", AWARD.format(value="2", currency="NOK"))
    path = release("b", AWARD.format(value=value, currency=currency))
    assert told(together(path.parent)) == expected


CASE = """<~/event/e> a cmq:Event , cmq:LegalAction ; cmq:kind cmq:{kind} ;
 cmq:status cmq:Occurred ; cmq:date '{day}'^^xsd:date ; cmq:defendant id:person\\/x-roe .
"""


@pytest.mark.parametrize(("kind", "count"), [("Sentencing", 1), ("Charge", 0)])
def test_a_step_that_a_case_has_once_is_of_one_day(release: Maker, kind: str, count: int) -> None:
    release("a", CASE.format(kind=kind, day="2021-03-01"))
    path = release("b", CASE.format(kind=kind, day="2021-03-03"))
    assert len(told(together(path.parent))) == count


def test_two_decided_to_be_different_are_never_one_for_an_office(release: Maker) -> None:
    for name, day in (("a", "2021-03-01"), ("b", "2022-05-02")):
        minister(release, name, day)
        path = minister(release, name + "2", day, "id:person\\/lie", "Lie")
    decided = Decision((f"{ID}person/mona-lie", f"{ID}person/lie"))
    found = together(path.parent, Decisions(different=(decided,)))
    assert found.groups == ()
    assert [disagreement.over for disagreement in found.disagreements] == ["holder"]
