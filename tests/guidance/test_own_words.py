"""Nothing is copied from the sources: no run of twelve of their words is on a page or in the data.

Instrument labels are exact on purpose and are the only quotation. Names, which have to be as they are, are listed in
`quoted.toml`, each with the reason.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from cse_core import instrument_ids, load_instrument
from site_widgets.build.page_blocks import blocks_in, blocks_of, words_of
from tests.guidance.twelve_word_runs import FILE, LENGTH, SIZE, fingerprint, fingerprints, load, runs

ROOT = Path(__file__).parents[2]
DATA = sorted([*ROOT.joinpath("docs/_data").glob("*.toml"), *ROOT.joinpath("src/cse_core").rglob("*.toml")])
NAMES = Path(__file__).with_name("quoted.toml")


def labels() -> Iterator[str]:
    """What the printed forms say, word for word."""
    for id_ in instrument_ids():
        instrument = load_instrument(id_)
        yield from (part.label for part in (*instrument.indicators, *instrument.facts))


def names() -> list[dict[str, str]]:
    """Names of laws, bodies and documents that are twelve words or more, or stand beside one another in a list."""
    return tomllib.loads(NAMES.read_text("utf-8"))["quoted"]


@cache
def allowed() -> frozenset[str]:
    return frozenset(run for text in (*labels(), *(name["text"] for name in names())) for run in runs(words_of(text)))


def copied(texts: Iterable[tuple[str, str]]) -> list[str]:
    """Each text that holds a run of the sources' words, with where it is and the run."""
    known = load()
    return [
        f"{where}: {run}"
        for where, text in texts
        for run in runs(words_of(text))
        if fingerprint(run) in known and run not in allowed()
    ]


def texts_in(found: object) -> Iterator[str]:
    """Every text of a TOML file."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict | list):
        for each in found.values() if isinstance(found, dict) else found:
            yield from texts_in(each)


def test_no_page_copies_a_sentence(built_site) -> None:
    assert copied((block.page, block.text) for block in blocks_of(built_site)) == []


@pytest.mark.parametrize("file", DATA, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_data_copies_a_sentence(file) -> None:
    assert copied((file.name, text) for text in texts_in(tomllib.loads(file.read_text("utf-8")))) == []


def test_every_name_says_why_and_is_needed() -> None:
    for name in names():
        assert name["why"].strip()
        assert len(words_of(name["text"])) < 40
        assert any(fingerprint(run) in load() for run in runs(words_of(name["text"]))), name["text"]


def test_the_check_would_notice(tmp_path) -> None:
    """A label of the form is a run of the source; without its exception it would be found, in any case and spelling."""
    label = next(text for text in labels() if any(fingerprint(run) in load() for run in runs(words_of(text))))
    (block,) = blocks_in(f"<p>We say: {label.upper()}, and “more”.</p>")
    assert any(fingerprint(run) in load() for run in runs(words_of(block.text)))
    assert copied([("here", label)]) == []


def test_the_fingerprints_are_whole_sorted_and_hold_no_words() -> None:
    data = FILE.read_bytes()
    found = [data[start : start + SIZE] for start in range(0, len(data), SIZE)]
    assert len(data) % SIZE == 0
    assert len(found) > 30_000
    assert found == sorted(set(found))
    assert fingerprints([" ".join(str(number) for number in range(LENGTH + 1))]) == fingerprints(
        [", ".join(str(number) for number in range(LENGTH + 1))]
    )
