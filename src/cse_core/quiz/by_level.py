"""Questions that the rules of an instrument with levels make: lists, floors, judgement and what is not known."""

from __future__ import annotations

from collections.abc import Iterator

from ..engine.assess import assess_case
from ..engine.conditions import applies
from ..engine.recorded import read_recorded
from ..model import Answer, Case, Floor, Indicator, Instrument, Judgement, Level, Status, When
from ..model_training import Option, Pair, Question, QuestionKind
from ..render.words import level_word, outcome_words, reading_words
from .choices import EVERYBODY, decided, leads_to, once, outcome_text, question, reading_options, why_right
from .told import AGE, blank, name_of, plain_items, told, with_fact, with_items

# How many items a question may name by their number.
MANY = 10
CHOOSE_ALL = "Choose all that apply."


def level_questions(instrument: Instrument) -> Iterator[Question]:
    """Each question that the rules make, those about the lists first. A rule that is not there makes none."""
    yield from _lists(instrument)
    yield from _many_low(instrument)
    for floor in instrument.floors:
        yield from _floor(instrument, floor)
    yield from _facts_that_raise(instrument)
    yield from _suspected(instrument)
    yield from _judgement(instrument)
    yield from _not_known(instrument)


def ask(instrument: Instrument, case: Case) -> str:
    """A case in words, and what the instrument reads in it as a question."""
    return f"{told(instrument, case)} What level does {name_of(instrument)} read?"


def _reads(
    instrument: Instrument, id_: str, case: Case, *, roles: tuple[str, ...] = EVERYBODY, also: tuple[str, ...] = ()
) -> Question:
    return question(instrument, id_, ask(instrument, case), reading_options(instrument, case, also), roles=roles)


def _lists(instrument: Instrument) -> Iterator[Question]:
    """One item is enough; the highest list with anything on it counts; nothing recorded is no level."""
    first = [(level, items[0]) for level in Level if (items := plain_items(instrument, level))]
    for level, item in first:
        yield _reads(instrument, f"one-{level.word}-item", with_items(blank(instrument), item))
    mixed = blank(instrument)
    for level, number in ((Level.LOW, 2), (Level.MEDIUM, 1)):
        mixed = with_items(mixed, *plain_items(instrument, level)[1 : 1 + number])
    if len(mixed.answers) > 1:
        yield _reads(instrument, "two-lists", mixed)
    yield _reads(instrument, "nothing-recorded", blank(instrument), also=("indicated_level",))
    yield from _match_items(instrument, [item for _, item in first])
    for level in (Level.MEDIUM, Level.HIGH):
        yield from _which_items(instrument, level)


def _match_items(instrument: Instrument, items: list[Indicator]) -> Iterator[Question]:
    """Items to match with what each reads as alone, where that is another level for each."""
    pairs = []
    for item in items:
        reading = assess_case(instrument, with_items(blank(instrument), item))
        why = why_right(instrument, reading)
        pairs.append(Pair(item.plain, outcome_text(instrument, reading.level), why.text))
    if len({pair.right for pair in pairs}) == len(pairs) > 2:
        stem = f"A child is {AGE}. Match each item with the level that {name_of(instrument)} reads in it alone."
        cites = once(cite for item in items for cite in item.cites)
        kind, roles = QuestionKind.MATCH, EVERYBODY
        yield question(instrument, "item-and-level", stem, pairs, kind=kind, roles=roles, cites=cites)


def _which_items(instrument: Instrument, level: Level) -> Iterator[Question]:
    """Which of five items is enough for a level: found by asking the engine about each alone."""
    chosen = [item for other in Level for item in plain_items(instrument, other)[2 : 4 if other is level else 3]]
    options = []
    for item in chosen:
        reading = assess_case(instrument, with_items(blank(instrument), item))
        why = why_right(instrument, reading)
        text = f"Alone, it reads as {level_word(reading.level)}. {why.text}"
        options.append(Option(item.plain, reading.level is level, text, once([*why.cites, *item.cites])))
    read = f"{name_of(instrument)} read {level_word(level)}"
    stem = f"A child is {AGE}, and one of these is recorded. With which does {read}? {CHOOSE_ALL}"
    if 1 < sum(option.right for option in options) < len(options):
        yield question(instrument, f"which-are-{level.word}", stem, options, kind=QuestionKind.MULTIPLE)


def _many_low(instrument: Instrument) -> Iterator[Question]:
    """What many Low items read as, and from what number on the tool says something of the number itself."""
    items = plain_items(instrument, Level.LOW)[:MANY]
    flags = [flag for flag in instrument.flags if any("low_at_least" in when.conditions for when in flag.when)]
    for flag in flags:
        cases = {number: with_items(blank(instrument), *items[:number]) for number in range(1, len(items) + 1)}
        readings = {number: assess_case(instrument, case) for number, case in cases.items()}
        raised = [number for number, reading in readings.items() if flag.id in {each.id for each in reading.flags}]
        if not raised or raised[0] < 2:
            continue
        start = raised[0]
        yield _reads(instrument, "many-low-items", cases[start], also=(flag.id,))
        options = []
        for number in range(max(1, start - 2), start + 2):
            one = decided(readings[number])
            if number < start:
                text, cites = f"At {number} the tool says nothing about the number yet. {one.text}", one.cites
            else:
                text, cites = flag.text if number == start else f"It says so before {number}. {flag.text}", flag.cites
            options.append(Option(str(number), number == start, text, cites))
        asked = f"From which number on does {name_of(instrument)} say more than the level?"
        stem = f"{level_word(Level.LOW)} items are recorded, one after another. {asked}"
        yield question(instrument, "from-how-many-low-items", stem, options)


def _floor(instrument: Instrument, floor: Floor) -> Iterator[Question]:
    """Each clause of a floor where it holds, and where it just does not."""
    for number, when in enumerate(floor.when, 1):
        case = _where(instrument, when)
        if case is None or not applies([when], read_recorded(instrument, case)):
            continue
        about = floor.id.removeprefix("floor_")
        id_ = about if number == 1 else f"{about}-{number}"
        yield _reads(instrument, id_, case, also=(floor.id,))
        limit = when.conditions.get("age_under")
        if isinstance(limit, int):
            yield _reads(instrument, f"{id_}-at-{limit}", case._replace(age=limit))
            yield from _ages(instrument, id_, case, limit)
        if "anything_recorded" in when.conditions:
            yield _reads(instrument, f"{id_}-and-nothing-else", case._replace(answers={}), also=(about,))


def _where(instrument: Instrument, when: When) -> Case | None:
    """The smallest case in which a floor's clause holds; None for a clause that no such case can be made for."""
    case = blank(instrument)
    for name, value in when.conditions.items():
        if name == "age_under" and isinstance(value, int):
            case = case._replace(age=value - 1)
        elif name == "any_fact" and isinstance(value, list):
            case = with_fact(case, value[0])
        elif name == "any_fact_not_known":
            case = case._replace(facts=dict.fromkeys(case.facts, Answer.NOT_KNOWN))
        elif name == "any_item" and isinstance(value, list):
            case = with_items(case, instrument.indicator(value[0]))
        elif name == "anything_recorded":
            case = with_items(case, *plain_items(instrument, Level.LOW)[:1])
        else:
            return None
    return case


def _ages(instrument: Instrument, id_: str, case: Case, limit: int) -> Iterator[Question]:
    """At which ages the same answers read as the floor reads them."""
    level = assess_case(instrument, case).level
    options = []
    for age in (limit - 2, limit - 1, limit, limit + 1, limit + 3):
        reading = assess_case(instrument, case._replace(age=age))
        why = why_right(instrument, reading)
        options.append(Option(f"{age} years old", reading.level is level, why.text, why.cites))
    plain = " and ".join(f"“{instrument.indicator(item).plain}”" for item in case.answers)
    asked = f"At which of these ages does {name_of(instrument)} read {level_word(level)}? {CHOOSE_ALL}"
    stem = f"Recorded: {plain}. {asked}"
    if plain and 1 < sum(option.right for option in options) < len(options):
        yield question(instrument, f"{id_}-at-which-ages", stem, options, kind=QuestionKind.MULTIPLE, roles=EVERYBODY)


def _facts_that_raise(instrument: Instrument) -> Iterator[Question]:
    """Which facts about the child lift the reading of one Low item: found by asking the engine about each."""
    case = with_items(blank(instrument), *plain_items(instrument, Level.LOW)[1:2])
    now = assess_case(instrument, case)
    options = []
    for fact in instrument.facts[-5:]:
        reading = assess_case(instrument, with_fact(case, fact.id))
        why = decided(reading)
        raised = reading.level is not now.level
        text = why.text if raised else f"{fact.why} It does not change the level."
        options.append(Option(fact.label, raised, text, why.cites if raised else fact.cites))
    stem = f"{told(instrument, case)} Which of these, if it were recorded too, would raise the level? {CHOOSE_ALL}"
    if 1 < sum(option.right for option in options) < len(options):
        yield question(instrument, "facts-that-raise", stem, options, kind=QuestionKind.MULTIPLE)


def _suspected(instrument: Instrument) -> Iterator[Question]:
    """Suspected counts as present, for items and for facts."""
    for level in (Level.LOW, Level.MEDIUM):
        for item in plain_items(instrument, level)[3:4]:
            case = with_items(blank(instrument), item, answer=Answer.SUSPECTED)
            yield _reads(instrument, f"suspected-{level.word}-item", case, also=("suspected_only",))
    for floor in instrument.floors:
        facts = floor.when[0].conditions.get("any_fact")
        if isinstance(facts, list) and len(floor.when[0].conditions) == 1 and floor.raises_to is Level.HIGH:
            case = with_fact(blank(instrument), facts[-1], Answer.SUSPECTED)
            yield _reads(instrument, f"suspected-{facts[-1]}", case)


def _judgement(instrument: Instrument) -> Iterator[Question]:
    """The worker's own judgement: lower, higher, and reasonable cause to suspect significant harm."""
    reasons = "what was seen"
    for name, level, own in (("lower", Level.HIGH, Level.LOW), ("higher", Level.LOW, Level.MEDIUM)):
        for item in plain_items(instrument, level)[1:2]:
            case = with_items(blank(instrument), item)._replace(judgement=Judgement(own, reasons=reasons))
            yield _reads(instrument, f"judgement-{name}", case, also=("professional_judgement",))
    harm = blank(instrument)._replace(judgement=Judgement(None, Answer.SUSPECTED, reasons))
    yield _reads(instrument, "significant-harm", harm, also=("significant_harm_judged",))


def _not_known(instrument: Instrument) -> Iterator[Question]:
    """What the tool says where facts about the child could still raise the level."""
    for item in plain_items(instrument, Level.LOW)[2:3]:
        case = with_items(blank(instrument, age=None, rest=Answer.NOT_KNOWN), item)
        reading = assess_case(instrument, case)
        if reading.status is not Status.PROVISIONAL:
            return
        right = decided(reading), reading.trace[-1]
        why = f"{right[0].text} {right[1].text}"
        cites = once([*right[0].cites, *(cite for unknown in reading.unknowns for cite in unknown.cites)])
        options = [Option(reading_words(instrument, reading), True, why, cites)]
        for level in Level:
            final = f"This reads as {outcome_words(level)}"
            if level is reading.level:
                said = f"Not yet: it could still be {level_word(reading.could_be)}. {right[1].text}"
                options.append(Option(final, False, said, cites))
            else:
                to = leads_to(instrument, level)
                options.append(Option(final, False, f"Not from what is known so far. {to.text}", to.cites))
        stem = f"{told(instrument, case)} What does {name_of(instrument)} say?"
        yield question(instrument, "not-known", stem, options)
