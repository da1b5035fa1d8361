"""Who says *I*: whoever is quoted, whose turn it is in a transcript, or who issues the release."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.language.anaphora import body_called, person_before
from pipeline.language.cast import Cast
from pipeline.language.mentions import AGENTS, Kind, Mention
from pipeline.language.quotations import Quotation, speaker
from pipeline.models import Block, BlockKind, Span

_PRONOUNS = frozenset(("he", "she", "who"))
_SELF = frozenset(("I", "me", "my", "Me", "My", "myself"))
#: What opens a turn: "QUESTION:", "SECRETARY MOYO: (Via interpreter)", "MINISTER (in Oslo):".
_TURN = re.compile(r"((?:[A-Z][A-Z.’'-]*)(?: [A-Z][A-Z.’'-]*){0,4})\s*(?:\([^)]*\)\s*)?:")
#: Blocks in which whoever issues a release is named: the first few, and what is signed.
_FIRST = 8
_BYLINE_KINDS = frozenset(
    (BlockKind.HEADING, BlockKind.HEADER, BlockKind.PARAGRAPH, BlockKind.SIGNATURE)
)
#: Letters beside a name and its title on a line of its own: "By", "The Hon.", "MP".
_MORE = 14
_SPEECH = r"(?:speech|remarks|statement|address|message|op-ed|opening|keynote)"
_OWN_SPEECH = re.compile(rf"(?:['’]s?)?\s+(?:\w+\s+){{0,3}}{_SPEECH}\b", re.IGNORECASE)
_BY = re.compile(rf"\b{_SPEECH}\b.*\b(?:by|from|of)\s+(?:\S+\s+){{0,2}}$", re.IGNORECASE)


def said_by(cast: Cast, quotation: Quotation, named: Sequence[tuple[Span, str]]) -> str | None:
    """The one who is quoted: among the names with their places, or whom a pronoun stands for."""
    text = cast.release.text
    people = [(span, id_) for span, id_ in named if cast.members[id_].kind is Kind.PERSON]
    return (
        speaker(quotation, text, people)
        or _resolved(cast, quotation)
        or speaker(quotation, text, named)
    )


def names(cast: Cast) -> list[tuple[Span, str]]:
    """The names of all who could speak, with their places."""
    return [
        (cast.words.span(m.name_start, m.name_end), id_)
        for m, id_ in cast.of.items()
        if m.kind in AGENTS
    ]


def _resolved(cast: Cast, quotation: Quotation) -> str | None:
    """The speaker whom a pronoun or an office names."""
    subject = quotation.subject
    if subject is None:
        return None
    text = subject.of(cast.release.text)
    before = [m for m in cast.of if cast.words.idx[m.name_start] < subject.start]
    people = [cast.of[m] for m in before if m.kind is Kind.PERSON]
    if text.lower() in _PRONOUNS:
        token = bisect_left(cast.words.idx, subject.start)
        return person_before(cast, token)
    return cast.holder(text, people) or body_called(cast, text.lower().split()[-1], len(cast.words))


def selves(cast: Cast, quotations: Sequence[Quotation]) -> Mapping[int, str]:
    """The person behind each *I*, *me* and *my*, by its token; none where the text leaves it open.

    Within a quotation it is the one quoted; in a transcript the one whose turn it is; elsewhere
    the one in whose name the release is issued.
    """
    tokens = [i for i, word in enumerate(cast.words.text) if word in _SELF]
    if not tokens:
        return {}
    quoted = _quoted(cast, quotations)
    turns = _by_block(cast)
    found: dict[int, str] = {}
    for i in tokens:
        span = cast.words.span(i, i + 1)
        inside = [q for q in quotations if any(p.covers(span) for p in q.parts)]
        id_ = quoted.get(inside[0]) if inside else turns.get(cast.words.block[i])
        if id_ is not None and cast.kind(id_) is Kind.PERSON:
            found[i] = id_
    return found


def _quoted(cast: Cast, quotations: Sequence[Quotation]) -> dict[Quotation, str]:
    """Those who are quoted saying *I*."""
    text, named = cast.release.text, names(cast)
    found = {}
    for quotation in quotations:
        words = " ".join(part.of(text) for part in quotation.parts)
        if not _SELF.isdisjoint(re.findall(r"\w+", words)):
            id_ = said_by(cast, quotation, named)
            if id_ is not None:
                found[quotation] = id_
    return found


def turns(cast: Cast) -> Mapping[int, str | None]:
    """Who takes a turn in a transcript, by the block that it opens; None if nobody knows who."""
    author, opening, found = _author(cast), _opening(cast), dict[int, str | None]()
    for index, block in enumerate(cast.release.blocks):
        text, one = block.span.of(cast.release.text), opening.get(index)
        turn = _TURN.match(text)
        if turn is not None:
            found[index] = _called(cast, one, turn[1], author)
        elif one is not None and _labels(cast, one, text, block):
            found[index] = cast.of[one]
    return found


def _by_block(cast: Cast) -> dict[int, str]:
    """Who speaks in each block: whose turn it is, before the first turn who issues the release."""
    taken, now, found = turns(cast), _author(cast), dict[int, str]()
    for index in range(len(cast.release.blocks)):
        now = taken.get(index, now)
        if now is not None:
            found[index] = now
    return found


def _opening(cast: Cast) -> dict[int, Mention]:
    """The person with whose name each block begins."""
    found: dict[int, Mention] = {}
    first: dict[int, int] = {}
    for i, block in enumerate(cast.words.block):
        first.setdefault(block, i)
    for one in cast.order:
        if one.kind is Kind.PERSON and one in cast.of:
            block = cast.words.block[one.start]
            if block >= 0 and one.start - first[block] <= 1:
                found.setdefault(block, one)
    return found


def _labels(cast: Cast, one: Mention, text: str, block: Block) -> bool:
    """Whether a name at the beginning of a block is followed by a colon and what they say."""
    end = cast.words.span(one.start, one.end).end - block.span.start
    return text[end:].lstrip().startswith(":") and block.kind is BlockKind.PARAGRAPH


def _called(cast: Cast, one: Mention | None, label: str, author: str | None) -> str | None:
    """Who is meant by the label of a turn: someone named in it, or in the release by its words."""
    if one is not None:
        return cast.of[one]
    last = label.lower().split()[-1].strip(".")
    named = [
        id_
        for id_, member in cast.members.items()
        if member.kind is Kind.PERSON
        and any(spelling.lower().split()[-1] == last for spelling in member.spellings)
    ]
    if len(set(named)) == 1:
        return named[0]
    return author if author is not None and _has_title(cast, author, last) else None


def _has_title(cast: Cast, person: str, noun: str) -> bool:
    return any(cast.words.lower[t.head] == noun for t, _ in cast.members[person].titles)


def _author(cast: Cast) -> str | None:
    """The one person in whose name a release is issued: its byline, signature or headline tells."""
    alone = dict.fromkeys(_bylines(cast))
    if len(alone) == 1:
        return next(iter(alone))
    if alone:
        return None
    titled = dict.fromkeys(_in_title(cast))
    return next(iter(titled)) if len(titled) == 1 else None


def _bylines(cast: Cast) -> Iterator[str]:
    """The people who stand alone on a line at the beginning, or sign at the end."""
    for index, block in enumerate(cast.release.blocks):
        signed = block.kind is BlockKind.SIGNATURE
        if block.kind not in _BYLINE_KINDS or not (signed or index < _FIRST):
            continue
        for one, span in _people_in(cast, [block]):
            beside = (block.span.end - block.span.start) - (span.end - span.start)
            if beside <= _MORE:
                yield cast.of[one]


def _in_title(cast: Cast) -> Iterator[str]:
    """The people whose speech or statement the headline announces."""
    text = cast.release.text
    for block in cast.release.blocks:
        if block.kind is not BlockKind.TITLE:
            continue
        for one, span in _people_in(cast, [block]):
            after, before = text[span.end : block.span.end], text[block.span.start : span.start]
            if _OWN_SPEECH.match(after) or _BY.search(before):
                yield cast.of[one]


def _people_in(cast: Cast, blocks: Iterable[Block]) -> Iterator[tuple[Mention, Span]]:
    for one, id_ in cast.of.items():
        if one.kind is Kind.PERSON and cast.members[id_].kind is Kind.PERSON:
            span = cast.words.span(one.start, one.end)
            if any(block.span.covers(span) for block in blocks):
                yield one, span
