"""Write every package, or those named: `python -m site_widgets.packages build/packages missing the-last-train`."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import cse_core

from . import quiz, scenario
from .archive import Files, write_zip
from .manifest import MANIFEST, Course, Edition, manifest
from .moodle import moodle_xml
from .qti import Version, qti_files

BANK, TITLE = "questions", "Training questions"


class Package(NamedTuple):
    """Something that a learning system can open, and how its files are made."""

    course: Course
    files: Callable[[], Files]


def packages() -> Iterator[Package]:
    """Every knowledge check and every story."""
    for check in quiz.checks():
        yield Package(quiz.course(check), lambda check=check: quiz.quiz_files(check))  # type: ignore[misc]
    for id_ in scenario.scenario_ids():
        yield Package(scenario.course(id_), lambda id_=id_: scenario.scenario_files(id_))  # type: ignore[misc]


def write(place: Path, only: Sequence[str] = ()) -> list[Path]:
    """Write both editions of each package, and the bank for other systems; or the packages named alone."""
    known = {package.course.id: package for package in packages()}
    if unknown := sorted({*only} - {*known}):
        sys.exit(f"There is no package {', '.join(unknown)}. There are: {', '.join(known)}.")
    written = []
    for package in [known[id_] for id_ in only] or known.values():
        files = package.files()
        for edition in Edition:
            path = place / edition / f"{package.course.id}.zip"
            write_zip(path, {**files, MANIFEST: manifest(edition, package.course, files)})
            written.append(path)
    return written if only else written + _write_bank(place)


def _write_bank(place: Path) -> list[Path]:
    bank = cse_core.load_questions()
    moodle = place / "moodle" / f"{BANK}.xml"
    moodle.parent.mkdir(parents=True, exist_ok=True)
    moodle.write_bytes(moodle_xml(bank.topics, dict(bank.settings.roles)))
    written = [moodle]
    for version in Version:
        path = place / version / f"{BANK}.zip"
        write_zip(path, qti_files(version, BANK, TITLE, bank.topics))
        written.append(path)
    return written


def run(place: Path, only: Sequence[str]) -> None:
    """Write them anew, and say what was written."""
    shutil.rmtree(place, ignore_errors=True)
    written = write(place, only)
    size = sum(path.stat().st_size for path in written)
    print(f"Wrote {len(written)} files to {place}, {size / 1_000_000:.1f} MB")


if __name__ == "__main__":
    run(Path(sys.argv[1]), sys.argv[2:])
