"""Mail: its body, what its header says, and a word on what is attached."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage
from pathlib import Path

import pytest

from pipeline.errors import DocumentError
from pipeline.reading import Limits, read_bytes

SENTENCE = "Norland and Suria signed a pact on fish in Oslo today, both ministers said there."


def mail(subject: str = "Pact on fish signed", sender: str = "press@a.example") -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = sender
    message["Date"] = "Sun, 12 May 2019 23:30:00 -0500"
    message.set_content(f"{SENTENCE}\n")
    return message


def test_subject_and_day_are_those_of_the_header() -> None:
    (release,) = read_bytes(mail("Fwd: RE: Päct on fish signed").as_bytes(), "a.eml")
    assert release.metadata.title == "Päct on fish signed"
    assert release.metadata.published == dt.date(2019, 5, 12)
    assert release.text == f"Päct on fish signed\n\n{SENTENCE}"


@pytest.mark.parametrize(
    ("sender", "publisher"),
    [
        ("Ministry of Fish <press@a.example>", ("Ministry of Fish",)),
        ("Ann Roe <ann@a.example>", ()),
        ("press@a.example", ()),
    ],
)
def test_a_sender_publishes_if_it_is_a_body(sender: str, publisher: tuple[str, ...]) -> None:
    assert read_bytes(mail(sender=sender).as_bytes(), "a.eml")[0].metadata.publisher == publisher


def test_of_two_forms_of_the_body_the_one_with_structure_is_read() -> None:
    message = mail()
    page = f"<html><body><h2>Pact on fish signed</h2><p>Caf\u00e9: {SENTENCE}</p></body></html>"
    message.add_alternative(page, subtype="html", charset="iso-8859-1")
    (release,) = read_bytes(message.as_bytes(), "a.eml")
    assert release.text == f"Pact on fish signed\n\nCaf\u00e9: {SENTENCE}"


def test_attachments_are_told_and_not_read() -> None:
    message = mail()
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="pact.pdf")
    (release,) = read_bytes(message.as_bytes(), "a.eml")
    assert release.notes == ("what is attached is not read: pact.pdf",)


def test_text_in_an_encoding_that_nobody_knows_is_read_as_a_file_would_be() -> None:
    head = b"Subject: Pact\nContent-Type: text/plain; charset=klingon\n\n"
    (release,) = read_bytes(head + f"Caf\u00e9: {SENTENCE}".encode("cp1252"), "a.eml")
    assert f"Caf\u00e9: {SENTENCE}" in release.text


def test_a_field_that_cannot_be_understood_is_left_out_and_told() -> None:
    path = Path(__file__).parents[1] / "fuzz" / "found" / "group-among-addresses.eml"
    (release,) = read_bytes(path.read_bytes(), "a.eml")
    assert release.metadata.published == dt.date(2019, 5, 12)
    assert release.notes == ("its field From cannot be understood and is left out",)


NESTED = b"".join(
    b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(2_000)
)
MANY = b'Content-Type: multipart/mixed; boundary="b"\n\n' + b"--b\n\nfish\n" * 1_200


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (NESTED, "nests its parts too deep"),
        (MANY, "has more than 1,000 parts"),
        (b"Subject: " + b"a<" * 9_000 + b"\n\nfish", "a field of more than 4,000 characters"),
        (b"Subject: Pact\nContent-Type: image/png\n\nfish", "has no text of its own; save what"),
        (b"Subject: Pact\n\n" + b"fish " * 300, "holds more than 1,000 characters"),
    ],
    ids=["nested", "many", "field", "picture", "long"],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, told: str) -> None:
    with pytest.raises(DocumentError, match=told) as error:
        read_bytes(data, "a.eml", limits=Limits(characters=1_000))
    assert error.value.where == "a.eml"


@pytest.mark.parametrize("subject", ["Agriculture: New grants", "New law: fish", "Healthcare: a"])
def test_a_subject_that_only_holds_the_letters_of_a_reply_is_left_whole(subject: str) -> None:
    (release,) = read_bytes(mail(subject).as_bytes(), "a.eml")
    assert release.metadata.title == subject


@pytest.mark.parametrize("charset", ["unicode_escape", "punycode", "raw-unicode-escape"])
def test_a_codec_that_is_no_encoding_of_mail_is_not_taken_for_one(charset: str) -> None:
    data = f"Subject: Fish\nContent-Type: text/plain; charset={charset}\n\nA \\ud800 pact-ab.\n"
    (release,) = read_bytes(data.encode(), "a.eml")
    assert "A \\ud800 pact-ab." in release.text


@pytest.mark.parametrize("field", ["Content-Type", "Content-Transfer-Encoding"])
def test_a_field_that_runs_on_is_refused_before_it_is_parsed(field: str) -> None:
    data = f"Subject: Fish\n{field}: {'a(' * 100_000}\n\nA pact.\n"
    with pytest.raises(DocumentError, match="has a field of more than 4,000 characters"):
        read_bytes(data.encode(), "a.eml")
