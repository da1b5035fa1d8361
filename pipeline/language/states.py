"""The countries a release is about: *both countries*, *these nations*, the two of the headline."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.language.cast import Cast
from pipeline.language.mentions import Mention

#: The most tokens from one name of a list to the next: a comma, *and* and *the*.
_BESIDE = 3


def both_sides(cast: Cast, token: int) -> list[str]:
    """The two countries, governments or bodies that *both* speaks of."""
    if titled := titled_states(cast):
        return titled
    before = [m for m in cast.order if m.start < token]
    named = _states(cast, before)
    if len(named) != 2:
        named = _states(cast, reversed(before))[:2]
    return cast.enlisted(named) if len(named) == 2 else []


def listed_before(cast: Cast, token: int) -> list[str]:
    """The countries named together last before a token: *El Salvador, Guatemala and Honduras*."""
    states = [(m, s) for m in cast.order if m.end <= token and (s := _state(cast, m))]
    found: list[str] = []
    for i in range(len(states) - 1, -1, -1):
        one, state = states[i]
        if found and not _in_one_list(cast, one, states[i + 1][0]):
            break
        found.insert(0, state)
    return cast.enlisted(found) if len(found) > 1 else []


def _in_one_list(cast: Cast, one: Mention, other: Mention) -> bool:
    """Whether two names stand in one list: a comma and *and the* between them at most."""
    near = other.start - one.end <= _BESIDE
    return near and cast.words.same_sentence(one.start, other.start)


def titled_states(cast: Cast) -> list[str]:
    """The two countries of the headline, if it names just two."""
    titled = _titled(cast)
    return cast.enlisted(titled) if len(titled) == 2 else []


def visited_states(cast: Cast) -> list[str]:
    """The publisher's country and the one foreign country of the headline, or of its people."""
    home, end = f"country/{cast.country}", _title_end(cast)
    abroad = {*_titled(cast), *(c for i, (_, c) in cast.demonyms.items() if i < end)} - {home}
    return cast.enlisted([home, *abroad]) if cast.country and len(abroad) == 1 else []


def _titled(cast: Cast) -> list[str]:
    end = _title_end(cast)
    return _states(cast, (m for m in cast.order if m.start < end))


def _title_end(cast: Cast) -> int:
    return next((i for i in range(len(cast.words)) if cast.words.block[i] > 0), 0)


def _states(cast: Cast, mentions: Iterable[Mention]) -> list[str]:
    """The countries of some mentions, each once."""
    return list(dict.fromkeys(state for m in mentions if (state := _state(cast, m))))


def _state(cast: Cast, one: Mention) -> str | None:
    """The country a mention stands for, whether named itself or through its government."""
    id_ = cast.of.get(one, "")
    if id_.startswith(("country/", "government/")):
        return "country/" + id_.split("/")[1]
    return None
