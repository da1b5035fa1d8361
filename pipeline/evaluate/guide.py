"""The annotation guide's terms: which roles an event has, and which of them must be right."""

from __future__ import annotations

#: Roles that are scored, by type of event; those in :data:`CORE` make an event exact.
ROLES: dict[str, tuple[str, ...]] = {
    "Signing": ("signatory", "party", "agreement", "count", "date", "place", "on_behalf_of"),
    "Statement": ("speaker",),
    "Meeting": ("participant", "date", "place"),
    "Appointment": ("appointee", "post", "organization", "by", "date", "kind"),
    "LegalAction": ("kind", "defendant", "offense", "penalty", "court", "agency", "date"),
    "Sanction": ("target", "authority", "program", "date"),
    "Award": ("funder", "recipient", "amount", "purpose"),
}

CORE: dict[str, tuple[str, ...]] = {
    "Signing": ("signatory", "party", "agreement", "date"),
    "Statement": ("speaker",),
    "Meeting": ("participant", "date"),
    "Appointment": ("appointee",),
    "LegalAction": ("defendant",),
    "Sanction": ("target",),
    "Award": ("funder", "recipient"),
}

STATUSES = ("occurred", "planned", "negated", "possible")

#: The guide's word for a role where the ontology's property is called otherwise.
_PROPERTIES = {"on_behalf_of": "onBehalfOf", "by": "appointedBy"}


def property_of(role: str) -> str:
    """The local name of the ontology's property for a role of the guide.

    >>> property_of("on_behalf_of"), property_of("party")
    ('onBehalfOf', 'party')
    """
    return _PROPERTIES.get(role, role)


def concept_of(kind: str) -> str:
    """The local name of the ontology's concept for a kind of the guide.

    >>> concept_of("sworn_in")
    'SwornIn'
    """
    return "".join(word.capitalize() for word in kind.split("_"))
