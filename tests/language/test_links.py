"""What ties one agreement of a release to another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.models import Facts

FactsOf = Callable[..., Facts]

TREATY = "Chile and Peru signed the Fish Treaty in 2019."


@pytest.mark.parametrize(
    ("paragraphs", "tie"),
    [
        ((TREATY, "Today they signed a protocol under the Fish Treaty."), "implements"),
        (
            (
                TREATY,
                "Chile and Peru signed a protocol today.",
                "The protocol builds on the treaty.",
            ),
            "follows",
        ),
        (
            (
                TREATY,
                "Chile and Peru signed a protocol today.",
                "The protocol replaces the treaty.",
            ),
            "replaces",
        ),
        (
            (
                TREATY,
                "Chile and Peru signed a protocol today.",
                "The treaty is superseded by the protocol.",
            ),
            "replaces",
        ),
        (
            (
                TREATY,
                "Chile and Peru signed a protocol today.",
                "The protocol implements the Fish Treaty.",
            ),
            "implements",
        ),
        (
            (
                TREATY,
                "Chile and Peru signed a protocol today.",
                "The protocol does not replace the Fish Treaty.",
            ),
            None,
        ),
        ((TREATY, "Chile and Peru signed a protocol today."), None),
    ],
    ids=["under", "builds on", "replaces", "is superseded by", "implements", "denied", "nothing"],
)
def test_one_agreement_is_tied_to_another(
    facts_of: FactsOf, paragraphs: tuple[str, ...], tie: str | None
) -> None:
    facts = facts_of(*paragraphs)
    label = {entity.id: entity.label for entity in facts.entities}
    ties = {
        (label[one.id], kind, label[other])
        for one in facts.agreements
        for kind in ("follows", "implements", "replaces")
        for other in getattr(one, kind)
    }
    assert ties == ({("protocol", tie, "Fish Treaty")} if tie else set())
