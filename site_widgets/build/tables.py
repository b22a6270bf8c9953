"""Tables that a phone can read: each cell carries the name of its column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .markup import Html, Part, element

Row = tuple[str | None, Sequence[Part]]


def stacking_table(caption: str, columns: Sequence[str], rows: Iterable[Row]) -> Html:
    """A table whose first cell in a row is its heading. A row is its id, or None, and its cells."""
    heads = [element("th", column, scope="col") for column in columns]
    return element(
        "table",
        element("caption", caption),
        element("thead", element("tr", heads)),
        element("tbody", [_row(columns, id_, cells) for id_, cells in rows]),
        cls="table-stack",
    )


def _row(columns: Sequence[str], id_: str | None, cells: Sequence[Part]) -> Html:
    first, *others = cells
    head = element("th", first, scope="row", data_label=columns[0])
    rest = [element("td", cell, data_label=column) for column, cell in zip(columns[1:], others, strict=True)]
    return element("tr", head, rest, id=id_)
