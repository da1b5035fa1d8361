"""Parsing with stand-ins: long names become one short, familiar word each before the parser runs.

A sentence becomes one or more units: what is quoted is parsed by itself, its place in the sentence
held by a word. The tree of each unit is read through ``Unit.origin``, which leads every parsed word
back to the tokens it stands for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.language import lexicon
from pipeline.language.instruments import plural, singular
from pipeline.language.mentions import AGENTS, Kind, Mention
from pipeline.language.tree import NOTHING, Tree
from pipeline.language.words import Words

# Chosen by comparing parses: ordinary surnames, companies, countries and weekdays parse best;
# pronouns, labels and names glued into one token parse badly.
_PEOPLE = ("Smith", "Jones", "Baker", "Miller", "Taylor")
_COMPANIES = ("Microsoft", "Toyota", "Boeing", "Siemens", "Nestle")
_COUNTRIES = ("France", "Britain", "Spain", "Italy", "Poland")
_ROTATING = {
    Kind.PERSON: _PEOPLE,
    Kind.ORGANIZATION: _COMPANIES,
    Kind.AGENCY: _COMPANIES,
    Kind.GOVERNMENT: _COUNTRIES,
    Kind.COUNTRY: _COUNTRIES,
    Kind.PLACE: ("London", "Paris", "Berlin", "Madrid", "Vienna"),
}
#: What letters alone are short for: before a verb the parser takes them for adverbs.
_CALLED_BY_LETTERS = frozenset((Kind.ORGANIZATION, Kind.AGENCY))
_QUOTE = "this"
_SUMS = ("money", "cash")
#: The present tense of headlines, which the parser takes for a noun: "Chile and Peru Sign Treaty".
_PAST = {
    **dict.fromkeys(("sign", "signs"), "signed"),
    **dict.fromkeys(("conclude", "concludes"), "concluded"),
    **dict.fromkeys(("reach", "reaches"), "reached"),
    **dict.fromkeys(("ink", "inks"), "inked"),
}
_PAST_TENSES = frozenset(_PAST.values())
#: The most tokens of what heads a line, and words that tell a clause from it.
_LABEL = 9
_CLAUSAL = lexicon.words("clauses", "clausal")


@dataclass(frozen=True, slots=True)
class Unit:
    """One parse: the stand-in words, and for each of them the tokens and mention behind it."""

    texts: tuple[str, ...]
    origin: tuple[tuple[int, int], ...]
    mentions: tuple[Mention | None, ...]
    sentence: int
    block: int
    quotation: int | None = None  # index of the quotation this unit is inside of
    doc: Tree = NOTHING  # the words as the parser sees them, once it has

    def tokens(self, first: int, last: int) -> tuple[int, int]:
        """The tokens behind the words ``first`` to ``last``, both included."""
        return self.origin[first][0], self.origin[last][1]


def units(
    words: Words, mentions: Sequence[Mention], quoted: Sequence[tuple[int, int]]
) -> Iterator[Unit]:
    """The unparsed units of a text, sentence by sentence."""
    starting = {m.start: m for m in mentions}
    inside = {i: q for q, (s, e) in enumerate(quoted) for i in range(s, e)}
    for first, last in _sentences(words):
        runs: dict[int | None, list[int]] = {}
        for i in range(first, last):
            runs.setdefault(inside.get(i), []).append(i)
        for quotation, tokens in runs.items():
            for part in _apart(words, tokens, starting):
                unit = _unit(words, part, starting, inside, quotation)
                if unit is not None:
                    yield unit


def _apart(
    words: Words, tokens: Sequence[int], starting: dict[int, Mention]
) -> Iterator[Sequence[int]]:
    """The tokens in parts parsed by themselves.

    Who *vice* says is replaced stands apart, and so does what heads a line: *Nuclear safety: …*.
    """
    first = _label_end(words, tokens)
    if first:
        yield tokens[:first]
    for at, i in enumerate(tokens[:-1]):
        after = starting.get(i + 1)
        if (
            at > first
            and words.lower[i] == "vice"
            and after is not None
            and after.kind is Kind.PERSON
            and words.text[i - 1] == ","
        ):
            yield tokens[first:at]
            first = at + 1
    yield tokens[first:]


def _label_end(words: Words, tokens: Sequence[int]) -> int:
    """How many tokens head a line, up to a colon, without a word of a clause among them."""
    if tokens[0] and words.block[tokens[0] - 1] == words.block[tokens[0]]:
        return 0
    for at, i in enumerate(tokens[: _LABEL + 1]):
        if words.text[i] == ":":
            return at + 1 if 0 < at < len(tokens) - 2 and words.cap[i + 1] else 0
        if words.lower[i] in _CLAUSAL:
            return 0
    return 0


def _sentences(words: Words) -> Iterator[tuple[int, int]]:
    start = None
    for i in range(len(words) + 1):
        ended = (
            i == len(words)
            or words.sentence[i] < 0
            or (start is not None and words.sentence[i] != words.sentence[start])
        )
        if start is not None and ended:
            yield start, i
            start = None
        if start is None and i < len(words) and words.sentence[i] >= 0:
            start = i


def _unit(
    words: Words,
    tokens: Sequence[int],
    starting: dict[int, Mention],
    inside: dict[int, int],
    quotation: int | None,
) -> Unit | None:
    texts: list[str] = []
    origin: list[tuple[int, int]] = []
    behind: list[Mention | None] = []
    done, used = tokens[0], 0
    headline = words.sentence[tokens[0]] in words.headline
    fragment = words.text[tokens[-1]][-1] not in ".?!"
    for i in tokens:
        if (
            i < done
            or words.text[i].isspace()
            or _closes_apposition(words, i, behind, done, starting)
        ):
            continue
        if (
            texts
            and quotation is None
            and i > origin[-1][1]
            and any(k in inside for k in range(origin[-1][1], i))
        ):
            texts.append(_QUOTE)
            origin.append((origin[-1][1], i))
            behind.append(None)
        one = starting.get(i)
        if one is None and (instead := _rewritten(words, i, starting)) is not None:
            word, done = instead
            if word:
                texts.append(word)
                origin.append((i, done))
                behind.append(None)
            continue
        if one is None:
            word = words.lower[i] if headline and words.ordinary[i] else _plain(words, i)
            named = behind[-1] if behind else None
            told = fragment and named is not None and named.kind in AGENTS
            if told and word in _PAST:
                word = _PAST[word]
                if texts[-2:-1] == [","]:  # "Chile, Peru sign treaty"
                    texts[-2] = "and"
            texts.append(word)
            origin.append((i, i + 1))
            behind.append(None)
            continue
        if (
            texts
            and words.lower[i - 1] == "the"
            and one.kind not in (Kind.AGREEMENT, Kind.DATE, Kind.OFFICE, Kind.MONEY, Kind.LAW)
            and origin[-1] == (i - 1, i)
        ):
            texts.pop()
            origin.pop()
            behind.pop()
            texts.append(_word_for(words, one, used))
            origin.append((i - 1, one.end))
        else:
            texts.append(_word_for(words, one, used))
            origin.append((i, one.end))
        behind.append(one)
        used += 1
        done = one.end
    if not texts:
        return None
    return Unit(
        tuple(texts),
        tuple(origin),
        tuple(behind),
        words.sentence[tokens[0]],
        words.block[tokens[0]],
        quotation,
    )


def _plain(words: Words, i: int) -> str:
    """A word as the parser knows it: straight apostrophes, and a dash that parts for what it is."""
    if words.text[i] == "-" and not words.glued[i]:
        return "–"
    return words.text[i].replace("’", "'")


def _rewritten(words: Words, i: int, starting: dict[int, Mention]) -> tuple[str, int] | None:
    """The word in the place of some that the parser reads badly, and where these end."""
    if (aside := _aside(words, i)) is not None:
        return "", aside
    if words.lower[i : i + 3] == ["m", "/", "s"]:
        return "", i + 3  # "M/s Harbour Cranes": Messrs
    if words.lower[i : i + 2] == ["pursuant", "to"]:
        return "under", i + 2
    return (words.text[i + 2], i + 3) if _is_prefix(words, i, starting) else None


#: Adverbs set between a preposition and its noun, where the parser loses its way.
_ASIDE = ["directly", "or", "indirectly"]


def _aside(words: Words, i: int) -> int | None:
    """Where *directly or indirectly* ends that begins at a token, its commas included."""
    first = i + (words.text[i] == ",")
    last = first + len(_ASIDE)
    if words.lower[first:last] != _ASIDE or not words.same_sentence(last, i):
        return None
    return last + (first > i and words.text[last] == ",")


def _is_prefix(words: Words, i: int, starting: dict[int, Mention]) -> bool:
    """Whether a token is the *re* of *re-elected* or the *co* of *co-hosted*."""
    return (
        words.lower[i] in ("re", "co")
        and words.same_sentence(i + 2, i)
        and words.text[i + 1] in ("-", "‑", "–")
        and words.glued[i]
        and words.glued[i + 1]
        and i + 2 not in starting
    )


def _closes_apposition(
    words: Words,
    i: int,
    behind: Sequence[Mention | None],
    done: int,
    starting: dict[int, Mention],
) -> bool:
    """A comma that only closed an apposition now swallowed by a stand-in: "Smith, signs …"."""
    if words.text[i] != "," or i != done or not behind or behind[-1] is None:
        return False
    mention = behind[-1]
    title_first = words.text[mention.name_start - 1] == "," and mention.start < mention.name_start
    if (
        mention.kind is not Kind.PERSON
        or (mention.end == mention.name_end and not title_first)
        or not words.same_sentence(i + 1, i)
    ):
        return False
    if words.lower[i + 1] == "and":  # "the Minister, Ann Vega, and the Mayor, Luis Rojas, signed"
        after = starting.get(i + 2) or starting.get(i + 3)
        return after is not None and after.kind is Kind.PERSON
    if words.cap[i + 1] or words.lower[i + 1] in _CONTINUING:
        return False
    titled = any(t.start >= mention.name_end for t in mention.titles)
    return titled or (words.lower[i + 1] not in _NOUNS and not _is_apposed(words, mention))


def _is_apposed(words: Words, mention: Mention) -> bool:
    """Whether a name stands behind a comma that no fronted phrase ends: "his aide, Smith, …"."""
    before = mention.start - 1
    if not words.same_sentence(before, mention.start) or words.text[before] != ",":
        return False
    first = before
    while words.same_sentence(first - 1, before):
        first -= 1
    return words.lower[first] not in _FRONTING


#: Nouns that begin another apposition: "Smith, owner of a store, …".
_NOUNS = (
    lexicon.words("groups", "people")
    | lexicon.words("titles", "heads")
    | {"a", "an", "formerly", "aka", "also", "currently", "one"}
)
_FRONTING = frozenset(
    "in on at according after under during since when as following with by for from while "
    "earlier last today".split()
)
_CONTINUING = frozenset(
    "and or who which whose whom while but as where with including along together".split()
)


def _word_for(words: Words, one: Mention, turn: int) -> str:
    """The word that stands for a mention; a name of one word stands for itself."""
    if one.kind is Kind.AGREEMENT:
        return _agreement_word(words.text[one.head])
    if one.kind is Kind.OFFICE:
        return words.text[one.name_start].lower() if one.end - one.start == 1 else "minister"
    if one.kind is Kind.DATE:
        return _date_word(words, one)
    if one.kind is Kind.LAW:
        return "law"
    if one.kind is Kind.MONEY:
        return _SUMS[turn % 2]
    choices = _ROTATING.get(one.kind)
    short = one.end - one.start == 1 and words.text[one.start].isalpha()
    after = words.lower[one.end : one.end + 1]  # nothing, at the end of the text
    if short and not turn and words.acronym[one.start] and not _PAST_TENSES.isdisjoint(after):
        short = one.kind not in _CALLED_BY_LETTERS
    return words.text[one.start] if short or not choices else choices[turn % len(choices)]


def _agreement_word(head: str) -> str:
    """An agreement's own noun in lower case; *treaty* for an acronym."""
    if head.isupper() or any(c.isupper() for c in head[1:]):
        return "treaties" if plural(head) else "treaty"
    return head.lower() if singular(head) != "mlat" else "treaty"


def _date_word(words: Words, one: Mention) -> str:
    first = words.lower[one.start]
    if first in ("today", "yesterday", "tomorrow", "tonight") or one.end - one.start == 1:
        return words.text[one.start]
    if words.lower[one.start - 1] == "in" if one.start else False:
        return "2020"
    if first in ("earlier", "later", "this", "last", "next", "late", "early"):
        return "today" if first in ("earlier", "later") else "yesterday"
    return "Monday"
