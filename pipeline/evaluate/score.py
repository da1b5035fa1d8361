"""Count what was found, missed and made up, by event type, role, post and header field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.evaluate.annotations import read_annotations
from pipeline.evaluate.findings import read_findings
from pipeline.evaluate.guide import CORE, ROLES
from pipeline.evaluate.names import likeness
from pipeline.evaluate.pairing import Pairs, pair_events, pair_fillers, pair_posts
from pipeline.evaluate.record import Happening, Office, Record
from pipeline.evaluate.tally import Tally, TypeScore


@dataclass(frozen=True, slots=True)
class Comparison:
    """One annotated document beside its graph: which events and posts answer to each other."""

    gold: Record
    found: Record
    events: dict[str, Pairs]
    posts: Pairs

    def of_type(self, kind: str) -> tuple[list[Happening], list[Happening]]:
        """The annotated and the found events of one type, as the pairs number them."""
        return of_type(self.gold.events, kind), of_type(self.found.events, kind)


@dataclass(frozen=True, slots=True)
class Report:
    """The whole score. ``headers`` count the documents in which a field is right."""

    comparisons: tuple[Comparison, ...]
    types: dict[str, TypeScore]
    posts: Tally
    headers: dict[str, int]
    without_graph: tuple[str, ...]

    @property
    def all_events(self) -> TypeScore:
        """All types of event counted together."""
        return sum(self.types.values(), TypeScore())


def evaluate(gold: Path, graphs: Path, half: str = "all") -> Report:
    """Score graphs against annotations; a document without a graph has missed everything."""
    annotated = tuple(read_annotations(gold, half))
    found = {record.source: record for record in read_findings(graphs)}
    answers = [answer(record, found) for record in annotated]
    nothing = tuple(g.source for g, f in zip(annotated, answers, strict=True) if f is None)
    pairs = zip(annotated, answers, strict=True)
    return report(tuple(compare(g, f or Record(g.source)) for g, f in pairs), nothing)


def answer(gold: Record, found: dict[str, Record]) -> Record | None:
    """The record found for an annotated document: its path, a path that ends so, or its name."""
    if gold.source in found:
        return found[gold.source]
    endings = (f"/{gold.source}", f"/{Path(gold.source).name}")
    for ending in endings:
        matches = [record for source, record in found.items() if f"/{source}".endswith(ending)]
        if len(matches) == 1:
            return matches[0]
    return None


def compare(gold: Record, found: Record) -> Comparison:
    """Pair one document's annotation with what was found in it."""
    pairs = {k: pair_events(of_type(gold.events, k), of_type(found.events, k)) for k in ROLES}
    return Comparison(gold, found, pairs, pair_posts(gold.posts, found.posts))


def of_type(events: Iterable[Happening], kind: str) -> list[Happening]:
    """The events of one type, in order."""
    return [event for event in events if event.type == kind]


def report(comparisons: tuple[Comparison, ...], without_graph: tuple[str, ...] = ()) -> Report:
    """The score of many documents."""
    return Report(
        comparisons,
        {k: sum((_score_type(c, k) for c in comparisons), TypeScore()) for k in ROLES},
        sum((_tally(c.gold.posts, c.found.posts, c.posts) for c in comparisons), Tally()),
        {
            "title": sum(_same_title(c) for c in comparisons),
            "published": sum(c.gold.published == c.found.published for c in comparisons),
            "publisher": sum(_same_publisher(c) for c in comparisons),
        },
        without_graph,
    )


def _score_type(told: Comparison, kind: str) -> TypeScore:
    gold, found = told.of_type(kind)
    pairs = told.events[kind]
    matched = [(gold[i], found[j]) for i, j in pairs]
    return TypeScore(
        _tally(gold, found, pairs),
        {role: _score_role(role, gold, found, matched) for role in ROLES[kind]},
        sum(is_exact(g, f) for g, f in matched),
        sum(g.status == f.status for g, f in matched),
    )


def _score_role(
    role: str,
    gold: Sequence[Happening],
    found: Sequence[Happening],
    matched: Sequence[tuple[Happening, Happening]],
) -> Tally:
    """Fillers of events that were not paired count as missed or made up."""
    return Tally(
        sum(len(event.fill(role)) for event in gold),
        sum(len(event.fill(role)) for event in found),
        sum(len(pair_fillers(role, g.fill(role), f.fill(role))) for g, f in matched),
    )


def is_exact(gold: Happening, found: Happening) -> bool:
    """Whether status and every core role are right, none missing and none extra."""
    return gold.status == found.status and all(
        len(gold.fill(role))
        == len(found.fill(role))
        == len(pair_fillers(role, gold.fill(role), found.fill(role)))
        for role in CORE[gold.type]
    )


def _tally(
    gold: Sequence[Happening | Office], found: Sequence[Happening | Office], pairs: Pairs
) -> Tally:
    return Tally(len(gold), len(found), len(pairs))


def _same_title(told: Comparison) -> bool:
    return likeness(told.found.title, told.gold.title) > 0


def _same_publisher(told: Comparison) -> bool:
    if not told.gold.publisher:
        return not told.found.publisher
    return likeness(told.found.publisher, told.gold.publisher) > 0
