"""`<!-- cse:emergency -->`: what to do when a child may be in danger now. The same words wherever it stands."""

from __future__ import annotations

from .markup import Html, element


def emergency() -> Html:
    """The urgent-help block."""
    return element(
        "div",
        element("p", element("strong", "If a child is in immediate danger, call 999 now.")),
        element(
            "p",
            "If you think a child is being harmed, tell children’s social care today. "
            "Do not wait to finish a form. Police, not an emergency: 101.",
        ),
        cls="warning emergency",
    )
