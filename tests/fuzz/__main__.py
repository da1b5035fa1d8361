"""Look for documents that break reading: python -m tests.fuzz FOLDER [-max_total_time=600 …].

What is found is written into the folder with the line of code that broke, and the search goes on.
Coverage leads it, of our own code and of the patterns in it (atheris, on libFuzzer). The corpus
beside this file is where it starts from.
"""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
import sys
import time
import traceback
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["pipeline", "striprtf"]):
    from pipeline import reading, sources
    from tests.fuzz.bytes_given import NAMES, check

    for _room in (reading, sources):  # most files are imported only when a document needs them
        for _module in pkgutil.walk_packages(_room.__path__, f"{_room.__name__}."):
            importlib.import_module(_module.name)

CORPUS = Path(__file__).with_name("corpus")
_SLOW = 2.0  # seconds of a processor, for some kilobytes
_SLOW_ONES = 20  # of which so many are kept: no line of code tells one from the other


def main(folder: Path, options: list[str]) -> None:
    """Go on until the time is over; libFuzzer's options are passed on to it."""
    seeds = folder / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    for path in CORPUS.iterdir():
        number = NAMES.index(f"a{path.suffix}")
        (seeds / path.name).write_bytes(bytes([number]) + path.read_bytes())
    words = Path(__file__).with_name("words.dict")
    atheris.Setup(
        [sys.argv[0], *options, f"-dict={words}", "-max_len=20000", "-timeout=120", str(seeds)],
        lambda given: _try(folder, given),
    )
    atheris.Fuzz()


def _try(folder: Path, given: bytes) -> None:
    """Check what was made; its first byte tells the name."""
    if len(given) < 2:
        return
    name, data = NAMES[given[0] % len(NAMES)], given[1:]
    begun = time.process_time()
    try:
        check(name, data)
    except Exception as error:  # each is a finding
        frame = traceback.extract_tb(error.__traceback__)[-1]
        keep(
            folder, name, data, f"{type(error).__name__} {Path(frame.filename).name} {frame.lineno}"
        )
    if time.process_time() - begun > _SLOW:
        keep(folder, name, data, "slow")


def keep(folder: Path, name: str, data: bytes, why: str) -> None:
    """Write down what broke, once for each line of code that did."""
    found = folder / why.replace(" ", "-")
    if not found.exists() or (why == "slow" and len(list(found.iterdir())) < _SLOW_ONES):
        found.mkdir(exist_ok=True)
        (found / f"{hashlib.sha256(data).hexdigest()[:8]}{Path(name).suffix}").write_bytes(data)
        print(f"FOUND {why}", file=sys.stderr, flush=True)  # noqa: T201 - it is a command


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
