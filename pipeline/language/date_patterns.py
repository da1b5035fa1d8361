"""How releases write dates: the patterns, and the words that make a number no date."""

from __future__ import annotations

import re

_MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)
_WEEKDAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
MONTH_OF = {
    **{name.lower(): n for n, name in enumerate(_MONTHS, 1)},
    **{name[:3].lower(): n for n, name in enumerate(_MONTHS, 1)},
    "sept": 9,
}
WEEKDAY_OF = {name[:3].lower(): n for n, name in enumerate(_WEEKDAYS)}

_M = (
    "(?:"
    + "|".join([*_MONTHS, *(name.upper() for name in _MONTHS)])
    + r"|(?:Sept|SEPT|"
    + "|".join(n for name in _MONTHS for n in (name[:3], name[:3].upper()) if name != "May")
    + r")\b\.?)"
)
_W = (
    "(?:"
    + "|".join([*_WEEKDAYS, *(name.upper() for name in _WEEKDAYS)])
    + r"|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
)
_ORDINAL = r"\s?(?:st|nd|rd|th|ST|ND|RD|TH)\b"
_D = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
_Y = r"(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)"
#: "May 5:30", "May 5.5", "May 5,200": the number is no day.
_NUMBER_GOES_ON = r":\d|\.\d|,\d{3}(?!\d)"
_DASH = r"[-‐‑–—]"
_TO = rf"\s*(?:{_DASH}|\bto\b|\buntil\b|\btill\b|\bthrough\b)\s*"
#: Words after a number that make it a count: "by 2000 participants", "In May 20 people".
_COUNTED = (
    r"\s+(?:(?:new|young|local|more|other)\s+)?(?:years?|months?|weeks?|people|persons?|participants|members|students|"
    r"workers|jobs|cases|families|households|hectares|acres|km|kilomet(?:re|er)s|met(?:re|er)s|MW|"
    r"kg|tonnes|tons|hours|units|homes|houses|villages|schools|companies|troops|officers|men|women|"
    r"children|feet|miles|million|billion|crores?|lakhs?|percent|per\s+cent|dollars|euros|rupees|"
    r"countries|vehicles|boats|arrivals|refugees|places|beds|times|each\s+year|every\s+year|annually)\b"
)
#: What turns a year before it into part of a name: "2030 Agenda".
_PROPER = (
    r"(?:Agenda|Act|Vision|Code|Census|Olympics?|Games|Expo|Bill|Strategy|Framework|Goals?|Budget"
    r"|World|Rules?|Regulations?|Edition|Model|Plan|Target|Farm|NDAA|National|Paralympics?)\b"
)
_YEAR = (
    rf"(?:,?\s*(?:\bof\s+)?(?P<year>{_Y})(?!{_COUNTED})|,?\s*['’](?P<short>\d\d)\b"
    r"|,?\s+(?:of\s+)?(?P<which>this|last|next)\s+year\b)"
)

#: "Thursday, 27th of September, 2019", "05 th August,2026", "5 to 7 June 2023".
DAY_MONTH = re.compile(
    rf"(?=[\dMTWFSt])(?<![\w$€£/:.,%-])(?<!\d[,.] )"
    rf"(?:(?P<weekday>{_W}),?\s*\(?\s*)?(?:the\s+)?(?P<day>{_D})"
    rf"(?:{_ORDINAL})?(?:(?:{_TO}|(?:,\s*{_D}(?:{_ORDINAL})?)*,?\s*(?:and|&)\s+)(?:the\s+)?"
    rf"(?:{_W},?\s+)?(?P<day2>{_D})(?:{_ORDINAL})?)?\s*,?(?:(?:day\s+)?of\s+|-)?\s*"
    rf"(?P<month>{_M})(?![a-z]|\s+(?:each|every)\s+year|\s+annually){_YEAR}?"
)
#: "Thursday, Aug. 6", "September 23-24, 2022", "May 5th of this year".
MONTH_DAY = re.compile(
    rf"(?=[JFMASONDTW])\b(?:(?P<weekday>{_W}),?\s*\(?\s*)?"
    rf"(?P<month>{_M})\s*(?:the\s+)?(?P<day>{_D})"
    rf"(?:{_ORDINAL})?(?!{_NUMBER_GOES_ON}|{_COUNTED})"
    rf"(?:(?:{_TO}|(?:,\s*{_D}(?:{_ORDINAL})?)*,?\s*(?:and|&)\s+)(?P<day2>{_D})(?:{_ORDINAL})?"
    rf"(?!{_NUMBER_GOES_ON}|{_COUNTED}|\s*(?:{_M})))?{_YEAR}?"
)
#: "October 2024", "June to August 2021", "April last year".
MONTH_YEAR = re.compile(rf"(?=[JFMASOND])\b(?:(?P<month1>{_M}){_TO})?(?P<month>{_M}){_YEAR}")
#: A month alone is a date only after such a word: "in October", "last March".
MONTH_ALONE = re.compile(
    r"(?=[IiSsBbDdUuFfAaTtOoEeLlMmNn])\b"
    r"(?:(?:[Ii]n|[Ss]ince|[Bb]y|[Dd]uring|[Uu]ntil|[Ff]rom|[Bb]efore|[Aa]fter|[Tt]hrough|[Oo]f)"
    r"\s+(?:(?:early|late|mid)[-\s]\s*|the\s+month\s+of\s+)?|(?:[Ee]arly|[Ll]ate|[Mm]id)[-\s]\s*"
    rf"|(?P<step>[Ll]ast|[Nn]ext|[Tt]his(?:\s+past)?)\s+)(?P<month>{_M})\b(?!['’]|\s+\d)"
)
#: A year alone, or a span of years; it is a date only after one of the words of ``YEAR_LEAD`` or
#: between a determiner and a noun: "a 2021 agreement".
YEAR = re.compile(
    rf"(?=[12])(?<![\w$€£/.,-])(?<!-)(?P<year>{_Y})"
    rf"(?P<more>\s*(?:{_DASH}|/|\bto\b|\band\b)\s*(?P<year2>{_Y}|\d\d(?!\d)))?"
    rf"(?![\w$€£%]|['’]?s\b|-\w|{_COUNTED}|\s+{_PROPER})"
)
YEAR_LEAD = re.compile(
    r"(?:\b(?:in|since|by|during|until|from|before|after|through|of|between|early|late"
    r"|(?<!iscal )(?<!ancial )year)\s+|\bmid[-\s]\s*)(?:the\s+)?(?:calendar\s+)?(?:year\s+)?$",
    re.IGNORECASE,
)
ISO = re.compile(r"(?=\d)(?<![\w./-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])")
FIGURES = re.compile(
    r"(?=\d)(?<![\w./$€£-])(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)"
    r"(?P<year>(?:1[5-9]|20)\d\d|\d\d)(?![\w/-]|\.\d)"
)
WEEKDAY_ALONE = re.compile(
    r"(?=[TtLlNnMWFS])\b(?:(?P<step>[Tt]his\s+past|[Ll]ast|[Nn]ext|[Tt]his|[Tt]his\s+coming)\s+)?"
    rf"(?P<weekday>{'|'.join(_WEEKDAYS)})\b(?:\s*\((?P<day>{_D})(?:{_ORDINAL})?\))?"
)
_BRACKETED = rf"(?:\s*\(\s*(?P<day>{_D})(?:{_ORDINAL})?\s*\))?"
#: "today", "yesterday afternoon (11)", "later this year".
RELATIVE = re.compile(
    r"(?=[Tt](?:o[dnm]|h)|TO|[Yy]es|[Ee]ar|[Ll]a|[Nn]ext)\b"
    r"(?P<word>(?:(?:[Ee]arlier|[Ll]ater?|[Ee]arly)\s+)?(?:[Tt](?:oday|onight|omorrow)|TODAY"
    r"|[Yy]esterday|[Tt]his\s+(?:morning|afternoon|evening|(?:week(?:end)?|month|year|spring|summer"
    r"|autumn|fall)\b)|(?:[Ll]ast|[Nn]ext)\s+(?:(?:week(?:end)?|month|year|spring|summer|autumn|fall)"
    r"\b|night|evening))|the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)"
    r"|(?:[Ee]arlier|[Ll]ater)\s+in\s+the\s+(?:year|month))\b"
    rf"(?:\s+(?:morning|afternoon|evening|night)(?=\s*\(\s*\d))?{_BRACKETED}"
)
#: "three years ago".
AGO = re.compile(
    r"(?=[\daAoOtTfFsSeEnN])\b(?P<count>\d{1,2}|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix"
    r"|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)\s+(?:day|week|month|year)s?\s+ago\b"
)
#: "(05th)", "the 21st of this month".
DAY_ALONE = re.compile(
    rf"(?=[(Oot])(?:\(\s*(?P<bracketed>{_D}){_ORDINAL}\s*\)|\b(?P<on>[Oo]n\s+)?the\s+(?P<day>{_D}){_ORDINAL}"
    r"(?:\s+(?:day\s+)?of\s+(?P<which>this|last|next)\s+month\b|(?(on)(?=\s*[.,;)])|(?!))))"
)

PREPOSITION = re.compile(
    r"\b(on|in|since|by|during|until|till|from|before|after|through|of|at|for|between|as of|to"
    r"|dated|within|around|about|over)\s+"
    r"(?:(?:the|early|late|mid|morning|afternoon|evening|end|month|year|beginning|of|calendar)"
    r"[-\s]\s*)*\(?$",
    re.IGNORECASE,
)
DETERMINER = re.compile(
    r"(?:\b(?:an?|(?<!\bon )the|its|their|our|his|her|this|that)|['’]s|s['’])\s+$", re.I
)
#: What a date before a noun is followed by: no word of the clause itself.
NOUN = re.compile(
    r"(?:,? and [\w ,.]{3,20}\d{4})?,? (?!(?:and|or|but|at|by|in|to|on|of|for|from|with|when|where"
    r"|who|which|that|as|after|before|until|during|is|was|were|are|has|have|had|will|would|the|an?)"
    r"\b)[a-zA-Z]"
)
OF_LAW = re.compile(
    r"\b(?:Act|Acts|Code|Law|Bill|Order|Regulations?|Ordinance|Decree|Rules|Statute|Constitution"
    r"|Amendments?|No\.?|Edict|Proclamation|Olympics|Games|Class|Batch)\s*(?:\([^)]{0,12}\)\s*)?$"
)
NOT_BEFORE = re.compile(
    r"\b(?:FY|[Ff]iscal(?:\s+[Yy]ears?)?|[Ff]inancial\s+[Yy]ears?|FYs|Vision|Agenda|Horizon"
    r"|Section|Article|[Ee]very|[Ee]ach|Black|Good|Bloody|Easter|Ash|Palm|Holy|Giving|Super|Cyber"
    r"|[Aa]|[Aa]ny|[Tt]he|[Pp]ast)\s+$"
    rf"|\b(?:{'|'.join(_WEEKDAYS)})\s*(?:to|through|thru|{_DASH})\s*$"
)
PAPERS = re.compile(
    r"\s+(?:Times|Observer|Express|Telegraph|Mail|Leader|Herald|Night\s+Live)\b"
    rf"|\s*(?:to|through|thru|{_DASH})\s*(?:{'|'.join(_WEEKDAYS)})\b"
)
INEXACT = re.compile(
    r"\b(?:over|more\s+than|nearly|almost|about|some|than|around|roughly)\s+$", re.I
)
#: Months that are also names or words.
NAMES = frozenset({"march", "april", "may", "june", "august", "jan", "mar", "dec"})
