"""Paper for each role: an address prints one sheet, on one side of its own size, with the words of the role's page."""

import re

import pytest

from cse_core.notice import load_noticed
from tests.browser.test_axe import violations
from tests.browser.test_journey_mouse import OVERFLOW
from tests.browser.test_print import pages_in

NOTICED = load_noticed()
ROLES = tuple(NOTICED.roles)
# Width and height in points.
SIZES = {"a4": (595, 842), "a5": (420, 595), "poster": (842, 1191)}
LEAST_POINTS = {"a4": 9, "a5": 9, "poster": 12}
SIGNS_ARE = {"a4": "signs", "a5": "card_signs", "poster": "card_signs"}
SMALLEST = """() => Math.min(...[...document.querySelectorAll(".sheet *")]
    .filter((e) => e.checkVisibility() && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
    .map((e) => parseFloat(getComputedStyle(e).fontSize) * 0.75))"""
COLOURS = """() => [...new Set([...document.querySelectorAll(".sheet, .sheet *")].filter((e) => e.checkVisibility())
    .flatMap((e) => { const s = getComputedStyle(e); return [s.color, s.backgroundColor, s.borderTopColor]; }))]"""


def sides(paper):
    """The sides of a PDF, each as its width and height in whole points."""
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]", paper)
    assert len(boxes) == pages_in(paper)
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def paper(page):
    """What the browser prints, on the paper that the page asks for."""
    return page.pdf(prefer_css_page_size=True)


def words(text):
    return re.sub(r"\s+", " ", text)


@pytest.fixture(scope="module")
def page(shared_visit):
    return shared_visit("noticed/a4/")


@pytest.fixture
def go(page, site):
    """Opens a sheet by its address, as a link from another page does."""

    def opened(size, role=""):
        page.goto(f"{site}404.html")
        page.goto(f"{site}noticed/{size}/" + (f"#{role}" if role else ""))
        return page

    yield opened
    page.emulate_media(media="null")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("role", ROLES)
def test_an_address_prints_one_sheet_on_one_side(go, role, size):
    page = go(size, role)
    assert sides(paper(page)) == [SIZES[size]]
    page.emulate_media(media="print")
    (shown,) = page.locator(".sheet:visible").all()
    found = words(shown.inner_text())
    who = NOTICED.roles[role]
    for sign in getattr(who, SIGNS_ARE[size]):
        assert NOTICED.signs[sign].plain in found
    for text in (who.page_title, who.tell, who.if_no_answer, "A child in danger: 999", "Our safeguarding lead"):
        assert text in found
    if size == "a4":
        assert who.if_it_is_about_them in found
        for statement in (*who.do, *who.avoid, *who.share, *who.next):
            assert statement.text in found
    # Nothing else of the page comes with it.
    everything = words(page.locator("body").inner_text())
    assert everything.strip() == found.strip()


@pytest.mark.parametrize("size", SIZES)
def test_without_a_choice_every_sheet_comes_on_a_side_of_its_own(go, size):
    page = go(size)
    assert sides(paper(page)) == [SIZES[size]] * len(ROLES)
    page.emulate_media(media="print")
    assert page.locator(".sheet:visible h2").all_inner_texts() == [who.page_title for who in NOTICED.roles.values()]


@pytest.mark.parametrize("size", SIZES)
def test_it_can_be_read_and_needs_no_colour(go, size):
    page = go(size)
    page.emulate_media(media="print")
    # A link that is turning from green to black has not arrived yet.
    page.evaluate("() => Promise.all(document.getAnimations().map((each) => each.finished)).then(() => true)")
    assert page.evaluate(SMALLEST) >= LEAST_POINTS[size] - 0.01
    for colour in page.evaluate(COLOURS):
        red, green, blue, *alpha = (float(part) for part in re.findall(r"[\d.]+", colour))
        assert alpha == [0] or red == green == blue, colour


@pytest.mark.parametrize("size", SIZES)
def test_long_numbers_of_a_board_still_fit(go, size):
    """A board's own numbers stand where the blanks are, and its site's address in the last line."""
    page = go(size)
    page.evaluate(
        """() => {
            for (const number of document.querySelectorAll(".sheet__numbers dd")) number.textContent = "01234 567890";
            for (const foot of document.querySelectorAll(".sheet__foot")) {
                foot.append(" https://www.example-safeguarding-partnership.org.uk/children/noticed/here/");
            }
        }"""
    )
    assert sides(paper(page)) == [SIZES[size]] * len(ROLES)


@pytest.mark.parametrize("size", SIZES)
def test_the_role_page_leads_to_its_sheet(page, site, size):
    page.goto(f"{site}noticed/foster-carer/")
    name = {"a4": "A4 sheet", "a5": "A5 card", "poster": "Poster for a wall"}[size]
    page.get_by_role("link", name=name).click()
    page.wait_for_url(f"**/noticed/{size}/#foster-carer")
    assert page.locator("#foster-carer").is_visible()


@pytest.mark.parametrize("size", SIZES)
def test_the_preview_fits_a_phone(visit, size):
    page = visit(f"noticed/{size}/", viewport={"width": 320, "height": 640})
    assert page.evaluate(OVERFLOW) == 0
    assert violations(page) == []


def test_a_second_side_would_be_noticed(go):
    """The control: more text than a side holds makes another side."""
    page = go("a5", "parent")
    page.evaluate("() => document.querySelector('#parent').parentElement.append('One more line of text. '.repeat(200))")
    assert len(sides(paper(page))) > 1
