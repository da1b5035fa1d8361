"""The whole of the language wing: a small release with everything, and what can go wrong."""

from __future__ import annotations

import dataclasses
import datetime as dt
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
import spacy

from pipeline.errors import FrameError, ModelError
from pipeline.language import reader as reading
from pipeline.language.reader import Reader
from pipeline.models import Block, BlockKind, EntityKind, Facts, Metadata, Release, Span

FactsOf = Callable[..., Facts]
Said = Callable[[Facts, str], list[dict[str, str]]]

TITLE = "Chile and Peru Sign Memorandum of Understanding on Fisheries"
PARAGRAPHS = (
    "LIMA, June 20 – The Ministry of Fisheries (MinFish) and the Government of Peru today "
    "signed a Memorandum of Understanding (MoU) to protect young fish.",
    "The MoU was signed by Chile's Minister of Fisheries, Ann Vega, and Peru's Minister of Labour, "
    "Luis Rojas, at a ceremony in Lima.",
    "“Both our countries will gain from this,” said Minister Vega. She thanked all the farmers.",
    "The two countries will sign a treaty on harbours in 2026. No agreement on visas was signed.",
)


@pytest.fixture(scope="module")
def facts(facts_of: FactsOf) -> Facts:
    """What the small release says."""
    return facts_of(
        *PARAGRAPHS,
        title=TITLE,
        publisher=("Ministry of Fisheries of Chile",),
        dateline="LIMA, June 20 –",
    )


def test_the_signing_of_headline_lead_and_body(facts: Facts, said: Said) -> None:
    done, *_ = said(facts, "Signing")
    assert done == {
        "signatory": "Ann Vega; Luis Rojas",
        "party": "Chile; Government of Peru; Ministry of Fisheries",
        "agreement": "Memorandum of Understanding (MoU)",
        "date": "2024-06-20",
        "place": "Lima",
    }


def test_what_is_planned_and_what_is_denied(facts: Facts, said: Said) -> None:
    _, planned, denied = said(facts, "Signing")
    assert (planned["party"], planned["date"], planned["status"]) == (
        "Chile; Peru",
        "2026",
        "Planned",
    )
    assert (denied["agreement"], denied["status"]) == ("agreement", "Negated")


def test_what_is_said(facts: Facts, said: Said) -> None:
    assert said(facts, "Statement") == [
        {"speaker": "Ann Vega", "quote": "Both our countries will gain from this,"}
    ]


def test_who_holds_which_post(facts: Facts) -> None:
    assert {(post.person, post.title) for post in facts.posts} == {
        ("person/ann-vega", "Minister of Fisheries"),
        ("person/luis-rojas", "Minister of Labour"),
    }


def test_the_agreement_and_its_aim(facts: Facts) -> None:
    (signed, *_) = facts.agreements
    assert signed.kind == "MemorandumOfUnderstanding"
    assert [aim.of(facts.release.text) for aim in signed.aims] == ["to protect young fish"]


def test_the_entities_of_the_release(facts: Facts) -> None:
    kinds = {entity.label: entity.kind for entity in facts.entities}
    assert kinds["Ann Vega"] is EntityKind.PERSON
    assert kinds["Lima"] is EntityKind.PLACE
    assert kinds["Chile"] is EntityKind.COUNTRY
    assert kinds["Government of Peru"] is EntityKind.GOVERNMENT


# -- what holds of all facts -----------------------------------------------------------------------


def spans(facts: Facts) -> Iterable[Span]:
    for event in facts.events:
        yield from event.evidence
        yield from (f.span for f in event.fillers if f.span)
    for entity in facts.entities:
        yield from entity.mentions
    for post in facts.posts:
        yield from post.evidence
    for agreement in facts.agreements:
        yield from agreement.aims


def referred(facts: Facts) -> Iterable[str]:
    for event in facts.events:
        yield from (f.entity for f in event.fillers if f.entity)
    for post in facts.posts:
        yield from (id_ for id_ in (post.person, post.organization) if id_)
    for agreement in facts.agreements:
        yield from (agreement.id, *agreement.parties)


def test_every_span_begins_and_ends_with_a_word_inside_one_block(facts: Facts) -> None:
    text, blocks = facts.release.text, facts.release.blocks
    for span in spans(facts):
        assert span.of(text) == span.of(text).strip()
        assert any(block.span.covers(span) for block in blocks)


def test_all_that_facts_refer_to_is_an_entity(facts: Facts) -> None:
    ids = [entity.id for entity in facts.entities]
    assert len(ids) == len(set(ids))
    assert set(referred(facts)) <= set(ids)


def test_every_event_has_evidence_in_reading_order_a_frame_and_a_confidence(facts: Facts) -> None:
    for event in facts.events:
        assert event.evidence == tuple(sorted(event.evidence)) != ()
        assert event.frame
        assert 0 < event.confidence <= 1


def test_a_date_of_the_dateline_is_no_date_of_the_text(facts_of: FactsOf, said: Said) -> None:
    facts = facts_of("LIMA, June 3 – Chile signed a treaty.", dateline="LIMA, June 3 –")
    assert "date" not in said(facts, "Signing")[0]


def test_a_release_without_a_date_leaves_today_open(facts_of: FactsOf, said: Said) -> None:
    facts = facts_of("Chile signed a treaty today.", published=None)
    assert "date" not in said(facts, "Signing")[0]


@pytest.mark.parametrize("kind", [BlockKind.HEADER, BlockKind.BOILERPLATE])
def test_what_is_no_prose_states_nothing(facts_of: FactsOf, kind: BlockKind) -> None:
    assert facts_of("Chile signed a treaty with Peru.", kind=kind).events == ()


@pytest.mark.parametrize(
    "text", ["", "\n", "###", "—", "(", "“", "Chile", "signed", "the treaty of"]
)
def test_odd_texts_are_understood_without_a_fact(reader: Reader, text: str) -> None:
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),) if text else ()
    assert reader.understand(Release("odd.txt", 0, text, blocks, Metadata())).events == ()


# -- the publisher's country -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("publisher", "country"),
    [
        (("U.S. Department of Labor",), "US"),
        (("Ministry of Fisheries of Chile",), "CL"),
        (("Government of Peru",), "PE"),
        (("Okafor Inc.", "Government of Peru"), "PE"),
        (("Okafor Inc.",), None),
        ((), None),
    ],
)
def test_the_country_of_the_publisher(
    reader: Reader,
    release: Callable[..., Release],
    publisher: tuple[str, ...],
    country: str | None,
) -> None:
    assert reader.country(release("Words.", publisher=publisher)) == country


# -- the same every time ---------------------------------------------------------------------------


def test_a_release_says_the_same_every_time(reader: Reader, facts: Facts) -> None:
    assert reader.understand(facts.release) == facts


def test_what_was_read_before_does_not_matter(
    reader: Reader, facts: Facts, release: Callable[..., Release]
) -> None:
    reader.understand(release("Kevin Okafor of Zembla (ZMB) signed the treaty with Ghana."))
    assert reader.understand(facts.release) == facts


def test_a_release_is_left_as_it_is(reader: Reader, facts: Facts) -> None:
    before = dataclasses.replace(facts.release)
    assert reader.understand(facts.release).release == before


#: Any seed; the one of the tests' own process is another.
SEED = 1

#: Understands the release given on standard input and prints its facts.
PROGRAM = """
import datetime as dt, sys
from pipeline.language import reader
from pipeline.models import Block, BlockKind, Metadata, Release, Span
text = sys.stdin.read()
block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
metadata = Metadata(published=dt.date(2024, 6, 20))
print(reader.load().understand(Release("short.txt", 0, text, (block,), metadata)))
"""


def test_the_seed_of_hashes_does_not_matter(reader: Reader) -> None:
    text = PARAGRAPHS[1] + " Chile and Peru signed an agreement with Ghana and Kenya."
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    metadata = Metadata(published=dt.date(2024, 6, 20))
    here = reader.understand(Release("short.txt", 0, text, (block,), metadata))
    there = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=text,
        env={"PYTHONHASHSEED": str(SEED), "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    assert there.strip() == repr(here)


# -- the model -------------------------------------------------------------------------------------


def test_a_missing_model_is_an_error_with_a_remedy() -> None:
    with pytest.raises(ModelError, match="'en_zembla'") as caught:
        reading.load("en_zembla")
    assert "--model" in str(caught.value)


@pytest.mark.parametrize("lacking", ["parser", "ner"])
def test_a_pipeline_without_a_component_is_an_error_that_names_it(
    tmp_path: Path, lacking: str
) -> None:
    nlp = spacy.blank("en")
    for name in {"parser", "ner"} - {lacking}:
        nlp.add_pipe(name).add_label("nsubj")  # type: ignore[attr-defined]  # of a trainable pipe
    nlp.initialize()
    nlp.to_disk(tmp_path / "en_bare")
    with pytest.raises(ModelError, match=f"has no {lacking}") as caught:
        reading.load(str(tmp_path / "en_bare"))
    assert "--model" in str(caught.value)


def test_a_missing_folder_of_frames_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FrameError, match="no such folder"):
        reading.load(frames=tmp_path / "none")


def test_the_nouns_of_the_frames_are_predicates(reader: Reader) -> None:
    assert {"signing", "signature", "conclusion"} <= reader.nouns
    assert "sign" not in reader.nouns
