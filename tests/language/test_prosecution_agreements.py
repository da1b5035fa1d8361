"""Between whom an agreement not to prosecute is, where the words for its signing do not say."""

from __future__ import annotations

from pipeline.language.reader import Reader
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


def test_another_agreement_has_sides_of_its_own_or_none(reader: Reader) -> None:
    text = f"{_SETTLED.format('Alder Bank AG')}\nThe agreement on fisheries was signed today."
    (signing,) = told(reader.understand(as_release({"text": text})), "Signing")
    assert "party" not in signing
