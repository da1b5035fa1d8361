"""Tokens, sentences and headlines of a release."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.reader import Reader
from pipeline.language.words import Words
from pipeline.models import Block, BlockKind, Span

Make = Callable[..., Words]

#: A tokenizer is enough for words.
ENGLISH = spacy.blank("en")


def plain(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Words:
    """The words of a text that is one block."""
    return Words(ENGLISH.make_doc(text), [Block(kind, Span(0, len(text)))])


def sentences(words: Words) -> list[str]:
    """The text of each sentence."""
    found: dict[int, list[int]] = {}
    for i, number in enumerate(words.sentence):
        if number >= 0:
            found.setdefault(number, []).append(i)
    return [words.span_text(tokens[0], tokens[-1] + 1) for tokens in found.values()]


def one(sentence: str) -> tuple[str, list[str]]:
    return sentence, [sentence]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade grew. Farmers cheered.", ["Trade grew.", "Farmers cheered."]),
        (
            "Did trade grow? It did! Farmers cheered.",
            ["Did trade grow?", "It did!", "Farmers cheered."],
        ),
        ("Trade grew by 3.5 percent.", ["Trade grew by 3.5 percent."]),
        ("Trade grew. 40 farmers cheered.", ["Trade grew.", "40 farmers cheered."]),
        ("Trade grew. “Good,” said Vega.", ["Trade grew.", "“Good,” said Vega."]),
        one("It met Hon. Ann Vega in Lima."),
        one("It met Dr. Ann Vega and Mr. Luis Rojas."),
        one("It met Amb. Ann Vega and Gen. Luis Rojas."),
        one("It met Ann K. Vega in Lima."),
        one("It met J. K. Rojas in Lima."),
        one("See No. 12 of the journal."),
        one("The firm Vega Inc. Peru signed the lease."),
        one("The U.S. Department of Labor opened an office."),
        (
            "They met in Washington, D.C. The treaty was signed there.",
            ["They met in Washington, D.C.", "The treaty was signed there."],
        ),
        ("They signed the MoU. Farmers cheered.", ["They signed the MoU.", "Farmers cheered."]),
        (
            "“Trade grew.” Farmers cheered.",
            ["“Trade grew.”", "Farmers cheered."],
        ),
        (
            "(Trade grew.) Farmers cheered.",
            ["(Trade grew.)", "Farmers cheered."],
        ),
        ("Trade grew… and grew.", ["Trade grew… and grew."]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert sentences(plain(text)) == expected


def test_a_sentence_does_not_cross_a_block(words_of: Make) -> None:
    words = words_of("Chile and Peru", "signed a treaty", title="Treaty Signed")
    assert sentences(words) == ["Treaty Signed", "Chile and Peru", "signed a treaty"]


@pytest.mark.parametrize("kind", [BlockKind.HEADER, BlockKind.BOILERPLATE])
def test_what_is_no_prose_has_no_sentences(kind: BlockKind) -> None:
    words = plain("Contact: press office. Follow us.", kind)
    assert sentences(words) == []
    assert set(words.block) == {-1}


@pytest.mark.parametrize(
    "kind",
    [BlockKind.TITLE, BlockKind.HEADING, BlockKind.ITEM, BlockKind.CAPTION, BlockKind.SIGNATURE],
)
def test_every_kind_of_prose_is_read(kind: BlockKind) -> None:
    assert sentences(plain("Chile signs treaty", kind)) == ["Chile signs treaty"]


def test_a_dateline_is_skipped(words_of: Make) -> None:
    words = words_of("LIMA, June 20 – Chile signed a treaty.", dateline="LIMA, June 20 –")
    assert sentences(words) == ["Chile signed a treaty."]


def test_white_space_between_words_belongs_to_no_sentence() -> None:
    words = plain("Chile signed\n\n   a treaty.")
    blank = [i for i, text in enumerate(words.text) if text.isspace()]
    assert blank
    assert all(words.sentence[i] == -1 for i in blank)
    assert sentences(words) == ["Chile signed\n\n   a treaty."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile and Peru Sign Treaty on Fisheries", True),
        ("CHILE AND PERU SIGN TREATY ON FISHERIES", True),
        ("Ministers Welcome New Trade Agreement With Peru", True),
        ("Chile and Peru sign treaty on fisheries", False),
        ("Ann Vega met Luis Rojas in Lima before lunch today.", False),
        ("Chile Signs", False),
    ],
)
def test_a_headline_has_nearly_every_long_word_in_capitals(text: str, expected: bool) -> None:
    assert bool(plain(text).headline) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The UN and NASA met.", {"UN", "NASA"}),
        ("The MoUs help MinLaw.", {"MoUs", "MinLaw"}),
        ("Chile met Peru.", set()),
        ("THE MINISTER OF TRADE AND THE MINISTER OF LABOR MET AT NASA", set()),
    ],
    ids=["acronyms", "mixed case", "names", "capitals that are style"],
)
def test_what_is_an_acronym(text: str, expected: set[str]) -> None:
    words = plain(text)
    assert {words.text[i] for i in range(len(words)) if words.acronym[i]} == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("They met Okafor.", "Okafor", True),
        ("They met Okafor.", "They", False),
        ("The Treaty helps.", "Treaty", False),
        ("the okafor family", "okafor", False),
    ],
)
def test_a_name_is_no_ordinary_word_in_capitals(text: str, word: str, expected: bool) -> None:
    words = plain(text)
    assert words.namelike(words.text.index(word)) is expected


def test_same_sentence_of_tokens_outside_the_text_is_false() -> None:
    words = plain("Trade grew. Farmers cheered.")
    assert words.same_sentence(0, 1)
    assert not words.same_sentence(0, 3)
    assert not words.same_sentence(-1, 0)
    assert not words.same_sentence(0, len(words))


TEXTS = (
    st.lists(
        st.sampled_from(
            "Chile signed a treaty , . ( ) “ ” Hon. U.S. 3.5 Vega's MoU — don't 20-year \n".split(
                " "
            )
        ),
        min_size=1,
        max_size=20,
    )
    .map(" ".join)
    .filter(str.strip)
)


@given(TEXTS, st.data())
def test_a_span_of_tokens_reads_as_its_text_and_leads_back(text: str, data: st.DataObject) -> None:
    words = plain(text)
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    span = words.span(start, end)
    assert span.of(text) == words.span_text(start, end)
    assert words.tokens_of([span]) == [(start, end)]


@given(TEXTS, st.data())
def test_a_span_is_tokens_if_it_begins_and_ends_with_one(text: str, data: st.DataObject) -> None:
    words = plain(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    ends = {at + len(word) for at, word in zip(words.idx, words.text, strict=True)}
    assert bool(words.tokens_of([Span(start, end)])) == (start in words.idx and end in ends)


@given(TEXTS)
def test_sentences_are_numbered_in_order_and_hold_all_the_prose(text: str) -> None:
    words = plain(text)
    numbers = [n for n in words.sentence if n >= 0]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(len(set(numbers))))
    assert all(n >= 0 or t.isspace() for n, t in zip(words.sentence, words.text, strict=True))


@pytest.mark.parametrize("word", ["(" * 5_000, "," * 5_000, "*" * 5_000, "a" * 5_000])
def test_a_word_of_marks_without_end_is_told_apart_in_linear_time(
    reader: Reader, word: str
) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        assert reader.nlp.make_doc(word * times).text == word * times
        return time.process_time() - start

    first = seconds(1)  # what was told apart once is remembered
    assert seconds(4) < 10 * first + 0.1


def test_a_sentence_without_end_is_cut() -> None:
    numbers = plain("fish and " * 2_000).sentence
    assert max(Counter(numbers).values()) == 600
    assert numbers == sorted(numbers)
