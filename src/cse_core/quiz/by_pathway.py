"""Questions that the rules of a checklist make: what leads to which way on, whatever the number of items."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice

from ..engine.assess import assess_case
from ..model import Answer, Case, Indicator, Instrument, Judgement, Kind, Mark, OtherConcern, Pathway
from ..model_training import Option, Pair, Question, QuestionKind
from .choices import EVERYBODY, SCORERS, decided, leads_to, once, outcome_text, question, reading_options, why_right
from .told import blank, name_of, plain_items, told, with_fact, with_items

# As many as the questions below pick from.
MANY = 13
CHOOSE_ALL = "Choose all that apply."


def pathway_questions(instrument: Instrument) -> Iterator[Question]:
    """Each question that the routes make, what is least recorded first."""
    if not plain_items(instrument):
        return
    for id_, case, also in _cases(instrument):
        stem = f"{told(instrument, case)} What does {name_of(instrument)} lead to?"
        roles = EVERYBODY if id_.startswith(("one", "nothing", "fact")) else SCORERS
        yield question(instrument, id_, stem, reading_options(instrument, case, also), roles=roles)
    yield from _marks(instrument)
    yield from _what_leads_further(instrument)


def _cases(instrument: Instrument) -> Iterator[tuple[str, Case, tuple[str, ...]]]:
    """Cases worth asking about: a name, the case, and the flags whose words belong to its answer."""
    empty, items = blank(instrument), _items(instrument)
    yield "nothing-recorded", empty, ()
    yield "one-unmarked-item", with_items(empty, items[0]), ("unmarked",)
    yield "one-suspected-item", with_items(empty, items[1], answer=Answer.SUSPECTED), ("suspected_only",)
    for number, mark in enumerate(Mark, 2):
        yield f"one-{mark.value}-mark", with_items(empty, items[number], mark=mark), ("red_mark",)
    yield "many-green-marks", with_items(empty, *items[:8], mark=Mark.GREEN), ()
    yield "many-unmarked-items", with_items(empty, *items[:10]), ("unmarked",)
    mixed = with_items(with_items(empty, *items[5:7], mark=Mark.AMBER), items[7], mark=Mark.RED)
    yield "red-among-amber", mixed, ("red_mark",)
    for item in [item for item in instrument.indicators if item.kind is Kind.VULNERABILITY][:1]:
        yield "one-vulnerability-factor", with_items(empty, item), ("vulnerability_only",)
    # Not a child who is missing now: to call social care and the police at once is right there, whatever the way on.
    for fact in ("disclosure", "looked_after", "disability", "power_imbalance"):
        if fact in empty.facts:
            yield f"fact-{fact}", with_fact(empty, fact), ("disclosure", "no_sign_recorded")
    if "disclosure" in empty.facts:
        told_before = with_fact(with_items(empty, items[8], mark=Mark.GREEN), "disclosure", Answer.SUSPECTED)
        yield "suspected-disclosure-and-green", told_before, ("disclosure",)
    harm = empty._replace(judgement=Judgement(None, Answer.SUSPECTED, "what was seen"))
    yield "significant-harm", harm, ()


def _items(instrument: Instrument) -> list[Indicator]:
    """Signs to ask about, over again where the checklist has few."""
    return list(islice(cycle(plain_items(instrument)), MANY))


def _marks(instrument: Instrument) -> Iterator[Question]:
    """What is recorded, matched with what it leads to: one of each way on."""
    empty, item = blank(instrument), _items(instrument)[9]
    cases = {
        "Every answer is no": empty,
        "One item is recorded, with no mark": with_items(empty, item),
        "One item is recorded, and marked red": with_items(empty, item, mark=Mark.RED),
    }
    readings = {words: assess_case(instrument, case) for words, case in cases.items()}
    pairs = [
        Pair(words, outcome_text(instrument, reading.outcome), why_right(instrument, reading).text)
        for words, reading in readings.items()
    ]
    if len({pair.right for pair in pairs}) == len(pairs):
        stem = f"Match what is recorded with what {name_of(instrument)} leads to."
        cites = once(cite for reading in readings.values() for cite in decided(reading).cites)
        kind = QuestionKind.MATCH
        yield question(instrument, "marks-and-ways-on", stem, pairs, kind=kind, roles=EVERYBODY, cites=cites)


def _what_leads_further(instrument: Instrument) -> Iterator[Question]:
    """Which change leads to the furthest way on: found by asking the engine about each."""
    item = _items(instrument)[10]
    case = with_items(blank(instrument), item)
    red = OtherConcern("", Mark.RED, Answer.PRESENT)
    changed = {
        "You mark the item red": with_items(case, item, mark=Mark.RED),
        "You add another concern, and mark it red": case._replace(other_concerns=(red,)),
        "You record reasonable cause to suspect significant harm": case._replace(
            judgement=Judgement(None, Answer.PRESENT, "what was seen")
        ),
        "You mark the item amber": with_items(case, item, mark=Mark.AMBER),
        "You record two more items, with no mark": with_items(case, *_items(instrument)[11:13]),
    }
    furthest = max(Pathway)
    options = []
    for words, other in changed.items():
        reading = assess_case(instrument, other)
        there = reading.outcome is furthest
        why = decided(reading) if there else leads_to(instrument, furthest).after("The way on stays as it is.")
        options.append(Option(words, there, why.text, why.cites))
    stem = f"{told(instrument, case)} Which of these would lead to “{outcome_text(instrument, furthest)}”? {CHOOSE_ALL}"
    if 1 < sum(option.right for option in options) < len(options):
        yield question(instrument, "what-leads-further", stem, options, kind=QuestionKind.MULTIPLE)
