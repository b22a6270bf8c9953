"""Pathway: the furthest route that holds. No level, no colour and no total comes into it."""

from __future__ import annotations

from ..model import Checklist, GroupCount, Instrument, Mark, MarkCounts, Pathway, TraceStep
from .because import because_of
from .conditions import applies
from .recorded import Recorded
from .trace import route_step


def pathway_of(instrument: Instrument, seen: Recorded) -> tuple[Pathway, tuple[TraceStep, ...]]:
    """The pathway after every route that holds, the furthest winning; each leaves a trace."""
    pathway = Pathway.NOTHING_RECORDED
    steps = []
    for route in instrument.routes:
        if applies(route.when, seen):
            before, pathway = pathway, max(pathway, route.leads_to)
            steps.append(route_step(route, before, pathway, because_of(route.when, seen)))
    return pathway, tuple(steps)


def read_checklist(instrument: Instrument, seen: Recorded, pathway: Pathway) -> Checklist:
    """The pathway with what stands beside it: marks, counts by domain, and what is still to be added."""
    marked = [seen.marks.get(item.id) for item in seen.items]
    return Checklist(
        pathway=pathway,
        marks=MarkCounts(*(marked.count(mark) for mark in (Mark.RED, Mark.AMBER, Mark.GREEN, None))),
        domains={group.id: _count(instrument, seen, group.id) for group in instrument.groups},
        unmarked=tuple(item.id for item in seen.items if item.id not in seen.marks),
        evidence_missing=tuple(item.id for item in seen.items if item.id not in seen.with_evidence),
        recurring=tuple(item.id for item in seen.items if item.id in seen.recurring),
    )


def _count(instrument: Instrument, seen: Recorded, group: str) -> GroupCount:
    recorded = [item for item in seen.items if item.group == group]
    return GroupCount(
        recorded=len(recorded),
        suspected=sum(seen.answers[item.id].value == "suspected" for item in recorded),
        of=sum(item.group == group for item in instrument.indicators),
    )
