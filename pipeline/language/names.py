"""Names of bodies and places: the gazetteer, names built on a noun like *Ministry*, the recogniser.

Candidates only: who overlaps whom is settled once titles and people are known, in ``people``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Span as DocSpan

from pipeline.gazetteer import Entry, Gazetteer
from pipeline.language import lexicon
from pipeline.language.mentions import Kind, Mention, mention
from pipeline.language.words import Words

GAZETTEER, GRAMMAR, RECOGNISER = 3, 2, 0

_APOSTROPHES = frozenset(("'s", "’s", "'", "’"))
_GOVERNING = frozenset(("government", "govt", "govt.", "governments"))


_STATES = frozenset((Kind.COUNTRY, Kind.PLACE))


class Spellings:
    """The gazetteer's spellings by their first word, longest first, for one pass over a text."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.by_first: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for spelling, ids in gazetteer.names.items():
            for form in {spelling, spelling.replace("'", "’")}:
                self.by_first.setdefault(_first_word(form), []).append((form, tuple(ids)))
        for group in self.by_first.values():
            group.sort(key=lambda pair: (-len(pair[0]), pair))

    def at(self, words: Words, i: int, country: str | None) -> Mention | None:
        """The longest spelling that begins at token ``i`` and ends with a token."""
        text, begin = words.whole, words.idx[i]
        for spelling, _ in self.by_first.get(_first_word(text[begin : begin + 80]), ()):
            if text.startswith(spelling, begin):
                end = _token_ending_at(words, i, begin + len(spelling))
                entry = self.gazetteer.find(spelling, country) if end else None
                if end and entry:
                    return mention(i, end, Kind(entry.kind.value), id=entry.id, rank=GAZETTEER)
        return None


def _first_word(text: str) -> str:
    found = re.match(r"[\w.&]+", text)
    return found[0].rstrip(".") if found else text[:1]


def _token_ending_at(words: Words, i: int, at: int) -> int | None:
    j = i
    while j < len(words) and words.idx[j] + len(words.text[j]) < at:
        j += 1
    return j + 1 if j < len(words) and words.idx[j] + len(words.text[j]) == at else None


def gazetteer_names(words: Words, spellings: Spellings, country: str | None) -> list[Mention]:
    """Every name of the gazetteer, with governments built on a country's name or demonym."""
    found, i = [], 0
    while i < len(words):
        one = None
        if words.block[i] >= 0 and (words.cap[i] or words.text[i][0].isdigit()):
            one = _government(words, i, spellings, country) or spellings.at(words, i, country)
        if one:
            found.append(one)
        i = one.end if one else i + 1
    return found


def _government(words: Words, i: int, spellings: Spellings, country: str | None) -> Mention | None:
    """*Government of the Republic of Honduras*, *Honduran Government*, *Trump Administration*."""
    if words.lower[i] == "government" and i + 2 < len(words) and words.lower[i + 1] in ("of", "to"):
        start = i + 3 if words.lower[i + 2] == "the" else i + 2
        of = (
            spellings.at(words, start, country) if start < len(words) and words.cap[start] else None
        )
        if of and of.kind is Kind.COUNTRY:
            return mention(i, of.end, Kind.GOVERNMENT, id=_government_id(of.id), rank=GAZETTEER)
    demonym = _demonym(words, i, spellings.gazetteer.demonyms)
    if demonym and demonym[0] < len(words) and words.lower[demonym[0]] in _GOVERNING:
        return mention(
            i, demonym[0] + 1, Kind.GOVERNMENT, id=_government_id(demonym[1]), rank=GAZETTEER
        )
    named = spellings.at(words, i, country)
    if named and named.kind is Kind.COUNTRY and named.end < len(words):
        after = named.end + (words.text[named.end] in _APOSTROPHES and named.end + 1 < len(words))
        if words.lower[after] in _GOVERNING:
            return mention(
                i, after + 1, Kind.GOVERNMENT, id=_government_id(named.id), rank=GAZETTEER
            )
    return None


def _government_id(country: str | None) -> str | None:
    return country and country.replace("country/", "government/", 1)


def _demonym(words: Words, i: int, demonyms: Mapping[str, str]) -> tuple[int, str] | None:
    """The country of a demonym of one to three tokens beginning at ``i``, and where it ends."""
    for j in range(min(i + 3, len(words)), i, -1):
        if country := demonyms.get(words.span_text(i, j)):
            return j, country
    return None


def demonyms(words: Words, known: Mapping[str, str]) -> dict[int, tuple[int, str]]:
    """Each demonym by its first token: where it ends and its country's id."""
    found: dict[int, tuple[int, str]] = {}
    for i in range(len(words)):
        if words.cap[i] and words.block[i] >= 0 and (one := _demonym(words, i, known)):
            found[i] = one
    return found


def built_names(words: Words, known: Sequence[Mention]) -> Iterator[Mention]:
    """Names built on a capitalized noun for a body: *Wageningen University*, *Ministry of Law*."""
    heads = lexicon.words("organizations", "heads")
    taken = {i: m for m in known for i in range(m.start, m.end)}
    for h in range(len(words)):
        if not words.cap[h] or words.block[h] < 0 or words.lower[h] not in heads:
            continue
        start = _extend_left(words, h, taken)
        end = _extend_right(words, h, taken)
        if end - start > 1:
            inside = any(
                m.kind in _STATES and m.end < end for i in range(start, end) if (m := taken.get(i))
            )
            yield mention(start, end, Kind.ORGANIZATION, rank=GAZETTEER if inside else GRAMMAR)


def _extend_left(words: Words, h: int, taken: Mapping[int, Mention]) -> int:
    """From the head leftwards over capitalized words of the same name."""
    titles = lexicon.words("titles", "heads") | lexicon.words("titles", "strong_honorifics")
    i = h
    while i > 0 and words.same_sentence(i - 1, h):
        before = i - 1
        if (
            words.text[before] in ("&", "-", "–")
            and i > 1
            and words.cap[i - 2]
            and (words.text[before] == "&" or words.glued[before])
        ):
            i -= 1
        elif words.cap[before] and words.lower[before] not in (
            "the",
            "a",
            "an",
            "this",
            "our",
            "in",
            "at",
            "by",
            "with",
            "from",
            "when",
            "under",
            "as",
            "both",
            "and",
            "for",
            "of",
            "to",
            "its",
            "on",
        ):
            if words.lower[before] in titles or (
                before in taken and taken[before].kind is Kind.PERSON
            ):
                break
            i = taken[before].start if before in taken and taken[before].end == i else before
        else:
            break
    return i


def _extend_right(words: Words, h: int, taken: Mapping[int, Mention]) -> int:
    """From the head rightwards: *of* or *for*, then capitalized words, closed by none."""
    i = h + 1
    heads = lexicon.words("organizations", "heads")
    while i < len(words) and words.same_sentence(i, h) and words.cap[i] and words.lower[i] in heads:
        i += 1  # "Human Rights Commission Secretariat"
    if i + 1 >= len(words) or words.lower[i] not in ("of", "for", "on", "to"):
        return i
    j = i + 1
    if words.lower[j] == "the":
        j += 1
    end = i
    while j < len(words) and words.same_sentence(j, h):
        if j in taken and taken[j].start == j and taken[j].kind is not Kind.PERSON:
            if (
                taken[j].kind is Kind.COUNTRY
                and end > i
                and words.lower[j - 1] not in ("of", "the")
            ):
                break
            j = end = taken[j].end
        elif words.cap[j] and (words.ordinary[j] or words.lower[j] in heads):
            j += 1
            end = j
        elif _joins(words, j):
            j += 1
        else:
            break
    return end


def _joins(words: Words, j: int) -> bool:
    """Whether a lower-case word or comma at ``j`` holds the parts of one name together."""
    if j + 1 >= len(words):
        return False
    if words.lower[j] in ("and", "&", "of", "for", "the"):
        if words.lower[j] in ("and", "&") and words.lower[j + 1] in lexicon.words(
            "organizations", "heads"
        ):
            return False
        return words.cap[j + 1] or (words.lower[j] == "of" and words.lower[j + 1] == "the")
    if words.text[j] in (",",):  # "Science, Technology and Innovation": a list that ends in "and"
        return words.cap[j + 1] and words.ordinary[j + 1] and _list_closes(words, j + 1)
    return words.text[j] in ("-", "–") and words.glued[j]


def _list_closes(words: Words, j: int) -> bool:
    """Whether the capitalized words from ``j`` run to an *and* before another capitalized one."""
    while j + 1 < len(words) and ((words.cap[j] and words.ordinary[j]) or words.text[j] == ","):
        j += 1
    return words.lower[j] in ("and", "&") and words.cap[j + 1] and words.ordinary[j + 1]


_NER_KINDS = {
    "ORG": Kind.ORGANIZATION,
    "NORP": None,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
}


def recognised(words: Words, ents: Sequence[DocSpan]) -> Iterator[Mention]:
    """The recogniser's organizations and places, trimmed to what can be a name."""
    alone = lexicon.words("organizations", "not_alone")
    titles = lexicon.words("titles", "heads")
    for ent in ents:
        kind = _NER_KINDS.get(ent.label_)
        start, end = _trim(words, ent.start, ent.end)
        if kind is None or start >= end or words.block[start] < 0 or not words.cap[start]:
            continue
        if kind is Kind.ORGANIZATION and words.lower[end - 1] in titles:
            continue
        if end - start == 1 and words.lower[start] in lexicon.words("titles", "honorifics"):
            continue
        if end - start == 1 and (
            words.lower[start] in alone or (words.ordinary[start] and not words.acronym[start])
        ):
            continue
        if any(
            not words.cap[i]
            and words.lower[i] not in lexicon.words("organizations", "links")
            and words.text[i] not in "-–,’'s/."
            for i in range(start, end)
        ):
            continue
        yield mention(start, end, kind, rank=RECOGNISER)


def _trim(words: Words, start: int, end: int) -> tuple[int, int]:
    while start < end and (
        words.lower[start] in ("the", "a", "an", "both", "this", "our")
        or not words.text[start][0].isalnum()
    ):
        start += 1
    while start < end and (
        words.text[end - 1] in _APOSTROPHES
        or (not words.text[end - 1][-1].isalnum() and words.text[end - 1][-1] != ".")
    ):
        end -= 1
    return start, end


def acronyms(words: Words, known: Sequence[Mention]) -> dict[str, Mention]:
    """Acronyms the text defines after a name: *United States Agency … (USAID)*; name by acronym."""
    found: dict[str, Mention] = {}
    ends = {m.end: m for m in known}
    for i in range(1, len(words) - 2):
        if words.text[i] == "(" and i in ends:
            j = i + 1
            while words.text[j] in ("“", '"', "‘", "the") and j < len(words) - 2:
                j += 1
            if (words.acronym[j] or _short_form(words, j, ends[i])) and words.text[j + 1] in (
                ")",
                "”",
                '"',
                "’",
            ):
                found.setdefault(words.text[j], ends[i])
    return found


def _short_form(words: Words, j: int, full: Mention) -> bool:
    """A short name in brackets that is not all capitals: *MinLaw*, *Treasury*."""
    return (
        words.cap[j]
        and words.text[j][0] in words.span_text(full.start, full.end)
        and len(words.text[j]) > 2
    )


def acronym_names(
    words: Words, defined: Mapping[str, Mention], entries: Mapping[str, Entry]
) -> Iterator[Mention]:
    """Each later use of an acronym the text defines."""
    for i in range(len(words)):
        if words.block[i] >= 0 and (full := defined.get(words.text[i])):
            yield mention(i, i + 1, full.kind, id=full.id, rank=GAZETTEER)
