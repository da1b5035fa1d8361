"""The dateline, the place and date before a first sentence: "WASHINGTON – ", "Kigali, 5 July: "."""

from __future__ import annotations

import datetime as dt
import re

from pipeline.models import BlockKind, Span

from .dates import find_date
from .draft import Piece

_CAPITALS = r"[A-Z][A-Z.'’]+(?:[ -][A-Z][A-Z.'’]+){0,3}"
_NAME = r"[A-Z][\w.'’]+(?:[ -](?:de |of |the )?[A-Z][\w.'’]+){0,3}"
_REGION = r"(?:, ?[A-Z][\w.'’]{1,14}(?: [A-Z][\w.'’]{1,14}){0,2}){0,2}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w{0,6}\.?"
_DATE = (
    r"(?:,? ?\(?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)"
    r"(?:,? \d{4})?\)?)"
)
_DASH = r"\s?(?:[–—―]|--|(?<=\s)-(?=\s))"
_AGENCY = r"(?: ?[(/][A-Za-z ]{2,20}[)/])?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_CAPITALS}{_REGION}{_DATE}?{_AGENCY}{_DASH}",
        rf"{_NAME}{_REGION}{_DATE}{_AGENCY}(?:{_DASH}|\s?:)",
        rf"{_NAME}, ?[A-Z][\w.'’]{{1,14}}(?: [A-Z][\w.'’]{{1,14}}){{0,2}}{_AGENCY}{_DASH}",
        r"WASHINGTON(?:, D\.?C\.?)?(?=,? (?:[A-Z][a-z]|A\b|U\.S\.))",  # pages that lost the dash
    )
)
_PARAGRAPHS = 2  # the first may be a summary
_SENTENCE = 20  # characters: fewer are the rest of a label


def find_dateline(pieces: tuple[Piece, ...]) -> tuple[int, Span] | None:
    """Which piece holds the dateline, and the span within the piece, dash or colon included.

    It opens one of the first two paragraphs; a place alone needs its dash.
    """
    prose = [n for n, piece in enumerate(pieces) if piece.kind is BlockKind.PARAGRAPH]
    for place in prose[:_PARAGRAPHS]:
        matches = (form.match(pieces[place].text[:200]) for form in _FORMS)
        match = next((match for match in matches if match), None)
        rest = pieces[place].text[match.end() :] if match else ""
        if match and len(rest) >= _SENTENCE and not rest[:80].isupper():
            return place, Span(match.start(), match.end())
    return None


def dateline_date(pieces: tuple[Piece, ...]) -> dt.date | None:
    """The full date in a dateline, None where it has none."""
    found = find_dateline(pieces)
    return find_date(found[1].of(pieces[found[0]].text)) if found else None
