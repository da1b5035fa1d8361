"""The nouns that titles of office turn on, in every form in which releases write them."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.language import lexicon

#: Letters of the longest acronym among the nouns: "MoS" has no plural.
_ACRONYM = 3


def _forms() -> Mapping[str, str]:
    """Each form in lower case, with the noun in the singular and spelt out."""
    nouns = lexicon.words("titles", "heads")
    short = {
        a: full.lower().split()[-1]
        for a, full in lexicon.mapping("titles", "abbreviations").items()
    }
    plurals = {_plural(noun): noun for noun in nouns if len(noun) > _ACRONYM}
    return plurals | short | {noun: noun for noun in nouns}


def _plural(noun: str) -> str:
    """The plural of a title's noun.

    >>> [_plural(noun) for noun in ("secretary", "attorney", "chairman", "minister")]
    ['secretaries', 'attorneys', 'chairmen', 'ministers']
    """
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun[:-2] + "en" if noun.endswith("man") else noun + "s"


#: Every form of a title's noun, in lower case, with the noun it is a form of.
HEADS = _forms()

#: The forms of several holders: "Ministers", "Sens."
PLURALS = frozenset(form for form, noun in HEADS.items() if form == _plural(noun)) | {
    "sens",
    "reps",
}

_ABBREVIATIONS = lexicon.mapping("titles", "abbreviations")


def spelt_out(word: str) -> str:
    """A title's noun in the singular, abbreviations spelt out, in the case it is written in.

    >>> spelt_out("Secretaries"), spelt_out("Sen."), spelt_out("MINISTERS"), spelt_out("officer")
    ('Secretary', 'Senator', 'MINISTER', 'officer')
    """
    low = word.lower()
    if low in _ABBREVIATIONS:
        return _ABBREVIATIONS[low]
    noun = HEADS.get(low, low)
    if noun == low:
        return word
    return noun.upper() if word.isupper() else noun.capitalize() if word[0].isupper() else noun
