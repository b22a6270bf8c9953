"""`<!-- cse:api -->`: the public functions and errors of `cse_core`, with what their own docstrings promise."""

from __future__ import annotations

import inspect

import cse_core

from .markup import Html, element, join


def public_api() -> Html:
    """A list of every public name that can be called, in alphabetical order, with its signature and its docstring."""
    names = [name for name in cse_core.__all__ if callable(getattr(cse_core, name))]
    return element("dl", [_entry(name) for name in sorted(names, key=str.lower)], cls="api")


def _entry(name: str) -> Html:
    found = getattr(cse_core, name)
    paragraphs = (inspect.getdoc(found) or "").split("\n\n")
    words = [element("p", paragraph.replace("\n", " ")) for paragraph in paragraphs]
    return join(element("dt", element("code", name + _signature(found)), id=f"api-{name}"), element("dd", words))


def _signature(found: object) -> str:
    """The signature of a function; nothing for a class, which callers are given and do not make."""
    return str(inspect.signature(found)) if inspect.isfunction(found) else ""
