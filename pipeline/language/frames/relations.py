"""The words of the frame language for where an argument stands and what it is, and their sense."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.language.mentions import Kind

#: The relations that are no prepositions, with what each is to its verb or noun.
RELATIONS: Mapping[str, str] = {
    "subject": "who does it: *Norway* signed, signed by *Norway*",
    "object": "what it is done to: signed *the treaty*, *the treaty* was signed",
    "indirect": "to whom, where no preposition says so: gave *Norway* a grant",
    "complement": "what someone is made or called: was appointed *Director*",
    "infinitive": "what for: a grant *to build a lander*",
    "when": "the date",
    "possessor": "whose: *Norway's* signing",
    "owner": "whose the object is: signed *Norway's* treaty",
    "compound": "a name before a noun or a sum: a *NASA* grant",
    "attribute": "the noun that the verb only describes: the newly appointed *Director*",
    "apposed": "whom the noun tells more of: *Ada Moyo*, nominee for Director",
    "announcer": "who said that it happened: the ship sailed, *the Navy* announced",
    "accompanying": "who comes with those who act: *Ada Moyo*, accompanied by *Lea Sand*",
    "title": "the title beside the name of someone who acts: *Minister* Ada Moyo resigned",
    "nationality": "the country an adjective tells: *Norwegian* aid",
    "worth": "how much something comes to: grants totaling *$5 million*",
    "helping": "whom a sum helps: the grant will help *the library*",
    "beneficiary": "for whose good: gave $5 for *Chad's* schools",
    "means": "what an infinitive describes: *steps* to impose a ban",
    "amount": "the sum in an item of a list: Howard University - *$2 million*",
    "payee": "who stands before the sum in an item of a list: *Howard University* - $2 million",
    "attending": "who did something at it: *Ada Moyo* raised it in talks with Norway",
}

#: What an agreement can be narrowed to.
LIMITS: Mapping[str, str] = {
    "strong": "a noun that is an instrument by itself: a treaty, not a deal",
    "named": "an agreement with a name of its own: the Harbor Accords",
    "new": "an instrument without a name, told of for the first time: a memorandum",
}

#: The kinds of things that can fill a role.
KINDS: Mapping[Kind, str] = {
    Kind.PERSON: "someone with a name",
    Kind.ORGANIZATION: "a body: a company, a university, an international body",
    Kind.AGENCY: "a body of a state: a ministry, an office, a court",
    Kind.GOVERNMENT: "a government as a whole",
    Kind.COUNTRY: "a country",
    Kind.PLACE: "a town, a region, a building",
    Kind.AGREEMENT: "a treaty, a memorandum, a contract",
    Kind.OFFICE: "a post without its holder's name: *the Foreign Minister*",
    Kind.DATE: "a date",
    Kind.MONEY: "a sum of money",
    Kind.LAW: "a law or an order by its name",
    Kind.PHRASE: "the words themselves, whatever they name",
    Kind.TITLE: "the words of a title of office",
    Kind.COURT: "a body that judges, *the court* among them",
    Kind.PUBLIC: "a body that governs: an agency, a government, *the Harbor Police*",
    Kind.LOCAL: "a local body or place, by its name: a county, a sheriff's office",
    Kind.PRIVATE: "whoever does not govern: a person, a company",
    Kind.PROGRAM: "a program: people run it and money goes to it, it signs and commits nothing",
    Kind.CLASS: "people or bodies in general: *small businesses*",
    Kind.EMPLOYER: "the body that people act for: *special agents of the FBI*",
    Kind.ISSUER: "the government that speaks: *we*",
    Kind.GROUP: "people or bodies that are only described: *two local men*",
}
