"""Names known beforehand, and what they designate where."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import gazetteer as gazetteer_module
from pipeline.gazetteer import Gazetteer, GazetteerError, fold, load
from pipeline.models import EntityKind
from pipeline.vocabulary import BASE, CMQ, SKOS
from tests.growth import spent


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load()


NOBODY = [
    ("Ministry of Silly Walks", None),
    ("State", "US"),  # a word, never the department alone
    ("ice", "US"),  # an agency only in capitals
    ("us", "US"),
    ("Korean", None),  # an adjective is no name
    ("Department of Justice", None),
    ("Department of Justice", "SG"),
    ("Georgia", "US"),
    ("GEORGIA", "US"),
    ("MALI", None),  # too short to tell from an acronym
    ("DEPARTMENT OF JUSTICE", None),
    ("Congolese government", None),
    ("the Department", "US"),
    ("Criminal Division", "SG"),
    ("Federal Government", None),
    ("ICC", "SG"),  # there, the International Chamber of Commerce
    ("VA", "US"),  # as often Virginia
    ("U.S. Attorney's Office", "US"),  # one of 93
]

NAMES = [
    ("Honduras", None, "country/HN"),
    ("Republic of Honduras", None, "country/HN"),
    ("Burma", None, "country/MM"),
    ("the Gambia", None, "country/GM"),
    ("UAE", None, "country/AE"),
    ("U.K.", None, "country/GB"),
    ("People’s Republic of China", None, "country/CN"),
    ("PRC", "US", "country/CN"),
    ("United  States\nof America", None, "country/US"),
    ("Turkey", None, "country/TR"),
    ("Georgia", None, "country/GE"),
    ("Georgia", "SG", "country/GE"),
    ("State of Georgia", None, "place/us-ga"),
    ("Government of Honduras", None, "government/HN"),
    ("the Government of the Republic of Honduras", None, "government/HN"),
    ("Honduran government", None, "government/HN"),
    ("Sri Lankan Government", None, "government/LK"),
    ("US Government", None, "government/US"),
    ("New Zealand Government", None, "government/NZ"),
    ("Trump Administration", None, "government/US"),
    ("HM Government", None, "government/GB"),
    ("Howard Government", None, "government/AU"),
    ("Federal Government", "AU", "government/AU"),
    ("Federal Government", "US", "government/US"),
    ("U.S. Department of Labor", None, "agency/us-dol"),
    ("the US Department of Labor", None, "agency/us-dol"),
    ("United States Department of Labor", None, "agency/us-dol"),
    ("Department of Labor", "US", "agency/us-dol"),
    ("State Department", None, "agency/us-dos"),
    ("DHS", None, "agency/us-dhs"),
    ("ICE", None, "agency/us-ice"),
    ("Criminal Division", "US", "agency/us-crm"),
    ("International Criminal Court", None, "body/icc"),
    ("Ministry of Social Justice & Empowerment", None, "agency/in-msje"),
    ("Department of Health & Human Services", None, "agency/us-hhs"),
    ("Bureau of Alcohol, Tobacco, Firearms, and Explosives", None, "agency/us-atf"),
    ("Department of Justice", "US", "agency/us-doj"),
    ("Department of Justice", "IN", "agency/in-justice"),
    ("Ministry of Law", "SG", "agency/sg-minlaw"),
    ("Singapore Ministry of Law", None, "agency/sg-minlaw"),
    ("Ministry of Law of the Republic of Singapore", None, "agency/sg-minlaw"),
    ("Ministry of Finance, Government of India", None, "agency/in-mof"),
    ("Ministry of Tribal Affairs", None, "agency/in-tribal"),
    ("British Home Office", None, "agency/uk-home-office"),
    ("UN Security Council", None, "body/unsc"),
    ("ASEAN", None, "body/asean"),
    ("Washington", None, "place/us-dc"),
    ("WASHINGTON", None, "place/us-dc"),
    ("SRI LANKA", None, "country/LK"),
    ("DEPARTMENT OF JUSTICE", "US", "agency/us-doj"),
    ("Colombo", None, "place/lk-colombo"),
    ("New Delhi", None, "place/in-new-delhi"),
    ("Bangalore", None, "place/in-bengaluru"),
    ("South-East Asia", None, "place/region-southeast-asia"),
    ("Calif.", None, "place/us-ca"),
    ("America", None, "country/US"),
    ("Pentagon", None, "agency/us-dod"),
    ("Kremlin", None, "government/RU"),
    ("Hezbollah", None, "body/hizballah"),
]


@pytest.mark.parametrize(("name", "country"), NOBODY)
def test_a_name_that_decides_nothing_finds_nobody(
    gazetteer: Gazetteer, name: str, country: str | None
) -> None:
    assert gazetteer.find(name, country) is None


@pytest.mark.parametrize(("name", "country", "id_"), NAMES, ids=[f"{n}-{c}" for n, c, _ in NAMES])
def test_a_name_finds_its_bearer(
    gazetteer: Gazetteer, name: str, country: str | None, id_: str
) -> None:
    entry = gazetteer.find(name, country)
    assert entry
    assert entry.id == id_


@pytest.mark.parametrize(
    ("word", "id_"),
    [
        ("Honduran", "country/HN"),
        ("Hondurans", "country/HN"),
        ("Swiss", "country/CH"),
        ("Filipino", "country/PH"),
        ("Spaniards", "country/ES"),
        ("Nigeriens", "country/NE"),
        ("Nigerian", "country/NG"),
        ("Dominican", None),
        ("Korean", None),
        ("South Korean", "country/KR"),
    ],
)
def test_a_demonym_leads_to_its_country(gazetteer: Gazetteer, word: str, id_: str | None) -> None:
    assert gazetteer.demonyms.get(word) == id_


@pytest.mark.parametrize(
    ("id_", "kind", "parent", "country"),
    [
        ("country/HN", EntityKind.COUNTRY, None, "HN"),
        ("government/HN", EntityKind.GOVERNMENT, None, "HN"),
        ("agency/us-ice", EntityKind.AGENCY, "agency/us-dhs", "US"),
        ("agency/sg-cpib", EntityKind.AGENCY, "agency/sg-pmo", "SG"),
        ("agency/uk-dfe", EntityKind.AGENCY, None, "GB"),
        ("body/unhcr", EntityKind.ORGANIZATION, "body/un", None),
        ("place/ch-geneva", EntityKind.PLACE, None, "CH"),
    ],
)
def test_an_entry_knows_what_it_is(
    gazetteer: Gazetteer, id_: str, kind: EntityKind, parent: str | None, country: str | None
) -> None:
    entry = gazetteer.entries[id_]
    assert (entry.kind, entry.parent, entry.country) == (kind, parent, country)


def test_a_government_governs_its_country(gazetteer: Gazetteer) -> None:
    government = gazetteer.entries["government/US"]
    assert government.label == "Government of the United States"
    assert government.government_of == "country/US"


def test_every_reference_leads_to_an_entry(gazetteer: Gazetteer) -> None:
    for entry in gazetteer.entries.values():
        country = entry.country and f"country/{entry.country}"
        for other in (entry.parent, entry.government_of, country):
            assert other is None or other in gazetteer.entries, entry


def test_every_name_is_folded_and_leads_back(gazetteer: Gazetteer) -> None:
    for id_, entry in gazetteer.entries.items():
        assert set(entry.ambiguous) <= set(entry.names), id_
        for name in entry.names:
            assert name == fold(name)
            assert id_ in gazetteer.names[name]


def test_a_name_without_context_designates_one_thing(gazetteer: Gazetteer) -> None:
    """But for the governments of countries that share an adjective."""
    for name, ids in gazetteer.names.items():
        sure = [id_ for id_ in ids if name not in gazetteer.entries[id_].ambiguous]
        assert len(sure) <= 1 or {id_.split("/")[0] for id_ in sure} == {"government"}, name


def test_within_a_country_a_name_designates_one_thing(gazetteer: Gazetteer) -> None:
    for name, ids in gazetteer.names.items():
        homes = [
            entry.country
            for entry in map(gazetteer.entries.__getitem__, ids)
            if name in entry.ambiguous
        ]
        assert len(homes) == len(set(homes)), name


def test_no_single_letter_or_small_word_is_a_name(gazetteer: Gazetteer) -> None:
    assert not [name for name in gazetteer.names if len(name) < 2 or name.islower()]


@given(st.text())
def test_folding_twice_is_folding_once_but_for_articles(text: str) -> None:
    once = fold(text)
    assert once.startswith(("the ", "The ")) or fold(once) == once


@given(st.sampled_from(NAMES), st.sampled_from([" ", "  ", "\n"]), st.booleans())
def test_white_space_and_apostrophes_do_not_matter(
    case: tuple[str, str | None, str], space: str, curly: bool
) -> None:
    name, country, id_ = case
    spelling = space.join(name.split())
    entry = load().find(spelling.replace("'", "’") if curly else spelling, country)
    assert entry
    assert entry.id == id_


def test_loading_takes_a_few_times_as_long_as_parsing_the_files() -> None:
    """About six times; three times that means that something has changed in kind."""
    own = Path(__file__).parents[1] / "ontology" / "gazetteer"
    files = [*sorted(own.glob("*.ttl")), own / "bodies.ttl"]

    def parsed() -> None:
        for path in files:
            list(ox.parse(path=path, format=ox.RdfFormat.TURTLE))

    def loaded() -> None:
        gazetteer_module._load.cache_clear()
        load((own / "bodies.ttl",))

    assert spent(loaded) < 20 * spent(parsed)


PREFIXES = f"@base <{BASE}> . @prefix cmq: <{CMQ}> . @prefix skos: <{SKOS}> .\n"


def test_a_user_adds_names_and_entries(tmp_path: Path) -> None:
    extra = tmp_path / "mine.ttl"
    extra.write_text(
        f"""{PREFIXES}
        <agency/nz-moj> a cmq:Agency ; skos:prefLabel "Tāhū o te Ture"@en ;
            cmq:contextualLabel "Ministry of Justice"@en ; cmq:country <country/NZ> .
        <country/NZ> a cmq:Country ; skos:prefLabel "New Zealand" ; skos:altLabel "NZ" .""",
        encoding="utf-8",
    )
    gazetteer = load((extra,))
    found = gazetteer.find("New Zealand Ministry of Justice")
    assert found
    assert found.id == "agency/nz-moj"
    assert gazetteer.find("Ministry of Justice", "NZ") == found
    assert gazetteer.find("NZ") == gazetteer.find("New Zealand")
    assert load().find("NZ") is None


@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        ("<agency/x> a cmq:Agency", "not Turtle"),
        ("<agency/x> skos:prefLabel 'X' .", "has no class; add 'a cmq:X' with X one of Person"),
        ("<agency/x> a cmq:Ministry ; skos:prefLabel 'X' .", "has no class"),
        ("<agency/x> a cmq:Agency .", "has no name; add a skos:prefLabel"),
        ("<http://example.org/x> a cmq:Agency .", "give concepts IRIs that begin"),
        ("[] a cmq:Agency .", "give concepts IRIs that begin"),
        (
            "<agency/x> a cmq:Agency ; skos:prefLabel 'X' ; cmq:country <country/ZZ> .",
            "'country/ZZ'",
        ),
    ],
)
def test_a_bad_file_is_named_with_a_remedy(tmp_path: Path, turtle: str, message: str) -> None:
    bad = tmp_path / "bad.ttl"
    bad.write_text(PREFIXES + turtle, encoding="utf-8")
    with pytest.raises(GazetteerError) as caught:
        load((bad,))
    assert str(caught.value).startswith(f"{bad}: ")
    assert message in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"none\.ttl: .*; name a Turtle file"):
        load((tmp_path / "none.ttl",))
