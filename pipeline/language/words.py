"""The tokens of a doc with what the word lists know of each, computed once."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from copy import copy

from spacy.tokens import Doc

from pipeline.language import lexicon
from pipeline.language.sentences import headlines, sentences
from pipeline.models import PROSE, Block, BlockKind, Span

_INITIAL = re.compile(r"(?:[A-Z]\.)+[A-Z]?\.?$|[A-Z]$|(?:Ch|St|Wm|Th)\.$")
_ACRONYM = re.compile(
    r"[A-Z][A-Z0-9&/.-]*[A-Z0-9]$|[A-Z]{2,}s?$|(?!Mc|Mac|De|Di|La|Le|Fitz|O)[A-Z][a-z]+[A-Z]\w*$"
)


class Words:
    """Parallel lists over the tokens of a doc: text, letter case, lexical class, block, sentence.

    ``block[i]`` is the index of the prose block a token stands in, or -1 for a token outside prose;
    ``headline`` are the sentences in which nearly every long word is capitalized.
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
        self.sentence = sentences(self.text, self.glued, self.block)
        self.headline = headlines(self.text, self.sentence)

    def reading(self, blocks: Sequence[Block], kinds: Collection[BlockKind]) -> Words:
        """The same tokens with other kinds of block read as prose."""
        other = copy(self)
        other.block = _blocks_of(self.idx, self.text, blocks, None, kinds)
        other.sentence = sentences(other.text, other.glued, other.block)
        other.headline = headlines(other.text, other.sentence)
        return other

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
