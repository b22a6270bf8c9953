"""Every link and every anchor of the site works, and what a page calls related is there."""

from __future__ import annotations

from site_widgets.build.docs_pages import docs_pages
from site_widgets.build.links import check


def test_every_link_leads_somewhere(built_site) -> None:
    assert check(built_site) == []


def test_related_pages_are_there_and_not_the_page_itself() -> None:
    wrong = [
        (page.path, other)
        for page in docs_pages().values()
        for other in page.texts("related")
        if other not in docs_pages() or other == page.path
    ]
    assert wrong == []
