"""Every unit of both sources is restated on a page, or says why not; every citation of a page lands."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

from cse_core import load_sources, load_units
from site_widgets.build.docs_pages import docs_pages
from site_widgets.build.links import target
from site_widgets.build.page_blocks import sources_of
from site_widgets.build.place import built

# These list every unit, or are practice on what other pages restate. They restate none.
LISTS = ("sources/", "training/")


@cache
def restated(site: Path) -> frozenset[str]:
    return frozenset(unit for page, unit, _ in sources_of(site) if not page.startswith(LISTS))


def missing(site: Path) -> dict[str, list[str]]:
    """The units that no page restates, by section."""
    found: dict[str, list[str]] = defaultdict(list)
    for source in load_sources().values():
        for unit in source.units.values():
            if unit.id not in restated(site) and not unit.not_restated:
                found[f"{source.id}, {unit.section}"].append(unit.id)
    return dict(found)


def test_every_unit_is_restated(built_site) -> None:
    left = missing(built_site)
    report = "\n".join(f"{section}: {', '.join(units)}" for section, units in left.items())
    assert left == {}, f"{sum(map(len, left.values()))} units are on no page:\n{report}"


def test_what_is_left_out_says_why() -> None:
    reasons = [unit.not_restated for unit in load_units().values() if unit.not_restated]
    assert len(reasons) == 24
    assert all(reason.endswith(".") and len(reason.split()) > 3 for reason in reasons)


def test_every_citation_is_a_unit_and_leads_to_its_place(built_site) -> None:
    """To the Sources pages, or to the table of the instrument that uses it."""
    ids: dict[Path, set[str]] = {}
    faults = []
    for page, unit, address in sources_of(built_site):
        file = target(built_site, built_site / page, address)
        if unit not in load_units() or file is None or not file.is_file():
            faults.append((page, unit, address))
            continue
        if file not in ids:
            ids[file] = set(re.findall(r'(?<![-\w])id="([^"]+)"', file.read_text("utf-8")))
        if address.partition("#")[2] != unit or unit not in ids[file]:
            faults.append((page, unit, address))
    assert faults == []


def test_the_sources_pages_know_every_page_that_cites(built_site) -> None:
    """They are made from what the pages' authors wrote; the built pages show whether that is all of it."""
    known = {f"{built(page.path)}index.html": set(page.cites) for page in docs_pages().values()}
    unknown = {
        (page, unit)
        for page, unit, _ in sources_of(built_site)
        # A form has its own data and restates nothing that its table in `instruments/` does not. A training story is
        # found in the list of stories: a list of what it rests on would tell it before it is read.
        if not page.startswith((*LISTS, "assess/", "training/scenarios/")) and unit not in known[page]
    }
    assert unknown == set()


def test_nothing_is_left_in_double_braces(built_site) -> None:
    for file in built_site.rglob("*.html"):
        shown = re.sub(r"<(code|pre|script)\b.*?</\1>", "", file.read_text("utf-8"), flags=re.DOTALL)
        assert "{{" not in shown, file


def test_the_check_notices_a_unit_that_no_page_cites() -> None:
    assert "PB-0" not in load_units()
    assert len(load_units()) - 24 == 574
