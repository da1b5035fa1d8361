"""The keys of the frame language: loader, schema and documentation are made from these tables.

A key fills the field of the same name of :class:`Frame` or :class:`Trigger`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.language.frames import shapes
from pipeline.language.frames.shapes import Shape


@dataclass(frozen=True, slots=True)
class Key:
    """A key: how its value is written and what it says."""

    shape: Shape
    says: str


#: The sorts of triggers: what in a sentence announces the event.
SORTS: Mapping[str, Key] = {
    "verb": Key(
        shapes.WORDS, "verbs, as a dictionary lists them, or a verb and what follows it: step down"
    ),
    "noun": Key(shapes.WORDS, "nouns, as they are written: signing, signings"),
    "fragment": Key(
        shapes.WORDS,
        "phrases without a verb: 'agreement' for one that is only named, 'be' for *X to be Y*",
    ),
    "quotation": Key(shapes.WORDS, "quotations: 'direct'"),
}

TRIGGER_KEYS: Mapping[str, Key] = {
    "roles": Key(
        shapes.PLACES,
        "for each role the relations in which its fillers stand to the trigger; 'object/Person' "
        "counts for people alone, 'else for' only where those before it give nothing",
    ),
    "kind": Key(shapes.TERM, "the kind of event that these words announce"),
    "requires": Key(
        shapes.NEEDED, "roles without which these words announce nothing, beside those of the frame"
    ),
    "where": Key(
        shapes.WORDS_THERE, "relations in which one of some words must stand: *leave* with *office*"
    ),
    "without": Key(
        shapes.WORDS_THERE, "relations in which none of some words may stand: *call on* without *I*"
    ),
    "needs": Key(shapes.RELATION_NAMES, "relations in which something must stand"),
    "unless": Key(shapes.RELATION_NAMES, "relations in which nothing may stand"),
    "strict": Key(
        shapes.RELATION_NAMES, "relations in which whatever stands must be able to fill a role"
    ),
    "status": Key(
        shapes.STATUS,
        "the status of the event, whatever the tense of the sentence, "
        "if it is neither denied nor only possible",
    ),
    "transitive": Key(
        shapes.TRUTH,
        "the verb must have an object: where it has none, as in a headline, its subject is it",
    ),
    "finite": Key(
        shapes.TRUTH,
        "the verb counts only with a subject of its own, not as *a panel charged with*",
    ),
    "narrow": Key(shapes.NARROWING, "which agreements can fill a role"),
    "adds": Key(shapes.TRUTH, "the words make no event but tell more of the one told before"),
    "adopts": Key(
        shapes.ROLE_NAMES, "roles whose fillers, if none are named, are those of the event before"
    ),
    "amid": Key(
        shapes.FRAME_NAME,
        "a setting, by the name of its frame: the words announce an event only in a release that "
        "tells of it, one of its kind and status",
    ),
}

FRAME_KEYS: Mapping[str, Key] = {
    "everywhere": Key(shapes.PLACES, "roles that every trigger has, written as under 'roles'"),
    "fillers": Key(
        shapes.FILLERS, "for each role the kinds of things that can fill it; all, if left out"
    ),
    "requires": Key(
        shapes.NEEDED,
        "roles without which there is no event; 'recipient or funder' asks for one of the two",
    ),
    "statuses": Key(shapes.STATUS_SET, "the statuses in which there is an event; all, if left out"),
    "identity": Key(
        shapes.ROLE_NAMES, "roles in which two mentions must agree to be mentions of one event"
    ),
    "fewest": Key(
        shapes.COUNTS, "how many fillers of a role an event needs, its mentions taken together"
    ),
    "within": Key(
        shapes.ROLE_TO_ROLE, "roles filled, if by nothing else, by a body that another role names"
    ),
    "personal": Key(
        shapes.ROLE_NAMES, "roles in which a person and the body they act for count as one"
    ),
    "shared": Key(
        shapes.ROLE_NAMES, "roles that pass from one mention to the next that does not fill them"
    ),
    "apart": Key(shapes.ROLE_NAMES, "a role of which each of those in a list has its own event"),
    "settings": Key(
        shapes.FRAME_NAMES,
        "frames of what such events are part of, *a visit*, which tell when and where they were",
    ),
    "setting": Key(
        shapes.TRUTH,
        "the frame tells of no event, but of a setting of others; its terms need no ontology",
    ),
    "news": Key(shapes.TRUTH, "what is dated over a year before the release is no such event"),
}

#: The keys beside them, whose values are read by the loader itself.
OTHER_KEYS: Mapping[str, str] = {
    "event": "the class of event, a term of the ontology",
    "triggers": "the words that announce the event, and where its roles stand then",
    "examples": "sentences and what must be found in them",
    "counterexamples": "sentences in which this frame must find nothing",
}
EXAMPLE_KEYS: Mapping[str, Key] = {
    "text": Key(shapes.TEXT, "a sentence, or several lines, each a paragraph"),
    "finds": Key(
        shapes.FOUND,
        "what fills each role, and the date, kind and status; without a status it must be occurred",
    ),
}
