"""What is said once a learner has judged: every option with its feedback, both readings, good practice and mistakes.

The same parts stand on the story's page, hidden until they are asked for, and on the answer sheet.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cse_core import load_instrument
from cse_core.model_training import ActionNamed, Episode, SignOffered

from .cites import cite_links, instrument_address
from .law_named import with_law
from .markup import Html, Part, element, join
from .scenario_data import items_of, sign_key, sign_words, text_key
from .scenario_reading import reading_of

OURS = "This is our own advice."
NONE_YET = "The story shows none of these yet. That does not tell you what is happening to the child."
# What the script writes beside an option, by what the learner did: ticked, or not.
SEEN = ("You saw this", "You missed this")
NOT_SHOWN = ("You ticked this", "")
NOT_KNOWN = ("You noticed this", "You missed this")
IS_KNOWN = ("You ticked this", "")
GOOD = ("You chose this", "")
NOT_GOOD = ("You chose this", "")


class Said(NamedTuple):
    """One option with what is said about it: its key, its words, more about it, and whether it was to be ticked."""

    key: str
    words: Part
    about: Part
    right: bool


class Sheet(NamedTuple):
    """Where the answers stand: how ids begin, the rank of a part's heading, and whether a citation opens a new tab."""

    prefix: str
    rank: int = 3
    new_tab: bool = True

    def cites(self, cites: Iterable[str], ours: bool = False) -> Html:
        """What a statement rests on, with a space before it."""
        links = cite_links(cites, new_tab=self.new_tab)
        if links:
            return join(" ", element("span", "(", links, ")", cls="cites"))
        return join(" ", element("span", OURS, cls="cites")) if ours else join()


def answers_of(episode: Episode, sheet: Sheet) -> Html:
    """Every part of the answers, in the order in which a room sees them."""
    return join(
        _signs(episode, sheet),
        _gaps(episode, sheet),
        _first_steps(episode, sheet),
        _readings(episode, sheet),
        _practice(episode, sheet),
        _mistakes(episode, sheet),
        _discuss(episode, sheet),
    )


def _signs(episode: Episode, sheet: Sheet) -> Html:
    said = [
        Said(
            sign_key(sign),
            with_law(sign_words(sign)),
            [
                element("p", element("strong", "In the story: "), with_law(_ended(sign.where))) if sign.where else None,
                element("p", with_law(sign.feedback)),
                element("p", _asked_by(sign, sheet), cls="scenario-tools"),
            ],
            sign.in_story,
        )
        for sign in episode.signs
    ]
    intro = "A suspicion counts as much as something seen. What is not in the story may still be happening."
    return _part(
        sheet,
        "answer-signs",
        "Signs: what the story shows",
        element("p", intro),
        None if any(each.right for each in said) else element("p", NONE_YET),
        _summary("signs", "You saw {n} of {of} that the story shows."),
        _options(sheet, "In the story", said, True, SEEN),
        _options(sheet, "Not in the story", said, False, NOT_SHOWN),
    )


def _ended(words: str) -> str:
    """The words with an end: some are a whole sentence already, and some end in somebody's own words."""
    return words if words.rstrip("”’\"'").endswith((".", "?", "!")) else f"{words}."


def _asked_by(sign: SignOffered, sheet: Sheet) -> Part:
    """Which instruments ask about it, each with where it does."""
    found = [join(load_instrument(id_).short_title, sheet.cites(item.cites)) for id_, item in items_of(sign)]
    return join("Asked by ", [part for tool in found for part in (" and by ", tool)][1:], ".")


def _gaps(episode: Episode, sheet: Sheet) -> Html:
    said = [
        Said(
            text_key(gap),
            with_law(gap.text),
            element("p", with_law(gap.feedback), sheet.cites(gap.cites, gap.ours)),
            not gap.told,
        )
        for gap in episode.gaps
    ]
    return _part(
        sheet,
        "answer-unknowns",
        "What nobody knows yet",
        element("p", "Not known is never no. It is a question for somebody, and not always for you to ask."),
        _summary("unknowns", "You noticed {n} of {of} that the story does not tell."),
        _options(sheet, "The story does not tell", said, True, NOT_KNOWN),
        _options(sheet, "The story does tell", said, False, IS_KNOWN),
    )


def _first_steps(episode: Episode, sheet: Sheet) -> Html:
    said = [
        Said(
            text_key(step),
            with_law(step.text),
            [
                element("p", with_law(step.feedback), sheet.cites(step.cites, step.ours)),
                element("p", _also(step.action, sheet), cls="scenario-tools") if step.action else None,
            ],
            step.good,
        )
        for step in episode.first_steps
    ]
    return _part(
        sheet,
        "answer-steps",
        "First steps",
        _summary("steps", "You chose {n} of {of} good first steps."),
        _options(sheet, "Good first steps", said, True, GOOD),
        _options(sheet, "Not these, or not first", said, False, NOT_GOOD),
    )


def _also(named: ActionNamed, sheet: Sheet) -> Part:
    tool = load_instrument(named.instrument)
    action = next(action for action in tool.actions if action.id == named.action)
    return join(
        f"{tool.short_title} asks for it too, in this story: “",
        with_law(action.text),
        "”",
        sheet.cites(action.cites),
    )


def _readings(episode: Episode, sheet: Sheet) -> Html:
    tools = join(
        *[
            part
            for id_ in episode.vignette.between
            for part in (
                " and ",
                element("a", load_instrument(id_).short_title, href=instrument_address(id_), **_tab(sheet)),
            )
        ][1:]
    )
    return _part(
        sheet,
        "answer-tools",
        "How both tools read it",
        element(
            "p",
            "This is what ",
            tools,
            " make of the story’s facts. Nobody typed it: it is worked out from the rules of each. "
            "If you are more worried than a tool, act on your worry. If you are less worried, do what it asks all the "
            "same, and write down both. If you cannot tell, tell your safeguarding lead today.",
        ),
        element("p", element("strong", "You said: "), element("span", data_you_said=True), hidden=True),
        element("div", reading_of(episode, sheet.prefix, sheet.new_tab), cls="assessment scenario-reading"),
    )


def _practice(episode: Episode, sheet: Sheet) -> Html | None:
    rows = [element("li", with_law(each.text), sheet.cites(each.cites, each.ours)) for each in episode.practice]
    return _part(sheet, "answer-practice", "What good practice looks like here", element("ul", rows)) if rows else None


def _mistakes(episode: Episode, sheet: Sheet) -> Html | None:
    rows = [
        element(
            "li",
            element("p", element("strong", with_law(each.text))),
            element("p", "Instead: ", with_law(each.instead), sheet.cites(each.cites, each.ours)),
        )
        for each in episode.mistakes
    ]
    return _part(sheet, "answer-mistakes", "Common mistakes", element("ul", rows)) if rows else None


def _discuss(episode: Episode, sheet: Sheet) -> Html | None:
    rows = [element("li", with_law(each)) for each in episode.discuss]
    return _part(sheet, "answer-talk", "To talk about", element("ul", rows)) if rows else None


def _part(sheet: Sheet, name: str, title: str, *parts: Part) -> Html:
    id_ = f"{sheet.prefix}-{name}"
    heading = element(f"h{sheet.rank}", title, id=id_, tabindex=-1)
    return element("section", heading, *parts, cls=f"scenario-part {name}", aria_labelledby=id_, data_step=title)


def _summary(group: str, words: str) -> Html:
    """A line that the script fills in from what was ticked. On paper and without scripts it is not there."""
    return element("p", cls="scenario-summary", data_summary=group, data_words=words, hidden=True)


def _options(sheet: Sheet, title: str, said: Iterable[Said], right: bool, verdict: tuple[str, str]) -> Html | None:
    rows = [_option(each, verdict) for each in said if each.right is right]
    if not rows:
        return None
    return join(element(f"h{sheet.rank + 1}", title), element("ul", rows, cls="scenario-options"))


def _option(said: Said, verdict: tuple[str, str]) -> Html:
    ticked, not_ticked = verdict
    tag = element("span", cls="tag", data_verdict=True, hidden=True)
    return element(
        "li",
        element("p", element("strong", said.words), " ", tag),
        said.about,
        data_option=said.key,
        data_right=said.right,
        data_ticked=ticked,
        data_not_ticked=not_ticked,
    )


def _tab(sheet: Sheet) -> dict[str, str]:
    return {"target": "_blank", "rel": "noopener"} if sheet.new_tab else {}
