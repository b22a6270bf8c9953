"""The second step of the knowledge check: one question at a time, with room for the question and for its answer."""

from __future__ import annotations

from .markup import Html, element


def ask() -> Html:
    """An empty frame; the script puts one question into it."""
    return element(
        "section",
        element("h2", id="ask-title", tabindex=-1),
        element("p", id="ask-topic", cls="hint"),
        element(
            "div",
            element("h3", "There is a problem", cls="error-summary__title"),
            element("ul", element("li", element("a", href="#ask", id="ask-error-link"))),
            id="ask-error",
            cls="error-summary",
            tabindex=-1,
            role="alert",
            hidden=True,
        ),
        element("h3", id="ask-verdict", tabindex=-1, cls="quiz-verdict", hidden=True),
        element(
            "form",
            element("div", id="ask-place"),
            element("div", element("button", "Check my answer", id="check", cls="button"), cls="button-group"),
            id="ask-form",
            autocomplete="off",
            novalidate=True,
        ),
        element("div", id="ask-rests", hidden=True),
        element("div", _button("Next question", "next", "button"), cls="button-group", id="ask-next", hidden=True),
        element(
            "div",
            _button("Save progress", "save"),
            _button("Stop and see the result", "stop"),
            _button("Leave and forget all of it", "leave"),
            cls="button-group quiz__ways-out",
        ),
        id="ask",
        aria_labelledby="ask-title",
        data_step=True,
        hidden=True,
    )


def _button(words: str, action: str, cls: str = "button button--secondary") -> Html:
    return element("button", words, type="button", cls=cls, data_action=action)
