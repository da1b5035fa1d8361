"""An archive of three documents, written for these tests, in which every question has an answer.

What a reader would find in them stands here by hand, so that the answers do not change when the
reading of releases does. Oria, Syldavia and Borduria are on no map.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from rdflib import Graph

from pipeline.graph.build import build
from pipeline.graph.identity import read_corpus, resolve
from pipeline.graph.identity.links import links_of
from pipeline.graph.oxigraph import graph
from pipeline.graph.write import write
from pipeline.models import (
    Agreement,
    Amount,
    Entity,
    EntityKind,
    Event,
    Facts,
    Filler,
    Metadata,
    PartialDate,
    Post,
    Release,
    Span,
    Status,
)

BASE = "https://example.org/id/"

#: id: kind, label; the shared ones are the same in every release.
_SHARED = {
    "country/OR": ("Country", "Oria"),
    "country/SY": ("Country", "Syldavia"),
    "country/BO": ("Country", "Borduria"),
    "agency/ports": ("Agency", "Ministry of Ports"),
    "agency/coast-guard": ("Agency", "Coast Guard"),
    "person/ida-brandt": ("Person", "Ida Brandt"),
    "person/otto-kral": ("Person", "Otto Kral"),
    "place/klow": ("Place", "Klow"),
}
_PARENTS = {"agency/coast-guard": "agency/ports"}
_SCOPED = {
    "agreement/ferry-pact": ("Agreement", "Ferry Pact"),
    "agreement/harbour-treaty": ("Agreement", "Harbour Treaty"),
    "agreement/coast-convention": ("Agreement", "Coast Convention"),
    "agreement/lighthouse-accord": ("Agreement", "Lighthouse Accord"),
    "agreement/tunnel-contract": ("Agreement", "Tunnel Contract"),
    "agreement/letters-of-intent": ("Agreement", "letters of intent"),
    "agreement/joint-statement": ("Agreement", "Joint Statement"),
    "person/rolf-steen": ("Person", "Rolf Steen"),
    "person/max-holm": ("Person", "Max Holm"),
    "person/eva-lind": ("Person", "Eva Lind"),
    "organization/harbour-court": ("Organization", "Harbour Court"),
    "organization/kelp-farm": ("Organization", "Kelp Farm"),
}
_KNOWN = {**_SHARED, **_SCOPED}

#: What sums of money come to, in the currency that ISO keeps for tests.
_AMOUNTS = {"3 million crowns": Amount(Decimal(3_000_000), "XTS")}

#: What stands in a release of the sample: its words for an entity where they are not its label.
_WORDS = {"person/ida-brandt": "Brandt", "person/otto-kral": "Kral"}


@dataclass(frozen=True)
class Draft:
    """A release while its facts are written down: words stand for their place in its text."""

    source: str
    title: str
    day: str
    text: str
    publisher: str = "Ministry of Ports"
    part: int = 0
    named: dict[str, None] = field(default_factory=dict)

    def at(self, words: str) -> Span:
        """Where words first stand."""
        start = self.text.index(words)
        return Span(start, start + len(words))

    def event(
        self,
        type_: str,
        *said: str,
        status: Status = Status.OCCURRED,
        kind: str | None = None,
        date: str | None = None,
        confidence: float = 0.9,
        doubts: tuple[str, ...] = (),
        **roles: str | int | tuple[str, ...],
    ) -> Event:
        """An event stated by some words; a role holds ids of entities, other words or a number."""
        fillers = [
            filler
            for role, values in roles.items()
            for value in (values if isinstance(values, tuple) else (values,))
            for filler in [self._filler(role, value)]
        ]
        return Event(
            type=type_,
            status=status,
            evidence=tuple(map(self.at, said)),
            fillers=tuple(fillers),
            kind=kind,
            date=PartialDate(date) if date else None,
            confidence=confidence,
            doubts=doubts,
            frame=type_.lower(),
        )

    def _filler(self, role: str, value: str | int) -> Filler:
        if value not in _KNOWN:
            return Filler(role, literal=value, amount=_AMOUNTS.get(str(value)))
        entity = str(value)
        self.named[entity] = None
        return Filler(role, entity, span=self.at(self.words(entity)))

    def words(self, entity: str) -> str:
        """What the release calls an entity."""
        label = _KNOWN[entity][1]
        return label if label in self.text else _WORDS[entity]

    def post(self, person: str, title: str, organization: str, **held: bool) -> Post:
        """A post that the release gives someone in the words of its title."""
        self.named.update(dict.fromkeys((person, organization)))
        return Post(person, title, organization, evidence=(self.at(title),), **held)

    def facts(
        self,
        events: tuple[Event, ...] = (),
        posts: tuple[Post, ...] = (),
        agreements: tuple[Agreement, ...] = (),
    ) -> Facts:
        """All that is said, with the entities that it is said of."""
        for deal in agreements:
            ids = (deal.id, *deal.follows, *deal.implements, *deal.replaces, *deal.parties)
            self.named.update(dict.fromkeys(ids))
        self.named.update(dict.fromkeys(_PARENTS[each] for each in self.named if each in _PARENTS))
        released = Release(
            source=self.source,
            part=self.part,
            text=self.text,
            blocks=(),
            metadata=Metadata(
                title=self.title,
                published=dt.date.fromisoformat(self.day),
                publisher=(self.publisher,),
                topics=("Ports",),
            ),
        )
        return Facts(released, tuple(map(self._entity, self.named)), agreements, posts, events)

    def _entity(self, identifier: str) -> Entity:
        kind, label = _KNOWN[identifier]
        words = self.words(identifier) if label in self.text or identifier in _WORDS else None
        return Entity(
            id=identifier,
            kind=EntityKind(kind),
            label=label,
            alt_labels=("I. Brandt",) if identifier == "person/ida-brandt" else (),
            shared=identifier in _SHARED,
            mentions=(self.at(words),) if words else (),
            parent=_PARENTS.get(identifier),
        )


def ferries() -> tuple[Facts, Facts]:
    """A signing with what it builds on, what was said there, and a joint statement as a part."""
    signed = "Brandt and Kral signed the Ferry Pact of Oria and Syldavia in Klow on 4 March 2021"
    d = Draft(
        "archive/ferries.md",
        "Ferry Pact signed",
        "2021-03-04",
        f"Ferry Pact signed\n\n{signed}, each on behalf of a government. It follows the Harbour "
        "Treaty, which replaced the Coast Convention, to keep both shores in reach of each other. "
        "“Our ferries will be on time,” said Acting Minister of Ports Ida Brandt of the Ferry "
        "Pact. “The sea is calm,” was heard in the hall. Both met former Harbour Master Rolf Steen "
        "about tariffs. They will meet in June 2021. The Lighthouse Accord is to be signed in "
        "2022. The Tunnel Contract was not signed. Oria and Borduria signed two letters of intent.",
    )
    both = ("person/ida-brandt", "person/otto-kral")
    sides = ("country/OR", "country/SY")
    pact = "agreement/ferry-pact"
    events = (
        d.event(
            "Signing", "Ferry Pact signed", signed, date="2021-03-04", signatory=both, party=sides,
            agreement=pact, place="place/klow", onBehalfOf="country/OR",
        ),
        d.event(
            "Statement", "Our ferries will be on time,", date="2021-03-04",
            speaker="person/ida-brandt", about=pact, quote="Our ferries will be on time,",
        ),
        d.event("Statement", "The sea is calm,", quote="The sea is calm,"),
        d.event(
            "Meeting", "Both met former Harbour Master Rolf Steen", date="2021-03-04",
            participant=(*both, "person/rolf-steen"), topic="tariffs", place="place/klow",
        ),
        d.event(
            "Meeting", "They will meet in June 2021", status=Status.PLANNED, date="2021-06",
            participant=both,
        ),
        d.event(
            "Signing", "The Lighthouse Accord is to be signed in 2022", status=Status.PLANNED,
            date="2022", agreement="agreement/lighthouse-accord",
        ),
        d.event(
            "Signing", "The Tunnel Contract was not signed", status=Status.NEGATED,
            agreement="agreement/tunnel-contract",
        ),
        d.event(
            "Signing", "Oria and Borduria signed two letters of intent", confidence=0.4,
            doubts=("no one is named who signed",), party=("country/OR", "country/BO"),
            agreement="agreement/letters-of-intent", count=2,
        ),
    )  # fmt: skip
    posts = (
        d.post("person/ida-brandt", "Acting Minister of Ports", "agency/ports", acting=True),
        d.post("person/rolf-steen", "Harbour Master", "agency/ports", former=True),
    )
    aim = d.at("to keep both shores in reach of each other")
    agreements = (
        Agreement(pact, "Pact", aims=(aim,), follows=("agreement/harbour-treaty",)),
        Agreement("agreement/harbour-treaty", replaces=("agreement/coast-convention",)),
    )
    joint = Draft(
        "archive/ferries.md", "Joint Statement", "2021-03-04",
        "Joint Statement\n\nOria and Syldavia share one sea.", part=1,
    )  # fmt: skip
    shared = Agreement("agreement/joint-statement", "JointStatement", parties=sides)
    return d.facts(events, posts, agreements), joint.facts(agreements=(shared,))


def courts() -> tuple[Facts, ...]:
    """One case from charge to sentence, and another that is open."""
    d = Draft(
        "archive/courts.md",
        "Smuggler sentenced",
        "2021-06-10",
        "Smuggler sentenced\n\nMax Holm was charged with smuggling on 3 May 2020. He was convicted "
        "in February 2021. The Harbour Court sentenced Max Holm to three years in prison, the "
        "Coast Guard said. Eva Lind was charged with fraud.",
        publisher="Coast Guard",
    )
    holm, court = "person/max-holm", "organization/harbour-court"
    events = (
        d.event(
            "LegalAction", "Max Holm was charged with smuggling on 3 May 2020", kind="Charge",
            date="2020-05-03", defendant=holm, offense="smuggling",
        ),
        d.event(
            "LegalAction", "He was convicted in February 2021", kind="Conviction",
            date="2021-02", defendant=holm, offense="smuggling",
        ),
        d.event(
            "LegalAction", "Smuggler sentenced",
            "The Harbour Court sentenced Max Holm to three years in prison", kind="Sentencing",
            date="2021-06-10", defendant=holm, offense="smuggling", court=court,
            penalty="three years in prison", agency="agency/coast-guard",
        ),
        d.event(
            "LegalAction", "Eva Lind was charged with fraud", kind="Charge",
            defendant="person/eva-lind", offense="fraud",
        ),
    )  # fmt: skip
    charged, convicted, sentenced, _ = events
    steps = ((convicted, charged), (sentenced, convicted))
    return (replace(d.facts(events), steps=steps),)


def seasons() -> tuple[Facts, ...]:
    """A ministry's year: posts given and left, money, sanctions, and the pact dated otherwise."""
    d = Draft(
        "archive/seasons.md",
        "The ministry's year",
        "2022-01-05",
        "The ministry's year\n\nOria and Syldavia signed the Ferry Pact on 5 March 2021. Minister "
        "of Ports Ida Brandt resigned on 1 December 2021. Otto Kral named Rolf Steen Harbour "
        "Master in 2021. The Ministry of Ports awarded 3 million crowns to Kelp Farm for kelp. "
        "It will award 500,000 crowns for buoys in 2023. Borduria was sanctioned by Syldavia under "
        "the Salt Act. “Salt is dear,” said Kral.",
    )
    events = (
        d.event(
            "Signing", "Oria and Syldavia signed the Ferry Pact on 5 March 2021",
            date="2021-03-05", party=("country/OR", "country/SY"), agreement="agreement/ferry-pact",
        ),
        d.event(
            "Appointment", "Ida Brandt resigned on 1 December 2021", kind="Resigned",
            date="2021-12-01", appointee="person/ida-brandt", post="Minister of Ports",
            organization="agency/ports",
        ),
        d.event(
            "Appointment", "Otto Kral named Rolf Steen Harbour Master in 2021", kind="Appointed",
            date="2021", appointee="person/rolf-steen", appointedBy="person/otto-kral",
            post="Harbour Master",
        ),
        d.event(
            "Award", "The Ministry of Ports awarded 3 million crowns to Kelp Farm for kelp",
            funder="agency/ports", recipient="organization/kelp-farm", amount="3 million crowns",
            purpose="for kelp",
        ),
        d.event(
            "Award", "It will award 500,000 crowns for buoys in 2023", status=Status.PLANNED,
            date="2023", funder="agency/ports", amount="500,000 crowns", purpose="for buoys",
        ),
        d.event(
            "Sanction", "Borduria was sanctioned by Syldavia under the Salt Act",
            target="country/BO", authority="country/SY", program="Salt Act",
        ),
        d.event("Statement", "Salt is dear,", speaker="person/otto-kral", quote="Salt is dear,"),
    )  # fmt: skip
    posts = (
        d.post("person/ida-brandt", "Minister of Ports", "agency/ports"),
        d.post("person/rolf-steen", "Harbour Master", "agency/ports"),
        d.post("person/rolf-steen", "Master", "agency/ports"),
    )
    return (d.facts(events, posts),)


def archive() -> tuple[Graph, ...]:
    """The graphs of the three documents."""
    return tuple(build(facts, base=BASE) for facts in (ferries(), courts(), seasons()))


def together() -> Graph:
    """Who is who in the documents, who held which office when, and where they disagree."""
    with TemporaryDirectory() as folder:
        found = resolve(read_corpus([write(archive(), Path(folder) / "archive.trig")]))
    return graph(f"{BASE}identity", links_of(found, BASE))
