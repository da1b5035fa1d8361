"""A graph with every status, hostile text and characters that take two places; and a browser."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.graph.build import build
from pipeline.graph.write import write
from pipeline.models import (
    Agreement,
    Entity,
    EntityKind,
    Event,
    Facts,
    Filler,
    Metadata,
    PartialDate,
    Post,
    Release,
    Span,
    Status,
)
from pipeline.outlets.explore import page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

#: As for a root user in a container without a network or a screen.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip

HOSTILE = (
    "</script><script>window.broken = 1</script>"
    "<img src=x onerror='window.broken = 2'><!--<script> &lt;b&gt; &amp; \u2028 \u2029 ]]>"
    " javascript:alert(1) ${window.broken = 3} {{script}} \u202etxet desrever\u202c \u2067isolated"
)
PACT = (
    "Norland and Suria sign a fishing pact\n\n"
    "STRELSAU – 🎣🎣 Minister Ana Lobo signed the Fishing Pact with Suria on 4 May 2021. "
    "Norland and Suria intend to sign a Ferry Treaty next year. "
    "No customs protocol was signed. Suria might join the Whale Accord, it is said.\n\n"
    "Ana Lobo met Piet Mol of Suria in Strelsau. =1+1 is the sum, she said.\n"
)
CHARGE = f"Dee Fendant was charged with smuggling {HOSTILE} nets on 3 June 2021"
CASE = f"Court news {HOSTILE}\n\n{CHARGE}.\n"


def span(text: str, words: str, nth: int = 0) -> Span:
    """Where words stand in a text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def entity(id_: str, kind: EntityKind, label: str, *, shared: bool = False) -> Entity:
    return Entity(id=id_, kind=kind, label=label, shared=shared)


def pact() -> Facts:
    """A release that states, plans, denies and supposes signings."""

    def at(words: str, nth: int = 0) -> Span:
        return span(PACT, words, nth)

    def signing(
        status: Status, words: str, agreement: str, date: str | None, *fillers: Filler
    ) -> Event:
        return Event(
            type="Signing",
            status=status,
            evidence=(at(words),),
            fillers=(*fillers, Filler("agreement", f"agreement/{agreement}")),
            date=PartialDate(date) if date else None,
            confidence=0.9,
            frame="signing",
            doubts=() if status is Status.OCCURRED else ("it is not stated as done",),
        )

    lobo = Filler("signatory", "person/ana-lobo", span=at("Minister Ana Lobo"))
    suria = Filler("party", "country/SU", span=at("Suria", 1))
    norland = Filler("party", "country/NO", span=at("Norland", 1))
    done = "Minister Ana Lobo signed the Fishing Pact with Suria on 4 May 2021"
    told = signing(Status.OCCURRED, done, "fishing-pact", "2021-05-04", lobo, suria)
    events = (
        Event(
            type=told.type, status=told.status, fillers=told.fillers, date=told.date,
            evidence=(at("Norland and Suria sign a fishing pact"), at(done)),
            confidence=0.97, frame="signing", reasons=("the day is told",),
            triggers=(at("signed"),), dated=(at("4 May 2021"),),
        ),
        signing(Status.PLANNED, "Norland and Suria intend to sign a Ferry Treaty next year",
                "ferry-treaty", "2022", norland, Filler("party", "country/SU")),
        signing(Status.NEGATED, "No customs protocol was signed", "customs-protocol", None),
        signing(Status.POSSIBLE, "Suria might join the Whale Accord", "whale-accord", "2021-06",
                Filler("party", "country/SU")),
        Event(type="Meeting", status=Status.OCCURRED,
              evidence=(at("Ana Lobo met Piet Mol of Suria in Strelsau"),),
              fillers=(Filler("participant", "person/ana-lobo"),
                       Filler("participant", "person/piet-mol", span=at("Piet Mol")),
                       Filler("place", "place/strelsau"))),
        Event(type="Statement", status=Status.OCCURRED, evidence=(at("=1+1 is the sum,"),),
              fillers=(Filler("speaker", "person/ana-lobo"),
                       Filler("quote", literal="=1+1 is the sum,"))),
    )  # fmt: skip
    return Facts(
        _release("pact.md", PACT, "Norland and Suria sign a fishing pact", dt.date(2021, 5, 4)),
        entities=(
            entity("person/ana-lobo", EntityKind.PERSON, "Ana Lobo", shared=True),
            entity("person/piet-mol", EntityKind.PERSON, "Piet Mol"),
            entity("country/SU", EntityKind.COUNTRY, "Suria", shared=True),
            entity("country/NO", EntityKind.COUNTRY, "Norland", shared=True),
            entity("place/strelsau", EntityKind.PLACE, "Strelsau"),
            *(
                entity(f"agreement/{name.lower().replace(' ', '-')}", EntityKind.AGREEMENT, name)
                for name in ("Fishing Pact", "Ferry Treaty", "Customs protocol", "Whale Accord")
            ),
        ),
        agreements=(Agreement("agreement/ferry-treaty", kind="Treaty", aims=(at("Ferry"),)),),
        posts=(
            Post("person/ana-lobo", "Minister", acting=True, evidence=(at("Minister Ana Lobo"),)),
        ),
        events=events,
    )


def case() -> Facts:
    """A release whose text, title, names and source try to break out of the page."""
    charge = Event(
        type="LegalAction",
        kind="Charge",
        status=Status.OCCURRED,
        evidence=(span(CASE, CHARGE),),
        fillers=(
            Filler("defendant", "person/dee", span=span(CASE, "Dee Fendant")),
            Filler("offense", literal=f"smuggling {HOSTILE} nets",
                   span=span(CASE, f"smuggling {HOSTILE} nets")),
        ),
        date=PartialDate("2021-06-03"),
        frame=HOSTILE,
        doubts=(HOSTILE,),
    )  # fmt: skip
    return Facts(
        _release("javascript:window.broken=4", CASE, f"Court news {HOSTILE}", dt.date(2021, 6, 3)),
        entities=(entity("person/dee", EntityKind.PERSON, f"Dee {HOSTILE}"),),
        events=(charge,),
    )


def _release(source: str, text: str, title: str, day: dt.date) -> Release:
    metadata = Metadata(title=title, published=day, publisher=("Ministry of Nets",))
    return Release(source=source, part=0, text=text, blocks=(), metadata=metadata)


@pytest.fixture(scope="session")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two releases as graphs in a folder."""
    folder = tmp_path_factory.mktemp("graphs")
    for name, facts in (("pact", pact()), ("case", case())):
        write(build([facts]), folder / f"{name}.ttl")
    return folder


@pytest.fixture(scope="session")
def written(graphs: Path) -> str:
    """Their page."""
    return page([graphs], "Nets and courts")


@pytest.fixture(scope="session")
def address(written: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where their page lies."""
    file = tmp_path_factory.mktemp("page") / "page.html"
    file.write_text(written, encoding="utf-8")
    return file.as_uri()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, started without a screen and closed at the end."""
    chromium = shutil.which("chromium")
    if not chromium:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed (pip install playwright)"
    )
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        yield started
        started.close()


Open = Callable[..., "Page"]


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of: errors, refusals, dialogs, what was asked of a network."""
    return []


@pytest.fixture
def opened(browser: Browser, address: str, complaints: list[str]) -> Iterator[Open]:
    """Open a view of the page; what the browser complains of fails the test."""
    contexts = []

    def foreign(url: str, asks: str) -> None:
        if not url.startswith(("file:", "data:", "blob:", asks)):
            complaints.append(f"asked for {url}")

    def open_(
        view: str = "",
        *,
        at: str = address,
        asks: str = "file:",
        width: int = 1280,
        scheme: str = "light",
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        contexts.append(context)
        shown = context.new_page()
        shown.set_default_timeout(20_000)
        shown.on("pageerror", lambda error: complaints.append(str(error)))
        shown.on("console", lambda said: complaints.append(said.text))
        shown.on("dialog", lambda dialog: complaints.append(f"a dialog: {dialog.message}"))
        shown.on("request", lambda asked: foreign(asked.url, asks))
        shown.goto(at + view)
        shown.wait_for_selector("main h1", state="attached")
        return shown

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []
