"""Navigation to "a reading is possible", cold, ours beside stock, in turns so that both meet the same machine."""

from statistics import median

from bench.browser import fresh_page, wait_ready
from bench.link import Link, LinkHandler
from site_widgets.build.serve import serving

PAGE = "assess/pan-bedfordshire/"


def one_start(playwright, site, link):
    """Milliseconds of one cold start."""
    with serving(site, kind=LinkHandler, link=link) as address, fresh_page(playwright) as page:
        page.goto(address + PAGE, wait_until="commit")
        time = wait_ready(page)
        page.wait_for_load_state("networkidle")
        return time


def start_times(playwright, sites, runs, megabits=None, delay=0.0):
    """For each named site the median, the range and the bytes of `runs` cold starts."""
    times = {name: [] for name in sites}
    sizes = dict.fromkeys(sites, 0)
    for _ in range(runs):
        for name, site in sites.items():
            link = Link(megabits, delay)
            times[name].append(one_start(playwright, site, link))
            sizes[name] = sum(link.bytes.values())
    return {
        name: {"median": median(values), "low": min(values), "high": max(values), "bytes": sizes[name]}
        for name, values in times.items()
    }
