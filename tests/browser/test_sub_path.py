"""The same built site in a folder of its host, as project sites are published."""

import pytest

from tests.browser.form import ASSESS, fill, reading, show_reading, wait_until_ready

CASE = {"assessed_on": "2026-11-20", "child": {"age": 12}, "answers": {"late-or-missing": {"answer": "present"}}}


def test_from_home_to_a_reading_and_its_sources(visit, site_in_folder):
    page = visit(base=site_in_folder)
    answers = []
    page.context.on("response", lambda response: answers.append((response.status, response.url)))
    assert page.url.endswith("/some-repo/")
    page.get_by_role("link", name="Assess a child with the Pan-Bedfordshire tool").click()
    page.wait_for_url("**/some-repo/" + ASSESS)
    wait_until_ready(page)
    fill(page, CASE)
    assert show_reading(page).level == "high"

    links = page.locator("[data-assessment] a.cite")
    assert links.count() > 5
    wanted = {link.evaluate("link => link.href") for link in links.all()}
    assert all(url.startswith(site_in_folder + "instruments/pan-bedfordshire/#") for url in wanted)
    with page.context.expect_page() as opened:
        links.first.click()
    source = opened.value
    source.wait_for_load_state()
    ids = set(source.evaluate("() => [...document.querySelectorAll('[id]')].map((e) => e.id)"))
    assert {url.split("#")[1] for url in wanted} <= ids
    assert reading(page).level == "high"
    assert [answer for answer in answers if answer[0] >= 400] == []
    # Nothing was fetched from above the folder.
    assert [url for url in page.notes.from_network if not url.startswith(site_in_folder)] == []


@pytest.mark.parametrize("path", ["", ASSESS])
def test_the_navigation_stays_in_the_folder(visit, site_in_folder, path):
    page = visit(path, base=site_in_folder)
    hrefs = page.evaluate("() => [...document.querySelectorAll('nav a, header a, footer a')].map((a) => a.href)")
    own = {href for href in hrefs if href.startswith("http://127.0.0.1")}
    assert len(own) > 6
    assert [href for href in own if not href.startswith(site_in_folder)] == []
    for href in sorted(own):
        answer = page.context.request.get(href)
        assert answer.ok, href
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Privacy").click()
    page.wait_for_url("**/some-repo/privacy/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Home").click()
    page.wait_for_url("**/some-repo/")
