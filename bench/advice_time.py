"""Navigation to "advice possible" on "I have noticed something", beside the home page's load, in turns. No Python."""

from statistics import median

from bench.browser import fresh_page
from bench.link import Link, LinkHandler
from site_widgets.build.serve import serving

# The address, and when the page can do what it is for, in milliseconds since navigation.
PAGES = {
    "advice": ("noticed/", "() => window.adviceAt"),
    "home": ("", "() => performance.getEntriesByType('navigation')[0].loadEventEnd"),
}
VISITS = ("first", "repeat")
# The page says so by a class, once every choice can be looked up.
NOTE_ADVICE = """
new MutationObserver(() => {
  if (!window.adviceAt && document.querySelector("[data-noticed].is-on")) window.adviceAt = performance.now();
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });
"""


def one_profile(playwright, site, name, link):
    """Milliseconds of a first visit and of a repeat visit in the same new profile."""
    path, ready = PAGES[name]
    with serving(site, kind=LinkHandler, link=link) as address, fresh_page(playwright) as page:
        page.add_init_script(NOTE_ADVICE)
        times = []
        for _ in VISITS:
            page.goto(address + path, wait_until="load")
            times.append(page.wait_for_function(ready, timeout=60_000).json_value())
            page.wait_for_load_state("networkidle")
            page.goto("about:blank")
    return times


def advice_times(playwright, site, runs, megabits=None, delay=0.0):
    """For a first and for a repeat visit, the median and the range of each page."""
    times = {visit: {name: [] for name in PAGES} for visit in VISITS}
    for _ in range(runs):
        for name in PAGES:
            found = one_profile(playwright, site, name, Link(megabits, delay))
            for visit, milliseconds in zip(VISITS, found, strict=True):
                times[visit][name].append(milliseconds)
    return {
        visit: {
            name: {"median": median(values), "low": min(values), "high": max(values)}
            for name, values in by_page.items()
        }
        for visit, by_page in times.items()
    }
