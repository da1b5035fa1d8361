"""Write anew what the named questions are expected to answer: ``python tools/answers.py GRAPHS``.

GRAPHS is what ``communique extract data/raw`` wrote; the archive of the tests is asked as well. The
files are a test's expectation, so the difference is to be read line by line before it is kept.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from pipeline.graph.answering import answer_in
from pipeline.graph.questions import find, questions
from pipeline.graph.read import read
from pipeline.graph.write import write
from tests.graph.archive import archive, together
from tests.graph.asked import EXPECTED, FILES, parted


def main(graphs: Path) -> None:
    """Ask each question of both files, with the parameters it has there, and keep the answers."""
    with TemporaryDirectory() as folder:
        renew("archive", read([write((*archive(), together()), Path(folder) / "archive.trig")]))
    renew("samples", read([graphs]))


def renew(collection: str, store: ox.Store) -> None:
    """Write down what the store of one collection answers."""
    known, answers = questions(), {}
    for called in dict.fromkeys((*(q.name for q in known), *EXPECTED[collection])):
        name, given = parted(called)
        rows = answer_in(store, find(name, known), given).rows
        answers[called] = [" | ".join(str(getattr(c, "value", "")) for c in r) for r in rows]
    text = json.dumps(answers, indent=1, ensure_ascii=False) + "\n"
    FILES[collection].write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
