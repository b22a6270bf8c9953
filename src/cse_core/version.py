"""The version of the core: rules, data and wording together."""

__version__ = "0.1.0"
