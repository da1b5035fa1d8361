"""Markdown to pieces: GitHub's and Jekyll's dialects, with the HTML that people mix into them.

Not a renderer: a renderer keeps what a reader of the graph must not see (link targets, images,
attribute lists) and rejects what releases contain (emphasis that is not balanced).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.models import BlockKind

from .draft import Draft, Piece
from .frontmatter import amiss, split_front_matter, stated
from .inline import plain, unlinked
from .items import itemized, marker
from .limits import Limits, bounded
from .lines import stanzas, unwrap

_DROPPED = (
    re.compile(r"<!--.*?(?:-->|\Z)", re.S),
    re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.S | re.I),
    re.compile(r"\{:[^{}\n]{0,200}\}"),  # kramdown's attribute lists
    re.compile(r"\{%[^{}\n]{0,500}%\}"),  # Jekyll's tags
    re.compile(r"^[ ]{0,3}\[[^\]\n]{1,200}\]:[ \t]+\S+.*$", re.M),  # targets of reference links
    re.compile(r"^[ ]{0,3}(?:```|~~~).*$", re.M),
)
_REWRITTEN = (
    (re.compile(r"<br\s*/?>[ \t]*|(?<![ \t])[ \t]{2,}$|(?<!\\)\\$", re.M | re.I), "\n\n"),
    (re.compile(r"<li\b[^<>]*>\s*", re.I), "\n\n- "),
    (re.compile(r"<h([1-6])\b[^<>]*>\s*", re.I), "\n\n### "),
    (re.compile(r"<(?:caption|figcaption)\b[^<>]*>", re.I), "\n\n"),
    (
        re.compile(
            r"</?(?:p|div|ul|ol|li|h[1-6]|table|thead|tbody|tr|td|th|blockquote|section|center"
            r"|caption|figure|figcaption|hr)\b[^<>]*>",
            re.I,
        ),
        "\n\n",
    ),
)
_HEADING = re.compile(r"\s{0,3}(?P<marks>#{1,6}(?=\s)|#{2,6})\s*(?P<text>[^#\s].*)")
_UNDERLINE = re.compile(r"\s{0,3}(?:={2,}|-{2,})\s*")
_RULE = re.compile(r"\s{0,3}(?:(?:\*\s*){3,}|(?:_\s*){3,}|(?:-\s*){3,})")
_QUOTED = re.compile(r"\s{0,3}(?:>\s?)+")
_EMPHASIZED = re.compile(
    r"(?:\*\*|__|<(?:b|strong|u)\b[^<>]*>)(?:[^*_<>]|<[^<>]*>)+(?:\*\*|__|</(?:b|strong|u)>)[:\s]*"
)
_ITALIC = re.compile(r"(?:\*(?!\*)[^*]+\*|_(?!_)[^_]+_|<(?:em|i)>[^<>]+</(?:em|i)>)\s*")
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,500}\)")

#: A line wholly in bold is a heading up to this many words; beyond, an emphatic paragraph.
_HEADING_WORDS = 20


def read_markdown(text: str, name: str, limits: Limits) -> Draft:
    """The pieces of a Markdown document, which may begin with front matter."""
    fields, body = split_front_matter(text)
    return Draft(
        tuple(bounded(pieces(body), limits, name)), stated(fields), tuple(amiss(text, fields))
    )


def pieces(body: str) -> tuple[Piece, ...]:
    """Headings, paragraphs, items and captions, their marks and tags removed."""
    for pattern in _DROPPED:
        body = pattern.sub("", body)
    for pattern, text in _REWRITTEN:
        body = pattern.sub(text, body)
    body = unlinked(body)
    found: list[Piece] = []
    after_image = False
    for raw in (line for group in unwrap(stanzas(_lines(body))) for line in group):
        words = _IMAGE.sub("", raw).strip()
        found.extend(_piece(words, after_image or words != raw))
        after_image = not words
    return tuple(found)


def _lines(body: str) -> Iterator[str]:
    """The lines of a page, with a blank line around each that stands for itself."""
    before, line = "", ""
    for following in [*body.splitlines(), ""]:
        heads = _UNDERLINE.fullmatch(following) and line.strip() and not before.strip()
        yield from _parts(f"# {line.strip()}" if heads else line)
        before, line = line, "" if heads else following


def _parts(line: str) -> Iterable[str]:
    """What a line of the page comes to: a table's row falls into its cells."""
    line = _QUOTED.sub("", line, count=1) if _QUOTED.match(line) else line
    bare = line.strip()
    if _RULE.fullmatch(bare) or _HEADING.match(line):
        return ("", bare, "")
    if bare.startswith("|") or (bare.endswith("|") and "|" in bare[:-1]):
        cells = () if set(bare) <= set("|:- \t") else bare.strip("|").split("|")
        return ("", *(part for cell in cells for part in (cell, "")))
    return ("", line) if marker(bare) else (line,)


def _piece(raw: str, after_image: bool) -> list[Piece]:
    if _RULE.fullmatch(raw):
        return [Piece(BlockKind.BOILERPLATE, raw)]
    if heading := _HEADING.fullmatch(raw):
        text = plain(heading["text"].rstrip("# "))
        return [Piece(BlockKind.HEADING, text, len(heading["marks"]))] if text else []
    text = plain(raw.rstrip("-") if raw.endswith("---") else raw)
    if not text:
        return []
    if after_image and _ITALIC.fullmatch(raw):
        return [Piece(BlockKind.CAPTION, text)]
    if _EMPHASIZED.fullmatch(raw) and len(text.split()) <= _HEADING_WORDS:
        return [Piece(BlockKind.HEADING, text)]
    return [itemized(text)]
