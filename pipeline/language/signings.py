"""What is particular to signings: signers and sides apart, the agreement an entity, the count."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from pipeline.language.acting_for import is_person
from pipeline.language.cast import Cast
from pipeline.language.drafts import Draft, Roles, Value
from pipeline.language.instrument_phrases import kind
from pipeline.language.parties import Parties
from pipeline.language.standing import Standing
from pipeline.models import Agreement, Entity, EntityKind, Event, Status, slug

_REACHING = frozenset(
    "conclude reach reached reaching strike struck striking seal sealing sealed".split()
)
_TO_COME = frozenset((Status.PLANNED, Status.POSSIBLE))


class Signings:
    """Makes the agreements of one release, and tells who is who in their signing."""

    def __init__(self, cast: Cast, standing: Standing) -> None:
        self.cast = cast
        self.parties = Parties(cast, standing)
        self.agreements: dict[str, tuple[Entity, Agreement]] = {}

    def roles(self, group: Sequence[Draft], roles: Roles) -> Roles:
        """The signatories, sides, agreement and count of the signing a group tells of."""
        signatories = roles.get("signatory", {})
        if all(d.status is Status.PLANNED for d in group):
            signatories = {v: s for v, s in signatories.items() if self._is_named(v)}
        people = {v: s for v, s in signatories.items() if is_person(v)}
        parties = self.parties.of(group, roles)
        body = [d for d in group if not d.headline] or list(group)
        agreement = self._agreement(group, tuple(v.entity for v in parties if v.entity))
        span = next((d.instrument.span for d in (*body, *group) if d.instrument), group[0].evidence)
        found = {
            "signatory": people or signatories,
            "party": parties,
            "agreement": {Value(entity=agreement): span},
        }
        count = next(
            (d.instrument.count for d in group if d.instrument and d.instrument.count), None
        )
        return found | ({"count": {Value(literal=str(count)): span}} if count else {})

    def _is_named(self, value: Value) -> bool:
        """Whether someone is named: an office that proposes to sign has signed nothing."""
        id_ = value.entity or ""
        return not id_.startswith("group/") and id_ not in self.cast.unnamed

    def _agreement(self, group: Sequence[Draft], parties: tuple[str, ...]) -> str:
        """The agreement a group is about, as an entity of its own."""
        instruments = [
            d.instrument for d in sorted(group, key=lambda d: d.headline) if d.instrument
        ]
        named = [i for i in instruments if i.named]
        best = max(named or instruments[:1], key=lambda i: len(i.core))
        label = " ".join((best.core if named else best.text).split())
        spellings = dict.fromkeys(
            " ".join(t.split()) for i in instruments for t in (i.text, i.core)
        )
        spellings.pop(label, None)
        id_ = f"agreement/{slug(label)}"
        if id_ in self.agreements:
            first = min(i.span.start for i in instruments)
            id_ += "-" + hashlib.sha256(f"{label}@{first}".encode()).hexdigest()[:6]
        kinds = [i.kind for i in instruments if i.kind]
        sort = next((k for k in kinds if k != "Agreement"), kinds[0] if kinds else None)
        spans = tuple(sorted({i.span for i in instruments}))
        entity = Entity(id_, EntityKind.AGREEMENT, label, tuple(spellings), False, spans)
        aims = tuple(sorted({a for i in instruments for a in i.aims}))
        title = label if named else None
        self.agreements[id_] = (entity, Agreement(id_, sort, title, parties, aims))
        return id_

    def by_someone(self, events: Sequence[Event]) -> list[Event]:
        """The events without agreements that nobody is named to reach: *efforts for a deal*.

        These are forgotten with them.
        """
        hoped = [e for e in events if self._is_hoped_for(e)]
        for filler in (f for event in hoped for f in event.fill("agreement")):
            self.agreements.pop(filler.entity or "", None)
        return [e for e in events if e not in hoped]

    def _is_hoped_for(self, event: Event) -> bool:
        """Whether an agreement is only spoken of as one to reach: signing needs a text to sign."""
        text = self.cast.release.text
        reaching = all(span.of(text).lower() in _REACHING for span in event.triggers)
        told = event.date or event.fill("party") or event.fill("signatory")
        return bool(event.fill("agreement")) and event.status in _TO_COME and reaching and not told

    def named(self) -> None:
        """Agreements the release names without telling of their signing become entities too."""
        told = {span for entity, _ in self.agreements.values() for span in entity.mentions}
        labels = {entity.label for entity, _ in self.agreements.values()}
        for mention, sides in self.cast.inside.items():
            span = self.cast.words.span(mention.start, mention.end)
            label = " ".join(span.of(self.cast.words.whole).split())
            if span in told or label in labels or not sides:
                continue
            labels.add(label)
            id_ = f"agreement/{slug(label)}"
            parties = tuple(self.cast.of[side] for side in sides)
            entity = Entity(id_, EntityKind.AGREEMENT, label, (), False, (span,))
            self.agreements[id_] = (
                entity,
                Agreement(id_, kind(self.cast.words, mention), label, parties),
            )
