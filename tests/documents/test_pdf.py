"""A PDF file, opened by pypdf: the document's words in its order, locked with a password, or refused with the reason."""

from __future__ import annotations

import io
import re
import unicodedata

import pytest
from pypdf import PasswordType, PdfReader

from tests.documents.words import texts_of
from tests.documents.written import filled, of_any_script, of_the_fonts_scripts

DOCUMENTS = of_the_fonts_scripts()
every_document = pytest.mark.parametrize("name", DOCUMENTS)
PASSWORD = "pedwar gair da: Gŵyl, 王"
INSTEAD = "Save as Word, or print and choose Save as PDF."
# Each with the words that name its script, and the characters that are named.
REFUSED = {
    "Arabic": ("Ms محمد", "Arabic", "محد"),
    "Hebrew": ("שרה", "Hebrew", "שרה"),
    "Chinese": ("王小明", "Chinese characters", "王小明"),
    "Hindi": ("सीता", "Devanagari", "सत"),
    "Korean": ("민지", "Korean", "민지"),
    "pictures": ("seen 🚗", "pictures", "🚗"),
    "an accent that no letter has": ("x\u0303", "accents on letters that have none", "\u0303"),
    "a mark that turns text round": ("a\u202eb", "marks that turn text round", "\u202e"),
}


@pytest.fixture(scope="module")
def files(maker):
    return {name: maker.pdf(document) for name, document in DOCUMENTS.items()}


def opened(made):
    return PdfReader(io.BytesIO(made.bytes))


def close(text):
    """The text without its spaces, which a line's end or a broken word may add or take."""
    return re.sub(r"\s", "", text)


def marked(document):
    """The document's texts as a PDF shows them: the items of a list with their marks."""
    marks = {}
    for block in document["blocks"]:
        if block["kind"] == "list":
            marks |= {item: f"{n}." if block["numbered"] else "•" for n, item in enumerate(block["items"], 1)}
    return "".join(marks.get(text, "") + text for text in texts_of(document))


def body_of(reader, document):
    """What the pages say between the header and the footer, which each of them has."""
    body = ""
    for number, page in enumerate(reader.pages, 1):
        text = close(page.extract_text())
        foot = close(f"{document['footer']}Page {number} of {len(reader.pages)}")
        assert text.startswith("Confidential")
        assert text.endswith(foot)
        body += text.removeprefix("Confidential").removesuffix(foot)
    return body


@every_document
def test_it_says_the_documents_words_in_its_order_under_a_header(files, name):
    document, reader = DOCUMENTS[name], opened(files[name])
    assert files[name].type == "application/pdf"
    assert f"Confidential{body_of(reader, document)}" == close(marked(document))
    assert (len(reader.pages) >= 8) == (name == "several")


@every_document
def test_every_line_lies_on_an_a4_page(files, name):
    places = []
    for page in opened(files[name]).pages:
        assert [float(side) for side in page.mediabox[2:]] == pytest.approx([595.28, 841.89])
        page.extract_text(
            visitor_text=lambda text, _, matrix, *__: places.append(matrix[4:6]) if text.strip() else None
        )
    assert min(x for x, _ in places) >= 50
    assert max(x for x, _ in places) <= 545
    assert min(y for _, y in places) >= 30
    assert max(y for _, y in places) <= 800


@every_document
def test_it_holds_a_title_a_language_and_nothing_of_its_maker(files, name):
    reader = opened(files[name])
    assert dict(reader.metadata) == {"/Title": DOCUMENTS[name]["title"]}
    assert reader.xmp_metadata is None
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    files_ = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"]["/FontFile2"] for font in fonts]
    # Both fonts together have more than a million bytes.
    assert all(len(file.get_object().get_data()) < 100_000 for file in files_)


def test_with_a_password_nobody_reads_it_without(maker):
    document = DOCUMENTS["several"]
    made = maker.pdf(document, password=PASSWORD)
    reader = opened(made)
    assert reader.is_encrypted
    with pytest.raises(Exception, match="not been decrypted"):
        reader.pages[0].extract_text()
    with pytest.raises(Exception, match="not been decrypted"):
        dict(reader.metadata)
    assert reader.decrypt("") is PasswordType.NOT_DECRYPTED
    assert reader.decrypt(PASSWORD.lower()) is PasswordType.NOT_DECRYPTED
    assert reader.decrypt(PASSWORD) is not PasswordType.NOT_DECRYPTED
    assert reader.pages[0].extract_text() == opened(maker.pdf(document)).pages[0].extract_text()
    assert reader.metadata.title == document["title"]
    lock = reader.trailer["/Encrypt"]
    # Revision 6 of the standard: AES with a key of 256 bits, for text and for streams.
    assert (lock["/V"], lock["/R"], lock["/Length"]) == (5, 6, 256)
    assert lock["/CF"]["/StdCF"]["/CFM"] == "/AESV3"
    assert lock["/StmF"] == lock["/StrF"] == "/StdCF"


@pytest.mark.parametrize("kind", REFUSED)
def test_what_would_come_out_wrong_is_refused_by_name(maker, kind):
    text, script, letters = REFUSED[kind]
    told = maker.pdf(filled("panel-referral", {"people": [{"person-name": text}]}), password=PASSWORD)
    assert told.name == "DocumentError"
    assert script in told.message
    assert INSTEAD in told.message
    assert list(told.scripts) == [script]
    assert set(letters) <= set("".join(told.scripts[script]))
    assert all(letter in told.message for letter in letters) or "U+202E" in told.message


def test_every_script_is_named_at_once(maker):
    told = maker.pdf(of_any_script()["scripts"])
    assert set(told.scripts) == {"Arabic", "Chinese characters"}


def test_a_title_or_a_footer_is_looked_at_too(maker):
    for key in ("title", "footer"):
        assert maker.pdf(DOCUMENTS["empty"] | {key: "王"}).name == "DocumentError"


def test_letters_and_accents_apart_come_out_as_one(maker):
    made = maker.pdf(filled("panel-referral", {"writer-name": "Gw\u0302yl Z\u0307ak\u200b e\u0301"}))
    assert close("Gŵyl Żak é") in close(opened(made).pages[0].extract_text())


def test_every_letter_of_a_name_in_latin_greek_or_cyrillic_comes_out_as_itself(maker):
    points = [*range(0xC0, 0x180), *range(0x1E00, 0x1F00), *range(0x386, 0x3CF), *range(0x400, 0x482)]
    letters = [chr(point) for point in points if chr(point).isalpha() and unicodedata.is_normalized("NFC", chr(point))]
    assert len(letters) > 600
    document = filled("panel-referral", {"background": " ".join(letters)})
    assert "".join(letters) in body_of(opened(maker.pdf(document)), document)
