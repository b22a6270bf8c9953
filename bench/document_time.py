"""How long a file takes to be made in a page, first with its library to fetch and then again; and what that weighs."""

from statistics import median

from bench.browser import fresh_page
from bench.link import Link, LinkHandler
from cse_core.paperwork import document_to_dict, filled_from, filled_to_document, load_forms
from site_widgets.build.serve import compressed, serving

# One long answer: a file of some eight pages.
ANSWERS = {"writer-name": "Siân Gwŷdd", "people": [{"person-name": "Łucja Żak"}], "background": "Słowo ŵrth ŷd. " * 900}
EVENTS = [{"uid": f"{n}@bench", "on": f"2026-12-{n:02}", "title": "Look again", "about": ""} for n in range(1, 29)]
FILES = {
    "Word": ("word", "wordOf", {}),
    "PDF": ("pdf", "pdfOf", {}),
    "PDF with a password": ("pdf", "pdfOf", {"password": "four words are good"}),
    "calendar of 28 days": ("calendar", "calendarOf", {}),
}
MAKE = """async ([module, name, given, options]) => {
    const begun = performance.now();
    const made = await import(new URL(`assets/cse/documents/${module}.js`, location).href);
    const blob = await made[name](given, options);
    return [performance.now() - begun, blob.size];
}"""


def document():
    """A filled-in panel referral, as a page's scripts get it."""
    form = load_forms()["panel-referral"]
    data = {"schema": "cse-form/1", "form": form.id, "written_on": "2026-11-21", "answers": ANSWERS}
    return document_to_dict(filled_to_document(filled_from(data)))


def document_times(playwright, site, runs):
    """For each kind of file the median milliseconds of the first and of a later one, and its bytes."""
    times = {}
    for kind, (module, name, options) in FILES.items():
        given = EVENTS if module == "calendar" else document()
        found = [_twice(playwright, site, [module, name, given, options]) for _ in range(runs)]
        first, later, sizes = zip(*found, strict=True)
        times[kind] = {"first": median(first), "later": median(later), "bytes": sizes[0]}
    return times


def _twice(playwright, site, wanted):
    """The first file in a new profile, one more, and how large it is."""
    with serving(site, kind=LinkHandler, link=Link()) as address, fresh_page(playwright) as page:
        page.goto(address, wait_until="load")
        (first, _), (later, size) = page.evaluate(MAKE, wanted), page.evaluate(MAKE, wanted)
    return first, later, size


def library_weights(site):
    """Each library file's bytes, as it is and compressed."""
    files = sorted(path for path in (site / "assets/cse/vendor").iterdir() if path.suffix != ".txt")
    return {path.name: (path.stat().st_size, len(compressed(path, path.stat().st_mtime_ns))) for path in files}
