"""The native controls of the form. Names are the case's JSON paths; values are the case's own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .markup import Html, Part, element, hidden_text, join

Choice = tuple[str, str]

# One scale for every item, and the same scale where the words answer a question.
ITEM_ANSWERS: tuple[Choice, ...] = (
    ("present", "Present"),
    ("suspected", "Suspected"),
    ("absent", "Absent"),
    ("not_known", "Not known"),
)
QUESTION_ANSWERS: tuple[Choice, ...] = (
    ("present", "Yes"),
    ("suspected", "Suspected"),
    ("absent", "No"),
    ("not_known", "Not known"),
)
LEVEL_WORDS: tuple[Choice, ...] = (("low", "Low"), ("medium", "Medium"), ("high", "High"))


def field_id(name: str) -> str:
    """The id of the control with this name: `child.age` is `child-age`."""
    return name.replace(".", "-").replace("_", "-")


def radios(
    name: str, choices: Iterable[Choice], checked: str | None = None, described: Mapping[str, str] | None = None
) -> Html:
    """A row of native radios; the one whose value is `checked` is where the question starts.

    `described` gives, for a value, the id of what is read out with it.
    """
    described = described or {}
    made = [_radio(name, *choice, checked, described.get(choice[0])) for choice in choices]
    return element("div", made, cls="options")


def _radio(name: str, value: str, words: str, checked: str | None, described_by: str | None) -> Html:
    # Firefox restores radios after a reload unless each one says autocomplete="off".
    id_ = f"{field_id(name)}-{field_id(value) or 'none'}"
    control = element(
        "input",
        type="radio",
        id=id_,
        name=name,
        value=value,
        checked=value == checked,
        autocomplete="off",
        aria_describedby=described_by,
    )
    return element("label", control, element("span", words), cls="choice", for_=id_)


def checkbox(name: str, words: str, about: str = "") -> Html:
    """One native box. `about` tells apart, for a screen reader, boxes that share their words."""
    box = element("input", type="checkbox", id=field_id(name), name=name, value="true", autocomplete="off")
    label = element("span", words, hidden_text(f": {about}") if about else None)
    return element("div", element("label", box, label, cls="choice", for_=field_id(name)), cls="options")


def checkboxes(name: str, choices: Iterable[Choice]) -> Html:
    """A row of native boxes that share a name: as many as fit may be ticked."""
    made = [
        element(
            "label",
            element(
                "input", type="checkbox", id=f"{field_id(name)}-{value}", name=name, value=value, autocomplete="off"
            ),
            element("span", words),
            cls="choice",
            for_=f"{field_id(name)}-{value}",
        )
        for value, words in choices
    ]
    return element("div", made, cls="options")


def question(name: str, ask: Part, *controls: Part, hint: Part = None, cls: str = "") -> Html:
    """A fieldset that asks one thing; the hint is read out with the group."""
    hint_id = f"{field_id(name)}-hint"
    return element(
        "fieldset",
        element("legend", ask),
        element("p", hint, cls="hint", id=hint_id) if hint else None,
        *controls,
        cls=f"choices {cls}".strip(),
        id=f"{field_id(name)}-question",
        aria_describedby=hint_id if hint else None,
    )


def text_field(name: str, ask: str, hint: Part = None, width: str = "", **attributes: str | int | bool) -> Html:
    """One line of text with its label and hint; `width` is `short`, `date` or nothing."""
    cls = f"input input--{width}" if width else "input"
    control = element("input", **_named(name, hint), **({"type": "text"} | attributes), cls=cls)
    return element("div", _label(name, ask, hint), control, cls="field")


def text_area(name: str, ask: Part, hint: Part = None, rows: int = 4, about: str = "") -> Html:
    """Room for free text. `about` tells apart, for a screen reader, areas that share a label."""
    label = [ask, hidden_text(f": {about}")] if about else ask
    # The style can only tell an empty area from a full one by its placeholder.
    control = element("textarea", rows=rows, cls="input", placeholder=" ", **_named(name, hint))
    return element("div", _label(name, label, hint), control, cls="field")


def _named(name: str, hint: Part) -> dict[str, str | None]:
    described_by = f"{field_id(name)}-hint" if hint else None
    return {"id": field_id(name), "name": name, "autocomplete": "off", "aria_describedby": described_by}


def _label(name: str, ask: Part, hint: Part) -> Html:
    label = element("label", ask, cls="field__label", for_=field_id(name))
    return join(label, element("p", hint, cls="hint", id=f"{field_id(name)}-hint") if hint else None)


def remove_row(one: str) -> Html:
    """The button that takes away its own row. The script shows it where there is more than one; `one` names the row."""
    return element(
        "button",
        f"Remove this {one}",
        type="button",
        cls="button button--secondary",
        data_action="remove-row",
        hidden=True,
    )


def section(id_: str, title: str, *parts: Part, cls: str = "form-section") -> Html:
    """A part of the form with its heading. The summary counts and links to every part that has this shape."""
    heading = element("h2", title, id=f"{id_}-title", tabindex=-1)
    return element("section", heading, *parts, cls=cls, id=id_, aria_labelledby=f"{id_}-title", data_section=title)
