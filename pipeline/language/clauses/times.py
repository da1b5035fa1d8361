"""When something happened: which dates of a sentence belong to which of its predicates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.language import lexicon
from pipeline.language.clauses.clause import Argument, argument
from pipeline.language.clauses.documents import DOCUMENTS, issued_by, issuing
from pipeline.language.clauses.governors import FULFILLING
from pipeline.language.clauses.nouns import kind_of
from pipeline.language.clauses.prepositions import prepositional
from pipeline.language.clauses.subjects import showing
from pipeline.language.clauses.unfulfilled import DOERS
from pipeline.language.clauses.verbs import is_infinitive, is_passive, is_verb
from pipeline.language.mentions import Kind
from pipeline.language.standins import Unit
from pipeline.language.tree import Token

#: What they introduce lies before or after the event.
_RANGE = frozenset(("since", "until", "before"))
#: Days seen from the release: they date what it tells, not what was planned or done in it.
_DEICTIC = lexicon.words("clauses", "deictic_days")
_FROM_WHEN = frozenset(("commencing", "starting", "beginning"))
#: Verbs whose time is that of the event they speak of: *witnessed today the signing of …*.
_SIMULTANEOUS = lexicon.words("clauses", "simultaneous")
_SIMULTANEOUS_PREPOSITIONS = frozenset(("with", "by", "through", "at", "in", "during"))
OCCASIONS = lexicon.words("clauses", "occasions")
VISITS = lexicon.words("clauses", "visits")
_TRAVELLING = lexicon.words("clauses", "travelling")
_SCHEDULING = frozenset(("schedule", "expect", "set", "slate"))
_LEAVING = frozenset(("leave", "depart", "head"))
_SOMEWHERE = frozenset((Kind.PLACE, Kind.COUNTRY))
_BEHIND = frozenset(("conj", "relcl", "ccomp", "advcl", "parataxis"))
_RELATIVE = frozenset(("which", "whom"))
_VISITING = frozenset(("on", "as part of"))
_HAPPENING_AT = _VISITING | {"at", "during", "on the sidelines of"}


def times(unit: Unit, predicate: Token, predicates: frozenset[int]) -> Iterator[Argument]:
    """The dates that belong to a predicate: it is the first one above them in the tree.

    A date in an *of* phrase dates the noun it hangs on, and one in another clause that clause.
    """
    return _times(unit, predicate, predicates, set())


def _times(
    unit: Unit, predicate: Token, predicates: frozenset[int], asked: set[int]
) -> Iterator[Argument]:
    """The dates of a predicate and of those that share its time, each asked once."""
    asked.add(predicate.i)
    unsure = []
    for token in _dates(unit, unit.doc):
        if _belongs(unit, token, predicate, predicates):
            yield argument(unit, "when", token)
        elif _belongs(unit, token, predicate, predicates - _aims(predicate)):
            unsure.append(replace(argument(unit, "when", token), sure=False))
    yield from unsure
    for sharing in _sharing_time(predicate):
        if sharing.i not in asked:  # each may share the other's: "was unsealed today, announced"
            yield from _times(unit, sharing, predicates - {predicate.i}, asked)
    for token in (
        *_before_conjunct(unit, predicate),
        *_described(unit, predicate),
        *_before_relative(unit, predicate),
    ):
        yield argument(unit, "when", token)


def _aims(predicate: Token) -> frozenset[int]:
    """The infinitives that say what something is done for: *signed a treaty to end the war on*."""
    aims = (t for t in predicate.subtree if is_infinitive(t) and t.i > predicate.i)
    return frozenset(t.i for t in aims if t.dep_ in ("advcl", "acl", "relcl", "xcomp", "conj"))


def occasions(unit: Unit, arguments: Sequence[Argument]) -> list[Argument]:
    """When and where an occasion is, is when and where what happens at it: *at talks in Rome*.

    An occasion may itself take place at another: *at a ceremony at the summit in Rome*.
    """
    found = list(arguments)
    for one in found:  # grows as it is read
        noun = unit.doc[one.index]
        if one.relation in _HAPPENING_AT and noun.lower_ in OCCASIONS:
            visit = noun.lower_ in VISITS
            if visit or one.relation not in _VISITING:
                found += [argument(unit, "when", t) for t in _dates(unit, noun.subtree)]
                found += _where(prepositional(unit, noun), visit=visit)
    return found[len(arguments) :]


def _where(arguments: Iterable[Argument], *, visit: bool) -> Iterator[Argument]:
    """Where an occasion is: of a visit, where it leads to as well."""
    for one in arguments:
        if one.relation in ("in", "at"):
            yield one
        elif visit and one.relation == "to":
            yield replace(one, relation="in")


def journeys(unit: Unit, predicate: Token, arguments: Sequence[Argument]) -> Iterator[Argument]:
    """Where and when someone travels, is where and when they do what they travel for.

    *Travelled to Peru in May and met*, *will fly to Rome to sign*; what a clause says itself of its
    time or its place comes first.
    """
    above = predicate.head
    journey = predicate.dep_ in ("conj", "xcomp", "advcl")
    if predicate.dep_ == "pobj" and above.lower_ == "for":  # "travelled to Rome for talks"
        above, journey = above.head, True
    if not journey or above.i > predicate.i or above.lemma_.lower() not in _TRAVELLING:
        return
    told = {a.relation for a in arguments}
    if told.isdisjoint(("in", "at")):
        for one in prepositional(unit, above):
            if (
                one.relation in ("to", "in", "for")
                and one.kind in _SOMEWHERE
                and one.index < predicate.i
            ):
                yield replace(one, relation="in")
    if "when" not in told and above.lemma_.lower() not in _LEAVING:
        before = (t for t in _dates(unit, unit.doc[: predicate.i]))
        yield from (argument(unit, "when", t) for t in before if above in (t.head, t.head.head))


def _dates(unit: Unit, tokens: Iterable[Token]) -> Iterator[Token]:
    return (t for t in tokens if kind_of(t, unit.mentions) is Kind.DATE)


def _belongs(unit: Unit, date: Token, predicate: Token, predicates: frozenset[int]) -> bool:
    """Whether no word between a date and a predicate above it keeps the date for itself."""
    for node in (date, *date.ancestors):
        if node.i == predicate.i:
            return True
        # "the signing of X on Monday"
        own = node.head.i == predicate.i and predicate.pos_ != "VERB"
        apart = node.dep_ == "prep" and (node.lower_ in _RANGE or (node.lower_ == "of" and not own))
        if apart or (node.i in predicates and not _lets_pass(unit, node, date)):
            return False
    return False


def _lets_pass(unit: Unit, node: Token, date: Token) -> bool:
    """Whether a date under a predicate may date the one above: *plans to sign, said today*."""
    one = unit.mentions[date.i]
    deictic = one is not None and one.end - one.start == 1 and date.lower_ in _DEICTIC
    return _commencing(node) or (deictic and _nonfinite(node))


def _nonfinite(token: Token) -> bool:
    return (
        token.dep_ in ("pcomp", "xcomp", "acl", "advcl", "amod")
        and token.tag_ in ("VBG", "VB")
        and token.head.tag_ in ("VBD", "VBN", "IN", "NN", "NNS", "TO")
    )


def _commencing(verb: Token) -> bool:
    """Whether a participle only says from when: *for a term of two years, commencing on 1 May*."""
    participle = verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl", "prep")
    return participle and verb.lower_ in _FROM_WHEN


def _before_conjunct(unit: Unit, predicate: Token) -> Iterator[Token]:
    """The dates before the verb a predicate is joined to: "In June, X signed A and B joined C"."""
    above = predicate.head
    if predicate.dep_ != "conj" or not is_verb(above):
        return iter(())
    before = _dates(unit, unit.doc[: above.i])
    return (t for t in before if above in (t.head, t.head.head))


def _before_relative(unit: Unit, predicate: Token) -> Iterator[Token]:
    """The dates read as those of a relative clause behind them: "signed it in May, by which"."""
    beside = predicate.head.children if predicate.dep_ == "ccomp" else ()
    for verb in (*predicate.children, *beside):
        if verb.dep_ in _BEHIND and verb.i > predicate.i and is_verb(verb):
            which = next((t for t in verb.subtree if t.lower_ in _RELATIVE), None)
            if which is not None and which.dep_ == "pobj":
                between = unit.doc[predicate.i : which.head.i]
                yield from (t for t in _dates(unit, between) if verb in (t.head, t.head.head))


def _described(unit: Unit, predicate: Token) -> Iterator[Token]:
    """The date a predicate describes: "in June 2024, when X signed"."""
    when = any(c.lower_ == "when" for c in predicate.children)
    return _dates(unit, [predicate.head] if predicate.dep_ == "relcl" and when else [])


def _tells_when(above: Token, lemma: str) -> bool:
    """Whether a verb's time is that of its infinitive: *was honored to*, *is scheduled to*."""
    return lemma in FULFILLING or (lemma in _SCHEDULING and is_passive(above))


def _sharing_time(predicate: Token) -> Iterator[Token]:
    """The verbs whose dates are the event's too, a charging document's filing among them."""
    for above in (_shares_time(predicate), issued_by(predicate)):
        if above is not None:
            yield above
    for noun in (d for c in predicate.children for d in c.children if d.lower_ in DOCUMENTS):
        yield from issuing(noun, predicate)


def _became(infinitive: Token) -> Token | None:
    """The verb by which someone became one who did it: *became the fifth nation to sign*."""
    if not is_infinitive(infinitive):
        return None
    above = infinitive.head
    while above.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") and above.head.i < above.i:
        above = above.head
    said = {c.lower_ for c in above.children if c.dep_ in ("attr", "oprd", "dobj")}
    return above if above.lemma_ == "become" and not said.isdisjoint(DOERS) else None


def _shares_time(predicate: Token) -> Token | None:
    """The verb whose dates are the event's too: "formalized today with the signing of X"."""
    above, link = predicate.head, predicate.dep_
    lemma = above.lemma_.lower()
    if link == "ccomp" and lemma == "announce":
        return above
    if link == "xcomp" and is_infinitive(predicate) and _tells_when(above, lemma):
        return above
    if (shown := _became(predicate) or showing(predicate)) is not None:
        return shown
    stated = above.head.head  # "announced on May 4 in a joint statement signed by"
    if link == "acl" and above.dep_ == "pobj" and stated.lemma_.lower() == "announce":
        return stated if above.head.lower_ == "in" else None
    if link == "dobj" and is_verb(above) and lemma in _SIMULTANEOUS:
        return above
    beside = link in ("pobj", "pcomp") and (
        above.lower_ in _SIMULTANEOUS_PREPOSITIONS
        or (above.lower_ == "to" and predicate.lower_ in OCCASIONS)
    )
    return above.head if beside and is_verb(above.head) else None
