"""From frames that fired to drafts: who the fillers are, which date it was, what instrument."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Token

from pipeline.language.agreement_names import is_official
from pipeline.language.carried import NEAR, Roles, on_same_day, shared
from pipeline.language.cast import Cast
from pipeline.language.clauses import Argument, Clause, phrase_of, purpose
from pipeline.language.dating import DateKind, DateMention
from pipeline.language.drafts import Draft, Instrument, Value
from pipeline.language.extract import Found
from pipeline.language.headcounts import NUMBERS
from pipeline.language.instruments import kind_named, plural, singular
from pipeline.language.mentions import Kind, Mention
from pipeline.language.standing import Standing
from pipeline.language.wordings import cut_short
from pipeline.language.words import Words
from pipeline.models import BlockKind, PartialDate, Span, Status
from pipeline.vocabulary import AGREEMENT_KINDS

_POINTING = frozenset("the this that these those both said above aforesaid its their our".split())
#: Adjectives that only point back: "the said agreement" is an agreement.
_AFORESAID = frozenset(("said", "above", "aforesaid", "above-mentioned"))


class Drafting:
    """Turns what frames found in one release into drafts."""

    def __init__(
        self,
        words: Words,
        cast: Cast,
        standing: Standing,
        dates: Mapping[Mention, DateMention],
        anchor: dt.date | None,
    ) -> None:
        self.words = words
        self.cast = cast
        self.standing = standing
        self.dates = dates
        self.anchor = anchor

    def drafts(self, found: Iterable[Found]) -> Iterator[Draft]:
        """One draft for each frame that fired, or one per instrument where it lists several."""
        last: Draft | None = None
        dated: Draft | None = None
        before: Draft | None = None
        for one in found:
            roles = self._adopted(one, self._roles(one), last)
            if roles is None:
                continue
            roles |= shared(one, roles, before)
            agreements = one.roles.get("agreement", ())
            told: list[Argument | None] = [*_instruments(self.words, one.clause, agreements)]
            for agreement in told or [None]:
                draft = self._draft(one, self._with_sides(roles, agreement), agreement)
                draft = on_same_day(draft, one.clause, dated)
                dated = draft if draft.date else dated
                before = draft if one.frame.shared else before
                last = draft if one.trigger.kind else last
                yield from self._apart(one, draft)

    def _adopted(self, one: Found, roles: Roles, last: Draft | None) -> Roles | None:
        """The roles with those taken from the event told just before; None if there is none."""
        for role in one.trigger.adopts:
            if role in roles:
                continue
            near = (
                last is not None
                and last.frame is one.frame
                and one.clause.unit.sentence - last.sentence <= NEAR
            )
            if last is None or not near or role not in last.roles:
                return None
            roles = roles | {role: dict(last.roles[role])}
        return roles

    def _apart(self, one: Found, draft: Draft) -> Iterator[Draft]:
        """An event each for those in a list: once with the sentence, once with the words listed."""
        role = next((r for r in one.frame.apart if len(draft.roles.get(r, ())) > 1), "")
        token = {one.clause.unit.origin[a.index][0] for a in one.roles.get(role, ())}
        if not any(
            (t, v.entity) in self.cast.items for t in token for v in draft.roles.get(role, ())
        ):
            yield draft
            return
        for value, span in draft.roles[role].items():
            roles = {**draft.roles, role: {value: span}}
            yield replace(draft, roles=roles)
            yield replace(draft, roles=roles, evidence=span)

    def _with_sides(self, roles: Roles, agreement: Argument | None) -> Roles:
        """The roles with the parties that the agreement's name tells."""
        if agreement is None or agreement.mention is None:
            return roles
        sides = {
            Value(entity=id_): self.words.span(one.start, one.end)
            for id_, one in self.cast.sides_of(agreement.mention)
        }
        return roles | {"party": roles.get("party", {}) | sides} if sides else roles

    def _draft(self, one: Found, roles: Roles, agreement: Argument | None) -> Draft:
        clause = one.clause
        future = one.status is not Status.OCCURRED
        date, end, dated = (None, None, None) if one.trigger.adds else self._date(one, future)
        block = self.cast.release.blocks[clause.unit.block]
        return Draft(
            one.frame,
            one.status,
            self.passage(clause),
            roles,
            self.instrument(clause, agreement) if agreement else None,
            date,
            end,
            block.kind is BlockKind.TITLE,
            clause.voice not in ("active", "passive") or _gerund(clause),
            clause.unit.sentence,
            clause.cues,
            one.trigger.kind,
            clause.voice == "fragment" and not clause.cues,
            self._points(one),
            bool(one.trigger.where) and not one.trigger.adds and not one.trigger.kind,
            self._behind(one, roles),
            one.trigger.adds,
            trigger=self.words.span(*clause.unit.tokens(clause.index, clause.index)),
            dated=dated,
        )

    def _points(self, one: Found) -> bool:
        """Whether the noun of an event points at one told of before: *the meeting*, *their talks*.

        A noun that goes on, *the summit in Rome*, or has a name before it is told apart by that.
        """
        clause, doc = one.clause, one.clause.unit.doc
        if clause.voice == "noun":
            noun = doc[clause.index]
            alone = all(
                c.dep_ in ("det", "poss", "amod", "case")
                for c in noun.children
                if c.i < noun.i or c.dep_ in ("prep", "acl")
            )
            return alone and _definite(noun)
        return any(_definite(doc[a.index]) for name in one.trigger.where for a in clause.get(name))

    def _behind(self, one: Found, roles: Roles) -> dict[str, frozenset[str]]:
        """The bodies for which those in personal roles stand."""
        values = [v for role in one.frame.personal for v in roles.get(role, ())]
        return {v.entity: self.standing.behind(v.entity) for v in values if v.entity}

    def _roles(self, one: Found) -> Roles:
        found: Roles = {}
        for role, arguments in one.roles.items():
            if role in ("agreement", "date"):
                continue
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
            found[role] = dict(list(values.items())[:1]) if role == "place" else values
        found = cut_short(one.frame, found, self.words.whole)
        for role, other in one.frame.within.items():
            if role not in found and other in found:
                allowed = one.frame.fillers.get(role, frozenset())
                found[role] = self._of_titles(one.roles[other], allowed) or self._named_in(
                    found[other].values(), allowed
                )
        return found

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

    def passage(self, clause: Clause) -> Span:
        """The clause's words, from its first argument to its last."""
        return self.words.span(*clause.unit.tokens(clause.first, clause.last))

    def _date(
        self, one: Found, future: bool
    ) -> tuple[PartialDate | None, PartialDate | None, Span | None]:
        """The first and last day of what a clause tells, and the words that say so."""
        for argument in one.roles.get("date", ()):
            mention = self.dates.get(argument.mention) if argument.mention else None
            quoted = one.clause.unit.quotation is not None
            if quoted and mention is not None and mention.kind is DateKind.RELATIVE:
                continue  # the day it was said, not the day of the release
            if mention is not None and not mention.attributive:
                start, end = mention.resolve(self.anchor, future)
                if start is not None and argument.mention is not None:
                    words = self.words.span(argument.mention.start, argument.mention.end)
                    return start, end, words
        return None, None, None

    def kind(self, mention: Mention) -> str | None:
        """The ontology's kind of the instrument a mention names."""
        found = kind_named(self.words.text[mention.head : mention.end])
        return found if found in AGREEMENT_KINDS else None

    # -- instruments ---------------------------------------------------------------------------

    def instrument(self, clause: Clause, argument: Argument) -> Instrument:
        """What the phrase says of the agreement it names."""
        words, mention = self.words, argument.mention
        assert mention is not None
        token = clause.unit.doc[argument.index]
        first = _after_determiner(token, argument.first)
        start, end = clause.unit.tokens(first, argument.index)
        head = singular(words.text[mention.head])
        count = _count(token)
        lefts = {c.lower_ for c in token.children if c.i < token.i}
        named = words.cap[mention.head] and is_official(words, mention)
        stop = "." if mention.head == mention.end - 1 else ""  # "MoU." at a sentence's end
        core = words.span_text(mention.start, mention.end).removesuffix(stop)
        text = words.span_text(start, end).removesuffix(stop)
        return Instrument(
            text if text[0].isalnum() and len(text) <= len(core) + 60 else core,
            core,
            head,
            self.kind(mention),
            plural(words.text[mention.head]),
            named,
            bool(lefts & _POINTING),
            bool(lefts & {"a", "an", "new", "another", "separate"})
            or (_bare_plural(token, words.text[mention.head]) and not named),
            count,
            self.words.span(mention.start, mention.end),
            self._aims(clause, token),
        )

    def _aims(self, clause: Clause, noun: Token) -> tuple[Span, ...]:
        """What the agreement is for, in the words of the clause."""
        found = purpose(clause.unit.doc[clause.index], noun)
        return (self.words.span(*clause.unit.tokens(*found)),) if found else ()


def _gerund(clause: Clause) -> bool:
    """Whether the clause is a heading such as "Entering into an agreement with X"."""
    token = clause.unit.doc[clause.index]
    return (
        token.dep_ == "ROOT"
        and token.tag_ == "VBG"
        and not any(c.dep_ in ("aux", "nsubj") for c in token.children)
    )


def _definite(noun: Token) -> bool:
    return any(c.lower_ in _POINTING for c in noun.children if c.dep_ in ("det", "poss"))


def _bare_plural(token: Token, noun: str) -> bool:
    return plural(noun) and not any(c.dep_ in ("det", "poss") for c in token.children)


def _instruments(words: Words, clause: Clause, agreements: Iterable[Argument]) -> list[Argument]:
    """The instruments of one clause that are told apart: by name, or by parties of their own.

    "Several Memoranda of Understanding and Agreements" are one group.
    """
    found: list[Argument] = []
    for one in agreements:
        if one.mention is None or one.mention.kind is not Kind.AGREEMENT:
            continue
        token = clause.unit.doc[one.index]
        apart = any(
            c.dep_ == "prep" and c.lower_ in ("between", "with", "among") for c in token.children
        )
        if not found or apart or is_official(words, one.mention):
            found.append(one)
    return found


def _after_determiner(token: Token, first: int) -> int:
    skipped = {c.i for c in token.children if c.dep_ in ("det", "poss", "nummod", "predet")}
    skipped |= {d.i for c in token.children if c.dep_ in ("poss", "nummod") for d in c.subtree}
    skipped |= {c.i for c in token.children if c.lower_ in _AFORESAID}
    while first in skipped and first < token.i:
        first += 1
    return first


def _count(token: Token) -> int | None:
    for child in token.children:
        if child.dep_ == "nummod":
            text = child.lower_.replace(",", "")
            return int(text) if text.isdigit() and int(text) < 1000 else NUMBERS.get(text)
    return None
