"""The tools that the site has, and for each what the tests need to put a case together and to know its reading."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pytest

import cse_core
from cse_core.model import Instrument


@dataclass(frozen=True, eq=False)
class Tool:
    """One tool. The items named are any two; `alone` is what the first one gives when the facts in `absent` are absent."""

    id: str
    link: str
    item: str
    second_item: str
    absent: tuple[str, ...]
    alone: str
    # What another concern can be rated.
    mild: str
    grave: str
    # What only this tool lets a practitioner say beside an answer, and of the whole.
    beside: dict[str, Any]
    view: dict[str, str]
    # The furthest outcome, which a child of 12 who told somebody reaches with the item.
    furthest: str
    cite: str

    def __str__(self) -> str:
        return self.id

    @property
    def path(self) -> str:
        """The tool's page."""
        return f"assess/{self.id}/"

    @property
    def source(self) -> str:
        """The page with every paragraph of its document, where its citations lead."""
        return f"sources/{self.id}/"

    @property
    def tables(self) -> str:
        """The page with its items and rules in tables."""
        return f"instruments/{self.id}/"

    @cached_property
    def instrument(self) -> Instrument:
        """What the tool asks and decides."""
        return cse_core.load_instrument(self.id)

    def case(self, **given: Any) -> dict[str, Any]:
        """A whole case file."""
        return {"schema": "cse-case/1", "instrument": self.id, "assessed_on": "2026-11-20", **given}

    def typed(self, evidence: str, **given: Any) -> dict[str, Any]:
        """A case with the first item present, and beside it all that can be said there."""
        answer = {"answer": "present", "evidence": evidence, "recency": "current", **self.beside}
        return self.case(**{"answers": {self.item: answer}} | given)

    def urgent(self, evidence: str) -> dict[str, Any]:
        """A case that reads as the furthest outcome."""
        return self.typed(evidence, child={"age": 12, "disclosure": "suspected"})


PAN_BEDFORDSHIRE = Tool(
    id="pan-bedfordshire",
    link="Assess a child with the Pan-Bedfordshire tool",
    item="late-or-missing",
    second_item="less-contact-with-family-and-friends",
    absent=("learning_disability", "mental_health_concern", "looked_after", "care_leaver"),
    alone="low",
    mild="low",
    grave="high",
    beside={},
    view={"level": "medium"},
    furthest="high",
    cite="PB 8.2",
)
LAMBETH = Tool(
    id="lambeth",
    link="Assess a child with the Lambeth checklist",
    item="persistently-missing-or-late",
    second_item="constant-messages",
    absent=("looked_after", "placed_by_another_authority", "disability"),
    alone="refer_now",
    mild="green",
    grave="red",
    beside={"level": "amber", "recurring": True},
    view={},
    furthest="section_47_now",
    cite="LA strategy 3.8",
)
TOOLS = (PAN_BEDFORDSHIRE, LAMBETH)
each_tool = pytest.mark.parametrize("tool", TOOLS, ids=str)
