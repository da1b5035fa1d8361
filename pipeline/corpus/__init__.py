"""Many documents, and what became of each: none is lost without a word, none is read twice.

``run`` tells the story. Documents become tasks, which one of the ``executors`` has done by
``work``, the same in every process. What became of each is kept in the ``manifest``, its graph in
the ``store``.
"""

from .bounds import Bounds
from .choices import Choices, Recipe
from .executors import Executor, Here, executor_for
from .outcomes import Outcome, Skip
from .run import Run, open_run
from .store import graph_path

__all__ = [
    "Bounds",
    "Choices",
    "Executor",
    "Here",
    "Outcome",
    "Recipe",
    "Run",
    "Skip",
    "executor_for",
    "graph_path",
    "open_run",
]
