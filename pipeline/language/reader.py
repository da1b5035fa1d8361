"""The language wing's story: from a release to what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language

from pipeline import gazetteer
from pipeline.extension import NOTHING, Extension
from pipeline.gazetteer import Gazetteer
from pipeline.language import agreements, appositions, names, offices, places, standins
from pipeline.language.ages import with_ages
from pipeline.language.callings import with_callings
from pipeline.language.cases import steps
from pipeline.language.cast import Cast
from pipeline.language.clauses import clauses
from pipeline.language.courts import find_courts
from pipeline.language.dates import find_dates
from pipeline.language.dating import DateMention
from pipeline.language.drafting import Drafting
from pipeline.language.entities import entities
from pipeline.language.events import Events
from pipeline.language.extract import Found, Matcher
from pipeline.language.frames import Frame, load_frames
from pipeline.language.guesses import borne_out
from pipeline.language.headline_bodies import without_described
from pipeline.language.instruments import is_instrument
from pipeline.language.introductions import introduced
from pipeline.language.items import as_listed
from pipeline.language.laws import find_laws
from pipeline.language.links import linked
from pipeline.language.mentions import Kind, Mention, Mentions, choose
from pipeline.language.merge import merge
from pipeline.language.model import MODEL, open_model
from pipeline.language.news import is_news
from pipeline.language.origin import origin
from pipeline.language.parsing import Parser
from pipeline.language.people import People, letterheads
from pipeline.language.pointers import setting_nouns
from pipeline.language.posts import posts
from pipeline.language.proceeds import without_proceeds
from pipeline.language.prosecution_agreements import with_sides
from pipeline.language.quotations import find_quotations, quoted_spans
from pipeline.language.recogniser import guesses
from pipeline.language.settings import with_settings
from pipeline.language.speakers import selves
from pipeline.language.standing import Standing
from pipeline.language.statements import statements
from pipeline.language.sums import Sums
from pipeline.language.titles import Bodies
from pipeline.language.trace import Trace, kept
from pipeline.language.transcripts import as_transcribed
from pipeline.language.words import Words
from pipeline.models import PROSE, BlockKind, Facts, Release


def load(
    model: str = MODEL,
    frames: Path | None = None,
    extension: Extension = NOTHING,
    known: Gazetteer | None = None,
) -> Reader:
    """A reader with a spaCy pipeline and the frames, a folder of the user's own added.

    ``extension`` holds the classes of events and roles that the user's frames need; ``known`` are
    the names known beforehand, the project's unless given.
    """
    return Reader(open_model(model), load_frames(frames, extension), known)


class Reader:
    """Understands releases, one at a time."""

    def __init__(
        self, nlp: Language, frames: Sequence[Frame], known: Gazetteer | None = None
    ) -> None:
        self.nlp = nlp
        self.frames = frames
        self.parser = Parser(nlp)
        self.gazetteer = known or gazetteer.load()
        self.reading = origin(nlp, frames, self.gazetteer.digest)
        self.spellings = names.Spellings(self.gazetteer)
        self.settings = setting_nouns(frames)
        self.nouns = frozenset(
            w.split()[0] for f in frames for t in f.triggers if t.sort == "noun" for w in t.words
        )

    def understand(self, release: Release) -> Facts:
        """Everything found in one release."""
        return self.trace(release).facts

    def trace(self, release: Release) -> Trace:
        """Everything found in one release, with what each step made of it."""
        words = Words(self.nlp.make_doc(release.text), release.blocks, dateline=release.dateline)
        country = self.country(release)
        sums = Sums(release, country)
        named = self._mentions(words, country, release, sums)
        quotations = find_quotations(release.text, release.blocks)
        units = self._parse(words, named, release)
        named = borne_out(words, named, units)
        cast = Cast(words, named, self.gazetteer, release, country)
        cast.fill_offices(units)
        cast.selves.update(selves(cast, quotations))
        said = tuple(statements(cast, quotations, self.frames))
        published = release.metadata.published
        standing = Standing(cast)
        drafting = Drafting(
            words,
            cast,
            standing,
            named.dates,
            published,
            self.settings,
        )
        matcher = Matcher(words, cast, self.frames)
        told = (c for u in units for c in clauses(u, self.nouns))
        heard = list(as_listed(told, release.blocks, release.text))
        found: list[Found] = []
        drafts = as_transcribed(drafting.drafts(kept(matcher.match(heard), found)), cast, published)
        groups = with_settings(merge(introduced(cast, [*drafts])), published)
        events = Events(cast, standing)
        done = without_proceeds(
            cast,
            [
                sums.told(events.event(group), group[0].frame)
                for group in groups
                if is_news(group, published)
            ],
        )
        done = with_sides(cast, events.signings.by_someone(done), events.signings.agreements)
        events.signings.named()
        made = linked(words, heard, events.signings.agreements).values()
        deals = tuple(agreement for _, agreement in made)
        facts = Facts(
            release,
            (*entities(cast, done + said, deals), *(entity for entity, _ in made)),
            deals,
            tuple(posts(cast)),
            done + said,
            steps(done, release),
            self.reading,
        )
        return Trace(named, cast, heard, matcher, found, facts)

    def _parse(self, words: Words, named: Mentions, release: Release) -> list[standins.Unit]:
        quoted = words.tokens_of(quoted_spans(release.text, release.blocks))
        return self.parser.parse(list(standins.units(words, named.mentions, quoted)))

    def _mentions(
        self, words: Words, country: str | None, release: Release, sums: Sums
    ) -> Mentions:
        bodies = names.gazetteer_names(words, self.spellings, country)
        bodies += names.built_names(words, bodies)
        header = words.reading(release.blocks, frozenset({BlockKind.HEADER}))
        known = {i for m in bodies for i in range(m.start, m.end)}
        seen = guesses(self.nlp, words, header, known)
        bodies += names.recognised(words, seen, self.gazetteer.demonyms)
        bodies += find_courts(words)
        laws = list(find_laws(words))
        acronyms = names.acronyms(words, bodies)
        acronyms = {a: m for a, m in acronyms.items() if not is_instrument(a)}
        bodies += names.acronym_names(words, acronyms, self.gazetteer.entries)
        bodies += places.seats(words, choose(bodies))
        demonyms = names.demonyms(words, self.gazetteer.demonyms)
        bodies = without_described(words, bodies, demonyms)
        chosen = choose(bodies)
        finder = People(words, Bodies(chosen, demonyms), seen)
        people = with_callings(words, with_ages(words, finder.find()))
        unnamed = list(offices.find_offices(words, finder.titles.all, people, chosen))
        above = names.gazetteer_names(header, self.spellings, country)
        people += letterheads(header, Bodies(above, {}), seen)
        instruments = agreements.find_agreements(words, chosen)
        defined = agreements.defined_acronyms(words, instruments)
        taken = {i for m in instruments for i in range(m.start, m.end)}
        instruments += agreements.again(words, defined, taken)
        dates = _dates(words, release)
        mentions = appositions.absorb(
            words,
            choose(
                [*people, *unnamed, *instruments, *laws, *dates, *sums.mentions(words), *bodies]
            ),
        )
        sides = agreements.sides_in(words, mentions, chosen)
        return Mentions(mentions, acronyms, dates, sides, demonyms)

    def country(self, release: Release) -> str | None:
        """The country of the publisher, as an ISO 3166 code, where its name tells."""
        for name in release.metadata.publisher:
            entry = self.gazetteer.find(name)
            if entry and (entry.country or entry.id.startswith("country/")):
                return entry.country or entry.id.split("/")[1]
        for name in release.metadata.publisher:
            for spelling, ids in self.gazetteer.names.items():
                if ids[0].startswith("country/") and spelling in name and len(spelling) > 3:
                    return ids[0].split("/")[1]
        return _seat(release.metadata.url or "")


#: The addresses of governments end in their country's code: ``gov.au``, ``gc.ca``, ``go.jp``.
_GOVERNMENT_ADDRESS = re.compile(r"//[^/]*\b(?:gov|govt|gob|gouv|go|gc)\.([a-z]{2})(?:[:/]|$)")


def _seat(url: str) -> str | None:
    """The country whose government an address belongs to, as an ISO 3166 code."""
    found = _GOVERNMENT_ADDRESS.search(url.lower())
    return {"UK": "GB"}.get(found[1].upper(), found[1].upper()) if found else None


def _dates(words: Words, release: Release) -> dict[Mention, DateMention]:
    """Date expressions as mentions over whole tokens."""
    found = {}
    for date in find_dates(release.text, [b.span for b in release.blocks if b.kind in PROSE]):
        for start, end in words.tokens_of([date.span]):
            found[Mention(start, end, Kind.DATE, start, end, rank=6)] = date
    return found
