"""Forms and letters that are made on the device: what each asks, a filled one read and checked, and its plain text.

    forms = load_forms()                # every form by its id, with its fields, and why some are not there
    filled = read_filled(text)          # JSON -> Filled, or FilledError naming every problem
    filled_to_text(filled)              # plain text; what was left empty reads "Not provided"

    document = filled_to_document(filled)           # or assessment_to_document(assessment, case)
    document_to_html(document)                      # for the screen and for paper; document_to_text: plain text
    document_to_dict(document)                      # what a page's scripts make Word and PDF from
    letter_draft(filled)                            # the draft of the 2014 letter, or None while a condition is open

A form scores nothing and sends nothing. The package does not import it by itself, so that a page with an instrument
does not wait for it.
"""

from .load.forms import FORMS, forms_from, load_forms
from .load.read_filled import FilledError, filled_from, read_filled
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
from .render.document import document_to_dict, document_to_html, document_to_text
from .render.document_assessment import assessment_to_document
from .render.document_filled import answer_lines, condition_words, filled_to_document, filled_to_text
from .render.letter_draft import letter_draft

__all__ = [
    "CASE_FACTS",
    "FORMS",
    "FORM_SCHEMA",
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
    "answer_lines",
    "assessment_to_document",
    "condition_words",
    "document_to_dict",
    "document_to_html",
    "document_to_text",
    "filled_from",
    "filled_to_document",
    "filled_to_text",
    "forms_from",
    "letter_draft",
    "load_forms",
    "read_filled",
]
