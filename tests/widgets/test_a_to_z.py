"""The A to Z holds every title, search word and glossary term, each once, under its letter."""

from __future__ import annotations

import re

from site_widgets.build.a_to_z import Pointer, a_to_z, a_to_z_of
from site_widgets.build.docs_pages import docs_pages
from site_widgets.build.glossary_data import load_glossary
from site_widgets.build.markup import escape

PAGE = a_to_z()


def test_every_title_and_search_word_of_a_page_for_readers_is_there() -> None:
    for page in docs_pages().values():
        if page.path.startswith("guidance/"):
            for words in (page.title, *page.texts("search_terms")):
                assert escape(words).lower() in PAGE.lower(), (page.path, words)


def test_every_glossary_term_is_there() -> None:
    for term in load_glossary().terms:
        assert escape(term.term) in PAGE
        assert f'guidance/glossary/#{term.id}"' in PAGE


def test_what_has_the_same_words_stands_in_one_line_and_letters_lead_to_their_parts() -> None:
    made = a_to_z_of(
        [
            Pointer("CAF", "Early help", "a/"),
            Pointer("caf", "Glossary: now early help", "b/"),
            Pointer("A child is missing", "A child is missing", "c/"),
            Pointer("24 hours", "A child is missing", "c/"),
            Pointer("“slang”", "Words", "d/"),
        ]
    )
    assert re.findall(r'<h2 id="([^"]+)">', made) == ["numbers", "letter-c", "letter-s"]
    assert re.findall(r'href="#([^"]+)"', made) == ["numbers", "letter-c", "letter-s"]
    assert '<li data-entry>CAF: <a href="a/">Early help</a>; <a href="b/">Glossary: now early help</a></li>' in made
    assert '<li data-entry><a href="c/">A child is missing</a></li>' in made
