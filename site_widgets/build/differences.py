"""`<!-- cse:differences -->`: every place where the sources contradict themselves, are unclear or are wrong."""

from __future__ import annotations

from cse_core import instrument_ids, load_instrument

from .cites import cite_links
from .differences_data import TOPICS, Difference, Place, load_differences
from .instrument_units import cites_of, units_table
from .markup import Html, Part, element, join

# The page lies one folder deep.
SITE_ROOT = "../"
UNITS = "cited-paragraphs"
PROOF = "difference__tests"


def differences() -> Html:
    """A contents list, every difference under its topic, and the paragraphs that have no other page to open on."""
    found = load_differences()
    by_topic = {topic: [each for each in found if each.topic == topic] for topic in TOPICS}
    shown = {topic: entries for topic, entries in by_topic.items() if entries}
    anchors = _anchors()
    here = {unit for each in found for place in each.says for unit in place.cites if unit not in anchors}
    return element(
        "div",
        _contents(shown, len(found)),
        [_topic(topic, entries, anchors) for topic, entries in shown.items()],
        element("h2", "Cited paragraphs", id=UNITS),
        element("p", "Most citations open on the page of the tool that uses the paragraph. The others open here."),
        units_table(here),
        cls="differences",
    )


def _anchors() -> dict[str, str]:
    """The page of a tool on which each unit has its anchor, seen from this page."""
    anchors: dict[str, str] = {}
    for id_ in instrument_ids():
        for unit in cites_of(load_instrument(id_)):
            anchors.setdefault(unit, f"{SITE_ROOT}instruments/{id_}/")
    return anchors


def _contents(topics: dict[str, list[Difference]], number: int) -> Html:
    lines = [
        element("li", element("a", f"{TOPICS[topic]} ({len(entries)})", href=f"#{topic}"))
        for topic, entries in topics.items()
    ]
    last = element("li", element("a", "Cited paragraphs", href=f"#{UNITS}"))
    return element(
        "nav",
        element("p", f"{number} entries, by topic", cls="on-this-page__title"),
        element("ul", lines, last),
        cls="on-this-page",
        aria_label="On this page",
    )


def _topic(topic: str, entries: list[Difference], anchors: dict[str, str]) -> Html:
    titles = [element("li", element("a", each.title, href=f"#{each.id}")) for each in entries]
    return join(
        _heading("h2", topic, TOPICS[topic]),
        element("div", element("ul", titles), cls="on-this-page"),
        [_entry(each, anchors) for each in entries],
    )


def _entry(each: Difference, anchors: dict[str, str]) -> Html:
    rows: tuple[tuple[str, Part], ...] = (
        ("What the sources say", element("ul", [_place(place, anchors) for place in each.says])),
        ("What this site does", each.reading),
        ("Why that is safer", each.why),
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


def _place(place: Place, anchors: dict[str, str]) -> Html:
    links = [cite_links((unit,), anchors.get(unit, "")) for unit in place.cites]
    return element("li", place.says, " (", [piece for link in links for piece in (", ", link)][1:], ")")


def _heading(level: str, id_: str, words: str) -> Html:
    """A heading with the same link to itself that Markdown's headings have."""
    return element(level, words, element("a", "Link to this section", cls="headerlink", href=f"#{id_}"), id=id_)
