"""From the cast to the entities of a release and their posts."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language.cast import Cast, Member
from pipeline.language.mentions import Kind, Mention, Title
from pipeline.models import Entity, EntityKind, Post


class Resolver:
    """Makes the facts of one release."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast

    # -- posts ---------------------------------------------------------------------------------

    def organization(self, title: Title) -> str | None:
        """The body a title belongs to: named beside it, or the one whose head bears the title."""
        if title.organization is not None:
            return self.cast.of.get(title.organization)
        words = self.cast.words
        text = words.span_text(title.head, title.end)
        _, _, portfolio = text.replace(" for ", " of ").partition(" of ")
        for pattern in (
            "Department of {}",
            "Department of the {}",
            "Ministry of {}",
            "Ministry of {}".replace("of", "for"),
        ):
            entry = (
                self.cast.gazetteer.find(pattern.format(portfolio), self.cast.country)
                if portfolio
                else None
            )
            if entry is not None:
                return entry.id
        return None

    def posts(self) -> Iterator[Post]:
        """Each person's posts, a shortened title counted with its longer form."""
        for member in self.cast.members.values():
            if member.kind is Kind.PERSON:
                yield from self._posts(member)

    def _posts(self, member: Member) -> Iterator[Post]:
        titled: dict[str, list[tuple[Title, Mention]]] = {}
        words = self.cast.words
        for title, mention in member.titles:
            titled.setdefault(" ".join(words.span_text(title.start, title.end).split()), []).append(
                (title, mention)
            )
        for text, uses in titled.items():
            if any(_shortens(text, other) for other in titled if other != text):
                continue
            uses = uses + [
                u
                for other, more in titled.items()
                if other != text and _shortens(other, text)
                for u in more
            ]
            organization = next((o for t, _ in uses if (o := self.organization(t))), None)
            spans = sorted({self.cast.words.span(m.start, m.end) for _, m in uses})
            yield Post(
                member.id, text, organization, uses[0][0].acting, uses[0][0].former, tuple(spans)
            )

    # -- entities ------------------------------------------------------------------------------

    def entities(self) -> Iterator[Entity]:
        """The cast as entities."""
        for member in self.cast.members.values():
            yield self._entity(member)

    def _entity(self, member: Member) -> Entity:
        spellings = list(member.spellings)
        label = max(spellings, key=lambda s: (not s.isupper(), len(s), -spellings.index(s)))
        entry = self.cast.gazetteer.entries.get(member.id)
        shared = entry is not None or (member.kind is Kind.PERSON and bool(member.titles))
        spans = tuple(sorted({self.cast.words.span(m.start, m.end) for m in member.mentions}))
        return Entity(
            member.id,
            EntityKind(member.kind.value),
            label,
            tuple(s for s in spellings if s != label),
            shared,
            spans,
            entry.parent if entry else None,
            entry.government_of if entry else None,
        )


def _shortens(short: str, long: str) -> bool:
    """Whether one title is another with words left out: *Secretary* for *Secretary of State*."""
    rest = iter(long.lower().split())
    return len(short) < len(long) and all(any(w == x for x in rest) for w in short.lower().split())
