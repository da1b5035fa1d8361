"""Which setting a clause says it is part of: *during the visit*, *the summit included*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.language import lexicon
from pipeline.language.clauses import Clause
from pipeline.language.drafts import Sort
from pipeline.language.frames import Frame
from pipeline.language.tree import Token

Nouns = Mapping[str, frozenset[Sort]]

_INCLUDING = lexicon.words("settings", "including")
_DURING = frozenset(("during", "at", "as part of", "while on", "on the sidelines of"))
#: Prepositions that place something in a journey alone: *on his trip*.
_ON_JOURNEY = frozenset(("on", "in"))


def setting_nouns(frames: Sequence[Frame]) -> Nouns:
    """The nouns that point at settings with a time and a place, and the sorts of each."""
    settings = {name for frame in frames for name in frame.settings}
    found: dict[str, frozenset[Sort]] = {}
    for frame in frames:
        for trigger in (
            frame.triggers if frame.name in settings and "place" in frame.fillers else ()
        ):
            sort = Sort(frame.name, trigger.kind, "visitor" in frame.fillers)
            for noun in trigger.words if trigger.sort == "noun" else ():
                found[noun] = found.get(noun, frozenset()) | {sort}
    return found


def pointed_at(clause: Clause, nouns: Nouns) -> frozenset[Sort]:
    """The sorts of setting a clause points at."""
    doc = clause.unit.doc
    for one in clause.arguments:
        noun = doc[one.index]
        sorts = frozenset[Sort]() if _is_named(noun) else nouns.get(noun.lower_, frozenset())
        journey = one.relation in _ON_JOURNEY and any(sort.journey for sort in sorts)
        if sorts and (journey or one.relation in _DURING):
            return sorts
    including = (nouns.get(n.lower_) for n in _including(doc[clause.index]))
    return next((sorts for sorts in including if sorts), frozenset())


def _is_named(noun: Token) -> bool:
    """Whether a noun names one of its own: *the Clean Water Summit in Oslo*, not *the summit*."""
    return any(c.dep_ == "compound" and c.text[:1].isupper() for c in noun.children)


def _including(word: Token) -> Iterator[Token]:
    """What is said to include, or to be expected to include, what a word tells."""
    verb = word.head
    if word.dep_ == "dobj" and verb.lemma_.lower() in _INCLUDING:
        yield from (c for c in verb.children if c.dep_ == "nsubj")
        if verb.dep_ == "xcomp":
            yield from (c for c in verb.head.children if c.dep_.startswith("nsubj"))
