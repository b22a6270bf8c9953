"""Filling in "I have noticed something" as a reader does, by the ids of its data."""

from __future__ import annotations

import re

from cse_core.notice import Reply, load_noticed

WORRY = "noticed/"
NOTICED = load_noticed()
# What the page asks, and every box and field of it, as they are now.
EVERY_ANSWER = """() => [...new FormData(document.querySelector("#noticed-form"))]
    .map(([name, value]) => [name, String(value)])"""


def choose(page, question: str, reply: str | Reply) -> None:
    """Answer one of the urgent questions."""
    page.locator(f'input[name="replies.{question}"][value="{Reply(reply).value}"]').check()


def tick(page, sign: str, words: str = "") -> None:
    """Open the group of a sign, tick it, and say when it was."""
    group = page.locator(f"#signs-{NOTICED.signs[sign].section}")
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    page.locator(f'input[name="signs"][value="{sign}"]').check()
    if words:
        page.locator(f'input[name="when.{sign}"]').fill(words)


def write(page, name: str, words: str) -> None:
    """Write in one of the fields at the end: `saw`, `said` or `done`."""
    page.locator(f'textarea[name="{name}"]').fill(words)


def choose_who(page, role: str) -> None:
    """Say who is asking."""
    page.get_by_label("I am a").select_option(role)


def ask(page) -> None:
    """Press the button at the end of the form."""
    page.get_by_role("button", name="Show what to do", exact=True).click()
    page.locator("#advice").wait_for()


def lines(page) -> dict[str, str]:
    """The advice that can be seen: each line's id and its words, without what it rests on and why."""
    shown = page.locator("[data-line]:visible").evaluate_all(
        """all => all.map((line) => {
            const copy = line.cloneNode(true);
            copy.querySelectorAll(".cites, .aside, .noticed__if, [hidden]").forEach((part) => part.remove());
            return [line.dataset.line, copy.textContent];
        })"""
    )
    return {id_: re.sub(r"\s+", " ", words).strip() for id_, words in shown}


def note(page) -> str:
    """The words of the note."""
    return page.locator("#note").inner_text()


def answers(page) -> list[list[str]]:
    """Every field with its value, as the form holds them now."""
    return page.evaluate(EVERY_ANSWER)


def clear(page) -> None:
    """Press "Clear everything"."""
    page.get_by_role("button", name="Clear everything").click()
    page.locator("#advice").wait_for(state="hidden")
