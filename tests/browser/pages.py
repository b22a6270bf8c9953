"""Every page of the built site."""

from __future__ import annotations

from pathlib import Path

import pytest

SITE = Path(__file__).parents[2] / "build/site"


def every_page() -> list:
    """One parameter for each page, its address from the site's root. Without a built site: home, which then fails."""
    files = sorted(file.relative_to(SITE).as_posix() for file in SITE.rglob("*.html")) or ["index.html"]
    return [pytest.param(address(file), id=file.removesuffix("/index.html")) for file in files]


def address(file: str) -> str:
    """A page's address as the site's own links give it."""
    return file.removesuffix("index.html")
