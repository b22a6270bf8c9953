"""For somebody with no training who has noticed something: what they may see, are asked, and should do.

    noticed = load_noticed()
    advise(noticed, {"missing": Reply.YES}, ["out-all-night"]).lines

It stands beside the instruments and never scores: no level, no pathway, and nothing that sounds like an all-clear.
The package does not import it by itself, so that a page with an instrument does not wait for it.
"""

from .engine.notice import advise, advise_on, combinations, most_urgent
from .load.noticed import load_noticed, noticed_from
from .model_noticed import Advice, AdviceLine, Noticed, NoticedSign, Reply, Role, Statement, Urgency, UrgentQuestion

__all__ = [
    "Advice",
    "AdviceLine",
    "Noticed",
    "NoticedSign",
    "Reply",
    "Role",
    "Statement",
    "Urgency",
    "UrgentQuestion",
    "advise",
    "advise_on",
    "combinations",
    "load_noticed",
    "most_urgent",
    "noticed_from",
]
