"""A real release comes out right in every detail: two releases in one document, four signings."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import language
from pipeline.graph.query import query
from pipeline.graph.validate import validate
from pipeline.models import Event, Facts, Status
from pipeline.release import understand
from tests.corpora import graphs_of

DOCUMENT = "us-dhs/2019-09-27-u-s-and-honduras-sign-more-arrangements.md"


@pytest.fixture(scope="module")
def document(shared: Path) -> Path:
    """The document: a release of a department with an older joint statement below it."""
    return shared / "releases" / DOCUMENT


@pytest.fixture(scope="module")
def facts(document: Path) -> tuple[Facts, ...]:
    """What its releases say."""
    return understand(document, language.load())


def signings(facts: Facts) -> dict[str | None, Event]:
    """The signings of a release by their day."""
    return {e.date.iso if e.date else None: e for e in facts.events if e.type == "Signing"}


def labels(facts: Facts, event: Event, role: str) -> set[str]:
    """The labels of what fills a role."""
    named = {e.id: e.label for e in facts.entities}
    return {named.get(f.entity, f.entity) for f in event.fill(role) if f.entity}


def test_two_releases_with_their_days_and_fields(facts: tuple[Facts, ...]) -> None:
    first, second = (f.release.metadata for f in facts)
    assert (str(first.published), str(second.published)) == ("2019-09-27", "2019-09-26")
    assert second.title is not None
    assert second.title.startswith("Joint Statement Between the U.S. Government")
    assert first.keywords == ("Honduras", "International partnerships")
    assert first.identifiers == ("AILA Doc. No. 19092735",)


def test_two_arrangements_signed_at_the_headquarters(facts: tuple[Facts, ...]) -> None:
    event = next(e for e in facts[0].events if e.fill("count"))
    assert event.fill("count")[0].literal == 2
    assert event.status is Status.OCCURRED
    assert event.date is not None
    assert event.date.iso == "2019-09-27"
    assert labels(facts[0], event, "signatory") == {"Kevin K. McAleenan"}
    assert "Government of Honduras" in labels(facts[0], event, "party")
    assert labels(facts[0], event, "onBehalfOf") == {"Trump Administration"}
    assert labels(facts[0], event, "place") == {"U.S. Department of Homeland Security headquarters"}


def test_both_arrangements_have_their_purposes(facts: tuple[Facts, ...]) -> None:
    event = next(e for e in facts[0].events if e.fill("count"))
    agreement = next(a for a in facts[0].agreements if a.id == event.fill("agreement")[0].entity)
    aims = [span.of(facts[0].release.text) for span in agreement.aims]
    assert any("immigration enforcement" in aim for aim in aims)
    assert any("information sharing" in aim for aim in aims)


def test_the_other_signings(facts: tuple[Facts, ...]) -> None:
    told = facts[0]
    assert signings(told)["2019-09-25"].status is Status.OCCURRED  # "on Wednesday"
    others = [e for e in told.events if e.type == "Signing" and not e.fill("count")]
    parties = [labels(told, e, "party") for e in others]
    assert {"U.S. Department of Labor", "Honduras"} in parties
    assert {"El Salvador", "Guatemala", "Honduras", "Trump Administration"} in parties


def test_both_quotations_and_posts(facts: tuple[Facts, ...]) -> None:
    told = facts[0]
    speakers = [labels(told, e, "speaker") for e in told.events if e.type == "Statement"]
    assert speakers == [{"Kevin K. McAleenan"}, {"John P. Pallasch"}]
    held = {(p.person, p.title, p.organization, p.acting) for p in told.posts}
    assert held == {
        (
            "person/kevin-k-mcaleenan",
            "Acting Secretary of Homeland Security",
            "agency/us-dhs",
            True,
        ),
        (
            "person/john-p-pallasch",
            "Assistant Secretary for Employment and Training",
            "agency/us-dol",
            False,
        ),
    }


def test_the_joint_statement_names_its_agreement(facts: tuple[Facts, ...]) -> None:
    (agreement,) = facts[1].agreements
    assert agreement.title is not None
    assert agreement.title.endswith("Cooperation in the Examination of Protection Claims")
    assert set(agreement.parties) == {"government/US", "country/HN"}


def test_no_link_heading_mark_stamp_or_address_is_a_name(facts: tuple[Facts, ...]) -> None:
    names = [n for f in facts for e in f.entities for n in (e.label, *e.alt_labels)]
    assert not [n for n in names if any(m in n for m in ("http", "AILA", "#", "](", "www"))]


def test_its_graph_validates(document: Path, tmp_path: Path) -> None:
    graphs_of([document], tmp_path)
    assert not validate([tmp_path])
    assert query([tmp_path], "ASK { ?signing a cmq:Signing ; cmq:count 2 }") is True
