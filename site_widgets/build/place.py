"""Where the page that is being made lies, and addresses that hold wherever it lies.

The two site generators leave the page's path in different places, and one of them rewrites relative addresses in HTML.
Nothing else here knows of that: an address begins with ROOT until the last step of the build makes it relative.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from markdown import Markdown

# Stands in an address for the way from a page to the site's root. Both generators take it for another site's.
ROOT = "cse-root:"


def page_path(md: Markdown) -> str | None:
    """The path of the page under docs/, or None where no generator is at work, as in a test."""
    if "relpath" in md.treeprocessors:
        return str(md.treeprocessors["relpath"].file.src_uri)  # type: ignore[attr-defined]
    if "rendering_context" in md.preprocessors:
        return str(md.preprocessors["rendering_context"].page.path)  # type: ignore[attr-defined]
    return None


def built(path: str) -> str:
    """Where the page at this path under docs/ lies in the site: `law/index.md` is `law/`."""
    page = PurePosixPath(path).with_suffix("")
    parts = page.parts[:-1] if page.name == "index" else page.parts
    return "".join(f"{part}/" for part in parts)


def address(path: str, anchor: str = "") -> str:
    """The address of the page at this path under docs/, right on every page once the build is finished."""
    return f"{ROOT}{built(path)}" + (f"#{anchor}" if anchor else "")


def with_addresses(html: str, root: str) -> str:
    """A built page with these addresses made relative; `root` leads from the page to the site's root."""
    return html.replace(f'"{ROOT}"', f'"{root or "./"}"').replace(f'"{ROOT}', f'"{root}')
