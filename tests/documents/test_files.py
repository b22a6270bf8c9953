"""Word, PDF and calendar files as the page writes them, opened by programs that are not ours and compared with what was typed."""

from __future__ import annotations

import base64
import io
import json
import re
from datetime import date

import docx
import icalendar
import pypdf
import pytest

from cse_core.paperwork import answer, load_forms
from tests.forms.fillings import made, whole

FORM = load_forms()
PASSWORD = "four plain words here"
WRITE = """async ([script, call, given, options]) => {
    const writer = await import(`${document.baseURI.replace(/paperwork.*/, "")}assets/cse/documents/${script}`);
    try {
        const blob = await writer[call](given, options);
        const bytes = new Uint8Array(await blob.arrayBuffer());
        return { type: blob.type, bytes: bytes.toBase64 ? bytes.toBase64() : btoa([...bytes].map((b) => String.fromCharCode(b)).join("")) };
    } catch (error) {
        return { refused: error.message };
    }
}"""
# Latin letters with every mark that Welsh and Polish have.
LATIN = "Siân Llŷr ap Gwŷdd ŵ Ŵ; Zażółć Gęślą-Jaźń Łukasz; “quoted”, <b>marks</b> & more"
OTHERS = {"Arabic": "محمد عبد الرحمن", "Chinese": "王小明", "Hebrew": "דוד"}
LONG = "\n".join(f"Line {number} of a long text that goes on over several pages." for number in range(220))


@pytest.fixture(scope="module")
def page(shared_visit):
    return shared_visit("paperwork/")


@pytest.fixture(scope="module")
def write(page):
    def made_of(script, call, given, **options):
        found = page.evaluate(WRITE, [script, call, given, options])
        return found.get("refused") or base64.b64decode(found["bytes"])

    return made_of


def told(**request):
    found = json.loads(answer(json.dumps(request)))
    assert found["ok"], found
    return found


def document(part):
    return told(do="document", part=part)["document"]


def typed(name):
    """A referral with several children and people, a long text, and empty fields."""
    return made(
        FORM["panel-referral"],
        {
            "writer-name": name,
            "goes-to": ["panel", "police"],
            "children": [{"child-age": 14, "child-says": f"{name}\nsecond line"}, {"child-age": 9}],
            "people": [{"person-name": name}, {"person-looks": "a blue coat"}, {"person-under-18": "suspected"}],
            "background": LONG,
        },
    )


def lines_of(described):
    """Every line of a description, as it stands on paper."""
    yield from (described["title"], *described["lines"])
    for block in described["blocks"]:
        if block["kind"] == "answer":
            yield from (block["ask"], *block["lines"])
        elif block["kind"] == "list":
            yield from block["items"]
        else:
            yield block["text"]


def words(text):
    return re.sub(r"\s+", "", text)


# --- Word --------------------------------------------------------------------


@pytest.mark.parametrize("name", [LATIN, *OTHERS.values(), f"Ann and {OTHERS['Arabic']}, at 12/3"])
def test_word_holds_what_was_typed_in_every_script(write, name):
    described = document(typed(name))
    found = docx.Document(io.BytesIO(write("word.js", "wordOf", described)))
    assert [p.text for p in found.paragraphs] == [line for text in lines_of(described) for line in text.splitlines()]


def test_word_has_headings_a_mark_on_every_page_and_no_author(write):
    described = document(typed(LATIN))
    found = docx.Document(io.BytesIO(write("word.js", "wordOf", described)))
    headings = [(p.style.name, p.text) for p in found.paragraphs if p.style.name.startswith("Heading")]
    assert headings[0] == ("Heading 1", described["title"])
    assert [text for style, text in headings if style == "Heading 2"] == [
        block["text"] for block in described["blocks"] if block["kind"] == "heading" and block["level"] == 2
    ]
    (section,) = found.sections
    assert [p.text for p in section.header.paragraphs] == ["Confidential"]
    assert described["footer"] in section.footer.paragraphs[0].text
    told_ = found.core_properties
    assert (told_.author, told_.last_modified_by, told_.title) == ("Made on this device",) * 2 + (described["title"],)
    assert not told_.comments
    assert "Siân" not in told_.title


def test_word_sets_right_to_left_text_from_the_right(write):
    found = docx.Document(io.BytesIO(write("word.js", "wordOf", document(typed(OTHERS["Arabic"])))))
    (arabic, *_) = [p for p in found.paragraphs if p.text == OTHERS["Arabic"]]
    (latin, *_) = [p for p in found.paragraphs if p.text == "a blue coat"]
    assert arabic._p.xpath("./w:pPr/w:bidi")
    assert arabic._p.xpath("./w:r/w:rPr/w:rtl")
    assert not latin._p.xpath("./w:pPr/w:bidi[not(@w:val='false')]")


def test_word_takes_characters_that_its_format_cannot_hold(write):
    part = made(FORM["chronology"], {"patterns": "bell\u0007 and \u000bform feed \ufffe end"})
    found = docx.Document(io.BytesIO(write("word.js", "wordOf", document(part))))
    said = [p.text.split() for p in found.paragraphs]
    assert ["bell", "and"] in said
    assert ["form", "feed", "end"] in said


# --- PDF ---------------------------------------------------------------------


def read_pdf(data, password=None):
    reader = pypdf.PdfReader(io.BytesIO(data))
    if password:
        assert reader.decrypt(password) != pypdf.PasswordType.NOT_DECRYPTED
    return reader


def test_pdf_holds_what_was_typed_over_several_pages(write):
    described = document(typed(LATIN))
    reader = read_pdf(write("pdf.js", "pdfOf", described))
    assert len(reader.pages) > 4
    texts = [page.extract_text() for page in reader.pages]
    for number, text in enumerate(texts, 1):
        assert "Confidential" in text
        assert f"Page {number} of {len(texts)}" in text
    whole_text = words("".join(texts))
    for line in lines_of(described):
        for part in line.splitlines():
            # A line may go on over the foot of a page and the head of the next.
            assert words(part)[:30] in whole_text, part
    assert whole_text.count("Notprovided") == sum(block.get("empty", False) for block in described["blocks"])
    # Nobody's name in what the file says of itself.
    assert "Siân" not in str(reader.metadata)
    assert reader.metadata.title == described["title"]
    assert reader.metadata.author is None


def test_a_pdf_with_a_password_opens_with_it_only(write):
    data = write("pdf.js", "pdfOf", document(typed(LATIN)), password=PASSWORD)
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert reader.is_encrypted
    assert reader.decrypt("another password") == pypdf.PasswordType.NOT_DECRYPTED
    with pytest.raises(pypdf.errors.FileNotDecryptedError):
        reader.pages[0].extract_text()
    assert "Llŷr" in read_pdf(data, PASSWORD).pages[0].extract_text()
    cipher = reader.trailer["/Encrypt"].get_object()
    assert (cipher["/V"], cipher["/CF"]["/StdCF"]["/CFM"], cipher["/Length"]) == (5, "/AESV3", 256)
    assert "Siân".encode() not in data


@pytest.mark.parametrize("script", OTHERS)
def test_a_script_that_would_come_out_wrong_is_refused_with_the_reason(write, script):
    refused = write("pdf.js", "pdfOf", document(typed(f"Ann {OTHERS[script]}")))
    assert isinstance(refused, str)
    assert script in refused
    assert OTHERS[script][0] in refused
    assert "Save as Word instead" in refused


@pytest.mark.parametrize("id_", FORM)
def test_every_form_makes_both(write, id_):
    data = whole(FORM[id_])
    described = json.loads(re.sub("[\u0590-\u06ff\u4e00-\u9fff]", "x", json.dumps(document(data), ensure_ascii=False)))
    assert docx.Document(io.BytesIO(write("word.js", "wordOf", described))).paragraphs[0].text == FORM[id_].title
    text = words("".join(page.extract_text() for page in read_pdf(write("pdf.js", "pdfOf", described)).pages))
    for line in lines_of(described):
        assert words(line)[:20] in text


# --- calendar ----------------------------------------------------------------


def test_a_calendar_holds_each_day_once_and_nothing_personal(write):
    steps = [{"step": "Siân", "step-due": f"2026-12-0{day}", "step-lead": "Łukasz"} for day in (1, 2)]
    plan = made(FORM["disruption-plan"], {"steps": steps, "review-on": "2027-01-04", "lead": "Siân"})
    events = told(do="dates", part=plan)["events"]
    data = write("calendar.js", "calendarOf", events)
    assert data == write("calendar.js", "calendarOf", events)
    found = icalendar.Calendar.from_ical(data)
    read = [(str(event["uid"]), event["dtstart"].dt, str(event["summary"])) for event in found.walk("vevent")]
    assert read == [(event["uid"], date.fromisoformat(event["on"]), event["title"]) for event in events]
    assert len({uid for uid, _, _ in read}) == 3
    assert all(str(event["class"]) == "PRIVATE" for event in found.walk("vevent"))
    assert not re.search("Siân|Łukasz", data.decode())
    # As the format asks: no line longer than 75 bytes, and each ends in CR LF.
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
