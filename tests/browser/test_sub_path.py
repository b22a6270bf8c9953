"""The same built site in a folder of its host, as project sites are published."""

import pytest

from tests.browser.form import fill, reading, show_reading, wait_until_ready
from tests.browser.tools import PAN_BEDFORDSHIRE, each_tool


@each_tool
def test_from_home_to_a_reading_and_its_sources(visit, site_in_folder, tool):
    page = visit(base=site_in_folder)
    answers = []
    page.context.on("response", lambda response: answers.append((response.status, response.url)))
    assert page.url.endswith("/some-repo/")
    page.get_by_role("link", name=tool.link).click()
    page.wait_for_url("**/some-repo/" + tool.path)
    wait_until_ready(page)
    fill(page, tool.urgent("told a teacher"))
    assert show_reading(page).outcome == tool.furthest

    links = page.locator("[data-assessment] a.cite")
    assert links.count() > 5
    wanted = {link.evaluate("link => link.href") for link in links.all()}
    assert all(url.startswith(site_in_folder + tool.source + "#") for url in wanted)
    with page.context.expect_page() as opened:
        links.first.click()
    source = opened.value
    source.wait_for_load_state()
    ids = set(source.evaluate("() => [...document.querySelectorAll('[id]')].map((e) => e.id)"))
    assert {url.split("#")[1] for url in wanted} <= ids
    assert reading(page).outcome == tool.furthest
    assert [answer for answer in answers if answer[0] >= 400] == []
    # Nothing was fetched from above the folder.
    assert [url for url in page.notes.from_network if not url.startswith(site_in_folder)] == []


@pytest.mark.parametrize("path", ["", PAN_BEDFORDSHIRE.path])
def test_the_navigation_stays_in_the_folder(visit, site_in_folder, path):
    page = visit(path, base=site_in_folder)
    hrefs = page.evaluate("() => [...document.querySelectorAll('nav a, header a, footer a')].map((a) => a.href)")
    own = {href for href in hrefs if href.startswith("http://127.0.0.1")}
    assert len(own) > 6
    assert [href for href in own if not href.startswith(site_in_folder)] == []
    for href in sorted(own):
        answer = page.context.request.get(href)
        assert answer.ok, href
    page.get_by_role("contentinfo").get_by_role("link", name="Privacy").click()
    page.wait_for_url("**/some-repo/privacy/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Home").click()
    page.wait_for_url("**/some-repo/")
