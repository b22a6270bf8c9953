"""Flags, actions and review dates: what follows from the level and from what is recorded."""

from __future__ import annotations

from datetime import date, timedelta

from ..model import Action, ActionRule, Flag, Instrument, Level, Outcome, Review
from .conditions import applies
from .dates import add_months, working_day_after
from .recorded import Recorded

ORDER = ("now", "today", "dated", "ongoing")


def raise_flags(instrument: Instrument, seen: Recorded, level: Level | None) -> tuple[Flag, ...]:
    """Every flag that holds, most urgent first, whatever the status."""
    return tuple(
        Flag(rule.id, rule.text, rule.cites, rule.ours) for rule in instrument.flags if applies(rule.when, seen, level)
    )


def plan_actions(
    instrument: Instrument, seen: Recorded, outcome: Outcome | None, flags: tuple[Flag, ...], assessed_on: date
) -> tuple[Action, ...]:
    """The actions that the outcome, the flags and the facts call for: now, today, dated, ongoing; each once."""
    raised = {flag.id for flag in flags}
    softening = instrument.softening
    softened = bool(raised & set(softening.flags)) and not applies(softening.unless, seen)
    called = [
        rule
        for rule in instrument.actions
        if (outcome in rule.outcomes or raised & set(rule.flags) or applies(rule.called_when, seen))
        and (softened or not rule.only_when_softened)
    ]
    called.sort(key=lambda rule: (ORDER.index(rule.when), not rule.first))
    return tuple(_action(rule, softened, assessed_on) for rule in called)


def plan_review(instrument: Instrument, level: Level | None, assessed_on: date) -> Review | None:
    """When to look again, counted from the assessment; None when there is no level, or no such rule (PB 8.4, 8.7)."""
    rule = instrument.review
    if level is None or rule is None:
        return None
    return Review(
        weekly_from=assessed_on + timedelta(days=rule.weekly_days),
        reassess_from=assessed_on + timedelta(days=rule.reassess_from_days),
        reassess_by=assessed_on + timedelta(days=rule.reassess_by_days),
        first_review_by=add_months(assessed_on, rule.first_review_months),
        then_within_months=rule.then_within_months,
    )


def _action(rule: ActionRule, softened: bool, assessed_on: date) -> Action:
    due_on = working_day_after(assessed_on, rule.working_days) if rule.working_days else None
    text = rule.text
    if rule.working_days and due_on is None:
        text += f" Count {rule.working_days} working days yourself: this date is outside the calendar held here."
    return Action(
        id=rule.id,
        text=text,
        who=rule.who,
        when=rule.when,
        due_on=due_on,
        condition="if_sign_found" if softened and rule.if_sign_found else None,
        cites=rule.cites,
        ours=rule.ours,
        source_says=rule.source_says,
    )
