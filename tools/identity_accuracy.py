"""Score who is who across releases against mentions annotated by hand.

``python tools/identity_accuracy.py GRAPH…`` reads the graphs of the releases, proposes identity
over all of them, and scores the mentions of ``tests/graph/identity/gold-*.yaml``: B-cubed
precision, recall and F1 (Bagga and Baldwin 1998), the share of pairs of different things that are
joined, and of pairs of one thing that are left apart.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import yaml

from pipeline.graph.identity import Corpus, Identity, read_corpus, resolve

COLUMNS = (
    "mentions",
    "count",
    "same / different",
    "B³ P",
    "R",
    "F1",
    "false merges",
    "apart",
    "lacking",
)

GOLD = Path(__file__).parents[1] / "tests" / "graph" / "identity"


@dataclass(frozen=True, slots=True)
class Mention:
    """An annotated mention: what it is compared with, whom it names, and the IRI it has."""

    block: str
    who: str
    iri: str


def annotated(path: Path, corpus: Corpus) -> tuple[list[Mention], int]:
    """The mentions of a file that the graphs have, and how many they lack."""
    named: dict[tuple[str, str], str] = {}
    for profile in corpus.profiles:
        digest = profile.document.rpartition("-")[2]
        for name in reversed(profile.names):
            named[digest, name] = profile.iri
    found, lacking = [], 0
    for block, who, digest, name in yaml.safe_load(path.read_text(encoding="utf-8")):
        iri = named.get((digest, name))
        if iri is None:
            lacking += 1
        else:
            found.append(Mention(block, f"{block}/{who}", iri))
    return found, lacking


def b_cubed(mentions: Sequence[Mention], group: Mapping[str, str]) -> tuple[float, float]:
    """Precision and recall, averaged over mentions, each among the mentions of its block."""
    precision = recall = 0.0
    for one in mentions:
        beside = [m for m in mentions if m.block == one.block]
        together = {i for i, m in enumerate(beside) if group[m.iri] == group[one.iri]}
        same = {i for i, m in enumerate(beside) if m.who == one.who}
        precision += len(together & same) / len(together)
        recall += len(together & same) / len(same)
    return precision / len(mentions), recall / len(mentions)


def groups(mentions: Iterable[Mention], found: Identity) -> dict[str, str]:
    """The group of each mention's IRI: itself, where nothing is linked."""
    of = {iri: group[0] for group in found.groups for iri in group}
    return {m.iri: of.get(m.iri, m.iri) for m in mentions}


def report(name: str, mentions: Sequence[Mention], found: Identity, lacking: int) -> str:
    """One row of figures."""
    group = groups(mentions, found)
    close = {frozenset((link.one, link.other)) for link in found.links if not link.same}
    counts: dict[str, int] = defaultdict(int)
    for one, other in combinations(mentions, 2):
        if one.block != other.block:
            continue
        joined = group[one.iri] == group[other.iri]
        kind = "same" if one.who == other.who else "different"
        counts[kind] += 1
        counts[f"{kind} joined"] += joined
        counts[f"{kind} close"] += not joined and frozenset((one.iri, other.iri)) in close
    precision, recall = b_cubed(mentions, group)
    f1 = 2 * precision * recall / (precision + recall)
    merged = counts["different joined"] / max(counts["different"], 1)
    apart = 1 - counts["same joined"] / max(counts["same"], 1)
    return (
        f"| {name} | {len(mentions)} | {counts['same']} / {counts['different']} | {precision:.3f} "
        f"| {recall:.3f} | {f1:.3f} | {merged:.3f} | {apart:.3f} | {lacking} |"
    )


def put(line: str) -> None:
    """Print one line."""
    sys.stdout.write(line + "\n")


def main() -> None:
    """Print a table, one row for each file of annotations, and one for no identity at all."""
    corpus = read_corpus([Path(path) for path in sys.argv[1:] if not path.startswith("--")])
    found = resolve(corpus)
    put(f"| {' | '.join(COLUMNS)} |")
    put("|---" * len(COLUMNS) + "|")
    for path in sorted(GOLD.glob("gold-*.yaml")):
        mentions, lacking = annotated(path, corpus)
        nothing = Identity((), (), ())
        put(report(f"{path.stem}, IRIs alone", mentions, nothing, lacking))
        put(report(path.stem, mentions, found, lacking))
        if "--errors" in sys.argv:
            tell(mentions, groups(mentions, found))


def tell(mentions: Sequence[Mention], group: Mapping[str, str]) -> None:
    """Print the pairs that are wrong."""
    for one, other in combinations(mentions, 2):
        joined = group[one.iri] == group[other.iri]
        if one.block == other.block and joined != (one.who == other.who):
            put("JOINED" if joined else "apart", one.who, one.iri[-60:], other.who, other.iri[-60:])


if __name__ == "__main__":
    main()
