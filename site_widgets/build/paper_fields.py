"""The questions of a form of the paperwork. A field's name is its place in the file of a filled form."""

from __future__ import annotations

from cse_core.paperwork import FieldKind, Form, FormField, FormSection

from .cites import cite_links
from .fields import QUESTION_ANSWERS, checkboxes, field_id, question, radios, remove_row, section, text_area, text_field
from .law_data import load_law
from .law_named import with_law_in_form
from .law_note import law_note
from .markup import Html, Part, element, hidden_text, join

# How many entries of a section that repeats a blank sheet has.
ROWS_ON_PAPER = 2


def written_on() -> Html:
    """The day that the form is written. The script fills in today."""
    return section(
        "written",
        "This record",
        text_field("written_on", "Date of this record", type="date", width="date"),
    )


def form_section(form: Form, asked: FormSection) -> Html:
    """A heading and its questions; where it repeats, a row for each entry."""
    intro = element("p", with_law_in_form(asked.intro)) if asked.intro else None
    fields = form.fields_of(asked)
    if not asked.repeats:
        return section(asked.id, asked.title, intro, [_field(field, f"answers.{field.id}") for field in fields])
    rows = [_row(asked, fields, number) for number in range(ROWS_ON_PAPER)]
    add = element(
        "button",
        f"Add another {asked.one_is}",
        type="button",
        cls="button button--secondary",
        data_action="add-row",
        data_adds=f"answers.{asked.id}",
        data_needs_script=True,
        hidden=True,
    )
    holder = element("div", rows, data_rows=f"answers.{asked.id}", data_most=asked.at_most, data_one=asked.one_is)
    return section(asked.id, asked.title, intro, holder, add)


def conditions_section(form: Form) -> Html | None:
    """The checklist of what must be recorded first, where a form has one."""
    if not form.conditions:
        return None
    asked = [
        join(
            question(
                f"conditions.{each.id}", with_law_in_form(each.text), radios(f"conditions.{each.id}", QUESTION_ANSWERS)
            ),
            _source(each.text, each.cites, each.law, "", each.ours),
        )
        for each in form.conditions
    ]
    intro = element("p", "Every one of them, with yes. While one is open there is no draft.")
    return section("conditions", "What must be recorded first", intro, asked)


def _row(asked: FormSection, fields: tuple[FormField, ...], number: int) -> Html:
    return element(
        "fieldset",
        element("legend", f"{_capital(asked.one_is)} {number + 1}"),
        [_field(field, f"answers.{asked.id}.{number}.{field.id}") for field in fields],
        remove_row(asked.one_is),
        cls="other-concern",
        data_row=number,
    )


def _field(field: FormField, name: str) -> Html:
    """One question with its hint and, one click away, where it comes from."""
    return join(_control(field, name), _source(field.ask, field.cites, field.law, field.note, field.ours))


def _control(field: FormField, name: str) -> Html:
    ask, hint = field.ask, with_law_in_form(field.hint) if field.hint else None
    words = [(choice.value, choice.words) for choice in field.choices]
    if field.kind is FieldKind.YES_NO:
        return question(name, ask, radios(name, QUESTION_ANSWERS), hint=hint)
    if field.kind is FieldKind.ONE_OF and len(words) > MOST_RADIOS:
        return _select(field, name, hint)
    if field.kind is FieldKind.ONE_OF:
        return question(name, ask, radios(name, words), hint=hint, cls="long-choices")
    if field.kind is FieldKind.SOME_OF:
        return question(name, ask, checkboxes(name, words), hint=hint, cls="long-choices")
    if field.kind is FieldKind.TEXT:
        return text_area(name, ask, hint, rows=3)
    if field.kind is FieldKind.NUMBER:
        allowed = f"A whole number from 0 to {field.most}" if field.most is not None else "A whole number"
        return text_field(name, ask, hint, width="short", inputmode="numeric", data_allowed=allowed)
    if field.kind in (FieldKind.DATE, FieldKind.TIME):
        return text_field(name, ask, hint, width="date", type=field.kind.value)
    return text_field(name, ask, hint)


# More than these are easier to find in a list that opens.
MOST_RADIOS = 7


def _select(field: FormField, name: str, hint: Part) -> Html:
    id_ = field_id(name)
    options = [element("option", choice.words, value=choice.value) for choice in field.choices]
    control = element(
        "select",
        element("option", "Choose one", value=""),
        options,
        id=id_,
        name=name,
        cls="input",
        autocomplete="off",
        aria_describedby=f"{id_}-hint" if hint else None,
    )
    said = element("p", hint, cls="hint", id=f"{id_}-hint") if hint else None
    return element("div", element("label", field.ask, cls="field__label", for_=id_), said, control, cls="field")


def _source(about: str, cites: tuple[str, ...], law: tuple[str, ...], note: str, ours: bool) -> Html:
    """What the question rests on, and what the source's form asked instead."""
    rests = ["It rests on ", cite_links(cites, new_tab=True), ". "] if cites else None
    own = "No source asks this. It is ours. " if ours else None
    notes = [[" ", law_note(load_law().entries[id_], new_tab=True)] for id_ in law]
    return element(
        "details",
        element("summary", "Where this comes from", hidden_text(f": {about}")),
        element("p", own, rests, with_law_in_form(note) if note else None, notes),
        cls="aside-words",
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
