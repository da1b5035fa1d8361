"""What the model is asked, and how seldom."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import fix_random_seed

from pipeline.language.morphology import is_table
from pipeline.language.reader import Reader
from pipeline.language.recogniser import Guess, guesses
from pipeline.language.standins import Unit
from pipeline.language.words import Words
from pipeline.models import Block, BlockKind, Span

TEXT = (
    "The children were singing better songs. The ministers have signed agreements."
    " Ada Moyo said that it was signing. It was signed by ministers, and others sign it."
)
Parsed = tuple[Words, object, list[Unit]]


def test_words_have_the_lemmas_and_parts_of_speech_that_the_model_gives(
    reader: Reader, parsed: Callable[..., Parsed]
) -> None:
    for unit in parsed(TEXT)[2]:
        bare = Doc(
            reader.nlp.vocab,
            words=list(unit.texts),
            tags=[t.tag_ for t in unit.doc],
            deps=[t.dep_ for t in unit.doc],
            heads=[t.head.i for t in unit.doc],
        )
        for _, pipe in reader.nlp.pipeline:
            if is_table(pipe):
                bare = pipe(bare)
        assert [(t.pos_, t.lemma_) for t in unit.doc] == [(t.pos_, t.lemma_) for t in bare]


def test_words_met_before_read_the_same_whatever_stood_between(
    parsed: Callable[..., Parsed],
) -> None:
    def read(text: str) -> list[tuple[str, str]]:
        return [(t.pos_, t.lemma_) for unit in parsed(text)[2] for t in unit.doc]

    first = read("It was signed by ministers.")
    read("Signed, ministers by it were.")
    assert read("It was signed by ministers.") == first


def laid_out(reader: Reader, text: str) -> Words:
    return Words(reader.nlp.make_doc(text), (Block(BlockKind.PARAGRAPH, Span(0, len(text))),))


@pytest.mark.parametrize(
    ("text", "known", "seen"),
    [
        pytest.param("Yesterday Ada Moyo arrived in Lyon.", "", ["Ada Moyo", "Lyon"], id="names"),
        pytest.param("London is far from here.", "", ["London"], id="a name at the beginning"),
        pytest.param("They arrived in Lyon.", "Lyon", [], id="a name that is known"),
        pytest.param("They arrived, and so did I.", "", [], id="no name"),
    ],
)
def test_the_recogniser_is_asked_about_sentences_that_may_name_somebody(
    reader: Reader, text: str, known: str, seen: list[str]
) -> None:
    words = laid_out(reader, text)
    nothing = words.reading((), frozenset())
    tokens = {i for i, word in enumerate(words.text) if word == known}
    found = guesses(reader.nlp, words, nothing, tokens)
    names = [words.span_text(g.start, g.end) for g in found if g.label in ("PERSON", "GPE")]
    assert names == seen


def test_guesses_are_told_by_the_tokens_of_the_whole_text(reader: Reader) -> None:
    words = laid_out(reader, "They arrived on time. Yesterday Ada Moyo left.")
    found = guesses(reader.nlp, words, words.reading((), frozenset()), ())
    assert Guess(6, 8, "PERSON") in found


def test_a_recogniser_that_shares_its_layers_is_asked_through_them() -> None:
    fix_random_seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    listening = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 8,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": 96},
    }
    nlp.add_pipe("ner", config={"model": listening})
    doc = nlp.make_doc("Then Ada Moyo came.")
    example = Example.from_dict(doc, {"entities": [(5, 13, "PERSON")]})
    optimizer = nlp.initialize(lambda: [example])
    for _ in range(30):
        nlp.update([example], sgd=optimizer)
    words = Words(doc, (Block(BlockKind.PARAGRAPH, Span(0, len(doc.text))),))
    found = guesses(nlp, words, words.reading((), frozenset()), ())
    assert found == [Guess(1, 3, "PERSON")]


def test_other_pipelines_of_the_process_keep_their_own_arithmetic(reader: Reader) -> None:
    other = spacy.load(reader.nlp.path or "")
    ours = {layer.ops.use_blis for layer in reader.nlp.get_pipe("ner").model.walk()}  # type: ignore[attr-defined]
    theirs = {layer.ops.use_blis for layer in other.get_pipe("ner").model.walk()}  # type: ignore[attr-defined]
    assert (ours, theirs) == ({False}, {True})
