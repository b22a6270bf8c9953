"""`<!-- cse:reading -->`: what to read today, and what became of everything that the sources list."""

from __future__ import annotations

from .law_named import entries_named_in
from .page_text import PageText, blocks, by_law, cited, heading
from .reading_data import Reading, ReadingList, load_reading
from .slug import slug_of


def reading() -> PageText:
    """The reading list of this site, as the text of its page."""
    return reading_text(load_reading())


def reading_text(found: ReadingList) -> PageText:
    """A heading for each group, and under it each publication with its status in words."""
    return blocks(
        *(
            blocks(
                heading(2, group, slug_of(group)),
                *(_reading(each) for each in found.readings if each.group == group),
            )
            for group in found.groups
        )
    )


def _reading(each: Reading) -> str:
    by = ", ".join(part for part in (each.by, each.year) if part)
    what = f"{by}. {each.what}"
    return blocks(
        heading(3, each.title, each.id),
        # A body that has gone is said to have gone where it is named.
        f"{what}{cited(each.cites)}{by_law(entry.id for entry in entries_named_in(what))}",
        f"**{each.status}.** {each.now}{f' <{each.address}>' if each.address else ''}{by_law(each.law)}",
    )
