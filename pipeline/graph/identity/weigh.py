"""Evidence for and against two entities being one, weighed into a score with its reasons."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """One piece of evidence: how far it moves the score, in natural log-odds, and why, in words."""

    points: float
    words: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the evidence comes to: a score between 0 and 1, and the reasons, strongest first."""

    score: float
    reasons: tuple[Reason, ...]

    @property
    def support(self) -> tuple[str, ...]:
        """The reasons for one identity."""
        return tuple(reason.words for reason in self.reasons if reason.points >= 0)

    @property
    def doubt(self) -> tuple[str, ...]:
        """The reasons against it."""
        return tuple(reason.words for reason in self.reasons if reason.points < 0)


def weigh(reasons: Iterable[Reason]) -> Verdict:
    """Sum the evidence; the score is the logistic of the sum, to two digits.

    >>> weigh([Reason(2.0, "one name"), Reason(-2.0, "two offices")]).score
    0.5
    """
    given = tuple(sorted(reasons, key=lambda r: (-abs(r.points), r.words)))
    total = math.fsum(reason.points for reason in given)
    return Verdict(round(1 / (1 + math.exp(-total)), 2), given)


def log_odds(probability: float) -> float:
    """A probability as log-odds.

    >>> log_odds(0.5)
    0.0
    """
    return math.log(probability / (1 - probability))
