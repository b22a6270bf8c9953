"""The form that narrows a long list down, for `site_widgets/browser/site/narrow.js`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .markup import Html, element


class Choice(NamedTuple):
    """A choice: the key of the entries' data, its label, what choosing nothing is called, and the words offered."""

    key: str
    label: str
    every: str
    words: Sequence[str]


def narrow_form(choices: Iterable[Choice] = ()) -> Html:
    """Shown by the script that it needs: with scripts off, the list is whole and nothing pretends to work."""
    words = element(
        "div",
        element("label", "Words to look for in the list", cls="field__label", for_="narrow-words"),
        element("input", cls="input", id="narrow-words", type="search", autocomplete="off", autocapitalize="none"),
        cls="field",
    )
    return element(
        "form",
        words,
        element("div", [_choice(choice) for choice in choices], cls="narrow__choices"),
        element("p", role="status", cls="narrow__count"),
        cls="narrow",
        data_narrow=True,
        role="search",
        aria_label="Narrow the list down",
        autocomplete="off",
        hidden=True,
    )


def _choice(choice: Choice) -> Html:
    options = [element("option", word[:1].upper() + word[1:], value=word) for word in choice.words]
    id_ = f"narrow-{choice.key}"
    return element(
        "div",
        element("label", choice.label, cls="field__label", for_=id_),
        element(
            "select",
            element("option", choice.every, value=""),
            options,
            cls="input",
            id=id_,
            data_key=choice.key,
            autocomplete="off",
        ),
        cls="field",
    )
