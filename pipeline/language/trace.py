"""What each step of the pass made of a release: to see why a frame fires or does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pipeline.language.cast import Cast
from pipeline.language.clauses import Clause
from pipeline.language.extract import Found, Matcher
from pipeline.language.mentions import Mentions
from pipeline.models import Facts

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Trace:
    """A release as it was understood: names, clauses, the frames that fired, and the facts."""

    named: Mentions
    cast: Cast
    clauses: Sequence[Clause]
    matcher: Matcher
    found: Sequence[Found]
    facts: Facts


def kept(passing: Iterable[_T], into: list[_T]) -> Iterator[_T]:
    """Values on their way from one step to the next, each kept for those who want to look."""
    for one in passing:
        into.append(one)
        yield one
