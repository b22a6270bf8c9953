"""What the page asks of the core. Text in, text out; nothing is kept and nothing is printed."""

import json

import cse_core

__export__ = ["assess", "changes", "check", "open_rules", "paper"]


def _problems(error):
    """The answer for a case that cannot be read: each problem, its place and what is allowed there."""
    found = [{"place": p.place, "problem": p.problem, "allowed": p.allowed} for p in error.problems]
    return json.dumps({"ok": False, "problems": found}, ensure_ascii=False)


def open_rules(instrument):
    """Read the page's instrument now, so that its first reading does not wait; the core's version.

    Without one, which is a page that uses several, read them all.
    """
    for id_ in [instrument] if instrument else cse_core.instrument_ids():
        cse_core.load_instrument(id_)
    return cse_core.__version__


def assess(text):
    """The assessment of a case or the comparison of a vignette: as data, as exact JSON text, as HTML and as a title."""
    try:
        if _is_vignette(text):
            return _compare(text)
        case = cse_core.read_case(text)
    except cse_core.CaseError as error:
        return _problems(error)
    assessment = cse_core.assess(case)
    exact = cse_core.to_json(assessment)
    data = json.loads(exact)
    html = cse_core.to_html(assessment, case)
    answer = {"ok": True, "assessment": data, "json": exact, "html": html, "title": data["reading"]}
    return json.dumps(answer, ensure_ascii=False)


def changes(case_json):
    """What single answer would change a reading, as HTML. Asked for after the reading, so as not to delay it."""
    try:
        case = cse_core.read_case(case_json)
    except cse_core.CaseError as error:
        return _problems(error)
    html = cse_core.changes_to_html(case, cse_core.what_would_change(case))
    return json.dumps({"ok": True, "html": html}, ensure_ascii=False)


def check(text):
    """The case or the vignette with every field in its place, or what is wrong with it."""
    try:
        if _is_vignette(text):
            written = cse_core.vignette_to_dict(cse_core.read_vignette(text))
        else:
            written = cse_core.case_to_dict(cse_core.read_case(text))
    except cse_core.CaseError as error:
        return _problems(error)
    return json.dumps({"ok": True, "case": written}, ensure_ascii=False)


def paper(text):
    """The answer to a request about forms and case files; see `cse_core.requests`. Only pages with forms have it."""
    from cse_core.paperwork import answer

    return answer(text)


def _is_vignette(text):
    """Whether this is one story for two instruments. Most texts are cases, and are not read twice to know it."""
    return "cse-vignette/" in text and cse_core.is_vignette(text)


def _compare(text):
    """Both readings of a vignette and why they differ, in the shape of an assessment's answer."""
    comparison = cse_core.compare(cse_core.read_vignette(text))
    exact = cse_core.comparison_to_json(comparison)
    html = cse_core.comparison_to_html(comparison)
    answer = {"ok": True, "comparison": json.loads(exact), "json": exact, "html": html, "title": "Both readings"}
    return json.dumps(answer, ensure_ascii=False)
