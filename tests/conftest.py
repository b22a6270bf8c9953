"""What several folders of tests share: the built site and one browser."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def built_site():
    """The folder of the finished site, which `make test` builds first."""
    site = ROOT / "build/site"
    if not (site / "assets/runtime/manifest.json").exists():
        pytest.fail("There is no finished site in build/site. Run: make site")
    return site


@pytest.fixture(scope="session")
def chromium():
    """One Chromium for the whole run. Make a new context for each test."""
    from playwright.sync_api import sync_playwright

    from site_widgets.build.setup_browser import launch_options

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        yield browser
        browser.close()
