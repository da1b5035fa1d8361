"""How much the page does: what it builds is bounded, however many facts there are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipeline.graph.build import build
from pipeline.graph.explain.node import iri
from pipeline.graph.read import read
from pipeline.graph.write import write
from pipeline.models import Facts, Filler
from pipeline.outlets.explore import page as page_of
from pipeline.outlets.explore.encode import encode
from tests.outlets.explore.conftest import Open, pact

#: Elements added to the page while a search is typed.
ADDED = """() => new Promise(resolve => {
  let added = 0;
  const size = node => node.nodeType === 1 ? 1 + node.querySelectorAll('*').length : 0;
  const watch = new MutationObserver(changes => {
    for (const change of changes) for (const node of change.addedNodes) added += size(node);
    resolve(added);
  });
  watch.observe(document.querySelector('main'), { childList: true, subtree: true });
  const input = document.querySelector('#q');
  input.value = 'suria';
  input.dispatchEvent(new Event('input', { bubbles: true }));
})"""


def many(number: int) -> Facts:
    """The pact with one signing told so often, each of so many instruments."""
    facts = pact()
    told = facts.events[0]
    counts = (Filler("count", literal=at) for at in range(1, number + 1))
    return replace(
        facts, events=tuple(replace(told, fillers=(*told.fillers, count)) for count in counts)
    )


def page_with(number: int, folder: Path) -> str:
    """The address of a page with so many signings."""
    graph = write(build([many(number)]), folder / f"{number}.ttl")
    file = folder / f"{number}.html"
    file.write_text(page_of([graph]), encoding="utf-8")
    return file.as_uri()


def test_a_list_is_built_as_far_as_it_is_read(opened: Open, tmp_path: Path) -> None:
    page = opened(at=page_with(100, tmp_path))
    assert page.locator("h2.count").inner_text() == "101 facts"
    assert page.locator(".fact").count() == 40
    page.get_by_role("button", name="Show 40 more of 61").click()
    assert page.locator(".fact").count() == 80
    assert page.evaluate("document.activeElement === document.querySelectorAll('h3 a')[40]")


def test_a_search_adds_no_more_to_the_page_of_many_facts_than_to_that_of_few(
    opened: Open, tmp_path: Path
) -> None:
    few, more = (opened(at=page_with(number, tmp_path)).evaluate(ADDED) for number in (50, 400))
    assert more <= few + 2  # the button that shows more


def test_each_passage_is_held_as_a_place_in_its_text(graphs: Path) -> None:
    store = read([graphs])
    told = {quad.subject for quad in store.quads_for_pattern(None, iri("nif:beginIndex"), None)}
    tables = encode(store)
    assert len(tables.passages) == 5 * len(told) > 0
    assert "anchorOf" not in tables.iris


def test_the_passages_of_many_facts_are_held_once(tmp_path: Path) -> None:
    few, more = (
        len(Path(page_with(number, tmp_path).removeprefix("file://")).read_bytes())
        for number in (50, 400)
    )
    assert (more - few) / 350 < 800  # bytes for each fact; its sentence alone is in the text once
