"""Which steps of a release belong to one case: a charge, its plea, its sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.models import Facts

FactsOf = Callable[..., Facts]


def _steps(facts: Facts) -> set[tuple[str, str]]:
    """Each step with the one before it, by kind and first defendant."""
    labels = {e.id: e.label for e in facts.entities}

    def name(event: object) -> str:
        assert hasattr(event, "kind")
        who = next(labels[f.entity] for f in event.fill("defendant") if f.entity)  # type: ignore[attr-defined]  # an Event
        return f"{event.kind} {who}"

    return {(name(later), name(earlier)) for later, earlier in facts.steps}


@pytest.mark.parametrize(
    ("paragraphs", "steps"),
    [
        (
            (
                "Ann Moe was charged with wire fraud on 3 March 2021.",
                "She pleaded guilty to wire fraud on 4 May 2022.",
                "Ann Moe was sentenced to two years in prison for wire fraud on 9 June 2023.",
            ),
            {("Plea Ann Moe", "Charge Ann Moe"), ("Sentencing Ann Moe", "Plea Ann Moe")},
        ),
        (
            (
                "Ann Moe and Bo Li were charged with fraud on 3 March 2021.",
                "Bo Li pleaded guilty to fraud on 4 May 2022.",
            ),
            {("Plea Bo Li", "Charge Ann Moe")},
        ),
        (
            (
                "Ann Moe pleaded guilty to fraud on 4 May 2022.",
                "Bo Li was sentenced to two years in prison for fraud on 9 June 2023.",
            ),
            set(),
        ),
        (
            (
                "Ann Moe was convicted of arson in 2005.",
                "Ann Moe was sentenced to two years in prison for fraud on 9 June 2023.",
            ),
            set(),
        ),
        (
            (
                "Ann Moe was convicted of fraud on 9 June 2023.",
                "Ann Moe was charged with fraud on 3 March 2024.",
            ),
            set(),
        ),
        (
            (
                "Ann Moe pleaded guilty to fraud in Case No. 12-cr-34 on 4 May 2022.",
                "Ann Moe was sentenced to a year in prison for fraud in Case No. 13-cr-70.",
            ),
            set(),
        ),
        (
            (
                "The Ministry of Justice filed a suit against Alder Mining Inc. in May 2022.",
                "Alder Mining Inc. agreed to pay $5 million to settle the claims in May 2023.",
            ),
            {("Settlement Alder Mining Inc.", "Lawsuit Alder Mining Inc.")},
        ),
    ],
    ids=[
        "charge, plea, sentence",
        "one of two",
        "someone else",
        "an old conviction",
        "not in that order",
        "docket numbers differ",
        "a suit is settled",
    ],
)
def test_steps_of_one_case(
    facts_of: FactsOf, paragraphs: tuple[str, ...], steps: set[tuple[str, str]]
) -> None:
    """A step follows the last one before it against the same defendant for the same thing."""
    assert _steps(facts_of(*paragraphs)) == steps
