"""Direct quotations: what counts as one, where it ends, and which words name the speaker."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.quotations import (
    Quotation,
    Side,
    find_quotations,
    quoted_spans,
    scare_quotes,
    speaker,
)
from pipeline.models import Block, BlockKind, Span
from tests.growth import spent


def laid_out(*paragraphs: str) -> tuple[str, tuple[Block, ...]]:
    """A text of these paragraphs and its blocks; a paragraph that begins with # is a heading."""
    text, blocks = "", []
    for paragraph in paragraphs:
        kind = BlockKind.HEADING if paragraph.startswith("#") else BlockKind.PARAGRAPH
        words = paragraph.removeprefix("#")
        start = len(text) + (2 if text else 0)
        text += ("\n\n" if text else "") + words
        blocks.append(Block(kind, Span(start, start + len(words))))
    return text, tuple(blocks)


def found(*paragraphs: str) -> list[tuple[str, str | None]]:
    """The first words and the subject of each quotation in these paragraphs."""
    text, blocks = laid_out(*paragraphs)
    return [
        (" ".join(q.parts[0].of(text).split()[:3]), q.subject.of(text) if q.subject else None)
        for q in find_quotations(text, blocks)
    ]


def the_one(*paragraphs: str) -> tuple[str, Quotation]:
    text, blocks = laid_out(*paragraphs)
    (quotation,) = find_quotations(text, blocks)
    return text, quotation


@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param("We study the ‘push and pull’ of the tides.", id="scare quotes"),
        pytest.param(
            "They signed a “Memorandum of Understanding on Fisheries”.", id="an instrument"
        ),
        pytest.param(
            "Ms Okoro said the “Blue Harbour for All Programme” goes on.", id="a programme"
        ),
        pytest.param("The theme is “we all share one sea” this year.", id="a theme"),
        pytest.param("Article 5 says “the parties shall consult each other”.", id="a treaty"),
        pytest.param("The song called “We were sailing home” was played.", id="a song"),
        pytest.param("Ms Okoro called it a “truly remarkable and lasting” step.", id="a fragment"),
        pytest.param("#“We are ready to sail” says Minister", id="a headline"),
        pytest.param("The harbour's workers' union and the boats' owners met.", id="apostrophes"),
        pytest.param("Ms Okoro said that she was glad of it.", id="indirect speech"),
        pytest.param('A 12" pipe was laid, said Ms Okoro of the works.', id="inches"),
    ],
)
def test_no_quotation_is_found(paragraph: str) -> None:
    assert found(paragraph) == []


@pytest.mark.parametrize(
    ("paragraph", "subject"),
    [
        ("“We are ready to sail,” said Ada Okoro.", "Ada Okoro"),
        (
            "“We are ready to sail,” said the Harbour Minister, Ada Okoro.",
            "the Harbour Minister, Ada Okoro",
        ),
        ("“We are ready to sail,” said Ada Okoro, who leads the port.", "Ada Okoro"),
        ("“We are ready to sail.” said Ms Ada Okoro S.C.", "Ms Ada Okoro S.C."),
        ("“We are ready to sail,” Minister Okoro said today.", "Minister Okoro"),
        ('"We are ready to sail," she added.', "she"),
        ("‘We are ready to sail,’ Minister Okoro said.", "Minister Okoro"),
        ("'The port's crews are ready to sail,' Minister Okoro said.", "Minister Okoro"),
        ('“We are ready to sail," the Minister noted.', "the Minister"),
        ("“We are ready to sail”, according to Ada Okoro.", "Ada Okoro"),
        ("“We are ready to sail.” – Commissioner Ada Okoro", "Commissioner Ada Okoro"),
        ("Ada Okoro said: “We are ready to sail.”", "Ada Okoro"),
        (
            "Ada Okoro, Minister for Harbours, said, “We are ready to sail.”",
            "Ada Okoro, Minister for Harbours",
        ),
        (
            "Speaking at the quay, Minister Okoro said that “we are ready to sail”.",
            "Minister Okoro",
        ),
        ("Ada Okoro welcomed the ships and said: “We are ready to sail.”", "Ada Okoro"),
        ("If Ada Okoro meant it when she said “we are ready to sail”, she may.", "she"),
        ("They talked at length, with Okoro concluding, “We are ready to sail.”", "Okoro"),
        ("As Ada Okoro put it, “We are ready to sail.”", "Ada Okoro"),
        ("In Ada Okoro’s view the port “has what it needs for the winter”.", "Ada Okoro"),
        ("And from Chairwoman Okoro: “We are ready to sail.”", "Chairwoman Okoro"),
        ("Ada Okoro (Harbour Trust): “We are ready to sail.”", "Ada Okoro"),
    ],
)
def test_the_speaker_stands_beside_the_quotation(paragraph: str, subject: str) -> None:
    text, quotation = the_one(paragraph)
    assert quotation.subject is not None
    assert quotation.subject.of(text) == subject
    assert "ready to sail" in quotation.parts[0].of(text) or "what it needs" in text


def test_a_quotation_interrupted_by_its_speaker_is_one() -> None:
    text, quotation = the_one("“We are ready,” said Ada Okoro. “The ships leave at dawn.”")
    parts = [part.of(text) for part in quotation.parts]
    assert parts == ["We are ready,", "The ships leave at dawn."]


def test_a_quotation_continued_over_paragraphs_is_one() -> None:
    text, quotation = the_one(
        "“The port has been closed for a year.",
        "“It will open again next week.",
        "“That is what we promised,” Minister Okoro said.",
    )
    assert len(quotation.parts) == 3
    assert quotation.subject is not None
    assert quotation.subject.of(text) == "Minister Okoro"


def test_a_paragraph_without_a_speaker_goes_on_with_the_one_before() -> None:
    text, quotation = the_one(
        '"The port has been closed for a year," Minister Okoro said.',
        '"It will open again next week."',
    )
    assert quotation.parts[1].of(text) == "It will open again next week."


def test_each_reported_paragraph_is_a_quotation_of_its_own() -> None:
    assert found(
        "“The port has been closed,” Ms Okoro said.", "“It will open again soon,” Mr Lund said."
    ) == [("The port has", "Ms Okoro"), ("It will open", "Mr Lund")]


def test_two_clauses_after_one_verb_are_two_quotations() -> None:
    assert found(
        "Mr Lund said that “the port is an old friend”, and that “it opens new doors for trade”."
    ) == [("the port is", "Mr Lund"), ("it opens new", "Mr Lund")]


def test_a_quotation_after_indirect_speech_is_by_the_same_speaker() -> None:
    text, quotation = the_one(
        "Mr Lund said the port would stay closed.",
        "“Nobody can be asked to sail in such weather.”",
    )
    assert quotation.side is Side.EARLIER
    assert quotation.subject is not None
    assert quotation.subject.of(text) == "Mr Lund"


def test_a_quotation_inside_a_quotation_needs_a_verb_of_its_own() -> None:
    assert found(
        "“We were misled. In May he stated ‘The port will not be closed again’. It was closed,”"
        " Ms Okoro said."
    ) == [("We were misled.", "Ms Okoro"), ("The port will", "he")]


def test_a_line_before_the_quotation_names_the_speaker() -> None:
    assert found("Harbour Minister Ada Okoro said:", "“We are ready to sail.”") == [
        ("We are ready", "Harbour Minister Ada Okoro")
    ]


def test_a_line_below_the_quotation_names_the_speaker() -> None:
    assert found(
        "“We are all of us ready to sail at once.”", "– Ada Okoro, Minister for Harbours"
    ) == [("We are all", "Ada Okoro, Minister for Harbours")]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param(
            ("We are ready to sail, said Harbour Minister Ada Okoro. The ships leave at dawn.",),
            [("We are ready", "Harbour Minister Ada Okoro")],
            id="said put in",
        ),
        pytest.param(
            ("Commenting on it, Ada Okoro said, We are ready to sail.",),
            [("We are ready", "Ada Okoro")],
            id="said before",
        ),
        pytest.param(
            ("Harbour Minister Ada Okoro said:", "The ships leave the old port at dawn today."),
            [("The ships leave", "Harbour Minister Ada Okoro")],
            id="a block quotation",
        ),
        pytest.param(
            ("Three ships left the port, the Harbour Authority said.",), [], id="indirect speech"
        ),
        pytest.param(
            ("Ada Okoro said the budget would allow:", "Three ships for each of the ports."),
            [],
            id="a list",
        ),
        pytest.param(("As I said, We are ready to sail.",), [], id="an aside"),
    ],
)
def test_quotations_whose_marks_were_lost(
    paragraphs: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    assert found(*paragraphs) == expected


def test_every_quoted_stretch_can_be_hidden_from_the_parser() -> None:
    text, blocks = laid_out(
        "He said “we are ready to sail” on the ‘old’ boat and on the “new one”."
    )
    assert [span.of(text) for span in quoted_spans(text, blocks)] == ["“we are ready to sail”"]
    assert [span.of(text) for span in scare_quotes(text, blocks)] == ["‘old’", "“new one”"]


@pytest.mark.parametrize(
    ("paragraph", "people", "key"),
    [
        (
            "“We are ready to sail,” said Ada Okoro, head of the Trust.",
            ["Trust", "Ada Okoro"],
            "Ada Okoro",
        ),
        (
            "“We are ready to sail,” said Norway’s Minister Ada Okoro.",
            ["Norway", "Ada Okoro"],
            "Ada Okoro",
        ),
        (
            "“We are ready to sail,” said the Minister of Trade Ada Okoro.",
            ["Trade", "Ada Okoro"],
            "Ada Okoro",
        ),
        ("“We are ready to sail,” she said.", ["Ada Okoro"], None),
    ],
)
def test_the_key_of_the_speaker(paragraph: str, people: list[str], key: str | None) -> None:
    text, quotation = the_one(paragraph)
    mentions = [(Span(text.find(p), text.find(p) + len(p)), p) for p in people if p in text]
    assert speaker(quotation, text, sorted(mentions)) == key


@given(
    st.lists(st.text(alphabet="“”‘’\"' .,:–said Ada we are\n", min_size=1, max_size=80), max_size=6)
)
def test_parts_lie_in_the_text_in_any_text(paragraphs: list[str]) -> None:
    text, blocks = laid_out(*(p for p in paragraphs if p.strip()))
    for quotation in find_quotations(text, blocks):
        for part in quotation.parts:
            assert part.of(text).strip()
        assert quotation.subject is None or quotation.subject.of(text).strip()


@pytest.mark.parametrize(
    "unit", ["“", "‘a ", "“A b c d e,” said X. ", "said ", "A. ", "and “ ", '" a']
)
def test_long_runs_of_marks_take_time_in_proportion(unit: str) -> None:
    short, long = (_spent(unit * (size // len(unit))) for size in (6_000, 24_000))
    assert long < 8 * max(short, 1e-3)  # four times the text; by its square it would be sixteen


def _spent(text: str) -> float:
    laid, blocks = laid_out(text)
    return spent(lambda: find_quotations(laid, blocks))
