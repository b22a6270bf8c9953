"""The forms, read strictly from their files, one for each. Nothing loads them unless asked to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..model_forms import CHOSEN, Choice, Condition, FieldKind, Form, FormField, FormSection, LeftOut
from .check_forms import check_form
from .errors import InstrumentError, Problem
from .files import data_folder, read_toml
from .table import Table, listed

# In the order in which a reader meets them: what cannot wait comes first.
FORMS = (
    "missing-episode",
    "panel-referral",
    "police-information-request",
    "early-help-assessment",
    "information-sharing-decision",
    "sexual-activity-considerations",
    "health-minimum-assessment",
    "chronology",
    "disruption-plan",
    "abduction-warning-notice-request",
    "disruption-letter-2014",
)
KINDS = tuple(kind.value for kind in FieldKind)
PAIRS = 'a list of pairs, such as [["seen", "I saw it"], ["told", "Somebody told me"]]'


@cache
def load_forms() -> Mapping[str, Form]:
    """Every form by its id, checked whole; InstrumentError with every fault found."""
    folder = data_folder("forms")
    return forms_from({id_: read_toml(folder.joinpath(f"{id_}.toml"), f"forms/{id_}.toml") for id_ in FORMS})


def forms_from(files: Mapping[str, Mapping[str, object]]) -> Mapping[str, Form]:
    """The forms in the tables of their files, checked whole; InstrumentError with every fault found."""
    problems: list[Problem] = []
    forms = {id_: _form(id_, data, problems) for id_, data in files.items()}
    for form in forms.values():
        problems.extend(check_form(form))
    if problems:
        raise InstrumentError(problems)
    return forms


def _form(id_: str, data: Mapping[str, object], problems: list[Problem]) -> Form:
    table = Table(data, f"forms/{id_}.toml", "", problems)
    form = Form(
        id=id_,
        title=table.text("title"),
        was=table.text("was", ""),
        purpose=table.text("purpose"),
        cites=table.texts("cites"),
        law=table.texts("law", ()),
        use_when=table.texts("use_when"),
        not_when=table.texts("not_when"),
        send_to=table.text("send_to"),
        before=table.texts("before"),
        confidential=table.yes("confidential"),
        judgement_aid=table.yes("judgement_aid"),
        sections=tuple(_section(row) for row in table.tables("section")),
        fields=tuple(_field(row) for row in table.tables("field")),
        left_out=tuple(_left_out(row) for row in table.tables("left_out", required=False)),
        conditions=tuple(_condition(row) for row in table.tables("condition", required=False)),
    )
    table.finish()
    return form


def _section(row: Table) -> FormSection:
    repeats = row.yes("repeats")
    section = FormSection(
        id=row.text("id"),
        title=row.text("title"),
        intro=row.text("intro", ""),
        repeats=repeats,
        at_most=(row.whole("at_most") or 1) if repeats else 1,
        one_is=row.text("one_is") if repeats else "",
    )
    row.finish()
    return section


def _field(row: Table) -> FormField:
    kind = FieldKind(row.one_of("kind", KINDS))
    field = FormField(
        id=row.text("id"),
        section=row.text("section"),
        kind=kind,
        ask=row.text("ask"),
        hint=row.text("hint", ""),
        choices=_choices(row) if kind in CHOSEN else (),
        cites=row.texts("cites", ()),
        ours=row.yes("ours"),
        law=row.texts("law", ()),
        note=row.text("note", ""),
        same_as=row.text("same_as", ""),
        most=row.whole("most", optional=True) if kind is FieldKind.NUMBER else None,
        sensitive=row.yes("sensitive"),
        due=row.text("due", "") if kind is FieldKind.DATE else "",
        settled_by=row.texts("settled_by", ()) if kind is FieldKind.DATE else (),
    )
    row.finish()
    return field


def _choices(row: Table) -> tuple[Choice, ...]:
    """The pairs of a field to choose from: two or more, each value once."""
    found = row.skip("choices")
    if not isinstance(found, list) or len(found) < 2 or not all(_is_pair(pair) for pair in found):
        row.report("choices", "is missing." if found is None else "is not two pairs or more.", PAIRS)
        return ()
    choices = tuple(Choice(*pair) for pair in found)
    values = [choice.value for choice in choices]
    if len(set(values)) != len(values):
        row.report("choices", "has a value twice.", f"each value once: {listed(sorted(set(values)))}")
    return choices


def _is_pair(found: object) -> bool:
    return isinstance(found, list) and len(found) == 2 and all(isinstance(each, str) and each.strip() for each in found)


def _left_out(row: Table) -> LeftOut:
    left_out = LeftOut(row.text("was"), row.text("why"), row.texts("cites"), row.texts("law", ()))
    row.finish()
    return left_out


def _condition(row: Table) -> Condition:
    condition = Condition(
        id=row.text("id"),
        text=row.text("text"),
        needs=row.texts("needs", ()),
        under=_under(row),
        cites=row.texts("cites", ()),
        ours=row.yes("ours"),
        law=row.texts("law", ()),
    )
    row.finish()
    return condition


def _under(row: Table) -> Mapping[str, int]:
    """The fields that must hold a lower number, each with that number."""
    found = row.skip("under")
    if found is None:
        return {}
    if isinstance(found, dict) and all(type(number) is int for number in found.values()):
        return found
    row.report("under", f"is {found!r}.", "fields and whole numbers, such as { child-age = 16 }")
    return {}
