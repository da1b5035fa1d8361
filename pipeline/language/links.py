"""What ties one agreement of a release to another: it follows, implements or replaces it.

Only where a clause says so plainly of two agreements that it names: *the programme implements the
memorandum*, *signed a protocol under the treaty*, *the pact builds on the accord*.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pipeline.language import lexicon
from pipeline.language.agreement_names import is_official
from pipeline.language.clauses import Argument, Clause
from pipeline.language.instrument_phrases import kind as kind_of
from pipeline.language.instruments import singular
from pipeline.language.mentions import Kind, Mention
from pipeline.language.words import Words
from pipeline.models import Agreement, Entity, EntityKind, Span, Status, slug

Made = dict[str, tuple[Entity, Agreement]]

_FOLLOWS, _IMPLEMENTS, _REPLACES = "follows", "implements", "replaces"
#: By the verb that ties two agreements: how, and where the earlier one stands.
_VERBS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    **dict.fromkeys(lexicon.words("links", "building_on"), (_FOLLOWS, ("on", "upon"))),
    **dict.fromkeys(lexicon.words("links", "following"), (_FOLLOWS, ("object", "of"))),
    **dict.fromkeys(
        lexicon.words("links", "implementing"), (_IMPLEMENTS, ("object", "in", "of", "under"))
    ),
    **dict.fromkeys(lexicon.words("links", "falling_under"), (_IMPLEMENTS, ("under", "in"))),
    **dict.fromkeys(lexicon.words("links", "replacing"), (_REPLACES, ("object",))),
}
#: By the preposition that ties what is signed to an earlier agreement: how.
_PREPOSITIONS = {
    "under": _IMPLEMENTS,
    "pursuant to": _IMPLEMENTS,
    "following": _FOLLOWS,
    "after": _FOLLOWS,
}
_SIGNING = lexicon.words("links", "signing")


def linked(words: Words, clauses: Iterable[Clause], made: Made) -> Made:
    """The agreements of a release with their ties to each other, and those they are tied to."""
    found = dict(made)
    for clause in clauses:
        if clause.status in (Status.OCCURRED, Status.PLANNED):
            for kind, later, earlier in _ties(clause):
                one, other = (_known(words, m, found) for m in (later, earlier))
                if one is not None and other is None and is_official(words, earlier):
                    other = _new(words, earlier, found)
                if one is not None and other is not None and one != other:
                    found[one] = _with(found[one], kind, other)
    return found


def _new(words: Words, mention: Mention, found: Made) -> str:
    """An agreement that the release only names as one another is tied to, made an entity."""
    span = words.span(mention.start, mention.end)
    label = " ".join(span.of(words.whole).split())
    id_ = f"agreement/{slug(label)}"
    entity = Entity(id_, EntityKind.AGREEMENT, label, (), False, (span,))
    agreement = Agreement(id_, kind_of(words, mention), label)
    return found.setdefault(id_, (entity, agreement))[0].id


def _ties(clause: Clause) -> Iterator[tuple[str, Mention, Mention]]:
    """How a clause ties agreements: the tie, the later agreement and the earlier one."""
    kind, places = _VERBS.get(clause.lemma, ("", ()))
    if kind and clause.voice in ("active", "passive"):
        yield from _pairs(kind, clause.get("subject"), [a for p in places for a in clause.get(p)])
    if clause.lemma in _SIGNING:
        signed = clause.get("of") if clause.voice == "noun" else clause.get("object")
        for preposition, tie in _PREPOSITIONS.items():
            yield from _pairs(tie, signed, clause.get(preposition))


def _pairs(
    kind: str, later: Iterable[Argument], earlier: Iterable[Argument]
) -> Iterator[tuple[str, Mention, Mention]]:
    before = [a.mention for a in earlier if a.mention and a.kind is Kind.AGREEMENT]
    for one in (a.mention for a in later if a.mention and a.kind is Kind.AGREEMENT):
        yield from ((kind, one, other) for other in before)


def _known(words: Words, mention: Mention, made: Made) -> str | None:
    """The agreement a mention names: one told there, else the last one called so before it."""
    span = words.span(mention.start, mention.end)
    for id_, (entity, _) in made.items():
        if any(span.covers(told) or told.covers(span) for told in entity.mentions):
            return id_
    noun = singular(words.text[mention.head])
    before: list[tuple[Span, str]] = []
    for id_, (entity, _) in made.items():
        called = {singular(w) for name in (entity.label, *entity.alt_labels) for w in name.split()}
        earlier = [told for told in entity.mentions if told.end <= span.start]
        before += [(earlier[-1], id_)] if noun in called and earlier else []
    return max(before, key=lambda pair: pair[0].start)[1] if before else None


def _with(one: tuple[Entity, Agreement], kind: str, other: str) -> tuple[Entity, Agreement]:
    entity, agreement = one
    if kind == _FOLLOWS:
        return entity, replace(agreement, follows=_once(*agreement.follows, other))
    if kind == _IMPLEMENTS:
        return entity, replace(agreement, implements=_once(*agreement.implements, other))
    return entity, replace(agreement, replaces=_once(*agreement.replaces, other))


def _once(*ids: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
