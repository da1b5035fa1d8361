"""Who or what fills the roles of a frame that fired, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.language import lexicon
from pipeline.language.cast import Cast
from pipeline.language.clauses import Argument, Clause, phrase_of
from pipeline.language.drafts import Roles, Value
from pipeline.language.enumerations import in_row, reach
from pipeline.language.extract import Found
from pipeline.language.instrument_phrases import between
from pipeline.language.mentions import Kind
from pipeline.language.standing import Standing
from pipeline.language.title_nouns import HEADS, PLURALS
from pipeline.language.tree import Token
from pipeline.language.wordings import cut_short
from pipeline.language.words import Words
from pipeline.models import Span

_REGIONS = lexicon.words("settings", "regions")


class Filling:
    """Resolves the arguments that fill roles to entities, sums and words."""

    def __init__(self, words: Words, cast: Cast, standing: Standing) -> None:
        self.words = words
        self.cast = cast
        self.standing = standing

    def roles(self, one: Found) -> Roles:
        """The fillers of each role but the agreement and the date, with the words for them."""
        found: Roles = {}
        for role, told in one.roles.items():
            if role in ("agreement", "date"):
                continue
            arguments = between(told) if role == "party" else told
            values: dict[Value, Span] = {}
            allowed = one.frame.fillers.get(role, frozenset())
            for argument in arguments:
                if Kind.PHRASE in allowed or Kind.TITLE in allowed:
                    span, said = self._said(one.clause, argument, allowed)
                    values.setdefault(Value(literal=said), span)
                elif argument.mention is not None and argument.mention.kind is Kind.MONEY:
                    span = self.span(one.clause, argument)
                    values.setdefault(Value(literal=span.of(self.words.whole)), span)
                for id_ in argument.referents:
                    values.setdefault(Value(entity=id_), self.span(one.clause, argument, id_))
            if role in one.frame.fewest:
                values |= self._in_row(one, arguments)
            one_place = role == "place" and not one.frame.setting
            found[role] = self._somewhere(values) if one_place else values
        found = cut_short(one.frame, found, self.words.whole)
        for role, other in one.frame.within.items():
            if role not in found and other in found:
                allowed = one.frame.fillers.get(role, frozenset())
                found[role] = self._of_titles(one.roles[other], allowed) or self._named_in(
                    found[other].values(), allowed
                )
        return found

    def _said(
        self, clause: Clause, argument: Argument, allowed: frozenset[Kind]
    ) -> tuple[Span, str]:
        """The words that fill a role themselves; of *six new members* each is a *member*."""
        noun = clause.unit.doc[argument.index]
        if Kind.PHRASE not in allowed and argument.mention is None and noun.lower_ in PLURALS:
            start, end = clause.unit.tokens(argument.index, argument.index)
            return self.words.span(start, end), HEADS[noun.lower_]
        whole = self.phrase if Kind.PHRASE in allowed else self.title
        span = whole(clause, argument)
        return span, " ".join(span.of(self.words.whole).split())

    def _in_row(self, one: Found, arguments: Iterable[Argument]) -> dict[Value, Span]:
        """The people listed with some who fill a role: all of a list of those present."""
        verb = one.clause.unit.origin[one.clause.index][0]
        named = [a.mention for a in arguments if a.mention in self.cast.of]
        found: dict[Value, Span] = {}
        for side in (
            [m for m in named if m and m.start < verb],
            [m for m in named if m and m.start > verb],
        ):
            if side and (one.trigger.adds or len(side) > 1):
                first, last = reach(self.cast, verb, side, open_=one.trigger.adds)
                for m in in_row(self.cast, first, last):
                    found[Value(entity=self.cast.of[m])] = self.words.span(m.start, m.end)
        return found

    def _somewhere(self, values: Mapping[Value, Span]) -> dict[Value, Span]:
        """The first place that is no part of the world: "a treaty on trade in Africa"."""
        told = {
            value: span
            for value, span in values.items()
            if span.of(self.words.whole).lower().split()[-1] not in _REGIONS
        }
        return dict(list(told.items())[:1])

    def _of_titles(
        self, arguments: Iterable[Argument], allowed: frozenset[Kind]
    ) -> dict[Value, Span]:
        """The bodies that titles of office belong to."""
        found = {}
        for mention in (a.mention for a in arguments if a.mention is not None):
            for title in mention.titles:
                id_ = self.standing.organization(title)
                if id_ in self.cast.members and self.cast.members[id_].kind in allowed:
                    found[Value(entity=id_)] = self.words.span(mention.start, mention.end)
        return found

    def _named_in(self, spans: Iterable[Span], allowed: frozenset[Kind]) -> dict[Value, Span]:
        """The last body named in some words, such as that of a post."""
        for span in spans:
            for mention, id_ in reversed(self.cast.of.items()):
                name = self.words.span(mention.name_start, mention.name_end)
                if span.covers(name) and mention.kind in allowed:
                    return {Value(entity=id_): name}
        return {}

    def title(self, clause: Clause, argument: Argument) -> Span:
        """The words of a title of office; a phrase with no known title runs to its first comma."""
        if argument.mention is None:
            span = self.phrase(clause, argument, counted=False)
            comma = span.of(self.words.whole).find(",")
            return Span(span.start, span.start + comma) if comma > 0 else span
        start, end = argument.mention.name_start, argument.mention.name_end
        if clause.voice == "fragment":
            end = max(end, self._end_of_post(start))
        return self.words.span(start, end)

    def _end_of_post(self, start: int) -> int:
        """Where the post of a nomination ends: at a comma, or where its term begins."""
        words, end = self.words, start + 1
        while words.same_sentence(end, start) and not _ends_post(words, end):
            end += 1
        return end

    def phrase(self, clause: Clause, argument: Argument, *, counted: bool = True) -> Span:
        """The whole phrase of an argument, what follows its noun included, its determiner not.

        Unless it is ``counted``, what counts its noun is left out too: *one new member*.
        """
        token = clause.unit.doc[argument.index]
        first, last = phrase_of(token, clause.unit.mentions)
        while first < token.i and _introduces(token.doc[first], token, counted=counted):
            first += 1
        return self.words.span(*clause.unit.tokens(first, last))

    def span(self, clause: Clause, argument: Argument, id_: str = "") -> Span:
        """The words of an argument: its mention's, its phrase's, or those of one it lists."""
        item = self.cast.items.get((clause.unit.origin[argument.index][0], id_))
        if item is not None:
            return self.words.span(item.start, item.end)
        if argument.mention is not None:
            return self.words.span(argument.mention.start, argument.mention.end)
        return self.words.span(*clause.unit.tokens(argument.first, argument.last))


def _ends_post(words: Words, i: int) -> bool:
    """Whether the words of a post end before a token: "…, vice", "for a term of", "."."""
    if words.lower[i] in ("for", "during", "until", "from"):
        return words.lower[i + 1 : i + 2] != [] and words.lower[i + 1] in ("a", "the", "her", "his")
    return words.lower[i] in ("vice", ",", ";", "(", "with") or words.text[i] == "."


def _introduces(word: Token, noun: Token, *, counted: bool) -> bool:
    """Whether a word only introduces a phrase: an article, an owner, *one new*."""
    counting = not counted and (word.dep_ == "nummod" or word.lower_ == "new")
    return word.head.i == noun.i and (counting or word.dep_ in ("det", "poss", "predet"))
