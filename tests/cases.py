"""Making cases for tests: one readable builder, Hypothesis strategies, and a seeded stream of cases."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from cse_core import load_instrument

PAN_BEDFORDSHIRE = "pan-bedfordshire"
ANSWERS = ("present", "suspected", "absent", "not_known")
RECENCIES = ("current", "past_6_months", "earlier", "not_known")
LEVELS = ("low", "medium", "high")
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
BY_REF = {item.source_ref.removeprefix("PB-A3-").removeprefix("PB-"): item.id for item in INSTRUMENT.indicators}


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


def case_strategy(instrument_id: str = PAN_BEDFORDSHIRE) -> st.SearchStrategy[dict[str, Any]]:
    """Any valid case of an instrument, sparse enough that every rule is met often."""
    instrument = load_instrument(instrument_id)
    answer = st.sampled_from(ANSWERS)
    item = st.fixed_dictionaries(
        {"answer": answer},
        optional={"evidence": st.sampled_from(TEXTS), "recency": st.sampled_from(RECENCIES)},
    )
    concern = st.fixed_dictionaries(
        {"description": st.just("another concern"), "level": st.sampled_from(LEVELS), "answer": answer}
    )
    judged = st.fixed_dictionaries(
        {"reasons": st.just("what was seen"), "level": st.sampled_from((*LEVELS, None))},
        optional={"significant_harm": st.sampled_from(("absent", "not_known", "not_known", "suspected"))},
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
    items = [item.id for item in instrument.indicators]
    for _ in range(number):
        picked = choose.sample(items, choose.choice((0, 1, 1, 2, 3, 5, 8, 20)))
        asked = [fact.id for fact in instrument.facts if choose.random() < 0.5]
        facts = {fact: choose.choice(ANSWERS) for fact in asked}
        if choose.random() < 0.3:  # Often enough that some readings are final.
            facts = dict.fromkeys((fact.id for fact in instrument.facts), "absent")
        judged = choose.choice((None, None, None, *LEVELS))
        yield {
            "schema": "cse-case/1",
            "instrument": instrument_id,
            "assessed_on": (date(2012, 6, 1) + timedelta(days=choose.randrange(11000))).isoformat(),
            "reference": choose.choice(TEXTS),
            "child": {"age": choose.choice((None, *range(18))), **facts},
            "answers": {
                id_: {
                    "answer": choose.choice(ANSWERS),
                    "evidence": choose.choice(TEXTS),
                    "recency": choose.choice(RECENCIES),
                }
                for id_ in picked
            },
            "other_concerns": [
                {"description": "another concern", "level": choose.choice(LEVELS), "answer": choose.choice(ANSWERS)}
                for _ in range(choose.choice((0, 0, 0, 1, 2)))
            ],
            "context": {"places": choose.choice(TEXTS), "online": choose.choice(TEXTS)},
            "child_view": choose.choice(TEXTS),
            "judgement": {
                "level": judged,
                "reasons": "what was seen and heard" if judged else "",
                "significant_harm": choose.choice(("absent", "not_known", "not_known", "suspected", "present")),
            },
        }
