"""Who said what: the speaker by name, pronoun, office or body, and the words as they stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.models import Facts

FactsOf = Callable[..., Facts]
Said = Callable[[Facts, str], list[dict[str, str]]]

VEGA = "Minister Ann Vega opened the fair in Lima today."
ROJAS = "Senator Luis Rojas came to the fair as well."

#: The paragraphs of a release, and the speaker of its one statement.
SPEAKERS = {
    "a name after": (["“Trade will grow again,” said Minister Ann Vega."], "Ann Vega"),
    "a name before": (["Minister Ann Vega said: “Trade will grow again.”"], "Ann Vega"),
    "a surname": ([VEGA, "“Trade will grow again,” Vega said."], "Ann Vega"),
    "a name in the middle": (
        ["“Trade will grow again,” said Minister Ann Vega, “and farmers will gain.”"],
        "Ann Vega",
    ),
    "a name and a title after it": (
        ["“Trade will grow again,” said Ann Vega, Minister of Trade."],
        "Ann Vega",
    ),
    "she": ([VEGA, "“Trade will grow again,” she said."], "Ann Vega"),
    "he, the last named": ([VEGA, ROJAS, "“Trade will grow again,” he said."], "Luis Rojas"),
    "an office": ([VEGA, ROJAS, "“Trade will grow again,” the Minister said."], "Ann Vega"),
    "a short form of a longer office": (
        [
            "Deputy Minister Ann Vega opened the fair.",
            ROJAS,
            "“Trade will grow again,” the Minister said.",
        ],
        "Ann Vega",
    ),
    "a body": (
        ["“Trade will grow again,” the Department of Homeland Security said in a statement."],
        "Department of Homeland Security",
    ),
    "a body by its noun": (
        ["The Ministry of Water opened a fair.", "“Trade will grow again,” the Ministry said."],
        "Ministry of Water",
    ),
    "a body nobody knew": (
        ["“Trade will grow again,” said the Zembla Coalition."],
        "Zembla Coalition",
    ),
    "the first words of a quotation too few for a clause": (
        ["“Trade grows,” said Minister Ann Vega. “Farmers will gain from it.”"],
        "Ann Vega",
    ),
    "a name with a colon, as in a transcript": (
        [VEGA, "Ann Vega: “Trade will grow again this year.”"],
        "Ann Vega",
    ),
    "told Peru": ([VEGA, "“Trade will grow again,” Vega told Luis Rojas."], "Ann Vega"),
}


@pytest.mark.parametrize(("paragraphs", "speaker"), list(SPEAKERS.values()), ids=list(SPEAKERS))
def test_the_speaker_of_a_quotation(
    facts_of: FactsOf, said: Said, paragraphs: list[str], speaker: str
) -> None:
    assert [event["speaker"] for event in said(facts_of(*paragraphs), "Statement")] == [speaker]


@pytest.mark.xfail(strict=True, reason="a quotation is given to one speaker only")
def test_two_people_speak_together(facts_of: FactsOf, said: Said) -> None:
    facts = facts_of("“Trade will grow again,” said Minister Ann Vega and Senator Luis Rojas.")
    (event,) = said(facts, "Statement")
    assert event["speaker"] == "Ann Vega; Luis Rojas"


NOTHING = {
    "nobody": ["“Trade will grow again this year.”"],
    "a term": [VEGA, "Vega praised the so-called “quiet hour” at the fair."],
    "reported speech": ["Minister Ann Vega said that trade will grow again this year."],
    "a title": [VEGA, "Vega read from the book “Trade and Its Many Friends”."],
    "she, nobody before": ["“Trade will grow again,” she said."],
    "a law": ["Article 5 says: “Trade shall be free of all duties.”"],
}


@pytest.mark.parametrize("paragraphs", list(NOTHING.values()), ids=list(NOTHING))
def test_what_is_no_statement(facts_of: FactsOf, said: Said, paragraphs: list[str]) -> None:
    assert said(facts_of(*paragraphs), "Statement") == []


@pytest.mark.parametrize(
    ("paragraphs", "quote"),
    [
        (["“Trade will grow again,” said Minister Ann Vega."], "Trade will grow again,"),
        (
            ["“Trade will grow again,” Minister Ann Vega said, “and farmers will gain.”"],
            "Trade will grow again, and farmers will gain.",
        ),
        pytest.param(
            ["“Trade will grow again,” said Minister Ann Vega, “and farmers will gain.”"],
            "Trade will grow again, and farmers will gain.",
            marks=pytest.mark.xfail(
                strict=True,
                reason="a clause in lower case after “said X,” does not go on the quotation",
            ),
        ),
        (
            ["“Trade will grow again,” said Minister Ann Vega. “Farmers will gain from it.”"],
            "Trade will grow again, Farmers will gain from it.",
        ),
        (
            ["“Trade will grow again,” said Minister Ann Vega.", "“Farmers will gain from it.”"],
            "Trade will grow again, Farmers will gain from it.",
        ),
    ],
    ids=[
        "verbatim",
        "interrupted",
        "interrupted by said X",
        "goes on",
        "goes on in the next paragraph",
    ],
)
def test_the_words_of_a_quotation(
    facts_of: FactsOf, said: Said, paragraphs: list[str], quote: str
) -> None:
    (first, *_) = said(facts_of(*paragraphs), "Statement")
    assert first["quote"] == quote


def test_the_evidence_is_the_quotation_and_the_words_that_name_the_speaker(
    facts_of: FactsOf,
) -> None:
    facts = facts_of("“Trade will grow again,” said Minister Ann Vega.")
    (event,) = facts.events
    assert [span.of(facts.release.text) for span in event.evidence] == [
        "Trade will grow again,",
        "said Minister Ann Vega",
    ]


def test_a_speaker_at_a_distance_is_less_sure_and_says_why(facts_of: FactsOf) -> None:
    (near,) = facts_of("“Trade will grow again,” said Minister Ann Vega.").events
    _, far = facts_of(
        "“Trade will grow again,” said Minister Ann Vega.",
        "Farmers cheered.",
        "“The fair will be held again.”",
    ).events
    assert near.doubts == ()
    assert far.doubts
    assert far.confidence < near.confidence


def test_what_is_said_inside_a_quotation_is_signed_too(facts_of: FactsOf, said: Said) -> None:
    facts = facts_of("“Chile signed a treaty with Peru today,” said Minister Ann Vega.")
    (signing,) = said(facts, "Signing")
    assert signing["party"] == "Chile; Peru"
    assert len(said(facts, "Statement")) == 1
