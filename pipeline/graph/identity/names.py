"""The parts of names, and whether two names can be one person's or one body's."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from nameparser import HumanName

from pipeline.graph.identity import lexicon

#: Letters of the shortest name that another is clipped to: "Chris" for "Christopher".
_CLIPPED = 3

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name, folded: all its words without honorifics, and what follows it.

    One word alone is a surname or a given name, and is nobody by itself.
    """

    words: tuple[str, ...]
    suffix: str = ""

    @property
    def last(self) -> str:
        """The family name in the order of most releases."""
        return self.words[-1]

    @property
    def first(self) -> str:
        """The given name in the order of most releases."""
        return self.words[0]

    @property
    def full(self) -> bool:
        """Whether the name has more than one word that is no initial."""
        return sum(len(word) > 1 for word in self.words) > 1


@lru_cache(maxsize=1 << 17)
def person_name(text: str) -> PersonName | None:
    """The parts of a person's name; nothing for what is no name, such as an office alone.

    >>> person_name("Dr. Kevin K. McAleenan Jr.")
    PersonName(words=('kevin', 'k', 'mcaleenan'), suffix='jr')
    >>> person_name("ROE, Ann")
    PersonName(words=('ann', 'roe'), suffix='')
    >>> person_name("Director of the Regional Bureau"), person_name("Prime Minister")
    (None, None)
    """
    if described(text):
        return None
    parsed = HumanName(re.sub(r"\([^)]*\)", " ", text))
    words = tuple(fold(f"{parsed.first} {parsed.middle} {parsed.last}") or fold(text))
    suffix = " ".join(fold(parsed.suffix))
    if not words:
        return None
    return PersonName(words, suffix if suffix in _GENERATIONS else "")


def described(text: str) -> bool:
    """Whether someone is called by an office or a description, not by a name."""
    words = text.split()
    last = fold(text)[-1:]
    return (
        not last
        or last[0] in lexicon.words("offices")
        or last == ["doe"]  # whose name is withheld or unknown
        or any(word in lexicon.words("small") for word in words)
    )


def fold(text: str) -> list[str]:
    """The words of a text: no accents, capitals or marks.

    >>> fold("Brendan O’Connor-Núñez")
    ['brendan', 'oconnor', 'nunez']
    """
    return list(_folded(text))


@lru_cache(maxsize=1 << 17)
def _folded(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("'", "")
    return tuple(re.findall(r"[^\W_]+", plain))


def likeness(one: PersonName, other: PersonName) -> str | None:
    """How two names agree: ``same``, ``fuller`` (words left out or cut) or not at all.

    >>> likeness(person_name("Ann Roe"), person_name("Ann B. Roe"))
    'fuller'
    >>> likeness(person_name("Bill Roe"), person_name("William B. Roe"))
    'fuller'
    >>> likeness(person_name("Ann C. Roe"), person_name("Ann B. Roe"))
    """
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return None
    if one.words == other.words:
        return "same" if one.suffix == other.suffix else "fuller"
    short, long = sorted((one.words, other.words), key=lambda w: (len(w), sum(map(len, w)), w))
    rest = iter(long)
    inside = all(any(_alike(word, w) for w in rest) for word in short)
    return "fuller" if inside and _ends_meet(short, long) else None


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if long.startswith(short):
        return len(short) in {1, len(long)} or len(short) >= _CLIPPED
    return long in lexicon.short_forms().get(short, ())


def _ends_meet(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return short[-1] == long[-1] and (len(short) == 1 or _alike(short[0], long[0]))


@lru_cache(maxsize=1 << 17)
def body_name(text: str) -> tuple[str, ...]:
    """The words of a body's name that tell it from others: no article, no legal form at its end.

    >>> body_name("The Boeing Company, Inc."), body_name("Bank of Ceylon PLC")
    (('boeing',), ('bank', 'of', 'ceylon'))
    """
    words = fold(re.sub(r"\([^)]*\)", " ", re.sub(r"\b(\w)\.(?=\w\.)", r"\1", text)))
    while len(words) > 1 and words[-1] in lexicon.words("forms"):
        words.pop()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return tuple(words)


def generic(words: tuple[str, ...]) -> bool:
    """Whether a body's name could be that of many bodies.

    >>> generic(body_name("High Court")), generic(body_name("Bank of Ceylon"))
    (True, False)
    """
    return all(word in lexicon.words("generic") or word.isdigit() for word in words)


def initials(text: str) -> str:
    """The letters that an acronym of a body's name has: those of its words in capitals.

    >>> initials("Agency for International Development")
    'AID'
    """
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", text) if word[0].isupper())


def is_acronym(text: str) -> bool:
    """Whether a name is letters alone: "NHG", "N.H.G."."""
    return bool(re.fullmatch(r"(?:[A-Z]\.?&?){2,8}s?", text))
