"""The words of the frame language for where an argument stands, and what each means."""

from __future__ import annotations

from collections.abc import Mapping

#: The relations that are no prepositions, with what each is to its verb or noun.
RELATIONS: Mapping[str, str] = {
    "subject": "who does it: *Norway* signed, signed by *Norway*",
    "object": "what it is done to: signed *the treaty*, *the treaty* was signed",
    "indirect": "to whom, where no preposition says so: gave *Norway* a grant",
    "complement": "what someone is made or called: was appointed *Director*",
    "infinitive": "what for: a grant *to build a lander*",
    "when": "the date",
    "possessor": "whose: *Norway's* signing",
    "compound": "a name before a noun or a sum: a *NASA* grant",
    "attribute": "the noun that the verb only describes: the newly appointed *Director*",
    "apposed": "whom the noun tells more of: *Ada Moyo*, nominee for Director",
    "announcer": "who said that it happened: the ship sailed, *the Navy* announced",
    "attending": "who did something at it: *Ada Moyo* raised it in talks with Norway",
}

#: What an agreement can be narrowed to.
LIMITS: Mapping[str, str] = {
    "strong": "a noun that is an instrument by itself: a treaty, not a deal",
    "named": "an agreement with a name of its own: the Harbor Accords",
    "new": "an instrument without a name, told of for the first time: a memorandum",
}
