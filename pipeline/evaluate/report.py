"""A score as a table, as JSON, and as the list of what to mend."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from pipeline.evaluate.guide import ROLES
from pipeline.evaluate.pairing import pair_fillers
from pipeline.evaluate.record import Happening, Names, Office
from pipeline.evaluate.score import Comparison, Report, Tally, TypeScore, is_exact

_WIDTH = 150  # of a passage in the list: longer ones hide what differs


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


def differences(score: Report) -> str:
    """What each document missed, made up or got wrong: ``-`` missed, ``+`` made up, ``~`` wrong."""
    sections = []
    for told in score.comparisons:
        lines = [*_header_lines(told), *_event_lines(told), *_post_lines(told)]
        if lines:
            sections.append("\n".join((told.gold.source, *lines)))
    return "\n\n".join(sections)


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
    return _two(right / count) if count else "  – "


def _two(figure: float) -> str:
    return f"{figure:.2f}"


def _type_value(value: TypeScore) -> dict[str, object]:
    return {
        **_tally_value(value.events),
        "exact": value.exact,
        "status_right": value.statuses,
        "all_roles": _tally_value(value.all_roles),
        "roles": {role: _tally_value(tally) for role, tally in value.roles.items()},
    }


def _tally_value(tally: Tally) -> dict[str, float]:
    return {
        "gold": tally.gold,
        "found": tally.found,
        "right": tally.right,
        "precision": round(tally.precision, 3),
        "recall": round(tally.recall, 3),
        "f1": round(tally.f1, 3),
    }


def _header_lines(told: Comparison) -> Iterator[str]:
    gold, found = told.gold, told.found
    if gold.published != found.published:
        yield f"  ~ published {gold.published}, found {found.published}"


def _event_lines(told: Comparison) -> Iterator[str]:
    for kind in ROLES:
        gold, found = told.of_type(kind)
        pairs = told.events[kind]
        for i, j in sorted(pairs):
            yield from _wrong_lines(gold[i], found[j])
        yield from _unpaired_lines("-", gold, {i for i, _ in pairs})
        yield from _unpaired_lines("+", found, {j for _, j in pairs})


def _unpaired_lines(sign: str, events: list[Happening], paired: set[int]) -> Iterator[str]:
    for number, event in enumerate(events):
        if number not in paired:
            yield f"  {sign} {_heading(event)}"
            yield from (f"      {role}: {_several(event.fill(role))}" for role in _filled(event))


def _wrong_lines(gold: Happening, found: Happening) -> Iterator[str]:
    lines = [line for role in ROLES[gold.type] for line in _wrong_role_lines(role, gold, found)]
    if gold.status != found.status:
        lines.insert(0, f"      status {gold.status}, found {found.status}")
    if lines:
        yield f"  ~ {_heading(gold)}{'  (exact)' if is_exact(gold, found) else ''}"
        yield from lines


def _wrong_role_lines(role: str, gold: Happening, found: Happening) -> Iterator[str]:
    pairs = pair_fillers(role, gold.fill(role), found.fill(role))
    missed = _without(gold.fill(role), {i for i, _ in pairs})
    extra = _without(found.fill(role), {j for _, j in pairs})
    if missed or extra:
        signs = (("-", missed), ("+", extra))
        told = "  ".join(f"{sign} {_several(names)}" for sign, names in signs if names)
        yield f"      {role}: {told}"


def _post_lines(told: Comparison) -> Iterator[str]:
    for i in _others(told.gold.posts, {i for i, _ in told.posts}):
        yield f"  - post {_office(told.gold.posts[i])}"
    for j in _others(told.found.posts, {j for _, j in told.posts}):
        yield f"  + post {_office(told.found.posts[j])}"


def _others(posts: tuple[Office, ...], paired: set[int]) -> Iterable[int]:
    return (number for number in range(len(posts)) if number not in paired)


def _office(post: Office) -> str:
    return f"{post.person[0]}, {post.post[0]}"


def _heading(event: Happening) -> str:
    words = " … ".join(event.quotes[:1] or event.evidence)
    shown = " ".join(words.split())
    cut = shown if len(shown) <= _WIDTH else shown[: _WIDTH - 1] + "…"
    return f"{event.type} ({event.status}) “{cut}”"


def _filled(event: Happening) -> Iterator[str]:
    return (role for role in ROLES[event.type] if event.fill(role))


def _without(fillers: tuple[Names, ...], paired: set[int]) -> tuple[Names, ...]:
    return tuple(names for number, names in enumerate(fillers) if number not in paired)


def _several(fillers: tuple[Names, ...]) -> str:
    return " | ".join(names[0] for names in fillers)
