"""Paper: a stamped record of what was recorded and read, or a blank form to fill in by hand."""

import re

import pytest

import cse_core
from tests.browser.form import ASSESS, field, fill, radio, show_reading, wait_until_ready

LONG = " ".join(f"Line {number}: what the school saw and wrote down on the day." for number in range(120))
CASE = {
    "assessed_on": "2026-11-20",
    "reference": "REF 7",
    "child": {"age": 15},
    "answers": {"late-or-missing": {"answer": "present", "evidence": LONG, "recency": "current"}},
    "other_concerns": [{"description": "a car waits outside", "level": "low", "answer": "suspected"}],
    "context": {"protective": "an aunt nearby"},
    "child_view": "wants it to stop",
    "judgement": {"level": "medium", "reasons": "the pattern"},
}
INSTRUMENT = cse_core.load_instrument("pan-bedfordshire")


class Paper:
    """The page as it prints."""

    def __init__(self, page):
        self.page = page

    def __enter__(self):
        self.page.evaluate("dispatchEvent(new Event('beforeprint'))")
        self.page.emulate_media(media="print")
        return self.page.locator("body").inner_text()

    def __exit__(self, *_):
        self.page.emulate_media(media="null")
        self.page.evaluate("dispatchEvent(new Event('afterprint'))")


def pages_in(paper):
    return len(re.findall(rb"/Type\s*/Page\b", paper))


@pytest.fixture
def page(visit):
    page = visit(ASSESS)
    wait_until_ready(page)
    return page


def check_stamp(words):
    assert INSTRUMENT.edition in words
    assert f"Core version {cse_core.__version__}" in words
    assert re.search(r"Printed \d{1,2} \w+ 20\d\d at \d\d:\d\d", words)
    assert re.search(r"check again after 72 hours", words, re.IGNORECASE)
    assert "Not a referral" in words


def check_no_screen_parts(page):
    for role, name in (("navigation", "Main"), ("link", "Exit this page"), ("link", "Skip to main content")):
        assert page.get_by_role(role, name=name).locator("visible=true").count() == 0
    assert page.locator("button:visible").count() == 0
    assert page.locator("footer:visible").count() == 0


def test_a_reading_prints_as_a_stamped_record(page):
    fill(page, CASE)
    shown = show_reading(page)
    with Paper(page) as words:
        check_stamp(words)
        check_no_screen_parts(page)
        assert "Assessed on 20 November 2026" in words
        assert words.index("What to do now") < words.index(shown.assessment["reading"])
        for text in ("REF 7", LONG, "a car waits outside", "an aunt nearby", "wants it to stop", "the pattern"):
            assert text in words
        # Once: the record, not the form as well.
        assert words.count("Line 119:") == 1
        assert not page.locator("form[data-instrument]").is_visible()
        assert page.get_by_text(shown.assessment["reading"]).first.is_visible()
    paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF")
    assert 1 < pages_in(paper) < 15
    # The screen is as it was.
    assert page.get_by_role("link", name="Exit this page").last.is_visible()
    assert page.locator(".print-text").count() == 0


def test_without_a_reading_the_form_prints_with_every_text_in_full(page):
    fill(page, CASE)
    with Paper(page) as words:
        check_stamp(words)
        check_no_screen_parts(page)
        assert "No reading was asked for when this was printed." in words
        assert LONG in words
        assert "wants it to stop" in words
        assert page.locator("textarea", has_text="Line 119:").locator("visible=true").count() == 0
        assert page.get_by_role("group", name=INSTRUMENT.indicators[0].plain, exact=True).first.is_visible()


def test_a_reading_that_is_out_of_date_is_left_out(page):
    fill(page, CASE)
    shown = show_reading(page)
    radio(page, "child.looked_after", "present").check()
    with Paper(page) as words:
        assert "The reading was out of date when this was printed, so it is left out." in words
        assert shown.assessment["reading"] not in words
        assert LONG in words


def test_a_blank_form_prints_for_the_pen(page):
    with Paper(page) as words:
        check_no_screen_parts(page)
        assert "Printed on: ____" in words
        assert "No reading" not in words
        for item in INSTRUMENT.indicators:
            assert item.plain in words
        evidence = field(page, f"answers.{INSTRUMENT.indicators[0].id}.evidence")
        assert evidence.is_visible()
        assert field(page, "judgement.reasons").is_visible()
        # Nothing looks as if it had been answered.
        marked = page.locator("input[type=radio]:checked").evaluate_all(
            "all => all.filter((e) => getComputedStyle(e).appearance !== 'none').map((e) => e.name)"
        )
        assert marked == []
    assert pages_in(page.pdf(format="A4")) > 3


def test_no_name_is_asked_for_or_printed(page):
    """Names are for the agency's own records. The tool's words ask for none, on screen or on paper."""
    labels = page.locator("form[data-instrument] :is(label, legend)").all_inner_texts()
    assert len(labels) > 100
    asks = [label for label in labels if re.search(r"\b(name|date of birth|born|address|NHS)\b", label, re.IGNORECASE)]
    assert asks == []
    with Paper(page) as words:
        assert not re.search(r"\b(child.s|your|full) name:", words, re.IGNORECASE)


def test_printing_is_one_button_away(page):
    fill(page, {"child": {"age": 15}})
    show_reading(page)
    page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")
    page.get_by_role("button", name="Print this record").click()
    assert page.evaluate("window.printed") == 1


@pytest.mark.parametrize("path", ["", "instruments/pan-bedfordshire/", "about-you/"])
def test_other_pages_print_with_their_date(visit, path):
    page = visit(path)
    with Paper(page) as words:
        check_no_screen_parts(page)
        assert re.search(r"Printed on \d{1,2} \w+ 20\d\d at \d\d:\d\d", words)
        assert "Check again after 72 hours" in words
        assert "999" in words
    assert pages_in(page.pdf(format="A4")) >= 1
