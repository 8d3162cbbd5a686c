"""Which statements say the same, and how many origins independently say it."""
