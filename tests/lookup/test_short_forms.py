"""A tooltip is out of reach by touch and keyboard: each page writes a short form out where it first uses it."""

from __future__ import annotations

import re

import pytest

from site_widgets.build.docs_pages import DOCS, FRONT_MATTER
from site_widgets.build.glossary_data import abbreviations, load_glossary

SHORTS = abbreviations(load_glossary())
USED = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(SHORTS, key=len, reverse=True))) + r")\b")
# Citations, comments, code and addresses are not read as words of the page.
NOT_PROSE = re.compile(r"```.*?```|`[^`\n]*`|\{\{[^}]*\}\}|<!--.*?-->|\]\([^)]*\)|https?://\S+", re.DOTALL)
# The glossary is where short forms stand first and their words after them.
PAGES = sorted(path for path in DOCS.rglob("*.md") if path.name != "glossary.md")


def unexplained(page):
    """Each short form that the page uses before, or without, its words."""
    text = NOT_PROSE.sub(" ", FRONT_MATTER.sub("", page))
    first = {}
    for found in USED.finditer(text):
        first.setdefault(found[0], found)
    return [short for short, found in first.items() if not _explained(short, found, text)]


def _explained(short, found, text):
    words = SHORTS[short].partition("; now: ")[0].lower()
    near = text[: found.end() + len(words) + 40].lower()
    # After words of the author's own: "the council's officer for allegations (the LADO)", "a hub, often called the MASH".
    own_words = re.search(r"\w[’'”]? \([^()]*$|\bcalled (the |an? )?$", text[: found.start()])
    return words in near or bool(own_words)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(DOCS).as_posix())
def test_the_words_stand_where_a_page_first_uses_a_short_form(path):
    wrong = [
        f"{short}: write {SHORTS[short].partition('; now: ')[0]} ({short})"
        for short in unexplained(path.read_text("utf-8"))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("page", "wrong"),
    [
        ("Tell the LADO.", ["LADO"]),
        ("Tell the local authority designated officer (LADO). The LADO helps.", []),
        ("Tell the LADO (local authority designated officer).", []),
        ("Tell the council's officer for allegations (the LADO).", []),
        ("Ask the hub, often called the MASH.", []),
        ("Tell the LADO. Later: local authority designated officer." + " x" * 60, []),
        ("Tell the LADO." + " x" * 60 + " Local authority designated officer.", ["LADO"]),
        ("---\ntitle: LADO\n---\n`LADO` {{law:lado}} [x](LADO.md)", []),
    ],
)
def test_the_check_can_fail(page, wrong):
    assert unexplained(page) == wrong
