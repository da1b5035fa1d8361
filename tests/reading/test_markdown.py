"""Markdown: the words alone, and what kind of block they are."""

from __future__ import annotations

import pytest

from pipeline.reading.markdown import pieces

WORDS = [
    ("It was **signed** by *both* and __sealed__.", "It was signed by both and sealed."),
    ("**Ports (PA): **The Authority signed.", "Ports (PA): The Authority signed."),
    ("the [Pact](https://ports.example/a_b(1)) holds", "the Pact holds"),
    ("the [long\nPact](https://ports.example) holds", "the long Pact holds"),
    ("[Ports \\(/topics/ports\\)](#)", "Ports"),
    ("[url](x) ([https://a.example](https://a.example))", "url (https://a.example)"),
    ("see <https://ports.example>", "see https://ports.example"),
    ("[Pact][1] holds\n\n[1]: https://ports.example", "Pact holds"),
    ("1\\. \\*not emphasis\\*", "*not emphasis*"),
    ("`code` and snake_case_name", "code and snake_case_name"),
    ("Section&nbsp;6 &amp; 7", "Section 6 & 7"),
    ("the <u>Pact</u><span class='x'> holds</span>", "the Pact holds"),
    ("the 4<sup>th</sup> pact<sup><a href='#fn1'>1</a></sup> holds", "the 4th pact holds"),
    ('{:start="2"}\n2. The pact was signed.', "The pact was signed."),
    ("{% include bar.html %}\nThe pact.", "The pact."),
    ("<script>var x = '<p>no</p>';</script>The pact.", "The pact."),
    ("<a\nhref='https://ports.example'>The pact</a>.", "The pact."),
    ("![quay](/images/quay.jpg)The pact.", "The pact."),
    ("> The pact.", "The pact."),
    ("7 < 8 and 5 * 3", "7 < 8 and 5 * 3"),
]

KINDS = [
    ("# Pact signed", ["heading 1 Pact signed"]),
    ("Pact signed\n===========", ["heading 1 Pact signed"]),
    ("**Next steps**", ["heading 0 Next steps"]),
    ("<u>Next steps</u>", ["heading 0 Next steps"]),
    ("**It was signed** today.", ["paragraph 0 It was signed today."]),
    ("#08-02, The Quay", ["paragraph 0 #08-02, The Quay"]),
    ("Line one.  \nLine two.", ["paragraph 0 Line one.", "paragraph 0 Line two."]),
    ("a<br>B", ["paragraph 0 a", "paragraph 0 B"]),
    ("| Ports | Labour |\n|---|---|\n| Ms Boateng | Mr Kuhn |", [
        "paragraph 0 Ports", "paragraph 0 Labour", "paragraph 0 Ms Boateng", "paragraph 0 Mr Kuhn",
    ]),
    ("<ol><li>Crews</li><li>Wages</li></ol>", ["item 0 Crews", "item 0 Wages"]),
    ("Signed.\n\n---\n\nMore.", ["paragraph 0 Signed.", "boilerplate 0 ---", "paragraph 0 More."]),
    ("![quay](q.jpg)\n\n*At the quay*", ["caption 0 At the quay"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), WORDS, ids=[text for text, _ in WORDS])
def test_the_words_stay_and_the_marks_go(text: str, words: str) -> None:
    assert " ".join(piece.text for piece in pieces(text)) == words


@pytest.mark.parametrize(("text", "expected"), KINDS, ids=[text for text, _ in KINDS])
def test_each_block_is_told_by_its_marks(text: str, expected: list[str]) -> None:
    assert [f"{p.kind.value} {p.level} {p.text}" for p in pieces(text)] == expected
