"""The libraries that make files: as their makers ship them, with their licences, and loaded only when asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from site_widgets.build.vendor import VENDORS, copies
from tests.browser.notes import NOTHING_STORED, stored
from tests.documents.written import filled

ROOT = Path(__file__).parents[2]


def test_each_is_a_copy_with_its_licence_beside_it(built_site):
    folder = built_site / "assets/cse/vendor"
    assert {file.name for file in folder.iterdir()} == {name for _, name in copies()}
    for source, name in copies():
        assert (folder / name).read_bytes() == (ROOT / source).read_bytes()
    for vendor in VENDORS:
        licence = (folder / f"{vendor.name}.licence.txt").read_text("utf-8")
        assert "Copyright" in licence or "Mozilla Public License" in licence


@pytest.mark.parametrize("package", [vendor.package for vendor in VENDORS])
def test_each_has_a_fixed_version_and_is_in_the_notice(package):
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"]
    assert wanted[package][0].isdigit()
    assert package in (ROOT / "NOTICE").read_text("utf-8").lower()


def test_nothing_is_loaded_before_it_is_asked_for_and_nothing_is_kept(maker):
    assert [url for url in maker.asked_first if "/vendor/" in url or "/documents/" in url] == []
    document = filled("chronology", {})
    maker.word(document)
    assert maker.pdf(document).bytes.startswith(b"%PDF")
    maker.calendar([])
    assert any("/vendor/docx.js" in url for url in maker.notes.asked)
    assert stored(maker.page) == NOTHING_STORED
    # The script that is no module leaves no trace in the page.
    assert maker.page.locator("script[src*=fontkit]").count() == 0
