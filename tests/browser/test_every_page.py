"""What every page carries, and what none may carry."""

import re

import pytest

from site_widgets.build.moved import load_moved
from tests.browser.form import wait_until_ready
from tests.browser.pages import SITE, every_page

POLICY = {
    "default-src": {"'none'"},
    "connect-src": {"'self'"},
    "style-src": {"'self'"},
    "img-src": {"'self'", "data:"},
    "font-src": {"'self'"},
    "form-action": {"'none'"},
    "base-uri": {"'self'"},
    "object-src": {"'none'"},
    "worker-src": {"'self'", "blob:"},
}
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def page(shared_visit):
    return shared_visit("404.html", viewport={"width": 320, "height": 640})


@pytest.mark.parametrize("path", every_page())
def test_page(page, site, path):
    before = len(page.notes.asked)
    page.goto(site + path)
    page.wait_for_load_state("networkidle")

    help_ = page.get_by_role("complementary", name="Urgent help")
    assert help_.is_visible()
    assert help_.get_by_role("link", name="999").get_attribute("href") == "tel:999"
    assert "social care" in help_.inner_text()
    assert "police" in help_.inner_text()
    out = page.locator('a[href^="https:"]', has_text="Exit this page")
    assert out.count() == 2
    assert out.last.is_visible()
    assert page.get_by_role("link", name="If this is about you").first.is_visible()
    status = page.get_by_role("complementary", name="What this site is").inner_text()
    assert "training and reference copy of guidance from 2013–14" in status
    assert "For England" in status
    assert "Not a local procedure" in status
    assert re.search(r"Not yet reviewed by a safeguarding professional|Reviewed by \S+", status)

    assert page.locator("html").get_attribute("lang") == "en-GB"
    assert page.locator('meta[name="robots"]').get_attribute("content") == "noindex"
    assert page.locator('meta[name="referrer"]').get_attribute("content") == "no-referrer"
    assert len(page.title().split(" – ")[0]) > 3
    assert page.locator("h1").count() == 1
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.get_by_role("main").count() == 1
    # Skip link, bar, the form's own columns: nothing is wider than a phone.
    assert page.evaluate(OVERFLOW) == 0

    tool = page.locator("form:is([data-instrument], [data-paper])").count() > 0
    if tool:
        wait_until_ready(page)
    runtime = [url for url in page.notes.asked[before:] if "/assets/runtime/" in url]
    assert bool(runtime) is tool
    assert page.notes.foreign == []


@pytest.mark.parametrize("path", every_page())
def test_source(built_site, path):
    html = (built_site / (path if path.endswith(".html") else f"{path}index.html")).read_text("utf-8")
    # A page that explains a directive shows it as code.
    assert "cse:" not in re.sub(r"<code>.*?</code>", "", html, flags=re.DOTALL)
    assert not re.search(r"<[a-z][^>]*\s(style|on[a-z]+)\s*=", html)
    assert not re.search(r"<style\b", html)
    assert "javascript:" not in html
    head = html.split("</head>")[0]
    policies = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', head)
    assert len(policies) == 1
    # First in the head, but for the encoding: what comes before a policy is not under it.
    assert re.match(r"\s*(<meta charset=[^>]*>\s*)?<meta http-equiv", head.split("<head>")[1])
    rules = {rule.split()[0]: set(rule.split()[1:]) for rule in policies[0].split(";")}
    for name, allowed in POLICY.items():
        assert rules[name] == allowed, name
    assert rules["script-src"] >= {"'self'", "'wasm-unsafe-eval'"}
    assert not rules["script-src"] & {"'unsafe-inline'", "'unsafe-eval'", "*", "https:", "data:"}


def test_every_page_can_be_found_from_home():
    """Nothing is only reachable by those who know its address."""
    found, waiting = set(), ["index.html"]
    while waiting:
        file = waiting.pop()
        if file in found:
            continue
        found.add(file)
        html = (SITE / file).read_text("utf-8")
        for link in re.findall(r'<a\b[^>]*\bhref="([^"#?:]*)[^"]*"', html):
            place = (SITE / file).parent / link
            target = place / "index.html" if place.is_dir() else place
            if target.suffix == ".html" and target.exists():
                waiting.append(target.resolve().relative_to(SITE.resolve()).as_posix())
    every = {file.relative_to(SITE).as_posix() for file in SITE.rglob("*.html")}
    # What has moved is only reached by those who kept its old address.
    assert every - found == {"404.html", *(f"{moved.old}index.html" for moved in load_moved())}


def test_the_checks_of_the_source_notice_what_they_should():
    for bad in ('<p style="x">', "<p onclick='x'>", '<input type="a" onfocus = "x">'):
        assert re.search(r"<[a-z][^>]*\s(style|on[a-z]+)\s*=", bad)
    assert not re.search(r"<[a-z][^>]*\s(style|on[a-z]+)\s*=", '<a href="on=1" data-style="x">one = two</a>')
