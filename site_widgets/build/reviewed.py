"""`<!-- cse:reviewed ID -->`: whether a named safeguarding professional has reviewed the instrument."""

from __future__ import annotations

from cse_core import load_instrument

from .markup import Html, element


def reviewed(instrument_id: str) -> Html:
    """One paragraph, from the instrument's own data."""
    return element("p", review_state(load_instrument(instrument_id).reviewed_by), cls="review-state")


def review_state(reviewed_by: str) -> str:
    """The sentence for `reviewed_by`; an empty one is said plainly."""
    if reviewed_by:
        return f"Reviewed by {reviewed_by}."
    return "Not yet reviewed by a safeguarding professional."
