"""A person of several releases, told to be one, is one page; each release keeps its own words."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from pipeline.graph.build import build
from pipeline.graph.query import Solutions, query
from pipeline.graph.renaming import KnownAs
from pipeline.graph.write import write
from pipeline.models import EntityKind, Event, Facts, Filler, Metadata, PartialDate, Release, Status
from pipeline.outlets.explore import page as page_of
from tests.outlets.explore.conftest import Open, entity, span
from tests.outlets.explore.test_reading import WORDS

FIRST = "Rosa Quill signed the Heron Accord on 2 March 2023."
SECOND = (
    "A look back\n\nOn 2 March 2023 the Heron Accord was signed by R. Quill.\n\n"
    "R. Quill met Tom Ash on 9 March 2023."
)


def told(source: str, text: str, day: dt.date, *events: Event, name: str) -> Facts:
    """A release that names a person of its own."""
    metadata = Metadata(title=f"News of {source}", published=day, publisher=("Bird Office",))
    return Facts(
        Release(source=source, part=0, text=text, blocks=(), metadata=metadata),
        entities=(
            entity("person/quill", EntityKind.PERSON, name),
            entity("person/ash", EntityKind.PERSON, "Tom Ash"),
            entity("agreement/heron", EntityKind.AGREEMENT, "Heron Accord", shared=True),
        ),
        events=events,
    )


def event(
    type_: str, text: str, words: str, day: str, role: str, name: str, other: Filler
) -> Event:
    return Event(
        type=type_,
        status=Status.OCCURRED,
        evidence=(span(text, words),),
        fillers=(Filler(role, "person/quill", span=span(text, name)), other),
        date=PartialDate(day),
        confidence=0.9,
        frame="signing",
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two releases that tell of one signing, and one of them of a meeting."""
    accord = Filler("agreement", "agreement/heron")
    signed = event("Signing", FIRST, FIRST[:-1], "2023-03-02", "signatory", "Rosa Quill", accord)
    back = "On 2 March 2023 the Heron Accord was signed by R. Quill"
    again = event("Signing", SECOND, back, "2023-03-02", "signatory", "R. Quill", accord)
    meets = "R. Quill met Tom Ash on 9 March 2023"
    ash = Filler("participant", "person/ash")
    met = event("Meeting", SECOND, meets, "2023-03-09", "participant", "R. Quill", ash)
    first = told("first.md", FIRST, dt.date(2023, 3, 2), signed, name="Rosa Quill")
    second = told("second.md", SECOND, dt.date(2023, 3, 10), again, met, name="R. Quill")
    folder = tmp_path_factory.mktemp("two")
    for number, facts in enumerate((first, second)):
        write(build([facts]), folder / f"{number}.ttl")
    return folder


@pytest.fixture(scope="module")
def same_as(folder: Path) -> dict[str, str]:
    """That the two people and the two signings are one."""

    def iris(pattern: str) -> list[str]:
        found = query([folder], f"SELECT ?x WHERE {{ {pattern} }}")
        assert isinstance(found, Solutions)
        return [str(row[0])[1:-1] for row in found.rows]

    one, other = iris("?x a cmq:Person ; rdfs:label ?n FILTER(CONTAINS(?n, 'Quill'))")
    first, second = iris("?x a cmq:Signing")
    return {other: one, second: first}


@pytest.fixture
def address(folder: Path, same_as: dict[str, str], tmp_path: Path) -> str:
    """Where the page of both lies."""
    file = tmp_path / "page.html"
    file.write_text(page_of([folder], known_as=KnownAs(same_as)), encoding="utf-8")
    return file.as_uri()


def test_one_person_of_two_releases_is_one_page(opened: Open, same_as: dict[str, str]) -> None:
    other, one = min(same_as.items(), key=lambda pair: "/person/" not in pair[0])
    for iri in (one, other):  # links to the other address lead to the same page
        page = opened(f"#/thing/{iri}")
        assert page.locator("h2").first.inner_text() == "Rosa Quill"
        assert page.locator("p.quiet").first.inner_text() == "also written: R. Quill"
        assert page.locator(".fact").count() == 2
        joined = page.locator("details.rests").first
        joined.locator("summary").click()
        assert other in joined.locator("li").all_inner_texts()


def test_a_fact_of_two_releases_leads_to_its_sentence_in_each(opened: Open) -> None:
    page = opened("#/facts?q=heron")
    assert page.locator(".fact").count() == 1
    assert "and 1 more release" in page.locator(".fact .source").inner_text()
    page.locator(".fact h3 a").click()
    places = page.locator(".stated button")
    assert places.count() == 2
    seen = {}
    for at in range(2):
        places.nth(at).click()
        title = page.locator(".pane .reader h3").inner_text()
        seen[title] = page.locator(".pane mark.here").evaluate_all(WORDS)
    assert seen == {
        "News of first.md": FIRST[:-1],
        "News of second.md": "On 2 March 2023 the Heron Accord was signed by R. Quill",
    }
    page.get_by_role("button", name="Show in the text: Rosa Quill").click()
    assert page.locator(".pane .reader h3").inner_text() == "News of first.md"
    assert page.locator(".pane .role.here").inner_text().startswith("Rosa Quill")


def test_each_release_lists_the_fact_that_both_state(opened: Open) -> None:
    page = opened("#/releases")
    assert page.locator("td.number").all_inner_texts() == ["2", "1"]
    page.get_by_role("link", name="News of second.md").click()
    page.wait_for_selector(".reader mark")
    assert page.locator(".fact").count() == 2
    assert page.locator(".reader mark").evaluate_all("all => all.map(m => m.dataset.begin)") == [
        str(SECOND.index("On 2 March")), str(SECOND.index("R. Quill met")),
    ]  # fmt: skip


def test_a_page_without_identity_keeps_them_apart(opened: Open, folder: Path) -> None:
    file = folder / "page.html"
    file.write_text(page_of([folder]), encoding="utf-8")
    assert opened("#/facts", at=file.as_uri()).locator(".fact").count() == 3
