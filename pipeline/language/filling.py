"""Who or what fills the roles of a frame that fired, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.language import lexicon
from pipeline.language.cast import Cast
from pipeline.language.clauses import Argument, Clause, phrase_of
from pipeline.language.drafts import Roles, Value
from pipeline.language.extract import Found
from pipeline.language.instrument_phrases import between
from pipeline.language.mentions import Kind
from pipeline.language.standing import Standing
from pipeline.language.wordings import cut_short
from pipeline.language.words import Words
from pipeline.models import Span

_REGIONS = lexicon.words("occasions", "regions")


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
                    span = (
                        self.phrase(one.clause, argument)
                        if Kind.PHRASE in allowed
                        else self.title(one.clause, argument)
                    )
                    values.setdefault(
                        Value(literal=" ".join(span.of(self.words.whole).split())), span
                    )
                elif argument.mention is not None and argument.mention.kind is Kind.MONEY:
                    span = self.span(one.clause, argument)
                    values.setdefault(Value(literal=span.of(self.words.whole)), span)
                for id_ in argument.referents:
                    values.setdefault(Value(entity=id_), self.span(one.clause, argument, id_))
            found[role] = self._somewhere(values) if role == "place" else values
        found = cut_short(one.frame, found, self.words.whole)
        for role, other in one.frame.within.items():
            if role not in found and other in found:
                allowed = one.frame.fillers.get(role, frozenset())
                found[role] = self._of_titles(one.roles[other], allowed) or self._named_in(
                    found[other].values(), allowed
                )
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
            span = self.phrase(clause, argument)
            comma = span.of(self.words.whole).find(",")
            return Span(span.start, span.start + comma) if comma > 0 else span
        return self.words.span(argument.mention.name_start, argument.mention.name_end)

    def phrase(self, clause: Clause, argument: Argument) -> Span:
        """The whole phrase of an argument, what follows its noun included, its determiner not."""
        token = clause.unit.doc[argument.index]
        first, last = phrase_of(token, clause.unit.mentions)
        while (
            first < token.i
            and token.doc[first].dep_ in ("det", "poss", "predet")
            and token.doc[first].head.i == token.i
        ):
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
