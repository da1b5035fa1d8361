"""Between whom an agreement not to prosecute is, where the words for its signing do not say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.language.reader import Reader
from pipeline.models import Facts
from tests.language.test_tables import as_release, told

_SETTLED = "The Justice Department announced today that {} reached a resolution with it."
_SIGNED = "Under the terms of the non-prosecution agreement signed today, penalties are due."


def test_the_sides_are_those_of_the_settlement(reader: Reader) -> None:
    text = f"{_SETTLED.format('Alder Bank AG')}\n{_SIGNED}"
    facts = reader.understand(as_release({"text": text}))
    (signing,) = told(facts, "Signing")
    assert signing["party"] == {"Alder Bank AG", "Justice Department"}
    (deal,) = facts.agreements
    assert len(deal.parties) == 2


def test_of_two_settlements_none_tells_the_sides(reader: Reader) -> None:
    settled = "\n".join(map(_SETTLED.format, ("Alder Bank AG", "Banca Lumen SA")))
    (signing,) = told(reader.understand(as_release({"text": f"{settled}\n{_SIGNED}"})), "Signing")
    assert "party" not in signing


def test_several_agreements_are_with_all_who_settle(reader: Reader) -> None:
    settled = "\n".join(map(_SETTLED.format, ("Alder Bank AG", "Banca Lumen SA")))
    signed = _SIGNED.replace("agreement signed", "agreements signed")
    (signing,) = told(reader.understand(as_release({"text": f"{settled}\n{signed}"})), "Signing")
    assert signing["party"] == {"Alder Bank AG", "Banca Lumen SA", "Justice Department"}


@pytest.mark.parametrize(
    ("when", "sides"),
    [
        ("today", {"Alder Ltd", "U.S. Department of Justice"}),
        ("in April 2015", {"Alder Ltd"}),
    ],
    ids=["the news", "an older case"],
)
def test_the_publisher_that_prosecutes_is_the_other_side_of_its_news(
    facts_of: Callable[..., Facts], when: str, sides: set[str]
) -> None:
    text = f"Alder Ltd entered into a deferred prosecution agreement {when}."
    facts = facts_of(text, publisher=("U.S. Department of Justice",))
    (signing,) = told(facts, "Signing")
    assert signing["party"] == sides


def test_another_agreement_has_sides_of_its_own_or_none(reader: Reader) -> None:
    text = f"{_SETTLED.format('Alder Bank AG')}\nThe agreement on fisheries was signed today."
    (signing,) = told(reader.understand(as_release({"text": text})), "Signing")
    assert "party" not in signing
