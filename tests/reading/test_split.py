"""Several releases in one document, and documents that only seem to hold several."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.models import BlockKind
from pipeline.reading import read_bytes
from pipeline.reading.draft import Piece
from pipeline.reading.split import split
from tests.growth import spent

PROSE = """OSLO – The Minister of Ports signed a pact on crews with the Seafarers Union today, which
replaces the arrangement that both had made in the spring of 2004."""

TWO = f"""Official website of the Ministry of Ports

# Pact on crews signed

**Release Date:** March 4, 2021

{PROSE}

## Additional Information

Previously released statement:

### Joint Statement on Crews

Release Date:

March 3, 2021

{PROSE} It covers the wages of

PORT Doc. No. 21030401. (Posted 3/4/21)

all crews.

Topics: [Ports \\(/topics/ports\\)](#)

Keywords: [Crews \\(/keywords/crews\\)](#), [Wages \\(/keywords/wages\\)](#)

Last Published Date: March 5, 2021"""

ONE = [
    (f"# Pact signed today\n\n{PROSE}\n\n## Background to the pact\n\n{PROSE}", "a section"),
    (f"# Pact signed today\n\nRelease Date: March 4, 2021\n\n{PROSE}", "its own date"),
    (f"FOR IMMEDIATE RELEASE\n\n# Pact signed today\n\n{PROSE}", "its own announcement"),
    (f"# Pact signed today\n\n{PROSE}\n\n***\n\n## About the Union\n\n{PROSE[7:]}", "a rule"),
    (f"## Pact signed today\n\n{PROSE}\n\n---\n\n## Key facts of it\n\n{PROSE[7:]}", "its facts"),
    (f"## Pact signed today\n\n{PROSE}\n\n---\n\n## What it means now\n\n{PROSE[7:]}", "its use"),
    (f"# Pact signed today\n\n{PROSE}\n\n## Pact of 4 March 2021\n\nMarch 4, 2021", "no prose"),
]


@pytest.mark.parametrize(("text", "why"), ONE, ids=[why for _, why in ONE])
def test_one_release_stays_one(text: str, why: str) -> None:
    assert len(read_bytes(text.encode(), "pact.md")) == 1


def test_a_heading_with_its_own_release_date_begins_another_release() -> None:
    first, second = read_bytes(TWO.encode(), "pact.md")
    assert (first.part, second.part) == (0, 1)
    assert first.metadata.title == "Pact on crews signed"
    assert second.metadata.title == "Joint Statement on Crews"
    assert first.metadata.published == dt.date(2021, 3, 4)
    assert second.metadata.published == dt.date(2021, 3, 3)
    assert second.text.startswith("Joint Statement on Crews\n\nRelease Date:")
    assert "It covers the wages of all crews." in second.text


def test_fields_about_the_page_belong_to_the_first_release() -> None:
    first, second = read_bytes(TWO.encode(), "pact.md")
    assert first.metadata.topics == ("Ports",)
    assert first.metadata.keywords == ("Crews", "Wages")
    assert first.metadata.identifiers == ("PORT Doc. No. 21030401",)
    assert first.metadata.modified == dt.date(2021, 3, 5)
    assert (second.metadata.topics, second.metadata.identifiers) == ((), ())
    assert first.blocks[-1].span.of(first.text).startswith("Last Published Date")
    kinds = [block.kind for block in second.blocks]
    assert kinds[-2:] == [BlockKind.PARAGRAPH, BlockKind.BOILERPLATE]  # the stamp


def test_each_release_has_its_own_dateline() -> None:
    for release in read_bytes(TWO.encode(), "pact.md"):
        assert release.dateline is not None
        assert release.dateline.of(release.text) == "OSLO –"


def test_a_second_announcement_begins_another_release() -> None:
    text = (
        f"# Pact signed today\n\n{PROSE}\n\n# Quay opened today\n\nFOR IMMEDIATE RELEASE\n\n{PROSE}"
    )
    assert [r.metadata.title for r in read_bytes(text.encode(), "day.md")] == [
        "Pact signed today",
        "Quay opened today",
    ]


UNDATED = PROSE[7:]  # without its dateline
FIRST = f"Pact signed today\n\nMay 3, 2021\n\n{UNDATED}"
SECOND = f"Quay opened today\n\nMay 4, 2021\n\n{UNDATED}"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "an end mark and a dateline",
            f"Pact signed today\n\n{PROSE}\n\n###\n\nQuay opened today\n\n{PROSE}",
        ),
        ("a rule and a day", f"{FIRST}\n\n* * *\n\n{SECOND}"),
        ("a letterhead", f"PRESS RELEASE\n\n{FIRST}\n\nPORT OFFICE\n\nPRESS RELEASE\n\n{SECOND}"),
        ("a headline with a full stop", f"{FIRST}\n\n* * *\n\n{SECOND}".replace("day\n", "day.\n")),
        (
            "a headline in capitals",
            f"{FIRST}\n\nPRESS RELEASE\n\n{SECOND}".replace(
                "Quay opened today", "QUAY OPENED TODAY"
            ),
        ),
        ("a list that was flattened", f"{FIRST[:-1]} {'Oslo 2 Bergen 3 ' * 20}\n\n###\n\n{SECOND}"),
        ("a rule and a heading", f"## {FIRST}\n\n---\n\n## Quay opened today\n\n{UNDATED}"),
        ("articles", f"# Bulletin of the week\n\n## {FIRST}\n\n## {SECOND}"),
    ],
)
def test_a_title_behind_a_mark_or_of_an_article_begins_another_release_with_its_own_date(
    name: str, text: str
) -> None:
    suffix = ".md" if "## " in text else ".txt"
    (second,) = read_bytes(text.encode(), f"day{suffix}")[1:]
    assert (second.metadata.title or "").removesuffix(".").lower() == "quay opened today"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            f"# Visit\n\n{PROSE}\n\n## {FIRST}\n\n## Results of talks\n\n{PROSE}",
            "not every section is dated",
        ),
        (
            f"Pact signed today\n\n{PROSE}\n\n* * *\n\nAbout the Seafarers Union\n\n{UNDATED}",
            "no date",
        ),
        (
            f"## {FIRST}\n\n---\n\n## About the Seafarers Union\n\n{UNDATED}",
            "it is about the issuer",
        ),
        (
            f"## {FIRST}\n\n---\n\n## Quay opened today\n\n{UNDATED}\n\n## At sea now\n\n{UNDATED}",
            "not every heading stands behind a rule",
        ),
        (f"Pact signed today\n\n{PROSE}\n\nPRESS RELEASE\n\n{UNDATED}", "no title"),
    ],
)
def test_a_section_is_no_release(text: str, why: str) -> None:
    assert len(read_bytes(text.encode(), "pact.md")) == 1


def test_thousands_of_headings_without_prose_are_read_in_linear_time() -> None:
    pieces = tuple(Piece(BlockKind.HEADING, f"Opening of harbour {n}", 1) for n in range(30_000))
    assert split(pieces) == (pieces,)
    short = spent(lambda: split(pieces[:7_500]))
    assert spent(lambda: split(pieces)) < 8 * short  # by looking back from each it would be sixteen
