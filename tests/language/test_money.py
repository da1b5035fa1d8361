"""What counts as a sum of money, how much it is, and in which currency."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.money import Money, currency, find_money
from pipeline.models import Span


def found(text: str, country: str | None = None) -> tuple[Money, ...]:
    """The sums of a whole text."""
    return find_money(text, [Span(0, len(text))] if text else [], country)


@pytest.mark.parametrize(
    ("text", "words", "value", "code"),
    [
        ("a fine of $1.3 million", "$1.3 million", "1300000", "USD"),
        ("Rs. 544.85 crore for roads", "Rs. 544.85 crore", "5448500000", None),
        ("loans of US$ 2 billion", "US$ 2 billion", "2000000000", "USD"),
        ("loans of US $200 million", "US $200 million", "200000000", "USD"),
        ("spent A$5m on it", "A$5m", "5000000", "AUD"),
        ("a grant of 300 million yen.", "300 million yen", "300000000", "JPY"),
        ("300 Million Japanese Yen", "300 Million Japanese Yen", "300000000", "JPY"),
        ("paid €4.5 million", "€4.5 million", "4500000", "EUR"),
        ("6,529,042 Euros were paid", "6,529,042 Euros", "6529042", "EUR"),
        ("SDR 2.286 billion", "SDR 2.286 billion", "2286000000", "XDR"),
        ("₹1.5 lakh crore", "₹1.5 lakh crore", "1500000000000", "INR"),
        ("₹1,00,000/- only", "₹1,00,000/-", "100000", "INR"),
        ("a $5-million grant", "$5-million", "5000000", "USD"),
        ("$829,715, and", "$829,715", "829715", "USD"),
        ("$300 000 for food", "$300 000", "300000", "USD"),
        ("two million dollars", "two million dollars", "2000000", "USD"),
        ("GBP 3bn", "GBP 3bn", "3000000000", "GBP"),
        ("£66 per pupil", "£66", "66", "GBP"),
        ("he offered S$30 to him", "S$30", "30", "SGD"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_sum(text: str, words: str, value: str, code: str | None) -> None:
    """A sum is found with its words, its value and, where certain, its currency."""
    (money,) = found(text, "US")
    assert money.span.of(text) == words
    assert (money.amount.value, money.amount.currency) == (Decimal(value), code)


@pytest.mark.parametrize(
    "text",
    [
        "8 million pounds of fish",
        "10 million people",
        "it won 3 games",
        "Section 20.5",
        "USDA inspected 40 farms",
        "the euro rose",
        "",
    ],
    ids=lambda text: text or "nothing",
)
def test_no_sum(text: str) -> None:
    """Weights, people and points are no money."""
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("almost $1 trillion", "almost"),
        ("up to $550 million", "up to"),
        ("more than $6 billion", "more than"),
        ("approximately LKR 565 million", "approximately"),
        ("about 40 euros", "about"),
        ("$5", ""),
    ],
    ids=str,
)
def test_hedge_belongs_to_the_sum(text: str, hedge: str) -> None:
    """A sum that is only nearly so is told with the words that say so."""
    (money,) = found(text)
    assert (money.amount.hedge, money.span.of(text)) == (hedge, text)


@pytest.mark.parametrize(
    ("text", "value", "until"),
    [
        ("$5-10 million", 5_000_000, 10_000_000),
        ("$5 to 10 million", 5_000_000, 10_000_000),
        ("$50,000 to $1 million", 50_000, 1_000_000),
        ("$5 to 10 people", 5, None),
    ],
    ids=str,
)
def test_range_has_two_ends(text: str, value: int, until: int | None) -> None:
    """The lower end of a range takes the scale of an upper one that has no sign of its own."""
    (money,) = found(text)
    assert money.amount.value == value
    assert money.amount.until == until


@pytest.mark.parametrize(
    ("sign", "country", "code"),
    [
        ("$", "AU", "AUD"),
        ("$", "US", "USD"),
        ("$", "IN", None),
        ("$", None, None),
        ("Rs.", "LK", "LKR"),
        ("Rs.", "IN", "INR"),
        ("US$", "AU", "USD"),
        ("Australian dollars", "US", "AUD"),
        ("rupees", "LK", "LKR"),
        ("yen", None, "JPY"),
    ],
)
def test_currency_is_the_issuers_or_unknown(
    sign: str, country: str | None, code: str | None
) -> None:
    """A bare dollar or rupee is that of the issuer's country, if it has one."""
    assert currency(sign, country) == code


@given(st.text(alphabet="$€£₹1230.,- toRsUSDmillionbcrore%()\n", max_size=60))
def test_sums_slice_and_do_not_overlap(text: str) -> None:
    """Whatever the text, sums stand in it in order and apart from each other."""
    sums = found(text)
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in sums)
    assert all(a.span.end <= b.span.start for a, b in pairwise(sums))
    assert all(m.amount.until is None or m.amount.until > m.amount.value for m in sums)
