"""`<!-- cse:disruption -->`: what can be done to disrupt exploitation, by aim and by who can act."""

from __future__ import annotations

from collections.abc import Iterator

from .disruption_data import STATUSES, Aim, Step, Toolkit, load_disruption
from .page_text import PageText, blocks, bullets, by_law, capital, cited, heading
from .slug import slug_of

# The word says it. The colour only repeats it.
TAGS = dict(zip(STATUSES, ("tag tag--accent", "tag tag--caution", "tag tag--urgent"), strict=True))
INSTEAD = dict(zip(STATUSES, ("", "Take care:", "Instead:"), strict=True))


def disruption() -> PageText:
    """The toolkit of this site, as the text of its page."""
    return disruption_text(load_disruption())


def disruption_text(found: Toolkit) -> PageText:
    """A heading for each group and aim with its steps; then, for each of those who can act, where their steps stand."""
    return blocks(
        *(
            blocks(
                heading(2, group, slug_of(group)),
                *(_aim(aim) for aim in found.aims if aim.group == group),
            )
            for group in found.groups
        ),
        heading(2, "By who can act", "by-who-can-act"),
        "What to leave undone is not listed again here.",
        *(blocks(heading(3, people, f"who-{slug_of(people)}"), _steps_of(people, found)) for people in found.people),
    )


def _aim(aim: Aim) -> str:
    return blocks(
        heading(3, aim.title, aim.id),
        aim.purpose + cited(aim.cites),
        *(_step(step, aim) for step in aim.steps),
    )


def _step(step: Step, aim: Aim) -> str:
    # What the aim cites stands right above, and would drown the words of nearly every step.
    own = [unit for unit in step.cites if unit not in aim.cites]
    who = "; ".join(step.who)
    instead = f"**{INSTEAD[step.status]}** {step.instead}" if step.instead else ""
    lines = (
        f"{_tag(step)} **{step.name}.** {step.text}{cited(own)}{'' if step.cites else ' (Ours.)'}{by_law(step.law)}",
        instead,
        f"**Who:** {who}" if step.status != STATUSES[-1] else "",
    )
    # One paragraph with breaks: a list inside a list wastes the width of a phone. Its address is the step's.
    return "  \n".join(line for line in lines if line) + f"\n{{: #{step.id} }}"


def _tag(step: Step) -> str:
    return f'<span class="{TAGS[step.status]}">{capital(step.status)}</span>'


def _steps_of(people: str, found: Toolkit) -> str:
    return bullets(_links_of(people, found))


def _links_of(people: str, found: Toolkit) -> Iterator[str]:
    for aim in found.aims:
        for step in aim.steps:
            if people in step.who and step.status != STATUSES[-1]:
                care = "" if step.status == STATUSES[0] else f" ({step.status})"
                yield f"[{step.name}](#{step.id}){care}"
