"""What a document's language is told by, and when nothing is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.reading import language_of, read_bytes
from pipeline.reading import tongue as module

ENGLISH = (
    "The minister received her colleague from the neighbouring country today and spoke with him of "
    "the border, of trade and of the training of young people. Both sides will go on next year. "
)
FRENCH = (
    "La ministre a reçu aujourd'hui son homologue du pays voisin et s'est entretenue avec lui de "
    "la frontière, du commerce et de la formation des jeunes. Les deux parties poursuivront "
    "l'année prochaine leurs discussions et comptent signer un accord. "
)
DUTCH = (
    "De minister heeft vandaag haar collega uit het buurland ontvangen en met hem gesproken over "
    "de grens, de handel en de opleiding van jongeren. Beide partijen willen de gesprekken volgend "
    "jaar voortzetten en een verdrag sluiten. "
)
HINDI = "मंत्री ने आज पड़ोसी देश के अपने समकक्ष का स्वागत किया और उनसे व्यापार पर बात की। " * 8
NAMES = (
    "Bo Limm, Ana Reyes, Kofi Adu, Jan de Vries, Ly Tran, Ines Prado, Omar Haddad, Petr Novak, " * 4
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(ENGLISH * 2, "en", id="English"),
        pytest.param(FRENCH, "fr", id="French"),
        pytest.param(DUTCH * 2, "nl", id="Dutch, which shares little words"),
        pytest.param(HINDI, "hi", id="Hindi"),
        pytest.param("La ministre est venue.", None, id="too short to tell"),
        pytest.param(FRENCH * 20 + ENGLISH * 20, "en", id="the second half is English"),
        pytest.param(ENGLISH * 20 + FRENCH * 20, "en", id="the first half is English"),
    ],
)
def test_the_language_of_a_document(text: str, language: str | None) -> None:
    assert language_of(read_bytes(text.encode(), "a.txt")) == language


def test_a_list_of_names_is_in_no_other_language() -> None:
    assert language_of(read_bytes(NAMES.encode(), "a.txt")) in {None, "en"}


def test_what_is_no_prose_does_not_count() -> None:
    around = f"<html><body><nav>{FRENCH}</nav>", f"<footer>{FRENCH * 9}</footer></body></html>"
    page = f"<p>{ENGLISH * 2}</p>".join(around)
    assert language_of(read_bytes(page.encode(), "a.html")) == "en"


def test_english_is_known_without_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_identifier", lambda: pytest.fail("the model was loaded"))
    assert language_of(read_bytes((ENGLISH * 2).encode(), "a.txt")) == "en"


def test_no_real_release_is_taken_for_another_language(shared: Path) -> None:
    for path in sorted((shared / "releases").rglob("*.md"))[::5]:
        assert language_of(read_bytes(path.read_bytes(), path.name)) in {None, "en"}, path
