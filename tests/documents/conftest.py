"""The page's own writers of documents, in Chromium."""

from tests.browser.conftest import shared_visit, site  # noqa: F401 - fixtures
