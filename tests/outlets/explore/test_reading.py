"""In a browser every fact leads to its sentence, and what is not done never looks done."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.graph.build import build
from pipeline.graph.query import Solutions, query
from pipeline.graph.write import write
from pipeline.models import Entity, EntityKind
from pipeline.outlets.explore import page as page_of
from tests.outlets.explore.conftest import HOSTILE, PACT, Open, pact, span

PERSON = "#/thing/https://w3id.org/communique/id/person/ana-lobo"
SIGNING = "https%3A%2F%2Fw3id.org%2Fcommunique%2Fontology%23Signing"
#: What stands in the text under a mark, without the roles that the page adds.
WORDS = """marks => marks.map(mark => {
  const copy = mark.cloneNode(true);
  for (const tag of copy.querySelectorAll('.tag')) tag.remove();
  return copy.textContent;
}).join('')"""
IN_SIGHT = """mark => {
  const box = mark.closest('.text').getBoundingClientRect(), own = mark.getBoundingClientRect();
  return own.bottom > box.top && own.top < box.bottom && own.top < innerHeight && own.bottom > 0;
}"""


@pytest.mark.parametrize("width", [390, 1280])
def test_each_fact_leads_to_its_sentence_in_one_click(opened: Open, width: int) -> None:
    page = opened(width=width)
    count = page.locator(".facts .fact").count()
    assert count == 8
    for at in range(count):
        item = page.locator(".facts .fact").nth(at)
        sentence = item.locator("blockquote").inner_text()
        item.locator("h3 a").click()
        page.wait_for_selector(".pane")
        marked = page.locator(".pane mark.here")
        words = marked.evaluate_all(WORDS)
        assert words[:80] == sentence[:80]
        assert width == 390 or marked.first.evaluate(IN_SIGHT)
        page.locator(".pane .back").click()
        page.wait_for_selector(".pane", state="detached")


def test_on_a_phone_the_sentence_is_in_the_box_of_its_release(opened: Open) -> None:
    page = opened("#/facts?q=%22Fishing%20Pact%20with%22", width=390)
    page.locator(".fact h3 a").first.click()
    page.locator(".pane .text").scroll_into_view_if_needed()
    assert page.locator(".pane mark.here").first.evaluate(IN_SIGHT)


def test_places_are_right_after_characters_that_take_two_places(opened: Open) -> None:
    page = opened("#/facts?q=%22Fishing%20Pact%20with%22")
    page.locator(".fact h3 a").first.click()
    words = page.locator(".pane mark[data-evidence='1']").evaluate_all(WORDS)
    assert words == "Minister Ana Lobo signed the Fishing Pact with Suria on 4 May 2021"
    assert "🎣🎣" in page.locator(".pane .text").inner_text()


def test_each_role_is_named_in_the_text_and_leads_to_its_words(opened: Open) -> None:
    page = opened("#/facts?q=%22Fishing%20Pact%20with%22")
    page.locator(".fact h3 a").first.click()
    roles = page.locator(".pane .text .role:has(> .tag)").all_inner_texts()
    assert [re.sub(r"\s+", " ", role) for role in roles] == [
        "Minister Ana Lobo signatory", "Suria party", "4 May 2021 date",
    ]  # fmt: skip
    page.get_by_role("button", name="Show in the text: Minister Ana Lobo").click()
    here = page.locator(".pane .role.here")
    assert here.inner_text().startswith("Minister Ana Lobo")
    assert here.evaluate("mark => document.activeElement === mark")
    begin = str(span(PACT, "Minister Ana Lobo").start)
    assert here.get_attribute("data-begin") == begin


@pytest.mark.parametrize(
    ("words", "status", "heading"),
    [
        ("intend", "Planned", "Planned: Norland, Suria: Ferry Treaty"),
        ("protocol", "Stated as not done", "Not done: Customs protocol"),
        ("whale", "Alleged or possible", "Alleged or possible: Suria: Whale Accord"),
    ],
)
def test_what_is_not_done_says_so_in_words_wherever_it_is_shown(
    opened: Open, words: str, status: str, heading: str
) -> None:
    page = opened(f"#/facts?q={words}")
    page.wait_for_selector(".fact")
    item = page.locator(".fact")
    assert item.locator("h3").inner_text() == heading
    assert item.locator(".status").first.inner_text() == status
    assert "done" not in (item.get_attribute("class") or "").split()
    item.locator("h3 a").click()
    assert page.locator(".pane h2").inner_text() == heading
    assert page.locator(".pane .status").first.inner_text() == status


def test_a_charge_is_said_to_be_an_accusation(opened: Open) -> None:
    page = opened("#/facts?q=charged")
    assert "An accusation, not a finding" in page.locator(".fact .meta").inner_text()
    page.locator(".fact h3 a").click()
    assert "Alleged offense" in page.locator(".pane .roles").inner_text()


def test_a_person_has_a_page_with_posts_and_events_each_one_click_from_its_words(
    opened: Open,
) -> None:
    page = opened(PERSON)
    assert page.locator("h2").first.inner_text() == "Ana Lobo"
    kinds = page.locator(".fact .kind").all_inner_texts()
    assert sorted(kinds) == ["Meeting", "Post", "Signing", "Statement"]
    assert "Held, acting" in page.locator(".facts").inner_text()
    page.locator(".fact h3 a", has_text="Piet Mol").click()
    words = page.locator(".pane mark.here").evaluate_all(WORDS)
    assert words == "Ana Lobo met Piet Mol of Suria in Strelsau"
    assert page.url.split("#")[1].startswith("/thing/https://w3id.org")


def test_an_agreement_has_a_page_with_its_kind_and_aim(opened: Open) -> None:
    page = opened("#/facts?q=ferry")
    page.locator(".fact h3 a").click()
    page.locator(".pane .roles a", has_text="Ferry Treaty").click()
    page.wait_for_selector("h2:has-text('Ferry Treaty')")
    said = page.locator(".results .roles").first.inner_text()
    assert "treaty" in said
    assert "Ferry" in said
    page.get_by_role("link", name="in the release").click()
    page.wait_for_selector(".reader mark.here")
    assert page.locator(".reader mark.here").first.evaluate_all(WORDS) == "Ferry"


def test_hostile_text_is_shown_as_it_is_and_nothing_of_it_runs(opened: Open) -> None:
    page = opened("#/facts?q=charged")
    page.locator(".fact h3 a").click()
    page.wait_for_selector(".pane")
    shown = page.locator(".pane .text").inner_text()
    assert "</script><script>window.broken = 1</script>" in shown
    assert "<img src=x onerror='window.broken = 2'>" in shown
    assert "&lt;b&gt; &amp;" in shown
    assert "⟦right-to-left override⟧txet desrever⟦end of direction⟧" in shown
    assert "\u202e" not in page.locator("body").inner_text()
    assert "\u202e" not in page.title()
    assert page.evaluate("window.broken") is None
    assert page.locator("script").count() == 4
    assert page.locator("img").count() == 0
    assert page.locator("main a[href^='javascript' i]").count() == 0
    page.locator("details.rests summary").click()
    assert HOSTILE[:40] in page.locator("details.rests").inner_text()


def test_the_policy_keeps_markup_out_even_if_the_page_were_to_make_it_of_text(
    opened: Open, complaints: list[str]
) -> None:
    page = opened()
    refused = page.evaluate(
        """() => { try { document.body.innerHTML = '<p>x</p>'; return 'set'; }
        catch (error) { return error.name; } }"""
    )
    assert refused == "TypeError"
    assert all("TrustedHTML" in complaint for complaint in complaints)
    complaints.clear()


def test_a_release_shows_all_its_sentences_marked(opened: Open) -> None:
    page = opened("#/releases")
    page.locator("tbody a", has_text="fishing pact").click()
    page.wait_for_selector(".reader mark")
    assert page.locator(".results .fact").count() == 7
    marked = page.locator(".reader mark").evaluate_all(WORDS)
    assert "No customs protocol was signed" in marked


def test_an_address_of_something_unknown_says_so(opened: Open) -> None:
    page = opened("#/thing/https://example.org/%3Cimg%20src=x%3E")
    assert (
        "Nothing here is called https://example.org/<img src=x>"
        in page.locator("main").inner_text()
    )


def test_a_permalink_opens_the_fact_it_was_copied_from(opened: Open) -> None:
    page = opened("#/facts?q=whale")
    page.locator(".fact h3 a").click()
    iri = page.locator("[data-fact]").first.get_attribute("data-fact") or ""
    again = opened(f"#/fact/{iri}")
    assert again.locator(".pane h2").inner_text() == "Alleged or possible: Suria: Whale Accord"


def test_words_that_are_not_where_they_should_be_are_told(
    opened: Open, graphs: Path, tmp_path: Path
) -> None:
    graph = (graphs / "pact.ttl").read_text(encoding="utf-8")
    words = 'nif:anchorOf "No customs protocol was signed"'
    assert words in graph
    changed = tmp_path / "changed.ttl"
    changed.write_text(graph.replace(words, 'nif:anchorOf "A protocol was signed"'), "utf-8")
    file = tmp_path / "page.html"
    file.write_text(page_of([changed]), encoding="utf-8")
    page = opened("#/facts?q=protocol", at=file.as_uri())
    page.locator(".fact h3 a").click()
    assert "these words are not at that place" in page.locator(".pane .stated").inner_text()


@pytest.mark.parametrize("width", [390, 1280])
def test_what_is_said_of_a_thing_leads_to_its_words_in_one_click(
    opened: Open, graphs: Path, width: int
) -> None:
    found = query([graphs], "SELECT ?x { ?x a cmq:Agreement ; rdfs:label 'Ferry Treaty' }")
    assert isinstance(found, Solutions)
    thing = f"#/thing/{str(found.rows[0][0])[1:-1]}"
    page = opened(thing, width=width)
    links = page.locator(".roles .told")
    assert links.count() > 0
    for at in range(links.count()):
        links.nth(at).click()
        marked = page.locator(".reader mark.here")
        marked.first.wait_for()
        assert "Norland and Suria intend to sign a Ferry Treaty" in marked.evaluate_all(WORDS)
        page.goto(page.url.partition("#")[0] + thing)
        links.first.wait_for()


def test_what_no_fact_tells_of_leads_to_where_it_is_named(opened: Open, tmp_path: Path) -> None:
    port = Entity("place/port", EntityKind.PLACE, "STRELSAU", mentions=(span(PACT, "STRELSAU"),))
    told = pact()
    graph = write(build([replace(told, entities=(*told.entities, port))]), tmp_path / "port.ttl")
    file = tmp_path / "port.html"
    file.write_text(page_of([graph]), encoding="utf-8")
    found = query([graph], "SELECT ?x { ?x a cmq:Place ; rdfs:label 'STRELSAU' }")
    assert isinstance(found, Solutions)
    page = opened(f"#/thing/{str(found.rows[0][0])[1:-1]}", at=file.as_uri())
    page.get_by_role("link", name="where a release names it").click()
    page.locator(".reader mark.here").wait_for()
    assert page.locator(".reader mark.here").evaluate_all(WORDS) == "STRELSAU"
