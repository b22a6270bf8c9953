"""What to do about something noticed. Answers only add to the advice, or make it more urgent."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import product

from ..model_noticed import Advice, AdviceClause, Noticed, Reply, Urgency


def advise(noticed: Noticed, replies: Mapping[str, Reply], signs: Collection[str] = ()) -> Advice:
    """The advice for these answers to the urgent questions, and these signs, by id.

    A question left out counts as not sure. Roles and signs do not change which lines stand, but for a sign that
    cannot wait.
    """
    given = {question.id: replies.get(question.id, Reply.NOT_SURE) for question in noticed.questions}
    return advise_on(noticed, given, most_urgent(noticed, signs))


def advise_on(noticed: Noticed, given: Mapping[str, Reply], sign: Urgency | None) -> Advice:
    """The advice for one answer to each question and the urgency of the most urgent sign; None without a sign."""
    called = [line for line in noticed.lines if not line.clauses or any(_holds(c, given, sign) for c in line.clauses)]
    needless = {id_ for line in called for id_ in line.instead}
    return Advice(tuple(line for line in called if line.id not in needless))


def most_urgent(noticed: Noticed, signs: Collection[str]) -> Urgency | None:
    """The urgency of the most urgent of these signs; None without any."""
    return max((noticed.signs[id_].urgency for id_ in signs), default=None)


def combinations(noticed: Noticed) -> Iterator[tuple[dict[str, Reply], Urgency | None]]:
    """Every answer to every question, with no sign, with signs that are for today, and with one that cannot wait."""
    ids = [question.id for question in noticed.questions]
    for replies in product(Reply, repeat=len(ids)):
        for sign in (None, Urgency.TODAY, Urgency.NOW):
            yield dict(zip(ids, replies, strict=True)), sign


def _holds(clause: AdviceClause, given: Mapping[str, Reply], sign: Urgency | None) -> bool:
    return all(given[id_] in replies for id_, replies in clause.replies.items()) and (
        not clause.sign or sign in clause.sign
    )
