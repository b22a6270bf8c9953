"""At the address of a page that has moved stands a page with the frame of every page and a link to the new one."""

from __future__ import annotations

from datetime import date

import pytest

from site_widgets.build.data_file import DataError
from site_widgets.build.docs_pages import docs_pages
from site_widgets.build.links import check
from site_widgets.build.moved import Moved, load_moved, read_moved, write_moved

MOVED = Moved("old/place/here/", "how-it-decides.md", date(2026, 11, 21))
FRAME = """<html><head><title>How</title><link rel="stylesheet" href="../assets/a.css"></head><body>
<a href="#content">Skip</a><a href="..">Home</a><a href="./" aria-current="page">Here</a><a href="tel:999">999</a>
<article class="content" id="content">Long words.</article><a href="../about-you/#top">You</a></body></html>"""
ROW = '[[moved]]\nfrom = "old/place/"\nto = "how-it-decides.md"\nsince = 2026-11-21\n'


@pytest.fixture
def site(tmp_path):
    for path, html in (("index.html", "<p>x</p>"), ("about-you/index.html", '<p id="top">x</p>'), ("assets/a.css", "")):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(html)
    (tmp_path / "how-it-decides").mkdir()
    (tmp_path / "how-it-decides/index.html").write_text(FRAME)
    return tmp_path


def test_the_old_address_has_a_link_to_the_new_and_every_link_of_the_frame_holds(site) -> None:
    write_moved(site, [MOVED])
    html = (site / "old/place/here/index.html").read_text()
    assert f'<a href="../../../how-it-decides/">{docs_pages()["how-it-decides.md"].title}</a>' in html
    assert "Long words" not in html
    assert "aria-current" not in html
    assert "refresh" not in html
    assert 'href="tel:999"' in html
    assert check(site) == []


@pytest.mark.parametrize(
    ("find", "replace", "said"),
    [
        ("old/place/", "/old/place", "from: is '/old/place'"),
        ("old/place/", "about-you/", "an address that no page has"),
        ("how-it-decides.md", "nowhere.md", "to: is 'nowhere.md'"),
        ("since = 2026-11-21", 'since = "lately"', "since: is 'lately'"),
        ("since = 2026-11-21", "since = 2026-11-21\nwhy = 1", "why: is not a key"),
    ],
)
def test_a_fault_is_named(find: str, replace: str, said: str) -> None:
    assert read_moved(ROW) == (Moved("old/place/", "how-it-decides.md", date(2026, 11, 21)),)
    with pytest.raises(DataError) as error:
        read_moved(ROW.replace(find, replace))
    assert said in str(error.value)


def test_the_sites_own_file_is_right_and_every_old_address_is_kept(built_site) -> None:
    for moved in load_moved():
        assert (built_site / moved.old / "index.html").exists()
