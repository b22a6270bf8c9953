"""The last step of the build: nothing foreign, nothing inline, one policy for every page."""

import re

import pytest

from site_widgets.build import finish as finishing
from site_widgets.build.finish_page import (
    Page,
    needs_python,
    policy,
    script_hash,
    with_early_start,
    with_policy,
    with_robots,
)

HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head><body>{}</body></html>'


@pytest.fixture
def site(tmp_path):
    (tmp_path / "index.html").write_text(HEAD.format("<p>Hello</p>"))
    return tmp_path


@pytest.mark.parametrize(
    "html",
    [
        '<script src="https://example.org/a.js"></script>',
        '<link rel="stylesheet" href="//example.org/a.css">',
        '<link rel="preconnect" href="https://example.org">',
        '<img src="https://example.org/a.png" alt="">',
        '<img src="a.png" srcset="a.png 1x, https://example.org/b.png 2x" alt="">',
        '<iframe src="http://example.org/"></iframe>',
        '<form action="https://example.org/"></form>',
        '<p style="color: red">x</p>',
        "<style>p { color: red }</style>",
        '<button onclick="go()">x</button>',
        '<a href="javascript:go()">x</a>',
        '<meta http-equiv="refresh" content="0; url=/">',
        "<!-- cse:form pan-bedfordshire -->",
    ],
)
def test_a_page_that_breaks_a_rule_stops_the_build(site, html):
    (site / "bad.html").write_text(HEAD.format(html))
    with pytest.raises(SystemExit, match=r"bad\.html"):
        finishing.finish(site)


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://example.org/">A link that the reader may follow</a>',
        '<link rel="canonical" href="https://example.org/">',
        '<img src="data:image/svg+xml,%3Csvg/%3E" alt="">',
        '<script type="application/json">{"a": 1}</script>',
    ],
)
def test_what_fetches_nothing_is_allowed(html):
    page = Page(HEAD.format(html))
    assert page.faults == []
    assert page.scripts == []


def test_a_style_sheet_that_calls_another_host_stops_the_build(site):
    (site / "a.css").write_text("@import 'https://example.org/font.css';")
    with pytest.raises(SystemExit, match=r"a\.css"):
        finishing.finish(site)


def test_every_page_allows_the_inline_scripts_of_all(site):
    (site / "two.html").write_text(HEAD.format("<script>let two = 2;</script>"))
    (site / "three.html").write_text(HEAD.format("<script>let three = 3;</script>"))
    finishing.finish(site)
    for page in site.glob("*.html"):
        text = page.read_text()
        for script in ("let two = 2;", "let three = 3;"):
            assert f"'{script_hash(script)}'" in text
        assert "unsafe-inline" not in text
        assert "'unsafe-eval'" not in text


def test_finishing_twice_changes_nothing(site):
    finishing.finish(site)
    once = (site / "index.html").read_text()
    finishing.finish(site)
    assert (site / "index.html").read_text() == once


def test_the_policy_comes_first_after_the_encoding():
    html = with_policy(HEAD, policy({"a"}))
    assert re.search(r'<head><meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy"', html)
    html = with_policy("<html><head><title>x</title></head></html>", policy(set()))
    assert re.search(r'<head>\s*<meta http-equiv="Content-Security-Policy"', html)


def test_pages_ask_not_to_be_listed_until_a_board_adopts_the_site():
    asked = with_robots(HEAD, listed=False)
    assert asked.count("noindex") == 1
    assert with_robots(asked, listed=False).count("noindex") == 1
    assert "noindex" not in with_robots(asked, listed=True)


def test_only_a_page_with_a_form_starts_python_early(site):
    (site / "tool").mkdir()
    (site / "tool/index.html").write_text(HEAD.format('<form data-instrument="x"></form>'))
    finishing.finish(site)
    early = (finishing.BROWSER / "python/early.js").read_text()
    tool, plain = (site / "tool/index.html").read_text(), (site / "index.html").read_text()
    assert '<script data-root="../" data-pyscript="core-' in tool
    assert f">{early}</script>" in tool
    assert "assets/runtime" not in plain
    assert "assets/cse/python" not in plain
    # The policy is the same everywhere, so it allows that script everywhere.
    assert f"'{script_hash(early)}'" in tool
    assert f"'{script_hash(early)}'" in plain


def test_the_early_start_is_put_in_once():
    html = HEAD.format('<form data-instrument="x"></form>')
    once = with_early_start(html, "../", "go();", ["core.js"])
    assert with_early_start(once, "../", "go();", ["core.js"]) == once
    assert with_early_start(HEAD, "../", "go();", ["core.js"]) == HEAD


def test_pages_of_the_site_without_a_form_name_no_runtime(built_site):
    for page in built_site.rglob("*.html"):
        html = page.read_text("utf-8")
        assert needs_python(html) == ("assets/runtime" in html), page


def test_the_parts_are_copied_and_our_notes_are_not(site):
    finishing.finish(site)
    assert (site / "assets/runtime/manifest.json").exists()
    assert (site / "assets/cse/python/worker.py").exists()
    assert (site / "schemas/case.schema.json").exists()
    assert (site / "schemas/assessment.schema.json").exists()
    assert not list((site / "assets/cse").rglob("*.md"))


def test_every_page_of_the_site_has_the_policy(built_site):
    pages = sorted(built_site.rglob("*.html"))
    policies = {
        re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page.read_text())[1] for page in pages
    }
    assert len(policies) == 1
    assert "connect-src 'self'" in policies.pop()
