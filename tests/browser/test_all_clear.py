"""No page says anything that sounds like an all-clear."""

import re

import pytest

from cse_core.language import all_clear_phrases_in, never_said
from tests.browser.pages import SITE, every_page

# Where a phrase may stand all the same: (page, phrase) and the reason.
ALLOWED: dict[tuple[str, str], str] = {}

# What a reader never meets as the site's own words: code, and quotations of what may not be said.
NOT_OURS = re.compile(r"<(script|style|q|blockquote|del|code)\b.*?</\1>", re.DOTALL)
INLINE = re.compile(r"</?(a|abbr|b|bdi|cite|dfn|em|i|kbd|small|span|strong|sub|sup|time|u|wbr)\b[^>]*>")
SAID_IN_ATTRIBUTES = re.compile(r'\b(?:alt|aria-label|content|placeholder|title|value|data-allowed)="([^"]*)"')
STRINGS = re.compile(r'"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`')


def words_of(html):
    """All the words of a page, those a click away and those for screen readers included."""
    ours = NOT_OURS.sub(" | ", html)
    attributes = " | ".join(SAID_IN_ATTRIBUTES.findall(ours))
    text = re.sub(r"<[^>]*>", " | ", INLINE.sub("", ours))
    return text.replace("&nbsp;", " ").replace("&#x27;", "'") + attributes


@pytest.mark.parametrize("path", every_page())
def test_page(built_site, path):
    html = (built_site / (path if path.endswith(".html") else f"{path}index.html")).read_text("utf-8")
    found = {phrase for phrase in all_clear_phrases_in(words_of(html)) if (path, phrase) not in ALLOWED}
    assert found == set()


@pytest.mark.parametrize("file", sorted(SITE.glob("assets/cse/**/*.js")), ids=lambda file: file.name)
def test_words_in_the_scripts(file):
    said = " | ".join(STRINGS.findall(file.read_text("utf-8")))
    assert all_clear_phrases_in(said) == ()


def test_every_exception_is_needed(built_site):
    for (path, phrase), reason in ALLOWED.items():
        html = (built_site / (path if path.endswith(".html") else f"{path}index.html")).read_text("utf-8")
        assert phrase in all_clear_phrases_in(words_of(html))
        assert len(reason) > 20


@pytest.mark.parametrize("phrase", never_said())
def test_the_search_notices_each_phrase(phrase):
    first, *rest = phrase.split()
    assert phrase in all_clear_phrases_in(words_of(f"<p>Then <b>{first}</b>&nbsp;{' '.join(rest)}.</p>"))
    assert phrase in all_clear_phrases_in(words_of(f'<p aria-label="{phrase}">x</p>'))
    assert phrase not in all_clear_phrases_in(words_of(f"<p>Never say <q>{phrase}</q>.</p>"))
