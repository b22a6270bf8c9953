"""The summary that stays in reach: how far the form is, what is recorded, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from .markup import Html, Part, element, join

# The words on a button, and its action.
Tool = tuple[str, str]


def so_far(saved: str = "case") -> Html:
    """An empty summary; the script fills it. On a phone it is a bar with a disclosure. `saved` is what a file holds."""
    tools = (
        ("Print", "print"),
        ("Save to this device", "save"),
        ("Save with a passphrase", "save-locked"),
        (f"Open a saved {saved}", "open"),
    )
    return _summary(saved, tools, join("What is recorded (", element("span", "0", data_recorded_count=True), ")"))


def so_far_of_paper(tools: Sequence[Tool]) -> Html:
    """The same for a form of the paperwork, most of which is text: no list of what is recorded."""
    return _summary("case file", tools, "Sections and files", lists_recorded=False)


def _summary(saved: str, tools: Sequence[Tool], opens: Part, lists_recorded: bool = True) -> Html:
    toggle = element(
        "button",
        opens,
        type="button",
        id="so-far-toggle",
        cls="so-far-toggle",
        aria_expanded="false",
        aria_controls="so-far-detail",
    )
    title = element("h2", "So far", id="so-far-title", tabindex=-1)
    detail = element(
        "div",
        element(
            "div",
            element(
                "div",
                element("h3", "What is recorded (", element("span", "0", data_recorded_count=True), ")"),
                element("p", "Nothing yet.", id="recorded-none"),
                element("ul", id="recorded", cls="recorded"),
                hidden=not lists_recorded,
            ),
            element(
                "nav",
                element("h3", "Sections"),
                element("ol", id="progress", cls="progress"),
                aria_label="Sections of the form",
            ),
            element("p", id="python-status-short", cls="python-status-short"),
            element(
                "p",
                f"A saved {saved} is a file on this device. Without a passphrase, anyone who has the file can read it.",
                cls="hint so-far-hint",
            ),
            cls="so-far-lists",
        ),
        _tools(tools),
        id="so-far-detail",
        cls="so-far-detail",
    )
    return element(
        "aside",
        element("p", id="announcement", cls="announcement", role="status"),
        element("div", title, element("p", id="so-far-line", cls="so-far-line"), toggle, cls="so-far-bar"),
        detail,
        id="so-far",
        cls="so-far",
        aria_labelledby="so-far-title",
        data_needs_script=True,
        hidden=True,
    )


def chooser() -> Html:
    """The field behind "Open": the browser's own dialog for a file."""
    return element(
        "input",
        type="file",
        id="open-file",
        accept=".json,application/json",
        autocomplete="off",
        hidden=True,
        tabindex=-1,
    )


def _tools(tools: Sequence[Tool]) -> Html:
    def button(words: str, action: str, cls: str = "button button--secondary") -> Html:
        return element("button", words, type="button", cls=cls, data_action=action)

    return element(
        "div",
        [button(*tool) for tool in tools],
        chooser(),
        button("Clear everything", "clear", "button button--warning"),
        cls="so-far-tools",
    )
