"""An instrument's rules as a drawing in DOT, the language of Graphviz: in columns, and in one column for a phone.

The shapes differ, so that nothing is told by colour: a box says what is recorded, a round box names the rule,
a box with a double line is an outcome, and words without a box are a note. An arrow means "leads to".
"""

from __future__ import annotations

import html
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from cse_core.model import Instrument
from cse_core.render.routes import RouteWords, by_outcome, routes

# Graphviz guesses how wide a word is. It is told larger sizes than the style sheet gives,
# so that the words still fit in a reader's wider font. Rules and outcomes are bold there, so theirs is larger still.
FONT = 'fontname="Arial", fontsize=16.5'
BOLD = "fontsize=17.5"
IN_COLUMNS = (
    'rankdir=LR; nodesep=0.16; ranksep=0.23; pad=0.02; bgcolor="transparent"; '
    f'node [shape=box, margin="0.12,0.09", {FONT}]; edge [arrowsize=0.9, headport=w, tailport=e];'
)
IN_ONE_COLUMN = (
    'rankdir=TB; nodesep=0.12; ranksep=0.2; pad=0.02; bgcolor="transparent"; '
    f'node [shape=box, margin="0.08,0.07", {FONT}]; edge [arrowsize=0.9];'
)
RULE = f"class=rule, style=rounded, {BOLD}"
OUTCOME = f"class=outcome, peripheries=2, {BOLD}"
NOTE = "class=note, shape=plaintext"
SPACE = 'style=invis, width=0.01, height=0.01, label=""'
# Keeps the boxes of a column in their order from the top.
DOWNWARDS = "style=invis, headport=n, tailport=s"
# Where a line meets the line that several share.
JOINT = "class=joint, shape=point, width=0.01, height=0.01"


def drawings(instrument: Instrument) -> Mapping[str, str]:
    """The arrangements by name, each as DOT."""
    ways = by_outcome(routes(instrument))
    return {name: "\n".join(arrange(ways)) for name, arrange in ARRANGEMENTS.items()}


def _in_columns(ways: Mapping[str, list[list[RouteWords]]]) -> Iterator[str]:
    """What is recorded, the rule, the outcome: from left to right."""
    yield f"digraph {{ {IN_COLUMNS}"
    recorded, named = [], []
    for o, (outcome, rules) in enumerate(ways.items()):
        yield f"o{o} [{OUTCOME}, width=1.4, height=0.7, label={_label(outcome, 9)}];"
        if recorded:
            yield f"o{o}s [{SPACE}];"
            recorded.append(f"o{o}s")
        boxes = [f"o{o}r{r}" for r in range(len(rules))]
        for box, clauses in zip(boxes, rules, strict=True):
            yield f"{box} [{RULE}, width=2.8, label={_label(clauses[0].title, 22)}];"
            whens = [f"{box}c{c}" for c in range(len(clauses))]
            for when, way in zip(whens, clauses, strict=True):
                yield f"{when} [class=recorded, width=4, label={_label(way.words, 35)}];"
            yield from _joined(whens, box)
            recorded += whens
            if note := clauses[0].note:
                yield f"{box}n [{NOTE}, label={_label(note, 34)}];"
                recorded.append(f"{box}n")
        yield from _joined(boxes, f"o{o}")
        named += boxes
    for column in (recorded, named, [f"o{o}" for o in range(len(ways))]):
        yield _row(column, DOWNWARDS)
    yield "}"


def _joined(boxes: Sequence[str], to: str) -> Iterator[str]:
    """A line from each box to one line downwards, and from that one arrow to where they all lead."""
    for box in boxes:
        yield f"{box}j [{JOINT}]; {box} -> {box}j [dir=none, headport=c, weight=20];"
    yield _row([f"{box}j" for box in boxes], "dir=none, headport=c, tailport=c")
    yield f"{boxes[(len(boxes) - 1) // 2]}j -> {to} [tailport=c, weight=20];"


def _in_one_column(ways: Mapping[str, list[list[RouteWords]]]) -> Iterator[str]:
    """Each outcome with its rules below it, joined to it by a line down the left side."""
    yield f"digraph {{ {IN_ONE_COLUMN}"
    above, rail = "", ""
    for o, (outcome, rules) in enumerate(ways.items()):
        yield f"o{o} [{OUTCOME}, margin=0.02, label={_with_rail(outcome)}];"
        if above:
            yield f"{above} -> o{o} [style=invis, minlen=3, weight=0];"
            yield f"{rail} -> o{o}:rail [style=invis, weight=100];"
        above, rail = f"o{o}", f"o{o}:rail:s"
        for r, clauses in enumerate(rules):
            box = f"o{o}r{r}"
            # The joint first: Graphviz sets the first of a row on the left.
            yield f"{box}j [{JOINT}, group=o{o}];"
            yield f"{box} [{RULE}, group=boxes, width=3.5, label={_label(clauses[0].title, 27)}];"
            words = _label([way.words for way in clauses], 29)
            yield f"{box}c [class=recorded, group=boxes, width=3.5, label={words}];"
            yield f"{{ rank=same; {box}j -> {box} [dir=none, weight=0]; }}"
            yield f"{above} -> {box} [style=invis, weight=5];"
            yield f"{rail} -> {box}j [dir={'none' if r else 'back'}, weight=100];"
            yield f"{box} -> {box}c [dir=back, weight=10];"
            above, rail = f"{box}c", f"{box}j"
            if note := clauses[0].note:
                yield f"{box}n [{NOTE}, label={_label(note, 27)}]; {above} -> {box}n [style=invis, weight=5];"
                above = f"{box}n"
    # The line goes on unseen past the last box, which would else be set nearer to it than the others.
    yield f"end [{SPACE}]; {rail} -> end [style=invis, minlen=2, weight=100];"
    yield "}"


def _row(boxes: Sequence[str], lines: str) -> str:
    """Boxes of one column of the drawing, or one row, each joined to the next by such a line."""
    # One box alone would take the line's style for its own.
    joined = f"{' -> '.join(boxes)} [{lines}];" if len(boxes) > 1 else f"{boxes[0]};"
    return f"{{ rank=same; {joined} }}"


ARRANGEMENTS: Mapping[str, Callable[[Mapping[str, list[list[RouteWords]]]], Iterator[str]]] = {
    "columns": _in_columns,
    "one-column": _in_one_column,
}


def _with_rail(outcome: str) -> str:
    """The outcome's word, with a place on the left where its line begins."""
    cells = f'<TD PORT="rail" WIDTH="18"></TD><TD WIDTH="251">{html.escape(outcome)}</TD>'
    return f'<<TABLE BORDER="0" CELLSPACING="0" CELLPADDING="6"><TR>{cells}</TR></TABLE>>'


def _label(words: str | Iterable[str], characters: int) -> str:
    """The words in lines of about this many characters; several sentences with "or" between them."""
    sentences = [words] if isinstance(words, str) else words
    text = "\n\nor\n\n".join("\n".join(_lines(sentence, characters)) for sentence in sentences)
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _lines(words: str, characters: int) -> list[str]:
    """As few lines as will do, and those as even as they can be."""
    sentence = words[:1].upper() + words[1:]
    lines = _wrap(sentence, characters)
    for narrower in range(characters - 1, 0, -1):
        fewer_words = _wrap(sentence, narrower)
        if len(fewer_words) > len(lines):
            break
        lines = fewer_words
    return lines


def _wrap(sentence: str, characters: int) -> list[str]:
    return textwrap.wrap(sentence, characters, break_long_words=False, break_on_hyphens=False)
