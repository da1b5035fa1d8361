"""A word divided at a line's end, and a compound that only stands there.

"co-" above "operation" is one word where the page divides words, and "market-" above "based" is
a compound. The document itself decides: by the other places where it has the word; else it is one
word where what follows is the end of words and no word; else it is by how often its lines end in a
hyphen at all, since a page that divides words does so often.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+)-$")
_FIRST = re.compile(r"[^\W\d_]+")
#: What ends words and is none, such as "tion" and "ments".
_ENDING = re.compile(
    r"(?:[cst]ions?|[cst]ional(?:ly)?|ments?|mental(?:ly)?|[dlmtv]?ings?|it(?:y|ies)|ties|ness(?:es)?"
    r"|[dnrt]?enc(?:y|es?|ies)|[dnrt]?anc(?:y|es?|ies)|[dnt]ers|tors?|tures?|[cst]ial(?:ly)?|[ct]ally"
    r"|tive(?:ly)?|[dt]ed)"
)
_DIVIDING = 0.04  # of the lines: undivided text ends about one line in a hundred in a hyphen


class Hyphens:
    """How one document's lines are joined."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._words = {word.lower() for line in lines for word in _WORD.findall(line)}
        ended = sum(bool(_LAST.search(line)) for line in lines)
        self._divides = ended > max(2, _DIVIDING * len(lines))

    def join(self, left: str, right: str) -> str:
        """Two lines as one."""
        last, first = _LAST.search(left), _FIRST.match(right)
        if not last or not first:
            return (
                left + right
                if left.endswith(("-", "–")) and left[-2:-1] != " "
                else f"{left} {right}"
            )
        if not first[0].islower():
            return left + right
        return (left[:-1] if self._is_one_word(last[1], first[0]) else left) + right

    def _is_one_word(self, left: str, right: str) -> bool:
        whole, compound = (left + right).lower(), f"{left}-{right}".lower()
        if (whole in self._words) != (compound in self._words):
            return whole in self._words
        if _ENDING.fullmatch(right):
            return True
        return self._divides
