"""Headings, items and signatures of pages without mark-up."""

from __future__ import annotations

import pytest

from pipeline.reading import read_bytes

PROSE = "The Minister of Ports signed a pact on crews with the Seafarers Union in Oslo today."


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        ((PROSE, "Background", PROSE), ["paragraph", "heading", "paragraph"]),
        (
            (PROSE, "Also present were:", "Udo Kuhn, Labour", "Jo Roe, Union", PROSE),
            ["paragraph", "paragraph", "item", "item", "paragraph"],
        ),
        ((PROSE, "MINISTRY OF PORTS", "4 MARCH 2021"), ["paragraph", "signature", "header"]),
        ((PROSE, "AMA K. BOATENG JR."), ["paragraph", "signature"]),
        ((PROSE, "Port Authority of Oslo"), ["paragraph", "signature"]),
        (
            (PROSE, "MINISTRY OF PORTS", "4 MARCH 2021", "Annex A", PROSE),
            ["paragraph", "signature", "header", "heading", "paragraph"],
        ),
    ],
)
def test_lines_are_told_by_their_place(lines: tuple[str, ...], kinds: list[str]) -> None:
    (release,) = read_bytes("\n\n".join(lines).encode(), "pact.txt")
    assert [block.kind.value for block in release.blocks] == kinds
