"""Agreements as mentions: an instrument's noun with what belongs to its name.

*Memorandum of Understanding (MoU)*, *Free Trade Agreement*, and later *the FTA*. Only what is one
name is one mention; the rest of the phrase is left to the parser.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.language import lexicon
from pipeline.language.agreement_names import SIDES, name_end, name_start, parties_end
from pipeline.language.instruments import is_instrument, noun_end, singular
from pipeline.language.mentions import Kind, Mention
from pipeline.language.words import Words

_STRONG = lexicon.words("instruments", "strong")
_NOT_AGREEMENTS = lexicon.words("instruments", "not_agreements")
_SIGNED = lexicon.words("instruments", "signed")
_SIGNING = lexicon.words("instruments", "signing")
_ALONE = lexicon.words("instruments", "not_signed_with") | _NOT_AGREEMENTS
_ENDS = lexicon.words("instruments", "not_signed")
#: Words from a verb of signing to what is signed, at most: "signed a new three-year action plan".
_LONGEST = 9
_BEING = (["was"], ["were"], ["is"], ["are"], ["being"], ["been"], ["be"], ["signed"])


def find_agreements(words: Words, bodies: Sequence[Mention]) -> list[Mention]:
    """Every mention of an instrument, weak ones ("statement", "plan") only when part of a name."""
    starting = {m.start: m for m in bodies}
    covering = {i: m for m in bodies for i in range(m.start, m.end)}
    found: list[Mention] = []
    for h in range(len(words)):
        if words.block[h] < 0 or (found and h < found[-1].end):
            continue
        end = noun_end(words, h)
        if end is None or (h in covering and covering[h].rank > 2):
            continue
        start, wide = name_start(words, h, covering), name_end(words, end, starting)
        named = words.cap[h] and (start < h or wide > end)
        if _stands_alone(words, h, end, named=named) or _is_signed(words, h, end):
            rank = 4 if named or end - h > 1 else 3
            found.append(Mention(start, wide, Kind.AGREEMENT, start, wide, None, (), rank, h))
    return found


def _stands_alone(words: Words, h: int, end: int, *, named: bool) -> bool:
    """Whether a noun is an agreement's: a strong one or part of a name, and no *plea agreement*."""
    if singular(words.text[h]) not in _STRONG and end - h == 1 and not named:
        return False
    return not h or words.lower[h - 1] not in _NOT_AGREEMENTS


def _is_signed(words: Words, h: int, end: int) -> bool:
    """Whether a weak noun is what is signed: *signed a joint declaration*, *a plan was signed*."""
    if singular(words.text[h]) not in _SIGNED or words.lower[h - 1] in _ALONE:
        return False
    after = [words.lower[i] for i in range(end, end + 4) if words.same_sentence(i, h)]
    return (after[:1] in _BEING and "signed" in after) or _follows_signing(words, h)


def _follows_signing(words: Words, h: int) -> bool:
    """Whether only words of its own phrase stand between a noun and a verb of signing before it."""
    for i in range(h - 1, max(h - _LONGEST, -1), -1):
        if not words.same_sentence(i, h) or words.lower[i] in _ENDS:
            return False
        if words.lower[i] in _SIGNING:
            return True
    return False


def defined_acronyms(words: Words, agreements: Sequence[Mention]) -> dict[str, Mention]:
    """Acronyms of agreements that the text defines: "… Agreement (CECA)"."""
    found: dict[str, Mention] = {}
    for one in agreements:
        for i in range(one.head + 1, one.end - 1):
            if words.text[i] == "(":
                word = next((t for t in words.text[i + 1 : one.end] if t[0].isalpha()), "")
                if not is_instrument(word):
                    found.setdefault(word, one)
    return found


def again(words: Words, defined: dict[str, Mention], taken: set[int]) -> Iterator[Mention]:
    """Later uses of an acronym that names an agreement."""
    for i, text in enumerate(words.text):
        if text in defined and i not in taken and words.block[i] >= 0:
            yield Mention(i, i + 1, Kind.AGREEMENT, i, i + 1, None, (), 4, i)


def sides_in(
    words: Words, mentions: Sequence[Mention], bodies: Sequence[Mention]
) -> dict[Mention, tuple[Mention, ...]]:
    """The bodies in an agreement's own name: after *between*, or two countries before the noun.

    One country before a capitalized noun is mostly where it was made: "Singapore Convention".
    """
    found = {}
    for one in (m for m in mentions if m.kind is Kind.AGREEMENT):
        inside = [b for b in bodies if one.start <= b.start and b.end <= one.end and b.rank > 0]
        after = _named_sides(words, one, inside)
        before = [
            b for b in inside if b.end <= one.head and b.kind in (Kind.COUNTRY, Kind.GOVERNMENT)
        ]
        sides = after if len(after) > 1 else before if len(before) > 1 else []
        if sides:
            found[one] = tuple(sides)
    return found


def _named_sides(words: Words, one: Mention, inside: Sequence[Mention]) -> list[Mention]:
    """The bodies listed after *between* in an official title."""
    starting = {b.start: b for b in inside}
    for i in range(one.head, one.end - 1):
        if words.lower[i] in SIDES:
            end = parties_end(words, i + 1, starting) or i
            return [b for b in inside if i < b.start and b.end <= end]
    return []
