"""What to do at once comes before any list of the rest of the page."""

import re

import pytest

from tests.browser.pages import SITE, every_page

FIRST = ("in-one-minute", "tell")


@pytest.mark.parametrize("path", every_page())
def test_what_to_do_at_once_comes_before_the_list_of_contents(built_site, path):
    html = (SITE / (path if path.endswith(".html") else f"{path}index.html")).read_text("utf-8")
    headings = re.findall(r'<h2 id="([^"]*)"', html)
    contents = html.find('class="on-this-page"')
    for id_ in FIRST:
        if id_ in headings and contents >= 0:
            assert html.find(f'<h2 id="{id_}"') < contents


def test_it_looks_at_most_pages_of_guidance(built_site):
    found = [page for page in SITE.rglob("*.html") if 'id="in-one-minute"' in page.read_text("utf-8")]
    assert len(found) > 40
