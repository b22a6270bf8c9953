"""Every page with the Tab key alone: everything is reached, in the order of the page, in sight, and the focus can be seen."""

import pytest

from tests.browser.form import wait_until_ready
from tests.browser.pages import every_page

# A register or a form has several hundred stops. The first of them show the page's order; the rest are of the same kinds.
MOST_STOPS = 100

# What Tab stops at, as the browser shows it now; of radio buttons one in each group.
STOPS = """() => {
    const found = [...document.querySelectorAll(
        "a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]")]
        .filter((e) => e.tabIndex >= 0 && !e.disabled && !e.closest("[inert]")
            && e.checkVisibility({ visibilityProperty: true }));
    const groups = new Set();
    window.stops = found.filter((e) => {
        if (e.type !== "radio") return true;
        const group = `${e.form?.id} ${e.name}`;
        return !groups.has(group) && groups.add(group);
    });
    return { stops: window.stops.length, jumped: document.querySelectorAll("[tabindex]:not([tabindex='0'], [tabindex='-1'])").length };
}"""

# Where the focus is now: its place among the stops, and what is wrong with how it is shown.
FOCUS = """() => {
    const e = document.activeElement;
    if (!e || e === document.body || e === document.documentElement) return null;
    const wrong = [];
    const box = e.getBoundingClientRect();
    if (!(box.width > 0 && box.height > 0)) wrong.push("has no size");
    if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) wrong.push("is out of sight");
    else {
        // Not wholly under something else: one of these points is its own.
        const boxes = [...e.getClientRects()];
        const own = boxes.some((b) => [[0.5, 0.5], [0.05, 0.2], [0.95, 0.2], [0.05, 0.8], [0.95, 0.8]].some(([x, y]) => {
            const top = document.elementFromPoint(b.left + b.width * x, b.top + b.height * y);
            return top && (e.contains(top) || top.contains(e) && !top.matches("dialog, header *")
                || top.closest("label")?.control === e);
        }));
        if (!own) wrong.push("is covered");
    }
    const seen = (style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
    const label = e.labels?.[0];
    if (!seen(getComputedStyle(e)) && !(label && seen(getComputedStyle(label)))
        && !(e.type === "radio" || e.type === "checkbox" ? e.parentElement && seen(getComputedStyle(e.parentElement)) : false))
        wrong.push("does not show the focus");
    const of = e.type === "radio" ? window.stops.findIndex((s) => s.name === e.name && s.form === e.form) : window.stops.indexOf(e);
    // The browser stops by itself at what can be scrolled.
    const scrolls = of < 0 && e.tabIndex < 0 && (e.scrollWidth > e.clientWidth || e.scrollHeight > e.clientHeight);
    return { at: of, wrong, scrolls, words: `${e.tagName} ${(e.name || e.innerText || "").slice(0, 60)}` };
}"""


@pytest.fixture(scope="module")
def page(shared_visit):
    return shared_visit("404.html", viewport={"width": 1024, "height": 700}, reduced_motion="reduce")


@pytest.mark.parametrize("path", every_page())
def test_tab_reaches_everything_in_order(page, site, path):
    page.goto(site + path)
    if page.locator("form:is([data-instrument], [data-paper])").count():
        wait_until_ready(page)
    if path == "search/":
        # Its form comes into view with the script and the list that it searches.
        page.wait_for_load_state("networkidle")
    there = page.evaluate(STOPS)
    assert there["jumped"] == 0, "no stop is put before its turn"
    assert there["stops"] > 5
    reached, wrong = [], []
    while len(reached) < min(there["stops"], MOST_STOPS):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None:
            break
        if reached[-1:] == [focus["at"]]:
            continue  # A date has several stops inside it, which the browser draws.
        if not focus["scrolls"]:
            reached.append(focus["at"])
        wrong += [f"{focus['words']} {fault}" for fault in focus["wrong"]]
    assert wrong == []
    assert reached == list(range(min(there["stops"], MOST_STOPS)))


def test_the_walk_notices_what_it_should(page, site):
    """The control: a page with one of each fault is caught on each."""
    page.goto(site + "404.html")
    page.evaluate(
        """() => {
            const main = document.querySelector("main");
            main.insertAdjacentHTML("afterbegin",
                '<button class="bad">no outline</button><button tabindex="3">jumps</button><button class="gone">out of sight</button>');
            const style = new CSSStyleSheet();
            style.replaceSync(".bad:focus { outline: none !important; box-shadow: none !important } .gone { position: fixed; left: -999px }");
            document.adoptedStyleSheets = [style];
        }"""
    )
    assert page.evaluate(STOPS)["jumped"] == 1
    found = []
    for _ in range(40):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        found += [(fault, focus["words"]) for fault in (focus or {"wrong": []})["wrong"]]
    assert ("does not show the focus", "BUTTON no outline") in found
    assert ("is out of sight", "BUTTON out of sight") in found
