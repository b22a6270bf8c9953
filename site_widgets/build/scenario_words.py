"""What every training story says around its story: where care is needed, how to stop, and how to use the page."""

from __future__ import annotations

from cse_core.model_training import Scenario

from .markup import Html, Part, element, join
from .place import address
from .scenario_data import STORIES

# Where "Leave this story" leads: words for the reader first, and the other stories after them.
REST = "if-a-story-stays-with-you"
LEAVE = "Leave this story"
NUMBERS = ("no", "one", "two", "three")


def leave() -> Html:
    """The way out, for the end of every part."""
    link = element("a", LEAVE, href=address(STORIES, REST), data_leave=True)
    return element("p", link, cls="scenario-leave no-print")


def about(story: Scenario) -> Html:
    """What the story is like, before anything of it is read: care first."""
    note = element("p", element("strong", "Before you read: "), story.content_note) if story.content_note else None
    return join(
        element("div", note, element("p", CAN_STOP), cls="inset scenario-care"),
        element("p", in_short(story), " No child in these stories is real."),
    )


CAN_STOP = (
    f"You can stop at any point. Choose “{LEAVE}”, which stands at the end of every part. Nobody is told, and nothing "
    "is kept."
)


def in_short(story: Scenario) -> str:
    """How long, in how many parts, and through whose eyes."""
    return f"About {story.minutes} minutes, in {parts(story)}. You see it as {story.teller}."


def parts(story: Scenario) -> str:
    """How many parts the story has."""
    number = len(story.episodes)
    return f"{NUMBERS[number]} part{'s' if number > 1 else ''}"


def scripts_off(sheet: Part) -> Html:
    """How to use the page on paper."""
    words = (
        "Scripts are off, so this page cannot show you the answers. Read the story, and write down what you think. "
        "Then read the "
    )
    return element("noscript", element("p", words, sheet, ".", cls="inset"))
