"""Which guesses at bodies and places the text bears out.

The recogniser calls laws, schemes, diseases and headlines organizations, and people places. Its
guess is taken where the text treats the name as one at least once: it does what only people and
bodies do, someone is its director, an agreement is made with it, it stands beside another of its
kind. A guess that is not borne out still stands for its words in the parse, but it is nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.language import lexicon
from pipeline.language.instruments import singular
from pipeline.language.mentions import BODIES, SOLID, Kind, Mention, Mentions
from pipeline.language.standins import Unit
from pipeline.language.title_nouns import HEADS
from pipeline.language.tree import Token
from pipeline.language.words import Words

_ACTS = lexicon.words("organizations", "acts")
_UNDERGOES = lexicon.words("organizations", "undergoes")
_DEALS = lexicon.words("organizations", "deals")
_THINGS = lexicon.words("organizations", "thing_heads")
_WEAK_HEADS = lexicon.words("organizations", "weak_heads")
_SUFFIXES = lexicon.words("organizations", "suffixes")
_BODY_NOUNS = lexicon.words("groups", "body")
_WHERE = lexicon.words("organizations", "where")
_OF = frozenset(("of", "for", "on", "to"))
_STAFF = HEADS.keys() | lexicon.words("groups", "people")
_TESTED = frozenset((Kind.ORGANIZATION, Kind.PLACE))
_STATES = frozenset((Kind.COUNTRY, Kind.PLACE))


@dataclass(frozen=True, slots=True)
class _Guess:
    """A name that only the recogniser, or a noun of things as well as bodies, speaks for."""

    text: str
    kind: Kind
    common: bool  # made of ordinary words alone
    short: bool  # an acronym


def borne_out(words: Words, named: Mentions, units: Sequence[Unit]) -> Mentions:
    """The mentions without the guesses that nothing in the text speaks for."""
    guesses = {m: guess for m in named.mentions if (guess := _guess(words, m, named.acronyms))}
    known = {m for m in named.mentions if m.kind in BODIES | _STATES} - guesses.keys()
    kept = {words.span_text(b.name_start, b.name_end) for b in _owners(named)}
    kept |= {
        guesses[m].text
        for unit in units
        for i, m in enumerate(unit.mentions)
        if m is not None and m in guesses and _supported(words, unit, unit.doc[i], m, guesses[m])
    }
    kept |= set(_beside(units, guesses, known, kept))
    chosen = [m for m in named.mentions if m not in guesses or guesses[m].text in kept]
    return replace(named, mentions=chosen)


def _guess(words: Words, one: Mention, acronyms: Mapping[str, Mention]) -> _Guess | None:
    """What is to be tested of a mention; None where it is no guess."""
    if one.kind not in _TESTED or one.id is not None:
        return None
    full = acronyms.get(words.span_text(one.name_start, one.name_end), one)
    tokens = range(full.name_start, full.name_end)
    capitals = [i for i in tokens if words.cap[i]]
    common = all(words.ordinary[i] and not words.acronym[i] for i in capitals)
    if words.lower[full.name_end - 1].strip(".") in _SUFFIXES:
        return None
    if full.rank >= SOLID and not _weak(words, full, common=common):
        return None
    text = words.span_text(full.name_start, full.name_end)
    return _Guess(text, one.kind, common, len(tokens) == 1 and words.acronym[tokens[0]])


def _weak(words: Words, one: Mention, *, common: bool) -> bool:
    """Whether a name built on a noun may be one of a thing: *Ferry Project*, *Digital Services*."""
    noun = _noun(words, one)
    if noun in _THINGS or (common and noun in _WEAK_HEADS):
        return True
    return common and words.sentence[one.start] in words.headline


def _noun(words: Words, one: Mention) -> str:
    """The noun a name turns on: *academy* in *Academy of Technology*."""
    name = words.lower[one.name_start : one.name_end]
    of = next((i for i, word in enumerate(name) if i and word in _OF), len(name))
    return name[of - 1]


def _owners(named: Mentions) -> Iterator[Mention]:
    """The bodies of titles and the sides of agreements, which their place speaks for."""
    for one in named.mentions:
        yield from (t.organization for t in one.titles if t.organization is not None)
    for sides in named.sides.values():
        yield from sides


# -- what speaks for a guess -----------------------------------------------------------------------


def _supported(words: Words, unit: Unit, token: Token, one: Mention, guess: _Guess) -> bool:
    if guess.kind is Kind.PLACE:
        return _is_where(words, unit, token, one, guess)
    return (
        _does(token)
        or _is_dealt_with(token)
        or _has_staff(token)
        or (not guess.common and (_is_called_a_body(token) or _has_an_address(unit, token)))
    )


def _does(token: Token) -> bool:
    """Whether it does or suffers what only people and bodies do: *it announced*, *run by it*."""
    head = token.head
    if token.dep_ == "nsubj":
        return head.lemma_.lower() in _ACTS
    if token.dep_ in ("nsubjpass", "dobj"):
        return head.lemma_.lower() in _UNDERGOES
    if token.dep_ != "pobj":
        return False
    above = head.head.lemma_.lower()
    if head.lower_ == "by":
        return head.head.pos_ == "VERB" and above in _ACTS
    return head.lower_ in ("to", "against", "on") and above in _UNDERGOES


def _is_dealt_with(token: Token) -> bool:
    """Whether something is agreed, done or shared with it."""
    head = token.head
    with_it = token.dep_ == "pobj" and head.lower_ in ("with", "between")
    return with_it and head.head.lemma_.lower() in _DEALS


def _has_staff(token: Token) -> bool:
    """Whether someone is its director, spokesman or member."""
    head = token.head
    if token.dep_ == "pobj" and head.lower_ in ("of", "at", "for", "from", "with"):
        head = head.head
    elif token.dep_ not in ("poss", "compound", "nmod"):
        return False
    return singular(head.lower_) in _STAFF and head.pos_ in ("NOUN", "PROPN")


def _is_called_a_body(token: Token) -> bool:
    """Whether a common noun beside it says what it is: *Acme, a maker of …*, *the firm Acme*."""
    if token.dep_ == "appos" and singular(token.head.lower_) in _BODY_NOUNS:
        return True
    return any(c.dep_ == "appos" and singular(c.lower_) in _BODY_NOUNS for c in token.children)


def _has_an_address(unit: Unit, token: Token) -> bool:
    """Whether its seat follows: *Acme Rockets, of Denver, Colorado*."""
    after = unit.doc[token.i + 1 : token.i + 4]
    lead = [t.lower_ for t in after][: 2 + (len(after) > 1 and after[1].lower_ == "based")]
    if lead not in ([",", "of"], [",", "based", "in"]):
        return False
    seat = token.i + 1 + len(lead)
    return (
        seat < len(unit.mentions) and (m := unit.mentions[seat]) is not None and m.kind in _STATES
    )


def _is_where(words: Words, unit: Unit, token: Token, one: Mention, guess: _Guess) -> bool:
    """Whether it stands as a place does: *in Doral*, *Riga, Latvia*."""
    preposition = token.head.lower_ if token.dep_ == "pobj" else ""
    if preposition == "in" or (not guess.short and preposition in _WHERE):
        return not guess.common or preposition in ("in", "near")
    return _in_an_address(words, unit, token, one)


def _in_an_address(words: Words, unit: Unit, token: Token, one: Mention) -> bool:
    """Whether a comma parts it from another place: *Doral, Fla.*, *Riga, Latvia*."""
    found = unit.mentions
    for at, comma in ((token.i + 2, one.end), (token.i - 2, one.start - 1)):
        other = found[at] if 0 <= at < len(found) else None
        if other is not None and other.kind in _STATES and words.text[comma : comma + 1] == [","]:
            return True
    return False


def _beside(
    units: Sequence[Unit],
    guesses: Mapping[Mention, _Guess],
    known: set[Mention],
    kept: set[str],
) -> Iterator[str]:
    """The guesses joined by *and* to a name of their kind that is no guess, or is borne out."""
    for unit in units:
        for i, one in enumerate(unit.mentions):
            if one is None or one not in guesses or guesses[one].common:
                continue
            if unit.doc[i].dep_ != "conj":
                continue
            token, guess = unit.doc[i], guesses[one]
            other = unit.mentions[token.head.i]
            if other is None or (other not in known and guesses.get(other, guess).text not in kept):
                continue
            alike = _STATES if guess.kind is Kind.PLACE else BODIES - {Kind.COUNTRY}
            if other.kind in alike:
                yield guess.text
