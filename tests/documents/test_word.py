"""A Word file, opened by python-docx: the document's words in its order, real headings, any script, and no author."""

from __future__ import annotations

import io
import re
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings

from cse_core.paperwork import document_to_dict, filled_from, filled_to_document
from tests.documents.words import texts_of
from tests.documents.written import filled, of_any_script
from tests.forms.fillings import NAMES, fillings

DOCUMENTS = of_any_script()
every_document = pytest.mark.parametrize("name", DOCUMENTS)
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture(scope="module")
def files(maker):
    return {name: maker.word(document) for name, document in DOCUMENTS.items()}


def opened(made):
    return docx.Document(io.BytesIO(made.bytes))


def xml_of(made):
    with ZipFile(io.BytesIO(made.bytes)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith(".xml")}


@every_document
def test_it_says_the_documents_words_in_its_order(files, name):
    told = list(texts_of(DOCUMENTS[name]))
    marked = told.pop(0)
    assert files[name].type == TYPE
    # One paragraph for each text: nothing is dropped, run together or said twice.
    assert [paragraph.text for paragraph in opened(files[name]).paragraphs] == told
    section = opened(files[name]).sections[0]
    assert [paragraph.text for paragraph in section.header.paragraphs] == [marked] == ["Confidential"]
    assert section.footer.paragraphs[0].text == DOCUMENTS[name]["footer"]


@every_document
def test_every_page_has_the_header_and_its_number(files, name):
    made = opened(files[name])
    assert len(made.sections) == 1
    assert not made.sections[0].different_first_page_header_footer
    assert not made.settings.odd_and_even_pages_header_footer
    footer = made.sections[0].footer.paragraphs[1]
    assert [text.text for text in footer._p.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]
    assert (made.sections[0].page_width.mm, made.sections[0].page_height.mm) == pytest.approx((210, 297), abs=0.1)


@every_document
def test_headings_questions_and_lists_are_real_ones(files, name):
    document, paragraphs = DOCUMENTS[name], opened(files[name]).paragraphs
    found = [(each.style.name, each.text) for each in paragraphs if each.style.name.startswith("Heading")]
    headings = [block for block in document["blocks"] if block["kind"] == "heading"]
    assert found == [
        ("Heading 1", document["title"]),
        *((f"Heading {block['level']}", block["text"]) for block in headings),
    ]
    asked = [block["ask"] for block in document["blocks"] if block["kind"] == "answer"]
    assert [each.text for each in paragraphs if each.style.name == "Question"] == asked
    items = [item for block in document["blocks"] if block["kind"] == "list" for item in block["items"]]
    assert [each.text for each in paragraphs if each._p.pPr is not None and each._p.pPr.numPr is not None] == items


def test_each_numbered_list_begins_at_1(files):
    numbered = re.findall(r'<w:numId w:val="(\d+)"', xml_of(files["draft"])["word/document.xml"])
    assert len(set(numbered)) == 2


def test_text_from_right_to_left_runs_so(files):
    arabic = "محمد عبد الرحمن"
    for paragraph in opened(files["scripts"]).paragraphs:
        first = re.search(r"\w", paragraph.text)
        left = bool(first) and "\u0600" <= first[0] <= "\u06ff"
        bidi = paragraph._p.pPr is not None and paragraph._p.pPr.find(qn("w:bidi"))
        assert left == (bidi is not None and bidi is not False and bidi.get(qn("w:val")) not in ("0", "false"))
        for run in paragraph.runs:
            assert bool(re.search("[\u0600-\u06ff]", run.text)) == bool(run.font.rtl), run.text
    assert any(arabic in paragraph.text for paragraph in opened(files["scripts"]).paragraphs)


def test_a_name_with_two_directions_keeps_each(maker):
    made = opened(maker.word(filled("panel-referral", {"writer-name": NAMES[5]})))
    paragraph = next(each for each in made.paragraphs if each.text == NAMES[5])
    assert [(run.text, bool(run.font.rtl)) for run in paragraph.runs] == [("أحمد ", True), ("and Ann, at 12/3", False)]


@every_document
def test_it_names_its_language_and_no_author(files, name):
    parts, made = xml_of(files[name]), opened(files[name]).core_properties
    assert 'w:lang w:val="en-GB"' in parts["word/styles.xml"]
    assert made.title == DOCUMENTS[name]["title"]
    assert {made.author, made.last_modified_by, made.comments, made.subject, made.keywords, made.category} == {""}
    outside = {part: " ".join(re.findall(r">([^<>]+)<", text)) for part, text in parts.items() if "docProps" in part}
    assert set(outside) >= {"docProps/core.xml", "docProps/app.xml"}
    # The title, the number of the version, and the time of making: nothing that was typed, and nobody's name.
    time = r"\d{4}-\d\d-\d\dT[\d:.]+Z"
    assert re.fullmatch(rf"{re.escape(made.title)} 1 {time} {time}", outside.pop("docProps/core.xml"))
    assert set(outside.values()) == {""}


@settings(deadline=None, max_examples=25, derandomize=True)
@given(data=fillings("panel-referral"))
def test_whatever_is_typed_comes_through(maker, data):
    document = document_to_dict(filled_to_document(filled_from(data)))
    assert [paragraph.text for paragraph in opened(maker.word(document)).paragraphs] == list(texts_of(document))[1:]
