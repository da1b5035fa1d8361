"""Say in which profiles of OWL 2 an ontology is, by the OWL API that HermiT brings along.

``python tests/owl_profile.py FILE`` prints a line for each profile, with what is against it.
A program of its own, for a virtual machine of Java cannot be stopped and started in one process.
"""

from __future__ import annotations

import sys
from pathlib import Path

import jpype
import owlready2

PROFILES = ("OWL2DLProfile", "OWL2ELProfile", "OWL2QLProfile", "OWL2RLProfile")


def main(path: str) -> None:
    """Print each profile and how many, and which, violations there are."""
    jar = Path(owlready2.__file__).parent / "hermit" / "HermiT.jar"
    jpype.startJVM(classpath=[str(jar)])
    api = jpype.JPackage("org").semanticweb.owlapi
    manager = api.apibinding.OWLManager.createOWLOntologyManager()
    ontology = manager.loadOntologyFromOntologyDocument(jpype.java.io.File(path))
    for name in PROFILES:
        report = getattr(api.profiles, name)().checkOntology(ontology)
        sys.stdout.write(f"{name} {report.isInProfile()}\n")
        for violation in sorted({str(each) for each in report.getViolations()}):
            sys.stdout.write(f"  {' '.join(violation.split())}\n")


if __name__ == "__main__":
    main(sys.argv[1])
