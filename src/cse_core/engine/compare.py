"""One story, two instruments: both assessments, what each made of every recorded answer, and which differences bear.

Pure, and nothing crosses: each assessment is made from its own case by its own instrument, before anything is compared.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ..model import Assessment, Case, Instrument
from ..model_comparison import HARM, Comparison, Difference, How, Near, Taken, Told, Vignette
from ..model_crosswalk import Bearing, Clause, Crosswalk, Relation
from .assess import assess_case
from .questions import is_recorded, questions_of, said_to, trace_id
from .recorded import Recorded, read_recorded

OTHER_CONCERNS = "other_concerns"
TURNED = {
    Relation.BROADER: Relation.NARROWER,
    Relation.NARROWER: Relation.BROADER,
    Relation.OVERLAPS: Relation.OVERLAPS,
}


def compare_vignette(crosswalk: Crosswalk, instruments: Mapping[str, Instrument], vignette: Vignette) -> Comparison:
    """Both assessments of a vignette, each recorded answer with what became of it, and the differences that bear."""
    assessments = {id_: assess_case(instruments[id_], vignette.cases[id_]) for id_ in vignette.between}
    seen = {id_: read_recorded(instruments[id_], vignette.cases[id_]) for id_ in vignette.between}
    told = [
        Told(id_, question, said, _taken(crosswalk, vignette, assessments, id_, question))
        for id_ in vignette.between
        for question in questions_of(instruments[id_])
        if is_recorded(said := said_to(vignette.entered[id_], question))
    ]
    differences = [
        Difference(clause, because)
        for clause in crosswalk.clauses
        if any((because := _because(clause, assessments, seen)).values()) or clause.always
    ]
    return Comparison(vignette, assessments, tuple(told), tuple(differences))


def _taken(
    crosswalk: Crosswalk, vignette: Vignette, assessments: Mapping[str, Assessment], entered: str, question: str
) -> Mapping[str, Taken]:
    """What both instruments make of an answer that was entered under one of them."""
    (other,) = (id_ for id_ in vignette.between if id_ != entered)
    own = Taken(How.ASKED, question, _rests(assessments[entered], question), (), "")
    taken = {entered: own, other: _by_the_other(crosswalk, vignette, assessments[other], entered, other, question)}
    return {id_: taken[id_] for id_ in vignette.between}


def _by_the_other(
    crosswalk: Crosswalk, vignette: Vignette, assessment: Assessment, entered: str, other: str, question: str
) -> Taken:
    near = tuple(_near(crosswalk, vignette.cases[other], entered, other, question))
    for row in crosswalk.same:
        if row.asks[entered] == question:
            there = row.asks[other]
            if row.id in vignette.confirmed:
                return Taken(How.CARRIED, there, _rests(assessment, there), near, row.reason)
            return Taken(How.NOT_CONFIRMED, there, (), near, row.reason)
    if near:
        return Taken(How.RELATED, None, (), near, "")
    alone = (row.reason for row in crosswalk.unmatched if (row.instrument, row.item) == (entered, question))
    return Taken(How.NOTHING, None, (), (), next(alone, ""))


def _near(crosswalk: Crosswalk, case: Case, entered: str, other: str, question: str) -> Iterator[Near]:
    """Each question of the other instrument that touches this one, with what was said to it."""
    for row in crosswalk.related:
        if question in row.asks[entered]:
            # The map says how the first instrument's question compares; seen from the second it is the other way round.
            relation = row.relation if entered == crosswalk.between[0] else TURNED[row.relation]
            yield from (Near(there, relation, said_to(case, there), row.reason) for there in row.asks[other])


def _rests(assessment: Assessment, question: str) -> tuple[str, ...]:
    """The rules, floors and routes whose steps rest on the answer to a question."""
    steps = (step.rule for step in assessment.trace if step.after and trace_id(question) in step.because)
    return tuple(dict.fromkeys(steps))


def _because(
    clause: Clause, assessments: Mapping[str, Assessment], seen: Mapping[str, Recorded]
) -> Mapping[str, tuple[str, ...]]:
    return {id_: _bearing(bearing, assessments[id_], seen[id_]) for id_, bearing in clause.bears.items()}


def _bearing(bearing: Bearing, assessment: Assessment, seen: Recorded) -> tuple[str, ...]:
    """What of a bearing holds: rules that fired, flags raised, actions called for, questions recorded."""
    return (
        *_of(bearing.rules, {step.rule for step in assessment.trace if step.after}),
        *_of(bearing.flags, {flag.id for flag in assessment.flags}),
        *_of(bearing.actions, {action.id for action in assessment.actions}),
        *(question for question in bearing.recorded if _recorded(seen, question)),
    )


def _of(named: Collection[str], there: Collection[str]) -> Iterator[str]:
    return (id_ for id_ in named if id_ in there)


def _recorded(seen: Recorded, question: str) -> bool:
    if question == OTHER_CONCERNS:
        return bool(seen.other_concerns)
    if question == HARM:
        return seen.significant_harm.recorded
    return seen.is_recorded(trace_id(question))
