"""A comparison as an HTML fragment for the page. Everything is escaped; no ids clash; no inline style."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from ..model_comparison import Comparison, Difference
from .compare_report import (
    CONFIRM,
    IN_THIS_STORY,
    MADE_OF_IT,
    NOT_CARRIED,
    NOT_CONFIRMED,
    NOTHING_RECORDED,
    ONE_BESIDE_THE_OTHER,
    ONLY_RECORDED,
    TITLE,
    WHY,
    ComparisonReport,
    Reading,
    Row,
    comparison_report,
)
from .compare_words import Asked, CellLine
from .html_parts import Frame, cites_html, reading_attributes, section_html, text_html

WHAT_TO_DO = "Why, and what to do"


def comparison_to_html(comparison: Comparison) -> str:
    """The comparison as one `<article class="comparison">`, for a page two folders deep.

    In it stands, for each instrument, one `<article class="reading">` with `data-instrument` and what `to_html` says
    of a reading. A question is a link with `data-jump`, the name of its field in the form.
    """
    made = comparison_report(comparison)
    frame = Frame(made.units, prefix="comparison")
    parts = (
        section_html(frame, made.now),
        _readings(frame, made),
        _differences(frame, made),
        _answers(made),
    )
    body = "\n".join(parts)
    return f'<article class="comparison" data-comparison lang="en-GB">\n{body}\n</article>\n'


def _readings(frame: Frame, made: ComparisonReport) -> str:
    readings = "\n".join(_reading(frame, reading) for reading in made.readings)
    return (
        '<section class="comparison-readings" aria-labelledby="comparison-readings">\n'
        f'<h2 id="comparison-readings" tabindex="-1">{TITLE}</h2>\n<p>{escape(ONE_BESIDE_THE_OTHER)}</p>\n'
        f'<div class="comparison-columns">\n{readings}\n</div>\n</section>'
    )


def _reading(frame: Frame, reading: Reading) -> str:
    """The reading in short, with the whole of it one click away."""
    id_ = reading.instrument.id
    own = frame._replace(prefix=f"{id_}-short", rank=4)
    inside = frame._replace(prefix=f"{id_}-whole", rank=4)
    short = "\n".join(section_html(own, section) for section in reading.sections if section.kind != "result")
    (result,) = (section for section in reading.sections if section.kind == "result")
    lines = "\n".join(f"<p>{text_html(line.text)}{_cites(frame, line.cites)}</p>" for line in result.lines)
    whole = "\n".join(section_html(inside, section) for section in reading.whole.sections)
    name = escape(reading.instrument.short_title)
    return (
        f'<article class="reading" data-instrument="{id_}" {reading_attributes(reading.assessment)} '
        f'aria-labelledby="{id_}-reading">\n'
        f'<div class="reading-short">\n'
        f'<h3 id="{id_}-reading"><span class="reading-tool">{name}:</span> {escape(reading.whole.title)}</h3>\n'
        f"{lines}\n{_not_carried(reading)}{short}\n</div>\n"
        f"<details data-on-paper><summary>The whole {name} reading: why, what to do next, what was recorded</summary>\n"
        f'<div class="whole">\n{whole}\n</div>\n</details>\n</article>'
    )


def _not_carried(reading: Reading) -> str:
    """What stays not known to this instrument, each with the way to its question."""
    if not reading.not_carried:
        return ""
    id_ = f"{reading.instrument.id}-not-carried"
    left = "; ".join(map(_asked, reading.not_carried))
    return (
        f'<section class="reading-not-carried" aria-labelledby="{id_}">\n<h4 id="{id_}">{NOT_CARRIED}</h4>\n'
        f"<p>{NOT_CONFIRMED} {left}. {CONFIRM}</p>\n</section>\n"
    )


def _differences(frame: Frame, made: ComparisonReport) -> str:
    groups = "\n".join(_group(frame, made, heading, differences) for heading, differences in made.differences)
    return (
        '<section class="comparison-differences" aria-labelledby="comparison-differences">\n'
        f'<h2 id="comparison-differences">{WHY}</h2>\n{groups}\n</section>'
    )


def _group(frame: Frame, made: ComparisonReport, heading: str, differences: tuple[Difference, ...]) -> str:
    id_ = "comparison-this-story" if heading == IN_THIS_STORY else "comparison-every-story"
    clauses = "\n".join(_difference(frame, made, difference) for difference in differences)
    return f'<section aria-labelledby="{id_}">\n<h3 id="{id_}">{heading}</h3>\n{clauses}\n</section>'


def _difference(frame: Frame, made: ComparisonReport, difference: Difference) -> str:
    """The topic; what each says, with its citations; why, and what to do."""
    clause = difference.clause
    said = "\n".join(
        f"<div><dt>{escape(reading.instrument.short_title)}</dt>"
        f"<dd>{text_html(says.text)}{_cites(frame, says.cites)}</dd></div>"
        for reading in made.readings
        for says in (clause.says[reading.instrument.id],)
    )
    return (
        f'<section class="clause" data-clause="{clause.id}" aria-labelledby="clause-{clause.id}">\n'
        f'<h4 id="clause-{clause.id}">{escape(clause.topic)}</h4>\n<dl>\n{said}\n'
        f'<div class="clause-why"><dt>{WHAT_TO_DO}</dt><dd>{text_html(clause.why)}</dd></div>\n</dl>\n</section>'
    )


def _cites(frame: Frame, cites: tuple[str, ...]) -> str:
    return f" {cites_html(frame, cites)}" if cites else ""


def _answers(made: ComparisonReport) -> str:
    """The recorded answers as a table that a phone stacks: each cell carries the name of its column."""
    body = f"<p>{escape(ONLY_RECORDED)}</p>\n{_table(made)}" if made.rows else f"<p>{escape(NOTHING_RECORDED)}</p>"
    return (
        '<section class="comparison-answers" aria-labelledby="comparison-answers">\n'
        f'<h2 id="comparison-answers">{MADE_OF_IT}</h2>\n{body}\n</section>'
    )


def _table(made: ComparisonReport) -> str:
    # Roles, because a table whose parts are blocks is no table to some screen readers.
    heads = "".join(f'<th scope="col" role="columnheader">{escape(name)}</th>' for name in ("Answer", *made.columns))
    rows = "\n".join(_row(made, row) for row in made.rows)
    return (
        f'<table class="table-stack" role="table" aria-labelledby="comparison-answers">\n'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>\n'
        f'<tbody role="rowgroup">\n{rows}\n</tbody>\n</table>'
    )


def _row(made: ComparisonReport, row: Row) -> str:
    head = f'<th scope="row" role="rowheader" data-label="Answer">{_asked(row.asked)}</th>'
    cells = "".join(
        f'<td role="cell" data-label="{escape(name)}"><div>{_cell(lines)}</div></td>'
        for name, lines in zip(made.columns, row.cells, strict=True)
    )
    return f'<tr role="row" data-entered="{row.entered}">{head}{cells}</tr>'


def _cell(lines: Iterable[CellLine]) -> str:
    return "".join(f"<p>{_cell_line(line)}</p>" for line in lines)


def _cell_line(line: CellLine) -> str:
    asked = "; ".join(_asked(asked) for asked in line.asked)
    return " ".join(
        part for part in (text_html(line.text), f"{asked}." if asked else "", text_html(line.after)) if part
    )


def _asked(asked: Asked) -> str:
    link = f'<a href="#assessment-form" data-jump="{escape(asked.place)}">{escape(asked.words)}</a>'
    return f'{link} <span class="mark">{escape(asked.said)}</span>'
