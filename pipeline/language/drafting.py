"""From frames that fired to drafts: who the fillers are, which date it was, what instrument."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Token

from pipeline.language.agreement_names import is_official
from pipeline.language.cast import Cast
from pipeline.language.clauses import VISITS, Argument, Clause, is_habit, phrase_of, purpose
from pipeline.language.dating import DateKind, DateMention
from pipeline.language.drafts import Draft, Instrument, Value
from pipeline.language.enumerations import in_row, reach
from pipeline.language.extract import Found
from pipeline.language.instruments import kind_named, plural, singular
from pipeline.language.items import SCHEDULED
from pipeline.language.mentions import Kind, Mention
from pipeline.language.standing import Standing
from pipeline.language.title_nouns import HEADS, PLURALS
from pipeline.language.words import Words
from pipeline.models import BlockKind, PartialDate, Span, Status
from pipeline.vocabulary import AGREEMENT_KINDS

_NUMBERS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
}
_POINTING = frozenset("the this that these those both said above aforesaid its their our".split())
#: Adjectives that only point back: "the said agreement" is an agreement.
_AFORESAID = frozenset(("said", "above", "aforesaid", "above-mentioned"))

#: Sentences within which an event can be spoken of without saying whose it is.
_NEAR = 3

#: Sentences of the body in which a release tells what it is about.
_LEAD = 3
#: Prepositions that place an event in a visit: *during the visit*, *on his trip*.
_AMID = frozenset(("during", "on", "in", "as part of", "while on", "on the sidelines of"))

Roles = dict[str, dict[Value, Span]]


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
        title = {i for i, b in enumerate(cast.release.blocks) if b.kind is BlockKind.TITLE}
        body = (s for s, b in zip(words.sentence, words.block, strict=True) if b not in title)
        self.first = next((s for s in body if s >= 0), 0)

    def drafts(self, found: Iterable[Found]) -> Iterator[Draft]:
        """One draft for each frame that fired, or one per instrument where it lists several."""
        last: Draft | None = None
        for one in found:
            roles = self._adopted(one, self._roles(one), last)
            if roles is None or (one.frame.fewest and is_habit(one.clause.cues)):
                continue
            agreements = one.roles.get("agreement", ())
            told: list[Argument | None] = [*_instruments(self.words, one.clause, agreements)]
            for agreement in told or [None]:
                draft = self._draft(one, self._with_sides(roles, agreement), agreement)
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
                and one.clause.unit.sentence - last.sentence <= _NEAR
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
        telling = not one.trigger.adds or "date" in one.trigger.roles
        date, end, dated = self._date(one, future) if telling else (None, None, None)
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
            clause.voice == "fragment" and agreement is not None,
            self._points(one),
            bool(one.trigger.where) and not one.trigger.adds and not one.trigger.kind,
            self._behind(one, roles),
            one.trigger.adds,
            self._is_another(one),
            _amid(clause),
            self._leads(clause),
            frozenset((*one.frame.roles(one.trigger), *one.frame.within)),
            one.trigger.amid,
            trigger=self.words.span(*clause.unit.tokens(clause.index, clause.index)),
            dated=dated,
        )

    def _leads(self, clause: Clause) -> bool:
        """Whether a clause stands in the first sentences of the body."""
        return clause.unit.sentence - self.first <= _LEAD

    def _is_another(self, one: Found) -> bool:
        """Whether a clause tells of one more event: *will also call on*, *a separate meeting*."""
        doc, clause = one.clause.unit.doc, one.clause
        noun = doc[clause.index]
        verb = noun.head if clause.voice == "noun" and noun.dep_ == "dobj" else noun
        adding = one.trigger.where or one.trigger.adds
        also = any(c.lower_ == "also" and c.dep_ == "advmod" for c in verb.children)
        return also and not adding and not self._points(one)

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
            return (alone or one.frame.setting) and _definite(noun)
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
            found[role] = dict(list(values.items())[:1]) if one_place else values
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
        if one.clause.cues == SCHEDULED and self.anchor is not None:
            return PartialDate(self.anchor.isoformat()), None, None
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


def _ends_post(words: Words, i: int) -> bool:
    """Whether the words of a post end before a token: "…, vice", "for a term of", "."."""
    if words.lower[i] in ("for", "during", "until", "from"):
        return words.lower[i + 1 : i + 2] != [] and words.lower[i + 1] in ("a", "the", "her", "his")
    return words.lower[i] in ("vice", ",", ";", "(", "with") or words.text[i] == "."


def _introduces(word: Token, noun: Token, *, counted: bool) -> bool:
    """Whether a word only introduces a phrase: an article, an owner, *one new*."""
    counting = not counted and (word.dep_ == "nummod" or word.lower_ == "new")
    return word.head.i == noun.i and (counting or word.dep_ in ("det", "poss", "predet"))


def _amid(clause: Clause) -> bool:
    """Whether a clause places what it tells in a visit: *during the visit*."""
    doc = clause.unit.doc
    return any(a.relation in _AMID and doc[a.index].lower_ in VISITS for a in clause.arguments)


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
            return int(text) if text.isdigit() and int(text) < 1000 else _NUMBERS.get(text)
    return None
