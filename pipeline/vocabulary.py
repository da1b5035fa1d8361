"""The ontology's terms and where its files lie. Strings only, so that it loads in no time."""

from __future__ import annotations

from pathlib import Path

CMQ = "https://w3id.org/communique/ontology#"
BASE = "https://w3id.org/communique/id/"
ORG = "http://www.w3.org/ns/org#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SKOS = "http://www.w3.org/2004/02/skos/core#"

#: Classes of events and, for each, its roles that hold entities or literals (local names).
EVENT_ROLES: dict[str, tuple[str, ...]] = {
    "Signing": ("signatory", "party", "agreement", "onBehalfOf", "count"),
    "Statement": ("speaker", "quote", "about"),
    "Meeting": ("participant", "topic"),
    "Appointment": ("appointee", "post", "organization", "appointedBy"),
    "LegalAction": ("defendant", "offense", "penalty", "amount", "court", "agency"),
    "Sanction": ("target", "authority", "program"),
    "Award": ("funder", "recipient", "amount", "purpose"),
}

#: When and where: roles that every event can have.
CIRCUMSTANCES = ("date", "endDate", "place")

#: Kinds of events, for the classes that have them: local names of the ontology's concepts.
EVENT_KINDS: dict[str, tuple[str, ...]] = {
    "LegalAction": (
        "Arrest", "Charge", "Plea", "Conviction", "Sentencing", "Settlement", "Lawsuit",
    ),
    "Appointment": ("Nominated", "Appointed", "Confirmed", "SwornIn", "Resigned"),
}  # fmt: skip

#: Kinds of instruments: local names of the ontology's concepts.
AGREEMENT_KINDS = (
    "Accord", "Agreement", "Arrangement", "Charter", "Compact", "Contract", "Convention",
    "Declaration", "Framework", "JointStatement", "LetterOfIntent", "MemorandumOfUnderstanding",
    "Pact", "Plan", "Programme", "Protocol", "Roadmap", "Treaty",
)  # fmt: skip


def ontology_directory() -> Path:
    """The folder with the ontology, its shapes, questions and gazetteer.

    In a wheel it lies inside the package, in a source tree beside it.
    """
    inside = Path(__file__).parent / "ontology"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "ontology"
