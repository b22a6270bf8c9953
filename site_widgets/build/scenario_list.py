"""`<!-- cse:scenarios -->`: every story, to narrow down. `<!-- cse:session -->`: a trainer's choice of stories."""

from __future__ import annotations

import json

from cse_core.model_training import Scenario

from .markup import Html, element, join
from .narrow import Choice, narrow_form
from .place import address
from .scenario_data import STORIES, answers_page, role_words, stories, story_page, tag_words
from .scenario_words import REST, in_short
from .support import support

# Each entry says nothing of what a story has in it: a learner is to see that for themselves.
SPOILER = (
    "Choosing what a story has in it tells you something of the story. If you are here to learn, choose by your work."
)


def scenarios() -> Html:
    """The list, with a form that narrows it down, and before it the session that an address may name."""
    return join(_session(), _list(), _rest())


def _session() -> Html:
    """The stories that the address names after `#`, once the script has read them."""
    return element(
        "section",
        element("h2", "Your session", id="session", tabindex=-1),
        element("p", "Somebody chose these stories for you. Read them in this order."),
        element("ol"),
        element("p", element("a", "All stories", href=address(STORIES))),
        cls="scenario-session-list",
        aria_labelledby="session",
        data_session_list=True,
        data_titles=json.dumps({id_: story.title for id_, story in stories().items()}),
        hidden=True,
    )


def _list() -> Html:
    found = list(stories().values())
    choices = (
        Choice("roles", "Your work", "Any work", _in_order([role_words(story.roles) for story in found])),
        Choice("shows", "What a story has in it", "Anything", _in_order([tag_words(story.shows) for story in found])),
        Choice("parts", "Length", "Any length", ["one part", "more than one part"]),
    )
    return element(
        "div",
        element("h2", "Choose a story", id="stories"),
        narrow_form(choices),
        element("p", SPOILER, cls="hint needs-script"),
        element("ul", [_entry(story) for story in found], cls="scenario-list"),
        data_list=True,
    )


def _entry(story: Scenario) -> Html:
    return element(
        "li",
        element("h3", element("a", story.title, href=address(story_page(story.id)))),
        element("p", story.summary),
        element("p", in_short(story), cls="hint"),
        element("p", story.content_note, cls="hint") if story.content_note else None,
        data_entry=True,
        data_roles="|".join(role_words(story.roles)),
        data_shows="|".join(tag_words(story.shows)),
        data_parts="one part" if len(story.episodes) == 1 else "more than one part",
    )


def _rest() -> Html:
    return join(element("h2", "If a story stays with you", id=REST), support(3))


def _in_order(words: list[list[str]]) -> list[str]:
    """Every word that is used, each once, in alphabetical order."""
    return sorted({word for each in words for word in each}, key=str.lower)


def session() -> Html:
    """Every story with its sheets, and the form that makes a link to some of them."""
    return element(
        "form",
        element(
            "fieldset",
            element("legend", "Stories"),
            element("p", "Tick the stories in the order in which you want to run them.", cls="hint needs-script"),
            element("ul", [_row(story) for story in stories().values()], cls="session-stories"),
            cls="choices",
        ),
        element(
            "div",
            element("p", role="status", data_chosen=True),
            element("button", "Make the link", type="button", cls="button", data_action="make-link"),
            element(
                "div",
                element("label", "Link to your session", for_="session-link", cls="field__label"),
                element("input", id="session-link", type="text", readonly=True, cls="input", autocomplete="off"),
                element(
                    "p",
                    element("a", "Open the session", href=address(STORIES), data_open_session=True),
                ),
                cls="field",
                data_link=True,
                hidden=True,
            ),
            cls="needs-script no-print",
        ),
        method="dialog",
        cls="session-form",
        data_session_form=True,
        data_stories=address(STORIES),
        autocomplete="off",
        aria_label="Make a session",
    )


def _row(story: Scenario) -> Html:
    id_ = f"choose-{story.id}"
    box = element(
        "input",
        type="checkbox",
        id=id_,
        name="story",
        value=story.id,
        data_minutes=story.minutes,
        autocomplete="off",
        cls="needs-script",
    )
    links = (("Story and learner sheet", story_page(story.id)), ("Answer sheet", answers_page(story.id)))
    return element(
        "li",
        element("label", box, element("strong", story.title), cls="choice", for_=id_),
        element("p", story.summary, " ", in_short(story)),
        element("p", "For: ", "; ".join(role_words(story.roles)), ". In it: ", "; ".join(tag_words(story.shows)), "."),
        element("p", story.content_note) if story.content_note else None,
        element("p", [[" · " if at else "", _link(story, *each)] for at, each in enumerate(links)]),
    )


def _link(story: Scenario, words: str, page: str) -> Html:
    about = element("span", f": {story.title}", cls="visually-hidden")
    return element("a", words, about, href=address(page))
