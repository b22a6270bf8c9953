"""The served site, and pages that note everything they say and ask for."""

from __future__ import annotations

import pytest

from site_widgets.build.serve import serving
from tests.browser.form import answers, wait_until_ready
from tests.browser.notes import Notes

TIMEOUT_MS = 20_000


@pytest.fixture(scope="session")
def site(built_site):
    """The address of the site at the root of its host."""
    with serving(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def site_in_folder(built_site):
    """The address of the same site in a folder, as GitHub Pages serves project sites."""
    with serving(built_site, "/some-repo/") as address:
        yield address


def visits(chromium, site):
    """Yields `visit(path, base=site, noisy=False, **context_options)`, which gives an open page in a context of its own.

    `page.notes` holds what the page said and asked for. Unless it may be `noisy`, the end of the
    test checks that the page said nothing on the console and asked no other host for anything.
    """
    opened = []

    def visit(path="", base=site, noisy=False, routes=None, **options):
        context = chromium.new_context(locale="en-GB", **options)
        context.set_default_timeout(TIMEOUT_MS)
        for pattern, answer in (routes or {}).items():
            context.route(pattern, answer)
        page = context.new_page()
        page.notes = Notes(context, base)
        # While somebody listens, no dialog of the browser's own opens. Listening from the start leaves no gap.
        page.on("filechooser", lambda _: None)
        opened.append((context, page, noisy))
        page.goto(base + path)
        return page

    yield visit
    for context, _, _ in opened:
        context.close()
    for _, page, noisy in opened:
        assert noisy or page.notes.said == [], "the console is to stay silent"
        assert noisy or page.notes.foreign == [], "no other host is to be asked"


@pytest.fixture
def visit(chromium, site):
    """Opens pages for one test; see `visits`."""
    yield from visits(chromium, site)


@pytest.fixture(scope="module")
def shared_visit(chromium, site):
    """Opens pages that the tests of one module share; see `visits`."""
    yield from visits(chromium, site)


@pytest.fixture(scope="module")
def shared_page(shared_visit):
    """Gives the page of a tool, ready for a reading: one page for all tests of a module. `page.blank` is how it began."""
    opened = {}

    def page_of(tool):
        if tool.id not in opened:
            page = opened[tool.id] = shared_visit(tool.path)
            wait_until_ready(page)
            page.blank = answers(page)
        return opened[tool.id]

    return page_of
