"""Score who is who across releases against mentions annotated by hand.

``python tools/identity_accuracy.py GRAPH…`` reads the graphs of the releases, proposes identity
over all of them, and scores the mentions of ``tests/graph/identity/gold-*.yaml``: B-cubed
precision, recall and F1 (Bagga and Baldwin 1998), the share of pairs of different things that are
joined, of pairs of one thing that are left apart, and of all pairs on which it abstains: said to
be close, and left to people. ``--into docs/accuracy.md`` puts the table there, ``--errors`` prints
what is wrong.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import sys
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import yaml

from pipeline.graph.identity import Corpus, Identity, read_corpus, resolve
from pipeline.graph.identity.profiles import Profile

COLUMNS = (
    "mentions",
    "count",
    "same / different",
    "B³ P",
    "R",
    "F1",
    "false merges",
    "apart",
    "abstained",
    "lacking",
)

FILES = sorted((Path(__file__).parents[1] / "tests" / "graph" / "identity").glob("gold-*.yaml"))


@dataclass(frozen=True, slots=True)
class Mention:
    """An annotated mention: what it is compared with, whom it names, and the IRI it has there."""

    block: str
    who: str
    iri: str
    document: str


def annotated(path: Path, corpus: Corpus) -> tuple[list[Mention], int]:
    """The mentions of a file that the graphs have, and how many they lack."""
    named: dict[tuple[str, str], Profile] = {}
    for profile in corpus.profiles:
        digest = profile.document.rpartition("-")[2]
        for name in reversed(profile.names):
            named[digest, name] = profile
    found, lacking = [], 0
    for block, who, digest, name in yaml.safe_load(path.read_text(encoding="utf-8")):
        profile = named.get((digest, name))
        if profile is None:
            lacking += 1
        else:
            found.append(Mention(block, f"{block}/{who}", profile.iri, profile.document))
    return found, lacking


def b_cubed(mentions: Sequence[Mention], group: Mapping[Mention, str]) -> tuple[float, float]:
    """Precision and recall, averaged over mentions, each among the mentions of its block."""
    precision = recall = 0.0
    for one in mentions:
        beside = [m for m in mentions if m.block == one.block]
        together = {i for i, m in enumerate(beside) if group[m] == group[one]}
        same = {i for i, m in enumerate(beside) if m.who == one.who}
        precision += len(together & same) / len(together)
        recall += len(together & same) / len(same)
    return precision / len(mentions), recall / len(mentions)


def groups(mentions: Iterable[Mention], found: Identity) -> dict[Mention, str]:
    """The group of each mention: its IRI alone, where nothing is linked."""
    of = {iri: group[0] for group in found.groups for iri in group}
    parted = {(p.iri, p.document): p.here for p in found.parted}
    known = {m: parted.get((m.iri, m.document), m.iri) for m in mentions}
    return {m: of.get(iri, iri) for m, iri in known.items()}


def report(name: str, mentions: Sequence[Mention], found: Identity, lacking: int) -> str:
    """One row of figures."""
    group = groups(mentions, found)
    of = {iri: members[0] for members in found.groups for iri in members}
    close = {
        frozenset((of.get(link.one, link.one), of.get(link.other, link.other)))
        for link in found.links
        if not link.same
    }
    counts: dict[str, int] = defaultdict(int)
    for one, other in combinations(mentions, 2):
        if one.block != other.block:
            continue
        joined = group[one] == group[other]
        kind = "same" if one.who == other.who else "different"
        counts[kind] += 1
        counts[f"{kind} joined"] += joined
        counts["close"] += not joined and frozenset((group[one], group[other])) in close
    precision, recall = b_cubed(mentions, group)
    f1 = 2 * precision * recall / (precision + recall)
    merged = counts["different joined"] / max(counts["different"], 1)
    apart = 1 - counts["same joined"] / max(counts["same"], 1)
    return (
        f"| {name} | {len(mentions)} | {counts['same']} / {counts['different']} | {precision:.3f} "
        f"| {recall:.3f} | {f1:.3f} | {merged:.3f} | {apart:.3f} "
        f"| {counts['close'] / max(counts['same'] + counts['different'], 1):.3f} | {lacking} |"
    )


def put(line: str) -> None:
    """Print one line."""
    sys.stdout.write(line + "\n")


def main() -> None:
    """Print a table, one row for each file of annotations, and one for no identity at all."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("graphs", nargs="+", type=Path)
    asked.add_argument("--into", type=Path)
    asked.add_argument("--errors", action="store_true")
    given = asked.parse_args()
    corpus = read_corpus(given.graphs)
    found = resolve(corpus)
    lines = list(table(corpus, found))
    put("\n".join(lines))
    if given.into:
        write(given.into, section(lines, corpus.documents, dt.date.today()))
    if given.errors:
        for path in FILES:
            mentions, _ = annotated(path, corpus)
            put(f"{path.stem}:")
            tell(mentions, groups(mentions, found))


def table(corpus: Corpus, found: Identity) -> Iterator[str]:
    """The rows for all files of annotations."""
    yield f"| {' | '.join(COLUMNS)} |"
    yield "|---" + "|--:" * (len(COLUMNS) - 1) + "|"
    for path in FILES:
        mentions, lacking = annotated(path, corpus)
        yield report(f"{path.stem}, IRIs alone", mentions, Identity((), (), ()), lacking)
        yield report(path.stem, mentions, found, lacking)


def section(lines: Sequence[str], documents: int, day: dt.date) -> str:
    """The section of the page."""
    told = (
        "Mentions of people, organizations and agreements in real releases, read by hand and "
        "grouped by what they name, against the groups of `communique identity` over "
        f"{documents:,} releases. Rules are written on `gold-develop` alone; `gold-measure` and "
        "`gold-homonyms`, for which namesakes were sought out in releases that no rule was written "
        "on, were annotated before they were first linked. *Abstained* are pairs said to be close "
        "and left to people."
    )
    wrapped = textwrap.fill(told, 98)
    return "\n".join([f"## Who is who, {day}", "", wrapped, "", *lines]) + "\n"


def write(page: Path, told: str) -> None:
    """Put the section last on the page, in the place of the one before."""
    head, *sections = re.split(r"(?m)^(?=## )", page.read_text("utf-8"))
    kept = [each for each in sections if not each.startswith("## Who is who")]
    page.write_text("\n".join(each.rstrip() + "\n" for each in [head, *kept, told]), "utf-8")


def tell(mentions: Sequence[Mention], group: Mapping[Mention, str]) -> None:
    """Print the pairs that are wrong."""
    for one, other in combinations(mentions, 2):
        joined = group[one] == group[other]
        if one.block == other.block and joined != (one.who == other.who):
            wrong = "JOINED" if joined else "apart"
            put(f"{wrong} {one.who} {one.iri[-60:]} {other.who} {other.iri[-60:]}")


if __name__ == "__main__":
    main()
