"""Sums of money in a text: how much, in which currency, and how exactly it is said.

A dollar is the dollar of the issuer's country, a rupee its rupee; where the country has none, the
currency stays unknown rather than guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.models import Amount, Span


@dataclass(frozen=True, slots=True)
class Money:
    """A sum of money; ``span`` holds its words with the hedge, such as *almost $1 trillion*."""

    span: Span
    amount: Amount


#: Signs and codes before a number; ``None`` where the country of the issuer must tell.
_SIGNS: dict[str, str | None] = {
    **dict.fromkeys(("US$", "U.S.$", "USD"), "USD"),
    **dict.fromkeys(("A$", "AU$", "AUD"), "AUD"),
    **dict.fromkeys(("S$", "SG$", "SGD"), "SGD"),
    **dict.fromkeys(("C$", "CA$", "CAD"), "CAD"),
    **dict.fromkeys(("NZ$", "NZD"), "NZD"),
    **dict.fromkeys(("HK$", "HKD"), "HKD"),
    **dict.fromkeys(("£", "GBP"), "GBP"),
    **dict.fromkeys(("€", "EUR"), "EUR"),
    **dict.fromkeys(("₹", "INR"), "INR"),
    **dict.fromkeys(("CNY", "RMB"), "CNY"),
    **{"NT$": "TWD", "J$": "JMD", "JPY": "JPY", "LKR": "LKR", "CHF": "CHF", "SDR": "XDR"},
    **dict.fromkeys(("$", "¥", "Rs.", "Rs")),
}
_DOLLARS = {
    "US": "USD", "AU": "AUD", "SG": "SGD", "CA": "CAD", "NZ": "NZD", "JM": "JMD", "HK": "HKD",
}  # fmt: skip
_RUPEES = {"IN": "INR", "LK": "LKR", "PK": "PKR", "NP": "NPR", "MU": "MUR"}
_AT_HOME = {
    **dict.fromkeys(("$", "dollar"), _DOLLARS),
    **dict.fromkeys(("Rs", "Rs.", "rupee"), _RUPEES),
    "¥": {"JP": "JPY", "CN": "CNY"},
    "peso": {"MX": "MXN", "PH": "PHP", "CO": "COP", "CL": "CLP", "AR": "ARS"},
}

#: Currencies in words; a pound without *sterling* is as often a weight.
_NOUNS: dict[str, str | None] = {
    **{"euro": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rand": "ZAR"},
    **dict.fromkeys(("pound sterling", "pounds sterling"), "GBP"),
    **dict.fromkeys(
        ("dollar", "rupee", "peso", "franc", "won", "krone", "krona", "dirham", "riyal")
    ),
}
_ADJECTIVES = {
    **dict.fromkeys(("us dollar", "u.s. dollar", "american dollar"), "USD"),
    **dict.fromkeys(("sri lankan rupee", "sri lanka rupee"), "LKR"),
    **dict.fromkeys(("chinese yuan", "chinese renminbi"), "CNY"),
    **dict.fromkeys(("korean won", "south korean won"), "KRW"),
    "australian dollar": "AUD", "canadian dollar": "CAD", "singapore dollar": "SGD",
    "new zealand dollar": "NZD", "hong kong dollar": "HKD", "jamaican dollar": "JMD",
    "indian rupee": "INR", "pakistani rupee": "PKR", "nepalese rupee": "NPR",
    "japanese yen": "JPY", "swiss franc": "CHF", "south african rand": "ZAR",
    "mexican peso": "MXN", "philippine peso": "PHP", "british pound": "GBP",
    "norwegian krone": "NOK", "danish krone": "DKK", "swedish krona": "SEK",
    "uae dirham": "AED", "saudi riyal": "SAR",
}  # fmt: skip

_SCALES = {
    "hundred": 10**2, "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7,
    "billion": 10**9, "trillion": 10**12, "lakh crore": 10**12, "k": 10**3, "m": 10**6,
    "mn": 10**6, "mil": 10**6, "cr": 10**7, "crs": 10**7, "b": 10**9, "bn": 10**9, "tn": 10**12,
}  # fmt: skip
_COUNTED: dict[str, Decimal] = {
    "a": Decimal(1),
    "half a": Decimal("0.5"),
    **{
        w: Decimal(n)
        for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)
    },
}

_HEDGE = (
    r"(?P<hedge>(?i:an\ estimated|estimated|approximately|approx\.?|roughly|about|around|almost|"
    r"nearly|close\ to|some|more\ than|over|upwards?\ of|in\ excess\ of|at\ least|no\ less\ than|"
    r"not\ less\ than|less\ than|fewer\ than|up\ to|as\ much\ as|not\ more\ than|no\ more\ than|"
    r"at\ most)\ (?:a\ total\ of\ )?)?"
)
_NUMBER = r"(?:\d{1,3}(?:[\ \u00a0]\d{3}){1,6}(?!\d)|\d+(?:,\d{2,3}){0,8}(?:\.\d+)?)"
_LARGE = r"hundred|thousand|million|billion|trillion|lakh|crore"
_SCALE = rf"(?i:[ -]?(?:lakh\ crore|{_LARGE})s?|\ ?(?:mn|mil|bn|tn|crs?)\.?|[mbk])(?![A-Za-z])"
_TO = r"(?:\ to\ |\ ?[-–—]\ ?)"
_SIGN = "|".join(
    re.escape(s).replace(r"US\$", r"US\ ?\$").replace(r"U\.S\.\$", r"U\.S\.\ ?\$")
    for s in sorted(_SIGNS, key=len, reverse=True)
)
_NOUN = "|".join(
    re.escape(n) + ("" if n.endswith("g") else "s?")
    for n in sorted({*_ADJECTIVES, *_NOUNS}, key=len, reverse=True)
)
_WORDS = rf"(?i:{'|'.join(_COUNTED)})(?=\ (?i:{_LARGE}))"
#: "up to US$ 2 billion", "$5-10 million", "Rs. 1,00,000/-".
_SIGNED = re.compile(
    rf"{_HEDGE}(?<![\w$€£])(?P<sign>{_SIGN})\$?\ ?(?P<number>{_NUMBER})(?P<scale>{_SCALE})?"
    rf"(?:{_TO}(?P<again>(?:{_SIGN})\ ?)?(?P<upper>{_NUMBER})"
    rf"(?:(?P<upper_scale>{_SCALE})|(?<=\d)(?(again)|(?!)))(?![\w%]|,\d|-\w))?"
    rf"(?:/-)?(?![\d]|,\d{{3}})",
    re.VERBOSE,
)
#: "300 million Japanese yen", "two million dollars".
_WORDED = re.compile(
    rf"{_HEDGE}(?<![\w.,$€£₹-])(?P<number>{_NUMBER}|{_WORDS})"
    rf"(?P<scale>{_SCALE})?\ (?P<sign>(?i:{_NOUN}))(?!\w)",
    re.VERBOSE,
)


def find_money(text: str, within: Iterable[Span], country: str | None = None) -> tuple[Money, ...]:
    """The sums of money in some stretches of a text, in order.

    ``country`` is the issuer's, as an ISO 3166 code.

    >>> [money.amount for money in find_money("up to US$ 2.5 billion", [Span(0, 21)])]
    [Amount(value=Decimal('2500000000.0'), currency='USD', hedge='up to', until=None)]
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
    upper, above = parts.get("upper"), _factor(parts.get("upper_scale"))
    scale = _factor(parts["scale"])
    if scale is None and upper and not parts.get("again"):
        scale = above  # "$5-10 million"
    value = _number(parts["number"]) * (scale or 1)
    until = _number(upper) * (above or scale or 1) if upper else None
    amount = Amount(
        value,
        currency(parts["sign"], country),
        (parts["hedge"] or "").strip(),
        until if until is not None and until > value else None,
    )
    yield Money(Span(match.start(), match.end()), amount)


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
    return _COUNTED.get(text.lower()) or Decimal(re.sub(r"[,\s]", "", text))


def _factor(scale: str | None) -> int | None:
    word = (scale or "").lower().strip(" -.")
    return _SCALES.get(word) or _SCALES.get(word.removesuffix("s"))
