"""English syntax, once for all frames: who did what to whom, with whom, when and where."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.language.clauses import Clause, clauses
from pipeline.language.standins import Unit
from pipeline.language.tree import tree
from pipeline.language.words import Words

Clauses = Callable[[str], tuple[Words, list[Clause]]]


def arguments(clauses_of: Clauses, text: str, predicate: str) -> list[dict[str, str]]:
    """The arguments of each clause of a predicate: by relation, their words between semicolons."""
    words, found = clauses_of(text)
    return [_laid_bare(words, clause) for clause in found if clause.lemma == predicate]


def _laid_bare(words: Words, clause: Clause) -> dict[str, str]:
    relations: dict[str, list[str]] = {}
    for one in clause.arguments:
        start, end = clause.unit.tokens(one.first, one.last)
        relations.setdefault(one.relation, []).append(words.span_text(start, end))
    return {relation: "; ".join(said) for relation, said in relations.items()}


#: A sentence, a predicate in it, and what stands in some of its relations; "" for nothing.
VOICES = {
    "active": ("Chile signed the treaty.", "sign", {"subject": "Chile", "object": "the treaty"}),
    "passive": (
        "The treaty was signed by Chile.",
        "sign",
        {"subject": "Chile", "object": "The treaty"},
    ),
    "passive without an agent": (
        "The treaty was signed in Lima.",
        "sign",
        {"subject": "", "object": "The treaty", "in": "Lima"},
    ),
    "perfect passive": (
        "The treaty has been signed by Chile and Peru.",
        "sign",
        {"subject": "Chile; Peru", "object": "The treaty"},
    ),
    "participle before a noun": (
        "The recently signed agreement helps farmers.",
        "sign",
        {"subject": "", "object": "The recently signed agreement"},
    ),
    "passive conjoined to a passive": (
        "The treaty was drafted and signed by Chile.",
        "sign",
        {"subject": "Chile", "object": "The treaty"},
    ),
    "active conjoined to a passive": (
        "Ann Vega was welcomed by the mayor and signed the treaty.",
        "sign",
        {"subject": "Ann Vega", "object": "the treaty"},
    ),
}

CONJUNCTS = {
    "two subjects": (
        "Chile and Peru signed the treaty.",
        "sign",
        {"subject": "Chile; Peru", "object": "the treaty"},
    ),
    "three subjects": (
        "Chile, Peru and Ghana signed the treaty.",
        "sign",
        {"subject": "Chile; Peru; Ghana"},
    ),
    "people with long titles": (
        "Chile's Minister of Trade, Industry and Tourism, Ann Vega, and Peru's Deputy Minister of "
        "Foreign Affairs, Luis Rojas, signed the treaty.",
        "sign",
        {
            "subject": "Chile's Minister of Trade, Industry and Tourism, Ann Vega; "
            "Peru's Deputy Minister of Foreign Affairs, Luis Rojas"
        },
    ),
    "two objects": (
        "Chile signed a treaty and a protocol.",
        "sign",
        {"object": "a treaty; a protocol"},
    ),
    "two agents": (
        "The treaty was signed by Ann Vega and Luis Rojas.",
        "sign",
        {"subject": "Ann Vega; Luis Rojas"},
    ),
    "two sides under one preposition": (
        "An agreement was signed between Chile and Peru.",
        "sign",
        {"between": "Chile; Peru", "subject": ""},
    ),
    "two verbs, one subject": (
        "Chile met Peru and signed the treaty.",
        "sign",
        {"subject": "Chile", "object": "the treaty"},
    ),
    "two clauses, each its own subject": (
        "Ann Vega signed the treaty, and Luis Rojas opened the school.",
        "sign",
        {"subject": "Ann Vega", "object": "the treaty"},
    ),
    "the second of two clauses": (
        "Ann Vega opened the school, and Luis Rojas signed the treaty.",
        "sign",
        {"subject": "Luis Rojas", "object": "the treaty"},
    ),
}

MODIFIERS = {
    "subject relative": (
        "Ann Vega, who signed the treaty, spoke first.",
        "sign",
        {"subject": "Ann Vega", "object": "the treaty"},
    ),
    "object relative without a pronoun": (
        "Farmers read the treaty Chile signed in Lima.",
        "sign",
        {"subject": "Chile", "object": "the treaty"},
    ),
    "object relative with a pronoun": (
        "The treaty that Chile signed helps farmers.",
        "sign",
        {"subject": "Chile", "object": "The treaty"},
    ),
    "passive relative": (
        "The treaty, which was signed by Chile, helps farmers.",
        "sign",
        {"subject": "Chile", "object": "The treaty"},
    ),
    "past participle": (
        "Farmers welcomed a treaty signed by Chile in Lima.",
        "sign",
        {"subject": "Chile", "object": "a treaty", "in": "Lima"},
    ),
    "present participle": (
        "Ann Vega visited Lima, signing a treaty there.",
        "sign",
        {"subject": "Ann Vega", "object": "a treaty"},
    ),
    "gerund after a preposition": (
        "Chile helped farmers by signing the treaty.",
        "sign",
        {"subject": "Chile", "object": "the treaty"},
    ),
}

CONTROL = {
    "subject control": (
        "Chile decided to sign the treaty.",
        "sign",
        {"subject": "Chile", "object": "the treaty"},
    ),
    "object control": (
        "Chile urged Peru to sign the treaty.",
        "sign",
        {"subject": "Peru", "object": "the treaty"},
    ),
    "there is": (
        "There was an agreement signed by Chile.",
        "sign",
        {"subject": "Chile", "object": "an agreement"},
    ),
    "joined in signing": (
        "Ann Vega joined Luis Rojas in signing the treaty.",
        "sign",
        {"subject": "Ann Vega; Luis Rojas", "object": "the treaty"},
    ),
    "was joined in signing": (
        "Ann Vega was joined by Luis Rojas in signing the treaty.",
        "sign",
        {"subject": "Ann Vega; Luis Rojas", "object": "the treaty"},
    ),
    "promise keeps its subject": (
        "Chile promised Peru to sign the treaty.",
        "sign",
        {"subject": "Chile", "object": "the treaty"},
    ),
    "raising": (
        "Chile is expected to sign the treaty.",
        "sign",
        {"subject": "Chile", "object": "the treaty"},
    ),
    "raising of a passive": (
        "The treaty is expected to be signed in Lima.",
        "sign",
        {"object": "The treaty", "in": "Lima"},
    ),
    "it is the one who announced": (
        "The Department of Labor announced that it has signed an agreement with Chile.",
        "sign",
        {"subject": "The Department of Labor", "object": "an agreement", "with": "Chile"},
    ),
    "it of another sentence is no one": (
        "It has signed an agreement with Chile.",
        "sign",
        {"subject": "It"},
    ),
}

NOMINALS = {
    "the signing of a thing by someone": (
        "The signing of the treaty by Chile pleased farmers.",
        "signing",
        {"of": "the treaty", "by": "Chile"},
    ),
    "possessor": (
        "Chile's signing of the treaty pleased farmers.",
        "signing",
        {"possessor": "Chile", "of": "the treaty"},
    ),
    "compound": (
        "The treaty signing pleased farmers.",
        "signing",
        {"compound": "treaty"},
    ),
    "sides hung on the instrument": (
        "They attended the signing of the agreement between Chile and Peru.",
        "signing",
        {"of": "the agreement", "between": "Chile; Peru"},
    ),
    "where it took place": (
        "The signing of the treaty took place in Lima on 3 June 2024.",
        "signing",
        {"of": "the treaty", "in": "Lima", "when": "3 June 2024"},
    ),
    "in a relative clause": (
        "Farmers welcomed the signing, which took place in Lima.",
        "signing",
        {"in": "Lima"},
    ),
    "a signing ceremony": (
        "The treaty signing ceremony in Lima pleased farmers.",
        "signing",
        {"compound": "treaty", "in": "Lima"},
    ),
    "the time of the verb that witnesses it": (
        "The President witnessed the signing of the treaty today.",
        "signing",
        {"of": "the treaty", "when": "today"},
    ),
}

PREPOSITIONS = {
    "with, on the object": (
        "Chile signed a trade agreement with Peru.",
        "sign",
        {"object": "a trade agreement", "with": "Peru"},
    ),
    "with, on the verb": (
        "Chile today signed with Peru a treaty on fisheries.",
        "sign",
        {"with": "Peru", "object": "a treaty"},
    ),
    "between, after a passive": (
        "An agreement was signed this morning between the Department of Energy and Norway.",
        "sign",
        {"object": "An agreement", "between": "the Department of Energy; Norway"},
    ),
    "on behalf of": (
        "Ann Vega signed the treaty on behalf of Chile.",
        "sign",
        {"subject": "Ann Vega", "on behalf of": "Chile"},
    ),
    "for": (
        "Ann Vega signed for Chile, and Luis Rojas signed for Peru.",
        "sign",
        {"subject": "Ann Vega", "for": "Chile"},
    ),
    "together with": (
        "Chile signed the treaty together with Peru.",
        "sign",
        {"subject": "Chile", "with": "Peru"},
    ),
    "along with, on the subject": (
        "Chile, along with Peru, signed the treaty.",
        "sign",
        {"subject": "Chile", "with": "Peru"},
    ),
    "with, below what the agreement is on": (
        "Chile signed an agreement on fisheries with Peru.",
        "sign",
        {"object": "an agreement", "on": "fisheries", "with": "Peru"},
    ),
    "into": (
        "Chile entered into an agreement with Peru.",
        "enter",
        {"subject": "Chile", "into": "an agreement", "with": "Peru"},
    ),
    "in the presence of": (
        "The treaty was signed in the presence of Ann Vega.",
        "sign",
        {"object": "The treaty", "in the presence of": "Ann Vega", "subject": ""},
    ),
}

COUNTING = {
    "a series of": ("Chile signed a series of agreements with Peru.", "agreements"),
    "copies of": ("Chile and Peru signed copies of the treaty.", "the treaty"),
    "a number of": ("Chile signed a number of treaties.", "treaties"),
    "one of": ("Chile signed one of the agreements.", "the agreements"),
    "a noun that does not count": ("Chile signed the annex of the treaty.", "the annex"),
}

TIMES = {
    "of its own clause": (
        "Chile signed the treaty on 3 June 2024.",
        "sign",
        {"when": "3 June 2024"},
    ),
    "fronted": (
        "On 3 June 2024, Chile signed the treaty.",
        "sign",
        {"when": "3 June 2024"},
    ),
    "not that of a sibling clause": (
        "Chile signed the treaty, and Peru opened a school on 3 June 2024.",
        "sign",
        {"when": ""},
    ),
    "not that of a clause above": (
        "The treaty that Chile signed was published on 3 June 2024.",
        "sign",
        {"when": ""},
    ),
    "not that of a clause below": (
        "Chile signed the treaty after Peru held an election on 3 June 2024.",
        "sign",
        {"when": ""},
    ),
    "not that of an of-phrase": (
        "Chile signed an amendment to the treaty of 3 June 2020.",
        "sign",
        {"when": ""},
    ),
    "shared by conjoined verbs when fronted": (
        "On 3 June 2024, Chile signed the treaty and Peru opened a school.",
        "open",
        {"when": "3 June 2024"},
    ),
    "of an announcement, the deal's": (
        "Chile announced today that it has reached an agreement with Peru.",
        "reach",
        {"when": "today"},
    ),
    "not of what is said": (
        "The mayor said on 3 June 2024 that Chile signed the treaty.",
        "sign",
        {"when": ""},
    ),
    "when": (
        "Trade has grown since 3 June 2020, when Chile signed the treaty.",
        "sign",
        {"when": "3 June 2020"},
    ),
    "of an occasion that was held": (
        "The treaty was signed at a ceremony held today in Lima.",
        "sign",
        {"when": "today"},
    ),
    "of the occasion": (
        "The treaty was signed at a ceremony in Lima on 3 June 2024.",
        "sign",
        {"in": "Lima", "when": "3 June 2024"},
    ),
    "of a journey": (
        "Ann Vega flew to Lima on Monday and signed the treaty.",
        "sign",
        {"in": "Lima", "when": "Monday"},
    ),
    "of a journey, but not of its beginning": (
        "Ann Vega left for Lima on Monday to sign the treaty.",
        "sign",
        {"in": "Lima", "when": ""},
    ),
    "of a visit": (
        "Ann Vega signed the treaty during a visit to Lima in June.",
        "sign",
        {"in": "Lima; June", "when": "June"},
    ),
    "of an honour": (
        "Ann Vega was honored to sign the treaty on Monday.",
        "sign",
        {"subject": "Ann Vega", "when": "Monday"},
    ),
    "of a plan": (
        "On Monday, Ann Vega is scheduled to sign the treaty.",
        "sign",
        {"subject": "Ann Vega", "when": "Monday"},
    ),
}

ATTENDANCE = {
    "in talks with": (
        "Ann Vega raised the dispute in talks with Luis Rojas.",
        "talks",
        {"attending": "Ann Vega", "with": "Luis Rojas"},
    ),
    "after their talks": (
        "Ann Vega and Luis Rojas signed the treaty after their talks.",
        "talks",
        {"attending": "Ann Vega; Luis Rojas"},
    ),
    "not when others are named": (
        "Ann Vega praised the talks between Chile and Peru.",
        "talks",
        {"attending": "", "between": "Chile; Peru"},
    ),
    "without a verb": (
        "Minister Ann Vega at Talks With Luis Rojas",
        "talks",
        {"attending": "Minister Ann Vega", "with": "Luis Rojas"},
    ),
    "with those accompanying": (
        "Ann Vega, accompanied by Luis Rojas, signed the treaty.",
        "sign",
        {"subject": "Ann Vega", "accompanying": "Luis Rojas"},
    ),
    "pleased to": (
        "Ann Vega was pleased to sign the treaty.",
        "sign",
        {"subject": "Ann Vega"},
    ),
}


def table(
    *tables: dict[str, tuple[str, str, dict[str, str]]],
) -> pytest.MarkDecorator:
    cases = {name: case for one in tables for name, case in one.items()}
    return pytest.mark.parametrize(
        ("text", "predicate", "expected"), list(cases.values()), ids=list(cases)
    )


@table(VOICES, CONJUNCTS, MODIFIERS, CONTROL, NOMINALS, PREPOSITIONS, TIMES, ATTENDANCE)
def test_a_predicate_has_its_arguments(
    clauses_of: Clauses, text: str, predicate: str, expected: dict[str, str]
) -> None:
    (found, *_) = arguments(clauses_of, text, predicate)
    assert {relation: found.get(relation, "") for relation in expected} == expected


@pytest.mark.parametrize(("text", "expected"), list(COUNTING.values()), ids=list(COUNTING))
def test_a_counting_noun_is_seen_through(clauses_of: Clauses, text: str, expected: str) -> None:
    (found, *_) = arguments(clauses_of, text, "sign")
    assert found["object"] == expected


def test_each_of_two_clauses_has_its_own_subject_and_side(clauses_of: Clauses) -> None:
    text = "Ann Vega signed for Chile, and Luis Rojas signed for Peru."
    first, second = arguments(clauses_of, text, "sign")
    assert (first["subject"], first["for"]) == ("Ann Vega", "Chile")
    assert (second["subject"], second["for"]) == ("Luis Rojas", "Peru")


@pytest.mark.parametrize(
    ("text", "predicate", "voice"),
    [
        ("Chile signed the treaty.", "sign", "active"),
        ("The treaty was signed.", "sign", "passive"),
        ("the treaty signed by Chile", "sign", "passive"),
        ("Chile having signed the treaty, trade grew.", "sign", "active"),
        ("The signing pleased farmers.", "signing", "noun"),
    ],
)
def test_a_clause_knows_its_voice(
    clauses_of: Clauses, text: str, predicate: str, voice: str
) -> None:
    _, found = clauses_of(text)
    assert [clause.voice for clause in found if clause.lemma == predicate] == [voice]


def test_the_first_of_two_names_may_hang_on_the_second() -> None:
    """The parser's slip in "Fox and Baker sign treaties", built by hand."""
    doc = Doc(
        Vocab(),
        words=["Fox", "and", "Baker", "sign", "treaties"],
        heads=[2, 0, 3, 3, 3],
        deps=["nmod", "cc", "nsubj", "ROOT", "dobj"],
        tags=["NNP", "CC", "NNP", "VBP", "NNS"],
        pos=["PROPN", "CCONJ", "PROPN", "VERB", "NOUN"],
        lemmas=["Fox", "and", "Baker", "sign", "treaty"],
    )
    tokens = tuple((i, i + 1) for i in range(5))
    unit = Unit(tuple(t.text for t in doc), tokens, (None,) * 5, 0, 0, doc=tree(doc))
    (clause,) = clauses(unit, frozenset())
    assert [doc[one.index].text for one in clause.get("subject")] == ["Baker", "Fox"]


def test_a_noun_that_no_frame_names_is_no_predicate(clauses_of: Clauses) -> None:
    _, found = clauses_of("The opening of the school pleased farmers.")
    assert [clause.lemma for clause in found] == ["please"]


def test_a_passage_reaches_from_the_first_argument_to_the_last(clauses_of: Clauses) -> None:
    text = "Trade grew, and Chile signed the treaty with Peru in Lima because farmers had asked."
    words, found = clauses_of(text)
    (clause,) = [one for one in found if one.lemma == "sign"]
    start, end = clause.unit.tokens(clause.first, clause.last)
    assert words.span_text(start, end) == "Chile signed the treaty with Peru in Lima"
