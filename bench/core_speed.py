"""Cases a second in this Python: read, assess, and the result as JSON and as HTML."""

import json
import time

import cse_core
from tests.cases import stream


def cases_a_second(number):
    """How many cases a second, with and without making the HTML."""
    texts = [json.dumps(case) for case in stream(number)]
    speeds = {}
    for name, renders in (("JSON", [cse_core.to_json]), ("JSON and HTML", [cse_core.to_json, cse_core.to_html])):
        start = time.perf_counter()
        for text in texts:
            assessment = cse_core.assess(cse_core.read_case(text))
            for render in renders:
                render(assessment)
        speeds[name] = number / (time.perf_counter() - start)
    return speeds
