"""Lines to paragraphs: which line break ends a thought, and which only the width of a page.

A break is a wrap where the next line goes on in lower case, or, in a document that is seen to be
wrapped at some width, where the line is about that wide. A mark of an item, and a
sentence's end before a short line, are breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from .characters import fold
from .items import marker

#: Wrapped text is at most this wide: the widest real line that wraps has 132 characters.
_WIDEST = 140
_NARROWEST = 40
#: Of the breaks in a wrapped release, .78 go on in lower case in the median; in the median of
#: those that are not wrapped, none.
_WRAPPED_SHARE = 0.3
_MOST = 0.9  # of the lines; an unbroken address may stick out
_HALF = 0.5  # of the width: enough for a line that breaks off, shortened by a link taken out
_FULL = 0.75  # of the width; words of up to 17 characters go over to the next line

_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_OPEN_END = re.compile(
    r"\b(?:of|the|and|for|to|in|by|with|from|between|an?|on|at|or|&)$", re.IGNORECASE
)
_FIELD = re.compile(r"[A-Z][\w ()/]{2,30}:(?:\s|$)")


def ends_sentence(text: str) -> bool:
    """Whether the text closes with a full stop, question mark, colon or the like."""
    return bool(_SENTENCE_END.search(text[-12:]))


def is_open(text: str) -> bool:
    """Whether the text breaks off at a word that needs another: "the Department of"."""
    return bool(_OPEN_END.search(text[-10:]))


def goes_on(text: str, following: str) -> bool:
    """Whether a line that follows can only be the rest of the sentence: it starts in lower case.

    A web or mail address is no such rest, nor is the name of a site.
    """
    first = following.split(maxsplit=1)[0] if following else ""
    letters = first.lstrip("(“‘\"'")
    address = "@" in first or "://" in first or re.search(r"\w\.\w", first)
    return letters[:1].islower() and not address and not ends_sentence(text)


def join(left: str, right: str) -> str:
    """Two lines as one; a hyphen at a line's end stays, without a space after it."""
    hyphen = left.endswith("-") and left[-2:-1].isalpha() and right[:1].islower()
    return left + right if hyphen else f"{left} {right}"


def stanzas(lines: Iterable[str]) -> list[list[str]]:
    """Runs of lines between blank lines, each line folded."""
    found: list[list[str]] = [[]]
    for line in map(fold, lines):
        if line:
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [stanza for stanza in found if stanza]


def unwrap(groups: Sequence[Sequence[str]]) -> list[list[str]]:
    """Each stanza's lines with wraps undone, and wraps over blank lines where a page has them."""
    width = _width([list(pair) for group in groups for pair in pairwise(group)])
    joined = [_joined(group, width) for group in groups]
    double = _width(
        [[one[-1], other[0]] for one, other in pairwise(joined) if not ends_sentence(one[-1])]
    )
    return _closed_up(joined, double) if double else joined


def _width(pairs: list[list[str]]) -> int | None:
    """The width at which lines wrap; None where breaks mean what they say."""
    widths = [len(line) for line, _ in pairs if len(line) <= _WIDEST]
    widest = max(widths, default=0)
    wrapped = sum(goes_on(line, following) for line, following in pairs)
    if widest < _NARROWEST or len(widths) < _MOST * len(pairs):
        return None
    return widest if wrapped >= _WRAPPED_SHARE * len(pairs) else None


def _wraps(line: str, following: str, width: int | None, broken: float = _HALF) -> bool:
    """Whether a line goes on in the next.

    ``broken`` is the share of the width that a line needs which breaks off in a sentence.
    """
    if marker(following) or _FIELD.match(following):
        return False
    if width is None or goes_on(line, following):
        return goes_on(line, following)
    enough = _FULL if ends_sentence(line) or _is_headline(line, following) else broken
    return len(line) >= enough * width or is_open(line)


def _is_headline(line: str, following: str) -> bool:
    """Whether a line is in capitals above one that is not."""
    return line.isupper() and not following.isupper()


def _joined(group: Sequence[str], width: int | None) -> list[str]:
    """The lines of a stanza, joined where they wrap; the pieces of a line are joined once."""
    runs: list[list[str]] = []
    for line in group:
        if runs and _wraps(runs[-1][-1], line, width):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [_run(run) for run in runs]


def _run(lines: list[str]) -> str:
    parts = lines[:1]
    for line in lines[1:]:
        glued = join(parts[-1], line)
        parts.append(glued[len(parts[-1]) :])
    return "".join(parts)


def _closed_up(groups: list[list[str]], width: int) -> list[list[str]]:
    """Stanzas of a page with a blank line after every line, joined where the line is full."""
    closed: list[list[str]] = []
    for group in groups:
        last = closed[-1][-1] if closed else ""
        line = last.rsplit("\n", 1)[-1]
        closed_off = not last or ends_sentence(last) or _is_headline(line, group[0])
        if not closed_off and _wraps(line, group[0], width, _FULL):
            closed[-1][-1] = f"{last}\n{group[0]}"
            closed.extend([[*group[1:]]] if len(group) > 1 else [])
        else:
            closed.append(list(group))
    return [[_run(line.split("\n")) for line in group] for group in closed]
