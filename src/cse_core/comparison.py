"""One story put to two instruments. What is needed for it is loaded when it is first asked for, and not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .model_comparison import Comparison, Vignette


def is_vignette(text: str | bytes) -> bool:
    """Whether a JSON text says that it is a vignette, one story for two instruments, and not a case for one."""
    from .load.read_vignette import is_vignette as says_so

    return says_so(text)


def read_vignette(text: str | bytes) -> Vignette:
    """The vignette a JSON text holds, checked against both instruments. VignetteError lists every problem."""
    from .load.read_vignette import read_vignette as read

    return read(text)


def compare(vignette: Vignette) -> Comparison:
    """Both instruments' assessments of a vignette, what each made of the answers, and why they differ.

    Nothing crosses from one to the other but the answers that the user confirmed: no level, no mark.
    Never raises for a vignette made by `read_vignette`.
    """
    from .engine.compare import compare_vignette
    from .load.crosswalk import load_crosswalk
    from .load.instruments import load_instrument

    instruments = {id_: load_instrument(id_) for id_ in vignette.between}
    return compare_vignette(load_crosswalk(), instruments, vignette)


def comparison_to_json(comparison: Comparison) -> str:
    """The comparison as JSON text ending in a newline, both assessments whole: the same bytes on any machine."""
    from .render.compare_json import comparison_to_json as write

    return write(comparison)


def comparison_to_html(comparison: Comparison) -> str:
    """The comparison as one `<article class="comparison">`, for a page two folders deep."""
    from .render.compare_html import comparison_to_html as write

    return write(comparison)


def comparison_to_text(comparison: Comparison) -> str:
    """The comparison as plain text, with both readings whole at its end."""
    from .render.compare_text import comparison_to_text as write

    return write(comparison)


def vignette_to_dict(vignette: Vignette) -> dict[str, object]:
    """The vignette as plain values, every key filled in: what "Save to this device" writes."""
    from .render.compare_json import vignette_to_dict as write

    return write(vignette)
