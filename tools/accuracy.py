"""Write the figures of today into docs/accuracy.md, for both halves of the annotations.

Run by `make accuracy`, with the folder of annotations, the folder of graphs and the page to write.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from pathlib import Path

from pipeline.evaluate import as_json, evaluate

HALVES = {"develop": "the half developed on", "measure": "the other half"}
_INTRODUCTION = """# Accuracy

How well the facts of graphs agree with annotations made by hand, by the rules of
[evaluation](evaluation.md). One half of the annotated releases is read while rules are written; of
the other only counts are looked at, so its figures tell more. Written by `make accuracy`; the
annotated releases are not part of this repository.
"""


def section(day: dt.date, gold: Path, graphs: Path) -> str:
    """The figures of one day, a table for each half."""
    lines = [f"## {day.isoformat()}"]
    for half, name in HALVES.items():
        told = json.loads(as_json(evaluate(gold, graphs, half)))
        lines += ["", f"On {name}, {told['releases']} releases:", "", *_table(told)]
    return "\n".join(lines) + "\n"


def _table(told: dict[str, object]) -> list[str]:
    events = told["events"]
    assert isinstance(events, dict)
    rows = [
        "| | annotated | found | P | R | F1 | roles F1 | exact |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for name, score in events.items():
        roles = score["all_roles"]
        rows.append(
            f"| {name} | {score['gold']} | {score['found']} | {_figures(score)} "
            f"| {_two(roles['f1'])} | {score['exact']} |"
        )
    posts = told["posts"]
    assert isinstance(posts, dict)
    rows.append(f"| posts | {posts['gold']} | {posts['found']} | {_figures(posts)} | | |")
    return rows


def _figures(score: dict[str, float | None]) -> str:
    return " | ".join(_two(score[key]) for key in ("precision", "recall", "f1"))


def _two(figure: float | None) -> str:
    return "–" if figure is None else f"{figure:.2f}"


def write(page: Path, told: str) -> None:
    """Put a day's section at the top of the page, in the place of one of the same day."""
    old = page.read_text("utf-8") if page.exists() else _INTRODUCTION
    head, *days = re.split(r"(?m)^(?=## )", old)
    days = [day for day in days if not day.startswith(told.splitlines()[0])]
    page.write_text(
        "\n".join([head.rstrip() + "\n", told, *(d.rstrip() + "\n" for d in days)]), "utf-8"
    )


def main(arguments: list[str]) -> None:
    """Score the graphs and write the page."""
    gold, graphs, page = (Path(argument) for argument in arguments)
    write(page, section(dt.date.today(), gold, graphs))


if __name__ == "__main__":
    main(sys.argv[1:])
