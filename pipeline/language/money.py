"""Sums of money in a text: how much, in which currency, and how exactly it is said.

A dollar is the dollar of the issuer's country, a rupee its rupee; where the country has none, the
currency stays unknown rather than guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.models import Span


@dataclass(frozen=True, slots=True)
class Money:
    """A sum of money; ``span`` holds its words with the hedge, such as *almost $1 trillion*.

    ``currency`` is an ISO 4217 code where it is certain. ``until`` is the upper end of a range.
    """

    span: Span
    value: Decimal
    currency: str | None = None
    hedge: str = ""
    until: Decimal | None = None


#: Signs and codes before a number; ``None`` where the country of the issuer must tell.
_SIGNS = {
    "US$": "USD", "U.S.$": "USD", "USD": "USD", "A$": "AUD", "AU$": "AUD", "AUD": "AUD", "S$": "SGD", "SG$": "SGD",
    "SGD": "SGD", "C$": "CAD", "CA$": "CAD", "CAD": "CAD", "NZ$": "NZD", "NZD": "NZD", "HK$": "HKD", "HKD": "HKD",
    "NT$": "TWD", "J$": "JMD", "£": "GBP", "GBP": "GBP", "€": "EUR", "EUR": "EUR", "JPY": "JPY", "₹": "INR",
    "INR": "INR", "LKR": "LKR", "CHF": "CHF", "CNY": "CNY", "RMB": "CNY", "SDR": "XDR", "¥": None, "$": None, "Rs.": None, "Rs": None,
}  # fmt: skip
_DOLLARS = {
    "US": "USD", "AU": "AUD", "SG": "SGD", "CA": "CAD", "NZ": "NZD", "JM": "JMD", "HK": "HKD",
}  # fmt: skip
_RUPEES = {"IN": "INR", "LK": "LKR", "PK": "PKR", "NP": "NPR", "MU": "MUR"}
_YEN = {"JP": "JPY", "CN": "CNY"}
_PESOS = {"MX": "MXN", "PH": "PHP", "CO": "COP", "CL": "CLP", "AR": "ARS"}
_AT_HOME = {
    "$": _DOLLARS,
    "dollar": _DOLLARS,
    "Rs": _RUPEES,
    "Rs.": _RUPEES,
    "rupee": _RUPEES,
    "¥": _YEN,
    "peso": _PESOS,
}

#: Currencies in words; a pound without *sterling* is as often a weight.
_NOUNS = {
    "dollar": None, "rupee": None, "peso": None, "euro": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY",
    "rand": "ZAR", "pound sterling": "GBP", "pounds sterling": "GBP", "franc": None, "won": None, "krone": None,
    "krona": None, "dirham": None, "riyal": None,
}  # fmt: skip
_ADJECTIVES = {
    "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "australian dollar": "AUD", "canadian dollar": "CAD",
    "singapore dollar": "SGD", "new zealand dollar": "NZD", "hong kong dollar": "HKD", "jamaican dollar": "JMD",
    "indian rupee": "INR", "sri lankan rupee": "LKR", "sri lanka rupee": "LKR", "pakistani rupee": "PKR", "nepalese rupee": "NPR",
    "japanese yen": "JPY", "chinese yuan": "CNY", "chinese renminbi": "CNY", "swiss franc": "CHF", "korean won": "KRW",
    "south korean won": "KRW", "south african rand": "ZAR", "mexican peso": "MXN", "philippine peso": "PHP", "norwegian krone": "NOK",
    "danish krone": "DKK", "swedish krona": "SEK", "british pound": "GBP", "uae dirham": "AED", "saudi riyal": "SAR",
}  # fmt: skip

_SCALES = {
    "hundred": 10**2, "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9,
    "trillion": 10**12, "lakh crore": 10**12, "k": 10**3, "m": 10**6, "mn": 10**6, "mil": 10**6, "cr": 10**7, "crs": 10**7,
    "b": 10**9, "bn": 10**9, "tn": 10**12,
}  # fmt: skip
_COUNTED = {
    w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)
} | {"a": 1, "half a": Decimal("0.5")}

_HEDGE = (
    r"(?P<hedge>(?i:an\ estimated|estimated|approximately|approx\.?|roughly|about|around|almost|nearly|close\ to|some|"
    r"more\ than|over|upwards?\ of|in\ excess\ of|at\ least|no\ less\ than|not\ less\ than|"
    r"less\ than|fewer\ than|up\ to|as\ much\ as|not\ more\ than|no\ more\ than|at\ most)\ (?:a\ total\ of\ )?)?"
)
_NUMBER = r"(?:\d{1,3}(?:[\ \u00a0]\d{3})+(?!\d)|\d+(?:,\d{2,3})*(?:\.\d+)?)"
_SCALE = r"(?i:[ -]?(?:lakh\ crore|hundred|thousand|million|billion|trillion|lakh|crore)s?|\ ?(?:mn|mil|bn|tn|crs?)\.?|[mbk])(?![A-Za-z])"
_TO = r"(?:\ to\ |\ ?[-–—]\ ?)"
_SIGN = "|".join(
    re.escape(s).replace(r"US\$", r"US\ ?\$").replace(r"U\.S\.\$", r"U\.S\.\ ?\$")
    for s in sorted(_SIGNS, key=len, reverse=True)
)
_NOUN = "|".join(
    re.escape(n) + ("" if n.endswith("g") else "s?")
    for n in sorted({*_ADJECTIVES, *_NOUNS}, key=len, reverse=True)
)
_SIGNED = re.compile(
    rf"{_HEDGE}(?<![\w$€£])(?P<sign>{_SIGN})\$?\ ?(?P<number>{_NUMBER})(?P<scale>{_SCALE})?"
    rf"(?:{_TO}(?P<again>(?:{_SIGN})\ ?)?(?P<upper>{_NUMBER})(?:(?P<upper_scale>{_SCALE})|(?<=\d)(?(again)|(?!)))(?![\w%]|,\d|-\w))?(?:/-)?(?![\d]|,\d{{3}})",
    re.VERBOSE,
)
_WORDED = re.compile(
    rf"{_HEDGE}(?<![\w.,$€£₹-])(?P<number>{_NUMBER}|(?i:{'|'.join(_COUNTED)})(?=\ (?i:hundred|thousand|million|billion|trillion|lakh|crore)))"
    rf"(?P<scale>{_SCALE})?\ (?P<sign>(?i:{_NOUN}))(?!\w)",
    re.VERBOSE,
)


def find_money(text: str, within: Iterable[Span], country: str | None = None) -> tuple[Money, ...]:
    """The sums of money in some stretches of a text, in order; ``country`` is the issuer's (ISO 3166).

    >>> [(m.value, m.currency, m.hedge) for m in find_money("up to US$ 2.5 billion", [Span(0, 21)])]
    [(Decimal('2500000000.0'), 'USD', 'up to')]
    """
    found: list[Money] = []
    for stretch in within:
        here = [
            m
            for shape in (_SIGNED, _WORDED)
            for m in shape.finditer(text, stretch.start, stretch.end)
        ]
        done = stretch.start
        for match in sorted(here, key=lambda m: (m.start("number"), -m.end())):
            if match.start("sign") >= done or match.start("number") >= done:
                found += _money(match, country)
                done = match.end()
    return tuple(found)


def _money(match: re.Match[str], country: str | None) -> Iterator[Money]:
    parts = match.groupdict()
    upper = parts.get("upper")
    scale = _factor(parts["scale"]) or (
        _factor(parts.get("upper_scale")) if upper and not parts.get("again") else None
    )
    value = _number(parts["number"]) * (scale or 1)
    until = _number(upper) * (_factor(parts.get("upper_scale")) or scale or 1) if upper else None
    if until is not None and until <= value:
        until = None
    yield Money(
        Span(match.start(), match.end()),
        value,
        currency(parts["sign"], country),
        (parts["hedge"] or "").strip(),
        until,
    )


def currency(sign: str, country: str | None) -> str | None:
    """The ISO 4217 code of a sign or a currency's name, where it is certain.

    >>> currency("$", "AU"), currency("$", None), currency("Japanese yen", None)
    ('AUD', None, 'JPY')
    """
    sign = sign.replace("S $", "S$").replace("S. $", "S.$")
    if sign in _SIGNS:
        return _SIGNS[sign] or _AT_HOME.get(sign, {}).get(country or "")
    low = sign.lower()
    word = low if low in _ADJECTIVES or low in _NOUNS else low.removesuffix("s")
    return _ADJECTIVES.get(word) or _NOUNS.get(word) or _AT_HOME.get(word, {}).get(country or "")


def _number(text: str) -> Decimal:
    return Decimal(_COUNTED.get(text.lower(), 0)) or Decimal(re.sub(r"[,\s]", "", text))


def _factor(scale: str | None) -> int | None:
    word = (scale or "").lower().strip(" -.")
    return _SCALES.get(word) or _SCALES.get(word.removesuffix("s"))
