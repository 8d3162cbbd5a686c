"""Measures what the promises are worth, on labelled data that lives in `eval/`."""
