"""Short releases of our own, and the language wing's stages laid open; the model is loaded once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from pipeline.language import reader as reading
from pipeline.language import standins
from pipeline.language.clauses import Clause, clauses
from pipeline.language.mentions import Mentions
from pipeline.language.quotations import quoted_spans
from pipeline.language.reader import Reader
from pipeline.language.standins import Unit
from pipeline.language.sums import Sums
from pipeline.language.words import Words
from pipeline.models import Block, BlockKind, Event, Facts, Metadata, Release, Span

#: A Thursday.
PUBLISHED = dt.date(2024, 6, 20)

Parsed = tuple[Words, Mentions, list[Unit]]
Said = dict[str, str]


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A reader with the small English model and the project's frames."""
    return reading.load()


def _release(
    *paragraphs: str,
    title: str | None = None,
    published: dt.date | None = PUBLISHED,
    publisher: tuple[str, ...] = (),
    dateline: str | None = None,
    kind: BlockKind = BlockKind.PARAGRAPH,
) -> Release:
    parts = [(BlockKind.TITLE, title)] if title else []
    parts += [(kind, paragraph) for paragraph in paragraphs]
    text, blocks = "", []
    for sort, part in parts:
        text += "\n\n" if text else ""
        blocks.append(Block(sort, Span(len(text), len(text) + len(part))))
        text += part
    at = text.index(dateline) if dateline else 0
    place = Span(at, at + len(dateline)) if dateline else None
    metadata = Metadata(title=title, published=published, publisher=publisher)
    return Release("short.txt", 0, text, tuple(blocks), metadata, place)


@pytest.fixture(scope="session")
def release() -> Callable[..., Release]:
    """A release of the given paragraphs, one block each, of 20 June 2024."""
    return _release


@pytest.fixture(scope="session")
def words_of(reader: Reader) -> Callable[..., Words]:
    """The words of a release of the given paragraphs."""

    def words(*paragraphs: str, **said: object) -> Words:
        made = _release(*paragraphs, **said)  # type: ignore[arg-type]  # passed on as given
        return Words(reader.nlp.make_doc(made.text), made.blocks, made.dateline)

    return words


@pytest.fixture(scope="session")
def parsed(reader: Reader) -> Callable[..., Parsed]:
    """The words, mentions and parsed units of a release of the given paragraphs."""

    def parse(*paragraphs: str, **said: object) -> Parsed:
        made = _release(*paragraphs, **said)  # type: ignore[arg-type]  # passed on as given
        words = Words(reader.nlp.make_doc(made.text), made.blocks, made.dateline)
        country = reader.country(made)
        named = reader._mentions(words, country, made, Sums(made, country))
        quoted = words.tokens_of(quoted_spans(made.text, made.blocks))
        units = reader.parser.parse(list(standins.units(words, named.mentions, quoted)))
        return words, named, units

    return parse


@pytest.fixture(scope="session")
def clauses_of(
    reader: Reader, parsed: Callable[..., Parsed]
) -> Callable[[str], tuple[Words, list[Clause]]]:
    """The words of a text and its clauses, verbs and the frames' nouns."""

    def found(text: str) -> tuple[Words, list[Clause]]:
        words, _, units = parsed(text)
        return words, [c for unit in units for c in clauses(unit, reader.nouns)]

    return found


@pytest.fixture(scope="session")
def facts_of(reader: Reader) -> Callable[..., Facts]:
    """What a release of the given paragraphs says."""

    def understand(*paragraphs: str, **said: object) -> Facts:
        return reader.understand(_release(*paragraphs, **said))  # type: ignore[arg-type]  # as given

    return understand


@pytest.fixture(scope="session")
def listed(reader: Reader) -> Callable[..., Facts]:
    """What a release says that is a paragraph and a list of items below it."""

    def understand(paragraph: str, *items: str) -> Facts:
        made = _release(paragraph, *items)
        blocks = (made.blocks[0], *(replace(b, kind=BlockKind.ITEM) for b in made.blocks[1:]))
        return reader.understand(replace(made, blocks=blocks))

    return understand


@pytest.fixture(scope="session")
def said() -> Callable[[Facts, str], list[Said]]:
    """The events of one type, each role with its fillers' labels joined by semicolons."""
    return lambda facts, type_: [_told(facts, e) for e in facts.events if e.type == type_]


def _told(facts: Facts, event: Event) -> Said:
    labels = {entity.id: entity.label for entity in facts.entities}
    roles: dict[str, list[str]] = {}
    for filler in event.fillers:
        value = labels[filler.entity] if filler.entity else str(filler.literal)
        roles.setdefault(filler.role, []).append(value)
    told = {role: _joined(values) for role, values in roles.items()}
    if event.date:
        told["date"] = event.date.iso
    if event.status != "Occurred":
        told["status"] = event.status.value
    return told


def _joined(values: Iterable[str]) -> str:
    return "; ".join(sorted(values))
