"""Who is said to have said it: the reporting words beside a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from pipeline.models import Span

#: Longest stretch between a quotation and its reporting verb; speakers come with long titles.
_REACH = 320


class Side(StrEnum):
    """Where the speaker is named."""

    AFTER = "after"  # “…,” said X
    BEFORE = "before"  # X said: “…
    EARLIER = "earlier"  # in an earlier paragraph


@dataclass(frozen=True, slots=True)
class Attribution:
    """The reporting words: the cue ("said", "according to") and the words for the speaker."""

    whole: Span
    subject: Span
    cue: Span | None
    side: Side


@cache
def _verbs() -> tuple[str, str]:
    """The finite forms of the verbs of speech and their participles, as alternatives."""
    lines = files("pipeline.language.lexicon").joinpath("speech_verbs.txt").read_text("utf-8")
    rows = [line.split() for line in lines.splitlines() if line and not line.startswith("#")]
    finite = [form for row in rows for form in row[:-1]]
    return "|".join(finite), "|".join(row[-1] for row in rows)


_FINITE, _PARTICIPLE = _verbs()
_ADVERB = (
    r"(?:also|further|then|later|today|has|have|had|recently|again|once|rightly|famously|who|"
    r"yesterday|himself|herself|\w+ly)"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Drs|Hon|Prof|Sen|Rep|Reps|Gov|Gen|Lt|Col|Maj|Capt|Sgt|St|Jr|Sr|Rev|Amb|"
    r"Rt|No|vs|Md|Smt|Shri|Eng|Adm|Cmdr|Pvt|Ltd|Inc|Co|Corp|Dept|Asst|Messrs|Jan|Feb|Aug|Sept?|Oct|"
    r"Nov|Dec)|\b[A-Z]|\b[A-Za-z]\.[A-Za-z])\.$"
)
_SENTENCE_END = re.compile(
    r"(?<![.!?…])[.!?…]+[”\"’')\]]*\s+(?=[A-Z“\"‘'\[(]|\d+\.?\s)|[.!?]\s*$|(?<=[a-z])\.(?=[A-Z][a-z])"
)

_INVERTED = re.compile(
    rf"[\s,.;—–-]*(?:{_ADVERB}\s+){{0,2}}(?P<cue>{_FINITE})\b,?\s+(?:{_ADVERB}\s+)?"
    r"(?P<subject>(?=[A-Z]|the\b|an?\b|his\b|her\b|its\b|our\b|one\b|he\b|she\b|they\b|former\b)[^“”\"]+)"
)
_PLAIN = re.compile(
    r"[\s,.;—–-]*(?P<subject>(?:[A-Z]|the\b|an?\b|he\b|she\b|they\b|it\b|his\b|her\b|its\b|former\b)"
    rf"[^“”\"!?;]{{0,250}}?),?\s+(?:{_ADVERB},?\s+){{0,3}}(?P<cue>{_FINITE})\b"
)
_ACCORDING = re.compile(
    r"[\s,.;—–-]*(?P<cue>according\s+to)\s+(?P<subject>[^“”\"]+)", re.IGNORECASE
)
_SIGNED = re.compile(
    r"\s*(?:[—–―]|--?)\s*(?P<subject>(?:[A-Z]|the\s+[A-Z])[^“”\"\n]{2,160}?)\s*(?:[.;]?\s*$|\n)"
)
#: What ends the words for a speaker who is named after the verb.
_SUBJECT_ENDS = re.compile(
    r"\s*,?\s*\b(?:who|while|when|during|after|before|following|upon|adding|noting|referring|speaking|"
    rf"(?:{_PARTICIPLE})|today|yesterday|this|last|as\s+(?:he|she|they|part)|"
    r"in\s+(?:an?|his|her|their|response|reference|announcing|welcoming)|at\s+(?:an?|his|her)|"
    r"on\s+(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|behalf)|to\s+(?:the|reporters))\b"
    r"|[:;(]"
)

_VERB_BEFORE = re.compile(rf"\b(?P<cue>{_FINITE}|{_PARTICIPLE})\b")
#: What may stand between the verb and the opening mark: "said today:", "told reporters that".
_GAP = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:[^.!?;:“”\"]{0,140}?(?:,|:|;|\bthat|\bthat,|\band\s+I\s+quote,?|\bas\s+follows:)|"
    r"[,:;]?)\s*[-–—]?\s*$"
)
#: "Secretary Lee issued the following statement on the ruling".
_ISSUED = re.compile(
    r"\b(?P<cue>issued|released|made|gave|delivered|provided)\s+(?:today\s+)?(?:the\s+following|this|an?)\s+"
    r"(?:\w+\s+)?(?:statement|remarks?|comments?|message)\b[^“”\"]{0,160}$"
)
_IN_WORDS = re.compile(
    r"\b(?:[Ii]n\s+)?(?P<subject>(?:[^,.;:“”\"]|\.(?=\S)){2,120}?)['’]s?\s+(?P<cue>opinion|view|words|position|"
    r"promise|message|answer|response|advice|statement|comment)\b"
    r"(?:[^.;“”\"]{0,90})$"
)
_OPINION_ENDS = re.compile(r"(?:\bthat|\bis|\bwas|[:,])\s*$")
_INTRODUCED = re.compile(
    r"\s*(?:[-•*–—]\s*)?(?:[Aa]nd\s+)?(?:[Ff]rom\s+|[Bb]y\s+)?(?P<subject>(?:[Tt]he\s+)?[A-Z][^:“”\"\n]{3,150}?)"
    r"\s*(?:[:—–]|\s-)\s*$"
)
#: What stands before a colon and is nobody's name.
_FIELD = (
    r"(?:Themes?|Topics?|Titles?|Subject|Panel|Session|Notes?|Keynote|Re|Source|Media|Background|"
    r"Location|Venue|Date|Quote|Question|Answer|Example|Photo|Caption|Summary|Mission|Vision|Aim|"
    r"Objective|Purpose|Motto|Slogan|Project|Programme|Program|Initiative|Event|Headline|Recital|"
    r"Article|Section|Paragraph|Clause)\b"
)
_LEAD_IN = re.compile(
    r"(?:In|On|At|During|As|For|With|After|Before|While|When|Following|Upon|Earlier|Today|Yesterday|"
    r"Meanwhile|However|But|And|Also|So|Since|Under|Through|To|By|From|If|Although|Though|Finally|"
    r"Separately|Asked|Additionally|Moreover|Furthermore|Further|According|About|Regarding|Of|"
    r"[A-Z]\w+ing|[A-Z]\w+ly)\b[^,]*,\s+|(?:But|And|So|Yet|Then|Also|Meanwhile|As|with)\s+"
)
_PASSIVE = re.compile(r"\b(?:be|been|being|is|are|was|were)(?:\s+\w+ly)?\s+$")
#: "Following is the speech by President Lee": whose speech it is.
_SPEECH_OF = re.compile(
    r".*\b(?:statement|speech|message|remarks|address|comments?|quotes?|following|Following)\b.*?"
    r"\b(?:by|from|of|to)\s+(?=(?:the\s+)?[A-Z])"
)
_WITH = re.compile(r".*\bwith\s+(?=[A-Z])", re.DOTALL)
_AGENT = re.compile(r".*\b(?:was|were|is|been)\b.*\bby\s+(?=(?:the\s+)?[A-Z])")
_NAMES = re.compile(r"(?:(?:[A-Z][\w.'’-]*|of|the|for|de|bin|al),?\s+)+")
_PRONOUN = re.compile(r"\b(?:he|she|they|He|She|They)$")
_TRAILING = re.compile(rf"(?:[\s,]+|\b{_ADVERB}|\([^()]*\)|\b(?:is|are|was|were)\s+quoted\s+as)$")
#: The label of a transcript and the marks of an earlier quotation.
_LABEL = re.compile(r"\W*[A-Z][A-Z .’'-]{3,}:\s+|.*[“”\"]\s+", re.DOTALL)
#: Verbs that report whatever stands before them. The others also do other things ("our shared
#: values"), and so count behind a quotation only after a short subject.
_PLAINLY = re.compile(
    r"(?:sa(?:id|ys)|add(?:ed|s)|not(?:ed|es)|stat(?:ed|es)|explain(?:ed|s)|continu(?:ed|es)|"
    r"conclud(?:ed|es)|stress(?:ed|es)|emphasi[sz]e[ds]|remark(?:ed|s)|comment(?:ed|s)|told|tells)$"
)
_SHORT_SUBJECT = 8  # words
_CONJOINED = re.compile(
    r"^(?P<subject>.+?),?\s+(?:has|have|had|is|was|were|are|also|today|[a-z]{3,}ed|made|met|spoke|took|"
    r"gave|paid|told|went|\w+ly)\b.*\b(?:and|before|by|,)$",
    re.DOTALL,
)
_CLAUSE_OPENS = re.compile(
    r".*\b(?:which|when|where|because|that|what|if|as|after|how|why)\s+", re.DOTALL
)


def after(text: str, start: int, end: int) -> Attribution | None:
    """The reporting words that follow a quotation, between its closing mark and ``end``."""
    end = min(end, start + _REACH)
    sentence = first_sentence(text, start, end)
    tail = text[start:sentence]
    for shape in (_ACCORDING, _INVERTED):
        if match := shape.match(tail):
            return _attributed(text, start, match, Side.AFTER)
    match = _PLAIN.match(tail)
    if match and (_PLAINLY.match(match["cue"]) or len(match["subject"].split()) <= _SHORT_SUBJECT):
        return _attributed(text, start, match, Side.AFTER, cut=False)
    if match := _SIGNED.match(text[start:end]):
        return _attributed(text, start, match, Side.AFTER)
    return None


def before(text: str, start: int, end: int) -> Attribution | None:
    """The reporting words that lead up to a quotation, between ``start`` and its opening mark."""
    start = max(start, end - _REACH)
    start = last_sentence(text, start, end)
    lead = text[start:end]
    verbs = [
        m
        for m in _VERB_BEFORE.finditer(lead)
        if _GAP.fullmatch(lead, m.end()) and not _PASSIVE.search(lead, 0, m.start())
    ]
    for verb in reversed(verbs):
        subject = subject_before(lead, verb)
        if subject is not None:
            return _placed(start, lead, subject, Span(*verb.span("cue")))
    return _issued(start, lead) or _in_words(start, lead)


def _issued(start: int, lead: str) -> Attribution | None:
    match = _ISSUED.search(lead)
    subject = subject_before(lead, match) if match else None
    if match is None or subject is None:
        return None
    return _placed(start, lead, subject, Span(*match.span("cue")))


def _in_words(start: int, lead: str) -> Attribution | None:
    """Words of opinion: "In Mr Lee's view …", "The party's position has been that …"."""
    match = _IN_WORDS.search(lead)
    if match is None:
        return None
    opinion = match["cue"] in {"opinion", "view", "words"} and match[0][:3].lower() == "in "
    if not opinion and not _OPINION_ENDS.search(lead):
        return None
    return _placed(start, lead, Span(*match.span("subject")), Span(*match.span("cue")))


def introduced(text: str, start: int, end: int) -> Attribution | None:
    """A name and a colon before a quotation: "And from Chairwoman Lee:"."""
    start = last_sentence(text, max(start, end - _REACH), end)
    match = _INTRODUCED.fullmatch(text[start:end])
    if match is None or not _is_name(match["subject"]):
        return None
    first, last = match.span("subject")
    owner = _SPEECH_OF.match(text, start + first, start + last)
    first = owner.end() - start if owner else first
    if ends := _SUBJECT_ENDS.search(text, start + first + 1, start + last):
        last = first + len(text[start + first : ends.start()].rstrip())
    return _placed(start, text[start:end], Span(first, last), None)


def signed(text: str, start: int, end: int) -> Attribution | None:
    """A line of its own with a dash and a name below a quotation: "– Chairwoman Lee"."""
    match = _SIGNED.match(text[start:end])
    return _attributed(text, start, match, Side.AFTER) if match else None


def reporting(text: str, start: int, end: int) -> Attribution | None:
    """The first sentence of a paragraph that reports in indirect speech: "Mr Lee said the …"."""
    sentence = first_sentence(text, start, min(end, start + _REACH))
    match = _PLAIN.match(text[start:sentence])
    if match is None:
        return None
    lead = text[start : start + match.end()]
    verb = _VERB_BEFORE.search(lead, match.start("cue"))
    subject = subject_before(lead, verb) if verb else None
    if verb is None or subject is None:
        return None
    found = _placed(start, lead, subject, Span(*verb.span("cue")))
    return Attribution(found.whole, found.subject, found.cue, Side.EARLIER)


def _is_name(words: str) -> bool:
    """Whether the words before a colon name someone rather than a field or a topic."""
    if re.match(
        r"(?:Theme|Topic|Title|Subject|Panel|Session|Note|Keynote|Re|Source|Media)\b", words
    ):
        return False
    first = re.split(r"[,(]", words, maxsplit=1)[0].split()
    names = [w for w in first if w[0].isupper()]
    if len(first) == 1:
        return len(first[0]) >= 4 and len(names) == 1
    return 2 <= len(first) <= 14 and len(names) >= max(2, len(first) // 2)


def _placed(start: int, lead: str, subject: Span, cue: Span | None) -> Attribution:
    moved = Span(start + subject.start, start + subject.end)
    cue = Span(start + cue.start, start + cue.end) if cue else None
    first = min(moved.start, cue.start) if cue else moved.start
    return Attribution(Span(first, start + len(lead.rstrip())), moved, cue, Side.BEFORE)


def _attributed(
    text: str, start: int, match: re.Match[str], side: Side, cut: bool = True
) -> Attribution | None:
    first = match.start("subject")
    words = match["subject"]
    ends = _SUBJECT_ENDS.search(words) if cut else None
    if ends and ends.start() > 0:
        words = words[: ends.start()]
    words = words.rstrip(" \t\n,.;:—–-") + (
        "." if re.search(r"\b(?:Jr|Sr|[A-Z])\.", words[-4:]) else ""
    )
    if not words.strip("."):
        return None
    subject = Span(start + first, start + first + len(words))
    if not cut:
        subject = _head_of_subject(text, subject)
    cue = Span(*(start + at for at in match.span("cue"))) if "cue" in match.groupdict() else None
    whole = Span(
        min(subject.start, cue.start) if cue else subject.start,
        max(subject.end, cue.end) if cue else subject.end,
    )
    return Attribution(whole, subject, cue, side)


def _head_of_subject(text: str, subject: Span) -> Span:
    """The subject without a lead-in, and only its pronoun where that stands before the verb."""
    inner = _subject_of(subject.of(text))
    return Span(subject.start + inner.start, subject.start + inner.end) if inner else subject


def subject_before(lead: str, verb: re.Match[str]) -> Span | None:
    """The words for the speaker that stand before a reporting verb in its sentence."""
    with_whom = _WITH.match(lead, 0, verb.start()) if verb["cue"].endswith("ing") else None
    start = with_whom.end() if with_whom else 0
    subject = _subject_of(lead[start : verb.start()])
    return Span(start + subject.start, start + subject.end) if subject else None


def _subject_of(clause: str) -> Span | None:
    label = _LABEL.match(clause)
    start = label.end() if label else 0
    while lead_in := _LEAD_IN.match(clause, start):
        start = lead_in.end()
    end = _trimmed(clause, start, len(clause))
    if pronoun := _PRONOUN.search(clause, start, end):
        return Span(*pronoun.span())
    if conjoined := _CONJOINED.match(clause[start:end]):
        end = _trimmed(clause, start, start + conjoined.end("subject"))
    elif agent := _AGENT.match(clause, start, end):
        start = agent.end()
    elif clause[start:end].endswith(" and") and (names := _NAMES.match(clause, start, end)):
        end = _trimmed(clause, start, names.end())
    elif opens := _CLAUSE_OPENS.match(clause, start, end):
        start = opens.end() if opens.end() < end else start
    while start < end and not clause[start].isalnum():
        start += 1
    return Span(start, end) if start < end and _can_speak(clause[start:end]) else None


def _trimmed(clause: str, start: int, end: int) -> int:
    """The end of the clause without the commas and adverbs before its verb."""
    while end > start and (trailing := _TRAILING.search(clause, start, end)):
        end = trailing.start()
    return end


def _can_speak(words: str) -> bool:
    """Whether the words can name a speaker: a capital or a pronoun, and not a law or a list."""
    return bool(re.search(r"[A-Z]|\b(?:he|she|they)\b|\b(?:the|a|an|one|his|her)\s+\w", words))


#: Characters of the longest sentence: the longest met has some 2,500.
_LONGEST = 4_000


def _sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    for match in _SENTENCE_END.finditer(text, start, end):
        if not _ABBREVIATION.search(text[max(start, match.start() - 8) : match.start() + 1]):
            yield match.end()


def first_sentence(text: str, start: int, end: int) -> int:
    """Where the sentence that goes on at ``start`` ends."""
    head = start
    while head < end and text[head] in " ,.;!?—–-":
        head += 1
    end = min(end, head + _LONGEST)
    return next(_sentence_ends(text, head, end), end)


def last_sentence(text: str, start: int, end: int) -> int:
    """Where the sentence begins that leads up to ``end``."""
    return max((at for at in _sentence_ends(text, start, end) if at < end), default=start)
