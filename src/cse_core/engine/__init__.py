"""Deciding: pure functions, each step with its trace."""
