"""A document printed from its page: what marks it stands on every sheet, and it shows what it says."""

from __future__ import annotations

import io
import unicodedata

import pytest
from pypdf import PdfReader

from cse_core.paperwork import document_to_html, filled_from, filled_to_document, letter_draft, load_forms
from tests.documents.test_pdf import close
from tests.forms.fillings import whole

FORMS = load_forms()
DOCUMENTS = {
    "form": filled_to_document(filled_from(whole(FORMS["panel-referral"]))),
    "draft": letter_draft(filled_from(whole(FORMS["disruption-letter-2014"]))),
}
SHOW = """async (html) => {
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = new URL("assets/cse/documents/document.css", location).href;
    await new Promise((done) => { style.onload = done; document.head.append(style); });
    document.querySelector("main article, article").innerHTML = html;
}"""


@pytest.fixture(scope="module")
def page(maker):
    page = maker.page.context.new_page()
    page.goto(maker.page.url)
    return page


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_sheet_is_marked_and_nothing_is_wider_than_the_screen(page, name):
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate(SHOW, document_to_html(DOCUMENTS[name]))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    printed = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    # The page's own font joins some letters into one.
    sheets = [close(unicodedata.normalize("NFKC", sheet.extract_text())) for sheet in printed]
    assert len(sheets) >= 2
    for sheet in sheets:
        assert sheet.count("Confidential") == 1
        assert close(DOCUMENTS[name].footer) in sheet
