"""Posts without their holder's name: *the Foreign Minister*, *Vietnam's President*.

They stand for the one the release names with that title, else for someone it leaves unnamed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from pipeline.language import lexicon
from pipeline.language.mentions import Kind, Mention, Title
from pipeline.language.title_nouns import HEADS, PLURALS
from pipeline.language.words import Words

#: Above the names of the bodies that belong to titles, below the people found by evidence.
RANK = 4
_WEAK = lexicon.words("titles", "weak_heads") | lexicon.words("titles", "cautious_heads")
_VAGUE = lexicon.words("titles", "vague_heads") | lexicon.words("titles", "weak_heads")
_POINTERS = frozenset(
    "the this our his her their its both as be become appointed named elected".split()
)
_RANKS = lexicon.words("titles", "rank_modifiers")
_SMALL = frozenset("of for the and in on to".split())


def find_offices(
    words: Words, titles: Sequence[Title], people: Iterable[Mention], bodies: Sequence[Mention]
) -> Iterator[Mention]:
    """The titles without a holder's name that stand for someone."""
    held = {t.head for one in people for t in one.titles if one.start <= t.head < one.end}
    unheld = [t for t in titles if t.head not in held]
    for title, after in zip_longest(unheld, unheld[1:]):
        if (
            title is not None
            and _stands_for_someone(words, title)
            and not _in_longer_name(title, bodies)
        ):
            whole = _sharing(words, _seated_nowhere(words, title), after)
            yield Mention(
                whole.outer, whole.tail, Kind.OFFICE, whole.start, whole.end, None, (whole,), RANK
            )


def _seated_nowhere(words: Words, title: Title) -> Title:
    """The title without a place after *in*: "host the Foreign Minister in Washington"."""
    body = title.organization
    cut = next((i for i in range(title.head + 1, title.end) if words.lower[i] == "in"), None)
    if (
        cut is None
        or body is None
        or body.kind not in (Kind.PLACE, Kind.COUNTRY)
        or body.start < cut
    ):
        return title
    return replace(title, end=cut, tail=cut, organization=None)


def _sharing(words: Words, title: Title, after: Title | None) -> Title:
    """The title with the body of the next one: *the President and Prime Minister of Peru*."""
    if (
        title.organization is None
        and after is not None
        and after.organization is not None
        and words.cap[after.head]
    ):
        between = words.lower[title.tail : after.outer]
        both = words.lower[title.outer - 2 : title.outer] == ["both", "the"]
        if between == ["and"] or (both and between == ["and", "the"]):
            return replace(title, organization=after.organization)
    return title


def _stands_for_someone(words: Words, title: Title) -> bool:
    noun = words.lower[title.head]
    if not words.cap[title.head] or noun in PLURALS:
        return False
    if words.same_sentence(title.tail, title.head) and words.namelike(title.tail):
        return False  # before a name that was not found
    if HEADS[noun] in _VAGUE and title.end - title.start < 2 and title.organization is None:
        return False
    return (
        title.organization is not None
        or words.lower[title.outer - 1] in _POINTERS
        or title.end - title.start > 1
    )


def _in_longer_name(title: Title, bodies: Sequence[Mention]) -> bool:
    """Whether the title is part of a body's name: *Office of the Attorney General*."""
    return any(
        b.rank > 0
        and b.start < title.end
        and title.start < b.end
        and not (title.outer <= b.start and b.end <= title.tail)
        for b in bodies
    )


def same_office(words: Words, one: Title, other: Title, of: dict[Mention, str]) -> bool:
    """Whether two titles are one office: one noun, one's words in the other's, no two bodies."""
    if words.lower[one.head] != words.lower[other.head]:
        return False
    ours, theirs = _plain(words, one), _plain(words, other)
    if not (ours <= theirs or theirs <= ours) or not _RANKS.isdisjoint(ours ^ theirs):
        return False
    bodies = {of.get(t.organization) for t in (one, other) if t.organization is not None}
    return len({b.replace("government/", "country/") for b in bodies if b}) < 2 and not (
        one.organization and not other.organization
    )


def _plain(words: Words, title: Title) -> set[str]:
    """The words that tell a title from others: a Secretary of State is called *the Secretary*."""
    found = set(words.lower[title.start : title.end]) - _SMALL
    return found - {"state"} if "secretary" in words.lower[title.head] else found


def holders(words: Words, noun: int, first: int, titled: Iterable[tuple[Title, str]]) -> list[str]:
    """Those who hold an office that is named in the plural: *the Vice Foreign Ministers*.

    The noun is a token, and ``first`` the token at which its phrase begins; ``titled`` are the
    titles of a release with their holders.
    """
    head = HEADS.get(words.lower[noun])
    if head is None or head in _WEAK or words.lower[noun] not in PLURALS:
        return []
    told = {words.lower[i] for i in range(first, noun)} - _SMALL - _POINTERS - {"two", "three"}
    return list(
        dict.fromkeys(
            id_
            for title, id_ in titled
            if HEADS.get(words.lower[title.head]) == head and told <= _plain(words, title)
        )
    )
