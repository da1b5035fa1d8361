from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.graph.quotes import made_of

TEXT = (
    "“Our nets are full,” said Minister Lobo, who has led the ministry for many long years, "
    "“and our\nboats are safe.”\n\n“We ‘push’ on,” she added. She left the harbour at noon."
)


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param("Our nets are full,", id="one stretch"),
        pytest.param("Our nets are full, and our boats are safe.", id="interrupted"),
        pytest.param("and our boats are safe. We ‘push’ on,", id="over paragraphs"),
        pytest.param("Our nets are full … our boats are safe", id="shortened"),
        pytest.param("“Our nets are full”", id="with its marks"),
    ],
)
def test_words_of_the_release(quote: str) -> None:
    assert made_of(quote, TEXT)


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param("Our nets were full,", id="a word changed"),
        pytest.param("Our nets are not full,", id="a word put in"),
        pytest.param("our boats are safe. Our nets are full", id="turned round"),
        pytest.param("Nets are full", id="a capital changed"),
        pytest.param("…", id="no words"),
        pytest.param("Full are our nets", id="other order"),
    ],
)
def test_not_the_words_of_the_release(quote: str) -> None:
    assert not made_of(quote, TEXT)


def test_stretches_far_apart_are_not_one_quotation() -> None:
    assert not made_of("one two", "one " + "and " * 80 + "two")


@given(st.text(st.characters(codec="utf-8")), st.data())
def test_any_stretch_of_whole_words_is_made_of_its_text(text: str, data: st.DataObject) -> None:
    words = text.split()
    begin = data.draw(st.integers(0, len(words)))
    assert made_of(" ".join(words[begin:]), text) or not any(map(str.isalnum, text))
