"""`<!-- cse:noticed-rules -->`: what "I have noticed something" asks, and what each answer adds, in its order."""

from __future__ import annotations

from cse_core.notice import AdviceLine, Noticed, load_noticed

from .noticed_words import SIGN_WORDS, WHEN
from .page_text import PageText, blocks, cited, table

OWN = {"tell": "whom the role tells", "if_no_answer": "what the role does if nobody answers"}


def noticed_rules() -> PageText:
    """One row for each piece of advice, from the same data as the page that gives it."""
    found = load_noticed()
    rows = [(WHEN[line.when], _asked(found, line), f"{_text(line)}{cited(line.cites)}") for line in found.lines]
    return blocks(
        f"It asks {len(found.questions)} questions and offers {len(found.signs)} signs. "
        "Each answer adds a line, or puts a more urgent line in place of a milder one.",
        table(("When", "If", "What the page says"), rows),
    )


def _asked(found: Noticed, line: AdviceLine) -> str:
    asked = {each.id: each for each in found.questions}
    words = []
    for clause in line.clauses:
        words += [
            f"{asked[id_].ask} {' or '.join(f'“{asked[id_].words[reply]}”' for reply in replies)}"
            for id_, replies in clause.replies.items()
        ]
        words += [f"{SIGN_WORDS}."] if clause.sign else []
    return "; or ".join(words) or "Always"


def _text(line: AdviceLine) -> str:
    text = line.text
    for name, words in OWN.items():
        text = text.replace("{" + name + "}", f"The role’s own words: {words}.")
    return text.replace("{if_it_is_about_them}", "The role’s own words: what to do if it is about the person to tell.")
