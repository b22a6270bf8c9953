"""The options of a question about a reading: the engine says which is right, and its own steps say why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..engine.assess import assess_case
from ..model import Assessment, Case, Instrument, Level, Outcome, Pathway, Reads, TraceStep
from ..model_training import Option, Pair, Question, QuestionKind, Step
from ..render.clause_words import clause_words
from ..render.routes import routes
from ..render.words import level_word, pathway_words

# Who scores with the tools.
SCORERS = ("school", "health", "police", "social-care")
EVERYBODY = (*SCORERS, "new-starter")


class Because(NamedTuple):
    """Sentences, and the units that they rest on."""

    text: str
    cites: tuple[str, ...]

    def after(self, text: str) -> Because:
        """The same, with a sentence before it."""
        return Because(f"{text} {self.text}".strip(), self.cites)


def topic_id(instrument: Instrument) -> str:
    """The id of the topic that the instrument's rules make."""
    return f"rules-{instrument.id}"


def question(
    instrument: Instrument,
    id_: str,
    stem: str,
    parts: Sequence[Option] | Sequence[Step] | Sequence[Pair],
    *,
    kind: QuestionKind = QuestionKind.SINGLE,
    roles: tuple[str, ...] = SCORERS,
    cites: Iterable[str] = (),
) -> Question:
    """A question made by this instrument. It rests on what its right options rest on, and on `cites`."""
    options = tuple(part for part in parts if isinstance(part, Option))
    rests_on = once([*(cite for option in options if option.right for cite in option.cites), *cites])
    return Question(
        id=f"{instrument.id}-{id_}".replace("_", "-").lower(),
        topic=topic_id(instrument),
        kind=kind,
        roles=roles,
        stem=stem,
        cites=rests_on,
        ours=not rests_on,
        options=options,
        steps=tuple(part for part in parts if isinstance(part, Step)),
        pairs=tuple(part for part in parts if isinstance(part, Pair)),
        made_from=instrument.id,
    )


def outcomes(instrument: Instrument) -> tuple[Outcome | None, ...]:
    """Everything that the instrument can read, the least serious first; None where there is no level."""
    return (None, *Level) if instrument.reads is Reads.LEVEL else tuple(Pathway)


def outcome_text(instrument: Instrument, outcome: Outcome | None) -> str:
    """An outcome as an option says it: `Low`, `No level`, or what a pathway asks of the reader."""
    if isinstance(outcome, Pathway):
        return pathway_words(instrument, outcome)
    return level_word(outcome) if outcome else "No level"


def reading_options(instrument: Instrument, case: Case, also: Iterable[str] = ()) -> tuple[Option, ...]:
    """One option for each outcome. `also` are flags and rules whose words belong to the right one where they hold."""
    assessment = assess_case(instrument, case)
    return tuple(_reading_option(instrument, assessment, outcome, also) for outcome in outcomes(instrument))


def _reading_option(
    instrument: Instrument, assessment: Assessment, outcome: Outcome | None, also: Iterable[str]
) -> Option:
    text = outcome_text(instrument, outcome)
    if outcome is assessment.outcome:
        why = why_right(instrument, assessment, also)
    elif int(outcome or 0) < int(assessment.outcome or 0):
        why = decided(assessment).after(f"The rules lead further than “{text}” here.")
    else:
        why = leads_to(instrument, outcome).after("Not from what is recorded here. You may always do more, and sooner.")
    return Option(text, outcome is assessment.outcome, why.text, why.cites)


def why_right(instrument: Instrument, assessment: Assessment, also: Iterable[str] = ()) -> Because:
    """The step that led to the reading, the steps and flags named in `also`, and what is always said beside it."""
    first = decided(assessment)
    more = [(step.text, step.cites) for step in assessment.trace if step.rule in also and step.text not in first.text]
    more += [(flag.text, flag.cites) for flag in assessment.flags if flag.id in also]
    more += [(note.text, note.cites) for note in instrument.level_notes if note.level is assessment.outcome]
    return Because(" ".join([first.text, *(text for text, _ in more)]), once([*first.cites, *_all(more)]))


def decided(assessment: Assessment) -> Because:
    """The last step of the trace that took the reading to where it is; where nothing is read, what is said of that."""
    steps = [step for step in assessment.trace if step.after is assessment.outcome and _led(step)]
    step = steps[-1] if steps else assessment.trace[-1]
    return Because(step.text, step.cites)


def leads_to(instrument: Instrument, outcome: Outcome | None) -> Because:
    """What would lead to an outcome: each of the instrument's own ways to it, in words."""
    ways = list(dict.fromkeys(_ways(instrument, outcome)))
    text = f"These lead to “{outcome_text(instrument, outcome)}”: {'; '.join(words for words, _ in ways)}."
    return Because(text, once(_all(ways)))


def _ways(instrument: Instrument, outcome: Outcome | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    if instrument.reads is Reads.PATHWAY:
        for route in instrument.routes:
            if route.leads_to is outcome:
                for when in route.when:
                    if instrument.colours or "any_printed" not in when.conditions:
                        yield clause_words(instrument, when), route.cites
        return
    seen = set()
    for way in routes(instrument):
        # The first clause of each rule is enough to show what it is about.
        if way.outcome == outcome_text(instrument, outcome) and way.rule not in seen:
            seen.add(way.rule)
            yield way.words, way.cites


def _led(step: TraceStep) -> bool:
    return step.after is not step.before


def _all(rows: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[str]:
    return (cite for _, cites in rows for cite in cites)


def once(cites: Iterable[str]) -> tuple[str, ...]:
    """Each citation once, in order."""
    return tuple(dict.fromkeys(cites))
