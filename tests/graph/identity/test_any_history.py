"""However a folder of releases came about, what is found is what is found from nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.graph.identity import Decision, Decisions, Identity, read_corpus, resolve, write_links
from tests.graph.identity.conftest import held, person, turtle

ID = "https://w3id.org/communique/id/"
NORWAY = "<https://w3id.org/communique/id/country/NO>"
NO = f"{NORWAY} a cmq:Country ; rdfs:label 'Norway' .\n"
SMITH, LIE = "id:person\\/smith", "id:person\\/mona-lie"
DEAL = """<~/agreement/x> a cmq:Agreement ; rdfs:label 'Lake Fisheries Treaty' ;
 cmq:party id:country\\/NO , id:country\\/SE ; cmq:dateSigned '2021-03-0{day}'^^xsd:date ."""

#: What a release may say: together all that identity tells of is in it.
SAID = (
    NO + held(LIE, "Mona Lie", "Foreign Minister", NORWAY),
    NO + held("id:person\\/lie", "Lie", "Foreign Minister", NORWAY, acting=True),
    NO + held("id:person\\/ola-dahl", "Ola Dahl", "Foreign Minister", NORWAY),
    "<~/person/o> a cmq:Person ; rdfs:label 'Norwegian Foreign Minister' .\n",
    person(SMITH, "Smith", "Secretary of Tea") + DEAL.format(day=1),
    person(SMITH, "Smith", "Senator") + DEAL.format(day=2),
    person("<~/person/k>", "Zebulon Quark") + person("<~/person/r>", "Ida Roe"),
)
DAYS = ("2021-01-02", "2021-06-07", "2022-03-04")

releases = st.tuples(st.sampled_from(SAID), st.sampled_from(DAYS))
#: Each step writes a release under a name, anew or over the one before, or takes it away.
steps = st.lists(st.tuples(st.sampled_from("abcdef"), st.none() | releases), max_size=14)
orders = st.randoms(use_true_random=False)
DECIDED = Decisions(different=(Decision((f"{ID}person/mona-lie", f"{ID}person/lie")),))


def written(files: Sequence[Path], decisions: Decisions) -> bytes:
    found = resolve(read_corpus(files), decisions) if files else Identity((), (), ())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "identity.ttl"
        write_links(found, path)
        return path.read_bytes()


def put(folder: Path, name: str, said: str, day: str) -> None:
    (folder / f"{name}.ttl").write_text(turtle(name, said, day), encoding="utf-8")


@settings(max_examples=60, deadline=None)
@given(steps, orders, st.sampled_from([Decisions(), DECIDED]))
def test_any_history_gives_the_same_bytes(
    history: list[tuple[str, tuple[str, str] | None]],
    order: Random,
    decisions: Decisions,
) -> None:
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        last: dict[str, tuple[str, str]] = {}
        for name, release in history:
            if release is None:
                last.pop(name, None)
                (Path(one) / f"{name}.ttl").unlink(missing_ok=True)
            else:
                last[name] = release
                put(Path(one), name, *release)
                written(sorted(Path(one).iterdir()), decisions)
        names = list(last)
        order.shuffle(names)
        for name in names:
            put(Path(other), name, *last[name])
        grown = [Path(one) / f"{name}.ttl" for name in names]
        made = [Path(other) / f"{name}.ttl" for name in sorted(last)]
        assert written(grown, decisions) == written(made, decisions)


def test_what_the_releases_say_has_all_that_identity_tells_of(tmp_path: Path) -> None:
    def whole(without: str) -> Identity:
        for number, said in enumerate(SAID):
            for day in DAYS:
                put(tmp_path, f"{number}-{day}", "" if said == without else said, day)
        return resolve(read_corpus([tmp_path]))

    found = whole(without="")
    assert found.groups
    assert found.parted
    assert found.tenures
    assert {disagreement.over for disagreement in found.disagreements} == {"date", "holder"}
    found = whole(without=SAID[2])
    assert any("releases show one" in why for link in found.links for why in link.support)
