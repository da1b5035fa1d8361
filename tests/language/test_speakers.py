"""Who *I* is: the one quoted, whose turn it is, or who issues the release."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.language.reader import Reader
from pipeline.models import Block, BlockKind, Facts, Release

FactsOf = Callable[..., Facts]
Said = Callable[[Facts, str], list[dict[str, str]]]
ReleaseOf = Callable[..., Release]

MET = {"participant": "Ada Moyo; Ivo Horvat"}


def with_kinds(release: Release, **kinds: BlockKind) -> Release:
    """The release with the blocks that begin with some words of another kind."""
    return replace(release, blocks=tuple(_kind(release, block, kinds) for block in release.blocks))


def _kind(release: Release, block: Block, kinds: dict[str, BlockKind]) -> Block:
    text = block.span.of(release.text)
    found = [kind for start, kind in kinds.items() if text.startswith(start)]
    return replace(block, kind=found[0]) if found else block


@pytest.mark.parametrize(
    ("paragraphs", "meetings"),
    [
        pytest.param(
            ("“I met Minister Ivo Horvat in the spring,” said Minister Ada Moyo.",),
            [MET],
            id="the one quoted",
        ),
        pytest.param(
            ("“My meeting with Minister Ivo Horvat went well,” said Minister Ada Moyo.",),
            [MET],
            id="my",
        ),
        pytest.param(
            ("Minister Ada Moyo", "I was pleased to meet Minister Ivo Horvat."),
            [MET],
            id="a byline",
        ),
        pytest.param(
            ("I was pleased to meet Minister Ivo Horvat.",),
            [],
            id="nobody, without one",
        ),
        pytest.param(
            (
                "Minister Ada Moyo",
                "Minister Lea Sand",
                "I was pleased to meet Minister Ivo Horvat.",
            ),
            [],
            id="nobody, with two",
        ),
        pytest.param(
            (
                "Minister Ada Moyo gave an interview.",
                "MINISTER MOYO: I met Minister Ivo Horvat.",
                "QUESTION: I met Minister Lea Sand.",
            ),
            [MET],
            id="whose turn it is, and nobody in a reporter's",
        ),
    ],
)
def test_i_is_who_speaks(
    facts_of: FactsOf, said: Said, paragraphs: tuple[str, ...], meetings: list[dict[str, str]]
) -> None:
    """*I* takes part as the person who says it; where the text leaves that open, nobody does."""
    assert said(facts_of(*paragraphs), "Meeting") == meetings


def test_headline_names_who_speaks(facts_of: FactsOf, said: Said) -> None:
    """A speech is its owner's."""
    facts = facts_of(
        "Last week I met Minister Ivo Horvat.", title="Ada Moyo's speech at the Harbour Congress"
    )
    assert [m["participant"] for m in said(facts, "Meeting")] == ["Ada Moyo; Ivo Horvat"]


def test_those_who_take_turns_were_at_the_meeting(
    reader: Reader, release: ReleaseOf, said: Said
) -> None:
    """A transcript of a meeting tells who was there, when and where."""
    made = release(
        "Lima, Peru",
        "MINISTER MOYO: Welcome, all of you.",
        "MR SAND: Thank you, Minister.",
        "MINISTER MOYO: Shall we begin?",
        title="Minister Ada Moyo at a Meeting With Foreign Minister Ivo Horvat",
    )
    made = with_kinds(made, Lima=BlockKind.HEADING)
    (meeting,) = said(reader.understand(made), "Meeting")
    assert {"Ada Moyo", "Ivo Horvat"} <= set(meeting["participant"].split("; "))
    assert meeting["date"] == dt.date(2024, 6, 20).isoformat()
    assert meeting["place"] == "Lima"
