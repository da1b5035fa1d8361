"""Signings from sentence to fact: who signed what, with whom, when, where and for whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.models import Facts

FactsOf = Callable[..., Facts]
Said = Callable[[Facts, str], list[dict[str, str]]]
Case = tuple[str, list[dict[str, str]]]

#: The date of every release here is Thursday, 20 June 2024.
TODAY = "2024-06-20"

#: The instrument is hung on the verb, the sides on the noun, the place on either.
ARGUMENTS: dict[str, Case] = {
    "signed with, hung on the noun": (
        "Chile signed a trade agreement with Peru today.",
        [
            {
                "signatory": "Chile",
                "party": "Chile; Peru",
                "agreement": "trade agreement",
                "date": TODAY,
            }
        ],
    ),
    "signed and ratified": (
        "Chile and Peru signed and ratified the Lake Treaty.",
        [{"signatory": "Chile; Peru", "party": "Chile; Peru", "agreement": "Lake Treaty"}],
    ),
    "an agreement before the noun that a relative clause hangs on": (
        "Also, I will raise the matter of the tentative deal on grain exports "
        "that Chile and Peru reached last week.",
        [{"party": "Chile; Peru", "agreement": "deal", "date": "2024-06"}],
    ),
    "what it amends is not signed": (
        "Chile and Peru signed a protocol of amendment to the Lake Treaty.",
        [{"signatory": "Chile; Peru", "party": "Chile; Peru", "agreement": "protocol"}],
    ),
    "it in a relative clause": (
        "Chile will live up to the treaty that it signed.",
        [{"signatory": "Chile", "party": "Chile", "agreement": "treaty"}],
    ),
    "the number of an item counts nothing": (
        "06 A Memorandum of Understanding was exchanged between Chile and Peru.",
        [{"party": "Chile; Peru", "agreement": "Memorandum of Understanding"}],
    ),
    "became one of those to sign": (
        "On Monday, 17 June, Chile became the fifth nation to sign the Lake Accords.",
        [
            {
                "signatory": "Chile",
                "party": "Chile",
                "agreement": "Lake Accords",
                "date": "2024-06-17",
            }
        ],
    ),
    "a firm and a part of it": (
        "Chile signed an agreement with Shell Peru Pvt. Ltd. today.",
        [
            {
                "signatory": "Chile",
                "party": "Chile; Shell Peru Pvt. Ltd.",
                "agreement": "agreement",
                "date": TODAY,
            }
        ],
    ),
    "a subject between the noun and the side": (
        "Chile signed an agreement on fisheries with Peru today.",
        [{"signatory": "Chile", "party": "Chile; Peru", "agreement": "agreement", "date": TODAY}],
    ),
    "between A of B and C": (
        "An agreement was signed today between the Ministry of Water of Chile and Peru.",
        [{"party": "Ministry of Water of Chile; Peru", "agreement": "agreement", "date": TODAY}],
    ),
    "a body and the bodies it is part of": (
        "The National Water Board (NWB), Department of Science, Government of Chile, signed "
        "a treaty with Peru.",
        [
            {
                "signatory": "National Water Board",
                "party": "National Water Board; Peru",
                "agreement": "treaty",
            }
        ],
    ),
    "a list of bodies": (
        "The National Water Board, the Ministry of Trade and Peru signed a treaty.",
        [
            {
                "signatory": "Ministry of Trade; National Water Board; Peru",
                "party": "Ministry of Trade; National Water Board; Peru",
                "agreement": "treaty",
            }
        ],
    ),
    "sides in the agreement's name": (
        "Ms. Ann Vega signed the Agreement between the Government of Chile and the Government of "
        "Peru on Fisheries.",
        [
            {
                "signatory": "Ann Vega",
                "party": "Government of Chile; Government of Peru",
                "agreement": "Agreement between the Government of Chile and the Government of Peru "
                "on Fisheries",
            }
        ],
    ),
    "between an agency and a country": (
        "An agreement was signed this morning between the Department of Energy and Norway.",
        [{"party": "Department of Energy; Norway", "agreement": "agreement", "date": TODAY}],
    ),
    "a place and a date": (
        "Chile and Peru signed a treaty in Lima on 3 June 2024.",
        [
            {
                "signatory": "Chile; Peru",
                "party": "Chile; Peru",
                "agreement": "treaty",
                "date": "2024-06-03",
                "place": "Lima",
            }
        ],
    ),
    "a place after a subject": (
        "Chile and Peru signed a treaty on fisheries in Lima today.",
        [
            {
                "signatory": "Chile; Peru",
                "party": "Chile; Peru",
                "agreement": "treaty",
                "date": TODAY,
                "place": "Lima",
            }
        ],
    ),
    "a place after a subject in the plural": (
        "Chile and Peru signed a memorandum on fisheries in Lima today.",
        [
            {
                "signatory": "Chile; Peru",
                "party": "Chile; Peru",
                "agreement": "memorandum",
                "date": TODAY,
                "place": "Lima",
            }
        ],
    ),
    "a place where trade is, not the signing": (
        "Chile and Peru signed a treaty on trade in Africa today.",
        [
            {
                "signatory": "Chile; Peru",
                "party": "Chile; Peru",
                "agreement": "treaty",
                "date": TODAY,
            }
        ],
    ),
    "at a ceremony": (
        "Chile and Peru signed a treaty at a ceremony in Lima today.",
        [
            {
                "signatory": "Chile; Peru",
                "party": "Chile; Peru",
                "agreement": "treaty",
                "date": TODAY,
                "place": "Lima",
            }
        ],
    ),
    "last month": (
        "Chile and Peru signed a treaty last month.",
        [
            {
                "signatory": "Chile; Peru",
                "party": "Chile; Peru",
                "agreement": "treaty",
                "date": "2024-05",
            }
        ],
    ),
    "a bare weekday in the past": (
        "Chile and Peru signed a treaty on Tuesday.",
        [
            {
                "signatory": "Chile; Peru",
                "party": "Chile; Peru",
                "agreement": "treaty",
                "date": "2024-06-18",
            }
        ],
    ),
    "a fronted phrase": (
        "In a step towards open borders, Chile and Peru signed a treaty.",
        [{"signatory": "Chile; Peru", "party": "Chile; Peru", "agreement": "treaty"}],
    ),
}

PEOPLE: dict[str, Case] = {
    "a list of people with the bodies they are of": (
        "The treaty was signed by Minister Ann Vega of the Department of Labor, Chairman Luis "
        "Rojas of the Fish Board, and Envoy Rosa Okafor on behalf of Ghana.",
        [
            {
                "signatory": "Ann Vega; Luis Rojas; Rosa Okafor",
                "party": "Ghana",
                "onBehalfOf": "Ghana",
                "agreement": "treaty",
            }
        ],
    ),
    "the two leaders": (
        "Prime Minister Ann Vega met President Luis Rojas. The two leaders signed a treaty.",
        [{"signatory": "Ann Vega; Luis Rojas", "agreement": "treaty"}],
    ),
    "a participle after those who sign": (
        "The treaty was signed in Lima by Ms. Ann Vega and Mr. Luis Rojas, crowning years of "
        "patient work on fish.",
        [{"signatory": "Ann Vega; Luis Rojas", "agreement": "treaty", "place": "Lima"}],
    ),
    "a minister signs for his country": (
        "Chile's Minister of Trade, Ann Vega, and Peru's Minister of Labour, Luis Rojas, signed "
        "a treaty.",
        [{"signatory": "Ann Vega; Luis Rojas", "party": "Chile; Peru", "agreement": "treaty"}],
    ),
    "Minister of Commerce and Industry X": (
        "Chile's Minister of Commerce and Industry Ann Vega signed a treaty with Peru.",
        [{"signatory": "Ann Vega", "party": "Chile; Peru", "agreement": "treaty"}],
    ),
    "signed by two people": (
        "The treaty was signed by Ms. Ann Vega and Mr. Luis Rojas in Lima.",
        [{"signatory": "Ann Vega; Luis Rojas", "agreement": "treaty", "place": "Lima"}],
    ),
    "signed by A, B and C on behalf of": (
        "The treaty was signed by Ms. Ann Vega, Mr. Luis Rojas and Dr. Rosa Okafor "
        "on behalf of Chile.",
        [
            {
                "signatory": "Ann Vega; Luis Rojas; Rosa Okafor",
                "onBehalfOf": "Chile",
                "party": "Chile",
                "agreement": "treaty",
            }
        ],
    ),
    "on behalf of a government": (
        "Ms. Ann Vega signed the treaty on behalf of the Government of Chile.",
        [
            {
                "signatory": "Ann Vega",
                "onBehalfOf": "Government of Chile",
                "party": "Government of Chile",
                "agreement": "treaty",
            }
        ],
    ),
    "X signed for A and Y signed for B": (
        "Chile and Peru signed a treaty. Ms. Ann Vega signed for Chile, and Mr. Luis Rojas "
        "signed for Peru.",
        [
            {
                "signatory": "Ann Vega; Luis Rojas",
                "onBehalfOf": "Chile; Peru",
                "party": "Chile; Peru",
                "agreement": "treaty",
            }
        ],
    ),
    "X signed for A and Y for B": (
        "Chile and Peru signed a treaty. Ms. Ann Vega signed for Chile and Mr. Luis Rojas "
        "for Peru.",
        [
            {
                "signatory": "Ann Vega; Luis Rojas",
                "onBehalfOf": "Chile; Peru",
                "party": "Chile; Peru",
                "agreement": "treaty",
            }
        ],
    ),
    "joined in signing": (
        "Minister Ann Vega was joined by Minister Luis Rojas in signing the treaty.",
        [{"signatory": "Ann Vega; Luis Rojas", "agreement": "treaty"}],
    ),
    "signed with a person": (
        "Minister Ann Vega signed the treaty with Minister Luis Rojas in Lima.",
        [{"signatory": "Ann Vega; Luis Rojas", "agreement": "treaty", "place": "Lima"}],
    ),
    "a relative clause": (
        "Minister Ann Vega, who signed the treaty in Lima, praised farmers.",
        [{"signatory": "Ann Vega", "agreement": "treaty", "place": "Lima"}],
    ),
    "in the presence of": (
        "Ms. Ann Vega signed the treaty in the presence of President Rosa Okafor.",
        [{"signatory": "Ann Vega", "agreement": "treaty"}],
    ),
    "a witness signs nothing": (
        "Minister Ann Vega witnessed the signing of the treaty between Chile and Peru.",
        [{"party": "Chile; Peru", "agreement": "treaty"}],
    ),
    "first person": (
        "Minister Ann Vega visited Lima. Today I signed a treaty with Peru.",
        [{"party": "Peru", "agreement": "treaty", "date": TODAY}],
    ),
}

WORDINGS: dict[str, Case] = {
    "those thanked for it": (
        "Minister Ada Moyo thanked Chile and Peru for signing the treaty.",
        [{"signatory": "Chile; Peru", "party": "Chile; Peru", "agreement": "treaty"}],
    ),
    "agreed to a deal": (
        "Chile and Peru agreed to a trade deal on Monday.",
        [{"party": "Chile; Peru", "agreement": "trade deal", "date": "2024-06-17"}],
    ),
    "became a party": (
        "Chile became a party to the Lima Convention on 3 May 2019.",
        [
            {
                "signatory": "Chile",
                "party": "Chile",
                "agreement": "Lima Convention",
                "date": "2019-05-03",
            }
        ],
    ),
    "announced an agreement between others": (
        "Norway announced a new agreement between Chile and Peru.",
        [{"party": "Chile; Peru", "agreement": "new agreement"}],
    ),
    "an agreement that enters into force": (
        "Farmers praised the Lima Convention, which entered into force in 2001.",
        [],
    ),
    "an agreement that will secure": ("The agreement that will secure water pleased farmers.", []),
    "a programme was signed": (
        "A three-year programme was signed by Chile and Peru.",
        [{"signatory": "Chile; Peru", "party": "Chile; Peru", "agreement": "three-year programme"}],
    ),
    "a programme nobody signs": ("Chile and Peru concluded their three-year programme.", []),
    "a declaration of one's own": ("President Ann Vega signed an emergency declaration.", []),
    "proceeded to sign": (
        "Chile and Peru proceeded to sign a treaty.",
        [{"signatory": "Chile; Peru", "party": "Chile; Peru", "agreement": "treaty"}],
    ),
    "Treaty of": (
        "Chile signed the Treaty of Asuncion.",
        [{"signatory": "Chile", "party": "Chile", "agreement": "Treaty of Asuncion"}],
    ),
    "among those signed": (
        "Among the agreements signed was a protocol on fish between Chile and Peru.",
        [{"party": "Chile; Peru", "agreement": "protocol"}],
    ),
    "a label before a sentence": (
        "Safe harbors: Chile and Peru signed a protocol.",
        [{"signatory": "Chile; Peru", "party": "Chile; Peru", "agreement": "protocol"}],
    ),
    "whose agreement it is": (
        "Chile's fishing agreement was signed with Peru.",
        [{"party": "Chile; Peru", "agreement": "fishing agreement"}],
    ),
    "the government of": (
        "Chile signed a treaty with the government of Peru.",
        [{"signatory": "Chile", "party": "Chile; Government of Peru", "agreement": "treaty"}],
    ),
    "companies like": (
        "Chile signed agreements with companies like Boeing and Toyota.",
        [{"signatory": "Chile", "party": "Boeing; Chile; Toyota", "agreement": "agreements"}],
    ),
    "welcomed as the 20th to sign": (
        "Norway welcomed Chile as the 20th country to sign the Lima Accords.",
        [{"signatory": "Chile", "party": "Chile", "agreement": "Lima Accords"}],
    ),
    "to be welcomed as the next to sign": (
        "The Harbor Agency will welcome Peru as the 37th country to sign the Lima Accords during a "
        "ceremony at 10:30 a.m. on Friday, June 28 at the agency's pier.",
        [
            {
                "signatory": "Peru",
                "party": "Peru",
                "agreement": "Lima Accords",
                "date": "2024-06-28",
                "status": "Planned",
            }
        ],
    ),
    "the counterparts of a people": (
        "U.S. and Peruvian counterparts signed a treaty.",
        [
            {
                "signatory": "Peru; United States",
                "party": "Peru; United States",
                "agreement": "treaty",
            }
        ],
    ),
    "congratulated on signing": (
        "Norway congratulated Peru on signing the Lima Accords.",
        [{"signatory": "Peru", "party": "Peru", "agreement": "Lima Accords"}],
    ),
    "the first nation to sign": (
        "She spoke of farmers in Peru, the first nation to sign the treaty.",
        [{"signatory": "Peru", "party": "Peru", "agreement": "treaty"}],
    ),
    "signing by those in the plural": (
        "Peru welcomed the United States’ signing of the Lima Accords.",
        [{"signatory": "United States", "party": "United States", "agreement": "Lima Accords"}],
    ),
    "with a city": (
        "Chile has reached an agreement with the city of Lakeview, Iowa, on water.",
        [{"party": "Chile; city of Lakeview", "agreement": "agreement"}],
    ),
    "announced in a statement signed by": (
        "The scheme was announced on May 4, 2023, in a joint statement signed by Chile and Peru.",
        [
            {
                "signatory": "Chile; Peru",
                "party": "Chile; Peru",
                "agreement": "joint statement",
                "date": "2023-05-04",
            }
        ],
    ),
    "a side read as what provides": (
        "Chile signed a treaty with Peru providing for joint patrols.",
        [{"signatory": "Chile", "party": "Chile; Peru", "agreement": "treaty"}],
    ),
    "documents of which one is named": (
        "Chile and Peru signed a number of documents, including a fisheries protocol.",
        [{"signatory": "Chile; Peru", "party": "Chile; Peru", "agreement": "fisheries protocol"}],
    ),
    "a declaration of a day": (
        "The ministers recalled the Joint Declaration of May 4, 2023, signed by Chile and Peru.",
        [
            {
                "signatory": "Chile; Peru",
                "party": "Chile; Peru",
                "agreement": "Joint Declaration",
            }
        ],
    ),
    "signed, behind what it concerns": (
        "The steps are within the framework of the Memorandum of Understanding between Chile and "
        "Peru concerning migrant workers signed on 11 October 2021.",
        [
            {
                "party": "Chile; Peru",
                "agreement": "Memorandum of Understanding",
                "date": "2021-10-11",
            }
        ],
    ),
    "a date before a relative clause": (
        "The Minister said that Chile had signed a protocol with Peru in March 2023, under which "
        "farmers are to be trained.",
        [
            {
                "signatory": "Chile",
                "party": "Chile; Peru",
                "agreement": "protocol",
                "date": "2023-03",
            }
        ],
    ),
    "names written as only brands are": (
        "7iQ and Boeing signed an MOU.",
        [{"signatory": "7iQ; Boeing", "party": "7iQ; Boeing", "agreement": "MOU"}],
    ),
    "the accords, joined": (
        "Peru is the first South American country to join the Accords.",
        [{"signatory": "Peru", "party": "Peru", "agreement": "Accords"}],
    ),
    "exchanged, before another verb": (
        "The treaty exchanged today will help both peoples.",
        [{"agreement": "treaty", "date": TODAY}],
    ),
    "finalised with": (
        "Chile has finalised a loan agreement with Peru.",
        [{"party": "Chile; Peru", "agreement": "loan agreement"}],
    ),
    "a side that is no side": (
        "The Ministry of Water signed an agreement between Chile and Peru.",
        [
            {
                "signatory": "Ministry of Water",
                "party": "Chile; Peru",
                "agreement": "agreement",
            }
        ],
    ),
    "sides told far behind": (
        "Chile proposed to enter into a memorandum of understanding which sets out the duties of "
        "the farmers, between the Governments of Ghana and Peru.",
        [
            {
                "party": "Governments of Ghana; Peru",
                "agreement": "memorandum of understanding",
                "status": "Planned",
            }
        ],
    ),
    "what it is for is no side": (
        "Chile and Peru signed an agreement for the Lima Museum.",
        [{"signatory": "Chile; Peru", "party": "Chile; Peru", "agreement": "agreement"}],
    ),
    "a date behind what it is for": (
        "Chile and Peru signed an agreement to protect young fish on 3 June 2024.",
        [
            {
                "signatory": "Chile; Peru",
                "party": "Chile; Peru",
                "agreement": "agreement",
                "date": "2024-06-03",
            }
        ],
    ),
    "a date to come behind what it is for": (
        "Chile and Peru signed an agreement to open the port on 3 June 2027.",
        [{"signatory": "Chile; Peru", "party": "Chile; Peru", "agreement": "agreement"}],
    ),
    "entered into": (
        "Chile entered into an agreement with Peru.",
        [{"party": "Chile; Peru", "agreement": "agreement"}],
    ),
    "reached": (
        "Chile and Peru reached an agreement on Monday.",
        [{"party": "Chile; Peru", "agreement": "agreement", "date": "2024-06-17"}],
    ),
    "concluded, passive": (
        "A treaty between Chile and Peru was concluded in Lima.",
        [{"party": "Chile; Peru", "agreement": "treaty", "place": "Lima"}],
    ),
    "initialled": (
        "Chile and Peru initialed a protocol.",
        [{"signatory": "Chile; Peru", "party": "Chile; Peru", "agreement": "protocol"}],
    ),
    "exchanged": (
        "Chile and Peru exchanged a Memorandum of Understanding.",
        [
            {
                "signatory": "Chile; Peru",
                "party": "Chile; Peru",
                "agreement": "Memorandum of Understanding",
            }
        ],
    ),
    "inked": (
        "Chile and Peru inked a pact.",
        [{"signatory": "Chile; Peru", "party": "Chile; Peru", "agreement": "pact"}],
    ),
    "signed onto": (
        "Chile signed onto the Lima Convention on Monday.",
        [
            {
                "signatory": "Chile",
                "party": "Chile",
                "agreement": "Lima Convention",
                "date": "2024-06-17",
            }
        ],
    ),
    "acceded to": (
        "Chile acceded to the Lima Convention.",
        [{"party": "Chile", "agreement": "Lima Convention"}],
    ),
    "joined": (
        "Chile joined the Lima Convention.",
        [{"signatory": "Chile", "party": "Chile", "agreement": "Lima Convention"}],
    ),
    "announced a new deal": (
        "Chile announced a new agreement with Peru.",
        [{"party": "Chile; Peru", "agreement": "new agreement"}],
    ),
    "signed copies": (
        "Chile and Peru signed copies of the treaty in Lima.",
        [
            {
                "signatory": "Chile; Peru",
                "party": "Chile; Peru",
                "agreement": "treaty",
                "place": "Lima",
            }
        ],
    ),
    "hold signed copies": (
        "Minister Ann Vega and Minister Luis Rojas hold signed copies of the treaty.",
        [{"signatory": "Ann Vega; Luis Rojas", "agreement": "treaty"}],
    ),
    "became the 20th nation to sign": (
        "Chile became the 20th nation to sign the Lima Accords.",
        [{"signatory": "Chile", "party": "Chile", "agreement": "Lima Accords"}],
    ),
    "became a signatory": (
        "Chile became a signatory to the Lima Accords today.",
        [{"signatory": "Chile", "party": "Chile", "agreement": "Lima Accords", "date": TODAY}],
    ),
    "a weak instrument": (
        "Chile and Peru signed a declaration in Lima.",
        [
            {
                "signatory": "Chile; Peru",
                "party": "Chile; Peru",
                "agreement": "declaration",
                "place": "Lima",
            }
        ],
    ),
    "announced that it has signed": (
        "The Department of Labor announced today that it has signed an agreement with Peru.",
        [
            {
                "signatory": "Department of Labor",
                "party": "Department of Labor; Peru",
                "agreement": "agreement",
                "date": TODAY,
            }
        ],
    ),
}

NOMINALS: dict[str, Case] = {
    "a date before the signing": (
        "Farmers welcomed the June 3 signing of a treaty between Chile and Peru.",
        [{"party": "Chile; Peru", "agreement": "treaty", "date": "2024-06-03"}],
    ),
    "an anniversary": (
        "Farmers marked the anniversary of the signing of the Lima Accords on 4 June.",
        [{"agreement": "Lima Accords"}],
    ),
    "a reaction to the signing": (
        "Could the farmers give their reaction to the signing of the pact between Chile and Peru?",
        [{"party": "Chile; Peru", "agreement": "pact"}],
    ),
    "the signing of X between": (
        "Farmers welcomed the signing of a treaty between Chile and Peru.",
        [{"party": "Chile; Peru", "agreement": "treaty"}],
    ),
    "the signing by": (
        "Farmers welcomed the signing of the treaty by Ms. Ann Vega.",
        [{"signatory": "Ann Vega", "agreement": "treaty"}],
    ),
    "India's signing of": (
        "India's signing of the Lima Accords pleased farmers.",
        [{"signatory": "India", "party": "India", "agreement": "Lima Accords"}],
    ),
    "the signing took place": (
        "The signing of the treaty took place in Lima on 3 June 2024.",
        [{"agreement": "treaty", "place": "Lima", "date": "2024-06-03"}],
    ),
    "the recently signed": (
        "Farmers welcomed the recently signed treaty between Chile and Peru.",
        [{"party": "Chile; Peru", "agreement": "recently signed treaty"}],
    ),
    "a signing ceremony": (
        "Farmers came to the treaty signing ceremony in Lima on Monday.",
        [{"agreement": "treaty", "place": "Lima", "date": "2024-06-17"}],
    ),
    "the treaty signed in 2021": (
        "Farmers welcomed the treaty signed by Chile and Peru in 2021.",
        [
            {
                "signatory": "Chile; Peru",
                "party": "Chile; Peru",
                "agreement": "treaty",
                "date": "2021",
            }
        ],
    ),
    "a treaty that nobody signs": ("Farmers welcomed the treaty between Chile and Peru.", []),
}

COUNTS: dict[str, Case] = {
    "two agreements": (
        "Chile and Peru signed two agreements.",
        [
            {
                "signatory": "Chile; Peru",
                "party": "Chile; Peru",
                "agreement": "agreements",
                "count": "2",
            }
        ],
    ),
    "a group of kinds": (
        "Chile and Peru signed three Memoranda of Understanding.",
        [
            {
                "signatory": "Chile; Peru",
                "party": "Chile; Peru",
                "agreement": "Memoranda of Understanding",
                "count": "3",
            }
        ],
    ),
    "a treaty and a protocol": (
        "Chile and Peru signed the Treaty on Fisheries and the Protocol on Forests in the city.",
        [
            {
                "signatory": "Chile; Peru",
                "party": "Chile; Peru",
                "agreement": "Treaty on Fisheries",
            },
            {
                "signatory": "Chile; Peru",
                "party": "Chile; Peru",
                "agreement": "Protocol on Forests",
            },
        ],
    ),
    "each with its own side": (
        "Chile signed a treaty with Peru and a protocol with Ghana.",
        [
            {"signatory": "Chile", "party": "Chile; Peru", "agreement": "treaty"},
            {"signatory": "Chile", "party": "Chile; Ghana", "agreement": "protocol"},
        ],
    ),
    "hundreds are no count": (
        "More than 50 states signed the treaty.",
        [
            {
                "signatory": "More than 50 states",
                "party": "More than 50 states",
                "agreement": "treaty",
            }
        ],
    ),
    "a programme today and a memorandum in 2021": (
        "Chile and Peru today signed a Cooperation Programme under the Memorandum of Understanding "
        "that the two countries had signed in 2021.",
        [
            {
                "signatory": "Chile; Peru",
                "party": "Chile; Peru",
                "agreement": "Cooperation Programme",
                "date": TODAY,
            },
            {
                "signatory": "Chile; Peru",
                "party": "Chile; Peru",
                "agreement": "Memorandum of Understanding",
                "date": "2021",
            },
        ],
    ),
}

STATUS: dict[str, Case] = {
    "would not have": (
        "Without rain, Chile would not have signed the treaty with Peru.",
        [
            {
                "signatory": "Chile",
                "party": "Chile; Peru",
                "agreement": "treaty",
                "status": "Possible",
            }
        ],
    ),
    "an office that proposes": (
        "The proposal made by the Minister of Water to sign a treaty with Peru was approved.",
        [{"party": "Peru", "agreement": "treaty", "status": "Planned"}],
    ),
    "planned": (
        "Chile will sign a treaty with Peru next month.",
        [
            {
                "signatory": "Chile",
                "party": "Chile; Peru",
                "agreement": "treaty",
                "date": "2024-07",
                "status": "Planned",
            }
        ],
    ),
    "refused": (
        "Chile declined to sign the treaty with Peru.",
        [
            {
                "signatory": "Chile",
                "party": "Chile; Peru",
                "agreement": "treaty",
                "status": "Negated",
            }
        ],
    ),
    "no agreement on visas was signed": (
        "No agreement on visas was signed.",
        [{"agreement": "agreement", "status": "Negated"}],
    ),
    "hadn't, with a curly apostrophe": (
        "They sent fish to a country that hadn’t signed the treaty.",
        [{"agreement": "treaty", "status": "Negated"}],
    ),
    "in the near future": (
        "The ministers praised the talks, the conclusion of a trade treaty in the near future "
        "included.",
        [{"agreement": "trade treaty", "status": "Planned"}],
    ),
    "to have it signed": (
        "Steps are being taken to have the said treaty signed by the Ministry of Water.",
        [
            {
                "signatory": "Ministry of Water",
                "party": "Ministry of Water",
                "agreement": "treaty",
                "status": "Planned",
            }
        ],
    ),
    "planned on a weekday to come": (
        "Chile and Peru will sign a treaty on Tuesday.",
        [
            {
                "signatory": "Chile; Peru",
                "party": "Chile; Peru",
                "agreement": "treaty",
                "date": "2024-06-25",
                "status": "Planned",
            }
        ],
    ),
}

NO_SIGNINGS: dict[str, Case] = {
    "a bill": ("President Ann Vega signed the bill into law.", []),
    "an executive order": ("President Ann Vega signed an executive order today.", []),
    "a plea agreement": ("Luis Rojas signed a plea agreement.", []),
    "a memorandum an official wrote alone": ("The Department issued and signed a memorandum.", []),
    "agreements in general": ("Fees were paid in line with the agreements reached.", []),
    "a deal nobody is named to reach": ("They discussed efforts to reach a deal.", []),
    "a sign": ("The mayor signed autographs for farmers.", []),
    "a joined club": ("Chile joined the talks in Lima.", []),
    "reached a place": ("Farmers reached Lima under the treaty.", []),
    "an arrangement for sleeping": ("They concluded their sleeping arrangement.", []),
    "contracts that are won": ("The firm secured contracts with Chile and Peru.", []),
    "a draft that is finalised": ("They need to finalise the deal as soon as possible.", []),
    "a word a clause describes": (
        "The farmers welcomed the concurrence entered into under the treaty.",
        [],
    ),
    "signing off": ("Chile announced its budget under the agreement.", []),
}

FRAGMENTS: dict[str, Case] = {
    "a headline": (
        "Chile, Peru sign treaty",
        [{"signatory": "Chile; Peru", "party": "Chile; Peru", "agreement": "treaty"}],
    ),
    "a headline in capitals": (
        "Chile and Peru Sign Trade Agreement",
        [{"signatory": "Chile; Peru", "party": "Chile; Peru", "agreement": "Trade Agreement"}],
    ),
    "each of so many": (
        "Two treaties were signed today. A treaty on fish was signed by Chile and Peru. "
        "A treaty on water was signed by Norway and Peru.",
        [
            {
                "signatory": "Chile; Peru",
                "party": "Chile; Peru",
                "agreement": "treaty",
                "date": TODAY,
            },
            {
                "signatory": "Norway; Peru",
                "party": "Norway; Peru",
                "agreement": "treaty",
                "date": TODAY,
            },
        ],
    ),
    "a caption": (
        "Minister Ann Vega signing the treaty in Lima",
        [{"signatory": "Ann Vega", "agreement": "treaty", "place": "Lima"}],
    ),
    "signed, at the front": (
        "Signed: a treaty between Chile and Peru",
        [{"party": "Chile; Peru", "agreement": "treaty"}],
    ),
}

TABLES = {
    "arguments": ARGUMENTS,
    "people": PEOPLE,
    "wordings": WORDINGS,
    "nominals": NOMINALS,
    "counts": COUNTS,
    "status": STATUS,
    "no signings": NO_SIGNINGS,
    "fragments": FRAGMENTS,
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(*case, id=f"{table}: {name}")
        for table, cases in TABLES.items()
        for name, case in cases.items()
    ],
)
def test_a_sentence_tells_of_signings(
    facts_of: FactsOf, said: Said, text: str, expected: list[dict[str, str]]
) -> None:
    assert said(facts_of(text), "Signing") == expected


# -- what an agreement is for, and agreements nobody signs here ------------------------------------


@pytest.mark.parametrize(
    ("text", "aims"),
    [
        ("Chile signed a treaty with Peru to protect young fish.", ["to protect young fish"]),
        (
            "The treaty, signed by Chile and Peru, will protect young fish.",
            ["protect young fish"],
        ),
        ("Chile signed a treaty with Peru.", []),
    ],
    ids=["to", "will", "no aim"],
)
def test_what_an_agreement_is_for(facts_of: FactsOf, text: str, aims: list[str]) -> None:
    facts = facts_of(text)
    (agreement,) = facts.agreements
    assert [aim.of(facts.release.text) for aim in agreement.aims] == aims


def test_an_agreement_named_with_its_sides_is_known_though_nobody_signs_it(
    facts_of: FactsOf,
) -> None:
    facts = facts_of(
        "Farmers praised the Agreement between the Government of Chile and the Government of Peru "
        "on Fisheries."
    )
    (agreement,) = facts.agreements
    assert agreement.parties == ("government/CL", "government/PE")
    assert facts.events == ()


def test_a_bilateral_treaty_is_between_the_states_of_the_headline(
    facts_of: FactsOf, said: Said
) -> None:
    facts = facts_of(
        "Ms. Ann Vega signed the bilateral treaty.", title="Chile and Peru meet in Lima"
    )
    assert said(facts, "Signing")[0]["party"] == "Chile; Peru"


def test_a_bilateral_treaty_is_between_the_publisher_and_the_state_visited(
    facts_of: FactsOf, said: Said
) -> None:
    facts = facts_of(
        "Ms. Ann Vega signed the bilateral treaty.",
        title="Minister Vega visits Peru",
        publisher=("Ministry of Trade of Chile",),
    )
    assert said(facts, "Signing")[0]["party"] == "Chile; Peru"


# -- lists -----------------------------------------------------------------------------------------


def test_items_that_lead_on_from_a_sentence_are_signed(
    said: Said, listed: Callable[..., Facts]
) -> None:
    facts = listed(
        "Chile and Peru signed the following agreements in Lima:",
        "Memorandum of Understanding on Fisheries",
        "Memorandum of Understanding on Railways",
    )
    assert said(facts, "Signing") == [
        {
            "signatory": "Chile; Peru",
            "party": "Chile; Peru",
            "agreement": f"Memorandum of Understanding on {subject}",
            "place": "Lima",
        }
        for subject in ("Fisheries", "Railways")
    ]


def test_items_of_a_list_of_something_else_are_not_signed(
    said: Said, listed: Callable[..., Facts]
) -> None:
    facts = listed(
        "The library keeps copies of:",
        "Memorandum of Understanding on Fisheries",
        "Memorandum of Understanding on Railways",
    )
    assert said(facts, "Signing") == []


def test_the_people_of_a_list_are_those_it_announces(
    said: Said, listed: Callable[..., Facts]
) -> None:
    facts = listed(
        "The treaty was signed by the following representatives:",
        "Ms. Ann Vega, Minister of Trade",
        "Mr. Luis Rojas, Minister of Labour",
    )
    assert [event["signatory"] for event in said(facts, "Signing")] == ["Ann Vega; Luis Rojas"]


def test_items_without_a_verb_tell_their_sides(said: Said, listed: Callable[..., Facts]) -> None:
    facts = listed(
        "List of agreements signed during the visit",
        "Memorandum of Understanding between the Ministry of Water of Chile and the Ministry of "
        "Water of Peru for Cooperation in Irrigation",
    )
    assert "Ministry of Water of Chile; Ministry of Water of Peru" in {
        event.get("party") for event in said(facts, "Signing")
    }


def test_a_list_of_things_that_nobody_signed_is_none(
    said: Said, listed: Callable[..., Facts]
) -> None:
    facts = listed("Farmers may read:", "Memorandum of Understanding on Fisheries")
    assert said(facts, "Signing") == []
