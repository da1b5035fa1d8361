"""What the program needs to run is under licences that an MIT project may build on."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
FAMILIES = ("MIT", "ISC", "0BSD", "BSD", "PSF", "W3C", "Zlib", "CC0", "Apache", "MPL-2.0", "LGPL")
#: The packages under a licence that asks for more than its notice.
WEAK = re.compile(r"\b(?:LGPL|MPL)\b|Lesser General Public|Mozilla Public")


def needed() -> dict[str, str]:
    """Each package that the program needs, itself or through another, with its licence."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    waiting = [*tomllib.loads(text)["project"]["dependencies"]]
    found: dict[str, str] = {}
    while waiting:
        wanted = Requirement(waiting.pop())
        name = re.sub(r"[-_.]+", "-", wanted.name).lower()
        if name in found or (wanted.marker and not wanted.marker.evaluate({"extra": ""})):
            continue
        found[name] = "; ".join(_licences(metadata.metadata(name)))
        waiting += metadata.requires(name) or ()
    return found


def _licences(told: metadata.PackageMetadata) -> Iterator[str]:
    yield from (
        str(told[name]).strip().split("\n")[0]
        for name in ("License-Expression", "License")
        if name in told
    )
    yield from (each for each in told.get_all("Classifier") or () if each.startswith("License"))


def test_every_package_is_of_a_family_that_is_listed() -> None:
    packages = needed()
    assert len(packages) > 40
    for name, licence in packages.items():
        assert any(family in licence for family in FAMILIES), f"{name}: {licence}"
        assert not re.search(r"(?<!L)(?<!Lesser )\bA?GPL|Affero", licence), f"{name}: {licence}"


def test_packages_that_ask_for_more_than_a_notice_are_named() -> None:
    asking = {name for name, licence in needed().items() if WEAK.search(licence)}
    assert asking
    assert all(name in PAGE for name in asking), asking


def test_every_family_stands_on_the_page() -> None:
    assert all(family in PAGE for family in FAMILIES)
