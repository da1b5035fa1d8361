"""English syntax, once for all frames: each predicate with its arguments laid bare.

Active and passive, conjoined subjects and objects, relative and participial clauses, control,
nominalizations, prepositions whether the parser hung them on the verb or on the object, negation,
modality and tense. A frame only says which argument is which role.
"""

from pipeline.language.clauses.clause import Argument, Clause
from pipeline.language.clauses.find import clauses
from pipeline.language.clauses.phrases import phrase_of, purpose
from pipeline.language.clauses.status import is_habit

__all__ = [
    "Argument",
    "Clause",
    "clauses",
    "is_habit",
    "phrase_of",
    "purpose",
]
