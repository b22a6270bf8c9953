"""`<!-- cse:differences -->`: every place where the sources contradict themselves, are unclear or are wrong."""

from __future__ import annotations

from .cites import cite_links
from .differences_data import TOPICS, Difference, Place, load_differences
from .law_named import with_law
from .markup import Html, Part, element, join

PROOF = "difference__tests"


def differences() -> Html:
    """A contents list, and every difference under its topic."""
    found = load_differences()
    by_topic = {topic: [each for each in found if each.topic == topic] for topic in TOPICS}
    shown = {topic: entries for topic, entries in by_topic.items() if entries}
    return element(
        "div",
        _contents(shown, len(found)),
        [_topic(topic, entries) for topic, entries in shown.items()],
        cls="differences",
    )


def _contents(topics: dict[str, list[Difference]], number: int) -> Html:
    lines = [
        element("li", element("a", f"{TOPICS[topic]} ({len(entries)})", href=f"#{topic}"))
        for topic, entries in topics.items()
    ]
    return element(
        "nav",
        element("p", f"{number} entries, by topic", cls="on-this-page__title"),
        element("ul", lines),
        cls="on-this-page",
        aria_label="On this page",
    )


def _topic(topic: str, entries: list[Difference]) -> Html:
    titles = [element("li", element("a", each.title, href=f"#{each.id}")) for each in entries]
    return join(
        _heading("h2", topic, TOPICS[topic]),
        element("div", element("ul", titles), cls="on-this-page"),
        [_entry(each) for each in entries],
    )


def _entry(each: Difference) -> Html:
    rows: tuple[tuple[str, Part], ...] = (
        ("What the sources say", element("ul", [_place(place) for place in each.says])),
        ("What this site does", with_law(each.reading)),
        ("Why that is safer", with_law(each.why)),
        ("Proved by", element("ul", [element("li", element("code", test)) for test in each.tests], cls=PROOF)),
    )
    lines = [element("div", element("dt", term), element("dd", words)) for term, words in rows]
    return element(
        "div",
        _heading("h3", each.id, each.title),
        element("p", element("span", each.kind.capitalize(), cls="tag")),
        element("dl", lines, cls="summary-list"),
        cls="difference",
    )


def _place(place: Place) -> Html:
    return element("li", with_law(place.says), " (", cite_links(place.cites), ")")


def _heading(level: str, id_: str, words: str) -> Html:
    """A heading with the same link to itself that Markdown's headings have."""
    return element(level, words, element("a", "Link to this section", cls="headerlink", href=f"#{id_}"), id=id_)
