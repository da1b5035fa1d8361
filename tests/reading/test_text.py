"""Plain text: which line breaks are paragraphs."""

from __future__ import annotations

import pytest

from pipeline.reading.text import pieces

WRAPPED = """The Minister of Ports and the Minister of Labour today signed an
agreement on crews, which replaces the arrangement that the two
ministries had made in 2004 with the
Seafarers Union.

It takes effect on 1 July."""

DOUBLE = """The Minister of Ports said that an agreement on crews had been

signed by both governments after talks that had gone on since the

spring of last year, when the Minister of Labour first met his

colleague.

It takes effect on 1 July."""

CASES = [
    (WRAPPED, 2, "a wrapped paragraph is one"),
    (DOUBLE, 2, "lines with a blank line after each are one paragraph"),
    ("A pact was signed.\nIt takes effect in July.", 2, "sentences on lines of their own"),
    ("Signed today\n– Minister Ama Boateng", 2, "an attribution below a quotation"),
    ("MINISTRY OF PORTS\n4 MARCH 2021", 2, "a signature"),
    ("10 Quay Street\nPort Vila\nVanuatu", 3, "an address"),
    ("The pact covers:\n- crews;\n- wages; and\n- pensions.", 4, "a list"),
    ("It was signed.     “We are glad,” she said.", 2, "a paragraph's end that became spaces"),
    ("The pact • crews • wages", 3, "bullets that lost their lines"),
]


@pytest.mark.parametrize(("text", "count", "why"), CASES, ids=[why for _, _, why in CASES])
def test_lines_become_paragraphs(text: str, count: int, why: str) -> None:
    assert len(pieces(text)) == count


def test_a_wrap_is_one_space_and_a_hyphen_stays() -> None:
    (piece,) = pieces("The long-\nterm pact was\n   signed  today.")
    assert piece.text == "The long-term pact was signed today."


@pytest.mark.parametrize(
    ("line", "kind", "words"),
    [
        ("- wages; and", "item", "wages; and"),
        ("• Port Authority", "item", "Port Authority"),
        ("(a) exchanges of crews;", "item", "exchanges of crews;"),
        ("ii) exchanges of crews;", "item", "exchanges of crews;"),
        ("2. The pact was signed today.", "paragraph", "The pact was signed today."),
        ("2.        The pact was signed today.", "paragraph", "The pact was signed today."),
        ("3. Next steps", "item", "Next steps"),
        ("3.5 million was paid.", "paragraph", "3.5 million was paid."),
        ("2019 was a good year.", "paragraph", "2019 was a good year."),
        ("(c) 2019 Ministry of Ports", "paragraph", "(c) 2019 Ministry of Ports"),
        ("-end-", "paragraph", "-end-"),
    ],
)
def test_marks_of_items_and_numbers_of_paragraphs_are_no_words(
    line: str, kind: str, words: str
) -> None:
    (piece,) = pieces(line)
    assert (piece.kind.value, piece.text) == (kind, words)
