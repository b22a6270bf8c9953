"""The same journey with the keyboard alone. Wherever the focus goes it can be seen, and nothing lies over it."""

import json

import pytest

import cse_core
from tests.browser.form import answers, box, field, radio, reading, wait_until_ready
from tests.browser.tools import LAMBETH, PAN_BEDFORDSHIRE

FOCUS = """() => {
    const e = document.activeElement;
    const style = [e, e.closest("label"), e.closest("summary")].filter(Boolean).map((part) => getComputedStyle(part));
    // The calendar's button inside a date field is the browser's own, and so is its ring.
    const inner = e.type === "date" && !e.matches(":focus-visible");
    const shown = inner || style.some((s) => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2);
    // Lines of a link, one by one: it is enough that one spot of one of them is free.
    const spots = [...(e.closest("label") ?? e).getClientRects()].flatMap(({ left, right, top, height }) => {
        const [from, to] = [Math.max(0, left) + 1, Math.min(right, innerWidth) - 1];
        return [0.1, 0.5, 0.9].map((part) => [from + part * (to - from), top + part * height]);
    });
    const free = spots.some(([x, y]) => {
        const top = document.elementFromPoint(x, y);
        return top && (e.contains(top) || top.contains(e) || e.closest("label")?.contains(top));
    });
    return {
        name: e.getAttribute("name"),
        value: e.value ?? null,
        words: (e.innerText || e.labels?.[0]?.innerText || e.id || e.tagName).trim(),
        tag: e.tagName,
        shown,
        free,
    };
}"""


class Keyboard:
    """The keyboard, watching the focus at every stop."""

    def __init__(self, page):
        self.page = page
        self.unseen: list[str] = []
        self.covered: list[str] = []

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def focus(self):
        return self.page.evaluate(FOCUS)

    def tab(self, back=False):
        """One step on, or back; what now has the focus."""
        self.press("Shift+Tab" if back else "Tab")
        now = self.focus()
        if not now["shown"]:
            self.unseen.append(f"{now['tag']} {now['words'][:60]}")
        if not now["free"]:
            self.covered.append(f"{now['tag']} {now['words'][:60]}")
        return now

    def tab_to(self, name=None, words=None, tag=None, most=300, back=False):
        """Step until the field of this name, or the control with these words, has the focus."""
        for _ in range(most):
            now = self.tab(back)
            by_name = name is not None and now["name"] == name
            by_words = words is not None and words in now["words"] and tag in (None, now["tag"])
            if by_name or by_words:
                return now
        raise AssertionError(f"no way to {name or words} with Tab")

    def choose(self, name, value, back=False):
        """Go to a question with Tab and to its answer with the arrows."""
        now = self.tab_to(name=name, back=back)
        for _ in range(8):
            if now["value"] == value:
                return
            self.press("ArrowDown")
            now = self.focus()
            assert now["shown"]
        raise AssertionError(f"no way to {name} = {value} with the arrows")


@pytest.fixture
def tool():
    return PAN_BEDFORDSHIRE


@pytest.fixture
def page(visit, tool, width):
    page = visit(tool.path, viewport={"width": width, "height": 640 if width < 600 else 900})
    wait_until_ready(page)
    return page


def choose(page, keys, files):
    """Enter, and the files of the dialog that the page then asks for.

    The dialog is the browser's own. A headless one has at times opened none, late in a long run; so the test waits for
    the page's part, which is to ask for it, and gives the files to the field.
    """
    field = page.locator("#open-file")
    field.evaluate("""field => field.addEventListener("click", (event) => {
      event.preventDefault();
      field.dataset.asked = "";
    }, { once: true })""")
    keys.press("Enter")
    page.locator("#open-file[data-asked]").wait_for(state="attached")
    field.set_input_files(files)


@pytest.mark.parametrize("width", [320, 1280])
def test_a_whole_journey(page, width):
    blank = answers(page)
    keys = Keyboard(page)

    # Past the navigation: two skip links, the first to the content, the second out.
    assert "Skip to" in keys.tab()["words"]
    keys.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"

    keys.choose("child.missing_now", "absent")
    keys.tab_to(name="reference")
    page.keyboard.type("TEAM-4711")
    keys.tab_to(name="child.age")
    page.keyboard.type("14")
    for fact in ("learning_disability", "mental_health_concern", "looked_after", "care_leaver"):
        keys.choose(f"child.{fact}", "absent")
    order = [name for name, _ in blank if name.startswith("answers.") and name.endswith(".answer")]
    assert len(order) == len(PAN_BEDFORDSHIRE.instrument.indicators)
    item = order[5].split(".")[1]
    keys.choose(f"answers.{item}.answer", "present")
    assert keys.tab()["name"] == f"answers.{item}.evidence"
    page.keyboard.type("seen twice")
    keys.choose(f"answers.{item}.recency", "current")
    # "The 2014 form says" opens with the keyboard.
    keys.tab_to(words="The 2014 form says", tag="SUMMARY")
    keys.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open")

    # A judgement without reasons: the summary has the focus, and its link leads to the field.
    keys.choose("judgement.level", "medium")
    keys.tab_to(words="Show the reading", tag="BUTTON")
    keys.press("Enter")
    page.get_by_text("There is a problem").wait_for()
    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    assert "Your reasons" in keys.tab()["words"]
    keys.press("Enter")
    assert keys.focus()["name"] == "judgement.reasons"
    page.keyboard.type("what a friend said")
    keys.tab_to(words="Show the reading", tag="BUTTON")
    keys.press("Space")
    first = reading(page)
    assert keys.focus()["words"] == first.assessment["reading"]
    assert keys.focus()["tag"] == "H2"

    # A citation opens beside the form.
    keys.tab_to(words="PB ", tag="A")
    with page.context.expect_page() as opened:
        keys.press("Enter")
    assert "/sources/pan-bedfordshire/#PB-" in opened.value.url
    opened.value.close()
    page.bring_to_front()

    # Back to the answers, change one, and ask again.
    keys.tab_to(words="Change answers", tag="A")
    keys.press("Enter")
    keys.choose("child.looked_after", "present")
    page.get_by_text("An answer has changed since this reading.").wait_for()
    keys.tab_to(words="Show the reading again", tag="BUTTON")
    keys.press("Enter")
    second = reading(page)
    assert second.assessment != first.assessment
    assert keys.focus()["words"] == second.assessment["reading"]

    keys.tab_to(words="Save to this device", tag="BUTTON")
    with page.expect_download() as started:
        keys.press("Enter")
    text = started.value.path().read_text("utf-8")
    assert json.loads(cse_core.to_json(cse_core.assess(cse_core.read_case(text)))) == second.assessment
    filled = answers(page)

    if width < 600:
        keys.tab_to(words="What is recorded", tag="BUTTON")
        keys.press("Enter")
    keys.tab_to(words="Clear everything", tag="BUTTON")
    keys.press("Enter")
    page.get_by_text("Everything on this page is cleared.").wait_for()
    assert answers(page) == blank

    if width < 600:
        keys.tab_to(words="What is recorded", tag="BUTTON")
        keys.press("Enter")
    keys.tab_to(words="Open a saved case", tag="BUTTON")
    choose(page, keys, {"name": "case.json", "mimeType": "application/json", "buffer": text.encode()})
    page.get_by_text("Opened. It is dated").wait_for()
    assert answers(page) == filled
    keys.tab_to(words="Show the reading", tag="BUTTON", back=True)
    keys.press("Enter")
    assert reading(page) == second

    assert sorted(set(keys.unseen)) == []
    assert sorted(set(keys.covered)) == []


@pytest.mark.parametrize(("tool", "width"), [(LAMBETH, 320)], ids=str)
def test_marks(page, tool, width):
    """The part of the journey that only a tool with marks has: they follow the answer that they belong to."""
    keys = Keyboard(page)
    name = f"answers.{tool.instrument.indicators[0].id}"
    keys.tab_to(name=f"{name}.answer")
    # Not recorded: the next stop is the form's own words.
    assert tool.instrument.called in keys.tab()["words"]
    keys.choose(f"{name}.answer", "suspected", back=True)
    keys.choose(f"{name}.level", "red")
    # What red asks for is in view, and read out with the choice.
    says = page.locator(f'[id="{radio(page, f"{name}.level", "red").get_attribute("aria-describedby")}"]')
    assert says.is_visible()
    assert says.inner_text() == "One red is enough. Call children's social care and the police now."
    assert keys.tab()["name"] == f"{name}.recurring"
    keys.press("Space")
    assert box(page, f"{name}.recurring").is_checked()
    assert keys.tab()["name"] == f"{name}.evidence"
    keys.tab_to(words="Show the reading", tag="BUTTON")
    keys.press("Enter")
    shown = reading(page)
    assert shown.outcome == tool.furthest
    assert keys.focus()["words"] == shown.assessment["reading"]
    keys.tab_to(words="Change answers", tag="A")
    assert sorted(set(keys.unseen)) == []
    assert sorted(set(keys.covered)) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_questions_before_answers_are_lost(page, width):
    """The page's own question takes the focus, Escape keeps the answers, and the focus comes back."""
    field(page, "child.age").fill("9")
    before = answers(page)
    keys = Keyboard(page)
    if width < 600:
        keys.tab_to(words="What is recorded", tag="BUTTON")
        keys.press("Enter")
    keys.tab_to(words="Clear everything", tag="BUTTON")
    keys.press("Enter")
    assert keys.focus()["words"] == "Keep my answers"
    keys.press("Escape")
    page.get_by_role("dialog").wait_for(state="hidden")
    assert answers(page) == before
    assert keys.focus()["words"] == "Clear everything"
    keys.press("Enter", "Tab")
    assert keys.focus()["words"] == "Clear everything"
    keys.press("Enter")
    page.get_by_text("Everything on this page is cleared.").wait_for()
    assert field(page, "child.age").input_value() == ""


@pytest.mark.parametrize("width", [1280])
def test_the_focus_check_notices_what_it_should(page, width):
    """A focus without an outline, or under a bar, would be caught."""
    page.evaluate(
        """() => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(":focus, :focus-visible, label { outline: none !important }");
            document.adoptedStyleSheets = [sheet];
            const bar = document.createElement("div");
            bar.id = "bar";
            document.body.append(bar);
            bar.style.cssText = "position: fixed; inset: 0; z-index: 99999";
        }"""
    )
    radio(page, "child.disclosure", "not_known").focus()
    keys = Keyboard(page)
    keys.tab()
    assert len(keys.unseen) == len(keys.covered) == 1
