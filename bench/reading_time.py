"""From the click on "Show the reading" to the painted reading."""

from statistics import median, quantiles

from bench.browser import fresh_page, wait_ready
from bench.link import Link, LinkHandler
from bench.start_time import PAGE
from site_widgets.build.serve import serving
from tests.browser.form import fill
from tests.cases import case

CASE = case("HIGH-01", "MED-01", "LOW-01", "LOW-02", age=14, suspected=("MED-02",))
# The time of the click is the browser's own. Two frames later, the first with the reading has been painted.
CLICKS = """async (clicks) => {
  const button = document.querySelector("[data-action=show-reading]");
  const reading = document.querySelector("#reading-body");
  const times = [];
  for (let click = 0; click < clicks; click += 1) {
    reading.replaceChildren();
    await new Promise((next) => setTimeout(next, 60));
    times.push(await new Promise((painted) => {
      new MutationObserver((_, observer) => {
        observer.disconnect();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => painted(performance.now() - start);
          port2.postMessage(null);
        });
      }).observe(reading, { childList: true });
      const start = performance.now();
      button.click();
    }));
  }
  return times;
}"""


def reading_times(playwright, site, clicks):
    """Median, 95th percentile and worst of `clicks` readings, in milliseconds; the first click is in it."""
    with (
        serving(site, kind=LinkHandler, link=Link()) as address,
        fresh_page(playwright) as page,
    ):
        page.goto(address + PAGE)
        wait_ready(page)
        fill(page, CASE)
        times = page.evaluate(CLICKS, clicks)
    return {"median": median(times), "p95": quantiles(times, n=20)[-1], "worst": max(times), "first": times[0]}
