"""How text becomes HTML: nothing in it is markup, nothing in it turns a line around.

All style is in the elements themselves, so that a notebook shows a fragment as a page does. A role
is told by its name beside the words, and by its colour.
"""

from __future__ import annotations

import html
import re
import zlib

from pipeline.graph.explain.passages import Manner, Mark, Sort
from pipeline.vocabulary import CIRCUMSTANCES, EVENT_ROLES

#: Control characters, and those that reorder or hide the characters around them.
_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_CODE = "font:0.75em monospace;border:1px solid #b00;color:#b00;background:#fff;padding:0 0.2em"
_FILLER = "color:#111;border-radius:0.3em;padding:0.1em 0.3em;background:hsl({hue} 75% 84%)"
_NAME = "font-size:0.7em;font-weight:bold;margin-left:0.4em"
_PASSAGE = "background:none;color:inherit;border-bottom:2px solid #888"
_TRIGGER = "background:none;color:inherit;font-weight:bold;text-decoration:underline"

_ROLES = tuple(
    dict.fromkeys((*CIRCUMSTANCES, *(role for roles in EVENT_ROLES.values() for role in roles)))
)
_TURN = 137.5  # degrees, the golden angle: hues of neighbours lie far apart however many there are


def text(words: str) -> str:
    r"""Words as HTML; a character that is not seen is told by its code.

    >>> text("<b> & \u202e")[:29]
    '&lt;b&gt; &amp; <span style="'
    """
    return _ODD.sub(_code, html.escape(words))


def _code(odd: re.Match[str]) -> str:
    return f'<span style="{_CODE}" title="a character that is not seen">U+{ord(odd[0]):04X}</span>'


def chip(role: str, words: str) -> str:
    """A role's filler in the colour of the role."""
    return f"{_opened((role,))}{text(words)}</mark>"


def _opened(roles: tuple[str, ...]) -> str:
    return f'<mark style="{_FILLER.format(hue=_hue(roles[0]))}">'


def _closed(roles: tuple[str, ...]) -> str:
    return f'<span style="{_NAME}">{text(", ".join(roles))}</span></mark>'


def _hue(role: str) -> int:
    """The hue of a role, in degrees: the same everywhere, also for a role of a user's own."""
    place = _ROLES.index(role) if role in _ROLES else zlib.crc32(role.encode())
    return int(place * _TURN % 360)


def _before(mark: Mark) -> str:
    if mark.sort is Sort.ROLE:
        return _opened(mark.roles)
    return f'<mark style="{_PASSAGE if mark.sort is Sort.PASSAGE else _TRIGGER}">'


def _after(mark: Mark) -> str:
    return _closed(mark.roles) if mark.sort is Sort.ROLE else "</mark>"


#: Marks as elements, text escaped.
HTML = Manner(_before, _after, text)
