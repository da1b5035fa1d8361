"""Which ranks someone's offices are of: a senator is rarely a minister of the same name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.graph.identity import lexicon
from pipeline.graph.identity.names import fold
from pipeline.graph.identity.profiles import Office

#: Where a title's noun has been named: what follows says of what.
_ENDS = re.compile(r",|\b(?:and|at|for|from|in|of|on|to)\b", re.IGNORECASE)


def rank(title: str) -> int | None:
    """The number of the rank that a title is of; nothing for one that goes with many.

    >>> rank("Deputy Secretary of State") == rank("Minister for Law")
    True
    >>> rank("Prime Minister") == rank("Foreign Minister"), rank("Chair of the Board")
    (False, None)
    >>> rank("Advisor to the President")
    """
    words = fold(_ENDS.split(title, maxsplit=1)[0])
    if words[-1:] == ["general"] and len(words) > 1:  # an attorney general, a secretary general
        return None
    if words[-2:] == ["prime", "minister"]:
        return lexicon.ranks()["premier"]
    return lexicon.ranks().get(words[-1]) if words else None


def ranks(offices: Iterable[Office]) -> frozenset[int]:
    """The ranks of some offices."""
    return frozenset(r for office in offices if (r := rank(office.title)) is not None)
