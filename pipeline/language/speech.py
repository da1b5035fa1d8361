"""Which quoted stretches are speech: not titles, terms, laws or fragments of a phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.language import attribution as reported
from pipeline.language.attribution import Attribution, Side
from pipeline.language.quote_marks import Stretch, find_stretches
from pipeline.models import PROSE, Block, BlockKind

#: A quotation is a sentence or a clause: from four words on, as the annotation guide has it.
SHORTEST = 4

#: Quotation marks in a headline are its own; what it quotes stands again in the text below.
HEADS = frozenset({BlockKind.TITLE, BlockKind.HEADING})

_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|be|been|am|has|have|had|does?|did|will|would|can|could|shall|should|may"
    r"|might|must|cannot|not|[Ww]e|[Yy]ou|[Tt]hey|[Hh]e|[Ss]he|[Ii]t|I|[Tt]his|[Tt]here|[Ll]et|us"
    r"|[a-z]{3,}ed)\b|\w['’](?:t|s|re|ve|ll|m|d)\b|^[a-z]+s\b"
)
_SENTENCE = re.compile(r"[\W]*[A-Z\d].*[.!?…,—–-][\"'”’)\]]*$", re.DOTALL)
_SMALL = frozenset("a an and as at by for from in into is of on or the to with vs".split())
_TITLED = re.compile(
    r"\b(?:titled|entitled|called|named|known\s+as|themed?|theme|motto|slogan|banner|dubbed|topic|"
    r"labell?ed|terms?|phrases?|words?|headline|heading|book|song|film|programme|exhibition|hashtag|"
    r"defined\s+as)\s*(?:of|is|was|on|:|,|as)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
#: What a quotation from a document has for a subject: "Article 5 says". A person's or a party's own
#: document speaks for its owner: "the Coalition's policy document stated".
_DOCUMENT = re.compile(
    r"\b(?:Articles?|Recommendations?|Sections?|Acts?|Treaty|Convention|Constitution|Rules?|Regulations?|Code|Clause|"
    r"[Pp]aragraph|clause|[Pp]reamble|Charter|Protocol|Resolution|Amendment|Bill|Order|inscription|"
    r"poem|song|verse|proverb|adage|sign|placard|headline|motto|slogan|law|exhibit|book|novel|letter|"
    r"report|text|provision|guidelines?|plaque|points|agreement|statute)(?:\s+(?:\d[\w.()]*|[IVX]+))?$"
)
_OWNED = re.compile(r"[A-Z]\w*(?:['’]s|s['’])\s")
_ANYONE = frozenset({"people", "some", "many", "others", "critics", "it", "that"})
_SELF = re.compile(r"\b(?:I|[Ww]e|[Yy]ou)$")
_MODIFIED = re.compile(r"\s+(?:of|on|by|for|to|in|from|which|that|\w+ing)\b.*$", re.DOTALL)
#: Two words, or one with a mark of punctuation.
_WORDS = re.compile(r"(?>.*?\w\w).*\W\w\w|.*?(?:\w\W*[:.,!?”\"’]|[“\"])", re.DOTALL)
_AND_THAT = re.compile(r"\s*[,;]?\s*(?:and|but)(?:\s+(?:also|further))?(?:\s+that)?[,:]?\s*")
_BROKEN_OFF = re.compile(r"[\s,]*(?:said|says|added|noted|stated)\s*")
_TRAILS_OFF = re.compile(r"[,?!…—–-]$")
_ADJACENT = re.compile(r"\s*[,?!…—–-]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A quoted stretch that reads like speech, in its block, with the reporting words beside it.

    ``opens`` and ``ends`` tell that it begins its block and that nothing but its reporting
    words follows it there.
    """

    stretch: Stretch
    place: int
    attribution: Attribution | None
    opens: bool
    ends: bool


def is_long(text: str, stretch: Stretch) -> bool:
    """Whether a quoted stretch is long enough to be a clause."""
    return len(stretch.words.of(text).split()) >= SHORTEST


def spoken(blocks: Sequence[Block], text: str) -> list[Block]:
    """The blocks of prose, without the odd word that a page break leaves between two of them."""
    return [b for b in blocks if b.kind in PROSE and _WORDS.match(text, b.span.start, b.span.end)]


def find_pieces(text: str, prose: Sequence[Block]) -> Iterator[Piece]:
    """The stretches that read like speech, in reading order."""
    last: Piece | None = None
    for place, block in enumerate(prose):
        if block.kind in HEADS:
            last = None
            continue
        outer = [s for s in find_stretches(text, block) if not s.nested]
        starts = [block.span.start, *(s.outer.end for s in outer)]
        ends = [*(s.outer.start for s in outer[1:]), block.span.end]
        for stretch, start, end in zip(outer, starts, ends, strict=False):
            follows = last is not None and last.place == place
            piece = _piece(text, prose, place, stretch, (start, end), follows)
            last = piece or (_conjunct(text, place, stretch, last) if last else None)
            if last is not None:
                yield last


def find_nested(text: str, block: Block) -> Iterator[tuple[Stretch, Attribution]]:
    """Quotations inside a quotation, which need reporting words of their own: "he stated ‘…’"."""
    if block.kind in HEADS:
        return
    stretches = find_stretches(text, block)
    for stretch in stretches:
        if not stretch.nested or not is_long(text, stretch):
            continue
        start = max(
            (s.words.start for s in stretches if s.outer.covers(stretch.outer) and s != stretch),
            default=block.span.start,
        )
        found = reported.before(text, start, stretch.outer.start)
        if found and found.cue and can_say(text, found) and not _is_title(stretch.words.of(text)):
            yield stretch, found


def _piece(
    text: str,
    prose: Sequence[Block],
    place: int,
    stretch: Stretch,
    room: tuple[int, int],
    follows: bool,
) -> Piece | None:
    """The stretch with its reporting words, or None where it is a title, a term or a fragment."""
    block = prose[place].span
    opens = not re.search(r"\w{3}", text[block.start : stretch.outer.start])
    if not is_long(text, stretch) and not _TRAILS_OFF.search(stretch.words.of(text)):
        return None
    found = _before(text, prose, place, stretch, room[0], opens)
    found = found or _after(text, stretch, _tail(text, prose, place, stretch, room[1]))
    found = found or _signed(text, prose, place, stretch)
    if found is not None and not can_say(text, found):
        return None
    if not is_long(text, stretch) and not _may_go_on(text, stretch, found):
        return None
    lead, words = text[room[0] : stretch.outer.start], stretch.words.of(text)
    is_free = opens or (follows and lead.rstrip()[-1:] in set(".,;:!?"))
    is_titled = _TITLED.search(lead) and not (found and found.side is Side.BEFORE)
    if is_titled or _is_title(words) or not _is_speech(stretch, words, lead, is_free, found):
        return None
    rest = found.whole.end if found and found.side is Side.AFTER else stretch.outer.end
    rest = reported.first_sentence(text, min(rest, block.end), block.end) if found else rest
    return Piece(stretch, place, found, opens, not re.search(r"\w", text[rest : block.end]))


def _may_go_on(text: str, stretch: Stretch, found: Attribution | None) -> bool:
    """Whether a few words may begin a longer quotation: “We did it,” said X. “This …”."""
    words = stretch.words.of(text)
    is_begun = bool(_TRAILS_OFF.search(words)) and " " in words
    return is_begun and found is not None and found.side is Side.AFTER


def _conjunct(text: str, place: int, stretch: Stretch, last: Piece) -> Piece | None:
    """A second quotation after the same reporting words: "said that “…” and that “…”"."""
    said, words = last.attribution, stretch.words.of(text)
    between = text[last.stretch.outer.end : stretch.outer.start]
    if said is None or said.side is not Side.BEFORE or not _AND_THAT.fullmatch(between):
        return None
    if not is_long(text, stretch) or _is_title(words) or not _CLAUSE.search(words):
        return None
    return Piece(stretch, place, said, False, False)


def _before(
    text: str, prose: Sequence[Block], place: int, stretch: Stretch, start: int, opens: bool
) -> Attribution | None:
    """Reporting words that lead up to the stretch, in its block or at the end of the one before."""
    found = reported.before(text, start, stretch.outer.start)
    if found is None and start == prose[place].span.start:
        found = reported.introduced(text, start, stretch.outer.start)
    if found is None and opens and place > 0:
        lead = prose[place - 1].span
        if text[lead.end - 1] in ":—–-,;" or "following statement" in lead.of(text)[-250:]:
            found = reported.before(text, lead.start, lead.end) or reported.introduced(
                text, lead.start, lead.end
            )
    return found


def _tail(text: str, prose: Sequence[Block], place: int, stretch: Stretch, end: int) -> int:
    """How far reporting words may reach: into the next block where "said" ends this one."""
    if place + 1 < len(prose) and _BROKEN_OFF.fullmatch(text, stretch.outer.end, end):
        return prose[place + 1].span.end
    return end


def _signed(text: str, prose: Sequence[Block], place: int, stretch: Stretch) -> Attribution | None:
    """A name below the quotation, behind a dash, in a block of its own."""
    if place + 1 >= len(prose) or re.search(r"\w", text[stretch.outer.end : prose[place].span.end]):
        return None
    below = prose[place + 1].span
    return reported.signed(text, below.start, below.end)


def _after(text: str, stretch: Stretch, end: int) -> Attribution | None:
    """Reporting words that follow the stretch and belong to it, not to the next sentence."""
    if end <= stretch.outer.end or not stretch.closed:
        return None
    found = reported.after(text, stretch.outer.end, end)
    if found is None or found.cue is None or found.cue.start < found.subject.start:
        return found
    words, tail = stretch.words.of(text), text[stretch.outer.end : end]
    if _TRAILS_OFF.search(words) or _ADJACENT.match(tail):
        return found
    rest = text[found.cue.end : reported.first_sentence(text, found.cue.end, end)]
    return found if len(rest.split()) <= 3 else None


def can_say(text: str, found: Attribution) -> bool:
    """Whether the subject can speak: no document but one's own, not everyone, not the writer."""
    subject = found.subject.of(text)
    if _DOCUMENT.search(_MODIFIED.sub("", subject)) and not _OWNED.search(subject):
        return False
    return subject.lower() not in _ANYONE and not _SELF.search(subject)


def _is_title(words: str) -> bool:
    """Whether nearly every word is capitalized, as in the name of a programme or a book."""
    tokens = [w for w in re.findall(r"[A-Za-z][\w'’-]*", words) if w.lower() not in _SMALL]
    capitals = sum(w[0].isupper() for w in tokens)
    return len(tokens) >= 2 and capitals >= 0.75 * len(tokens) and not words.rstrip().endswith("!")


def _is_speech(
    stretch: Stretch, words: str, lead: str, is_free: bool, found: Attribution | None
) -> bool:
    """Whether the words are a sentence, or at least a clause that someone is said to have said."""
    is_sentence = bool(_SENTENCE.match(words if stretch.closed else f"{words}."))
    is_clause = bool(_CLAUSE.search(words))
    if found is not None:
        return is_clause or is_sentence
    free = is_free or bool(re.search(r"[.!?:”\"]\s*$", lead)) or not lead.strip()
    return free and is_sentence and (is_clause or is_free or len(words.split()) > 8)
