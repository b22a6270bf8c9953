"""The disruption toolkit above the plan, so that a step can be put into it.

People and places come first. A step that is not to be used has no button; it says what to do instead.
"""

from __future__ import annotations

import re

from .cites import cite_links
from .disruption import INSTEAD, TAGS
from .disruption_data import STATUSES, Aim, Step, load_disruption
from .law_data import load_law
from .law_named import with_law_in_form
from .law_note import law_note
from .markup import Html, Part, element
from .place import address
from .slug import slug_of

LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")


def toolkit() -> Html:
    """Every aim by group, folded, with its steps; and the question that comes before a step is put in."""
    found = load_disruption()
    groups = [_group(group, [aim for aim in found.aims if aim.group == group]) for group in found.groups]
    return element(
        "section",
        element("h2", "Choose steps from the toolkit", id="toolkit-title"),
        element(
            "p",
            "People and places come first. Ask what a step will do to the child before you choose it. ",
            element(
                "a", "The toolkit as a page", href=address("guidance/disruption.md"), target="_blank", rel="noopener"
            ),
            ".",
        ),
        groups,
        _dialog(),
        cls="toolkit",
        id="toolkit",
        aria_labelledby="toolkit-title",
    )


def _group(title: str, aims: list[Aim]) -> Html:
    count = sum(len(aim.steps) for aim in aims)
    return element(
        "details",
        element("summary", element("h3", title), element("span", f"{count} steps", cls="group-count")),
        [_aim(aim) for aim in aims],
        cls="form-group",
        id=f"toolkit-{slug_of(title)}",
    )


def _aim(aim: Aim) -> Html:
    return element(
        "div",
        element("h4", aim.title),
        element("p", with_law_in_form(_plain(aim.purpose)), " (", cite_links(aim.cites, new_tab=True), ")"),
        element("ul", [_step(step, aim) for step in aim.steps]),
        cls="toolkit-aim",
    )


def _step(step: Step, aim: Aim) -> Html:
    own = tuple(unit for unit in step.cites if unit not in aim.cites)
    cites: Part = [" (", cite_links(own, new_tab=True), ")"] if own else None
    notes = [[" ", law_note(load_law().entries[id_], new_tab=True)] for id_ in step.law]
    instead = (
        [element("strong", INSTEAD[step.status]), " ", with_law_in_form(_plain(step.instead))] if step.instead else None
    )
    may_be_used = step.status != STATUSES[-1]
    button = element(
        "button",
        "Put in the plan",
        element("span", f": {step.name}", cls="visually-hidden"),
        type="button",
        cls="button button--secondary",
        data_action="put-in-plan",
        data_aim=aim.id,
        data_step=f"{step.name}. {_plain(step.text)}",
        data_needs_script=True,
        hidden=True,
    )
    return element(
        "li",
        element(
            "p",
            element("span", step.status.capitalize(), cls=TAGS[step.status]),
            " ",
            element("strong", f"{step.name}."),
            " ",
            with_law_in_form(_plain(step.text)),
            cites,
            notes,
        ),
        element("p", instead) if instead else None,
        element("p", element("strong", "Who:"), f" {'; '.join(step.who)}") if may_be_used else None,
        button if may_be_used else None,
        cls="toolkit-step",
    )


def _plain(text: str) -> str:
    """The words of a text that was written for a page of its own, without its links."""
    return LINK.sub(r"\1", text).replace("**", "")


def _dialog() -> Html:
    area = element("textarea", id="ask-effect-text", rows=4, cls="input", autocomplete="off")
    choices = element(
        "div",
        element("button", "Put it in the plan", value="yes", cls="button"),
        element("button", "Do not", value="no", cls="button button--secondary"),
        cls="dialog-choices",
    )
    return element(
        "dialog",
        element("h2", "First: what will it do to the child?", id="ask-effect-title"),
        element("p", id="ask-effect-step"),
        element("p", "Could somebody take it out on the child? Will the child feel blamed, watched or alone?"),
        element(
            "form",
            element(
                "div",
                element("label", "What will it do to the child?", cls="field__label", for_="ask-effect-text"),
                area,
                cls="field",
            ),
            element("p", role="alert", cls="error-words"),
            choices,
            method="dialog",
        ),
        id="ask-effect",
        aria_labelledby="ask-effect-title",
    )
