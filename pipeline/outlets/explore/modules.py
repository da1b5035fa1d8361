"""The page's ES modules as one script, so that it runs from a file, where modules cannot import."""

from __future__ import annotations

import re
from graphlib import TopologicalSorter
from importlib.resources import files
from importlib.resources.abc import Traversable

#: The only form of import in our modules: names in braces, from a file beside.
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([a-z]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function|const|class)", re.MULTILINE)


def script() -> str:
    """All modules in one function, each after those it imports; their names are all different."""
    sources = {
        module.name.removesuffix(".js"): module.read_text(encoding="utf-8")
        for module in asset("js").iterdir()
        if module.name.endswith(".js")
    }
    needs = {name: sorted(_IMPORT.findall(text)) for name, text in sorted(sources.items())}
    ordered = TopologicalSorter(needs).static_order()
    body = "\n".join(_EXPORT.sub("", _IMPORT.sub("", sources[name])) for name in ordered)
    return f'(() => {{\n"use strict";\n{body}}})();\n'


def asset(name: str) -> Traversable:
    """A file or folder that belongs to the page."""
    return files("pipeline.outlets.explore") / name
