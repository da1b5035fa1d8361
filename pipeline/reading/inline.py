"""Markdown within a line: link texts, escapes, emphasis and stray tags, down to the words."""

from __future__ import annotations

import html
import re

from .characters import clean, fold

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
#: Escaped characters wait in the private use area while the marks around them are removed.
_WAITING = 0xE000
_IMAGE = re.compile(r"!\[[^\[\]]{0,500}\]\([^()]{0,1000}\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]]{0,1000})\]\((?:[^()\n]|\([^()\n]*\)){0,1000}\)")
_REFERENCE = re.compile(r"\[([^\[\]]{1,1000})\]\[[^\[\]]{0,200}\]")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,1000}|[\w.+-]{1,100}@[\w.-]{1,100})>")
_FOOTNOTE = re.compile(r"\[\^[\w-]{1,30}\]:?")
_NOTE_LINK = re.compile(
    r"<sup\b[^<>]*>\s*(?:<a\b[^<>]*>)?\s*[\[(]?\d{1,3}[\])]?\s*</a>\s*</sup>", re.I
)
_BACK_LINK = re.compile(r"<a\b[^<>]*>\s*(?:↩|&#8617;|\^)\ufe0e?\s*</a>", re.I)
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|bdo|br|cite|code|del|em|font|i|iframe|img|input|ins|kbd|label|mark|o:p|q|s"
    r"|small|source|span|strike|strong|sub|sup|time|tt|u|var|video|wbr)\b[^<>]*/?>",
    re.I,
)
_OVER_LINES = re.compile(r"</?[a-z][^<>\n]*\n[^<>]*>", re.I)
_EMPHASIS = re.compile(
    r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|\*{2,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|`"
)
#: A site's own path, printed after a link's words.
_PATH = re.compile(r"\s*\(/[\w/-]{1,200}\)$")


def unlinked(body: str) -> str:
    """A body with the words of its links in place of the links, which may run over lines.

    Images stay, for what follows one can be its caption; escaped characters wait until the line
    they stand in is made plain.
    """
    text = _ESCAPE.sub(lambda match: chr(_WAITING + ord(match[1])), body)
    text = _OVER_LINES.sub(lambda match: match[0].replace("\n", " "), text)
    text = _FOOTNOTE.sub("", _BACK_LINK.sub("", _NOTE_LINK.sub("", text)))
    for _ in range(2):  # a link may stand in the words of another
        text = _LINK.sub(_words, text)
    return _AUTOLINK.sub(r"\1", _REFERENCE.sub(r"\1", text))


def plain(raw: str) -> str:
    """The words of a line of an unlinked body, on one line.

    >>> plain(unlinked("an **[Agreement](https://example.org/a_b)** under <u>Section&nbsp;6</u>"))
    'an Agreement under Section 6'
    """
    text = _EMPHASIS.sub("", _TAG.sub("", _IMAGE.sub("", raw)))
    words = _restored(text)
    return fold(clean(html.unescape(words)) if "&" in words else words)


def _words(link: re.Match[str]) -> str:
    return _PATH.sub(
        "", link[1].replace("\ue028", "(").replace("\ue029", ")").replace("\ue02f", "/")
    )


def _restored(text: str) -> str:
    return re.sub("[\ue021-\ue07e]", lambda match: chr(ord(match[0]) - _WAITING), text)
