"""Paper: a stamped record of what was recorded and read, or a blank form to fill in by hand."""

import re

import pytest

import cse_core
from tests.browser.form import box, clear, field, fill, radio, show_reading
from tests.browser.tools import LAMBETH, PAN_BEDFORDSHIRE, each_tool

LONG = " ".join(f"Line {number}: what the school saw and wrote down on the day." for number in range(120))


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


def filled_in(tool):
    return tool.typed(
        LONG,
        reference="REF 7",
        child={"age": 15},
        other_concerns=[{"description": "a car waits outside", "level": tool.mild, "answer": "suspected"}],
        context={"protective": "an aunt nearby"},
        child_view="wants it to stop",
        judgement={**tool.view, "reasons": "the pattern"},
    )


@pytest.fixture
def tool():
    return PAN_BEDFORDSHIRE


@pytest.fixture
def page(shared_page, tool):
    page = shared_page(tool)
    yield page
    clear(page)


def check_stamp(words, tool):
    assert tool.instrument.edition in words
    assert f"Core version {cse_core.__version__}" in words
    assert re.search(r"Printed \d{1,2} \w+ 20\d\d at \d\d:\d\d", words)
    assert re.search(r"check again after 72 hours", words, re.IGNORECASE)
    assert "Not a referral" in words


def check_no_screen_parts(page):
    for role, name in (("navigation", "Main"), ("link", "Exit this page"), ("link", "Skip to main content")):
        assert page.get_by_role(role, name=name).locator("visible=true").count() == 0
    assert page.locator("button:visible").count() == 0
    assert page.locator("footer:visible").count() == 0


@each_tool
def test_a_reading_prints_as_a_stamped_record(page, tool):
    fill(page, filled_in(tool))
    shown = show_reading(page)
    with Paper(page) as words:
        check_stamp(words, tool)
        check_no_screen_parts(page)
        assert "Assessed on 20 November 2026" in words
        assert words.index("What to do now") < words.index(shown.assessment["reading"])
        for text in ("REF 7", LONG, "a car waits outside", "an aunt nearby", "wants it to stop", "the pattern"):
            assert text in words
        if tool.instrument.marking:
            assert "Present, happening now, marked amber by you, keeps happening" in words.replace("\n", " ")
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


@each_tool
def test_without_a_reading_the_form_prints_with_every_text_in_full(page, tool):
    fill(page, filled_in(tool))
    with Paper(page) as words:
        check_stamp(words, tool)
        check_no_screen_parts(page)
        assert "No reading was asked for when this was printed." in words
        assert LONG in words
        assert "wants it to stop" in words
        assert page.locator("textarea", has_text="Line 119:").locator("visible=true").count() == 0
        assert page.get_by_role("group", name=tool.instrument.indicators[0].plain, exact=True).first.is_visible()


def test_a_reading_that_is_out_of_date_is_left_out(page, tool):
    fill(page, filled_in(tool))
    shown = show_reading(page)
    radio(page, "child.looked_after", "present").check()
    with Paper(page) as words:
        assert "The reading was out of date when this was printed, so it is left out." in words
        assert shown.assessment["reading"] not in words
        assert LONG in words


@each_tool
def test_a_blank_form_prints_for_the_pen(page, tool):
    with Paper(page) as words:
        check_no_screen_parts(page)
        assert "Printed on: ____" in words
        assert "No reading" not in words
        for item in tool.instrument.indicators:
            assert item.plain in words
        for item in (tool.instrument.indicators[0], tool.instrument.indicators[-1]):
            assert field(page, f"answers.{item.id}.evidence").is_visible()
            if tool.instrument.marking:
                check_marks_for_the_pen(page, f"answers.{item.id}")
        assert field(page, "judgement.reasons").is_visible()
        # Nothing looks as if it had been answered.
        marked = page.locator("input[type=radio]:checked").evaluate_all(
            "all => all.filter((e) => getComputedStyle(e).appearance !== 'none').map((e) => e.name)"
        )
        assert marked == []
    assert pages_in(page.pdf(format="A4")) > 3


def check_marks_for_the_pen(page, name):
    """Three round places to mark, none of them "Not marked", and a square one to tick."""
    shown = [mark for mark in ("green", "amber", "red", "") if radio(page, f"{name}.level", mark).is_visible()]
    assert shown == ["green", "amber", "red"]
    shape = "(e) => getComputedStyle(e).borderTopLeftRadius"
    assert radio(page, f"{name}.level", "red").evaluate(shape) == "50%"
    assert box(page, f"{name}.recurring").is_visible()
    assert box(page, f"{name}.recurring").evaluate(shape) == "0px"


@pytest.mark.parametrize("tool", [LAMBETH], ids=str)
def test_the_marks_print_where_something_is_recorded(page, tool):
    fill(page, filled_in(tool))
    with Paper(page) as words:
        assert "Present, amber, keeps happening" in words
        assert page.locator(".item-marks:visible").count() == 1
        assert radio(page, f"answers.{tool.item}.level", "amber").is_visible()


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
    page.evaluate(
        "() => { window.printed = 0; window.reallyPrint = window.print; window.print = () => window.printed++; }"
    )
    page.get_by_role("button", name="Print this record").click()
    assert page.evaluate("window.printed") == 1
    page.evaluate("() => { window.print = window.reallyPrint; }")


@pytest.mark.parametrize("path", ["", PAN_BEDFORDSHIRE.tables, "about-you/"])
def test_other_pages_print_with_their_date(visit, path):
    page = visit(path)
    with Paper(page) as words:
        check_no_screen_parts(page)
        assert re.search(r"Printed on \d{1,2} \w+ 20\d\d at \d\d:\d\d", words)
        assert "Check again after 72 hours" in words
        assert "999" in words
    assert pages_in(page.pdf(format="A4")) >= 1
