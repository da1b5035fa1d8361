"""The words of a parse tell what spaCy's tokens tell."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from pipeline.language.reader import Reader
from pipeline.language.tree import NOTHING, tree

SENTENCES = [
    "Smith, who signed it, said that France had not paid 20 dollars.",
    "A hearing is scheduled on the issue today.",  # whose branches cross
    "Who did they say that they had met?",
    '"Yes" (and no): 3.5 %, 7th, seven!',
    "signed",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_every_word_is_told_as_by_the_model(reader: Reader, text: str) -> None:
    doc = reader.nlp(text)
    words = tree(doc)
    assert len(words) == len(doc)
    for word, token in zip(words, doc, strict=True):
        assert words[word.i] is word
        assert word.doc is words
        told = ("text", "lower_", "lemma_", "tag_", "pos_", "dep_", "like_num", "is_punct")
        assert [getattr(word, name) for name in told] == [getattr(token, name) for name in told]
        assert word.head.i == token.head.i
        assert [w.i for w in word.children] == [t.i for t in token.children]
        assert [w.i for w in word.subtree] == [t.i for t in token.subtree]
        assert [w.i for w in word.ancestors] == [t.i for t in token.ancestors]


def test_a_text_without_words_has_an_empty_tree(reader: Reader) -> None:
    assert tree(reader.nlp("")) == NOTHING


def test_a_tree_may_be_deeper_than_calls_may_nest(reader: Reader) -> None:
    deep = 5_000
    heads = [*range(1, deep), deep - 1]
    doc = Doc(reader.nlp.vocab, ["of"] * deep, heads=heads, deps=["dep"] * deep, pos=["ADP"] * deep)
    assert [w.i for w in tree(doc)[-1].subtree] == [*range(deep)]
