"""Showing: an assessment or an instrument as JSON, text, Markdown or HTML."""
