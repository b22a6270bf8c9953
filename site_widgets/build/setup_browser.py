"""Find or install the browser that the tests and the bench drive."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Chromium looks for updates and accounts by itself; none of that belongs in a measurement.
ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)


def system_chromium() -> str | None:
    """The path of a Chromium or Chrome that the system has, or None."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def playwright_chromium() -> str | None:
    """The path of Playwright's own Chromium when it is installed, or None."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def launch_options() -> dict[str, object]:
    """What to give Playwright's `chromium.launch`. Use it everywhere, so all drive the same browser."""
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    options: dict[str, object] = {"args": [*ARGUMENTS, *root]}
    if path := system_chromium():
        options["executable_path"] = path
    return options


def install() -> None:
    """Install Debian's Chromium when that is possible, otherwise Playwright's own."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        apt = ["apt-get", "-o", "DPkg::Lock::Timeout=300", "-qq"]
        subprocess.run([*apt, "update"], check=True)
        # Ubuntu's package of this name only points to a snap, hence the second look below.
        subprocess.run([*apt, "install", "-y", "chromium"], check=False, stdout=subprocess.DEVNULL)
    if not system_chromium():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def run() -> None:
    """Leave a browser behind, or stop and say what is missing."""
    if not (system_chromium() or playwright_chromium()):
        install()
    if not (found := system_chromium() or playwright_chromium()):
        sys.exit("Set-up stopped: no Chromium. Install one (apt-get install chromium) and run make again.")
    print(f"Browser for tests: {found}")


if __name__ == "__main__":
    run()
