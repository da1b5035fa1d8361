"""The tokens of a doc with what the word lists know of each, computed once."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from copy import copy

from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.language import lexicon
from pipeline.models import PROSE, Block, BlockKind, Span

_INITIAL = re.compile(r"(?:[A-Z]\.)+[A-Z]?\.?$|[A-Z]$|(?:Ch|St|Wm|Th)\.$")
_MIXED = re.compile(r"[A-Z][a-z]+[A-Z]\.$")  # "MoU." at a sentence's end is one token
_ACRONYM = re.compile(
    r"[A-Z][A-Z0-9&/.-]*[A-Z0-9]$|[A-Z]{2,}s?$|(?!Mc|Mac|De|Di|La|Le|Fitz|O)[A-Z][a-z]+[A-Z]\w*$"
)
_CLOSERS = frozenset("”’\"')]}»")
_ENDERS = frozenset((".", "?", "!", "…", "...", "?!", "!!"))


class Words:
    """Parallel lists over the tokens of a doc: text, letter case, lexical class, block, sentence.

    ``block[i]`` is the index of the prose block a token stands in, or -1 for a token outside prose.
    """

    def __init__(
        self,
        doc: Doc,
        blocks: Sequence[Block],
        dateline: Span | None = None,
    ) -> None:
        self.whole = doc.text  # spaCy joins it anew at each call
        self.text = [t.text for t in doc]
        self.lower = [t.lower() for t in self.text]
        self.idx = [t.idx for t in doc]
        self.spaces = [bool(t.whitespace_) for t in doc]
        self.glued = [not t.whitespace_ for t in doc]  # nothing between this token and the next
        ordinary = lexicon.ordinary()
        self.cap = [t[:1].isupper() for t in self.text]
        self.ordinary = [t in ordinary for t in self.lower]
        self.initial = [
            bool(c and _INITIAL.match(t)) for c, t in zip(self.cap, self.text, strict=True)
        ]
        self.acronym = [
            bool(c and _ACRONYM.match(t)) for c, t in zip(self.cap, self.text, strict=True)
        ]
        for i in _shouted(self):
            self.acronym[i] = False
        self.block = _blocks_of(self.idx, self.text, blocks, dateline, PROSE)
        self.sentence = _sentences(self)
        self.headline = _headlines(
            self
        )  # the sentences in which nearly every long word is capitalized

    def reading(self, blocks: Sequence[Block], kinds: Collection[BlockKind]) -> Words:
        """The same tokens with other kinds of block read as prose."""
        other = copy(self)
        other.block = _blocks_of(self.idx, self.text, blocks, None, kinds)
        other.sentence = _sentences(other)
        other.headline = _headlines(other)
        return other

    def doc(self, vocab: Vocab) -> Doc:
        """The tokens as a doc whose sentences are these, for the recogniser."""
        starts: list[bool | int | None] = [
            i == 0 or s != self.sentence[i - 1] for i, s in enumerate(self.sentence)
        ]
        return Doc(vocab, words=self.text, spaces=self.spaces, sent_starts=starts)

    def __len__(self) -> int:
        return len(self.text)

    def namelike(self, i: int) -> bool:
        """Capitalized and not a word that is written in lower case elsewhere."""
        return self.cap[i] and not self.ordinary[i] and self.text[i][-1].isalpha()

    def same_sentence(self, i: int, j: int) -> bool:
        """Whether two tokens stand in one sentence."""
        return (
            0 <= i < len(self.text)
            and 0 <= j < len(self.text)
            and self.sentence[i] == self.sentence[j] >= 0
        )

    def span(self, start: int, end: int) -> Span:
        """The span of the tokens from ``start`` to ``end``."""
        return Span(self.idx[start], self.idx[end - 1] + len(self.text[end - 1]))

    def tokens_of(self, spans: Iterable[Span]) -> list[tuple[int, int]]:
        """The tokens, from start to end, of the spans that begin and end with a token."""
        found = []
        for span in spans:
            start = bisect_left(self.idx, span.start)
            end = bisect_left(self.idx, span.end)
            if (
                start < end
                and self.idx[start] == span.start
                and self.idx[end - 1] + len(self.text[end - 1]) == span.end
            ):
                found.append((start, end))
        return found

    def span_text(self, start: int, end: int) -> str:
        """The text of the tokens from ``start`` to ``end``."""
        last = end - 1
        return self.whole[self.idx[start] : self.idx[last] + len(self.text[last])]


#: Fewest ordinary words in capitals that show that the capitals beside them are style.
_SHOUTING = 2


def _shouted(words: Words) -> Iterator[int]:
    """Tokens in runs of capitals that are style: "THE HON. CHRIS BOWEN MP, MINISTER FOR …"."""
    run: list[int] = []
    for i, text in enumerate([*words.text, "end"]):
        if text.isupper() or not any(map(str.isalpha, text)):
            run.append(i)
            continue
        if sum(words.ordinary[k] and len(words.text[k]) > 3 for k in run) >= _SHOUTING:
            yield from (k for k in run if k < len(words))
        run.clear()


def _blocks_of(
    idx: Sequence[int],
    text: Sequence[str],
    blocks: Sequence[Block],
    dateline: Span | None,
    kinds: Collection[BlockKind],
) -> list[int]:
    found, b = [], 0
    for at, word in zip(idx, text, strict=True):
        while b < len(blocks) and blocks[b].span.end <= at:
            b += 1
        inside = b < len(blocks) and blocks[b].span.start <= at and blocks[b].kind in kinds
        aside = word.isspace() or (dateline is not None and dateline.start <= at < dateline.end)
        found.append(b if inside and not aside else -1)
    return found


_HONORIFICS = (
    lexicon.words("titles", "honorifics")
    | lexicon.words("titles", "generations")
    | lexicon.mapping("titles", "abbreviations").keys()
    | {
        "no",
        "nos",
        "pvt",
        "ltd",
        "inc",
        "co",
        "corp",
        "bros",
        "dept",
        "univ",
        "govt",
        "rs",
        "st",
        "mt",
        "ft",
        "approx",
        "fig",
        "vol",
        "pp",
        "sec",
        "art",
        "vs",
        "cf",
    }
)

#: Words after an abbreviation ("in Washington, D.C. The …") that show a new sentence begins.
_OPENERS = frozenset(
    "the this these that those a an in on at it its he she they we i you as for to from after "
    "before since under our their his her however but and both during with through by today "
    "while when all mr. ms. mr ms dr.".split()
)


def _ends_sentence(words: Words, i: int) -> bool:
    """Whether token ``i`` ends a sentence, closing marks aside."""
    text = words.text[i]
    if text in _ENDERS:
        return not (text == "." and i and words.glued[i - 1] and words.lower[i - 1] in _HONORIFICS)
    return text.endswith(".") and len(text) > 2 and words.lower[i] not in _HONORIFICS


def _sentences(words: Words) -> list[int]:
    """The number of the sentence of each token, -1 outside prose.

    A sentence never crosses a block; it ends at a full stop followed by a capital, a digit or an
    opening mark, but not at the stop of an abbreviation unless a sentence opener follows.
    """
    number, found, pending, abbreviation = -1, [], False, False
    previous_block = -1
    for i, block in enumerate(words.block):
        if block < 0:
            found.append(-1)
            continue
        text = words.text[i]
        if block != previous_block:
            number, pending, previous_block = number + 1, False, block
        elif pending and not (text in _CLOSERS and (words.glued[i - 1] or text in "”’)]")):
            starts = text[0].isupper() or text[0].isdigit() or text[0] in "“‘\"'([*•–—-"
            if starts and (not abbreviation or words.lower[i] in _OPENERS):
                number += 1
            pending = False
        if not (pending and text in _CLOSERS):
            pending = _ends_sentence(words, i)
            abbreviation = pending and text not in _ENDERS and not _MIXED.match(text)
        found.append(number)
    return found


def _headlines(words: Words) -> frozenset[int]:
    """The sentences written as headlines: every word of weight capitalized, and no full stop."""
    long: dict[int, list[bool]] = {}
    stopped: dict[int, bool] = {}
    for i, sentence in enumerate(words.sentence):
        if sentence < 0:
            continue
        stopped[sentence] = words.text[i].endswith(".")
        if len(words.text[i]) > 3 and words.text[i].isalpha():
            long.setdefault(sentence, []).append(words.cap[i])
    return frozenset(
        s
        for s, caps in long.items()
        if len(caps) > 2 and sum(caps) > 0.8 * len(caps) and not stopped[s]
    )
