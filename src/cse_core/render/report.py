"""An assessment as headings and lines, before any format: what text, Markdown and HTML all print."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..load.instruments import load_instrument
from ..load.sources import load_units
from ..model import Action, Assessment, Case, Instrument, Pathway, Status, TraceStep
from ..version import __version__
from .lines import Line, Report, Section
from .open_points import FURTHEST, marks_section, unknowns_section
from .record import record_lines
from .words import (
    because_words,
    counted,
    date_words,
    find_out_words,
    joined,
    level_word,
    outcome_words,
    pathway_words,
    reading_words,
)

WHEN_WORDS = {"now": "Now", "today": "Today", "dated": "By a date", "ongoing": "From now on"}


def report(assessment: Assessment, case: Case | None = None) -> Report:
    """The assessment in words; with its case, also the record of what was entered."""
    instrument = load_instrument(assessment.instrument)
    sections = [
        _now(instrument, assessment),
        _reading(instrument, assessment),
        _notice(assessment),
        _judgement(assessment),
        marks_section(instrument, assessment, case),
        unknowns_section(instrument, assessment, case),
        _why(instrument, assessment),
        _actions(assessment),
        _review(instrument, assessment),
        _limits(instrument),
    ]
    if case is not None:
        lines = tuple(Line(text, label=label) for label, text in record_lines(instrument, case))
        sections.append(Section("record", "What was recorded", lines, "terms"))
    sections.append(_stamp(instrument, assessment))
    return Report(reading_words(instrument, assessment), tuple(s for s in sections if s.lines), load_units())


def _now(instrument: Instrument, assessment: Assessment) -> Section:
    now = [action_line(action)._replace(label="") for action in assessment.actions if action.when == "now"]
    # At the furthest outcome the call to social care is among the actions already, as "now" and not as "today".
    call = () if assessment.outcome in FURTHEST else (Line(*instrument.call),)
    return Section("now", "What to do now", (Line(instrument.emergency, ours=True), *now, *call), "bullets")


def _reading(instrument: Instrument, assessment: Assessment) -> Section:
    lines = []
    find_out = find_out_words(instrument, assessment)
    lines += [Line(note.text, note.cites) for note in instrument.level_notes if note.level is assessment.level]
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
    elif assessment.outcome:
        rests_on = joined([because_words(instrument, id_) for id_ in _rests_on(assessment)])
        word = "level" if assessment.level else "reading"
        lines.append(Line(f"None of the tool's items is recorded. The {word} rests on {rests_on}.", ours=True))
    return Section("result", reading_words(instrument, assessment), tuple(lines))


def _rests_on(assessment: Assessment) -> list[str]:
    """What the trace gives as the reason, each once."""
    return list(dict.fromkeys(id_ for step in assessment.trace if step.rule != "status" for id_ in step.because))


def _notice(assessment: Assessment) -> Section:
    lines = tuple(Line(flag.text, flag.cites, ours=flag.ours) for flag in assessment.flags)
    return Section("notice", "Notice this", lines, "bullets")


def _judgement(assessment: Assessment) -> Section:
    heading = "Your judgement and the tool's reading differ"
    judged = assessment.professional_level
    step = next((step for step in assessment.trace if step.rule == "professional_judgement"), None)
    if judged is None or step is None or step.before is judged:
        return Section("judgement", heading, ())
    tool = f"Your other answers give {outcome_words(step.before)}."
    text = f"You judged {level_word(judged)}. {tool} The higher one stands: {outcome_words(step.after)}."
    both = Line(f"{text} Both are kept. Talk the difference over with your safeguarding lead.", step.cites)
    return Section("judgement", heading, (both,))


def _why(instrument: Instrument, assessment: Assessment) -> Section:
    lines = tuple(_step_line(instrument, step) for step in assessment.trace)
    return Section("why", "Why: step by step", lines, "numbers")


def _step_line(instrument: Instrument, step: TraceStep) -> Line:
    because = joined([because_words(instrument, id_) for id_ in step.because])
    aside = f"Because of {because}." if because else ""
    return Line(step.text, step.cites, _change(instrument, step), aside, ours=step.ours)


def _change(instrument: Instrument, step: TraceStep) -> str:
    """The step's effect in a word or two; empty for steps that are not about a change."""
    if step.rule in ("status", "one_fact_said_twice"):
        return ""
    if step.before is step.after:
        return f"Stays {outcome_words(step.after)}" if step.after else "No level"
    if isinstance(step.after, Pathway):
        return pathway_words(instrument, step.after)
    after = outcome_words(step.after)
    return f"{outcome_words(step.before)} to {after}" if step.before else after


def _actions(assessment: Assessment) -> Section:
    later = tuple(action_line(action) for action in assessment.actions if action.when != "now")
    return Section("actions", "What to do next", later, "actions")


def action_line(action: Action) -> Line:
    """An action with when it is due, who does it and on what condition."""
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
    review, rule = assessment.review, instrument.review
    if review is None or rule is None:
        return Section("review", "When to look again", ())
    dates = {key: date_words(day) if isinstance(day, date) else day for key, day in review._asdict().items()}
    said = (rule.weekly, rule.reassess, rule.formal)
    lines = (*(Line(text.format(**dates), cites) for text, cites in said), Line(rule.text, rule.cites))
    return Section("review", "When to look again", lines, "bullets")


def _limits(instrument: Instrument) -> Section:
    reviewed = (
        f"Reviewed by {instrument.reviewed_by}."
        if instrument.reviewed_by
        else "This copy is not yet reviewed by a safeguarding professional."
    )
    lines = (
        Line(f"A tool from {instrument.dated}. {instrument.caveat}", instrument.caveat_cites),
        *_colours(instrument),
        Line(f"{instrument.evidence} {instrument.status_today} {reviewed}", ours=True),
    )
    return Section("limits", "What this reading cannot tell you", lines)


def _colours(instrument: Instrument) -> Iterator[Line]:
    if instrument.colours:
        held = f"The printed colours come from a copy held by {instrument.colours.held_by}: {instrument.colours.copy}."
        yield Line(held, ours=True)
    elif instrument.marking:
        yield Line(instrument.marking.colours, instrument.marking.cites)


def _stamp(instrument: Instrument, assessment: Assessment) -> Section:
    text = (
        f"{instrument.title}, {instrument.edition}. Core version {__version__}. "
        f"Assessed on {date_words(assessment.assessed_on)}. "
        "Check again after 72 hours, because what is known changes, and act at once on anything new. "
        "This is not a referral."
    )
    return Section("stamp", "About this record", (Line(text, ours=True),))
