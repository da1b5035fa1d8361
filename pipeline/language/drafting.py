"""From frames that fired to drafts: who the fillers are, which date it was, what instrument."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pipeline.language.agreement_names import SIDES
from pipeline.language.carried import NEAR, on_same_day, shared
from pipeline.language.cast import Cast
from pipeline.language.clauses import Argument, Clause, is_habit
from pipeline.language.dating import DateKind, DateMention
from pipeline.language.drafts import Draft, Roles, Value
from pipeline.language.extract import Found
from pipeline.language.filling import Filling
from pipeline.language.instrument_phrases import POINTING, instrument, instruments, own
from pipeline.language.items import SCHEDULED
from pipeline.language.mentions import Mention
from pipeline.language.pointers import Nouns, pointed_at
from pipeline.language.standing import Standing
from pipeline.language.states import speaks_of_both
from pipeline.language.strangers import is_someone
from pipeline.language.tree import Token
from pipeline.language.words import Words
from pipeline.models import BlockKind, PartialDate, Span, Status

#: Sentences of the body in which a release tells what it is about.
_LEAD = 3


class Drafting:
    """Turns what frames found in one release into drafts."""

    def __init__(
        self,
        words: Words,
        cast: Cast,
        standing: Standing,
        dates: Mapping[Mention, DateMention],
        anchor: dt.date | None,
        settings: Nouns,
    ) -> None:
        self.words = words
        self.cast = cast
        self.standing = standing
        self.dates = dates
        self.anchor = anchor
        title = {i for i, b in enumerate(cast.release.blocks) if b.kind is BlockKind.TITLE}
        body = (s for s, b in zip(words.sentence, words.block, strict=True) if b not in title)
        self.first = next((s for s in body if s >= 0), 0)
        self.settings = settings
        self.filling = Filling(words, cast, standing)

    def drafts(self, found: Iterable[Found]) -> Iterator[Draft]:
        """One draft for each frame that fired, or one per instrument where it lists several."""
        last: Draft | None = None
        dated: Draft | None = None
        before: Draft | None = None
        for one in found:
            if one.frame.fewest and is_habit(one.clause.cues):
                continue
            agreements = one.roles.get("agreement", ())
            told: list[Argument | None] = [*instruments(self.words, one.clause, agreements)]
            for agreement in told or [None]:
                part = own(one, agreement, told)
                roles = self._adopted(part, self.filling.roles(part), last)
                if roles is None:
                    continue
                roles |= shared(part, roles, before)
                draft = self._draft(part, self._with_sides(roles, agreement), agreement)
                draft = on_same_day(draft, one.clause, dated)
                dated = draft if draft.date else dated
                before = draft if one.frame.shared else before
                last = draft if one.trigger.kind else last
                yield from self._apart(part, draft)

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
        telling = not one.trigger.adds or "date" in one.trigger.roles
        date, end, dated = self._date(one, future) if telling else (None, None, None)
        amid = pointed_at(clause, self.settings)
        block = self.cast.release.blocks[clause.unit.block]
        return Draft(
            one.frame,
            one.status,
            self.passage(clause),
            roles,
            instrument(self.words, clause, agreement) if agreement else None,
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
            self._is_another(one),
            amid,
            self._leads(clause),
            frozenset((*one.frame.roles(one.trigger), *one.frame.within)),
            one.trigger.amid,
            trigger=self.words.span(*clause.unit.tokens(clause.index, clause.index)),
            dated=dated,
            untold=self._untold(one),
            joint=bool(amid) or speaks_of_both(clause.unit),
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

    def _untold(self, one: Found) -> bool:
        """Whether a side is spoken of that nobody could name: *with its partners*."""
        filling = {a.index for arguments in one.roles.values() for a in arguments}
        doc = one.clause.unit.doc
        return any(
            a.index not in filling and is_someone(doc[a.index])
            for relation in SIDES
            for a in one.clause.get(relation)
        )

    def _behind(self, one: Found, roles: Roles) -> dict[str, frozenset[str]]:
        """The bodies for which those in personal roles stand."""
        values = [v for role in one.frame.personal for v in roles.get(role, ())]
        return {v.entity: self.standing.behind(v.entity) for v in values if v.entity}

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
            if mention is None or (mention.attributive and not _dates(one.clause, argument)):
                continue
            start, end = mention.resolve(self.anchor, future)
            if start is not None and (argument.sure or self._is_past(start, future)):
                return start, end, self._words(argument.mention)
        scheduled = one.clause.cues == SCHEDULED
        if self.anchor is not None and (scheduled or _by_these_words(one)):
            return PartialDate(self.anchor.isoformat()), None, None
        return None, None, None

    def _words(self, mention: Mention | None) -> Span | None:
        return self.words.span(mention.start, mention.end) if mention is not None else None

    def _is_past(self, day: PartialDate, future: bool) -> bool:
        """Whether a day has come: what an agreement is to bring about has another."""
        return not future and self.anchor is not None and day.iso <= self.anchor.isoformat()


def _by_these_words(one: Found) -> bool:
    """Whether a release does what it says: *the Department is designating Smith*."""
    verb, clause = one.clause.unit.doc[one.clause.index], one.clause
    if one.frame.fewest or one.status is not Status.OCCURRED or clause.unit.quotation is not None:
        return False
    helped = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return verb.tag_ == "VBG" and len(helped) == 1 and bool(helped & {"is", "are", "am"})


def _dates(clause: Clause, date: Argument) -> bool:
    """Whether a date stands before the very noun of an event: *the June 27 signing of*."""
    return clause.voice == "noun" and clause.unit.doc[date.index].head.i == clause.index


def _gerund(clause: Clause) -> bool:
    """Whether the clause is a heading such as "Entering into an agreement with X"."""
    token = clause.unit.doc[clause.index]
    return (
        token.dep_ == "ROOT"
        and token.tag_ == "VBG"
        and not any(c.dep_ in ("aux", "nsubj") for c in token.children)
    )


def _definite(noun: Token) -> bool:
    return any(c.lower_ in POINTING for c in noun.children if c.dep_ in ("det", "poss"))
