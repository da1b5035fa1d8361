"""Whether what a clause tells is stated as done: what is planned, refused or conditional is not."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.language import lexicon
from pipeline.language.clauses.governors import (
    ACCUSATIONS,
    ACCUSERS,
    PLANNED_NOUNS,
    PLANNING,
    REFUSING,
    SAYING,
    alleges,
    governor,
)
from pipeline.language.clauses.unfulfilled import is_condition, is_unfulfilled, was_had
from pipeline.language.clauses.verbs import is_infinitive
from pipeline.language.tree import Token
from pipeline.models import Status

Said = tuple[Status, tuple[str, ...]]

_OCCURRED: Said = (Status.OCCURRED, ())
_PLANNED_ADJECTIVES = lexicon.words("status", "planned_adjectives")
#: What an auxiliary or a conjunction makes of its clause.
_MOODS = {
    **dict.fromkeys(("will", "shall", "'ll", "’ll", "wo", "would", "must"), Status.PLANNED),
    **dict.fromkeys(("may", "might", "could", "can", "should"), Status.POSSIBLE),
    **dict.fromkeys(("if", "unless", "whether"), Status.POSSIBLE),
}
#: Adverbs that keep what they stand beside from being stated as done.
_HEDGES = {
    **dict.fromkeys(("almost", "nearly"), Status.NEGATED),
    **dict.fromkeys(("reportedly", "allegedly", "supposedly"), Status.POSSIBLE),
    **dict.fromkeys(("possibly", "perhaps", "maybe"), Status.POSSIBLE),
}
#: Auxiliaries of what did not come about: "would not have signed".
_UNREAL = frozenset(("would", "could", "might"))
#: Adverbs of what is done in general: "such agreements are often concluded orally".
_ONCE = frozenset(("when", "once", "until", "whenever"))
#: What is not done while it is being done: "is finalizing an agreement".
_UNFINISHED = frozenset(("finalizing", "finalising", "concluding", "completing"))
_IS = frozenset(("is", "are", "am", "'s", "'re", "’s", "’re"))
_HABITS = lexicon.words("status", "habits")
#: Adjectives of what is done again and again: "holds regular meetings".
_RECURRENT = lexicon.words("status", "recurrent")
_SCHEDULED = frozenset(("scheduled", "planned", "slated"))
_STEPS = lexicon.words("status", "case_steps")
_PAPERS = lexicon.words("status", "case_papers")
_OF_CASES = lexicon.words("status", "case_words")
#: What is negation whatever the parser calls it.
_NOT = frozenset(("n't", "n’t"))
#: What an instrument is before it is concluded: "the finalised draft text of the treaty".
_DRAFTS = frozenset(("draft", "drafts"))
#: Prepositions of what is not done: "left without signing", "instead of signing".
_NOT_DONE = frozenset(("without", "instead"))


def status_of(token: Token) -> Said:
    """Whether the event a word names is stated as done, with the words that decide it.

    The first decisive word on the way up the tree wins; negation anywhere on it makes it negated.
    """
    said, node = _OCCURRED, token
    while True:
        own = node.i == token.i
        if (final := _final(node, own=own)) is not None:
            return final
        said = _tempered(node, said, own=own)
        above = governor(node)
        if above is None:
            break
        said = _imposed(node, above, said)
        if said[0] is Status.NEGATED:
            return said
        node = above
    if is_condition(token):
        return Status.POSSIBLE, ("to",)
    unfulfilled = said[0] is Status.OCCURRED and is_unfulfilled(token)
    return (Status.PLANNED, ("to",)) if unfulfilled else said


def status_of_event(noun: Token, support: Token | None) -> Said:
    """The status of an event that a noun names, or of the verb that says it took place.

    *Holds regular meetings* tells a habit all the same, *holds upcoming talks* a plan.
    """
    if _is_scheduled(noun, support):
        return Status.PLANNED, ("scheduled",)
    if any(t.lower_ == "future" and noun.doc[t.i - 1].lower_ == "near" for t in noun.subtree):
        return Status.PLANNED, ("near future",)
    if support is None:
        return status_of(noun)
    said = status_of(support)
    described = _final(noun, own=True) or _tempered(noun, _OCCURRED, own=True)
    return said if said[0] is not Status.OCCURRED else described


def _is_scheduled(noun: Token, support: Token | None) -> bool:
    """Whether a participle says that an event is to come: *has talks with Smith scheduled for*."""
    above = support if support is not None and support.lower_ not in _SCHEDULED else None
    if above is not None and above.tag_ not in ("VBZ", "VBP"):
        return False
    below = (above or noun).subtree
    told = (t for t in below if t.i > noun.i and t.tag_ == "VBN" and t.lower_ in _SCHEDULED)
    return any(not any(c.dep_ in ("aux", "auxpass") for c in t.children) for t in told)


def is_habit(cues: Iterable[str]) -> bool:
    """Whether the words that decided a status tell what is done again and again."""
    return not (_HABITS | _RECURRENT).isdisjoint(cues)


def _final(node: Token, *, own: bool) -> Said | None:
    """What a word beside the event, or beside what governs it, decides for good."""
    if own and node.tag_ == "VBN" and any(c.lower_ == "having" for c in node.children):
        return Status.OCCURRED, ()  # "wants to thank her for having convened the talks"
    if own and (plain := _of_nothing_done(node)) is not None:
        return plain
    said = (_decided(node, child, own=own) for child in node.children)
    return next((one for one in said if one is not None), None)


def _of_nothing_done(participle: Token) -> Said | None:
    """What a participle's noun decides: *any contract signed*, *the signed draft*."""
    noun = participle.head
    beside = {c.lower_ for c in noun.children if c.dep_ in ("det", "compound", "amod")}
    if participle.dep_ == "acl" and "any" in beside:
        return Status.POSSIBLE, ("any",)
    if participle.dep_ == "amod" and not _DRAFTS.isdisjoint({noun.lower_, *beside}):
        return Status.PLANNED, ("draft",)
    return None


def _decided(node: Token, child: Token, *, own: bool) -> Said | None:
    """What one word beside the event decides for good."""
    low = child.lower_
    if child.dep_ == "neg" or low in _NOT or (own and child.dep_ == "det" and low == "no"):
        unreal = any(c.dep_ == "aux" and c.lower_ in _UNREAL for c in node.children)
        yet = any(c.lower_ == "yet" for c in node.children)
        return (Status.POSSIBLE if unreal else Status.NEGATED), (f"{low} yet" if yet else low,)
    if own and child.dep_ == "advmod" and low in _HEDGES:
        return _HEDGES[low], (low,)
    if low == "according" and _to_accusation(child) and not (own and _is_step(node)):
        return Status.POSSIBLE, ("alleged",)
    if own and (word := _still_to_do(node, child)) is not None:
        return Status.PLANNED, (word,)
    habit = own and child.dep_ == "advmod" and low in _HABITS and _is_present(node)
    if habit or (own and child.dep_ == "amod" and low in _RECURRENT):
        return Status.POSSIBLE, (low,)
    return None


def _still_to_do(node: Token, child: Token) -> str | None:
    """The word by which a verb is not done yet: *once signed*, *is finalizing*."""
    low = child.lower_
    if child.dep_ == "aux" and low in _IS and node.lower_ in _UNFINISHED:
        return node.lower_
    timed = low in _ONCE and child.dep_ in ("advmod", "mark")
    return low if timed and _is_passive_present(node) else None


def _is_step(verb: Token) -> bool:
    """Whether a verb tells what was done in court, a fact though an accuser says so."""
    return verb.lemma_.lower() in _STEPS


def _to_accusation(according: Token) -> bool:
    """Whether words are those of an accusation: *according to the indictment*, *court papers*."""
    said = [n for to in according.children if to.lower_ == "to" for n in to.children]
    return any(
        noun.lower_ in ACCUSATIONS | ACCUSERS
        or (noun.lower_ in _PAPERS and any(c.lower_ in _OF_CASES for c in noun.children))
        for noun in said
    )


def _is_passive_present(verb: Token) -> bool:
    """Whether something is said to be done when a time comes: *when she is sentenced*."""
    return any(c.dep_ == "auxpass" and c.lower_ in ("is", "are") for c in verb.children)


def _is_present(verb: Token) -> bool:
    """Whether a verb stands in the present tense."""
    present = any(c.lower_ in ("is", "are") for c in verb.children if c.dep_ in ("aux", "auxpass"))
    return present or verb.tag_ in ("VBZ", "VBP")


def _tempered(node: Token, said: Said, *, own: bool) -> Said:
    """What was said, after the auxiliaries and adjectives of a word: *will sign*, *the planned*."""
    finite = own or node.pos_ in ("VERB", "AUX")
    for child in node.children:
        low = child.lower_
        if own and child.dep_ == "amod" and low in _PLANNED_ADJECTIVES:
            said = Status.PLANNED, (low,)
        elif finite and child.dep_ in ("aux", "mark") and low in _MOODS:
            said = (_MOODS[low], (low,)) if _weakens(_MOODS[low], said[0]) else said
    return said


def _weakens(mood: Status, said: Status) -> bool:
    """Whether a mood says less than what was said: *may agree to sign* is no plan."""
    plan = said is Status.PLANNED and mood is Status.POSSIBLE
    return said is Status.OCCURRED or plan


def _imposed(node: Token, above: Token, said: Said) -> Said:
    """What was said, after the word that governs it: *declined to*, *plans to*, *is to*."""
    if _not_done(node):
        return Status.NEGATED, (above.lower_,)
    if said[0] is not Status.OCCURRED or node.dep_ == "conj":
        return said
    if alleges(above) and not (_is_step(node) and above.lemma_.lower() in SAYING):
        return Status.POSSIBLE, (above.lower_,)
    if above.lemma_.lower() in REFUSING:
        return Status.NEGATED, (above.lower_,)
    if _plans(above):
        return Status.PLANNED, (above.lower_,)
    return (Status.PLANNED, ("to be",)) if _is_to(above, node) else said


def _plans(above: Token) -> bool:
    lemma = above.lemma_.lower()
    if above.lower_ == "going" and any(c.lemma_ == "be" for c in above.children):
        return True
    planned_noun = above.pos_ == "NOUN" and lemma in PLANNED_NOUNS and not was_had(above)
    return planned_noun or lemma in PLANNING or above.lower_ in _PLANNED_ADJECTIVES


def _is_to(above: Token, node: Token) -> bool:
    """Whether it *is to* be done; but "the aim is to sign" says what the aim is."""
    equated = any(c.dep_ == "attr" for c in above.children)
    return above.lemma_.lower() == "be" and not equated and is_infinitive(node)


def _not_done(node: Token) -> bool:
    """Whether a word stands under a preposition of what is not done."""
    if node.dep_ not in ("pcomp", "pobj"):
        return False
    above = node.head
    against = above.lower_ == "against" and node.dep_ == "pcomp"  # "voted against signing"
    return (
        against
        or above.lower_ in _NOT_DONE
        or (
            above.lower_ == "of"
            and any(c.lower_ == "instead" for c in (above.head, *above.children))
        )
    )
