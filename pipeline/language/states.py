"""The countries a release is about: *both countries*, *these nations*, the two of the headline."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.language import lexicon
from pipeline.language.cast import Cast
from pipeline.language.mentions import Kind, Mention
from pipeline.language.standins import Unit
from pipeline.models import BlockKind

_SIDES = lexicon.words("referents", "sides")
_LEADERS = lexicon.words("referents", "leaders")
#: Words before a noun that tell of two: *both*, *our two countries*.
_PAIRING = frozenset(("both", "two", "our", "their"))

#: The most tokens from one name of a list to the next: a comma, *and* and *the*.
_BESIDE = 3


def both_sides(cast: Cast, token: int) -> list[str]:
    """The two countries, governments or bodies that *both* speaks of."""
    if titled := titled_states(cast):
        return titled
    before = [m for m in cast.order if m.start < token]
    named = _states(cast, before)
    if len(named) != 2:
        named = home_and_abroad(cast) or _states(cast, reversed(before))[:2]
    return cast.enlisted(named) if len(named) == 2 else []


def speaks_of_both(unit: Unit) -> bool:
    """Whether a unit speaks of two sides: *both leaders*, *our two countries*, *the Ministers*."""
    return any(
        (word.lower_ in _SIDES | _LEADERS and _PAIRING & {c.lower_ for c in word.children})
        or (word.lower_ in _LEADERS and word.dep_ in ("nsubj", "nsubjpass"))
        for word in unit.doc
    )


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
    titled = _states(cast, _titled(cast))
    return cast.enlisted(titled) if len(titled) == 2 else []


def paired_states(cast: Cast) -> list[str]:
    """The two countries of the headline, if it names them in one breath: *the U.S. and Peru*."""
    states = [m for m in _titled(cast) if _state(cast, m)]
    paired = len(states) > 1 and _in_one_list(cast, states[0], states[1])
    return titled_states(cast) if paired else []


def home_and_abroad(cast: Cast) -> list[str]:
    """The publisher's country and the one foreign country of the headline, or of its people."""
    home = f"country/{cast.country}"
    peoples = (c for i, (_, c) in cast.demonyms.items() if _is_title(cast, i))
    abroad = {*_states(cast, _titled(cast)), *peoples} - {home}
    return cast.enlisted([home, *abroad]) if cast.country and len(abroad) == 1 else []


def names_agreement(cast: Cast) -> bool:
    """Whether the headline names an agreement."""
    return any(one.kind is Kind.AGREEMENT for one in _titled(cast))


def _titled(cast: Cast) -> list[Mention]:
    """The names in the headline, those in titles of office included: *the President of Peru*."""
    named = [m for m in cast.order if _is_title(cast, m.start)]
    return named + [t.organization for m in named for t in m.titles if t.organization]


def _is_title(cast: Cast, token: int) -> bool:
    """Whether a token stands in the headline of the release."""
    block = cast.words.block[token]
    return block >= 0 and cast.release.blocks[block].kind is BlockKind.TITLE


def _states(cast: Cast, mentions: Iterable[Mention]) -> list[str]:
    """The countries of some mentions, each once."""
    return list(dict.fromkeys(state for m in mentions if (state := _state(cast, m))))


def _state(cast: Cast, one: Mention) -> str | None:
    """The country a mention stands for, whether named itself or through its government."""
    id_ = cast.of.get(one, "")
    if id_.startswith(("country/", "government/")):
        return "country/" + id_.split("/")[1]
    return None
