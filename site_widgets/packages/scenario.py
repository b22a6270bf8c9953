"""A training story as the files of a package: the story to judge first, its answer sheet, and a way out."""

from __future__ import annotations

from ..build.markup import Html, element, hidden_text, join
from ..build.place import address
from ..build.scenario import scenario, scenario_answers
from ..build.scenario_data import STORIES, answers_page, stories
from ..build.scenario_words import REST
from ..build.support import support
from .archive import Files
from .assets import assets
from .links import alone
from .manifest import FIRST_PAGE, Course
from .page import FRAME, page
from .said import SUPPORT, said

SCRIPT = "packages/scenario.js"
STYLES = ("scenario/scenario.css", "assessment/both.css")
SHEET, LEFT = "answers.html", "left.html"
TOLD = (
    "It is told how far you have come in the story and when you reach the end, so that you can close this page and go "
    "on later. It is told nothing that you tick or type. A story has no mark."
)
# The frame links the styles. What the site's page says of itself, and what holds here.
SHEET_INSTEAD = {element("link", rel="stylesheet", href="cse-root:assets/cse/assessment/both.css"): "", **SUPPORT}
INSTEAD = {
    **SHEET_INSTEAD,
    "Nobody is told, and nothing is kept.": "Nothing that you tick or type is told or kept.",
    f'<a href="{address(STORIES)}">More stories</a>.': "",
}


def scenario_ids() -> tuple[str, ...]:
    """Every story that is made into a package."""
    return tuple(stories())


def course(id_: str) -> Course:
    """What the manifest says. A story has no mark to reach."""
    return Course(id_, stories()[id_].title, None)


def scenario_files(id_: str) -> Files:
    """The files of one story's package."""
    title = stories()[id_].title
    beside = {address(answers_page(id_)): SHEET, address(STORIES, REST): LEFT}
    story = said(str(scenario(id_)), INSTEAD)
    sheet = said(str(scenario_answers(id_)), SHEET_INSTEAD)
    return {
        FIRST_PAGE: page(title, TOLD, _in_new_tab(alone(story, beside)), STYLES, SCRIPT),
        SHEET: page(f"{title}: answer sheet", "", alone(sheet, beside), STYLES),
        LEFT: page("You have left the story", "", _left(beside), STYLES),
        **assets([*FRAME, SCRIPT, *STYLES]),
    }


def _in_new_tab(html: Html) -> Html:
    """The sheet beside the story: going there and back would end the visit, and one that has ended cannot go on."""
    new_tab = f'<a target="_blank" rel="noopener" href="{SHEET}">answer sheet{hidden_text(" (opens in a new tab)")}</a>'
    return Html(said(html, {f'<a href="{SHEET}">answer sheet</a>': new_tab}))


def _left(beside: dict[str, str]) -> Html:
    return join(
        element(
            "p",
            "Nothing that you ticked or typed was kept. You can close this page, and you need no reason. "
            "To come back to the story, open it again where you opened it.",
        ),
        alone(said(str(support()), SUPPORT), beside),
    )
