"""Forms and letters that are made on the device: what each asks, a filled one read and checked, and its plain text.

    forms = load_forms()                # every form by its id, with its fields, and why some are not there
    filled = read_filled(text)          # JSON -> Filled, or FilledError naming every problem
    filled_to_text(filled)              # the document; what was left empty reads "Not provided"

A form scores nothing and sends nothing. The package does not import it by itself, so that a page with an instrument
does not wait for it.
"""

from .load.forms import FORMS, forms_from, load_forms
from .load.read_filled import FilledError, filled_from, read_filled
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
from .render.filled_text import answer_lines, condition_words, filled_to_text

__all__ = [
    "CASE_FACTS",
    "FORMS",
    "FORM_SCHEMA",
    "Choice",
    "Condition",
    "FieldKind",
    "Filled",
    "FilledError",
    "Form",
    "FormField",
    "FormSection",
    "LeftOut",
    "answer_lines",
    "condition_words",
    "filled_from",
    "filled_to_text",
    "forms_from",
    "load_forms",
    "read_filled",
]
