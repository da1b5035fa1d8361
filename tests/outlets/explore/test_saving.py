"""What is shown, saved as files that other programs read."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from pipeline.graph.read import read
from pipeline.graph.terms import PREFIXES
from tests.outlets.explore.conftest import Open

if TYPE_CHECKING:
    from playwright.sync_api import Page


def saved(page: Page, name: str, folder: Path) -> bytes:
    """What the button of a form saves."""
    with page.expect_download() as download:
        page.get_by_role("button", name=name, exact=True).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file.read_bytes()


def test_turtle_holds_what_the_graph_holds_and_nothing_else(
    opened: Open, graphs: Path, tmp_path: Path
) -> None:
    file = tmp_path / "facts.ttl"
    file.write_bytes(saved(opened(), "Turtle", tmp_path))
    written, whole = (  # both as Oxigraph has them, which makes an integer of every whole number
        set(read([path]).quads_for_pattern(None, None, None, ox.DefaultGraph()))
        for path in (file, graphs)
    )
    assert written <= whole
    derived = ("signed", "partyTo", "dateSigned", "said", "metWith")
    left_out = {ox.NamedNode(PREFIXES["cmq"] + name) for name in derived}
    left_out.add(ox.NamedNode(PREFIXES["nif"] + "isString"))
    events = {
        q.subject for q in whole if "/event/" in str(q.subject) or "/membership/" in str(q.subject)
    }
    named = {q.object for q in whole if q.subject in events and isinstance(q.object, ox.NamedNode)}
    wanted = {q for q in whole if q.subject in events | named and q.predicate not in left_out}
    assert wanted <= written


def test_csv_has_a_row_for_each_fact_with_status_words_and_source(
    opened: Open, tmp_path: Path
) -> None:
    text = saved(opened(), "CSV", tmp_path).decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == 8
    by_words = {row["words"]: row for row in rows}
    planned = by_words["Norland and Suria intend to sign a Ferry Treaty next year"]
    assert (planned["status"], planned["date"]) == ("Planned", "2022")
    assert planned["party"] == "Norland; Suria"
    assert planned["release"] == "Norland and Suria sign a fishing pact"
    charge = next(row for row in rows if row["kind"] == "charge")
    assert "an accusation, not a finding" in charge["status"]


def test_no_cell_of_the_csv_is_taken_for_a_formula(opened: Open, tmp_path: Path) -> None:
    text = saved(opened("#/facts?q=sum"), "CSV", tmp_path).decode()
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert "'=1+1 is the sum," in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("view", ["#/timeline", "#/network"])
def test_a_picture_is_saved_as_png_that_shows_something(
    opened: Open, view: str, tmp_path: Path
) -> None:
    page = opened(view)
    picture = saved(page, "PNG", tmp_path)
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = (int.from_bytes(picture[at : at + 4]) for at in (16, 20))
    assert min(width, height) > 100
    colours = page.evaluate(
        """async bytes => {
          const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
          const canvas = document.createElement('canvas');
          canvas.width = picture.width; canvas.height = picture.height;
          const context = canvas.getContext('2d');
          context.drawImage(picture, 0, 0);
          const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
          return new Set(new Uint32Array(data.buffer)).size;
        }""",
        list(picture),
    )
    assert colours > 5
