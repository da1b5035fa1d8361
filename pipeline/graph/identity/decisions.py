"""What people have decided: who is the same and who is not, whatever the rules say.

The file is YAML: ``same`` and ``different`` list decisions, each ``between`` two IRIs or more, with
``why`` and ``who`` if one likes. What stands under ``undecided`` waits for a person to move it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from pipeline.errors import GraphError

_KEYS = ("between", "why", "who")


@dataclass(frozen=True, slots=True)
class Decision:
    """That several IRIs name one, or that none of them is another; why, and who says so."""

    between: tuple[str, ...]
    why: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class Decisions:
    """All that is decided."""

    same: tuple[Decision, ...] = field(default=())
    different: tuple[Decision, ...] = field(default=())


def read_decisions(path: Path) -> Decisions:
    """The decisions of a YAML file with the keys ``same`` and ``different``.

    Raises :class:`GraphError` for a file that cannot be read or says something else.
    """
    try:
        said = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except OSError as error:
        raise GraphError(error.strerror or str(error), where=str(path)) from error
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise GraphError(
            f"is not YAML: {' '.join(str(error).split())}", where=str(path), remedy="mend the line"
        ) from error
    if not isinstance(said, Mapping) or not said.keys() <= {"same", "different", "undecided"}:
        raise GraphError(
            "holds something else than decisions",
            where=str(path),
            remedy="begin its parts with 'same:' and 'different:'",
        )
    return Decisions(
        *(
            tuple(_decision(one, path) for one in _listed(said.get(part), part, path))
            for part in ("same", "different")
        )
    )


def _listed(said: object, part: str, path: Path) -> Sequence[object]:
    if said is None:
        return ()
    if not isinstance(said, list):
        raise GraphError(f"'{part}' is no list", where=str(path), remedy="put '- ' before each")
    return said


def _decision(said: object, path: Path) -> Decision:
    if (
        not isinstance(said, Mapping)
        or not said.keys() <= set(_KEYS)
        or not isinstance(said.get("between"), list)
        or len(said["between"]) < 2
    ):
        raise GraphError(
            f"a decision says {said!r}",
            where=str(path),
            remedy="give 'between: [IRI, IRI]', and, if you like, 'why' and 'who'",
        )
    return Decision(
        tuple(str(iri) for iri in said["between"]),
        str(said.get("why") or ""),
        str(said.get("who") or ""),
    )


def write_undecided(pairs: Sequence[Decision], path: Path) -> None:
    """Write pairs, each with the reasons, for a person to move below ``same`` or ``different``."""
    waiting = [{"between": list(one.between), "why": one.why} for one in pairs]
    said = {"same": [], "different": [], "undecided": waiting}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(said, sort_keys=False, allow_unicode=True, width=100), "utf-8")
