"""The publisher as the page names it: by the form of the name, by its place, or known by name."""

from __future__ import annotations

import pytest

from pipeline.reading import read_bytes

PROSE = """The port was opened today by the Minister of Harbours, who thanked all those that had
built it and said that ships of every size would call there from the spring on."""
PORT = f"# Port opened today\n\n{PROSE}"
BUREAU = "Corrupt Practices Investigation Bureau"


def publisher(text: str) -> tuple[str, ...]:
    return read_bytes(text.encode(), "a.md")[0].metadata.publisher


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{PORT}\n\nMINISTRY OF HARBOURS\n\n4 March 2021", "MINISTRY OF HARBOURS"),
        (f"{PORT}\n\n**MINISTRY OF HARBOURS**\n\n**Annex A**", "MINISTRY OF HARBOURS"),
        (f"{PORT}\n\nTHE WHITE HOUSE,\n\nMarch 4, 2021.", "THE WHITE HOUSE"),
        (f"{PORT}\n\n{BUREAU}", BUREAU),
    ],
    ids=["a signature", "a lone line", "a known body", "a known body without a form"],
)
def test_who_signs_is_the_publisher(text: str, names: str) -> None:
    assert publisher(text) == (names,)


@pytest.mark.parametrize(
    "text",
    [
        f"{PORT}\n\n**Ministry of Harbours**\n\n{PROSE}",
        f"{PORT}\n\nNorland",
        f"{PORT}\n\nMary Vale",
    ],
    ids=["a section about a body", "a country", "a person"],
)
def test_no_publisher_is_made_of_other_lines(text: str) -> None:
    assert publisher(text) == ()
