"""Where graphs and annotations differ: the list that says what to mend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.evaluate.guide import ROLES
from pipeline.evaluate.pairing import pair_fillers
from pipeline.evaluate.record import Happening, Names, Office
from pipeline.evaluate.score import Comparison, Report, is_exact

_WIDTH = 150  # of a passage in the list: longer ones hide what differs


def differences(score: Report) -> str:
    """What each document missed, made up or got wrong: ``-`` missed, ``+`` made up, ``~`` wrong."""
    sections = []
    for told in score.comparisons:
        lines = [*_header_lines(told), *_event_lines(told), *_post_lines(told)]
        if lines:
            sections.append("\n".join((told.gold.source, *lines)))
    return "\n\n".join(sections)


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
