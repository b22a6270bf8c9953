"""How far a disruption plan has got, as headings and lines and as HTML."""

from __future__ import annotations

from collections.abc import Iterable

from ..load.forms import load_forms
from ..load.sources import load_units
from ..model_plan import Progress, Step, Target
from .html_parts import Frame, section_html
from .lines import Line, Report, Section
from .words import counted, date_words, joined

PLAN = "disruption-plan"


def plan_progress_report(made: Progress) -> Report:
    """What needs somebody first, then what is under way, then what is done."""
    sections = (
        Section("ask", "Ask this now", tuple(_ask(made)), "bullets"),
        _steps("overdue", "Overdue steps", made.overdue),
        _targets("targets-overdue", "Targets past their day", made.targets_overdue),
        _steps("soon", "Due within seven days", made.soon),
        _steps("to-do", "Other steps to do", made.to_do),
        _targets("targets-open", "Targets that are open", made.targets_open),
        _targets("targets-missed", "Targets that were missed", made.targets_missed),
        _steps("done", "Steps done", made.done),
        _targets("targets-met", "Targets met", made.targets_met),
        _steps("ended", "Steps changed or stopped", made.ended),
    )
    title = f"How far the plan has got on {date_words(made.today)}"
    return Report(title, tuple(section for section in sections if section.lines), load_units())


def plan_progress_to_html(made: Progress) -> str:
    """One `<article class="plan-progress">`, whose heading may take the focus."""
    report = plan_progress_report(made)
    frame = Frame(report.units, prefix="plan", rank=4)
    sections = "\n".join(section_html(frame, section) for section in report.sections)
    counts = _counts(made)
    return (
        f'<article class="plan-progress">\n<h3 tabindex="-1">{report.title}</h3>\n<p>{counts}</p>\n'
        f"{sections}\n</article>\n"
    )


def _counts(made: Progress) -> str:
    overdue = len(made.overdue) + len(made.targets_overdue)
    going = len(made.soon) + len(made.to_do) + len(made.targets_open)
    done = len(made.done) + len(made.targets_met)
    return f"{overdue} overdue. {going} still to do. {done} done."


def _ask(made: Progress) -> Iterable[Line]:
    if made.on_child > made.on_others:
        yield Line(
            f"{counted(made.on_child, 'step works', 'steps work')} on the child's own life, and "
            f"{counted(made.on_others, 'step', 'steps')} on people and places. Why? The child is not the danger.",
            ours=True,
        )
    if made.danger_not_less:
        yield Line(
            "The danger from people and places is not less. Change what is done about them.",
            ("PB-6.1",),
        )
    if made.review_overdue and made.review_on:
        yield Line(f"The plan was to be looked at again on {date_words(made.review_on)}.", ("PB-8.4",))
    if made.review_on is None:
        yield Line("No day is set to look at the plan again.", ("PB-8.4",))
    if made.targets_missed:
        yield Line("A target was missed. Change the target or the help. Nobody blames the child for it.", ours=True)
    for step in made.incomplete:
        yield Line(f"Step {step.number} does not say {joined(list(step.missing))}.", ours=True)


def _steps(kind: str, heading: str, steps: tuple[Step, ...]) -> Section:
    aims = {choice.value: choice.words for field in load_forms()[PLAN].fields for choice in field.choices}
    lines = []
    for step in steps:
        due = f"By {date_words(step.due)}." if step.due else "No day set."
        lead = f"Who leads: {step.lead}." if step.lead else "Nobody leads on it yet."
        aim = f"For: {aims[step.aim]}." if step.aim in aims else ""
        text = step.text.strip() or "A step without words"
        lines.append(Line(text, label=f"Step {step.number}", aside=" ".join(part for part in (due, lead, aim) if part)))
    return Section(kind, f"{heading} ({len(steps)})", tuple(lines), "bullets")


def _targets(kind: str, heading: str, targets: tuple[Target, ...]) -> Section:
    lines = []
    for target in targets:
        due = f"By {date_words(target.due)}." if target.due else "No day set."
        whose = f"Whose: {target.whose}." if target.whose else ""
        text = target.text.strip() or "A target without words"
        aside = " ".join(part for part in (due, whose) if part)
        lines.append(Line(text, label=f"Target {target.number}", aside=aside))
    return Section(kind, f"{heading} ({len(targets)})", tuple(lines), "bullets")
