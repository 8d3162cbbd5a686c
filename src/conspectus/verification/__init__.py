"""Drafts in, verified claims out: what the evidence does not carry does not pass."""
