"""Which word above another decides whether it is done: *plans* in *plans to sign*."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pipeline.language import lexicon
from pipeline.language.clauses.verbs import is_infinitive, is_verbal, own_subject
from pipeline.language.tree import Token

PLANNING = lexicon.words("status", "planning")
PLANNED_NOUNS = lexicon.words("status", "planned_nouns")
REFUSING = lexicon.words("status", "refusing")
FULFILLING = lexicon.words("status", "fulfilling")
_CIRCUMSTANCE = lexicon.words("status", "circumstance")
_LOOKING_BACK = lexicon.words("status", "looking_back")
_HAPPENING = lexicon.words("status", "happening")
_REPORTING = lexicon.words("status", "reporting")
#: Verbs and nouns of what is only said of someone who is accused, and who says so.
ALLEGING = lexicon.words("status", "alleging")
ACCUSATIONS = lexicon.words("status", "accusations")
ACCUSERS = lexicon.words("status", "accusers")
SAYING = lexicon.words("status", "saying")
#: Nouns of what is not done; as nouns, *rule* and *stop* are none: "a rule to designate X".
_REFUSALS = frozenset("failure refusal inability unwillingness reluctance".split())
#: What opens a clause whose time is that of the clause above: "once Chile signs, trade will grow".
_SAME_TIME = frozenset(("once", "when", "after", "before", "until", "till"))


def governor(node: Token) -> Token | None:
    """The word above, if its modality reaches this one."""
    if node.head.i == node.i or node.dep_ not in _REACHED:
        return None
    return node.head if _REACHED[node.dep_](node) else None


def _always(_: Token) -> bool:
    return True


def _complement(node: Token) -> bool:
    """*Plans to sign*, *denied signing*, *hopes that X signs*, *it is true that*."""
    head, lemma = node.head, node.head.lemma_.lower()
    open_ = node.dep_ == "xcomp"
    gerund = node.tag_ == "VBG" and lemma in PLANNING | REFUSING
    true = any(c.dep_ == "acomp" and c.lower_ == "true" for c in head.children)
    reported = lemma in _REPORTING or alleges(head)
    return (open_ and (gerund or is_infinitive(node))) or reported or true


def alleges(verb: Token) -> bool:
    """Whether a verb only accuses: *alleges*, *the indictment says*, *prosecutors say*."""
    lemma, by = verb.lemma_.lower(), {s.lower_ for s in own_subject(verb)}
    written = not by.isdisjoint(ACCUSATIONS) and is_verbal(verb)
    said = not by.isdisjoint(ACCUSERS) and lemma in SAYING
    return lemma in ALLEGING or written or said


def _conjunct(node: Token) -> bool:
    """*Will meet and sign*, but not *will meet, and has signed*."""
    auxiliary = any(c.dep_ == "aux" for c in node.children)
    return is_verbal(node) and not own_subject(node) and not auxiliary


def _subject(node: Token) -> bool:
    """*The signing will take place*, but not *the signing will help*."""
    equated = any(c.dep_ in ("attr", "acomp") for c in node.head.children)
    return not is_verbal(node) and node.head.lemma_.lower() in _HAPPENING and not equated


def _preposition(node: Token) -> bool:
    """Not *after the vote*, but *charged with signing*, *to make peace through a treaty*."""
    head = node.head.lemma_.lower()
    if node.lower_ == "through" and node.head.tag_ == "VB":
        return True
    if (
        node.lower_ == "in"
        and node.i < node.head.i
        and any(c.dep_ == "pcomp" for c in node.children)
    ):
        return False  # "in signing the treaty, Peru undertook to"
    return (node.lower_ not in _CIRCUMSTANCE or head in ALLEGING) and head not in _LOOKING_BACK


def _description(node: Token) -> bool:
    """*A plan to sign*, *its failure to sign*, but not *a plan signed*."""
    return node.head.lemma_.lower() in PLANNED_NOUNS | _REFUSALS and node.tag_ == "VB"


def _adverbial(node: Token) -> bool:
    """*Agreed in Rome to sign*, *will visit when Chile signs*, *…, followed by the signing*."""
    if node.tag_ == "VB":
        return node.head.lemma_.lower() in PLANNING | FULFILLING
    if node.tag_ in ("VBZ", "VBP"):
        return any(c.lower_ in _SAME_TIME for c in node.children)
    finite = any(c.dep_ in ("auxpass", "aux", "nsubjpass") for c in node.children)
    return node.tag_ == "VBN" and not finite


#: By the link of a word to the one above, whether that one's modality reaches it.
_REACHED: Mapping[str, Callable[[Token], bool]] = {
    **dict.fromkeys(("xcomp", "ccomp"), _complement),
    **dict.fromkeys("dobj nsubjpass attr pobj pcomp compound agent".split(), _always),
    "conj": _conjunct,
    "nsubj": _subject,
    "prep": _preposition,
    **dict.fromkeys(("acl", "relcl"), _description),
    "advcl": _adverbial,
}
