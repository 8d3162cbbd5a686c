"""What people write today: one program each, run as its users would run it.

Each takes a directory, `--base-url` and `--concurrency`, and prints JSON: which articles its result names, and
whether they have structure of their own.
"""
