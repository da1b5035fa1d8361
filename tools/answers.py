"""Write anew what the named questions answer on the samples: ``python tools/answers.py GRAPHS``.

GRAPHS is what ``communique extract data/raw`` wrote. The file is a test's expectation, so the
difference is to be read line by line before it is kept.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pipeline.graph.answering import answer_in
from pipeline.graph.questions import find, questions
from pipeline.graph.read import read

ANSWERS = Path(__file__).parents[1] / "tests" / "graph" / "answers.json"


def main(graphs: Path) -> None:
    """Ask each question of the file, with the parameters it has there, and keep the answers."""
    store, known = read([graphs]), questions()
    asked = json.loads(ANSWERS.read_text(encoding="utf-8"))
    answers = {}
    for called in dict.fromkeys((*(question.name for question in known), *asked)):
        name, *pairs = called.split(" --")
        rows = answer_in(store, find(name, known), dict(p.split(" ", 1) for p in pairs)).rows
        answers[called] = [" | ".join(str(getattr(c, "value", "")) for c in r) for r in rows]
    ANSWERS.write_text(json.dumps(answers, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
