"""`<!-- cse:picture ID -->`: every way to every outcome of an instrument, as a picture and in words.

For the instrument's own page, where its citations have their anchors. Both are made from the same routes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from cse_core import load_instrument
from cse_core.model import Instrument
from cse_core.render.routes import RouteWords, by_outcome, routes

from .cites import cite_links
from .markup import Html, element, escape, join
from .picture_dot import drawings
from .picture_svg import drawn_from, fingerprint

PICTURES = Path(__file__).parents[2] / "build/pictures"


class PictureError(ValueError):
    """A picture that is not there, or is of other rules: which file, and what to do."""


def picture(instrument_id: str) -> Html:
    """The instrument's rules as the build drew them, and the same in words; PictureError if they are not drawn."""
    instrument = load_instrument(instrument_id)
    dots = drawings(instrument)
    return picture_of(instrument, {name: _drawn(instrument_id, name, dot) for name, dot in dots.items()})


def _drawn(instrument_id: str, name: str, dot: str) -> str:
    file = PICTURES / f"{instrument_id}-{name}.svg"
    if not file.exists():
        raise PictureError(f"There is no picture {file}. Run: make site")
    svg = file.read_text("utf-8")
    if drawn_from(svg) != fingerprint(dot):
        raise PictureError(f"The picture {file} was drawn from other rules. Run: make site")
    return svg


def picture_of(instrument: Instrument, pictures: Mapping[str, str]) -> Html:
    """These pictures of the instrument's rules, how to read them, and the same in words."""
    shown = [
        element("div", Html(svg), cls=f"rules-picture__{name}", data_search_exclude=True)
        for name, svg in pictures.items()
    ]
    return join(
        element(
            "p",
            "Follow the arrows: from what is recorded, to the rule, to the outcome. "
            "A box with square corners says what is recorded. A box with round corners names the rule. "
            "A box with a double line is an outcome.",
        ),
        element(
            "p",
            "“Recorded” means present or suspected. One way is enough. "
            "Where several ways hold, the most serious outcome counts.",
        ),
        element("div", shown, cls="rules-picture"),
        element("div", _in_words(instrument), cls="rules-in-words"),
    )


def _in_words(instrument: Instrument) -> Html:
    return join(
        element("h3", "The same in words"),
        [
            join(element("h4", outcome), element("ul", [_rule(clauses) for clauses in rules]))
            for outcome, rules in by_outcome(routes(instrument)).items()
        ],
    )


def _when(clauses: Sequence[RouteWords]) -> Html:
    if len(clauses) == 1:
        return escape(f" When {clauses[0].words}. ")
    ways = [element("li", f"When {way.words}") for way in clauses]
    return join(" Any one of these is enough: ", element("ul", ways))


def _rule(clauses: Sequence[RouteWords]) -> Html:
    first = clauses[0]
    basis = element("span", "Ours", cls="tag") if first.ours else None
    if first.cites:
        basis = join(basis, " " if basis else None, "(", cite_links(first.cites), ")")
    return element(
        "li",
        element("strong", first.title, "."),
        _when(clauses),
        basis,
        element("p", first.note) if first.note else None,
        [
            element("details", element("summary", names.words), element("ul", [element("li", n) for n in names.names]))
            for way in clauses
            for names in way.lists
        ],
    )
