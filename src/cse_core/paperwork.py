"""Forms, letters and the case file that are made on the device: read, checked, and turned into documents.

    forms = load_forms()                # every form by its id, with its fields, and why some are not there
    filled = read_filled(text)          # JSON -> Filled, or FilledError naming every problem
    filled_to_text(filled)              # plain text; what was left empty reads "Not provided"

    document = filled_to_document(filled)           # or assessment_to_document(assessment, case)
    document_to_html(document)                      # for the screen and for paper; document_to_text: plain text
    document_to_dict(document)                      # what a page's scripts make Word and PDF from
    letter_draft(filled)                            # the draft of the 2014 letter, or None while a condition is open

    file = read_casefile(text)          # everything of one child, or CaseFileError naming every problem
    facts(file), contents(file)         # what it knows already, and what is in it
    answer(request)                     # what a page asks, JSON in and JSON out; see `requests.py`

A form scores nothing and sends nothing. The package does not import it by itself, so that a page with an instrument
does not wait for it.
"""

from .load.forms import FORMS, forms_from, load_forms
from .load.read_casefile import CaseFileError, casefile_from, joined_files, read_casefile, with_part, without
from .load.read_filled import FilledError, filled_from, read_filled
from .model_casefile import CASEFILE_SCHEMA, CaseFile, Placed
from .model_document import Document
from .model_forms import (
    CASE_FACTS,
    FORM_SCHEMA,
    Choice,
    Condition,
    FieldKind,
    Filled,
    Form,
    FormField,
    FormSection,
    LeftOut,
)
from .render.casefile import casefile_to_dict, casefile_to_json, contents, facts
from .render.document import document_to_dict, document_to_html, document_to_text
from .render.document_assessment import assessment_to_document
from .render.document_filled import answer_lines, condition_words, filled_to_document, filled_to_text
from .render.due_dates import due_dates
from .render.letter_draft import letter_draft
from .requests import answer

__all__ = [
    "CASEFILE_SCHEMA",
    "CASE_FACTS",
    "FORMS",
    "FORM_SCHEMA",
    "CaseFile",
    "CaseFileError",
    "Choice",
    "Condition",
    "Document",
    "FieldKind",
    "Filled",
    "FilledError",
    "Form",
    "FormField",
    "FormSection",
    "LeftOut",
    "Placed",
    "answer",
    "answer_lines",
    "assessment_to_document",
    "casefile_from",
    "casefile_to_dict",
    "casefile_to_json",
    "condition_words",
    "contents",
    "document_to_dict",
    "document_to_html",
    "document_to_text",
    "due_dates",
    "facts",
    "filled_from",
    "filled_to_document",
    "filled_to_text",
    "forms_from",
    "joined_files",
    "letter_draft",
    "load_forms",
    "read_casefile",
    "read_filled",
    "with_part",
    "without",
]
