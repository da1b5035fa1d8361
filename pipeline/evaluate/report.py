"""A score as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pipeline.evaluate.score import Report
from pipeline.evaluate.tally import Tally, TypeScore


def as_text(score: Report) -> str:
    """The score as a table of plain text."""
    return "\n".join((*_type_lines(score), "", *_role_lines(score), "", *_other_lines(score)))


def as_json(score: Report) -> str:
    """The score as JSON, figures rounded to three places."""
    whole = {
        "releases": len(score.comparisons),
        "without_graph": score.without_graph,
        "events": {kind: _type_value(value) for kind, value in _types(score)},
        "posts": _tally_value(score.posts),
        "headers": score.headers,
    }
    return json.dumps(whole, indent=2)


def _types(score: Report) -> Iterator[tuple[str, TypeScore]]:
    yield from score.types.items()
    yield "all events", score.all_events


def _type_lines(score: Report) -> Iterator[str]:
    yield (
        f"{'':12} {'gold':>5} {'found':>5} {'right':>5}   {'P':>4} {'R':>4} {'F1':>4}   "
        f"{'roles P':>7} {'R':>4} {'F1':>4}   {'exact':>11}   status"
    )
    for kind, value in _types(score):
        events, roles = value.events, value.all_roles
        exact = f"{value.exact} of {events.gold}"
        yield (
            f"{kind:12} {_counts(events)}   {_figures(events)}   {'':3}{_figures(roles)}   "
            f"{exact:>11}   {_share(value.statuses, events.right)}"
        )


def _role_lines(score: Report) -> Iterator[str]:
    yield f"{'role':27} {'gold':>5} {'found':>5} {'right':>5}   {'P':>4} {'R':>4} {'F1':>4}"
    for kind, value in score.types.items():
        for role, tally in value.roles.items():
            if tally.gold or tally.found:
                yield f"{kind:12} {role:14} {_counts(tally)}   {_figures(tally)}"


def _other_lines(score: Report) -> Iterator[str]:
    yield f"{'posts':27} {_counts(score.posts)}   {_figures(score.posts)}"
    statements = score.types["Statement"]
    speakers = statements.all_roles.right
    yield f"speakers of paired statements: {speakers} of {statements.events.right} right"
    count = len(score.comparisons)
    yield "headers: " + ", ".join(
        f"{field} {_share(right, count)}" for field, right in score.headers.items()
    )
    without = len(score.without_graph)
    yield f"releases: {count}" + (f", {without} of them without a graph" if without else "")


def _counts(tally: Tally) -> str:
    return f"{tally.gold:5} {tally.found:5} {tally.right:5}"


def _figures(tally: Tally) -> str:
    return f"{_two(tally.precision)} {_two(tally.recall)} {_two(tally.f1)}"


def _share(right: int, count: int) -> str:
    return _two(right / count if count else None)


def _two(figure: float | None) -> str:
    return "   –" if figure is None else f"{figure:.2f}"


def _type_value(value: TypeScore) -> dict[str, object]:
    return {
        **_tally_value(value.events),
        "exact": value.exact,
        "status_right": value.statuses,
        "all_roles": _tally_value(value.all_roles),
        "roles": {role: _tally_value(tally) for role, tally in value.roles.items()},
    }


def _tally_value(tally: Tally) -> dict[str, float | None]:
    return {
        "gold": tally.gold,
        "found": tally.found,
        "right": tally.right,
        "precision": _three(tally.precision),
        "recall": _three(tally.recall),
        "f1": _three(tally.f1),
    }


def _three(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 3)
