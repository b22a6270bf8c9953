"""Case files for tests: the same varied ones every time, and Hypothesis strategies."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from cse_core.paperwork import CASEFILE_SCHEMA, FORMS, load_forms
from tests.cases import LAMBETH, PAN_BEDFORDSHIRE, case_strategy, stream
from tests.forms.fillings import filled, fillings, made


def casefile(assessments: list[Any] | None = None, forms: list[Any] | None = None) -> dict[str, Any]:
    """A case file with these parts."""
    return {"schema": CASEFILE_SCHEMA, "assessments": assessments or [], "forms": forms or []}


def casefiles() -> st.SearchStrategy[dict[str, Any]]:
    """Any case file that is right."""
    case = st.sampled_from((PAN_BEDFORDSHIRE, LAMBETH)).flatmap(case_strategy)
    form = st.sampled_from(FORMS).flatmap(fillings)
    return st.builds(casefile, st.lists(case, max_size=2), st.lists(form, max_size=2))


def casefile_stream(number: int, seed: int = 20261201) -> Iterator[dict[str, Any]]:
    """The same varied case files every time, quick to make."""
    choose = random.Random(seed)
    cases = [*stream(60, seed), *stream(60, seed, LAMBETH)]
    for _ in range(number):
        forms = [some_form(choose) for _ in range(choose.choice((0, 1, 1, 2)))]
        yield casefile(choose.sample(cases, choose.choice((0, 1, 2))), forms)


def some_form(choose: random.Random) -> dict[str, Any]:
    """A form with some of its fields filled, and one entry or two of what repeats."""
    form = load_forms()[choose.choice(FORMS)]
    answers: dict[str, Any] = {field.id: filled(field) for field in form.once if choose.random() < 0.4}
    for section in form.sections:
        if section.repeats:
            fields = form.fields_of(section)
            entries = [
                {field.id: filled(field, number) for field in fields if choose.random() < 0.5}
                for number in range(choose.choice((0, 1, 2)))
            ]
            answers[section.id] = [entry for entry in entries if entry]
    return made(form, answers)
