"""Stand-ins: what the parser reads in the place of long names, and the way back to their tokens."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.language.mentions import Mentions
from pipeline.language.standins import Unit
from pipeline.language.words import Words

Parsed = Callable[..., tuple[Words, Mentions, list[Unit]]]


def read(parsed: Parsed, *paragraphs: str, **said: object) -> list[str]:
    """What the parser reads, unit by unit."""
    _, _, units = parsed(*paragraphs, **said)
    return [" ".join(token.text for token in unit.doc) for unit in units]


STANDINS = {
    "a person with a title": (
        "The Minister of Trade Ann Vega signed it.",
        "Smith signed it .",
    ),
    "a surname stands for itself": (
        "Minister Ann Vega spoke. Vega signed it.",
        "Vega signed it .",
    ),
    "two people": (
        "Minister Ann Vega and Minister Luis Rojas signed it.",
        "Smith and Jones signed it .",
    ),
    "an organization": (
        "The University of Lima and Chile signed it.",
        "Microsoft and Chile signed it .",
    ),
    "a government": ("The Government of Chile signed it.", "France signed it ."),
    "a country of several words": ("Saudi Arabia signed it.", "France signed it ."),
    "a country stands for itself": ("Chile signed it.", "Chile signed it ."),
    "an article goes with the name": (
        "Farmers of the Republic of Chile signed it.",
        "Farmers of France signed it .",
    ),
    "an official title": (
        "Farmers praised the Agreement on Fisheries and Forests with Peru.",
        "Farmers praised the agreement with Peru .",
    ),
    "an acronym of an agreement": (
        "Farmers praised the MoU with Peru.",
        "Farmers praised the treaty with Peru .",
    ),
    "acronyms of agreements": (
        "Farmers praised the MoUs with Peru.",
        "Farmers praised the treaties with Peru .",
    ),
    "a date of several words": ("Chile signed it on 3 June 2024.", "Chile signed it on Monday ."),
    "a month": ("Chile signed it in June 2024.", "Chile signed it in 2020 ."),
    "a year stands for itself": ("Chile signed it in 2021.", "Chile signed it in 2021 ."),
    "last month": ("Chile signed it last month.", "Chile signed it yesterday ."),
    "earlier today": ("Chile signed it earlier today.", "Chile signed it today ."),
    "a dash, an apostrophe and Messrs": (
        "Peru’s farmers - and M/s Ports - signed it.",
        "Peru 's farmers – and Ports – signed it .",
    ),
    "an unnamed phrase is left": (
        "The minister of trade signed it.",
        "The minister of trade signed it .",
    ),
}


@pytest.mark.parametrize(("text", "expected"), list(STANDINS.values()), ids=list(STANDINS))
def test_what_stands_for_what(parsed: Parsed, text: str, expected: str) -> None:
    assert read(parsed, text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Vega, Minister of Trade, signed it.", "Smith signed it ."),
        ("The Minister of Trade, Ann Vega, signed it.", "Smith signed it ."),
        (
            "The Minister of Trade, Ann Vega, and the Minister of Labour, Luis Rojas, signed it.",
            "Smith and Jones signed it .",
        ),
        ("Ann Vega, Minister of Trade, and Peru signed it.", "Smith , and Peru signed it ."),
        ("Ann Vega, Minister of Trade, who is ill, signed it.", "Smith , who is ill , signed it ."),
        ("Ms. Ann Vega, 40 farmers and Peru signed it.", "Smith , 40 farmers and Peru signed it ."),
    ],
    ids=[
        "closes a title",
        "closes a name after its title",
        "closes each of two",
        "before and",
        "before who",
        "no apposition",
    ],
)
def test_the_comma_that_closed_an_apposition_goes_with_it(
    parsed: Parsed, text: str, expected: str
) -> None:
    assert read(parsed, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile and Peru Sign Fisheries Treaty", "Chile and Peru signed fisheries treaty"),
        ("Chile, Peru sign a treaty", "Chile and Peru signed a treaty"),
        ("Chile to sign a treaty", "Chile to sign a treaty"),
        ("Chile and Peru sign a treaty.", "Chile and Peru sign a treaty ."),
    ],
    ids=["headline", "comma for and", "infinitive", "sentence"],
)
def test_the_present_tense_of_a_headline_is_read_as_past(
    parsed: Parsed, text: str, expected: str
) -> None:
    assert read(parsed, text) == [expected]


def test_the_words_of_a_headline_are_read_in_lower_case(parsed: Parsed) -> None:
    read_as = read(parsed, "Chile Welcomes New Trade Agreement With Peru")
    assert read_as == ["Chile welcomes new trade agreement with Peru"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“Chile signed the treaty today,” said Ann Vega.",
            ["“ Chile signed the treaty today , ”", "said Smith ."],
        ),
        (
            "Ann Vega said: “Chile signed the treaty today.”",
            ["Smith said :", "“ Chile signed the treaty today . ”"],
        ),
        (
            "Ann Vega called it “a treaty for all farmers” and signed it.",
            ["Smith called it this and signed it .", "“ a treaty for all farmers ”"],
        ),
    ],
    ids=["quotation first", "quotation last", "in the middle"],
)
def test_a_quotation_is_read_by_itself(parsed: Parsed, text: str, expected: list[str]) -> None:
    assert read(parsed, text) == expected


def test_a_quoted_term_is_part_of_its_sentence(parsed: Parsed) -> None:
    assert read(parsed, "The “quiet hour” helps.") == ["The “ quiet hour ” helps ."]


def test_a_unit_knows_its_block_and_its_sentence(parsed: Parsed) -> None:
    _, _, units = parsed("Chile signed it. Peru cheered.", title="Treaty signed in Lima today")
    assert [(unit.block, unit.sentence) for unit in units] == [(0, 0), (1, 1), (1, 2)]


def test_every_word_of_a_unit_is_parsed(parsed: Parsed) -> None:
    _, _, units = parsed("Chile signed the treaty.")
    assert [(t.dep_, t.lemma_) for t in units[0].doc][:2] == [("nsubj", "Chile"), ("ROOT", "sign")]


PEOPLE = (
    "Ann Vega",
    "Minister Ann Vega",
    "the Minister of Trade, Luis Rojas",
    "Ms. Rosa Okafor, Secretary of Labor,",
    "Chile's Minister of Trade, Industry and Tourism, Ann Vega",
)
BODIES = ("Chile", "the Government of Peru", "the Department of Labor", "the University of Lima")
THINGS = ("the treaty", "a Memorandum of Understanding (MoU)", "two agreements", "it")
ENDS = ("", " on 3 June 2024", " in Lima", " last month", " with Peru", " in 2021 in Lima")


@st.composite
def composed(draw: st.DrawFn) -> str:
    """A sentence of a person or body that signs something, or is quoted."""
    agents = draw(st.lists(st.sampled_from(PEOPLE + BODIES), min_size=1, max_size=3))
    thing, end = draw(st.sampled_from(THINGS)), draw(st.sampled_from(ENDS))
    plain = f"{' and '.join(agents)} signed {thing}{end}."
    quoted = f"“We will sign {thing}{end},” said {agents[0]}."
    text = draw(st.sampled_from((plain, quoted, f"{plain} {quoted}")))
    return text[0].upper() + text[1:]


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(text=composed())
def test_the_way_back_from_every_word_to_its_tokens(parsed: Parsed, text: str) -> None:
    words, named, units = parsed(text)
    for unit in units:
        assert len(unit.origin) == len(unit.mentions) == len(unit.doc)
        assert all(start < end for start, end in unit.origin)
        assert all(a[1] <= b[0] for a, b in zip(unit.origin, unit.origin[1:], strict=False))
        for (start, end), one in zip(unit.origin, unit.mentions, strict=True):
            assert set(words.sentence[start:end]) == {unit.sentence}
            assert one is None or (start <= one.start and one.end == end)
    standing = [one for unit in units for one in unit.mentions if one is not None]
    assert sorted(standing, key=lambda m: m.start) == named.mentions


@settings(
    max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(text=composed())
def test_no_token_is_lost_but_closing_commas(parsed: Parsed, text: str) -> None:
    words, _, units = parsed(text)
    kept = {i for unit in units for start, end in unit.origin for i in range(start, end)}
    lost = {words.text[i] for i in range(len(words)) if i not in kept}
    assert lost <= {","}


@pytest.mark.parametrize("text", ["The minister spoke to NASA", "NASA"])
def test_a_text_may_end_with_an_acronym(parsed: Parsed, text: str) -> None:
    """Nothing follows the last word of a text without a full stop."""
    assert parsed(text)
