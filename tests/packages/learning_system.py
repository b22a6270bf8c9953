"""A small learning system for the browser: a package, unpacked, in a frame of a page that runs scorm-again."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
SCORM_AGAIN = HERE.parents[1] / "node_modules/scorm-again/dist/scorm-again.js"
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A learning system</title><link rel="icon" href="data:,"></head>
<body><h1>A learning system</h1><iframe title="The package" width="1000" height="900"></iframe>
<script src="scorm-again.js"></script><script src="lms.js"></script></body></html>"""


def install(package: Path, place: Path) -> Path:
    """Unpack a package beside the page that opens it; the folder to serve."""
    place.mkdir(parents=True)
    (place / "index.html").write_text(PAGE, "utf-8")
    shutil.copyfile(HERE / "lms.js", place / "lms.js")
    # Without its last line, which names a file for developers.
    shutil.copyfile(SCORM_AGAIN, place / "scorm-again.js")
    with zipfile.ZipFile(package) as archive:
        archive.extractall(place / "package")
    return place


# The same as `answers_by_hand`, and going on, for as many questions as there are answers given.
ANSWER = """(ask, given) => given.map((right, at) => {
    if (at) ask.querySelector("#ask-next button").click();
    const question = ask.querySelector("#ask-place fieldset");
    const parts = [...question.querySelectorAll(".quiz-part")];
    if (["single", "multiple"].includes(question.dataset.kind)) {
        const all = right || question.dataset.kind === "multiple";
        const wanted = parts.filter((part) => ("right" in part.dataset) === all);
        for (const part of right ? wanted : wanted.slice(0, 1)) part.querySelector("input").click();
    } else {
        const places = parts.map((part) => part.dataset.place);
        if (!right) places.push(places.shift());
        parts.forEach((part, at) => (part.querySelector("select").value = places[at]));
    }
    document.getElementById("check").click();
    return document.getElementById("ask-verdict").textContent;
})"""


class Learner:
    """Somebody at work in the package's frame."""

    ANSWER = ANSWER

    def __init__(self, page, edition: str) -> None:
        self.page, self.edition = page, edition

    @property
    def frame(self):
        return self.page.frame_locator("iframe")

    def opens(self, saved=None, **settings):
        """Open the package, from the start or with what was held of an earlier visit."""
        self.page.evaluate("given => launch(...given)", [self.edition, saved, settings])
        self.frame.locator("html.is-launched").wait_for()

    def closes(self):
        """Close it; what the system then holds."""
        return self.page.evaluate("closePackage()")

    def held(self):
        return self.page.evaluate("held()")

    def calls(self):
        return self.page.evaluate("calls")

    def button(self, name):
        return self.frame.get_by_role("button", name=name, exact=True)

    def starts(self):
        self.button("Start").click()

    def answers(self, *right):
        """Answer a question for each of these, right or wrong by its marks: in one go, as most tests need no more."""
        return self.frame.locator("#ask").evaluate(ANSWER, right)

    def kind(self):
        """The kind of the question that is shown."""
        return self.frame.locator("#ask-place fieldset").get_attribute("data-kind")

    def answers_by_hand(self, right=True):
        """The same with the mouse and the keys, control by control."""
        question = self.frame.locator("#ask-place fieldset")
        kind = self.kind()
        if kind == "single":
            wanted = "[data-right]" if right else ":not([data-right])"
            question.locator(f".quiz-part{wanted} input").first.check()
        elif kind == "multiple":
            for option in question.locator(".quiz-part[data-right] input").all()[: None if right else 1]:
                option.check()
        else:
            parts = question.locator(".quiz-part").all()
            places = [part.get_attribute("data-place") for part in parts]
            given = places if right else places[1:] + places[:1]
            for part, place in zip(parts, given, strict=True):
                part.locator("select").select_option(place)
        self.button("Check my answer").click()
        self.frame.locator("#ask-verdict:not([hidden])").wait_for()
        return self.frame.locator("#ask-verdict").inner_text()

    def goes_on(self):
        self.frame.locator("#ask-next button").click()

    def how_many(self):
        """The number of the question shown, and of how many."""
        words = self.frame.locator("#ask-title").inner_text().split()
        return int(words[1]), int(words[3])
