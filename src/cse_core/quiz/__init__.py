"""Questions that an instrument's own rules make: the engine says what is right, and the rules say why."""
