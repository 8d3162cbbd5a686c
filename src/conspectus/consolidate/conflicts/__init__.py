"""Where statements about one event can't all be right, where they only seem not to be, and what they have in common."""
