"""Whether a quotation consists of a release's own words."""

from __future__ import annotations

import re

#: Words between two stretches of one quotation: "… said the Minister, who is also …, adding …".
#: Attributions in real releases rarely exceed 40 words; a new paragraph may open with a long title.
GAP = 60


def made_of(quote: str, text: str) -> bool:
    """Whether a quotation's words stand in the text, in order, in stretches near each other.

    The marks and the attribution in the middle of a quotation are left out of it, and its white
    space may be folded; its words may not differ.

    >>> made_of("Nets are full, boats are safe.", "“Nets are full,” he said, “boats are safe.”")
    True
    >>> made_of("Nets were full", "“Nets are full,” he said.")
    False
    """
    said, written = _words(quote), _words(text)
    if not said:
        return " ".join(quote.split()) in " ".join(text.split())
    starts = (place for place, word in enumerate(written) if word == said[0])
    return any(_follows(said, written, start) for start in starts)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _follows(said: list[str], written: list[str], place: int) -> bool:
    """Whether the words follow from a place on, each stretch within reach of the last."""
    while said:
        run = _run(said, written, place)
        said, place = said[run:], place + run
        if said and said[0] not in written[place : place + GAP]:
            return False
        place = max(range(place, place + GAP), key=lambda start: _run(said, written, start))
    return True


def _run(said: list[str], written: list[str], place: int) -> int:
    """How many words follow in the text from a place on as they do in what is said."""
    most = max(0, min(len(said), len(written) - place))
    return next((i for i in range(most) if said[i] != written[place + i]), most)
