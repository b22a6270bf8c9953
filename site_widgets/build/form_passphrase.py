"""The two questions about a passphrase: for a file that is to be locked, and for one that is."""

from __future__ import annotations

from .markup import Html, Part, element, join

LOST = (
    "Nobody can open the file without the passphrase. If it is lost, the file is lost. "
    "Give it to a colleague by another way than the file, never in the same message."
)


def pdf_password_dialog() -> Html:
    """The question for a password that a PDF reader will ask for."""
    return _dialog(
        "pdf-password",
        "A PDF with a password",
        join(
            element("p", "Any PDF reader will ask for it. Four words or more. At least 12 characters."),
            element("p", LOST),
        ),
        (("passphrase", "Password"), ("again", "The same again")),
        "Save the PDF",
    )


def passphrase_dialogs() -> Html:
    """Both questions. What is typed is emptied when they close."""
    return join(
        _dialog(
            "lock-file",
            "Save with a passphrase",
            join(
                element("p", "Four words or more, that nobody would guess. At least 12 characters."), element("p", LOST)
            ),
            (("passphrase", "Passphrase"), ("again", "The same again")),
            "Save the locked file",
        ),
        _dialog(
            "unlock-file",
            "This file is locked",
            element("p", "Type the passphrase that it was saved with."),
            (("passphrase", "Passphrase"),),
            "Open the file",
        ),
    )


def _dialog(id_: str, title: str, words: Part, asked: tuple[tuple[str, str], ...], yes: str) -> Html:
    fields = [_field(f"{id_}-{name}", label) for name, label in asked]
    choices = element(
        "div",
        element("button", yes, value="yes", cls="button"),
        # Without it, a field that is empty would keep the reader from leaving.
        element("button", "Do not", value="no", cls="button button--secondary", formnovalidate=True),
        cls="dialog-choices",
    )
    form = element("form", fields, element("p", role="alert", cls="error-words"), choices, method="dialog")
    return element(
        "dialog",
        element("h2", title, id=f"{id_}-title"),
        words,
        form,
        id=id_,
        aria_labelledby=f"{id_}-title",
    )


def _field(id_: str, label: str) -> Html:
    # Without a name: it is no part of a case.
    field = element(
        "input",
        type="password",
        id=id_,
        cls="input",
        autocomplete="off",
        autocapitalize="none",
        required=True,
    )
    return element("div", element("label", label, cls="field__label", for_=id_), field, cls="field")
