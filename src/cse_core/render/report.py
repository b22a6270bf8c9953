"""An assessment as headings and lines, before any format: what text, Markdown and HTML all print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..load.instruments import load_instrument
from ..load.sources import load_units
from ..model import Action, Assessment, Case, Instrument, Level, Status, TraceStep, Unit
from ..version import __version__
from .record import record_lines
from .words import (
    because_words,
    counted,
    date_words,
    fact_words,
    find_out_words,
    joined,
    level_word,
    reading_words,
)

WHEN_WORDS = {"now": "Now", "today": "Today", "dated": "By a date", "ongoing": "From now on"}


class Line(NamedTuple):
    """One statement: its text, what it rests on, and what goes beside it."""

    text: str
    cites: tuple[str, ...] = ()
    label: str = ""
    aside: str = ""
    note: str = ""
    ours: bool = False


class Section(NamedTuple):
    """A heading and its lines. `kind` is a stable name that renderers and styles may use."""

    kind: str
    heading: str
    lines: tuple[Line, ...]
    listed: str = "plain"


class Report(NamedTuple):
    """Everything a reader of an assessment needs, in the order they need it."""

    title: str
    sections: tuple[Section, ...]
    units: Mapping[str, Unit]


def report(assessment: Assessment, case: Case | None = None) -> Report:
    """The assessment in words; with its case, also the record of what was entered."""
    instrument = load_instrument(assessment.instrument)
    sections = [
        _now(instrument, assessment),
        _reading(instrument, assessment),
        _notice(assessment),
        _judgement(assessment),
        _unknowns(instrument, assessment, case),
        _why(instrument, assessment),
        _actions(assessment),
        _review(instrument, assessment),
        _limits(instrument),
    ]
    if case is not None:
        lines = tuple(Line(text, label=label) for label, text in record_lines(instrument, case))
        sections.append(Section("record", "What was recorded", lines, "terms"))
    sections.append(_stamp(instrument, assessment))
    return Report(reading_words(assessment), tuple(s for s in sections if s.lines), load_units())


def _now(instrument: Instrument, assessment: Assessment) -> Section:
    now = [_action_line(action)._replace(label="") for action in assessment.actions if action.when == "now"]
    always = Line(
        "If you think a child is being harmed, or may be, call children's social care today. "
        "At night and at weekends, call the emergency duty team: the council's website gives the number. "
        "You do not need a level, proof or anyone's consent to ask for help.",
        ("PB-3.11", "PB-9.4", "PB-5.2"),
    )
    # At High the call to social care is among the actions already, as "now" and not as "today".
    call = () if assessment.level is Level.HIGH else (always,)
    return Section("now", "What to do now", (Line(instrument.emergency, ours=True), *now, *call), "bullets")


def _reading(instrument: Instrument, assessment: Assessment) -> Section:
    lines = []
    find_out = find_out_words(instrument, assessment)
    if assessment.level is Level.LOW:
        lines.append(Line("Low means act today. It is never a reason to stop, or to refuse help.", ("PB-8.2",)))
    if find_out:
        lines.append(Line(f"{find_out} Do not wait for the answers before you act."))
    if assessment.status is Status.NOTHING_RECORDED:
        lines.append(Line(instrument.rules["status"].texts["nothing_recorded"]))
    counts = assessment.counts
    kinds = (
        (counts.signs, "sign", "signs"),
        (counts.vulnerabilities, "thing the child lives with", "things the child lives with"),
        (counts.other, "other concern", "other concerns"),
    )
    parts = [counted(*kind) for kind in kinds if kind[0]]
    if parts:
        lines.append(Line(f"Recorded: {joined(parts)}. The tool does not add items up."))
    elif assessment.level:
        harm = any(step.rule == "significant_harm_judged" for step in assessment.trace)
        rests_on = "your answer about significant harm" if harm else "your own judgement"
        lines.append(Line(f"None of the tool's items is recorded. The level rests on {rests_on}.", ours=True))
    return Section("level", reading_words(assessment), tuple(lines))


def _notice(assessment: Assessment) -> Section:
    lines = tuple(Line(flag.text, flag.cites, ours=flag.ours) for flag in assessment.flags)
    return Section("notice", "Notice this", lines, "bullets")


def _judgement(assessment: Assessment) -> Section:
    heading = "Your judgement and the tool's reading differ"
    judged = assessment.professional_level
    step = next((step for step in assessment.trace if step.rule == "professional_judgement"), None)
    if judged is None or step is None or step.from_level is judged:
        return Section("judgement", heading, ())
    tool = f"Your other answers give {level_word(step.from_level)}."
    text = f"You judged {level_word(judged)}. {tool} The higher one stands: {level_word(step.to_level)}."
    both = Line(f"{text} Both are kept. Talk the difference over with your safeguarding lead.", step.cites)
    return Section("judgement", heading, (both,))


def _unknowns(instrument: Instrument, assessment: Assessment, case: Case | None) -> Section:
    lines = [
        Line(
            f"Find out {fact_words(instrument, unknown.fact)}. "
            f"It could raise the level to {level_word(unknown.could_raise_to)}.",
            unknown.cites,
        )
        for unknown in assessment.unknowns
    ]
    if case is not None:
        answered = sum(given.answer.given for given in case.answers.values())
        left = len(instrument.indicators) - answered
        if left:
            text = f"{counted(left, 'item has', 'items have')} no answer yet. Not known is not the same as no."
            could = "" if assessment.level is Level.HIGH else " An answer could still raise the level."
            lines.append(Line(text + could, ours=True))
        lines += [Line(text, ours=True) for text in _written_but_not_answered(case)]
    if assessment.level is Level.HIGH and case is not None and case.age is None:
        lines.append(Line("Find out the child's age. It changes what has to be done.", ours=True))
    return Section("unknowns", "What is not known yet", tuple(lines), "bullets")


def _written_but_not_answered(case: Case) -> Iterator[str]:
    """What the practitioner wrote beside an answer still at "not known", and so does not count."""
    waits = "at “Not known”. That does not count until you answer Present or Suspected."
    items = sum(bool(given.evidence) and not given.answer.given for given in case.answers.values())
    if items:
        yield f"You wrote something beside {counted(items, 'item', 'items')} still {waits}"
    others = sum(not concern.answer.given for concern in case.other_concerns)
    if others:
        yield f"You described {counted(others, 'other concern', 'other concerns')} and left the answer {waits}"


def _why(instrument: Instrument, assessment: Assessment) -> Section:
    lines = tuple(_step_line(instrument, step) for step in assessment.trace)
    return Section("why", "Why: step by step", lines, "numbers")


def _step_line(instrument: Instrument, step: TraceStep) -> Line:
    because = joined([because_words(instrument, id_) for id_ in step.because])
    aside = f"Because of {because}." if because else ""
    return Line(step.text, step.cites, _change(step), aside, ours=step.ours)


def _change(step: TraceStep) -> str:
    """The step's effect in a word or two; empty for steps that are not about a change."""
    if step.rule in ("status", "one_fact_said_twice"):
        return ""
    if step.from_level is step.to_level:
        return f"Stays {level_word(step.to_level)}" if step.to_level else "No level"
    before: Level | None = step.from_level
    return f"{level_word(before)} to {level_word(step.to_level)}" if before else level_word(step.to_level)


def _actions(assessment: Assessment) -> Section:
    later = tuple(_action_line(action) for action in assessment.actions if action.when != "now")
    return Section("actions", "What to do next", later, "actions")


def _action_line(action: Action) -> Line:
    parts = [f"Who: {action.who}."]
    if action.due_on:
        parts.append(f"By {date_words(action.due_on)}.")
    if action.condition == "if_sign_found":
        parts.append(
            "This step is for when there is a sign of exploitation. Ask your safeguarding lead today whether it "
            "applies. If the child may be in danger from anybody, act now."
        )
    return Line(action.text, action.cites, WHEN_WORDS[action.when], " ".join(parts), action.source_says, action.ours)


def _review(instrument: Instrument, assessment: Assessment) -> Section:
    review = assessment.review
    if review is None:
        return Section("review", "When to look again", ())
    lines = (
        Line(f"Write a note at least once a week, the first by {date_words(review.weekly_from)}.", ("PB-8.7",)),
        Line(
            f"Assess again between {date_words(review.reassess_from)} and {date_words(review.reassess_by)}, "
            "and at once if anything changes.",
            ("PB-A3-LOW-actions", "PB-8.4"),
        ),
        Line(
            f"First formal review by {date_words(review.first_review_by)}, "
            f"then within {review.then_within_months} months of each review.",
            ("PB-8.7",),
        ),
        Line(instrument.review.text, instrument.review.cites),
    )
    return Section("review", "When to look again", lines, "bullets")


def _limits(instrument: Instrument) -> Section:
    reviewed = (
        f"Reviewed by {instrument.reviewed_by}."
        if instrument.reviewed_by
        else "This copy is not yet reviewed by a safeguarding professional."
    )
    lines = (
        Line(f"A tool from {instrument.dated}. {instrument.caveat}", instrument.caveat_cites),
        Line(f"{instrument.evidence} {instrument.status_today} {reviewed}", ours=True),
    )
    return Section("limits", "What this reading cannot tell you", lines)


def _stamp(instrument: Instrument, assessment: Assessment) -> Section:
    text = (
        f"{instrument.title}, {instrument.edition}. Core version {__version__}. "
        f"Assessed on {date_words(assessment.assessed_on)}. "
        "Check again after 72 hours, because what is known changes, and act at once on anything new. "
        "This is not a referral."
    )
    return Section("stamp", "About this record", (Line(text, ours=True),))
