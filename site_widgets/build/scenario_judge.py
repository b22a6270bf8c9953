"""The questions that a learner answers before anything is said about a story."""

from __future__ import annotations

from collections.abc import Iterable

from cse_core.model_training import Episode

from .fields import Choice, field_id, question, radios, text_area
from .law_named import with_law
from .markup import Html, Part, element
from .scenario_data import mixed, sign_key, sign_words, text_key

MOST_STEPS = 3
# A judgement in everyday words, that belongs to no instrument.
JUDGEMENTS: tuple[Choice, ...] = (
    ("now", "Now. I would call the police or children’s social care at once."),
    ("today", "Today. I would tell my safeguarding lead and children’s social care."),
    ("soon", "Soon. I would want to find out more first."),
    ("unsure", "I cannot tell yet."),
)


def judge_first(episode: Episode, prefix: str) -> Html:
    """The form of one episode, and the button that shows the answers. `prefix` begins every name and id."""
    return element(
        "form",
        element("h3", "Judge first", id=f"{prefix}-judge", tabindex=-1),
        element("p", "Answer before you see what anyone else says. Nothing that you tick or write leaves this page."),
        _error_summary(prefix),
        _step("Signs: what do you see?", _signs(episode, prefix)),
        _step("What do you not know?", _gaps(episode, prefix)),
        _step("Your own judgement", _judgement(episode, prefix)),
        _step("Your first three actions", _first_steps(episode, prefix)),
        element(
            "div",
            element("button", "See how the tools read it", type="button", cls="button", data_action="reveal"),
            cls="button-group needs-script",
        ),
        # The dialog method has nowhere to send the answers, scripts on or off.
        method="dialog",
        cls="scenario-judge",
        id=f"{prefix}-form",
        autocomplete="off",
        novalidate=True,
        aria_labelledby=f"{prefix}-judge",
    )


def _signs(episode: Episode, prefix: str) -> Html:
    rows = [(sign_key(sign), sign_words(sign)) for sign in mixed(episode.signs, sign_key)]
    return question(
        f"{prefix}.signs",
        "Which of these do you see in the story?",
        _boxes(f"{prefix}.signs", rows),
        hint="Tick what was seen, said or gives you reason to suspect it. Some are not in the story.",
    )


def _gaps(episode: Episode, prefix: str) -> Html:
    rows = [(text_key(gap), gap.text) for gap in mixed(episode.gaps, text_key)]
    return question(
        f"{prefix}.unknowns",
        "Which of these do you still not know?",
        _boxes(f"{prefix}.unknowns", rows),
        hint="Tick what the story does not tell you.",
    )


def _judgement(episode: Episode, prefix: str) -> list[Part]:
    ask = [element("li", with_law(text)) for text in episode.bias]
    stop = element(
        "div", element("p", element("strong", "Stop and ask yourself:")), element("ul", ask), cls="inset scenario-bias"
    )
    return [
        stop if ask else None,
        question(
            f"{prefix}.judgement",
            "How soon does somebody need to act?",
            radios(f"{prefix}.judgement", JUDGEMENTS),
        ),
        text_area(
            f"{prefix}.reasons", "Your reasons", hint="What makes you think so? What would change your mind?", rows=3
        ),
    ]


def _first_steps(episode: Episode, prefix: str) -> Html:
    rows = [(text_key(step), step.text) for step in mixed(episode.first_steps, text_key)]
    return question(
        f"{prefix}.steps",
        "What would you do first?",
        _boxes(f"{prefix}.steps", rows),
        hint="Choose up to three.",
    )


# No link stands in a label: what has a changed law in it must be said in other words here.
def _boxes(name: str, rows: Iterable[tuple[str, Part]]) -> Html:
    return element("div", [_box(name, *row) for row in rows], cls="options")


def _box(name: str, value: str, words: Part) -> Html:
    id_ = field_id(f"{name}-{value}".replace(":", "-"))
    box = element("input", type="checkbox", id=id_, name=name, value=value, autocomplete="off")
    return element("label", box, element("span", words), cls="choice", for_=id_)


def _step(title: str, *parts: Part) -> Html:
    return element("div", *parts, cls="scenario-question", data_step=title)


def _error_summary(prefix: str) -> Html:
    id_ = f"{prefix}-errors"
    return element(
        "div",
        element("h4", "There is a problem", id=f"{id_}-title", cls="error-summary__title"),
        element("ul"),
        cls="error-summary",
        id=id_,
        role="alert",
        tabindex=-1,
        aria_labelledby=f"{id_}-title",
        hidden=True,
    )
