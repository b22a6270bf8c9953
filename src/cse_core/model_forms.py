"""The nouns of the forms and letters, frozen: what a form asks, what it rests on, and what somebody filled in.

A form never scores and never takes the place of a call. It asks for no more than its purpose needs.
The data is one file for each form in `cse_core/forms/`; the fields of these nouns are its keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from .model import Answer

FORM_SCHEMA = "cse-form/1"


class FieldKind(StrEnum):
    """What may be written in a field."""

    LINE = "line"
    TEXT = "text"
    DATE = "date"
    TIME = "time"
    ONE_OF = "one_of"
    SOME_OF = "some_of"
    YES_NO = "yes_no"
    NUMBER = "number"


CHOSEN = (FieldKind.ONE_OF, FieldKind.SOME_OF)
# What the file of a case may hold already, from an assessment or another form, and the kind of field that it fills.
CASE_FACTS: Mapping[str, FieldKind] = {
    "child.reference": FieldKind.LINE,
    "child.age": FieldKind.NUMBER,
    "child.area": FieldKind.LINE,
    "child.disclosure": FieldKind.YES_NO,
    "child.looked_after": FieldKind.YES_NO,
    "child.missing_now": FieldKind.YES_NO,
    "child_view": FieldKind.TEXT,
    "family_view": FieldKind.TEXT,
    "context.people_of_concern": FieldKind.TEXT,
    "context.places": FieldKind.TEXT,
    "context.peers": FieldKind.TEXT,
    "context.online": FieldKind.TEXT,
    "context.protective": FieldKind.TEXT,
    "judgement.significant_harm": FieldKind.YES_NO,
    "judgement.reasons": FieldKind.TEXT,
    "assessment.reading": FieldKind.LINE,
    "writer.name": FieldKind.LINE,
    "writer.role": FieldKind.LINE,
    "writer.agency": FieldKind.LINE,
    "writer.contact": FieldKind.LINE,
}


class Choice(NamedTuple):
    """One thing to choose: the value that a file holds, and the words that a reader sees."""

    value: str
    words: str


class FormField(NamedTuple):
    """One question. `note` says what the source's form asked, and why it is asked differently here.

    `same_as` is a fact of `CASE_FACTS`; in a section that repeats it fills the first. `most` bounds a number.
    `sensitive` marks what holds personal data. `due` is what a calendar says on that day, of nobody in particular;
    `settled_by` is a field beside it and its values for which the day no longer counts.
    """

    id: str
    section: str
    kind: FieldKind
    ask: str
    hint: str
    choices: tuple[Choice, ...]
    cites: tuple[str, ...]
    ours: bool
    law: tuple[str, ...]
    note: str
    same_as: str
    most: int | None
    sensitive: bool
    due: str = ""
    settled_by: tuple[str, ...] = ()

    def words(self, value: str) -> str:
        """The words of a chosen value."""
        return next(choice.words for choice in self.choices if choice.value == value)


class FormSection(NamedTuple):
    """A heading and its fields. Where it repeats, `one_is` says what one of them is called, and `at_most` how many."""

    id: str
    title: str
    intro: str
    repeats: bool
    at_most: int
    one_is: str


class LeftOut(NamedTuple):
    """Something of the source's form that is not in ours: what it was, and why."""

    was: str
    why: str
    cites: tuple[str, ...]
    law: tuple[str, ...]


class Condition(NamedTuple):
    """What must be recorded before a draft may be shown.

    It is recorded when it is answered with yes, every field of `needs` is filled, and every number of `under` is lower.
    """

    id: str
    text: str
    needs: tuple[str, ...]
    under: Mapping[str, int]
    cites: tuple[str, ...]
    ours: bool
    law: tuple[str, ...]


class Form(NamedTuple):
    """A form: when to use it and when not, what to do before, where it goes, and what it asks, in order.

    `was` is the source's name, empty where the form is ours. A `judgement_aid` helps to think and gives no score.
    """

    id: str
    title: str
    was: str
    purpose: str
    cites: tuple[str, ...]
    law: tuple[str, ...]
    use_when: tuple[str, ...]
    not_when: tuple[str, ...]
    send_to: str
    before: tuple[str, ...]
    confidential: bool
    judgement_aid: bool
    sections: tuple[FormSection, ...]
    fields: tuple[FormField, ...]
    left_out: tuple[LeftOut, ...]
    conditions: tuple[Condition, ...]

    def fields_of(self, section: FormSection) -> tuple[FormField, ...]:
        """The fields of a section, in order."""
        return tuple(field for field in self.fields if field.section == section.id)

    @property
    def once(self) -> tuple[FormField, ...]:
        """The fields that are asked once: those of the sections that do not repeat."""
        repeated = {section.id for section in self.sections if section.repeats}
        return tuple(field for field in self.fields if field.section not in repeated)


# What a field may hold: text, a date, a whole number, an answer, or the values chosen.
Value = str | date | int | Answer | tuple[str, ...]
Answers = Mapping[str, Value]


class Filled(NamedTuple):
    """A form as somebody filled it in. A field that is not here was left empty.

    `answers` are the fields asked once, `groups` each repeated section with its entries, `conditions` the answers to
    the form's conditions, where it has any.
    """

    form: Form
    written_on: date
    answers: Answers
    groups: Mapping[str, tuple[Answers, ...]]
    conditions: Mapping[str, Answer]

    @property
    def open_conditions(self) -> tuple[Condition, ...]:
        """The conditions that are not yet recorded. While there is one, no draft may be shown."""
        return tuple(condition for condition in self.form.conditions if not self._recorded(condition))

    def _recorded(self, condition: Condition) -> bool:
        numbers = {id_: self.answers.get(id_) for id_ in condition.under}
        return (
            self.conditions.get(condition.id) is Answer.PRESENT
            and all(id_ in self.answers for id_ in condition.needs)
            and all(isinstance(number, int) and number < condition.under[id_] for id_, number in numbers.items())
        )

    def to_dict(self) -> dict[str, object]:
        """The filled form as its file writes it."""
        told = {id_: _told(value) for id_, value in self.answers.items()}
        groups = {
            id_: [{field: _told(value) for field, value in entry.items()} for entry in entries]
            for id_, entries in self.groups.items()
        }
        conditions = {id_: answer.value for id_, answer in self.conditions.items()}
        return {
            "schema": FORM_SCHEMA,
            "form": self.form.id,
            "written_on": self.written_on.isoformat(),
            "answers": {**told, **groups},
            **({"conditions": conditions} if conditions else {}),
        }


def _told(value: Value) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Answer):
        return value.value
    return list(value) if isinstance(value, tuple) else value
