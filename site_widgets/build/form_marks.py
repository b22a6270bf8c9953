"""The practitioner's own mark on what is recorded: a colour they choose, and whether it keeps happening."""

from __future__ import annotations

from cse_core.model import Indicator, Mark, Marking

from .fields import Choice, checkbox, radios
from .markup import Html, element, hidden_text, join

ORDER = (Mark.GREEN, Mark.AMBER, Mark.RED)


def mark_choices(marking: Marking) -> tuple[Choice, ...]:
    """The three marks in the instrument's words, and none."""
    return (*((mark.value, marking.words[mark]) for mark in ORDER), ("", marking.not_marked))


def item_marks(marking: Marking, name: str, item: Indicator) -> Html:
    """The mark and the pattern of one item. A printed colour is shown beside, where somebody holds it."""
    printed = element("p", f"Printed colour: {item.printed.value}.", cls="hint") if item.printed else None
    return join(
        element(
            "fieldset",
            element("legend", marking.ask, hidden_text(f": {item.plain}")),
            element("p", marking.hint, cls="hint"),
            printed,
            radios(f"{name}.level", mark_choices(marking), ""),
            cls="recency item-mark",
        ),
        checkbox(f"{name}.recurring", "This keeps happening", about=item.plain),
    )
