"""Questions about what comes first: the order of the actions, and what a child's age adds to what is for now."""

from __future__ import annotations

from collections.abc import Iterator

from ..engine.assess import assess_case
from ..model import Action, Case, Fact, Instrument, Level, Mark, Reads
from ..model_training import Option, Question, QuestionKind, Step
from ..render.report import WHEN_WORDS
from .choices import EVERYBODY, once, question
from .told import blank, name_of, plain_items, told, with_fact, with_items

CHOOSE_ALL = "Choose all that apply."
OFFERED = 4
# An age at which no rule asks for more because of age alone.
OLDEST = 17


def first_questions(instrument: Instrument) -> Iterator[Question]:
    """Each question about what comes first that the instrument's actions make."""
    yield from _order(instrument)
    yield from _urgent_facts(instrument)
    yield from _young(instrument)


def _serious(instrument: Instrument) -> Case:
    """A case in which the instrument asks for much."""
    if instrument.reads is Reads.LEVEL:
        return with_items(blank(instrument), *plain_items(instrument, Level.MEDIUM)[2:3])
    return with_items(blank(instrument), *plain_items(instrument)[:1], mark=Mark.RED)


def _first_of_each(actions: tuple[Action, ...]) -> list[Action]:
    """The first action for now, for today, by a date and from now on, as far as there are any."""
    found: dict[str, Action] = {}
    for action in actions:
        found.setdefault(action.when, action)
    return list(found.values())


def _order(instrument: Instrument) -> Iterator[Question]:
    """What is for now, for today, by a date and from now on, to be put in this order."""
    urgent = list(_urgent(instrument))
    case = with_fact(_serious(instrument), urgent[0].id) if urgent else _serious(instrument)
    actions = _first_of_each(assess_case(instrument, case).actions)
    if len(actions) > 2:
        steps = [Step(action.text, f"{WHEN_WORDS[action.when]}. Who: {action.who}.") for action in actions]
        stem = f"{told(instrument, case)} Put these in the order in which they have to be done, the most urgent first."
        cites = once(cite for action in actions for cite in action.cites)
        kind, roles = QuestionKind.ORDER, EVERYBODY
        yield question(instrument, "order-of-actions", stem, steps, kind=kind, roles=roles, cites=cites)


def _urgent(instrument: Instrument) -> Iterator[Fact]:
    """Facts with something to do at the question itself, asked under the form's first heading."""
    section = instrument.fact_sections[0].id
    return (fact for fact in instrument.facts if fact.section == section and fact.do_now)


def _urgent_facts(instrument: Instrument) -> Iterator[Question]:
    """What comes first where the child is missing or has told someone."""
    for fact in _urgent(instrument):
        case = with_fact(_serious(instrument), fact.id)
        actions = assess_case(instrument, case).actions
        first = actions[0]
        # What rests on the same paragraph may say the same, and would not be wrong.
        later = [action for action in actions if action.when != "now" and not {*action.cites} & {*first.cites}]
        later.sort(key=lambda action: (action.when == "today", abs(len(action.text) - len(first.text))))
        if len(later) < OFFERED - 1:
            continue
        options = [Option(first.text, True, f"{fact.why} Who: {first.who}.", once([*first.cites, *fact.cites]))]
        for action in later[: OFFERED - 1]:
            said = f"{WHEN_WORDS[action.when]}: the tool asks for this too, and it comes later. First: {first.text}"
            options.append(Option(action.text, False, said, once([*action.cites, *first.cites])))
        stem = f"{told(instrument, case)} What does {name_of(instrument)} ask for first?"
        yield question(instrument, f"first-{fact.id}", stem, options, roles=EVERYBODY)


def _young(instrument: Instrument) -> Iterator[Question]:
    """At which ages something more is for now, because of the child's age."""
    for flag in instrument.flags:
        for when in flag.when:
            limit, items = when.conditions.get("age_under"), when.conditions.get("any_item")
            if not (isinstance(limit, int) and isinstance(items, list)) or "age_from" in when.conditions:
                continue
            item = min((instrument.indicator(id_) for id_ in items), key=lambda item: len(item.plain))
            case = with_items(blank(instrument, age=OLDEST), item)
            anyway = {action.id for action in assess_case(instrument, case).actions}
            options = [_at(instrument, case, age, anyway) for age in (limit - 2, limit - 1, limit, limit + 2)]
            stem = (
                f"One item is recorded: “{item.plain}”. At which of these ages does {name_of(instrument)} "
                f"ask for something more, now, because of the child's age? {CHOOSE_ALL}"
            )
            if 1 < sum(option.right for option in options) < len(options):
                yield question(instrument, f"now-{flag.id}", stem, options, kind=QuestionKind.MULTIPLE, roles=EVERYBODY)


def _at(instrument: Instrument, case: Case, age: int, anyway: set[str]) -> Option:
    reading = assess_case(instrument, case._replace(age=age))
    more = [action for action in reading.actions if action.when == "now" and action.id not in anyway]
    said = [(action.text, action.cites) for action in more]
    if not said:
        # What is said of this age all the same, or else what is always said.
        ages = {flag.id for flag in instrument.flags if any("age_from" in when.conditions for when in flag.when)}
        said = [(flag.text, flag.cites) for flag in reading.flags if flag.id in ages][:1]
        said = said or [(instrument.call.text, instrument.call.cites)]
    text = " ".join(text for text, _ in said)
    return Option(f"{age} years old", bool(more), text, once(cite for _, cites in said for cite in cites))
