"""The measure of reading ease: what it counts, what it leaves out, and where its limits are. `make check` applies it."""

from __future__ import annotations

import pytest

pytest.importorskip("textstat")

from site_widgets.build.docs_pages import docs_pages
from site_widgets.build.reading_ease import GRADES, SENTENCE, ease_of, measured

EASY = ["The child is missing.", "Call the police now.", "Do not wait for the morning."]
HARD = [
    "Notwithstanding organisational considerations, multidisciplinary practitioners should systematically undertake "
    "comprehensive assessments of vulnerability, incorporating contextual information concerning exploitation, prior "
    "to establishing proportionate interventions"
]


def test_hard_words_and_long_sentences_are_over_the_limits() -> None:
    assert ease_of("x", "public", EASY).faults == []
    hard = ease_of("x", "practitioner", HARD)
    assert hard.grade > GRADES["practitioner"]
    assert hard.sentence >= SENTENCE
    assert len(hard.faults) == 2


def test_a_list_is_as_many_sentences_as_it_has_items() -> None:
    items = ["a plan for the child", "a plan for the home", "a plan for the school"]
    assert ease_of("x", "public", items).sentence == pytest.approx(5)


def test_names_of_the_glossary_do_not_make_a_page_hard() -> None:
    with_name = ["The local authority designated officer can help with this."]
    assert ease_of("x", "public", with_name).grade < 5


def test_every_page_of_guidance_says_for_whom_it_is_and_is_measured(built_site) -> None:
    guidance = {page.path for page in docs_pages().values() if page.path.startswith("guidance/")}
    without = {path for path in guidance if docs_pages()[path].meta.get("audience") not in GRADES}
    assert without <= {"guidance/index.md"}
    assert guidance - without <= {ease.page for ease in measured(built_site)}
    assert all(ease.sentence > 0 for ease in measured(built_site))
