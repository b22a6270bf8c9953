"""List the entries of the law register that were last checked more than six months ago.

    python -m site_widgets.build.law_age

Part of `make check`: it reports and never fails, because the register gets older without anybody changing it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from .law_data import Entry, load_law

SIX_MONTHS = timedelta(days=183)


def grown_old(entries: Iterable[Entry], today: date) -> list[Entry]:
    """The entries whose last check is more than six months before `today`, the oldest first."""
    return sorted((entry for entry in entries if today - entry.checked > SIX_MONTHS), key=lambda entry: entry.checked)


def report(today: date) -> str:
    """One line for each entry to check again, or that there is none."""
    old = grown_old(load_law().entries.values(), today)
    if not old:
        return "Law register: no entry was last checked more than six months ago."
    lines = [f"  {entry.id}: {entry.subject}, last checked {entry.checked.isoformat()}" for entry in old]
    return "\n".join([f"Law register: {len(old)} entries were last checked more than six months ago:", *lines])


if __name__ == "__main__":
    print(report(date.today()))
