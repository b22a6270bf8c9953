"""Fingerprints of every run of twelve words of the two sources, so that a test can find a copied sentence.

    python -m tests.guidance.twelve_word_runs first.txt second.txt

writes `twelve_word_runs.bin` anew from the text of the documents, which are not part of this project. The file holds no
words: each run is hashed with a fixed salt and cut to eight bytes, and the hashes are sorted.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from site_widgets.build.page_blocks import words_of

FILE = Path(__file__).with_name("twelve_word_runs.bin")
SALT = b"twelve words of a source"
LENGTH = 12
SIZE = 8


def runs(words: Sequence[str]) -> Iterator[str]:
    """Every run of twelve words."""
    for start in range(len(words) - LENGTH + 1):
        yield " ".join(words[start : start + LENGTH])


def fingerprint(run: str) -> bytes:
    """The eight bytes that stand for a run."""
    return hashlib.blake2b(run.encode(), digest_size=SIZE, salt=SALT[:16]).digest()


def fingerprints(texts: Iterable[str]) -> bytes:
    """The sorted fingerprints of every run of these texts."""
    return b"".join(sorted({fingerprint(run) for text in texts for run in runs(words_of(text))}))


def load(file: Path = FILE) -> frozenset[bytes]:
    """The fingerprints of the sources."""
    data = file.read_bytes()
    return frozenset(data[start : start + SIZE] for start in range(0, len(data), SIZE))


def run(paths: Sequence[str]) -> None:
    """Write the file from the texts at these paths."""
    if not paths:
        sys.exit("Give the paths of the documents' texts.")
    FILE.write_bytes(fingerprints(Path(path).read_text("utf-8", errors="replace") for path in paths))
    print(f"{FILE.stat().st_size // SIZE} runs of {LENGTH} words")


if __name__ == "__main__":
    run(sys.argv[1:])
