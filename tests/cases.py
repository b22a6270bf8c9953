"""Making cases for tests: one readable builder, Hypothesis strategies, and a seeded stream of cases."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

from hypothesis import strategies as st

from cse_core import load_instrument
from cse_core.model import Reads

PAN_BEDFORDSHIRE = "pan-bedfordshire"
LAMBETH = "lambeth"
ANSWERS = ("present", "suspected", "absent", "not_known")
RECENCIES = ("current", "past_6_months", "earlier", "not_known")
LEVELS = ("low", "medium", "high")
MARKS = ("green", "amber", "red")
STATUSES = ("learning_disability", "mental_health_concern", "looked_after", "care_leaver")
STATUSES_ABSENT = dict.fromkeys(STATUSES, "absent")
# Typed text that would break careless output: markup, line breaks, other scripts, quotation marks.
TEXTS = (
    "",
    "seen at the bus stop",
    '<b>bold</b> & "quoted"',
    "two\nlines",
    "łódź – ŵ – ‏عربي",
    "| *star* _under_ `code`",
)

INSTRUMENT = load_instrument(PAN_BEDFORDSHIRE)
LAMBETH_BY_NUMBER = {
    item.source_ref.removeprefix("LA-A4-"): item.id for item in load_instrument(LAMBETH).indicators
}
BY_REF = {item.source_ref.removeprefix("PB-A3-").removeprefix("PB-"): item.id for item in INSTRUMENT.indicators}


# How often Hypothesis tries, at most: less where the same tests run once more for an instrument that is only data.
AT_MOST = int(os.environ.get("EXAMPLES", "200"))


def case(
    *refs: str,
    age: int | None = 15,
    suspected: tuple[str, ...] = (),
    absent: tuple[str, ...] = (),
    other: tuple[tuple[str, str], ...] = (),
    judgement: dict[str, Any] | None = None,
    on: str = "2026-11-20",
    **facts: str,
) -> dict[str, Any]:
    """A case with these items present (`"LOW-01"`), every status absent unless said otherwise."""
    given = dict.fromkeys(refs, "present") | dict.fromkeys(suspected, "suspected") | dict.fromkeys(absent, "absent")
    return {
        "schema": "cse-case/1",
        "instrument": PAN_BEDFORDSHIRE,
        "assessed_on": on,
        "child": {"age": age, **STATUSES_ABSENT, **facts},
        "answers": {BY_REF[ref]: {"answer": answer} for ref, answer in given.items()},
        "other_concerns": [
            {"description": "a concern the tool does not list", "level": level, "answer": answer}
            for level, answer in other
        ],
        "judgement": judgement or {},
    }


def checklist_case(
    *refs: str,
    age: int | None = 14,
    suspected: tuple[str, ...] = (),
    absent: tuple[str, ...] = (),
    marks: dict[str, str] | None = None,
    evidence: tuple[str, ...] = (),
    recurring: tuple[str, ...] = (),
    other: tuple[tuple[str | None, str], ...] = (),
    harm: str = "not_known",
    **facts: str,
) -> dict[str, Any]:
    """A Lambeth case with these items present (`"34"`), marked and evidenced where said.

    An item that is only marked, evidenced or recurring has no answer, which is "not known".
    """
    given = dict.fromkeys(refs, "present") | dict.fromkeys(suspected, "suspected") | dict.fromkeys(absent, "absent")
    answers: dict[str, dict[str, Any]] = {LAMBETH_BY_NUMBER[number]: {"answer": given[number]} for number in given}
    told = {"level": marks or {}, "evidence": dict.fromkeys(evidence, "what was seen")}
    for key, values in (told | {"recurring": dict.fromkeys(recurring, True)}).items():
        for number, value in values.items():
            answers.setdefault(LAMBETH_BY_NUMBER[number], {})[key] = value
    return {
        "schema": "cse-case/1",
        "instrument": LAMBETH,
        "assessed_on": "2026-11-20",
        "child": {"age": age, **facts},
        "answers": answers,
        "other_concerns": [
            {"description": "a concern the checklist does not list", "level": mark, "answer": answer}
            for mark, answer in other
        ],
        "judgement": {"significant_harm": harm},
    }


@cache
def case_strategy(instrument_id: str = PAN_BEDFORDSHIRE) -> st.SearchStrategy[dict[str, Any]]:
    """Any valid case of an instrument, sparse enough that every rule is met often."""
    instrument = load_instrument(instrument_id)
    by_level = instrument.reads is Reads.LEVEL
    answer = st.sampled_from(ANSWERS)
    extra = {"evidence": st.sampled_from(TEXTS), "recency": st.sampled_from(RECENCIES)}
    if not by_level:
        extra |= {"level": st.sampled_from((*MARKS, None)), "recurring": st.booleans()}
    item = st.fixed_dictionaries({"answer": answer}, optional=extra)
    placed = st.sampled_from(LEVELS if by_level else (*MARKS, None))
    concern = st.fixed_dictionaries({"description": st.just("another concern"), "level": placed, "answer": answer})
    harm = {"significant_harm": st.sampled_from(("absent", "not_known", "not_known", "suspected"))}
    own = {"reasons": st.just("what was seen")}
    judged = st.fixed_dictionaries(
        own | {"level": st.sampled_from((*LEVELS, None))} if by_level else own, optional=harm
    )
    child = st.fixed_dictionaries(
        {"age": st.one_of(st.none(), st.integers(0, 17))},
        optional={fact.id: answer for fact in instrument.facts},
    )
    ids = st.sampled_from([item.id for item in instrument.indicators])
    return st.fixed_dictionaries(
        {
            "schema": st.just("cse-case/1"),
            "instrument": st.just(instrument_id),
            "assessed_on": st.dates(date(2000, 1, 1), date(2060, 12, 31)).map(date.isoformat),
            "child": child,
            "answers": st.dictionaries(ids, item, max_size=6),
            "other_concerns": st.lists(concern, max_size=2),
            "judgement": st.one_of(st.just({}), judged),
        },
        optional={"child_view": st.sampled_from(TEXTS), "context": st.just({"places": "a car park"})},
    )


def stream(number: int, seed: int = 20261121, instrument_id: str = PAN_BEDFORDSHIRE) -> Iterator[dict[str, Any]]:
    """The same `number` of varied cases every time: for parity between interpreters, and for the bench."""
    choose = random.Random(seed)
    instrument = load_instrument(instrument_id)
    by_level = instrument.reads is Reads.LEVEL
    items = [item.id for item in instrument.indicators]

    def item_answer() -> dict[str, Any]:
        given = {
            "answer": choose.choice(ANSWERS),
            "evidence": choose.choice(TEXTS),
            "recency": choose.choice(RECENCIES),
        }
        if not by_level:
            given |= {"level": choose.choice((None, None, *MARKS)), "recurring": choose.random() < 0.2}
        return given

    for _ in range(number):
        picked = choose.sample(items, min(len(items), choose.choice((0, 1, 1, 2, 3, 5, 8, 20))))
        asked = [fact.id for fact in instrument.facts if choose.random() < (0.5 if by_level else 0.1)]
        facts = {fact: choose.choice(ANSWERS) for fact in asked}
        if choose.random() < 0.3:  # Often enough that some readings are final.
            facts = dict.fromkeys((fact.id for fact in instrument.facts), "absent")
        judged = choose.choice((None, None, None, *LEVELS))
        own = {"level": judged, "reasons": "what was seen and heard" if judged else ""} if by_level else {}
        yield {
            "schema": "cse-case/1",
            "instrument": instrument_id,
            "assessed_on": (date(2012, 6, 1) + timedelta(days=choose.randrange(11000))).isoformat(),
            "reference": choose.choice(TEXTS),
            "child": {"age": choose.choice((None, *range(18))), **facts},
            "answers": {id_: item_answer() for id_ in picked},
            "other_concerns": [
                {
                    "description": "another concern",
                    "level": choose.choice(LEVELS if by_level else (None, *MARKS)),
                    "answer": choose.choice(ANSWERS),
                }
                for _ in range(choose.choice((0, 0, 0, 1, 2)))
            ],
            "context": {"places": choose.choice(TEXTS), "online": choose.choice(TEXTS)},
            "child_view": choose.choice(TEXTS),
            "judgement": {
                **own,
                "significant_harm": choose.choice(("absent", "not_known", "not_known", "suspected", "present")),
            },
        }
