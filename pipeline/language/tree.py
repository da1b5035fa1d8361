"""The words of a parse as plain values: what spaCy's tokens say, read once.

A token of spaCy is made anew each time that its head or its children are asked for, and the clauses
ask a great deal. These have spaCy's names for what they tell, and no more of them than is needed.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from operator import attrgetter

from spacy.tokens import Doc

_place = attrgetter("i")


class Token:
    """A word of a parse: its form, tag, part of speech and lemma, its head and its children."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "head",
        "i",
        "is_punct",
        "lemma_",
        "like_num",
        "lower_",
        "pos_",
        "tag_",
        "text",
    )
    i: int
    text: str
    lower_: str
    lemma_: str
    tag_: str
    pos_: str
    dep_: str
    like_num: bool
    is_punct: bool
    doc: Tree
    head: Token  # itself for the root
    children: tuple[Token, ...]  # in the order of the text

    @property
    def subtree(self) -> Iterator[Token]:
        """The word and all that hangs on it: what is on its left, itself, what is on its right."""
        waiting: list[tuple[Token, bool]] = [(self, False)]
        while waiting:
            word, opened = waiting.pop()
            if opened or not word.children:
                yield word
                continue
            left = bisect(word.children, word.i, key=_place)
            waiting += ((child, False) for child in reversed(word.children[left:]))
            waiting.append((word, True))
            waiting += ((child, False) for child in reversed(word.children[:left]))

    @property
    def ancestors(self) -> Iterator[Token]:
        """The heads above the word, the nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def __repr__(self) -> str:
        return f"{self.text}/{self.dep_}"


class Tree(tuple[Token, ...]):
    """The words of one parse in the order of the text."""

    __slots__ = ()


NOTHING = Tree()


def tree(doc: Doc) -> Tree:
    """The words of a doc that is tagged and parsed."""
    strings = doc.vocab.strings
    told = doc.to_array(
        ["LOWER", "LEMMA", "TAG", "POS", "DEP", "HEAD", "LIKE_NUM", "IS_PUNCT"]
    ).tolist()
    words = Tree(Token() for _ in told)
    children: list[list[Token]] = [[] for _ in told]
    for i, (word, source, row) in enumerate(zip(words, doc, told, strict=True)):
        lower, lemma, tag, pos, dep, distance, number, mark = row
        word.i, word.doc = i, words
        word.text = source.text
        word.lower_, word.lemma_, word.tag_ = strings[lower], strings[lemma], strings[tag]
        word.pos_, word.dep_ = strings[pos], strings[dep]
        word.like_num, word.is_punct = bool(number), bool(mark)
        at = i + _signed(distance)
        word.head = words[at]
        if at != i:
            children[at].append(word)
    for word, below in zip(words, children, strict=True):
        word.children = tuple(below)
    return words


def _signed(distance: int) -> int:
    """A distance as spaCy's arrays hold it, without a sign."""
    return distance - (1 << 64) if distance >> 63 else distance
