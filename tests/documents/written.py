"""The documents that the tests make files of."""

from __future__ import annotations

from cse_core import assess
from cse_core.load.read_case import case_from
from cse_core.paperwork import (
    assessment_to_document,
    document_to_dict,
    filled_from,
    filled_to_document,
    letter_draft,
    load_forms,
)
from tests.cases import stream
from tests.forms.fillings import made, whole

LONG = "\n".join(f"{number}. Ŵyth ŷd, zażółć gęślą jaźń. " * 12 for number in range(60))
NAMES = ("Siân Llŷr ap Gwŷdd", "Zażółć Gęślą-Jaźń", "Ольга Щербакова", "Đặng Thị Ngọc")


def filled(form, answers):
    """A form with these answers, as data."""
    return document_to_dict(filled_to_document(filled_from(made(load_forms()[form], answers))))


def whole_form(form):
    """A form with everything filled in, in many scripts."""
    return document_to_dict(filled_to_document(filled_from(whole(load_forms()[form]))))


def draft():
    """The draft of the 2014 letter."""
    return document_to_dict(letter_draft(filled_from(whole(load_forms()["disruption-letter-2014"]))))


def reading():
    """An assessment with its record. What is typed in it may be in any script."""
    data = next(iter(stream(1, 7, "pan-bedfordshire")))
    case = case_from(data)
    return document_to_dict(assessment_to_document(assess(case), case))


def of_the_fonts_scripts():
    """Documents that a PDF can show: several children and persons, long text, nothing at all, lists and labels."""
    several = {
        "writer-name": NAMES[0],
        "children": [{"child-name": name} for name in NAMES],
        "people": [{"person-name": name, "person-did": LONG} for name in NAMES[:2]],
        "background": f"{LONG}\n\n{'x' * 400}",
    }
    return {
        "several": filled("panel-referral", several),
        "empty": filled("panel-referral", {}),
        "draft": draft(),
    }


def of_any_script():
    """Those, and documents in scripts that run the other way or need more than one glyph after another."""
    return of_the_fonts_scripts() | {"scripts": whole_form("panel-referral"), "reading": reading()}
