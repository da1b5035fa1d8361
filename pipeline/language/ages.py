"""People told with age and home: *Wei Lin, 34, of San Diego, California*.

An age behind a name is evidence that it is a person's, and age and home belong to the name: the
parser should not see them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.language import lexicon
from pipeline.language.mentions import Kind, Mention, mention
from pipeline.language.words import Words

#: As strong as a title beside the name.
EVIDENT = 5
_AGES = range(10, 100)
_TITLES = lexicon.words("titles", "heads")
_PARTICLES = lexicon.words("titles", "particles")
#: Words of a place name and its abbreviations: "Washington, D.C.", "Port of Spain".
_LONGEST_PLACE = 4
#: Tokens in brackets behind a name: "(38-year-old male Chinese National)" has nine.
_LONGEST_BRACKET = 14


def with_ages(words: Words, people: Sequence[Mention]) -> list[Mention]:
    """The people with age and home inside their mentions, and those whom only an age tells."""
    people = [_with_brackets(words, m) for m in people]
    ending = {m.end: m for m in people}
    found = {m: m for m in people}
    for i in range(2, len(words)):
        if not _is_age(words, i):
            continue
        end = _home_end(words, i + 1)
        one = ending.get(i - 1)
        if one is not None:
            found[one] = replace(one, end=end, rank=max(one.rank, EVIDENT))
        elif (start := name_start(words, i - 1)) is not None:
            new = replace(mention(start, i - 1, Kind.PERSON, rank=EVIDENT), end=end)
            found = {m: n for m, n in found.items() if not m.overlaps(new)} | {new: new}
    return sorted(found.values(), key=lambda m: m.start)


def _with_brackets(words: Words, one: Mention) -> Mention:
    """The mention with what stands in brackets behind the name: (“Kong”), (38-year-old male)."""
    end = one.end
    while (
        one.end == one.name_end
        and words.same_sentence(end + 1, one.start)
        and words.text[end] == "("
    ):
        close = next(
            (
                i
                for i in range(end + 1, min(end + _LONGEST_BRACKET, len(words)))
                if words.text[i] == ")"
            ),
            None,
        )
        quoted = words.text[end + 1] in "“\"‘'"
        if (
            close is None
            or not words.same_sentence(close, end)
            or not (
                quoted or (words.text[end + 1][0].isdigit() and "old" in words.lower[end:close])
            )
        ):
            break
        end = close + 1
    return replace(one, end=end) if end > one.end else one


def _is_age(words: Words, i: int) -> bool:
    """Whether the token is an age: two digits between commas, behind a capital."""
    text = words.text[i]
    if not (text.isdigit() and len(text) == 2 and int(text) in _AGES) or not words.same_sentence(
        i - 2, i
    ):
        return False
    closed = not words.same_sentence(i + 1, i) or words.text[i + 1] in (",", ".", ";", ")", "and")
    return words.text[i - 1] == "," and words.cap[i - 2] and closed


def _home_end(words: Words, i: int) -> int:
    """Where the mention ends: behind ", of San Diego, California", else behind the age."""
    j = i + 1
    if (
        not words.same_sentence(j + 1, i - 1)
        or words.text[i] != ","
        or words.lower[j] not in ("of", "from")
        or not words.cap[j + 1]
    ):
        return i
    end = _capitals(words, j + 1)
    while words.same_sentence(end + 1, i - 1) and words.text[end] == "," and words.cap[end + 1]:
        after = _capitals(words, end + 1)
        if after - end - 1 > _LONGEST_PLACE or (
            words.same_sentence(after + 1, i - 1)
            and words.text[after] == ","
            and words.text[after + 1].isdigit()
        ):
            break
        end = after
    return end


def _capitals(words: Words, i: int) -> int:
    while (
        words.same_sentence(i, i)
        and i < len(words)
        and (words.cap[i] or (words.text[i] == "-" and words.cap[i + 1]))
    ):
        i += 1
        if words.text[i - 1] != "." and not words.same_sentence(i, i - 1):
            break
    return i


def name_start(words: Words, end: int) -> int | None:
    """Where the capitalized name that ends here begins, if it is one of two words or more."""
    i = end
    while words.same_sentence(i - 1, end - 1) and (
        (words.cap[i - 1] and words.lower[i - 1] not in _TITLES) or words.lower[i - 1] in _PARTICLES
    ):
        i -= 1
    while i < end and not words.cap[i]:
        i += 1
    return i if end - i >= 2 and any(words.namelike(k) for k in range(i, end)) else None
