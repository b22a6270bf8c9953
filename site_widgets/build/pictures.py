"""Draw every instrument's rules, for the pages that show them.

    python -m site_widgets.build.pictures build/pictures

Writes <instrument>-<arrangement>.svg. A page puts them in with `<!-- cse:picture ID -->`.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from cse_core import instrument_ids, load_instrument
from cse_core.model import Instrument
from cse_core.render.routes import by_outcome, routes
from site_widgets.build.picture_dot import drawings
from site_widgets.build.picture_svg import tidy

SCRIPT = Path(__file__).with_name("pictures.mjs")
# How much larger than 15 pixels the words are where there is room.
SCALE = 1.1


def pictures_of(instrument: Instrument) -> Mapping[str, str]:
    """The instrument's rules as SVG, in every arrangement."""
    dots = drawings(instrument)
    drawn = _draw(dots)
    title = f"How the {instrument.title} reaches each outcome"
    return {
        name: tidy(drawn[name], dot, f"picture-{instrument.id}-{name}", title, _description(instrument), SCALE)
        for name, dot in dots.items()
    }


def _description(instrument: Instrument) -> str:
    counts = [
        f"{len(rules)} {'rule leads' if len(rules) == 1 else 'rules lead'} to {outcome}"
        for outcome, rules in by_outcome(routes(instrument)).items()
    ]
    return (
        "Boxes joined by arrows: from what is recorded to the rule, and from the rule to the outcome. "
        f"{', '.join(counts)}. The list after the picture says all of it in words."
    )


def _draw(dots: Mapping[str, str]) -> Mapping[str, str]:
    """Each drawing in DOT as Graphviz's SVG, made by the project's own Node."""
    node = Path(sys.executable).with_name("node")
    done = subprocess.run([str(node), str(SCRIPT)], input=json.dumps(dots), capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"The rules could not be drawn:\n{done.stderr}")
    drawn: dict[str, str] = json.loads(done.stdout)
    return drawn


def write(out: Path) -> None:
    """Write every picture to `out`, which is emptied first."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    for id_ in instrument_ids():
        for name, svg in pictures_of(load_instrument(id_)).items():
            (out / f"{id_}-{name}.svg").write_text(svg, "utf-8")
    print(f"Drew the rules of {', '.join(instrument_ids())}")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
