"""Load graphs into a store, and make sure that it holds them: loading twice changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from urllib.parse import urlsplit

from pipeline.errors import StoreError

from .accounts import account_for
from .asking import check_address, client, is_overheard, told
from .cargo import Cargo, gathered
from .kinds import endpoints, kind_named
from .recognise import recognise
from .sameness import has_blank_nodes, says_the_same, statements
from .store import Store

#: Graphs read back at once: while the store writes the next we compare the last.
_READERS = 3

#: Graphs that are compared by one reader before the next takes over: few, so that all have work.
_CHECKED_AT_ONCE = 20

#: Graphs named in a message: what fits a line or two.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Terms:
    """How to load: ``store`` names the kind where it should not be recognised.

    ``batch`` is the most triples of one request, ``timeout`` the seconds for one.
    """

    store: str | None = None
    delete_missing: bool = False
    batch: int = 100_000
    retries: int = 5
    timeout: float = 300.0


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of the graphs, each number one of graphs, but ``triples``.

    ``overheard`` tells that a password may have crossed a network in the clear.
    """

    kind: str
    new: int
    replaced: int
    unchanged: int
    deleted: int
    triples: int
    overheard: bool


def load(
    graphs: Iterable[Path],
    address: str,
    terms: Terms,
    environment: Mapping[str, str],
    tell: Callable[[int, int], None] = lambda done, all_: None,
) -> Loaded:
    """Make a store hold the named graphs of files and folders, and check that it does.

    ``tell`` is called with the steps done and all steps, a triple sent or checked being one. Raises
    :class:`GraphError` for graphs that cannot be read, before anything is sent, and
    :class:`StoreError` for a store that cannot be reached, refuses, or holds something else in the
    end.
    """
    host = urlsplit(check_address(address)).hostname or ""
    account = account_for(host, environment)
    asking = client(account, retries=terms.retries, timeout=terms.timeout)
    with gathered(graphs) as cargo, told(address, terms.timeout), asking:
        kind = kind_named(terms.store) if terms.store else recognise(address, asking)
        store = Store(asking, endpoints(kind, address), terms.batch)
        steps = _Steps(tell, 2 * sum(cargo.print_of(name).triples for name in cargo))
        there = store.counts(tuple(cargo))
        same = {name for name in there if _is_same(store, cargo, name, there[name])}
        _verify(store, cargo, _sent(store, cargo, there, same, steps), steps)
        deleted = _delete_missing(store, cargo) if terms.delete_missing else 0
        return Loaded(
            kind.title,
            new=len(cargo) - len(there),
            replaced=len(there) - len(same),
            unchanged=len(same),
            deleted=deleted,
            triples=sum(cargo.print_of(name).triples for name in cargo),
            overheard=account is not None and is_overheard(address),
        )


class _Steps:
    """Tells how far the work is; several threads may add to it."""

    def __init__(self, tell: Callable[[int, int], None], all_: int) -> None:
        self._tell = tell
        self._all = all_
        self._done = 0
        self._lock = Lock()

    def add(self, steps: int) -> None:
        with self._lock:
            self._done += steps
            self._tell(min(self._done, self._all), self._all)


def _sent(
    store: Store, cargo: Cargo, there: Mapping[str, int], same: set[str], steps: _Steps
) -> Iterator[Sequence[str]]:
    """Send the graphs that the store does not hold as they are, and name those that are there."""
    for name in same:
        steps.add(2 * cargo.print_of(name).triples)
    alone = [
        name
        for name in cargo
        if name not in same and (name in there or has_blank_nodes(cargo.triples(name)))
    ]
    for name in alone:
        store.replace(name, cargo.triples(name))
        steps.add(cargo.print_of(name).triples)
    yield alone
    new = set(cargo).difference(same, alone)
    for triples, names in store.add((name, cargo.triples(name)) for name in sorted(new)):
        steps.add(triples)
        yield names


def _delete_missing(store: Store, cargo: Cargo) -> int:
    """Take out the graphs of documents that are not among those loaded."""
    missing = [name for name in store.releases() if name not in cargo]
    for name in missing:
        store.remove(name)
    return len(missing)


def _verify(store: Store, cargo: Cargo, sent: Iterable[Sequence[str]], steps: _Steps) -> None:
    """Compare what the store holds with what was sent: the last graphs while the next are sent.

    Stores that are loaded graph by graph are read after that: not all let one read meanwhile.
    """
    sent = sent if store.endpoints.quads else tuple(sent)
    with ThreadPoolExecutor(_READERS) as pool:
        checks, number = [], 0
        for names in sent:
            number += len(names)
            for at in range(0, len(names), _CHECKED_AT_ONCE):
                part = names[at : at + _CHECKED_AT_ONCE]
                checks.append(pool.submit(_differing, store, cargo, part, steps))
        wrong = sorted(told for check in checks for told in check.result())
    if wrong:
        more = f" and {len(wrong) - _NAMED} more" if len(wrong) > _NAMED else ""
        raise StoreError(
            f"{len(wrong)} of {number} graphs are not there as they were sent:"
            f" {', '.join(wrong[:_NAMED])}{more}",
            where=store.endpoints.query,
            remedy="load them again while nobody else writes",
        )


def _differing(store: Store, cargo: Cargo, names: Sequence[str], steps: _Steps) -> list[str]:
    """Those of the graphs that the store does not hold as they were sent, with what it counts."""
    counts = store.counts(names)
    wrong = []
    for name in names:
        count, triples = counts.get(name, 0), cargo.print_of(name).triples
        if not _is_same(store, cargo, name, count):
            wrong.append(f"{name} ({count} of {triples})")
        steps.add(triples)
    return wrong


def _is_same(store: Store, cargo: Cargo, name: str, count: int) -> bool:
    """Whether the store holds a graph: it counts as many triples as it returns, and the same."""
    sent = cargo.print_of(name)
    if count < sent.triples:
        return False
    returned = store.fetch(name, count)
    return len(statements(returned)) >= count and says_the_same(returned, sent)
