"""What the tests of packages share: packages written once, and pages that open them."""

from __future__ import annotations

import zipfile

import pytest

import cse_core
from site_widgets.build.serve import serving
from site_widgets.packages.__main__ import write
from tests.browser.notes import Notes
from tests.packages.learning_system import Learner, install

# A check whose questions are of every kind, a story of one part and one of three.
CHECK, STORY, LONG_STORY = "missing", "the-last-train", "beats-in-the-box-room"
TIMEOUT_MS = 10_000


@pytest.fixture(scope="session")
def bank():
    return cse_core.load_questions()


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The folder with some packages, in both editions."""
    place = tmp_path_factory.mktemp("packages")
    write(place, [CHECK, STORY, LONG_STORY])
    return place


@pytest.fixture(scope="session")
def systems(built, tmp_path_factory):
    """The address of a small learning system for each package, by its edition and id."""
    place = tmp_path_factory.mktemp("served")
    for package in built.glob("*/*.zip"):
        install(package, place / package.parent.name / package.stem)
    with serving(place) as address:
        yield lambda edition, id_: f"{address}{edition}/{id_}/"


@pytest.fixture
def learner(chromium, systems):
    """Gives somebody who can open a package: `learner(edition, id)`. The end checks what was asked for and said."""
    opened = []

    def somebody(edition, id_):
        context = chromium.new_context(locale="en-GB")
        context.set_default_timeout(TIMEOUT_MS)
        page = context.new_page()
        notes = Notes(context, systems(edition, id_))
        opened.append((context, notes))
        page.goto(systems(edition, id_))
        return Learner(page, edition)

    yield somebody
    for context, _ in opened:
        context.close()
    for _, notes in opened:
        # The browser notes, of a dialog in any frame, that it does not take the focus.
        assert [line for line in notes.said if not line.startswith("info: Autofocus")] == [], (
            "the console is to stay silent"
        )
        assert notes.foreign == [], "no other host is to be asked"


def files_of(path):
    """What a zip holds, by name."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
