"""What the instrument decides: levels, floors, flags, actions and review dates, as tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cse_core.model import ActionRule, Instrument, ReviewRule, Rule
from cse_core.render.clause_words import clause_words
from cse_core.render.words import outcome_words

from .cites import cite_links
from .law_named import with_law
from .markup import Html, Part, element, join
from .tables import Row, stacking_table

GAP = re.compile(r"\{\w+\}")
WHEN_WORDS = {"now": "Now", "today": "Today", "dated": "By a date", "ongoing": "Ongoing"}


def rules_table(instrument: Instrument) -> Html:
    """The steps every assessment can take, and the floors under a level or the routes to a pathway."""
    rules = [(None, (rule.title, _texts(rule), _basis(rule.cites, rule.ours))) for rule in instrument.rules.values()]
    floors = [
        (None, (floor.title, floor.raises_to.word.capitalize(), with_law(floor.text), _basis(floor.cites)))
        for floor in instrument.floors
    ]
    routes = [
        (None, (route.title, outcome_words(route.leads_to), with_law(route.text), _basis(route.cites)))
        for route in instrument.routes
    ]
    raising: tuple[Part, ...] = (
        element("p", "Rules only raise a level. No rule, count or judgement lowers one."),
        stacking_table("Floors: facts that raise the level", ("Floor", "At least", "What it does", "Source"), floors),
    )
    if instrument.routes:
        raising = (
            element("p", "Nothing recorded takes a child back from a pathway. The furthest route that holds stands."),
            stacking_table("Routes", ("Route", "Leads to", "What it does", "Source"), routes),
        )
    first, second = raising
    return join(first, stacking_table("Steps", ("Step", "What it does", "Source"), rules), second)


def _texts(rule: Rule) -> Html:
    # The core fills the gaps in for a case; here there is none.
    texts = [GAP.sub("The level", text) for text in rule.texts.values()]
    return with_law(texts[0]) if len(texts) == 1 else element("ul", [element("li", with_law(text)) for text in texts])


def flags_table(instrument: Instrument) -> Html:
    """What the reader is shown beside the level or the pathway."""
    rows: list[Row] = [(None, (with_law(flag.text), _basis(flag.cites, flag.ours))) for flag in instrument.flags]
    return join(
        element("p", "A flag is shown whatever the reading is."),
        stacking_table("What can be flagged", ("What the flag says", "Source"), rows, headed=False),
    )


def actions_table(instrument: Instrument) -> Html:
    """Who does what, how soon, and what calls for it."""
    rows: list[Row] = [(None, _action_cells(instrument, action)) for action in instrument.actions]
    return stacking_table(
        "Who does what, and how soon", ("Action", "Who", "When", "Called for by", "Source"), rows, headed=False
    )


def _action_cells(instrument: Instrument, action: ActionRule) -> tuple[Part, ...]:
    note = element("p", with_law(action.source_says), cls="hint") if action.source_says else None
    return (
        join(with_law(action.text), note),
        action.who,
        _when(action),
        _called_for_by(instrument, action),
        _basis(action.cites, action.ours),
    )


def _when(action: ActionRule) -> str:
    words = WHEN_WORDS.get(action.when, action.when)
    if action.working_days is not None:
        words = f"Within {action.working_days} working days"
    if action.if_sign_found:
        words = f"{words}. When no sign is recorded, only vulnerability factors or statuses: once a sign is found"
    return words


def _called_for_by(instrument: Instrument, action: ActionRule) -> str:
    outcomes = [outcome_words(outcome) for outcome in action.outcomes]
    flags = [f"flag {flag.replace('_', ' ')}" for flag in action.flags]
    return ", ".join([*outcomes, *flags, *(clause_words(instrument, clause) for clause in action.called_when)])


def review_table(review: ReviewRule) -> Html:
    """The review dates, counted from the day of the assessment."""
    rows: list[Row] = [
        (None, ("Weekly note", f"every {review.weekly_days} days")),
        (None, ("Assess again", f"from {review.reassess_from_days} days, by {review.reassess_by_days} days")),
        (None, ("First formal review", f"by {review.first_review_months} months")),
        (None, ("Then", f"within every {review.then_within_months} months")),
    ]
    return join(
        stacking_table("Review dates", ("What", "When"), rows),
        element("p", review.text, " (", _basis(review.cites), ")"),
    )


def _basis(cites: Sequence[str], ours: bool = False) -> Html:
    mark = element("span", "Ours", cls="tag") if ours else None
    return join(mark, " " if mark and cites else None, cite_links(cites))
