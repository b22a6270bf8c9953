"""The questions of both tools: what both ask, asked once; then what each asks in its own way, in groups that fold."""

from __future__ import annotations

from cse_core.model import Fact, FactSection, Group, Indicator, Instrument, Kind
from cse_core.model_crosswalk import Crosswalk, Same

from .fields import section
from .form_child import START, age_question, fact_question
from .form_folded import folded
from .form_items import LIVES_WITH, LIVES_WITH_MEANS, LIVES_WITH_SUFFIX, groups_of, item_question
from .form_judgement import HARM_QUESTION
from .form_marks import marks_explained
from .markup import Html, element, hidden_text, join

AGE = "child.age"
HARM = "judgement.significant_harm"


class Story:
    """The questions of the two instruments that a map compares."""

    def __init__(self, crosswalk: Crosswalk, first: Instrument, second: Instrument) -> None:
        self.first, self.second = first, second
        self.rows = {row.asks[first.id]: row for row in crosswalk.same}
        self.asked_once = {row.asks[second.id] for row in crosswalk.same}

    def prefix(self, instrument: Instrument) -> str:
        """How the names of an instrument's fields begin."""
        return f"cases.{instrument.id}."

    def urgent(self) -> Html:
        """What cannot wait, of both."""
        asked = self.first.fact_sections[0]
        questions = [self._fact(self.first, fact) for fact in self._facts(self.first, asked, both=None)]
        questions += [self._fact(self.second, fact) for fact in self._facts(self.second, self.second.fact_sections[0])]
        return section(START, asked.title, element("p", asked.intro) if asked.intro else None, questions)

    def asked_by_both(self) -> Html:
        """Every other question that both ask: asked once, under the first, with the box that takes it to the second."""
        facts = [
            self._fact(self.first, fact)
            for asked in self.first.fact_sections[1:]
            for fact in self._facts(self.first, asked, both=True)
        ]
        items = [self._item(self.first, item) for item in self.first.indicators if item.id in self.rows]
        age = age_question(self.first, self.prefix(self.first), self.tick(AGE)) if AGE in self.rows else None
        return section(
            "asked-by-both",
            "What both tools ask",
            element(
                "p",
                f"You answer these once, for {self.first.short_title}. Nothing goes to {self.second.short_title} "
                "unless you say, at each question, that it is the same.",
            ),
            age,
            facts,
            items,
        )

    def own_questions(self, instrument: Instrument) -> Html:
        """What one instrument asks in its own way: facts, signs, and what the child lives with, kept apart."""
        other = self.second if instrument is self.first else self.first
        parts = [self._fact_section(instrument, asked) for asked in instrument.fact_sections[1:]]
        signs = [self._group(instrument, *group) for group in groups_of(instrument, Kind.SIGN)]
        lived = [self._group(instrument, *group) for group in groups_of(instrument, Kind.VULNERABILITY)]
        id_ = f"{instrument.id}-questions"
        return element(
            "div",
            element("h2", f"{instrument.short_title}: its own questions", id=id_),
            element(
                "p",
                f"Some come close to a question of {other.short_title}. None is the same, so nothing is carried over. "
                "Open a group to answer it.",
            ),
            self._marks(instrument),
            parts,
            signs,
            self._lives_with(lived),
            cls="own-questions",
            role="group",
            aria_labelledby=id_,
        )

    def tick(self, question: str) -> Html | None:
        """The box that takes an answer of the first instrument to the second: unticked, and for no more than that."""
        row = self.rows.get(question)
        if row is None:
            return None
        id_ = f"same-{row.id}"
        asks = self._words(self.first, question)
        differs = self._words(self.second, row.asks[self.second.id])
        box = element("input", type="checkbox", id=id_, name="same", value=row.id, autocomplete="off")
        words = element(
            "span", f"{self.second.short_title} asks the same: use this answer there too", hidden_text(f": {asks}")
        )
        return element(
            "div",
            element("label", box, words, cls="choice", for_=id_),
            element("p", f"{self.second.short_title} asks: “{differs}”", cls="hint") if differs != asks else None,
            self._says_now(row),
            cls="same",
        )

    def _says_now(self, row: Same) -> Html | None:
        """What the second instrument says to do at once, where its words are not the first's."""
        here, there = (
            next((fact.do_now for fact in each.facts if f"child.{fact.id}" == row.asks[each.id]), "")
            for each in (self.first, self.second)
        )
        return element("p", f"{self.second.short_title}: {there}", cls="hint") if there not in ("", here) else None

    def _words(self, instrument: Instrument, question: str) -> str:
        if question in (AGE, HARM):
            return "Age in years" if question == AGE else HARM_QUESTION
        facts = {f"child.{fact.id}": fact.plain for fact in instrument.facts}
        return facts[question] if question in facts else instrument.indicator(question).plain

    def _facts(self, instrument: Instrument, asked: FactSection, both: bool | None = False) -> list[Fact]:
        """The facts of a section: those that only this instrument asks, those that both do, or all."""
        facts = [fact for fact in instrument.facts if fact.section == asked.id]
        shared = self.rows if instrument is self.first else self.asked_once
        return [fact for fact in facts if both is None or (f"child.{fact.id}" in shared) is both]

    def _fact(self, instrument: Instrument, fact: Fact) -> Html:
        more = self.tick(f"child.{fact.id}") if instrument is self.first else None
        return fact_question(instrument, fact, self.prefix(instrument), more)

    def _item(self, instrument: Instrument, item: Indicator) -> Html:
        more = self.tick(item.id) if instrument is self.first else None
        return item_question(instrument, item, self.prefix(instrument), more)

    def _fact_section(self, instrument: Instrument, asked: FactSection) -> Html | None:
        facts = self._facts(instrument, asked)
        if not facts:
            return None
        return folded(
            f"{instrument.id}-{asked.id}",
            asked.title,
            _counted(len(facts), "question"),
            element("p", asked.intro) if asked.intro else None,
            [self._fact(instrument, fact) for fact in facts],
            about=instrument.short_title,
        )

    def _group(self, instrument: Instrument, group: Group, items: list[Indicator]) -> Html:
        lived = items[0].kind is Kind.VULNERABILITY
        apart = group.kind is None and lived
        shared = self.rows if instrument is self.first else self.asked_once
        own = [item for item in items if item.id not in shared]
        return folded(
            f"{instrument.id}-group-{group.id}" + ("-lives-with" if apart else ""),
            group.title + (LIVES_WITH_SUFFIX if apart else ""),
            _counted(len(own), "item"),
            element("p", group.intro, cls="group-intro"),
            [self._item(instrument, item) for item in own],
            about=instrument.short_title,
        )

    def _lives_with(self, groups: list[Html]) -> Html:
        """The vulnerability factors, set apart and explained."""
        explained = None
        if len(groups) > 1:
            explained = join(element("h3", LIVES_WITH), element("p", LIVES_WITH_MEANS, cls="group-intro"))
        return element("div", explained, groups, cls="vulnerability-block")

    def _marks(self, instrument: Instrument) -> Html | None:
        explained = marks_explained(instrument)
        return element("div", explained, cls="answers-explained") if explained else None


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
