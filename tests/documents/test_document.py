"""One description of a document: HTML and plain text say the same words in the same order, and nothing typed is markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from cse_core import assess
from cse_core.paperwork import (
    FORMS,
    assessment_to_document,
    document_to_dict,
    document_to_html,
    document_to_text,
    filled_from,
    filled_to_document,
    load_forms,
)
from tests.cases import stream
from tests.documents.words import words_of
from tests.forms.fillings import made, whole


class Shown(HTMLParser):
    """The text of HTML, and its elements."""

    def __init__(self, html):
        super().__init__()
        self.text, self.tags = "", []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)

    def handle_data(self, data):
        self.text += data + " "


def documents():
    forms = load_forms()
    for id_ in FORMS:
        yield id_, filled_to_document(filled_from(whole(forms[id_])))
        yield f"{id_}, empty", filled_to_document(filled_from(made(forms[id_], {})))
    for instrument in ("pan-bedfordshire", "lambeth"):
        for number, data in enumerate(stream(3, 7, instrument)):
            case = read(data)
            yield f"{instrument} {number}", assessment_to_document(assess(case), case)


def read(data):
    from cse_core.load.read_case import case_from

    return case_from(data)


MADE = dict(documents())
every_document = pytest.mark.parametrize("name", MADE)


@every_document
def test_html_and_text_say_the_same_words_in_the_same_order(name):
    document = MADE[name]
    told = words_of(document_to_dict(document))
    assert len(told) > 50
    assert Shown(document_to_html(document)).text.split() == told
    # Plain text has its headings in capitals, marks its items, and its last word says again how it is to be held.
    text = [word.lower() for word in document_to_text(document).split()]
    marks = re.compile(r"-|[0-9]+\.")
    assert [w for w in text if not marks.fullmatch(w)] == [
        w.lower() for w in [*told, "Confidential"] if not marks.fullmatch(w)
    ]


@every_document
def test_nothing_typed_is_ever_markup(name):
    html = document_to_html(MADE[name])
    allowed = {"article", "br", "dd", "div", "dl", "dt", "h2", "h3", "h4", "li", "ol", "p", "strong", "ul"}
    assert set(Shown(html).tags) <= allowed
    assert "style=" not in html
    assert " id=" not in html


def test_what_was_left_empty_is_marked():
    blank = document_to_dict(MADE["panel-referral, empty"])
    answers = [block for block in blank["blocks"] if block["kind"] == "answer"]
    assert answers
    assert all(block["empty"] and block["lines"] == ["Not provided"] for block in answers)
    assert not any(block.get("empty") for block in document_to_dict(MADE["panel-referral"])["blocks"])


def test_no_character_that_no_file_can_hold_comes_through():
    form = load_forms()["chronology"]
    document = filled_to_document(filled_from(made(form, {"patterns": "a\x00b\ufffec\x1fd\U0001ffffe"})))
    assert "a b c d e" in document_to_text(document)
