"""Which machine the figures come from."""

import os
import platform
from pathlib import Path


def machine(browser_version):
    """One line: processor, cores, system, Python and browser."""
    cpu = next(
        (line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line),
        platform.processor(),
    )
    return (
        f"{cpu}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, Chromium {browser_version}"
    )
