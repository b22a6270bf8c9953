"""Driving the assessment page as a reader does, by the names in a case."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import Any

ASSESS = "assess/pan-bedfordshire/"
BOTH = "assess/both/"
EVERY_ANSWER = """form => [...new FormData(form)].map(([name, value]) => [name, String(value)])"""


@dataclasses.dataclass(frozen=True)
class Reading:
    """What the result element says of itself."""

    status: str
    # The level, or the pathway of a tool that reads one; empty when there is neither.
    outcome: str
    assessment: dict[str, Any]
    # Not compared: what would change a reading joins it a moment later.
    text: str = dataclasses.field(compare=False)


def wait_until_ready(page):
    """Wait until a reading is possible without waiting."""
    page.locator("[data-python=ready]").wait_for(timeout=60_000)


def button(page, name):
    """The button of this name that can be seen now: on a phone some are folded away."""
    return page.get_by_role("button", name=name, exact=True).locator("visible=true").first


def radio(page, name, value):
    """One answer of a question."""
    return page.locator(f'input[type=radio][name="{name}"][value="{value}"]')


def field(page, name):
    """A field to write in."""
    return page.locator(f':is(textarea, input:not([type=radio], [type=checkbox]))[name="{name}"]')


def box(page, name):
    """A box to tick."""
    return page.locator(f'input[type=checkbox][name="{name}"]')


def fields_of(case: Any, path: str = ""):
    """Each field's name and value in a case, in the order in which they are to be filled."""
    if isinstance(case, dict):
        pairs = case.items()
    elif isinstance(case, list):
        pairs = enumerate(case)
    else:
        yield path, case
        return
    for key, value in pairs:
        yield from fields_of(value, f"{path}.{key}" if path else str(key))


def fill(page, case: dict[str, Any]) -> None:
    """Fill in the form from a case, or from a vignette: with its groups open, and the boxes of its rows last."""
    given = {key: value for key, value in case.items() if key not in ("schema", "instrument", "same")}
    for _ in range(len(given.get("other_concerns", ())) - 1):
        button(page, "Add another concern").click()
    page.locator("details.form-group:not([open])").evaluate_all("all => all.forEach((group) => (group.open = true))")
    for name, value in fields_of(given):
        if value is None:
            continue
        if isinstance(value, bool):
            box(page, name).set_checked(value)
        elif field(page, name).count():
            field(page, name).fill(str(value))
        else:
            radio(page, name, value).check()
    for row in case.get("same", ()):
        page.locator(f'input[name="same"][value="{row}"]').check()


def show_reading(page) -> Reading:
    """Press "Show the reading" and give what comes."""
    button(page, "Show the reading").click()
    return reading(page)


def reading(page) -> Reading:
    """The reading on the page, once it is there and up to date."""
    page.locator("[data-reading=current]").wait_for()
    article = page.locator("[data-assessment]")
    return Reading(
        status=article.get_attribute("data-status"),
        outcome=article.get_attribute("data-level") or article.get_attribute("data-pathway") or "",
        assessment=json.loads(article.get_attribute("data-assessment")),
        text=article.inner_text(),
    )


def answers(page) -> list[list[str]]:
    """Every field of the form with its value, as the form holds them now."""
    return page.locator("#assessment-form").evaluate(EVERY_ANSWER)


def clear(page) -> None:
    """Press "Clear everything", and say yes if the page asks."""
    open_summary(page)
    button(page, "Clear everything").click()
    asked = page.get_by_role("dialog")
    if asked.is_visible():
        asked.get_by_role("button", name="Clear everything").click()
    page.get_by_text("Everything on this page is cleared.").wait_for()


def open_summary(page) -> None:
    """On a phone, unfold the summary that holds the buttons."""
    toggle = page.get_by_role("button", name=re.compile("What is recorded|Sections and files")).locator("visible=true")
    if toggle.count() and toggle.get_attribute("aria-expanded") == "false":
        toggle.click()


def save(page) -> tuple[str, str]:
    """Press "Save to this device"; the file's name and text."""
    open_summary(page)
    with page.expect_download() as started:
        button(page, "Save to this device").click()
    download = started.value
    return download.suggested_filename, download.path().read_text("utf-8")


def open_file(page, name: str, content: bytes | str) -> None:
    """Press "Open a saved case", or "story", and choose a file."""
    open_summary(page)
    with page.expect_file_chooser() as asked:
        button(page, re.compile("Open a saved (case|story)")).click()
    data = content.encode() if isinstance(content, str) else content
    asked.value.set_files({"name": name, "mimeType": "application/json", "buffer": data})
