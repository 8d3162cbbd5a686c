"""Amounts that may be of one thing: what they count, when they contradict each other, and when they only moved on."""
