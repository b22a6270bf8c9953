"""Tables that a phone can read: each cell carries the name of its column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .markup import Html, Part, element

Row = tuple[str | None, Sequence[Part]]


def stacking_table(caption: str, columns: Sequence[str], rows: Iterable[Row], headed: bool = True) -> Html:
    """A table. A row is its id, or None, and its cells; the first names the row unless it is a whole sentence."""
    heads = [element("th", column, scope="col") for column in columns]
    return element(
        "table",
        element("caption", caption),
        element("thead", element("tr", heads)),
        element("tbody", [_row(columns, id_, cells, headed) for id_, cells in rows]),
        cls="table-stack",
    )


def _row(columns: Sequence[str], id_: str | None, cells: Sequence[Part], headed: bool) -> Html:
    first, *others = cells
    head = (
        element("th", first, scope="row", data_label=columns[0])
        if headed
        else element("td", first, data_label=columns[0])
    )
    rest = [element("td", cell, data_label=column) for column, cell in zip(columns[1:], others, strict=True)]
    return element("tr", head, rest, id=id_)
