"""How the urgency of advice, and a sign that cannot wait, are put in words."""

from __future__ import annotations

from collections.abc import Mapping

from cse_core.notice import Urgency

WHEN: Mapping[Urgency, str] = {Urgency.NOW: "Now", Urgency.TODAY: "Today", Urgency.THEN: "Then"}
SIGN_WORDS = "You ticked a sign that cannot wait"
