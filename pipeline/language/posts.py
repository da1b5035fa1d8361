"""Who holds which post: the titles beside names, a shortened title counted with its longer form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.language import lexicon
from pipeline.language.cast import Cast, Member
from pipeline.language.mentions import Kind, Mention, Title
from pipeline.language.title_nouns import spelt_out
from pipeline.language.words import Words
from pipeline.models import Post, Span

_RANKS = lexicon.words("titles", "rank_modifiers")
_HEIRS = lexicon.words("titles", "heirs")
_WHOLE = lexicon.words("titles", "whole_heads")
_OWNING = lexicon.words("titles", "owning_heads")
_OF = frozenset(("of", "from", "with", "at"))
_BODIES = frozenset((Kind.ORGANIZATION, Kind.AGENCY))
_SMALL = lexicon.words("titles", "small_words")

#: A title as one mention of its holder gives it.
Use = tuple[Title, Mention]


def posts(cast: Cast) -> Iterator[Post]:
    """Each person's posts, in the order in which the release first gives them."""
    for member in cast.members.values():
        if member.kind is Kind.PERSON:
            yield from _posts_of(cast, member)


def _posts_of(cast: Cast, member: Member) -> Iterator[Post]:
    held: dict[str, list[Use]] = {}
    for title, mention in member.titles:
        held.setdefault(_wording(cast, title), []).append((title, mention))
    for text, uses in held.items():
        if any(_shortens(text, other) for other in held if other != text):
            continue
        others = (
            u
            for other, more in held.items()
            if other != text and _shortens(other, text)
            for u in more
        )
        yield _post(cast, member, text, [*uses, *others])


def _post(cast: Cast, member: Member, text: str, uses: Sequence[Use]) -> Post:
    title = uses[0][0]
    organization = next((o for t, _ in uses if (o := organization_of(cast, t))), None)
    after = {m: None if organization else body_after(cast, m) for _, m in uses}
    found = (cast.of.get(body) for body in after.values() if body is not None)
    spans = sorted({_evidence(cast, t, m, after[m]) for t, m in uses})
    return Post(
        member.id,
        text,
        organization or next(found, None),
        title.acting,
        title.former,
        tuple(spans),
    )


def _wording(cast: Cast, title: Title) -> str:
    """The title's words, its noun in the singular and spelt out: *Secretary*, *Senator*."""
    words, end = cast.words, _end(cast.words, title)
    parts = [words.span_text(title.start, title.head)] if title.start < title.head else []
    gap = "" if parts and words.glued[title.head - 1] else " "
    noun = spelt_out(words.text[title.head])
    rest = words.span_text(title.head, end)[len(words.text[title.head]) :]
    return " ".join((gap.join((*parts, noun)) + rest).split())


def _end(words: Words, title: Title) -> int:
    """Where the wording ends: *Director of X Pte Ltd* is a director, and X is the organization."""
    after = title.head + 1
    if title.end > after and words.lower[after] == "of" and _is(words, title.head, _OWNING):
        return after
    body = title.organization
    if body is None or body.kind not in _BODIES or body.end != title.end:
        return title.end
    of = body.start - 1 - (words.lower[body.start - 1] == "the")
    return of if title.head < of and _is(words, of - 1, _WHOLE) else title.end


def _is(words: Words, i: int, nouns: frozenset[str]) -> bool:
    return spelt_out(words.text[i]).lower() in nouns


def _evidence(cast: Cast, title: Title, holder: Mention, body: Mention | None) -> Span:
    """The words from the name to the title, and on to a body after them."""
    start = min(title.outer, holder.start)
    end = max(title.tail, holder.end, body.end if body is not None else 0)
    return cast.words.span(start, end)


def body_after(cast: Cast, holder: Mention, kinds: frozenset[Kind] = _BODIES) -> Mention | None:
    """The body after a name: *Attorney General Ann Roe of the Civil Division*."""
    words, end = cast.words, holder.end
    if not words.same_sentence(end + 1, end - 1) or words.lower[end] not in _OF:
        return None
    body = cast.starting.get(end + 1 + (words.lower[end + 1] == "the"))
    return body if body is not None and body.kind in kinds else None


def _served(words: Words, body: Mention) -> bool:
    """Whether a country or place is only where a post is held: *High Commissioner to Peru*."""
    before = body.start - 1 - (words.lower[body.start - 1] == "the")
    return body.kind in (Kind.COUNTRY, Kind.PLACE) and words.lower[before] in ("to", "in", "for")


def organization_of(cast: Cast, title: Title) -> str | None:
    """The body a title belongs to: named beside it, or the one whose head bears the title."""
    if title.organization is not None and not _served(cast.words, title.organization):
        return cast.of.get(title.organization)
    text = cast.words.span_text(title.head, title.end)
    _, _, portfolio = text.replace(" for ", " of ").partition(" of ")
    for body in ("Department of {}", "Department of the {}", "Ministry of {}"):
        entry = cast.gazetteer.find(body.format(portfolio), cast.country) if portfolio else None
        if entry is not None:
            return entry.id
    return None


def _shortens(short: str, long: str) -> bool:
    """Whether one title is another with words left out: *Secretary* for *Secretary of State*.

    *President* is no shorter *Vice President*, but an Assistant Minister for Fish is called
    *Minister*. Of two titles that differ in case or marks alone one is kept, not in capitals.
    """
    few, many = _plain(short), _plain(long)
    if few == many:
        return (short.isupper(), short) > (long.isupper(), long)
    rest = iter(many)
    inside = few and len(few) < len(many) and all(any(w == x for x in rest) for w in few)
    return bool(inside) and _called(few, many)


def _called(few: Sequence[str], many: Sequence[str]) -> bool:
    """Whether the modifiers left out before a shortened title leave the same office."""
    at = many.index(few[0])
    lead = frozenset(many[:at])
    if lead.isdisjoint(_RANKS):
        return True
    return len(few) == 1 and at + 1 < len(many) and lead.isdisjoint(_HEIRS)


def _plain(title: str) -> list[str]:
    words = (
        title.lower()
        .replace("-", " ")
        .replace(",", " ")
        .replace("&", " ")
        .replace("’", "'")
        .split()
    )
    return [w for w in words if w not in _SMALL]
