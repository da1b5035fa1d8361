"""Whether a signing is stated as done: planned, refused and conditional ones are not facts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.language.clauses import Clause
from pipeline.language.words import Words
from pipeline.models import Facts

Clauses = Callable[[str], tuple[Words, list[Clause]]]

OCCURRED = {
    "the recently signed": "The recently signed Lake Treaty protects trout.",
    "the fifth person to": "Ann Vega became the fifth person to sign the treaty.",
    "has often": "Chile has often signed treaties.",
    "past": "Chile signed the treaty.",
    "had the opportunity to": "Ann Vega had the opportunity to sign the treaty.",
    "thanked for having": "Chile wants to thank Peru for having signed the treaty.",
    "perfect": "Chile has signed the treaty.",
    "just": "Chile has just signed the treaty.",
    "historic present": "Chile signs the treaty.",
    "passive": "The treaty was signed in Lima.",
    "after talks": "After years of talks, Chile signed the treaty.",
    "agreed and": "Chile and Peru agreed and signed the treaty.",
    "approved and": "The Cabinet approved and signed the treaty.",
    "spoke before": "The President spoke before signing the treaty.",
    "when, in the past": "Farmers cheered when Chile signed the treaty.",
    "when, in the historic present": "Farmers cheer when Chile signs the treaty.",
    "the first nation to": "Chile became the first nation to sign the treaty.",
    "the 20th country to": "Chile is the 20th country to sign the treaty.",
    "proud to": "Chile is proud to sign the treaty.",
    "honoured to have": "Chile is honoured to have signed the treaty.",
    "met to": "Leaders met today to sign the treaty.",
    "managed to": "Chile managed to sign the treaty.",
    "not only": "Chile not only signed the treaty but opened a school.",
    "before something planned": "Chile signed the treaty and will open a school.",
    "after something refused": "Chile declined the loan and signed the treaty.",
    "whose treaty will": "Chile signed a treaty that will help farmers.",
    "expected to help": "Chile signed a treaty that is expected to help farmers.",
    "agreed in, not to": "Chile signed the treaty that was agreed in Lima.",
    "if of another clause": "If farmers agree, they will read the treaty that Chile signed.",
    "who refused something else": "Ann Vega, who refused to resign, signed the treaty.",
}

PLANNED = {
    "going to": "Chile is going to sign the treaty.",
    "to help to": "Chile wrote letters to help Peru sign the treaty.",
    "will have the opportunity to": "Ann Vega will have the opportunity to sign the treaty.",
    "will": "Chile will sign the treaty.",
    "'ll": "We'll sign the treaty tomorrow.",
    "will be": "The treaty will be signed in Lima.",
    "is to be": "The treaty is to be signed in Lima.",
    "are to": "The ministers are to sign the treaty.",
    "expected to": "Chile is expected to sign the treaty.",
    "expected, conjoined": "Chile is expected to approve and sign the treaty.",
    "due to": "Chile is due to sign the treaty.",
    "set to": "Chile is set to sign the treaty.",
    "ready to": "Chile is ready to sign the treaty.",
    "plans to": "Chile plans to sign the treaty.",
    "agreed to": "Chile agreed to sign the treaty.",
    "hopes that": "Chile hopes that Peru signs the treaty.",
    "urged to": "Chile urged Peru to sign the treaty.",
    "authorized to": "The court authorized Ann Vega to sign the treaty.",
    "would": "Peru would sign the treaty next year.",
    "a plan to": "Chile announced a plan to sign the treaty.",
    "readiness to": "Chile expressed its readiness to sign the treaty.",
    "in order to": "Ann Vega will travel to Lima to sign the treaty.",
    "travelling, without a will": "Talks continue in order to sign the treaty.",
    "considers": "Chile is considering signing the treaty.",
    "has yet to": "Chile has yet to sign the treaty.",
    "once": "Once Chile signs the treaty, trade will grow.",
    "before": "The Senate must approve the treaty before Chile signs the treaty.",
    "looks forward": "Chile looks forward to signing the treaty.",
}

NEGATED = {
    "failure to": "Farmers regret the failure of Chile to sign the treaty.",
    "unwilling to": "Chile was unwilling to sign the treaty.",
    "did not": "Chile did not sign the treaty.",
    "has not yet": "Chile has not yet signed the treaty.",
    "never": "Chile never signed the treaty.",
    "will not": "Chile will not sign the treaty.",
    "won't": "Chile won't sign the treaty.",
    "declined to": "Chile declined to sign the treaty.",
    "refused to": "Chile refused to sign the treaty.",
    "failed to": "Chile failed to sign the treaty.",
    "no agreement was": "No agreement was signed.",
    "neither": "Neither of the treaties was signed.",
    "without signing": "Ann Vega left Lima without signing the treaty.",
    "instead of signing": "Instead of signing the treaty, Chile opened a school.",
    "almost": "Chile almost signed the treaty.",
    "denied": "Chile denied signing the treaty.",
    "denied that": "Chile denied that it signed the treaty.",
    "not true that": "It is not true that Chile signed the treaty.",
    "neither nor": "Neither Chile nor Peru signed the treaty.",
    "nobody": "Nobody signed the treaty.",
    "signed no": "Chile has signed no treaty with Peru.",
    "cannot": "Chile cannot sign the treaty.",
    "does not plan to": "Chile does not plan to sign the treaty.",
}

POSSIBLE = {
    "any that was signed": "The order covers any treaty signed by Chile and Peru.",
    "a habit": "Such treaties are often signed orally by villages.",
    "should": "Peru should sign the treaty.",
    "may": "Chile may sign the treaty.",
    "might": "Chile might sign the treaty.",
    "could": "Chile could sign the treaty.",
    "if": "If Chile signs the treaty, trade will grow.",
    "unless": "Trade will fall unless Chile signs the treaty.",
    "reportedly": "Chile reportedly signed the treaty.",
    "whether": "The mayor asked whether Chile signed the treaty.",
}

CASES = {
    **{f"occurred: {name}": (text, "Occurred") for name, text in OCCURRED.items()},
    **{f"planned: {name}": (text, "Planned") for name, text in PLANNED.items()},
    **{f"negated: {name}": (text, "Negated") for name, text in NEGATED.items()},
    **{f"possible: {name}": (text, "Possible") for name, text in POSSIBLE.items()},
}

NOMINAL = {
    "agreed on": ("Chile and Peru agreed on the signing of a treaty.", "Planned"),
    "without it": ("Talks ended without the signing of a treaty.", "Negated"),
    "took place": ("The signing of the treaty took place in Lima.", "Occurred"),
    "will take place": ("The signing of the treaty will take place in Lima.", "Planned"),
    "is scheduled for": ("The signing of the treaty is scheduled for Monday.", "Planned"),
    "did not take place": ("The signing of the treaty did not take place.", "Negated"),
    "upcoming": ("Chile welcomed the upcoming signing of the treaty.", "Planned"),
    "planned": ("The planned signing of the treaty pleased farmers.", "Planned"),
    "after it, trade will": ("After the signing of the treaty, trade will grow.", "Occurred"),
    "since it, trade may": ("Since the signing of the treaty, trade may have grown.", "Occurred"),
    "it will help": ("The signing of the treaty will help farmers.", "Occurred"),
    "will be followed by": ("The talks will be followed by the signing of the treaty.", "Planned"),
    "was followed by": ("The talks were followed by the signing of the treaty.", "Occurred"),
    "in a clause of its own, followed": (
        "Talks were held, followed by the signing of a treaty.",
        "Occurred",
    ),
    "in a clause of its own, to be followed": (
        "Talks will be held, followed by the signing of a treaty.",
        "Planned",
    ),
    "witnessed": ("Ann Vega witnessed the signing of the treaty.", "Occurred"),
    "will witness": ("Ann Vega will witness the signing of the treaty.", "Planned"),
    "regular": ("Chile held a regular signing of treaties.", "Possible"),
    "to be done through it": (
        "They want to make peace through the signing of a treaty.",
        "Planned",
    ),
    "was done through it": ("They made peace through the signing of a treaty.", "Occurred"),
    "postponed": ("Chile postponed the signing of the treaty.", "Planned"),
    "cancelled": ("Chile cancelled the signing of the treaty.", "Negated"),
}


@pytest.mark.parametrize(("text", "status"), list(CASES.values()), ids=list(CASES))
def test_a_verb_of_signing_has_a_status(clauses_of: Clauses, text: str, status: str) -> None:
    _, found = clauses_of(text)
    assert [clause.status.value for clause in found if clause.lemma == "sign"] == [status]


def test_a_finalised_draft_is_no_agreement_that_was_concluded(clauses_of: Clauses) -> None:
    _, found = clauses_of("The finalised draft text of the Lake Treaty was released.")
    assert [c.status.value for c in found if c.lemma.startswith("finali")] == ["Planned"]


def test_what_is_being_finalised_is_not_signed_yet(clauses_of: Clauses) -> None:
    _, found = clauses_of("Chile is finalizing agreements with Peru.")
    assert [c.status.value for c in found if c.lemma == "finalize"] == ["Planned"]


@pytest.mark.parametrize(("text", "status"), list(NOMINAL.values()), ids=list(NOMINAL))
def test_a_noun_of_signing_has_a_status(clauses_of: Clauses, text: str, status: str) -> None:
    _, found = clauses_of(text)
    assert [clause.status.value for clause in found if clause.lemma == "signing"] == [status]


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Chile will sign the treaty.", ("will",)),
        ("Chile did not sign the treaty.", ("not",)),
        ("No agreement was signed.", ("no",)),
        ("Chile is expected to sign the treaty.", ("expected",)),
        ("The treaty is to be signed in Lima.", ("to be",)),
        ("Chile denied signing the treaty.", ("denied",)),
        ("Chile reportedly signed the treaty.", ("reportedly",)),
        ("Chile signed the treaty.", ()),
    ],
)
def test_the_words_that_decide_the_status_are_kept(
    clauses_of: Clauses, text: str, cues: tuple[str, ...]
) -> None:
    _, found = clauses_of(text)
    assert [clause.cues for clause in found if clause.lemma == "sign"] == [cues]


def test_the_status_of_one_clause_is_not_that_of_the_next(
    facts_of: Callable[..., Facts], said: Callable[[Facts, str], list[dict[str, str]]]
) -> None:
    facts = facts_of("Chile signed a treaty with Peru, and Ghana will sign a protocol with Kenya.")
    first, second = said(facts, "Signing")
    assert (first["party"], first.get("status")) == ("Chile; Peru", None)
    assert (second["party"], second.get("status")) == ("Ghana; Kenya", "Planned")
