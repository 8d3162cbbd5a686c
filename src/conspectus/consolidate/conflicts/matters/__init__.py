"""What no amount shows: other causes, doers, days and places of one thing, and whether it took place."""
