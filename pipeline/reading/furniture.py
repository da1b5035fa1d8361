"""What is printed on a page without being told: stamps, navigation, contacts, end marks.

Each pattern is matched from the start of a piece. Pieces longer than a contact paragraph are
never furniture, which also keeps the patterns off very long lines.
"""

from __future__ import annotations

import re

from pipeline.models import BlockKind

from .draft import Piece
from .lines import ends_sentence

#: The longest contact paragraph met has 365 characters.
_LONGEST = 400

_END = re.compile(
    r"(?:[#*•=~_‗-][\s#*•=~_‗-]*|[-–—*#\s]{0,5}(?:the )?(?:end|ends)[-–—*#\s.]{0,5}"
    r"|[-–—\s]{0,4}-?30-?[-–—\s]{0,4}|(?:begin|end) (?:of )?text[:.]?)",
    re.IGNORECASE,
)
_WORDLESS = re.compile(r"(?:[\W_]|(?<![^\W_])[^\W_](?![^\W_])){1,40}")
_MENU = re.compile(r"\W{0,3}(?:[^|»>.]{1,40}(?:\||»)){2,}[^|»>.]{0,60}\W{0,3}")
_STAMPS = re.compile(
    r"(?:[-–—\s]{0,3}\d{1,3}[-–—.\s]{0,3}|[./]{2,3}\d{1,2}|page \d{1,3}(?: (?:of|/) \d{1,3})?"
    r"|\(?more(?: follows)?\)?\W{0,3}"
    r"|(?:[\w.]{1,12} ){0,2}doc(?:ument)?\.? no\.? ?[\w/-]{2,20}\.?(?: \(posted [\d/.-]{6,10}\))?"
    r"|https?://\S+ \(\d+ of \d+\).{0,40}"
    r"|.{0,30}\bparl.{3,12}y library\b.{0,20}|commonwealth)",
    re.IGNORECASE,
)
_NAVIGATION = re.compile(
    r"(?:share(?: this| on)?|tweet|print|e-?mail|facebook|twitter|linkedin|whatsapp|search|home"
    r"|menu|back to (?:top|index|list)|return to (?:top|index).{0,20}|top of page|top"
    r"|skip to .{1,30}|related (?:articles?|content|links?|documents?|news|releases)|see also"
    r"|read (?:more|this release in)\b.{0,80}|contact us|follow us\b.{0,60}|subscribe\b.{0,80}"
    r"|join (?:our|my) .{0,30}(?:list|newsletter)\b.{0,200}|view all\b.{0,30}|stay connected.{0,30}"
    r"|visitor counter\b.{0,20}|download ?:.{0,300}|b-roll\b.{0,80}|closed captions.{0,80}"
    r"|(?:an )?official website of .{3,80}|here.s how you know|©.{0,150}|copyright\b.{0,150}"
    r"|\(?(?:release id|prid)\b ?:? ?\d+\)?.{0,60}|all rights reserved.{0,40}"
    r"|(?:download|attachment)\b.{0,150}(?<![.!?])|.{3,200}\((?:\w{3,4}, ?)?[\d.]+ ?[km]b\)\W?"
    r"|advertisement|previous(?: article)?|next(?: article)?|loading.{0,5}|accessibility.{0,30}"
    r"|(?:this page (?:was )?|page )?last (?:updated|modified|reviewed)\b.{0,60}"
    r"|updated (?=\w+ \d{1,2}, \d{4}|\d).{6,40})",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:for (?:any )?(?:more|further|additional|media|press|general) (?:information|details"
    r"|enquir|inquir|quer)|(?:for )?(?:news )?(?:media|press|news|public) (?:contacts?|enquir\w+"
    r"|inquir\w+|quer\w+|office|liaison)\b|contacts?(?: person)?s? ?[:–-]"
    r"|to arrange (?:an )?interview|interviews? ?:|further information"
    r"|to (?:learn|find out) more|learn more|find out more"
    r"|(?:e-?mail|tel|telephone|phone|fax|mobile|website|web|url|x|twitter|facebook|instagram|youtube)"
    r" ?[:(]|tel\."
    r"|follow (?:us|the|nasa|@))",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\d/.])(?:\+?\d{1,3}[ .-]?)?(?:\(\d{2,5}\)|\d{3,5})[ .-]\d{3,4}[ .-]?\d{3,4}\b"
)
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}")
_URL = re.compile(r"(?:https?://|www\.)\S+")
_CAPTION = re.compile(
    r"\b(?:(?:photo|image|picture|video)?\s?credits?\s?[:/]"
    r"|(?:photo(?:graph(?:er|s)?)?|image)(?: ?: ?| by | courtesy)|from left(?: to right)?:)"
    r"|\((?:(?:from )?left to right|(?:far |second from )?(?:left|right|cent(?:er|re)))\)"
    r"|^(?:left|right|top|above|below): |, (?:far )?(?:left|right|cent(?:er|re))[,.;]",
    re.IGNORECASE,
)

#: A line with a telephone number or an address is a contact up to this many words.
_CONTACT_WORDS = 25
_CAPTION_LENGTH = 900
_LINE_WORDS = 12
_ADDRESS_WORDS = (
    8  # "Jet Propulsion Laboratory, Pasadena, Calif." has a full stop and is no sentence
)


def mark_furniture(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with furniture and captions marked as such."""
    return tuple(map(_marked, pieces))


def mark_tail(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with the lines after a document's end mark, or last contact, as furniture."""
    tail = len(pieces)
    while tail and not _is_told(pieces[tail - 1]):
        tail -= 1
    ends = (n for n in range(tail, len(pieces)) if is_end_mark(pieces[n].text))
    first = next(ends, None)
    start = _first_contact(pieces, tail) if first is None else first
    return tuple(
        piece.as_kind(BlockKind.BOILERPLATE)
        if place >= start and piece.kind is not BlockKind.HEADER and not piece.level
        else piece
        for place, piece in enumerate(pieces)
    )


def is_end_mark(text: str) -> bool:
    """Whether the text is "###", "-end-", a rule of asterisks or another sign that all is said."""
    return len(text) <= 80 and bool(_END.fullmatch(text))


def is_line(text: str) -> bool:
    """Whether the text is a line of a page and not a sentence: short, with no full stop."""
    return len(text) <= 150 and len(text.split()) <= _LINE_WORDS and not ends_sentence(text)


def _marked(piece: Piece) -> Piece:
    if piece.level and not _NAVIGATION.fullmatch(piece.text[:_LONGEST]):
        return piece
    if piece.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM}:
        if _is_furniture(piece.text):
            return piece.as_kind(BlockKind.BOILERPLATE)
        if len(piece.text) <= _CAPTION_LENGTH and _CAPTION.search(piece.text):
            return piece.as_kind(BlockKind.CAPTION)
    return piece


def _is_furniture(text: str) -> bool:
    whole = (_END, _STAMPS, _NAVIGATION, _URL, _WORDLESS, _MENU)
    short = len(text) <= _LONGEST
    return short and (any(form.fullmatch(text) for form in whole) or _is_contact(text))


def _is_contact(text: str) -> bool:
    """A lead-in to a contact, or a line with a number or address to reach someone at."""
    if len(text) > _LONGEST:
        return False
    short = len(text.split()) <= _CONTACT_WORDS
    reached = _PHONE.search(text) or _ADDRESS.search(text) or _URL.search(text)
    if _CONTACT.match(text):
        return short or bool(reached)
    return short and bool(_PHONE.search(text) or _ADDRESS.search(text))


def _is_told(piece: Piece) -> bool:
    """Whether a piece at a document's end is still part of what the release tells."""
    if piece.kind is BlockKind.BOILERPLATE or is_line(piece.text):
        return False
    return len(piece.text.split()) > _ADDRESS_WORDS or piece.kind is not BlockKind.PARAGRAPH


def _first_contact(pieces: tuple[Piece, ...], start: int) -> int:
    """Where, among the last lines, the contact begins: nothing told follows a contact."""
    contacts = (n for n in range(start, len(pieces)) if _is_contact(pieces[n].text))
    return next(contacts, len(pieces))
