"""Search, filters, timeline and network in a browser, by mouse and by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.outlets.network import network, signed_with
from tests.outlets.explore.conftest import Open

SIGNING = "https%3A%2F%2Fw3id.org%2Fcommunique%2Fontology%23Signing"
LOBO = "https://w3id.org/communique/id/person/ana-lobo"
VIEWS = [
    "#/facts", "#/timeline", "#/network", "#/releases", "#/about", f"#/thing/{LOBO}",
    f"#/facts?kind={SIGNING}",
]  # fmt: skip


@pytest.mark.parametrize(
    ("view", "facts"),
    [
        ("#/facts", 8),
        ("#/facts?q=WHALE", 1),
        ("#/facts?q=lobo%20signed", 1),
        ("#/facts?q=%22signed%20lobo%22", 0),
        ("#/facts?q=treaty", 1),
        ("#/facts?status=Planned", 1),
        ("#/facts?status=Planned&status=Negated", 2),
        (f"#/facts?kind={SIGNING}", 4),
        ("#/facts?kind=https%3A%2F%2Fw3id.org%2Fcommunique%2Fontology%23Charge", 1),
        ("#/facts?who=suria", 3),
        ("#/facts?who=suria&who=ana", 1),
        (f"#/facts?who={LOBO}", 4),
        ("#/facts?from=2021-05-01&to=2021-05-31", 1),
        ("#/facts?from=2021-06-15", 2),  # June 2021 and 2022, told no more exactly
        ("#/facts?to=2020-12-31", 0),
    ],
)
def test_an_address_says_which_facts_are_shown(opened: Open, view: str, facts: int) -> None:
    page = opened(view)
    assert page.locator(".fact").count() == facts
    assert page.locator("h2.count").inner_text() == f"{facts} {'fact' if facts == 1 else 'facts'}"


def test_typing_narrows_the_list_and_is_told_to_those_who_listen(opened: Open) -> None:
    page = opened()
    page.get_by_role("searchbox", name="Search").fill("ferry")
    page.wait_for_selector("h2.count:has-text('1 fact')")
    assert page.locator("#said").inner_text() == "1 fact"
    assert "q=ferry" in page.url
    page.reload()
    assert page.get_by_role("searchbox").input_value() == "ferry"
    assert page.locator(".fact").count() == 1


def test_filters_are_set_and_cleared_and_keep_the_focus(opened: Open) -> None:
    page = opened()
    page.get_by_label("Planned").check()
    page.wait_for_selector("h2.count:has-text('1 fact')")
    assert page.evaluate("document.activeElement.id") == "statuses-Planned"
    page.get_by_role("button", name="Clear the filters").click()
    page.wait_for_selector("h2.count:has-text('8 facts')")


def test_a_name_that_is_typed_becomes_a_filter_that_can_be_taken_away(opened: Open) -> None:
    page = opened()
    page.get_by_label("Party or person").fill("sur")
    assert page.locator("#names option").evaluate_all("all => all.map(one => one.value)") == [
        "Suria"
    ]
    page.get_by_label("Party or person").fill("Suria")
    page.get_by_label("Party or person").press("Enter")
    page.wait_for_selector("h2.count:has-text('3 facts')")
    page.get_by_role("button", name="Remove Suria").click()
    page.wait_for_selector("h2.count:has-text('8 facts')")


def test_a_fact_is_found_and_read_with_the_keyboard_alone(opened: Open) -> None:
    page = opened("#/releases")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    assert page.url.endswith("#/releases")
    page.locator("nav a", has_text="Facts").press("Enter")
    page.wait_for_selector(".fact")
    page.locator("#q").focus()
    page.keyboard.type("whale")
    page.wait_for_selector("h2.count:has-text('1 fact')")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("'fact' in document.activeElement.dataset"):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector(".pane")
    assert page.evaluate("document.activeElement.id") == "pane-title"


def test_the_way_back_leads_through_what_was_seen(opened: Open) -> None:
    page = opened()
    page.get_by_label("Planned").check()
    page.wait_for_selector("h2.count:has-text('1 fact')")
    page.go_back()
    page.wait_for_selector("h2.count:has-text('8 facts')")
    assert not page.get_by_label("Planned").is_checked()


def test_the_timeline_has_a_bar_for_each_month_and_says_what_it_leaves_out(opened: Open) -> None:
    page = opened("#/timeline")
    bars = page.locator(".chart svg a")
    assert bars.evaluate_all("all => all.map(one => one.getAttribute('aria-label'))") == [
        "May 2021: 1 stated as done",
        "June 2021: 1 alleged or possible",
    ]
    assert "3 with a date, 1 without" in page.locator(".results").inner_text()
    assert (
        "In no bar, being told less exactly or far from the others: 2022 (1)"
        in page.locator(".results").inner_text()
    )
    bars.first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**from=2021-05-01&to=2021-05-31")
    page.wait_for_function("document.querySelectorAll('.fact').length === 1")


def test_bars_of_what_is_not_done_are_never_filled(opened: Open) -> None:
    page = opened("#/timeline")
    fills = page.locator(".chart svg a rect").evaluate_all(
        "all => all.map(one => [one.getAttribute('fill'), one.getAttribute('stroke-dasharray')])"
    )
    paper = page.evaluate(
        "getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()"
    )
    assert fills[0][0] != paper
    assert fills[1] == [paper, "2 3"]


def test_the_network_has_the_ties_that_the_graph_has(opened: Open, graphs: Path) -> None:
    page = opened("#/network")
    rows = page.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => [row.cells[0].innerText, row.cells[1].innerText])"
    )
    ties = signed_with(network([graphs]))
    named = {
        frozenset((ties.nodes[one]["label"], ties.nodes[other]["label"]))
        for one, other in ties.edges
    }
    assert {frozenset(row) for row in rows} == named
    assert page.locator(".canvas canvas").count() == 3
    page.locator("tbody a", has_text="1 fact").first.click()
    page.wait_for_selector("h2.count:has-text('1 fact')")


def test_planned_ties_are_drawn_and_listed_apart_from_those_done(opened: Open) -> None:
    page = opened("#/network?status=Occurred&status=Planned")
    told = page.locator("tbody tr").all_inner_texts()
    assert sorted("not stated as done" in row for row in told) == [False, True]


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_amiss(opened: Open, view: str, width: int, scheme: str) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe is not installed"
    )
    page = opened(view, width=width, scheme=scheme)
    if page.locator(".fact h3 a").count():
        page.locator(".fact h3 a").first.click()
        page.wait_for_selector(".pane")
    found = axe.Axe().run(page, options={"resultTypes": ["violations"]})
    assert [
        (one["id"], [node["target"] for node in one["nodes"]])
        for one in found.response["violations"]
    ] == []


@pytest.mark.parametrize("view", [*VIEWS, "#/facts?q=charged"])
def test_a_phone_never_scrolls_sideways(opened: Open, view: str) -> None:
    page = opened(view, width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_system_until_the_reader_chooses(opened: Open, scheme: str) -> None:
    page = opened(scheme=scheme)
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    first = page.evaluate(ground)
    other = "light" if scheme == "dark" else "dark"
    page.get_by_label("Colours").select_option(other)
    assert page.evaluate(ground) != first
    page.reload()
    assert page.evaluate(ground) != first


@pytest.mark.parametrize(("typed", "number"), [("whale", 1), ("NETS", 2), ("ministry trawler", 0)])
def test_releases_are_found_by_their_whole_text(opened: Open, typed: str, number: int) -> None:
    page = opened("#/releases")
    page.get_by_role("searchbox", name="Search the texts").fill(typed)
    page.wait_for_selector(f"h2:has-text('{number} release')")
    assert page.locator("tbody tr").count() == number
