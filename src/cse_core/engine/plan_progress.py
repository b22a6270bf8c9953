"""A filled disruption plan on a given day: what is overdue, due soon, under way, done. It scores nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from ..model_forms import Answers, Filled
from ..model_plan import Progress, Step, Target

PLAN = "disruption-plan"
SOON_DAYS = 7
# The aims by whom they work on, as the toolkit groups them; a test holds both against each other.
ON_PEOPLE_AND_PLACES = ("suspected-people", "peers", "evidence")
ON_THE_CHILDS_OWN_LIFE = ("self-worth", "awareness", "health", "activities", "boundaries", "normal-life", "targets")
# What a step has to have before anybody can act on it, in the order of the form.
NEEDED: Mapping[str, str] = {
    "step-effect": "what it will do to the child",
    "step-lead": "who leads on it",
    "step-due": "a day",
}


def plan_progress(plan: Filled, today: date) -> Progress:
    """How far the plan has got by `today`. The plan is a filled form `disruption-plan`."""
    steps = [(number, entry) for number, entry in enumerate(plan.groups.get("steps", ()), 1)]
    going = [(_step(number, entry), entry) for number, entry in steps if _progress(entry) not in ("done", *ENDED)]
    review_on = plan.answers.get("review-on")
    review = review_on if isinstance(review_on, date) else None
    return Progress(
        today=today,
        overdue=_by_day(step for step, _ in going if step.due and step.due < today),
        soon=_by_day(step for step, _ in going if step.due and 0 <= (step.due - today).days <= SOON_DAYS),
        to_do=_by_day(step for step, _ in going if not step.due or (step.due - today).days > SOON_DAYS),
        done=tuple(_step(number, entry) for number, entry in steps if _progress(entry) == "done"),
        ended=tuple(_step(number, entry) for number, entry in steps if _progress(entry) in ENDED),
        incomplete=tuple(step for step, _ in going if step.missing),
        **_targets(plan, today),
        on_child=sum(step.aim in ON_THE_CHILDS_OWN_LIFE for step, _ in going),
        on_others=sum(step.aim in ON_PEOPLE_AND_PLACES for step, _ in going),
        review_overdue=review is not None and review < today,
        review_on=review,
        danger_not_less=plan.answers.get("not-lower") in ("worse", "same"),
    )


ENDED = ("changed", "stopped")


def _progress(entry: Answers) -> object:
    return entry.get("step-progress")


def _step(number: int, entry: Answers) -> Step:
    due = entry.get("step-due")
    missing = tuple(words for id_, words in NEEDED.items() if id_ not in entry)
    aim, lead = str(entry.get("aim", "")), str(entry.get("step-lead", ""))
    return Step(number, str(entry.get("step", "")), aim, lead, due if isinstance(due, date) else None, missing)


def _by_day(steps: Iterator[Step]) -> tuple[Step, ...]:
    return tuple(sorted(steps, key=lambda step: (step.due or date.max, step.number)))


def _targets(plan: Filled, today: date) -> dict[str, tuple[Target, ...]]:
    lists: dict[str, list[Target]] = {key: [] for key in ("overdue", "open", "met", "missed")}
    for number, entry in enumerate(plan.groups.get("targets", ()), 1):
        by = entry.get("target-by")
        due = by if isinstance(by, date) else None
        result = str(entry.get("target-result", "open"))
        key = "overdue" if result == "open" and due and due < today else result
        lists[key].append(Target(number, str(entry.get("target", "")), str(entry.get("target-who", "")), due))
    return {f"targets_{key}": tuple(found) for key, found in lists.items()}
