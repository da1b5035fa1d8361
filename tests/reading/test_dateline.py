"""Datelines, and first words that are none."""

from __future__ import annotations

import pytest

from pipeline.models import BlockKind
from pipeline.reading.dateline import find_dateline
from pipeline.reading.draft import Piece

REST = " The Minister of Ports signed a pact on crews today."


def dateline(text: str) -> str | None:
    found = find_dateline((Piece(BlockKind.PARAGRAPH, text),))
    return found[1].of(text) if found else None


@pytest.mark.parametrize(
    "start",
    [
        "OSLO",
        "NOTE:",
        "The pact –",
        "Biden-Harris",
        "Wages – and pensions –",
        "SECRETARY BOATENG:",
        "Prime Minister -",
        "The 2nd India–",
    ],
)
def test_other_beginnings_are_no_dateline(start: str) -> None:
    assert dateline(start + REST) is None


@pytest.mark.parametrize(
    "start",
    [
        "WASHINGTON –",
        "WASHINGTON -",
        "WASHINGTON--",
        "PORT VILA—",
        "KINGSTON, Jamaica —",
        "BOSTON, Mass., Sept. 5 –",
        "New Delhi, 5 July:",
        "New Delhi, July 5, 2021:",
        "Washington, D.C. –",
        "WASHINGTON",  # of pages that lost their dashes
    ],
)
def test_place_date_and_dash_are_the_dateline(start: str) -> None:
    assert dateline(start + REST) == start


def test_a_headline_in_capitals_has_no_dateline() -> None:
    assert dateline("BOATENG DOORSTOP - THE PACT, WAGES AND THE NEW QUAY") is None


def test_a_dateline_needs_a_sentence_after_it() -> None:
    assert dateline("OSLO – The quay") is None
