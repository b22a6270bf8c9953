"""One page of the finished site, which makes every file of these tests as a reader's browser does."""

from __future__ import annotations

import base64
from collections import namedtuple

import pytest

from site_widgets.build.serve import serving
from tests.browser.notes import Notes

MADE = namedtuple("MADE", "bytes type")
REFUSED = namedtuple("REFUSED", "name message scripts")
MAKE = """async ([module, name, ...given]) => {
    const made = await import(new URL(`assets/cse/documents/${module}.js`, location).href);
    try {
        const blob = await made[name](...given);
        const read = new FileReader();
        await new Promise((done) => { read.onload = done; read.readAsDataURL(blob); });
        return { type: blob.type, base64: read.result.split(",")[1] };
    } catch (error) {
        return { name: error.name, message: error.message, scripts: error.scripts };
    }
}"""


class Maker:
    """The page, and what it asked for before anybody wanted a file."""

    def __init__(self, page, notes):
        self.page, self.notes, self.asked_first = page, notes, list(notes.asked)

    def file(self, module, name, *given):
        """The file that a module makes, or why it did not."""
        told = self.page.evaluate(MAKE, [module, name, *given])
        if "base64" in told:
            return MADE(base64.b64decode(told["base64"]), told["type"])
        return REFUSED(told["name"], told["message"], told.get("scripts"))

    def word(self, document):
        return self.file("word", "wordOf", document)

    def pdf(self, document, **options):
        return self.file("pdf", "pdfOf", document, options)

    def calendar(self, events):
        return self.file("calendar", "calendarOf", events)


@pytest.fixture(scope="package")
def maker(chromium, built_site):
    """The maker of files. At the end, the page said nothing on the console and asked no other host for anything."""
    with serving(built_site) as address:
        context = chromium.new_context(locale="en-GB")
        notes = Notes(context, address)
        page = context.new_page()
        page.goto(address)
        made = Maker(page, notes)
        yield made
        context.close()
    assert notes.said == []
    assert notes.foreign == []
