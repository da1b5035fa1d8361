"""What the mentions of one event tell together, and what tells a mention apart from them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.drafts import Draft
from pipeline.language.standing import Behind
from pipeline.models import Status


def sides(group: Sequence[Draft]) -> set[str]:
    """The parties and signing bodies; a government counts as its country."""
    found = set()
    for draft in group:
        for role in ("party", "signatory"):
            found |= {
                id_.replace("government/", "country/")
                for id_ in draft.ids(role)
                if not id_.startswith("person/")
            }
    return found


def people(group: Sequence[Draft]) -> set[str]:
    """The people who sign."""
    return {id_ for d in group for id_ in d.ids("signatory") if id_.startswith("person/")}


def stood_for(group: Sequence[Draft]) -> Behind:
    """The bodies for which those in personal roles stand."""
    return {id_: bodies for d in group for id_, bodies in d.behind.items()}


def with_headline(group: Sequence[Draft], draft: Draft) -> bool:
    """Whether one of the two is the headline, which may leave out and shorten."""
    return draft.headline or all(d.headline for d in group)


def told_in_headline(group: Sequence[Draft], draft: Draft) -> bool:
    """Whether the headline alone has told of the event so far."""
    return all(d.headline for d in group) and not draft.headline


def different_status(group: Sequence[Draft], draft: Draft) -> bool:
    """Whether one tells as planned what the other tells as done."""
    ours = {d.status for d in group if not d.nominal}
    pointing = draft.instrument is not None and draft.instrument.definite
    if (draft.nominal and (draft.status is Status.OCCURRED or pointing)) or not ours:
        return False
    if told_in_headline(group, draft) and draft.status is Status.PLANNED:
        return False  # "A and B sign a treaty", says the headline; they will tomorrow, the lead
    if pointing and draft.reasons == ("to",) and Status.OCCURRED in ours:
        return False  # "the work done to reach this agreement" speaks of one that was reached
    if pointing and draft.reasons == ("not yet",) and Status.PLANNED in ours:
        return False  # what is still planned has not yet been done
    return draft.status not in ours


def different_dates(group: Sequence[Draft], draft: Draft) -> bool:
    """Whether the dates cannot be one day."""
    return any(d.date and draft.date and not d.date.agrees(draft.date) for d in group)
