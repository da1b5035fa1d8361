"""Text made to keep patterns busy: words that could go on with a name, without end."""

from __future__ import annotations

import pytest

from pipeline.reading import read_bytes
from pipeline.release import Reader
from tests.growth import spent

SENTENCE = "Norland and Suria signed a pact on fish in Oslo today, both ministers said."
UNITS = ["Abc ", "A. ", "U.S. ", "Mr. ", "Norland and ", "“a” ", "(a) ", "$1,000 ", "section 1, "]


@pytest.mark.parametrize("unit", UNITS)
def test_four_times_the_text_takes_no_more_than_some_eight_times_as_long(
    unit: str, reader: Reader
) -> None:
    def seconds(times: int) -> float:
        (release,) = read_bytes(f"{SENTENCE}\n\n{unit * times}".encode(), "a.txt")
        return spent(lambda: reader.understand(release))

    seconds(10)
    assert seconds(1_600) < 8 * seconds(400) + 0.1
