"""People: where names begin and end, the evidence for them, and whose title is whose."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from pipeline import gazetteer
from pipeline.language import names
from pipeline.language.mentions import Mention, choose
from pipeline.language.model import keep_parentage
from pipeline.language.namesakes import full_names
from pipeline.language.people import People, letterheads
from pipeline.language.recogniser import Guess
from pipeline.language.titles import Bodies
from pipeline.language.words import Words
from pipeline.models import Block, BlockKind, Span

NLP = spacy.blank("en")
keep_parentage(NLP)
KNOWN = gazetteer.load()
SPELLINGS = names.Spellings(KNOWN)


def laid_out(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> tuple[Words, tuple[Block, ...]]:
    """The tokens of a text, each of its lines a block."""
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block(kind, Span(at, at + len(line))))
        at += len(line) + 1
    return Words(NLP(text), tuple(blocks)), tuple(blocks)


def people(words: Words, guesses: tuple[str, ...] = ()) -> list[Mention]:
    """The people of a text in which a recogniser guessed these names."""
    bodies = names.gazetteer_names(words, SPELLINGS, None)
    bodies += names.built_names(words, bodies)
    known = Bodies(choose(bodies), names.demonyms(words, KNOWN.demonyms))
    at = [Span(words.whole.index(g), words.whole.index(g) + len(g)) for g in guesses]
    seen = [Guess(*tokens, "PERSON") for tokens in words.tokens_of(at)]
    return People(words, known, seen).find()


def read(text: str, *guesses: str) -> list[tuple[str, list[str]]]:
    """Each name of a text with the titles of its bearer."""
    words, _ = laid_out(text)
    return [
        (
            words.span_text(m.name_start, m.name_end),
            [words.span_text(t.start, t.end) for t in m.titles],
        )
        for m in people(words, guesses)
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Justice Department met the Rural Bank.", id="bodies"),
        pytest.param("She met Iron Man in May.", id="no evidence"),
        pytest.param("President To Visit Japan", id="a headline's verb"),
        pytest.param("Under the PM Matsya Yojana fish is free.", id="a scheme"),
        pytest.param("By authority of the President, I agree.", id="I"),
        pytest.param("near Ashmore Islands, the Minister said", id="a place"),
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Mr Rao spoke.", "Rao", id="honorific"),
        pytest.param("Ms. Lane spoke.", "Lane", id="an ordinary word after an honorific"),
        pytest.param("H.E. Dr. Majid Al-Kassabi spoke.", "Majid Al-Kassabi", id="two honorifics"),
        pytest.param(
            "Dato' Seri Hishan bin Tun Hossein spoke.", "Hishan bin Tun Hossein", id="bin"
        ),
        pytest.param("Mr Lim Soon Huat spoke.", "Lim Soon Huat", id="ordinary word inside"),
        pytest.param("Minister of Justice He Ling spoke.", "He Ling", id="small word"),
        pytest.param("Spokesperson Ned Prize said so.", "Ned Prize", id="ordinary surname"),
        pytest.param("President Joseph R. Bidon, Jr. spoke.", "Joseph R. Bidon, Jr.", id="jr"),
        pytest.param("Senator Robert “Bob” Rowe spoke.", "Robert “Bob” Rowe", id="nickname"),
        pytest.param("Mr Edwin Tonge SC spoke.", "Edwin Tonge", id="post-nominals"),
        pytest.param("Mr. Prince Perira spoke.", "Prince Perira", id="a title as a name"),
        pytest.param("Dr. Ann King spoke.", "Ann King", id="a title as a surname"),
    ],
)
def test_where_a_name_begins_and_ends(text: str, name: str) -> None:
    assert [found for found, _ in read(text)] == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Nirupa Raoh, Ambassador of India, spoke.",
            [("Nirupa Raoh", ["Ambassador of India"])],
            id="after",
        ),
        pytest.param(
            "the Minister of Justice, Ho Van Cuong, spoke.",
            [("Ho Van Cuong", ["Minister of Justice"])],
            id="before a comma",
        ),
        pytest.param(
            "the Minister for Fish, Senator Ann Roeh, spoke.",
            [("Ann Roeh", ["Minister for Fish", "Senator"])],
            id="two before",
        ),
        pytest.param(
            "Minister for Law, and Second Minister for Fish Mr Ed Tonge spoke.",
            [("Ed Tonge", ["Minister for Law", "Second Minister for Fish"])],
            id="two joined",
        ),
        pytest.param(
            "the Vice President and Prime Minister Netan met.",
            [("Netan", ["Prime Minister"])],
            id="two offices, one name",
        ),
        pytest.param(
            "Mr Bo Lim (Managing Partner, Acme) spoke.",
            [("Bo Lim", ["Managing Partner"])],
            id="brackets",
        ),
        pytest.param(
            "Vito Strama, 49, owner of Vito Tools, paid.",
            [("Vito Strama", ["owner of Vito Tools"])],
            id="age",
        ),
        pytest.param(
            "Ann Roeh, Labor’s spokesperson on fish, spoke.",
            [("Ann Roeh", ["spokesperson on fish"])],
            id="owner",
        ),
        pytest.param(
            "Ann Roeh, a space station operations and planning officer at Acme, spoke.",
            [("Ann Roeh", ["space station operations and planning officer at Acme"])],
            id="many words",
        ),
        pytest.param(
            "Mr Bo Lim, Director of Fish, Ms An Goh, Head of Ships, and Mr Ed Ngo came.",
            [("Bo Lim", ["Director of Fish"]), ("An Goh", ["Head of Ships"]), ("Ed Ngo", [])],
            id="a list, titles after names",
        ),
        pytest.param(
            "the Minister of Fish, Mr Bo Lim, the Lao Minister of Ships, Mr Ed Ngo, came.",
            [("Bo Lim", ["Minister of Fish"]), ("Ed Ngo", ["Minister of Ships"])],
            id="a list, titles before names",
        ),
        pytest.param(
            "Mr Bo Lim, Minister Ed Ngo and Judge An Goh came.",
            [("Bo Lim", []), ("Ed Ngo", ["Minister"]), ("An Goh", ["Judge"])],
            id="titles of the next",
        ),
        pytest.param(
            "Secretaries Walshe, Butig, and Vilsak met.",
            [("Walshe", ["Secretaries"]), ("Butig", ["Secretaries"]), ("Vilsak", ["Secretaries"])],
            id="a plural before",
        ),
        pytest.param(
            "Mr Bo Lim and Ms An Goh, Directors of Acme, paid.",
            [("Bo Lim", ["Directors of Acme"]), ("An Goh", ["Directors of Acme"])],
            id="a plural after",
        ),
        pytest.param(
            "Thank you, Mr. Secretary, President Bidon said so.",
            [("Bidon", ["President"])],
            id="an address",
        ),
    ],
)
def test_each_title_has_one_holder(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Mr Bo Lim has served as Director of Fish since 2009.", ["Director of Fish"]),
        ("Mr Bo Lim was appointed by Ms An Goh as Director of Fish.", ["Director of Fish"]),
        ("Mr Bo Lim, who is Professor of Law, spoke.", ["Professor of Law"]),
        ("Mr Bo Lim came. He was formerly the Head of Ships.", ["Head of Ships"]),
        ("Mr Bo Lim is Head of Ships and Partner in Trade.", ["Head of Ships", "Partner"]),
        ("Mr Bo Lim, of Ohio, to be Director of Fish.", []),
        ("Mr Bo Lim met the Director of Fish.", []),
        ("Mr Bo Lim was in the Director of Fish's office.", []),
    ],
)
def test_posts_told_at_a_distance(text: str, titles: list[str]) -> None:
    assert read(text)[0] == ("Bo Lim", titles)


def test_who_held_the_post_before_held_it_once() -> None:
    words, _ = laid_out("Ms An Goh, of Ohio, to be Director of Fish, vice Mr Bo Lim, resigned.")
    goh, lim = people(words)
    assert not goh.titles
    assert [title.former for title in lim.titles] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "BO LIMM MP\nSHADOW MINISTER FOR FISH\nMEMBER FOR CORIO",
        "BO LIMM MP\nSHADOW MINISTER FOR FISH MEMBER FOR CORIO",
        "BO LIMM MP SHADOW MINISTER FOR FISH MEMBER FOR CORIO",
    ],
)
def test_letterheads_are_read_across_lines(text: str) -> None:
    words, blocks = laid_out(text, BlockKind.HEADER)
    header = words.reading(blocks, frozenset({BlockKind.HEADER}))
    (one,) = letterheads(header, Bodies((), {}), ())
    assert words.span_text(one.name_start, one.name_end) == "BO LIMM"
    assert [words.span_text(t.start, t.end) for t in one.titles] == [
        "SHADOW MINISTER FOR FISH",
        "MEMBER FOR CORIO",
    ]


def test_the_members_of_a_list_share_its_title() -> None:
    found = read("The following members will stay:\nMr Bo Lim\nMs An Goh\nThey are good.")
    assert found == [("Bo Lim", ["members"]), ("An Goh", ["members"])]


def test_the_recogniser_is_believed_in_two_words_or_more() -> None:
    assert read("They met Bo Limm in Lyon.", "Bo Limm") == [("Bo Limm", [])]
    assert read("They met Limm in Lyon.", "Limm") == []


def test_a_name_found_once_is_known_in_the_whole_text() -> None:
    found = read("Limm was there.\nMr Bo Limm spoke.\nBO LIMM\nThe Limm Foundation paid.")
    assert [name for name, _ in found] == ["Limm", "Bo Limm", "BO LIMM"]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Mr Bo Limm came. Limm spoke.", ["Bo Limm", "Bo Limm"]),
        ("Mr Bo R. Limm came. Mr Bo Limm spoke.", ["Bo R. Limm", "Bo R. Limm"]),
        ("MR BO LIMM CAME. Mr Bo Limm spoke.", ["Bo Limm", "Bo Limm"]),
        ("Ms Indra Rajahh came. Ms Indra spoke.", ["Indra Rajahh", "Indra Rajahh"]),
        (
            "Mr Bo Limm came. Ms An Limm came. Limm spoke.",
            ["Bo Limm", "An Limm", "An Limm"],
        ),
    ],
)
def test_namesakes_stay_apart(text: str, persons: list[str]) -> None:
    words, _ = laid_out(text)
    found = people(words)
    named = full_names(words, found)
    assert [named[one] for one in found] == persons


@given(st.text(alphabet="ABab Mr.Dr, Minister of()“”-\n’", max_size=90))
def test_people_lie_inside_the_text_and_apart(text: str) -> None:
    if not text.strip() or any(not line for line in text.split("\n")):
        return
    words, _ = laid_out(text)
    found = people(words)
    assert all(m.start <= m.name_start < m.name_end <= m.end <= len(words) for m in found)
    assert all(a.name_end <= b.name_start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Halim and Rajan s/o Muthu were heard.", ["Rajan s/o Muthu"]),
        ("The court heard Devi Priya d/o Raman.", ["Devi Priya d/o Raman"]),
        ("The firm of LIM A/L TAN closed, Lim A/L Tan said.", ["LIM A/L TAN", "Lim A/L Tan"]),
        ("The s/o of the form is empty, and so is Box s/o 5.", []),
    ],
)
def test_a_name_may_tell_whose_child_somebody_is(text: str, names: list[str]) -> None:
    assert [name for name, _ in read(text)] == names
