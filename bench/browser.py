"""A browser that has never been here before, for each measurement."""

import tempfile
from contextlib import contextmanager

from site_widgets.build.setup_browser import launch_options

# Notes when the page first says that a reading is possible.
NOTE_READY = """
new MutationObserver(() => {
  if (!window.readyAt && document.querySelector("[data-python=ready]")) window.readyAt = performance.now();
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-python"] });
"""


@contextmanager
def fresh_page(playwright):
    """A page in a new profile: nothing cached, nothing compiled."""
    with tempfile.TemporaryDirectory() as profile:
        context = playwright.chromium.launch_persistent_context(profile, **launch_options())
        try:
            page = context.pages[0]
            page.add_init_script(NOTE_READY)
            # A browser that has just started is busy with itself.
            page.wait_for_timeout(3000)
            yield page
        finally:
            context.close()


def wait_ready(page):
    """Milliseconds from navigation until a reading was possible."""
    page.wait_for_function("() => window.readyAt", timeout=120_000)
    return page.evaluate("readyAt")
