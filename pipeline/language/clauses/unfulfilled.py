"""Whether an infinitive is still to be done: *to sign*, but not *the first nation to sign*."""

from __future__ import annotations

from pipeline.language import lexicon
from pipeline.language.clauses.governors import FULFILLING
from pipeline.language.clauses.nouns import counted_by
from pipeline.language.clauses.verbs import is_infinitive
from pipeline.language.tree import Token

DOERS = lexicon.words("status", "doers")
_CAUSING = frozenset(("have", "get"))
_NECESSITY = frozenset(("must", "should", "may", "can", "need"))
_CHANCES = frozenset(("opportunity", "chance", "occasion"))
#: Where a verb without *to* is an infinitive all the same, its *to* shared with another.
_BARE = frozenset(("advcl", "conj", "ccomp", "xcomp", "acl", "dep"))


def is_unfulfilled(verb: Token) -> bool:
    """An infinitive is not yet done, unless what governs it says it is."""
    verb = _causing(verb) or verb
    bare = _is_bare(verb)
    if not bare and not is_infinitive(verb):
        return False
    above = verb.head
    if verb.dep_ in ("acl", "relcl") and (above.lower_ in DOERS or was_had(above)):
        return False
    if verb.dep_ == "conj" and bare and above.i != verb.i:  # "to visit X and talk with Y"
        return above.tag_ == "VB" and is_unfulfilled(above)
    if _is_of_doer(above):
        return False
    if above.i == verb.i or above.lemma_.lower() not in FULFILLING:
        return True
    return above.tag_ == "VB" and above.lemma_ == "help" and is_unfulfilled(above)


def is_condition(verb: Token) -> bool:
    """Whether an infinitive is what one must meet terms for: *to get a grant, firms must*."""
    above = verb.head
    return (
        verb.dep_ == "advcl"
        and verb.i < above.i
        and is_infinitive(verb)
        and any(c.dep_ == "aux" and c.lower_ in _NECESSITY for c in above.children)
    )


def _causing(participle: Token) -> Token | None:
    """The verb of having something done: *to have the pact signed*."""
    noun = participle.head
    had = participle.dep_ == "acl" and participle.tag_ == "VBN" and noun.dep_ == "dobj"
    return noun.head if had and noun.head.lemma_ in _CAUSING and noun.i < participle.i else None


def was_had(noun: Token) -> bool:
    """Whether a chance was taken: *had the opportunity to meet*, *has had a chance to*."""
    verb = noun.head
    past = verb.tag_ in ("VBD", "VBN") and verb.lemma_.lower() in ("have", "get", "take")
    return noun.lower_ in _CHANCES and noun.dep_ == "dobj" and past


def _is_bare(verb: Token) -> bool:
    auxiliary = any(c.dep_ == "aux" for c in verb.children)
    return verb.tag_ == "VB" and verb.dep_ in _BARE and not auxiliary


def _is_of_doer(verb: Token) -> bool:
    """Whether a verb says that its subject is one who did it: *is one of the nations to sign*."""
    said = (c for c in verb.children if c.dep_ in ("attr", "oprd", "acomp"))
    return any(n.lower_ in DOERS for c in said for n in (c, *counted_by(c)))
