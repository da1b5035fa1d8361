"""Agreements as mentions: an instrument's noun with what belongs to its name.

*Memorandum of Understanding (MoU)*, *Free Trade Agreement*, *Agreement between the Government of A
and the Government of B for Cooperation in …*. Lower-case modifiers ("a new bilateral agreement")
are left to the parser; only what is one name is one mention.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.language import lexicon
from pipeline.language.mentions import Kind, Mention
from pipeline.language.words import Words

_CONNECT = frozenset(("on", "for", "concerning", "regarding", "in", "to", "of", "against"))
_SIDES = frozenset(("between", "among", "with"))
_NOT_LEFT = frozenset(
    "the a an this that these those its their our his her any each both such said new and or of to for in on under "
    "by with today first second third signing signed sign signs joint when as if while from after before since at "
    "announces announced conclude concludes reach reaches welcomes".split()
)
_NOBODY = Mention(0, 0, Kind.PLACE, 0, 0)
_CUT = lexicon.words("titles", "honorifics")


@cache
def kinds() -> dict[str, str]:
    """Each instrument's noun or phrase, in lower case and singular, with its kind ("" if unclear)."""
    lists = lexicon.document("instruments")
    listed, unclear = lists["kinds"], lists["unclear"]
    assert isinstance(listed, dict)
    assert isinstance(unclear, list)
    found = {str(phrase): str(kind) for kind, phrases in listed.items() for phrase in phrases}
    return found | {str(phrase): "" for phrase in unclear}


@cache
def _by_first_word() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in kinds():
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append(parts)
    for group in found.values():
        group.sort(key=len, reverse=True)
    return found


def singular(word: str) -> str:
    """The singular of an instrument's noun: *memoranda*, *treaties*, *MoUs*, *accords*."""
    low = word.lower().rstrip(".")  # "MoU." at a sentence's end is one token
    if low in ("memoranda", "memorandums"):
        return "memorandum"
    if low.endswith("ies"):
        return low[:-3] + "y"
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else low


def plural(word: str) -> bool:
    """Whether an instrument's noun is in the plural."""
    return singular(word) != word.lower().rstrip(".")


def is_instrument(word: str) -> bool:
    """Whether a word is a noun for an instrument: "(“the Convention”)" names an agreement."""
    return singular(word) in kinds() or singular(word) in lexicon.words("instruments", "weak")


def find_agreements(words: Words, bodies: Sequence[Mention]) -> list[Mention]:
    """Every mention of an instrument, weak ones ("statement", "plan") only when part of a name."""
    strong = lexicon.words("instruments", "strong")
    starting = {m.start: m for m in bodies}
    covering = {i: m for m in bodies for i in range(m.start, m.end)}
    found: list[Mention] = []
    for h in range(len(words)):
        if words.block[h] < 0 or (found and h < found[-1].end):
            continue
        end = _noun(words, h)
        if end is None or (h in covering and covering[h].rank > 2):
            continue
        start = _left(words, h, covering)
        wide, _ = _right(words, end, starting)
        named = (start < h and words.cap[h]) or (wide > end and words.cap[h])
        head = singular(words.text[h])
        if head not in strong and end - h == 1 and not named:
            continue
        if (
            h
            and not words.cap[h]
            and words.lower[h - 1] in lexicon.words("instruments", "not_agreements")
        ):
            continue
        found.append(
            Mention(
                start,
                wide,
                Kind.AGREEMENT,
                start,
                wide,
                None,
                (),
                4 if named or end - h > 1 else 3,
                h,
            )
        )
    return found


def _noun(words: Words, h: int) -> int | None:
    """Where the instrument's noun or phrase beginning at ``h`` ends: *letter of intent*."""
    first = (
        singular(words.text[h])
        if words.text[h][-1].isalpha() or words.text[h][-1] == "."
        else words.lower[h]
    )
    for parts in _by_first_word().get(first, ()):
        rest = words.lower[h + 1 : h + len(parts)]
        if len(rest) == len(parts) - 1 and tuple(singular(w) for w in rest) == tuple(
            singular(p) for p in parts[1:]
        ):
            return h + len(parts)
    return None


def is_official(words: Words, one: Mention) -> bool:
    """Whether a mention is a name of its own, more than its noun and an acronym for it."""
    noun = _noun(words, one.head) or one.head + 1
    return one.start < one.head or one.end > _bracket(words, noun)


def _left(words: Words, h: int, covering: dict[int, Mention]) -> int:
    """Leftwards over capitalized words of the name: "Acquisition and Cross-Servicing Agreement"."""
    i = h
    if not words.cap[h]:
        return i
    if words.sentence[h] in words.headline:
        while (
            words.same_sentence(i - 1, h)
            and words.namelike(i - 1)
            and covering.get(i - 1, _NOBODY).kind is not Kind.PERSON
            and i - 1 not in covering
        ):
            i -= 1
        return i
    while words.same_sentence(i - 1, h):
        before = i - 1
        body = covering.get(before)
        if (
            body
            and body.end == i
            and (
                body.kind is Kind.PERSON
                or (
                    body.start > 0
                    and words.lower[body.start - 1] in ("the", "of", "and", "with", "by")
                    and body.kind in (Kind.GOVERNMENT, Kind.AGENCY)
                )
            )
        ):
            break
        if (
            words.cap[before]
            and words.lower[before] not in _NOT_LEFT
            and words.text[before][-1].isalnum()
            and words.lower[before] not in _CUT
        ):
            i = before
        elif (
            words.text[before] in ("-", "–", "&", "and", "of", "for", "on")
            and words.same_sentence(before - 1, h)
            and words.cap[before - 1]
            and before - 1 not in covering
            and (
                words.text[before] in ("-", "–", "&")
                or (
                    words.ordinary[before - 1]
                    and i < h
                    and words.ordinary[i]
                    and before - 2 >= 0
                    and words.lower[before - 1] not in _NOT_LEFT
                )
            )
        ) or (
            words.text[before] in ("-", "–")
            and words.glued[before]
            and words.same_sentence(before - 1, h)
            and words.cap[before - 1]
        ):
            i = before - 1
        else:
            break
    while i < h and (words.lower[i] in _NOT_LEFT or words.text[i] in ("-", "–", "&")):
        i += 1
    return i


def _right(words: Words, end: int, starting: dict[int, Mention]) -> tuple[int, bool]:
    """Rightwards over an acronym in brackets and over what an official title goes on with."""
    end = _bracket(words, end)
    if not words.same_sentence(end + 1, end - 1) or words.sentence[end - 1] in words.headline:
        return end, False
    if words.lower[end] in _SIDES and words.cap[end - 1]:
        sides = _parties(words, end + 1, starting)
        if sides and words.same_sentence(sides + 1, end) and words.lower[sides] in _CONNECT:
            stop = _capitals(words, sides + 1, starting)
            return (stop, True) if stop else (end, False)
    if words.lower[end] in _CONNECT and words.cap[end - 1]:
        stop = _capitals(words, end + 1, starting)
        if stop:
            return _bracket(words, stop), True
    return end, False


def _bracket(words: Words, end: int) -> int:
    """Past an acronym in brackets: *(MoU)*, *(“MOU”)*."""
    j = end
    if words.same_sentence(j + 2, end - 1) and words.text[j] == "(":
        j += 1
        while words.text[j] in ("“", '"', "‘", "'", "the"):
            j += 1
        if words.cap[j] and len(words.text[j]) > 1 and sum(c.isupper() for c in words.text[j]) > 1:
            j += 1
            while words.same_sentence(j, end - 1) and words.text[j] in ("”", '"', "’", "'", ")"):
                j += 1
                if words.text[j - 1] == ")":
                    return j
    return end


def _parties(words: Words, j: int, starting: dict[int, Mention]) -> int | None:
    """Where a list of bodies that begins at ``j`` ends."""
    end = None
    while words.same_sentence(j, j - 1):
        if words.lower[j] in ("the", "and", ",", "&"):
            j += 1
        elif j in starting:
            j = end = starting[j].end
        else:
            break
    return end


def _capitals(words: Words, j: int, starting: dict[int, Mention]) -> int | None:
    """Where a run of capitalized words with small ones between them ends; None if it has no body.

    It must begin with a capitalized ordinary word: "Cooperation in the Field of Justice".
    """
    first = j + 1 if words.lower[j] == "the" and words.same_sentence(j + 1, j) else j
    if not (words.cap[first] and words.ordinary[first]) or (
        first in starting and starting[first].rank > 2
    ):
        return None
    end, j = None, first
    while words.same_sentence(j, first):
        if words.cap[j] and words.text[j][-1].isalnum():
            if words.lower[j - 1] in ("the", "a", "an") and j > first and _noun(words, j):
                break  # the next instrument: "the Treaty on X and the Protocol on Y"
            if (
                j in starting
                and starting[j].rank > 2
                and starting[j].kind is not Kind.AGENCY
                and words.lower[j - 1] in ("with", "between")
            ):
                break
            j += 1
            end = j
        elif words.lower[j] in (
            "of",
            "and",
            "the",
            "in",
            "on",
            "for",
            "to",
            "&",
            "from",
            "against",
            "as",
            "by",
            "under",
            "an",
            "a",
        ) or words.text[j] in (",", "-", "–"):
            if not _capital_soon(words, j):
                break
            j += 1
        else:
            break
    return end


def _capital_soon(words: Words, j: int) -> bool:
    for k in (j + 1, j + 2):
        if words.same_sentence(k, j) and words.cap[k] and words.ordinary[k]:
            return True
        if not words.same_sentence(k, j) or words.lower[k] not in ("the", "of", "and", "a", "an"):
            return False
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
        if words.lower[i] in _SIDES:
            end = _parties(words, i + 1, starting) or i
            return [b for b in inside if i < b.start and b.end <= end]
    return []
