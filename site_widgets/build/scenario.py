"""`<!-- cse:scenario ID -->`: a training story to judge first. `<!-- cse:scenario-answers ID -->`: its answer sheet.

With scripts off the first is a story with questions, and the second is what to read after it.
The script shows, hides, and compares what was ticked with what is marked here. It decides nothing.
"""

from __future__ import annotations

import json

from cse_core.model_training import Episode, More, Scenario

from .cites import SITE_ROOT
from .docs_pages import docs_pages
from .law_named import with_law
from .markup import Html, Part, element, join
from .place import address
from .scenario_answers import Sheet, answers_of
from .scenario_data import STORIES, answers_page, stories, story_page
from .scenario_judge import judge_first
from .scenario_room import room_bar
from .scenario_words import about, in_short, leave, scripts_off
from .support import support

# What a saved file says of itself.
SCHEMA = "cse-story-answers/1"


def scenario(id_: str) -> Html:
    """The whole page of one story."""
    story = stories()[id_]
    sheet = element("a", "answer sheet", href=address(answers_page(id_)))
    return element(
        "div",
        _styles(),
        _opening(story, sheet),
        [_episode(story, number) for number in range(1, len(story.episodes) + 1)],
        _end(story, sheet),
        room_bar(),
        element("p", role="status", cls="scenario-status", data_announce=True),
        cls="scenario",
        data_scenario=id_,
        data_schema=SCHEMA,
        data_titles=json.dumps({id_: story.title for id_, story in stories().items()}),
    )


def scenario_answers(id_: str) -> Html:
    """The answer sheet of one story: the same answers, with the story left out."""
    story = stories()[id_]
    return element(
        "div",
        _styles(),
        element(
            "p",
            "Read ",
            element("a", "the story", href=address(story_page(id_))),
            " and judge for yourself before you read this. ",
            in_short(story),
        ),
        [_sheet_of(episode, number, len(story.episodes)) for number, episode in enumerate(story.episodes, 1)],
        _more(story.more),
        support(),
        cls="scenario scenario--answers",
    )


def _styles() -> Html:
    """How a reading looks is the same here and on the page that makes one."""
    return element("link", rel="stylesheet", href=f"{SITE_ROOT}assets/cse/assessment/both.css")


def _opening(story: Scenario, sheet: Html) -> Html:
    return element(
        "div",
        element(
            "section",
            element("h2", "Before you start", id="before", tabindex=-1),
            about(story),
            support(3),
            cls="scenario-opening",
            aria_labelledby="before",
            data_step="Before you start",
        ),
        scripts_off(sheet),
        leave(),
        _tools(),
        element("p", hidden=True, data_session=True, cls="scenario-session no-print"),
        cls="scenario-start",
    )


def _tools() -> Html:
    """What can be done with the page as a whole."""
    buttons = [
        element("button", words, type="button", cls="button button--secondary", data_action=action)
        for action, words in (
            ("open", "Open saved answers"),
            ("sheet", "Print a learner sheet"),
            ("room", "Show in a room"),
        )
    ]
    chooser = element(
        "input",
        type="file",
        accept="application/json,.json",
        hidden=True,
        data_chooser=True,
        aria_label="Saved answers",
        autocomplete="off",
    )
    return element(
        "details",
        element("summary", "Come back to it later, print it, or show it in a room"),
        element("div", buttons, chooser, cls="button-group"),
        cls="scenario-tools-all needs-script no-print",
    )


def _episode(story: Scenario, number: int) -> Html:
    episode, prefix, last = story.episodes[number - 1], f"part-{number}", number == len(story.episodes)
    return element(
        "section",
        element(
            "div",
            element("h2", _numbered(episode, number, len(story.episodes)), id=prefix, tabindex=-1),
            element("div", [element("p", paragraph) for paragraph in episode.paragraphs], cls="scenario-story"),
            data_step=f"Story: {episode.title}",
        ),
        leave(),
        judge_first(episode, prefix),
        leave(),
        _answers(episode, prefix, last),
        cls="scenario-episode",
        aria_labelledby=prefix,
        data_episode=number,
    )


def _answers(episode: Episode, prefix: str, last: bool) -> Html:
    on = "Go on to the end" if last else "What happened next"
    return element(
        "div",
        answers_of(episode, Sheet(prefix)),
        element(
            "div",
            element("button", on, type="button", cls="button", data_action="next"),
            element("button", "Save my answers", type="button", cls="button button--secondary", data_action="save"),
            cls="button-group",
        ),
        leave(),
        cls="scenario-answers",
        data_search_exclude=True,
        data_answers=True,
        hidden=True,
    )


def _sheet_of(episode: Episode, number: int, of: int) -> Html:
    prefix = f"part-{number}"
    return element(
        "section",
        element("h2", _numbered(episode, number, of), id=prefix),
        answers_of(episode, Sheet(prefix, new_tab=False)),
        cls="scenario-episode",
        aria_labelledby=prefix,
    )


def _numbered(episode: Episode, number: int, of: int) -> str:
    return f"Part {number} of {of}: {episode.title}" if of > 1 else episode.title


def _end(story: Scenario, sheet: Html) -> Html:
    return element(
        "section",
        element(
            "div",
            element("h2", "Before you go", id="end", tabindex=-1),
            support(3),
            data_step="Before you go",
        ),
        element("p", hidden=True, data_session_next=True, cls="scenario-session"),
        _more(story.more, 3),
        element(
            "p",
            "The ",
            sheet,
            " has everything said about this story on one page. ",
            element("a", "More stories", href=address(STORIES)),
            ".",
            cls="no-print",
        ),
        cls="scenario-end",
        aria_labelledby="end",
        data_end=True,
    )


def _more(more: tuple[More, ...], rank: int = 2) -> Part:
    links = [
        element("li", element("a", docs_pages()[each.page].title, href=address(each.page)), ": ", with_law(each.why))
        for each in more
    ]
    return join(element(f"h{rank}", "What to read next"), element("ul", links)) if links else None
