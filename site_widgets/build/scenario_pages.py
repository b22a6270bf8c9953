"""Write the pages of the training stories: for each a page with its story, and one with its answers.

    python -m site_widgets.build.scenario_pages

A page holds no more than its title and its directive, so that all else follows the data. Run it after adding a story.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from cse_core.model_training import Scenario

from .docs_pages import DOCS
from .scenario_data import answers_page, stories, story_page

FOLDER = "training/scenarios"
# Found by its title in the list of stories, and not by what is in it: a search would tell the story before it is read.
PAGE = """---
title: {title}
description: {description}
tool: scenario
search:
  exclude: true
hide:
  - navigation
  - toc
---

# {heading}

<!-- cse:{directive} {id} -->
"""


def pages() -> Mapping[str, str]:
    """The text of every page, by its path under docs/."""
    return dict(page for story in stories().values() for page in _pages_of(story))


def _pages_of(story: Scenario) -> Iterator[tuple[str, str]]:
    sheet = f"Answer sheet: {story.title}"
    about = f"The answer sheet of a training story. Read the story first. {story.summary}"
    yield story_page(story.id), _page(story.id, "scenario", story.title, f"A training story. {story.summary}")
    yield answers_page(story.id), _page(story.id, "scenario-answers", sheet, about)


def _page(id_: str, directive: str, title: str, description: str) -> str:
    quoted = (json.dumps(words, ensure_ascii=False) for words in (title, description))
    return PAGE.format(
        id=id_, directive=directive, heading=title, **dict(zip(("title", "description"), quoted, strict=True))
    )


def write() -> None:
    """Write every page, and take away those of stories that are gone."""
    made = pages()
    folder = DOCS / FOLDER
    for file in [*folder.glob("*.md"), *folder.glob("answers/*.md")]:
        path = file.relative_to(DOCS).as_posix()
        if path not in made and file.name != "index.md":
            file.unlink()
    for path, text in made.items():
        (DOCS / path).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / path).write_text(text, "utf-8")


if __name__ == "__main__":
    write()
