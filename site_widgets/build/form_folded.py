"""A part of the form that folds: open as the page is made, so that it can be read and printed without scripts."""

from __future__ import annotations

from .markup import Html, Part, element


def folded(id_: str, title: str, count: str, *parts: Part, about: str = "") -> Html:
    """A group of questions under a heading that opens and closes it. The summary counts it and links to it.

    `count` says how much is inside. `about` tells apart, in the summary, groups of the same title.
    """
    name = f"{about}: {title}" if about else title
    heading = element("h3", title, id=f"{id_}-title")
    summary = element("summary", heading, element("span", count, cls="group-count"))
    return element(
        "details",
        summary,
        element("div", *parts, cls="form-group-body"),
        cls="form-group",
        id=id_,
        data_section=name,
        data_on_paper=True,
        open=True,
    )
