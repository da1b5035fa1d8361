"""Who it is whom the first lines only describe: *A former pilot was sentenced* … *Ivo Brand, 41*.

A release about one case describes the accused first and names them below, often without saying
again what happened. The one described is then the first of those accused by name below the
sentence, if those described are as many: one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from pipeline.language.cast import Cast
from pipeline.language.descriptions import NAMELESS, PEOPLE
from pipeline.language.drafts import Draft, Value
from pipeline.language.headcounts import head_noun, headcount, is_description
from pipeline.language.instruments import singular
from pipeline.language.mentions import Kind
from pipeline.language.tellings import different_dates
from pipeline.models import Span

#: Sentences within which whoever a lead describes is named.
_NEAR = 6


def introduced(cast: Cast, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those of headline and lead with the names of whom they only describe."""
    told = [d for d in drafts if d.kind and not (d.frame.fewest or d.frame.setting)]
    return [
        _with_name(cast, draft, told) if draft.headline or draft.lead else draft for draft in drafts
    ]


def _with_name(cast: Cast, draft: Draft, told: Sequence[Draft]) -> Draft:
    role, *others = draft.frame.identity or ("",)
    described = draft.roles.get(role, {})
    if others or not draft.kind or len(described) != 1:
        return draft
    (value, span), *_ = described.items()
    one = value.entity or ""
    if not is_description(one) or headcount(one) != 1:
        return draft
    name = next(_named_below(cast, span, {i for d in told for i in d.ids(role)}), None)
    if name is None or not _can_be(cast, one, name) or _told_otherwise(draft, role, name, told):
        return draft
    return replace(draft, roles={**draft.roles, role: {Value(entity=name): span}})


def _named_below(cast: Cast, span: Span, accused: Set[str]) -> Iterator[str]:
    """Those accused whose names stand in the sentences below some words, in reading order."""
    words = cast.words
    here = words.sentence[words.tokens_of([span])[0][0]]
    for one in cast.order:
        sentence = words.sentence[one.start]
        below = here < sentence <= here + _NEAR and sentence not in words.headline
        if below and (id_ := cast.of.get(one, "")) in accused:
            yield id_


def _can_be(cast: Cast, description: str, name: str) -> bool:
    """Whether a person or a body can be what a description calls it."""
    noun = singular(head_noun(description))
    if cast.kind(name) is Kind.PERSON:
        return noun in PEOPLE
    return noun in NAMELESS - PEOPLE


def _told_otherwise(draft: Draft, role: str, name: str, told: Sequence[Draft]) -> bool:
    """Whether the one named did the same on another day: someone else in a case like this."""
    return any(
        name in d.ids(role) and d.kind == draft.kind and different_dates([d], draft) for d in told
    )
